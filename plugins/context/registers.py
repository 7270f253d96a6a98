"""The lists of the library, kept in the store from build to build: each entry is “day ⇥ key ⇥ day shown”, oldest first;
those of models by their facets begin with the reach, and run from the least to the widest.

Which records belong to which list is said in `memberships`; what has changed is told as cells (see `tracing`)."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from zlib import compress, decompress

from plugins.context import pairing, tracing
from plugins.context.calendar import counted_on, day, shown_on
from plugins.context.store import Store
from plugins.domain import model_facets
from plugins.domain.model_facets import Shared
from plugins.domain.records import Model, News, Record

_AT_HAND = 100_000  # entries of lists that are kept unpacked
LAST = 50  # members of a list that are known as those shown last
_FEW = 50  # entries that are taken out of a list, or put in, one by one
NEAR = 2  # news shown on either side among those that name the same document or model
ABOUT = "about"  # the news that name a record
REPLICATED = "replicated"  # the models that tell how far they were taken over, by the latest count
_LONG = 1_000  # entries of a list that is written at once
_DAY = len("2026-03-05")
_BESIDE = ("news", "document", "model")  # lists whose records know their neighbours
_NEWEST = "newest"  # in the store: kind → the day of the last record of its list


class Registers:
    """Every list of one build. `cells` gathers what has changed since the last one, unless nobody wants it told (`telling`)."""

    def __init__(self, store: Store, cells: set[str], telling: bool = True):
        self.store, self.cells, self.telling = store, cells, telling
        store.execute("CREATE TABLE IF NOT EXISTS lists (name TEXT PRIMARY KEY, count INTEGER, members BLOB)")
        self._rows = store.later()
        self._bare = not store.one("SELECT 1 FROM lists LIMIT 1")  # nothing is in the store yet
        self._lists: dict[str, list[str]] = {}
        self._length = 0  # of these lists
        self.turn = 0  # counts how often lists have changed
        self._kinds: dict[str, dict[str, int]] | None = None
        self._pairs: dict[str, dict[str, dict[str, Shared]]] = {}
        self._newest: dict[str, str] | None = None
        self._moves: dict[str, dict[str, bool]] = defaultdict(dict)  # list → entry → whether it enters or leaves
        self._first: dict[str, list[str]] = defaultdict(list)  # list → what enters while nobody wants it told, in a tenth of the room

    def clear(self) -> None:
        """Forgets every list."""
        self.store.execute("DELETE FROM lists")
        self._lists, self._kinds, self._pairs, self._newest, self._bare = {}, None, {}, {}, True
        self.store.set(_NEWEST, {})

    def members(self, kind: str, key: str = "") -> list[str]:
        """The entries of a list, oldest first."""
        name = f"{kind}\t{key}"
        found = self._lists.get(name)
        if found is None:
            data = None if self._bare else self.store.one("SELECT members FROM lists WHERE name = ?", name)
            found = decompress(data).decode().split("\n") if data else []
            self._put(name, found)
        return found

    def _put(self, name: str, entries: list[str]) -> None:
        """Has a list at hand, as long as all that are at hand are not too long."""
        self._length += len(entries) - len(self._lists.pop(name, ()))
        if self._length > _AT_HAND:
            self._lists, self._length = {}, len(entries)
        self._lists[name] = entries

    def keys(self, kind: str) -> dict[str, int]:
        """The keys of a kind that have a list, each with the number of its members."""
        if self._kinds is None:
            self._kinds = defaultdict(dict)
            for name, count in self.store.execute("SELECT name, count FROM lists"):
                one, _, key = name.partition("\t")
                self._kinds[one][key] = count
        return self._kinds.get(kind, {})

    def pairs(self, kind: str, value: str = "") -> dict[str, Shared]:
        """The pairs of a kind (see `model_facets.PAIRS`) that models share, sorted by key: all, those of one name (see `pairing`)."""
        if kind not in self._pairs:
            self._pairs[kind] = pairing.groups(kind, self.keys)
        return self._pairs[kind].get(value, {})

    def newest(self) -> str:
        """The day (ISO) of the newest news, document or model; '' when there is none."""
        if self._newest is None:
            self._newest = self.store.get(_NEWEST, {})
        return max(self._newest.values(), default="")

    def move(self, before: set[str], old: Record | None, after: set[str], new: Record | None) -> None:
        """A record as it was leaves the lists `before`, as it is enters the lists `after`; None: it is in none."""
        was, now = _placed(before, old), _placed(after, new)
        for name, one in was ^ now:
            self._move(name, one, (name, one) in now)

    def _move(self, name: str, one: str, enters: bool) -> None:
        if enters and self._bare and not self.telling and name not in self._moves:
            self._first[name].append(one)
        else:
            self._moves[name][one] = enters

    def about(self, record: Record | None, before: set[str], after: set[str]) -> None:
        """A record that named these keys names those now: only news count."""
        if before != after and isinstance(record, News):
            self.move(about(before), record, about(after), record)

    def shift(self, before: tuple[str, str] | None, after: tuple[str, str] | None) -> None:
        """An entry leaves one list and enters another: each the name of a list and the entry."""
        for pair, enters in ((before, False), (after, True)):
            if pair:
                self._move(*pair, enters)

    def settle(self) -> None:
        """Brings the lists in order; must follow the last move before anything is read."""
        first, lengths = self._bare and not self.telling, {}
        for name in dict.fromkeys([*self._first, *self._moves]):
            moves = dict.fromkeys(self._first.pop(name, ()), True) | self._moves.pop(name, {})
            kind, _, key = name.partition("\t")
            was = [] if first else self.members(kind, key)
            gone, come = ({one for one, enters in moves.items() if enters == wanted} for wanted in (False, True))
            now = _altered(was, gone, come)
            if now == was:
                continue
            if kind in _BESIDE and not key:
                self._last(kind, now)
            if now:
                row = name, len(now), compress("\n".join(now).encode(), 1)
                self._rows.add("INSERT OR REPLACE INTO lists (name, count, members) VALUES (?, ?, ?)", [row])
                if len(now) > _LONG:
                    self._rows.write()
            else:
                self.store.execute("DELETE FROM lists WHERE name = ?", (name,))
            self._kinds, self._pairs = None, {}
            if first:
                continue
            self._put(name, now)
            self.cells.add(tracing.LIST + name)
            if _shown_otherwise(now, gone, come):
                self.cells.add(tracing.RECENT + name)
            if bool(was) != bool(now):
                self.cells |= {tracing.KEYS + kind, tracing.HAS + name}
            if len(was) != len(now):
                lengths[name] = len(was)
            self._around(kind, key, now, moves)
        self._rows.write()
        self.cells.update(pairing.changed(lengths, self.keys))
        if first:
            self._lists, self._length = {}, 0
        self._bare = False
        self.turn += 1

    def _last(self, kind: str, now: list[str]) -> None:
        """Keeps the day of the last record of a kind."""
        self.newest()
        day = now[-1][:10].partition("\t")[0] if now else ""
        if self._newest.get(kind, "") != day:
            self._newest[kind] = day
            self.store.set(_NEWEST, self._newest)

    def _around(self, kind: str, key: str, now: list[str], changed: Iterable[str]) -> None:
        """The records that stand near a changed entry see another neighbourhood."""
        reach = NEAR if kind == ABOUT else 1 if kind in _BESIDE and not key else 0
        for entry in changed if reach else ():
            at = bisect_left(now, entry)
            for near in now[max(0, at - reach) : at + reach + 1]:
                one = near.split("\t")[1]
                self.cells.add(f"{tracing.NEAREST}{one}\t{key}" if kind == ABOUT else tracing.NEIGHBOURS + one)


def about(targets: set[str]) -> set[str]:
    """The lists of news that name these records."""
    return {f"{ABOUT}\t{target}" for target in targets}


def _altered(was: list[str], gone: set[str], come: set[str]) -> list[str]:
    """A sorted list without some entries and with others; few of them are sought one by one."""
    if len(gone) + len(come) > _FEW:
        return sorted({*was} - gone | come)
    now = was.copy()
    for entry in (*gone, *come):
        at = bisect_left(now, entry)
        there = now[at : at + 1] == [entry]
        now[at : at + there] = [entry] if entry in come else []
    return now


def _shown(entry: str) -> list[str]:
    return entry.split("\t")[:0:-1]  # day shown, key


def _shown_otherwise(now: list[str], gone: set[str], come: set[str]) -> bool:
    """Whether other entries were shown last than before: one that has come is among them, or one that is gone would be."""
    last = last_shown(now)
    return len(last) < LAST or not come.isdisjoint(last) or any(_shown(entry) > _shown(last[-1]) for entry in gone)


def last_shown(entries: Sequence[str]) -> list[str]:
    """The entries of a list that were shown last, the newest first."""
    late = [entry for entry in entries if entry[:_DAY] != entry[-_DAY:]]  # surely all that were not shown on their own day
    near = {*entries[-LAST - len(late) :], *late}  # the others stand in the order in which they were shown
    return nlargest(LAST, near, key=_shown)


def entry(record: Record) -> str:
    """A record as it stands in lists."""
    return f"{day(record)}\t{record.key}\t{shown_on(record)}"


def _placed(names: set[str], record: Record | None) -> set[tuple[str, str]]:
    """The entry of a record in each of these lists: it stands by its day, in lists of models by its reach first, or by its latest count."""
    if record is None:
        return set()
    plain = entry(record)
    if not isinstance(record, Model):
        return {(name, plain) for name in names}
    reach, counted = f"{model_facets.rank(record)} {plain}", counted_on(record)
    others = dict.fromkeys(model_facets.BY_REACH, reach) | {REPLICATED: f"{counted}\t{record.key}\t{counted}"}
    return {(name, others.get(name.partition("\t")[0], plain)) for name in names}
