"""Which lists have a feed, what each is called, and the page that explains and lists them all.

The bytes of a feed are made in `rss` and `jsonfeed`."""

from collections.abc import Callable, Iterator
from heapq import nlargest

from plugins.context import heads
from plugins.context.build import Build
from plugins.context.calendar import shown_on
from plugins.context.library import Library
from plugins.context.outputs import Page
from plugins.context.views import Group, Link
from plugins.domain import addresses, model_facets
from plugins.domain.fields import CHOICES
from plugins.domain.frozen import dataclass
from plugins.syndication import opml, sitemap
from plugins.syndication.views import FeedGroup, FeedLine, FeedsView

SIZE = 50  # items in a feed
KINDS = ("news", "document", "model", "collection")


@dataclass(frozen=True)
class Feed:
    """One feed: the list it follows (`kind`, `key`), its name, what it carries, the address of the list's page."""

    kind: str
    key: str
    name: str
    about: str
    home: str
    source: str = "content/du-lieu"
    record: str = ""  # the key of the collection whose members it carries

    def address(self, ending: str) -> str:
        """Where it lives: `ending` xml (RSS) or json (JSON Feed)."""
        return addresses.feed(self.kind, self.key, ending)


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

    main = (
        Feed("all", "", "Tất cả bài mới", f"Tin tức, văn bản và mô hình mới của {site}.", addresses.HOME),
        Feed("news", "", "Tin tức", "Tin của mọi chuyên mục.", addresses.NEWS),
        Feed("document", "", "Văn bản", "Mọi văn bản, kèm tệp để tải về.", addresses.ARCHIVE),
        Feed("duty", "", "Việc mới giao", "Việc phải làm và thời hạn trong các văn bản mới.", addresses.CALENDAR),
        Feed("model", "", "Mô hình hay", "Cách làm hiệu quả của các cấp bộ Đoàn.", addresses.SHOWCASE),
        Feed("collection", "", "Bộ hồ sơ", "Các bộ hồ sơ mới lập.", addresses.COLLECTIONS),
    )
    collections = tuple(
        Feed("collection", c.slug, f"Bộ hồ sơ: {c.title}", c.summary, addresses.of(c), c.path, c.key) for c in library.list("collection")
    )
    found = (
        ("Nguồn tin chính", main),
        ("Theo chuyên mục", listed("category", "categories", addresses.category, "{}", "Tin thuộc chuyên mục {}.", empty=True)),
        ("Văn bản theo loại", listed("type", "types", addresses.document_type, "Văn bản: {}", "Văn bản thuộc loại {}.")),
        ("Văn bản theo cơ quan", listed("organ", "organs", addresses.document_organ, "Văn bản của {}", "Văn bản do {} ban hành.")),
        *_of_models(build, listed),
        ("Theo bộ hồ sơ", collections),
        ("Theo chủ đề", listed("topic", "topics", addresses.topic, "Chủ đề: {}", "Tin, văn bản, mô hình về {}.")),
        ("Theo đơn vị", listed("unit", "organs", addresses.unit, "{}", "Tin, văn bản, mô hình của {}.")),
    )
    return tuple(group for group in found if group[1])


def _of_models(build: Build, listed: Callable[..., tuple[Feed, ...]]) -> Iterator[tuple[str, tuple[Feed, ...]]]:
    """The feeds of the lists of models, facet by facet."""
    library, words = build.library, build.library.words

    def of(kind: str, home: Callable[[str], str], name: Callable[[str], str], about: str) -> tuple[Feed, ...]:
        return tuple(Feed(kind, k, f"Mô hình: {name(k)}", about.format(name(k)), home(k)) for k in library.keys(kind))

    def audience(key: str) -> str:
        return model_facets.audience(library.list(model_facets.AUDIENCE, key)[-1], key)

    yield "Mô hình theo lĩnh vực", listed("field", "fields", addresses.model_field, "Mô hình: {}", "Mô hình thuộc lĩnh vực {}.")
    yield (
        "Mô hình theo trạng thái",
        of(model_facets.STATUS, addresses.model_status, lambda k: CHOICES["model_status"][k][0], "Mô hình ở giai đoạn {}."),
    )
    yield (
        "Mô hình theo quy mô",
        of(model_facets.SCALE, addresses.model_scale, lambda k: model_facets.SCALES[k][1].lower(), "Mô hình theo số nơi áp dụng: {}."),
    )
    yield (
        "Mô hình theo địa bàn",
        of(model_facets.PLACE, addresses.model_place, lambda k: words.name("places", k), "Mô hình ở {} và các nơi thuộc về."),
    )
    yield "Mô hình theo đối tượng", of(model_facets.AUDIENCE, addresses.model_audience, audience, "Mô hình dành cho: {}.")
    yield (
        "Mô hình theo năm bắt đầu",
        of(
            model_facets.YEAR,
            addresses.model_year,
            lambda k: f"bắt đầu năm {k}" if k.isdigit() else "chưa rõ năm bắt đầu",
            "Mô hình {}.",
        ),
    )


def keys(feed: Feed, library: Library) -> list[str]:
    """The records of a feed, newest first; all kinds are mixed in those of everything, of topics and of collections."""
    if feed.record:
        members = [r for key in library.records[feed.record].members if (r := library.record(key)) and r.kind in KINDS]
        return [r.key for r in sorted(members, key=lambda r: (shown_on(r), r.key), reverse=True)[:SIZE]]
    if feed.kind != "all":
        return [entry.split("\t")[1] for entry in library.recent(feed.kind, feed.key, SIZE).entries]
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
    frame = heads.frame(build, title, about, addresses.FEEDS, (title, addresses.FEEDS))
    return FeedsView(**frame, groups=lines, opml=build.href(opml.ADDRESS), data=(data,))


def _line(feed: Feed, build: Build) -> FeedLine:
    return FeedLine(feed.name, build.href(feed.address("xml")), build.href(feed.address("json")), feed.about)
