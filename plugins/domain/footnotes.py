"""Footnotes as printed: marks in the text (`¹`, `[1]`, `([2])`, `[^1]`) and notes (`¹ Chủ trương …`), paired without a guess.

Where notes stand among the blocks of a document is in `layout`."""

from typing import NamedTuple

from plugins.domain.patterns import late

_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = late(r"(?:([⁰¹²³⁴-⁹]{1,3}[.:)]?)|(\[\^[^\]\s]{1,30}\]):|((?:\(\[\d{1,3}\]\)|\[\d{1,3}\])[.:]?)(?!\())[ ]*(?=\S)")
_MARK = late(r"(?<=[^\s⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,3}(?![⁰¹²³⁴-⁹])|\[\^[^\]\s]{1,30}\]|(?:\(\[\d{1,3}\]\)|\[\d{1,3}\])(?!\()")
_SQUARE = late(r"(?:^|[\s\d(])(?:[kcdm]?m|ha|KM|CM|M)$|(?<=\d)m$")


class Mark(NamedTuple):
    """A mark in a text: `start` and `end` in it, `number` as it is paired, `printed` as it stands."""

    start: int
    end: int
    number: str
    printed: str


def number_of(printed: str) -> str:
    """`¹`, `[1]`, `([1])` and `[^1]` are one number."""
    return printed.strip("()[]^.:").translate(_SUPER)


def note(line: str) -> tuple[str, str] | None:
    """Printed mark and words of a line that begins a note; None for any other line."""
    found = _NOTE.match(line)
    if not found:
        return None
    printed = found[1] or found[2] or found[3]
    return printed, line[found.end() :].strip()


def marks(text: str) -> list[Mark]:
    """All marks in a text, in order; the ² of `100 m²` is none."""
    if not _any(text):
        return []
    found = []
    for match in _MARK.finditer(text):
        if match[0][0] in "²³" and _SQUARE.search(text[max(0, match.start() - 4) : match.start()]):
            continue
        found.append(Mark(match.start(), match.end(), number_of(match[0]), match[0]))
    return found


def _any(text: str) -> bool:
    return "[" in text or not text.isascii() and any(sign in text for sign in "¹²³⁴⁵⁶⁷⁸⁹⁰")


def pair(numbers: list[tuple[int, str]], notes: list[tuple[int, str]]) -> dict[int, int]:
    """Which note each mark means: position in `numbers` → position in `notes`; both hold (place in the document, number).

    A number that repeats from page to page is that of the next note below it; marks below the last one go back to it."""
    found: dict[int, int] = {}
    ahead: dict[str, list[int]] = {}
    for position, (_, number) in enumerate(notes):
        ahead.setdefault(number, []).append(position)
    turn = dict.fromkeys(ahead, 0)
    for position, (place, number) in enumerate(numbers):
        own = ahead.get(number)
        if own:
            while turn[number] < len(own) - 1 and notes[own[turn[number]]][0] < place:
                turn[number] += 1
            found[position] = own[turn[number]]
    return found
