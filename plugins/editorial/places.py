"""Where links, pictures and citations of a body stand in the editor's file. What they are is told in `markup`, `swift`, `citing`."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from plugins.context.body import Body, LinkHole, PictureHole
from plugins.domain.mentions import Mention
from plugins.domain.patterns import late

_TARGET = late(r"\]\(([^\s()]*+)\)")
_LINE_END = late(r"\n")
_DRESS = r"[\s>*_\\]{1,12}"  # what may stand for a blank of the plain text: line breaks, marks of quotes and emphasis


class Lines:
    """On which line of the file a target stands: each search goes on from where the last one for it ended."""

    def __init__(self, text: str, first_line: int):
        self.text, self.first_line, self.from_ = text, first_line, {}
        self._counted, self._above = 0, 0  # a place in the text, and how many lines end before it
        self._written: dict[str, list[int]] = {}  # where `](target)` stands, for every target without blanks or brackets
        for found in _TARGET.finditer(text):
            self._written.setdefault(found[1], []).append(found.start())

    @cached_property
    def _ends(self) -> list[int]:
        return [found.start() for found in _LINE_END.finditer(self.text)]

    def _line(self, at: int) -> int:
        """How many lines end before a place: counted on from the last one, or looked up where the search has gone back."""
        if at < self._counted:
            return bisect_left(self._ends, at)
        self._above += self.text.count("\n", self._counted, at)
        self._counted = at
        return self._above

    def of(self, target: str) -> int:
        """The line of the next place of this target; the first line for one that stands nowhere."""
        at = self._next(target, self.from_.get(target, 0))
        if at < 0:
            return self.first_line
        self.from_[target] = at + 1
        return self.first_line + self._line(at)

    def _next(self, target: str, start: int) -> int:
        places = self._written.get(target, ())
        if (number := bisect_left(places, start)) < len(places):
            return places[number]
        found = (self.text.find(written, start) for written in (f"]({target})", f"]({target}", target))
        return next((place for place in found if place >= 0), -1)


def lined(body: Body, text: str, first_line: int) -> Body:
    """A body whose holes know their lines in the text that it was made of; pictures are looked for before links."""
    if len(body.parts) < 2 and not body.pictures:
        return body
    lines = Lines(text, first_line)
    pictures = iter([placed(hole, lines) for hole in body.pictures])
    parts = tuple(
        part if isinstance(part, str) else next(pictures) if isinstance(part, PictureHole) else placed(part, lines) for part in body.parts
    )
    return Body(parts, body.headings, body.text)


def placed(hole, lines: Lines):
    if isinstance(hole, LinkHole):
        return LinkHole(hole.target, lines.of(hole.target))
    return PictureHole(hole.src, hole.alt, hole.caption, lines.of(hole.src))


def with_lines(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions with the lines of the file that they stand on; each is looked for behind the last, then from the beginning."""
    found, at = [], 0
    for mention in mentions:
        words = mention.citation.raw.split()
        place = text.find(mention.citation.raw, at)
        if place < 0:
            pattern = re.compile(_DRESS.join(map(re.escape, words)))
            match = pattern.search(text, at) or pattern.search(text)
            place = match.start() if match else next((text.find(word) for word in words if word[-1:].isalnum() and "/" in word), -1)
        at = max(place, 0)
        line = text.count("\n", 0, at) + 1 if place >= 0 else 0
        found.append(Mention(mention.citation, mention.said, mention.place, mention.start, mention.end, line))
    return tuple(found)
