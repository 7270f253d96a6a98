"""A document printed by a browser: A4 in the form of the Union, page by page."""

import io
import re
from dataclasses import replace

import pypdf
import pytest
from markupsafe import Markup

from plugins.context import theme
from tests.theme import duties, newsroom, pieces, records, test_browser

MM = 72 / 25.4
ROWS = "".join(f"<tr><td>Chi đoàn số {n}</td><td>{n}</td></tr>" for n in range(60))
TABLE = f'<div class="table"><table><thead><tr><th>Đơn vị</th><th>Số việc</th></tr></thead><tbody>{ROWS}</tbody></table></div>'


def flat(text: str) -> str:
    """A text without blanks: readers of PDF put some where a browser changes its font."""
    return "".join(text.split())


def printed(browser, view=None, template: str = "document.html", **changes) -> list[tuple[str, pypdf.PageObject]]:
    """The pages of a view, of a document where none is given, of some changed parts: their text on one line, and themselves."""
    view = replace(view or records.document(), **changes)
    text = theme.render(test_browser.ENV, template, pieces.site(), view)
    context = browser.new_context()
    try:
        page = context.new_page()
        page.route(
            "**/*",
            lambda r: r.fulfill(body=text, headers=test_browser.HEADERS) if r.request.url.endswith("/giay") else test_browser.answer(r),
        )
        page.goto(f"{pieces.HOST}/giay")
        found = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        return [(" ".join(one.extract_text().split()), one) for one in found]
    finally:
        context.close()


def test_a_document_is_printed_in_its_form(browser):
    """Heads, number, day, type and subject, text, signature, recipients, in this order, on A4; what the site adds is not printed."""
    pages = printed(browser)
    text = pages[0][0]
    width, height = (float(side) / MM for side in pages[0][1].mediabox[2:])
    assert (round(width), round(height)) == (210, 297)
    wanted = ("TRUNG ƯƠNG ĐOÀN", "BAN CHẤP HÀNH TỈNH ĐOÀN MẪU", "***", "ĐOÀN TNCS HỒ CHÍ MINH", "Số: 12-KH/TĐTN-PT")
    wanted += ("Ánh Dương, ngày 10 tháng 02 năm 2026", "KẾ HOẠCH", "Tổ chức Tháng Thanh niên năm 2026", "I. Mục đích, yêu cầu")
    wanted += ("Nơi nhận:", "Lưu VP.", "TM. BAN THƯỜNG VỤ", "(Đã ký)", "/van-ban/2026/12-kh/")
    at = [flat(text).find(flat(words)) for words in wanted]
    assert -1 not in at and at == sorted(at), list(zip(wanted, at, strict=True))
    for foreign in ("Tải văn bản", "Thông tin văn bản", "Việc phải làm", "Quan hệ với", "Trang chủ", "0200", "DỰ THẢO"):
        assert flat(foreign) not in flat(text), foreign


def test_a_month_begins_on_its_first_sheet(browser):
    """A long list of duties is printed from the first sheet on, none left out; a figure of the table of targets is never cut."""
    month = duties.calendar()
    group = month.groups[0]
    lines = tuple(replace(group.lines[0], text=f"Việc thứ {n}.") for n in range(12))
    groups = tuple(replace(group, id=f"ngay_{n}", lines=lines[n : n + 1]) for n in range(12))
    pages = [text for text, _ in printed(browser, month, "calendar.html", groups=groups)]
    assert flat(lines[0].text) in flat(pages[0]) and all(flat(line.text) in flat("".join(pages)) for line in lines)
    goals = duties.targets()
    line = replace(goals.lines[0], value="ít nhất 15.000 cây", text="Trồng cây ven đường liên xã do thanh niên chăm " * 4)
    assert "15.000" in printed(browser, goals, "target-table.html", lines=(line,))[0][0]


def test_pages_are_numbered_from_the_second(browser):
    """The first page has no number, the others have theirs at the top; the head of a table stands on each of its pages."""
    pages = [text for text, _ in printed(browser, body=Markup(TABLE))]
    assert len(pages) >= 3
    assert not pages[0].startswith("1 ") and [text.split()[0] for text in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]
    assert all("ĐơnvịSốviệc" in flat(text) for text in pages if "Chiđoànsố" in flat(text))


def test_no_heading_closes_a_page(browser):
    """A heading never stands alone at the foot of a page."""
    parts = "".join(
        f'<h2 id="p{n}">{n}. Phần việc</h2><p>{"Mỗi chi đoàn làm một việc cho xóm mình. " * (1 + n % 4)}</p>' for n in range(40)
    )
    pages = [re.sub(r"^\d+ ", "", text) for text, _ in printed(browser, body=Markup(parts))]
    assert len(pages) > 2
    assert not [text[-60:] for text in pages if flat(text).endswith("Phầnviệc")]


@pytest.mark.parametrize(("mark", "status"), [("Dự thảo", "consultation"), ("Bản tóm tắt", "unknown")])
def test_marks_are_printed(browser, mark, status):
    """A draft and a summary say on paper what they are; open figures leave room and no dots."""
    text = printed(browser, letterhead=records.bare_letterhead(mark=mark), status_key=status)[0][0]
    assert flat(mark.upper()) in flat(text) and "…" not in text and "chưaghisố" not in flat(text)


def test_a_letter_has_its_subject_under_the_number(browser):
    """A Công văn prints no type; “V/v” and the subject follow the number."""
    head = records.letterhead(letter=True, type="Công văn", number="Số: 45-CV/TĐTN", title="Mời dự tổng kết")
    text = flat(printed(browser, letterhead=head, notices=())[0][0])
    assert "CÔNGVĂN" not in text and "Số:45-CV/TĐTN" in text and "V/vMờidựtổngkết" in text


def test_without_a_text_the_facts_are_printed(browser):
    """A document of which the site has no text prints what is known of it instead of an empty sheet."""
    text = printed(browser, body=Markup(""))[0][0]
    assert flat("Việc phải làm và thời hạn") in flat(text)


def test_what_the_site_adds_opens_the_first_sheet(browser):
    """Where a page was printed from and who answers for it stand above the text; no sheet is needed for them, wherever it ends."""
    for lines in (24, 27, 30):
        body = Markup("<p>Một dòng.</p>" * lines)
        pages = [flat(text) for text, _ in printed(browser, newsroom.page(), "page.html", body=body)]
        wanted = ("Intừtrang", flat(pieces.site().organ), flat(pieces.site().email), flat(newsroom.page().title), "Mộtdòng")
        at = [pages[0].find(words) for words in wanted]
        assert -1 not in at and at == sorted(at), at
        assert all("Mộtdòng" in text and "Intừtrang" not in text for text in pages[1:])


def test_what_is_folded_is_printed(browser):
    """What a reader has to open on the screen stands open on paper, and addresses of other sites stand beside their links."""
    body = Markup('<details><summary>Thêm</summary><p>Phần gấp.</p></details><p><a href="https://noi-khac.example/a">Nơi khác</a></p>')
    text = flat(printed(browser, newsroom.page(), "page.html", body=body)[0][0])
    assert "Phầngấp." in text and "Nơikhác(https://noi-khac.example/a)" in text
