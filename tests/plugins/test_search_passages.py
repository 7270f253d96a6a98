"""The search in a browser leads into documents: to the item that holds the words, by its printed label."""

import json

import pytest

from plugins.editorial import directive
from tests.plugins import finder, small_site
from tests.plugins.small_site import document, news

TEXTS = {
    "van-ban/2025/12-kh": "I. Mục đích\n\n1. Thu nộp đoàn phí đúng hạn.\n\n2. Chăm lo đời sống.\n\n2.1. Thăm hỏi công nhân ở trọ.",
    "van-ban/2024/7-kh": "\n\n".join(f"{n}. Việc đoàn phí thứ {n}." for n in range(1, 6)),
}


def body(record):
    """The body of a record."""
    text = TEXTS.get(record.key)
    return directive.convert(text, "", 1, record, small_site.vocabulary())[0] if text else small_site.EMPTY


@pytest.fixture(scope="module")
def small():
    """Two documents with items, of two years, and a piece of news."""
    old = document("van-ban/2024/7-kh", "2024-02-10", number="7", title="Thu nộp đoàn phí", as_printed="7-KH/TĐTN")
    return finder.files(document(), old, news(title="Chi đoàn thu đoàn phí"), body=body)


def asked(page, words: str) -> list[tuple[str, list[str]]]:
    """Title and places of each result."""
    from playwright.sync_api import expect

    page.locator("#search-query").fill(words)
    page.locator("#search-query").press("Enter")
    expect(page.locator("#search-status")).to_contain_text(f"cho “{words}”")
    assert page.faults == []
    results = page.locator("#search-results > li").all()
    return [(one.locator("h2").inner_text(), one.locator(".search-places li").all_inner_texts()) for one in results]


def test_words_of_an_item_lead_to_it(browser, small):
    """A document that holds the words in an item only is found, with a link to that item by its printed label."""
    with finder.opened(browser, small) as page:
        assert asked(page, "công nhân ở trọ") == [("Kế hoạch Tổ chức Tháng Thanh niên", ["I. 2.1. Thăm hỏi công nhân ở trọ."])]
        link = page.locator(".search-places a")
        assert link.get_attribute("href") == "/tre/van-ban/2025/12-kh/#i-2-1"
        assert link.locator("mark").all_inner_texts() == ["công", "nhân", "ở", "trọ"]


def test_the_number_of_a_document_narrows_its_items(browser, small):
    """What the name of a document says already, its items need not say; what neither says is not found."""
    with finder.opened(browser, small) as page:
        assert asked(page, "12-KH chăm lo") == [("Kế hoạch Tổ chức Tháng Thanh niên", ["I. 2. Chăm lo đời sống."])]
        assert asked(page, "7-KH chăm lo") == []


def test_a_document_is_listed_once_with_its_best_places(browser, small):
    """A document found by its title stands once, before those found by their items; three places are shown, the others counted."""
    with finder.opened(browser, small) as page:
        found = asked(page, "đoàn phí")
        assert [title for title, _ in found] == ["Chi đoàn thu đoàn phí", "Kế hoạch Thu nộp đoàn phí", "Kế hoạch Tổ chức Tháng Thanh niên"]
        assert found[1][1] == [*(f"{n}. Việc đoàn phí thứ {n}." for n in (1, 2, 3)), "và 2 mục nữa trong văn bản này"]


def test_older_documents_are_looked_into_on_demand(browser, small):
    """Where there are too many documents the older ones are searched when the reader asks for it; the keyboard is not lost."""
    manifest = json.loads(small["/tre/tim-kiem/chi-muc.json"])
    for part in (part for shard in manifest["shards"] for part in shard.get("inside", ())):
        part["documents"] = 300
    with finder.opened(browser, small | {"/tre/tim-kiem/chi-muc.json": json.dumps(manifest).encode()}) as page:
        assert [places for _, places in asked(page, "việc đoàn phí thứ 5")] == []
        page.get_by_role("button", name="Tìm tiếp trong các mục của 300 văn bản cũ hơn").click()
        assert page.locator(".search-places a").inner_text() == "5. Việc đoàn phí thứ 5."
        assert page.evaluate("document.activeElement.id") == "search-status"
        assert not page.get_by_role("button", name="Tìm tiếp").is_visible()


def test_lost_passages_are_said(browser, small):
    """When the passages of a year cannot be loaded, what was found is shown and the reader is told that something is missing."""
    with finder.opened(browser, {path: data for path, data in small.items() if not path.endswith("muc-2025.json")}) as page:
        assert len(asked(page, "đoàn phí")) == 2
        assert "Một phần dữ liệu chưa tải được" in page.locator("#search-status").inner_text()
