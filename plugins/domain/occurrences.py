"""When a recurring duty falls due: its days in a window, and its rule for calendar programs (RFC 5545, RRULE).

What names no day is due on the last day of its period (a week ends on Sunday); what goes on always has no day at all."""

from calendar import monthrange
from datetime import date, timedelta

from plugins.domain.dates import Moment
from plugins.domain.recurrence import Part, Recurrence

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_FAR = 100 * 366  # days within which even a 29 February comes
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def last_day(moment: Moment) -> date:
    """The last day of a moment: itself, the end of its month, of its year."""
    if moment.precision == "year":
        return date(int(moment.iso), 12, 31)
    if moment.precision == "month":
        year, month = map(int, moment.iso.split("-"))
        return date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(moment.iso[:10])


def anchored(found: Recurrence, due: date) -> Recurrence:
    """A recurrence that names no day, with that of its first due day."""
    if found.on or found.unit not in (*MONTHS, "week"):
        return found
    part = {
        "year": Part("day", due.month, due.day),
        "quarter": Part("day", (due.month - 1) % 3 + 1, due.day),
        "half": Part("day", (due.month - 1) % 6 + 1, due.day),
        "month": Part("day", 0, due.day),
        "week": Part("weekday", 0, due.weekday()),
    }[found.unit]
    return Recurrence(found.unit, found.every, found.times, (part,), found.before, found.at_least, found.written)


def dates(found: Recurrence, start: date, first: date, last: date) -> list[date]:
    """The due days from `first` to `last`, in order, for a duty that was laid down on `start`: none lies before it."""
    first = max(first, start)
    if first > last or found.unit in ("always", "day"):
        return []
    days = _weeks(found, start, first, last) if found.unit == "week" else _months(found, start, first, last)
    return sorted({day for day in days if first <= day <= last})


def first(found: Recurrence, start: date, final: date = date.max) -> date | None:
    """The first due day, not after `final`; None when there is none."""
    reach = 14 * found.every if found.unit == "week" else 62 * MONTHS.get(found.unit, 1) * found.every
    while start <= final:
        horizon = min(final, start + timedelta(days=reach))
        if days := dates(found, start, start, horizon):
            return days[0]
        if horizon == final or reach > _FAR:
            return None
        reach *= 2
    return None


def _weeks(found: Recurrence, start: date, first: date, last: date) -> list[date]:
    step = 7 * found.every
    monday = start - timedelta(days=start.weekday())
    at = max(0, (first - monday).days // step - 1)
    days = []
    while (begin := monday + timedelta(days=at * step)) <= last:
        for part in found.on or (Part("weekday", 0, 6),):
            days.append(begin + timedelta(days=step - 7 + part.day))
        at += 1
    return days


def _months(found: Recurrence, start: date, first: date, last: date) -> list[date]:
    size = MONTHS[found.unit]
    step = size * found.every
    base = (start.year * 12 + start.month - 1) // size * size
    at = max(0, (first.year * 12 + first.month - 1 - base) // step - 1)
    days = []
    while (begin := base + at * step) <= last.year * 12 + last.month - 1:
        final = begin + step - size  # the last of the periods taken together
        for part in found.on or (Part("", size),):
            days += _day(final, size, part)
        at += 1
    return days


def _day(period: int, size: int, part: Part) -> list[date]:
    year, month = divmod(period + (part.month or size) - 1, 12)
    if not 1 <= year <= 9999:
        return []
    longest = monthrange(year, month + 1)[1]
    if part.kind == "day" and size == 12 and part.day > longest:
        return []  # 29 February
    return [date(year, month + 1, min(part.day, longest) if part.day else longest)]


def rule(found: Recurrence, until: date | None = None) -> str:
    """The RRULE of a recurrence with at most one part; '' when it has no days. DTSTART must be the first of its `dates`."""
    if found.unit in ("always", "day"):
        return ""
    part = found.on[0] if found.on else None
    if found.unit == "week":
        words = ["FREQ=WEEKLY", f"INTERVAL={found.every}", f"BYDAY={_WEEK[part.day if part else 6]}", "WKST=MO"]
    elif found.unit == "year":
        month, day = (part.month, part.day) if part else (12, 0)
        words = ["FREQ=YEARLY", f"INTERVAL={found.every}", f"BYMONTH={month}", f"BYMONTHDAY={day or -1}"]
    else:
        words = ["FREQ=MONTHLY", f"INTERVAL={MONTHS[found.unit] * found.every}", *_in_month(part.day if part else 0)]
    words = [word for word in words if word != "INTERVAL=1"]
    return ";".join(words + ([f"UNTIL={until:%Y%m%d}"] if until else []))


def _in_month(day: int) -> list[str]:
    """By RFC 5545 the 31st does not exist in April; a report asked for on the 31st is due on the 30th there."""
    if day in (0, 31):
        return ["BYMONTHDAY=-1"]
    if day > 28:
        return [f"BYMONTHDAY={','.join(map(str, range(28, day + 1)))}", "BYSETPOS=-1"]
    return [f"BYMONTHDAY={day}"]
