"""Documents cited in a running text: found again in the markup, linked where they are known, marked where not, never a word changed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.context import cards
from plugins.context.body import Body, CitationHole, Heading
from plugins.domain import mentions
from plugins.editorial import citing, markup, straight
from plugins.editorial.referee import plain
from tests.plugins import small_site

ALIASES = (("Điều lệ Đoàn", "van-ban/2022/dieu-le"),)
ABOVE = "Tin mới\n\nCăn cứ Kế hoạch 12-KH/TĐTN-TCKT.\n\n"


def holed(text: str) -> tuple[Body, list[mentions.Mention]]:
    """The body of a text below the title and summary of a record, with its holes, and all mentions."""
    body, problems = markup.convert(text, "content/a.md")
    assert not problems
    found = mentions.read(ABOVE + body.text, aliases=ALIASES)
    return citing.cited(body, found, len(ABOVE)), found


def inner(text: str) -> list[str]:
    """What stands in the holes of a text."""
    return [part.inner for part in holed(text)[0].parts if isinstance(part, CitationHole)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Theo Kế hoạch số 92-KH/TĐTN-TCKT ngày 23/3/2019.", ["Kế hoạch số 92-KH/TĐTN-TCKT ngày 23/3/2019"]),
        ("Theo Kế hoạch\n92-KH/TĐTN-TCKT, rồi\nKế hoạch 92.", ["Kế hoạch\n92-KH/TĐTN-TCKT", "Kế hoạch 92"]),
        ("## Kế hoạch 92-KH/TĐTN-TCKT\n\nĐiều lệ Đoàn", ["Kế hoạch 92-KH/TĐTN-TCKT", "Điều lệ Đoàn"]),
        ("Theo **Kế hoạch** 92-KH/TĐTN-TCKT", ["<strong>Kế hoạch</strong> 92-KH/TĐTN-TCKT"]),
        ("**Theo Kế hoạch 92-KH/TĐTN-TCKT** ngày 3/4/2019", ["Kế hoạch 92-KH/TĐTN-TCKT"]),
        ("Theo *Kế hoạch* **số 92-KH/TĐTN-TCKT hay** nữa", ["số 92-KH/TĐTN-TCKT"]),
        ("[Kế hoạch 92-KH/TĐTN-TCKT](/mo-hinh/a.md) và Kế hoạch 92", ["Kế hoạch 92"]),
        ("Gõ `Kế hoạch 92-KH/TĐTN-TCKT` rồi đọc Kế hoạch 92", ["Kế hoạch 92"]),
        ("Mục 2.1 phần III Kế hoạch 92-KH/TĐTN-TCKT", ["Mục 2.1 phần III Kế hoạch 92-KH/TĐTN-TCKT"]),
        ("Hướng dẫn 13_HD/TĐTN_XDĐ, *Kế hoạch 5\\_KH/TĐTN*", ["Hướng dẫn 13_HD/TĐTN_XDĐ", "Kế hoạch 5_KH/TĐTN"]),
        ("_Hướng dẫn 13_HD/TĐTN_ và", ["Hướng dẫn 13_HD/TĐTN"]),
        ("**Mục 2** Kế hoạch 92-KH/TĐTN-TCKT", ["<strong>Mục 2</strong> Kế hoạch 92-KH/TĐTN-TCKT"]),
        ("**Theo mục 2** Kế hoạch 92-KH/TĐTN-TCKT", ["Kế hoạch 92-KH/TĐTN-TCKT"]),
        ("A & B < C theo 92-KH/TĐTN-TCKT[^1].\n\n[^1]: Và Điều lệ Đoàn.", ["92-KH/TĐTN-TCKT", "Điều lệ Đoàn"]),
        ("- 12-KH/TĐTN-TCKT\n- Kế hoạch 12", ["12-KH/TĐTN-TCKT", "Kế hoạch 12"]),
    ],
)
def test_a_hole_holds_the_words_that_cite(text, found):
    """Numbers, short forms, names and parts of a document are found in any markup but links and code."""
    assert inner(text) == found


def test_a_text_that_cites_nothing_stays_the_same_object():
    """A body without citations is not even looked at."""
    body, _ = markup.convert("Sáng nay ra quân.", "content/a.md")
    assert citing.cited(body, [], 0) is body and citing.cited(body, mentions.read(ABOVE), len(ABOVE)) is body


WORDS = "Kế_hoạch_92-KH/TĐTN-TCKT ngày_3/4/2019 Kế_hoạch_92 Điều_lệ_Đoàn mục_2_phần_III một &amp; & &nbsp; < > ½"
MARKS = r"* ** ` [x](/a.md) [Kế_hoạch_92](/b) ![Kế_hoạch_92](/anh/a.jpg) [^1] \n\n[^1]:_Kế_hoạch_92 \n\n \n -_ ##_ \n:__"
TABLE = r"|_a_|_b_|\n|---|---|\n|_2_|_3_|"
PIECES = st.sampled_from([*WORDS.split(), *MARKS.split(), TABLE])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12))
def test_holes_change_no_word_and_no_markup(pieces):
    """Filled with what they hold, holes give the markup that was there, whatever stands in the text; and each holds its citation."""
    text = " ".join(piece.replace("_", " ").replace("\\n", "\n") for piece in pieces)
    whole, _ = markup.convert(text, "content/a.md")
    found = mentions.read(ABOVE + whole.text, aliases=ALIASES)
    body = citing.cited(whole, found, len(ABOVE))
    fill = {"link": lambda target: target, "picture": lambda hole: ""}
    assert body.html(**fill) == whole.html(**fill) and body.text == whole.text and body.headings == whole.headings
    inside = [(number, one) for number, one in enumerate(found) if one.citation.start >= len(ABOVE)]
    assert straight.holes(whole, inside, len(ABOVE)) in (None, citing._sought(whole, inside, len(ABOVE)))  # found or counted: the same
    holes = [part for part in body.parts if isinstance(part, CitationHole)]
    assert [hole.number for hole in holes] == sorted({hole.number for hole in holes})
    for hole in holes:
        one = found[hole.number]
        words = " ".join((ABOVE + whole.text)[one.start : one.end].split()) if hole.place else " ".join(one.citation.raw.split())
        assert "".join(plain(hole.inner).split()) in "".join(words.split())
        assert hole.inner.count("<strong>") == hole.inner.count("</strong>") and "<a" not in hole.inner


def shown(text: str, *others, absolute: bool = False, **news) -> str:
    """The body of a piece of news on a site with some documents."""
    body, found = holed(text)
    key = "tin-tuc/2026/trong-cay"
    made = small_site.build(small_site.news(key, **news), *others, body=body, cited={key: tuple(found)})
    return str(cards.body(made.library.record(key), made, absolute))


def test_a_known_document_is_linked_and_another_is_marked_once():
    """A citation leads to the document; one that is not here says so where it stands first, in words; feeds say nothing."""
    text = "Theo Kế hoạch 12-KH/TĐTN-TCKT, Kế hoạch 12 và Chỉ thị 06-CT/TU, lại Chỉ thị 06."
    page = shown(text, small_site.document(), units=("tinh-doan-mau",))
    assert page.count('<a href="/tre/van-ban/2025/12-kh/">Kế hoạch 12</a>') == 1
    assert page.count('<a href="/tre/van-ban/2025/12-kh/">Kế hoạch <span class="symbol">12-KH/TĐTN-TCKT</span></a>') == 1
    assert page.count("chưa có trên trang)</span>") == 1 and "lại Chỉ thị 06." in page
    feed = shown(text, small_site.document(), absolute=True, units=("tinh-doan-mau",))
    assert '<a href="https://doan.example/tre/van-ban/2025/12-kh/">' in feed and "chưa có" not in feed and "<span" not in feed


def test_a_number_of_two_documents_is_no_link():
    """A citation that fits two documents leads to neither, and says that it is open."""
    twins = [small_site.document(f"van-ban/{year}/12-kh", f"{year}-02-10") for year in (2024, 2025)]
    page = shown("Theo Kế hoạch 12-KH/TĐTN-TCKT", *twins, units=("tinh-doan-mau",)).replace("\n", "")
    assert "chưa rõ là văn bản nào" in page and "<a " not in page
    twice = shown("Theo Kế hoạch 12-KH/TĐTN-TCKT. Kế hoạch 12-KH/TĐTN-TCKT ngày 10/02/2024", *twins, units=("tinh-doan-mau",))
    assert re.findall('href="([^"]*)"', twice) == ["/tre/van-ban/2024/12-kh/"] * 2
    dated = shown("Theo Kế hoạch 12-KH/TĐTN-TCKT ngày 10/02/2024", *twins, units=("tinh-doan-mau",))
    assert re.findall('href="([^"]*)"', dated) == ["/tre/van-ban/2024/12-kh/"]


def test_a_named_part_leads_to_its_item():
    """“Mục 1” beside a citation leads to that item of the document when it has one, else to the document."""
    target = small_site.document()
    outline = Body(("<h2>II.</h2>",), (Heading(2, "ii", "II. Nội dung"), Heading(3, "ii-1", "1. Việc")))
    body, found = holed("Theo mục II Kế hoạch 12-KH/TĐTN-TCKT và mục IX Kế hoạch 12.")
    news = small_site.news(units=("tinh-doan-mau",))
    bodies = {news.key: body, target.key: outline}
    made = small_site.build(news, target, body=lambda record: bodies[record.key], cited={news.key: tuple(found)})
    page = str(cards.body(news, made))
    assert re.findall('href="([^"]*)"', page) == ["/tre/van-ban/2025/12-kh/#ii", "/tre/van-ban/2025/12-kh/"]


def test_many_citations_in_one_paragraph_cost_what_they_are(monkeypatch):
    """Twice as many citations in one long paragraph have about twice as many letters looked at, not four times."""

    def looked(n: int) -> int:
        letters = []
        monkeypatch.setattr(citing, "solid", lambda text: letters.append(len(text)) or straight.solid(text))
        assert len(inner("Theo Kế hoạch số 12-KH/TĐTN ngày 10/2/2025 " * n)) == n
        return sum(letters)

    assert looked(400) < 2.5 * looked(200)
