"""Who does the work of a build: this process, or helpers on all cores when there is much of it. The work is the same.

Helpers are started afresh (spawn), so that nothing depends on what the first process has loaded. They read the store, write
staged files, and send back only what must be remembered."""

from __future__ import annotations

import gc
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from plugins.context import seam, theme
from plugins.context.body import Body
from plugins.context.build import Build, Parsed
from plugins.context.holdings import Entry, Holdings, Named
from plugins.context.library import Library
from plugins.context.outputs import RECORD, Shelf, shelf_of
from plugins.context.store import Store
from plugins.context.views import Site
from plugins.domain import addresses
from plugins.domain.frozen import dataclass
from plugins.domain.problems import Problem
from plugins.domain.words import Words
from plugins.incremental import ledger
from plugins.incremental.gate import Stop
from plugins.incremental.identity import blob_id
from plugins.incremental.judging import Judgement, judged
from plugins.incremental.making import Due, Job, Made, Rack, make, make_all
from plugins.incremental.staging import Staging

if TYPE_CHECKING:
    from concurrent.futures import Executor

MANY = 300  # files to read, or outputs to make, from which on helpers are worth their start
_BATCH, _WAITING = 40, 10  # how many a helper is given at a time; how many times as much is on its way
_LOST = (
    "Một tiến trình phụ bị tắt ngang khi đang dựng, thường vì máy hết bộ nhớ. Chưa có gì được ghi ra, trang cũ vẫn nguyên vẹn. "
    "Hãy đóng bớt chương trình khác rồi chạy lại đúng lệnh này."
)
Read = tuple[str, Parsed, Entry | None]


@dataclass(frozen=True)
class Brief:
    """What a helper must know of the build: settings, names of plugins, and of the store when there is something to make."""

    settings: dict[str, object]
    words: Words
    lost: bool
    store: Path | None = None
    site: Site | None = None
    unread: frozenset[str] = frozenset()


class Crew:
    """The hands of one build. `settings` are those of `seam.told`; None where no helpers are wanted."""

    def __init__(self, build: Build, settings: dict[str, object] | None = None, helpers: int | None = None):
        self.build, self.settings = build, settings
        self.helpers = (os.cpu_count() or 1 if helpers is None else helpers) if settings else 0
        self._pool: Executor | None = None
        self._briefs: list[Path] = []

    def read(self, names: Sequence[str], words: Words, lost: bool) -> Iterator[Read]:
        """The record files of these names, each read: what it says, and as it is stored when it is sound."""
        if self.helpers < 2 or len(names) < MANY:
            for name in names:
                yield name, *read_one(self.build, name, words, lost)
            return
        brief = self._send(Brief(self.settings, words, lost))
        self._pool.submit(_prepare, brief)  # while the first files are read
        yield from self._shared(_read_some, brief, list(names))

    def judge(self, keys: Sequence[str], store: Store) -> Iterator[Judgement | None]:
        """A judgement of each of these records. Helpers see a store before the build is done: it must be one with nothing to lose."""
        if self.helpers < 2 or len(keys) < MANY or store.path is None or not store.fresh:
            yield from (judged(key, self.build) for key in keys)
            return
        store.stage()
        library = self.build.library
        brief = Brief(self.settings, library.words.plain, False, store.path, unread=frozenset(library.unread))
        yield from self._shared(_judge_some, self._send(brief), keys)

    def maker(self, store: Store, staging: Staging) -> Callable[[Iterable[Job], bool], Iterator[Made]]:
        """What makes outputs, in their order; `alone`: without helpers."""

        def made(jobs: Iterable[Job], alone: bool) -> Iterator[Made]:
            jobs = iter(jobs)
            first = list(islice(jobs, MANY))
            if alone or self.helpers < 2 or len(first) < MANY or store.path is None:
                rack = Rack()
                for job, shelf in chain(first, jobs):
                    if isinstance(job, Shelf):
                        yield from make_all(job, self.build, staging)
                        continue
                    output = rack.find(job.shelf, addresses.file_name(job.address)) if isinstance(job, Due) else job
                    yield make(output, shelf, self.build, staging)
                return
            store.stage()
            self.build.keeping.tray = staging.tray
            staging.tray.mkdir(exist_ok=True)
            names = ((shelf, "" if isinstance(job, Shelf) else addresses.file_name(job.address)) for job, shelf in chain(first, jobs))
            brief = Brief(self.settings, self.build.library.words.plain, False, store.path, self.build.site)
            yield from self._shared(_make_some, self._send(brief), names)
            self.close()  # the rest is done alone, and what helpers have at hand is not wanted beside it

        return made

    def close(self) -> None:
        """Sends the helpers home."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        for path in self._briefs:
            path.unlink(missing_ok=True)
        self._pool, self._briefs = None, []

    def _send(self, brief: Brief) -> Path:
        """Lays a brief where helpers will read it, who are called now if there are none."""
        if self._pool is None:
            import multiprocessing  # slow to load, and seldom needed
            from concurrent.futures import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(self.helpers, multiprocessing.get_context("spawn"))
        name = f"tro-ly-{crc32(str(self.build.output).encode()):08x}"  # one build at a time writes there, and what a killed one left goes
        path = self.build.cache / f"{name}-{len(self._briefs)}.tam"
        path.write_bytes(pickle.dumps(brief))
        self._briefs.append(path)
        return path

    def _shared(self, work: Callable, path: Path, things: Iterable) -> Iterator:
        """What `work` gives for some things at a time, in the order of the things; only a few are on their way at once. Raises Stop
        when a helper was killed."""
        things, waiting = iter(things), deque()

        def send(batches: int) -> None:
            for _ in range(batches):
                if batch := list(islice(things, _BATCH)):
                    waiting.append(self._pool.submit(work, path, batch))

        from concurrent.futures import BrokenExecutor

        send(_WAITING * self.helpers)
        while waiting:
            try:
                found = waiting.popleft().result()
                send(1)
            except BrokenExecutor:
                raise Stop(_LOST) from None
            yield from found


def read_one(build: Build, name: str, words: Words, lost: bool) -> tuple[Parsed, Entry | None]:
    """One record file."""
    try:
        data = (build.content / name).read_bytes()
    except OSError as error:
        message = f"Không đọc được tệp ({error.strerror})."
        return Parsed.unreadable(Problem(f"{build.root}/{name}", 0, "khong-doc-duoc", message, "Kiểm tra quyền đọc của tệp.")), None
    parsed = replace(build.desk.parse(data, name, words, lost), id=blob_id(data))
    return parsed, Entry.of(parsed.record, parsed.body, parsed.named) if parsed.sound else None


# What follows runs in a helper, which serves one build and keeps here what the latest brief asks for.
_here: dict[str, object] = {}


def _arrive(path: Path) -> None:
    """Reads a brief, once."""
    if _here.get("path") == path:
        return
    gc.set_threshold(500_000)  # what a helper keeps is no ring, and looking for rings in it cost a fiftieth of a cold build
    brief: Brief = pickle.loads(path.read_bytes())  # written by the process that has started this one
    if "store" in _here:
        _here.pop("store").close()
    adapters = seam.adapters_of(brief.settings)
    build = seam.build_of(brief.settings)
    if "build" in _here and "env" in vars(_here["build"]):
        build.env = _here["build"].env  # templates that `_prepare` has compiled
    for adapter in adapters:
        if adapter.lend:
            adapter.lend(build)
    _here.update(path=path, build=build, brief=brief, staging=Staging(build.output))
    if brief.store:
        build.site = brief.site
        store = Store(brief.store, read_only=True)
        build.library = Library(Holdings(store, brief.words, build.as_of), build.trace)
        build.library.unread = set(brief.unread)
        build.keeping.remembered, build.keeping.tray = partial(ledger.kept, store), _here["staging"].tray
        _here.update(adapters=adapters, shelves=None, store=store, rack=Rack())


def _shelf(name: str) -> Shelf:
    """The shelf of that name. Those that belong to no single record are gone through when one of them is asked for."""
    if name.startswith(RECORD):
        return shelf_of(name, _here["adapters"], _here["build"])
    if _here["shelves"] is None:
        shelves = (shelf for adapter in _here["adapters"] if adapter.shelves for shelf in adapter.shelves(_here["build"]))
        _here["shelves"] = {shelf.name: shelf for shelf in shelves}
    return _here["shelves"][name]


def _prepare(path: Path) -> None:
    """Makes what all pages will need, and is slow to make."""
    _arrive(path)
    _here["build"].pictures.fonts()
    theme.compile_all(_here["build"].env)


def _read_some(path: Path, names: Sequence[str]) -> list[Read]:
    _arrive(path)
    build, brief = _here["build"], _here["brief"]
    found = []
    for name in names:
        parsed, entry = read_one(build, name, brief.words, brief.lost)
        found.append((name, Parsed(None, Body(), Named(), parsed.problems, True, parsed.id) if entry else parsed, entry))
    return found


def _judge_some(path: Path, keys: Sequence[str]) -> list[Judgement | None]:
    _arrive(path)
    found = (judged(key, _here["build"]) for key in keys)
    return [judgement and judgement.packed() for judgement in found]


def _make_some(path: Path, names: Sequence[tuple[str, str]]) -> list[Made]:
    """Outputs by their shelves and names; without a name all that stands on the shelf of a record."""
    _arrive(path)
    found = []
    for shelf, name in names:
        if name:
            found.append(make(_here["rack"].find(_shelf(shelf), name), shelf, _here["build"], _here["staging"]))
        else:
            found += make_all(_shelf(shelf), _here["build"], _here["staging"])
    return found
