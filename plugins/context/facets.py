"""The ways into a stock of records as pages show them: what each kind of list is called, in which order its keys stand, where it lives.

Which records belong to which list is told in the domain and by the holdings; the pages are made by the adapters."""

from collections.abc import Callable, Iterable

from plugins.context import cards
from plugins.context.build import Build
from plugins.context.views import Group, Link
from plugins.domain.fields import CHOICES
from plugins.domain.frozen import dataclass
from plugins.domain.text import sort_key

OTHER_YEAR = "Năm khác"


@dataclass(frozen=True)
class Facet:
    """One way in. `kind` is the list in the library, `label` stands above its links; `parameter` names it in the
    address of a search by script, `column` in its data; `keys` brings keys into order for readers, `name` is what one is called."""

    kind: str
    label: str
    parameter: str
    column: str
    address: Callable[[str], str]
    keys: Callable[[Build, Iterable[str]], list[str]]
    name: Callable[[Build, str], str]

    def there(self, build: Build) -> list[str]:
        """The keys that have records."""
        return self.keys(build, build.library.keys(self.kind))

    def counted(self, build: Build) -> Group:
        """Links to all its lists, with the number of records."""
        library = build.library
        return self.group(build, {key: str(library.count(self.kind, key)) for key in self.there(build)})

    def group(self, build: Build, notes: dict[str, str], current: str = "") -> Group:
        """Links to some of its lists, each with a note."""
        links = (Link(self.name(build, k), build.href(self.address(k)), note, k == current) for k, note in notes.items())
        return Group(self.label, tuple(links), self.kind)


def of_words(vocabulary: str) -> Callable[[Build, Iterable[str]], list[str]]:
    """Keys in the order of their names, as a Vietnamese dictionary has them."""
    return lambda build, keys: sorted(keys, key=lambda key: (sort_key(build.library.words.name(vocabulary, key)), key))


def of_choice(choice: str) -> Callable[[Build, Iterable[str]], list[str]]:
    """Keys in the order of a table of choices."""
    return lambda build, keys: [key for key in CHOICES[choice] if key in set(keys)]


def newest_first(build: Build, keys: Iterable[str]) -> list[str]:
    """Years; what is of no year comes last."""
    return sorted(keys, key=lambda y: (y.isdigit(), y), reverse=True)


def year_name(build: Build, key: str) -> str:
    """A year in a list of years."""
    return key if key.isdigit() else OTHER_YEAR


def word(kind: str, label: str, parameter: str, column: str, address: Callable[[str], str], vocabulary: str) -> Facet:
    """A way in by the words of a vocabulary."""
    return Facet(
        kind, label, parameter, column, address, of_words(vocabulary), lambda build, key: build.library.words.name(vocabulary, key)
    )


def choice(kind: str, label: str, parameter: str, column: str, address: Callable[[str], str], table: str) -> Facet:
    """A way in by the words of a table of choices."""
    return Facet(kind, label, parameter, column, address, of_choice(table), lambda build, key: cards.choice(table, key))
