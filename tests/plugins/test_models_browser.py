"""The page of all models in a browser: any facets together, words, addresses to share; and without scripts."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from plugins import showcase
from plugins.domain.dates import read
from plugins.domain.parts import Replication
from tests.plugins import finder
from tests.plugins.small_site import model

TITLES = "#tra_danh-sach .card-link"
HOSTILE = "<img src=x onerror=alert(1)>"


def practice(slug: str, title: str, value: int | None = None, **more):
    """A model that so many communes took over."""
    spread = () if value is None else (Replication("commune", value, read("2022")),)
    return replace(model(f"mo-hinh/{slug}", replication=spread), name=title, title=title, **more)


@pytest.fixture(scope="module")
def small():
    """A showcase of models of two places, two audiences, two states."""
    return finder.published(
        showcase.ADAPTER,
        practice("nha-tro", "Chi đoàn khu nhà trọ", 12, audience=("Công nhân", "Chi đoàn"), status="scaled", summary="Họp ngay ở xóm trọ."),
        practice("tu-sach", "Tủ sách", 3, audience=("Công nhân",), place="tinh-mau", date=read("2026-03-03")),
        practice("la", HOSTILE, audience=("Chi đoàn",), date=read("2026-01-01"), summary="Trồng một vườn."),
        practice("m0", "Cách 00", audience=("Thiếu nhi", "Chi đoàn"), field=()),
        *(practice(f"m{n}", f"Cách {n:02}", audience=("Thiếu nhi",), field=()) for n in range(1, 60)),
    )


@pytest.fixture
def page(browser, small):
    """The page of all models."""
    with finder.opened(browser, small, path="/mo-hinh/") as opened:
        yield opened
        assert opened.faults == []


def titles(page, count: int) -> list[str]:
    """The models found, once so many are said to be."""
    expect(page.locator("#tra_tinh-trang")).to_contain_text(re.compile(rf"^Tìm thấy {count} mô hình"))
    return page.locator(TITLES).all_inner_texts()


def test_facets_are_combined_by_the_keyboard_and_counted(page):
    """Any facets narrow each other, widest reach first; every choice tells how many it would give; the address holds them all."""
    page.get_by_label("Đối tượng").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert titles(page, 2) == ["Chi đoàn khu nhà trọ", "Tủ sách"]
    page.get_by_label("Trạng thái").select_option("nhan-rong")
    assert titles(page, 1) == ["Chi đoàn khu nhà trọ"]
    assert "trang-thai=nhan-rong" in page.url and "doi-tuong=cong-nhan" in page.url
    expect(page.locator("#tra_doi-tuong option[value='chi-doan']")).to_have_text("Chi đoàn (1)")  # counts follow the rows
    expect(page.locator("#tra_doi-tuong option[value='thieu-nhi']")).to_be_disabled()
    assert not page.locator("#tra_san-co").is_visible()
    page.go_back()
    titles(page, 2)
    page.get_by_role("button", name="Xóa lựa chọn").click()
    expect(page.locator("#tra_san-co")).to_be_visible()
    assert page.url.endswith("/mo-hinh/")


def test_words_of_a_summary_find_a_model_and_enter_opens_it(page):
    """Words without accents from name, summary, unit or place find a model; when it is the only one, Enter opens it."""
    page.get_by_label("Từ trong tên, tóm tắt").fill("xom tro")
    assert titles(page, 1) == ["Chi đoàn khu nhà trọ"]
    card = page.locator("#tra_danh-sach .card--model")
    expect(card).to_contain_text("Họp ngay ở xóm trọ.")
    expect(card.locator(".card-meta")).to_contain_text(re.compile("Nhân rộng.*Tỉnh đoàn Xưa.*12 cơ sở"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/tre/mo-hinh/nha-tro/")


def test_on_a_phone_enter_leads_down_to_what_was_found(page):
    """A word that some models hold whole means those, not others with a longer word; Enter brings what was found into sight."""
    page.set_viewport_size({"width": 360, "height": 640})
    words = page.get_by_label("Từ trong tên, tóm tắt")
    words.fill("tro")
    assert titles(page, 1) == ["Chi đoàn khu nhà trọ"]
    words.fill("tron")
    expect(page.locator(TITLES)).to_have_text([HOSTILE])
    words.fill("cach")
    titles(page, 60)
    page.keyboard.press("Enter")
    expect(page.locator("#tra_tinh-trang")).to_be_in_viewport()


def test_a_shared_address_shows_the_same(browser, small):
    """An address with facets and an order shows just that; what editors wrote stays text; a place has what it took over."""
    with finder.opened(browser, small, "?dia-ban=tinh-mau&linh-vuc=xay-dung-doan&xep=moi", "/mo-hinh/") as page:
        assert titles(page, 3) == ["Tủ sách", HOSTILE, "Chi đoàn khu nhà trọ"]
        assert page.locator("main img[src=x]").count() == 0 and page.faults == []


def test_models_that_were_found_may_be_chosen_to_compare(page):
    """What the finder brings can be ticked like any card of the list, and both boxes of a model agree."""
    page.get_by_label("Đối tượng").select_option("cong-nhan")
    titles(page, 2)
    for box in page.locator("#tra_danh-sach .compare-pick input").all():
        box.check()
    expect(page.get_by_role("link", name="Xem bảng so sánh")).to_have_attribute("href", re.compile("m=nha-tro&m=tu-sach"))
    page.get_by_role("button", name="Xóa lựa chọn").click()
    expect(page.locator("#tra_san-co .compare-pick input:checked")).to_have_count(2)


def test_many_models_come_in_parts(page):
    """Fifty are shown at once, the others follow by a button; the keyboard goes on at the first new one."""
    page.get_by_label("Đối tượng").select_option("thieu-nhi")
    titles(page, 60)
    expect(page.locator(TITLES)).to_have_count(50)
    page.get_by_role("button", name="Xem thêm").click()
    expect(page.locator(TITLES)).to_have_count(60)
    assert page.evaluate("document.activeElement.className") == "card-link"


def test_without_scripts_prepared_lists_serve(browser, small):
    """Without scripts there is no form; a list leads on to its pairs."""
    with finder.opened(browser, small, path="/mo-hinh/doi-tuong/chi-doan/", java_script_enabled=False) as page:
        page.get_by_role("link", name="Xây dựng Đoàn").first.click()
        assert page.url.endswith("/mo-hinh/linh-vuc/xay-dung-doan/doi-tuong/chi-doan/")
        assert page.locator(".card-link").all_inner_texts() == ["Chi đoàn khu nhà trọ", HOSTILE]
    with finder.opened(browser, small, path="/mo-hinh/", java_script_enabled=False) as page:
        assert not page.locator("form.document-finder").is_visible()
