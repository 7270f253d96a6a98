"""Printed forms as PDF: what is said in the file, that its bytes hang on the form alone, and what happens where the tools are missing.

How the form looks is tested through a browser in tests/theme/test_paper.py; the site around it in tests/site/test_printed_site.py."""

import io
import os
import subprocess
import sys
from dataclasses import replace

import pypdf
import pytest
from markupsafe import Markup

from plugins.archive import paper
from plugins.archive.typesetting import Press
from plugins.context import printing, theme
from tests.conftest import ROOT
from tests.site.incremental_site import picture
from tests.theme import markup, pieces, records

ENV = theme.environment(pieces.THEME)
ADDRESS = f"{pieces.HOST}/van-ban/2026/12-kh/"
ROWS = "".join(f'<tr><td>Chi đoàn số {n}</td><td>{n}</td></tr>' for n in range(60))
TABLE = Markup(f"<table><thead><tr><th>Đơn vị</th><th>Số việc</th></tr></thead><tbody>{ROWS}</tbody></table>")


def form(**changes) -> str:
    """The HTML of a printed form."""
    d = records.document()
    view = paper.Paper(
        "Kế hoạch 12-KH/TĐTN-PT: Tổ chức Tháng Thanh niên", "Tỉnh đoàn Mẫu", "2026-02-10", "", ADDRESS, d.status, d.notices,
        d.letterhead, d.body, replace(d.signature, name="Trần Thị Bình"), d.recipients,
    )  # fmt: skip
    return theme.render(ENV, "paper/document.html", pieces.site(), replace(view, **changes))


@pytest.fixture(scope="module")
def press(weasyprint) -> Press:
    """A press whose fonts are cut already, where this was ever done on this machine."""
    return Press(ROOT / ".cache" / "ban-in", theme.paper(pieces.THEME))


def read(press: Press, html: str, **pictures: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(press.typeset(html, ADDRESS, {f"anh:{name}": data for name, data in pictures.items()})))


def elements(reader: pypdf.PdfReader) -> list[dict]:
    """All elements of the structure, in reading order."""
    found = []

    def walk(node) -> None:
        if not isinstance(node, dict):
            return
        if "/S" in node:
            found.append(node)
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            walk(kid.get_object())

    walk(reader.trailer["/Root"]["/StructTreeRoot"].get_object())
    return found


def structure(reader: pypdf.PdfReader) -> list[tuple[str, str]]:
    """Kind and alternative text of every element of the structure, in reading order."""
    return [(str(node["/S"]), str(node.get("/Alt", ""))) for node in elements(reader)]


def test_a_form_is_well_formed_and_plain():
    """The form of a full and of an empty document is whole HTML with nothing inline."""
    bare = records.bare_document()
    empty = form(body=Markup(""), letterhead=bare.letterhead, signature=None, recipients=(), duties=records.document().duties)
    for html in (form(), empty):
        reading = markup.Reading(html)
        assert not reading.faults and not markup.forbidden(reading)
        assert reading.headings()[0] == 1 and "None" not in reading.text


def test_a_form_says_that_it_is_pdf_ua(press):
    """Tagged, in Vietnamese, with a title that viewers show, the record's day, bookmarks and the mark of PDF/UA-1; nothing attached."""
    reader = read(press, form())
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "vi" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert reader.metadata.title == "Kế hoạch 12-KH/TĐTN-PT: Tổ chức Tháng Thanh niên" and reader.metadata.author == "Tỉnh đoàn Mẫu"
    assert reader.metadata.creation_date_raw.startswith("D:20260210")
    titles = [mark.title for mark in markup_of(reader.outline)]
    assert titles == ["Kế hoạch Tổ chức Tháng Thanh niên năm 2026", "I. Mục đích, yêu cầu", "II. Nội dung", "1. Trồng cây", "2. Hiến máu",
                      "III. Tổ chức thực hiện"]  # fmt: skip
    assert not reader.attachments and "/OpenAction" not in root and "/AcroForm" not in root
    kinds = [kind for kind, _ in structure(reader)]
    assert kinds.count("/H1") == 1 and kinds.count("/H2") == 3 and "/P" in kinds and "/L" in kinds


def markup_of(outline) -> list:
    """The bookmarks of all levels, in order."""
    return [one for entry in outline for one in (markup_of(entry) if isinstance(entry, list) else [entry])]


def test_a_form_holds_the_parts_of_a_paper_in_order(press):
    """A4; heads, number, day, type, subject, text, signer and recipients are read in the order of the paper; fonts are brought along."""
    reader = read(press, form())
    page = reader.pages[0]
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [210, 297]
    text = "".join(page.extract_text().split())
    wanted = ("BAN CHẤP HÀNH TỈNH ĐOÀN MẪU", "ĐOÀN TNCS HỒ CHÍ MINH", "Số: 12-KH/TĐTN-PT", "ngày 10 tháng 02 năm 2026", "KẾ HOẠCH")
    wanted += ("Tổ chức Tháng Thanh niên năm 2026", "I. Mục đích", "Nơi nhận:", "TM. BAN THƯỜNG VỤ", "Trần Thị Bình", "In từ trang")
    at = [text.find("".join(words.split())) for words in wanted]
    assert -1 not in at and at == sorted(at), list(zip(wanted, at, strict=True))
    fonts = {font.get_object()["/BaseFont"] for one in reader.pages for font in one["/Resources"]["/Font"].values()}
    assert fonts and all("Gi" in name for name in fonts), fonts


def test_tables_and_pictures_are_told(press):
    """A long table has its head on every page and its heads marked; a picture has its alternative text; later pages have their number."""
    body = TABLE + Markup('<figure><img src="anh:cay" alt="Cây xanh ven đường"></figure>')
    reader = read(press, form(body=body), cay=picture(1))
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) > 2 and all("Đơn vị" in text for text in texts[:-1])
    assert [text.split("\n")[-1] for text in texts[1:]] == [str(n) for n in range(2, len(texts) + 1)] and not texts[0].endswith("\n1")
    kinds = structure(reader)
    assert ("/Figure", "Cây xanh ven đường") in kinds and ("/TH", "") in kinds


def test_what_is_seen_is_printed_and_headed(press):
    """Links have the flag Print, header cells say that they head a column, a list keeps the number that it begins with."""
    body = Markup('<p><a href="/tin-tuc/">Tin</a> <a href="#x">dưới</a></p><ol start="7" id="x"><li>Bảy</li></ol>') + TABLE
    reader = read(press, form(body=body))
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert f"{pieces.HOST}/tin-tuc/" in [link["/A"]["/URI"] for link in links if "/A" in link]
    assert len(links) >= 3 and all(link["/F"] == 4 for link in links)
    assert "7." in reader.pages[0].extract_text() and "●" not in reader.pages[0].extract_text()
    cells = [one for one in elements(reader) if one["/S"] == "/TH"]
    assert cells and all(cell["/A"]["/Scope"] == "/Column" for cell in cells)


def test_a_form_asks_for_nothing(press, tmp_path):
    """A picture by a path or an address is left out: neither files of the machine nor other hosts are asked."""
    secret = tmp_path / "kin.jpg"
    secret.write_bytes(picture(3))
    body = Markup(f'<p>Chữ.</p><img src="{secret.as_uri()}" alt="a"><img src="http://127.0.0.1:9/a.jpg" alt="b"><img src="/a.jpg" alt="c">')
    reader = read(press, form(body=body))
    assert not [image for page in reader.pages for image in page.images]


def test_the_same_form_gives_the_same_bytes(press, tmp_path):
    """Another process, with another zone, language, hash seed and order of work, makes the same bytes."""
    html = form(body=records.document().body + TABLE[:2000] + Markup("</td></tr></tbody></table>"))
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from plugins.archive.typesetting import Press; from plugins.context import theme\n"
        "press = Press(Path(sys.argv[1]), theme.paper(Path('theme')))\n"
        f"sys.stdout.buffer.write(press.typeset(Path(sys.argv[2]).read_text(encoding='utf-8'), {ADDRESS!r}, {{}}))"
    )
    other = os.environ | {"TZ": "America/Lima", "LC_ALL": "C", "PYTHONHASHSEED": "7", "HOME": str(tmp_path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", script, str(ROOT / ".cache" / "ban-in"), str(tmp_path / "a.html")]
    made = subprocess.run(command, cwd=ROOT, env=other, capture_output=True)
    assert made.returncode == 0, made.stderr.decode()
    press.typeset(form(), ADDRESS, {})
    assert made.stdout == press.typeset(html, ADDRESS, {})


def test_what_was_set_once_is_kept(press, tmp_path, monkeypatch):
    """A form whose words, style and pictures are the same is not laid out again; one file that was cut short is."""
    laid = []
    monkeypatch.setattr(Press, "typeset", lambda self, html, address, pictures: laid.append(html) or b"%PDF %%EOF")
    kept = Press(tmp_path, press.sheet)
    kept._mark = press.mark
    for html in ("một", "một", "hai", "một"):
        assert kept.pdf("a", html, ADDRESS, {}) == b"%PDF %%EOF"
    assert laid == ["một", "hai"]
    kept.pdf("a", "một", ADDRESS, {"anh:a": b"1"})
    assert len(laid) == 3
    for path in tmp_path.rglob("*.pdf"):
        path.write_bytes(b"%PDF")
    kept.pdf("a", "hai", ADDRESS, {})
    assert len(laid) == 4
    for n in range(9):
        kept.pdf("a", f"bản {n}", ADDRESS, {})
    assert len(list(tmp_path.rglob("*.pdf"))) <= 3


def test_a_missing_package_is_said_with_the_command(monkeypatch):
    """Where WeasyPrint is not installed, one sentence says so, and the command that installs it follows."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(printing.Missing) as missing:
        printing.need()
    assert "chưa cài WeasyPrint" in str(missing.value) and str(missing.value).endswith(str(ROOT / "requirements-pdf.txt"))


def test_missing_libraries_are_said_with_the_command(weasyprint, monkeypatch):
    """Where WeasyPrint stands without Pango, one sentence names what lacks, and how to install it."""

    def fail():
        raise OSError("cannot load library 'libpango-1.0-0': no such file")

    monkeypatch.setattr(printing, "_pango", fail)
    with pytest.raises(printing.Missing, match="thiếu thư viện dàn chữ Pango.*\n.*apt install libpango-1.0-0"):
        printing.version.__wrapped__()


def test_numbered_items_are_bookmarks():
    """A figure opens a bookmark by the first words of its item, a letter only where these are short as a title; bullets open none."""

    def item(label: str, words: str) -> str:
        return f'<div class="item" id="x">\n<p><span class="item-label">{label}</span> {words}</p></div>'

    long = "Tổ chức <strong>ra quân</strong> &amp; trồng cây " * 6
    assert 'data-bookmark="1. Hiến “máu” &amp; giúp"' in paper.bookmarked(item("1.", "Hiến “máu” &amp; <em>giúp</em>;"))
    assert 'data-bookmark="2.1. Tổ chức ra quân &amp; trồng' in (cut := paper.bookmarked(item("2.1.", long))) and '…">' in cut
    assert 'data-bookmark="a) Ngắn"' in paper.bookmarked(item("a)", "Ngắn")) and "data-bookmark" not in paper.bookmarked(item("a)", long))
    assert "data-bookmark" not in paper.bookmarked('<div class="item" role="listitem">\n<p><span class="item-label">-</span> Một</p></div>')


def test_signs_that_no_font_has_are_drawn(press):
    """Signs of our own drawing are printed with a font that is brought along, and read as the signs that they are."""
    reader = read(press, form(body=Markup("<p>✔ ☒ ➢ ✉ 🔹</p>")))
    assert all(sign in reader.pages[0].extract_text() for sign in "✔☒➢✉🔹")
    plain = read(press, form(body=Markup("<p>a</p>")))
    fonts, before = (len(one.pages[0]["/Resources"]["/Font"]) for one in (reader, plain))
    assert fonts == before + 1
