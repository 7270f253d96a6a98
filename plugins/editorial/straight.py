"""Citations whose words stand in the markup as they stand in the text: found by looking for them, which is quick.

What it answers is what `citing` would answer by counting through all markup; where anything stands in the way, it gives no answer."""

from collections.abc import Iterator, Sequence

from plugins.context.body import Body, CitationHole, LinkHole
from plugins.domain.mentions import Mention
from plugins.domain.patterns import late

Holes = dict[int, list[tuple[int, int, CitationHole]]]  # part of the body → start and end of each hole in it

_ODD = late(r'<(?:sup|code|pre)|<[^<>]*class="(?:note-|footnote)')  # what counts for something else than it shows, or holds no links
_FEW = 40  # citations; each is looked for in the whole text, so more of them must be sought by counting

_END = (-1, "", 0, 0)  # behind the last stretch


def solid(text: str) -> int:
    """How many characters are no blanks."""
    flat = text.replace("\n", " ")
    return len(flat) - flat.count(" ") if flat.isprintable() else len("".join(text.split()))  # “ ” is the only blank that is printable


def holes(body: Body, mentions: Sequence[tuple[int, Mention]], base: int) -> Holes | None:
    """The holes of numbered mentions in a body whose text begins at `base` of theirs; None when they must be sought by counting.

    Text and markup tell the same words in one order: words that stand in both equally often stand in both at the same places."""
    if len(mentions) > _FEW or any("&" in part or _ODD.search(part) for part in body.parts if isinstance(part, str)):
        return None
    found: Holes = {}
    text, stretches = body.text, _stretches(body)
    part, markup, low, shut = next(stretches, _END)
    at = 0  # up to where the text was read
    for number, one in mentions:
        start, end, place = one.start - base, one.end - base, one.place
        if not place or start < at:
            start, end, place = one.citation.start - base, one.citation.end - base, ""
        if start < at:
            continue
        words = text[start:end]
        if words != words.strip() or "<" in words or text.find(words, at) != start or not _alike(words, body):
            return None
        while (here := markup.find(words, low)) < 0 and part >= 0:
            part, markup, low, shut = next(stretches, _END)
        if part < 0 or markup.rfind("<", 0, here) > markup.rfind(">", 0, here):
            return None
        at, low = end, here + len(words)
        if here >= shut:  # else it stands in a link, and stays as it is
            found.setdefault(part, []).append((here, low, CitationHole(words, number, place)))
    return found


def _alike(words: str, body: Body) -> bool:
    """Whether words stand equally often in the text of a body and in its markup."""
    return body.text.count(words) == sum(part.count(words) for part in body.parts if isinstance(part, str))


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
