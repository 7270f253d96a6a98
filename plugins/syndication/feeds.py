"""Which lists have a feed, what each is called, and the page that explains and lists them all.

The bytes of a feed are made in `rss` and `jsonfeed`."""

from collections.abc import Callable
from heapq import nlargest

from plugins.context import changing, heads
from plugins.context.build import Build
from plugins.context.calendar import shown_on
from plugins.context.library import Library
from plugins.context.outputs import Page
from plugins.context.views import Group, Link
from plugins.domain import addresses
from plugins.syndication import models, opml, sitemap
from plugins.syndication.views import Feed, FeedGroup, FeedLine, FeedsView

SIZE = 50  # items in a feed
KINDS = ("news", "document", "model", "collection")
_LISTS = {"spread": "replicated"}  # feeds that are called otherwise than their lists


def groups(build: Build) -> tuple[tuple[str, tuple[Feed, ...]], ...]:
    """All feeds under the headings of the feeds page; the feeds of everything and of the categories exist even when empty."""
    library, words = build.library, build.library.words
    site = words.site.get("name", "")

    def listed(kind: str, vocabulary: str, home: Callable[[str], str], name: str, about: str, empty: bool = False) -> tuple[Feed, ...]:
        entries = words.lists.get(vocabulary, ())
        return tuple(
            Feed(kind, e.key, name.format(e.name), e.summary or about.format(e.name), home(e.key))
            for e in entries
            if empty or library.has(kind, e.key)
        )

    spread = library.has("replicated")
    main = (
        Feed("all", "", "Tất cả bài mới", f"Tin tức, văn bản và mô hình mới của {site}.", addresses.HOME),
        Feed("news", "", "Tin tức", "Tin của mọi chuyên mục.", addresses.NEWS),
        Feed("document", "", "Văn bản", "Mọi văn bản, kèm tệp để tải về.", addresses.ARCHIVE),
        Feed("duty", "", "Việc mới giao", "Việc phải làm và thời hạn trong các văn bản mới.", addresses.CALENDAR),
        Feed("model", "", "Mô hình hay", "Cách làm hiệu quả của các cấp bộ Đoàn.", addresses.SHOWCASE),
        Feed("collection", "", "Bộ hồ sơ", "Các bộ hồ sơ mới lập.", addresses.COLLECTIONS),
        *([Feed("spread", "", "Nhân rộng", "Mỗi lần đếm mới: mô hình đã có thêm ở đâu.", addresses.MODEL_SPREAD)] if spread else []),
        *([Feed("change", "", changing.TITLE, changing.ABOUT, addresses.CHANGES)] if changing.told(build) else []),
    )
    collections = tuple(
        Feed("collection", c.slug, f"Bộ hồ sơ: {c.title}", c.summary, addresses.of(c), c.path, c.key) for c in library.list("collection")
    )
    found = (
        ("Nguồn tin chính", main),
        ("Theo chuyên mục", listed("category", "categories", addresses.category, "{}", "Tin thuộc chuyên mục {}.", empty=True)),
        ("Văn bản theo loại", listed("type", "types", addresses.document_type, "Văn bản: {}", "Văn bản thuộc loại {}.")),
        ("Văn bản theo cơ quan", listed("organ", "organs", addresses.document_organ, "Văn bản của {}", "Văn bản do {} ban hành.")),
        *models.groups(build, listed),
        ("Theo bộ hồ sơ", collections),
        ("Theo chủ đề", listed("topic", "topics", addresses.topic, "Chủ đề: {}", "Tin, văn bản, mô hình về {}.")),
        ("Theo đơn vị", listed("unit", "organs", addresses.unit, "{}", "Tin, văn bản, mô hình của {}.")),
    )
    return tuple(group for group in found if group[1])


def keys(feed: Feed, library: Library) -> list[str]:
    """The records of a feed, newest first; all kinds are mixed in those of everything, of topics and of collections."""
    if feed.record:
        members = [r for key in library.records[feed.record].members if (r := library.record(key)) and r.kind in KINDS]
        return [r.key for r in sorted(members, key=lambda r: (shown_on(r), r.key), reverse=True)[:SIZE]]
    if feed.kind != "all":
        return [entry.split("\t")[1] for entry in library.recent(_LISTS.get(feed.kind, feed.kind), feed.key, feed.size or SIZE).entries]
    entries = (entry.split("\t") for kind in KINDS for entry in library.recent(kind, count=SIZE).entries)
    return [key for _shown, key in nlargest(SIZE, ((shown, key) for _day, key, shown in entries))]


def page(found: tuple[tuple[str, tuple[Feed, ...]], ...], build: Build) -> Page:
    """The page at /rss/."""
    return Page(addresses.FEEDS, "feeds.html", lambda: view(found, build), "theme/templates/feeds.html")


def view(found: tuple[tuple[str, tuple[Feed, ...]], ...], build: Build) -> FeedsView:
    """What the page at /rss/ shows."""
    title = "Nhận tin qua RSS"
    about = f"Mọi nguồn tin RSS và JSON Feed của {build.site.name}, và cách dùng."
    lines = tuple(FeedGroup(label, tuple(_line(feed, build) for feed in feeds)) for label, feeds in found)
    data = Group(
        "Cho máy đọc",
        (
            Link("Sơ đồ trang cho máy tìm kiếm", build.href(sitemap.ADDRESS), "XML"),
            Link("Danh sách mọi nguồn tin", build.href(opml.ADDRESS), "OPML"),
        ),
        "machines",
    )
    more = models.MORE if build.library.has("model") else ""
    frame = heads.frame(build, title, about, addresses.FEEDS, (title, addresses.FEEDS))
    return FeedsView(**frame, groups=lines, opml=build.href(opml.ADDRESS), data=(data,), more=more)


def _line(feed: Feed, build: Build) -> FeedLine:
    return FeedLine(feed.name, build.href(feed.address("xml")), build.href(feed.address("json")), feed.about)
