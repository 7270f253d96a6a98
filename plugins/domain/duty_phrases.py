"""The phrases by which a running text sets a time or a figure: “trước ngày 5/11 hằng năm”, “ít nhất 01 lớp”, “18 – 29/3”.

Each pattern is tried once over a sentence, without repeats within repeats. What a sentence asks for is put together in `duties`."""

import re
from calendar import monthrange
from collections.abc import Iterator

from plugins.domain import duty_stretches, numbers
from plugins.domain.dates import Moment
from plugins.domain.duty_pieces import BLANK, EVERY, EXTRA, LATEST, MAYBE, Phrase, as_rhythm, one_day
from plugins.domain.patterns import late
from plugins.domain.recurrence import ROMAN

_G, _O, _EVERY, _LATEST = BLANK, MAYBE, EVERY, LATEST
_UNIT = r"(?:ngày|tuần|tháng|quý|năm)"
_N = r"(?:\d{1,3}|một|hai|ba|bốn|năm|sáu)"
_DAY = rf"(?P<d>\d{{1,2}})(?:{_O}[/.-]{_O}|{_G}tháng{_G})(?P<m>\d{{1,2}})(?:(?:{_O}[/.-]{_O}|{_G}năm{_G})(?P<y>\d{{4}}))?(?![\d/])"
_HOUR = rf"(?:\d{{1,2}}{_O}(?:giờ|h|g){_O}(?:\d{{2}}{_O}(?:phút)?)?{_O},?{_G}?)?(?:(?:thứ{_G}[^\W\d_]{{2,4}}|chủ{_G}nhật){_O},?{_G})?"
_NEEDLES = {
    "monthly": "tháng", "ofquarter": "quý", "yearly": "năm", "quarter": "quý", "month": "tháng", "times": "", "timed": "lần", "per": "lần",
    "weekday": "tuần", "always": "xuyên", "by": "năm", "upwards": "trở", "share": "%",
}  # fmt: skip
# Each pattern with a piece that stands in all that it finds, in lower case: most sentences hold few of them.
_PATTERNS = tuple(
    (name, _NEEDLES.get(name, ""), late(pattern, re.IGNORECASE))
    for name, pattern in (
        ("span", rf"(?:từ{_G})?(?:ngày{_G})?(?P<a>\d{{1,2}})(?:{_O}[/.]{_O}(?P<am>\d{{1,2}})(?:{_O}[/.]{_O}(?P<ay>\d{{4}}))?)?"
                 rf"{_O}(?:[-–—]|đến(?:{_G}(?:hết{_G})?ngày)?){_O}{_DAY}"),
        ("latest", rf"{_LATEST}(?:{_G}hết)?{_G}{_HOUR}(?:ngày{_G})?{_DAY}(?:{_O},?{_O}{_EVERY}{_G}(?P<every>năm))?"),
        ("monthly", rf"(?:{_LATEST}{_G})?(?:vào{_G})?ngày{_G}(?:mùng{_G}|mồng{_G})?(?P<d>\d{{1,2}})(?![\d/.-])"
                    rf"(?:{_G}(?:của{_G})?{_EVERY}{_G}tháng)"),
        ("ofquarter", rf"(?:{_LATEST}{_G})?ngày{_G}\d{{1,2}}{_G}(?:của{_G})?tháng{_G}(?:đầu|giữa|cuối){_G}(?:{_EVERY}{_G})?quý"),
        ("yearly", rf"(?:ngày{_G})?\d{{1,2}}{_O}/{_O}\d{{1,2}}{_G}{_EVERY}{_G}năm"),
        ("quarter", rf"quý{_G}(?P<q>I{{1,3}}|IV|[1-4])(?![\w])(?:{_O}(?:{_EVERY}{_G}(?P<every>năm)|(?:/|năm{_G}){_O}(?P<y>\d{{4}})))?"),
        ("month", rf"(?:trong|vào|{_LATEST}){_G}tháng{_G}(?P<m>\d{{1,2}})(?![\d.])"
                  rf"(?:{_O}(?:{_EVERY}{_G}(?P<every>năm)|(?:/|năm{_G}){_O}(?P<y>\d{{4}})))?"),
        ("times", rf"(?:(?:ít{_G}nhất|tối{_G}thiểu){_G})?{_N}{_G}(?:lần|hoạt{_G}động|cuộc|buổi|kỳ|lượt){_O}"
                  rf"(?:/|trên|mỗi|một){_O}(?:\d{{1,2}}{_G})?{_UNIT}\b"),
        ("timed", rf"{_EVERY}{_G}{_UNIT}{_G}(?:(?:ít{_G}nhất|tối{_G}thiểu){_G})?{_N}{_G}lần\b"),
        ("per", rf"(?:{_EVERY}{_G})?(?:{_N}{_G})?{_UNIT}(?:{_O}/{_O}(?:\d{{1,2}}{_G})?|{_G}(?:một|0?1){_G})lần\b"
                rf"|{_N}{_G}tháng{_G}sinh{_G}hoạt{_O}/{_O}lần\b"),
        ("weekday", rf"(?:thứ{_G}(?:hai|ba|tư|năm|sáu|bảy)|chủ{_G}nhật){_G}{_EVERY}{_G}tuần\b"),
        ("every", rf"(?:hằng|hàng){_G}{_UNIT}\b"),
        ("always", rf"thường{_G}xuyên\b"),
        ("by", rf"(?:đến|hết|trước){_G}(?:hết{_G}|cuối{_G})?năm{_G}(?P<y>\d{{4}})(?!\d)"),
        ("least", rf"(?:ít{_G}nhất|tối{_G}thiểu|không{_G}dưới|đạt{_G}(?:từ{_G})?|(?<!\w)trên{_G}){_G}?"
                  rf"(?:là{_G})?(?P<n>\d[\d.]*(?:,\d+)?)(?P<rest>[^\d]|$)"),
        ("upwards", rf"từ{_G}(?P<n>\d[\d.]*(?:,\d+)?)(?P<rest>[^\d,;.]{{0,60}}?){_G}trở{_G}lên"),
        ("share", r"(?<![\d/.,])(?P<n>\d[\d.]{0,8}(?:,\d{1,3})?)(?P<rest>\s?%)"),
    )
)  # fmt: skip
_RHYTHMS = tuple(("wide", needle, pattern) for name, needle, pattern in _PATTERNS if name in ("times", "timed", "per", "every"))
_ROMANS = {name: n for n, name in enumerate(ROMAN)}
_UNITS = late(
    r"[\s*_]{0,6}(%|[^\W\d_]+(?:[\s*_]{1,6}(?:sinh hoạt|động|trình|huấn|việc|hình|viên|đoàn|cơ sở|niên|hội"
    r"|chuyên đề|tập huấn|bồi dưỡng|kiểm tra))?)",
    re.IGNORECASE,
)
_NO_UNIT = {"trở", "của", "cho", "và", "là", "trong", "mỗi", "đến", "các", "với", "so", "được", "đã", "thì", "hoặc", "về", "có"}
FIGURES = ("least", "upwards", "share")


def find(text: str, start: int, end: int, year: int | None) -> list[Phrase]:
    """The phrases of one sentence, text[start:end], in order, none within another; `year` is meant where none is written."""
    lower = text[start:end].lower()
    found = duty_stretches.find(text, start, end, year, lower)
    for name, needle, pattern in (*_RHYTHMS, *_PATTERNS):
        for match in pattern.finditer(text, start, end) if needle in lower else ():
            phrase = duty_stretches.widened(match) if name == "wide" else _read(name, match, text[start:end], year)
            if phrase and not any(phrase.start < other.end and other.start < phrase.end for other in found):
                found.append(phrase)
    return sorted(found, key=lambda phrase: phrase.start)


def _read(name: str, match: re.Match, sentence: str, year: int | None) -> Phrase | None:
    words = match.groupdict()
    at = match.start(), match.end()
    if name in FIGURES:
        return _figure(name, match)
    if name == "span":
        return _span(words, at, year)
    if words.get("every") or name in ("monthly", "ofquarter", "yearly", "times", "timed", "per", "weekday", "every", "always"):
        found = as_rhythm(match.group())
        return Phrase("time", *at, recurrence=found) if found else None
    known = int(words["y"]) if words.get("y") else year
    match name:
        case "latest":
            due = one_day(words["d"], words["m"], known)
            return Phrase("time", *at, due=due, year=bool(known)) if due or (not known and one_day(words["d"], words["m"], 2024)) else None
        case "quarter":
            if not words["y"] and not re.search(r"\b(?:trong|trước|vào|hết)[\s*_]{1,6}\Z", sentence[: match.start() - match.pos]):
                return None
            month = 3 * (_ROMANS.get(words["q"].upper()) or int(words["q"]) if words["q"].upper() in _ROMANS or words["q"].isdigit() else 0)
            due = one_day(str(monthrange(known, month)[1]), str(month), known) if known and month else None
            return Phrase("time", *at, due=due, year=bool(known)) if month else None
        case "month":
            month = int(words["m"])
            if not 1 <= month <= 12 or (known and not 1000 <= known < 3000):
                return None
            return Phrase("time", *at, due=Moment(f"{known}-{month:02}", "month") if known else None, year=bool(known))
        case "by":
            return Phrase("time", *at, due=Moment(words["y"], "year")) if 1900 <= int(words["y"]) < 2200 else None
    return None


def _span(words: dict, at: tuple[int, int], year: int | None) -> Phrase | None:
    known = int(words["y"]) if words["y"] else year
    due = one_day(words["d"], words["m"], known or 2024)
    begin = one_day(words["a"], words["am"] or words["m"], int(words["ay"]) if words["ay"] else known or 2024)
    if not due or not begin or begin.iso > due.iso or int(due.iso[:4]) - int(begin.iso[:4]) > 1:
        return None
    return Phrase("time", *at, due=due if known else None, begin=begin if known else None, year=bool(known))


def _figure(name: str, match: re.Match) -> Phrase | None:
    raw = match["n"].rstrip(".,")
    try:
        value = numbers.read_number(raw)
    except ValueError:
        return None
    if len(raw) > 9:
        return None
    end = match.end("n") - (len(match["n"]) - len(raw)) if name == "least" else match.end()
    unit = _UNITS.match(match.string, match.end("n"), match.endpos)
    word = EXTRA.sub(" ", unit[1]) if unit and unit[1].lower().split()[0] not in _NO_UNIT else ""
    if unit and word and name == "least":
        end = unit.end()
    if name == "least" and match.group().lower().startswith(("đạt", "trên")) and not word:
        return None
    return Phrase("figure", match.start(), end, value=value, unit=word, at_least=name != "share")


def spread(phrases: list[Phrase]) -> Iterator[tuple[Phrase | None, Phrase | None]]:
    """Which time belongs to which figure of a sentence: a figure takes the one time there is; else each stands for itself."""
    times, figures = ([p for p in phrases if p.kind == kind] for kind in ("time", "figure"))
    if figures:
        fitting = [t for t in times if not (t.recurrence and t.recurrence.unit in ("always", "day"))]
        for figure in figures:
            yield fitting[0] if len(fitting) == 1 else None, figure
        times = [] if len(fitting) == 1 else fitting
    for time in times:
        yield time, None
