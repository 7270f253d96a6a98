"""Recurrence: words to a value and back, and its days as calendar programs know them (python-dateutil)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.domain import occurrences, recurrence
from plugins.domain.dates import Moment
from plugins.domain.recurrence import Part, Recurrence

YEARLY = st.one_of(
    st.builds(lambda m, d: Part("day", m, d), st.integers(1, 12), st.integers(1, 28)),
    st.builds(lambda m: Part("month", m), st.integers(1, 12)),
    st.builds(lambda q: Part("quarter", 3 * q), st.integers(1, 4)),
    st.sampled_from((Part("half", 6), Part("half", 12))),
)
_PARTS = {
    "year": YEARLY,
    "quarter": st.builds(lambda m, d: Part("day", m, d), st.integers(1, 3), st.integers(1, 31)),
    "month": st.builds(lambda d: Part("day", 0, d), st.integers(1, 31)),
    "week": st.builds(lambda d: Part("weekday", 0, d), st.integers(0, 6)),
}


@st.composite
def recurrences(draw) -> Recurrence:
    unit = draw(st.sampled_from(("week", "month", "quarter", "half", "year")))
    parts = draw(st.lists(_PARTS[unit], max_size=3, unique=True)) if unit in _PARTS else []
    on = tuple(sorted(parts, key=lambda p: (p.month, p.day or 99, p.kind)))
    every = draw(st.integers(1, {"half": 1, "month": 2}.get(unit, 3)))
    days = bool(on) and all(part.kind in ("day", "weekday") for part in on)
    return Recurrence(unit, every, draw(st.integers(1, 4)), on, days and draw(st.booleans()), draw(st.booleans()))


DATES = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("hằng năm", Recurrence("year")),
        ("hàng tháng", Recurrence("month")),
        ("Hằng quý", Recurrence("quarter")),
        ("định kỳ hằng tuần", Recurrence("week")),
        ("trước ngày 15/11 hằng năm", Recurrence("year", on=(Part("day", 11, 15),), before=True)),
        ("hằng năm, trước ngày 05/11", Recurrence("year", on=(Part("day", 11, 5),), before=True)),
        ("ngày 15/5 và 15/11 hằng năm", Recurrence("year", on=(Part("day", 5, 15), Part("day", 11, 15)))),
        ("Quý I hằng năm", Recurrence("year", on=(Part("quarter", 3),))),
        ("quý I, III hàng năm", Recurrence("year", on=(Part("quarter", 3), Part("quarter", 9)))),
        ("tháng 3 hằng năm", Recurrence("year", on=(Part("month", 3),))),
        ("6 tháng đầu năm, hằng năm", Recurrence("year", on=(Part("half", 6),))),
        ("1 lần/tuần", Recurrence("week")),
        ("01 lần/quý", Recurrence("quarter")),
        ("ít nhất 01 lần/quý", Recurrence("quarter", at_least=True)),
        ("2 lần/năm", Recurrence("year", times=2)),
        ("mỗi tháng 2 lần", Recurrence("month", times=2)),
        ("2 năm/lần", Recurrence("year", every=2)),
        ("hai năm một lần", Recurrence("year", every=2)),
        ("1 tháng/lần", Recurrence("month")),
        ("mỗi tháng/lần", Recurrence("month")),
        ("3 tháng/lần", Recurrence("quarter")),
        ("6 tháng/lần", Recurrence("half")),
        ("ngày 25 hằng tháng", Recurrence("month", on=(Part("day", 0, 25),))),
        ("trước ngày 20 tháng cuối quý", Recurrence("quarter", on=(Part("day", 3, 20),), before=True)),
        ("thứ Sáu hằng tuần", Recurrence("week", on=(Part("weekday", 0, 4),))),
        ("thứ năm hằng tuần", Recurrence("week", on=(Part("weekday", 0, 3),))),
        ("thường xuyên", Recurrence("always")),
        ("hằng ngày", Recurrence("day")),
    ],
)
def test_the_usual_words_are_read(text, wanted):
    """The ways in which documents say how often are read into one value each."""
    found = recurrence.read(text)
    assert replace(found, written="") == wanted
    assert found.written == str(found)


@pytest.mark.parametrize(
    "text", ["", "lúc nào tiện", "hằng", "31/2 hằng năm", "15/13 hằng năm", "thứ Sáu hằng tháng", "ngày 25 hằng năm", "hằng năm hằng tháng",
             "0 lần/năm", "15/11", "Quý V hằng năm", "15/11/2026 hằng năm", "trước quý I hằng năm", "x" * 5000]
)  # fmt: skip
def test_what_cannot_be_understood_is_refused(text):
    """A text with any word that says nothing about a rhythm is refused, never half understood."""
    with pytest.raises(ValueError, match="không hiểu nhịp lặp lại"):
        recurrence.read(text)


@given(recurrences())
def test_words_say_what_was_read(found):
    """The words of a recurrence are read as the same recurrence."""
    assert replace(recurrence.read(recurrence.words(found)), written="") == found


@given(recurrences(), DATES)
def test_rule_and_days_agree(found, start):
    """A calendar program that follows the RRULE from the first due day finds the due days that we print."""
    last = start + timedelta(days=1500)
    for one in found.each():
        ours = occurrences.dates(one, start, start, last)
        assume(ours)
        theirs = [moment.date() for moment in rrulestr(f"DTSTART:{ours[0]:%Y%m%d}\nRRULE:{occurrences.rule(one, last)}")]
        assert ours == theirs


@given(recurrences(), DATES, st.integers(0, 900), st.integers(0, 900))
def test_a_window_is_a_part_of_the_whole(found, start, after, length):
    """The days in a window are those of the whole time that lie in it: where the window begins changes nothing."""
    first = start + timedelta(days=after)
    last = first + timedelta(days=length)
    whole = occurrences.dates(found, start, start, last)
    assert occurrences.dates(found, start, first, last) == [day for day in whole if day >= first]


@given(recurrences(), DATES)
def test_each_month_may_be_asked_alone(found, start):
    """Nothing falls due before the duty was laid down."""
    assert all(day >= start for day in occurrences.dates(found, start, date(1990, 1, 1), date(2032, 1, 1)))


@given(recurrences(), DATES, st.integers(0, 1200))
def test_the_first_day_is_the_first_of_all(found, start, length):
    """The first due day is the first one of the whole time; none when the time ends before it."""
    last = start + timedelta(days=length)
    for one in found.each():
        assert [occurrences.first(one, start, last)] == (occurrences.dates(one, start, start, last) or [None])[:1]


def test_periods_end_on_their_last_day():
    """What names no day is due when its month, quarter or pair of years ends."""
    start, last = date(2026, 2, 10), date(2027, 1, 31)
    assert occurrences.dates(recurrence.read("hằng quý"), start, start, last) == [
        date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31),
    ]  # fmt: skip
    assert occurrences.dates(recurrence.read("2 năm/lần"), date(2021, 5, 1), date(2021, 5, 1), date(2025, 1, 1)) == [
        date(2022, 12, 31), date(2024, 12, 31),
    ]  # fmt: skip
    assert occurrences.dates(recurrence.read("ngày 31 hằng tháng"), start, start, date(2026, 4, 30)) == [
        date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30),
    ]  # fmt: skip
    assert occurrences.dates(recurrence.read("thường xuyên"), start, start, last) == []


def test_the_first_day_names_the_others():
    """A rhythm without a day takes that of the first due day."""
    found = occurrences.anchored(recurrence.read("hằng tháng"), date(2026, 3, 15))
    assert occurrences.dates(found, date(2026, 3, 15), date(2026, 4, 1), date(2026, 4, 30)) == [date(2026, 4, 15)]
    assert occurrences.last_day(Moment("2026-02", "month")) == date(2026, 2, 28)
