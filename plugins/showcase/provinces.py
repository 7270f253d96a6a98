"""The map of models: a grid of tiles, one for each province of today, and the table that says the same; old names lead to their heirs.

Which provinces there are, what they were before and where their tiles lie stands in content/du-lieu/tinh-thanh.yml. Only lists are
counted here: no record is read."""

from collections.abc import Iterator

from plugins.context import entities, heads
from plugins.context.build import Build
from plugins.context.outputs import Page, Shelf
from plugins.context.views import Link
from plugins.domain import addresses, dates, model_facets
from plugins.domain.drawing import Cell, Table, cells
from plugins.domain.text import sort_key
from plugins.domain.words import Entry
from plugins.showcase import overviews
from plugins.showcase.map_views import Province, ProvinceMapView, Tile, TileMap

_SIDE, _STEP = 44, 48  # units: a tile, and from one tile to the next
_SOURCE = "content/du-lieu/tinh-thanh.yml"
MODELS = "phan_mo-hinh"  # the part of a province's page that holds its models


def shelves(build: Build) -> Iterator[Shelf]:
    """The page of the map, where a site has the list of provinces."""
    if overviews.provinces(build):
        page = Page(addresses.MODEL_MAP, "province-map.html", lambda: view(build), _SOURCE)
        yield Shelf(f"danh-sach:{addresses.MODEL_MAP}", lambda: (page,))


def view(build: Build) -> ProvinceMapView:
    """The map, the provinces from A to Z, the old names."""
    today = overviews.provinces(build)
    steps = overviews.ROOT, (overviews.MAP, addresses.MODEL_MAP)
    intro = (
        f"Mỗi ô là một trong {len(today)} tỉnh, thành phố hiện nay. "
        "Ô đậm có mô hình, số trong ô là số mô hình, kể cả của thời còn mang tên cũ."
    )
    return ProvinceMapView(
        **heads.frame(build, overviews.MAP, intro, addresses.MODEL_MAP, *steps, label=overviews.NAME),
        intro=intro,
        map=_map(today, build),
        provinces=tuple(_province(entry, build) for entry in sorted(today, key=lambda entry: sort_key(_bare(entry.name)))),
        former=_former(build),
        elsewhere=_elsewhere(today, build),
        ways=overviews.beside(build, addresses.MODEL_MAP),
    )


def _bare(name: str) -> str:
    """A name without what kind of place it is, as people look for it."""
    return name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def _map(today: tuple[Entry, ...], build: Build) -> TileMap:
    tiles = []
    for entry in today:
        for spot in (entry.get("tile"), *entry.get("islands", ())):
            tiles.append(_tile(entry, spot.of, build))
    far = max((tile.x for tile in tiles), default=0), max((tile.y for tile in tiles), default=0)
    return TileMap(f"Số mô hình ở {len(today)} tỉnh, thành phố", far[0] + _SIDE, far[1] + _SIDE, _SIDE, tuple(tiles))


def _tile(entry: Entry, spot: dict, build: Build) -> Tile:
    """One tile; that of islands leads where their province does, whose models it does not count again."""
    count = _count(entry.key, build)
    islands = spot.get("name", "")
    name = f"{islands} ({entry.name})" if islands else entry.name
    x, y = (int(spot[name]) - 1 for name in ("column", "row"))
    href = f"{build.href(addresses.place(entry.key))}#{MODELS}" if count else ""
    return Tile(x * _STEP, y * _STEP, spot["short"], str(count) if count and not islands else "", f"{name}: {_words(count)}", href)


def _count(key: str, build: Build) -> int:
    return build.library.count(model_facets.PLACE, key)


def _words(count: int) -> str:
    return f"{count}\u00a0mô\u00a0hình" if count else "chưa có mô hình"


def _province(entry: Entry, build: Build) -> Province:
    known, count = entities.lines(build, "place"), _count(entry.key, build)
    former = tuple(entities.link(build, "place", key) for key in known.origins(entry.key))
    models = Link(_words(count), build.href(addresses.model_place(entry.key))) if count else None
    return Province(entry.get("tile").of["short"], entities.link(build, "place", entry.key), former, models)


def _former(build: Build) -> Table | None:
    """Old names from A to Z: until when, and where each lives on."""
    known, rows = entities.lines(build, "place"), []
    old = [e for e in build.library.words.lists.get("provinces", ()) if known.today(e.key)]
    for entry in sorted(old, key=lambda entry: sort_key(_bare(entry.name))):
        last = entities.about(build, "place", entry.key).valid_to
        heirs = [known.entries[key] for key in known.today(entry.key)]
        name = entities.link(build, "place", entry.key)
        goal = entities.link(build, "place", heirs[0].key) if len(heirs) == 1 else Link(", ".join(heir.name for heir in heirs))
        rows.append(cells(Cell(name.text, name.href), dates.short(last) if last else "–", Cell(goal.text, goal.href)))
    return Table(("Tên cũ", "Dùng đến hết", "Nay thuộc"), tuple(rows)) if rows else None


def _elsewhere(today: tuple[Entry, ...], build: Build) -> tuple[Link, ...]:
    """Places with models that lead to no tile, the outermost of them."""
    known, shown = entities.lines(build, "place"), {entry.key for entry in today}
    keys = (key for key in build.library.keys(model_facets.PLACE) if shown.isdisjoint(known.reaches(key)))
    return tuple(
        Link(known.entries[key].name, build.href(addresses.model_place(key)), _words(_count(key, build)))
        for key in keys
        if not known.entries[key].parent and not known.after.get(key)
    )
