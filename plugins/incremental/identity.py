"""Which files have changed: each is known by its content, named as git names a blob; times only spare the reading.

A file whose size, times and inode are those of the last build is taken as unchanged, unless it was written so shortly before
that build looked that a second change could hide behind the same times (git calls such an entry racy). Any other file
is identified: by git's index where that says it is clean, else by reading it."""

from __future__ import annotations

import marshal
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from plugins.context.store import Broken, Store
from plugins.domain.frozen import dataclass

if TYPE_CHECKING:
    from plugins.context.build import Stamp

_RACY = 2_000_000_000  # ns: the coarsest clock of a file system in use (FAT)
_MANY = 200  # from so many doubtful files on, git is asked
_NEVER = (-1, -1, -1)  # no file has such times and such a number
_FORM = 4  # of marshal: numbers and texts only, read many times as fast as rows


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
    import hashlib  # slow to load, and needed for nothing where nothing has changed

    return hashlib.sha1(b"blob %d\0%s" % (len(data), data), usedforsecurity=False).hexdigest()


class Identities:
    """The files of one folder as the store knows them; `area` keeps several folders apart."""

    def __init__(self, store: Store, area: str, folder: Path):
        self.store, self.area, self.folder = store, area, folder
        store.execute("CREATE TABLE IF NOT EXISTS areas (name TEXT PRIMARY KEY, sum INTEGER, files BLOB)")
        self._stamps, self._ids = self._known()
        self._saved = True

    def compare(self, found: Mapping[str, Stamp], later: Callable[[str], bool] | None = None) -> Change:
        """Remembers the files that were `found` and tells what has changed. New files for which `later` holds are not identified
        here: whoever reads them tells their identity (`learn`), and then remembers all (`save`)."""
        began, known, known_ids = time.time_ns(), self._stamps, self._ids
        if known == found:
            return Change(frozenset(), frozenset())
        doubtful = [name for name, stamp in found.items() if known.get(name) != stamp]
        gone = frozenset(known.keys() - found.keys())
        ids = self._identify([name for name in doubtful if name in known or not (later and later(name))])
        touched = frozenset(n for n in doubtful if n not in known or known_ids[n] != ids.get(n) or known[n][0] != found[n][0])
        come = touched - known.keys()
        for name in gone:
            del known[name], known_ids[name]
        for name in doubtful:
            stamp = found[name]
            known[name] = stamp if max(stamp[1], stamp[2]) < began - _RACY else (stamp[0], *_NEVER)
            known_ids[name] = ids.get(name, "")
        self._saved = False
        if later is None:
            self.save()
        return Change(touched, gone, come)

    def known(self) -> dict[str, Stamp]:
        """The stamps of the files as they were last seen; of racy ones, what no file can have."""
        return self._stamps

    def learn(self, name: str, id_: str) -> None:
        """Takes in the identity of a file that was read elsewhere; `save` must follow."""
        self._ids[name], self._saved = id_, False

    def save(self) -> None:
        """Puts what is known into the store, where that knows it otherwise."""
        if self._saved:
            return
        self._saved = True
        data = marshal.dumps((self._stamps, self._ids), _FORM)
        self.store.execute("INSERT OR REPLACE INTO areas VALUES (?, ?, ?)", (self.area, crc32(data), data))

    def _known(self) -> tuple[dict[str, Stamp], dict[str, str]]:
        row = self.store.execute("SELECT sum, files FROM areas WHERE name = ?", (self.area,)).fetchone()
        if row is None:
            return {}, {}
        try:
            if crc32(row[1]) == row[0]:
                return marshal.loads(row[1])
        except (EOFError, TypeError, ValueError):
            pass
        raise Broken(f"the files of {self.area}")

    def _identify(self, names: list[str]) -> dict[str, str]:
        """Name → identity, as git knows it: other line ends may be no change. A file that cannot be read has none, and counts as
        changed."""
        ids = self._by_git() if len(names) >= _MANY else {}
        found = {}
        for name in names:
            try:
                found[name] = ids.get(name) or blob_id((self.folder / name).read_bytes())
            except OSError:
                continue
        return found

    def _by_git(self) -> dict[str, str]:
        """The files that git knows and finds unchanged; nothing where there is no git, where a filter may lie in between, or where git
        does not trust the folder: what is set in somebody else's repository may run programs."""
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

        command = ["git", "-C", str(self.folder), *words]
        run = subprocess.run(command, capture_output=True, encoding="utf-8")
        if run.returncode not in codes:
            raise subprocess.SubprocessError(run.stderr)
        return run.stdout
