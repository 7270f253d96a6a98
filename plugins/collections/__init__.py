"""Collections (bộ hồ sơ): ordered sets with a purpose, each a page with its path, and the list of them all."""

from collections.abc import Iterable, Iterator

from plugins.context.build import Build
from plugins.context.outputs import Adapter, OfRecords, Page, Shelf
from plugins.domain.records import Collection


def outputs(record: Collection, build: Build) -> Iterable[Page]:
    """What is published of one collection; loaded when it is asked for, as all that follows."""
    from plugins.collections import pages

    return pages.outputs(record, build)


def shelves(build: Build) -> Iterator[Shelf]:
    """The list of all collections."""
    from plugins.collections import pages

    return pages.shelves(build)


ADAPTER = Adapter("collections", records=OfRecords(("collection",), outputs), shelves=shelves)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
