"""All sample pages by name, and what the tests of pages and browsers take from the samples.

The views are made in `newsroom` and `records`, out of `pieces`."""

from plugins.context.views import Group, Link, MovedView, Site
from plugins.editorial import views as editorial
from plugins.search import views as search
from plugins.syndication import views as syndication
from tests.theme.collections import bare_collection, bare_collections, collection, collections
from tests.theme.comparisons import bare_compare, bare_comparison, compare, comparison
from tests.theme.duties import bare_calendar, bare_targets, calendar, targets
from tests.theme.entities import bare_entity, bare_province_map, bare_spreading, entity, province_map, spreading
from tests.theme.lists_of_models import bare_model_facet, bare_models, model_facet, models
from tests.theme.newsroom import bare_home, bare_list, bare_news, bare_page, home, news, news_list, page
from tests.theme.pieces import HERE, NONE, bare_site, head, site
from tests.theme.records import (
    bare_checklist,
    bare_data,
    bare_document,
    bare_documents,
    bare_model,
    bare_numbers,
    checklist,
    data,
    document,
    documents,
    model,
    numbers,
)
from tests.theme.threads import bare_thread, bare_threads, thread, threads


def feeds() -> syndication.FeedsView:
    group = syndication.FeedGroup(
        "Tin tức",
        (
            syndication.FeedLine("Tất cả tin tức", "/rss/tin-tuc.xml", "/rss/tin-tuc.json", "Mọi chuyên mục."),
            syndication.FeedLine("Tình nguyện", "/rss/tinh-nguyen.xml", "/rss/tinh-nguyen.json", ""),
        ),
    )
    many = tuple(syndication.FeedLine(f"Đoàn xã số {n}", f"/rss/don-vi-doan-xa-so-{n}.xml", "", "") for n in range(9))
    return syndication.FeedsView(
        head("Nhận tin qua RSS", "/rss/"),
        HERE,
        "Nhận tin qua RSS",
        (group, syndication.FeedGroup("Theo đơn vị", many)),
        "/rss/tat-ca.opml",
        (Group("Văn bản", (Link("van-ban.json", "/du-lieu/van-ban.json", "JSON"), Link("van-ban.csv", "/du-lieu/van-ban.csv", "CSV"))),),
    )


def finder() -> search.SearchView:
    groups = (
        Group("Năm 2026", (Link("Tin tức", "/tin-tuc/nam/2026/", "48"), Link("Văn bản", "/van-ban/nam/2026/", "12"))),
        Group("Năm 2025", (Link("Văn bản", "/van-ban/nam/2025/", "31"),)),
    )
    return search.SearchView(head("Tìm kiếm", "/tim-kiem/", index=False), HERE, "Tìm kiếm", "/tim-kiem/", "/tim-kiem/muc-luc.json", groups)


def pages() -> dict[str, tuple[str, Site, object]]:
    """Every sample page by name: (template, site view, page view)."""
    full, bare = site(), bare_site()
    site_map = editorial.SiteMapView(
        head("Sơ đồ trang", "/so-do-trang/"),
        HERE,
        "Sơ đồ trang",
        (
            Group("Tin tức", tuple(Link(t, f"/{n}/", "chưa có bài" if n else "") for n, t in enumerate(("Tình nguyện", "Khởi nghiệp")))),
            Group("Chủ đề", (Link("3 chủ động", "/chu-de/ba-chu-dong/"),)),
        ),
    )
    return {
        "home": ("home.html", full, home()),
        "home-bare": ("home.html", bare, bare_home()),
        "news": ("news.html", full, news()),
        "news-bare": ("news.html", bare, bare_news()),
        "list": ("list.html", full, news_list()),
        "list-bare": ("list.html", bare, bare_list()),
        "entity": ("entity.html", full, entity()),
        "entity-bare": ("entity.html", bare, bare_entity()),
        "province-map": ("province-map.html", full, province_map()),
        "province-map-bare": ("province-map.html", bare, bare_province_map()),
        "spreading": ("spreading.html", full, spreading()),
        "spreading-bare": ("spreading.html", bare, bare_spreading()),
        "page": ("page.html", full, page()),
        "page-bare": ("page.html", bare, bare_page()),
        "document": ("document.html", full, document()),
        "document-bare": ("document.html", bare, bare_document()),
        "calendar": ("calendar.html", full, calendar()),
        "calendar-bare": ("calendar.html", bare, bare_calendar()),
        "target-table": ("target-table.html", full, targets()),
        "target-table-bare": ("target-table.html", bare, bare_targets()),
        "data": ("data.html", full, data()),
        "data-bare": ("data.html", bare, bare_data()),
        "numbers": ("numbers.html", full, numbers()),
        "numbers-bare": ("numbers.html", bare, bare_numbers()),
        "documents": ("documents.html", full, documents()),
        "documents-bare": ("documents.html", bare, bare_documents()),
        "model": ("model.html", full, model()),
        "model-bare": ("model.html", bare, bare_model()),
        "checklist": ("checklist.html", full, checklist()),
        "checklist-bare": ("checklist.html", bare, bare_checklist()),
        "models": ("models.html", full, models()),
        "models-bare": ("models.html", bare, bare_models()),
        "comparison": ("comparison.html", full, comparison()),
        "comparison-bare": ("comparison.html", bare, bare_comparison()),
        "compare": ("compare.html", full, compare()),
        "compare-bare": ("compare.html", bare, bare_compare()),
        "model-facet": ("model-facet.html", full, model_facet()),
        "model-facet-bare": ("model-facet.html", bare, bare_model_facet()),
        "thread": ("thread.html", full, thread()),
        "thread-bare": ("thread.html", bare, bare_thread()),
        "threads": ("threads.html", full, threads()),
        "threads-bare": ("threads.html", bare, bare_threads()),
        "collection": ("collection.html", full, collection()),
        "collection-bare": ("collection.html", bare, bare_collection()),
        "collections": ("collections.html", full, collections()),
        "collections-bare": ("collections.html", bare, bare_collections()),
        "feeds": ("feeds.html", full, feeds()),
        "feeds-bare": ("feeds.html", bare, syndication.FeedsView(head("RSS", "/rss/"), HERE, "RSS", NONE, "", NONE)),
        "search": ("search.html", full, finder()),
        "search-bare": (
            "search.html",
            bare,
            search.SearchView(head("Tìm kiếm", "/tim-kiem/"), HERE, "Tìm kiếm", "/tim-kiem/", "/m.json", NONE),
        ),
        "sitemap": ("sitemap.html", full, site_map),
        "sitemap-bare": ("sitemap.html", bare, editorial.SiteMapView(head("Sơ đồ", "/so-do-trang/"), HERE, "Sơ đồ trang", NONE)),
        "404": (
            "404.html",
            full,
            editorial.NotFoundView(head("Không tìm thấy trang", "/404.html", index=False), "Không tìm thấy trang này", site().menu),
        ),
        "404-bare": ("404.html", bare, editorial.NotFoundView(head("Không tìm thấy trang", "/404.html"), "Không tìm thấy trang này", NONE)),
        "moved": (
            "moved.html",
            full,
            MovedView(
                head("Bài đã chuyển", "/tin-tuc/2026/moi/", index=False),
                "Bài đã chuyển",
                "",
                Link("Ra quân Tháng Thanh niên", "/tin-tuc/2026/moi/"),
            ),
        ),
        "moved-bare": (
            "moved.html",
            bare,
            MovedView(
                head("Bài đã rút", "/tin-tuc/2025/cu/", index=False),
                "Bài đã được rút xuống",
                "Tòa soạn rút bài để kiểm tra lại số liệu.",
                None,
            ),
        ),
    }
