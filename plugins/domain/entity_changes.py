"""What has become of organs and places, change by change: one took over others, a name ended, a name began.

Only what its words date is told; nothing here knows records or pages."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from plugins.domain import dates
from plugins.domain.dates import Moment
from plugins.domain.entities import Lines, earlier
from plugins.domain.frozen import dataclass
from plugins.domain.words import Entry

TAKEN_OVER, ENDED, BEGUN = "ke-tuc", "het", "co"


@dataclass(frozen=True)
class Change:
    """One change. `how`: TAKEN_OVER (`key` took over the `others`, on the day after their last where that is a day), ENDED (nobody is told
    to have taken it over), BEGUN. `last`: the last day of what was before; `first`: the first day of what is now; one of them is told.
    `name` is for ever: no two of one vocabulary share it."""

    key: str
    how: str
    others: tuple[str, ...] = ()
    last: Moment | None = None
    first: Moment | None = None

    @property
    def day(self) -> Moment:
        """The day by which changes are sorted."""
        return self.first or self.last

    @property
    def name(self) -> str:
        """What tells this change from others of the same vocabulary: its year counts, so that a corrected day makes no other change."""
        return f"{self.key}#{self.how}-{self.day.iso[:4]}"


def changes(known: Lines, keys: Collection[str]) -> list[Change]:
    """The changes of these entries, the newest first."""
    found = [change for key in keys for change in _of(known, known.entries[key])]
    return sorted(found, key=lambda change: (change.day.iso, change.key, change.how), reverse=True)


def _of(known: Lines, entry: Entry) -> Iterator[Change]:
    began, years = entry.valid_from, {}
    for key in known.before.get(entry.key, ()):
        if last := known.entries[key].valid_to:
            years.setdefault(last.iso[:4], []).append(key)
    told = False
    for origins in years.values():
        last = max((known.entries[key].valid_to for key in origins), key=lambda moment: moment.iso)
        first = began if began and not earlier(began, last) and began.iso[:4] <= str(int(last.iso[:4]) + 1) else None
        told |= first is not None
        if not first and last.precision == "day":
            first = dates.moment(date.fromisoformat(last.iso) + timedelta(days=1))
        yield Change(entry.key, TAKEN_OVER, tuple(origins), last, first)
    if entry.valid_to and not known.after.get(entry.key):
        yield Change(entry.key, ENDED, last=entry.valid_to)
    if began and not told:
        yield Change(entry.key, BEGUN, first=began)
