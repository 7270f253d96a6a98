"""The head of a document as it is printed: organ lines, number, day, marks."""

import pytest

from plugins.archive.letterhead import letterhead
from plugins.domain.parts import Source
from tests.plugins.small_site import build, document


def head(day="2025-02-10", **changes):
    """The letterhead of one document with these fields."""
    record = document(day=day, **changes)
    return letterhead(record, build(record))


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("2026-02-05", ("05", "02", "2026")),
        ("2022-11-09", ("09", "11", "2022")),
        ("2022-03-25", ("25", "3", "2022")),
        ("2013-09", ("", "9", "2013")),
        ("2013", ("", "", "2013")),
    ],
)
def test_the_day_is_printed_in_words(iso, printed):
    """Days below 10 and the months 01 and 02 have a zero, other months none; an unknown day or month stays open."""
    made = head(day=iso)
    assert (made.day, made.month, made.year) == printed


def test_what_is_not_known_stays_open():
    """Without a day all three figures are open, the year of the folder too; without a number the gap of the print is kept."""
    made = head(day=None, number=None, as_printed="Số:     HD/ĐTN", symbol="HD/ĐTN")
    assert (made.iso, made.day, made.month, made.year) == ("", "", "", "")
    assert (made.number, made.numbered) == ("Số:     HD/ĐTN", False)
    assert head(number=None, as_printed="", symbol="KH/TĐTN").number == "Số:     KH/TĐTN"


def test_a_number_stands_as_it_is_printed():
    """The number is the printed one with “Số:” before it, once, whether or not the editor has written “Số:”."""
    assert head(as_printed="Số: 12-KH/TĐTN-TCKT").number == "Số: 12-KH/TĐTN-TCKT"
    assert head(as_printed="12 -KH/TĐTN").number == "Số: 12 -KH/TĐTN"
    assert head(as_printed="").number == "Số: 12-KH/TĐTN-TCKT"


def test_paper_that_is_no_signed_paper_says_so():
    """A draft is marked as one, and so is what we retell of a document; a document in force carries no mark."""
    assert head().mark == ""
    assert head(status="consultation").mark == head(status="draft").mark == "Dự thảo"
    assert head(source=Source("Một bài báo")).mark == "Bản tóm tắt"


def test_the_right_corner_is_that_of_the_system():
    """The Union stands at the right unless the organ says its own lines."""
    assert head().heading == ("Đoàn TNCS Hồ Chí Minh",)
    assert head(organ="ubnd-xa-mau").heading == ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc")


def test_a_letter_prints_no_type():
    """A Công văn shows its subject under the number instead of a title."""
    assert head(type="cong-van").letter and not head().letter
