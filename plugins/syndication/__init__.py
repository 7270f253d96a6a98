"""Syndication: what machines read of the site — RSS, JSON Feed, OPML, the site map of search engines, robots.txt.

It must be the last adapter: the site map names every page that the others put before."""

from collections.abc import Iterator
from functools import lru_cache

from pelican import signals

from plugins.context import seam
from plugins.context.build import Build
from plugins.context.outputs import File, Output
from plugins.syndication import feeds, items, jsonfeed, opml, rss, sitemap

_KEPT = 256  # items kept between feeds: a record stands in several, mostly in neighbouring ones


def outputs(build: Build) -> Iterator[Output]:
    """Every feed as RSS and as JSON Feed, their list, the page that explains them, site map and robots.txt."""
    item = lru_cache(maxsize=_KEPT)(lambda key: items.item(build.library.records[key], build))
    groups = feeds.groups(build)
    for _label, members in groups:
        for feed in members:
            yield File(feed.address("xml"), lambda f=feed: rss.write(f, _items(f, item), build), feed.source)
            yield File(feed.address("json"), lambda f=feed: jsonfeed.write(f, _items(f, item), build), feed.source)
    yield File(opml.ADDRESS, lambda: opml.write(groups, build), "content/du-lieu")
    yield feeds.page(groups, build)
    yield from sitemap.outputs(build)


def _items(feed: feeds.Feed, item) -> tuple[items.Item, ...]:
    return tuple(item(record.key) for record in feed.records)


def _generators(pelican):
    return seam.generator(outputs)


def register() -> None:
    """Connects syndication to Pelican."""
    signals.get_generators.connect(_generators)
