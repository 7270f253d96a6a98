"""The body of an official document as a page prints it."""

import html
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.domain import layout
from plugins.editorial import directive, markup

WORDS = None  # asked only for the record of a file


def body(text):
    return directive.convert(text, "a.md", 1, None, WORDS)[0]


def page(text):
    return str(body(text).html(lambda target: target, lambda hole: f"[{hole.src}]"))


def told(text):
    return [(p.line, p.code) for p in directive.convert(text, "a.md", 1, None, WORDS)[1]]


def bare(markup_):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"</(?:p|h\d|div|li|td|th)>|<br>", "\n", markup_))).split())


def test_printed_labels_and_their_addresses():
    """Labels are printed as they stand, lead to their own item, and nest by rank."""
    found = page("II. NỘI DUNG\n2. Kết quả\n2.1. Cán bộ\n- Một;\n+ Hai;\n5. Tiếp theo: việc này, việc kia.")
    assert re.findall(r'<div class="item" id="([^"]+)"', found) == ["ii", "ii-2", "ii-2-1", "ii-5"]
    assert '<h2><a class="item-label" href="#ii">II.</a> NỘI DUNG</h2>' in found
    assert '<h4><a class="item-label" href="#ii-2-1">2.1.</a> Cán bộ</h4>' in found
    assert '<p><a class="item-label" href="#ii-5">5.</a> Tiếp theo: việc này, việc kia.</p>' in found
    assert found.count('role="list"') == 2 and found.count("<div") == found.count("</div>") == 8
    assert bare(found) == "II. NỘI DUNG 2. Kết quả 2.1. Cán bộ - Một; + Hai; 5. Tiếp theo: việc này, việc kia."


def test_what_markdown_breaks():
    """`-` then `+`, `2.1.` right under `2.`, `6.` after a paragraph, single lines, `***` and a dash under a colon come out as printed."""
    text = "2. Hai\n2.1. Một\n- A:\n+ B\n\nĐoạn rời.\n\n6. Sáu\nGồm:\n-C\n***\nMột câu.\nCâu hai."
    assert bare(page(text)) == "2. Hai 2.1. Một - A: + B Đoạn rời. 6. Sáu Gồm: - C *** Một câu. Câu hai."
    assert "<p>Gồm:</p>" in page(text) and "<hr>" not in page(text) and "<p>Câu hai.</p>" in page(text)


def test_headings_of_editors_stay():
    """`## I.` stays a heading of its level; it is found by its printed number and by its words as before."""
    text = "## I. MỤC ĐÍCH\n\n### 1. Mục đích\n\n- Một\n\n### Ghi chú\n\n1. Việc\n\n## Phụ đề\n\n## Phụ đề"
    found = body(text)
    assert [(h.level, h.id, h.text) for h in found.headings] == [
        (2, "i", "I. MỤC ĐÍCH"),
        (3, "i-1", "1. Mục đích"),
        (3, "ghi-chu", "Ghi chú"),
        (2, "phu-de", "Phụ đề"),
        (2, "phu-de-2", "Phụ đề"),
    ]
    assert set(found.anchors) == {"i-muc-dich", "1-muc-dich", "i-1-lan-2"}
    old = markup.convert(text, "a.md", 1)[0]
    assert {h.id for h in old.headings} <= {*found.anchors, *(h.id for h in found.headings)}
    assert '<div class="item" id="i">\n<h2 id="i-muc-dich">' in page(text)


def test_inline_markdown():
    """Inside an item emphasis, links, code and escapes work, and links know their line."""
    text = "1. **Đậm** và [liên kết](/a.md),\n\n2. một `mã`, \\*sao\\*, <https://vi-du.vn> và\n[nữa](b.md)"
    found = body(text)
    assert [(hole.target, hole.line) for hole in found.links] == [("/a.md", 1), ("https://vi-du.vn", 3), ("b.md", 4)]
    assert "<strong>Đậm</strong>" in page(text) and "<code>mã</code>" in page(text) and "*sao*" in page(text)
    assert found.text == "1. Đậm và liên kết,\n\n2. một mã, *sao*, https://vi-du.vn và nữa"


def test_tables_pictures_quotes():
    """Other blocks of Markdown work inside an item, and what they hold is found."""
    text = "1. Bảng\n\n| A | B |\n|---|---|\n| một[^1] | hai |\n\n![Ảnh](anh/a.jpg)\nChú thích ảnh\n\n> Lời trích\n\nTừ\n: nghĩa"
    text += "\n\n[^1]: Ghi chú."
    found = page(text)
    assert "<td>một<a" in found and "[anh/a.jpg]" in found and "<blockquote>" in found and "<dd>nghĩa</dd>" in found
    assert body(text).pictures[0].line == 7 and "Lời trích" in body(text).text


def test_references_of_links():
    """Links by reference find their definition at the end of the text."""
    assert body("1. Xem [kế hoạch][kh].\n\n[kh]: /van-ban/2026/1-kh/index.md").links[0].target == "/van-ban/2026/1-kh/index.md"


@pytest.mark.parametrize("mark, note", [("¹", "¹ "), ("[1]", "[1] "), ("([2])", "[2] "), ("[^a]", "[^a]: ")])
def test_footnotes_both_ways(mark, note):
    """A printed mark leads to its note and back; the plain text has the words without the mark."""
    text = f"1. Việc chung{mark}: làm.\n\n{note}Nghĩa của việc.\n\n2. Việc khác."
    found = page(text)
    assert 'id="goi_1" href="#chu-thich_1"' in found and 'id="chu-thich_1"><a class="note-mark" href="#goi_1"' in found
    assert found.index("Việc khác") < found.index("Nghĩa của việc") and not told(text)
    assert body(text).text == "1. Việc chung: làm.\n\n2. Việc khác.\n\nNghĩa của việc."


def test_numbers_that_repeat_on_each_page():
    """Where each page of the print begins with note 1 again, a mark means the next note below it."""
    found = page("1. A¹ và B²\n\n¹ Một.\n² Hai.\n\n2. C¹\n\n¹ Ba.")
    assert [part[:1] for part in found.split('href="#chu-thich_')[1:]] == ["1", "2", "3"]


def test_no_footnotes():
    """Square metres are no footnote; a mark without a note and a note without a mark are told with their line."""
    assert told("1. Rộng 100 m² và 5 km².\n\n² Ghi chú lẻ.") == [(3, "chu-thich-thua")]
    assert told("1. Việc.\n\n2. Theo chủ trương ([2]) của Đoàn.") == [(3, "chu-thich-thieu")]


def test_a_sentence_torn_by_a_note():
    """A sentence that a footnote tears apart is whole again, and the editor is told the line of the note."""
    text = "1. Nhằm kịp thời¹\n\n¹ Giải thích.\n\nđịnh hướng việc học."
    assert "kịp thời<a" in page(text) and body(text).text == "1. Nhằm kịp thời\nđịnh hướng việc học.".replace("\n", " ") + "\n\nGiải thích."
    assert told(text) == [(3, "chu-thich-xen")]
    assert told("1. Nhằm kịp thời\n\nđịnh hướng việc học.") == [(3, "doan-dut")]


def test_recitals_and_the_ending():
    """Recitals are marked; “Trên đây là …” stands under no item; a signature and recipients in the body are parts of their own."""
    text = "Căn cứ Điều lệ Đoàn;\n\nBan Thường vụ hướng dẫn như sau:\n\n1. Việc\n\nTrên đây là hướng dẫn.\n\n"
    text += "TM. BAN THƯỜNG VỤ\nNơi nhận:\n- Như trên;\nNguyễn Văn Mẫu"
    found = page(text)
    assert '<p class="recital">Căn cứ Điều lệ Đoàn;</p>' in found and "</div>\n<p>Trên đây là hướng dẫn.</p>" in found
    assert '<div class="pasted-recipients">\n<p>Nơi nhận:</p>\n<p>- Như trên;</p>' in found
    assert "<p>TM. BAN THƯỜNG VỤ</p>\n<p>Nguyễn Văn Mẫu</p>\n</div>" in found


def test_gaps_and_repeats_are_told():
    """A gap, a repeat and a step back are told with their line; the numbers stay."""
    text = "I. A\n1. B\n3. C\n3. D\n2. E\n\nIV. F\n1. G\n\na) H\nc) I"
    assert told(text) == [(3, "so-muc-thieu"), (4, "so-muc-lap"), (5, "so-muc-lui"), (7, "so-muc-thieu"), (11, "so-muc-thieu")]
    assert not told("* Cấp tỉnh:\n1. A\n2. B\n* Cấp huyện:\n3. C\n* Cấp xã:\n1. D\n\na) E\nb) F\nc) G\nd) H\nđ) I\ne) K\ng) L")


def test_what_word_leaves_behind():
    """Tabs, no-break spaces and invisible signs change nothing."""
    assert bare(page("\t1.\xa0Mục\u200b đích\n\xa0\xa0-\xa0Một\tviệc;\n\ufeff- Hai")) == "1. Mục đích - Một việc; - Hai"


def test_tags_are_refused():
    """HTML of an editor is refused with its line, in an item as elsewhere."""
    problems = directive.convert("1. Một\n\n2. <b>Hai</b>", "a.md", 5, None, WORDS)[1]
    assert [(p.line, p.code) for p in problems] == [(7, "the-html")]


PIECES = st.sampled_from(
    ["I. ", "II. ", "1. ", "2.1. ", "a) ", "- ", "+ ", "* ", "Bước 1: ", "(1) ", "**", "*", "_", "`", "[", "](a.md)", "[^1]", "[^1]: x",
     "¹", "¹ Ghi chú", "\n", "\n\n", "  \n", "    ", "\t", "| a |\n|---|\n", "> ", "![a](b.jpg)", "## ", "# ", "---", "***", "===", ": ",
     "TM. BAN THƯỜNG VỤ", "Nơi nhận:", "Căn cứ Điều lệ;", "Trên đây là", "Chương I", "Điều 1. ", "việc", "Đoàn", "xã.", "và", "&amp;", "&",
     "\\", "\ue005", "\ue000", "HƯỚNG DẪN", "Số: 1-HD/X", "([2])", "100 m²", "[x]: /y", "_____"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(st.one_of(TEXTS, st.text(max_size=60)))
@example("![a](b.jpg)¹\n\n¹ Ghi chú")
def test_any_text(text):
    """Whatever an editor writes: an answer, sound nesting, unique ids, every link to a place of the page met."""
    found = page(text)
    ids = re.findall(r' id="([^"]+)"', found)
    assert len(ids) == len(set(ids))
    assert found.count("<div") == found.count("</div>") and len(re.findall("<p[ >]", found)) == found.count("</p>")
    assert set(re.findall(r'<a class="(?:item-label|note-call|note-mark)"[^>]* href="#([^"]+)"', found)) <= set(ids)
    assert {h.id for h in body(text).headings} <= set(ids) and set(body(text).anchors) <= set(ids)


SAFE = st.sampled_from(
    ["I. ", "III. ", "1. ", "2.1. ", "a) ", "- ", "+ ", "* ", "Bước 1: ", "(1) ", "\n", "\n\n", "\n", " ", "\t", "Căn cứ ", ";", ".",
     "như sau:",
     "Trên đây là", "Nơi nhận:", "TM. BAN", "(Đã ký)", "Nguyễn Văn An", "việc", "Đoàn", "và", "¹", "\n¹ Chú", "([2])", "***\n",
     "Số: 5-KH/Đ",
     "Chương I", "\nQUY ĐỊNH", "100%", "“3 chủ động”", "7/2025", "HƯỚNG DẪN"]
)  # fmt: skip


@given(st.lists(SAFE, max_size=30).map("".join))
def test_no_word_is_lost(text):
    """The words of the page are the words of the source, whatever their order: notes stand at the end."""
    wanted = re.sub(r"\s+", "", unicodedata.normalize("NFC", text))
    shown = re.sub(r"\s+", "", bare(re.sub(r'<a class="note-mark".*?</a>|<hr>', lambda m: re.sub("<[^>]*>", "", m[0]), page(text))))
    assert sorted(shown) == sorted(wanted)


@given(TEXTS)
def test_plain_text_and_markup_agree(text):
    """Apart from footnote marks, page and plain text hold the same characters in the same order: citations are found by counting them."""
    marked = re.sub(r'<(a|span) class="note-(?:call|mark)"[^>]*>.*?</\1>', "", page(text))
    if "[" not in text:  # pictures
        assert "".join(bare(marked).split()) == "".join(body(text).text.split())


@given(TEXTS)
def test_lines_are_those_of_the_source(text):
    """Every block begins on the line that it names."""
    lines = layout.lines_of(text)
    for block in layout.read(text):
        first = (block.mark or "") + (block.item.label if block.item else "") + block.text
        assert not first.strip() or lines[block.line - 1].strip()
        if block.item:
            assert block.item.label.replace(" ", "")[:1] in lines[block.line - 1]
