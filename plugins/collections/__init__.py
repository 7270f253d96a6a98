"""Collections (bộ hồ sơ): ordered sets with a purpose, each a page with its path, and the list of them all."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import Adapter, Shelf


def shelves(build: Build) -> Iterator[Shelf]:
    """Every collection and their list; loaded when they are asked for."""
    from plugins.collections import pages

    return pages.shelves(build)


def find(build: Build, name: str) -> Shelf | None:
    """The shelf of one collection."""
    from plugins.collections import pages

    return pages.find(build, name)


ADAPTER = Adapter("collections", shelves=shelves, find=find)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
