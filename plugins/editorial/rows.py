"""Blocks made of rows, read swiftly: lists, terms with their meaning, tables. Nothing here opens or closes a block.

`say` makes the markup of the words of one item, term or cell; what python-markdown might read otherwise is a `Doubt`."""

from collections.abc import Callable
from typing import NamedTuple

from plugins.domain.patterns import late
from plugins.editorial.spans import Doubt

Say = Callable[[str], str]

_MARKERS = {"ul": late(r"()[*+-] +(.*)"), "ol": late(r"(\d+)\. +(.*)")}
_NESTED = "    "
_DEFINITION = late(r": {1,3}([^ ].*)")
INNER = late(r"$|[\s#>|:]|[-=*_+ ]++(?![^\n])|[*+-] |\d+\. ")  # an item that is more than words
_FRAME = '<div aria-label="Bảng, có thể cuộn ngang" class="table" role="group" tabindex="0"><table>\n'


class Item(NamedTuple):
    """One item of a list: the markup of its words, of the list within it, and whether blank lines make it a paragraph."""

    said: str
    within: str = ""
    loose: bool = False


def item(given: Item) -> str:
    """The markup of an item."""
    return f"<li>\n<p>{given.said}</p>\n</li>\n" if given.loose else f"<li>{given.said}{given.within}</li>\n"


def list_tag(block: str) -> str:
    """`ul` or `ol` for a block that begins with a marker of that list, else nothing."""
    if block[0] in "*+-":
        return "ul" if block[1:2] == " " else ""
    return "ol" if block[0].isdecimal() and _MARKERS["ol"].match(block) else ""


def list_items(tag: str, block: str, say: Say) -> tuple[str, list[Item]]:
    """The opening tag of a list, and its items."""
    lines = block.split("\n")
    if tag == "ul" and all(line[:2] == "- " and line[2:3].isalpha() for line in lines):  # words on a line each, as nearly always
        return "<ul>\n", [Item(say(line[2:])) for line in lines]
    marker = _MARKERS[tag]
    first = ""
    items: list[tuple[list[str], list[str]]] = []
    for line in lines:
        if found := marker.match(line):
            first = first or found[1]
            items.append(([found[2]], []))
        elif line.startswith(_NESTED) and list_tag(line[4:]):
            items[-1][1].append(line[4:])
        elif items[-1][1]:
            raise Doubt
        else:
            items[-1][0].append(line)
    start = f' start="{first}"' if first not in ("", "1") else ""
    return f"<{tag}{start}>\n", [Item(_words("\n".join(lines), say), _within(rows, say) if rows else "") for lines, rows in items]


def _within(rows: list[str], say: Say) -> str:
    """A list within an item: every row is an item of its own, all of one kind."""
    tag = list_tag(rows[0])
    if any(list_tag(row) != tag for row in rows):
        raise Doubt
    opening, items = list_items(tag, "\n".join(rows), say)
    return opening + "".join(map(item, items)) + f"</{tag}>\n"


def _words(text: str, say: Say) -> str:
    if INNER.match(text) or "\n:" in text:
        raise Doubt
    return say(text)


def terms(block: str, say: Say) -> list[str]:
    """Terms, each on a line, and then what they mean, each after a colon."""
    parts: list[str] = []
    defined = False
    for line in block.split("\n"):
        if found := _DEFINITION.fullmatch(line):
            parts.append(f"<dd>{_words(found[1], say)}</dd>\n")
            defined = True
        elif defined or line[0] == ":":
            raise Doubt
        else:
            parts.append(f"<dt>{say(line.strip())}</dt>\n")
    return parts


def table(block: str, say: Say) -> str:
    """A table in its frame; each of its lines begins and ends with a bar."""
    rows = []
    for line in block.split("\n"):
        line = line.rstrip(" ")
        if line[0] != "|" or line[-1] != "|" or len(line) < 2:
            raise Doubt
        rows.append([cell.strip(" ") for cell in line[1:-1].split("|")])
    head, under, *rest = rows
    if len(head) != len(under) or not set("".join(under)) <= set(":- "):
        raise Doubt
    sides = [_side(cell) for cell in under]
    lines = [_row("th", head, sides, say), "</thead>\n<tbody>\n", *(_row("td", row, sides, say) for row in rest or [[]])]
    return f"{_FRAME}<thead>\n{''.join(lines)}</tbody>\n</table></div>\n"


def _row(tag: str, cells: list[str], sides: list[str], say: Say) -> str:
    cells = cells[: len(sides)] + [""] * (len(sides) - len(cells))
    inner = "".join(f"<{tag}{side}>{say(cell)}</{tag}>\n" for cell, side in zip(cells, sides, strict=True))
    return f"<tr>\n{inner}</tr>\n"


def _side(under: str) -> str:
    """The attribute of a column whose separator is this."""
    if not under.endswith(":"):
        return ' class="align-left"' if under.startswith(":") else ""
    return ' class="align-center"' if under.startswith(":") else ' class="align-right"'
