"""The words of one block of a document as HTML: emphasis, links, footnote marks. Blocks themselves are in `directive`.

Plain words go the way of `spans`; others are read by python-markdown, as words and never as a list, a heading, a quote."""

from collections.abc import Callable
from dataclasses import dataclass, field

from plugins.context.body import LinkHole
from plugins.domain import footnotes
from plugins.domain.problems import Problem
from plugins.editorial import swift
from plugins.editorial.spans import HOLE, Doubt, spans, words

MARK = "\ue005"  # where a footnote mark stands while words become HTML
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
        called = []
        pieces, end = [], 0
        for mark in footnotes.marks(text):
            if (found := call(mark)) is not None:
                called.append(found)
                pieces += (text[end : mark.start], MARK)
                end = mark.end
        text = "".join((*pieces, text[end:]))
        markup = self._markup(text, line)
        plain = words(markup.replace(MARK, "")) if "&" not in markup else _words(markup.replace(MARK, ""))
        return (_called(markup, called) if called else markup), plain

    def _markup(self, text: str, line: int) -> str:
        if text.count("[") <= swift.BRACKETS and swift.plain(text.replace(MARK, "")):
            before = len(self.holes)
            try:
                markup = spans(text, self.holes)
            except Doubt:
                del self.holes[before:]
            else:
                self._place(before, text, line)
                return markup
        return self._refereed(_WORDS + text.replace("\n", "\n" + _WORDS), line).removeprefix("<p>").removesuffix("</p>")

    def block(self, text: str, line: int) -> str:
        """The HTML of a table, a picture, a quote: what python-markdown says."""
        from plugins.editorial import markup

        body, problems = markup.convert(text, self.path, line)
        if self.references and "[" in text:
            return self._refereed(text, line)
        return self._taken(body, problems)

    def _refereed(self, text: str, line: int) -> str:
        from plugins.editorial import referee

        return self._taken(*referee.referee(f"{text}\n\n{self.references}" if self.references else text, self.path, line)).replace(_WORDS, "")

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


def _called(markup: str, called: list[str]) -> str:
    """The markup with its footnote marks; inside a link a mark stays a sign without a link of its own."""
    first, *rest = markup.split(MARK)
    pieces = [first]
    inside = first.count("<a ") - first.count("</a>")
    for found, piece in zip(called, rest, strict=False):
        pieces += (found if inside <= 0 else _sign(found), piece)
        inside += piece.count("<a ") - piece.count("</a>")
    return "".join(pieces)


def _sign(call: str) -> str:
    return call[call.index(">") + 1 : call.index("</a>")] if "<a" in call else call


def _words(markup: str) -> str:
    from plugins.editorial.referee import plain

    return plain(markup) if any(entity in markup for entity in ("&lt;", "&quot;", "&#", "<code>")) else words(markup)


