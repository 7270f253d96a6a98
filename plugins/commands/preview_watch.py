"""Which files were saved: the system's own notice of changes, gathered for a moment, without the litter of editors.

What is done with them is not known here."""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import watchfiles

# Most editors write a file in several steps: what comes within STEP belongs together, but nothing waits longer than GATHER.
GATHER_MILLISECONDS, STEP_MILLISECONDS = 30, 10
_TICK_MILLISECONDS = 100
_POLL_MILLISECONDS = 500
_LITTER = ("~", ".swp", ".swx", ".tmp", ".bak", ".pyc")


def watch(folders: Iterable[Path], stop: threading.Event | None = None, say: Callable[[str], None] = print) -> Iterator[set[Path]]:
    """First an empty set, as soon as watching has begun; then each time the files or folders below `folders` that were
    made, saved or removed. Ends when `stop` is set; Ctrl-C raises KeyboardInterrupt in the main thread.

    A path begins with its folder as that was given. A watched folder that was itself taken away or put in the place of
    another stands for everything in it. Where the system runs out of notices, files are compared instead, and `say` is
    told once."""
    folders = tuple(folders)
    stop = stop or threading.Event()
    marks, polling = _marks(folders), False
    swapped: set[Path] | None = set()  # to be told as soon as a new watch has begun; None: told
    while not stop.is_set():
        there = [folder for folder in folders if folder.is_dir()]
        if not there:
            stop.wait(_TICK_MILLISECONDS / 1000)
            continue
        try:
            for raw in watchfiles.watch(
                *there,
                watch_filter=None,
                debounce=GATHER_MILLISECONDS,
                step=STEP_MILLISECONDS,
                rust_timeout=_TICK_MILLISECONDS,
                yield_on_timeout=True,
                stop_event=stop,
                force_polling=polling or None,
                poll_delay_ms=_POLL_MILLISECONDS,
            ):
                paths = {path for _, name in raw if (path := located(Path(name), folders))}
                now = _marks(folders)
                if now != marks:
                    swapped = (swapped or set()) | paths | {folder for folder, mark in now.items() if mark != marks[folder]}
                    marks = now
                    break
                if paths or swapped is not None:
                    told, swapped = paths | (swapped or set()), None
                    yield told
        except FileNotFoundError:  # a folder went away between two looks
            continue
        except (OSError, RuntimeError):
            if polling:
                raise
            polling = True
            say("Máy không cho theo dõi thêm tệp; chuyển sang so các tệp mỗi nửa giây.")


def located(path: Path, folders: Iterable[Path]) -> Path | None:
    """`path` below one of `folders`, as that was given (a system may report its resolved form); None for the hidden and
    temporary files of editors, and for what lies elsewhere."""
    for folder in folders:
        for form in (folder, folder.resolve()):
            if path.is_relative_to(form):
                inside = path.relative_to(form)
                hidden = any(part.startswith(".") or part == "__pycache__" for part in inside.parts)
                return None if hidden or path.name.endswith(_LITTER) else folder / inside
    return None


def _marks(folders: Iterable[Path]) -> dict[Path, tuple[int, int] | None]:
    """What tells a folder from another one that was put in its place."""
    marks = {}
    for folder in folders:
        try:
            status = folder.stat()
            marks[folder] = (status.st_dev, status.st_ino)
        except OSError:
            marks[folder] = None
    return marks
