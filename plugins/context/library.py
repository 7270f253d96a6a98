"""All that is published on the day of the build: records in order, their bodies, their relations, and every list of them.

Lists run from the oldest to the newest. Records come out of the holdings when they are asked for, and whoever asks is noted
(see `tracing`). Nothing here reads files or knows addresses of other hosts."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from plugins.context import threads, tracing
from plugins.context.body import Body
from plugins.context.calendar import day, shown_on
from plugins.context.holdings import Holdings
from plugins.context.registers import ABOUT, LAST, NEAR, last_shown
from plugins.context.tracing import Trace
from plugins.context.wording import Wording
from plugins.domain.bearers import Bearers
from plugins.domain.dates import Moment
from plugins.domain.meanings import Meaning
from plugins.domain.model_facets import Shared
from plugins.domain.records import News, Record
from plugins.domain.relations import Edge
from plugins.domain.threads import Brief, Thread

_KEPT = 300  # lists of which those shown last are at hand


class Records(Mapping[str, Record]):
    """The published records by key."""

    def __init__(self, holdings: Holdings, trace: Trace):
        self._holdings, self._trace = holdings, trace

    def __getitem__(self, key: str) -> Record:
        self._trace.note(tracing.RECORD + key)
        found = self._holdings.record(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        self._trace.note(f"{tracing.RECORD}{key}")
        return self._holdings.record(str(key)) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._holdings.keys())

    def __len__(self) -> int:
        return len(self._holdings.keys())


class Listed(Sequence[Record]):
    """A list, or a part of one: its length and its keys are known at once, a record is fetched when it is looked at."""

    def __init__(self, records: Records, entries: Sequence[str]):
        self._records, self.entries = records, entries

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the records."""
        return tuple(entry.split("\t")[1] for entry in self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, at):
        if isinstance(at, slice):
            return Listed(self._records, self.entries[at])
        return self._records[self.entries[at].split("\t")[1]]


class Ties:
    """Who names whom among the published records."""

    def __init__(self, holdings: Holdings, trace: Trace):
        self._holdings, self._trace = holdings, trace

    def out(self, key: str) -> tuple[Edge, ...]:
        """All edges that leave a record."""
        self._trace.note(tracing.OUT + key)
        return self._holdings.bonds.out(key)

    def into(self, key: str) -> tuple[Edge, ...]:
        """All edges that reach a record."""
        self._trace.note(tracing.INTO + key)
        return self._holdings.bonds.into(key)

    def from_(self, key: str, kind: str) -> tuple[Edge, ...]:
        """Edges of one kind that leave a record."""
        return tuple(e for e in self.out(key) if e.kind == kind)

    def to(self, key: str, kind: str) -> tuple[Edge, ...]:
        """Edges of one kind that reach a record."""
        self._trace.note(f"{tracing.INTO}{key}\t{kind}")
        return self._holdings.bonds.into(key, kind)

    def meanings(self, key: str) -> tuple[Meaning | None, ...]:
        """What the citations in the text of a record mean, in their order."""
        self._trace.note(tracing.MEANT + key)
        return self._holdings.bonds.meanings(key)


class Library:
    """The published records by key, their relations, the words, and lists by every word."""

    def __init__(self, holdings: Holdings, trace: Trace):
        self.holdings, self.trace, self.words = holdings, trace, Wording(holdings.words, trace)
        self.records = Records(holdings, trace)
        self.relations = Ties(holdings, trace)
        self._recent: dict[tuple[str, str], tuple[int, list[str]]] = {}
        self.unread: set[str] = set()  # keys of files with errors: nothing is published while there is one

    def record(self, key: str) -> Record | None:
        """A published record."""
        return self.records.get(key)

    def hidden(self, key: str) -> bool:
        """Whether there is a record that may not be seen yet."""
        self.trace.note(tracing.SOURCE + key)
        return self.holdings.hidden(key)

    def broken(self, key: str) -> bool:
        """Whether a key is that of a file with errors, which are reported elsewhere."""
        return key in self.unread

    def names(self) -> list[str]:
        """The keys of all published records, for suggestions."""
        return self.holdings.keys()

    def body(self, key: str) -> Body:
        """The body of a record. Raises KeyError."""
        self.trace.note(tracing.BODY + key)
        return self.holdings.body(key)

    def anchors(self, key: str) -> tuple[str, ...]:
        """The ids of the headings of a record's body."""
        self.trace.note(tracing.BODY + key)
        return self.holdings.named(key).anchors

    def passages(self, key: str) -> str:
        """What a search may lead to inside a document (see `Holdings.passages`)."""
        self.trace.note(tracing.BODY + key)
        return self.holdings.passages(key)

    def numbered(self, number: str) -> Bearers:
        """The documents of one printed number (see citations.key). Its cell changes with each of them."""
        self.trace.note(tracing.NUMBER + number)
        return self.holdings.numbered(number)

    def list(self, kind: str, key: str = "") -> Listed:
        """One list, from the oldest: kinds are news, document, model, collection, comparison, page (key ''), category, type, year, organ,
        news-year, topic, unit, place (with all within it), replicated, those of models (see
        `model_facets`: by reach, not by day), of duties and targets (see `agenda`); `index`: all records of a year; `about`: the news that
        name a record."""
        self.trace.note(f"{tracing.LIST}{kind}\t{key}")
        return Listed(self.records, self.holdings.registers.members(kind, key))

    def count(self, kind: str, key: str = "") -> int:
        """How many records a list has."""
        self.trace.note(f"{tracing.LIST}{kind}\t{key}")
        return self.holdings.registers.keys(kind).get(key, 0)

    def has(self, kind: str, key: str = "") -> bool:
        """Whether a list has any record."""
        self.trace.note(f"{tracing.HAS}{kind}\t{key}")
        return key in self.holdings.registers.keys(kind)

    def recent(self, kind: str, key: str = "", count: int = LAST) -> Listed:
        """The records of a list that were shown last, newest first, LAST at most: an undated document counts from the day it was
        posted."""
        self.trace.note(f"{tracing.RECENT}{kind}\t{key}")
        registers = self.holdings.registers
        kept = self._recent.get((kind, key))
        if kept is None or kept[0] != registers.turn:
            if len(self._recent) >= _KEPT:
                self._recent.clear()
            self._recent[kind, key] = kept = registers.turn, last_shown(registers.members(kind, key))
        return Listed(self.records, kept[1][:count])

    def keys(self, kind: str) -> tuple[str, ...]:
        """The keys of a kind that have at least one record, sorted."""
        self.trace.note(tracing.KEYS + kind)
        return tuple(sorted(self.holdings.registers.keys(kind)))

    def pairs(self, kind: str, value: str = "") -> Mapping[str, Shared]:
        """The pairs of a kind that models share: all, those of one value (``a/``, ``/b``), or one (``a/b``)."""
        self.trace.note(f"{tracing.PAIRS}{kind}\t{value}")
        return self.holdings.registers.pairs(kind, value)

    def nearest(self, record: News, target: str) -> Listed:
        """The news nearest in time to `record` among those that name `target` too: at most NEAR on either side."""
        self.trace.note(f"{tracing.NEAREST}{record.key}\t{target}")
        told = self.holdings.registers.members(ABOUT, target)
        at = bisect_left(told, _place(record))
        return Listed(self.records, [e for e in told[max(0, at - NEAR) : at + NEAR + 1] if e.split("\t")[1] != record.key])

    def threads(self) -> tuple[str, ...]:
        """The keys of all threads of models, sorted."""
        self.trace.note(tracing.KEYS + threads.KIND)
        return tuple(self.holdings.threads.keys())

    def thread(self, key: str) -> Thread | None:
        """One thread of models: its members in order, with what ties them."""
        self.trace.note(tracing.THREAD + key)
        return self.holdings.threads.thread(key)

    def thread_brief(self, key: str) -> Brief | None:
        """What others tell of a thread: its name, how many models, between which years."""
        self.trace.note(tracing.BRIEF + key)
        found = self.holdings.threads.thread(key)
        return found.brief if found else None

    def threads_of(self, model: str) -> tuple[str, ...]:
        """The keys of the threads in which a model stands."""
        self.trace.note(tracing.THREADED + model)
        return self.holdings.threads.of(model)

    def neighbours(self, record: Record) -> tuple[Record | None, Record | None]:
        """The record before and after it in the list of its kind."""
        self.trace.note(tracing.NEIGHBOURS + record.key)
        row = self.holdings.registers.members(record.kind)
        at = bisect_left(row, _place(record))
        before, after = row[at - 1 : at] if at else [], row[at + 1 : at + 2]
        return next(iter(Listed(self.records, before)), None), next(iter(Listed(self.records, after)), None)

    def has_come(self, moment: Moment) -> bool:
        """Whether a day lies not after the day of the build."""
        self.trace.note(tracing.DAY + moment.iso[:10])
        return moment.iso[:10] <= self.holdings.as_of

    def since(self, day: str) -> bool:
        """Whether the newest news, document or model is of that day (ISO) or of a later one: how an age is told without a clock."""
        self.trace.note(tracing.SINCE + day)
        return self.holdings.registers.newest() >= day


def _place(record: Record) -> str:
    return f"{day(record)}\t{record.key}\t{shown_on(record)}"
