"""What leads to the feeds and pages: OPML, the feeds page, the site map of search engines, robots.txt."""

import re
import xml.etree.ElementTree as ET
from urllib.robotparser import RobotFileParser

from plugins import syndication
from plugins.syndication import sitemap
from tests.plugins import small_site
from tests.plugins.small_site import URL, news, records, rendered, written

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def made(addresses: dict[str, str], part: int = sitemap.PART) -> dict[str, bytes]:
    """The files of the site map for some pages."""
    build = small_site.build(news())
    build.mapped = lambda: sorted(addresses.items())
    return {output.address: output.content() for shelf in sitemap.shelves(build, part) for output in shelf.outputs()}


def test_opml_names_every_feed_once():
    """The OPML file lists the RSS address of every feed, once, with the page it belongs to."""
    outputs = written(syndication.ADAPTER, small_site.build(*records()))
    feeds = {f"{URL}{address}" for address in outputs if address.startswith("/rss/") and address.endswith(".xml")}
    root = ET.fromstring(outputs["/rss/danh-muc.opml"].content())
    lines = root.findall("body/outline/outline")
    assert root.get("version") == "2.0" and root.findtext("head/title")
    assert sorted(line.get("xmlUrl") for line in lines) == sorted(feeds)
    assert all(line.get("type") == "rss" and line.get("text") and line.get("htmlUrl").startswith(URL) for line in lines)


def test_feeds_page_leads_to_every_feed():
    """The page at /rss/ links every RSS and JSON Feed, the OPML file and the site map."""
    build = small_site.build(*records())
    outputs = written(syndication.ADAPTER, build)
    html = rendered(build, outputs["/rss/"])
    files = [address for address in outputs if address not in ("/rss/", "/robots.txt")]
    assert len(files) > 20
    assert all(f'href="/tre{address}"' in html for address in files)


def test_sitemap_has_every_page_with_its_true_day():
    """Every page stands in the site map; a page without a full day of its own is given none."""
    days = {"/": "2026-03-05", "/tin-tuc/2026/a/": "2026-03-05T14:30+07:00", "/van-ban/nam/2013/": "2013", "/so-do/": "", "/x/": "khac"}
    root = ET.fromstring(made(days)["/sitemap.xml"])
    found = {u.findtext("s:loc", namespaces=SPACE): u.findtext("s:lastmod", namespaces=SPACE) for u in root.findall("s:url", SPACE)}
    assert found == {
        f"{URL}/": "2026-03-05", f"{URL}/tin-tuc/2026/a/": "2026-03-05T14:30:00+07:00", f"{URL}/van-ban/nam/2013/": None,
        f"{URL}/so-do/": None, f"{URL}/x/": None,
    }  # fmt: skip


def test_long_sitemap_is_cut_into_parts():
    """A long site map is an index of parts that hold every page once, each part with its newest day."""
    days = {f"/trang-{n}/": f"2026-01-0{n}" for n in range(1, 6)}
    files = made(days, part=2)
    root = ET.fromstring(files.pop("/sitemap.xml"))
    files.pop("/robots.txt")
    listed = {e.findtext("s:loc", namespaces=SPACE): e.findtext("s:lastmod", namespaces=SPACE) for e in root.findall("s:sitemap", SPACE)}
    assert listed == {f"{URL}/sitemap-1.xml": "2026-01-02", f"{URL}/sitemap-2.xml": "2026-01-04", f"{URL}/sitemap-3.xml": "2026-01-05"}
    assert [f"{URL}{address}" for address in files] == list(listed)
    pages = re.findall(r"<loc>(.*?)</loc>", b"".join(files.values()).decode())
    assert pages == [f"{URL}{address}" for address in days]


def test_sitemap_does_not_depend_on_the_order_of_pages():
    """Pages written in another order give the same site map."""
    days = {"/b/": "2026-01-01", "/a/": "2026-01-02"}
    assert made(days) == made(dict(reversed(days.items())))


def test_sitemap_quotes_what_an_address_may_not_hold():
    """An address with letters that no address may hold is quoted, and its neighbours stay as they are."""
    locations = re.findall("<loc>(.*)</loc>", made({"/á b/?x=1&y=2": "", "/c/": ""})["/sitemap.xml"].decode())
    assert locations == [f"{URL}/c/", f"{URL}/%C3%A1%20b/?x=1&amp;y=2"]


def test_robots_are_welcome_and_shown_the_sitemap():
    """robots.txt lets every robot in and names the site map."""
    parser = RobotFileParser()
    parser.parse(made({"/": ""})["/robots.txt"].decode().splitlines())
    assert parser.can_fetch("*", f"{URL}/tin-tuc/") and parser.site_maps() == [f"{URL}/sitemap.xml"]
