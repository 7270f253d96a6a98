"""The printed outline of an official document: `I.` → `1.` → `1.1.` → `a)` → `-` → `+` → `*`, as it stands.

Labels are data: never renumbered, gaps and repeats kept (29-HD/TWĐTN-VP). No HTML is made here."""

import re
import unicodedata
from dataclasses import dataclass

from plugins.domain.text import slug

# Rank: how deep a kind of label stands under others. An item's level is its depth among those really there.
_PART, _CHAPTER, _SECTION, _LETTER, _ROMAN, _ARTICLE, _FIGURE, _STEP, _SMALL, _ROUND, _DASH, _PLUS, _STAR = (
    10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130,
)  # fmt: skip
_NAMED = {"phần": _PART, "chương": _CHAPTER, "mục": _SECTION, "điều": _ARTICLE}
_BULLETS = {"-": _DASH, "–": _DASH, "—": _DASH, "•": _DASH, "+": _PLUS, "*": _STAR}

_HEADING = re.compile(r"#{1,6}[ \t]+")
_WRAPPED = re.compile(r"(\*\*|__)(?=\S|\*[ \t])")
_RULE = re.compile(r"([-*_=+•–—])(?:[ \t]*\1)+[ \t]*$")
_CLOSING = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.[ \t]?[A-ZĐ]|(?:Nơi nhận|NƠI NHẬN)[ \t]*:?")
_LABELS = (
    ("named", re.compile(r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)[ \t]+"
                         r"(?:[IVX]+|\d{1,3}|thứ \w+|THỨ \w+)(?:[.:](?=\s|$)|(?=[ \t]*$))")),
    ("step", re.compile(r"(?:Bước|BƯỚC)[ \t]+\d{1,2}[ \t]?[.:]")),
    ("roman", re.compile(r"(?=[IVX])(X{0,3}(?:IX|IV|V?I{0,3}))(?:\\?[.)/]|[ \t]?[-–](?=\s))"
                         r"(?=\s|$|[^\W\d_])(?![ \t]?[A-Z]\.)")),
    ("letter", re.compile(r"([A-HĐ])\\?[./](?=[ \t]+[^\W\d_]{2})")),
    ("dotted", re.compile(r"(\d{1,3}(?:\.\d{1,3})+)(?:\\?[./)](?=\s|$|[^\W\d_])|(?=[ \t]+[^\W\d_]))")),
    ("figure", re.compile(r"(\d{1,3})(?:\\?[./](?=\s|$|[^\W\d_])|\\?\)(?=\s|$))")),
    ("small", re.compile(r"([a-zđ])(?:\\?\)(?=\s|$|[^\W\d_])|\\?[./](?=[ \t]))")),
    ("round", re.compile(r"\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)(?=\s|$|[^\W\d_])")),
    ("bullet", re.compile(r"(?:[-–—•+](?=[ \t]*[^\W\d_]|[ \t]+\S|[ \t]*[“\"(*])"
                          r"|\*(?=[ \t]+\S|[^\W\d_][^*]*$))")),
)  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One labelled line and what is glued to it. `label` as printed, `level` from 1, `line` from 1.

    `text` is everything up to the next label or blank line, lines kept apart by `\\n`. `anchor` is the
    address inside the page (`ii-2-1`), unique in the document; bullets have none (""), because their place
    may change."""

    label: str
    level: int
    text: str
    anchor: str
    line: int = 0


@dataclass
class _Open:
    """An item being read: its place among the ranks and its lines so far."""

    rank: int
    level: int
    label: str
    anchor: str
    line: int
    lines: list[str]

    def item(self) -> Item:
        text = "\n".join(part for part in self.lines if part)
        return Item(self.label, self.level, text, self.anchor, self.line)


def _split(line: str) -> tuple[str, str, str] | None:
    """(kind, label, text) of a line that opens an item, without the Markdown that dresses its label."""
    stripped = line.strip()
    if not stripped or _RULE.match(stripped):
        return None
    bare = _HEADING.sub("", stripped, count=1)
    wrapper = _WRAPPED.match(bare)
    inner = bare[len(wrapper[1]) :] if wrapper else bare
    for kind, pattern in _LABELS:
        match = pattern.match(inner)
        if not match or (kind == "roman" and not match[1]):
            continue
        if not _plausible(kind, match.group(), inner[match.end() :].strip()):
            continue
        label, text = match.group().replace("\\", ""), inner[match.end() :].strip()
        if wrapper and text.count(wrapper[1]) % 2:  # the mark opened before the label: take its end away too
            text = text.replace(wrapper[1], "", 1).strip()
        return kind, label, text
    return None


def _plausible(kind: str, label: str, text: str) -> bool:
    """`A.` opens a heading in capitals (never `C. Mác`), `1.1` without a point a capital (never `1.785
    người`)."""
    if kind == "letter":
        return text == text.upper()
    if kind == "dotted" and label[-1].isdigit():
        return text[0].isupper() and all(len(part) < 3 for part in label.split("."))
    return True


def _rank(kind: str, label: str) -> int:
    if kind == "bullet":
        return _BULLETS[label]
    if kind == "named":
        return _NAMED[label.split()[0].lower()]
    if kind == "dotted":
        return _FIGURE + label.rstrip("./)").count(".")
    return {
        "letter": _LETTER,
        "roman": _ROMAN,
        "figure": _FIGURE,
        "step": _STEP,
        "small": _SMALL,
        "round": _ROUND,
    }[kind]


def _own(kind: str, label: str) -> str:
    """What a label adds to the anchor of its parent."""
    if kind in ("small", "letter"):
        return "dd" if label[0] in "đĐ" else label[0].lower()
    return f"y-{slug(label)}" if kind == "round" else slug(label)


def _anchor(kind: str, label: str, above: list[_Open]) -> str:
    """The address of a labelled item; `2.1.` carries its own path, so it hangs under no other figure."""
    if kind == "bullet":
        return ""
    for parent in reversed(above):
        if parent.anchor and not (kind == "dotted" and parent.rank >= _FIGURE):
            return f"{parent.anchor}-{_own(kind, label)}"
    return _own(kind, label)


def parse(text: str) -> list[Item]:
    """The items of a document's body in order; lines before the first label belong to none. Never raises.

    An unlabelled line right under an item is part of its text; after a blank line it is a paragraph of its
    own and not in the list. A label that repeats gets `-lan-2` … at the end of its anchor."""
    items: list[_Open] = []
    stack: list[_Open] = []
    used: dict[str, int] = {}
    current: _Open | None = None
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        opened = _split(line)
        if opened is None:
            if _CLOSING.match(line.strip()):  # signature and recipients stand outside the outline
                current = None
                stack.clear()
            elif not line.strip() or _RULE.match(line.strip()):
                current = None
            elif current:
                current.lines.append(line.strip())
            continue
        kind, label, rest = opened
        rank = _rank(kind, label)
        while stack and stack[-1].rank >= rank:
            stack.pop()
        base = anchor = _anchor(kind, label, stack)
        while anchor and anchor in used:
            used[base] += 1
            anchor = f"{base}-lan-{used[base]}"
        if anchor:
            used[anchor] = 1
        current = _Open(rank, len(stack) + 1, label, anchor, number, [rest])
        stack.append(current)
        items.append(current)
    return [item.item() for item in items]
