"""What the archive's pages show: one document, and lists of documents.

Only shapes live here; `pages` fills them."""

from markupsafe import Markup

from plugins.context.finding import FinderForm
from plugins.context.views import Card, DocumentRow, Fact, Group, Head, Link, Listing, Notice, Pager, Relations
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class Letterhead:
    """The head as printed: organ lines, `heading` lines at the right, `number` with “Số:” (gaps kept; not `numbered`: still open),
    place, `day`, `month` and `year` ('' where they are open), `mark` “Dự thảo” or “Bản tóm tắt”; a `letter` prints no type."""

    superior: str
    issuer: Link
    heading: tuple[str, ...]
    number: str
    numbered: bool
    place: str
    iso: str
    day: str
    month: str
    year: str
    mark: str
    type: str
    title: str
    letter: bool


@dataclass(frozen=True)
class Signature:
    """The signature block as printed: lines such as “TM. BAN THƯỜNG VỤ”, “PHÓ BÍ THƯ”, “(Đã ký)”, name."""

    on_behalf: str
    post: str
    signed: bool
    name: str


@dataclass(frozen=True)
class Duty:
    """A duty declared by a document; `due` worded, leading to its month of the calendar, `who` the actor or level, `item` its printed
    place in the text."""

    text: str
    who: str
    due: Link
    channel: str
    item: Link


@dataclass(frozen=True)
class Target:
    """A target declared by a document."""

    text: str
    value: str
    who: str
    period: str
    item: Link


@dataclass(frozen=True)
class Download:
    """A file to take away: `kind` “PDF”, `size` “1,2 MB” or '', `pages` or None, `label` as the editor named it."""

    label: str
    href: str
    kind: str
    size: str
    pages: int | None = None
    note: str = ""


@dataclass(frozen=True)
class MapBox:
    """A box of a relation map, in units of the drawing: `lines` of text, the first one strong; `look` this | here | away | beside."""

    x: int
    y: int
    wide: int
    high: int
    look: str
    lines: tuple[str, ...]
    href: str = ""


@dataclass(frozen=True)
class MapLabel:
    """Words above boxes: what these are for the document, or how many more there are."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class MapLine:
    """A line of a relation map as the data of an SVG path; `arrow`: it is the filled head of one."""

    path: str
    arrow: bool = False


@dataclass(frozen=True)
class RelationMap:
    """What a document rests on, the document, what came of it, from top to bottom; the list of relations says the same in words."""

    title: str
    description: str
    wide: int
    high: int
    boxes: tuple[MapBox, ...]
    labels: tuple[MapLabel, ...]
    lines: tuple[MapLine, ...]


@dataclass(frozen=True)
class DocumentView:
    """Template document.html. `facts` is the whole record; `relations` are links both ways by kind, `map` draws them, `unclear` are
    citations that fit several documents; `contents` the body's headings; `calendar` and `target_table` lead from its duties and targets
    to those of all."""

    head: Head
    crumbs: tuple[Link, ...]
    letterhead: Letterhead
    status: str
    status_key: str
    notices: tuple[Notice, ...]
    facts: tuple[Fact, ...]
    files: tuple[Download, ...]
    contents: tuple[Link, ...]
    body: Markup
    signature: Signature | None
    recipients: tuple[str, ...]
    duties: tuple[Duty, ...]
    targets: tuple[Target, ...]
    relations: tuple[Relations, ...]
    news: tuple[Card, ...]
    models: tuple[Card, ...]
    previous: Link | None
    next: Link | None
    collections: tuple[Link, ...] = ()
    calendar: str = ""
    target_table: str = ""
    map: RelationMap | None = None
    unclear: tuple[Relations, ...] = ()


@dataclass(frozen=True)
class NumbersView(Listing):
    """Template numbers.html: all figures of documents, in blocks; `note` of a link is the figure as a part of its id."""

    blocks: tuple[Group, ...]


@dataclass(frozen=True)
class DocumentListView(Listing):
    """Template documents.html: the archive, and its lists by facet, pair and number. `order` says how it is sorted, `ways` lead
    to the page of numbers and to the calendar, `finder` stands on the page of the archive itself."""

    facts: tuple[Fact, ...]
    facets: tuple[Group, ...]
    rows: tuple[DocumentRow, ...]
    pager: Pager
    feed: Link | None
    empty: str
    order: str = ""
    ways: tuple[Link, ...] = ()
    finder: FinderForm | None = None


@dataclass(frozen=True)
class DataField:
    """One field of a set of open data: `name` in JSON (``files.url`` inside a group), `heading` in CSV, `kind` in words."""

    name: str
    heading: str
    kind: str
    required: bool
    about: str


@dataclass(frozen=True)
class DataSet:
    """A set of open data: its files with a note on each, its fields, and one row as an example (JSON)."""

    key: str
    title: str
    about: str
    files: tuple[Link, ...]
    fields: tuple[DataField, ...]
    example: str


@dataclass(frozen=True)
class DataView(Listing):
    """Template data.html at /du-lieu/."""

    licence: str
    sets: tuple[DataSet, ...]
