"""The archive: every document with its record, its files and its relations, and the lists that lead to it."""

from plugins.archive import pages
from plugins.archive.attachments import Files
from plugins.context.build import Build
from plugins.context.outputs import Adapter


def lend(build: Build) -> None:
    """Lends the files of documents."""
    build.attachments = Files(build.cache, build.content, build.trace)


ADAPTER = Adapter("archive", lend=lend, shelves=pages.shelves, find=pages.find)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
