"""What belongs to a whole build and is no cell: code, settings, theme, Python and its packages. When it changes, all is made again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.context.store import Store
from plugins.domain.frozen import dataclass
from plugins.incremental.identity import Identities

if TYPE_CHECKING:
    from plugins.context.build import Build, Stamp

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Epoch:
    """Whether files must be read anew (`reading`), and all pages made anew (`making`); `reasons` in the words of editors."""

    reading: bool
    making: bool
    reasons: tuple[str, ...]


def compare(build: Build, plugins: tuple[str, ...], store: Store) -> Epoch:
    """What has changed since the last build of this store, which is brought up to date."""
    reasons = []
    code_changed = bool(Identities(store, "code", ROOT).compare(dict(code())))
    if store.get("packages") != packages():
        store.set("packages", packages())
        reasons.append("phiên bản Python hoặc thư viện đã đổi")
    if code_changed:
        reasons.append("mã nguồn hoặc tệp cấu hình đã đổi")
    reading = bool(reasons)
    settings = build.url, build.root, plugins  # as `glance` compares them
    if store.get("settings") != settings:
        store.set("settings", settings)
        reasons.append("địa chỉ trang hoặc danh sách phần mở rộng đã đổi")
    if Identities(store, "theme", build.theme).compare(dict(files(build.theme))):
        reasons.append("giao diện đã đổi")
    return Epoch(reading, bool(reasons), tuple(reasons))


def code() -> Iterator[tuple[str, Stamp]]:
    """The Python files of the project: the settings beside tasks.py, and all plugins."""
    for name, stamp in files(ROOT / "plugins"):
        if name.endswith(".py"):
            yield f"plugins/{name}", stamp
    for entry in os.scandir(ROOT):
        if entry.name.endswith(".py"):
            yield entry.name, _stamp(entry)


def files(folder: Path, prefix: str = "") -> Iterator[tuple[str, Stamp]]:
    """All files below a folder but hidden ones and compiled Python."""
    for entry in os.scandir(folder):
        if entry.name.startswith((".", "__pycache__")):
            continue
        if entry.is_dir():
            yield from files(Path(entry.path), f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, _stamp(entry)


def _stamp(entry: os.DirEntry) -> Stamp:
    state = entry.stat()
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def packages() -> tuple[str, ...]:
    """Python, and the installed packages by name and version, as the names of their folders say it (PEP 376)."""
    folders = {path for path in sys.path if os.path.basename(path) in ("site-packages", "dist-packages") and os.path.isdir(path)}
    return sys.version, *sorted(name for folder in folders for name in os.listdir(folder) if name.endswith(".dist-info"))
