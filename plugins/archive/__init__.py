"""The archive: every document with its record, its files and its relations, and the lists that lead to it."""

from pelican import signals

from plugins.archive import pages
from plugins.archive.attachments import Files
from plugins.context import seam

outputs = pages.outputs


def _lend(pelican) -> None:
    build = seam.build_of(pelican.settings)
    build.attachments = Files(build.cache)


def _generators(pelican):
    return seam.generator(outputs)


def register() -> None:
    """Connects the archive to Pelican."""
    signals.initialized.connect(_lend)
    signals.get_generators.connect(_generators)
