"""Printed places find their item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.outline import parse
from plugins.domain.sections import anchor_of

PLAN = parse(
    "I. MỤC ĐÍCH\n1. Một\n2. Hai\nII. CHỈ TIÊU\n1. Một\n2. Hai\nIII. NHIỆM VỤ\n1. Một\n1.1. A\n2. Hai\n2.1. B\na) C\nđ) D\n"
    "2.3. E\n2.3.1. F\n3. Ba\nBước 1: G\n(1) H\nIV. THỰC HIỆN\n1. Một\n1.1. A\n3. Ba\n3. Ba nữa"
)
RULES = parse(
    "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. A\nChương II\nMục 1. TỔ CHỨC\nĐiều 5. Việc\n1. A\n2. B\na) C\nđ) D\n"
    "Điều 6. Khác\n2. E\na) G"
)


@pytest.mark.parametrize(
    ("place", "anchor"),
    [
        ("III", "iii"),
        ("III.2", "iii-2"),
        ("III. 2", "iii-2"),
        ("iii.2.1", "iii-2-1"),
        ("mục III.2", "iii-2"),
        ("mục 2.1 phần III", "iii-2-1"),
        ("Mục 2.1, Phần III", "iii-2-1"),
        ("phần III, mục 2.1", "iii-2-1"),
        ("điểm a mục 2.1 phần III", "iii-2-1-a"),
        ("điểm đ mục 2.1 phần III", "iii-2-1-dd"),
        ("III.2.1.đ", "iii-2-1-dd"),
        ("điểm 2.3.1", "iii-2-3-1"),
        ("2.3", "iii-2-3"),
        ("Bước 1", "iii-3-buoc-1"),
        ("bước 1 mục 3 phần III", "iii-3-buoc-1"),
        ("(1)", "iii-3-buoc-1-y-1"),
        ("ý 1 bước 1", "iii-3-buoc-1-y-1"),
        ("IV.3", "iv-3"),
        ("1.1", None),
        ("2", None),
        ("mục 4 phần I", None),
        ("V", None),
        ("Điều 1", None),
    ],
)
def test_place_in_a_plan(place, anchor):
    """Numbers of a plan are found in every way they are cited; what fits twice or nowhere is no answer."""
    assert anchor_of(place, PLAN) == anchor_of(place, [item.anchor for item in PLAN]) == anchor


@pytest.mark.parametrize(
    ("place", "anchor"),
    [
        ("Điều 5", "chuong-ii-muc-1-dieu-5"),
        ("khoản 2 Điều 5", "chuong-ii-muc-1-dieu-5-2"),
        ("Điều 5 khoản 2", "chuong-ii-muc-1-dieu-5-2"),
        ("Điều 5.2", "chuong-ii-muc-1-dieu-5-2"),
        ("điểm a khoản 2 Điều 5", "chuong-ii-muc-1-dieu-5-2-a"),
        ("điểm đ, khoản 2, Điều 5", "chuong-ii-muc-1-dieu-5-2-dd"),
        ("điểm a khoản 2 Điều 6 của Chương II", "chuong-ii-muc-1-dieu-6-2-a"),
        ("Chương II", "chuong-ii"),
        ("mục 1 chương II", "chuong-ii-muc-1"),
        ("điểm a khoản 2", None),
        ("khoản 5", None),
    ],
)  # fmt: skip
def test_place_in_a_regulation(place, anchor):
    """Chapters, articles, clauses and points are found in either order of words."""
    assert anchor_of(place, RULES) == anchor


@pytest.mark.parametrize(
    "place", ["", " ", "xem bên dưới", "Quý I hằng năm", "phần", "1" * 500, "a b c", "III.2 và IV", "mục 2.1 phần III nhé"]
)
def test_no_place(place):
    """Words that are no place give no answer."""
    assert anchor_of(place, PLAN) is None


@given(st.text(alphabet="IVXaiđ12.()/, phầnmụcđiềukhoản", max_size=40))
def test_any_place(place):
    """Whatever is asked: an anchor of the list, or none; every anchor is found by its own steps."""
    anchors = {item.anchor for item in PLAN}
    assert anchor_of(place, PLAN) in anchors | {None}
