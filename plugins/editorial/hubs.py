"""The lists of the newsroom: all news, a category, and the hub of a topic, where all kinds meet. Units and places: `entities`."""

from collections.abc import Iterator
from functools import partial

from plugins.context import cards, heads, lists
from plugins.context.build import Build
from plugins.context.outputs import Shelf
from plugins.context.views import Group, Link
from plugins.domain import addresses
from plugins.domain.frozen import dataclass
from plugins.editorial.views import ListView

_NEWS = ("Tin tức", addresses.NEWS)


@dataclass(frozen=True)
class Hub:
    """One list with its pages: `kind` and `key` of the list, where it lives and what stands above it."""

    kind: str
    key: str
    address: str
    title: str
    intro: str
    path: tuple[tuple[str, str], ...]
    feed: str = ""


def shelves(build: Build) -> Iterator[Shelf]:
    """Every list of the newsroom."""
    for hub in hubs(build):
        yield lists.shelf(
            partial(build.library.list, hub.kind, hub.key), hub.address, "list.html", partial(view, hub, build=build), build,
            "content/du-lieu", hub,
        )  # fmt: skip


def hubs(build: Build) -> Iterator[Hub]:
    """Every list of the newsroom: categories always, topics with records."""
    library, words = build.library, build.library.words
    yield Hub("news", "", addresses.NEWS, "Tin tức", "Tin hoạt động Đoàn và phong trào thanh thiếu nhi.", (_NEWS,), "news")
    for entry in words.lists.get("categories", ()):
        address = addresses.category(entry.key)
        yield Hub("category", entry.key, address, entry.name, entry.summary, (_NEWS, (entry.name, address)), "category")
    for key in library.keys("topic"):
        entry, address = words.about("topics", key), addresses.topic(key)
        yield Hub("topic", key, address, f"Chủ đề: {entry.name}", entry.summary, ((entry.name, address),), "topic")


def view(hub: Hub, part: lists.Slice, build: Build) -> ListView:
    """One page of a hub. What changes with every new record (counts) stands on the newest page only."""
    newest = part.number is None
    has_feed = hub.feed and (part.records or hub.kind == "category")
    feed = heads.feed_link(build, hub.feed, hub.key, f"Nhận tin: {hub.path[-1][0]} (RSS)") if has_feed else None
    feeds = (feed,) if feed else ()
    return ListView(
        **lists.frame(part, hub.title, hub.intro, *hub.path, label=hub.title, feeds=feeds, index=bool(part.records)),
        facets=_facets(build, hub.key) if hub.kind in ("news", "category") and newest else (),
        cards=tuple(cards.card(r, build) for r in part.records if r.kind != "document"),
        rows=tuple(cards.row(r, build) for r in part.records if r.kind == "document"),
        pager=part.pager,
        feed=feed,
        empty="" if part.records else "Chưa có bài nào trong mục này.",
    )


def _facets(build: Build, current: str) -> tuple[Group, ...]:
    """The categories with the number of their news."""
    library = build.library
    links = tuple(
        Link(e.name, build.href(addresses.category(e.key)), str(library.count("category", e.key)), e.key == current)
        for e in library.words.lists.get("categories", ())
    )
    return (Group("Chuyên mục", links, "category"),)
