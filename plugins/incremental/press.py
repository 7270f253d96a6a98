"""The press: from what has changed to the pages that must be made again, and from them to the site.

Three plans, each a node of the ledger that is asked again only when something it has read has changed: an adapter says which
shelves there are, a shelf which outputs stand on it, an output what its bytes are."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from plugins.context import site, tracing
from plugins.context.build import Build
from plugins.context.outputs import RECORD, Adapter, Shelf, shelf_of
from plugins.context.progress import Progress
from plugins.incremental import families
from plugins.incremental.ledger import KEPT, Ledger
from plugins.incremental.making import Due, Job, Made, digest, stand
from plugins.incremental.manifest import Manifest
from plugins.incremental.parts import WHOLE, Part

PLAN, SHELF, OUTPUT, SITE = "dat:", "ke:", "tep:", "chung"  # nodes
_LATE = ":sau"
_AHEAD = 1000  # shelves that helpers are given before the rest is planned
Shelves = Callable[[Build], Iterable[Shelf]]
Maker = Callable[[Iterable[Job], bool], Iterator[Made]]


class Press:
    """One printing. `dirty` are the nodes to do again, each with the changed cells that it has read; `everything` leaves nothing to
    trust but the names of old files."""

    def __init__(self, build: Build, ledger: Ledger, manifest: Manifest, maker: Maker, progress: Progress, part: Part = WHOLE):
        self.build, self.ledger, self.manifest = build, ledger, manifest
        self.maker, self.progress, self.part = maker, progress, part
        self.dirty: dict[str, list[str]] = {}
        self.everything = False
        self.reasons: dict[str, list[str]] = {}  # file → the changed cells that it was made again for
        self.kept: set[str] = set()  # what this build has made to be kept
        self.handed: dict[str, tuple[str, ...]] = {}  # shelf → the records that it has read and handed to its outputs

    def print(self, adapters: Sequence[Adapter], cells: Iterable[str], disturbed: Iterable[str], everything: bool) -> None:
        """Makes what the changed `cells` and the `disturbed` files ask for, and takes note of it."""
        build = self.build
        self.everything = everything
        self.dirty = {} if everything else self.ledger.touched(cells)
        for name in disturbed:
            self.dirty.setdefault(OUTPUT + name, [])
        for cell in cells:
            if cell.startswith(tracing.RECORD):
                self.dirty[SHELF + RECORD + cell.removeprefix(tracing.RECORD)] = [cell]
        for records in [a.records for a in adapters if a.records]:
            if changed := [cell for cell in records.asked if cell in cells]:
                self.dirty.update((SHELF + shelf.name, changed) for shelf in records.shelves(build))
        self._site()
        self._forget_stale()
        build.mapped, build.listed = self.manifest.mapped, self.manifest.lists
        build.showing = self._shown
        shown = self._shown()
        self._round(adapters, [(f"{PLAN}{a.name}", a.shelves) for a in adapters if a.shelves])
        if self.part != WHOLE:
            return  # what depends on all pages is made when the parts are joined
        late = self.manifest.relisted | ({tracing.SHOWN} if self._shown() != shown else set())
        plans = [(f"{PLAN}{a.name}{_LATE}", a.late) for a in adapters if a.late]
        self.dirty |= self.ledger.touched(late | families.changed(self.manifest))
        done = self._round((), plans, late=True)
        again = {} if self.everything else self.ledger.touched(families.made(self.manifest))
        if again.keys() - done:  # put together from files that were made late, and not made after them already
            self.dirty |= {node: read for node, read in again.items() if node not in done}
            self._round((), plans, late=True)
        self._retire({f"{PLAN}{a.name}{when}" for a in adapters for when in ("", _LATE)})
        for cell in self.ledger.unread(tracing.KEPT):
            self.ledger.drop(KEPT + cell.removeprefix(tracing.KEPT))

    def _forget_stale(self) -> None:
        """What was kept and has read a changed cell is made again, and so is whatever shows it."""
        self.build.keeping.remembered = self.ledger.kept
        stale = self.ledger.names(KEPT) if self.everything else [node for node in self.dirty if node.startswith(KEPT)]
        for node in stale:
            self.ledger.drop(node)
        for node, cells in self.ledger.touched(tracing.KEPT + node.removeprefix(KEPT) for node in stale).items():
            self.dirty[node] = sorted({*self.dirty.get(node, ()), *cells})

    def _retire(self, plans: set[str]) -> None:
        """An adapter that is no longer among the plugins takes its shelves along."""
        for node in set(self.ledger.names(PLAN)) - plans:
            for shelf in self.ledger.result(node) or ():
                self._take_down(shelf)
            self.ledger.drop(node)

    def _site(self) -> None:
        """The view that all pages share; when it has changed, all pages are made again."""
        old = None if self.everything or SITE in self.dirty else self.ledger.result(SITE)
        if old is not None:
            self.build.site = old
            return
        before = self.ledger.result(SITE)
        with self.build.trace.reading() as reads:
            self.build.site = site.site(self.build)
        self.ledger.note(SITE, reads, self.build.site)
        if self.build.site != before:
            self.everything = True

    def _shown(self) -> list[str]:
        """The cells of the pictures and cards that pages show."""
        return self.ledger.read_by(tracing.PICTURE) + self.ledger.read_by(tracing.CARD)

    def _round(self, publishers: Sequence[Adapter], plans: list[tuple[str, Shelves]], late: bool = False) -> set[str]:
        """Plans, then makes: what goes is gone before anything takes its place. `publishers` are asked for single records. Gives
        the nodes of the outputs that were made."""
        dirty = [node.removeprefix(OUTPUT) for node in self.dirty if node.startswith(OUTPUT)]
        wanted = {node.removeprefix(SHELF) for node in self.dirty if node.startswith(SHELF)}
        wanted |= {shelf for name in dirty if (shelf := self.manifest.shelf_of(name))}
        records = {name for name in wanted if name.startswith(RECORD)}
        jobs: Iterable[Job]
        if self.everything and self.manifest.fresh and not late:
            total, jobs = self._stream(publishers, plans)
        else:
            jobs = [] if late else list(self._records(publishers, records))
            jobs += [job for node, shelves in plans for job in self._plan(node, shelves, wanted)]
            total = len(jobs)
        done: set[str] = set()
        last = None
        with self.progress.stage("Dựng trang", total) as step:
            for made in self.maker(jobs, late):
                self._take(made)
                if late:
                    done.add(OUTPUT + made.name)
                step(0 if made.shelf == last and last.startswith(RECORD) else 1)
                last = made.shelf
        self.manifest.flush()
        self.ledger.flush()
        return done

    def _take(self, made: Made) -> None:
        """Takes note of a file that was made."""
        node = OUTPUT + made.name
        self.dirty.pop(node, None)
        self.build.problems += made.faults
        for one in made.kept:
            if one.name not in self.kept:  # two helpers may have made the same
                self.ledger.note(KEPT + one.name, one.reads, data=self.build.keeping.data(one))
                self.kept.add(one.name)
        if problem := self.manifest.put(made):
            self.build.problems.append(problem)
        else:
            handed = self.handed.get(made.shelf)
            self.ledger.note(node, made.reads.union(handed) if handed else made.reads)

    def _stream(self, publishers: Sequence[Adapter], plans: list[tuple[str, Shelves]]) -> tuple[Callable[[], int], Iterator[Job]]:
        """The jobs of a site of which nothing is known, and how many they are, as soon as that is seen. The shelves of records come
        whole, and first: while helpers see to these, the rest is planned here."""
        records = [a.records for a in publishers if a.records]
        shelves = ((s, s.name) for some in records for s in some.shelves(self.build) if self.part.has(s.name))
        total = 0

        def jobs() -> Iterator[Job]:
            nonlocal total
            yield from islice(shelves, _AHEAD)
            planned = deque(due for node, there in plans for due, _name in self._plan(node, there, set(), later=True))
            there = sum(len(self.build.library.list(kind)) for some in records for kind in some.kinds)
            total = there // self.part.count + len(planned)
            yield from shelves
            while planned:
                due = planned.popleft()
                yield due, due.shelf.name

        return lambda: total, jobs()

    def _records(self, publishers: Sequence[Adapter], wanted: set[str]) -> Iterator[Job]:
        """The outputs of single records that must be made. What is gone, or published by nobody any more, is taken down."""
        if self.everything:
            wanted = self.manifest.shelves(RECORD)
            found = {shelf.name: shelf for a in publishers if a.records for shelf in a.records.shelves(self.build)}
        else:
            found = {name: shelf for name in sorted(wanted) if (shelf := shelf_of(name, publishers, self.build))}
        for name in sorted(wanted - found.keys()):
            self._take_down(name)
        for name, shelf in found.items():
            if self.part.has(name):
                yield from self._shelf(shelf, anew=self.everything)

    def _plan(self, node: str, shelves: Shelves, wanted: set[str], later: bool = False) -> Iterator[Job]:
        """The outputs of one adapter that must be made; `later`: they will wait. Shelves that are gone take their files along."""
        before: dict[str, str] | None = self.ledger.result(node)
        known, anew = before or {}, self.everything or node in self.dirty or before is None
        wanted = wanted & known.keys()
        if not anew and not wanted:
            return
        found: dict[str, Shelf] = {}
        with self.build.trace.reading() as reads:
            for shelf in shelves(self.build):
                found[shelf.name] = shelf
        changed: set[str] = set()
        if anew:
            given = {name: digest(shelf.given) for name, shelf in found.items()}
            for name in known.keys() - given.keys():
                self._take_down(name)
            changed = {name for name in given if known.get(name) != given[name]}
            self.ledger.note(node, reads, given)
        for name, shelf in found.items():
            if self.part.has(name) and (self.everything or name in changed or name in wanted):
                yield from self._shelf(shelf, self.everything or name in changed, later)

    def _shelf(self, shelf: Shelf, anew: bool, later: bool = False) -> Iterator[Job]:
        node = SHELF + shelf.name
        before = self.manifest.of_shelf(shelf.name)
        outputs, reads, faults = stand(shelf, self.build)
        self.build.problems += faults
        self.handed[shelf.name] = tuple(cell for cell in reads if cell.startswith(tracing.RECORD))
        if anew or node in self.dirty:
            if not shelf.name.startswith(RECORD):  # that reads its record and nothing else, which needs no note
                self.ledger.note(node, reads)
            for name in before.keys() - outputs.keys():
                self._drop(name)
        for name, output in outputs.items():
            if anew or OUTPUT + name in self.dirty or before.get(name) != digest(output.given):
                if not self.everything:
                    self._explain(name, node)
                yield Due(output.address, shelf) if later else output, shelf.name

    def _explain(self, name: str, shelf: str) -> None:
        """Notes which of the changed cells the file had read, or its shelf."""
        self.reasons[name] = self.dirty.get(OUTPUT + name) or self.dirty.get(shelf, [])

    def _take_down(self, shelf: str) -> None:
        for name in self.manifest.of_shelf(shelf):
            self._drop(name)
        self.ledger.drop(SHELF + shelf)

    def _drop(self, name: str) -> None:
        self.manifest.remove(name)
        self.ledger.drop(OUTPUT + name)
