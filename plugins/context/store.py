"""The file in which a build remembers: one SQLite database, packed values, one transaction for a build.

What is remembered is the matter of `holdings` and of the plugin `incremental`. A value is a pickle that may name nothing but
our own frozen records (so a store from elsewhere can run no code), deflated where it is long, with a checksum."""

import io
import pickle
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path

VERSION = 3
_PLAIN = {("markupsafe", "Markup"), ("decimal", "Decimal"), ("datetime", "date"), ("datetime", "datetime"), ("builtins", "frozenset")}
_OURS = ("plugins.domain.", "plugins.context.body", "plugins.context.holdings", "plugins.context.views")
_SMALL = 2_000  # bytes that are not worth deflating; they carry a checksum of their own
_PLAIN_MARK = b"\0"  # opens what is not deflated
_WRITING, _READING = 32_768, 8_192  # kB of the database at hand: for the process of the build, for each of its helpers
_ROWS = 500  # gathered before they are written
_LEVEL = 1  # deflate: the fastest; three quarters of a text are saved all the same


# what broken pickles raise
_UNREADABLE = (AttributeError, EOFError, ImportError, IndexError, KeyError, MemoryError, OverflowError, TypeError, ValueError)


class Broken(Exception):
    """The store cannot be read, or not trusted: everything must be made again."""


@cache  # asked for every class in every value: what is known is answered without a function of ours
def _class_of(module: str, name: str) -> type:
    if (module, name) not in _PLAIN and (not module.startswith(_OURS) or "." in name):
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a store")
    found = getattr(__import__(module, fromlist=[name]), name)
    if getattr(found, "__module__", "") != module or not ((module, name) in _PLAIN or is_dataclass(found)):
        raise pickle.UnpicklingError(f"{module}.{name} is none of our records")
    return found


class _Unpickler(pickle.Unpickler):
    find_class = staticmethod(_class_of)


def pack(value: object, small: bool = False) -> bytes:
    """A value as it is stored; `small`: not deflated however long it is, because it is read often."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return zlib.compress(data, _LEVEL) if len(data) > _SMALL and not small else _PLAIN_MARK + zlib.crc32(data).to_bytes(4, "big") + data


def _inside(data: bytes) -> bytes:
    """The pickle in a stored value. Raises zlib.error where the checksum does not fit."""
    if not data.startswith(_PLAIN_MARK):
        return zlib.decompress(data)
    if zlib.crc32(data[5:]) != int.from_bytes(data[1:5], "big"):
        raise zlib.error("checksum")
    return data[5:]


def unpack(data: bytes) -> object:
    """A stored value. Raises Broken."""
    try:
        return _Unpickler(io.BytesIO(_inside(data))).load()
    except (zlib.error, pickle.UnpicklingError, *_UNREADABLE) as error:
        raise Broken(str(error)) from error


TROUBLE = (Broken, sqlite3.Error)
"""What reading a damaged store may raise."""


class Store:
    """The database at `path` (None: in memory). `fresh` says that nothing was remembered.

    Until `commit` nothing of a build is kept, unless `stage` was called: then a store that was not committed is thrown away
    by the next build. Raises Broken."""

    def __init__(self, path: Path | None = None, read_only: bool = False):
        self.path, self._shared = path, False
        self._laters: list[Later] = []
        if path and not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
        name = f"{path.resolve().as_uri()}{'?mode=ro' if read_only else ''}" if path else ":memory:"
        try:
            self._database = sqlite3.connect(name, uri=bool(path), isolation_level=None, check_same_thread=False, timeout=30)
            self.execute(f"PRAGMA cache_size = -{_READING if read_only else _WRITING}")
            tables = {row[0] for row in self.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            self.fresh = "meta" not in tables
            if not read_only:
                self.execute("PRAGMA synchronous = OFF" if self.fresh else "PRAGMA synchronous = NORMAL")
                self.execute("PRAGMA journal_mode = MEMORY" if self.fresh else "PRAGMA journal_mode = TRUNCATE")
                self.execute("BEGIN IMMEDIATE")
            else:
                self.execute("BEGIN")  # one look at the file, not a lock for each question
            if self.fresh:
                self.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
                self.set("version", VERSION)
                self.set("staged", True)
            elif self.get("version") != VERSION or (not read_only and self.get("staged")):
                raise Broken("of another version, or cut short")
        except sqlite3.Error as error:
            self.close()
            raise Broken(str(error)) from error
        except Broken:
            self.close()
            raise

    def execute(self, sql: str, values=()):
        """One statement; its rows."""
        try:
            return self._database.execute(sql, values)
        except sqlite3.Error as error:
            raise Broken(str(error)) from error

    def many(self, sql: str, rows) -> None:
        """One statement for many rows."""
        try:
            self._database.executemany(sql, rows)
        except sqlite3.Error as error:
            raise Broken(str(error)) from error

    def one(self, sql: str, *values):
        """The first column of the first row, or None."""
        row = self.execute(sql, values).fetchone()
        return row[0] if row else None

    def get(self, name: str, missing: object = None) -> object:
        """A single value by name."""
        data = self.one("SELECT value FROM meta WHERE name = ?", name)
        return missing if data is None else unpack(data)

    def set(self, name: str, value: object) -> None:
        """Remembers a single value."""
        self.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, pack(value)))

    def later(self) -> "Later":
        """Rows that are written many at a time, at the latest with what is staged or kept."""
        self._laters.append(Later(self))
        return self._laters[-1]

    def stage(self) -> None:
        """Lets other processes read what was stored so far, before the build is done, while this one goes on writing."""
        self._write_all()
        self._say_staged()
        self.execute("PRAGMA journal_mode = WAL")  # a writer that waits for no reader
        self._shared = True
        self.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keeps everything, and begins anew; nobody else may be reading. A new store is written without a journal: that it is
        whole is said last."""
        self._write_all()
        if self.fresh or self._shared:
            self._say_staged()
            self.execute("BEGIN IMMEDIATE")
        if self.get("staged"):
            self.set("staged", False)
        self.execute("COMMIT")
        if self._shared:
            self.execute("PRAGMA journal_mode = TRUNCATE")  # one file again
        self.fresh = self._shared = False
        self.execute("BEGIN IMMEDIATE")

    def _write_all(self) -> None:
        for later in self._laters:
            later.write()

    def _say_staged(self) -> None:
        self.set("staged", True)
        self.execute("COMMIT")

    def close(self) -> None:
        """Ends without keeping what was not committed."""
        database = self.__dict__.pop("_database", None)
        if database:
            database.close()


class Later:
    """Rows on their way into a store, by the statement that will write them; whoever asks for some of them writes them first."""

    def __init__(self, store: Store):
        self.store = store
        self.rows: dict[str, list[tuple]] = {}

    def add(self, sql: str, rows: Iterable[tuple]) -> None:
        """Gathers rows of one statement; statements must not depend on one another."""
        waiting = self.rows.setdefault(sql, [])
        waiting.extend(rows)
        if len(waiting) >= _ROWS:
            self.write()

    def ask(self, sql: str, values=()):
        """The rows that a statement finds, those that were waiting among them."""
        self.write()
        return self.store.execute(sql, values)

    def one(self, sql: str, *values):
        """The first column of the first of them, or None."""
        self.write()
        return self.store.one(sql, *values)

    def write(self) -> None:
        """Writes what was gathered."""
        if self.rows:
            rows, self.rows = self.rows, {}
            for sql, some in rows.items():
                self.store.many(sql, some)


def remove(path: Path) -> None:
    """Throws a store away."""
    for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
