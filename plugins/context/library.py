"""All that is published on the day of the build: records in order, their bodies, their relations, and every list of them.

Lists run from the oldest to the newest. Nothing here reads files or knows addresses of other hosts."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nlargest

from plugins.context.body import Body
from plugins.domain import addresses
from plugins.domain.problems import Problem
from plugins.domain.records import Document, Model, News, Page, Record
from plugins.domain.relations import Relations
from plugins.domain.words import Words


def day(record: Record) -> str:
    """The day (ISO) by which a record is ordered: its date; a model's latest figure or review; else its year."""
    if record.date:
        return record.date.iso
    if isinstance(record, Model):
        days = [m.iso for m in (record.reviewed_on, *(r.as_of for r in record.results)) if m]
        if record.period:
            days += [m.iso for m in (record.period.start,) if m]
        return max(days, default="")
    year = addresses.year(record) if isinstance(record, Document) else ""
    return year if year.isdigit() else ""


def shown_on(record: Record) -> str:
    """The day (ISO) on which readers could first see a record: its date, else the day it was posted, else `day`."""
    posted = getattr(record, "posted", None)
    return record.date.iso if record.date else posted.iso if posted else day(record)


def order(record: Record) -> tuple[str, str]:
    """The total order of lists: by day, then by key."""
    return day(record), record.key


def is_public(record: Record, as_of: str) -> bool:
    """Whether a record may be seen on the day `as_of`: neither a draft nor under embargo."""
    return record.status != "draft" and not (record.embargo and record.embargo.iso[:10] > as_of)


_DAYS = ("date", "posted", "modified", "reviewed_on")  # days of a record that can only lie in the past


def future(records: Iterable[Record], as_of: str) -> list[Problem]:
    """Days after the day of the build, which an embargo that still holds excuses; they would stand first in feeds for years."""
    problems = []
    for record in records:
        if record.status == "draft" or not is_public(record, as_of):
            continue
        days = [(record.line(name), getattr(record, name, None)) for name in _DAYS]
        days += [(r.line, r.as_of) for r in (*getattr(record, "results", ()), *getattr(record, "replication", ()))]
        for line, moment in days:
            if moment and moment.iso[:10] > as_of:
                hint = f"Sửa lại ngày, hoặc hẹn ngày đăng bài bằng dòng: đăng từ: {moment.iso[:10]}"
                problems.append(
                    Problem(record.path, line, "ngay-tuong-lai", f"Ngày {moment.iso[:10]} ở sau ngày dựng trang ({as_of}).", hint)
                )
    return problems


@dataclass(frozen=True)
class Library:
    """The published records by key (in order), their relations, the words, and lists by every word."""

    records: Mapping[str, Record]
    relations: Relations
    words: Words
    body: Callable[[str], Body]
    lists: Mapping[tuple[str, str], tuple[Record, ...]] = field(init=False)

    def __post_init__(self):
        lists = defaultdict(list)
        for record in sorted(self.records.values(), key=order):
            for name in _memberships(record, self.words):
                lists[name].append(record)
            if isinstance(record, News):
                for target in {e.target for e in self.relations.outgoing.get(record.key, ()) if e.target}:
                    lists["about", target].append(record)
        object.__setattr__(self, "lists", {name: tuple(records) for name, records in lists.items()})

    def list(self, kind: str, key: str = "") -> tuple[Record, ...]:
        """One list, from the oldest: kinds are news, document, model, page (key ''), category, type, year, organ,
        news-year, field, model-status, topic, unit, place; `about`: the news that name a record."""
        return self.lists.get((kind, key), ())

    def recent(self, kind: str, key: str = "", count: int = 50) -> tuple[Record, ...]:
        """The records of a list that were shown last, newest first: an undated document counts from the day it was posted."""
        return tuple(nlargest(count, self.list(kind, key), key=lambda r: (shown_on(r), r.key)))

    def keys(self, kind: str) -> tuple[str, ...]:
        """The keys of a kind that have at least one record, sorted."""
        return tuple(sorted(key for name, key in self.lists if name == kind))

    def nearest(self, record: News, target: str, count: int) -> tuple[Record, ...]:
        """The news nearest in time to `record` among those that name `target` too: at most `count` on either side."""
        told = self.list("about", target)
        at = bisect_left(told, order(record), key=order)
        return tuple(r for r in told[max(0, at - count) : at + count + 1] if r.key != record.key)

    def neighbours(self, record: Record) -> tuple[Record | None, Record | None]:
        """The record before and after it in the list of its kind."""
        before, after = self._neighbours.get(record.key, (None, None))
        return before, after

    @property
    def _neighbours(self) -> Mapping[str, tuple[Record | None, Record | None]]:
        table = self.__dict__.get("_table")
        if table is None:
            table = {}
            for kind in ("news", "document", "model"):
                row = (None, *self.list(kind), None)
                table.update({row[i].key: (row[i - 1], row[i + 1]) for i in range(1, len(row) - 1)})
            object.__setattr__(self, "_table", table)
        return table


def _memberships(record: Record, words: Words) -> set[tuple[str, str]]:
    """Every list that a record belongs to."""
    lists = {(record.kind, "")} | {("topic", t) for t in record.topics}
    match record:
        case News():
            lists |= {("category", record.category), ("news-year", addresses.year(record))}
            lists |= {("unit", u) for u in record.units} | {("place", p) for p in record.places}
        case Document():
            lists |= {("type", record.type), ("year", addresses.year(record)), ("organ", record.organ), ("unit", record.organ)}
            organ = words.entry("organs", record.organ)
            lists |= {("place", organ.place)} if organ and organ.place else set()
        case Model():
            lists |= {("field", f) for f in record.field} | {("model-status", record.status)}
            lists |= {("unit", record.unit), ("place", record.place)}
        case Page():
            pass
    return lists
