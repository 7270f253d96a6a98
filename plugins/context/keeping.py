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
    """A thing that was made: its name, the cells that were read for it, what it came to, packed; nothing where it lies on the tray."""

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
        with contextlib.suppress(Broken):  # another is just laying it down
            if lying := self._lying(name):
                return unpack(lying)
        if (data := self.remembered(name)) is not None:
            return unpack(data)
        with trace.reading() as reads:
            value = make()
        data = pack(value, small=True)  # read often: every feed that changes reads fifty
        self._new[name] = Kept(name, frozenset(reads), b"" if self._lay(name, data) else data), value
        return value

    def take(self) -> tuple[Kept, ...]:
        """What was made since this was asked last."""
        new, self._new = self._new, {}
        return tuple(kept for kept, _value in new.values())

    def data(self, kept: Kept) -> bytes:
        """What a thing that was made came to, packed."""
        return kept.data or self._lying(kept.name)

    def _place(self, name: str) -> str:
        return f"{self.tray}/{blake2b(name.encode(), digest_size=16).hexdigest()}"

    def _lying(self, name: str) -> bytes:
        """What lies on the tray by that name; b'' when nothing does."""
        if self.tray:
            with contextlib.suppress(OSError), open(self._place(name), "rb", buffering=0) as stream:
                return stream.read()
        return b""

    def _lay(self, name: str, data: bytes) -> bool:
        """Lays a thing on the tray, unless another was quicker."""
        if self.tray:
            with contextlib.suppress(OSError), open(self._place(name), "xb", buffering=0) as stream:
                return stream.write(data) == len(data)
        return False
