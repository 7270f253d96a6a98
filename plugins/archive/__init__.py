"""The archive: every document with its record, its files and its relations, and the lists that lead to it."""

from collections.abc import Iterable, Iterator

from plugins.archive.attachments import Files
from plugins.context import tracing
from plugins.context.build import Build
from plugins.context.outputs import Adapter, OfRecords, Output, Shelf
from plugins.domain.records import Document


def lend(build: Build) -> None:
    """Lends the files of documents."""
    build.attachments = Files(build.cache, build.content, build.trace)


def outputs(record: Document, build: Build) -> Iterable[Output]:
    """What is published of one document; loaded when it is asked for, as all that follows."""
    from plugins.archive import pages

    return pages.outputs(record, build)


def shelves(build: Build) -> Iterator[Shelf]:
    """The lists of documents, and what the open data are."""
    from plugins.archive import pages

    return pages.shelves(build)


def late(build: Build) -> Iterator[Shelf]:
    """The open data of every year and of the whole archive, put together from those of the documents."""
    from plugins.archive import pages

    return pages.late(build)


ADAPTER = Adapter("archive", lend=lend, records=OfRecords(("document",), outputs, (tracing.PRINTING,)), shelves=shelves, late=late)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
