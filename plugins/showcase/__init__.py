"""The showcase: model practices with their steps, figures, documents and news, and the lists that lead to them."""

from collections.abc import Iterable, Iterator

from plugins.context.build import Build
from plugins.context.outputs import Adapter, OfRecords, Output, Shelf
from plugins.domain.records import Comparison, Model


def outputs(record: Model | Comparison, build: Build) -> Iterable[Output]:
    """What is published of one model or comparison; loaded when it is asked for, as all that follows."""
    from plugins.showcase import pages

    return pages.outputs(record, build)


def shelves(build: Build) -> Iterator[Shelf]:
    """The lists of models."""
    from plugins.showcase import pages

    return pages.shelves(build)


def late(build: Build) -> Iterator[Shelf]:
    """What is put together from the data of all models."""
    from plugins.showcase import pages

    return pages.late(build)


ADAPTER = Adapter("showcase", records=OfRecords(("model", "comparison"), outputs), shelves=shelves, late=late)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
