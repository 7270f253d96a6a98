"""Where a text cites documents: each citation with its sentence, and the part of the document that it names beside it.

Citations themselves are found in `citations`; which document of the site is meant is asked in `meanings`."""

import re
from collections.abc import Iterable, Mapping

from plugins.domain import citations, named_parts
from plugins.domain.citations import Citation
from plugins.domain.frozen import dataclass, field
from plugins.domain.patterns import late
from plugins.domain.text import ordinary

Said = tuple[str, str, str]  # the words before a citation, the citation, the words after it; () when they are not known

_SIDE = 150  # characters on either side of a citation that are shown at most
_CLOSE, _OPEN = r"[”\"’)]*\s+", r"(?=[“\"(]?[A-ZÀ-ỸĐ])"
# A sentence ends behind a word (not behind “TP.” or “C.”), a figure, a bracket or a quotation; an item of a list behind a semicolon.
_END = late(rf"[.!?…](?:(?<=[a-zà-ỹđ][a-zà-ỹđ].)|(?<=[A-ZÀ-ỸĐ]{{3}}.)|(?<=[)\d”\"].)){_CLOSE}{_OPEN}|;\s+")


@dataclass(frozen=True)
class Mention:
    """One citation of a text. `place` is the part named beside it as written (“mục 2.1 phần III”), `start` and `end` span both;
    `line` is that of the file, for messages only."""

    citation: Citation
    said: Said | tuple[()] = ()
    place: str = ""
    start: int = 0
    end: int = 0
    line: int = field(default=0, compare=False)


def read(text: str, types: Mapping[str, str] = citations.TYPES, aliases: Iterable[tuple[str, str]] = ()) -> list[Mention]:
    """Every mention of a document in a text whose paragraphs are parted by blank lines; see `citations.find`. Linear in the text."""
    found = []
    cited = citations.find(text, types=types, aliases=aliases)
    for number, citation in enumerate(cited):
        floor = found[-1].end if found else 0
        ceiling = cited[number + 1].start if number + 1 < len(cited) else len(text)
        start, end, place = named_parts.beside(text, citation.start, citation.end, floor, ceiling)
        found.append(Mention(citation, sentence(text, citation.start, citation.end), place, start, end))
    return found


def sentence(text: str, start: int, end: int) -> Said:
    """The sentence around text[start:end], shortened at words where it is long; never more than its paragraph."""
    low = max(0, start - 2 * _SIDE)
    blank = text.rfind("\n\n", low, start)
    low = blank + 2 if blank >= 0 else low
    high = text.find("\n\n", end, end + 2 * _SIDE)
    high = min(len(text), end + 2 * _SIDE) if high < 0 else high
    for bound in _END.finditer(text, max(0, low - 1), start + 1):
        low = bound.end()
    bound = _END.search(text, max(0, end - 1), high)
    high = bound.start() + 1 if bound else high
    before, after = text[low:start], text[end:high]
    if len(before) > _SIDE or not _opens(text, low):
        before = "… " + before[-_SIDE:].split(" ", 1)[-1].lstrip()
    if len(after) > _SIDE or not (bound or high == len(text) or text[high] == "\n"):
        after = after[:_SIDE].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
    return _one_line(before).lstrip(), _one_line(text[start:end]), _one_line(after).rstrip()


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or a paragraph begins here."""
    return at == 0 or text[at - 1].isspace() and (at == 1 or text[at - 2] in '\n.!?…;”"’)')


def _one_line(text: str) -> str:
    if ordinary(text):
        text = text.replace("\n", " ")
        if "  " not in text:
            return text
    return re.sub(r"\s+", " ", text)
