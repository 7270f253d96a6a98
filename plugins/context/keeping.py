"""What several files show of one thing, such as an item of feeds: made once, kept by name from build to build.

Whoever asks depends on that thing alone, and the thing on what was read to make it; `press` takes note of both. Helpers lay
what they have made on a tray, a folder of the build, so that none makes what another has made."""

import contextlib
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from plugins.context import tracing
from plugins.context.store import Broken, pack, unpack
from plugins.context.tracing import Trace


class Kept(NamedTuple):
    """A thing that was made: its name, the cells that were read for it, what it came to, packed."""

    name: str
    reads: frozenset[str]
    data: bytes


class Keeping:
    """The things of one build. `remembered` gives one that was noted, in this build or an earlier one, by name, packed; None when it
    is to be made. `tray` is the folder that helpers share."""

    def __init__(self):
        self.remembered: Callable[[str], bytes | None] = lambda name: None
        self.tray: Path | None = None
        self._new: dict[str, tuple[Kept, object]] = {}  # until it is taken and noted

    def get(self, name: str, make: Callable[[], object], trace: Trace) -> object:
        """The thing of that name, which `make` makes where it is not at hand; `trace` takes note."""
        trace.note(tracing.KEPT + name)
        if name in self._new:
            return self._new[name][1]
        if found := self._lying(name):
            return found[0]
        if (data := self.remembered(name)) is not None:
            return unpack(data)
        with trace.reading() as reads:
            value = make()
        self._new[name] = Kept(name, frozenset(reads), pack(value)), value
        self._lay(name, value)
        return value

    def take(self) -> tuple[Kept, ...]:
        """What was made since this was asked last."""
        new, self._new = self._new, {}
        return tuple(kept for kept, _value in new.values())

    def _place(self, name: str) -> str:
        return f"{self.tray}/{blake2b(name.encode(), digest_size=16).hexdigest()}"

    def _lying(self, name: str) -> tuple[object, ...]:
        """What lies on the tray by that name, if anything; what is not yet whole has a wrong check sum, and counts for nothing."""
        if self.tray:
            with contextlib.suppress(OSError, Broken), open(self._place(name), "rb", buffering=0) as stream:
                return (unpack(stream.read()),)
        return ()

    def _lay(self, name: str, value: object) -> None:
        if self.tray:
            with contextlib.suppress(OSError), open(self._place(name), "xb", buffering=0) as stream:  # another may have been quicker
                stream.write(pack(value, small=True))
