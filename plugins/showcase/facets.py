"""The ways into the showcase (see `context.facets`): field, audience, place, status, year, scale.

Which models belong to which list, and in which order they stand, is told in `domain.model_facets`."""

from collections.abc import Iterable

from plugins.context.build import Build
from plugins.context.facets import Facet, choice, newest_first, word
from plugins.domain import addresses, model_facets
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
