"""Weekdays printed beside a full date: the grammar of both, and where they stand in a text.

Whether a weekday fits its date is judged in `dates`."""

import re
from collections.abc import Iterator

from plugins.domain.patterns import late
from plugins.domain.text import align, ordinary, original_span

WEEKDAY = r"(?:thứ (?:hai|ba|tư|bốn|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)"
NUMERIC = r"(?P<d>\d{1,2}) ?(?P<s>[/.-]) ?(?P<m>\d{1,2}) ?(?P=s) ?(?P<y>\d{4,6})(?!\d)"
WORDED = r"(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?: ?, ?| năm | )(?P<y>\d{4,6})(?!\d)"

_OTHER = WORDED.replace("?P<", "?P<_")  # names of its own, to stand beside the numeric one in one pattern
_DATE = rf"(?:{NUMERIC}|{_OTHER})"
_DAY_FIRST = late(rf"(?P<w>(?<!\w){WEEKDAY})(?: ?[,(-] ?| )(?:ngày )?{_DATE}", re.IGNORECASE)
_DAY_LAST = late(rf"(?<![\d/.-]){_DATE} ?\( ?(?P<w>{WEEKDAY})(?!\w)", re.IGNORECASE)
_ORDINAL_BEFORE = late(r"(?:lần|khóa|khoá|kỳ|kì|đợt|năm|ngày|buổi|số|lớp) $", re.IGNORECASE)

# Where the two may begin to be read: patterns that open with one sign are sought quickly.
_DAY = late(r"[tTcC][hH][ứỨủỦ] ")
_BRACKET = late(r"\( ?[tTcC][hH][ứỨủỦ] ")
_BEFORE, _AFTER = 30, 20  # characters: more than a date, more than a weekday in its bracket

# In an ordinary text, all in lower case and not aligned yet: what every weekday beside a date shows.
# Each opens with the same signs in all that it finds: such a pattern is sought quickly.
_THEN = r"(?:[ \n]*+[,(-])?[ \n]*+(?:ngày[ \n]++)?\d"
_IN_BYTES = (*(word.encode() for word in ("thứ", "thỨ", "nhật", "nhẬt")), b"\xcc", b"\xcd")  # the last two: a loose mark
_HINTS = (
    late(rf"thứ[ \n]++(?:hai|ba|tư|bốn|năm|sáu|bảy|bẩy|[2-7]){_THEN}"),
    late(rf"chủ[ \n]++nhật{_THEN}"),
    late(r"\([ \n]*+(?:thứ|chủ)[ \n]"),
)


def possible(data: bytes) -> bool:
    """Whether a text that is an ordinary one in NFC, by its bytes in UTF-8, holds a word of weekdays: a quick look."""
    data = data.lower()  # of the letters of ASCII
    return any(word in data for word in _IN_BYTES)


def named_days(text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Every weekday beside a full date: start and end in `text`, and the match with `w` the weekday and the date in d, m, y
    (figures) or _d, _m, _y (words). An ordinal (“lần thứ năm”) is passed over. Linear in the text."""
    if ordinary(text):
        lower = text.lower()
        if ("thứ" not in lower and "nhật" not in lower) or not any(hint.search(lower) for hint in _HINTS):
            return
    clean, offsets = align(text)
    for match in _day_first(clean):
        if not _ORDINAL_BEFORE.search(clean, max(0, match.start() - 6), match.start()):
            yield *original_span(text, offsets, *match.span()), match
    for match in _day_last(clean):
        yield *original_span(text, offsets, *match.span()), match


def _day_first(clean: str) -> Iterator[re.Match[str]]:
    """“Thứ Năm, ngày 5/3/2026”."""
    done = 0
    for day in _DAY.finditer(clean):
        if day.start() >= done and (match := _DAY_FIRST.match(clean, day.start())):
            done = match.end()
            yield match


def _day_last(clean: str) -> Iterator[re.Match[str]]:
    """“5/3/2026 (thứ năm)”."""
    done = 0
    for bracket in _BRACKET.finditer(clean):
        at = bracket.start()
        match = _DAY_LAST.search(clean, max(done, at - _BEFORE), at + _AFTER)
        if match and match.start() < at < match.end():
            done = match.end()
            yield match
