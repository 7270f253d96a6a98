"""One output becomes bytes: a page is viewed and rendered, a file is made, a copy is read; and what that took is told.

Works alike in the process of the build and in its helpers. What is made again is decided in `press`."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from sys import intern  # what many pages name is sent and kept once
from typing import NamedTuple

from plugins.context import theme, tracing
from plugins.context.build import Build
from plugins.context.keeping import Kept
from plugins.context.outputs import RECORD, Copy, Output, Page, Shelf
from plugins.domain import addresses
from plugins.domain.problems import Problem
from plugins.incremental.linkcheck import LinkCheck
from plugins.incremental.staging import Staging


class Made(NamedTuple):
    """One file of the site. `given` is the digest of what its shelf gave it; `size` and `written` (ns) describe the file on disk;
    `changed` says that its bytes are new. Of a page: `modified`, `title`, `listed` (in site maps), `record` (the page of one
    record), the `ids` it offers, the addresses it `wants`. `reads` are the cells that it depends on, `kept` what was made for it and may
    serve others, `faults` what is wrong with its shelf."""

    name: str
    address: str
    shelf: str
    source: str
    given: str
    size: int
    written: int
    changed: bool
    page: bool = False
    modified: str = ""
    title: str = ""
    listed: bool = False
    record: bool = False
    ids: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    reads: frozenset[str] = frozenset()
    kept: tuple[Kept, ...] = ()
    faults: tuple[Problem, ...] = ()


_links = lru_cache(maxsize=2)(LinkCheck)


class Due(NamedTuple):
    """An output of which nothing is held but its address until its turn comes; its shelf gives it then (see `Rack`)."""

    address: str
    shelf: Shelf


Job = tuple[Output | Due | Shelf, str]  # an output and the name of its shelf, or all that stands on the shelf of a record


class Rack:
    """The shelf that was asked last, with its outputs: those of one shelf are made in a row."""

    def __init__(self):
        self._shelf: str | None = None
        self._outputs: dict[str, Output] = {}

    def find(self, shelf: Shelf, name: str) -> Output:
        """The output on a shelf by the name of its file."""
        if self._shelf != shelf.name:
            self._outputs = {}  # both need not be held at once
            self._outputs, self._shelf = {addresses.file_name(output.address): output for output in shelf.outputs()}, shelf.name
        return self._outputs[name]


def digest(given: object) -> str:
    """What a shelf or an output was given, in short; equal values give equal digests in every process. A function tells it."""
    if given is None:
        return ""
    given = given() if callable(given) else given
    text = given if isinstance(given, str) else repr(given)  # long lists are told as text, which takes long to show
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def claimed(address: str, source: str, first: str) -> Problem:
    """Two that claim one address."""
    hint = "Đổi “đường dẫn” hoặc “khóa” của một bên."
    if source.endswith("/chuyen-huong.yml"):
        hint = "Trang ấy vẫn đang có: bỏ mục chuyển hướng này, hoặc xóa tệp của trang trước."
    return Problem(source, 0, "trung-dia-chi", f"Địa chỉ {address} đã thuộc về {first}.", hint)


class Standing(NamedTuple):
    """The outputs of a shelf by the names of their files, the cells that it has read, and two outputs of one address."""

    outputs: dict[str, Output]
    reads: set[str]
    faults: tuple[Problem, ...]


def stand(shelf: Shelf, build: Build) -> Standing:
    """What stands on a shelf. That of a record may read its record and nothing else: nobody notes what it has read."""
    outputs: dict[str, Output] = {}
    twice: list[Output] = []
    with build.trace.reading() as reads:
        for output in shelf.outputs():
            if outputs.setdefault(addresses.file_name(output.address), output) is not output:
                twice.append(output)
    if shelf.name.startswith(RECORD) and (strange := reads - {tracing.RECORD + shelf.name.removeprefix(RECORD)}):
        raise AssertionError(f"the shelf {shelf.name} has read more than its record: {sorted(strange)}")
    return Standing(outputs, reads, tuple(claimed(o.address, o.source, o.source) for o in twice))


def make_all(shelf: Shelf, build: Build, staging: Staging) -> Iterator[Made]:
    """Makes all that stands on the shelf of a record."""
    outputs, reads, faults = stand(shelf, build)
    for output in outputs.values():
        yield make(output, shelf.name, build, staging, reads, faults)
        faults = ()


def make(output: Output, shelf: str, build: Build, staging: Staging, handed: Iterable[str] = (), faults: tuple[Problem, ...] = ()) -> Made:
    """Makes one output and stages its bytes where they differ from those of the site. It depends on what it was `handed`, too."""
    name = addresses.file_name(output.address)
    page: tuple = ()
    with build.trace.reading() as reads:
        if isinstance(output, Page):
            view = output.view()
            html = theme.render(build.env, output.template, build.site, view)
            modified = output.modified if isinstance(output.modified, str) else output.modified()
            title = view.head.title.removesuffix(f" | {build.site.name}")
            found = _links(build.url).facts(output.address, html)
            page = True, modified, title, output.index, output.record, tuple(sorted(found.ids)), found.wants, found.strange
            data = html.encode()
        elif isinstance(output, Copy):
            data = output.path.read_bytes()
            if output.cell:
                build.trace.note(output.cell)
        else:
            data = output.content()
    changed, written = staging.put(name, data)
    file = name, output.address, shelf, output.source, digest(output.given), len(data), written, changed
    return Made(*file, *page, reads=frozenset(map(intern, reads.union(handed))), kept=build.keeping.take(), faults=faults)
