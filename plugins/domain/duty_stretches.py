"""Stretches and lists of times in a running text: “từ tháng 3 đến tháng 5/2026”, “Quý I, III hằng năm”, “Hằng tháng, quý, năm”.

Single days and rhythms are in `duty_phrases`, which asks here first: what is said together is read together."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator

from plugins.domain.dates import Moment
from plugins.domain.duty_pieces import AND, BLANK, EVERY, LATEST, MAYBE, Phrase, as_rhythm, one_day
from plugins.domain.patterns import late
from plugins.domain.recurrence import ROMAN

_G, _O = BLANK, MAYBE
_MONTH, _QUARTER, _DAY = r"(?:1[0-2]|0?[1-9])(?!\d|\.\d)", r"(?:IV|I{1,3}|[1-4])(?!\w|\.\d)", r"\d{1,2}(?!\d|\.\d)"
_DATE = rf"(?:ngày{_G})?\d{{1,2}}(?:{_O}[/.]{_O}|{_G}tháng{_G})\d{{1,2}}(?![\d/])"
_TO = rf"(?:{_O}[-–—]{_O}|{_G}đến{_G}(?:hết{_G})?(?:cuối{_G})?)"
_YEARLY, _MONTHLY = rf"{_O},?{_O}{EVERY}{_G}năm\b", rf"{_G}(?:của{_G})?{EVERY}{_G}tháng\b"


def _year(name: str) -> str:
    return rf"(?:{_O}/{_O}|{_G}năm{_G})(?P<{name}>\d{{4}})(?!\d)"


def _stretch(word: str, one: str) -> str:
    """Two months or quarters of which the second ends the time: in full words after “từ” or “trong”, else with a year."""
    return (
        rf"(?P<lead>(?:từ|trong|vào|thời{_G}gian:){_G}(?:đầu{_G})?)?{word}{_G}(?P<a>{one})(?:{_year('ay')})?"
        rf"{_TO}(?P<again>{word}{_G})?(?P<b>{one})(?:{_year('by')}|(?P<every>{_YEARLY}))?"
    )


def _list(word: str, one: str, most: int) -> str:
    """Several months or quarters of one year, or of every year."""
    several = rf"{word}{_G}{one}(?:{AND}(?:{word}{_G})?{one}){{1,{most}}}"
    return rf"(?:(?:trong|vào){_G})?(?:các{_G})?{several}(?:{_year('y')}|(?P<every>{_YEARLY}))"


_AFTER = rf"(?!{_G}(?:học|lễ|hội|thanh{_G}niên|cuối|đầu|giữa|nay|này|sau|tới|trước|qua|thứ|\d|[IVX]+\b))"  # “năm học”, “quý I”: no rhythm
_UNIT = rf"(?:(?:6|sáu){_G}tháng|nửa{_G}năm|ngày|tuần|tháng|quý|năm)\b{_AFTER}"
_SLASH = rf"(?:{AND}|{_O}/{_O})"
_MEMBER = late(rf"(?:{EVERY}{_G})?(?P<unit>{_UNIT})", re.IGNORECASE)
_NUMBER = late(rf"(?:(?:tháng|quý){_G})?(?P<n>\d{{1,2}}|IV|I{{1,3}})", re.IGNORECASE)
_TAIL = late(
    rf"{_O}[,(]?{_O}(?:{LATEST}{_G})?(?:vào{_G})?(?:{_DATE}(?:{AND}{_DATE}){{0,3}}|tháng{_G}{_MONTH}(?:{AND}(?:tháng{_G})?{_MONTH}){{0,11}}"
    rf"|quý{_G}{_QUARTER}(?:{AND}(?:quý{_G})?{_QUARTER}){{0,3}}|ngày{_G}{_DAY}(?:{_G}tháng{_G}(?:đầu|giữa|cuối){_G}quý)?"
    rf"|(?:thứ{_G}(?:hai|ba|tư|năm|sáu|bảy)|chủ{_G}nhật))(?!{_O}/|{_G}(?:năm{_G})?\d)(?:{_O}\))?",
    re.IGNORECASE,
)
# Each pattern with a piece that stands in all that it finds, in lower case.
_PATTERNS = tuple(
    (name, needle, late(pattern, re.IGNORECASE))
    for name, needle, pattern in (
        ("months", "tháng", _stretch("tháng", _MONTH)),
        ("quarters", "quý", _stretch("quý", _QUARTER)),
        ("years", "từ", rf"từ{_G}năm{_G}(?P<a>\d{{4}}){_TO}(?:năm{_G})?(?P<b>\d{{4}})(?!\d)"),
        ("rhythm", "năm", rf"từ{_G}{_DATE}{_TO}{_DATE}{_YEARLY}"),
        ("rhythm", "tháng", rf"từ{_G}ngày{_G}{_DAY}{_TO}(?:ngày{_G})?{_DAY}{_MONTHLY}"),
        ("rhythm", "năm", rf"(?:{LATEST}{_G})?(?:vào{_G})?{_DATE}(?:{AND}{_DATE}){{1,5}}{_YEARLY}"),
        ("rhythm", "tháng", rf"(?:{LATEST}{_G})?(?:vào{_G})?(?:các{_G})?ngày{_G}{_DAY}(?:{AND}(?:ngày{_G})?{_DAY}){{1,3}}{_MONTHLY}"),
        ("month-list", "tháng", _list("tháng", _MONTH, 11)),
        ("quarter-list", "quý", _list("quý", _QUARTER, 3)),
        ("units", "", rf"(?:(?:{EVERY}|định{_G}kỳ){_G}|(?<=báo cáo )){_UNIT}(?:{_SLASH}(?:{EVERY}{_G})?{_UNIT}){{1,4}}"),
    )
)  # fmt: skip


def find(text: str, start: int, end: int, year: int | None, lower: str) -> list[Phrase]:
    """The stretches and lists of one sentence, text[start:end], none within another; `lower` is the sentence in lower case."""
    found: list[Phrase] = []
    for name, needle, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end) if needle in lower else ():
            for phrase in _READ[name](match, year):
                if not any(phrase.start < other.end and other.start < phrase.end for other in found):
                    found.append(phrase)
    return found


def widened(match: re.Match) -> Phrase | None:
    """A rhythm with the days or months that are named behind it: “2 lần/năm (tháng 6 và tháng 12)”; None where there are none."""
    tail = _TAIL.match(match.string, match.end(), match.endpos)
    found = as_rhythm(match.group() + tail.group()) if tail else None
    return Phrase("time", match.start(), tail.end(), recurrence=found) if found else None


def _rhythm(match: re.Match, year: int | None) -> Iterator[Phrase]:
    if found := as_rhythm(match.group()):
        yield Phrase("time", *match.span(), recurrence=found)


def _months(match: re.Match, year: int | None, size: int = 1) -> Iterator[Phrase]:
    """From one month or quarter to another; where one year is told it is that of the second."""
    words = match.groupdict()
    if words["every"]:
        yield from _rhythm(match, year)
        return
    if not (words["lead"] and words["again"] or words["ay"] or words["by"]):
        return
    first, last = (_number(words[name]) * size for name in "ab")
    known = int(words["by"]) if words["by"] else None
    opened = int(words["ay"]) if words["ay"] else None
    if not known:
        known = opened or year
        known = known + (first > last) if known else None
    if not known:
        yield Phrase("time", *match.span(), year=False)
        return
    opened = opened or known - (first > last)
    if 1900 <= opened <= known < 2200 and (opened, first) < (known, last):
        yield Phrase("time", *match.span(), due=_end(known, last, size), begin=one_day("1", str(first - size + 1), opened))


def _end(year: int, month: int, size: int) -> Moment | None:
    """The end of a time: a month as such, the last day of a quarter."""
    return Moment(f"{year}-{month:02}", "month") if size == 1 else one_day(str(monthrange(year, month)[1]), str(month), year)


def _list_of(size: int) -> Callable[[re.Match, int | None], Iterator[Phrase]]:
    def read(match: re.Match, year: int | None) -> Iterator[Phrase]:
        if match["every"]:
            yield from _rhythm(match, year)
            return
        known = int(match["y"])
        for at, one in enumerate(_NUMBER.finditer(match.string, match.start(), match.start("y")) if 1900 <= known < 2200 else ()):
            begin = match.start() if not at else one.start()
            yield Phrase("time", begin, one.end(), due=_end(known, _number(one["n"]) * size, size), lead=match.start())

    return read


def _years(match: re.Match, year: int | None) -> Iterator[Phrase]:
    if 1900 <= int(match["a"]) < int(match["b"]) < 2200:
        yield Phrase("time", *match.span(), due=Moment(match["b"], "year"), begin=one_day("1", "1", int(match["a"])))


def _units(match: re.Match, year: int | None) -> Iterator[Phrase]:
    """A rhythm for each unit of a list; the first one takes the word before it along."""
    for at, one in enumerate(_MEMBER.finditer(match.string, match.start(), match.end())):
        if found := as_rhythm(f"hằng {one['unit'].lower()}"):
            yield Phrase("time", one.start() if at else match.start(), one.end(), recurrence=found, lead=match.start())


def _number(word: str) -> int:
    return int(word) if word.isdigit() else ROMAN.index(word.upper())


_READ = {
    "months": _months, "quarters": lambda match, year: _months(match, year, 3), "years": _years, "rhythm": _rhythm,
    "month-list": _list_of(1), "quarter-list": _list_of(3), "units": _units,
}  # fmt: skip
