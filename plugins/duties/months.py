"""The page of a month: what is due each day, what may be done until its end, what comes every week; of all levels or of one."""

from calendar import Calendar
from collections.abc import Callable
from datetime import date
from itertools import groupby

from plugins.context import cards, heads
from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import addresses, dates, duty_words
from plugins.domain.dates import Moment
from plugins.duties import lines, parts
from plugins.duties.parts import Bundle
from plugins.duties.views import CalendarView, DutyGroup, GridDay

Told = Callable[[tuple[str, str]], tuple[Bundle, ...]]


def title(month: str) -> str:
    """A month in words."""
    return f"Tháng {int(month[5:])}/{month[:4]}"


def bundles(month: str, level: str, build: Build) -> tuple[Bundle, ...]:
    """What is due in a month, of all levels or of one: day by day, then until its end, then every week."""
    found = lines.of_month(month, level, build)
    made = []
    for day, some in groupby((one for one in found if one[0].named and not one[0].weekly), key=lambda one: one[0].day):
        shown = cards.day(Moment(day.isoformat(), "day"))
        made.append(Bundle(f"ngay_{day.day}", shown.text, f"Ngày {day.day}", shown, tuple(some)))
    whole = tuple(one for one in found if not one[0].weekly and not one[0].named)
    weekly = tuple(one for one in found if one[0].weekly)
    rest = (("trong_thang", f"Trong tháng {int(month[5:])}", "Trong tháng", whole), ("hang_tuan", "Hằng tuần", "Hằng tuần", weekly))
    return (*made, *(Bundle(name, label, short, None, some) for name, label, short, some in rest if some))


def view(month: str, level: str, before: str, after: str, build: Build, number: int = 1, told: Told | None = None) -> CalendarView:
    """A part of one month; `before` and `after` are its neighbours among the months that have a page, '' at the ends. `told` gives the
    bundles of a month and a level, where they are kept."""
    of = lines.slug(level) if level else ""
    address = addresses.month(month, of)
    words = f"Việc đến hạn {title(month).lower()}" + (f": {duty_words.level(level).lower()}" if level else "")
    steps = [("Lịch công việc", addresses.CALENDAR), (title(month), addresses.month(month))]
    steps += [(duty_words.level(level), address)] if level else []
    own = parts.address(address, number)
    steps += [(f"Phần {number}", own)] if number > 1 else []
    all_bundles = told((month, level)) if told else bundles(month, level, build)
    cut = parts.cut(all_bundles)
    count = sum(len(bundle.members) for bundle in all_bundles)
    intro = f"{count} việc các cấp phải làm hoặc gửi" if not level else f"{count} việc của {duty_words.level(level).lower()}"
    intro += f" trong tháng {int(month[5:])} năm {month[:4]}, theo các văn bản có trên trang."
    heading = f"{words} – phần {number}" if number > 1 else words

    def beside(key: str) -> Link | None:
        return Link(title(key), build.href(addresses.month(key, of))) if key else None

    return CalendarView(
        **heads.frame(build, heading, intro, own, *steps, label="Lịch công việc"),
        intro=intro,
        levels=lines.level_ways(
            lambda one: addresses.month(month, lines.slug(one)),
            level,
            build,
            addresses.month(month),
            lambda one: lines.has(month, one, build),
        ),
        weeks=_weeks(month, cut, address, build) if number == 1 else (),
        groups=tuple(_group(bundle, build) for bundle in cut[number - 1]) if number <= len(cut) else (),
        months=(),
        ways=(Link("Việc làm thường xuyên", build.href(addresses.STANDING)), Link("Mọi tháng", build.href(addresses.CALENDAR))),
        previous=beside(before),
        next=beside(after),
        feed=calendar_link(level, build),
        empty="Chưa có việc nào đến hạn trong tháng này.",
        parts=parts.ways(cut, address, number, build),
    )


def calendar_link(level: str, build: Build) -> Link:
    """The calendar of a level, or of all, to subscribe to."""
    part = f"cap-{lines.slug(level)}" if level else "tat-ca"
    name = f"Đưa lịch {duty_words.level(level).lower()} vào điện thoại (.ics)" if level else "Đưa lịch này vào điện thoại (.ics)"
    return Link(name, build.href(addresses.calendar_file(part)))


def _group(bundle: Bundle, build: Build) -> DutyGroup:
    told = (lines.line(record, entry.duty, build, lines.rhythm(entry), entry.day) for entry, record in bundle.members)
    return DutyGroup(bundle.id, bundle.label, bundle.day, tuple(told), bundle.count)


def _weeks(month: str, cut: list[list[Bundle]], home: str, build: Build) -> tuple[tuple[GridDay, ...], ...]:
    """The days of the month in weeks from Monday, each leading to its part of the month; empty when no day has a duty."""
    found: dict[int, tuple[str, int]] = {}
    for number, part in enumerate(cut, 1):
        for bundle in part:
            if bundle.day and (day := int(bundle.day.iso[8:])) not in found:
                away = build.href(parts.address(home, number)) if number > 1 else ""
                found[day] = f"{away}#{bundle.id}", bundle.whole or len(bundle.members)
    if not found:
        return ()
    year, month_number = map(int, month.split("-"))

    def one(day: int) -> GridDay:
        href, count = found.get(day, ("", 0))
        label = f"{dates.long(date(year, month_number, day))}: {count} việc" if count else ""
        return GridDay(day, href, count, label)

    weeks = Calendar().monthdayscalendar(year, month_number)
    return tuple(tuple(one(day) if day else GridDay(0) for day in week) for week in weeks)
