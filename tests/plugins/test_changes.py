"""What is news without being a record: changes of units and places, and each new count of how far a model was taken over."""

import json
import re
from dataclasses import replace

from plugins import editorial, showcase, syndication
from plugins.domain.dates import read
from plugins.domain.parts import Replication
from tests.plugins import small_site
from tests.plugins.small_site import build, model, news, rendered, written


def items(made, feed: str) -> list[dict]:
    """The items of a feed."""
    return json.loads(written(syndication.ADAPTER, made)[f"/rss/{feed}.json"].content())["items"]


MERGED = {"dia-ban.yml": "- {tên: Tỉnh Mẫu}\n- {tên: Tỉnh Xưa, đến ngày: 2025-06-30, kế tục: Tỉnh Mẫu}\n"}


def test_what_has_become_of_places_has_a_page_and_a_feed():
    """A merger stands under its day on a page of its own and in a feed, with an id for ever; both lead to the place, which leads back."""
    made = build(news(places=("tinh-xua",)), data=MERGED)
    pages, (item,) = written(editorial.ADAPTER, made), items(made, "noi-cu-noi-moi")
    assert (item["title"], item["id"]) == ("Tỉnh Mẫu tiếp nối Tỉnh Xưa", "tag:mau.example,2026:/dia-ban/tinh-mau/#ke-tuc-2025")
    assert item["url"] == f"{small_site.URL}/dia-ban/tinh-mau/" and "Từ ngày 01/07/2025" in item["content_html"]
    page = rendered(made, pages["/dia-ban/"])
    assert "Từ ngày 01/07/2025" in page and "/tre/dia-ban/tinh-mau/" in page and "/tre/rss/noi-cu-noi-moi.xml" in page
    assert "/tre/dia-ban/" in [link.href for fact in pages["/dia-ban/tinh-mau/"].view().facts for link in fact.values]
    assert "/rss/noi-cu-noi-moi.xml" not in written(syndication.ADAPTER, build(news(places=("tinh-mau",))))


def test_each_new_count_of_a_model_is_an_item():
    """Every count of every model is an item, the latest first, with an id of its own; the table of all counts leads to the feed."""
    early = Replication("commune", 3, read("2024-05"), of=9)
    late = Replication("commune", 9, read("2025-02-03"), of=9, places=("tinh-mau",))
    made = build(
        replace(model("mo-hinh/a", replication=(early, late)), title="A"),
        replace(model("mo-hinh/b", replication=(Replication("branch", 40, read("2024-11")),)), title="B"),
    )
    found = items(made, "nhan-rong")
    assert [item["title"] for item in found] == [
        "A: 9/9 cơ sở (100%), tính đến 03/02/2025", "B: 40 chi đoàn, tính đến 11/2024", "A: 3/9 cơ sở (33,33%), tính đến 05/2024",
    ]  # fmt: skip
    assert [re.sub(".*#", "", item["id"]) for item in found] == [
        "nhan-rong-co-so-2025-02-03", "nhan-rong-chi-doan-2024-11", "nhan-rong-co-so-2024-05",
    ]  # fmt: skip
    assert "Tỉnh Mẫu" in found[0]["content_html"] and found[0]["date_published"].startswith("2025-02-03")
    table = written(showcase.ADAPTER, made)["/mo-hinh/nhan-rong/"].view()
    assert table.feed.href == "/tre/rss/nhan-rong.xml" and [row[0].text for row in table.table.rows] == ["A", "A", "B"]
