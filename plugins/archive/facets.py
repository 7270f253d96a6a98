"""The ways into the archive as pages show them: what each kind of list is called, in which order its keys stand, where it lives.

Which documents belong to which list is told in `domain.facets` and by the holdings; the pages are made in `catalogue`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.context import cards
from plugins.context.build import Build
from plugins.context.views import Group, Link
from plugins.domain import addresses, facets
from plugins.domain.fields import CHOICES
from plugins.domain.text import sort_key

OTHER_YEAR = "Năm khác"


@dataclass(frozen=True)
class Facet:
    """One way into the archive. `kind` is the list in the library, `label` stands above its links; `parameter` names it in the
    address of a search by script, `column` in its data; `keys` brings keys into order for readers, `name` is what one is called."""

    kind: str
    label: str
    parameter: str
    column: str
    address: Callable[[str], str]
    keys: Callable[[Build, Iterable[str]], list[str]]
    name: Callable[[Build, str], str]

    def there(self, build: Build) -> list[str]:
        """The keys that have documents."""
        return self.keys(build, build.library.keys(self.kind))

    def counted(self, build: Build) -> Group:
        """Links to all its lists, with the number of documents."""
        library = build.library
        return self.group(build, {key: str(len(library.list(self.kind, key))) for key in self.there(build)})

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


def signer_name(build: Build, key: str) -> str:
    """A signer as the newest document prints it."""
    return facets.signer(build.library.list(facets.SIGNER, key)[-1])


def _word(kind: str, label: str, parameter: str, column: str, address: Callable[[str], str], vocabulary: str) -> Facet:
    return Facet(
        kind, label, parameter, column, address, of_words(vocabulary), lambda build, key: build.library.words.name(vocabulary, key)
    )


def _choice(kind: str, label: str, parameter: str, column: str, address: Callable[[str], str], choice: str) -> Facet:
    return Facet(kind, label, parameter, column, address, of_choice(choice), lambda build, key: cards.choice(choice, key))


TYPE = _word("type", "Loại văn bản", "loai", "type", addresses.document_type, "types")
YEAR = Facet("year", "Năm", "nam", "year", addresses.document_year, newest_first, year_name)
ORGAN = _word("organ", "Cơ quan ban hành", "co-quan", "organ", addresses.document_organ, "organs")
LEVEL = _choice(facets.LEVEL, "Cấp ban hành", "cap", "level", addresses.document_level, "level")
STANDING = _choice(facets.STANDING, "Hiệu lực", "hieu-luc", "status", addresses.document_status, "document_status")
TOPIC = _word(facets.TOPIC, "Lĩnh vực, chủ đề", "chu-de", "topic", addresses.document_topic, "topics")
SIGNER = Facet(facets.SIGNER, "Người ký", "nguoi-ky", "signer", addresses.document_signer, lambda build, keys: sorted(keys), signer_name)
NUMBER = Facet(
    facets.NUMBER,
    "Số",
    "so",
    "number",
    addresses.document_number,
    lambda build, keys: sorted(keys, key=facets.by_figure),
    lambda build, key: key if key != facets.UNNUMBERED else cards.NO_NUMBER,
)
ALL = (TYPE, YEAR, ORGAN, LEVEL, STANDING, TOPIC, SIGNER)
"""The facets of which each value has a list, in the order in which readers see them."""


@dataclass(frozen=True)
class Pair:
    """Two facets that readers ask for together: a list for each pair that has documents. `kind` is that list in the library, its
    keys are ``<first>/<second>``."""

    kind: str
    first: Facet
    second: Facet
    address: Callable[[str], str]

    def within(self, build: Build, key: str) -> Group:
        """The second facet inside one value of the first, with counts."""
        library, opens = build.library, f"{key}/"
        inside = [pair.removeprefix(opens) for pair in library.keys(self.kind) if pair.startswith(opens)]
        there = self.second.keys(build, inside)
        links = (
            Link(self.second.name(build, k), build.href(self.address(opens + k)), str(len(library.list(self.kind, opens + k))))
            for k in there
        )
        return Group(self.second.label, tuple(links), self.second.kind)


PAIRS = (
    Pair(facets.TYPE_YEAR, TYPE, YEAR, addresses.type_in_year),
    Pair(facets.ORGAN_TYPE, ORGAN, TYPE, addresses.type_of_organ),
)
