"""Search: an index by year that a small script of the theme searches in the browser, and the page around it."""

from collections.abc import Iterator

from pelican import signals

from plugins.context import seam
from plugins.context.build import Build
from plugins.context.outputs import Output
from plugins.search import pages
from plugins.search.index import Index


def outputs(build: Build) -> Iterator[Output]:
    """The search page, the manifest and the index of every year."""
    yield pages.page(build)
    yield from Index(build).outputs()


def _generators(pelican):
    return seam.generator(outputs)


def register() -> None:
    """Connects the search to Pelican."""
    signals.get_generators.connect(_generators)
