"""The documents that bear one printed number, arranged by day, year and organ: texts ask for the same few again and again.

Which of them a citation means is settled in `surroundings`; here lives only what can be told without the text."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Set

from plugins.domain.records import Document
from plugins.domain.words import Words


class Some(tuple[Document, ...]):
    """Documents of one number, by their keys. What is asked of them is kept."""

    def __new__(cls, documents: Iterable[Document] = ()):
        made = super().__new__(cls, documents)
        made._keys, made._days, made._there = None, None, {}
        return made

    @property
    def keys(self) -> tuple[str, ...]:
        """Their keys in order."""
        if self._keys is None:
            self._keys = tuple(sorted([document.key for document in self]))
        return self._keys

    def there(self, day: str) -> "Some":
        """Those that were there on an ISO day; all when none was."""
        if self._days is None:
            self._days = sorted([d.date.iso[:10] for d in self if d.date])
        place = bisect_right(self._days, day)
        found = self._there.get(place)
        if found is None:
            found = self._there[place] = Some([d for d in self if not d.date or d.date.iso[:10] <= day]) or self
        return found


NONE = Some()


class Group:
    """Some documents of one number, and their organs. `exact`: they are those of the very day that was told."""

    __slots__ = ("documents", "exact", "_by_organ", "_near")

    def __init__(self, documents: Some, exact: bool):
        self.documents, self.exact, self._near = documents, exact, {}
        self._by_organ: Mapping[str, Some] = _parted((document.organ, document) for document in documents)

    def near(self, reach: Set[str]) -> tuple[Some, bool]:
        """Those of some organs (see `reach`); and whether a sentence could name nobody else: they are all there are, of one organ."""
        found = self._near.get(reach)
        if found is None:
            near = Some([d for d in self.documents if d.organ in reach])
            found = self._near[reach] = near, len(near) == len(self.documents) and len(self._by_organ) == 1
        return found

    def named(self, organs: Mapping[str, int]) -> Some:
        """Those whose organ is named by the longest of the names that were heard (organ → length of its name)."""
        lengths = {organ: organs[organ] for organ in organs.keys() & self._by_organ.keys()}
        if len(lengths) < 2:
            return self._by_organ[next(iter(lengths))] if lengths else NONE
        longest = max(lengths.values())
        return Some([d for d in self.documents if lengths.get(d.organ) == longest])


class Bearers(tuple[Document, ...]):
    """All documents of one printed number, by their keys. What is asked of them is kept: make new ones when one of them changes."""

    def __new__(cls, documents: Iterable[Document] = ()):
        made = super().__new__(cls, documents)
        made._groups, made._by_day = {}, None
        return made

    def group(self, year: str, day: str) -> Group:
        """Those that a citation may mean by the year in its number and the day (ISO) beside it, '' where there is none. A day that
        nobody bears tells at least the year; what has no day itself may always be meant."""
        exact = NONE
        if day:
            if self._by_day is None:
                self._by_day = _parted((d.date.iso[:10], d) for d in self if d.date)
            exact = self._by_day.get(day, NONE) if day.startswith(year) else NONE
            if not exact:
                day = day[:4]
        found = self._groups.get((year, day))
        if found is None:
            if not exact and day and year not in ("", day):
                some = Some(d for d in self if not d.date)
            else:
                only = year or day
                some = exact or (Some(d for d in self if not d.date or d.date.iso[:4] == only) if only else Some(self))
            found = self._groups[year, day] = Group(some, bool(exact))
        return found


NOBODY = Bearers()


def _parted(some: Iterable[tuple[str, Document]]) -> Mapping[str, Some]:
    """Documents by what is told of each."""
    found: dict[str, list[Document]] = {}
    for name, document in some:
        found.setdefault(name, []).append(document)
    return {name: Some(documents) for name, documents in found.items()}


def reach(home: Set[str], words: Words) -> Set[str]:
    """The organs whose numbers are known at a `home` (organs and places): its own, those that work where it is, and all of the central
    level. One and the same set for all homes from which the same organs are reached."""
    known = words.derived.get(("reach", home))
    if known is None:
        organs = words.lists.get("organs", ())
        found = {e.key for e in organs if e.level == "central" or not home_of(e.key, words).isdisjoint(home)}
        found = frozenset(found.union(key for key in home if words.entry("places", key) is None))
        known = words.derived["reach", home] = words.derived.setdefault(("reach", found), found)
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
