"""The pages of collections, the word on their members' pages, and their feeds."""

import json

from plugins import archive, collections, showcase, syndication
from plugins.domain.dates import read
from plugins.domain.parts import Attachment, Collected, Reference
from plugins.domain.records import Collection
from tests.plugins.small_site import build, document, model, news, rendered, written

PAPER, STORY, PRACTICE = "van-ban/2025/12-kh", "tin-tuc/2026/trong-cay", "mo-hinh/ba-chu-dong"


def one(*items: Collected, name: str = "ho-so/thang-ba", **changes) -> Collection:
    """A collection; without items, of a document, its file, a piece of news and an outside page."""
    given = items or (
        Collected(Reference(PAPER), part="Kế hoạch", note="Đọc trước"),
        Collected(file=f"{PAPER}/12-kh.pdf"),
        Collected(Reference(STORY), part="Kết quả"),
        Collected(url="https://vi-du.vn/", label="Nơi khác"),
    )
    values = {"name": "Tháng Ba", "title": "Tháng Ba", "summary": "Từ đầu đến cuối.", "slug": name.split("/")[-1], "status": "open"}
    return Collection(key=name, path=f"content/{name}.md", date=read("2026-02-01"), collects=given, **values | changes)


def site(*more, **changes):
    """A build with a collection and its members."""
    return build(document(files=(Attachment("12-kh.pdf", "Bản chụp"),)), news(), model(), one(**changes), *more)


def feed(made, name: str) -> dict:
    """A JSON Feed of a build, read."""
    return json.loads(written(syndication.ADAPTER, made)[f"/rss/{name}.json"].content())


def test_a_collection_shows_its_things_in_order():
    """Each thing has its number, says what it is, leads to its place; parts have their names."""
    made = site()
    view = written(collections.ADAPTER, made)["/ho-so/thang-ba/"].view()
    assert [part.name for part in view.parts] == ["Kế hoạch", "Kết quả"]
    items = [item for part in view.parts for item in part.items]
    assert [(i.number, i.kind, i.href) for i in items] == [
        (1, "document", "/tre/van-ban/2025/12-kh/"),
        (2, "file", "/tre/van-ban/2025/12-kh/12-kh.pdf"),
        (3, "news", "/tre/tin-tuc/2026/trong-cay/"),
        (4, "outside", "https://vi-du.vn/"),
    ]
    assert [i.mark for i in items] == ["Kế hoạch 12-KH/TĐTN-TCKT", "Tệp PDF, 98,8 kB, 3 trang", "Tình nguyện", "Trang ở nơi khác"]
    assert items[0].note == "Đọc trước" and items[0].status == "Còn hiệu lực" and items[1].title == "Bản chụp"
    page = rendered(made, written(collections.ADAPTER, made)["/ho-so/thang-ba/"])
    assert 'start="3"' in page and '"@type":"Collection"' in page and "/rss/ho-so-thang-ba.xml" in page


def test_members_say_where_they_belong():
    """A member's page names its collections and its place in each; who is in none has no such word."""
    made = site(one(Collected(Reference(PAPER)), name="ho-so/khac", title="Bộ khác"))
    paper = written(archive.ADAPTER, made)["/van-ban/2025/12-kh/"].view()
    assert [(link.text, link.note) for link in paper.collections] == [("Bộ khác", "mục 1 trên 1"), ("Tháng Ba", "mục 1 trên 4")]
    page = rendered(made, written(archive.ADAPTER, made)["/van-ban/2025/12-kh/"])
    assert "Nằm trong các bộ hồ sơ" in page
    assert "Nằm trong" not in rendered(made, written(showcase.ADAPTER, made)["/mo-hinh/ba-chu-dong/"])


def test_the_list_shows_all_collections():
    """All collections stand in their list, the newest first; an empty list says so."""
    view = written(collections.ADAPTER, site())["/ho-so/"].view()
    assert [(card.kind, card.title, card.meta) for card in view.cards] == [("collection", "Tháng Ba", ("Đang bổ sung", "4 mục"))]
    assert "Chưa có bộ hồ sơ nào." in rendered(build(), written(collections.ADAPTER, build())["/ho-so/"])


def test_a_collection_has_a_feed_of_its_members():
    """Members stand there newest first, under the ids that they have everywhere; files and outside pages have no day and stay away."""
    made = site()
    own = feed(made, "ho-so-thang-ba")
    assert [item["url"].removeprefix("https://doan.example/tre") for item in own["items"]] == [
        "/tin-tuc/2026/trong-cay/",
        "/van-ban/2025/12-kh/",
    ]
    everything = {item["url"]: item["id"] for item in feed(made, "tat-ca")["items"]}
    assert all(everything[item["url"]] == item["id"] for item in own["items"])
    assert own["home_page_url"].endswith("/ho-so/thang-ba/")


def test_new_collections_have_a_feed():
    """The feed of all collections tells each with what it holds; its id is that of its first address."""
    (item,) = feed(site(), "ho-so")["items"]
    assert item["id"] == "tag:mau.example,2026:/ho-so/thang-ba/" and item["tags"] == ["Bộ hồ sơ"]
    assert '<li>Kế hoạch 12-KH/TĐTN-TCKT: <a href="https://doan.example/tre/van-ban/2025/12-kh/">' in item["content_html"]
    assert '<ol start="3">' in item["content_html"] and item["authors"] == [{"name": "Ban Biên tập"}]
