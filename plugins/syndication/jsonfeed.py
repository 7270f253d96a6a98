"""A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1): the same items and ids as the RSS beside it.

What stands in it is decided in `feeds` and `items`."""

import json
from collections.abc import Sequence

from plugins.context.build import Build
from plugins.domain import addresses, dates
from plugins.syndication.items import Entry, Item
from plugins.syndication.rss import LANGUAGE, channel_about, channel_title
from plugins.syndication.views import Feed


def write(feed: Feed, entries: Sequence[Entry], build: Build) -> bytes:
    """The bytes of the JSON file."""
    site = build.site
    made = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel_title(feed, build),
        "home_page_url": build.absolute(feed.home),
        "feed_url": build.absolute(feed.address("json")),
        "description": channel_about(feed, build),
        "favicon": build.host(site.icon) if site.icon else "",
        "authors": [{"name": site.organ, "url": build.absolute(addresses.HOME)}],
        "language": LANGUAGE,
    }
    return b'%s,"items":[%s]}\n' % (_json(made).removesuffix(b"}"), b",".join(entry.json for entry in entries))


def item(item: Item) -> bytes:
    """One item."""
    attachments = [{"url": f.url, "mime_type": f.mime, "title": f.title, "size_in_bytes": f.size} for f in item.files]
    return _json(
        {
            "id": item.id,
            "url": item.url,
            "title": item.title,
            "content_html": item.html,
            "summary": item.summary,
            "image": item.image.url if item.image else "",
            "date_published": dates.rfc3339(item.published) if item.published else "",
            "date_modified": dates.rfc3339(item.modified) if item.modified else "",
            "authors": [{"name": name} for name in item.authors],
            "tags": list(item.tags),
            "language": LANGUAGE,
            "attachments": attachments,
        }
    )


def _json(data: dict) -> bytes:
    filled = {key: value for key, value in data.items() if value not in ("", [])}
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":")).encode()
