"""What the pages show that look at all models at once: the map of provinces, and how far models were taken over.

Only shapes live here; `provinces` and `spreading` fill them."""

from plugins.context.views import Link, Listing, Pager
from plugins.domain.drawing import Table
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class Tile:
    """One tile of the map, at `x` and `y` in units: `short` “NB”, `figure` the number of its models or '', `words` the same in words;
    `href` is empty where there is no model."""

    x: int
    y: int
    short: str
    figure: str
    words: str
    href: str


@dataclass(frozen=True)
class TileMap:
    """The tiles of a map and its size in units."""

    title: str
    wide: int
    high: int
    side: int
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Province:
    """One row of the table behind the map: `former` are its names of the past, `models` leads to all its models."""

    short: str
    name: Link
    former: tuple[Link, ...]
    models: Link | None


@dataclass(frozen=True)
class ProvinceMapView(Listing):
    """Template province-map.html. `former`: old name, until when, where it lives on; `elsewhere`: places with models that no tile has."""

    map: TileMap
    provinces: tuple[Province, ...]
    former: Table | None
    elsewhere: tuple[Link, ...]
    ways: tuple[Link, ...]


@dataclass(frozen=True)
class SpreadingView(Listing):
    """Template spreading.html: how far models were taken over, model by model, level by level, moment by moment."""

    table: Table | None
    pager: Pager
    ways: tuple[Link, ...]
    empty: str
    feed: Link | None = None
