"""Locks between commands that run at once: the system itself lets go of one when its holder dies, so that none is ever stale.

Works before anything is installed, so it uses the standard library only."""

import os
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

_RETRY_SECONDS = 0.2


@contextmanager
def alone(path: Path, waiting: str, passing: bool = False):
    """Hold the lock at `path`; `waiting` is said once when somebody else has it. The file of a `passing` lock goes with its last holder.

    Yields the descriptors that children should inherit: on POSIX they keep the lock if only their parent is killed.
    A file system without locks is trusted."""
    while True:
        with open(path, "a+b") as file:
            _wait(file, waiting)
            if passing and not _lies(file, path):
                continue  # whoever held it has just taken it away
            try:
                yield () if os.name == "nt" else (file.fileno(),)
            finally:
                if passing and os.name != "nt":
                    path.unlink(missing_ok=True)  # while nobody else can have it
        break
    if passing and os.name == "nt":
        with suppress(OSError):  # Windows removes no file that somebody has open
            path.unlink()


def _wait(file, waiting: str) -> None:
    if not locked(file):
        print(waiting, file=sys.stderr, flush=True)
        while not locked(file):
            time.sleep(_RETRY_SECONDS)


def _lies(file, path: Path) -> bool:
    """Whether an open file is still the one that lies at a path."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.stat(path))
    except OSError:
        return False


def locked(file) -> bool:
    """Try to take the lock on an open file: is it ours now? It ends with the file or its last holder."""
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
