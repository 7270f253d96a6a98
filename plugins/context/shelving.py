"""The shelves of records: one for each record of some kinds, found by its name without going through all others."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from plugins.context.build import Build
from plugins.context.outputs import RECORD, Output, Shelf
from plugins.domain.frozen import dataclass
from plugins.domain.records import Record


@dataclass(frozen=True)
class OfRecords:
    """`outputs` is what is published of one record of these `kinds`; it depends on that record and on nothing else."""

    kinds: tuple[str, ...]
    outputs: Callable[[Record, Build], Iterable[Output]]

    def all(self, build: Build) -> Iterator[Shelf]:
        """The shelf of every record, in the order of the lists."""
        for kind in self.kinds:
            for key in build.library.list(kind).keys:
                yield self._one(build, key)

    def find(self, build: Build, name: str) -> Shelf | None:
        """The shelf of that name, when it is one of a record."""
        return self._one(build, name.removeprefix(RECORD)) if name.startswith(RECORD) else None

    def _one(self, build: Build, key: str) -> Shelf:
        return Shelf(RECORD + key, partial(self._outputs, build, key))

    def _outputs(self, build: Build, key: str) -> Iterable[Output]:
        return self.outputs(build.library.records[key], build)
