"""A swift way through plain YAML, as nearly all front matter is: keys with values, lists, groups; otherwise no answer.

What it answers is what YAML says, read by `full_yaml`: tests hold the two against each other. What is wrong is told there only."""

from typing import NamedTuple

from plugins.domain.patterns import late
from plugins.domain.text import ordinary


class Node(NamedTuple):
    """A YAML value: text, a tuple of nodes, or a tuple of (key, key line, node); `line` counts from 1."""

    value: str | tuple
    line: int
    kind: str  # "text" | "list" | "map"


EXAMPLE = "Bắt đầu tệp bằng dòng ---, rồi các dòng như “tiêu đề: Ra quân Tháng Thanh niên”, rồi lại một dòng ---."
DEPTH = 20  # lists and mappings within one another; far above honest use

_ROW = late(r"( *+)(- )?(?:([^\W_][\w-]*+(?: [\w-]++)*+):(?: ++(?![\s:])|(?![^\n])))?(.*+)")
_LONGEST = 61  # characters of a key
_PLAIN = late(r"[\w/“‘(+.–…][^:]*+(?::(?=[^ ])[^:]*+)*+")  # one line: no comment, and no key within
_QUOTED = late(r'"([^"]*+)"|\'([^\']*+)\'')
_ITEM = r'[\w/“‘(][^,:?"\'\[\]{}]*+|"[^"]*+"'
_FLOW = late(rf"\[ *+((?:{_ITEM})(?: *+, *+(?:{_ITEM}))*+) *+\]")
_ITEMS = late(_ITEM)

_Row = tuple[int, int, str, str, str]  # line, indentation, the dash of an item, key, value


class _Doubt(Exception):
    """The text holds something that is left to YAML."""


def read(text: str, above: int = 0) -> Node | None:
    """The mapping that a plain text is, `above` lines standing before it in the file; None when YAML has to read it.

    The time grows with the length of the text, whatever stands in it."""
    if "#" in text or "\\" in text or not ordinary(text):
        return None
    rows: list[_Row] = []
    for line, row in enumerate(text.split("\n"), above + 1):
        if row := row.rstrip(" "):
            indent, dash, key, value = _ROW.fullmatch(row).groups("")
            if len(key) > _LONGEST:
                return None
            rows.append((line, len(indent), dash, key, value))
    if not rows or rows[0][1] or rows[0][2]:
        return None
    rows.append((0, -1, "", "", ""))  # where all ends
    reader = _Reader(rows)
    try:
        found = reader.mapping(0, 0)
    except _Doubt:
        return None
    return found if reader.at == len(rows) - 1 else None


class _Reader:
    """The rows of one text and how far they were read."""

    def __init__(self, rows: list[_Row]):
        self.rows, self.at = rows, 0

    def mapping(self, indent: int, depth: int, first: _Row | None = None) -> Node:
        """The keys that stand at one indentation; `first` is the key on the line of a dash."""
        rows, pairs = self.rows, []
        line, column, dash, key, value = row = first or rows[self.at]
        start = line
        while True:
            if not key or depth > DEPTH - 2:
                raise _Doubt
            self.at += 1
            pairs.append((key, line, _value(value, line) if value else self._below(row, indent, depth)))
            line, column, dash, key, value = row = rows[self.at]
            if column != indent or dash:
                if column > indent:
                    raise _Doubt
                return Node(tuple(pairs), start, "map")

    def _below(self, row: _Row, indent: int, depth: int) -> Node:
        """What stands below a key without a value on its line."""
        _line, column, dash, _key, _value = self.rows[self.at]
        if column > indent or (dash and column == indent):
            return self._items(column, depth + 1) if dash else self.mapping(column, depth + 1)
        return Node("", row[0], "text")

    def _items(self, indent: int, depth: int) -> Node:
        """The items of a list that stand at one indentation."""
        rows, items = self.rows, []
        start = rows[self.at][0]
        while True:
            line, column, dash, key, value = rows[self.at]
            if column != indent or not dash:
                if column > indent:
                    raise _Doubt
                return Node(tuple(items), start, "list")
            if depth > DEPTH - 2:
                raise _Doubt
            if key:
                items.append(self.mapping(indent + 2, depth + 1, (line, indent + 2, "", key, value)))
            else:
                self.at += 1
                items.append(_value(value, line))


def _value(written: str, line: int) -> Node:
    """What stands on one line behind a key or a dash."""
    if _PLAIN.fullmatch(written):
        return Node(written, line, "text")
    if found := _QUOTED.fullmatch(written):
        return Node(found[1] or found[2] or "", line, "text")
    if found := _FLOW.fullmatch(written):
        items = _ITEMS.findall(found[1])
        return Node(tuple(Node(item[1:-1] if item[0] == '"' else item.rstrip(" "), line, "text") for item in items), line, "list")
    raise _Doubt
