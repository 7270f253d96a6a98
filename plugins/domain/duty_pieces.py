"""Of what the phrases of a time are made: the words between which they stand, days, rhythms, and what a phrase comes to."""

import contextlib
import re
from datetime import date

from plugins.domain import recurrence
from plugins.domain.dates import Moment
from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.recurrence import Recurrence

BLANK = r"[\s*_]{1,6}"  # between words: blanks, and the marks of bold print
MAYBE = r"[\s*_]{0,6}"
EVERY = r"(?:hằng|hàng|mỗi|từng)"
AND = rf"(?:{MAYBE}[,;&]{MAYBE}(?:và{BLANK})?|{BLANK}(?:và|hoặc){BLANK})"

LATEST = (
    rf"(?:(?:chậm|muộn){BLANK}nhất(?:{BLANK}là)?(?:{BLANK}(?:vào|trước|đến))?|trước|hạn{BLANK}(?:chót|cuối)(?:{BLANK}là)?|thời{BLANK}hạn(?:{BLANK}là)?"
    rf"|từ{BLANK}nay{BLANK}đến(?:{BLANK}hết)?|đến{BLANK}hết|hết(?={BLANK}ngày)|hoàn{BLANK}thành{BLANK}trong)"
)


@dataclass(frozen=True)
class Phrase:
    """One phrase, text[start:end]. `kind` time | figure; of a time: `due`, `begin`, `recurrence`; of a figure: `value`, `unit`, `at_least`.

    `year` tells that a day was found with its year, or that its reader knew it; `lead` is where the list begins of which it is a member."""

    kind: str
    start: int
    end: int
    due: Moment | None = None
    begin: Moment | None = None
    recurrence: Recurrence | None = None
    value: int | float | None = None
    unit: str = ""
    at_least: bool = False
    year: bool = True
    lead: int = -1


def one_day(number: str, month: str, year: int | None) -> Moment | None:
    """A day, or none where there is no such day."""
    try:
        return Moment(date(year, int(month), int(number)).isoformat(), "day") if year and 1900 <= year < 2200 else None
    except ValueError:
        return None


EXTRA = late(r"[\s*_]+")
_DEED = late(r"(?<=\d )(?:hoạt động|cuộc|buổi|kỳ|lượt)(?= ?/| (?:trên|mỗi|một) )|(?<=tháng )sinh hoạt(?=/| /)", re.IGNORECASE)
_OTHER = late(
    r"(?:(?:hạn (?:chót|cuối)|thời hạn)(?: là)?|đến hết|hoàn thành trong|(?:chậm|muộn) nhất(?: là)?(?: vào| trước| đến)?)\s", re.IGNORECASE
)


def as_rhythm(raw: str) -> Recurrence | None:
    """The recurrence that a phrase names, or none."""
    plain = EXTRA.sub(" ", raw).strip()
    plain = _DEED.sub(lambda found: "" if found[0].lower() == "sinh hoạt" else "lần", plain)
    plain = plain.replace("tháng /", "tháng/")
    for words in (plain, _OTHER.sub("trước ", plain)):  # as it is printed, if that can be read
        with contextlib.suppress(ValueError):
            return recurrence.read(words)
    return None
