"""What is wrong with records among one another, and what they name: each is judged again when something it looked at has changed.

A judgement is a node of the ledger; its problems are kept among the faults, its edges among the holdings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from plugins.context import tracing
from plugins.context.bonds import Tied
from plugins.context.build import Build, Parsed
from plugins.context.progress import Progress
from plugins.domain import doubts, identities, relations, rings
from plugins.domain.meanings import Meaning
from plugins.domain.problems import Problem
from plugins.domain.relations import Edge
from plugins.incremental.faults import Faults
from plugins.incremental.ledger import Ledger

RECORD, WORDS = "xet:", "xet-du-lieu"  # nodes
QUOTES = "xet-ngay"  # who tells what texts say against one another


class Judgement(NamedTuple):
    """What one record has come to: the cells that were read, what is wrong, whether it is shown; the edges that leave it, what its
    citations mean and the days that it gives for what is not here. A helper has packed edges and meanings (`tied`) and tells only
    those edges besides that might close a ring."""

    reads: frozenset[str]
    problems: list[Problem]
    shown: bool
    edges: tuple[Edge, ...] = ()
    meant: tuple[Meaning | None, ...] = ()
    quotes: tuple[doubts.Quote, ...] = ()
    tied: Tied | None = None

    def packed(self) -> "Judgement":
        """As a helper sends it."""
        risky = tuple(edge for edge in self.edges if edge.kind in rings.ACYCLIC)
        return self._replace(edges=risky, meant=(), tied=Tied.of(self.edges, self.meant))


Judges = Callable[[Sequence[str]], Iterator[Judgement | None]]


def judged(key: str, build: Build) -> Judgement | None:
    """The judgement of one record: it depends on what it reads, and changes nothing. None when there is no such record."""
    library, holdings = build.library, build.library.holdings
    shown = holdings.record(key)
    record = shown or holdings.any(key)
    if record is None:
        return None
    named = holdings.named(key)
    with build.trace.reading() as reads:
        build.trace.note(tracing.SOURCE + key)
        problems = build.desk.judge(record, named, library)
        edges, meant, faults = relations.edges(record, named.cited, named.linked, library) if shown else ((), (), [])
        problems += [*faults, *(doubts.doubts(record, named.cited, meant, library) if meant else ())]
    quotes = doubts.quotes(named.cited, meant) if meant else ()
    return Judgement(frozenset(reads), problems, bool(shown), edges, meant, quotes)


class Judging:
    """The judgement of one build. `unread` are the files with errors, by key; `judges` finds a judgement for each of the others.
    `pictures` gathers the files that were looked at."""

    def __init__(self, build: Build, ledger: Ledger, faults: Faults, unread: dict[str, Parsed], judges: Judges):
        self.build, self.ledger, self.faults, self.unread, self.judges = build, ledger, faults, unread, judges
        self.holdings = build.library.holdings
        self.pictures: set[str] = set()

    def judge(self, read: set[str], words_changed: bool, cells: set[str], progress: Progress) -> None:
        """Judges the records that were `read` and all that have looked at one of the changed `cells`."""
        fresh = self.holdings.empty
        waiting = {RECORD + key for key in read}
        waiting |= set() if fresh else self.ledger.touched(cells).keys()
        waiting |= {RECORD + cell.removeprefix(tracing.SOURCE) for cell in cells if cell.startswith(tracing.SOURCE)}
        edges: list[Edge] = []
        keys = sorted(node.removeprefix(RECORD) for node in waiting if node.startswith(RECORD))
        here = [key for key in keys if key not in self.unread]
        with progress.stage("Xét bài", len(keys)) as step:
            for key in keys if len(here) < len(keys) else ():
                self._unread(key)
            for key, judgement in zip(here, self.judges(here), strict=True):
                edges += self._take(key, judgement) if judgement else ()
                step(1)
        if words_changed or WORDS in waiting:
            with self.build.trace.reading() as reads:
                problems = self.build.desk.judge_words(self.build.library)
            self.ledger.note(WORDS, reads)
            self.faults.tell(WORDS, problems)
        if self.holdings.bonds.requoted:
            self.faults.tell(QUOTES, [problem for some in self.holdings.bonds.disputed() for problem in self._across(some)])
        self.build.problems += self._conflicts(read - self.unread.keys(), fresh)
        self.build.problems += rings.faults(self._chains(edges), self.holdings.any)

    def _unread(self, key: str) -> None:
        if (parsed := self.unread.get(key)) and parsed.record:
            self.build.problems += self.build.desk.judge(parsed.record, parsed.named, self.build.library)
            self.build.problems += relations.edges(parsed.record, (), (), self.build.library)[2]

    def _take(self, key: str, judgement: Judgement) -> Iterable[Edge]:
        reads, problems, shown, edges, meant, quotes, tied = judgement
        self.pictures |= {cell.removeprefix(tracing.FILE) for cell in reads if cell.startswith(tracing.FILE)} if shown else set()
        self.ledger.note(RECORD + key, reads)
        self.faults.tell(RECORD + key, problems)
        if tied:
            self.holdings.enter(key, tied, quotes)
        else:
            self.holdings.link(key, edges, meant, quotes)
        return edges

    def _across(self, quoted: list[tuple[str, doubts.Quote]]) -> list[Problem]:
        """What several texts say of one document that is not here."""
        return doubts.across((self.holdings.any(source).path, quote) for source, quote in quoted)

    def _conflicts(self, keys: set[str], fresh: bool) -> list[Problem]:
        """Clashes of address, id and identity in which a record that was read takes part."""
        rivals = self.holdings.rivals(None if fresh else keys)
        rivals |= {key for key in keys if key.startswith(("trang/", "mo-hinh/")) and self.holdings.any(key)}  # these may take a list's name
        return identities.conflicts(self.holdings.any(key) for key in rivals)

    def _chains(self, edges: Iterable[Edge]) -> list[Edge]:
        """The edges that could close a ring, and all that they lead to."""
        found = {edge: None for edge in edges if edge.kind in rings.ACYCLIC and edge.target}
        waiting, seen = [edge.target for edge in found], set()
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                further = [edge for edge in self.holdings.bonds.out(key) if edge.kind in rings.ACYCLIC and edge.target]
                found.update(dict.fromkeys(further))
                waiting += [edge.target for edge in further]
        return list(found)
