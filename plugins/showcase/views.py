"""What the showcase's pages show: one model practice, and lists of models.

Only shapes live here; `pages` fills them."""

from dataclasses import dataclass

from markupsafe import Markup

from plugins.context.views import Card, Day, DocumentRow, Fact, Group, Head, Image, Link, Notice, Pager


@dataclass(frozen=True)
class Step:
    """One step of the way of working; `needs` may be empty."""

    title: str
    text: str
    needs: str


@dataclass(frozen=True)
class Result:
    """A figure with its base and its day: value “117”, of “117”, percent “100 %”, before “145”, as_of “tháng 11/2022”.

    `share` is 0–100 for a bar, or None when there is no base."""

    label: str
    value: str
    unit: str
    of: str
    before: str
    percent: str
    share: float | None
    as_of: str


@dataclass(frozen=True)
class Spread:
    """How far a model was taken over at one level."""

    level: str
    value: str
    of: str
    percent: str
    share: float | None
    as_of: str
    places: tuple[Link, ...]
    document: Link | None


@dataclass(frozen=True)
class ModelView:
    """Template model.html."""

    head: Head
    crumbs: tuple[Link, ...]
    title: str
    slogan: str
    summary: str
    status: str
    status_key: str
    notices: tuple[Notice, ...]
    image: Image | None
    facts: tuple[Fact, ...]
    components: tuple[str, ...]
    steps: tuple[Step, ...]
    results: tuple[Result, ...]
    replication: tuple[Spread, ...]
    limits: tuple[str, ...]
    lessons: tuple[str, ...]
    resources: tuple[str, ...]
    contact: str
    body: Markup
    photos: tuple[Image, ...]
    directives: tuple[DocumentRow, ...]
    evidence: tuple[Card, ...]
    lineage: tuple[Group, ...]
    source: Link | None
    reviewed: Day | None
    previous: Link | None
    next: Link | None


@dataclass(frozen=True)
class ModelListView:
    """Template models.html: the showcase, by field, by status."""

    head: Head
    crumbs: tuple[Link, ...]
    title: str
    intro: str
    facets: tuple[Group, ...]
    cards: tuple[Card, ...]
    pager: Pager
    feed: Link | None
    empty: str
