"""Which document of this site a printed number means: a number is no identity, so day, organ and place must settle it.

What then becomes of it (an edge, an open question) is the matter of `relations`."""

from plugins.domain import citations
from plugins.domain.citations import Citation
from plugins.domain.records import Document, Model, News, Record
from plugins.domain.words import Words


def fitting(record: Record, citation: Citation, world) -> list[Document]:
    """The documents of the `world` (see relations.World) that a citation in `record` may mean; one when it is settled."""
    found = list(
        world.numbered(citations.key(citation.number, citation.year, citation.symbol))
        or world.numbered(citations.key(citation.number, None, citation.symbol))
    )
    if citation.year:
        found = [d for d in found if not d.date or d.date.iso[:4] == citation.year]
    if citation.date:
        same_day = [d for d in found if d.date and d.date.iso[:10] == citation.date]
        found = same_day or [d for d in found if not d.date or d.date.iso[:4] == citation.date[:4]]
    near = [d for d in found if _central(d, world.words) or _of(record, world.words) & _home(d, world.words)]
    if citation.date and not near:
        near = [d for d in found if d.date and d.date.iso[:10] == citation.date]
    return near


def _central(document: Document, words: Words) -> bool:
    entry = words.entry("organs", document.organ)
    return entry is not None and entry.level == "central"


def _home(document: Document, words: Words) -> set[str]:
    return {document.organ} | _around(document.organ, words)


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
