"""The archive in a browser: any choice together, numbers typed any way, addresses that can be shared, and all of it without scripts."""

import re

import pytest
from playwright.sync_api import expect

from plugins.domain.parts import Signature
from tests.plugins import finder
from tests.plugins.small_site import document

NAMES = "#tra_danh-sach .document-row-number"


def paper(place: str, day: str | None, printed: str, subject: str, **more):
    """A plan, or what `more` makes of it."""
    number, _, symbol = printed.partition("-")
    given = {"number": number or None, "symbol": symbol, "as_printed": printed, "title": subject, "subject": subject}
    return document(f"van-ban/{place}", day, **given | more)


@pytest.fixture(scope="module")
def small():
    """An archive of sixty documents: types, years, organs, signers."""
    signed = Signature(post="PHÓ BÍ THƯ")
    return finder.archive(
        paper("2018/16-hd", "2018-09-13", "16-HD/TĐTN-TCKT", "Chi đoàn mạnh", type="huong-dan"),
        paper("2016/17-kh", "2016-02-01", "17-KH/TĐTN", "Tháng Thanh niên năm 2016"),
        paper("2025/08-kh", "2025-02-10", "08-KH/TĐTN", "Khu nhà trọ <b>mới</b>", signed_by=signed),
        paper("2025/khong-so", None, "", "Chưa có số", date_note="Để trống", topics=("3-chu-dong",)),
        *(paper(f"2024/{n}-kh", f"2024-{n % 12 + 1:02}-10", f"{n}-KH/TĐTN", f"Việc thứ {n}") for n in range(101, 158)),
    )


@pytest.fixture
def page(browser, small):
    """The page of the archive."""
    with finder.opened(browser, small, path="/van-ban/") as opened:
        yield opened
        assert opened.faults == []


def names(page, count: int) -> list[str]:
    """The numbers of the documents found, once so many are said to be and the first fifty of them stand there."""
    expect(page.locator("#tra_tinh-trang")).to_contain_text(re.compile(rf"^Tìm thấy {count} văn bản"))
    expect(page.locator(NAMES)).to_have_count(min(count, 50))
    return page.locator(NAMES).all_inner_texts()


@pytest.mark.parametrize("typed", ["16hd/tdtn", "16-HD", "16 HD TĐTN TCKT", "hướng dẫn 16", "số 16", "16HDTĐTN", "016", "HD 16 năm 2018"])
def test_a_number_typed_any_way_leads_to_the_document(page, typed):
    """One document is found by its number however typed, and Enter opens it; 16 is neither 116 nor the year 2016."""
    page.get_by_label("Số, ký hiệu hoặc từ trong trích yếu").fill(typed)
    assert names(page, 1) == ["16-HD/TĐTN-TCKT"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/tre/van-ban/2018/16-hd/")


def test_choices_are_combined_and_counted(page):
    """Choices narrow each other, each choice tells how many it would give, and the address holds them all."""
    page.get_by_label("Loại văn bản").select_option("ke-hoach")
    names(page, 60)
    page.get_by_label("Năm").select_option("2025")
    assert names(page, 2) == ["08-KH/TĐTN", "Chưa ghi số"]
    assert page.url.endswith("/van-ban/?loai=ke-hoach&nam=2025")
    expect(page.locator("#tra_loai option[value='huong-dan']")).to_be_disabled()  # counts follow the rows
    expect(page.locator("#tra_nam option[value='2024']")).to_have_text("2024 (57)")
    expect(page.locator("#tra_nguoi-ky option[value='pho-bi-thu']")).to_have_text("PHÓ BÍ THƯ (1)")
    assert not page.locator("#tra_san-co").is_visible()


def test_back_and_clear_lead_to_what_was_before(page):
    """The back button undoes a choice; “Xóa lựa chọn” undoes all and hands the keyboard to the first field."""
    page.get_by_label("Loại văn bản").select_option("ke-hoach")
    names(page, 60)
    page.get_by_label("Năm").select_option("2016")
    names(page, 1)
    page.go_back()
    names(page, 60)
    assert page.get_by_label("Năm").input_value() == ""
    page.get_by_role("button", name="Xóa lựa chọn").click()
    expect(page.locator("#tra_san-co")).to_be_visible()
    assert page.url.endswith("/van-ban/") and page.evaluate("document.activeElement.id") == "tra_tu"


def test_an_address_brings_its_choice_along(browser, small):
    """A shared address shows what was chosen, in its order; a value that nothing has finds nothing and stays visible."""
    with finder.opened(browser, small, "?hieu-luc=con-hieu-luc&nam=2025&xep=so", "/van-ban/") as page:
        assert names(page, 2) == ["08-KH/TĐTN", "Chưa ghi số"]
        assert page.get_by_label("Xếp theo").input_value() == "so"
    with finder.opened(browser, small, "?nam=1999", "/van-ban/") as page:
        expect(page.locator("#tra_tinh-trang")).to_contain_text("Không có văn bản nào khớp.")
        assert page.get_by_label("Năm").input_value() == "1999"


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("moi", "08-KH/TĐTN", "17-KH/TĐTN"),
        ("cu", "17-KH/TĐTN", "08-KH/TĐTN"),
        ("so", "08-KH/TĐTN", "Chưa ghi số"),
        ("ten-loai", "16-HD/TĐTN-TCKT", "17-KH/TĐTN"),
    ],
)
def test_four_orders(browser, small, sort, first, last):
    """Newest, oldest, by figure, by type as a Vietnamese dictionary has it."""
    with finder.opened(browser, small, f"?cap=tinh&xep={sort}", "/van-ban/") as page:
        shown = names(page, 61)
        assert shown[0] == first and len(shown) == 50
        page.get_by_role("button", name="Xem thêm").click()
        expect(page.locator(NAMES)).to_have_count(61)
        assert page.locator(NAMES).all_inner_texts()[-1] == last
        assert page.evaluate("document.activeElement.matches('#tra_danh-sach > :nth-child(51) a')")


def test_words_are_found_with_and_without_accents(page):
    """Words of a subject find it; markup in a subject stays text."""
    page.get_by_label("Số, ký hiệu hoặc từ trong trích yếu").fill("khu nha tro")
    assert names(page, 1) == ["08-KH/TĐTN"]
    assert page.locator("#tra_danh-sach a").inner_text() == "Kế hoạch: Khu nhà trọ <b>mới</b>"


def test_what_cannot_be_loaded_is_said(browser, small):
    """Without data the page says so and the prepared list stays."""
    served = {path: data for path, data in small.items() if not path.endswith("/cot.json")}
    with finder.opened(browser, served, "?nam=2025", "/van-ban/") as page:
        expect(page.locator("#tra_tinh-trang")).to_contain_text("Chưa tải được danh mục.")
        expect(page.locator("#tra_san-co")).to_be_visible()


def test_without_scripts_prepared_lists_serve(browser, small):
    """Without JavaScript there is no dead form: every facet is a list, a pair narrows it, a number is looked up in order."""
    with finder.opened(browser, small, path="/van-ban/", java_script_enabled=False) as page:
        assert not page.locator("form[data-columns]").is_visible()
        page.locator("#loc").get_by_role("link", name="Kế hoạch").click()
        page.locator("#loc").get_by_role("link", name="2025").click()
        assert page.locator("h1").inner_text() == "Kế hoạch năm 2025" and page.locator(".document-row").count() == 2
        page.goto(page.url.partition("loai/")[0])
        page.get_by_role("link", name="Tra theo số").click()
        page.get_by_role("link", name="Văn bản số 16", exact=True).click()
        assert page.locator(".document-row-number").all_inner_texts() == ["16-HD/TĐTN-TCKT"]
