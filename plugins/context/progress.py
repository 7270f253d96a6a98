"""How far long work has come, for whoever waits: a bar in a terminal, plain lines in CI and pipes, nothing with --quiet.

Time is only counted here to speak seldom; it never reaches a byte of the output."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TextIO

from plugins.domain.numbers import format_number

Step = Callable[[int], None]
"""Called with how many more of a stage's things are done."""

Total = int | Callable[[], int]
"""How many things a stage has, or what tells it when it is asked."""

BAR_EVERY, BAR_AFTER = 0.1, 0.3
"""Seconds: a bar is drawn anew at most ten times a second, and not at all for work that is over at once."""

LINE_SHARE, LINE_AFTER, LINE_EVERY = 0.1, 1, 5
"""A line comes after each tenth of the work, but not within a second of the last, and at the latest after five seconds."""

_CELLS = 24


class Progress(Protocol):
    """What a build tells of its long stages. One stage at a time, from one thread."""

    def stage(self, label: str, total: Total) -> AbstractContextManager[Step]:
        """`with progress.stage("Đọc bài", 10_000) as step: step(250)`: a stage with so many things to do; 0: not known yet."""


def progress(stream: TextIO, quiet: bool = False, ci: bool = False, clock: Callable[[], float] = time.monotonic) -> Progress:
    """The form that fits `stream` (sys.stderr, as a rule): `ci` says that a machine runs the build, whose log keeps
    every redrawn bar even where it seems to be a terminal."""
    if quiet:
        return Silent()
    return Lines(stream, clock) if ci or not stream.isatty() else Bar(stream, clock)


def of_terminal(quiet: bool) -> Progress:
    """The form that fits this process: told on the error stream, so that what a task prints can be piped."""
    return progress(sys.stderr, quiet, bool(os.environ.get("CI")))


class Silent:
    """Says nothing."""

    @contextmanager
    def stage(self, label: str, total: Total):
        """A stage that nobody hears of."""
        yield lambda count: None


class Bar:
    """One line of a terminal, drawn over and over, and wiped away when the stage is done."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic, columns: int = 0):
        self._stream = stream
        self._clock = clock
        self._columns = columns or shutil.get_terminal_size().columns

    @contextmanager
    def stage(self, label: str, total: Total):
        """A stage with a bar; it is wiped away however the stage ends, so that what is said next stands alone."""
        begun, done, drawn, width = self._clock(), 0, None, 0

        def step(count: int) -> None:
            nonlocal done, drawn, width
            done += count
            now, all_ = self._clock(), total if isinstance(total, int) else total()
            if all_ <= 0 or now - begun < BAR_AFTER or (drawn is not None and now - drawn < BAR_EVERY):
                return
            drawn, line = now, self._line(label, done, all_)
            self._write("\r" + line)  # never shorter than the one before: it only counts up
            width = len(line)

        try:
            yield step
        finally:
            if drawn is not None:
                self._write("\r" + " " * width + "\r")

    def _line(self, label: str, done: int, total: int) -> str:
        filled = _CELLS * min(done, total) // total
        bar = "█" * filled + "░" * (_CELLS - filled)
        return f"{label} {bar} {_share(done, total)}"[: self._columns - 1]

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


class Lines:
    """Whole lines, few of them: for logs."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic):
        self._stream = stream
        self._clock = clock

    @contextmanager
    def stage(self, label: str, total: Total):
        """A stage with lines; one that is over within a second has none."""
        last, done, told = self._clock(), 0, 0

        def step(count: int) -> None:
            nonlocal last, done, told
            done += count
            waited, all_ = self._clock() - last, total if isinstance(total, int) else total()
            much = done - told >= all_ * LINE_SHARE or done >= all_
            if all_ <= 0 or done == told or not (waited >= LINE_EVERY or (much and waited >= LINE_AFTER)):
                return
            last, told = last + waited, done
            self._say(label, done, all_)

        yield step
        if 0 < told < done:
            self._say(label, done, total if isinstance(total, int) else total())

    def _say(self, label: str, done: int, total: int) -> None:
        self._stream.write(f"{label}: {_share(done, total)}\n")
        self._stream.flush()


def _share(done: int, total: int) -> str:
    """`52 % (5.200/10.000)`; never 100 % before the end."""
    return f"{min(100, 100 * done // total)} % ({format_number(done)}/{format_number(total)})"
