"""The feeds of the lists of models: one for each key of each facet, and for the pairs of two facets that enough models share."""

from collections.abc import Callable, Iterator

from plugins.context.build import Build
from plugins.domain import addresses, model_facets
from plugins.domain.fields import CHOICES
from plugins.domain.model_facets import AUDIENCE, FIELD, PLACE, SCALE, SCALES, STATUS, YEAR
from plugins.syndication.views import Feed

PAIRED = 20  # items in the feed of a pair, and brief ones: such a list grows slowly, and there may be a thousand of them
MORE = (
    f"Danh sách mô hình theo hai mặt (như lĩnh vực và địa bàn) có từ {model_facets.FOLLOWED} mô hình trở lên cũng có nguồn tin riêng; "
    "địa chỉ nằm ở đầu danh sách ấy."
)
_HOMES = {
    FIELD: addresses.model_field,
    AUDIENCE: addresses.model_audience,
    PLACE: addresses.model_place,
    STATUS: addresses.model_status,
}
_PAIRS = {
    "field-audience": ("Mô hình: {}, cho {}", "Mô hình thuộc lĩnh vực {}, dành cho {}."),
    "field-place": ("Mô hình: {}, ở {}", "Mô hình thuộc lĩnh vực {}, ở {} và các nơi thuộc về."),
    "field-status": ("Mô hình: {}, {}", "Mô hình thuộc lĩnh vực {}, đang ở giai đoạn {}."),
    "audience-place": ("Mô hình cho {}, ở {}", "Mô hình dành cho {}, ở {} và các nơi thuộc về."),
}


def groups(build: Build, listed: Callable[..., tuple[Feed, ...]]) -> Iterator[tuple[str, tuple[Feed, ...]]]:
    """The feeds of the lists by one facet, facet by facet; `listed` makes those of a vocabulary."""
    library = build.library

    def of(kind: str, home: Callable[[str], str], about: str) -> tuple[Feed, ...]:
        named = ((k, _name(kind, k, build)) for k in library.keys(kind))
        return tuple(Feed(kind, k, f"Mô hình: {name}", about.format(name), home(k)) for k, name in named)

    yield "Mô hình theo lĩnh vực", listed(FIELD, "fields", addresses.model_field, "Mô hình: {}", "Mô hình thuộc lĩnh vực {}.")
    yield "Mô hình theo trạng thái", of(STATUS, addresses.model_status, "Mô hình ở giai đoạn {}.")
    yield "Mô hình theo quy mô", of(SCALE, addresses.model_scale, "Mô hình theo số nơi áp dụng: {}.")
    yield "Mô hình theo địa bàn", of(PLACE, addresses.model_place, "Mô hình ở {} và các nơi thuộc về.")
    yield "Mô hình theo đối tượng", of(AUDIENCE, addresses.model_audience, "Mô hình dành cho: {}.")
    yield "Mô hình theo năm bắt đầu", of(YEAR, addresses.model_year, "Mô hình {}.")


def pairs(build: Build) -> Iterator[Feed]:
    """The feeds of the lists by two facets. They stand on their lists and in no directory, which would be ten times as long."""
    for kind, (first, second) in model_facets.PAIRS.items():
        for key, shared in build.library.pairs(kind).items():
            if shared.followed:
                one, _, two = key.partition("/")
                names = _within(first, one, build), _within(second, two, build)
                name, about = (told.format(*names) for told in _PAIRS[kind])
                home = addresses.model_pair(_HOMES[first](one), _HOMES[second](two))
                yield Feed(kind, key, name, about, home, size=PAIRED, brief=True)


def _within(facet: str, key: str, build: Build) -> str:
    """What a value is called inside a sentence."""
    name = _name(facet, key, build)
    return f"{name[:1].lower()}{name[1:]}" if facet == AUDIENCE else name


def _name(facet: str, key: str, build: Build) -> str:
    """What a value is called; an audience as the model of the widest reach prints it."""
    if facet == AUDIENCE:
        return model_facets.audience(build.library.list(facet, key)[-1], key)
    if facet == YEAR:
        return f"bắt đầu năm {key}" if key.isdigit() else "chưa rõ năm bắt đầu"
    if facet == STATUS:
        return CHOICES["model_status"][key][0]
    return SCALES[key][1].lower() if facet == SCALE else build.library.words.name({FIELD: "fields", PLACE: "places"}[facet], key)
