"""The showcase: model practices with their steps, figures, documents and news, and the lists that lead to them."""

from pelican import signals

from plugins.context import seam
from plugins.showcase import pages

outputs = pages.outputs


def _generators(pelican):
    return seam.generator(outputs)


def register() -> None:
    """Connects the showcase to Pelican."""
    signals.get_generators.connect(_generators)
