"""Models side by side in a browser: any choice by address, by typing, by ticking; what goes wrong is said; what serves without scripts."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from plugins import editorial, showcase
from plugins.domain.dates import read
from plugins.domain.parts import Reference, Result, Source, Step
from plugins.domain.records import Comparison
from tests.plugins import finder, small_site
from tests.plugins.small_site import model

PATH = "/mo-hinh/so-sanh/"
STATUS, HEADS = "#sanh_tinh-trang", ".comparison thead .comparison-model > a"
HOSTILE = "<img src=x onerror=alert(1)>"


def practice(slug: str, title: str, **more):
    """A model with a step, a figure and a source."""
    told = {
        "steps": (Step("Khảo sát"), Step("Họp")),
        "results": (Result("Hộ", 9, read("2023")),),
        "source": Source("Báo", "https://vi-du.vn/"),
    }
    return replace(model(f"mo-hinh/{slug}"), name=title, title=title, **told | more)


@pytest.fixture(scope="module")
def small():
    """A showcase of six models and one prepared comparison."""
    names = {"a": "Nhà trọ", "b": HOSTILE, "c": "Tủ sách", "d": "Ve chai", "e": "Bể bơi", "f": "Một cộng hai"}
    words = {"name": "Hai nơi", "title": "Hai nơi", "summary": "Hai cách.", "slug": "hai-noi"}
    both = Comparison(key="so-sanh/hai", path="content/so-sanh/hai.md", compares=(Reference("mo-hinh/a"), Reference("mo-hinh/c")), **words)
    return finder.published(showcase.ADAPTER, *(practice(slug, title) for slug, title in names.items()), both)


@pytest.fixture
def page(browser, small):
    """The page that compares, with two models in its address."""
    with finder.opened(browser, small, "?m=a&m=b", PATH) as opened:
        expect(opened.locator(STATUS)).to_contain_text("Đang so sánh 2 mô hình.")
        yield opened
        assert opened.faults == []


def test_an_address_puts_models_side_by_side(page):
    """Every model has its column, every question its row, figures lead to their source; what editors wrote stays text."""
    assert page.locator(HEADS).all_inner_texts() == ["Nhà trọ", HOSTILE]
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Các bước", exact=True))
    assert row.get_by_role("cell").count() == 2 and row.locator("ol > li").count() == 4
    source = page.get_by_role("row").filter(has_text="Kết quả").get_by_role("link").first
    assert source.get_attribute("href") == "/tre/mo-hinh/a/#nguon_cua-trang"
    assert page.locator("main img").count() == 0 and not page.get_by_role("rowheader", name="Liên hệ").count()


def test_models_are_added_and_taken_away_by_the_keyboard(page):
    """Typing without accents finds a model, Enter adds it, its own button takes one away; focus and address follow, back undoes."""
    page.get_by_label("Thêm mô hình vào bảng").fill("tu sach")
    page.get_by_role("button", name="Thêm “Tủ sách”").focus()
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_have_text("Đang so sánh 3 mô hình.")
    assert page.url.endswith("?m=a&m=b&m=c") and page.evaluate("document.activeElement.id") == "sanh_tu"
    page.get_by_role("button", name="Bỏ “Nhà trọ”").focus()
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_have_text("Đã bỏ “Nhà trọ”. Đang so sánh 2 mô hình.")
    assert page.url.endswith("?m=b&m=c") and page.evaluate("document.activeElement.dataset.slug") == "b"
    assert page.locator(HEADS).all_inner_texts() == [HOSTILE, "Tủ sách"]
    page.go_back()
    expect(page.locator(STATUS)).to_have_text("Đang so sánh 3 mô hình.")


@pytest.mark.parametrize(
    ("query", "said", "columns"),
    [
        ("", "Chưa chọn mô hình nào.", 0),
        ("?m=a", "Đã chọn “Nhà trọ”. Hãy thêm ít nhất một mô hình nữa.", 0),
        ("?m=a&m=khong-co&m=c", "Trang này không có mô hình nào tên “khong-co”; có thể liên kết gõ sai. Đang so sánh 2 mô hình.", 2),
        ("?m=a&m=c&m=d&m=e&m=f", "Chỉ đặt được 4 mô hình cạnh nhau; đã bỏ qua “f”. Đang so sánh 4 mô hình.", 4),
        ("?m=../../x&m=a&m=a&m=c", "Địa chỉ có tên mô hình viết sai: “../../x”. Đang so sánh 2 mô hình.", 2),
    ],
)
def test_what_is_wrong_with_a_choice_is_said(browser, small, query, said, columns):
    """Too few, too many, unknown and misspelt models are told in words; what can be shown is shown."""
    with finder.opened(browser, small, query, PATH) as page:
        expect(page.locator(STATUS)).to_contain_text(said)
        expect(page.locator(HEADS)).to_have_count(columns)
        assert page.faults == []


def test_an_old_name_is_followed_to_the_new_one(browser, small):
    """A model that was renamed is found under its old names, one after the other; the address then tells the new one, each model once."""
    made = small_site.build(practice("c", "Tủ sách", moved_from=("/mo-hinh/cu/",)))
    served = dict(small)
    served["/tre/mo-hinh/cu/"] = small_site.rendered(made, small_site.written(editorial.ADAPTER, made)["/mo-hinh/cu/"]).encode()
    served["/tre/mo-hinh/cu-nua/"] = served["/tre/mo-hinh/cu/"].replace(b"/tre/mo-hinh/c/", b"/tre/mo-hinh/cu/")
    with finder.opened(browser, served, "?m=a&m=cu-nua&m=c", PATH) as page:
        expect(page.locator(STATUS)).to_have_text("Tên cũ “cu-nua” nay là “Tủ sách”. Đang so sánh 2 mô hình.")
        assert page.locator(HEADS).all_inner_texts() == ["Nhà trọ", "Tủ sách"]
        assert page.url.endswith("?m=a&m=c") and page.faults == []


def test_a_lost_connection_is_said(browser, small):
    """A model that cannot be loaded is told; a choice that is full lets no more in."""
    served = dict(small)
    with finder.opened(browser, served, "?m=a&m=c&m=d&m=e", PATH) as page:
        expect(page.locator(STATUS)).to_have_text("Đang so sánh 4 mô hình.")
        page.get_by_label("Thêm mô hình vào bảng").fill("cong")
        page.get_by_role("button", name="Thêm “Một cộng hai”").click()
        expect(page.locator(STATUS)).to_contain_text("Bảng đã đủ 4 mô hình.")
        page.route("**/*.json", lambda route: route.abort())
        page.goto(page.url.partition("?")[0] + "?m=a&m=f")
        expect(page.locator(STATUS)).to_contain_text("Chưa tải được mô hình.")


@pytest.mark.parametrize("width", [320, 1280])
def test_no_barrier_at_any_width(browser, small, width):
    """axe finds nothing in the table that the script made and in what it offers; nothing runs off the side; cells keep their headers."""
    from axe_playwright_python.sync_playwright import Axe

    with finder.opened(browser, small, "?m=a&m=b&m=d", PATH, viewport={"width": width, "height": 800}, bypass_csp=True) as page:
        expect(page.locator(STATUS)).to_contain_text("Đang so sánh 3 mô hình.")
        page.get_by_label("Thêm mô hình vào bảng").fill("be")
        expect(page.locator("#sanh_tim-thay button").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.get_by_role("columnheader").count() == 4 and page.get_by_role("cell").count() % 3 == 0
        assert page.locator(".comparison-whose").first.is_visible() == (width == 320)
        assert [one["id"] for one in Axe().run(page).response["violations"]] == []


def test_cards_are_ticked_on_any_list(browser, small):
    """Boxes appear on the cards of models, a fifth is refused in words, the choice is kept on the next list and leads to the table."""
    with finder.opened(browser, small, path="/mo-hinh/") as page:
        for name in ("Nhà trọ", "Tủ sách", "Ve chai", "Bể bơi"):
            page.get_by_role("checkbox", name=f"So sánh “{name}”").check()
        page.get_by_role("checkbox", name="So sánh “Một cộng hai”").click()
        expect(page.locator(".compare-bar p")).to_contain_text("Đã đủ 4 mô hình.")
        assert not page.get_by_role("checkbox", name="So sánh “Một cộng hai”").is_checked()
        page.goto(page.url + "trang-thai/thi-diem/")
        assert page.get_by_role("checkbox", checked=True).count() == 4
        page.get_by_role("link", name="Xem bảng so sánh").click()
        expect(page.locator(HEADS)).to_have_count(4)
        assert page.url.endswith("?m=a&m=c&m=d&m=e") and page.faults == []


def test_without_scripts_prepared_comparisons_serve(browser, small):
    """Without JavaScript there are no dead boxes and no dead form: the page says what to do and leads to the prepared tables."""
    with finder.opened(browser, small, path="/mo-hinh/", java_script_enabled=False) as page:
        assert page.get_by_role("checkbox").count() == 0
        page.get_by_role("link", name="So sánh mô hình", exact=True).click()
        assert page.locator("noscript > p").is_visible() and not page.get_by_label("Thêm mô hình vào bảng").is_visible()
        page.get_by_role("link", name="Hai nơi").click()
        assert page.locator(HEADS).all_inner_texts() == ["Nhà trọ", "Tủ sách"]
