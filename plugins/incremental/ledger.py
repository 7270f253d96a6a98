"""The account of what was made and what each piece has read: from changed cells to the work that must be done again.

A node is one piece of work: the judgement of a record, the plan of an adapter, a shelf, an output. Its reads are kept as packed
numbers of cells, and each cell keeps the numbers of the nodes that have read it."""

from array import array
from collections.abc import Iterable

from plugins.context.store import Store, pack, unpack
from plugins.incremental.signs import Signs

_TABLES = """
CREATE TABLE IF NOT EXISTS nodes (id INTEGER PRIMARY KEY, name TEXT UNIQUE, reads BLOB, result BLOB);
CREATE TABLE IF NOT EXISTS cells (id INTEGER PRIMARY KEY, name TEXT UNIQUE, nodes BLOB)
"""


_NONE = array("I")
_WAITING, _AT_HAND = 40_000, 120_000  # cells whose readers are not written yet; cells whose numbers are kept at hand
KEPT = "giu:"  # opens the nodes of what is kept (see context.keeping)


def kept(store: Store, name: str) -> bytes | None:
    """What was kept by that name, packed."""
    return store.one("SELECT result FROM nodes WHERE name = ?", KEPT + name)


def _numbers(data: bytes | None) -> array:
    found = array("I")
    found.frombytes(data or b"")
    return found


class Ledger:
    """The nodes of one build. Changes of cells are gathered in memory until `flush`."""

    def __init__(self, store: Store):
        self.store = store
        for statement in _TABLES.split(";"):
            store.execute(statement)
        self._ids: dict[str, int] = {}
        self._readers: dict[int, array] = {}
        self._last, self._node = (store.one(f"SELECT max(id) FROM {table}") or 0 for table in ("cells", "nodes"))
        self._written = self._last  # the last cell that is in the store
        self._new: list[tuple[int, str]] = []
        self._rows = store.later()
        # While a store is filled for the first time, it is known here what may be in it.
        self._noted, self._named = (Signs(), Signs(4)) if not (self._last or self._node) else (None, None)

    def clear(self, kinds: Iterable[str]) -> None:
        """Forgets all nodes whose names begin so."""
        for kind in kinds:
            for name in self.names(kind):
                self.drop(name)

    def touched(self, cells: Iterable[str]) -> dict[str, list[str]]:
        """The names of all nodes that have read some of the cells, each with these, sorted."""
        numbers: dict[int, list[str]] = {}
        for cell in sorted(cells):
            number = self._cell(cell, make=False)
            for node in self._nodes(number) if number else ():
                numbers.setdefault(node, []).append(cell)
        self._rows.write()
        names = ((self.store.one("SELECT name FROM nodes WHERE id = ?", number), read) for number, read in numbers.items())
        return {name: read for name, read in names if name}

    def result(self, name: str) -> object:
        """What a node has come to; None when it is unknown."""
        data = self._rows.one("SELECT result FROM nodes WHERE name = ?", name)
        return unpack(data) if data else None

    def kept(self, name: str) -> bytes | None:
        """What was kept by that name, packed, in this build or an earlier one."""
        if self._noted is not None and KEPT + name not in self._noted:
            return None
        self._rows.write()
        return kept(self.store, name)

    def results(self, kind: str) -> dict[str, object]:
        """Name → result of all nodes of a kind that have one."""
        rows = self._rows.ask(
            "SELECT name, result FROM nodes WHERE name >= ? AND name < ? AND result IS NOT NULL", (kind, f"{kind}\U0010ffff")
        )
        return {name: unpack(data) for name, data in rows}

    def names(self, kind: str) -> list[str]:
        """The names of all nodes of a kind."""
        return [row[0] for row in self._rows.ask("SELECT name FROM nodes WHERE name >= ? AND name < ?", (kind, f"{kind}\U0010ffff"))]

    def note(self, name: str, reads: Iterable[str], result: object = None, data: bytes | None = None) -> None:
        """Remembers what a node has read and come to; `data` is a result that is packed already."""
        new = array("I", sorted(map(self._cell, reads)))
        data = pack(result) if result is not None else data
        row = None
        if self._noted is None or name in self._noted:
            row = self._rows.ask("SELECT id, reads FROM nodes WHERE name = ?", (name,)).fetchone()
        if row is None:
            self._node += 1
            self._rows.add("INSERT INTO nodes VALUES (?, ?, ?, ?)", [(self._node, name, new.tobytes(), data)])
            self._enter(self._node, new)
            if self._noted is not None:
                self._noted.add(name)
            if len(self._readers) >= _WAITING:
                self.flush()
            return
        number, old = row[0], _numbers(row[1])
        self.store.execute("UPDATE nodes SET reads = ?, result = ? WHERE id = ?", (new.tobytes(), data, number))
        if old != new:
            before, after = set(old), set(new)
            self._leave(number, before - after)
            self._enter(number, after - before)

    def copy_to(self, other: "Ledger") -> None:
        """Notes in another ledger the nodes that it does not know."""
        cells = dict(self.store.execute("SELECT id, name FROM cells").fetchall())
        self._rows.write()
        known = set(other.names(""))
        for name, reads, result in self.store.execute("SELECT name, reads, result FROM nodes ORDER BY name"):
            if name not in known:
                other.note(name, (cells[number] for number in _numbers(reads)), unpack(result) if result else None)

    def drop(self, name: str) -> None:
        """Forgets a node."""
        row = self._rows.ask("SELECT id, reads FROM nodes WHERE name = ?", (name,)).fetchone()
        if row:
            self._leave(row[0], _numbers(row[1]))
            self.store.execute("DELETE FROM nodes WHERE id = ?", (row[0],))

    def unread(self, kind: str) -> list[str]:
        """The cells of a kind that no node has read any more; they are forgotten."""
        self.flush()
        within = "name >= ? AND name < ? AND nodes = x''", (kind, f"{kind}\U0010ffff")
        found = [row[0] for row in self.store.execute(f"SELECT name FROM cells WHERE {within[0]}", within[1])]
        if found:
            self.store.execute(f"DELETE FROM cells WHERE {within[0]}", within[1])
        for name in found:
            self._ids.pop(name, None)
        return found

    def read_by(self, kind: str) -> list[str]:
        """The cells of a kind that some node has read, sorted."""
        self.flush()
        rows = self.store.execute("SELECT name FROM cells WHERE name >= ? AND name < ? AND nodes != x''", (kind, f"{kind}\U0010ffff"))
        return sorted(row[0] for row in rows)

    def flush(self) -> None:
        """Writes what was gathered."""
        self._rows.write()
        new = [(number, name, self._readers.pop(number, _NONE).tobytes()) for number, name in self._new]
        self.store.many("INSERT INTO cells VALUES (?, ?, ?)", new)
        self.store.many("UPDATE cells SET nodes = ? WHERE id = ?", [(nodes.tobytes(), number) for number, nodes in self._readers.items()])
        self._new, self._readers, self._written = [], {}, self._last
        if len(self._ids) > _AT_HAND:
            self._ids = {}

    def _cell(self, name: str, make: bool = True) -> int:
        number = self._ids.get(name)
        if number is None:
            known = self._named is None or name in self._named
            number = self.store.one("SELECT id FROM cells WHERE name = ?", name) or 0 if known else 0
            if not number and make:
                number = self._last = self._last + 1
                self._new.append((number, name))
                if self._named is not None:
                    self._named.add(name)
            if number:
                self._ids[name] = number
        return number

    def _nodes(self, cell: int) -> array:
        found = self._readers.get(cell)
        if found is None:
            known = self.store.one("SELECT nodes FROM cells WHERE id = ?", cell) if cell <= self._written else None
            found = self._readers[cell] = _numbers(known)
        return found

    def _enter(self, number: int, cells: Iterable[int]) -> None:
        for cell in cells:
            self._nodes(cell).append(number)

    def _leave(self, number: int, cells: Iterable[int]) -> None:
        for cell in cells:
            nodes = self._nodes(cell)
            if number in nodes:
                nodes.remove(number)
