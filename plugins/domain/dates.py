"""Days and hours: reading what editors and old pages write, printing what readers see. The zone is always +07:00.

Nothing here asks the clock or the locale: weekdays come from our own table. No due dates of duties."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from plugins.domain.named_days import NUMERIC, WEEKDAY, WORDED, named_days
from plugins.domain.patterns import late

ZONE = timezone(timedelta(hours=7))
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
YEARS = range(1000, 3000)  # outside, a year is a slip of the finger

_DAY_WORDS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "bốn": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "bẩy": 5, "7": 5, "nhật": 6,
}  # fmt: skip
_TIME = r"(?P<h>\d{1,2}) ?(?:[:hg]|giờ) ?(?P<n>\d{2})(?::(?P<c>\d{2}))?(?: phút)?(?: ?(?P<half>SA|CH|AM|PM)\b)?"
_GMT = r"(?: ?\(?(?:GMT|UTC) ?\+ ?0?7(?::00)?\)?)?"
_GAP = r"(?: ?[,|–-] ?| )"

_ISO = late(
    r"(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2})"
    r"(?:[T ](?P<h>\d{2}):(?P<n>\d{2})(?::(?P<c>\d{2})(?:\.\d{1,9})?)? ?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
_PRINTED = tuple(
    late(pattern, re.IGNORECASE)
    for day in (NUMERIC, WORDED)
    for pattern in (
        rf"(?:{WEEKDAY}{_GAP})?(?:ngày )?{day}(?:{_GAP}(?:lúc )?{_TIME}{_GMT})?",
        rf"(?:lúc )?{_TIME}{_GMT}{_GAP}(?:{WEEKDAY}{_GAP})?(?:ngày )?{day}",
    )
)
_MONTH = late(r"tháng (?P<m>\d{1,2})(?: ?[/-] ?| năm | )(?P<y>\d{4,6})", re.IGNORECASE)
_YEAR = late(r"năm (?P<y>\d{4,6})", re.IGNORECASE)
_LOOSE = (
    (late(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"), "{0}-{1:0>2}-{2:0>2}"),
    (late(r"(\d{1,2})[-/.](\d{4})"), "{1}-{0:0>2}"),
    (late(r"(\d{4})[-/.](\d{1,2})"), "{0}-{1:0>2}"),
)


@dataclass(frozen=True, order=True)
class Moment:
    """A day, or less or more than a day. `iso` sorts by time; `precision` is year, month, day, minute or second.

    `iso` is as long as the precision: `2025`, `2025-03`, `2025-03-05`, `2025-03-05T14:30+07:00`, `2025-03-05T14:30:10+07:00`."""

    iso: str
    precision: str

    def __str__(self) -> str:
        return self.iso


class WeekdayConflict(NamedTuple):
    """A weekday in a text that does not fit the date beside it: text[start:end] holds both, `date` is ISO."""

    start: int
    end: int
    written: str
    right: str
    date: str


def _tidy(s: str) -> str:
    return " ".join(unicodedata.normalize("NFC", s).split())


def _moment(s: str, found: dict[str, str | None]) -> Moment:
    year = int(found["y"] or 0)
    if year not in YEARS:
        raise ValueError(f"năm {found['y']} trong “{s[:60]}” không thể có")
    if not found.get("m"):
        return Moment(f"{year:04}", "year")
    month = int(found["m"])
    if not found.get("d"):
        if not 1 <= month <= 12:
            raise ValueError(f"tháng {month} trong “{s[:60]}” không có trong năm")
        return Moment(f"{year:04}-{month:02}", "month")
    try:
        day = date(year, month, int(found["d"]))
    except ValueError:
        raise ValueError(f"ngày “{s[:60]}” không có trong lịch") from None
    if not found.get("h"):
        return Moment(day.isoformat(), "day")
    hour, half = int(found["h"]), (found.get("half") or "").upper()
    if half in ("SA", "AM") and hour == 12:
        hour = 0
    elif half in ("CH", "PM") and hour < 12:
        hour += 12
    elif half in ("SA", "AM") and hour > 12:
        hour = 99
    try:
        at = datetime(year, month, day.day, hour, int(found["n"]), int(found.get("c") or 0), tzinfo=ZONE)
    except ValueError:
        raise ValueError(f"giờ trong “{s[:60]}” không thể có") from None
    zone = found.get("zone")
    if zone:
        hours, minutes = (0, 0) if zone == "Z" else (int(zone[1:3]), int(zone[-2:]))
        if hours > 14 or minutes > 59:
            raise ValueError(f"múi giờ {zone} trong “{s[:60]}” không thể có")
        away = timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
        at = (at.replace(tzinfo=timezone(away))).astimezone(ZONE)
        if at.year not in YEARS:
            raise ValueError(f"năm của “{s[:60]}” không thể có")
    precision = "second" if found.get("c") else "minute"
    return Moment(at.isoformat(timespec=f"{precision}s"), precision)


@lru_cache(maxsize=4096)
def read(s: str) -> Moment:
    """The moment that a text names: ISO as in metadata, or a form printed on real pages (`22/10/2018 8:52:00 SA`).

    Day before month, always. Without zone it is +07:00, another zone is converted; a weekday is passed over. Raises
    ValueError, in Vietnamese, for what cannot be read or is in no calendar."""
    tidy = _tidy(s)
    if len(tidy) <= 80:
        for pattern in (_ISO, *_PRINTED, _MONTH, _YEAR):
            if match := pattern.fullmatch(tidy):
                return _moment(tidy, match.groupdict())
        if match := re.fullmatch(r"(\d{5,6})(?:-\d{1,2}){0,2}", tidy):
            raise ValueError(f"năm {match[1]} trong “{tidy}” không thể có")
    raise ValueError(f"không đọc được ngày “{tidy[:60]}”, hãy viết như 2025-03-05 hoặc 2025-03-05 14:30")


def is_iso(s: str) -> bool:
    """Whether a text is a possible date in the form that metadata asks for."""
    try:
        read(s)
    except ValueError:
        return False
    return bool(_ISO.fullmatch(_tidy(s)))


def suggest_iso(s: str) -> str | None:
    """The ISO form of a date written another way (`05/03/2025` → `2025-03-05`, `03/2025` → `2025-03`), or None.

    Minutes are written as metadata writes them: `2018-10-22 08:52`."""
    tidy = _tidy(s)
    if is_iso(tidy):
        return None
    loose = [form.format(*m.groups()) for pattern, form in _LOOSE if (m := pattern.fullmatch(tidy))]
    for candidate in (tidy, *loose):
        try:
            return read(candidate).iso.replace("T", " ").removesuffix("+07:00")
        except ValueError:
            continue
    return None


def moment(d: "Moment | date | datetime | str") -> Moment:
    """Whatever names a moment, as a Moment. A datetime at midnight is a day; one without zone is in +07:00."""
    if isinstance(d, Moment):
        return d
    if isinstance(d, datetime):
        at = d.replace(tzinfo=ZONE) if d.tzinfo is None else d.astimezone(ZONE)
        if not (at.hour or at.minute or at.second):
            return Moment(at.date().isoformat(), "day")
        precision = "second" if at.second else "minute"
        return Moment(at.isoformat(timespec=f"{precision}s"), precision)
    return Moment(d.isoformat(), "day") if isinstance(d, date) else read(d)


def as_datetime(d: "Moment | date | datetime | str") -> datetime:
    """The aware datetime at which the moment begins, in +07:00 (a day: 00:00; a month: its first day)."""
    iso = moment(d).iso
    if "T" in iso:
        return datetime.fromisoformat(iso)
    return datetime.fromisoformat(f"{iso}-01-01"[:10]).replace(tzinfo=ZONE)


def short(d: "Moment | date | datetime | str") -> str:
    """The day in figures: `09/11/2022`; of a month `11/2022`, of a year `2022`."""
    return _short(d if isinstance(d, str) else moment(d).iso)


@lru_cache(maxsize=4096)
def _short(written: str) -> str:
    return "/".join(reversed(read(written).iso[:10].split("-")))


def weekday(d: "Moment | date | datetime | str") -> str:
    """The weekday, `Thứ Hai` … `Chủ Nhật`. Raises ValueError for a month or a year."""
    m = moment(d)
    if m.precision in ("year", "month"):
        raise ValueError(f"“{m.iso}” không nói rõ ngày nên không có thứ")
    return WEEKDAYS[date.fromisoformat(m.iso[:10]).weekday()]


@lru_cache(maxsize=4096)
def long(d: "Moment | date | datetime | str") -> str:
    """The moment for readers: `Thứ Tư, 09/11/2022`, with its hour `…, 14:30`; a month is `tháng 11/2022`, a year `năm 2022`."""
    m = moment(d)
    if m.precision == "year":
        return f"năm {m.iso}"
    if m.precision == "month":
        return f"tháng {short(m)}"
    hour = f", {m.iso[11:16]}" if m.precision in ("minute", "second") else ""
    return f"{weekday(m)}, {short(m)}{hour}"


def rfc3339(d: "Moment | date | datetime | str") -> str:
    """The moment as RFC 3339 (JSON Feed, sitemap, JSON-LD): `2022-11-09T00:00:00+07:00`."""
    iso = moment(d).iso
    return as_datetime(d).isoformat(timespec="seconds") if "T" in iso else f"{f'{iso}-01-01'[:10]}T00:00:00+07:00"


def weekday_conflicts(text: str) -> list[WeekdayConflict]:
    """Every place of a text where the weekday does not fit the full date beside it, in order.

    An ordinal (“lần thứ năm”), a date without year and an impossible date are passed over."""
    found = []
    for start, end, match in named_days(text):
        parts = match.groupdict()
        try:
            day = _moment(match.group(), {name: parts[name] or parts[f"_{name}"] for name in "dmy"})
        except ValueError:
            continue
        right = weekday(day)
        if WEEKDAYS[_DAY_WORDS[match["w"].split()[-1].lower()]] != right:
            found.append(WeekdayConflict(start, end, match["w"], right, day.iso))
    return sorted(found)
