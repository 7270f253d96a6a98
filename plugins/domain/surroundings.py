"""Which document of this site a printed number means: a number is no identity, so day, organ and place must settle it.

What then becomes of it (an edge, an open question) is the matter of `relations`."""

from collections.abc import Set
from typing import NamedTuple

from plugins.domain import citations
from plugins.domain.bearers import NONE, Bearers, Some, around, home_of, reach, upward
from plugins.domain.citations import Citation
from plugins.domain.naming import heard
from plugins.domain.records import Document, Model, News, Record
from plugins.domain.words import Words


class Standpoint(NamedTuple):
    """From where a record cites: the organs whose numbers are known there, and the ISO day on which it was written."""

    reach: Set[str]
    day: str


def standpoint(record: Record, words: Words) -> Standpoint:
    """From where a record cites; one for all that it cites."""
    written = getattr(record, "modified", None) or record.date
    return Standpoint(reach(home(record, words), words), written.iso[:10] if written else "")


def fitting(here: Standpoint, citation: Citation, world, sentence: str = "", day: str | None = None) -> Some:
    """The documents of the `world` (see relations.World) that a citation may mean; one when it is settled.

    `sentence` is what it stands in, `day` the ISO day that another place of the text gives for the same number."""
    bearers = bearing(citation, world)
    if not bearers:
        return NONE
    found = bearers.group(citation.year or "", citation.date or day or "")
    if found.exact and len(found.documents) == 1:
        return found.documents  # whoever is named, and from wherever
    near, settled = found.near(here.reach)
    if not settled and sentence and (named := heard(sentence, world.words)):
        near = found.named(named) or near
    if not near and found.exact:
        near = found.documents
    return near.there(here.day) if len(near) > 1 and here.day else near


def bearing(citation: Citation, world) -> Bearers:
    """The documents that bear the printed number of a citation, wherever they come from."""
    found = world.numbered(citation.key)
    return found if found or not citation.year else world.numbered(citations.key(citation.number, None, citation.symbol))


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
