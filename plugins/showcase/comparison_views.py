"""What the pages that put models side by side show.

Only shapes live here; `comparisons` fills them."""

from plugins.context.views import Card, Link, Listing, Pager, Story
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class Told:
    """One thing that a model tells; `source` leads to where it can be checked."""

    text: str
    source: Link | None = None


@dataclass(frozen=True)
class ComparedModel:
    """The head of a column; `place` stands below the name."""

    name: str
    href: str
    place: str


@dataclass(frozen=True)
class ComparedRow:
    """One question and what each model tells of it, in the order of the columns; `ordered`: what is told are steps."""

    label: str
    ordered: bool
    cells: tuple[tuple[Told, ...], ...]


@dataclass(frozen=True)
class ComparedFigures:
    """Figures of some models of a thread side by side; `title` says which models these are."""

    title: str
    models: tuple[ComparedModel, ...]
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True)
class ComparisonView(Story):
    """Template comparison.html: a prepared comparison. `change` leads to the same models where a script lets readers change them,
    `threads` to threads in which two of them stand."""

    models: tuple[ComparedModel, ...]
    rows: tuple[ComparedRow, ...]
    source: Link | None
    change: str
    every: Link
    threads: tuple[Link, ...] = ()


@dataclass(frozen=True)
class CompareTool:
    """What the script that puts any models side by side is told: where models live, where their names lie, how many fit, the module
    that folds Vietnamese, the script itself; `rows` are the questions without answers."""

    models: str
    names: str
    most: int
    fold: str
    script: str
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True)
class CompareView(Listing):
    """Template compare.html: any models side by side, and the list of prepared comparisons."""

    cards: tuple[Card, ...]
    pager: Pager
    empty: str
    tool: CompareTool | None


@dataclass(frozen=True)
class Picker:
    """What the script that chooses models from a list is told: the page that compares them, how many fit, the script itself."""

    page: str
    most: int
    script: str
