"""Days and hours: reading, printing, weekdays that do not fit."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import dates
from plugins.domain.dates import (
    Moment,
    is_iso,
    long,
    read,
    rfc3339,
    short,
    suggest_iso,
    weekday_conflicts,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("2025", "2025", "year"),
        ("2025-03", "2025-03", "month"),
        ("2025-03-05", "2025-03-05", "day"),
        ("2025-03-05 14:30", "2025-03-05T14:30+07:00", "minute"),
        ("2025-03-05T14:30+07:00", "2025-03-05T14:30+07:00", "minute"),
        ("2025-03-05T20:30Z", "2025-03-06T03:30+07:00", "minute"),
        ("2025-03-05T20:30:09-0500", "2025-03-06T08:30:09+07:00", "second"),
        ("Thứ năm, 22/08/2013, 14:33", "2013-08-22T14:33+07:00", "minute"),
        ("Thứ tư, 30 Tháng 10 2019 11:00", "2019-10-30T11:00+07:00", "minute"),
        ("22/10/2018 8:52:00 SA", "2018-10-22T08:52:00+07:00", "second"),
        ("22/10/2018 12:05:00 SA", "2018-10-22T00:05:00+07:00", "second"),
        ("22/10/2018 12:05 CH", "2018-10-22T12:05+07:00", "minute"),
        ("22/10/2018 3:05 CH", "2018-10-22T15:05+07:00", "minute"),
        ("5/3/2025", "2025-03-05", "day"),
        ("05.03.2025", "2025-03-05", "day"),
        ("5-3-2025", "2025-03-05", "day"),
        ("16 tháng 8 năm 2013", "2013-08-16", "day"),
        ("ngày  16 tháng 08\u00a0năm 2013", "2013-08-16", "day"),
        ("Chủ nhật, ngày 01/03/2026", "2026-03-01", "day"),
        ("14h30, ngày 5/3/2025", "2025-03-05T14:30+07:00", "minute"),
        ("22/08/2013 - 14:33 (GMT+7)", "2013-08-22T14:33+07:00", "minute"),
        ("tháng 11/2022", "2022-11", "month"),
        ("năm 2022", "2022", "year"),
    ],
)
def test_read(text, iso, precision):
    """Every form that metadata may have and that old pages print is read, day before month."""
    assert read(text) == Moment(iso, precision)
    assert read(unicodedata.normalize("NFD", text)) == Moment(iso, precision)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("2025-02-30", "không có trong lịch"),
        ("29/02/2023", "không có trong lịch"),
        ("5/13/2025", "không có trong lịch"),
        ("2025-13", "không có trong năm"),
        ("20222", "20222"),
        ("10/11/20222", "20222"),
        ("0025-01-01", "không thể có"),
        ("2025-03-05 25:00", "giờ"),
        ("22/10/2018 14:00 SA", "giờ"),
        ("2025-03-05T10:00+99:00", "múi giờ"),
        ("hôm qua", "2025-03-05"),
        ("", "2025-03-05"),
        ("1" * 5000, "không đọc được"),
    ],
)
def test_refuse(text, word):
    """What is in no calendar or cannot be read is refused, and the message says why."""
    with pytest.raises(ValueError, match=word):
        read(text)


@given(st.text(max_size=40))
def test_read_only_raises_value_error(text):
    """Any text is either read or refused."""
    try:
        assert read(text).precision in ("year", "month", "day", "minute", "second")
    except ValueError as refused:
        assert str(refused)


@given(DAYS)
def test_printed_is_read_back(day):
    """The long, the short and the ISO form name the same day."""
    assert read(long(day)) == read(short(day)) == read(day.isoformat()) == Moment(day.isoformat(), "day")


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)).map(lambda d: d.replace(second=0, microsecond=0)))
def test_hours_are_read_back(at):
    """A printed hour is read back to the minute."""
    assert read(long(at)).iso == dates.moment(at).iso


def test_moments_sort_by_time():
    """Moments of all precisions stand in the order of time, a day before its hours."""
    texts = [
        "2024",
        "2025",
        "2025-03",
        "2025-03-05",
        "2025-03-05 14:30",
        "2025-03-05T14:30:10",
        "2025-03-05 14:31",
        "2026",
    ]
    moments = [read(t) for t in texts]
    assert sorted([*moments[5:], *moments[:5]]) == moments


@pytest.mark.parametrize(
    ("given_", "right"),
    [
        ("2022-11-09", "Thứ Tư, 09/11/2022"),
        (date(2022, 11, 9), "Thứ Tư, 09/11/2022"),
        (datetime(2022, 11, 9), "Thứ Tư, 09/11/2022"),
        (datetime(2022, 11, 9, 14, 30), "Thứ Tư, 09/11/2022, 14:30"),
        (datetime(2022, 11, 8, 20, 0, tzinfo=UTC), "Thứ Tư, 09/11/2022, 03:00"),
        (Moment("2022-11-13", "day"), "Chủ Nhật, 13/11/2022"),
        ("2022-11", "tháng 11/2022"),
        ("2022", "năm 2022"),
    ],
)
def test_long(given_, right):
    """Readers see the weekday, the day and, if there is one, the hour in Vietnam."""
    assert long(given_) == right


def test_short():
    """The short form is as short as what is known."""
    assert [short(s) for s in ("2022-11-09", "2022-11", "2022", "2022-11-09 10:00")] == [
        "09/11/2022",
        "11/2022",
        "2022",
        "09/11/2022",
    ]


def test_weekday_needs_a_day():
    """A month has no weekday."""
    assert dates.weekday("2026-03-07") == "Thứ Bảy"
    with pytest.raises(ValueError, match="thứ"):
        dates.weekday("2026-03")


def test_formats_of_feeds():
    """Feeds get RFC 3339 in +07:00, a day beginning at midnight."""
    assert rfc3339("2022-11-09") == "2022-11-09T00:00:00+07:00"
    assert rfc3339("2022-11-09 14:30") == "2022-11-09T14:30:00+07:00"
    assert rfc3339("2022") == "2022-01-01T00:00:00+07:00"
    assert dates.as_datetime("2022-11").utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2025-03-05", True),
        ("2025", True),
        ("05/03/2025", False),
        ("2025-3-5", False),
        ("2025-02-30", False),
        ("20222", False),
    ],
)
def test_is_iso(text, right):
    """Only a possible date in ISO form is ISO."""
    assert is_iso(text) is right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("05/03/2025", "2025-03-05"),
        ("5.3.2025", "2025-03-05"),
        ("03/2025", "2025-03"),
        ("2025-3-5", "2025-03-05"),
        ("2025/03/05", "2025-03-05"),
        ("22/10/2018 8:52 SA", "2018-10-22 08:52"),
        ("5 tháng 3 năm 2025", "2025-03-05"),
        ("30/02/2025", None),
        ("2025-03-05", None),
        ("mai", None),
    ],
)
def test_suggest_iso(text, right):
    """A date in dd/mm/yyyy is answered with its ISO form; what is ISO or no date with nothing."""
    assert suggest_iso(text) == right


def test_weekday_that_does_not_fit():
    """A weekday beside a date of another weekday is found with its place, on NFD text too."""
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "Hội nghị họp thứ Năm,\u00a0ngày 09/11/2022 tại hội trường.")
        (found,) = weekday_conflicts(text)
        assert unicodedata.normalize("NFC", text[found.start : found.end]) == "thứ Năm,\u00a0ngày 09/11/2022"
        assert (found.written, found.right, found.date) == ("thứ Năm", "Thứ Tư", "2022-11-09")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Chủ nhật (9/11/2022)", ["Thứ Tư"]),
        ("ngày 9 tháng 11 năm 2022 (thứ sáu)", ["Thứ Tư"]),
        ("thứ 2, ngày 9 tháng 11 năm 2022", ["Thứ Tư"]),
        ("Thứ Tư, 09/11/2022", []),
        ("Đại hội lần thứ năm, ngày 09/11/2022", []),
        ("thứ Năm, ngày 09/11", []),
        ("thứ Năm, ngày 31/02/2022", []),
        ("thứ Năm\n\n09/11/2022", []),
    ],
)
def test_weekdays_in_text(text, right):
    """Only a weekday beside a full and possible date is judged; an ordinal is none."""
    assert [c.right for c in weekday_conflicts(text)] == right


@given(DAYS)
def test_our_own_weekdays_fit(day):
    """What we print ourselves never conflicts."""
    assert weekday_conflicts(f"Họp vào {long(day)}.") == []


NEAR_A_DAY = [
    "thứ năm",
    "Thứ Bảy",
    "CHỦ NHẬT",
    "Thứ 2",
    "cập nhật",
    "thứ",
    "ngày ",
    "5/3/2026",
    "7 tháng 3 năm 2026",
    "(",
    ")",
    ",",
    "-",
    " ",
    "\n",
    "12",
]


@given(st.lists(st.sampled_from(NEAR_A_DAY), max_size=12).map("".join))
def test_a_quick_look_misses_no_weekday(text):
    """A plain text has the same conflicts as one with an invisible sign at its end, which is read in full."""
    assert weekday_conflicts(text) == weekday_conflicts(f"{text}.\u200b")
