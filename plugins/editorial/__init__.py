"""The newsroom: files of content/ become records, the gate stops a bad build, news and pages are published."""

from itertools import chain

from pelican import signals

from plugins.context import seam, theme
from plugins.context.build import Build
from plugins.context.site import site
from plugins.editorial import articles, desk, front, gate, hubs


def outputs(build: Build):
    """Everything that the newsroom publishes."""
    return chain(front.outputs(build), articles.outputs(build), hubs.outputs(build))


def _read(build: Build) -> None:
    build.library = desk.open_library(build)


def _generators(pelican):
    return seam.generator(outputs, _read)


def _gate(generators) -> None:
    build = seam.build_of(generators[0].settings)
    gate.stand(build)
    build.env = theme.environment(build.theme)
    build.site = site(build)


def _done(pelican) -> None:
    seam.forget(pelican.settings)


def register() -> None:
    """Connects the newsroom to Pelican."""
    signals.initialized.connect(_done)
    signals.get_generators.connect(_generators)
    signals.all_generators_finalized.connect(_gate)
