"""Search: an index by year that a small script of the theme searches in the browser, and the page around it."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import Adapter, Shelf


def shelves(build: Build) -> Iterator[Shelf]:
    """The search page and the index of every year; loaded when they are asked for."""
    from plugins.search import pages
    from plugins.search.index import Index

    yield Shelf("tim-kiem", lambda: (pages.page(build),))
    yield from Index(build).shelves()


def late(build: Build) -> Iterator[Shelf]:
    """The index of the lists, and the manifest."""
    from plugins.search.index import Index

    return Index(build).late()


ADAPTER = Adapter("search", shelves=shelves, late=late)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
