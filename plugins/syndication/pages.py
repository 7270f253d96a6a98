"""Everything that machines read of the site, shelf by shelf: feeds in two forms, their directory, the site map."""

from collections.abc import Iterator
from itertools import chain

from plugins.context.build import Build
from plugins.context.outputs import File, Output, Shelf
from plugins.syndication import entries, feeds, jsonfeed, models, opml, rss
from plugins.syndication.views import Feed


def shelves(build: Build) -> Iterator[Shelf]:
    """Every feed as RSS and as JSON Feed, their list, the page that explains them."""
    shown = build.trace.remembered(lambda feed: entries.of(feed, build), 1)  # by both forms of a feed
    groups = feeds.groups(build)
    for feed in chain(*(members for _label, members in groups), models.pairs(build)):
        yield Shelf(f"nguon-tin:{feed.kind}:{feed.key}", lambda f=feed: _files(f, shown, build), feed)
    yield Shelf("nguon-tin", lambda: _directory(groups, build), groups)


def _files(feed: Feed, shown, build: Build) -> Iterator[File]:
    yield File(feed.address("xml"), lambda: rss.write(feed, shown(feed), build), feed.source)
    yield File(feed.address("json"), lambda: jsonfeed.write(feed, shown(feed), build), feed.source)


def _directory(groups, build: Build) -> Iterator[Output]:
    yield File(opml.ADDRESS, lambda: opml.write(groups, build), "content/du-lieu")
    yield feeds.page(groups, build)
