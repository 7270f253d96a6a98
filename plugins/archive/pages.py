"""Everything that the archive publishes: a page and the files of every document, and the lists."""

from collections.abc import Iterator

from plugins.archive import catalogue, documents
from plugins.context import tracing
from plugins.context.build import Build
from plugins.context.outputs import RECORD, Copy, Output, Page, Shelf
from plugins.domain import addresses
from plugins.domain.records import Document


def shelves(build: Build) -> Iterator[Shelf]:
    """Every page of the archive and the files of its documents."""
    for key in build.library.list("document").keys:
        yield shelf(build, key)
    yield from catalogue.shelves(build)


def find(build: Build, name: str) -> Shelf | None:
    """The shelf of one record."""
    return shelf(build, name.removeprefix(RECORD)) if name.startswith(RECORD) else None


def shelf(build: Build, key: str) -> Shelf:
    """What is published of one record."""
    return Shelf(RECORD + key, lambda: _outputs(build.library.records[key], build))


def _outputs(record: Document, build: Build) -> Iterator[Output]:
    changed = record.modified or record.date
    day = changed.iso if changed else ""
    yield Page(addresses.of(record), "document.html", lambda: documents.document(record, build), record.path, day, record=True)
    for file in record.files:
        name = f"{record.key}/{file.path}"
        yield Copy(addresses.of(record) + file.path, build.content / name, record.path, tracing.FILE + name)
