"""Citations whose words stand in the markup as they stand in the text: found by looking for them, which is quick.

What it answers is what `citing` would answer by counting through all markup; where anything stands in the way, it gives no answer."""

from collections.abc import Iterator, Sequence

from plugins.context.body import Body, CitationHole, LinkHole
from plugins.domain.mentions import Mention
from plugins.domain.patterns import late

Holes = dict[int, list[tuple[int, int, CitationHole]]]  # part of the body → start and end of each hole in it

_TAG = late(r"</?[a-z0-9]+[^>]*>")
_ODD = ("&", "<sup", "<code", "<pre", 'class="note-', 'class="footnote')  # what counts for something else than it shows, or holds no links


_END = (-1, "", 0, 0)  # behind the last stretch


def solid(text: str) -> int:
    """How many characters are no blanks."""
    flat = text.replace("\n", " ")
    return len(flat) - flat.count(" ") if flat.isprintable() else len("".join(text.split()))  # “ ” is the only blank that is printable


def holes(body: Body, mentions: Sequence[tuple[int, Mention]], base: int) -> Holes | None:
    """The holes of numbered mentions in a body whose text begins at `base` of theirs; None when they must be sought by counting."""
    if any(sign in part for part in body.parts if isinstance(part, str) for sign in _ODD):
        return None
    found: Holes = {}
    text, stretches = body.text, _stretches(body)
    part, markup, low, shut = next(stretches, _END)
    at = count = seen = 0  # up to where the text was read; solid characters of the text up to there, of the markup up to `low`
    for number, one in mentions:
        start, end, place = one.start - base, one.end - base, one.place
        if not place or start < at:
            start, end, place = one.citation.start - base, one.citation.end - base, ""
        if start < at:
            continue
        words = text[start:end]
        count += solid(text[at:start])
        while (here := markup.find(words, low)) < 0 and part >= 0:
            seen += solid(_TAG.sub("", markup[low:]))
            part, markup, low, shut = next(stretches, _END)
        before = _TAG.sub("", markup[low:here])
        if part < 0 or "<" in before or seen + solid(before) != count or here < shut or words != words.strip():
            return None
        at, low = end, here + len(words)
        count = seen = count + solid(words)
        found.setdefault(part, []).append((here, low, CitationHole(words, number, place)))
    seen += solid(_TAG.sub("", markup[low:])) + sum(solid(_TAG.sub("", rest[low:])) for _part, rest, low, _shut in stretches)
    return found if seen == count + solid(text[at:]) else None


def _stretches(body: Body) -> Iterator[tuple[int, str, int, int]]:
    """Each part that is markup, without the halves of tags around links: its number, its text to the end of what counts, where that
    begins, and up to where it stands in a link."""
    last = len(body.parts) - 1
    for number, part in enumerate(body.parts):
        if isinstance(part, str):
            linked = number and isinstance(body.parts[number - 1], LinkHole)
            begin = part.index(">") + 1 if linked else 0
            end = part.rindex("<") if number < last and isinstance(body.parts[number + 1], LinkHole) else len(part)
            yield number, part[:end], begin, part.index("</a>") if linked else 0
