"""Crowds of signs in one paragraph: python-markdown needs time that grows with their square, so an editor is asked to part them."""

import re

from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.editorial.swift import BRACKETS

SIGNS = 1000  # in one paragraph, one item of a list, one row of a table
_SIGNS = "*_[\\&<`"
_BLANK_LINES = late(r"\n[ \t]*+\n")
_UNITS = late(r"\n(?=[^\n|]*+\||[ \t]*+(?:[-*+]|\d{1,9}\.)[ \t])")  # each row and each item is read for itself
_TITLES = late(r"^(?:#|[=-]++ *+$)", re.MULTILINE)


def crowded(text: str, path: str, first_line: int) -> Problem | None:
    """What is wrong with the first paragraph of a text that holds too many signs. Linear in the text."""
    if _count(text) <= SIGNS:
        return None
    at = 0
    for block in _BLANK_LINES.split(text):
        if block.count("[") > BRACKETS:
            hint = "Tách đoạn này thành nhiều đoạn; dấu [ dùng cho liên kết."
            return Problem(path, _line(text, block, at, first_line), "qua-nhieu-ngoac", f"Một đoạn có hơn {BRACKETS} dấu [.", hint)
        for unit in _UNITS.split(block) if _count(block) > SIGNS else ():
            if _count(unit) > SIGNS:
                hint = "Tách đoạn này thành nhiều đoạn bằng dòng trống; bỏ bớt các dấu * _ \\ & < ` không dùng để trình bày."
                return Problem(path, _line(text, unit, at, first_line), "qua-nhieu-dau", f"Một đoạn có hơn {SIGNS} dấu trình bày.", hint)
        at = text.index(block, at) + len(block)
    return None


def _count(text: str) -> int:
    return sum(map(text.count, _SIGNS)) + len(_TITLES.findall(text))


def _line(text: str, piece: str, at: int, first_line: int) -> int:
    return first_line + text.count("\n", 0, text.index(piece.lstrip("\n"), at))
