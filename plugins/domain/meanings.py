"""What each citation of a text means: a document of this site, one elsewhere, or several that fit equally.

Printed numbers are settled by what surrounds them (`surroundings`), short forms by the full one before them, names by the alias
table. What becomes of a meaning (an edge, a link in the text) is the matter of `relations` and of pages."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from plugins.domain import citations, surroundings
from plugins.domain.citations import Citation
from plugins.domain.frozen import dataclass
from plugins.domain.mentions import Mention
from plugins.domain.records import Record
from plugins.domain.surroundings import Standpoint
from plugins.domain.text import fold


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
    pairs = [(mention.citation, mention.said) for mention in mentions]
    if not pairs:
        return ()
    here = surroundings.standpoint(record, world.words)
    short = {cited.number.lstrip("0") for cited, _ in pairs if not cited.symbol and _is_short(cited)}
    days = _days([cited for cited, _ in pairs])
    full: dict[tuple, Meaning] = {}
    found: list[Meaning | None] = []
    for cited, said in pairs:
        if short and _is_short(cited):
            meant = full.get((cited.type, cited.number.lstrip("0")))
        else:
            told = days.get(cited.key) if days and not cited.date else None
            meant = meaning(here, cited, world, "".join(said), told)
            if short and cited.number and (number := cited.number.lstrip("0")) in short:
                full |= dict.fromkeys(((cited.type, number), (cited.type_written, number)), meant)
        found.append(meant)
    return tuple(found)


def _is_short(cited: Citation) -> bool:
    """“Nghị quyết 01”, after the full number was told."""
    return not cited.symbol and bool(cited.number) and not cited.alias


def meaning(here: Standpoint, cited: Citation, world, around: str = "", day: str | None = None, text: str = "") -> Meaning:
    """The meaning of one citation; `day` is what the text gives elsewhere for its number, `text` what stands for it in words."""
    text = text or _one_line(cited.raw)
    if cited.alias:
        if world.record(cited.alias):
            return Meaning(cited.alias, text, name=cited.alias)
        within = next(iter(cited_in(cited.alias)), None)
        return meaning(here, within, world, cited.alias, text=text) if within else Meaning(None, text, name=fold(text))
    if not cited.number or not cited.symbol:
        return Meaning(None, text, name=fold(text))
    fitting = surroundings.fitting(here, cited, world, around, day)
    if len(fitting) == 1:
        key = fitting[0].key
        return Meaning(key, text, (), key)
    return Meaning(None, text, fitting.keys, cited.key)


def _one_line(raw: str) -> str:
    return raw if raw.isprintable() and "  " not in raw else " ".join(raw.split())


@lru_cache(maxsize=4096)
def cited_in(text: str) -> tuple[Citation, ...]:
    """The citations in a short text that is asked for again and again."""
    return tuple(citations.find(text))


def identity(text: str) -> str:
    """What two spellings of one document elsewhere share: its number, else its words."""
    found = cited_in(text)
    return found[0].key if found and found[0].symbol else fold(text)


def _days(cited: Sequence[Citation]) -> dict[str, str | None]:
    """By printed number, the one day that a text gives for it, None when it gives several; nothing where no citation lacks its own."""
    dated = [one for one in cited if one.date and one.symbol]
    if not dated or len(dated) == len(cited):
        return {}
    days: dict[str, str | None] = {}
    for one in dated:
        number = one.key
        days[number] = one.date if days.get(number, one.date) == one.date else None
    return days
