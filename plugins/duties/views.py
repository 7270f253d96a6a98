"""What the pages of the calendar show: a month, a level, an organ, what goes on always, the table of targets.

Only shapes live here; `months`, `overviews` and `targets` fill them."""

from plugins.context.views import Day, Group, Link, Listing, Pager
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class DutyLine:
    """One duty: `who` and `levels` worded, `when` its rhythm or stretch, `document` leads to the printed place, `note` warns."""

    text: str
    who: str
    levels: str
    when: str
    channel: str
    document: Link
    item: str
    organ: str
    note: str = ""


@dataclass(frozen=True)
class DutyGroup:
    """Duties of one day (`day`, `id` its anchor), or of a stretch that has a name instead."""

    id: str
    label: str
    day: Day | None
    lines: tuple[DutyLine, ...]
    count: str = ""


@dataclass(frozen=True)
class GridDay:
    """A day in the grid of a month; `number` 0 fills up a week. `href` leads to its duties, `count` says how many."""

    number: int
    href: str = ""
    count: int = 0
    label: str = ""


@dataclass(frozen=True)
class CalendarView(Listing):
    """Template calendar.html: a list of duties. `levels` narrow it down, `weeks` are the grid of a month (empty on other pages),
    `parts` the ways to all parts of a page that was cut."""

    levels: tuple[Link, ...]
    weeks: tuple[tuple[GridDay, ...], ...]
    groups: tuple[DutyGroup, ...]
    months: tuple[Group, ...]
    ways: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    feed: Link | None
    empty: str
    parts: tuple[Link, ...] = ()


@dataclass(frozen=True)
class TargetLine:
    """One target: how much, of whom, until when, and the document that asks for it."""

    text: str
    value: str
    who: str
    period: str
    document: Link
    item: str


@dataclass(frozen=True)
class TargetsView(Listing):
    """Template target-table.html: targets of many documents, the newest first."""

    facets: tuple[Group, ...]
    lines: tuple[TargetLine, ...]
    pager: Pager
    ways: tuple[Link, ...]
    empty: str
