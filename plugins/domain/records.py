"""The records themselves: news, document, model, collection, comparison, page, as frozen values.

Their keys stand in `tables`, the reading of them in `validation`; a test holds the two together. Days are `Moment`,
words of a vocabulary are their keys, references are `Reference` with the line they stand on."""

from plugins.domain.dates import Moment
from plugins.domain.frozen import dataclass, field
from plugins.domain.parts import (
    Attachment,
    Collected,
    Consent,
    Duty,
    Figure,
    Legacy,
    Milestone,
    Period,
    Picture,
    Pilot,
    Reference,
    Replication,
    Result,
    Signature,
    Source,
    Step,
    Target,
)


@dataclass(frozen=True, kw_only=True)
class Record:
    """What all records share. `key` is the path below content/ without ending (``van-ban/2019/92-kh``), `path` the
    file as reported, `lines` the name and the line of each field in one text, which is small to keep (`line` reads it)."""

    key: str
    path: str
    kind: str = ""
    title: str = ""
    summary: str = ""
    slug: str = ""
    id: str = ""
    date: Moment | None = None
    status: str = ""
    moved_from: tuple[str, ...] = ()
    embargo: Moment | None = None
    modified: Moment | None = None
    topics: tuple[str, ...] = ()
    source: Source | None = None
    consents: tuple[Consent, ...] = ()
    note: str = ""
    legacy: Legacy | None = None
    lines: str = field(default="", compare=False, repr=False)

    def line(self, name: str, missing: int = 1) -> int:
        """The line on which a field stands."""
        words = self.lines.split()
        return int(words[words.index(name) + 1]) if name in words else missing

    def __getstate__(self) -> dict[str, object]:
        """What differs from the defaults, which the class has: most fields of a record are empty, and there are many records."""
        cls = type(self)
        return {name: value for name, value in self.__dict__.items() if value is not getattr(cls, name, self)}


@dataclass(frozen=True, kw_only=True)
class News(Record):
    """A piece of news (tin tức)."""

    kind: str = "news"
    category: str
    kicker: str = ""
    authors: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    image: Picture | None = None
    gallery: tuple[Picture, ...] = ()
    documents: tuple[Reference, ...] = ()
    models: tuple[Reference, ...] = ()
    expires: Moment | None = None


@dataclass(frozen=True, kw_only=True)
class Document(Record):
    """An official document (văn bản). `title` is the trích yếu; `number` None means: not numbered yet."""

    kind: str = "document"
    type: str
    organ: str
    subject: str
    date_note: str = ""
    posted: Moment | None = None
    number: str | None = None
    symbol: str = ""
    as_printed: str = ""
    term: str = ""
    unit: str = ""
    place: str = ""
    effective: Moment | None = None
    expires: Moment | None = None
    legal_basis: tuple[Reference, ...] = ()
    implements: tuple[Reference, ...] = ()
    replaces: tuple[Reference, ...] = ()
    amends: tuple[Reference, ...] = ()
    related: tuple[Reference, ...] = ()
    signed_by: Signature | None = None
    recipients: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    duties: tuple[Duty, ...] = ()
    targets: tuple[Target, ...] = ()
    consultation: Period | None = None
    secrecy: str = "public"


@dataclass(frozen=True, kw_only=True)
class Model(Record):
    """A model practice (mô hình)."""

    kind: str = "model"
    name: str
    unit: str
    place: str
    problem: str = ""
    slogan: str = ""
    aliases: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    period: Period | None = None
    pilot: Pilot | None = None
    steps: tuple[Step, ...] = ()
    results: tuple[Result, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    replication: tuple[Replication, ...] = ()
    directives: tuple[Reference, ...] = ()
    derived_from: tuple[Reference, ...] = ()
    similar: tuple[Reference, ...] = ()
    threads: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    contact: str = ""
    photos: tuple[Picture, ...] = ()
    evidence: tuple[Reference, ...] = ()
    reviewed_on: Moment | None = None


@dataclass(frozen=True, kw_only=True)
class Collection(Record):
    """An ordered set with a purpose (bộ hồ sơ): a plan, its guides, forms, reports, news."""

    kind: str = "collection"
    name: str
    unit: str = ""
    collects: tuple[Collected, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """The keys of the records that it names, in its order, each once."""
        return tuple(dict.fromkeys(item.record.text for item in self.collects if item.record))


@dataclass(frozen=True, kw_only=True)
class Comparison(Record):
    """Two to four models side by side (bảng so sánh), in the order of their columns."""

    kind: str = "comparison"
    name: str
    compares: tuple[Reference, ...]


@dataclass(frozen=True, kw_only=True)
class Page(Record):
    """A page that is no news: about, contact, accessibility."""

    kind: str = "page"
    order: Figure | None = None
    image: Picture | None = None


CLASSES = {
    "news": News,
    "document": Document,
    "model": Model,
    "collection": Collection,
    "comparison": Comparison,
    "page": Page,
}
