"""Share cards before they are drawn: their words, colours and addresses, which views need at once and without Pillow.

The drawing is done in `cards`."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from plugins.domain.text import slug
from plugins.media.store import sha256

SETTINGS = "2"
"""Raise whenever the drawing changes; part of every address."""

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours of a card: paper from top to bottom, the two arcs, the accent stroke."""

    top: tuple[int, int, int]
    bottom: tuple[int, int, int]
    arc: tuple[int, int, int]
    accent: tuple[int, int, int]


SCHEMES = {
    "lam": Scheme((12, 84, 172), (7, 52, 118), (44, 118, 205), (255, 205, 76)),
    "do": Scheme((190, 32, 44), (134, 16, 34), (216, 66, 66), (255, 212, 92)),
    "luc": Scheme((22, 122, 88), (8, 78, 62), (54, 154, 112), (255, 214, 102)),
    "tim": Scheme((34, 48, 92), (18, 26, 58), (62, 82, 142), (240, 104, 92)),
}
"""Colour schemes by key: Union blue, red, leaf green, ink."""


@dataclass(frozen=True, slots=True)
class Card:
    """A share card that can be drawn: its words, scheme, address and size in pixels."""

    label: str
    site_name: str
    scheme: str
    address: str
    width: int = WIDTH
    height: int = HEIGHT


def plan(label: str, site_name: str, scheme: str = "lam", prefix: str = "/anh/") -> Card:
    """The card with its address, known before it is drawn.

    Raises KeyError for an unknown scheme and ValueError for an empty label.
    """
    colours = SCHEMES[scheme]
    label, site_name = (unicodedata.normalize("NFC", " ".join(s.split())) for s in (label, site_name))
    if not label:
        raise ValueError("a share card needs a label")
    mark = sha256("\n".join((SETTINGS, label, site_name, repr(colours))).encode())[:8]
    return Card(label, site_name, scheme, f"{prefix}the-{slug(label) or 'chung'}-{mark}.png")
