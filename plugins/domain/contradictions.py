"""What cannot be right in the citations of one page: reported, never repaired (`citations` finds them).

Whether a cited document exists in the archive is asked elsewhere."""

from collections.abc import Iterable, Mapping

from plugins.domain import dates
from plugins.domain.citations import Citation
from plugins.domain.frozen import dataclass
from plugins.domain.symbols import TYPES, YEARS, table_of


@dataclass(frozen=True)
class Contradiction:
    """A citation that cannot be right as it stands. `kind`: type | date | impossible | later.

    `written` is what the text says, `expected` what it is held against, `other` the citation that says so."""

    kind: str
    citation: Citation
    written: str
    expected: str
    other: Citation | None = None

    @property
    def message(self) -> str:
        """The doubt as a Vietnamese sentence for editors."""
        raw = " ".join(self.citation.raw.split())
        return {
            "type": f"“{raw}”: viết là “{self.written}” nhưng ký hiệu là của “{self.expected}”",
            "date": f"“{raw}”: ghi ngày {self.written}, chỗ khác trong bài ghi ngày {self.expected}",
            "impossible": f"“{raw}”: {self.written} không thể có",
            "later": f"“{raw}”: ngày {self.written} sau ngày của bài này ({self.expected})",
        }[self.kind]


def contradictions(citations: Iterable[Citation], types: Mapping[str, str] = TYPES, on: str | None = None) -> list[Contradiction]:
    """What cannot be right in the citations of one page, in their order; nothing is repaired.

    A type word against its code; one number and symbol with two dates; an impossible year or date; with `on`
    (the ISO day of the page) a date after it."""
    table = table_of(types)
    first_dated: dict[str, Citation] = {}
    result = []
    for c in citations:
        if c.symbol and c.type_written and (name := table.against(c.symbol, c.type_written)):
            result.append(Contradiction("type", c, c.type_written, name))
        if c.year and int(c.year) not in YEARS:
            result.append(Contradiction("impossible", c, f"năm {c.year}", ""))
        if not c.date:
            if c.date_written:
                result.append(Contradiction("impossible", c, f"ngày {c.date_written}", ""))
            continue
        if c.symbol or c.alias:
            earlier = first_dated.setdefault(c.alias or c.key, c)
            if earlier.date != c.date:
                result.append(Contradiction("date", c, dates.short(c.date), dates.short(earlier.date), earlier))
        if on and c.date > on[:10]:
            result.append(Contradiction("later", c, dates.short(c.date), dates.short(on), None))
    return result
