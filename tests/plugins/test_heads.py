"""What <head> says: titles, share pictures, addresses; JSON-LD that says the same and cannot break out of its element."""

import json
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.context import heads, structured
from plugins.context.build import Build
from plugins.context.views import Image, Link, Site, Source
from plugins.domain import addresses
from tests.domain.sample import WORDS, record
from tests.plugins import held

URL = "https://vi-du.example/doan"


class Pictures:
    """Pictures without files: every picture is 1600 × 900."""

    def image(self, src, alt, caption="", credit=""):
        return Image(alt, 1600, 900, (), tuple(Source(f"/doan/{src}-{w}.jpg", w) for w in (480, 960)), "#000000", caption, credit)

    def card(self, label, site_name):
        one = (Source("/doan/anh/the.jpg", 1200),)
        return Image(f"{label} – {site_name}", 1200, 630, one, one, "#000000")


def build(*records, name: str = "Tỉnh đoàn Mẫu", **site) -> Build:
    """A build of records without files, mounted below a path."""
    made = Build(Path("content"), Path("cache"), Path("output"), Path("theme"), URL, "2026-11-22")
    made.pictures, made.library = Pictures(), held.library(records, WORDS, trace=made.trace)
    blank = {f.name: () if str(f.type).startswith("tuple") else None if "None" in str(f.type) else "" for f in fields(Site)}
    values = {"name": name, "organ": "Đoàn tỉnh Mẫu", "description": "Trang mẫu", "feed": Link("Tất cả", "/doan/rss/tat-ca.xml")}
    made.site = Site(**blank | values | site)
    return made


def data_of(made: Build, target) -> list[dict]:
    """The JSON-LD of a record's head."""
    head = heads.record_head(target, made, heads.crumbs(made, ("Tin", "/tin-tuc/"), (target.title, addresses.of(target))), "Tin")
    return [json.loads(str(item)) for item in head.json_ld]


NASTY = st.text("</script>!-& \"'\\\u2028\u2029\u0085đ]]>", max_size=40) | st.text(max_size=60)


@given(NASTY)
def test_json_ld_never_leaves_its_element(words):
    """Whatever a title says, JSON-LD holds no sign of markup and still says it letter for letter."""
    made = build(name="Trang")
    head = heads.head(made, words or "x", words, "/a/", path=heads.crumbs(made, (words, "/a/")), data=({"@type": "Thing", "name": words},))
    assert len(head.json_ld) == 2
    for item in head.json_ld:
        assert not re.search(r"[<>&]|\]\]>", str(item))
    assert json.loads(str(head.json_ld[0]))["name"] == words
    assert json.loads(str(head.json_ld[1]))["itemListElement"][1]["name"] == words


@given(st.text(), st.integers(2, 300))
def test_descriptions_are_short_and_whole_words(text, limit):
    """A description is never longer than its limit, and a short one is not changed but for blanks."""
    made, words = heads.shorten(text, limit), " ".join(text.split())
    assert len(made) <= limit
    assert made == words if len(words) <= limit else made.endswith("…") and words.startswith(made[:-1])


def test_a_description_is_cut_between_words():
    """A long description ends after a whole word, without the comma that stood there."""
    assert heads.shorten("Đoàn viên, thanh niên ra quân", 12) == "Đoàn viên…"


def test_titles_name_the_site_once():
    """Every title ends with the name of the site, the home page's is the name alone."""
    made = build()
    assert heads.head(made, "Tin", "", "/a/").title == "Tin | Tỉnh đoàn Mẫu"
    assert heads.head(made, "Tỉnh đoàn Mẫu", "", "/").title == "Tỉnh đoàn Mẫu"


def test_addresses_are_absolute_and_below_the_path():
    """The canonical address and the share picture carry scheme, host and path once; breadcrumbs too."""
    made = build()
    head = heads.head(made, "Đề án", "", "/van-ban/2026/đề-án/", path=heads.crumbs(made, ("A", "/a/"), ("B", "/a/b/")))
    assert head.canonical == f"{URL}/van-ban/2026/%C4%91%E1%BB%81-%C3%A1n/"
    assert head.image == f"{URL}/anh/the.jpg"
    assert [i["item"] for i in json.loads(str(head.json_ld[-1]))["itemListElement"]] == [f"{URL}/", f"{URL}/a/", f"{URL}/a/b/"]


def test_queries_survive_in_addresses():
    """An address with a query keeps it as a query."""
    made = build()
    assert made.href("/tim-kiem/?q=đoàn&n=2#a") == "/doan/tim-kiem/?q=%C4%91o%C3%A0n&n=2#a"


def test_crumbs_end_at_the_page_itself():
    """Breadcrumbs begin at home and only the last is where the reader is."""
    path = heads.crumbs(build(), ("Tin", "/tin-tuc/"), ("Bài", "/tin-tuc/2026/a/"))
    assert [(link.text, link.href, link.current) for link in path] == [
        ("Trang chủ", "/doan/", False),
        ("Tin", "/doan/tin-tuc/", False),
        ("Bài", "/doan/tin-tuc/2026/a/", True),
    ]


def test_every_page_offers_the_feed_of_everything():
    """The feed of the whole site stands behind the feeds of the page."""
    made = build()
    own = heads.feed_link(made, "category", "tin", "Tin")
    assert [link.href for link in heads.head(made, "a", "", "/a/", feeds=(own,)).feeds] == [
        "/doan/rss/chuyen-muc-tin.xml",
        made.site.feed.href,
    ]


def test_share_picture_with_its_true_size():
    """A record's own picture is shared in its largest size, with the height that belongs to that width."""
    news = record("tin-tuc/2026/a", ảnh="{tệp: anh/a.jpg, mô tả: Trồng cây}")
    head = heads.record_head(news, build(news), heads.crumbs(build(), ("a", "/a/")), "Tin")
    assert (head.image, head.image_alt, head.image_width, head.image_height) == (f"{URL}/anh/a.jpg-960.jpg", "Trồng cây", 960, 540)


def test_news_as_data():
    """News say headline, days with zone, section and publisher."""
    news = record("tin-tuc/2026/a", ngày="'2026-03-05 08:30'", ngày_sửa="2026-03-06")
    data = data_of(build(news), news)[0]
    assert (data["@type"], data["headline"], data["articleSection"]) == ("NewsArticle", "Ra quân", "Tin hoạt động")
    assert data["datePublished"] == "2026-03-05T08:30:00+07:00" and data["dateModified"].startswith("2026-03-06T")
    assert data["publisher"]["name"] == "Đoàn tỉnh Mẫu" and data["mainEntityOfPage"] == f"{URL}/tin-tuc/2026/a/"


def test_documents_as_data():
    """Documents say number, type, organ and force; one that is replaced is not in force whatever its own field says."""
    old = record("van-ban/2026/cu", số="12", ký_hiệu="KH/TĐTN")
    new = record("van-ban/2026/moi", thay_thế="van-ban/2026/cu", căn_cứ="van-ban/2026/cu")
    made = build(old, new)
    data = data_of(made, old)[0]
    assert (data["@type"], data["legislationIdentifier"], data["legislationDate"]) == ("Legislation", "12-KH/TĐTN", "2026-02-10")
    assert data["legislationLegalForce"].endswith("/NotInForce") and data["legislationPassedBy"]["name"] == "Tỉnh đoàn Mẫu"
    data = data_of(made, new)[0]
    assert data["legislationChanges"] == data["isBasedOn"] == [f"{URL}/van-ban/2026/cu/"] and "legislationIdentifier" not in data


def test_what_is_missing_is_not_said():
    """A document without number and day claims neither in its data."""
    bare = record("van-ban/2013/a", ngày=None, ghi_chú_ngày="Bản in để trống", hiệu_lực="chưa xác định")
    data = data_of(build(bare), bare)[0]
    assert not {"legislationIdentifier", "legislationDate", "legislationLegalForce", "temporalCoverage"} & set(data)
    assert all(value not in ("", None, [], ()) for value in data.values())


@pytest.mark.parametrize(("steps", "kind"), [("[{bước: Khảo sát}, {bước: Làm, nội dung: Cùng làm}]", "HowTo"), (None, "CreativeWork")])
def test_models_as_data(steps, kind):
    """A model with steps is a how-to, each step with its place; without steps it claims none."""
    model = record("mo-hinh/m", các_bước=steps)
    data = data_of(build(model), model)[0]
    assert data["@type"] == kind
    assert [(s["position"], s["text"], s["url"]) for s in data.get("step", [])] == (
        [(1, "Khảo sát", f"{URL}/mo-hinh/m/#buoc_1"), (2, "Cùng làm", f"{URL}/mo-hinh/m/#buoc_2")] if steps else []
    )


def test_pages_are_no_data():
    """A plain page has its breadcrumbs and nothing else."""
    page = record("trang/a")
    assert [item["@type"] for item in data_of(build(page), page)] == ["BreadcrumbList"]


def test_the_site_as_data():
    """The home page says how the site is searched and by whom it is published."""
    data = structured.website(build(phone="0240", phone_href="0240", email="a@b.example"))
    assert data["potentialAction"]["target"]["urlTemplate"] == f"{URL}/tim-kiem/?q={{search_term_string}}"
    assert (data["publisher"]["telephone"], data["publisher"]["email"]) == ("0240", "a@b.example") and "address" not in data["publisher"]


def test_heads_are_values():
    """The same record gives an equal head: nothing in it depends on when or where it is made."""
    news = record("tin-tuc/2026/a")
    one, two = (heads.record_head(news, build(news), heads.crumbs(build(), ("a", "/a/")), "Tin") for _ in range(2))
    assert one == two and is_dataclass(one)
