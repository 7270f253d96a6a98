"""The `site` view that every page shares, from the site's own data, its pages and the theme's files."""

import re

from plugins.context import theme
from plugins.context.build import Build
from plugins.context.views import Group, Link, Person, Site
from plugins.domain import addresses
from plugins.domain.records import Page
from plugins.domain.validation import Values

_IN_MENU = 2  # pages with the lowest order that stand in the menu beside the three sections


def pages_in_order(build: Build) -> tuple[Page, ...]:
    """The pages by their declared order, then by title."""
    return tuple(sorted(build.library.list("page"), key=lambda p: (p.order is None, p.order or 0, p.key)))


def site(build: Build) -> Site:
    """The site view. Needs the library, the pictures' fonts and the theme's files."""
    data, words = build.library.words.site, build.library.words
    fonts = build.pictures.fonts()
    build.assets = theme.assets(build.theme, fonts)
    assets = {theme.name(address): build.prefix + address for address in build.assets}
    pages = [Link(p.title, build.href(addresses.of(p))) for p in pages_in_order(build)]
    sections = (
        Link("Tin tức", build.href(addresses.NEWS)),
        Link("Văn bản", build.href(addresses.ARCHIVE)),
        Link("Mô hình hay", build.href(addresses.SHOWCASE)),
        Link("Lịch công việc", build.href(addresses.CALENDAR)),
    )
    collections = Link("Bộ hồ sơ", build.href(addresses.COLLECTIONS))
    groups: dict[str, list[Link]] = {}
    for entry in words.lists.get("links", ()):
        groups.setdefault(entry.get("group") or "Liên kết", []).append(Link(entry.name, entry.get("url")))
    tools = (
        Link("Tìm kiếm", build.href(addresses.SEARCH)),
        Link("Nhận tin qua RSS", build.href(addresses.FEEDS)),
        Link("Sơ đồ trang", build.href(addresses.SITE_MAP)),
        Link("Dữ liệu mở", build.href(addresses.DATA)),
    )
    return Site(
        name=data.get("name", ""),
        organ=data.get("organ", ""),
        slogan=data.get("slogan", ""),
        description=data.get("description", ""),
        notice=data.get("notice", ""),
        home=build.href(addresses.HOME),
        menu=(*sections, *pages[:_IN_MENU]),
        footer=(Group("Chuyên trang", (*sections, collections)), Group("Về trang này", tuple(pages)), Group("Công cụ", tools)),
        links=tuple(Group(label, tuple(links)) for label, links in groups.items()),
        feed=Link("Nhận mọi bài mới (RSS)", build.href(addresses.feed("all"))),
        search=build.href(addresses.SEARCH),
        address=data.get("address", ""),
        phone=data.get("phone", ""),
        phone_href=dial(data.get("phone", "")),
        email=data.get("email", ""),
        licence=data.get("licence", ""),
        responsible=person(data.get("responsible")),
        stylesheet=assets["site.css"],
        scripts=tuple(href for name, href in assets.items() if name in theme.EVERYWHERE),
        fonts=fonts,
        icon=assets.get("favicon.svg", ""),
        assets=tuple(assets.items()),
    )


def person(values: Values | None) -> Person | None:
    """An office of the site's data."""
    return Person(**values.of, phone_href=dial(values.of.get("phone", ""))) if values else None


def dial(phone: str) -> str:
    """The digits of a telephone number for a tel: link (RFC 3966); remarks in brackets are no part of it."""
    return re.sub(r"[^\d+]", "", re.sub(r"\([^)]*[^\d\s.)][^)]*\)", "", phone))
