"""Days printed without a year: heading, subject and day of the document tell it, and never a day before the document."""

import pytest

from plugins.domain import duties, duty_years
from plugins.domain.dates import Moment

TASK = "Các đơn vị gửi báo cáo về Tỉnh đoàn trước ngày 15/11."


def due(text: str, subject: str = "", written: str = "2026-03-10") -> tuple[str | None, str]:
    """The day of the last proposal of a text, and the place that told its year."""
    day = Moment(written, "year" if len(written) == 4 else "day") if written else None
    found = duties.find(text, duty_years.of(text, subject, day))[-1]
    return found.due and found.due.iso, found.year_from


@pytest.mark.parametrize(
    ("text", "subject", "written", "expected"),
    [
        (TASK, "", "2026-03-10", ("2026-11-15", "day")),
        (TASK, "Công tác Đoàn năm 2027", "2026-12-20", ("2027-11-15", "subject")),
        (TASK, "Công tác Đoàn năm 2026", "", ("2026-11-15", "subject")),
        (TASK, "Phương hướng giai đoạn 2026 – 2030", "2026-03-10", ("2026-11-15", "day")),
        (TASK, "Tổng kết năm 2025", "2026-01-10", ("2026-11-15", "day")),
        (TASK, "", "2026-12-01", ("2027-11-15", "next")),
        (TASK.replace("15/11", "15/11/2026"), "Năm 2027", "2026-01-10", ("2026-11-15", "")),
        ("I. NHIỆM VỤ NĂM 2027\n\n1. Báo cáo\n\n" + TASK, "Năm 2026", "2026-03-10", ("2027-11-15", "heading")),
        ("## Năm 2027\n\n## Năm 2028\n\n" + TASK, "", "2026-03-10", ("2028-11-15", "heading")),
        ("I. NĂM 2027\n\n1. Quý I/2028\n\n2. Báo cáo\n\n" + TASK, "", "2026-03-10", ("2027-11-15", "heading")),
        ("1. Gửi kế hoạch năm 2028 trước ngày 20/4.\n\n" + TASK, "", "2026-03-10", ("2026-11-15", "day")),
        (TASK, "", "", (None, "")),
    ],
)
def test_the_year_of_a_day_without_one(text, subject, written, expected):
    """Headings are asked from the nearest, then the subject, then the day of the document; a day that was over means the next year."""
    assert due(text, subject, written) == expected


def test_each_time_of_a_sentence_takes_the_first_year_that_fits_it():
    """Of two days in one sentence one may still come in the year of the document and the other only in the next."""
    text = "Gửi kế hoạch trước ngày 20/12, báo cáo trước ngày 15/01."
    found = duties.find(text, duty_years.of(text, "", Moment("2026-12-01", "day")))
    assert [(one.due.iso, one.year_from) for one in found] == [("2026-12-20", "day"), ("2027-01-15", "next")]


def test_a_leap_day_waits_for_its_year():
    """The 29th of February is not lost because the year of the document has none."""
    text = "Báo cáo trước ngày 29/02."
    assert due(text, "Năm 2028", "2027-01-10") == ("2028-02-29", "subject")
