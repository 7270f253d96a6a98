"""Organs and places in time: what came before one and after it, what lies within it, and what lives on in which.

Words of content/du-lieu are dated: an old name keeps its records and leads on. What cannot be true of them is told in
`entity_faults`; nothing here knows records."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from plugins.domain.dates import Moment
from plugins.domain.frozen import dataclass
from plugins.domain.words import Entry, Words

_Keys = tuple[str, ...]


@dataclass(frozen=True)
class Lines:
    """One vocabulary in time. `before` and `after`: key → the keys of those that it grew out of, that took it over; `within`: key →
    the keys of those that lie right below it. Each in the order of its file."""

    entries: Mapping[str, Entry]
    before: Mapping[str, _Keys]
    after: Mapping[str, _Keys]
    within: Mapping[str, _Keys]

    @cached_property
    def parents(self) -> Mapping[str, _Keys]:
        """Key → the key of what it lies right within."""
        return {key: (entry.parent,) for key, entry in self.entries.items() if entry.parent}

    def origins(self, key: str) -> _Keys:
        """All that it grew out of, nearest first, itself left out."""
        return reached(key, self.before)

    def heirs(self, key: str) -> _Keys:
        """All that took it over, nearest first, itself left out."""
        return reached(key, self.after)

    def today(self, key: str) -> _Keys:
        """Those in which it lives on and that nobody took over; none when it still is what it was."""
        return tuple(heir for heir in self.heirs(key) if not self.after.get(heir))

    def around(self, key: str) -> _Keys:
        """The entry itself and all that it lies within, nearest first."""
        return (key, *reached(key, self.parents))

    def reaches(self, key: str) -> _Keys:
        """Itself, all around it, and whatever took over one of these: where it is told of."""
        found = dict.fromkeys(self.around(key))
        for one in tuple(found):
            found |= dict.fromkeys(self.heirs(one))
        return tuple(found)


def lines(words: Words, vocabulary: str) -> Lines:
    """The organs or the places of a site in time; worked out once."""
    name = f"entities.{vocabulary}"
    if name not in words.derived:
        words.derived[name] = of(words.lists.get(vocabulary, ()))
    return words.derived[name]


def of(entries: Iterable[Entry]) -> Lines:
    """Entries in time: a link that one end declares is known at both."""
    known = {entry.key: entry for entry in entries}
    after: dict[str, dict[str, None]] = {}
    within: dict[str, dict[str, None]] = {}
    for key, entry in known.items():
        for heir in entry.successor:
            after.setdefault(key, {})[heir] = None
        for origin in entry.predecessor:
            after.setdefault(origin, {})[key] = None
        if entry.parent:
            within.setdefault(entry.parent, {})[key] = None
    after = {key: dict.fromkeys(heir for heir in after[key] if heir in known) for key in known if key in after}
    before: dict[str, dict[str, None]] = {}
    for key, heirs in after.items():
        for heir in heirs:
            before.setdefault(heir, {})[key] = None
    return Lines(known, *({key: tuple(some) for key, some in table.items()} for table in (before, after, within)))


def seats(words: Words) -> Mapping[str, _Keys]:
    """Place → the organs that are at work there; worked out once."""
    if "entities.seats" not in words.derived:
        found: dict[str, list[str]] = {}
        for organ in words.lists.get("organs", ()):
            found.setdefault(organ.place, []).append(organ.key)
        words.derived["entities.seats"] = {place: tuple(keys) for place, keys in found.items()}
    return words.derived["entities.seats"]


def surrounding(words: Words, places: Iterable[str]) -> set[str]:
    """These places and all that they lie within."""
    return _gathered(words, "around", places)


def reaching(words: Words, places: Iterable[str]) -> set[str]:
    """These places, all that they lie within, and whatever took over one of these."""
    return _gathered(words, "reaches", places)


def _gathered(words: Words, way: str, places: Iterable[str]) -> set[str]:
    """What `Lines` tells of some places; worked out once for each."""
    known, kept = lines(words, "places"), words.derived.setdefault(f"entities.{way}", {})
    found: set[str] = set()
    for place in places:
        if place not in kept:
            kept[place] = getattr(known, way)(place)
        found.update(kept[place])
    return found


def reached(start: str, steps: Mapping[str, _Keys]) -> _Keys:
    """All that can be reached from `start`, nearest first, itself left out; a ring is walked once."""
    waiting, seen = list(steps.get(start, ())), {start}
    found = []
    for key in waiting:
        if key not in seen:
            seen.add(key)
            found.append(key)
            waiting += steps.get(key, ())
    return tuple(found)


PLACE_KINDS = {
    "province": "Tỉnh",
    "city": "Thành phố",
    "district": "Huyện",
    "urban_district": "Quận",
    "town": "Thị xã",
    "township": "Thị trấn",
    "commune": "Xã",
    "ward": "Phường",
    "special_zone": "Đặc khu",
    "village": "Thôn",
    "hamlet": "Ấp",
    "mountain_village": "Bản",
    "neighbourhood": "Khu phố",
    "residential_group": "Tổ dân phố",
}
"""Kind of place → the word with which the names of such places begin."""


def place_kind(name: str) -> str:
    """What kind of place its name says it is; '' when it says nothing."""
    return next((kind for kind, word in PLACE_KINDS.items() if name.startswith(f"{word} ")), "")


def earlier(one: Moment | None, other: Moment | None) -> bool:
    """Whether a moment surely lies before another: only as far as both are known; False when one is not known at all."""
    if one is None or other is None:
        return False
    exact = min(len(one.iso[:10]), len(other.iso[:10]))
    return one.iso[:exact] < other.iso[:exact]
