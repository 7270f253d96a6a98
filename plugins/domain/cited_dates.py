"""The date printed with a citation: right after it, or after its quoted title.

Dates that stand alone are read in `dates`."""

import re
from collections.abc import Mapping

from plugins.domain import dates
from plugins.domain.patterns import late
from plugins.domain.symbols import YEARS

_DATE = (
    r"(?:(?P<d>\d{1,2}) ?(?P<s>[/.-]) ?(?P<m>\d{1,2}) ?(?P=s) ?(?P<y>\d{4,6})"
    r"|(?P<dd>\d{1,2}) tháng (?P<mm>\d{1,2})(?: ?, ?| năm | )(?P<yy>\d{4,6}))(?!\d)"
)
_OTHER_DATE = _DATE.replace("(?P<", "(?P<b").replace("(?P=s)", "(?P=bs)")  # the same with names of its own
DATE_NEXT = late(rf" ?[,(]? ?ngày ?:? ?(?P<date>{_DATE})", re.IGNORECASE)
_QUOTES = '“”„"«»\n'
_DATE_LATER = late(
    rf"(?: [^{_QUOTES}\d;.:(,]{{0,150}})?[“„\"«][^{_QUOTES}]{{1,400}}[”“\"»](?P<comma> ?,)?"
    rf" ?(?:ban hành |ký )?ngày (?P<date>{_DATE})(?P<after> ?,)?"
    rf"| của [^{_QUOTES}\d;.:(,]{{2,60}} ngày (?P<date2>{_OTHER_DATE})",
    re.IGNORECASE,
)


def _iso(parts: Mapping[str, str | None], prefix: str = "") -> str | None:
    day, month, year = (int(parts[prefix + n] or parts[prefix + n * 2] or 0) for n in "dmy")
    if year not in YEARS:
        return None
    try:
        return dates.read(f"{day}/{month}/{year}").iso
    except ValueError:
        return None


def date_after(clean: str, end: int) -> tuple[int, str | None, str | None]:
    """The date printed after a citation: where the citation ends with it, ISO, and as written."""
    if match := DATE_NEXT.match(clean, end):
        stop = match.end()
        if "(" in clean[end : match.start("date")] and clean[stop : stop + 1] == ")":
            stop += 1
        return stop, _iso(match.groupdict()), match["date"]
    match = _DATE_LATER.match(clean, end, min(len(clean), end + 700))
    if match and not (match["comma"] and match["after"]):  # “…”, ngày D, … tells when something happened
        if match["date"]:
            return end, _iso(match.groupdict()), match["date"]
        return end, _iso(match.groupdict(), "b"), match["date2"]
    return end, None, None
