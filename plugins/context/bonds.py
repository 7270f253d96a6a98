"""Who names whom, kept in the store from build to build: edges at both ends, and what the citations of each text mean.

How they are found is said in the domain (`relations`, `meanings`); what has changed is told as cells (see `tracing`)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from plugins.context import tracing
from plugins.context.store import Store, pack, unpack
from plugins.domain.doubts import Quote
from plugins.domain.meanings import Meaning
from plugins.domain.relations import Edge

_TABLES = """
CREATE TABLE IF NOT EXISTS edges (source TEXT PRIMARY KEY, edges BLOB);
CREATE TABLE IF NOT EXISTS meanings (source TEXT PRIMARY KEY, meanings BLOB);
CREATE TABLE IF NOT EXISTS reached
(target TEXT, kind TEXT, source TEXT, place INTEGER, edge BLOB, PRIMARY KEY (target, kind, source)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quotes
(number TEXT, day TEXT, source TEXT, line INTEGER, text TEXT, PRIMARY KEY (number, day, source)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS quoting ON quotes (source)
"""
_EDGES = "INSERT OR REPLACE INTO edges VALUES (?, ?)"
_MEANINGS = "INSERT OR REPLACE INTO meanings VALUES (?, ?)"
_REACHED = "INSERT INTO reached VALUES (?, ?, ?, ?, ?)"
_KEPT = 500  # records whose edges are at hand: a page asks for those of its record again and again


class Tied(NamedTuple):
    """The edges that leave a record, those that reach others (target, kind, place among them, edge) and what its citations mean: packed,
    so that a helper can do it, and as plain values, which takes a third of the time that records would."""

    edges: bytes | None
    reached: tuple[tuple[str, str, int, bytes], ...]
    meanings: bytes | None

    @classmethod
    def of(cls, edges: tuple[Edge, ...], meanings: tuple[Meaning | None, ...] = ()) -> "Tied":
        """Packs them."""
        plain = tuple((edge.kind, edge.target, edge.text, edge.candidates, edge.said) for edge in edges)
        meant = tuple(one and (one.target, one.text, one.candidates, one.name) for one in meanings)
        reached = tuple((one[1], one[0], place, pack(one)) for place, one in enumerate(plain) if one[1])
        return cls(pack(plain) if plain else None, reached, pack(meant) if meant else None)


def _bare(edge: Edge) -> Edge:
    """An edge without its sentence, which many who ask for edges never show."""
    return replace(edge, said=()) if edge.said else edge


class Bonds:
    """The edges and meanings of one build. `cells` gathers what has changed since the last one; of what enters only when `telling`."""

    def __init__(self, store: Store, cells: set[str], telling: bool = True):
        self.store, self.cells, self.telling = store, cells, telling
        self._rows = store.later()
        self._out: dict[str, tuple[Edge, ...]] = {}
        self._into: dict[tuple[str, str], tuple[Edge, ...]] = {}
        self._meant: tuple[str, tuple[Meaning | None, ...]] = "", ()  # what was asked last, which a page does twice
        self.requoted = False  # whether any text gives another day than before for a document that is not here
        for statement in _TABLES.split(";"):
            store.execute(statement)

    def clear(self) -> None:
        """Forgets everything."""
        for table in ("edges", "meanings", "reached", "quotes"):
            self.store.execute(f"DELETE FROM {table}")
        self._forget()

    def _forget(self) -> None:
        self._out.clear()
        self._into.clear()
        self._meant = "", ()

    def write(self) -> None:
        """Writes what was gathered."""
        self._rows.write()

    def out(self, key: str) -> tuple[Edge, ...]:
        """The edges that leave a record."""
        if key not in self._out:
            if len(self._out) >= _KEPT:
                self._out.clear()
            data = self._rows.one("SELECT edges FROM edges WHERE source = ?", key)
            self._out[key] = tuple(Edge(key, *plain) for plain in unpack(data)) if data else ()
        return self._out[key]

    def into(self, key: str, kind: str = "") -> tuple[Edge, ...]:
        """The edges that reach a record, by their sources; of one `kind` only, and then without their sentences, if that is given."""
        if (key, kind) not in self._into:
            if len(self._into) >= _KEPT:
                self._into.clear()
            self._into[key, kind] = self._reaching(key, kind)
        return self._into[key, kind]

    def _reaching(self, key: str, kind: str) -> tuple[Edge, ...]:
        if kind and (key, "") in self._into:
            return tuple(_bare(edge) for edge in self._into[key, ""] if edge.kind == kind)
        order = f"SELECT source, edge FROM reached WHERE target = ? {'AND kind = ?' if kind else ''} ORDER BY source, place"
        rows = self._rows.ask(order, (key, kind) if kind else (key,))
        edges = (Edge(source, *unpack(plain)) for source, plain in rows)
        return tuple(map(_bare, edges)) if kind else tuple(edges)

    def meanings(self, key: str) -> tuple[Meaning | None, ...]:
        """What the citations in the text of a record mean, in their order."""
        if self._meant[0] != key:
            data = self._rows.one("SELECT meanings FROM meanings WHERE source = ?", key)
            self._meant = key, tuple(plain and Meaning(*plain) for plain in unpack(data)) if data else ()
        return self._meant[1]

    def enter(self, source: str, tied: Tied) -> set[str]:
        """Takes in what leaves a record of which nothing was known; gives the keys that it names."""
        if tied.edges:
            self._forget()
            self._rows.add(_EDGES, [(source, tied.edges)])
        self._meant = "", ()
        if tied.meanings:
            self._rows.add(_MEANINGS, [(source, tied.meanings)])
        self._rows.add(_REACHED, [(target, kind, source, place, edge) for target, kind, place, edge in tied.reached])
        targets = {target for target, *_ in tied.reached}
        if self.telling:
            self.cells |= ({tracing.OUT + source} if tied.edges else set()) | ({tracing.MEANT + source} if tied.meanings else set())
            self.cells.update(f"{tracing.INTO}{target}\t{kind}" for target, kind, *_ in tied.reached)
            self.cells.update(tracing.INTO + target for target in targets)
        return targets

    def tie(self, source: str, edges: tuple[Edge, ...]) -> tuple[set[str], set[str]]:
        """Takes in the edges that leave a record; gives the keys that it named before, and names now."""
        old = self.out(source)
        before, after = ({edge.target for edge in some if edge.target} for some in (old, edges))
        if old == edges:
            return before, after
        self._forget()
        self.cells.add(tracing.OUT + source)
        for target in before | after:
            was, now = ([edge for edge in some if edge.target == target] for some in (old, edges))
            if was != now:
                self.cells.add(tracing.INTO + target)
                bare, bare_now = ({_bare(edge) for edge in some} for some in (was, now))
                self.cells |= {f"{tracing.INTO}{target}\t{edge.kind}" for edge in bare ^ bare_now}
        tied = Tied.of(edges)
        if edges:
            self.store.execute(_EDGES, (source, tied.edges))
        else:
            self.store.execute("DELETE FROM edges WHERE source = ?", (source,))
        gone = [(edge.target, edge.kind, source) for edge in old if edge.target]
        self.store.many("DELETE FROM reached WHERE target = ? AND kind = ? AND source = ?", gone)
        rows = [(target, kind, source, place, edge) for target, kind, place, edge in tied.reached]
        self.store.many(_REACHED, rows)
        return before, after

    def mean(self, source: str, meanings: tuple[Meaning | None, ...]) -> None:
        """Takes in what the citations of a text mean."""
        if self.meanings(source) == meanings:
            return
        self.cells.add(tracing.MEANT + source)
        self._meant = "", ()
        if meanings:
            self.store.execute(_MEANINGS, (source, Tied.of((), meanings).meanings))
        else:
            self.store.execute("DELETE FROM meanings WHERE source = ?", (source,))

    def quote(self, source: str, quotes: tuple[Quote, ...], fresh: bool) -> None:
        """Takes in the days that a text gives for documents which are not here."""
        rows = "SELECT number, day, line, text FROM quotes WHERE source = ? ORDER BY number, day"
        if ([] if fresh else self.store.execute(rows, (source,)).fetchall()) == sorted(quotes):
            return
        self.requoted = True
        self.store.execute("DELETE FROM quotes WHERE source = ?", (source,))
        self.store.many("INSERT INTO quotes VALUES (?, ?, ?, ?, ?)", [(q.number, q.day, source, q.line, q.text) for q in quotes])

    def disputed(self) -> Iterator[list[tuple[str, Quote]]]:
        """For each printed number with more than one day: who gives which."""
        shared = "SELECT number FROM quotes GROUP BY number HAVING count(DISTINCT day) > 1"
        rows = self.store.execute(f"SELECT source, number, day, line, text FROM quotes WHERE number IN ({shared}) ORDER BY number, source")
        for _number, some in groupby(rows, key=itemgetter(1)):
            yield [(source, Quote(*quote)) for source, *quote in some]
