"""What the showcase's pages show: one model practice, and lists of models.

Only shapes live here; `pages` fills them."""

from plugins.context.finding import FinderForm
from plugins.context.views import Card, Day, DocumentRow, Fact, Frame, Group, Image, Link, Listing, Pager, Relations, Story
from plugins.domain.drawing import Drawing, Table
from plugins.domain.frozen import dataclass
from plugins.showcase.comparison_views import ComparedFigures, Picker


@dataclass(frozen=True)
class Step:
    """One step of the way of working; `needs` may be empty."""

    title: str
    text: str
    needs: str


@dataclass(frozen=True)
class Result:
    """A figure with its base and its day: value “117”, of “117”, percent “100%”, before “145”, change “Giảm 2.”, as_of “11/2022”;
    `source` leads to where it can be checked. `yearly`: the drawing shows its years, which the other words do not tell."""

    label: str
    value: str
    unit: str
    of: str
    before: str
    percent: str
    change: str
    as_of: str
    source: Link | None
    drawing: Drawing | None
    yearly: bool


@dataclass(frozen=True)
class Spread:
    """How far a model was taken over at one level; `source` leads to where the figure can be checked when no `document` does."""

    level: str
    value: str
    of: str
    percent: str
    share: float | None
    as_of: str
    places: tuple[Link, ...]
    document: Link | None
    source: Link | None = None


@dataclass(frozen=True)
class ModelView(Story):
    """Template model.html."""

    slogan: str
    status: str
    status_key: str
    image: Image | None
    facts: tuple[Fact, ...]
    checklist: Link | None
    problem: str
    components: tuple[str, ...]
    steps: tuple[Step, ...]
    results: tuple[Result, ...]
    results_table: Table | None
    life: Drawing | None
    replication: tuple[Spread, ...]
    limits: tuple[str, ...]
    lessons: tuple[str, ...]
    resources: tuple[str, ...]
    contact: str
    photos: tuple[Image, ...]
    consent: str
    directives: tuple[DocumentRow, ...]
    evidence: tuple[Card, ...]
    lineage: tuple[Group, ...]
    source: Link | None
    reviewed: Day | None
    previous: Link | None
    next: Link | None
    threads: tuple[Link, ...] = ()
    unclear: tuple[Relations, ...] = ()
    comparisons: tuple[Link, ...] = ()
    compare: str = ""
    spread: tuple[Drawing, ...] = ()
    spread_table: Table | None = None


@dataclass(frozen=True)
class Qr:
    """A QR code: `size` modules with its white edge, the `path` of its dark modules, and the `address` that it holds."""

    size: int
    path: str
    address: str


@dataclass(frozen=True)
class ChecklistView(Frame):
    """Template checklist.html: one sheet to print. `origin` “Tỉnh đoàn Mẫu, nhân rộng”; `more` limits stand on the page only."""

    summary: str
    model: Link
    origin: str
    needs: tuple[str, ...]
    steps: tuple[Step, ...]
    limits: tuple[str, ...]
    more: int
    contact: str
    reviewed: str
    qr: Qr


@dataclass(frozen=True)
class ModelListView(Listing):
    """Template models.html: the showcase, all of it and by each facet. `order` says by what it is sorted, `other` leads to another
    order, `compare` to the page that compares; `facts` lead on from this list; `picker` is for the script that chooses models, `finder` for
    the one that finds them by several facets."""

    facets: tuple[Group, ...]
    cards: tuple[Card, ...]
    pager: Pager
    feed: Link | None
    empty: str
    facts: tuple[Fact, ...] = ()
    order: str = ""
    other: Link | None = None
    picker: Picker | None = None
    compare: Link | None = None
    finder: FinderForm | None = None


@dataclass(frozen=True)
class ModelFacetView(Listing):
    """Template model-facet.html: all keys of one facet with the numbers of their models; `ways` are the facets."""

    ways: Group
    keys: Group


@dataclass(frozen=True)
class ThreadRow:
    """One model of a thread; `ties` say how it stands to the others; `year` may be “Chưa rõ năm”, `basis` says what it is when it is no
    stated beginning; `note` is the editor's own word."""

    number: int
    model: Link
    ties: tuple[str, ...]
    year: str
    basis: str
    place: Link
    unit: str
    status: str
    status_key: str
    documents: tuple[Link, ...]
    note: str = ""


@dataclass(frozen=True)
class Succession:
    """What the record of a later model tells otherwise than that of an earlier one."""

    before: Link
    after: Link
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ThreadView(Listing):
    """Template thread.html; `retold`: that one model came before another is known, not that one learnt from the other;
    `compare` leads to tables of some of the models,
    `figures` are set side by side, `silent` are the models that have none."""

    facts: tuple[Fact, ...]
    drawing: Drawing | None
    rows: tuple[ThreadRow, ...]
    successions: tuple[Succession, ...]
    retold: bool = False
    compare: tuple[Link, ...] = ()
    figures: tuple[ComparedFigures, ...] = ()
    silent: tuple[Link, ...] = ()


@dataclass(frozen=True)
class ThreadListView(Listing):
    """Template threads.html."""

    cards: tuple[Card, ...]
    empty: str
