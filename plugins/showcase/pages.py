"""Everything that the showcase publishes: a page for every model, and the lists."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import RECORD, Page, Shelf
from plugins.domain import addresses
from plugins.domain.records import Model
from plugins.showcase import catalogue, models


def shelves(build: Build) -> Iterator[Shelf]:
    """Every page of the showcase."""
    for key in build.library.list("model").keys:
        yield shelf(build, key)
    yield from catalogue.shelves(build)


def find(build: Build, name: str) -> Shelf | None:
    """The shelf of one record."""
    return shelf(build, name.removeprefix(RECORD)) if name.startswith(RECORD) else None


def shelf(build: Build, key: str) -> Shelf:
    """What is published of one record."""
    return Shelf(RECORD + key, lambda: _outputs(build.library.records[key], build))


def _outputs(record: Model, build: Build) -> Iterator[Page]:
    changed = record.modified or record.reviewed_on or record.date
    day = changed.iso if changed else ""
    yield Page(addresses.of(record), "model.html", lambda: models.model(record, build), record.path, day, record=True)
