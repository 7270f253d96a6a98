"""Syndication: what machines read of the site — RSS, JSON Feed, OPML, the site map of search engines, robots.txt."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import Adapter, Shelf


def shelves(build: Build) -> Iterator[Shelf]:
    """Every feed, their list, the page that explains them; loaded when they are asked for."""
    from plugins.syndication import pages

    return pages.shelves(build)


def late(build: Build) -> Iterator[Shelf]:
    """The site map and robots.txt."""
    from plugins.syndication import sitemap

    return sitemap.shelves(build)


ADAPTER = Adapter("syndication", shelves=shelves, late=late)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
