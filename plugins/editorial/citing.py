"""Holes in a body where its text cites documents, so that pages can link them. The words and their places stay as they are.

Citations are found in the plain text (`domain.mentions`); here each is found again in the markup, by counting the characters that
are no blanks: both hold the same ones in the same order."""

import html
from bisect import bisect_right
from collections.abc import Sequence

from plugins.context.body import Body, CitationHole, LinkHole
from plugins.domain.mentions import Mention
from plugins.domain.patterns import late
from plugins.editorial import straight
from plugins.editorial.straight import Holes, solid

# What stands in markup: a footnote mark (no words of the text), a tag, an entity, words.
_TOKEN = late(
    r"(?P<mark><sup id=\"fnref[^>]*>.*?</sup>|<a class=\"footnote-backref\"[^>]*>.*?</a>"
    r"|<(?:a|span) class=\"note-(?:call|mark)\"[^>]*>.*?</(?:a|span)>)"
    r"|(?P<tag></?(?P<name>[a-z0-9]+)[^>]*>)|(?P<entity>&[^;\s]{1,32};)|(?P<words>[^<&]+|[<&])"
)
_WITHIN = late(r"</?(?:strong|em)>")  # tags that may stand inside a link
_OPENED, _CLOSED = late(r"(?:<(?:strong|em)>)+$"), late(r"(?:</(?:strong|em)>)+")  # right before, right after a piece
_SHUT = ("a", "code", "pre")  # nothing in these becomes a link
_FIGURE = late(r"\d")
_LONG = 1000  # characters: a longer run is taken for several, so that a place in it is soon found however many are sought


class _Markup:
    """The runs of words in a body: before each, how many characters that are no blanks there were; where it stands; whether it is shut."""

    def __init__(self, body: Body):
        self.counts: list[int] = []
        self.runs: list[tuple[int, int, int, bool]] = []  # part, start, end, whether a link may stand there
        self.total, shut = 0, []
        for number, part in enumerate(body.parts):
            if not isinstance(part, str):
                continue
            begin, end = 0, len(part)
            if number and isinstance(body.parts[number - 1], LinkHole):
                begin = part.index(">") + 1
            if links := number + 1 < len(body.parts) and isinstance(body.parts[number + 1], LinkHole):
                end = part.rindex("<")
            for token in _TOKEN.finditer(part, begin, end):
                kind = token.lastgroup
                if kind == "words":
                    for low in range(token.start(), token.end(), _LONG):
                        high = min(low + _LONG, token.end())
                        self._run(number, low, high, solid(part[low:high]), not shut)
                elif kind == "entity":
                    self._run(number, token.start(), token.end(), solid(html.unescape(token.group())), not shut)
                elif kind == "tag" and token["name"] in _SHUT:
                    shut.pop() if part[token.start() + 1] == "/" and shut else shut.append(token["name"])
            shut += ["a"] * links

    def _run(self, part: int, start: int, end: int, solid: int, free: bool) -> None:
        if solid:
            self.counts.append(self.total)
            self.runs.append((part, start, end, free))
            self.total += solid

    def run(self, count: int) -> int:
        """The number of the run that holds the character of this count."""
        return bisect_right(self.counts, count) - 1


def cited(body: Body, mentions: Sequence[Mention], base: int) -> Body:
    """A body with a hole for each of the mentions that stand in its text, which begins at `base` of theirs. What stands in a link
    or in code stays as it is. Linear in the body."""
    inside = [(number, one) for number, one in enumerate(mentions) if one.citation.start >= base]
    if not inside:
        return body
    holes = straight.holes(body, inside, base)
    if holes is None:
        holes = _sought(body, inside, base)
    return Body(tuple(_filled(body, holes)), body.headings, body.text, body.anchors, body.passages) if holes else body


def _sought(body: Body, inside: Sequence[tuple[int, Mention]], base: int) -> Holes:
    """Part → the holes in it, from start to end, by the count of characters."""
    markup = _Markup(body)
    if markup.total != solid(body.text):
        return {}
    holes: Holes = {}
    at = count = done = 0
    for number, one in inside:
        spans = [(one.start - base, one.end - base, one.place)] if one.place else []
        for start, end, place in (*spans, (one.citation.start - base, one.citation.end - base, "")):
            if start < at:
                continue
            first = count + solid(body.text[at:start])
            last = first + solid(body.text[start:end]) - 1
            found = _place(body, markup, first, last, bool(place), done)
            if found:
                part, low, high = found
                holes.setdefault(part, []).append((low, high, CitationHole(body.parts[part][low:high], number, place)))
                at, count, done = end, last + 1, last + 1
                break
    return holes


def _place(body: Body, markup: _Markup, first: int, last: int, whole: bool, done: int) -> tuple[int, int, int] | None:
    """Part, start and end of the markup of the characters from `first` to `last`; where tags are opened or closed in between,
    of the piece with the number alone, unless the `whole` is wanted."""
    if first < done:
        return None
    low, high = markup.run(first), markup.run(last)
    part, start, _, free = markup.runs[low]
    if not free or markup.runs[high][0] != part or not all(run[3] for run in markup.runs[low : high + 1]):
        return None
    text = body.parts[part]
    start = _at(text, markup.runs[low], first - markup.counts[low], False)
    end = _at(text, markup.runs[high], last - markup.counts[high], True)
    before, after = _OPENED.search(text, max(0, start - 16), start), _CLOSED.match(text, end)
    for one in (start, before.start() if before else start):
        for other in (end, after.end() if after else end):
            if _balanced(text[one:other]):
                return part, one, other
    if whole:
        return None
    pieces = [run for run in markup.runs[low : high + 1] if _FIGURE.search(text, max(run[1], start), min(run[2], end))]
    if not pieces:
        return None
    run = max(pieces, key=lambda run: min(run[2], end) - max(run[1], start))
    start, end = max(run[1], start), min(run[2], end)
    piece = text[start:end]
    return part, start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _at(text: str, run: tuple[int, int, int, bool], count: int, behind: bool) -> int:
    """Where the character of this count in a run begins, or ends (`behind`); an entity is one piece."""
    _part, start, end, _free = run
    if text[start] == "&":
        return end if behind else start
    last = end
    while end - start > 16:  # halves until few signs are left
        middle = (start + end) // 2
        before = solid(text[start:middle])
        if count < before:
            end = middle
        else:
            start, count = middle, count - before
    for place in range(start, end):
        if not text[place].isspace():
            if not count:
                return place + behind
            count -= 1
    return last


def _balanced(markup: str) -> bool:
    """Whether a piece of markup holds only emphasis that is opened and closed in it."""
    opened: list[str] = []
    for token in _TOKEN.finditer(markup):
        if token.lastgroup == "mark":
            return False
        if token.lastgroup != "tag":
            continue
        if not _WITHIN.fullmatch(token.group()):
            return False
        if token.group()[1] != "/":
            opened.append(token["name"])
        elif not opened or opened.pop() != token["name"]:
            return False
    return not opened


def _filled(body: Body, holes: Holes):
    for number, part in enumerate(body.parts):
        end = 0
        for low, high, hole in holes.get(number, ()):
            if low > end:
                yield part[end:low]
            yield hole
            end = high
        if not isinstance(part, str):
            yield part
        elif end < len(part):
            yield part[end:] if end else part
