"""A site made in parts by several machines, and the parts joined to one site again.

Every machine reads all records (or takes them from a carried memory) and makes the shelves of its part; the join takes the
files together, takes note of them in one memory, and what depends on all pages is made by an ordinary build after it."""

import os
import re
import shutil
from pathlib import Path
from zlib import crc32

from plugins.context.store import Store
from plugins.domain.frozen import dataclass
from plugins.incremental.glance import UNCHECKED
from plugins.incremental.ledger import Ledger
from plugins.incremental.manifest import Manifest

MEMORY = ".bo-nho.sqlite"  # ends the name of a part's memory, beside its folder


@dataclass(frozen=True)
class Part:
    """The `number`-th of `count` parts, from 1."""

    number: int
    count: int

    @classmethod
    def read(cls, written: str) -> "Part":
        """A part as it is written: ``2/3``. Raises ValueError."""
        found = re.fullmatch(r"(\d{1,4})/(\d{1,4})", written)
        if not found or not 1 <= int(found[1]) <= int(found[2]):
            raise ValueError(written)
        return cls(int(found[1]), int(found[2]))

    def has(self, shelf: str) -> bool:
        """Whether a shelf is made in this part; each shelf is made in exactly one."""
        return crc32(shelf.encode()) % self.count == self.number - 1


WHOLE = Part(1, 1)


def memory_of(output: Path) -> Path:
    """Where a part keeps its memory."""
    return output.with_name(f".{output.name}{MEMORY}")


def join(folders: list[Path], output: Path, memory: Path, url: str) -> None:
    """Takes the files of all parts into `output` and their memories into `memory`. Files keep their times."""
    memory.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(memory_of(folders[0]), memory)
    store = Store(memory)
    ledger, manifest = Ledger(store), Manifest(store, url)
    for folder in folders[1:]:
        other = Store(memory_of(folder), read_only=True)
        theirs = Manifest(other, url)
        for made in theirs.all():
            manifest.put(made)
        manifest.flush()
        Ledger(other).copy_to(ledger)
        other.close()
    ledger.flush()
    store.set(UNCHECKED, True)
    store.commit()
    store.close()
    for folder in folders:
        _take(folder, output)


def _take(folder: Path, output: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            goal = output / file.relative_to(folder)
            goal.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(file, goal)
            except OSError:
                shutil.copy2(file, goal)
