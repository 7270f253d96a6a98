"""Which document of this site a printed number means: a number is no identity, so day, organ and place must settle it.

What then becomes of it (an edge, an open question) is the matter of `relations`."""

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from typing import NamedTuple

from plugins.domain import citations
from plugins.domain.citations import Citation
from plugins.domain.records import Document, Model, News, Record
from plugins.domain.text import fold
from plugins.domain.words import Words


class Organ(NamedTuple):
    """An organ as citations see it: whether it is of the central level; itself and the places that it works in; how it and its place may
    be named in a running text, in search form between blanks, longest first."""

    central: bool
    home: frozenset[str]
    names: tuple[str, ...]

    def named(self, sentence: str) -> int:
        """The length of the longest of its names in a sentence in search form; 0 when it is not named."""
        return next((len(name) for name in self.names if name in sentence), 0)


def fitting(record: Record, citation: Citation, world, around: str = "", day: str | None = None) -> list[Document]:
    """The documents of the `world` (see relations.World) that a citation in `record` may mean; one when it is settled.

    `around` is the sentence that it stands in, `day` the ISO day that another place of the text gives for the same number."""
    found, day = bearing(citation, world), citation.date or day
    if not found:
        return []
    if citation.year:
        found = _of_year(found, citation.year)
    if day:
        found = _of_day(found, day) or _of_year(found, day[:4])
    if not found:
        return []
    words, home = world.words, _of(record, world.words)
    organs = {organ: _organ(organ, words) for organ in {d.organ for d in found}}
    near_by = {key for key, organ in organs.items() if organ.central or not organ.home.isdisjoint(home)}
    near = [d for d in found if d.organ in near_by]
    settled = len(near) == len(found) and len(organs) == 1
    if not settled:  # else the sentence can name nobody else
        near = _named(found, organs, around) or near
    if day and not near:
        near = _of_day(found, day)
    return _earlier(near, record) or near


def _of_day(found: list[Document], day: str) -> list[Document]:
    return [d for d in found if d.date and d.date.iso[:10] == day]


def _of_year(found: list[Document], year: str) -> list[Document]:
    """Those of a year, and those without a day."""
    return [d for d in found if not d.date or d.date.iso[:4] == year]


def bearing(citation: Citation, world) -> list[Document]:
    """The documents that bear the printed number of a citation, wherever they come from."""
    return list(
        world.numbered(citations.key(citation.number, citation.year, citation.symbol))
        or world.numbered(citations.key(citation.number, None, citation.symbol))
    )


def _earlier(found: list[Document], record: Record) -> list[Document]:
    """Of several documents, those that were there when the record was written."""
    written = getattr(record, "modified", None) or getattr(record, "date", None)
    if len(found) < 2 or not written:
        return found
    return [d for d in found if not d.date or d.date.iso[:10] <= written.iso[:10]]


def _named(found: list[Document], organs: Mapping[str, Organ], around: str) -> list[Document]:
    """The documents whose organ, or its place, is named in a sentence: by the longest name that stands there."""
    if not around:
        return []
    sentence = f" {_folded(around)} "
    lengths = {key: length for key, organ in organs.items() if (length := organ.named(sentence))}
    longest = max(lengths.values(), default=0)
    return [d for d in found if lengths.get(d.organ) == longest] if longest else []


_folded = lru_cache(maxsize=64)(fold)  # several citations of one sentence are asked for in a row


def _all_names(organ: str, words: Words) -> Iterator[str]:
    entry = words.entry("organs", organ)
    place = words.entry("places", entry.place) if entry else None
    for one in filter(None, (entry, place)):
        for name in (one.name, one.full_name, *one.aliases):
            if (folded := fold(name)).count(" ") > 1 or (one is place and " " in folded):
                yield folded


def _organ(organ: str, words: Words) -> Organ:
    """What is asked of an organ again and again."""
    known = words.derived.get(("organ", organ))
    if known is None:
        entry = words.entry("organs", organ)
        names = sorted({f" {name} " for name in _all_names(organ, words)}, key=lambda name: (-len(name), name))
        home = frozenset({organ} | _around(organ, words))
        known = words.derived["organ", organ] = Organ(entry is not None and entry.level == "central", home, tuple(names))
    return known


def _home(document: Document, words: Words) -> frozenset[str]:
    return _organ(document.organ, words).home


def _around(organ: str, words: Words) -> set[str]:
    """The places that an organ works in, up to the province."""
    entry = words.entry("organs", organ)
    return _upward(entry.place, words) if entry else set()


def _upward(place: str, words: Words) -> set[str]:
    """A place and all that hold it."""
    places: set[str] = set()
    while place and place not in places:
        places.add(place)
        above = words.entry("places", place)
        place = above.parent if above else ""
    return places


def _of(record: Record, words: Words) -> Set[str]:
    """Organs and places that a record speaks of."""
    match record:
        case Document():
            return _home(record, words)
        case Model():
            return {record.unit} | _upward(record.place, words) | _around(record.unit, words)
        case News():
            around = (_around(unit, words) for unit in record.units)
            return set(record.units).union(*around, *(_upward(place, words) for place in record.places))
    return set()
