"""Where an item stands: its level among those open, and its address inside the page (`ii-2-1`).

What a label looks like is in `labels`; the items of a text are in `outline`."""

from functools import lru_cache

from plugins.domain.frozen import dataclass
from plugins.domain.labels import DASH, FIGURE, GROUP, LETTER, ROMAN, SMALL, Label, read
from plugins.domain.patterns import late
from plugins.domain.text import slug

_NUMBERED = late(r" (?i:số) ")
_INDENTED = 2  # blanks
_SHORT = 80  # letters of the words of a group


@dataclass(frozen=True)
class Item:
    """One labelled line and what is glued to it. `label` as printed, `level` from 1, `line` from 1.

    `text` is everything up to the next label or blank line, lines kept apart by `\\n`. `anchor` is the
    address inside the page (`ii-2-1`), unique in the document; bullets have none (""), because their place
    may change. `rank` is the kind of label (`labels`), `within` the anchor that it hangs under."""

    label: str
    level: int
    text: str
    anchor: str
    line: int = 0
    rank: int = 0
    within: str = ""


@dataclass(frozen=True)
class Rung:
    """An open item. `leads` tells that its words end with a colon."""

    rank: float
    anchor: str
    depth: int
    indent: int
    sign: str = ""
    leads: bool = False


class Ladder:
    """The items that are open while a document is read from top to bottom."""

    def __init__(self) -> None:
        self.open: list[Rung] = []
        self._used: dict[str, int] = {}

    def step(self, label: Label) -> tuple[int, str, str]:
        """Level, anchor and the anchor above of an item that begins now."""
        rank = self._rank(label)
        while self.open and self.open[-1].rank >= rank:
            self.open.pop()
        name, above = own(label.kind, label.label), self._above(label)
        anchor = self._free(f"{above}-{name}" if above else name) if name else ""
        sign = label.label if label.kind == "bullet" else ""
        self.open.append(Rung(rank, anchor, label.depth, label.indent, sign, label.text.rstrip("*_ ").endswith(":")))
        return len(self.open), anchor, next((rung.anchor for rung in reversed(self.open[:-1]) if rung.anchor), "")

    def _rank(self, label: Label) -> float:
        """The rank of an item among the bullets that are open: the same sign goes on, other signs nest in the order in which they come."""
        top = self.open[-1] if self.open else None
        if top is None or top.rank < DASH or label.rank < FIGURE or label.depth:
            return label.rank
        if label.indent >= top.indent + _INDENTED:  # a list within an item of a list
            return top.rank + 0.01
        if label.rank < DASH:
            return label.rank
        for rung in reversed(self.open):
            if rung.rank < DASH:
                break
            if rung.sign == label.label and rung.indent < label.indent + _INDENTED:
                return rung.rank
        return top.rank + 0.01 if top.leads and label.rank < top.rank else label.rank

    def _above(self, label: Label) -> str:
        """The anchor that an item's own hangs under; `2.1.` and `I.1.` carry their own path."""
        limit: float = 1_000
        if label.kind == "dotted":
            limit = GROUP
        elif label.kind == "mixed":
            limit = ROMAN if label.label[0] in "IVX" else LETTER
        elif label.kind == "small" and "." in label.label.strip(".)"):
            limit = SMALL
        return next((rung.anchor for rung in reversed(self.open) if rung.anchor and rung.rank < limit), "")

    def _free(self, base: str) -> str:
        """An anchor not yet taken: a label that repeats gets `-lan-2` …"""
        anchor = base
        while anchor in self._used:
            self._used[base] += 1
            anchor = f"{base}-lan-{self._used[base]}"
        self._used[anchor] = 1
        return anchor

    def heading(self, depth: int) -> None:
        """A Markdown heading without a label ends all that stands under one as deep, or under none."""
        while self.open and not 0 < self.open[-1].depth < depth:
            self.open.pop()

    def paragraph(self) -> None:
        """A paragraph of its own ends the bullets above it."""
        while self.open and self.open[-1].rank >= DASH:
            self.open.pop()

    def close(self) -> None:
        """Nothing is open any more: signature, recipients."""
        self.open.clear()


@lru_cache(maxsize=2048)
def own(kind: str, label: str) -> str:
    """What a label adds to the anchor above it."""
    if kind == "bullet":
        return ""
    name = slug(_NUMBERED.sub(" ", label))
    if kind in ("small", "letter", "mixed", "round") and label.lstrip("(")[0] in "đĐ":
        name = f"d{name}"
    return f"y-{name}" if kind == "round" else name


def settled(lines: list[str]) -> list[Label | None]:
    """The labels of lines, without those that their neighbours deny (`C. Mác`); stars right over figures are groups."""
    found = [read(line) for line in lines]
    letters = {label.label[0] for label in found if label and label.kind == "letter"}
    last = ""
    following: Label | None = None
    for position, label in enumerate(found):
        if label and label.kind == "letter":
            run = label.label[0] == "A" or (last and ord(label.label[0]) == ord(last) + 1)
            if label.sure or ("A" in letters and "B" in letters and run):
                last = label.label[0]
            else:
                found[position] = None
    for position in range(len(found) - 1, -1, -1):
        label = found[position]
        if not label:
            following = None if lines[position].strip() else following
            continue
        if label.kind == "bullet" and following and following.kind == "figure" and _groups(label, following):
            found[position] = label._replace(rank=GROUP)
        following = label
    return found


def _groups(label: Label, following: Label) -> bool:
    """`* Cấp tỉnh:` right over figures; a dash only over the first of them."""
    if not label.text.rstrip("*_ ").endswith(":") or len(label.text) > _SHORT:
        return False
    return label.label == "*" or following.label.rstrip("./)- ") in ("1", "01")
