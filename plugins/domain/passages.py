"""Passages: the items of a document as a search leads to them, each with its address, its printed place and its first words.

Nothing is renumbered: a place is made of the labels as they stand (“II. 2.1.”)."""

from plugins.domain.frozen import dataclass

LONGEST = 80  # characters of the words that are kept


@dataclass(frozen=True)
class Passage:
    """`anchor` inside the page, `place` as printed from the widest label to the narrowest ("" for a heading without one), `text`."""

    anchor: str
    place: str
    text: str


class Reader:
    """Passages are begun one after the other while a document is read from top to bottom, and take in its words."""

    def __init__(self) -> None:
        self._labels: dict[str, tuple[str, ...]] = {}
        self._begun: list[tuple[str, str, list[str]]] = []
        self._open: list[str] | None = None

    def begin(self, anchor: str, label: str = "", within: str = "") -> None:
        """An item of this label that hangs under the anchor `within`, or a heading. A label that carries its own path (`2.1.`)
        takes the place of the one that it goes on from (`2.`)."""
        above = self._labels.get(within, ())
        while above and _bare(label).startswith(f"{_bare(above[-1])}."):
            above = above[:-1]
        self._labels[anchor] = labels = (*above, label) if label else above
        self._open = []
        self._begun.append((anchor, " ".join(labels) if label else "", self._open))

    def take(self, words: str) -> None:
        """Words of the passage that is open."""
        if self._open is not None and sum(map(len, self._open)) <= LONGEST:
            self._open.append(words)

    def end(self) -> None:
        """What comes now belongs to no passage: signature, recipients."""
        self._open = None

    def leave(self) -> None:
        """What comes now stands in no item; it may still stand under a heading."""
        if self._begun and self._begun[-1][1]:
            self._open = None

    def passages(self) -> tuple[Passage, ...]:
        """Those that hold any words."""
        found = (Passage(anchor, place, shortened(_joined(words))) for anchor, place, words in self._begun)
        return tuple(passage for passage in found if passage.text)


def shortened(text: str) -> str:
    """The first words of a text with “…” where more follow; never cut within a word."""
    words = " ".join(text[: LONGEST * 4].split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0] or words[: LONGEST - 1]}…"


def _joined(pieces: list[str]) -> str:
    """Pieces one after another, a dash between a title and what stands under it."""
    ends = (" – " if piece[-1:].isalnum() else " " for piece in pieces)
    return "".join(f"{piece}{end}" for piece, end in zip(pieces, ends, strict=True)).rstrip(" –")


def _bare(label: str) -> str:
    return label.strip(".)( ")
