"""Long pages of the calendar cut into parts that stay light: a day stays together where it has room, dates apart from what has none.

What stands in a bundle is the matter of `months` and `overviews`."""

from collections.abc import Iterable, Sequence

from plugins.context.build import Build
from plugins.context.views import Day, Link
from plugins.domain import addresses
from plugins.domain.frozen import dataclass

ROOM = 120  # duties of one part


@dataclass(frozen=True)
class Bundle:
    """What stands under one heading: its `id` and words, its `day` or None, `short` for the way to it, the `members`; `whole` says how
    many there are where a bundle was cut."""

    id: str
    label: str
    short: str
    day: Day | None
    members: tuple
    whole: int = 0

    @property
    def count(self) -> str:
        """How many duties it has in all."""
        return f"{self.whole or len(self.members)} việc"


def cut(bundles: Sequence[Bundle]) -> list[list[Bundle]]:
    """Bundles in order as parts: one, unless that has no room for all of them."""
    total = sum(len(bundle.members) for bundle in bundles)
    if total <= ROOM:
        return [list(bundles)]
    even = -(-total // -(-total // ROOM))  # parts of about one size
    parts: list[list[Bundle]] = []
    size = 0
    for bundle in _pieces(bundles):
        more = len(bundle.members)
        if not parts or size + more > ROOM or size + more / 2 > even or bool(bundle.day) != bool(parts[-1][-1].day):
            parts.append([])
            size = 0
        parts[-1].append(bundle)
        size += more
    return parts


def _pieces(bundles: Iterable[Bundle]) -> Iterable[Bundle]:
    """Bundles of which none is larger than a part."""
    for bundle in bundles:
        for at in range(0, len(bundle.members), ROOM):
            some = bundle.members[at : at + ROOM]
            number = at // ROOM + 1
            name, more = (f"{bundle.id}_{number}", " (tiếp)") if at else (bundle.id, "")
            yield Bundle(name, bundle.label + more, bundle.short, bundle.day, some, len(bundle.members))


def address(home: str, number: int) -> str:
    """The address of a part, counted from 1."""
    return home if number == 1 else addresses.older(home, number)


def ways(parts: Sequence[Sequence[Bundle]], home: str, number: int, build: Build) -> tuple[Link, ...]:
    """Links to all parts; none when there is one only."""
    if len(parts) < 2:
        return ()
    found = []
    for at, part in enumerate(parts, 1):
        first, last = part[0], part[-1]
        words = first.short if first.id == last.id else f"{first.short} đến {last.short[:1].lower()}{last.short[1:]}"
        count = f"{sum(len(bundle.members) for bundle in part)} việc"
        found.append(Link(words, build.href(address(home, at)), count, at == number))
    return tuple(found)
