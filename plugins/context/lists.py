"""Long lists cut into pages that stay as they are: numbered from the oldest, so a new record touches the newest only.

The first address of a list shows the newest records; ``…/trang/<n>/`` holds the n-th page from the oldest. Where a page begins
is decided by the records around that place and by nothing further away, so a record that comes or goes in the middle changes
its own page, and only seldom (7 of 100 times) the number of pages."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from zlib import crc32

from plugins.context import heads
from plugins.context.build import Build
from plugins.context.calendar import day
from plugins.context.library import Listed
from plugins.context.outputs import Page, Shelf
from plugins.context.views import Link, Pager
from plugins.domain import addresses
from plugins.domain.frozen import dataclass

SIZE = 24


@dataclass(frozen=True)
class Slice:
    """One page of a list: its address, its number from the oldest (None: the newest) of so many `older` ones, its records, newest
    first. `home` is the address of the list."""

    address: str
    number: int | None
    records: Listed
    older: int
    home: str
    build: Build

    def given(self) -> str:
        """What the page is told from outside: its records, and what its pager hangs on; put together more quickly than the pager."""
        beside = self.older if self.number is None else f"{self.number} {self.number == self.older}"
        return f"{beside}\n{' '.join(self.records.entries)}"

    @property
    def pager(self) -> Pager:
        """The ways to the pages beside it."""
        n, label = self.number, "Các trang của danh sách"
        if n is None:
            return Pager(label, None, self._page(self.older) if self.older else None, self._page(1) if self.older > 1 else None)
        newer = self._page(n + 1) if n < self.older else Link("Mới nhất", self.build.href(self.home))
        return Pager(label, newer, self._page(n - 1) if n > 1 else None, self._page(1) if n > 2 else None)

    def _page(self, number: int) -> Link:
        return Link(f"Trang {number}", self.build.href(addresses.older(self.home, number)))

    def modified(self) -> str:
        """The day (ISO) of the last change in this part of the list."""
        return max(((r.modified.iso if r.modified else day(r)) for r in self.records), default="")


def cut(records: Listed, address: str, build: Build, size: int = SIZE) -> Iterator[Slice]:
    """A list (oldest first) as pages of about `size` records, newest page first. No page holds fewer than `size` // 2, unless
    the whole list does."""
    starts = beginnings(records.entries, size // 2)
    older = len(starts)
    yield Slice(address, None, records[starts[-1] if older else 0 :][::-1], older, address, build)
    for n in range(older, 0, -1):
        yield Slice(addresses.older(address, n), n, records[starts[n - 2] if n > 1 else 0 : starts[n - 1]][::-1], older, address, build)


def beginnings(entries: Sequence[str], reach: int) -> list[int]:
    """Where the second and all later pages of a list begin: at each entry whose check sum is greater than those of the `reach`
    entries before it and of the `reach` after it. They lie at least `reach` + 1 apart, on average 2 · `reach` + 1. Linear."""
    sums, found = [crc32(entry.encode()) for entry in entries], []
    for start in range(0, len(sums), reach + 1):  # such an entry is the greatest among any `reach` + 1 that it belongs to
        block = sums[start : start + reach + 1]
        at = start + block.index(max(block))
        around = sums[max(at - reach, 0) : at + reach + 1]
        if reach <= at < len(sums) - reach and at and max(around) == sums[at] and around.count(sums[at]) == 1:
            found.append(at)
    return found


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
                given=part.given,  # told when it is asked for: of all pages of a large site it would be a hundred megabytes
            )

    return Shelf(f"danh-sach:{address}", pages, given)


def frame(part: Slice, words: str, intro: str, *steps: tuple[str, str], **more: Any) -> dict[str, Any]:
    """What a `views.Listing` is made of, for one page of a list: older pages say their number in title, description and breadcrumbs.
    `more` as for `heads.head`."""
    about = intro
    if part.number is not None:
        number = f"Trang {part.number}"
        about, steps = f"{intro or words} {number}.", (*steps, (number, part.address))
    return heads.frame(part.build, title(words, part), about, part.address, *steps, **more) | {"intro": intro}


def title(words: str, part: Slice) -> str:
    """The title of one page of a list; older pages say their number."""
    return words if part.number is None else f"{words} – trang {part.number}"
