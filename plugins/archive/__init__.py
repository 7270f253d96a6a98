"""The archive: every document with its record, its files and its relations, and the lists that lead to it."""

from collections.abc import Iterator

from plugins.archive.attachments import Files
from plugins.context.build import Build
from plugins.context.outputs import Adapter, Shelf


def lend(build: Build) -> None:
    """Lends the files of documents."""
    build.attachments = Files(build.cache, build.content, build.trace)


def shelves(build: Build) -> Iterator[Shelf]:
    """Everything that the archive publishes; loaded when it is asked for."""
    from plugins.archive import pages

    return pages.shelves(build)


def late(build: Build) -> Iterator[Shelf]:
    """The open data of every year and of the whole archive, put together from those of the documents."""
    from plugins.archive import pages

    return pages.late(build)


def find(build: Build, name: str) -> Shelf | None:
    """The shelf of one document."""
    from plugins.archive import pages

    return pages.find(build, name)


ADAPTER = Adapter("archive", lend=lend, shelves=shelves, late=late, find=find)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
