"""The calendar of duties: its months, its levels, and calendars that two other programs read."""

from datetime import date, timedelta

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from plugins import duties
from plugins.context import outputs
from plugins.domain import duty_ids, recurrence
from plugins.domain.dates import read
from plugins.domain.parts import Duty, Reference, Target
from plugins.duties import icalendar as calendars
from plugins.duties import lines, months, overviews
from tests.plugins import small_site

REPORT = Duty("Gửi báo cáo; kèm ảnh, số liệu", "Đoàn cơ sở", ("commune",), read("2026-08-25"), channel="Văn phòng", item="III.2")
YEARLY = Duty("Gửi kết quả xếp loại", level=("province", "commune"), recurrence=recurrence.read("trước ngày 15/11 hằng năm"))
TWICE = Duty("Họp giao ban", level=("province",), recurrence=recurrence.read("ngày 31/3 và 20/9 hằng năm"))
MONTHLY = Duty("Sinh hoạt chi đoàn", level=("branch",), recurrence=recurrence.read("1 lần/tháng"), until=read("2026-06-30"))
WEEKLY = Duty("Báo cáo tuần", level=("commune",), recurrence=recurrence.read("hằng tuần"), until=read("2026-05-31"))
ALWAYS = Duty("Nắm tình hình đoàn viên", level=("branch",), recurrence=recurrence.read("thường xuyên"))
STRETCH = Duty("Mở trại hè", level=("commune",), begin=read("2026-07-01"), due=read("2026-07-05"))
MONTH = Duty("Ra quân", level=("commune",), due=read("2026-03"))
PLAN = small_site.document(
    "van-ban/2026/12-kh", "2026-03-05", duties=(REPORT, YEARLY, TWICE, MONTHLY, WEEKLY, ALWAYS, STRETCH, MONTH),
    targets=(Target("Ngày đi cơ sở", at_least=60, unit="ngày", level=("province",), period="đến năm 2027", item="I.1"),),
)  # fmt: skip
OLD = small_site.document("van-ban/2024/1-kh", "2024-01-10", number="1", as_printed="", duties=(YEARLY,))
NEW = small_site.document("van-ban/2025/2-kh", "2025-10-01", number="2", as_printed="", replaces=(Reference("van-ban/2024/1-kh"),))


@pytest.fixture(scope="module")
def build():
    return small_site.build(PLAN, OLD, NEW)


@pytest.fixture(scope="module")
def files(build) -> dict[str, outputs.Output]:
    return {output.address: output for output in outputs.outputs(duties.ADAPTER, build)}


def texts(view) -> dict[str, list[str]]:
    return {group.id: [line.text for line in group.lines] for group in view.groups}


def test_a_month_tells_days_then_the_month_then_weeks(build):
    """Duties of a day stand under it, those due by the end of the month and every week under their own heads."""
    assert texts(months.view("2026-03", "", "", "", build)) == {
        "ngay_31": [TWICE.text], "trong_thang": [MONTHLY.text, MONTH.text], "hang_tuan": [WEEKLY.text],
    }  # fmt: skip
    august = months.view("2026-08", "commune", "2026-07", "", build)
    assert texts(august) == {"ngay_25": [REPORT.text]} and august.previous.text == "Tháng 7/2026" and august.next is None
    days = [day for week in august.weeks for day in week if day.href]
    assert [(day.number, day.count, day.href) for day in days] == [(25, 1, "#ngay_25")]


def test_what_was_replaced_recurs_no_more(build):
    """A recurring duty of a document ends on the day on which another one replaces it."""
    assert [record.key for _entry, record in lines.of_month("2024-11", "", build)] == [OLD.key]
    assert [record.key for _entry, record in lines.of_month("2026-11", "", build)] == [PLAN.key]
    assert lines.of_month("2025-11", "", build) == []


def test_months_reach_eighteen_months_ahead(build):
    """Recurring duties are told for eighteen months from the month of the newest document with a duty; each level has its own months."""
    assert max(lines.months("", build)) == "2027-08"
    assert [month for month in lines.months("province", build) if month > "2026"] == ["2026-03", "2026-09", "2026-11", "2027-03"]


def test_levels_and_standing_duties(build):
    """A level sees its own duties only, and what goes on always has a page without days."""
    view = overviews.of_level("commune", build)
    assert all(ALWAYS.text not in told and MONTHLY.text not in told for told in texts(view).values())
    assert texts(overviews.standing(build)) == {"chi_doan": [ALWAYS.text]}
    assert texts(overviews.of_level("branch", build))["thuong_xuyen"] == [ALWAYS.text]


def test_pages_say_nothing_of_today(build, files):
    """No page of the calendar speaks of a day that has passed: it is read for years."""
    for output in files.values():
        if isinstance(output, outputs.Page):
            html = small_site.rendered(build, output)
            assert "quá hạn" not in html.lower() and "hôm nay" not in html.lower()


def rows(data: bytes) -> list[str]:
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    return data.decode().split("\r\n")[:-1]


CALENDARS = ("tat-ca", "cap-co-so", "cap-tinh", "cap-chi-doan", "co-quan-tinh-doan-mau")


@pytest.mark.parametrize("part", CALENDARS)
def test_calendars_are_read_by_two_programs(files, part):
    """Each calendar is valid to icalendar and vobject: the same ids, days and rules; lines are of 75 octets at most."""
    data = files[f"/lich/{part}.ics"].content()
    assert max(len(row.encode()) for row in rows(data)) <= 75
    one = icalendar.Calendar.from_ical(data)
    two = vobject.readOne(data.decode())
    events = list(one.walk("VEVENT"))
    assert events and not any(event.errors for event in events)
    ids = [str(event["UID"]) for event in events]
    assert len(set(ids)) == len(ids) and ids == [event.uid.value for event in two.vevent_list]
    for ours, theirs in zip(events, two.vevent_list, strict=True):
        assert ours["DTSTART"].dt == theirs.dtstart.value and isinstance(ours["DTSTART"].dt, date)
        assert str(ours["SUMMARY"]) == theirs.summary.value
        assert ours["DTSTAMP"].dt.date() == date.fromisoformat("2024-01-10" if ours["DTSTART"].dt.year == 2024 else "2026-03-05")


def test_events_tell_what_is_asked(files):
    """An event has the words, who, where to send and the document; a stretch covers its days; escaped signs come back whole."""
    events = {str(e["SUMMARY"]): e for e in icalendar.Calendar.from_ical(files["/lich/tat-ca.ics"].content()).walk("VEVENT")}
    report = events[REPORT.text]
    assert report["DTSTART"].dt == date(2026, 8, 25) and report["DTEND"].dt == date(2026, 8, 26)
    assert "Ai làm: Đoàn cơ sở" in str(report["DESCRIPTION"]) and "Gửi qua: Văn phòng" in str(report["DESCRIPTION"])
    assert events[STRETCH.text]["DTSTART"].dt == date(2026, 7, 1) and events[STRETCH.text]["DTEND"].dt == date(2026, 7, 6)
    assert ALWAYS.text not in events


def test_rules_give_the_days_of_the_pages(files, build):
    """A calendar program that expands the rules finds the days that the pages of the months tell."""
    calendar = vobject.readOne(files["/lich/tat-ca.ics"].content().decode())
    theirs = set()
    for event in calendar.vevent_list:
        found = event.getrruleset(addRDate=True) or [event.dtstart.value]
        for day in found:
            day = getattr(day, "date", lambda day=day: day)()
            end = (event.dtend.value - timedelta(days=1)) if not event.contents.get("rrule") else day
            theirs.add((max(day, end).isoformat(), event.summary.value)) if date(2026, 3, 5) <= day < date(2027, 9, 1) else None
    ours = set()
    for month in lines.months("", build):
        found = lines.of_month(month, "", build) if month >= "2026-03" else ()
        ours |= {(entry.day.isoformat(), entry.duty.text) for entry, _record in found if not entry.weekly}
    assert {one for one in theirs if one[1] != WEEKLY.text} == ours


def test_ids_stay_when_days_and_places_change():
    """A duty keeps its id when its day, its order or its document's title changes; other words, or another document, make another."""
    moved = small_site.document(PLAN.key, "2026-03-05", subject="Khác", duties=(ALWAYS, Duty(REPORT.text, due=read("2026-09-01"))))
    assert duty_ids.ids(moved)[1] == duty_ids.ids(PLAN)[0]
    twice = small_site.document(PLAN.key, "2026-03-05", duties=(ALWAYS, ALWAYS, Duty("Khác", id="hop")))
    assert len(set(duty_ids.ids(twice))) == 3 and duty_ids.ids(twice)[2] == "viec-hop"
    assert duty_ids.uid(PLAN, "viec-1", "mau.example,2026") != duty_ids.uid(OLD, "viec-1", "mau.example,2026")


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_words_survive_folding(words):
    """Whatever an editor writes, each line has 75 octets at most and another program reads the same words."""
    data = calendars.folded(f"SUMMARY:{calendars.text(words)}")
    assert all(len(row.encode()) <= 75 for row in data.split("\r\n"))
    assert data.replace("\r\n ", "").removesuffix("\r\n") == f"SUMMARY:{calendars.text(words)}"


def test_targets_stand_in_one_table(files):
    """The table of targets tells amount, period and the way to the document; it is also there by level and by year."""
    for address in ("/lich/chi-tieu/", "/lich/chi-tieu/cap/tinh/", "/lich/chi-tieu/nam/2027/"):
        (line,) = files[address].view().lines
        assert (line.value, line.period, line.item) == ("ít nhất 60 ngày", "đến năm 2027", "I.1")


def test_the_calendar_of_an_organ_looks_at_its_own_documents_only():
    """What another organ asks for stands in another calendar, and an edit of it leaves this one unread."""
    other = small_site.document("van-ban/2026/9-kh", "2026-04-01", number="9", as_printed="", organ="xa-doan-lang", duties=(REPORT,))
    build = small_site.build(PLAN, other)
    made = {output.address: output for output in outputs.outputs(duties.ADAPTER, build)}
    for organ, own, foreign in (("tinh-doan-mau", PLAN, other), ("xa-doan-lang", other, PLAN)):
        with build.trace.reading() as reads:
            text = made[f"/lich/co-quan-{organ}.ics"].content().decode()
        assert f"q:lich:{own.key}" in reads and not any(cell.endswith(foreign.key) for cell in reads)
        assert own.key in text and foreign.key not in text
