"""Writing: pages are rendered into a staging folder, checked, and take the place of the old site all at once."""

from pelican import signals

from plugins.context import seam
from plugins.incremental.staging import Staging
from plugins.incremental.writer import SiteWriter

_open: list[SiteWriter] = []


class _Writer(SiteWriter):
    """The writer of the running build, known to `_close`."""

    def __init__(self, output_path, settings=None):
        super().__init__(output_path, settings)
        _open[:] = [self]


def _writer(pelican):
    return _Writer


def _close(pelican) -> None:
    while _open:
        _open.pop().close()


def _recover(pelican) -> None:
    Staging(seam.build_of(pelican.settings).output).recover()


def register() -> None:
    """Connects the writer to Pelican."""
    signals.initialized.connect(_recover)
    signals.get_writer.connect(_writer)
    signals.finalized.connect(_close)
