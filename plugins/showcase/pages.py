"""Everything that the showcase publishes: a page for every model and its data, the lists, the data of all."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import File, Output, Page, Shelf
from plugins.domain import addresses
from plugins.domain.records import Comparison, Model
from plugins.showcase import catalogue, checklists, comparing, comparisons, data, finder, models, provinces, spreading, threads


def outputs(record: Model | Comparison, build: Build) -> Iterator[Output]:
    """The page of a prepared comparison; that of a model, what it says as data and in a comparison, and the sheet for who copies it when
    its steps are told."""
    if isinstance(record, Comparison):
        yield from comparisons.outputs(record, build)
        return
    changed = record.modified or record.reviewed_on or record.date
    day = changed.iso if changed else ""
    yield Page(addresses.of(record), "model.html", lambda: models.model(record, build), record.path, day, record=True)
    yield File(addresses.data_of(record), lambda: data.of_model(record, build), record.path)
    yield File(addresses.compared(record), lambda: comparing.file(record, build), record.path)
    if record.steps:
        yield Page(addresses.checklist(record), "checklist.html", lambda: checklists.checklist(record, build), record.path, index=False)


def shelves(build: Build) -> Iterator[Shelf]:
    """Every list of the showcase."""
    yield from catalogue.shelves(build)
    yield from threads.shelves(build)
    yield from comparisons.shelves(build)
    yield from provinces.shelves(build)
    yield from spreading.shelves(build)
    yield data.explained(build)


def late(build: Build) -> Iterator[Shelf]:
    """All models as data, put together from their own files."""
    yield Shelf("du-lieu:mo-hinh", lambda: (*data.whole(build), comparisons.names(build), *finder.files(build)))
