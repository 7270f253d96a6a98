"""The feeds: what a feed reader is told of every list, for ever under the same ids."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest

from plugins import syndication
from plugins.context.body import Body
from plugins.domain.dates import read
from plugins.domain.parts import Milestone
from plugins.syndication import texts
from tests.plugins import small_site
from tests.plugins.small_site import HOST, URL, document, model, news, records, written

ROOT = Path(__file__).resolve().parents[2]


def contents(*given, **options) -> dict[str, bytes]:
    """Every file of syndication by address."""
    outputs = written(syndication.ADAPTER, small_site.build(*given, **options))
    return {address: output.content() for address, output in outputs.items() if hasattr(output, "content")}


def rss(*given, feed: str = "tat-ca", **options):
    """A feed as a feed reader sees it."""
    parsed = feedparser.parse(contents(*given, **options)[f"/rss/{feed}.xml"])
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def entry(record, **options):
    """The only item of a feed, as a feed reader sees it."""
    return rss(record, **options).entries[0]


def test_a_feed_whose_items_are_all_kept_is_written_before_any_item_is_made():
    """feedgen loads by itself, whatever a build happens to need of it first: a channel, or an item."""
    for first in ("_generator()", "_channel()"):
        subprocess.run([sys.executable, "-c", f"from plugins.syndication import rss; rss.{first}"], cwd=ROOT, check=True)


def test_every_list_with_records_has_its_feed_and_its_json():
    """Each list that has records has an RSS and a JSON Feed; categories have one even before their first news."""
    names = {a.removeprefix("/rss/") for a in contents(*records()) if a.startswith("/rss/")} - {"danh-muc.opml"}
    lists = ["tat-ca", "tin-tuc", "van-ban", "mo-hinh", "chuyen-muc-tinh-nguyen", "chuyen-muc-guong-sang", "loai-ke-hoach"]
    lists += ["co-quan-tinh-doan-mau", "chu-de-3-chu-dong", "don-vi-tinh-doan-mau", "don-vi-tinh-doan-xua", "viec-phai-lam", "ho-so"]
    lists += [f"mo-hinh-{one}" for one in ("linh-vuc-xay-dung-doan", "trang-thai-thi-diem", "quy-mo-chua-ghi", "nam-khac")]
    lists += ["mo-hinh-dia-ban-tinh-xua", "mo-hinh-dia-ban-tinh-mau"]  # the place, and what it has become
    assert names == {f"{name}.{ending}" for name in lists for ending in ("xml", "json")}


def test_ids_outlive_addresses():
    """An item keeps its id when its page moves: by its own id, else by the first address it ever had."""
    before = entry(news(id="tin-7")).id
    assert before == entry(news("tin-tuc/2026/ten-khac", id="tin-7")).id == "tag:mau.example,2026:tin-7"
    moved = news("tin-tuc/2026/ten-moi", moved_from=("/tin-tuc/2026/trong-cay/",))
    assert entry(moved).id == entry(news()).id == "tag:mau.example,2026:/tin-tuc/2026/trong-cay/"


def test_an_id_is_a_tag_uri():
    """An old address with blanks and Vietnamese letters still makes a legal RFC 4151 id."""
    found = entry(news(moved_from=("/tin cũ/bài 1.aspx?id=2",))).id
    assert re.fullmatch(r"tag:mau\.example,2026:[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]+", found)


def test_feed_and_json_feed_tell_the_same():
    """RSS and JSON Feed of a list carry the same ids, links, titles and texts in the same order."""
    files = contents(*records(), body=small_site.BODY)
    for address in (a for a in files if a.endswith(".xml") and a.startswith("/rss/")):
        parsed, other = ET.fromstring(files[address]), json.loads(files[address.replace(".xml", ".json")])
        names = ("guid", "link", "title", "{http://purl.org/rss/1.0/modules/content/}encoded")
        items = [tuple(item.findtext(name) for name in names) for item in parsed.iter("item")]
        assert items == [(i["id"], i["url"], i["title"], i["content_html"]) for i in other["items"]]


def test_documents_are_called_by_type_and_number():
    """A document's item is called type, number and subject; without a number type and subject."""
    assert entry(document()).title == "Kế hoạch 12-KH/TĐTN-TCKT: Tổ chức Tháng Thanh niên"
    assert entry(document(number=None, as_printed="")).title == "Kế hoạch: Tổ chức Tháng Thanh niên"


def test_full_text_leads_out_of_the_reader():
    """Every link and picture in an item's text has scheme and host, fragments of its own page included."""
    for item in rss(*records(), body=small_site.BODY).entries:
        found = re.findall(r'(?:href|src)="([^"]*)"', item.content[0].value)
        assert f"{URL}/van-ban/2025/12-kh/" in found and f"{item.link}#muc" in found and f"{HOST}/tre/anh/cay-960.jpg" in found
        assert all(address.startswith(("https://doan.example/", "https://xa.example/")) for address in found)


def test_links_within_a_page_lead_there_from_a_reader():
    """A label or a footnote links to its place on the page, in markup that is whole: no sign of it is escaped."""
    label = '<p><a class="item-label" href="#i-1">1.</a> Một &amp; hai</p>'
    data = contents(*records(), body=Body((label,)))["/rss/tat-ca.xml"].decode()
    told = re.findall(r"&lt;a class=[^&]*?href=(.*?)&gt;", data)
    assert f'"{URL}/van-ban/2025/12-kh/#i-1"' in told and all(each.startswith('"http') for each in told), told


def test_text_of_a_document_and_of_a_model_is_whole():
    """A document's item shows its record and files, a model's its steps and figures."""
    texts = {e.link.removeprefix(URL): e.content[0].value for e in rss(*records()).entries}
    paper, practice = texts["/van-ban/2025/12-kh/"], texts["/mo-hinh/ba-chu-dong/"]
    assert "12-KH/TĐTN-TCKT" in paper and "10/02/2025" in paper and ">Bản chụp</a> (PDF, 98,8 kB)" in paper
    assert "Khảo sát" in practice and "Chi đoàn áp dụng: 14 trên 21 chi đoàn (66,67%), tính đến 20/11/2024" in practice


def test_enclosures_tell_true_length_and_type():
    """RSS encloses a document's first file or the picture, JSON Feed attaches every file, all with their true length."""
    found = {e.link.removeprefix(URL): e.enclosures[0] for e in rss(*records()).entries}
    paper, story = found["/van-ban/2025/12-kh/"], found["/tin-tuc/2026/trong-cay/"]
    assert (paper.href, paper.type, paper.length) == (f"{URL}/van-ban/2025/12-kh/12-kh.pdf", "application/pdf", str(small_site.FILE_SIZE))
    assert (story.href, story.type, story.length) == (f"{HOST}/tre/anh/cay-960.jpg", "image/jpeg", str(small_site.PICTURE_SIZE))
    attached = json.loads(contents(*records())["/rss/van-ban.json"])["items"][0]["attachments"]
    assert [(a["title"], a["size_in_bytes"]) for a in attached] == [("Bản chụp", small_site.FILE_SIZE), ("Biểu mẫu", small_site.FILE_SIZE)]


def test_the_fifty_newest_stand_newest_first():
    """A feed holds the 50 newest records of its list, the newest first, across all kinds."""
    many = [news(f"tin-tuc/2026/tin-{n:02}", f"2026-01-{n % 28 + 1:02}") for n in range(56)]
    parsed = rss(*many, document())
    assert len(parsed.entries) == 50
    days = [e.published_parsed for e in parsed.entries]
    assert days == sorted(days, reverse=True)
    assert document().slug not in {e.link.rsplit("/", 2)[1] for e in parsed.entries}


def test_days_are_the_records_own():
    """Items are dated by their record in +07:00, a feed by its newest item; the clock is never asked."""
    data = contents(*records())["/rss/tat-ca.xml"].decode()
    assert "<lastBuildDate>Thu, 05 Mar 2026 00:00:00 +0700</lastBuildDate>" in data
    assert re.findall(r"<pubDate>(.*?)</pubDate>", data) == [
        "Thu, 05 Mar 2026 00:00:00 +0700", "Mon, 10 Feb 2025 00:00:00 +0700", "Wed, 20 Nov 2024 00:00:00 +0700",
    ]  # fmt: skip


def test_a_change_dates_the_feed():
    """A record that was changed later than all others were published dates its feed."""
    changed = replace(news(), modified=read("2026-04-01"))
    assert rss(changed, document()).feed.updated == "Wed, 01 Apr 2026 00:00:00 +0700"


@pytest.mark.parametrize("name", ["van-ban/2013/khong-ngay", "van-ban/khong-ngay"])
def test_no_day_is_invented(name):
    """A document without a day has none in the feed, and a feed without any day has no date of its own."""
    bare = contents(document(name, None))["/rss/van-ban.xml"].decode()
    assert "pubDate" not in bare and "lastBuildDate" not in bare and "<guid" in bare
    posted = contents(document(name, None, posted=read("2026-05-06")))["/rss/van-ban.xml"].decode()
    assert "<pubDate>Wed, 06 May 2026 00:00:00 +0700</pubDate>" in posted


def test_a_model_without_any_full_day_has_none():
    """A model known only by the month of its beginning is not given a day."""
    assert "published" not in entry(model())


def test_same_records_give_same_bytes():
    """Feeds made twice, from records in another order, are the same byte for byte."""
    assert contents(*records()) == contents(*reversed(records()))


@pytest.mark.parametrize("text", ["a\x00b\x0bc\x1fd", "5 < 7 & 9 > 8 ]]> xong", '<b>đậm</b> & "ngoặc"', "lẻ \ud800 đôi", "\ufffe cuối"])
def test_any_text_makes_a_well_formed_feed(text):
    """Whatever an editor wrote, the feed is well-formed and says it, but for characters that XML cannot hold."""
    files = contents(news(title=text, summary=text, note=text, authors=(text,)), body=Body((f"<p>{'x' * 3}\x08</p>",)))
    kept = " ".join(re.sub("[\x00-\x08\x0b\x0e-\x1f\ud800\ufffe]", "", text).split())
    assert ET.fromstring(files["/rss/tin-tuc.xml"]).findtext("channel/item/title") == kept
    assert json.loads(files["/rss/tin-tuc.json"])["items"][0]["title"] == kept


def test_channel_introduces_itself():
    """A feed names itself, its page, its own address, language, picture and rhythm."""
    feed = rss(*records(), feed="loai-ke-hoach", notice="Trang minh họa.").feed
    assert (feed.title, feed.link, feed.language, feed.ttl) == (
        "Văn bản: Kế hoạch | Tuổi trẻ Mẫu",
        f"{URL}/van-ban/loai/ke-hoach/",
        "vi",
        "60",
    )
    assert feed.subtitle == "Văn bản thuộc loại Kế hoạch. Trang minh họa."
    assert [(link.rel, link.href) for link in feed.links if link.rel == "self"] == [("self", f"{URL}/rss/loai-ke-hoach.xml")]
    assert (feed.image.href, feed.image.title, feed.image.link) == (f"{HOST}/tre/anh/the.png", feed.title, feed.link)


@pytest.mark.parametrize(("email", "shown"), [("vp@mau.example", True), ("", False), ("vp tại mau", False)])
def test_only_a_real_address_answers_for_the_feed(email, shown):
    """The managing editor is named with a valid address, or not at all."""
    data = contents(news(), email=email)["/rss/tin-tuc.xml"].decode()
    assert ("<managingEditor>vp@mau.example (Tỉnh đoàn Mẫu)</managingEditor>" in data) is shown
    assert shown or "managingEditor" not in data


def test_json_feed_is_version_1_1():
    """A JSON Feed has every field that version 1.1 asks for and no empty ones."""
    feed = json.loads(contents(*records())["/rss/tat-ca.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["feed_url"], feed["home_page_url"], feed["language"]) == (f"{URL}/rss/tat-ca.json", f"{URL}/", "vi")
    story = feed["items"][0]
    assert story["date_published"] == "2026-03-05T00:00:00+07:00" and story["image"] == f"{HOST}/tre/anh/cay-960.jpg"
    assert story["authors"] == [{"name": "Ban Tuyên giáo"}] and story["tags"] == ["Tình nguyện", "3 chủ động"]
    assert all(value not in ("", [], None) for item in feed["items"] for value in item.values())


def test_the_full_text_of_a_model_tells_its_problem_and_milestones():
    """A feed reader learns what a model was made for and what happened when, in the order of the page."""
    told = model(problem="Đổi ca thì mất chỗ họp.", milestones=(Milestone(read("2018-06"), "Ra hướng dẫn"),), limits=("Thiếu người",))
    text = texts.full(told, small_site.build(told))
    places = [text.index(words) for words in ("Đổi ca thì mất chỗ họp.", "06/2018: Ra hướng dẫn", "Thiếu người")]
    assert places == sorted(places)
