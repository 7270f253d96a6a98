"""The lists of the newsroom: all news, a category, and the hubs of a topic, a unit, a place, where all kinds meet."""

from collections.abc import Iterator
from functools import partial

from plugins.context import cards, heads, lists
from plugins.context.build import Build
from plugins.context.outputs import Shelf
from plugins.context.views import Fact, Group, Link, Notice
from plugins.domain import addresses, dates
from plugins.domain.fields import CHOICES
from plugins.domain.frozen import dataclass
from plugins.domain.words import Entry
from plugins.editorial.views import ListView

_NEWS = ("Tin tức", addresses.NEWS)
# Units and places: kind of list, vocabulary, address, kind of feed, what their pages are called.
_ENTITIES = (("unit", "organs", addresses.unit, "unit", "Đơn vị"), ("place", "places", addresses.place, "", "Địa bàn"))


@dataclass(frozen=True)
class Hub:
    """One list with its pages: `kind` and `key` of the list, where it lives and what stands above it. Units and places share one
    card each: there may be thousands."""

    kind: str
    key: str
    address: str
    title: str
    intro: str
    path: tuple[tuple[str, str], ...]
    feed: str = ""
    label: str = ""  # of the share card; else the title
    facts: tuple[Fact, ...] = ()
    notices: tuple[Notice, ...] = ()


def shelves(build: Build) -> Iterator[Shelf]:
    """Every list of the newsroom."""
    for hub in hubs(build):
        yield lists.shelf(
            partial(build.library.list, hub.kind, hub.key), hub.address, "list.html", partial(view, hub, build=build), build,
            "content/du-lieu", hub,
        )  # fmt: skip


def hubs(build: Build) -> Iterator[Hub]:
    """Every list of the newsroom: categories always, topics with records, units and places with records or kin that have."""
    library, words = build.library, build.library.words
    yield Hub("news", "", addresses.NEWS, "Tin tức", "Tin hoạt động Đoàn và phong trào thanh thiếu nhi.", (_NEWS,), "news")
    for entry in words.lists.get("categories", ()):
        address = addresses.category(entry.key)
        yield Hub("category", entry.key, address, entry.name, entry.summary, (_NEWS, (entry.name, address)), "category")
    for key in library.keys("topic"):
        entry, address = words.entry("topics", key), addresses.topic(key)
        yield Hub("topic", key, address, f"Chủ đề: {entry.name}", entry.summary, ((entry.name, address),), "topic")
    for kind, vocabulary, address_of, feed, label in _ENTITIES:
        shown = _shown(build, kind, vocabulary)
        before = _predecessors(build, vocabulary)
        for key in shown:
            entry, address = words.entry(vocabulary, key), address_of(key)
            facts = _facts(entry, kind, build, shown, before.get(key, ()))
            notices = _notices(entry, vocabulary, address_of, build)
            path = ((entry.name, address),)
            yield Hub(kind, key, address, f"{label}: {entry.name}", _about(entry, kind), path, feed, label, facts, notices)


def view(hub: Hub, part: lists.Slice, build: Build) -> ListView:
    """One page of a hub. What changes with every new record (counts) stands on the newest page only."""
    title, newest = lists.title(hub.title, part), part.number is None
    path = heads.crumbs(build, *hub.path) if newest else heads.crumbs(build, *hub.path, (f"Trang {part.number}", part.address))
    has_feed = hub.feed and (part.records or hub.kind == "category")
    feed = heads.feed_link(build, hub.feed, hub.key, f"Nhận tin: {hub.path[-1][0]} (RSS)") if has_feed else None
    about = hub.intro if newest else f"{hub.intro or hub.title} Trang {part.number}."
    feeds = (feed,) if feed else ()
    return ListView(
        head=heads.head(build, title, about, part.address, label=hub.label or hub.title, feeds=feeds, path=path, index=bool(part.records)),
        crumbs=path,
        title=title,
        intro=hub.intro,
        notices=hub.notices,
        facts=hub.facts,
        facets=_facets(build, hub.key) if hub.kind in ("news", "category") and newest else (),
        cards=tuple(cards.card(r, build) for r in part.records if r.kind != "document"),
        rows=tuple(cards.row(r, build) for r in part.records if r.kind == "document"),
        pager=part.pager,
        feed=feed,
        empty="" if part.records else "Chưa có bài nào trong mục này.",
    )


def _shown(build: Build, kind: str, vocabulary: str) -> dict[str, None]:
    """Units or places with a page: those with records, and those that these grew out of or were taken over by."""
    library, entries = build.library, build.library.words.lists.get(vocabulary, ())
    full = set(library.keys(kind))
    kept = full | {e.successor for e in entries if e.key in full and e.successor} | {e.key for e in entries if e.successor in full}
    return dict.fromkeys(e.key for e in entries if e.key in kept)


def _about(entry: Entry, kind: str) -> str:
    return entry.summary or ("Tin, văn bản và mô hình của đơn vị này." if kind == "unit" else "Những gì đã diễn ra trên địa bàn này.")


def _notices(entry: Entry, vocabulary: str, address_of, build: Build) -> tuple[Notice, ...]:
    """That a name is of the past, and where it leads; then the editor's own word."""
    found = []
    if entry.valid_to:
        link = (
            Link(build.library.words.name(vocabulary, entry.successor), build.href(address_of(entry.successor)))
            if entry.successor
            else None
        )
        found.append(Notice("warning", f"Tên này dùng đến hết ngày {dates.short(entry.valid_to)}{'; nay thuộc' if link else '.'}", link))
    return (*found, *((Notice("info", entry.note),) if entry.note else ()))


def _predecessors(build: Build, vocabulary: str) -> dict[str, list[str]]:
    """Key → the keys of those that it took over."""
    found: dict[str, list[str]] = {}
    for entry in build.library.words.lists.get(vocabulary, ()):
        if entry.successor:
            found.setdefault(entry.successor, []).append(entry.key)
    return found


def _facts(entry: Entry, kind: str, build: Build, shown, predecessors) -> tuple[Fact, ...]:
    """What is known of a unit or place: names, level, from when to when, from what and into what."""
    vocabulary, address_of = ("organs", addresses.unit) if kind == "unit" else ("places", addresses.place)
    words = build.library.words

    def to(key: str) -> Link:
        return Link(words.name(vocabulary, key), build.href(address_of(key)) if key in shown else "")

    before = tuple(to(key) for key in predecessors)
    place = cards.word_link("places", entry.place, addresses.place(entry.place), build, "place") if entry.place else None
    facts = (
        Fact("Tên đầy đủ", (Link(entry.full_name),) if entry.full_name and entry.full_name != entry.name else ()),
        Fact("Tên gọi khác", tuple(Link(a) for a in entry.aliases)),
        Fact("Cấp", (Link(CHOICES["level"][entry.level][0].capitalize()),) if entry.level else ()),
        Fact("Địa bàn", (place,) if place else ()),
        Fact("Thuộc", (to(entry.parent),) if entry.parent else ()),
        Fact("Có tên này từ", (Link(dates.short(entry.valid_from)),) if entry.valid_from else ()),
        Fact("Đến hết", (Link(dates.short(entry.valid_to)),) if entry.valid_to else ()),
        Fact("Đơn vị cũ nay thuộc về đây" if kind == "unit" else "Địa bàn cũ nay thuộc về đây", before),
        Fact("Nay thuộc", (to(entry.successor),) if entry.successor else ()),
    )
    return tuple(f for f in facts if f.values)


def _facets(build: Build, current: str) -> tuple[Group, ...]:
    """The categories with the number of their news."""
    library = build.library
    links = tuple(
        Link(e.name, build.href(addresses.category(e.key)), str(len(library.list("category", e.key))), e.key == current)
        for e in library.words.lists.get("categories", ())
    )
    return (Group("Chuyên mục", links, "category"),)
