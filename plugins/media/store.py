"""The cache on disk: files named by what they were made from, and notes that outlive a build.

A store may be deleted, cut short or copied at any moment: a file is trusted only while it has the length
and digest that its note records. Not here: what is made (`encoding`, `cards`, `fonts`).
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from pathlib import Path
from typing import Any


def sha256(data: bytes) -> str:
    """SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes) -> None:
    """Writes a file so that a reader finds the old bytes or the new ones, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.tmp")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


class Store:
    """A folder of made files and one index of notes; safe to use from several threads."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._index = folder / "index.json"
        self._lock = threading.Lock()
        self._changed = False
        self._notes = self._load()

    def _load(self) -> dict[str, Any]:
        """The index, empty when it is missing or was not written by `save` as a whole."""
        try:
            checksum, _, body = self._index.read_bytes().partition(b"\n")
            return json.loads(body) if checksum.decode("ascii") == sha256(body) else {}
        except (OSError, ValueError):
            return {}

    def reload(self) -> None:
        """Takes in what another process has noted and saved meanwhile."""
        with self._lock:
            self._notes = self._load() | self._notes

    def note(self, key: str) -> Any:
        """What was noted under the key, or None. Treat it as read-only."""
        with self._lock:
            return self._notes.get(key)

    def remember(self, key: str, value: Any) -> None:
        """Notes a JSON value; `save` puts it on disk."""
        with self._lock:
            self._notes[key] = value
            self._changed = True

    def save(self) -> None:
        """Writes the index if a note changed since it was read."""
        with self._lock:
            if self._changed:
                self._notes = self._load() | self._notes  # another process may have saved meanwhile
                body = json.dumps(self._notes, sort_keys=True, separators=(",", ":")).encode()
                write(self._index, sha256(body).encode() + b"\n" + body)
                self._changed = False

    def path(self, name: str) -> Path:
        """Where the file of that name lies, whether it exists or not."""
        return self.folder / name

    def put(self, name: str, data: bytes) -> Path:
        """Writes a made file and notes its length and digest."""
        path = self.path(name)
        write(path, data)
        self.remember("file:" + name, [len(data), sha256(data), path.stat().st_mtime_ns])
        return path

    def get(self, name: str) -> Path | None:
        """The made file, or None when it is absent or is not, byte for byte, what was put there.

        A file untouched since `put` (length and time of change agree) is not read again; any other is
        hashed once.
        """
        noted = self.note("file:" + name)
        path = self.path(name)
        try:
            length, digest, changed = noted
            state = path.stat()
            if state.st_size != length:
                return None
            if state.st_mtime_ns != changed:
                if sha256(path.read_bytes()) != digest:
                    return None
                self.remember("file:" + name, [length, digest, state.st_mtime_ns])
        except (OSError, TypeError, ValueError):
            return None
        return path

    def digest(self, name: str) -> str | None:
        """The digest noted when the file was put, or None."""
        noted = self.note("file:" + name)
        return noted[1] if noted else None
