"""The printed label at the head of a line: `I.` `1.` `2.3.1.` `a)` `(1)` `Bước 1:` `Điều 5.` `-` `+` `*`, as it stands.

Labels are data: never renumbered (29-HD/TWĐTN-VP). How items stand among one another is in `outline`."""

import re
import unicodedata
from typing import NamedTuple

from plugins.domain.patterns import late
from plugins.domain.text import ordinary

# Rank: how deep a kind of label stands under others. `GROUP` is a star over figures that run on (`* Cấp tỉnh:`).
APPENDIX, PART, CHAPTER, SECTION, SUBSECTION, LETTER, ROMAN, ARTICLE, GROUP, FIGURE, STEP, SMALL, ROUND, DASH, PLUS, STAR = (
    5, 10, 20, 30, 35, 40, 50, 60, 65, 70, 80, 90, 100, 110, 120, 130,
)  # fmt: skip
_NAMED = {"phụ lục": APPENDIX, "phần": PART, "chương": CHAPTER, "mục": SECTION, "tiểu mục": SUBSECTION, "điều": ARTICLE}
_DASHES, _PLUSES = "-–—‒−•●○◦▪▫■□►▶➢➤✓✔·∙\uf0b7\uf02d\uf0d8\uf0fc\uf0a7", "+"
_BULLETS = {**dict.fromkeys(_DASHES, DASH), "+": PLUS, "*": STAR}
_BLANKS = str.maketrans({**dict.fromkeys("\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2007\u202f\u2028\u2029", " "),
                         **dict.fromkeys("\xad\u200b\u200e\u200f\u2060\ufeff")})  # fmt: skip

# Capitals: in Unicode they stand among the small letters of Vietnamese, so there is no range for them.
UPPER = "".join(chr(code) for code in (*range(0x41, 0x1B1), *range(0x1EA0, 0x1EFA)) if chr(code).isupper())
RULE = late(r"([-*_=+•–—~.])(?:[ \t]*\1){2,}+[ \t]*$|([-*_=+•–—])(?:[ \t]*\2)++[ \t]*$")
HEADING = late(r"(#{1,6})[ \t]+")
_DRESS = late(r"\*{1,3}|_{1,3}")
_ORDINALS = "nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười"
_NUMBER = rf"(?:[IVXLC]{{1,6}}|\d{{1,3}}[a-zđ]?|[A-Z]|(?i:(?:thứ[ ]+)?(?:một|{_ORDINALS})|thứ[ ]+[IVX\d]{{1,3}}))"
_NAME = late(
    rf"((?i:{'|'.join(sorted(_NAMED, key=len, reverse=True))}))[ ]+(?:(?i:số)[ ]+)?{_NUMBER}"
    rf"(?:[ ]?[.:](?=\s|$|[^\W\d_])|[ ]?[-–](?=\s)|(?=[ ]*$)|(?=[ ]+[{UPPER}]{{2}}))"
)
_STEP = late(r"(?:Bước|BƯỚC)[ ]+(?:thứ[ ]+)?(?:\d{1,2}|nhất|hai|ba|tư|năm)(?:[ ]?[.:)]|[ ]?[-–](?=\s)|(?=[ ]*$))")
_ROMAN = late(
    r"(?=[IVX])(X{0,3}(?:IX|IV|V?I{0,3}))"
    rf"(?:[ ]?\\?[.:)/]|[ ]?[-–](?=\s|[{UPPER}]{{2}}))(?=\s|$|[*“\"]|[^\W\d_])(?![ ]?[A-ZĐ]\.)"
)
_MIXED = late(r"((?:[IVX]{1,5}|[A-HĐ])(?:\.\d{1,2}){1,5}+)(?:\\?[.)/:](?=\s|$|[^\W\d_])|(?=[ ]+[^\W\d_]))")
_LETTER = late(r"([A-HĐ])(?:\\?[./):]|[ ]?[-–])(?=[ ]+[^\W\d_]{2})")
_DOTTED = late(
    r"(\d{1,3}(?:\.\d{1,3}){1,9}+)"
    r"(?:[ ]?\\?[./):](?=\s|$|[*“\"(]|[^\W\d_])|[ ]?[-–](?=[ ]?[^\W\d_])|(?=[ ]+[*“\"]*[^\W\d_]))"
)
_FIGURE = late(r"(\d{1,3})(?:[ ]?\\?[./](?=\s|$|[*“\"(]|[^\W\d_])|\\?\)(?=\s|$|[^\W\d_])|[ ]?[-–](?=[ ]?[^\W\d_]))")
_SMALL = late(
    r"([a-zđ])(\.?\d{1,2})?(?:\\?\)(?=\s|$|[*“\"(]|[^\W\d_])|\\?[./](?=[ ]))"
    r"|([a-zđ])[ ]?[-–](?=[ ]+[^\W\d_])|([ivx]{2,4})\\?\)(?=\s|$|[^\W\d_])"
)
_ROUND = late(r"\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)[.:]?(?=\s|$|[*“\"]|[^\W\d_])")
_BULLET = late(
    rf"(?:[+–-][)/.](?=[ ]+\S)|o(?=[ ]+[{UPPER}])"
    rf"|[{re.escape(_DASHES)}{_PLUSES}](?=[ ]*[^\W\d_]|[ ]+\S|[ ]*[“‘\"(*\[]|0\d|\d{{1,3}}[ ]?%)"
    r"|\*(?=[ ]+\S|[^\W\d_][^*]*$))"
)
_FIRST = {
    **dict.fromkeys("0123456789", (("dotted", _DOTTED), ("figure", _FIGURE))),
    **dict.fromkeys("abcdefghijklmnopqrstuvwxyzđ", (("small", _SMALL),)),
    **dict.fromkeys("ADJFGHE", (("mixed", _MIXED), ("letter", _LETTER))),
    **dict.fromkeys("IVX", (("mixed", _MIXED), ("roman", _ROMAN))),
    **dict.fromkeys("PMT", (("named", _NAME),)),
    **dict.fromkeys("CĐ", (("named", _NAME), ("mixed", _MIXED), ("letter", _LETTER))),
    "B": (("step", _STEP), ("mixed", _MIXED), ("letter", _LETTER)),
    "(": (("round", _ROUND),),
    **dict.fromkeys(_BULLETS, (("bullet", _BULLET),)),
    "o": (("small", _SMALL), ("bullet", _BULLET)),
}
_MOST = 29  # of a number behind a point: more is a time or a decimal
_ABOUT = late(r"V/V\b")
_SYMBOL = late(r"[A-ZĐ]{1,8}[-/–]|[A-ZĐ]{2,8}\d*$")
_FIXED = {"letter": LETTER, "roman": ROMAN, "figure": FIGURE, "step": STEP, "round": ROUND}


class Label(NamedTuple):
    """A label as printed and what stands behind it in its line.

    `text` is without the Markdown that dresses the label, `dressed` has it back around the words; `depth` is the level of a
    Markdown heading, else 0; `sure` is false where only other labels of the text can tell (`A. Mục tiêu`, `C. Mác`)."""

    kind: str
    label: str
    text: str
    dressed: str
    rank: int
    depth: int
    indent: int
    sure: bool = True


def lines_of(text: str) -> list[str]:
    """The lines of a text, NFC, with plain blanks (tabs, no-break spaces) and nothing invisible: one for each of the file."""
    if ordinary(text):
        return text.split("\n")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return text.translate(_BLANKS).split("\n")


def read(line: str) -> Label | None:
    """The label that opens a line of `lines_of`; None for a line that opens no item. Time grows with the line's length only."""
    bare = line.strip()
    if not bare or RULE.match(bare):
        return None
    indent, depth = len(line) - len(line.lstrip()), 0
    if heading := HEADING.match(bare):
        depth, bare = len(heading[1]), bare[heading.end() :].strip().rstrip("#").rstrip()
    if bare[:1] in ("*", "_"):
        return _undressed(bare, depth, indent) or _plain(bare, depth, indent)
    return _plain(bare, depth, indent)


def _plain(bare: str, depth: int, indent: int) -> Label | None:
    found = _find(bare)
    if not found:
        return None
    kind, end, sure = found
    text = bare[end:].strip()
    label = bare[:end].replace("\\", "").rstrip()
    return Label(kind, label, text, text, _rank(kind, label), depth, indent, sure)


def _undressed(bare: str, depth: int, indent: int) -> Label | None:
    """A label inside emphasis: `**1. Mục đích**`, `*** Cấp huyện:**`, `*1.1. Tỉnh đoàn*`."""
    mark = _DRESS.match(bare)[0]
    if mark == "***" and bare[3:4] == " ":  # a star that is printed, inside `**`
        mark = "**"
    inner = bare[len(mark) :]
    found = _find(inner) if mark in inner and not inner[:1].isspace() else None
    if not found or (found[0] == "bullet" and mark == "*"):
        return None
    kind, end, sure = found
    rest, label = inner[end:].strip(), inner[:end].replace("\\", "").rstrip()
    if rest.startswith(mark) and rest.count(mark) % 2:  # only the label was dressed
        text = dressed = rest[len(mark) :].strip()
    elif rest.count(mark) % 2:
        text, dressed = rest.replace(mark, "", 1).strip(), mark + rest
    else:
        return None
    return Label(kind, label, text, dressed, _rank(kind, label), depth, indent, sure)


def _find(bare: str) -> tuple[str, int, bool] | None:
    """Kind, end and certainty of the label at the head of some words."""
    for kind, pattern in _FIRST.get(bare[:1], ()):
        match = pattern.match(bare)
        if match and match.end() and (kind != "roman" or match[1]):
            sure = _sure(kind, match, bare[match.end() :])
            if sure is not None:
                return kind, match.end(), sure
    return None


def _sure(kind: str, match: re.Match[str], rest: str) -> bool | None:
    """Whether a label is one: None when it surely is not."""
    text, label, joined = rest.strip(), match.group(), bool(rest) and not rest[0].isspace()
    first = text.lstrip("*_“\"'")[:1]
    if kind == "letter":  # `A. MỤC TIÊU`, never `C. Mác`; `A. Mục tiêu` when other letters follow
        return text == text.upper() or (None if not first.isupper() else False)
    if kind == "dotted":
        parts = match[1].split(".")
        if any(len(part) > 2 for part in parts) or any(part[0] == "0" or int(part) > _MOST for part in parts[1:]):
            return None  # `1.785 người`, `7.30 Khai mạc`
        return True if label[-1] in "./):-–" and label != match[1] else first.isupper() or None
    if kind in ("roman", "mixed"):
        return None if joined and (first.islower() or _ABOUT.match(match.group() + rest)) else True
    if kind == "figure":
        if label[-1] in "-–":  # `1- Mục đích`, never `36-HD/TĐTN`
            return None if not first.isupper() or _SYMBOL.match(text) else True
        return None if joined and label[-1] == "/" and _SYMBOL.match(text) else True
    if kind == "named":
        word = match[1]
        if not (word[0].isupper() and (word[1:].islower() or word.isupper())):
            return None
        return True if label[-1] in ".:-–" or not text else (text == text.upper() or None)
    if kind == "small" and match[3]:
        return None if not first.isupper() else True
    return True


def _rank(kind: str, label: str) -> int:
    if kind == "bullet":
        return _BULLETS.get(label[0], PLUS)
    if kind == "named":
        lower = label.lower()
        return next(rank for name, rank in _NAMED.items() if lower.startswith(name))
    if kind == "dotted":
        return FIGURE + min(label.rstrip("./):-– ").count("."), 9)
    if kind == "mixed":
        return FIGURE + min(label.rstrip("./): ").count("."), 9) - 1
    if kind == "small":
        return SMALL + 5 if any(sign.isdigit() for sign in label) else ROUND if len(label.strip(")./")) > 1 else SMALL
    return _FIXED[kind]
