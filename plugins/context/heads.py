"""What <head> says of a page: title, share picture, feeds, and the same facts as JSON-LD (schema.org); and with it what every view
begins with.

Vocabulary: NewsArticle, Legislation, HowTo or CreativeWork, Organization, WebSite, BreadcrumbList."""

import json
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from plugins.context import cards, structured
from plugins.context.build import Build
from plugins.context.views import Head, Image, Link
from plugins.domain import addresses, dates
from plugins.domain.records import Document, Record

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LIMIT = 200  # characters of a description


def crumbs(build: Build, *steps: tuple[str, str]) -> tuple[Link, ...]:
    """Breadcrumbs from the home page; each step is (words, address); the last one is the page itself."""
    links = [Link("Trang chủ", build.href(addresses.HOME))] + [Link(words, build.href(address)) for words, address in steps]
    return (*links[:-1], Link(links[-1].text, links[-1].href, current=True))


def head(
    build: Build,
    title: str,
    description: str,
    address: str,
    *,
    image: Image | None = None,
    label: str = "",
    kind: str = "website",
    published: str = "",
    modified: str = "",
    feeds: tuple[Link, ...] = (),
    data: tuple[dict, ...] = (),
    path: tuple[Link, ...] = (),
    index: bool = True,
) -> Head:
    """The head of one page. `label` names the share card when there is no `image`; `path` are the breadcrumbs; `data` further JSON-LD."""
    site = build.site
    share = image or build.pictures.card(label or site.name, site.name)
    largest = share.jpeg[-1]
    graph = (*data, *([_breadcrumbs(path, build)] if len(path) > 1 else []))
    return Head(
        title=title if title == site.name else f"{title} | {site.name}",
        description=shorten(description or title),
        canonical=build.absolute(address),
        type=kind,
        image=build.host(largest.href),
        image_alt=share.alt,
        image_width=largest.width,
        image_height=round(share.height * largest.width / share.width),
        published=published,
        modified=modified,
        feeds=(*feeds, site.feed),
        json_ld=tuple(_script(item) for item in graph),
        index=index,
    )


def frame(build: Build, title: str, about: str, address: str, *steps: tuple[str, str], shown: str = "", **more: Any) -> dict[str, Any]:
    """What a `views.Frame` is made of. `steps` as for `crumbs`, `about` and `more` as for `head`; `shown`: the title on the page, where
    it is another."""
    path = crumbs(build, *steps)
    return {"head": head(build, title, about, address, path=path, **more), "crumbs": path, "title": shown or title}


def story(record: Record, build: Build, *steps: tuple[str, str], label: str, feeds: tuple[Link, ...] = ()) -> dict[str, Any]:
    """What a `views.Story` is made of, but for its notices: the page of a record at the end of these steps."""
    path = crumbs(build, *steps, (record.title, addresses.of(record)))
    return {
        "head": record_head(record, build, path, label, feeds),
        "crumbs": path,
        "title": record.title,
        "summary": record.summary,
        "body": cards.body(record, build),
        "collections": cards.collections(record, build),
    }


def feed_link(build: Build, kind: str, key: str, words: str) -> Link:
    """The RSS feed of a list, for autodiscovery."""
    return Link(words, build.href(addresses.feed(kind, key)))


def record_head(record: Record, build: Build, path: tuple[Link, ...], label: str, feeds: tuple[Link, ...] = ()) -> Head:
    """The head of a record's own page."""
    picture = cards.image(cards.lead_picture(record), build)
    published = dates.rfc3339(record.date) if record.date else ""
    modified = dates.rfc3339(record.modified) if record.modified else ""
    title, summary = record.title, record.summary
    if isinstance(record, Document):
        title = f"{cards.name(record, build)}: {record.title}" if record.number else cards.name(record, build)
        summary = (
            summary
            or f"{build.library.words.name('types', record.type)} của {build.library.words.name('organs', record.organ)}: {record.title}"
        )
    made = head(
        build,
        title,
        summary,
        addresses.of(record),
        image=picture,
        label=label,
        kind="article",
        published=published,
        modified=modified,
        feeds=feeds,
        path=path,
    )
    data = structured.of(record, build, made)
    return made if data is None else _with(made, data)


def _breadcrumbs(path: tuple[Link, ...], build: Build) -> dict:
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": step.text, "item": build.host(step.href)} for n, step in enumerate(path, 1)
        ],
    }


def shorten(text: str, limit: int = _LIMIT) -> str:
    """A description of at most `limit` characters, cut at a word."""
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def _script(data: dict) -> Markup:
    """JSON that cannot end its <script> element early."""
    text = _JSON(data)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _with(made: Head, data: dict) -> Head:
    return replace(made, json_ld=(_script(data), *made.json_ld))
