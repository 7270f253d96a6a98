"""What records are made of: pictures, files, signatures, duties, steps, figures — each a frozen value.

Their keys stand in `tables`; lines are where they were written, for messages only."""

from decimal import Decimal

from plugins.domain.dates import Moment
from plugins.domain.frozen import dataclass, field
from plugins.domain.recurrence import Recurrence

Figure = int | Decimal


@dataclass(frozen=True)
class Reference:
    """What an editor wrote to name another record: a path below content/ or a printed citation."""

    text: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Picture:
    """A picture of a record; `src` below content/. `consent` is the note that a child's picture needs."""

    src: str
    alt: str
    caption: str = ""
    credit: str = ""
    consent: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Consent:
    """That a child and its family agreed to a picture (Luật 91/2025/QH15)."""

    src: str
    consent: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Source:
    """Where the facts of a record come from."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Collected:
    """One thing of a collection: a `record`, a `file` of a document (path below content/) or an outside `url`; `label` names what
    has no name of its own, `note` says what it is there for, `part` opens a part of the collection."""

    record: Reference | None = None
    file: str = ""
    url: str = ""
    label: str = ""
    note: str = ""
    part: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Legacy:
    """The record's trace on an older site; `views` were counted on `views_at`."""

    url: str = ""
    views: Figure | None = None
    views_at: Moment | None = None


@dataclass(frozen=True)
class Attachment:
    """A file of a document; `path` below the document's folder, `kind` scan | docx | form | ''."""

    path: str
    label: str
    kind: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Signature:
    """The signature block, as printed."""

    on_behalf: str = ""
    post: str = ""
    name: str = ""
    signed: bool = False


@dataclass(frozen=True)
class Duty:
    """Something a document asks somebody to do: `due` on a day or within a month, from `begin` on, or again and again, `until` some day.

    `item` is the printed place; `id` keeps its identity in calendars when its words change."""

    text: str
    actor: str = ""
    level: tuple[str, ...] = ()
    due: Moment | None = None
    begin: Moment | None = None
    recurrence: Recurrence | None = None
    until: Moment | None = None
    channel: str = ""
    item: str = ""
    id: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Target:
    """A figure that a document asks for: just `value`, or `at_least`, or `at_most`, or what lies between these two."""

    text: str
    value: Figure | None = None
    at_least: Figure | None = None
    at_most: Figure | None = None
    unit: str = ""
    actor: str = ""
    level: tuple[str, ...] = ()
    period: str = ""
    item: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Period:
    """From one day to another; either end may be open. Also the window of a consultation."""

    start: Moment | None = None
    end: Moment | None = None
    email: str = ""


@dataclass(frozen=True)
class Pilot:
    """The first trial of a model."""

    scope: str = ""
    count: Figure | None = None
    unit: str = ""


@dataclass(frozen=True)
class Step:
    """One step of a model's way of working."""

    title: str
    text: str = ""
    needs: str = ""


@dataclass(frozen=True)
class Yearly:
    """A figure of one year (or of another moment) in a row of years."""

    year: Moment
    value: Figure
    of: Figure | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Milestone:
    """Something that happened in the life of a model; `stage` pilot | scaled | official | ended begins with it, '' none."""

    date: Moment
    text: str
    stage: str = ""
    source: Reference | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Result:
    """A figure that a model reached: `value` (of `of`, from `before`), counted on `as_of`; `series` are its years, `source` is
    the news or the document that tells it."""

    label: str
    value: Figure
    as_of: Moment
    of: Figure | None = None
    before: Figure | None = None
    unit: str = ""
    source: Reference | None = None
    series: tuple[Yearly, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Replication:
    """How many places of one level took a model over."""

    level: str
    value: Figure
    as_of: Moment
    of: Figure | None = None
    places: tuple[str, ...] = ()
    document: Reference | None = None
    line: int = field(default=0, compare=False)
