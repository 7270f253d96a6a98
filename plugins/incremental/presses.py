"""By what the printed forms (PDF) of the last build were made, and whether it is at work still.

WeasyPrint takes longer to load than an edit takes to build: it is not asked while its libraries lie as they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.context import printing
from plugins.context.store import Store

if TYPE_CHECKING:
    from plugins.context.build import Build

_KEY = "printing"
_NONE = ("", ())  # no forms: no version, no libraries


def standing(store: Store, pdf: bool) -> bool:
    """Whether a build with or without forms finds them as it would leave them."""
    version, stamps = store.get(_KEY, _NONE)
    return bool(version) == pdf and (not pdf or printing.unchanged(stamps))


def changed(build: Build, store: Store) -> bool:
    """Whether forms have to be made anew, for the first time or no more; remembers it. Raises printing.Missing where they
    cannot be made."""
    version, stamps = known = store.get(_KEY, _NONE)
    if not build.pdf:
        now = _NONE
    elif version and printing.unchanged(stamps):
        now = known
    else:
        now = printing.version(), printing.stamps()
    if now != known:
        store.set(_KEY, now)
    return now[0] != version
