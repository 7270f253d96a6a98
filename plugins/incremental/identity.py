"""Which files have changed: each is known by its content, named as git names a blob; times only spare the reading.

A file whose size, times and inode are those of the last build is taken as unchanged, unless it was written so shortly before
that build looked that a second change could hide behind the same times (git calls such an entry racy). Any other file
is identified: by git's index where that says it is clean, else by reading it."""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.context.build import Stamp
from plugins.context.store import Store

_RACY = 2_000_000_000  # ns: the coarsest clock of a file system in use (FAT)
_MANY = 200  # from so many doubtful files on, git is asked
_NEVER = (-1, -1, -1)  # no file has such times and such a number


@dataclass(frozen=True)
class Change:
    """What differs from the last build: names of files that are new or have other bytes, and of those that are gone."""

    touched: frozenset[str]
    gone: frozenset[str]
    come: frozenset[str] = frozenset()  # those of `touched` that were not there

    def __bool__(self) -> bool:
        return bool(self.touched or self.gone)


def blob_id(data: bytes) -> str:
    """The name that git gives to a content (SHA-1 of "blob", length and bytes)."""
    return hashlib.sha1(b"blob %d\0%s" % (len(data), data), usedforsecurity=False).hexdigest()


class Identities:
    """The files of one folder as the store knows them; `area` keeps several folders apart."""

    def __init__(self, store: Store, area: str, folder: Path):
        self.store, self.area, self.folder = store, area, folder
        store.execute(
            "CREATE TABLE IF NOT EXISTS files (area TEXT, name TEXT, size INTEGER, written INTEGER, changed INTEGER, number INTEGER,"
            " id TEXT, PRIMARY KEY (area, name)) WITHOUT ROWID"
        )

    def compare(self, found: Mapping[str, Stamp], later: Callable[[str], bool] = lambda name: False) -> Change:
        """Remembers the files that were `found` and tells what has changed. New files for which `later` holds are not identified
        here: whoever reads them tells their identity (see `learn`)."""
        began = time.time_ns()
        known = self._known()
        doubtful = [name for name, stamp in found.items() if name not in known or known[name][0] != stamp]
        gone = frozenset(known.keys() - found.keys())
        ids = self._identify([name for name in doubtful if name in known or not later(name)])
        touched = frozenset(name for name in doubtful if name not in known or _differs(known[name], found[name], ids.get(name)))
        self.store.many("DELETE FROM files WHERE area = ? AND name = ?", [(self.area, name) for name in gone])
        rows = []
        for name in doubtful:
            stamp = found[name]
            safe = stamp if max(stamp[1], stamp[2]) < began - _RACY else (stamp[0], *_NEVER)
            rows.append((self.area, name, *safe, ids.get(name, "")))
        self.store.many("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        return Change(touched, gone, touched - known.keys())

    def learn(self, name: str, id_: str) -> None:
        """Remembers the identity of a file that was read elsewhere."""
        self.store.execute("UPDATE files SET id = ? WHERE area = ? AND name = ?", (id_, self.area, name))

    def _known(self) -> dict[str, tuple[Stamp, str]]:
        rows = self.store.execute("SELECT name, size, written, changed, number, id FROM files WHERE area = ?", (self.area,))
        return {row[0]: (row[1:5], row[5]) for row in rows}

    def _identify(self, names: list[str]) -> dict[str, str]:
        """Name → identity; a file that cannot be read has none, and counts as changed."""
        ids = self._by_git() if len(names) >= _MANY else {}
        found = {}
        for name in names:
            try:
                found[name] = ids.get(name) or blob_id((self.folder / name).read_bytes())
            except OSError:
                continue
        return found

    def _by_git(self) -> dict[str, str]:
        """The files that git knows and finds unchanged; nothing where there is no git, or where a filter may lie in between."""
        from subprocess import SubprocessError

        try:
            if "filter=" in self._git("grep", "-h", "-e", "filter=", "--", ":(top)**/.gitattributes", ":(top).gitattributes", codes=(0, 1)):
                return {}
            listed = self._git("ls-files", "-s", "-z").split("\0")
            dirty = set(self._git("diff-files", "--name-only", "--relative", "-z").split("\0"))
        except (OSError, SubprocessError, UnicodeDecodeError):
            return {}
        rows = (row.partition("\t") for row in listed if row.startswith(("100644", "100755")))
        return {name: facts.split(" ")[1] for facts, _, name in rows if name not in dirty and facts.endswith(" 0")}

    def _git(self, *words: str, codes: tuple[int, ...] = (0,)) -> str:
        import subprocess  # slow to load, and seldom needed

        command = ["git", "-c", "safe.directory=*", "-C", str(self.folder), *words]
        run = subprocess.run(command, capture_output=True, encoding="utf-8")
        if run.returncode not in codes:
            raise subprocess.SubprocessError(run.stderr)
        return run.stdout


def _differs(known: tuple[Stamp, str], stamp: Stamp, id_: str | None) -> bool:
    """Whether a file has other bytes than the one that was known; to git, other line ends may be no change."""
    return known[1] != id_ or known[0][0] != stamp[0]
