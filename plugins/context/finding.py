"""The form by which a script finds records by several facets together: what its page is told. What the script reads is the matter of
whoever owns the records."""

from collections.abc import Iterable

from plugins.context import theme
from plugins.context.build import Build
from plugins.context.facets import Facet
from plugins.domain.frozen import dataclass
from plugins.domain.numbers import format_number


@dataclass(frozen=True)
class Option:
    """One value to choose; `count` says how many records it has, and may be empty."""

    value: str
    text: str
    count: str = ""


@dataclass(frozen=True)
class Choice:
    """What may be chosen by one facet: `parameter` in the address, `column` in the data."""

    parameter: str
    column: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class FinderForm:
    """What a page with a finder tells its script: where it lives, where its data lie (`names` may be empty), the module that folds
    Vietnamese, the script itself and (where that is another one) the `engine` that it builds on; `words` stands above the field for words,
    `sorts` are the orders, the usual one first."""

    home: str
    names: str
    columns: str
    fold: str
    script: str
    choices: tuple[Choice, ...]
    title: str
    words: str
    sorts: tuple[Option, ...]
    engine: str = ""


def choices(facets: Iterable[Facet], build: Build) -> tuple[Choice, ...]:
    """What may be chosen by facets. A value is called as in the address of its list."""
    return tuple(Choice(facet.parameter, facet.column, facet.label, tuple(_options(facet, build))) for facet in facets)


def _options(facet: Facet, build: Build) -> Iterable[Option]:
    for key in facet.there(build):
        yield Option(value(facet, key), facet.name(build, key), format_number(build.library.count(facet.kind, key)))


def value(facet: Facet, key: str) -> str:
    """A value of a facet as addresses call it."""
    return facet.address(key).rstrip("/").rpartition("/")[2]


def script(build: Build, name: str) -> str:
    """Where a script of the theme is published."""
    return build.prefix + theme.find(build.assets, name)
