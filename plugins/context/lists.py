"""Long lists cut into pages that stay as they are: numbered from the oldest, so a new record touches the newest only.

The first address of a list shows the newest records; ``…/trang/<n>/`` holds the n-th full page from the oldest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.context.build import Build
from plugins.context.calendar import day
from plugins.context.library import Listed
from plugins.context.outputs import Page, Shelf
from plugins.context.views import Link, Pager
from plugins.domain import addresses

SIZE = 24


@dataclass(frozen=True)
class Slice:
    """One page of a list: its address, its number from the oldest (None: the newest), its records, newest first."""

    address: str
    number: int | None
    records: Listed
    pager: Pager

    def modified(self) -> str:
        """The day (ISO) of the last change in this part of the list."""
        return max(((r.modified.iso if r.modified else day(r)) for r in self.records), default="")


def cut(records: Listed, address: str, build: Build, size: int = SIZE) -> Iterator[Slice]:
    """A list (oldest first) as pages, newest page first. The newest page holds between `size` and 2·size − 1 records as
    soon as there are that many, so it is never nearly empty."""
    full, label = max(0, len(records) // size - 1), "Các trang của danh sách"

    def page(number: int) -> Link:
        return Link(f"Trang {number}", build.href(addresses.older(address, number)))

    first = page(1) if full > 1 else None
    yield Slice(address, None, records[full * size :][::-1], Pager(label, None, page(full) if full else None, first))
    for n in range(full, 0, -1):
        newer = page(n + 1) if n < full else Link("Mới nhất", build.href(address))
        pager = Pager(label, newer, page(n - 1) if n > 1 else None, page(1) if n > 2 else None)
        yield Slice(addresses.older(address, n), n, records[(n - 1) * size : n * size][::-1], pager)


def shelf(
    records: Callable[[], Listed],
    address: str,
    template: str,
    view: Callable[[Slice], object],
    build: Build,
    source: str = "",
    given: object = None,
) -> Shelf:
    """A list as a shelf of pages; `view` makes the view of one slice when it is asked for, `given` is what else it shows."""

    def pages() -> Iterator[Page]:
        for part in cut(records(), address, build):
            yield Page(
                part.address,
                template,
                lambda part=part: view(part),
                source,
                part.modified,
                index=part.number is None,
                given=(part.records.keys, part.pager),
            )

    return Shelf(f"danh-sach:{address}", pages, given)


def title(words: str, part: Slice) -> str:
    """The title of one page of a list; older pages say their number."""
    return words if part.number is None else f"{words} – trang {part.number}"
