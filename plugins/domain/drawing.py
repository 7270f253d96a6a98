"""What a drawn figure is made of: boxes, lines, dots and words with their places, and the table that says the same.

Geometry only, in user units of the drawing; words know how much room they take, so that none stands on another. What is
drawn belongs to `charts` and `timelines`; colours and letters belong to the theme, which knows a shape by its `look`."""

import unicodedata
from typing import NamedTuple

from plugins.domain.frozen import dataclass

LETTER = 12  # units: the size of letters
LINE = 17  # units from one line of words to the next; Vietnamese stacks two marks on a vowel
GAP = 6  # units kept free between two pieces of text

# Widths in parts of a letter's size: an upper bound for Be Vietnam Pro and for what stands in for it.
_NARROW, _SLIM, _WIDE = set("iIl|'’.,:;! "), set('fjrt()[]“”"/1J'), set("mwMW%&@—…")


class Box(NamedTuple):
    """A rectangle; `look` is what it stands for: track | value | before | phase-… | mark."""

    x: float
    y: float
    wide: float
    high: float
    look: str
    kind: str = "box"


class Line(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    look: str
    kind: str = "line"


class Dot(NamedTuple):
    """A circle around a point."""

    x: float
    y: float
    radius: float
    look: str
    kind: str = "dot"


class Words(NamedTuple):
    """One line of text on the base line `y`; `anchor` start | middle | end says where `x` is in it."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    look: str = "words"
    kind: str = "words"

    @property
    def span(self) -> tuple[float, float]:
        """From where to where the words reach."""
        wide = width(self.text)
        left = self.x - {"start": 0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, left + wide


Shape = Box | Line | Dot | Words


class Cell(NamedTuple):
    """One cell of a table; `href` leads to where the figure comes from."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Table:
    """What a drawing shows, in words and figures: the first cell of each row is its head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Drawing:
    """A figure ready to be printed: `title` names it, `description` says what it shows to who does not see it."""

    wide: float
    high: float
    title: str
    description: str
    shapes: tuple[Shape, ...]
    table: Table | None = None


def width(text: str, size: float = LETTER) -> float:
    """The room that a line of text takes at most, in units."""
    total = 0.0
    for letter in unicodedata.normalize("NFC", text):
        plain = unicodedata.normalize("NFD", letter)[0]
        total += 0.33 if plain in _NARROW else 0.53 if plain in _SLIM else 1.02 if plain in _WIDE else 0.86 if letter.isupper() else 0.72
    return total * size


def lines(text: str, room: float, size: float = LETTER) -> tuple[str, ...]:
    """A text in lines that fit the room, broken between words; a single word that does not fit is cut with “…”."""
    found: list[str] = []
    for word in text.split():
        if found and width(f"{found[-1]} {word}", size) <= room:
            found[-1] += f" {word}"
        else:
            found.append(_fitting(word, room, size))
    return tuple(found)


def _fitting(word: str, room: float, size: float) -> str:
    if width(word, size) <= room:
        return word
    while word and width(f"{word}…", size) > room:
        word = word[:-1]
    return f"{word}…"


def tidy(number: float) -> float:
    """A coordinate with at most one decimal, a whole one without: the same bytes on every machine."""
    short = round(float(number), 1)
    return int(short) if short == int(short) else short


def cells(*texts: str | Cell) -> tuple[Cell, ...]:
    """A row of a table from plain texts and cells."""
    return tuple(text if isinstance(text, Cell) else Cell(text) for text in texts)
