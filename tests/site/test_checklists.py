"""The sheets of the demonstration models in a real browser: each is one page of A4."""

import io

from pypdf import PdfReader


def test_every_sheet_is_one_page(browser, server, site):
    """Printed on A4, each checklist of the demonstration is one page and has its boxes."""
    sheets = sorted(site.glob("mo-hinh/*/lam-theo/index.html"))
    assert len(sheets) > 10
    page = browser.new_page()
    try:
        for sheet in sheets:
            page.goto(server + sheet.parent.relative_to(site).as_posix() + "/")
            page.evaluate("document.fonts.ready")
            assert page.locator(".ticks-box").count() > 1
            pages = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
            assert len(pages) == 1, sheet
            assert "Hỏi thêm" in pages[0].extract_text() or not page.locator("text=Hỏi thêm").count()
    finally:
        page.close()
