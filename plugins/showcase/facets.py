"""The ways into the showcase (see `context.facets`): field, audience, place, status, year, scale; and the pairs of them that readers ask
for together.

Which models belong to which list, and in which order they stand, is told in `domain.model_facets`."""

from collections.abc import Iterable

from plugins.context.build import Build
from plugins.context.facets import Facet, choice, newest_first, word
from plugins.context.views import Group, Link
from plugins.domain import addresses, model_facets
from plugins.domain.frozen import dataclass
from plugins.domain.model_facets import Shared
from plugins.domain.text import sort_key


def _audience(build: Build, key: str) -> str:
    """An audience as the model of the widest reach prints it."""
    return model_facets.audience(build.library.list(model_facets.AUDIENCE, key)[-1], key)


def _year(build: Build, key: str) -> str:
    return f"Năm {key}" if key.isdigit() else "Chưa rõ năm"


def _widest_first(build: Build, keys: Iterable[str]) -> list[str]:
    there = set(keys)
    return [key for key in model_facets.SCALES if key in there]


def _by_key(build: Build, keys: Iterable[str]) -> list[str]:
    return sorted(keys, key=lambda key: (sort_key(key), key))


FIELD = word(model_facets.FIELD, "Lĩnh vực", "linh-vuc", "field", addresses.model_field, "fields")
AUDIENCE = Facet(model_facets.AUDIENCE, "Đối tượng", "doi-tuong", "audience", addresses.model_audience, _by_key, _audience)
PLACE = word(model_facets.PLACE, "Địa bàn", "dia-ban", "place", addresses.model_place, "places")
STATUS = choice(model_facets.STATUS, "Trạng thái", "trang-thai", "status", addresses.model_status, "model_status")
YEAR = Facet(model_facets.YEAR, "Năm bắt đầu", "nam", "year", addresses.model_year, newest_first, _year)
SCALE = Facet(
    model_facets.SCALE, "Quy mô", "quy-mo", "scale", addresses.model_scale, _widest_first, lambda build, key: model_facets.SCALES[key][1]
)
ALL = (FIELD, STATUS, SCALE, PLACE, AUDIENCE, YEAR)
"""Every way in, in the order in which readers see them."""


@dataclass(frozen=True)
class Pair:
    """Two facets together: a list for each pair that has models enough and is narrower than either (see `model_facets.shared`)."""

    kind: str
    first: Facet
    second: Facet

    def address(self, key: str) -> str:
        """Where the list of a pair ``<first>/<second>`` lives."""
        one, _, two = key.partition("/")
        return addresses.model_pair(self.first.address(one), self.second.address(two))

    def goal(self, key: str, told: Shared) -> str:
        """Where the models of a pair are listed: its own list, else that of the facet all of whose models it holds."""
        one, _, two = key.partition("/")
        if told.all_of_second:
            return self.second.address(two)
        return self.first.address(one) if told.all_of_first else self.address(key)

    def names(self, build: Build, key: str) -> tuple[str, str]:
        """What the two values are called; an audience as a model of this very list prints it, so that no other list is asked."""
        one, _, two = key.partition("/")
        return self._name(self.first, one, key, build), self._name(self.second, two, key, build)

    def _name(self, facet: Facet, value: str, key: str, build: Build) -> str:
        if facet is not AUDIENCE:
            return facet.name(build, value)
        return model_facets.audience(build.library.list(self.kind, key)[-1], value)

    def within(self, facet: Facet, value: str, build: Build, most: int) -> Group:
        """The other facet inside one value of `facet`: those of most models where there are more than `most`, each with the count. What
        all models of `facet` have divides nothing and is left out."""
        first = facet is self.first
        other, at = (self.second, 1) if first else (self.first, 0)
        told = build.library.pairs(self.kind, f"{value}/" if first else f"/{value}")
        divides = [key for key, one in told.items() if not (one.all_of_first if first else one.all_of_second)]
        counts = {key: build.library.count(self.kind, key) for key in divides}
        kept = sorted(counts, key=lambda key: (-counts[key], key))[:most]
        keys = {key.split("/")[at]: key for key in kept}
        there = [keys[value] for value in other.keys(build, keys)]
        links = (Link(self.names(build, key)[at], build.href(self.goal(key, told[key])), str(counts[key])) for key in there)
        return Group(f"Chia theo {other.label[:1].lower()}{other.label[1:]}", tuple(links), self.kind)


_OF = {facet.kind: facet for facet in ALL}
PAIRS = tuple(Pair(kind, _OF[one], _OF[two]) for kind, (one, two) in model_facets.PAIRS.items())
