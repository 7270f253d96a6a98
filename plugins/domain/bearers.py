"""The documents that bear one printed number, arranged by day, year and organ: texts ask for the same few again and again.

Which of them a citation means is settled in `surroundings`; here lives only what can be told without the text."""

from collections.abc import Iterable, Mapping, Set

from plugins.domain.records import Document
from plugins.domain.words import Words

Some = tuple[Document, ...]  # documents of one number, by their keys


class Group:
    """Some documents of one number, and their organs."""

    __slots__ = ("documents", "by_organ", "_near")

    def __init__(self, documents: Some):
        self.documents, self._near = documents, {}
        self.by_organ: Mapping[str, Some] = _parted((document.organ, document) for document in documents)

    def near(self, home: Set[str], words: Words) -> Some:
        """Those of central organs, and of organs that have to do with a `home` (organs and places)."""
        found = self._near.get(home)
        if found is None:
            organs = _reached(home, words)
            found = self._near[home] = tuple([d for d in self.documents if d.organ in organs])
        return found

    def named(self, organs: Mapping[str, int]) -> Some:
        """Those whose organ is named by the longest of the names that were heard (organ → length of its name)."""
        lengths = {organ: organs[organ] for organ in organs.keys() & self.by_organ.keys()}
        if len(lengths) < 2:
            return self.by_organ[next(iter(lengths))] if lengths else ()
        longest = max(lengths.values())
        return tuple([d for d in self.documents if lengths.get(d.organ) == longest])


class Bearers(tuple[Document, ...]):
    """All documents of one printed number, by their keys. What is asked of them is kept: make new ones when one of them changes."""

    def __new__(cls, documents: Iterable[Document] = ()):
        made = super().__new__(cls, documents)
        made._groups, made._by_day = {}, None
        return made

    def of_day(self, day: str) -> Some:
        """Those of an ISO day."""
        if self._by_day is None:
            self._by_day = _parted((d.date.iso[:10], d) for d in self if d.date)
        return self._by_day.get(day, ())

    def group(self, year: str, day: str) -> Group:
        """Those that a citation may mean by the year in its number and the day (ISO) beside it, '' where there is none. A day that
        nobody bears tells at least the year; what has no day itself may always be meant."""
        found = self._groups.get((year, day))
        if found is None:
            exact = self.of_day(day) if day.startswith(year) else ()
            if not exact and day and year not in ("", day[:4]):
                some = tuple(d for d in self if not d.date)
            else:
                only = year or day[:4]
                some = exact or (tuple(d for d in self if not d.date or d.date.iso[:4] == only) if only else tuple(self))
            found = self._groups[year, day] = Group(some)
        return found


NOBODY = Bearers()


def _parted(some: Iterable[tuple[str, Document]]) -> Mapping[str, Some]:
    """Documents by what is told of each."""
    found: dict[str, list[Document]] = {}
    for name, document in some:
        found.setdefault(name, []).append(document)
    return {name: tuple(documents) for name, documents in found.items()}


def _reached(home: Set[str], words: Words) -> Set[str]:
    """All organs of the central level, whose numbers the whole country knows, and those that work where a `home` is."""
    known = words.derived.get(("reached", home))
    if known is None:
        organs = words.lists.get("organs", ())
        known = home.union(e.key for e in organs if e.level == "central" or not home_of(e.key, words).isdisjoint(home))
        words.derived["reached", home] = known
    return known


def home_of(organ: str, words: Words) -> frozenset[str]:
    """An organ and the places that it works in; worked out once."""
    known = words.derived.get(("home", organ))
    if known is None:
        known = words.derived["home", organ] = frozenset({organ} | around(organ, words))
    return known


def around(organ: str, words: Words) -> set[str]:
    """The places that an organ works in, up to the province."""
    entry = words.entry("organs", organ)
    return upward(entry.place, words) if entry else set()


def upward(place: str, words: Words) -> set[str]:
    """A place and all that hold it."""
    places: set[str] = set()
    while place and place not in places:
        places.add(place)
        above = words.entry("places", place)
        place = above.parent if above else ""
    return places
