"""The search in a browser: it folds as the builder does, finds what readers mean, and stays usable when things fail."""

import random
import re
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest

from plugins.domain.text import fold
from tests.plugins import finder
from tests.plugins.small_site import document, model, news

CONTENT = Path(__file__).resolve().parents[2] / "content"
NASTY = (
    "", "Đoàn thanh niên", "DOAN", "hòa hoà ủy uỷ khỏe khoẻ quý quỹ", "16-HD", "16hd/tdtn", "16 HD TĐTN TCKT",
    "01 NQ/ĐTN – 22HD/TWĐTN", "NĐ-СР 42/2022/NĐ-СР", "12-КН/TĐTN", "е1-НD е", "Комсомол и СССР", "Москва", "Ðoàn Ɖoàn ðoàn ɖoàn",
    "soft\u00adhyphen zero\u200bwidth a\u200db \u200d☀", "D\u031bu\u031bo\u031b\u0323ng",
    unicodedata.normalize("NFD", "Nghị quyết Đại hội Đoàn"), "İstanbul ΣΑΣ ﬁ ß æ œ ø ł ı Å", "५६क्षि ไทยกำ 漢字 한글",
    "½ ² Ⅻ ① ٣٤ x٣y", "a_b_c 1_2 3a4b5c 007 0", "“ngoặc” ‘đơn’ … — –", "\u0345a\u0345 \u1ab0b \u20dd", "\x1c\x85\u2028 x",
)  # fmt: skip


def strings() -> list[str]:
    """Nasty texts, every line of the demonstration content, and lawful noise from many scripts."""
    lines = [line for path in sorted(CONTENT.rglob("*.md")) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    chance = random.Random(18)
    ranges = (
        (0x20, 0x24F),
        (0x300, 0x36F),
        (0x370, 0x52F),
        (0x590, 0x6FF),
        (0x900, 0x97F),
        (0xE00, 0xE7F),
        (0x1E00, 0x1EFF),
        (0x2000, 0x218F),
    )
    letters = [chr(c) for a, b in ranges for c in range(a, b) if unicodedata.category(chr(c)) not in ("Cn", "Cs")]
    return [*NASTY, *lines, *("".join(chance.choices(letters, k=12)) for _ in range(2000))]


@pytest.fixture(scope="module")
def small():
    """What the search page of a small site is made of: years, kinds, accents."""
    return finder.files(
        news("tin-tuc/2026/hoa", "2026-05-01", title="Hoa nở trên đường quê", summary="Chi đoàn trồng hoa."),
        news("tin-tuc/2026/hoa-giai", "2026-04-01", title="Tổ hoà giải của thanh niên", summary="Giữ làng yên vui."),
        news("tin-tuc/2026/nhac-toi", "2026-03-01", title="Nhắc tới số 16 HD", summary="Bàn về <b>16-HD/TĐTN-TCKT</b> & việc làm."),
        news("tin-tuc/2026/noi-ve-16", "2026-07-01", title="Hướng dẫn 16 đội cách trồng dừa", summary="Việc vườn."),
        news("tin-tuc/2026/mau", "2026-06-01", title="Mẫu sổ mới để thực hiện ở xã", summary="Sổ theo mẫu."),
        news("tin-tuc/2024/hien-mau", "2024-03-01", title="Ngày hội hiến máu", summary="Giọt hồng."),
        news("tin-tuc/2025/doan", "2025-03-01", title="Đoàn thanh niên ra quân", summary="Ngày hội hòa giải."),
        document(
            "van-ban/2018/16-hd", "2018-09-13", title="Xây dựng chi đoàn mạnh", type="huong-dan", number="16", as_printed="16-HD/TĐTN-TCKT"
        ),
        document(
            "van-ban/2018/165-hd", "2018-09-14", title="Thu nộp đoàn phí", type="huong-dan", number="165", as_printed="165-HD/TĐTN-TCKT"
        ),
        document("van-ban/2013/01-nq", "2013-01-02", title="Công tác năm", number="01", as_printed="01-NQ/ĐTN"),
        model("mo-hinh/lang", title="Bếp ăn không đồng"),
        *(news(f"tin-tuc/2024/tin-{n:02}", f"2024-01-{n + 1:02}", title=f"Bản tin lặp {n:02}", category="guong-sang") for n in range(25)),
    )


def said(page, words: str) -> str:
    """The status line, once it begins with one of `words`."""
    from playwright.sync_api import expect

    status = page.locator("#search-status")
    expect(status).to_have_text(re.compile(f"^(?:{words})"))
    return status.inner_text()


def found(page) -> list[str]:
    """The titles of the shown results, after the search has come to its end."""
    said(page, "Tìm thấy |Không tìm thấy |Chưa tải được ")
    assert page.faults == []
    return page.locator("#search-results a").all_inner_texts()


@pytest.fixture(scope="module")
def results(browser, small):
    """Call it with a question to get the titles that it finds; the page stays open between questions."""
    from playwright.sync_api import expect

    with finder.opened(browser, small) as page:

        def ask(query: str) -> list[str]:
            page.locator("#search-query").fill(query)
            page.locator("#search-query").press("Enter")
            expect(page.locator("#search-status")).to_contain_text(f"cho “{query}”")
            return found(page)

        yield ask


def test_browser_folds_as_the_builder(browser, small):
    """The script folds every text exactly as plugins.domain.text does."""
    texts = strings()
    with finder.opened(browser, small) as page:
        address = page.locator("script[src*='search-']").get_attribute("src")
        given = page.evaluate(
            "async ([address, texts]) => { const m = await import(address); return texts.map(m.fold); }", [address, texts]
        )
    wrong = [(text, ours, theirs) for text, theirs in zip(texts, given, strict=True) if (ours := fold(text)) != theirs]
    assert not wrong, wrong[:5]


@pytest.mark.parametrize("query", ["đoàn thanh niên", "doan thanh nien", "DOAN THANH", unicodedata.normalize("NFD", "Đoàn thanh niên")])
def test_accents_and_case_do_not_matter(results, query):
    """A title is found with and without accents, in capitals, and typed on a Mac."""
    assert "Đoàn thanh niên ra quân" in results(query)


@pytest.mark.parametrize("query", ["16-HD", "16hd/tdtn", "16 HD TĐTN TCKT", "16HDTĐTN", "016-HD/TĐTN-TCKT", "16-HD/TÐTN"])
def test_number_is_found_however_typed(results, query):
    """A document is found by its number in any spelling, before all that only mention it; 16 is not 165."""
    titles = results(query)
    assert titles[0] == "Hướng dẫn Xây dựng chi đoàn mạnh"
    assert "Hướng dẫn Thu nộp đoàn phí" not in titles


def test_leading_zeros_do_not_matter(results):
    """01-NQ is found as 1-NQ too."""
    assert results("1-NQ") == results("01-nq") == ["Kế hoạch Công tác năm"]


def test_exact_accents_come_first(results):
    """Exact accents rank first, wherever the tone is written; then whole words, by where they stand, before mere beginnings."""
    with_accents, without = results("hòa"), results("hoa")
    assert with_accents[:2] == ["Tổ hoà giải của thanh niên", "Đoàn thanh niên ra quân"]
    assert without == ["Hoa nở trên đường quê", "Tổ hoà giải của thanh niên", "Đoàn thanh niên ra quân", "Kế hoạch Công tác năm"]
    assert sorted(with_accents) == sorted(without)


def test_words_side_by_side_come_first(results):
    """Words that stand side by side as asked come before the same words apart, though newer."""
    assert results("hien mau")[0] == "Ngày hội hiến máu"


def test_a_document_is_called_by_its_number_in_any_order(results):
    """Type and number in either order lead to the document itself before all that mention it."""
    assert "Công tác năm" in results("nq 01")[0]


def test_a_document_is_called_by_its_type_and_number(results):
    """Type and figure lead to the document before news that only speak of both."""
    assert results("hướng dẫn 16")[0] == "Hướng dẫn Xây dựng chi đoàn mạnh"


def test_every_word_must_occur(results):
    """All words are asked for, the beginning of a word is enough."""
    assert results("than ra qu") == ["Đoàn thanh niên ra quân"]
    assert results("đoàn zzqqxx") == []


def test_old_name_finds_the_successor(results):
    """A model of a unit that no longer exists is found by the name of its successor."""
    assert results("bếp tỉnh đoàn mẫu") == ["Bếp ăn không đồng"]


def test_result_shows_kind_number_day_and_marks(browser, small):
    """A result is a link with kind, number, day and summary; found words are marked, markup in a text stays text."""
    with finder.opened(browser, small, "?q=16+hd") as page:
        found(page)
        paper, story = page.locator("#search-results > li").all()[:2]
        assert paper.locator("a").get_attribute("href") == "/tre/van-ban/2018/16-hd/"
        assert paper.locator("p").inner_text() == "Văn bản · 16-HD/TĐTN-TCKT · 13/09/2018"
        assert paper.locator("mark").all_inner_texts() == ["16", "HD"]
        assert "<b>16-HD/TĐTN-TCKT</b> & việc làm." in story.inner_text() and story.locator("b").count() == 0
        assert page.locator("#search-status").inner_text() == "Tìm thấy 2 kết quả cho “16 hd”."


def test_twenty_at_first_and_more_on_demand(browser, small):
    """Twenty results are shown, the rest on “Xem thêm”, which hands the keyboard to the first new one and goes."""
    with finder.opened(browser, small, "?q=ban+tin+lap") as page:
        assert len(found(page)) == 20
        page.get_by_role("button", name="Xem thêm").click()
        assert found(page) == [f"Bản tin lặp {n:02}" for n in reversed(range(25))]
        assert page.evaluate("document.activeElement.textContent") == "Bản tin lặp 04"
        assert not page.get_by_role("button", name="Xem thêm").is_visible()


def test_asking_again_keeps_the_address_right(browser, small):
    """A new question replaces results and address without loading the page; an emptied field empties both."""
    with finder.opened(browser, small, "?q=hoa") as page:
        found(page)
        page.evaluate("window.stays = true")
        page.locator("#search-query").fill("đoàn phí & <việc>")
        page.locator("#search-query").press("Enter")
        said(page, "Không tìm thấy kết quả nào cho “đoàn phí & <việc>”")
        assert page.url.endswith(f"/tim-kiem/?q={quote('đoàn phí & <việc>', safe='')}")
        page.locator("#search-query").fill("")
        assert page.url.endswith("/tim-kiem/") and page.evaluate("window.stays")
        assert page.locator("#search-status").inner_text() == "" and page.locator("#search-results > li").count() == 0


@pytest.mark.parametrize("query", ["zzqqxx", "???", "“”"])
def test_no_result_is_said_in_plain_words(browser, small, query):
    """A question that finds nothing, or holds no word, is answered in a sentence."""
    with finder.opened(browser, small, f"?q={quote(query)}") as page:
        assert found(page) == []
        assert page.locator("#search-status").inner_text().startswith(f"Không tìm thấy kết quả nào cho “{query}”.")
        assert page.locator("#search-status").get_attribute("aria-live") == "polite"


def test_lost_network_is_said_and_can_be_tried_again(browser, small):
    """Without the manifest the reader is told so; once it is there again, the same button finds."""
    served = {path: data for path, data in small.items() if not path.endswith("chi-muc.json")}
    with finder.opened(browser, served, "?q=hoa") as page:
        assert found(page) == []
        assert "kiểm tra kết nối mạng" in page.locator("#search-status").inner_text()
        served["/tre/tim-kiem/chi-muc.json"] = small["/tre/tim-kiem/chi-muc.json"]
        page.get_by_role("button", name="Tìm").click()
        said(page, "Tìm thấy 4 kết quả")


def test_a_lost_year_does_not_hide_the_others(browser, small):
    """When one year cannot be loaded, the others are searched and the reader is told that something is missing."""
    served = {path: data for path, data in small.items() if not path.endswith("chi-muc-2026.json")}
    with finder.opened(browser, served, "?q=hoa") as page:
        assert found(page) == ["Đoàn thanh niên ra quân", "Kế hoạch Công tác năm"]
        assert "Một phần dữ liệu chưa tải được" in page.locator("#search-status").inner_text()
