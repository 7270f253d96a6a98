"""How a record hangs together with others, as open data tell it: whom it names, who names it."""

from plugins.context import cards, opendata
from plugins.context.build import Build
from plugins.domain import addresses
from plugins.domain.records import Document, Record
from plugins.domain.relations import Edge


def out(record: Record, build: Build) -> list[dict]:
    """What a record names: how, in which words, where that stands."""
    return [_relation(edge, record, build) for edge in build.library.relations.out(record.key)]


def into(record: Record, build: Build) -> list[dict]:
    """Who names a record, and how."""
    named = {(e.kind, addresses.of(build.library.records[e.source])) for e in build.library.relations.into(record.key)}
    return [{"kind": kind, "url": build.absolute(address)} for kind, address in sorted(named)]


def _relation(edge: Edge, record: Record, build: Build) -> dict:
    if edge.target is None:
        there = None if edge.candidates or not isinstance(record, Document) else build.neighbours.find(edge.text, record)
        return opendata.compact({"kind": edge.kind, "text": edge.text, "url": there.url if there else ""})
    goal = build.library.records[edge.target]
    return {"kind": edge.kind, "text": cards.link(goal, build).text, "url": build.absolute(addresses.of(goal))}
