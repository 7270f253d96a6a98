"""The showcase: model practices with their steps, figures, documents and news, and the lists that lead to them."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import Adapter, Shelf


def shelves(build: Build) -> Iterator[Shelf]:
    """Everything that the showcase publishes; loaded when it is asked for."""
    from plugins.showcase import pages

    return pages.shelves(build)


def find(build: Build, name: str) -> Shelf | None:
    """The shelf of one model."""
    from plugins.showcase import pages

    return pages.find(build, name)


def late(build: Build) -> Iterator[Shelf]:
    """What is put together from the data of all models."""
    from plugins.showcase import pages

    return pages.late(build)


ADAPTER = Adapter("showcase", shelves=shelves, late=late, find=find)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
