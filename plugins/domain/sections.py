"""Printed places of a document (“mục 2.1 phần III”, “III.2”, “điểm a khoản 2 Điều 5”) → the anchor of the item meant.

Items come from `outline`. Where such places stand in a text is found elsewhere."""

import re
from collections.abc import Iterable

from plugins.domain.outline import Item
from plugins.domain.patterns import late
from plugins.domain.text import normalise, slug

# The words of a place from the widest to the narrowest: the word in an anchor, and whether a label may stand without it.
_WORDS = {
    "phụ lục": ("phu-luc", False), "phần": ("phan", True), "chương": ("chuong", True), "mục": ("muc", True),
    "tiểu mục": ("", True), "điều": ("dieu", False), "khoản": ("", True), "bước": ("buoc", False), "điểm": ("", True),
    "tiết": ("", True), "ý": ("y", True),
}  # fmt: skip
_RANKS = {word: rank for rank, word in enumerate(("", *_WORDS))}
_OWN = tuple(own for own, _ in _WORDS.values() if own)
_LABEL = r"(?:\d{1,3}[a-zđ]?|[ivx]{1,6}|[a-zđ]\d{0,2})"
_PIECE = late(
    rf"(?:({'|'.join(_WORDS)}) (?:số )?)?"
    rf"(\(?(?:thứ [^\W\d_]{{2,6}}|{_LABEL})(?: ?[./] ?{_LABEL})*)[.:]?\)?[.:]?(?![^\s,;–-])"
)  # fmt: skip
_BETWEEN = late(r"[ ,;]*(?:(?:của|thuộc|[–-]) )? ?")
_AGAIN = late(r"-lan-\d+")
_STEP = late(rf"(?:(?:{'|'.join(_OWN)})-)?(?:thu-)?[^-]+")
_LONGEST = 120


def anchor_of(place: str, items: Iterable[Item | str]) -> str | None:
    """The anchor of the item that `place` means; None when it names none of them, or more than one. Never raises.

    `items` are those of `outline.parse`, or their anchors alone (`library.anchors(key)`).

    Words may stand in either order (“Điều 5 khoản 2”, “khoản 2 Điều 5”), and “phần III” finds the item `III.` too. A place
    that leaves out what stands above it (“2.1”) is found when only one item fits. Of a label that repeats the first is meant."""
    wanted = _wanted(place)
    if not wanted:
        return None
    nearest: dict[str, str] = {}
    fewest = -1
    for item in items:
        anchor = item if isinstance(item, str) else item.anchor
        first = _AGAIN.sub("", anchor)
        left_out = _left_out(wanted, _STEP.findall(first)) if first else -1
        if left_out < 0 or 0 <= fewest < left_out:
            continue
        if left_out != fewest:
            nearest, fewest = {}, left_out
        nearest.setdefault(first, anchor)
    return next(iter(nearest.values())) if len(nearest) == 1 else None


def _wanted(place: str) -> list[set[str]]:
    """The steps of a written place from the widest to the narrowest, each as the forms that it may have in an anchor."""
    text = " ".join(normalise(place).lower().split())
    if len(text) > _LONGEST:
        return []
    at, pieces = 0, []
    while at < len(text):
        found = _PIECE.match(text, at)
        if not found:
            return []
        pieces.append((found[1] or "", re.split(r" ?[./] ?", found[2])))
        at = _BETWEEN.match(text, found.end()).end()
    if any(not word for word, _ in pieces[1:]):
        return []
    path = []
    for word, (head, *rest) in sorted(pieces, key=lambda piece: _RANKS[piece[0]]):
        own, bare = _WORDS.get(word, ("", True))
        label = _step(head)
        if not word and head[0] == "(":
            path.append({f"y-{label}"})
        else:
            path.append({label} if bare else set())
            path[-1].update(f"{one}-{label}" for one in ((own,) if word else _OWN) if one)
        path += [{_step(part), f"y-{_step(part)}"} for part in rest]
    return path


def _step(label: str) -> str:
    """A label as `outline` writes it into an anchor."""
    bare = label.strip("() ")
    return f"d{slug(bare)}" if bare[0] == "đ" else slug(bare)


def _left_out(wanted: list[set[str]], steps: list[str]) -> int:
    """How many steps of an anchor a place leaves out; below zero when it does not lead to that item."""
    if steps[-1] not in wanted[-1]:
        return -1
    left = len(wanted)
    for step in reversed(steps):
        if left and step in wanted[left - 1]:
            left -= 1
    return -1 if left else len(steps) - len(wanted)
