"""Units and places on pages: which of them have one, how they are linked, where one lives on that is no more.

What came before and after is known to `domain.entities`; who asks here is noted (see `tracing`)."""

from collections.abc import Iterable

from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import addresses
from plugins.domain.entities import Lines
from plugins.domain.words import Entry

VOCABULARIES = {"unit": "organs", "place": "places"}  # kind of list → vocabulary
_ADDRESS = {"unit": addresses.unit, "place": addresses.place}


def lines(build: Build, kind: str) -> Lines:
    """The units or the places in time: names and ties. Days, and what else pages tell of one, are asked of `about`."""
    return build.library.words.lines(VOCABULARIES[kind])


def about(build: Build, kind: str, key: str) -> Entry:
    """All that is told of a unit or a place; whoever asks is told too when another one comes to lie in it."""
    return build.library.words.about(VOCABULARIES[kind], key)


def address(kind: str, key: str) -> str:
    """Where the page of a unit or a place lives."""
    return _ADDRESS[kind](key)


def keys(build: Build, kind: str) -> Iterable[str]:
    """The keys of all that have a page: with records, or kin of such; in the order of their file."""
    known, full = lines(build, kind), build.library.keys(kind)
    shown = {kin for key in full for kin in (key, *known.origins(key), *known.heirs(key))}
    return (key for key in known.entries if key in shown)


def has_page(build: Build, kind: str, key: str) -> bool:
    """Whether one has a page (see `keys`)."""
    known = lines(build, kind)
    return key in known.entries and any(build.library.has(kind, kin) for kin in (key, *known.origins(key), *known.heirs(key)))


def link(build: Build, kind: str, key: str, note: str = "") -> Link:
    """A unit or place by its name, linked when it has a page."""
    name = build.library.words.name(VOCABULARIES[kind], key)
    return Link(name, build.href(address(kind, key)) if has_page(build, kind, key) else "", note)


def lives_on(build: Build, kind: str, key: str) -> tuple[str, ...]:
    """Where one that is no more lives on today: its heirs, or what now holds the place that it lay within; none when nobody knows."""
    known = lines(build, kind)
    for one in known.around(key):
        heirs = known.today(one)
        if heirs:
            return heirs
        if one != key and one in known.entries and not about(build, kind, one).valid_to:
            return (one,)
    return ()
