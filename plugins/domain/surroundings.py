"""Which document of this site a printed number means: a number is no identity, so day, organ and place must settle it.

What then becomes of it (an edge, an open question) is the matter of `relations`."""

from collections.abc import Set

from plugins.domain import citations
from plugins.domain.bearers import Bearers, Some, around, home_of, upward
from plugins.domain.citations import Citation
from plugins.domain.naming import heard
from plugins.domain.records import Document, Model, News, Record
from plugins.domain.words import Words


def fitting(record: Record, citation: Citation, world, sentence: str = "", day: str | None = None) -> Some:
    """The documents of the `world` (see relations.World) that a citation in `record` may mean; one when it is settled.

    `sentence` is what it stands in, `day` the ISO day that another place of the text gives for the same number."""
    bearers = bearing(citation, world)
    if not bearers:
        return ()
    day, year = citation.date or day or "", citation.year or ""
    exact = bearers.of_day(day) if day and day.startswith(year) else ()
    if len(exact) == 1:
        return exact  # whoever is named, and from wherever
    found = bearers.group(year, day if exact or year else day[:4])
    near = found.near(home(record, world.words), world.words)
    settled = len(near) == len(found.documents) and len(found.by_organ) == 1
    if not settled and sentence and (named := heard(sentence, world.words)):  # else the sentence can name nobody else
        near = found.named(named) or near
    near = near or exact
    return near if len(near) < 2 else _earlier(near, record) or near


def bearing(citation: Citation, world) -> Bearers:
    """The documents that bear the printed number of a citation, wherever they come from."""
    found = world.numbered(citation.key)
    return found if found or not citation.year else world.numbered(citations.key(citation.number, None, citation.symbol))


def _earlier(found: Some, record: Record) -> Some:
    """Of several documents, those that were there when the record was written."""
    written = getattr(record, "modified", None) or record.date
    if not written:
        return found
    day = written.iso[:10]
    return tuple([d for d in found if not d.date or d.date.iso[:10] <= day])


def home(record: Record, words: Words) -> Set[str]:
    """Organs and places that a record speaks of."""
    match record:
        case Document():
            return home_of(record.organ, words)
        case Model():
            return _home((record.unit,), (record.place,), words)
        case News():
            return _home(record.units, record.places, words)
    return frozenset()


def _home(organs: tuple[str, ...], places: tuple[str, ...], words: Words) -> Set[str]:
    """Some organs and places with all that they lie in; worked out once."""
    known = words.derived.get(("home", organs, places))
    if known is None:
        wider = (*(around(key, words) for key in organs), *(upward(place, words) for place in places))
        known = words.derived["home", organs, places] = frozenset(organs).union(*wider)
    return known
