"""The printed outline of an official document: `I.` → `1.` → `1.1.` → `a)` → `-` → `+` → `*`, as it stands.

Labels are data: never renumbered, gaps and repeats kept (29-HD/TWĐTN-VP). No HTML is made here."""

from plugins.domain import layout
from plugins.domain.ladder import Item

__all__ = ["Item", "parse"]


def parse(text: str) -> list[Item]:
    """The items of a document's body in order; lines before the first label belong to none. Never raises.

    An unlabelled line right under an item is part of its text; after a blank line it is a paragraph of its
    own and not in the list. A label that repeats gets `-lan-2` … at the end of its anchor."""
    return [block.item for block in layout.read(text) if block.item]
