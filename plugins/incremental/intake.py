"""From the content folder to the holdings: which files have changed, what they say now, and what is wrong with any of them.

Only what has changed is read again; what was found in the rest is remembered. Nothing here is written to the site."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from plugins.context import tracing
from plugins.context.build import Build, Parsed
from plugins.context.calendar import future
from plugins.context.holdings import Entry, Holdings
from plugins.context.library import Library
from plugins.context.progress import Progress
from plugins.context.store import Store
from plugins.domain.frozen import dataclass
from plugins.domain.problems import ERROR, Problem
from plugins.domain.words import Words
from plugins.incremental.faults import Faults
from plugins.incremental.identity import Change, Identities
from plugins.incremental.judging import RECORD, WORDS, Judging, judged
from plugins.incremental.ledger import Ledger
from plugins.incremental.rewording import Reworded, changed

DATA = "data"  # the kind of the files that hold the controlled words
Reader = Callable[[list[str], Words, bool], Iterator[tuple[str, Parsed, Entry | None]]]


@dataclass(frozen=True)
class Taken:
    """What an intake came to: the files that have changed, how many records were read, the cells that have changed, whether everything
    must be made again because of the words, and the pictures that the records read show."""

    change: Change
    read: int
    cells: frozenset[str]
    words: bool
    pictures: frozenset[str]


class Intake:
    """One reading of the content folder. `reader` reads files, `judges` judges records, one by one or on all cores."""

    def __init__(
        self, build: Build, store: Store, ledger: Ledger, reader: Reader, progress: Progress, judges: Callable[..., Iterator] | None = None
    ):
        self.build, self.store, self.ledger, self.reader, self.progress = build, store, ledger, reader, progress
        self.judges = judges or (lambda keys, _store: (judged(key, build) for key in keys))
        self.faults = Faults(store)
        self.unread: dict[str, Parsed] = {}

    def take(self, afresh: bool = False, known: Iterable[str] = ()) -> Taken:
        """Reads what has changed, everything when `afresh`, and fills the build's library and problems. `known` are cells of which is
        known already that they have changed."""
        build, desk = self.build, self.build.desk
        files, problems = desk.scan()
        ill = self._illnamed(files, problems)
        self.identities = Identities(self.store, "content", build.content)
        change = self.identities.compare(files, later=self._is_record)
        data = {name for name in change.touched | change.gone if desk.kind(name) == DATA}
        words_changed = bool(data) or self.store.get("words") is None
        reworded = self._words(files.keys() - ill) if words_changed else Reworded()
        afresh |= reworded.anew
        words, lost = self.store.get("words"), self.store.get("words-lost")
        holdings = Holdings(self.store, words, build.as_of, telling=not afresh)
        build.library = Library(holdings, build.trace)
        if afresh:
            self._forget_all(holdings)
        empty = not any(map(self._is_record, files))
        if change.come or afresh:
            near = {desk.key(name) for name in change.come}  # what is wrong among the others would have stopped the last build
            problems += desk.misplaced(files if afresh else [name for name in files if desk.key(name) in near])
        problems += [desk.nothing()] if empty else []
        records = {name for name in (files if afresh else change.touched | change.gone) if self._is_record(name)}
        for name in sorted(records & change.gone):
            self._forget(desk.key(name), holdings)
        self.unread |= {desk.key(name): Parsed.unreadable() for name in records & ill}
        if reworded.respelt and not afresh:
            again = self._spelt(reworded.respelt, holdings)
            records |= {name for name in files if self._is_record(name) and desk.key(name) in again}
        read = self._read(sorted(records - change.gone - ill), words, lost, holdings)
        cells = self._turn(holdings, read) | reworded.cells | set(known)
        cells |= {tracing.FILE + name for name in change.touched | change.gone if not desk.kind(name)}
        build.library.unread = set(self.unread)
        build.pictures.look([name for name in change.touched if not desk.kind(name)], self.progress)
        self.identities.save()
        del files, records, self.identities  # of a large site they are large
        judging = Judging(build, self.ledger, self.faults, self.unread, lambda keys: self.judges(keys, self.store))
        judging.judge(read, words_changed, cells | holdings.cells, self.progress)
        newest = holdings.registers.newest()
        holdings.settle()
        cells |= self._aged(newest, holdings.registers.newest())
        build.problems += problems if empty else [*problems, *self.faults.all()]
        told = frozenset() if afresh else frozenset(cells | holdings.cells)  # afresh everything is made, whatever has changed
        holdings.cells.clear()
        return Taken(change, len(read), told, afresh, frozenset(judging.pictures))

    def _is_record(self, name: str) -> bool:
        return self.build.desk.kind(name) not in ("", DATA)

    def _illnamed(self, files: Iterable[str], problems: Iterable[Problem]) -> set[str]:
        """The files that lie under a name which cannot stay: that is told, and where they are on the disk is not asked."""
        told, root = {problem.path for problem in problems if problem.level == ERROR}, self.build.root
        folders = (name.split("/") for name in files if told)
        return {"/".join(parts) for parts in folders if any("/".join([root, *parts[:n]]) in told for n in range(1, len(parts) + 1))}

    def _words(self, files: Iterable[str]) -> Reworded:
        """Reads the data files; tells what has changed in them (see `rewording`). Other comments, blank lines, an entry on another
        line change nothing but the lines of what is told."""
        build = self.build
        texts = {name: (build.content / name).read_bytes() for name in sorted(files) if build.desk.kind(name) == DATA}
        words, problems = build.desk.words(texts)
        found = changed(self.store.get("words"), words)
        lost = build.desk.lost(problems)
        anew = found.anew or lost or bool(self.store.get("words-lost"))
        self.store.set("words", words)
        self.store.set("words-lost", lost)
        self.faults.tell(WORDS + ":", problems)
        return replace(found, anew=anew)

    def _spelt(self, lists: Iterable[str], holdings: Holdings) -> set[str]:
        """The keys of the records in these lists (kind ⇥ key), and of all that are not seen and so in none."""
        found = {row[0] for row in self.store.execute("SELECT key FROM records WHERE NOT public")}
        return found.union(*({e.split("\t")[1] for e in holdings.registers.members(*name.split("\t"))} for name in lists))

    def _forget_all(self, holdings: Holdings) -> None:
        told = self.faults.all_of(WORDS + ":")
        holdings.clear()
        self.ledger.clear((RECORD, WORDS))
        self.faults.forget()
        self.faults.tell(WORDS + ":", told)

    def _forget(self, key: str, holdings: Holdings) -> None:
        holdings.remove(key)
        self.ledger.drop(RECORD + key)
        self.faults.tell(key, ())
        self.faults.tell(RECORD + key, ())

    def _read(self, names: list[str], words: Words, lost: bool, holdings: Holdings) -> set[str]:
        """Takes in the records of these files; returns their keys."""
        keys = set()
        with self.progress.stage("Đọc bài", len(names)) as step:
            for name, parsed, entry in self.reader(names, words, lost):
                step(1)
                key = self.build.desk.key(name)
                if key in keys:  # two files of one key, which is told; the first one stands for it
                    self.build.problems += parsed.problems
                    continue
                keys.add(key)
                self.identities.learn(name, parsed.id)
                if entry:
                    self.build.problems += future([holdings.put(entry)], self.build.as_of)
                else:
                    self._forget(key, holdings)
                    self.unread[key] = parsed
                self.faults.tell(key, parsed.problems)
        return keys

    def _turn(self, holdings: Holdings, read: set[str]) -> set[str]:
        """Another day than that of the last build: embargoes end, news expires; an earlier day may lay days into the future."""
        before, today = self.store.get("as-of", ""), self.build.as_of
        if before == today:
            return set()
        self.store.set("as-of", today)
        seen = holdings.judge(today)
        if today < before:
            seen = (holdings.record(key) for key in set(holdings.keys()) - read)
        self.build.problems += future(seen, today)
        return self._between(tracing.DAY, before, today)

    def _aged(self, before: str, now: str) -> set[str]:
        """The newest record is of another day than it was: what is told of age may have turned."""
        return set() if before == now else self._between(tracing.SINCE, before, now)

    def _between(self, kind: str, *days: str) -> set[str]:
        """The cells of a kind whose day lies after one of two days and not after the other."""
        low, high = sorted(days)
        return {cell for cell in self.ledger.read_by(kind) if low < cell.removeprefix(kind) <= high}
