"""Who does the work of a build: this process, or helpers on all cores when there is much of it. The work is the same.

Helpers are started afresh (spawn), so that nothing depends on what the first process has loaded. They read the store, write
staged files, and send back only what must be remembered."""

from __future__ import annotations

import gc
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.context import seam, theme
from plugins.context.body import Body
from plugins.context.build import Build, Parsed
from plugins.context.holdings import Entry, Holdings, Named
from plugins.context.library import Library
from plugins.context.outputs import shelf_of
from plugins.context.store import Store
from plugins.context.views import Site
from plugins.domain import addresses
from plugins.domain.frozen import dataclass
from plugins.domain.problems import Problem
from plugins.domain.words import Words
from plugins.incremental import ledger
from plugins.incremental.identity import blob_id
from plugins.incremental.making import Job, Made, make
from plugins.incremental.staging import Staging

if TYPE_CHECKING:
    from concurrent.futures import Executor

MANY = 300  # files to read, or outputs to make, from which on helpers are worth their start
_BATCH = 40  # how many a helper is given at a time
Read = tuple[str, Parsed, Entry | None]


@dataclass(frozen=True)
class Brief:
    """What a helper must know of the build: settings, names of plugins, and of the store when there is something to make."""

    settings: dict[str, object]
    words: Words
    lost: bool
    store: Path | None = None
    site: Site | None = None


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
        yield from self._shared(_read_some, list(names), Brief(self.settings, words, lost))
        # While this process judges what was read, a helper makes what all pages will need.
        self._pool.submit(_prepare, self._briefs[-1])

    def maker(self, store: Store, staging: Staging) -> Callable[[Sequence[Job], bool], Iterator[Made]]:
        """What makes outputs, in their order; `alone`: without helpers."""

        def made(jobs: Sequence[Job], alone: bool) -> Iterator[Made]:
            if alone or self.helpers < 2 or len(jobs) < MANY or store.path is None:
                for output, shelf in jobs:
                    yield make(output, shelf, self.build, staging)
                return
            store.stage()
            self.build.keeping.tray = staging.tray
            staging.tray.mkdir(exist_ok=True)
            names = [(shelf, addresses.file_name(output.address)) for output, shelf in jobs]
            words = self.build.library.words.plain
            yield from self._shared(_make_some, names, Brief(self.settings, words, False, store.path, self.build.site))

        return made

    def close(self) -> None:
        """Sends the helpers home."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        for path in self._briefs:
            path.unlink(missing_ok=True)
        self._pool, self._briefs = None, []

    def _shared(self, work: Callable, things: list, brief: Brief) -> Iterator:
        """What `work` gives for some things at a time, in the order of the things; only a few are on their way at once."""
        if self._pool is None:
            import multiprocessing  # slow to load, and seldom needed
            from concurrent.futures import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(self.helpers, multiprocessing.get_context("spawn"))
        path = self.build.cache / f"tro-ly-{os.getpid()}-{len(self._briefs)}.tam"
        path.write_bytes(pickle.dumps(brief))
        self._briefs.append(path)
        batches = (things[at : at + _BATCH] for at in range(0, len(things), _BATCH))
        waiting = deque(self._pool.submit(work, path, batch) for batch in islice(batches, 3 * self.helpers))
        while waiting:
            found = waiting.popleft().result()
            waiting.extend(self._pool.submit(work, path, batch) for batch in islice(batches, 1))
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
    gc.set_threshold(50_000)  # as in the process that has started this one
    brief: Brief = pickle.loads(path.read_bytes())  # written by the process that has started this one
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
        build.keeping.remembered, build.keeping.tray = partial(ledger.kept, store), _here["staging"].tray
        shelves = (shelf for adapter in adapters if adapter.shelves for shelf in adapter.shelves(build))
        _here.update(adapters=adapters, shelves={shelf.name: shelf for shelf in shelves})


def _prepare(path: Path) -> None:
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


def _make_some(path: Path, names: Sequence[tuple[str, str]]) -> list[Made]:
    _arrive(path)
    found, outputs = [], {}
    for shelf, name in names:
        if shelf not in outputs:
            there = _here["shelves"].get(shelf) or shelf_of(shelf, _here["adapters"], _here["build"])
            outputs[shelf] = {addresses.file_name(output.address): output for output in there.outputs()}
        found.append(make(outputs[shelf][name], shelf, _here["build"], _here["staging"]))
    return found
