"""The search page at /tim-kiem/: the form, and for readers without JavaScript every list that leads to the records.

The index behind it is made in `index`."""

from collections.abc import Callable, Iterable

from plugins.context import heads
from plugins.context.build import Build
from plugins.context.outputs import Page
from plugins.context.views import Group, Link
from plugins.domain import addresses
from plugins.search import index
from plugins.search.views import SearchView

SCRIPT = "search.js"


def page(build: Build) -> Page:
    """The search page."""
    return Page(addresses.SEARCH, "search.html", lambda: view(build), "theme/templates/search.html")


def view(build: Build) -> SearchView:
    """What the search page shows."""
    title = "Tìm kiếm"
    about = f"Tìm tin tức, văn bản và mô hình trên trang {build.site.name}, gõ có dấu hay không dấu đều được."
    return SearchView(
        **heads.frame(build, title, about, addresses.SEARCH, (title, addresses.SEARCH)),
        action=build.href(addresses.SEARCH),
        manifest=build.href(index.MANIFEST),
        groups=_groups(build),
        script=build.site.asset(SCRIPT),
    )


def _groups(build: Build) -> tuple[Group, ...]:
    """Ways in without JavaScript; only lists that exist."""
    library, words = build.library, build.library.words

    def links(keys: Iterable[str], kind: str, name: Callable[[str], str], to: Callable[[str], str]) -> tuple[Link, ...]:
        return tuple(Link(name(k), build.href(to(k)), str(library.count(kind, k))) for k in keys if library.has(kind, k))

    def of(kind: str, vocabulary: str, to: Callable[[str], str]) -> tuple[Link, ...]:
        return links((e.key for e in words.lists.get(vocabulary, ())), kind, lambda k: words.name(vocabulary, k), to)

    years = links(reversed(library.keys("year")), "year", lambda y: f"Năm {y}" if y.isdigit() else "Năm khác", addresses.document_year)
    numbers = (Link("Tra theo số", build.href(addresses.NUMBERS)),) if library.has("document") else ()
    groups = (
        Group("Văn bản theo năm", years, "year"),
        Group("Văn bản theo số", numbers, "number"),
        Group("Tin theo chuyên mục", of("category", "categories", addresses.category), "category"),
        Group("Mô hình theo lĩnh vực", of("field", "fields", addresses.model_field), "field"),
        Group("Theo chủ đề", of("topic", "topics", addresses.topic), "topic"),
        Group("Cả trang", (Link("Sơ đồ trang", build.href(addresses.SITE_MAP)),), "site"),
    )
    return tuple(group for group in groups if group.links)
