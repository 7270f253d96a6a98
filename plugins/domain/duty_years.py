"""Which year is meant where a document prints a day without one: “trước ngày 15/11”.

The headings that the line stands under are asked first, nearest first, then the subject (trích yếu), then the day of the document. Only a
year that is named alone counts (“năm 2026”, “tháng 9/2026”, not “2026 – 2030”), and only if the day does not lie before the document
itself: nothing can be due before it was ordered. Where no year fits, the one after the document's is meant."""

import re
from bisect import bisect_right

from plugins.domain import duty_phrases
from plugins.domain.dates import Moment
from plugins.domain.duty_pieces import Phrase
from plugins.domain.frozen import dataclass
from plugins.domain.outline import parse
from plugins.domain.patterns import late

_YEAR = late(r"(?:\bnăm|\btháng\s?\d{1,2}\s?/|\bquý\s?(?:I{1,3}|IV|[1-4])\s?/)\s?(?:20|19)\d\d(?!\d)", re.IGNORECASE)
_ANY = late(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = late(r"\d\s?[/.-]\s?\d{1,2}(?!\d)")
_HEADING = late(r"(#{1,6})[ \t]+(?=\S)")
_LONGEST = 160  # letters of a heading
_DEEPER = 10  # items hang below headings of Markdown
HEADING, SUBJECT, DAY, NEXT = "heading", "subject", "day", "next"


@dataclass(frozen=True)
class Years:
    """The years that a text knows: `above` as (line, years of the headings that its lines stand under, nearest first), `subject`, and
    `written`, the day of the document, as far as it is known."""

    above: tuple[tuple[int, tuple[int, ...]], ...] = ()
    subject: int | None = None
    written: Moment | None = None

    def at(self, line: int) -> list[tuple[int, str]]:
        """The years that may be meant on a line (from 1), the likeliest first, each with the place that names it."""
        at = bisect_right(self.above, (line, (9999,)))
        found = [(year, HEADING) for year in (self.above[at - 1][1] if at else ())]
        found += [(self.subject, SUBJECT)] if self.subject else []
        if self.written:
            day = int(self.written.iso[:4])
            found += [(day, DAY), (day + 1, NEXT)]
        return found

    def fits(self, phrase: Phrase) -> bool:
        """Whether the day of a phrase is known, and does not lie before the document."""
        if not self.written or not phrase.due:
            return bool(phrase.due)
        exact = min(len(phrase.due.iso), len(self.written.iso[:10]))
        return phrase.due.iso[:exact] >= self.written.iso[:exact]


def of(text: str, subject: str = "", written: Moment | None = None) -> Years:
    """What the headings of a document's text, its subject and its day tell."""
    rows = [(item.line, _DEEPER + item.level, _named_by(item.text)) for item in parse(text) if item.anchor]
    for line, words in enumerate(text.split("\n"), 1):
        if found := _HEADING.match(words):
            rows.append((line, len(found[1]), _named_by(words)))
    above, open_ = [], []
    for line, level, year in sorted(rows, key=lambda row: row[:2]):
        while open_ and open_[-1][0] >= level:
            open_.pop()
        open_.append((level, year))
        above.append((line, tuple(year for _level, year in reversed(open_) if year)))
    return Years(tuple(above), year_of(subject), written)


def year_of(text: str) -> int | None:
    """The one year that a text names; none where it names several."""
    years = set(_ANY.findall(text))
    return int(next(iter(years))) if len(years) == 1 and _YEAR.search(text) else None


def phrases(text: str, start: int, end: int, line: int, years: Years) -> list[tuple[Phrase, str]]:
    """The phrases of one sentence (see `duty_phrases.find`), each with the place that its year was taken from: '' where it is printed
    with the day, or not known."""
    found = [(phrase, "") for phrase in duty_phrases.find(text, start, end, None)]
    for year, place in years.at(line):
        if all(phrase.year for phrase, _place in found):
            break
        known = {(phrase.start, phrase.end): phrase for phrase in duty_phrases.find(text, start, end, year)}
        for at, (phrase, _place) in enumerate(found):
            dated = known.get((phrase.start, phrase.end))
            if not phrase.year and dated and years.fits(dated):
                found[at] = dated, place
    return found


def _named_by(text: str) -> int | None:
    """The year that a heading names: a short line, and none that asks for something by a day."""
    line = text.split("\n", 1)[0]
    return year_of(line) if len(line) <= _LONGEST and not _DAY.search(line) else None
