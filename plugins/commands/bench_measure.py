"""One command measured as a whole: time, peak memory of all its processes, and what it left on disk.

What is measured and why is decided in `bench`; figures become a table in `bench_table`."""

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.05  # seconds between two looks at the memory
_TAIL = 2000  # bytes of what a failed command said
_PROC = Path("/proc")


@dataclass(frozen=True)
class Run:
    """One command: seconds on the wall and of all cores together, peak bytes of memory (0: unknown), exit code, the end of what it said."""

    seconds: float
    work: float
    memory: int
    code: int
    said: str


@dataclass(frozen=True)
class Weight:
    """What lies in a folder: files and their bytes."""

    files: int
    bytes: int


def run(command: list[str], environment: dict[str, str], folder: Path) -> Run:
    """Run `command` in `folder` to its end. Peak memory is the greater of two: the largest single process as the system counted it,
    and, on Linux, the sum over all living processes of the command, looked at every 50 ms (what they share is counted once)."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
        with _watched(process.pid) as peak:
            work, largest = _wait(process)
        seconds = time.perf_counter() - start
        said.seek(max(0, said.seek(0, os.SEEK_END) - _TAIL))
        return Run(seconds, work, max(largest, *peak), process.returncode, said.read().decode("utf-8", "replace").strip())


def weigh(folder: Path) -> Weight:
    """The files below a folder, counted without reading them."""
    sizes = [os.stat(os.path.join(at, name)).st_size for at, _folders, names in os.walk(folder) for name in names]
    return Weight(len(sizes), sum(sizes))


def _wait(process: subprocess.Popen) -> tuple[float, int]:
    """Wait for the end; gives the seconds of processor time of the process and of all below it that were waited for, and the largest
    resident size of one of them in bytes (0: unknown)."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0, 0
    try:
        _pid, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        process.terminate()
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


@contextlib.contextmanager
def _watched(pid: int):
    """Yields a list whose greatest number is the peak of the sum of memory, once the block has ended."""
    peak, done = [0], threading.Event()

    def look() -> None:
        while not done.wait(_EVERY):
            peak[0] = max(peak[0], memory_of(family(pid)))

    watcher = threading.Thread(target=look, daemon=True)
    if _PROC.is_dir():
        watcher.start()
    try:
        yield peak
    finally:
        done.set()
        if watcher.ident:
            watcher.join()


def family(pid: int) -> list[int]:
    """A process and all living processes that came from it."""
    found = [pid]
    for one in found:
        with contextlib.suppress(OSError):  # it may end while it is looked at
            for children in _PROC.glob(f"{one}/task/*/children"):
                found += map(int, children.read_text().split())
    return found


def memory_of(pids: Iterable[int]) -> int:
    """Bytes in memory of some processes together: what is each one's own, and once the largest part that may be shared."""
    own = shared = 0
    for pid in pids:
        with contextlib.suppress(OSError, IndexError):
            resident, common = map(int, (_PROC / str(pid) / "statm").read_text().split()[1:3])
            own += resident - common
            shared = max(shared, common)
    return (own + shared) * os.sysconf("SC_PAGE_SIZE")
