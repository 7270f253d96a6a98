"""Duties and targets marked in the text of a document: `{hạn: 2026-08-25; cấp: cơ sở; ai: Đoàn xã}` at the end of a paragraph or item.

The mark is taken out before the text is read as Markdown; lines stay where they are. Its keys are those of the front matter."""

import re

from plugins.domain.fields import key_form, known
from plugins.domain.frontmatter import Node
from plugins.domain.frozen import dataclass
from plugins.domain.outline import parse
from plugins.domain.patterns import late
from plugins.domain.tables_document import DUTY, TARGET
from plugins.domain.text import closest

_MARK = late(r"\{[ \t]{0,9}([^\W\d_][^{}\n:;]{0,29}):([^{}\n]{0,600})\}[ \t]*$", re.MULTILINE)
_EDGE = late(r"^[ \t]*(?:#{1,6}[ \t]+|(?:[-–+*•]|\(?\w{1,5}(?:\.\d{1,3}){0,3}[.)])[ \t]+)|[*_]{1,3}")
_LINK = late(r"\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")
_KEYS = {"duties": known(DUTY).spellings, "targets": known(TARGET).spellings}


@dataclass(frozen=True)
class Mark:
    """One mark: the field it adds to (duties | targets) and its keys, as if they stood in the front matter."""

    field: str
    node: Node


def take(body: str, first_line: int) -> tuple[str, list[Mark]]:
    """A body without its marks, and these; `first_line` is the line of the file on which the body begins."""
    if "{" not in body:
        return body, []
    found = [match for match in _MARK.finditer(body) if _meant(match[1])]
    if not found:
        return body, []
    clean, end = [], 0
    for match in found:
        clean.append(body[end : match.start()].rstrip(" \t"))
        end = match.end()
    text = "".join([*clean, body[end:]])
    found_places, lines, marks = places(text), text.split("\n"), []
    at, row = 0, 0
    for match in found:
        row += body.count("\n", at, match.start())
        at = match.start()
        marks.append(_mark(match, row, lines, found_places, first_line))
    return text, marks


def _meant(word: str) -> bool:
    """Whether a word in braces is a key of ours, or nearly."""
    form = key_form(word)
    return any(form in keys or closest(form, list(keys)) for keys in _KEYS.values())


def _mark(match: re.Match, row: int, lines: list[str], above: list[tuple[int, str]], first_line: int) -> Mark:
    line = first_line + row
    pairs = [part.partition(":") for part in f"{match[1]}:{match[2]}".split(";") if part.strip()]
    forms = [key_form(key) for key, _colon, _value in pairs]
    field = max(("duties", "targets"), key=lambda name: sum(form in _KEYS[name] for form in forms))
    given = [_KEYS[field][form].name for form in forms if form in _KEYS[field]]
    nodes = [(key.strip(), line, _value(value, line)) for key, _colon, value in pairs]
    if "text" not in given:
        nodes.insert(0, ("text", line, Node(plain(lines, row), line, "text")))
    if "item" not in given and (place := place_at(above, row + 1)):
        nodes.append(("item", line, Node(place, line, "text")))
    return Mark(field, Node(tuple(nodes), line, "map"))


def _value(text: str, line: int) -> Node:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return Node(tuple(Node(part.strip(), line, "text") for part in text[1:-1].split(",")), line, "list")
    return Node(text, line, "text")


def plain(lines: list[str], row: int) -> str:
    """The words of the paragraph or item that ends on a row, without labels, emphasis and links."""
    first = row
    while first and lines[first - 1].strip() and not _EDGE.match(lines[first].strip() or "-"):
        first -= 1
    words = " ".join(_EDGE.sub("", line) for line in lines[first : row + 1])
    return " ".join(_LINK.sub(r"\1", words).split()).rstrip(" .;,:")


def place_at(found: list[tuple[int, str]], line: int) -> str:
    """The printed place that holds a line; '' before the first."""
    return next((label for start, label in reversed(found) if start <= line), "")


def places(text: str) -> list[tuple[int, str]]:
    """Line (from 1) and printed place (“III.2”) of every numbered item, in order."""
    found, above = [], []
    for item in parse(text):
        del above[item.level - 1 :]
        above += [""] * (item.level - 1 - len(above))
        label = item.label.strip("().:/- ") if item.anchor else ""
        above.append(label)
        own = [part for part in above if part]
        if label:
            found.append((item.line, label if "." in label else ".".join(own)))
    return found
