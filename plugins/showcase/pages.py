"""Everything that the showcase publishes: a page for every model, and the lists."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import Page, Shelf
from plugins.context.shelving import OfRecords
from plugins.domain import addresses
from plugins.domain.records import Model
from plugins.showcase import catalogue, models


def _outputs(record: Model, build: Build) -> Iterator[Page]:
    changed = record.modified or record.reviewed_on or record.date
    day = changed.iso if changed else ""
    yield Page(addresses.of(record), "model.html", lambda: models.model(record, build), record.path, day, record=True)


_RECORDS = OfRecords(("model",), _outputs)
find = _RECORDS.find


def shelves(build: Build) -> Iterator[Shelf]:
    """Every page of the showcase."""
    yield from _RECORDS.all(build)
    yield from catalogue.shelves(build)
