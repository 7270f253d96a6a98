"""One output becomes bytes: a page is viewed and rendered, a file is made, a copy is read; and what that took is told.

Works alike in the process of the build and in its helpers. What is made again is decided in `press`."""

import hashlib
from dataclasses import dataclass, field
from sys import intern  # what many pages name is sent and kept once

from plugins.context import theme
from plugins.context.build import Build
from plugins.context.keeping import Kept
from plugins.context.outputs import Copy, Output, Page
from plugins.domain import addresses
from plugins.incremental.linkcheck import LinkCheck
from plugins.incremental.staging import Staging


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the site. `given` is the digest of what its shelf gave it; `size` and `written` (ns) describe the file on disk;
    `changed` says that its bytes are new. Of a page: `modified`, `title`, `listed` (in site maps), `record` (the page of one
    record), the `ids` it offers, the addresses it `wants`. `reads` are the cells that it depends on, `kept` what was made for it and may
    serve others."""

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
    reads: frozenset[str] = field(default=frozenset())
    kept: tuple[Kept, ...] = ()


Job = tuple[Output, str]  # an output and the name of its shelf


def digest(given: object) -> str:
    """What a shelf or an output was given, in short; equal values give equal digests in every process."""
    return "" if given is None else hashlib.blake2b(repr(given).encode(), digest_size=8).hexdigest()


def make(output: Output, shelf: str, build: Build, staging: Staging) -> Made:
    """Makes one output and stages its bytes where they differ from those of the site."""
    name = addresses.file_name(output.address)
    facts = {"name": name, "address": output.address, "shelf": shelf, "source": output.source, "given": digest(output.given)}
    with build.trace.reading() as reads:
        if isinstance(output, Page):
            view = output.view()
            html = theme.render(build.env, output.template, build.site, view)
            modified = output.modified if isinstance(output.modified, str) else output.modified()
            links = LinkCheck(build.url)
            links.add(output.address, output.source, html)
            data = html.encode()
            facts |= {"page": True, "listed": output.index, "record": output.record, "modified": modified}
            facts |= {"title": view.head.title.removesuffix(f" | {build.site.name}"), "ids": tuple(sorted(links.ids[output.address]))}
            facts |= {"wants": tuple(map(intern, links.wanted)), "strange": tuple(links.strange)}
        elif isinstance(output, Copy):
            data = output.path.read_bytes()
            if output.cell:
                build.trace.note(output.cell)
        else:
            data = output.content()
    changed, written = staging.put(name, data)
    facts |= {"size": len(data), "written": written, "changed": changed}
    return Made(**facts, reads=frozenset(map(intern, reads)), kept=build.keeping.take())
