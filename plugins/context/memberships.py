"""Which lists a record belongs to: kind ⇥ key of each. The lists themselves are the matter of `registers`."""

from collections.abc import Iterable

from plugins.context import agenda
from plugins.context.registers import REPLICATED
from plugins.domain import addresses, entities, facets, model_facets
from plugins.domain.records import Collection, Comparison, Document, Model, News, Page, Record
from plugins.domain.words import Words


def memberships(record: Record, words: Words) -> set[str]:
    """The names of the lists that a record belongs to: kind ⇥ key."""
    year = addresses.year(record)
    lists = {(record.kind, ""), ("index", year)} | {("topic", t) for t in record.topics}
    match record:
        case News():
            lists |= {("category", record.category), ("news-year", year)}
            lists |= {("unit", u) for u in record.units} | _places(record.places, words)
        case Document():
            lists |= facets.lists(record, words) | agenda.lists(record) | {("unit", record.organ)}
            lists |= _places(_seat(record.organ, words), words)
        case Model():
            lists |= model_facets.lists(record, words) | {("unit", record.unit)} | _places(model_facets.places(record), words)
            lists |= {(REPLICATED, "")} if record.replication else set()
        case Collection():
            lists |= {("unit", record.unit)} | _places(_seat(record.unit, words), words) if record.unit else set()
        case Comparison() | Page():
            pass
    lists |= {("moved", record.key)} if record.moved_from else set()
    return {f"{kind}\t{key}" for kind, key in lists}


def _seat(organ: str, words: Words) -> tuple[str, ...]:
    """The place of an organ, if it has one."""
    entry = words.entry("organs", organ)
    return (entry.place,) if entry and entry.place else ()


def _places(places: Iterable[str], words: Words) -> set[tuple[str, str]]:
    """The lists of these places, and of all that they lie within."""
    return {("place", place) for place in entities.surrounding(words, places)}
