"""Documents of other sites of this kind: found by printed number, and taken only where day, organ or level settle whose they are.

A number is no identity: every province writes TĐTN. Copies of what peers publish are read elsewhere."""

from collections.abc import Collection, Iterable, Mapping

from plugins.domain import citations
from plugins.domain.citations import Citation
from plugins.domain.frozen import dataclass
from plugins.domain.hidden import CONTROL
from plugins.domain.patterns import late
from plugins.domain.records import Document, Model, News, Record
from plugins.domain.text import fold
from plugins.domain.words import Words

_FIELDS = 6  # of a row of a copy: number, name, url, organ, level, date
_ADDRESS = late(r"https?://[^\s\\\"<>]+")  # what stands in a copy comes from strangers


@dataclass(frozen=True)
class Elsewhere:
    """A document on another site: `number` as `citations.key` has it, `organ` in words, `date` ISO or '', `site` the peer's name."""

    number: str
    name: str
    url: str
    organ: str
    level: str
    date: str
    site: str


def sound(row: object) -> bool:
    """Whether this is a row of a copy: six texts of an `Elsewhere`, its site left out, without a sign that nobody sees."""
    if not (isinstance(row, list) and len(row) == _FIELDS and all(isinstance(cell, str) and not CONTROL.search(cell) for cell in row)):
        return False
    return _ADDRESS.fullmatch(row[2]) is not None


def lookup(found: Iterable[Elsewhere]) -> Mapping[str, tuple[Elsewhere, ...]]:
    """By printed number, in a stable order."""
    table: dict[str, list[Elsewhere]] = {}
    for one in sorted(found, key=lambda one: (one.number, one.url)):
        table.setdefault(one.number, []).append(one)
    return {number: tuple(some) for number, some in table.items()}


def meant(citation: Citation, table: Mapping[str, tuple[Elsewhere, ...]], organs: Collection[str]) -> Elsewhere | None:
    """The document elsewhere that a citation means: of its very day, or of an organ among `organs` (in search form), or of the central
    level; None when none fits or several do."""
    if not (citation.number and citation.symbol):
        return None
    keys = dict.fromkeys(
        (citations.key(citation.number, citation.year, citation.symbol), citations.key(citation.number, None, citation.symbol))
    )
    found = [one for key in keys for one in table.get(key, ())]
    year = citation.date[:4] if citation.date else citation.year
    found = [one for one in found if not year or not one.date or one.date[:4] == year]
    same_day = [one for one in found if citation.date and one.date[:10] == citation.date]
    found = same_day or [one for one in found if one.level == "central" or fold(one.organ) in organs]
    return found[0] if len(found) == 1 else None


def organs_of(record: Record, words: Words) -> set[str]:
    """All names, in search form, of the organs that a record speaks for or of."""
    match record:
        case Document():
            keys = (record.organ,)
        case News():
            keys = record.units
        case Model():
            keys = (record.unit,)
        case _:
            keys = ()
    entries = filter(None, (words.entry("organs", key) for key in keys))
    return {fold(name) for entry in entries for name in (entry.name, entry.full_name, *entry.aliases) if name}
