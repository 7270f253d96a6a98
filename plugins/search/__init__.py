"""Search: an index by year that a small script of the theme searches in the browser, and the page around it."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import Adapter, Shelf
from plugins.search import pages
from plugins.search.index import Index


def shelves(build: Build) -> Iterator[Shelf]:
    """The search page and the index of every year."""
    yield Shelf("tim-kiem", lambda: (pages.page(build),))
    yield from Index(build).shelves()


ADAPTER = Adapter("search", shelves=shelves, late=lambda build: Index(build).late())


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
