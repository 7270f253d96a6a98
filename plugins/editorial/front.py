"""The pages that belong to no record: home, the human site map, 404, old addresses that lead on, and the theme's files."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from plugins.context import cards, changing, heads, structured
from plugins.context.build import Build
from plugins.context.outputs import File, Page, Shelf
from plugins.context.site import pages_in_order
from plugins.context.views import Group, Link, MovedView
from plugins.domain import addresses
from plugins.domain.records import Record
from plugins.editorial.views import Banner, HomeView, NotFoundView, SiteMapView

_NEWS, _DOCUMENTS, _MODELS = 8, 6, 3


def shelves(build: Build) -> Iterator[Shelf]:
    """Home, site map, 404, redirects, theme files."""
    yield Shelf("trang-chung", lambda: _common(build))
    yield Shelf("chuyen-huong", lambda: _redirects(build))
    yield Shelf("giao-dien", lambda: (File(at, lambda d=data: d, "theme/static") for at, data in build.assets.items()))
    for key in build.library.keys("moved"):
        yield Shelf(f"dia-chi-cu:{key}", lambda k=key: _moved_from(build.library.records[k], build))


def _common(build: Build) -> Iterator[Page]:
    def newest() -> str:
        latest = build.library.list("news")[-1:]
        return latest[0].date.iso if latest else ""

    yield Page(addresses.HOME, "home.html", lambda: home(build), "theme/templates/home.html", newest)
    yield Page(addresses.SITE_MAP, "sitemap.html", lambda: site_map(build), "theme/templates/sitemap.html")
    yield Page(addresses.NOT_FOUND, "404.html", lambda: not_found(build), "theme/templates/404.html", index=False)


def _moved_from(record: Record, build: Build) -> Iterator[Page]:
    """The old addresses of a record."""
    for old in record.moved_from:
        target = Link(record.title, build.href(addresses.of(record)))
        yield Page(old, "moved.html", lambda t=target, a=old: moved(build, a, t, ""), record.path, index=False, given=target)


def _redirects(build: Build) -> Iterator[Page]:
    """The old addresses of chuyen-huong.yml."""
    for entry in build.library.words.lists.get("redirects", ()):
        to, start = entry.get("to"), entry.get("from")
        target = Link(to, build.href(to)) if to else None
        note = entry.note or entry.get("note")
        source = f"{build.root}/du-lieu/chuyen-huong.yml"
        yield Page(start, "moved.html", lambda t=target, a=start, n=note: moved(build, a, t, n), source, index=False, given=(target, note))


def home(build: Build) -> HomeView:
    """The home page: the newest of every kind and the ways in."""
    library, site = build.library, build.site
    fresh = (r for r in reversed(library.list("news")) if not (r.expires and library.has_come(r.expires)))
    shown = [cards.card(r, build) for r in islice(fresh, _NEWS + 1)]
    topics = sorted(library.keys("topic"), key=lambda k: (-library.count("topic", k), k))
    head = heads.head(build, site.name, site.description, addresses.HOME, data=(structured.website(build),))
    return HomeView(
        head=head,
        lead=shown[0] if shown else None,
        news=tuple(shown[1:]),
        documents=tuple(cards.row(d, build) for d in library.recent("document", count=_DOCUMENTS)),
        models=tuple(cards.card(m, build) for m in library.recent("model", count=_MODELS)),
        topics=tuple(Link(library.words.name("topics", k), build.href(addresses.topic(k)), str(library.count("topic", k))) for k in topics),
        categories=tuple(Link(e.name, build.href(addresses.category(e.key))) for e in library.words.lists.get("categories", ())),
        banners=_banners(build),
        news_href=build.href(addresses.NEWS),
        documents_href=build.href(addresses.ARCHIVE),
        models_href=build.href(addresses.SHOWCASE),
        ways=(Link("Lịch công việc", build.href(addresses.CALENDAR)), Link("Bảng chỉ tiêu", build.href(addresses.TARGETS))),
    )


def _banners(build: Build) -> tuple[Banner, ...]:
    banners = []
    for entry in build.library.words.lists.get("banners", ()):
        url, picture = entry.get("url"), entry.get("picture", None)
        shown = build.pictures.image(picture.of["src"], picture.of["alt"]) if picture else None
        banners.append(Banner(entry.name, entry.get("text"), build.href(url) if url.startswith("/") else url, shown))
    return tuple(banners)


def site_map(build: Build) -> SiteMapView:
    """Every way into the site on one page."""
    library, words = build.library, build.library.words

    def of(kind: str, vocabulary: str, address_of) -> tuple[Link, ...]:
        return tuple(Link(words.name(vocabulary, k), build.href(address_of(k)), str(library.count(kind, k))) for k in library.keys(kind))

    years = tuple(
        Link(f"Năm {y}" if y.isdigit() else "Năm khác", build.href(addresses.document_year(y)), str(library.count("year", y)))
        for y in reversed(library.keys("year"))
    )
    groups = (
        Group(
            "Trang chính",
            (
                *build.site.menu[:4],
                Link("Bộ hồ sơ", build.href(addresses.COLLECTIONS)),
                *_map(build),
                *([Link(changing.TITLE, build.href(addresses.CHANGES))] if changing.told(build) else []),
                Link("Mạch mô hình", build.href(addresses.THREADS)),
                Link("So sánh mô hình", build.href(addresses.COMPARE)),
                Link("Mô hình mới cập nhật", build.href(addresses.NEWEST_MODELS)),
                *(Link(p.title, build.href(addresses.of(p))) for p in pages_in_order(build)),
                *build.site.footer[-1].links,
            ),
        ),
        Group("Chuyên mục tin", of("category", "categories", addresses.category)),
        Group("Chủ đề", of("topic", "topics", addresses.topic)),
        Group("Văn bản theo loại", of("type", "types", addresses.document_type)),
        Group("Văn bản theo năm", years),
        Group("Văn bản theo cơ quan", of("organ", "organs", addresses.document_organ)),
        Group("Mô hình theo lĩnh vực", of("field", "fields", addresses.model_field)),
        Group("Đơn vị", of("unit", "organs", addresses.unit)),
        Group("Địa bàn", of("place", "places", addresses.place)),
    )
    title, about = "Sơ đồ trang", f"Mọi chuyên mục, danh sách và trang của {build.site.name}."
    step = (title, addresses.SITE_MAP)
    return SiteMapView(**heads.frame(build, title, about, addresses.SITE_MAP, step), groups=tuple(g for g in groups if g.links))


def _map(build: Build) -> tuple[Link, ...]:
    """The way to the map of models, where there is one."""
    drawn = any(entry.get("tile", None) for entry in build.library.words.lists.get("provinces", ()))
    return (Link("Bản đồ mô hình", build.href(addresses.MODEL_MAP)),) if drawn else ()


def not_found(build: Build) -> NotFoundView:
    """What a wrong address shows."""
    head = heads.head(build, "Không tìm thấy trang", "Địa chỉ này không có trang nào.", addresses.NOT_FOUND, index=False)
    return NotFoundView(
        head,
        "Không tìm thấy trang",
        (
            Link("Trang chủ", build.site.home),
            *build.site.menu[:4],
            Link("Tìm kiếm", build.site.search),
            Link("Sơ đồ trang", build.href(addresses.SITE_MAP)),
        ),
    )


def moved(build: Build, address: str, target: Link | None, note: str) -> MovedView:
    """An old address."""
    title = "Trang đã chuyển địa chỉ" if target else "Trang đã được rút xuống"
    head = heads.head(build, title, note or title, address, index=False)
    if target and target.href.startswith("/"):
        head = replace(head, canonical=build.host(target.href))
    return MovedView(head, title, note, target)
