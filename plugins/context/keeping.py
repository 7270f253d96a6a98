"""What several files show of one thing, such as an item of feeds: made once, kept by name from build to build.

Whoever asks depends on that thing alone, and the thing on what was read to make it; `press` takes note of both."""

from collections.abc import Callable
from typing import NamedTuple

from plugins.context import tracing
from plugins.context.store import pack, unpack
from plugins.context.tracing import Trace


class Kept(NamedTuple):
    """A thing that was made: its name, the cells that were read for it, what it came to, packed."""

    name: str
    reads: frozenset[str]
    data: bytes


class Keeping:
    """The things of one build. `remembered` gives one of earlier builds by name, packed; None when it is to be made."""

    def __init__(self):
        self.remembered: Callable[[str], bytes | None] = lambda name: None
        self._here: dict[str, bytes] = {}
        self._new: list[Kept] = []

    def get(self, name: str, make: Callable[[], object], trace: Trace) -> object:
        """The thing of that name, which `make` makes where it is not at hand; `trace` takes note."""
        trace.note(tracing.KEPT + name)
        data = self._here.get(name) or self.remembered(name)
        if data is not None:
            self._here[name] = data
            return unpack(data)
        with trace.reading() as reads:
            value = make()
        self._here[name] = data = pack(value)
        self._new.append(Kept(name, frozenset(reads), data))
        return value

    def take(self) -> tuple[Kept, ...]:
        """What was made since this was asked last."""
        new, self._new = tuple(self._new), []
        return new
