"""The threads of models, kept in the store from build to build. A model may enter a thread without a change of its own file, so all are
found anew when what any model tells of its kin has changed, and never else. How they are found is said in `domain.threads`."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from plugins.context import tracing
from plugins.context.store import Store, pack, unpack
from plugins.domain import threads
from plugins.domain.records import Model, Record
from plugins.domain.relations import Edge
from plugins.domain.threads import Kin, Thread

KIND = "thread"  # in the cell of all threads
_MODELS = "mo-hinh/"  # opens the keys of all models
_TABLES = """
CREATE TABLE IF NOT EXISTS kin (key TEXT PRIMARY KEY, kin BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS threads (key TEXT PRIMARY KEY, thread BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS threaded (key TEXT PRIMARY KEY, threads BLOB) WITHOUT ROWID
"""


class Threads:
    """The threads of one build. `cells` gathers what has changed since the last one."""

    def __init__(self, store: Store, cells: set[str]):
        self.store, self.cells = store, cells
        for statement in _TABLES.split(";"):
            store.execute(statement)

    def clear(self) -> None:
        """Forgets everything."""
        for table in ("kin", "threads", "threaded"):
            self.store.execute(f"DELETE FROM {table}")

    def keys(self) -> list[str]:
        """The keys of all threads, sorted."""
        return [row[0] for row in self.store.execute("SELECT key FROM threads ORDER BY key")]

    def thread(self, key: str) -> Thread | None:
        """One thread."""
        data = self.store.one("SELECT thread FROM threads WHERE key = ?", key)
        return unpack(data) if data else None

    def of(self, model: str) -> tuple[str, ...]:
        """The keys of the threads in which a model stands."""
        data = self.store.one("SELECT threads FROM threaded WHERE key = ?", model)
        return unpack(data) if data else ()

    def kin(self) -> list[Kin]:
        """What every model tells of its kin."""
        return [unpack(data) for (data,) in self.store.execute("SELECT kin FROM kin ORDER BY key")]

    def settle(self, record: Callable[[str], Record | None], out: Callable[[str], Iterable[Edge]]) -> None:
        """Takes in what has changed; `record` gives a public record, `out` the edges that leave it."""
        changed = False
        for key in sorted(_touched(self.cells)):
            one = record(key)
            was = self.store.one("SELECT kin FROM kin WHERE key = ?", key)
            now = _kin(one, out(key)) if isinstance(one, Model) else None
            if now == (unpack(was) if was else None):
                continue
            changed = True
            if now:
                self.store.execute("INSERT OR REPLACE INTO kin VALUES (?, ?)", (key, pack(now)))
            else:
                self.store.execute("DELETE FROM kin WHERE key = ?", (key,))
        if changed:
            self._find()

    def _find(self) -> None:
        found, places = threads.threads(self.kin()), defaultdict(list)
        for key, thread in found.items():
            for one in thread.members:
                places[one.key].append(key)
        before = {key: unpack(data).brief for key, data in self.store.execute("SELECT * FROM threads")}
        now = {key: thread.brief for key, thread in found.items()}
        self.cells.update(tracing.BRIEF + key for key in before.keys() | now.keys() if before.get(key) != now.get(key))
        was = self._keep("threads", tracing.THREAD, found)
        self._keep("threaded", tracing.THREADED, {key: tuple(some) for key, some in places.items()})
        self.cells |= {tracing.KEYS + KIND} if was != found.keys() else set()

    def _keep(self, table: str, cell: str, now: dict) -> set[str]:
        """Makes a table hold just these rows and tells each that differs; gives the keys that it held."""
        was = {key: unpack(data) for key, data in self.store.execute(f"SELECT * FROM {table}")}
        gone, changed = was.keys() - now.keys(), [key for key, value in now.items() if was.get(key) != value]
        self.store.many(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", [(key, pack(now[key])) for key in changed])
        self.store.many(f"DELETE FROM {table} WHERE key = ?", [(key,) for key in gone])
        self.cells.update(cell + key for key in (*changed, *gone))
        return set(was)


def _kin(model: Model, edges: Iterable[Edge]) -> Kin:
    edges = tuple(edges)
    return threads.kin(model, lambda kind: (edge.target for edge in edges if edge.kind == kind and edge.target))


def _touched(cells: Iterable[str]) -> set[str]:
    """The keys of models that have changed, or that name others than before."""
    kinds = (tracing.RECORD + _MODELS, tracing.OUT + _MODELS)
    return {cell.partition(":")[2] for cell in cells if cell.startswith(kinds)}
