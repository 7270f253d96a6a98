"""The copies of what other sites publish, kept in content/du-lieu/trang-ban/ by `tasks.py peers`: read only for pages that cite
something which is not here. Whoever asks has looked at the copies (see `tracing`)."""

import json
from functools import cached_property
from pathlib import Path

from plugins.context import tracing
from plugins.context.tracing import Trace
from plugins.domain import citations, peers
from plugins.domain.peers import Elsewhere
from plugins.domain.records import Record
from plugins.domain.words import FOLDER, Words

PLACE = f"{FOLDER}/trang-ban"
LIMIT = 32 * 1024 * 1024  # bytes of a copy; one of 10,000 documents takes 2 MB


class Broken(ValueError):
    """A copy that is not what `tasks.py peers` writes."""


def name_of(key: str) -> str:
    """The file of a peer's copy below content/."""
    return f"{PLACE}/{key}.json"


def read(path: Path, site: str) -> list[Elsewhere]:
    """The documents of one copy. Raises Broken; OSError where there is none."""
    try:
        if path.stat().st_size > LIMIT:
            raise Broken(path.name)
        rows = json.loads(path.read_bytes())
        if not isinstance(rows, list) or not all(map(peers.sound, rows)):
            raise Broken(path.name)
    except (ValueError, RecursionError) as error:
        raise Broken(path.name) from error
    return [Elsewhere(*row, site) for row in rows]


class Neighbours:
    """The peers of one build."""

    def __init__(self, content: Path, words: Words, trace: Trace):
        self._content, self._words, self._trace = content, words, trace

    def find(self, text: str, record: Record) -> Elsewhere | None:
        """The document on another site that `text`, written in `record`, means; None when it is not settled."""
        entries = self._words.lists.get("peers", ())
        if not entries:
            return None
        for entry in entries:
            self._trace.note(tracing.FILE + name_of(entry.key))
        cited = next(iter(citations.find(text)), None)
        return peers.meant(cited, self._table, peers.organs_of(record, self._words)) if cited else None

    def faults(self) -> list[tuple[str, str, str]]:
        """What is wrong with the copies: (file, message, suggestion)."""
        found = []
        for entry in self._words.lists.get("peers", ()):
            name = name_of(entry.key)
            self._trace.note(tracing.FILE + name)
            hint = "Chạy: python3 tasks.py peers"
            try:
                read(self._content / name, entry.name)
            except FileNotFoundError:
                continue  # not fetched yet: nothing leads there
            except (Broken, OSError):
                found.append((name, f"Bản sao danh mục của trang bạn “{entry.name}” bị hỏng.", hint))
        return found

    @cached_property
    def _table(self):
        found: list[Elsewhere] = []
        for entry in self._words.lists.get("peers", ()):
            try:
                found += read(self._content / name_of(entry.key), entry.name)
            except (Broken, OSError):  # the gate tells
                continue
        return peers.lookup(found)
