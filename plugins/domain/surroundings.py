"""Which document of this site a printed number means: a number is no identity, so day, organ and place must settle it.

What then becomes of it (an edge, an open question) is the matter of `relations`."""

from collections.abc import Iterator

from plugins.domain import citations
from plugins.domain.citations import Citation
from plugins.domain.records import Document, Model, News, Record
from plugins.domain.text import fold
from plugins.domain.words import Words


def fitting(record: Record, citation: Citation, world, around: str = "", day: str | None = None) -> list[Document]:
    """The documents of the `world` (see relations.World) that a citation in `record` may mean; one when it is settled.

    `around` is the sentence that it stands in, `day` the ISO day that another place of the text gives for the same number."""
    found, day = bearing(citation, world), citation.date or day
    if not found:
        return []
    if citation.year:
        found = [d for d in found if not d.date or d.date.iso[:4] == citation.year]
    if day:
        same_day = [d for d in found if d.date and d.date.iso[:10] == day]
        found = same_day or [d for d in found if not d.date or d.date.iso[:4] == day[:4]]
    home = _of(record, world.words) if found else set()
    near = [d for d in found if _central(d, world.words) or home & _home(d, world.words)]
    if len(found) != 1 or not near:  # else the sentence can name nobody else
        near = _named(found, around, world.words) or near
    if day and not near:
        near = [d for d in found if d.date and d.date.iso[:10] == day]
    return _earlier(near, record) or near


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


def _named(found: list[Document], around: str, words: Words) -> list[Document]:
    """The documents whose organ, or its place, is named in a sentence: by the longest name that stands there."""
    if not found or not around:
        return []
    sentence = f" {fold(around)} "
    lengths = [next((len(name) for name in _names(d.organ, words) if f" {name} " in sentence), 0) for d in found]
    longest = max(lengths)
    return [d for d, length in zip(found, lengths, strict=True) if length == longest] if longest else []


def _names(organ: str, words: Words) -> list[str]:
    """How an organ and its place may be named in a running text, in search form, longest first; common words alone name nobody."""
    known = words.derived.get(("names", organ))
    if known is None:
        known = words.derived["names", organ] = sorted(_all_names(organ, words), key=lambda name: (-len(name), name))
    return known


def _all_names(organ: str, words: Words) -> Iterator[str]:
    entry = words.entry("organs", organ)
    place = words.entry("places", entry.place) if entry else None
    for one in filter(None, (entry, place)):
        for name in (one.name, one.full_name, *one.aliases):
            if (folded := fold(name)).count(" ") > 1 or (one is place and " " in folded):
                yield folded


def _central(document: Document, words: Words) -> bool:
    entry = words.entry("organs", document.organ)
    return entry is not None and entry.level == "central"


def _home(document: Document, words: Words) -> set[str]:
    known = words.derived.get(("home", document.organ))
    if known is None:
        known = words.derived["home", document.organ] = {document.organ} | _around(document.organ, words)
    return known


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


def _of(record: Record, words: Words) -> set[str]:
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
