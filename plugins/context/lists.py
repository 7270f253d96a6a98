"""Long lists cut into pages that stay as they are: numbered from the oldest, so a new record touches the newest only.

The first address of a list shows the newest records; ``…/trang/<n>/`` holds the n-th full page from the oldest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plugins.context.build import Build
from plugins.context.library import day
from plugins.context.outputs import Page
from plugins.context.views import Link, Pager
from plugins.domain import addresses
from plugins.domain.records import Record

SIZE = 24


@dataclass(frozen=True)
class Slice:
    """One page of a list: its address, its number from the oldest (None: the newest), its records, newest first."""

    address: str
    number: int | None
    records: tuple[Record, ...]
    pager: Pager
    modified: str


def cut(records: Sequence[Record], address: str, build: Build, size: int = SIZE) -> tuple[Slice, ...]:
    """A list (oldest first) as pages, newest page first. The newest page holds between `size` and 2·size − 1 records as
    soon as there are that many, so it is never nearly empty."""
    full = max(0, len(records) // size - 1)
    newest = records[full * size :]
    older = Link(f"Trang {full}", build.href(addresses.older(address, full))) if full else None
    oldest = Link("Trang 1", build.href(addresses.older(address, 1))) if full > 1 else None
    pages = [Slice(address, None, tuple(reversed(newest)), Pager("Các trang của danh sách", None, older, oldest), _changed(newest))]
    for n in range(full, 0, -1):
        part = records[(n - 1) * size : n * size]
        newer = Link(f"Trang {n + 1}", build.href(addresses.older(address, n + 1))) if n < full else Link("Mới nhất", build.href(address))
        before = Link(f"Trang {n - 1}", build.href(addresses.older(address, n - 1))) if n > 1 else None
        pages.append(
            Slice(
                addresses.older(address, n),
                n,
                tuple(reversed(part)),
                Pager(
                    "Các trang của danh sách", newer, before, Link("Trang 1", build.href(addresses.older(address, 1))) if n > 2 else None
                ),
                _changed(part),
            )
        )
    return tuple(pages)


def pages(
    records: Sequence[Record], address: str, template: str, view: Callable[[Slice], object], build: Build, source: str = ""
) -> Iterator[Page]:
    """The pages of a list as outputs; `view` makes the view of one slice when it is asked for."""
    for part in cut(records, address, build):
        yield Page(part.address, template, lambda part=part: view(part), source, part.modified, index=part.number is None)


def title(words: str, part: Slice) -> str:
    """The title of one page of a list; older pages say their number."""
    return words if part.number is None else f"{words} – trang {part.number}"


def _changed(records: Sequence[Record]) -> str:
    """The day of the last change in a part of a list."""
    return max(((r.modified.iso if r.modified else day(r)) for r in records), default="")
