"""The press: from what has changed to the pages that must be made again, and from them to the site.

Three plans, each a node of the ledger that is asked again only when something it has read has changed: an adapter says which
shelves there are, a shelf which outputs stand on it, an output what its bytes are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from plugins.context import site, tracing
from plugins.context.build import Build
from plugins.context.outputs import RECORD, Adapter, Shelf, shelf_of
from plugins.context.progress import Progress
from plugins.domain import addresses
from plugins.incremental import families
from plugins.incremental.ledger import KEPT, Ledger, kept
from plugins.incremental.making import Job, Made, digest
from plugins.incremental.manifest import Manifest, claimed
from plugins.incremental.parts import WHOLE, Part

PLAN, SHELF, OUTPUT, SITE = "dat:", "ke:", "tep:", "chung"  # nodes
_LATE = ":sau"
Shelves = Callable[[Build], Iterable[Shelf]]
Maker = Callable[[Sequence[Job], bool], Iterator[Made]]


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
        late = {tracing.PAGES} if self.manifest.relisted else set()
        late |= {tracing.SHOWN} if self._shown() != shown else set()
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
        self.build.keeping.remembered = partial(kept, self.ledger.store)
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
        jobs = list(self._records(publishers, {name for name in wanted if name.startswith(RECORD)})) if not late else []
        jobs += [job for node, shelves in plans for job in self._plan(node, shelves, wanted)]
        done = {OUTPUT + addresses.file_name(output.address) for output, _shelf in jobs}
        for node in done & self.dirty.keys():
            del self.dirty[node]
        with self.progress.stage("Dựng trang", len(jobs)) as step:
            for made in self.maker(jobs, late):
                for one in made.kept:
                    if one.name not in self.kept:  # two helpers may have made the same
                        self.ledger.note(KEPT + one.name, one.reads, data=self.build.keeping.data(one))
                        self.kept.add(one.name)
                problem = self.manifest.put(made)
                if problem:
                    self.build.problems.append(problem)
                else:
                    self.ledger.note(OUTPUT + made.name, made.reads.union(self.handed[made.shelf]))
                step(1)
        self.manifest.flush()
        self.ledger.flush()
        return done

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

    def _plan(self, node: str, shelves: Shelves, wanted: set[str]) -> Iterator[Job]:
        """The outputs of one adapter that must be made. Shelves that are gone take their files along."""
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
                yield from self._shelf(shelf, anew=self.everything or name in changed)

    def _shelf(self, shelf: Shelf, anew: bool) -> Iterator[Job]:
        node = SHELF + shelf.name
        before, outputs = self.manifest.of_shelf(shelf.name), {}
        with self.build.trace.reading() as reads:
            for output in shelf.outputs():
                if outputs.setdefault(addresses.file_name(output.address), output) is not output:
                    self.build.problems.append(claimed(output.address, output.source, output.source))
        self.handed[shelf.name] = tuple(cell for cell in reads if cell.startswith(tracing.RECORD))
        if anew or node in self.dirty:
            self._remember(shelf, reads)
            for name in before.keys() - outputs.keys():
                self._drop(name)
        for name, output in outputs.items():
            if anew or OUTPUT + name in self.dirty or before.get(name) != digest(output.given):
                if not self.everything:
                    self._explain(name, node)
                yield output, shelf.name

    def _remember(self, shelf: Shelf, reads: set[str]) -> None:
        """What a shelf has read; that of a record reads its record and nothing else, which needs no note."""
        own = {tracing.RECORD + shelf.name.removeprefix(RECORD)} if shelf.name.startswith(RECORD) else None
        if own is None:
            self.ledger.note(SHELF + shelf.name, reads)
        elif reads - own:
            raise AssertionError(f"the shelf {shelf.name} has read more than its record: {sorted(reads - own)}")

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
