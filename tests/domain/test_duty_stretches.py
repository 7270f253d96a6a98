"""Stretches and lists of times: what is said together is proposed together, wholly or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import duties, duty_words, recurrence
from plugins.domain.dates import read
from plugins.domain.duty_years import Years
from plugins.domain.parts import Duty
from plugins.domain.recurrence import ROMAN

MONTHS, YEARS = st.integers(1, 12), st.integers(1990, 2100)
UNITS = {"tuần": ("week", 1), "tháng": ("month", 1), "quý": ("quarter", 1), "6 tháng": ("half", 1), "năm": ("year", 1)}
TO = st.sampled_from((" đến tháng ", " đến hết tháng ", " – tháng ", "-", " – "))


def told(text: str, **known) -> list[tuple]:
    """What is proposed: words, begin, due, rhythm."""
    return [(p.raw, p.begin and p.begin.iso, p.due and p.due.iso, p.recurrence and str(p.recurrence)) for p in duties.find(text, **known)]


@pytest.mark.parametrize(
    "text, raw, begin, due",
    [
        ("Tổ chức ra quân từ tháng 3 đến hết tháng 5 năm 2026.", "từ tháng 3 đến hết tháng 5 năm 2026", "2026-03-01", "2026-05"),
        ("Sinh hoạt từ tháng 9 đến tháng 5/2026.", "từ tháng 9 đến tháng 5/2026", "2025-09-01", "2026-05"),
        ("Thời gian: tháng **3 – 5/2026**.", "Thời gian: tháng **3 – 5/2026", "2026-03-01", "2026-05"),
        ("Thực hiện từ quý I đến quý III/2026.", "từ quý I đến quý III/2026", "2026-01-01", "2026-09-30"),
        ("Phấn đấu từ năm 2022 đến năm 2027 phủ kín chi đoàn.", "từ năm 2022 đến năm 2027", "2022-01-01", "2027"),
        ("Từ nay đến hết tháng 5/2026, tổ chức rà soát.", "Từ nay đến hết tháng 5/2026", None, "2026-05"),
    ],
)
def test_stretches_are_read_wholly(text, raw, begin, due):
    """A time from one month, quarter or year to another is one proposal with both ends."""
    assert told(text) == [(raw, begin, due, None)]


@pytest.mark.parametrize(
    "text, raw",
    [
        ("Tổ chức từ tháng 3 đến tháng 5 hằng năm.", "từ tháng 3 đến tháng 5 hằng năm"),
        ("Thu đoàn phí từ ngày 01 đến ngày 05 hằng tháng.", "từ ngày 01 đến ngày 05 hằng tháng"),
        ("Tổ chức từ ngày 15/3 đến ngày 30/4 hằng năm.", "từ ngày 15/3 đến ngày 30/4 hằng năm"),
        ("Rà soát: Quý I, III hằng năm.", "Quý I, III hằng năm"),
        ("Báo cáo trước ngày 15/6 và ngày 15/12 hằng năm.", "trước ngày 15/6 và ngày 15/12 hằng năm"),
        ("Tổ chức vào tháng 3, 6, 9 và 12 hằng năm.", "vào tháng 3, 6, 9 và 12 hằng năm"),
        ("Họp ngày 15 và 30 hằng tháng.", "ngày 15 và 30 hằng tháng"),
        ("Tổ chức 2 lần/năm (tháng 6 và tháng 12).", "2 lần/năm (tháng 6 và tháng 12)"),
        ("Báo cáo hằng năm, trước ngày 15/11.", "hằng năm, trước ngày 15/11"),
        ("Báo cáo hằng quý (trước ngày 20 tháng cuối quý).", "hằng quý (trước ngày 20 tháng cuối quý)"),
        ("Giao ban hằng tuần vào thứ Sáu.", "hằng tuần vào thứ Sáu"),
    ],
)
def test_rhythms_take_all_their_days_along(text, raw):
    """A rhythm is proposed with every day, month and quarter that is named with it, in the words in which it is printed."""
    assert told(text) == [(raw, None, None, raw)]


@pytest.mark.parametrize(
    "text, found",
    [
        ("Hằng tháng, quý, năm, chi đoàn báo cáo kết quả.", [("Hằng tháng", "hằng tháng"), ("quý", "hằng quý"), ("năm", "hằng năm")]),
        ("Thực hiện báo cáo tháng, quý, 6 tháng và năm.",
         [("tháng", "hằng tháng"), ("quý", "hằng quý"), ("6 tháng", "hằng 6 tháng"), ("năm", "hằng năm")]),
        ("Họp định kỳ hằng quý, hằng năm.", [("hằng quý", "hằng quý"), ("hằng năm", "hằng năm")]),
        ("Họp hằng tháng, năm 2026 có đổi mới.", [("hằng tháng", "hằng tháng")]),
        ("Họp hằng năm, tháng Thanh niên mở hội trại.", [("hằng năm", "hằng năm")]),
    ],
)  # fmt: skip
def test_a_list_of_rhythms_is_a_duty_for_each(text, found):
    """Each member of a list is proposed as a rhythm of its own; a year, a month that has a name is none."""
    assert [(raw, rhythm) for raw, _, _, rhythm in told(text)] == found


def test_months_of_a_list_fall_due_each():
    """Several quarters of one year are a duty for each."""
    found = told("Hoàn thành trong quý I và quý II/2026.")
    assert [(raw, due) for raw, _, due, _ in found] == [("trong quý I", "2026-03-31"), ("quý II", "2026-06-30")]


@pytest.mark.parametrize("text", ["Mở từ tháng 3 – 5 lớp.", "Đi qua tháng 3 đến tháng 5.", "Tổ chức từ tháng 13 đến tháng 15/2026."])
def test_what_is_no_stretch_is_left(text):
    """A figure of classes, a story, months that do not exist are no stretch."""
    assert not any(begin for _, begin, _, _ in told(text, years=Years(subject=2026)))


@given(MONTHS, MONTHS, YEARS, TO, st.booleans())
def test_a_stretch_of_months_has_the_printed_ends(first, last, year, to, known):
    """Whatever the months, the proposal is the whole phrase; a stretch that passes the turn of the year begins in the year before the
    printed one, and one without a year ends in the year after that of its document."""
    phrase = f"từ tháng {first}{to}{last}" + ("" if known else f"/{year}")
    found = [p for p in duties.find(f"Tổ chức {phrase}.", years=Years(subject=year) if known else None) if p.begin]
    if first == last or (known and "tháng" not in to):
        assert not found
        return
    ends = year + (known and first > last)
    assert [(p.raw, p.begin.iso, p.due.iso) for p in found] == [(phrase, f"{ends - (first > last)}-{first:02}-01", f"{ends}-{last:02}")]


@given(st.lists(st.sampled_from(tuple(UNITS)), min_size=2, max_size=5, unique=True), st.sampled_from((", ", "/", " và ", ", hằng ")))
def test_any_list_of_units_gives_each_of_them(units, joint):
    """Whatever the units and what joins them, each is found once, in order, and spans do not overlap."""
    text = f"Hằng {joint.join(units)}, Đoàn cơ sở báo cáo."
    found = duties.find(text)
    assert [(p.recurrence.unit, p.recurrence.every) for p in found] == [UNITS[unit] for unit in units]
    assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))


@given(st.lists(MONTHS, min_size=2, max_size=6, unique=True).map(sorted), st.booleans())
def test_months_of_every_year_fall_due_in_each(months, full):
    """A list of months of every year is one rhythm that falls due in each of them; of a stretch only its end."""
    joint = ", tháng " if full else ", "
    found = recurrence.read(f"tháng {joint.join(map(str, months))} hằng năm")
    assert [part.month for part in found.on] == months
    ends = recurrence.read(f"từ tháng {months[0]} đến tháng {months[-1]} hằng năm")
    assert [part.month for part in ends.on] == [months[-1]]


@given(st.integers(1, 3), st.integers(2, 4))
def test_quarters_in_both_figures(first, last):
    """A stretch of quarters is read in Roman and in other figures alike."""
    pairs = ((f"quý {ROMAN[first]}", f"quý {ROMAN[last]}"), (f"từ quý {first}", last))
    roman, plain = (recurrence.read(f"{a} đến {b} hằng năm").on for a, b in pairs)
    assert roman == plain and [part.month for part in plain] == [3 * last]


def test_a_stretch_of_months_is_told_in_words():
    """The time of a duty that goes on until the end of a month is said as such."""
    assert duty_words.when(Duty("Ra quân", begin=read("2026-03-01"), due=read("2026-05"))) == "từ 01/03/2026 đến hết tháng 05/2026"
