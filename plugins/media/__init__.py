"""Pictures, share cards and fonts: everything in the output that is neither text nor written by an editor.

`studio` is the door for the rest of the house; `pictures`, `encoding`, `cards` and `fonts` do the work behind it;
`lending` turns its answers into pieces of views."""

from pelican import signals

from plugins.context import seam
from plugins.context.build import Build
from plugins.media.lending import Lending


def outputs(build: Build):
    """Every picture, card and font that was asked for; comes after all pages."""
    return build.pictures.outputs(build)


def _lend(pelican) -> None:
    build = seam.build_of(pelican.settings)
    build.pictures = Lending(build)


def _generators(pelican):
    return seam.generator(outputs)


def register() -> None:
    """Connects media to Pelican."""
    signals.initialized.connect(_lend)
    signals.get_generators.connect(_generators)
