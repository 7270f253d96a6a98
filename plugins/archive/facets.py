"""The ways into the archive (see `context.facets`): one by one, and the pairs that readers ask for together.

Which documents belong to which list is told in `domain.facets` and by the holdings; the pages are made in `catalogue`."""

from collections.abc import Callable

from plugins.context import cards
from plugins.context.build import Build
from plugins.context.facets import Facet, choice, newest_first, word, year_name
from plugins.context.views import Group, Link
from plugins.domain import addresses, facets
from plugins.domain.frozen import dataclass


def signer_name(build: Build, key: str) -> str:
    """A signer as the newest document prints it."""
    return facets.signer(build.library.list(facets.SIGNER, key)[-1])


TYPE = word("type", "Loại văn bản", "loai", "type", addresses.document_type, "types")
YEAR = Facet("year", "Năm", "nam", "year", addresses.document_year, newest_first, year_name)
ORGAN = word("organ", "Cơ quan ban hành", "co-quan", "organ", addresses.document_organ, "organs")
LEVEL = choice(facets.LEVEL, "Cấp ban hành", "cap", "level", addresses.document_level, "level")
STANDING = choice(facets.STANDING, "Hiệu lực", "hieu-luc", "status", addresses.document_status, "document_status")
TOPIC = word(facets.TOPIC, "Lĩnh vực, chủ đề", "chu-de", "topic", addresses.document_topic, "topics")
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
            Link(self.second.name(build, k), build.href(self.address(opens + k)), str(library.count(self.kind, opens + k)))
            for k in there
        )
        return Group(self.second.label, tuple(links), self.second.kind)


PAIRS = (
    Pair(facets.TYPE_YEAR, TYPE, YEAR, addresses.type_in_year),
    Pair(facets.ORGAN_TYPE, ORGAN, TYPE, addresses.type_of_organ),
)
