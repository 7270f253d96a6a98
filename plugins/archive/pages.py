"""Everything that the archive publishes: a page and the files of every document, and the lists."""

from collections.abc import Iterator

from plugins.archive import catalogue, documents
from plugins.context.build import Build
from plugins.context.outputs import Copy, Output, Page
from plugins.domain import addresses


def outputs(build: Build) -> Iterator[Output]:
    """Every page of the archive and the files of its documents."""
    for record in build.library.list("document"):
        changed = record.modified or record.date
        yield Page(
            addresses.of(record),
            "document.html",
            lambda r=record: documents.document(r, build),
            record.path,
            changed.iso if changed else "",
        )
        for file in record.files:
            yield Copy(addresses.of(record) + file.path, build.content / record.key / file.path, record.path)
    yield from catalogue.outputs(build)
