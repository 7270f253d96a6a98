"""The items of a feed as they stand in its files. A record's item is serialised once, for all feeds that show it, and kept.

What an item tells is decided in `items` and `tasks`, how it is written in `rss` and `jsonfeed`."""

from itertools import chain, islice

from plugins.context.build import Build
from plugins.domain import dates
from plugins.syndication import changes, feeds, items, jsonfeed, rss, tasks
from plugins.syndication.items import Entry, Item
from plugins.syndication.views import Feed


def of(feed: Feed, build: Build) -> tuple[Entry, ...]:
    """The items of a feed, newest first."""
    if feed.kind == "change":
        return tuple(map(_entry, changes.of_entities(build, feeds.SIZE)))
    keys = feeds.keys(feed, build.library)
    if feed.kind == "spread":
        told = (build.keeping.get(f"nhan-rong:{key}", lambda key=key: _spread(key, build), build.trace) for key in keys)
        return tuple(Entry(*one) for _day, *one in sorted(chain.from_iterable(told), reverse=True)[: feeds.SIZE])
    if feed.kind == "duty":
        told = (build.keeping.get(f"viec-moi:{key}", lambda key=key: _duties(key, build), build.trace) for key in keys)
        return tuple(Entry(*one) for one in islice(chain.from_iterable(told), feeds.SIZE))
    form = "nguon-tin-gon" if feed.brief else "nguon-tin"
    kept = (build.keeping.get(f"{form}:{key}", lambda key=key: _made(key, build, feed.brief), build.trace) for key in keys)
    return tuple(Entry(*one) for one in kept if one)


def _made(key: str, build: Build, brief: bool) -> tuple[bytes, bytes, str] | None:
    record = build.library.records[key]
    return tuple(_entry(items.item(record, build, brief))) if record.kind in feeds.KINDS else None


def _duties(key: str, build: Build) -> tuple[tuple[bytes, bytes, str], ...]:
    """The items of the duties of a document, kept together: one that changes is written anew with its document's others only."""
    return tuple(tuple(_entry(one)) for one in tasks.items(build.library.records[key], build))


def _spread(key: str, build: Build) -> tuple[tuple[str, bytes, bytes, str], ...]:
    """The items of how far a model was taken over, each with its day."""
    return tuple((day, *_entry(one)) for day, one in changes.of_model(build.library.records[key], build))


def _entry(item: Item) -> Entry:
    moments = [dates.as_datetime(moment) for moment in (item.published, item.modified) if moment]
    return Entry(rss.item(item), jsonfeed.item(item), max(moments).isoformat() if moments else "")
