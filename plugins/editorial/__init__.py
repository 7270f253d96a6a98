"""The newsroom: files of content/ become records; news, pages and lists are published."""

from collections.abc import Iterator
from itertools import chain

from plugins.context.build import Build
from plugins.context.outputs import Adapter, OfRecords, Shelf
from plugins.editorial import articles, desk


def lend(build: Build) -> None:
    """Lends the desk at which files are read and judged."""
    build.desk = desk.Desk(build)


def shelves(build: Build) -> Iterator[Shelf]:
    """Everything that the newsroom publishes; loaded when it is asked for."""
    from plugins.editorial import changes, entities, entity_data, front, hubs

    return chain(front.shelves(build), hubs.shelves(build), entities.shelves(build), changes.shelves(build), entity_data.shelves(build))


ADAPTER = Adapter("editorial", lend=lend, records=OfRecords(("news", "page"), articles.outputs), shelves=shelves)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
