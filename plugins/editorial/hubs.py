"""The lists of the newsroom: all news, a category, and the hubs of a topic, a unit, a place, where all kinds meet."""

from collections.abc import Iterator

from plugins.context import cards, heads, lists
from plugins.context.build import Build
from plugins.context.outputs import Page
from plugins.context.views import Fact, Group, Link, Notice
from plugins.domain import addresses, dates
from plugins.domain.fields import CHOICES
from plugins.domain.words import Entry
from plugins.editorial.views import ListView


def outputs(build: Build) -> Iterator[Page]:
    """Every list page of the newsroom."""
    library, words = build.library, build.library.words
    yield from _list(
        build,
        library.list("news"),
        addresses.NEWS,
        "Tin tức",
        "Tin hoạt động Đoàn và phong trào thanh thiếu nhi.",
        "news",
        "",
        (("Tin tức", addresses.NEWS),),
    )
    for entry in words.lists.get("categories", ()):
        address = addresses.category(entry.key)
        yield from _list(
            build,
            library.list("category", entry.key),
            address,
            entry.name,
            entry.summary,
            "category",
            entry.key,
            (("Tin tức", addresses.NEWS), (entry.name, address)),
        )
    for key in library.keys("topic"):
        entry, address = words.entry("topics", key), addresses.topic(key)
        yield from _list(
            build, library.list("topic", key), address, f"Chủ đề: {entry.name}", entry.summary, "topic", key, ((entry.name, address),)
        )
    for kind, vocabulary, address_of, feed in (("unit", "organs", addresses.unit, "unit"), ("place", "places", addresses.place, "")):
        for key in _shown(build, kind, vocabulary):
            entry, address = words.entry(vocabulary, key), address_of(key)
            yield from _list(
                build,
                library.list(kind, key),
                address,
                entry.name,
                _about(entry, kind),
                feed,
                key,
                ((entry.name, address),),
                _facts(entry, kind, build),
                entry.note,
            )


def _shown(build: Build, kind: str, vocabulary: str) -> list[str]:
    """Units or places with a page: those with records, and those that these grew out of or were taken over by."""
    library, entries = build.library, build.library.words.lists.get(vocabulary, ())
    full = {e.key for e in entries if library.list(kind, e.key)}
    kept = full | {e.successor for e in entries if e.key in full and e.successor} | {e.key for e in entries if e.successor in full}
    return [e.key for e in entries if e.key in kept]


def _about(entry: Entry, kind: str) -> str:
    return entry.summary or ("Tin, văn bản và mô hình của đơn vị này." if kind == "unit" else "Những gì đã diễn ra trên địa bàn này.")


def _facts(entry: Entry, kind: str, build: Build) -> tuple[Fact, ...]:
    """What is known of a unit or place: names, level, from when to when, from what and into what."""
    vocabulary, address_of = ("organs", addresses.unit) if kind == "unit" else ("places", addresses.place)
    words, shown = build.library.words, set(_shown(build, kind, vocabulary))

    def to(key: str) -> Link:
        return Link(words.name(vocabulary, key), build.href(address_of(key)) if key in shown else "")

    before = tuple(to(e.key) for e in words.lists[vocabulary] if e.successor == entry.key)
    facts = (
        Fact("Tên đầy đủ", (Link(entry.full_name),) if entry.full_name and entry.full_name != entry.name else ()),
        Fact("Tên gọi khác", tuple(Link(a) for a in entry.aliases)),
        Fact("Cấp", (Link(CHOICES["level"][entry.level][0].capitalize()),) if entry.level else ()),
        Fact(
            "Địa bàn",
            (
                Link(
                    words.name("places", entry.place),
                    build.href(addresses.place(entry.place)) if build.library.list("place", entry.place) else "",
                ),
            )
            if entry.place
            else (),
        ),
        Fact("Thuộc", (to(entry.parent),) if entry.parent else ()),
        Fact("Có tên này từ", (Link(dates.short(entry.valid_from)),) if entry.valid_from else ()),
        Fact("Đến hết", (Link(dates.short(entry.valid_to)),) if entry.valid_to else ()),
        Fact("Trước đó là", before),
        Fact("Nay là", (to(entry.successor),) if entry.successor else ()),
    )
    return tuple(f for f in facts if f.values)


def _list(
    build: Build, records, address: str, title: str, intro: str, feed: str, key: str, path, facts=(), note: str = ""
) -> Iterator[Page]:
    documents_only = bool(records) and all(r.kind == "document" for r in records)

    def view(part: lists.Slice) -> ListView:
        words = lists.title(title, part)
        crumbs = heads.crumbs(build, *path) if part.number is None else heads.crumbs(build, *path, (f"Trang {part.number}", part.address))
        link = heads.feed_link(build, feed, key, f"{title} – RSS") if feed and (records or feed == "category") else None
        news = [r for r in part.records if r.kind != "document"]
        return ListView(
            head=heads.head(
                build,
                words,
                intro if part.number is None else f"{intro or title} Trang {part.number}.",
                part.address,
                label=title,
                feeds=(link,) if link else (),
                path=crumbs,
                index=bool(records),
            ),
            crumbs=crumbs,
            title=words,
            intro=intro,
            notices=(Notice("info", note),) if note else (),
            facts=tuple(facts),
            facets=_facets(build, key) if feed in ("news", "category") else (),
            cards=tuple(cards.card(r, build) for r in news),
            rows=tuple(cards.row(r, build) for r in part.records if r.kind == "document"),
            pager=part.pager,
            feed=link,
            empty="Chưa có bài nào trong mục này." if not documents_only else "",
        )

    yield from lists.pages(records, address, "list.html", view, build, "content/du-lieu")


def _facets(build: Build, current: str) -> tuple[Group, ...]:
    """The categories with the number of their news."""
    library = build.library
    links = tuple(
        Link(e.name, build.href(addresses.category(e.key)), str(len(library.list("category", e.key))), e.key == current)
        for e in library.words.lists.get("categories", ())
    )
    return (Group("Chuyên mục", links, "category"),)
