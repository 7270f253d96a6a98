"""Everything that the archive publishes: a page and the files of every document, and the lists."""

from collections.abc import Iterator

from plugins.archive import catalogue, data, documents, finder, rows
from plugins.context import tracing
from plugins.context.build import Build
from plugins.context.outputs import Copy, File, Output, Page, Shelf
from plugins.domain import addresses
from plugins.domain.records import Document


def outputs(record: Document, build: Build) -> Iterator[Output]:
    """The page of a document, its data, its files."""
    changed = record.modified or record.date
    day = changed.iso if changed else ""
    yield Page(addresses.of(record), "document.html", lambda: documents.document(record, build), record.path, day, record=True)
    yield File(addresses.data_of(record), lambda: rows.of_document(record, build), record.path)
    if build.pdf:
        yield File(addresses.printed(record), lambda: _pdf(record, build), record.path)
    for file in record.files:
        name = f"{record.key}/{file.path}"
        yield Copy(addresses.of(record) + file.path, build.content / name, record.path, tracing.FILE + name)


def _pdf(record: Document, build: Build) -> bytes:
    from plugins.archive import paper  # what only printed forms need

    return paper.pdf(record, build)


def shelves(build: Build) -> Iterator[Shelf]:
    """Every list of the archive, and what its data are."""
    yield from catalogue.shelves(build)
    yield data.explained(build)


def late(build: Build) -> Iterator[Shelf]:
    """Every year of data, then the whole archive, which is put together from the years."""
    told = data.years(build)
    for year in told:
        yield Shelf(f"du-lieu:{year}", lambda y=year: (*data.of_year(build, y), finder.of_year(build, y)))
    yield Shelf("du-lieu", lambda: (*data.whole(build, told), *finder.whole(build, told)), told)
