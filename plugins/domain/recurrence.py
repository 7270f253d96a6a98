"""How often a duty comes again (“trước ngày 15/11 hằng năm”): read from Vietnamese into a value, and back into words.

The days on which it falls due, and its rule for calendars, are in `occurrences`."""

import re
from dataclasses import replace
from functools import lru_cache

from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.text import normalise

ROMAN = ("", "I", "II", "III", "IV")
DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
EXAMPLES = "hằng tháng; trước ngày 15/11 hằng năm; ngày 25 hằng tháng; 1 lần/tuần; 2 năm/lần; Quý I hằng năm; thường xuyên"
_UNITS = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "nửa năm": "half", "năm": "year"}
_NAMES = {unit: name for name, unit in _UNITS.items()} | {"half": "6 tháng"}
_LONG = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # the most days of each month
_LIMIT = 100  # so many times, so many years
_LONGEST = 120  # letters


@dataclass(frozen=True)
class Part:
    """A day or a stretch within the period. `kind` day | month | quarter | half | weekday; of a year: month 1–12 and day (0: its end);
    of a quarter: month 1–3 (0: its last one) and day; of a month: day; of a week: day 0 (Monday) to 6."""

    kind: str
    month: int = 0
    day: int = 0


@dataclass(frozen=True)
class Recurrence:
    """`times` in every `every`-th `unit` (day | week | month | quarter | half | year | always), on the `on` parts of it, else by its end.

    `before`: the day named is the latest one; `written` is what the editor wrote."""

    unit: str
    every: int = 1
    times: int = 1
    on: tuple[Part, ...] = ()
    before: bool = False
    at_least: bool = False
    written: str = ""

    def __str__(self) -> str:
        return self.written or words(self)

    def each(self) -> tuple["Recurrence", ...]:
        """One recurrence for each day named, in the order of the year."""
        return tuple(replace(self, on=(part,)) for part in self.on) or (self,)


_EVERY = r"(?:hằng|hàng|mỗi|từng|các|định kỳ)"
_UNIT = r"(?P<{0}>ngày|tuần|tháng|quý|nửa năm|năm)\b"
_TO = r" ?(?:–|-|đến)(?: hết)?(?: cuối)? ?"  # only the end of a stretch is a day that something falls due
_COUNT = r"(?P<{0}>\d{{1,3}}|một|hai|ba|bốn|năm|sáu)"
_TOKENS = tuple(
    (name, late(pattern))
    for name, pattern in (
        ("filler", r"(?:[\s,;.()–-]+|(?:định kỳ|thực hiện|vào|trong|là|và|của|lịch|nhất định)\b)"),
        ("always", r"(?:thường xuyên|liên tục)\b"),
        ("before", r"trước\b(?: hết\b)?"),
        ("latest", r"(?:chậm|muộn) nhất\b"),
        ("least", r"(?:ít nhất|tối thiểu)\b"),
        ("times", rf"{_COUNT.format('n')} lần ?(?:/|trên|một|mỗi|trong(?: một)?|hằng|hàng) ?{_COUNT.format('k')}? ?{_UNIT.format('u')}"),
        ("timed", rf"{_EVERY} {_UNIT.format('u')} {_COUNT.format('n')} lần\b"),
        ("per", rf"(?:{_EVERY} )?(?:{_COUNT.format('n')} )?{_UNIT.format('u')}(?: ?/ ?| )(?:một )?(?:\d{{1,2}} )?lần\b"),
        ("half", r"(?:6|sáu) tháng (?P<h>đầu|cuối) năm\b"),
        ("quarters", rf"(?:từ )?quý (?:iv|i{{1,3}}|[1-4]){_TO}(?:quý )?(?P<list>iv|i{{1,3}}|[1-4])\b"),
        ("quarters", r"quý (?P<list>(?:iv|i{1,3}|[1-4])\b(?:(?: ?, ?| và )(?:quý )?(?:iv|i{1,3}|[1-4])\b){0,3})"),
        ("date", rf"từ (?:ngày )?\d{{1,2}} ?(?:/|tháng) ?\d{{1,2}}{_TO}(?:ngày )?"
                 r"(?P<d>\d{1,2}) ?(?:/|tháng) ?(?P<m>\d{1,2})\b(?![ /]*\d)"),
        ("day", rf"từ ngày (?:mùng |mồng )?\d{{1,2}}{_TO}(?:ngày )?(?P<list>\d{{1,2}})\b(?! ?[/\d])"),
        ("month", rf"(?:từ )?tháng \d{{1,2}}{_TO}(?:tháng )?(?P<list>\d{{1,2}})\b(?! ?/)"),
        ("date", r"(?:ngày )?(?P<d>\d{1,2}) ?(?:/|tháng) ?(?P<m>\d{1,2})\b(?![ /]*\d)"),
        ("ofquarter", r"(?:ngày )(?P<d>\d{1,2}) (?:của )?tháng (?P<which>đầu|giữa|cuối) (?:(?:mỗi|hằng|hàng) )?quý\b"),
        ("day", r"ngày (?:mùng |mồng )?(?P<list>\d{1,2}\b(?! ?[/\d])(?:(?: ?, ?| và )(?:ngày )?\d{1,2}\b(?! ?[/\d]| lần| tháng)){0,3})"),
        ("lastday", r"ngày cuối(?: cùng)?\b"),
        ("weekday", r"(?:thứ (?P<w>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ nhật))\b"),
        ("every", rf"{_EVERY} (?:{_COUNT.format('n')} )?{_UNIT.format('u')}"),
        ("month", r"tháng (?P<list>\d{1,2}(?:(?: ?, ?| và )(?:tháng )?\d{1,2}\b(?! tháng)){0,11})\b(?! ?/)"),
    )
)
_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5}
_COUNTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@lru_cache(4096)
def read(text: str) -> Recurrence:
    """The recurrence that a text names. Raises ValueError, in Vietnamese, when any of its words cannot be understood."""
    clean = " ".join(normalise(text).split())
    try:
        return replace(_understood(clean.lower()), written=clean)
    except ValueError:
        raise ValueError(f"không hiểu nhịp lặp lại “{clean[:60]}”") from None


def _understood(clean: str) -> "Recurrence":
    found, at = _Found(), 0
    while at < len(clean):
        for name, pattern in _TOKENS if len(clean) <= _LONGEST else ():
            if match := pattern.match(clean, at):
                found.take(name, match.groupdict())
                at = match.end()
                break
        else:
            raise ValueError
    return found.made()


class _Found:
    """What the words of a recurrence have said so far."""

    def __init__(self):
        self.unit, self.implied, self.every, self.times, self.on = "", "", 1, 1, []
        self.before = self.latest = self.least = False

    def take(self, name: str, words: dict[str, str | None]) -> None:
        """Takes in one token."""
        match name:
            case "before":
                self.before = True
            case "latest":
                self.latest = True
            case "least":
                self.least = True
            case "always":
                self._unit("always")
            case "every" | "per":
                self._unit(_UNITS[words["u"]], _count(words["n"]))
            case "times" | "timed":
                self._unit(_UNITS[words["u"]], _count(words.get("k")))
                self.times = _count(words["n"])
            case "half":
                self.on.append(Part("half", 6 if words["h"] == "đầu" else 12))
            case "quarters":
                self.on += [Part("quarter", 3 * _QUARTERS[q]) for q in re.findall(r"iv|i{1,3}|\d", words["list"])]
            case "month":
                self.on += [Part("month", int(m)) for m in re.findall(r"\d+", words["list"])]
            case "date":
                self.on.append(Part("day", int(words["m"]), int(words["d"])))
            case "ofquarter":
                self.on.append(Part("day", {"đầu": 1, "giữa": 2, "cuối": 3}[words["which"]], int(words["d"])))
                self.implied = "quarter"
            case "day":
                self.on += [Part("day", 0, int(d)) for d in re.findall(r"\d+", words["list"])]
            case "lastday":
                self.on.append(Part("day", 0, 31))
            case "weekday":
                self.on.append(Part("weekday", 0, 6 if words["sunday"] else _WEEKDAYS[words["w"]]))

    def _unit(self, unit: str, every: int = 1) -> None:
        whole = {("month", 3): ("quarter", 1), ("month", 6): ("half", 1), ("month", 12): ("year", 1), ("quarter", 4): ("year", 1)}
        unit, every = whole.get((unit, every), (unit, every))
        if self.unit and (self.unit, self.every) != (unit, every):
            raise ValueError
        self.unit, self.every = unit, every

    def made(self) -> Recurrence:
        """The value, if all that was said fits together. Raises ValueError."""
        self.unit = self.unit or self.implied
        fits = {"year": _in_year, "quarter": _in_quarter, "month": _in_month, "week": lambda part: part.kind == "weekday"}
        allowed = fits.get(self.unit, lambda part: False)
        if not self.unit or not all(map(allowed, self.on)) or not 1 <= self.times <= _LIMIT or not 1 <= self.every <= _LIMIT:
            raise ValueError
        days = bool(self.on) and all(part.kind in ("day", "weekday") for part in self.on)
        if self.before and not days:  # before a month as a whole: before which day?
            raise ValueError
        on = tuple(sorted(set(self.on), key=lambda part: (part.month, part.day or 99, part.kind)))
        return Recurrence(self.unit, self.every, self.times, on, (self.before or self.latest) and days, self.least)


def _count(word: str | None) -> int:
    return _COUNTS.get(word) or int(word) if word else 1


def _in_year(part: Part) -> bool:
    return part.kind in ("day", "month", "quarter", "half") and 1 <= part.month <= 12 and 0 <= part.day <= _LONG[part.month]


def _in_quarter(part: Part) -> bool:
    return part.kind == "day" and 1 <= part.month <= 3 and 1 <= part.day <= 31


def _in_month(part: Part) -> bool:
    return part.kind == "day" and not part.month and 1 <= part.day <= 31


def words(found: Recurrence) -> str:
    """The recurrence in Vietnamese, in a form that `read` takes for the same."""
    if found.unit == "always":
        return "thường xuyên"
    least = "ít nhất " if found.at_least else ""
    name = _NAMES[found.unit]
    if found.times > 1 or (found.at_least and found.every == 1):
        period = f"{least}{found.times} lần/{f'{found.every} ' if found.every > 1 else ''}{name}"
    elif found.every > 1:
        period = f"{least}{found.every} {name}/lần"
    else:
        period = f"{least}hằng {name}"
    if not found.on:
        return period
    parts = " và ".join(_part(part, found) for part in found.on)
    parts = f"{'trước ' if found.before else ''}{parts}"
    text = f"{parts} {period}" if period.startswith("hằng") else f"{period}, {parts}"
    return text[0].upper() + text[1:] if text.startswith("quý") else text


def _part(part: Part, found: Recurrence) -> str:
    match part.kind:
        case "weekday":
            return DAYS[part.day]
        case "quarter":
            return f"quý {ROMAN[part.month // 3]}"
        case "half":
            return f"6 tháng {'đầu' if part.month == 6 else 'cuối'} năm"
        case "month":
            return f"tháng {part.month}"
    if found.unit == "year":
        return f"ngày {part.day}/{part.month}"
    if found.unit == "quarter":
        return f"ngày {part.day} tháng {('đầu', 'giữa', 'cuối')[part.month - 1]} quý"
    return f"ngày {part.day}"
