"""The page of a month: what is due each day, what may be done until its end, what comes every week; of all levels or of one."""

from calendar import Calendar
from datetime import date
from itertools import groupby

from plugins.context import cards, heads
from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import addresses, dates, duty_words
from plugins.domain.dates import Moment
from plugins.duties import lines
from plugins.duties.views import CalendarView, DutyGroup, GridDay


def title(month: str) -> str:
    """A month in words."""
    return f"Tháng {int(month[5:])}/{month[:4]}"


def view(month: str, level: str, before: str, after: str, build: Build) -> CalendarView:
    """One month; `before` and `after` are its neighbours among the months that have a page, '' at the ends."""
    of = lines.slug(level) if level else ""
    address = addresses.month(month, of)
    words = f"Việc đến hạn {title(month).lower()}" + (f": {duty_words.level(level).lower()}" if level else "")
    steps = [("Lịch công việc", addresses.CALENDAR), (title(month), addresses.month(month))]
    steps += [(duty_words.level(level), address)] if level else []
    path = heads.crumbs(build, *steps)
    groups = _groups(month, level, build)
    count = sum(len(group.lines) for group in groups)
    intro = f"{count} việc các cấp phải làm hoặc gửi" if not level else f"{count} việc của {duty_words.level(level).lower()}"
    intro += f" trong tháng {int(month[5:])} năm {month[:4]}, theo các văn bản có trên trang."
    feed = calendar_link(level, build)

    def beside(key: str) -> Link | None:
        return Link(title(key), build.href(addresses.month(key, of))) if key else None

    return CalendarView(
        head=heads.head(build, words, intro, address, label="Lịch công việc", path=path),
        crumbs=path,
        title=words,
        intro=intro,
        levels=lines.level_ways(
            lambda one: addresses.month(month, lines.slug(one)),
            level,
            build,
            addresses.month(month),
            lambda one: lines.has(month, one, build),
        ),
        weeks=_weeks(month, groups),
        groups=groups,
        months=(),
        ways=(Link("Việc làm thường xuyên", build.href(addresses.STANDING)), Link("Mọi tháng", build.href(addresses.CALENDAR))),
        previous=beside(before),
        next=beside(after),
        feed=feed,
        empty="Chưa có việc nào đến hạn trong tháng này.",
    )


def calendar_link(level: str, build: Build) -> Link:
    """The calendar of a level, or of all, to subscribe to."""
    part = f"cap-{lines.slug(level)}" if level else "tat-ca"
    name = f"Đưa lịch {duty_words.level(level).lower()} vào điện thoại (.ics)" if level else "Đưa lịch này vào điện thoại (.ics)"
    return Link(name, build.href(addresses.calendar_file(part)))


def _groups(month: str, level: str, build: Build) -> tuple[DutyGroup, ...]:
    found = lines.of_month(month, level, build)
    told = [(entry, lines.line(record, entry.duty, build, lines.rhythm(entry), entry.day)) for entry, record in found]
    weekly = tuple(line for entry, line in told if entry.weekly)
    whole = tuple(line for entry, line in told if not entry.weekly and not entry.named)
    groups = []
    for day, some in groupby((one for one in told if one[0].named and not one[0].weekly), key=lambda one: one[0].day):
        shown, due = cards.day(Moment(day.isoformat(), "day")), tuple(line for _entry, line in some)
        groups.append(DutyGroup(f"ngay_{day.day}", shown.text, shown, due, f"{len(due)} việc"))
    if whole:
        groups.append(DutyGroup("trong_thang", f"Trong tháng {int(month[5:])}", None, whole, f"{len(whole)} việc"))
    if weekly:
        groups.append(DutyGroup("hang_tuan", "Hằng tuần", None, weekly, f"{len(weekly)} việc"))
    return tuple(groups)


def _weeks(month: str, groups: tuple[DutyGroup, ...]) -> tuple[tuple[GridDay, ...], ...]:
    """The days of the month in weeks from Monday; empty when no day has a duty."""
    counts = {int(group.day.iso[8:]): len(group.lines) for group in groups if group.day}
    if not counts:
        return ()
    year, number = map(int, month.split("-"))

    def one(day: int) -> GridDay:
        count = counts.get(day, 0)
        label = f"{dates.long(date(year, number, day))}: {count} việc" if count else ""
        return GridDay(day, f"#ngay_{day}" if count else "", count, label)

    weeks = Calendar().monthdayscalendar(year, number)
    return tuple(tuple(one(day) if day else GridDay(0) for day in week) for week in weeks)
