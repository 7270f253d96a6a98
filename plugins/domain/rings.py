"""What may not go in a ring: a document that replaces what replaced it, a model that derives from its own descendant.

Edges are made in `relations`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from plugins.domain.problems import Problem
from plugins.domain.records import Record

CODE = "vong-lap"
ACYCLIC = {"replaces": "thay thế", "derived_from": "kế thừa"}


def faults(edges: Iterable, record: Callable[[str], Record]) -> list[Problem]:
    """A record that replaces (or derives from) itself by any way round; one problem a ring, at its first file.

    `edges` are those of `relations`; other kinds than ACYCLIC are passed over."""
    after: dict[str, dict[str, list[str]]] = {kind: defaultdict(list) for kind in ACYCLIC}
    for edge in edges:
        if edge.kind in ACYCLIC and edge.target:
            after[edge.kind][edge.source].append(edge.target)
    return [_ring(ring, kind, ACYCLIC[kind], record) for kind in ACYCLIC for ring in _rings(after[kind])]


def _rings(after: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Every closed way, found from each start once."""
    done: set[str] = set()
    for start in sorted(after):
        path, ways = ([start], [iter(after[start])]) if start not in done else ([], [])
        stands = {start: 0}  # where each record stands on the path
        while path:
            target = next(ways[-1], None)
            if target is None:
                done.add(path[-1])
                stands.pop(path.pop())
                ways.pop()
            elif target in stands:
                yield path[stands[target] :]
            elif target not in done:
                stands[target] = len(path)
                path.append(target)
                ways.append(iter(after.get(target, ())))


def _ring(ring: list[str], kind: str, words: str, record: Callable[[str], Record]) -> Problem:
    first, way = record(min(ring)), " → ".join([*ring, ring[0]])
    message, hint = f"Các bài {words} lẫn nhau thành vòng: {way}.", f"Bỏ một dòng “{words}” để vòng được mở."
    return Problem(first.path, first.line(kind), CODE, message, hint)
