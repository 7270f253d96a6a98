"""The calendar of duties: what documents ask for by month, level and organ, calendars to subscribe to, and the table of targets."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.outputs import Adapter, Shelf


def shelves(build: Build) -> Iterator[Shelf]:
    """Everything that the calendar publishes; loaded when it is asked for."""
    from plugins.duties import pages

    return pages.shelves(build)


ADAPTER = Adapter("duties", shelves=shelves)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
