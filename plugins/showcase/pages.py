"""Everything that the showcase publishes: a page for every model, and the lists."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import Page
from plugins.domain import addresses
from plugins.showcase import catalogue, models


def outputs(build: Build) -> Iterator[Page]:
    """Every page of the showcase."""
    for record in build.library.list("model"):
        changed = record.modified or record.reviewed_on or record.date
        yield Page(addresses.of(record), "model.html", lambda r=record: models.model(r, build), record.path, changed.iso if changed else "")
    yield from catalogue.outputs(build)
