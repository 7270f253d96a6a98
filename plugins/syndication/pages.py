"""Everything that machines read of the site, shelf by shelf: feeds in two forms, their directory, the site map."""

from collections.abc import Iterator
from itertools import islice

from plugins.context.build import Build
from plugins.context.outputs import File, Output, Shelf
from plugins.syndication import feeds, items, jsonfeed, opml, rss, tasks

_KEPT = 256  # items kept between feeds: a record stands in several, mostly in neighbouring ones


def shelves(build: Build) -> Iterator[Shelf]:
    """Every feed as RSS and as JSON Feed, their list, the page that explains them."""
    item = build.trace.remembered(lambda key: items.item(build.library.records[key], build), _KEPT)
    groups = feeds.groups(build)
    for _label, members in groups:
        for feed in members:
            yield Shelf(f"nguon-tin:{feed.kind}:{feed.key}", lambda f=feed: _files(f, item, build), feed)
    yield Shelf("nguon-tin", lambda: _directory(groups, build), groups)


def _files(feed: feeds.Feed, item, build: Build) -> Iterator[File]:
    def made() -> tuple[items.Item, ...]:
        if feed.kind == "duty":
            found = (one for record in feeds.records(feed, build.library) for one in tasks.items(record, build))
            return tuple(islice(found, feeds.SIZE))
        return tuple(item(record.key) for record in feeds.records(feed, build.library))

    yield File(feed.address("xml"), lambda: rss.write(feed, made(), build), feed.source)
    yield File(feed.address("json"), lambda: jsonfeed.write(feed, made(), build), feed.source)


def _directory(groups, build: Build) -> Iterator[Output]:
    yield File(opml.ADDRESS, lambda: opml.write(groups, build), "content/du-lieu")
    yield feeds.page(groups, build)
