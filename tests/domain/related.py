"""Relations among some records, without a site: all edges by both ends, and every reference that does not hold."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.domain import rings
from plugins.domain.mentions import Mention
from plugins.domain.problems import Problem
from plugins.domain.records import Record
from plugins.domain.relations import Edge, Known, edges
from plugins.domain.words import Words


@dataclass(frozen=True)
class Relations:
    """All edges by both ends, in a stable order."""

    outgoing: Mapping[str, tuple[Edge, ...]]
    incoming: Mapping[str, tuple[Edge, ...]]

    def from_(self, key: str, kind: str) -> tuple[Edge, ...]:
        """Edges of one kind that leave a record."""
        return tuple(e for e in self.outgoing.get(key, ()) if e.kind == kind)

    def to(self, key: str, kind: str) -> tuple[Edge, ...]:
        """Edges of one kind that reach a record."""
        return tuple(e for e in self.incoming.get(key, ()) if e.kind == kind)


def relate(
    records: Mapping[str, Record],
    mentions: Mapping[str, tuple[Mention, ...]],
    words: Words,
    hidden: Mapping[str, Record | None] | None = None,
    linked: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Relations, list[Problem]]:
    """Edges among published `records` (by key), and every reference that does not hold; `hidden` as in `Known.unseen`."""
    world, problems = Known(records, words, hidden or {}), []
    outgoing: dict[str, tuple[Edge, ...]] = {}
    incoming: dict[str, list[Edge]] = defaultdict(list)
    for key in sorted(records):
        found, _, faults = edges(records[key], mentions.get(key, ()), (linked or {}).get(key, ()), world)
        problems += faults
        if found:
            outgoing[key] = found
        for edge in found:
            if edge.target:
                incoming[edge.target].append(edge)
    relations = Relations(outgoing, {k: tuple(v) for k, v in incoming.items()})
    return relations, problems + rings.faults((e for found in outgoing.values() for e in found), records.__getitem__)
