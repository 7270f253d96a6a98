"""A feed as RSS 2.0, written by feedgen (rssboard.org/rss-specification, with content:encoded, dc and atom:link).

What stands in it is decided in `feeds` and `items`; no clock is read, so equal records give equal bytes."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from html import escape

from plugins.context.build import Build
from plugins.domain import addresses, dates
from plugins.domain.patterns import late
from plugins.syndication.items import Entry, Item, line
from plugins.syndication.views import Feed

LANGUAGE, MINUTES = "vi", 60
_END = b"</channel></rss>"
_EMAIL = late(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def write(feed: Feed, entries: Sequence[Entry], build: Build) -> bytes:
    """The bytes of the RSS file: feedgen's channel, with the items put in at its end, where feedgen would have put them."""
    site, made = build.site, _generator()
    title, home = channel_title(feed, build), build.absolute(feed.home)
    made.title(title)
    made.link(href=build.absolute(feed.address("xml")), rel="self", type="application/rss+xml")
    made.link(href=home, rel="alternate")  # the last link becomes <link>
    made.description(escape(channel_about(feed, build), quote=False))  # RSS takes it for HTML
    made.language(LANGUAGE)
    made.ttl(MINUTES)
    made.generator("Pelican")
    made.copyright(line(f"© {site.organ}"))
    if _EMAIL.fullmatch(site.email):
        made.managingEditor(f"{site.email} ({line(site.organ)})")
    made.image(build.host(build.pictures.card(site.name, site.name).jpeg[-1].href), title=title, link=home)
    newest = max((datetime.fromisoformat(entry.newest) for entry in entries if entry.newest), default=None)
    if newest:
        made.lastBuildDate(newest)
    channel = made.rss_str() if newest else _undated(made.rss_str())
    return b"%s%s%s" % (channel.removesuffix(_END), b"".join(entry.rss for entry in entries), _END)


def item(item: Item) -> bytes:
    """One item, as feedgen writes it in a feed of its own."""
    from lxml import etree

    channel, made = _channel(), _entry(item).rss_entry()
    channel.append(made)
    found = etree.tostring(channel.getparent(), encoding="UTF-8")
    channel.remove(made)
    return found[found.index(b"<item>") :].removesuffix(_END)


@cache
def _channel():
    """feedgen's channel around one item at a time: made once, because it costs as much as the item."""
    from lxml import etree

    made = _generator()
    for told in (made.title, made.description):
        told("-")
    made.link(href="-")
    return etree.fromstring(made.rss_str())[0]


def _generator():
    from feedgen.feed import FeedGenerator  # brings lxml, only for builds that write feeds; must come before its extensions

    from feedgen.ext.dc import DcEntryExtension, DcExtension  # isort: skip

    made = FeedGenerator()
    made.register_extension("dc", DcExtension, DcEntryExtension, atom=False, rss=True)
    return made


def channel_title(feed: Feed, build: Build) -> str:
    """The name of a feed among the feeds of other sites."""
    return line(build.site.name if feed.home == addresses.HOME else f"{feed.name} | {build.site.name}")


def channel_about(feed: Feed, build: Build) -> str:
    """What a feed carries; the notice that stands above every page stands here too."""
    return line(" ".join(filter(None, (feed.about, build.site.notice))))


def _entry(item: Item):
    from feedgen.entry import FeedEntry

    from feedgen.ext.dc import DcEntryExtension  # isort: skip

    entry = FeedEntry()
    entry.register_extension("dc", DcEntryExtension, atom=False, rss=True)
    entry.title(item.title)
    entry.link(href=item.url)
    entry.guid(item.id, permalink=False)
    entry.description(escape(item.summary or item.title, quote=False), isSummary=True)  # RSS takes it for HTML
    entry.content(item.html)
    if item.published:
        entry.pubDate(dates.as_datetime(item.published))
    for tag in item.tags:
        entry.category(term=tag)
    if item.authors:
        entry.dc.dc_creator(list(item.authors))
    if item.enclosure:
        entry.enclosure(item.enclosure.url, str(item.enclosure.size), item.enclosure.mime)
    return entry


def _undated(data: bytes) -> bytes:
    """feedgen dates every feed with the hour of the build; one without a dated item has no date to tell."""
    from lxml import etree

    root = etree.fromstring(data)
    for element in root.findall("channel/lastBuildDate"):
        element.getparent().remove(element)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
