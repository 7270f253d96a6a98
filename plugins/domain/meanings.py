"""What each citation of a text means: a document of this site, one elsewhere, or several that fit equally.

Printed numbers are settled by what surrounds them (`surroundings`), short forms by the full one before them, names by the alias
table. What becomes of a meaning (an edge, a link in the text) is the matter of `relations` and of pages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from plugins.domain import citations, surroundings
from plugins.domain.citations import Citation
from plugins.domain.frozen import dataclass
from plugins.domain.mentions import Mention
from plugins.domain.records import Record
from plugins.domain.text import fold

_NO_DAY = (None,)


@dataclass(frozen=True)
class Meaning:
    """`target` is a key, or None when the document is not on this site or not settled among `candidates`; `text` what was written;
    `name` what all spellings of one document share."""

    target: str | None
    text: str
    candidates: tuple[str, ...] = ()
    name: str = ""


def meanings(record: Record, mentions: Iterable[Mention], world) -> tuple[Meaning | None, ...]:
    """The meaning of each mention in the text of `record`, in their order; None for a short form without a full one. `world` as
    in `relations`."""
    mentions = tuple(mentions)
    short = {mention.citation.number.lstrip("0") for mention in mentions if _is_short(mention.citation)}
    days = _days(mentions)
    full: dict[tuple, Meaning] = {}
    found: list[Meaning | None] = []
    for mention in mentions:
        cited = mention.citation
        if short and _is_short(cited):
            meant = full.get((cited.type, cited.number.lstrip("0")))
        else:
            told = days.get(cited.key, _NO_DAY) if days and not cited.date else _NO_DAY
            meant = meaning(record, cited, world, "".join(mention.said), told)
            if short and cited.number and (number := cited.number.lstrip("0")) in short:
                full |= dict.fromkeys(((cited.type, number), (cited.type_written, number)), meant)
        found.append(meant)
    return tuple(found)


def _is_short(cited: Citation) -> bool:
    """“Nghị quyết 01”, after the full number was told."""
    return not cited.symbol and bool(cited.number) and not cited.alias


def meaning(record: Record, cited: Citation, world, around: str = "", days: tuple = _NO_DAY, text: str = "") -> Meaning:
    """The meaning of one citation; `days` are those that the text gives for its number, `text` what stands for it in words."""
    text = text or " ".join(cited.raw.split())
    if cited.alias:
        if world.record(cited.alias):
            return Meaning(cited.alias, text, name=cited.alias)
        within = next(iter(cited_in(cited.alias)), None)
        return meaning(record, within, world, cited.alias, text=text) if within else Meaning(None, text, name=fold(text))
    if not cited.number or not cited.symbol:
        return Meaning(None, text, name=fold(text))
    fitting = surroundings.fitting(record, cited, world, around, days[0] if len(days) == 1 else None)
    if len(fitting) == 1:
        key = fitting[0].key
        return Meaning(key, text, (), key)
    return Meaning(None, text, tuple(sorted([d.key for d in fitting])), cited.key)


@lru_cache(maxsize=4096)
def cited_in(text: str) -> tuple[Citation, ...]:
    """The citations in a short text that is asked for again and again."""
    return tuple(citations.find(text))


def identity(text: str) -> str:
    """What two spellings of one document elsewhere share: its number, else its words."""
    found = cited_in(text)
    return found[0].key if found and found[0].symbol else fold(text)


def _days(mentions: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    """By printed number, the days that a text gives for it; none where no citation lacks its own."""
    if all(mention.citation.date for mention in mentions):
        return {}
    days: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.citation.date and mention.citation.symbol:
            days[mention.citation.key].add(mention.citation.date)
    return {number: tuple(sorted(some)) for number, some in days.items()}
