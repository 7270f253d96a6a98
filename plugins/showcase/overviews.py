"""What the showcase is called, and the ways to the pages that look at all models at once: the map of provinces, and how far models
were taken over."""

from plugins.context import changing
from plugins.context.build import Build
from plugins.context.registers import REPLICATED
from plugins.context.views import Link
from plugins.domain import addresses
from plugins.domain.words import Entry

NAME = "Mô hình hay"
ROOT = (NAME, addresses.SHOWCASE)  # the step of breadcrumbs above every page of a model or of models
MAP, SPREAD = "Bản đồ mô hình", "Nhân rộng tới đâu"


def provinces(build: Build) -> tuple[Entry, ...]:
    """The provinces of today: those that have a tile."""
    return tuple(entry for entry in build.library.words.lists.get("provinces", ()) if entry.get("tile", None))


def ways(build: Build) -> tuple[Link, ...]:
    """To those of the pages that the site has."""
    there = ((MAP, addresses.MODEL_MAP, provinces(build)), (SPREAD, addresses.MODEL_SPREAD, build.library.has(REPLICATED)))
    return tuple(Link(name, build.href(address)) for name, address, some in there if some)


def beside(build: Build, address: str) -> tuple[Link, ...]:
    """From one of the pages to the others and to all models."""
    others = [way for way in ways(build) if way.href != build.href(address)]
    others += [Link(changing.TITLE, build.href(addresses.CHANGES))] if address == addresses.MODEL_MAP and changing.told(build) else []
    return (*others, Link("Mọi mô hình", build.href(addresses.SHOWCASE)))
