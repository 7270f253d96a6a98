"""Gaps and repeats in the printed numbers of a document: told, never repaired (29-HD/TWĐTN-VP: the printed number is data).

The blocks come from `layout`."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.domain import layout
from plugins.domain.labels import ARTICLE
from plugins.domain.ladder import Item
from plugins.domain.patterns import late

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_SKIPPED = {"đ", "f", "j", "w"}  # letters that a run may leave out
_WORDS = {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_AGAIN = late(r"-lan-\d+$")


class Fault(NamedTuple):
    """A number that does not follow the one before: `code` so-muc-thieu | so-muc-lap | so-muc-lui."""

    line: int
    code: str
    label: str
    before: str
    anchor: str
    before_line: int


def faults(blocks: Iterable[layout.Block]) -> Iterator[Fault]:
    """Every number that leaves a gap, repeats or goes back among its neighbours; a run that begins with 1 again is a new one."""
    last: dict[tuple[str, int], tuple[int, Item]] = {}
    running: dict[int, int] = {}
    for block in blocks:
        if block.kind in (layout.HEAD, layout.SIGNATURE):
            last, running = {}, {}
        item = block.item
        if not item or not item.anchor:
            continue
        base = _AGAIN.sub("", item.anchor)
        above, _, step = base.rpartition("-")
        value = _value(step, item)
        if value is None:
            continue
        key = ("" if item.rank == ARTICLE else above, item.rank)
        before = last.get(key)
        last[key] = value, item
        if before is None:
            if value > 1 and running.get(item.rank, 0) + 1 != value:
                yield Fault(item.line, "so-muc-thieu", item.label, "", item.anchor, 0)
        elif value == before[0]:
            yield Fault(item.line, "so-muc-lap", item.label, before[1].label, item.anchor, before[1].line)
        elif value != 1 and value < before[0]:
            yield Fault(item.line, "so-muc-lui", item.label, before[1].label, item.anchor, before[1].line)
        elif value > before[0] + 1 and not _letters_between(before[0], value, step):
            yield Fault(item.line, "so-muc-thieu", item.label, before[1].label, item.anchor, before[1].line)
        running[item.rank] = value


def _value(step: str, item: Item) -> int | None:
    """The number that a label says."""
    if step.isdigit():
        return int(step)
    if not step.isalpha():
        return None
    bare = item.label.strip("().:/-– \\")
    if len(bare) == 1 and bare.lower() in _LETTERS and not (bare in "IVX" and item.rank == 50):
        return _LETTERS.index(bare.lower()) + 1
    if set(step) <= set(_ROMAN):
        values = [_ROMAN[sign] for sign in step]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return _WORDS.get(step)


def _letters_between(before: int, value: int, step: str) -> bool:
    """Whether a run of letters only leaves out those that lists in Vietnamese may leave out."""
    return step.isalpha() and value <= len(_LETTERS) and set(_LETTERS[before : value - 1]) <= _SKIPPED
