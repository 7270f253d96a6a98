"""The agenda: on which lists a document stands by its duties and targets, and what falls due of it in a month.

Lists (see `Library.list`): `duty` all documents with duties, also by `duty-level`, `duty-organ`, `duty-month` (the month of the
document); `due` by month, `2026-08` or `2026-08/commune`; `recurs` by month of the year, `08` or `08/commune`; `standing` what goes on
always, by level; `target` all documents with targets, also by `target-level`, `target-year`."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from plugins.context.calendar import day as day_of
from plugins.domain import occurrences
from plugins.domain.frozen import dataclass
from plugins.domain.parts import Duty, Target
from plugins.domain.patterns import late
from plugins.domain.records import Document
from plugins.domain.recurrence import Recurrence

MONTHS_AHEAD = 18  # recurring duties are told so many months from that of the newest document with a duty
_YEAR = late(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ENDED = ("expired", "replaced")


@dataclass(frozen=True)
class Entry:
    """A duty that falls due on `day`; `named` tells that this very day was asked for, else it is the end of a period. `weekly`: so often
    that a day says nothing."""

    day: date
    duty: Duty
    number: int
    named: bool
    weekly: bool = False


def lists(record: Document) -> set[tuple[str, str]]:
    """The lists on which a document stands by its duties and targets: (kind, key)."""
    found: set[tuple[str, str]] = set()
    if record.duties:
        found |= {("duty", ""), ("duty-organ", record.organ), ("duty-month", day_of(record)[:7])}
        found |= {("duty-level", level) for duty in record.duties for level in duty.level}
    for duty in record.duties:
        for key in _months(record, duty):
            kind = "recurs" if len(key) == 2 else "due" if key else "standing"
            found |= {(kind, key), *((kind, f"{key}/{level}" if key else level) for level in duty.level)}
    if record.targets:
        found |= {("target", "")} | {("target-level", level) for target in record.targets for level in target.level}
        found |= {("target-year", year(target, record)) for target in record.targets}
    return found


def _months(record: Document, duty: Duty) -> Iterator[str]:
    """The months of a duty as parts of list keys: ``2026-08`` once, ``08`` every year; '' for what has none."""
    rhythm = duty.recurrence
    if not rhythm:
        yield occurrences.last_day(duty.due).isoformat()[:7] if duty.due else ""
    elif rhythm.unit in ("always", "day"):
        yield ""
    elif last(duty, ended(record, "")) <= (begun := start(record, duty)):
        return
    elif rhythm.unit in ("week", "month"):
        yield from (f"{month:02}" for month in range(1, 13))
    else:
        whole = date(begun.year + 1, 1, 1)
        ahead = occurrences.dates(rhythm_of(duty), begun, begun, date(whole.year + rhythm.every, 12, 31))
        yield from sorted({f"{found.month:02}" for found in ahead})


def first_month(record: Document, duty: Duty, ended_on: str) -> str:
    """The month (``2026-08``) whose page tells a duty first; '' when it has no day, or none in the months that surely have a page."""
    if not duty.recurrence:
        return occurrences.last_day(duty.due).isoformat()[:7] if duty.due else ""
    issued = day_of(record)[:7]
    if len(issued) < 7:
        return ""
    year_, month_ = map(int, add(issued, MONTHS_AHEAD).split("-"))
    final = min(date(year_, month_, 1) - timedelta(days=1), last(duty, ended_on))
    begun, first = start(record, duty), date.fromisoformat(f"{issued}-01")
    days = [day for one in rhythm_of(duty).each() for day in occurrences.dates(one, begun, first, final)[:1]]
    return min(days).isoformat()[:7] if days else ""


def start(record: Document, duty: Duty) -> date:
    """The day from which a recurring duty counts: its first due day, else that of the document."""
    if duty.due:
        return occurrences.last_day(duty.due)
    begun = (duty.begin.iso if duty.begin else day_of(record))[:10]
    return date.fromisoformat(f"{begun}-01-01"[:10]) if begun else date(2000, 1, 1)


def rhythm_of(duty: Duty) -> Recurrence:
    """The recurrence of a duty, on the days that its first due day names."""
    return occurrences.anchored(duty.recurrence, occurrences.last_day(duty.due)) if duty.due else duty.recurrence


def year(target: Target, record: Document) -> str:
    """The year in which the time of a target ends: the last one that it names, else that of the document."""
    named = _YEAR.findall(target.period)
    return max(named) if named else day_of(record)[:4] or "khac"


def last(duty: Duty, ended: str) -> date:
    """The last day on which a recurring duty may fall due; `ended` (ISO or '') is the day on which its document lost its force."""
    days = [ended] if ended else []
    days += [duty.until.iso[:10]] if duty.until else []
    return date.fromisoformat(min(days)) if days else date.max


def ended(record: Document, replaced_on: str) -> str:
    """The day (ISO) on which a document lost its force, '' while it has it; `replaced_on` is that of the document that replaced it."""
    days = [found for found in (record.expires.iso[:10] if record.expires else "", replaced_on) if found]
    return min(days) if days else day_of(record)[:10].ljust(10, "0")[:10] if record.status in _ENDED and day_of(record)[9:] else ""


def entries(record: Document, month: str, ended_on: str) -> Iterator[Entry]:
    """What falls due of a document in a month (``2026-08``), in the order of its duties."""
    year_, month_ = map(int, month.split("-"))
    first, final = date(year_, month_, 1), date(year_, month_, monthrange(year_, month_)[1])
    for number, duty in enumerate(record.duties):
        if duty.recurrence:
            weekly = duty.recurrence.unit == "week"
            for one in rhythm_of(duty).each():
                found = occurrences.dates(one, start(record, duty), first, min(final, last(duty, ended_on)))
                named = bool(one.on) and one.on[0].kind in ("day", "weekday")
                yield from (Entry(day, duty, number, named, weekly) for day in (found[:1] if weekly else found))
        elif duty.due and first <= (day := occurrences.last_day(duty.due)) <= final:
            yield Entry(day, duty, number, duty.due.precision not in ("month", "year"))


def add(month: str, count: int) -> str:
    """The month so many months after another one."""
    year_, at = divmod(int(month[:4]) * 12 + int(month[5:7]) - 1 + count, 12)
    return f"{year_:04}-{at + 1:02}"
