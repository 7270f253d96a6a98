"""The printed outline: labels as they stand, levels, addresses."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.outline import parse


def rows(text):
    return [(i.label, i.level, i.text, i.anchor) for i in parse(text)]


def test_every_kind_in_its_depth():
    """The whole ladder of a guidance is read, each rung one level deeper."""
    text = "I. Chung\n1. Một\n1.1. Hai\n1.1.1. Ba\na) Bốn\n- Năm\n+ Sáu\n* Bảy"
    assert rows(text) == [
        ("I.", 1, "Chung", "i"),
        ("1.", 2, "Một", "i-1"),
        ("1.1.", 3, "Hai", "i-1-1"),
        ("1.1.1.", 4, "Ba", "i-1-1-1"),
        ("a)", 5, "Bốn", "i-1-1-1-a"),
        ("-", 6, "Năm", ""),
        ("+", 7, "Sáu", ""),
        ("*", 8, "Bảy", ""),
    ]


def test_address_of_a_dotted_label():
    """II → 2. → 2.1. is `ii-2-1`, also right under another figure or without one."""
    assert [i.anchor for i in parse("II. A\n2. B\n2.1. C\n2.3.1. D\n3. E\n5.2. F")] == [
        "ii", "ii-2", "ii-2-1", "ii-2-3-1", "ii-3", "ii-5-2",
    ]  # fmt: skip
    assert [i.anchor for i in parse("2.1. C\n2.1.1. D")] == ["2-1", "2-1-1"]


def test_gaps_and_repeats_are_kept():
    """A missing number stays missing, a repeated one stays and gets an address of its own."""
    assert rows("II. A\n1. B\n3. C\n3. D\n3.1. E\nII. F\n1. G") == [
        ("II.", 1, "A", "ii"),
        ("1.", 2, "B", "ii-1"),
        ("3.", 2, "C", "ii-3"),
        ("3.", 2, "D", "ii-3-lan-2"),
        ("3.1.", 3, "E", "ii-3-1"),
        ("II.", 1, "F", "ii-lan-2"),
        ("1.", 2, "G", "ii-lan-2-1"),
    ]


def test_stars_over_figures():
    """`* Cấp tỉnh:` between a Roman heading and figures that run on is a group over them; nothing is renumbered."""
    text = "II. CHỈ TIÊU\n\n* Cấp tỉnh:\n\n1. Một\n\n2. Hai\n\n*** Cấp xã:**\n\n3. Ba"
    assert rows(text) == [
        ("II.", 1, "CHỈ TIÊU", "ii"),
        ("*", 2, "Cấp tỉnh:", ""),
        ("1.", 3, "Một", "ii-1"),
        ("2.", 3, "Hai", "ii-2"),
        ("*", 2, "Cấp xã:", ""),
        ("3.", 3, "Ba", "ii-3"),
    ]


@pytest.mark.parametrize(
    ("line", "label", "text", "anchor"),
    [
        ("Bước 1: Chuẩn bị", "Bước 1:", "Chuẩn bị", "buoc-1"),
        ("(1) Rà soát", "(1)", "Rà soát", "y-1"),
        ("1) Rà soát", "1)", "Rà soát", "1"),
        ("1/ Rà soát", "1/", "Rà soát", "1"),
        ("đ) Rà soát", "đ)", "Rà soát", "dd"),
        ("-Đánh giá", "-", "Đánh giá", ""),
        ("– Đánh giá", "–", "Đánh giá", ""),
        ("+ 05 đơn vị", "+", "05 đơn vị", ""),
        ("I- MỤC ĐÍCH", "I-", "MỤC ĐÍCH", "i"),
        ("I.MỤC ĐÍCH", "I.", "MỤC ĐÍCH", "i"),
        ("XIV. PHỤ LỤC", "XIV.", "PHỤ LỤC", "xiv"),
        ("A. MỤC TIÊU CHUNG", "A.", "MỤC TIÊU CHUNG", "a"),
        ("Điều 5. Tổ chức thực hiện", "Điều 5.", "Tổ chức thực hiện", "dieu-5"),
        ("Chương II", "Chương II", "", "chuong-ii"),
        ("CHƯƠNG II: QUY ĐỊNH CHUNG", "CHƯƠNG II:", "QUY ĐỊNH CHUNG", "chuong-ii"),
        ("Phần thứ nhất", "Phần thứ nhất", "", "phan-thu-nhat"),
        ("Phụ lục số 1", "Phụ lục số 1", "", "phu-luc-1"),
        ("I/ MỤC ĐÍCH", "I/", "MỤC ĐÍCH", "i"),
        ("I.1. Chung", "I.1.", "Chung", "i-1"),
        ("1- Mục đích", "1-", "Mục đích", "1"),
        ("1 . Mục đích", "1 .", "Mục đích", "1"),
        ("a1) Điểm con", "a1)", "Điểm con", "a1"),
        ("+) Cấp tỉnh", "+)", "Cấp tỉnh", ""),
        ("\uf0b7 Cấp tỉnh", "\uf0b7", "Cấp tỉnh", ""),
        ("-01 cuộc", "-", "01 cuộc", ""),
        ("*1.1. Tỉnh đoàn*", "1.1.", "Tỉnh đoàn", "1-1"),
        ("Bước 2 - Làm", "Bước 2 -", "Làm", "buoc-2"),
        ("\tI.\xa0MỤC ĐÍCH", "I.", "MỤC ĐÍCH", "i"),
        ("1.1 Cấp tỉnh", "1.1", "Cấp tỉnh", "1-1"),
        ("1\\. Mục đích", "1.", "Mục đích", "1"),
        ("## **I. MỤC ĐÍCH**", "I.", "MỤC ĐÍCH", "i"),
        ("**1. Mục đích**: rõ **việc**", "1.", "Mục đích: rõ **việc**", "1"),
        ("   2.1.  Thụt vào  ", "2.1.", "Thụt vào", "2-1"),
        (unicodedata.normalize("NFD", "Bước 2: Làm"), "Bước 2:", "Làm", "buoc-2"),
    ],
)
def test_label(line, label, text, anchor):
    """Each printed kind of label is taken off unchanged, out of the Markdown that dresses it."""
    assert rows(line) == [(label, 1, text, anchor)]


@pytest.mark.parametrize(
    "line",
    ["V.I. Lênin", "V. I. Lênin", "C. Mác và Ph. Ăngghen", "1.785 đoàn viên", "61.57 phần",
     "22.10.2018 họp", "-5 độ", "+84 900", "***", "----",
     "36-HD/TĐTN về việc", "12/KH-TĐTN", "7.30 Khai mạc", "V/V BAN HÀNH", "V/v tổ chức", "Q. BÍ THƯ", "Điều 5 của Quy chế",
     "*in nghiêng* thôi", "**đậm** thôi", "2022. Năm", "TM. BAN THƯỜNG VỤ", "Bước đầu có kết quả",
     "Điều này đúng", "([2])", "*", "-", ""],
)  # fmt: skip
def test_no_label(line):
    """Names, figures, dates, rules and emphasis open no item."""
    assert parse(line) == []


def test_text_is_kept_whole():
    """Lines right under an item are its text; after a blank line a paragraph is not."""
    (item, other) = parse("Mở đầu\n1. Dòng một\ndòng hai\n  dòng ba\n\nĐoạn rời\n2. Khác")
    assert item.text == "Dòng một\ndòng hai\ndòng ba"
    assert (item.line, other.line, other.text) == (2, 7, "Khác")


def test_closing_parts_stand_outside():
    """Recipients and signature belong to no item, and their dashes to no heading."""
    items = parse("III. THỰC HIỆN\n1. Giao việc\nNơi nhận:\n- Như trên;\n- Lưu VP.\nTM. BAN THƯỜNG VỤ\nBÍ THƯ")
    assert [(i.label, i.level, i.text) for i in items[1:]] == [
        ("1.", 2, "Giao việc"),
        ("-", 1, "Như trên;"),
        ("-", 1, "Lưu VP."),
    ]


def test_lines_are_those_of_the_file():
    """CRLF files count the same lines."""
    assert [i.line for i in parse("\r\nI. A\r\n\r\n1. B")] == [2, 4]


LINES = st.lists(
    st.tuples(st.sampled_from(["I. ", "II. ", "1. ", "2. ", "1.1. ", "2.3.1. ", "a) ", "- ", "+ ",
     "* ", "Bước 1: ", "(1) ", "", "**1. ", "Điều 1. "]),
              st.text(alphabet="ab Đệ*.-1\n", max_size=8)).map("".join),
    max_size=20,
)  # fmt: skip


@given(st.one_of(st.text(max_size=80), LINES.map("\n".join)))
def test_any_text(text):
    """On any text: no exception, anchors unique and plain, levels without jumps, lines in order."""
    items = parse(text)
    anchors = [i.anchor for i in items if i.anchor]
    assert len(anchors) == len(set(anchors))
    assert all(set(a) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for a in anchors)
    assert all(after.level <= before.level + 1 for before, after in zip(items, items[1:], strict=False))
    assert [i.line for i in items] == sorted({i.line for i in items})
    assert all(i.label for i in items)


@given(
    st.lists(
        st.text(alphabet="abc ĐệÔ,;:“”", min_size=1, max_size=12).map(lambda s: f"x{s}".strip()),
        min_size=1,
        max_size=8,
    )
)
def test_no_word_is_lost(texts):
    """What follows a label comes back word for word."""
    assert [i.text for i in parse("\n".join(f"{n}. {t}" for n, t in enumerate(texts, 1)))] == texts


def test_bullets_in_the_order_of_their_coming():
    """A sign that is open goes on; a new one under a colon nests, whichever it is; indentation nests, too."""
    assert [(i.label, i.level) for i in parse("1. A\n+ B:\n- C\n- D\n+ E:\n- F")] == [
        ("1.", 1), ("+", 2), ("-", 3), ("-", 3), ("+", 2), ("-", 3),
    ]  # fmt: skip
    assert [(i.label, i.level) for i in parse("- A\n    - B\n    - C\n- D")] == [("-", 1), ("-", 2), ("-", 2), ("-", 1)]


def test_letters_over_roman_numerals():
    """`A. Mục tiêu` is a label where B follows, `C. Mác` never."""
    assert [i.label for i in parse("A. Mục tiêu\nI. MỘT\nB. Giải pháp\nII. HAI")] == ["A.", "I.", "B.", "II."]
    assert parse("A. Einstein\nC. Mác và Ph. Ăngghen") == []


def test_an_annexed_regulation():
    """What is annexed behind the signature begins anew; a chapter has the title on the line below."""
    text = "Điều 1. Ban hành.\nNơi nhận:\n- Lưu VP.\nTM. BAN THƯỜNG VỤ\nNguyễn Văn An\nQUY CHẾ\nChương I\n\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi"
    assert [(i.anchor, i.text) for i in parse(text) if i.anchor] == [
        ("dieu-1", "Ban hành."),
        ("chuong-i", "QUY ĐỊNH CHUNG"),
        ("chuong-i-dieu-1", "Phạm vi"),
    ]
