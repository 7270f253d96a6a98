"""What adapters hand over to be written: pages that are rendered, files whose bytes are made, files that are copied.

Outputs stand on shelves: a shelf is asked for its outputs only when something that they depend on has changed. So whatever an
output takes from outside the library (where a list is cut, what stands above it) must be told as `given`; records that the
shelf reads count as read by each of its outputs."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.domain.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `view` is called when the page has to be rendered. `source` names what to look at when two pages claim
    one address; `modified` (ISO) is its true day for the sitemap, '' when it has none, or a function that tells it; `index`
    False keeps it out of search engines; `record` says that it is the page of one record, no list; `given` may be a function that
    tells it."""

    address: str
    template: str
    view: Callable[[], object]
    source: str = ""
    modified: str | Callable[[], str] = ""
    index: bool = True
    record: bool = False
    given: object = None


@dataclass(frozen=True, slots=True)
class File:
    """A file whose bytes are made by calling `content`."""

    address: str
    content: Callable[[], bytes]
    source: str = ""
    given: object = None


@dataclass(frozen=True, slots=True)
class Copy:
    """A file taken over as it is from `path`; `cell` (see `tracing`) changes when its bytes do."""

    address: str
    path: Path
    source: str = ""
    cell: str = ""
    given: object = None


Output = Page | File | Copy
MEMBER = "du-lieu.json"
"""A file of this name belongs to the family of the folder above its own: ``van-ban/2026/12-kh/du-lieu.json`` to ``van-ban/2026``.
What is made late may ask for a whole family, and is made again when one of its files has changed, come or gone."""


def family(name: str) -> str | None:
    """The family of a file of the site; None when it is in none."""
    folder, _, last = name.rpartition("/")
    return folder.rpartition("/")[0] or None if last == MEMBER else None


class Shelf(NamedTuple):
    """Outputs that belong together: those of one record, of one list. `name` is its own among all shelves."""

    name: str
    outputs: Callable[[], Iterable[Output]]
    given: object = None


RECORD = "bai:"  # opens the name of a record's own shelf; its key follows


@dataclass(frozen=True)
class OfRecords:
    """`outputs` is what is published of one record of these `kinds`; it depends on that record and on the cells `asked`, which all
    these shelves share, and on nothing else. So the shelf of a record is found by its name, and those of all others need not be gone
    through."""

    kinds: tuple[str, ...]
    outputs: Callable[[object, object], Iterable[Output]]
    asked: tuple[str, ...] = ()

    def shelves(self, build: object) -> Iterator[Shelf]:
        """The shelf of every record, in the order of the lists."""
        for kind in self.kinds:
            for key in build.library.list(kind).keys:
                yield self.shelf(build, RECORD + key)

    def shelf(self, build: object, name: str) -> Shelf:
        """The shelf of that name."""
        return Shelf(name, lambda: self.outputs(build.library.records[name.removeprefix(RECORD)], build))


@dataclass(frozen=True)
class Adapter:
    """What a plugin brings to a build: `lend` fills its slot of the build context before anything is read, `records` is what it
    publishes of single records, `shelves` whatever else, `late` what depends on all other pages (the site map) or on what they show
    (pictures)."""

    name: str
    lend: Callable[[object], None] | None = None
    shelves: Callable[[object], Iterable[Shelf]] | None = None
    late: Callable[[object], Iterable[Shelf]] | None = None
    records: OfRecords | None = None


def shelf_of(name: str, adapters: Iterable[Adapter], build: object) -> Shelf | None:
    """The shelf of a record by its name; None when there is no such record, or nobody publishes it."""
    record = build.library.holdings.record(name.removeprefix(RECORD))
    owners = (a.records for a in adapters if a.records and record and record.kind in a.records.kinds)
    return next((records.shelf(build, name) for records in owners), None)


def outputs(adapter: Adapter, build: object) -> Iterable[Output]:
    """Everything that an adapter publishes, shelf by shelf."""
    records = adapter.records.shelves if adapter.records else None
    for shelves in filter(None, (records, adapter.shelves, adapter.late)):
        for shelf in shelves(build):
            yield from shelf.outputs()
