"""The words of one block of a document as HTML: emphasis, links, footnote marks. Blocks themselves are in `directive`.

Plain words go the way of `spans`; others are read by python-markdown, as words and never as a list, a heading, a quote."""

import html
from collections.abc import Callable
from dataclasses import dataclass, field

from plugins.context.body import LinkHole
from plugins.domain import footnotes
from plugins.domain.problems import Problem
from plugins.editorial import markup, swift
from plugins.editorial.spans import HOLE, Doubt, plain, spans, words

MARK = "\ue005"  # where a footnote mark stands while words become HTML
_AMPERSAND = "\ue004"
_WORDS = "\ue006"  # before a line that python-markdown has to read as words
PRIVATE = dict.fromkeys(range(0xE000, 0xE007))

Call = Callable[[footnotes.Mark], str | None]


@dataclass
class Phrases:
    """What the words of one document have become so far. `references` are the link definitions of the document."""

    path: str
    references: str = ""
    holes: list = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def say(self, text: str, line: int, call: Call) -> tuple[str, str]:
        """(HTML, words) of some words; `call` gives the HTML of a footnote mark, or None for one that stays as it is."""
        text, called = _called(text, call)
        found = self._markup(text, line)
        return (_linked(found, called) if called else found), _words(found.replace(MARK, ""))

    def _markup(self, text: str, line: int) -> str:
        lonely = "[^" in text  # a mark without a note, which stays as it is printed
        if not lonely and text.count("[") <= swift.BRACKETS and plain(text.replace(MARK, "")):
            before = len(self.holes)
            try:
                found = spans(text, self.holes)
            except Doubt:
                del self.holes[before:]
            else:
                self._place(before, text, line)
                return found
        return self._refereed(_WORDS + text.replace("\n", "\n" + _WORDS), line).removeprefix("<p>").removesuffix("</p>")

    def block(self, text: str, line: int, call: Call) -> tuple[str, str]:
        """(HTML, words) of a table, a picture, a quote: what Markdown makes of it."""
        called = []
        if not text.startswith("!"):
            text, called = _called(text, call)
        if self.references and "[" in text:
            text = f"{text}\n\n{self.references}"
        body, problems = markup.convert(text, self.path, line)
        found = self._taken(body, problems)
        return (_linked(found, called) if called else found), body.text.replace(MARK, "")

    def _refereed(self, text: str, line: int) -> str:
        text = f"{text}\n\n{self.references}" if self.references else text
        return self._taken(*markup.referee(text, self.path, line)).replace(_WORDS, "")

    def _taken(self, body, problems: list[Problem]) -> str:
        """A body made elsewhere becomes part of this one."""
        self.problems += problems
        pieces = []
        for part in body.parts:
            if isinstance(part, str):
                pieces.append(part)
            else:
                self.holes.append(part)
                pieces.append(HOLE)
        return "".join(pieces).strip()

    def _place(self, before: int, text: str, line: int) -> None:
        """The lines of the links that came with a text."""
        at = 0
        for number in range(before, len(self.holes)):
            target = self.holes[number].target
            at = max(text.find(f"]({target})", at), at)
            self.holes[number] = LinkHole(target, line + text.count("\n", 0, at))
            at += 1


def _called(text: str, call: Call) -> tuple[str, list[str]]:
    """The text with `MARK` where footnotes are called, and the HTML of these calls."""
    called: list[str] = []
    pieces, end = [], 0
    for mark in footnotes.marks(text):
        if (found := call(mark)) is not None:
            called.append(found)
            pieces += (text[end : mark.start], MARK)
            end = mark.end
    return "".join((*pieces, text[end:])), called


def _linked(found: str, called: list[str]) -> str:
    """HTML with its footnote marks; inside a link a mark stays a sign without a link of its own."""
    first, *rest = found.split(MARK)
    pieces = [first]
    inside = first.count("<a ") - first.count("</a>")
    for call, piece in zip(called, rest, strict=False):
        sign = call[call.index(">") + 1 : call.index("</a>")]
        pieces += (call if inside <= 0 else f'<span class="note-call">{sign}</span>', piece)
        inside += piece.count("<a ") - piece.count("</a>")
    return "".join(pieces)


def _words(found: str) -> str:
    """The words of HTML made here."""
    return html.unescape(words(found.replace("&", _AMPERSAND)).replace(_AMPERSAND, "&")) if "&" in found else words(found)
