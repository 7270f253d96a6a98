"""Pairs of two facets of models among the lists: which have a list or a feed of their own (see `model_facets.shared`), and which cells
tell it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from plugins.context import tracing
from plugins.domain.model_facets import PAIRS, Shared, shared

Counts = Callable[[str], Mapping[str, int]]  # kind of list → key → number of members
_OF: dict[str, list[tuple[str, int]]] = defaultdict(list)  # kind of facet → the pairs that it is in, and as which of the two
for _pair, _facets in PAIRS.items():
    for _at, _kind in enumerate(_facets):
        _OF[_kind].append((_pair, _at))


def names(key: str) -> tuple[str, str, str, str]:
    """By what the pair ``a/b`` is asked for: with all others, with those of its first (``a/``), of its second value (``/b``), alone."""
    one, slash, two = key.partition("/")
    return "", one + slash, slash + two, key


def groups(kind: str, counts: Counts) -> dict[str, dict[str, Shared]]:
    """All pairs of a kind that at least two models share, under each of their names, sorted by key."""
    found: dict[str, dict[str, Shared]] = defaultdict(dict)
    for key in sorted(counts(kind)):
        if told := _shared(kind, key, counts, {}):
            for name in names(key):
                found[name][key] = told
    return found


def changed(lengths: Mapping[str, int], counts: Counts) -> Iterator[str]:
    """The cells of all pairs that are others now. `lengths`: how long the lists were (kind ⇥ key) that are longer or shorter now."""
    for kind, key in _touched(lengths, counts):
        if _shared(kind, key, counts, lengths) != _shared(kind, key, counts, {}):
            yield from (f"{tracing.PAIRS}{kind}\t{name}" for name in names(key))


def _touched(lengths: Mapping[str, int], counts: Counts) -> set[tuple[str, str]]:
    found = set()
    for list_name in lengths:
        kind, _, key = list_name.partition("\t")
        if kind in PAIRS:
            found.add((kind, key))
        for pair, at in _OF.get(kind, ()):
            begins, ends = (f"{key}/", "") if at == 0 else ("", f"/{key}")
            found |= {(pair, both) for both in counts(pair) if both.startswith(begins) and both.endswith(ends)}
    return found


def _shared(kind: str, key: str, counts: Counts, before: Mapping[str, int]) -> Shared | None:
    """One pair as it is, or as it was `before`."""

    def count(of: str, value: str) -> int:
        was = before.get(f"{of}\t{value}")
        return counts(of).get(value, 0) if was is None else was

    (first, second), (one, _, two) = PAIRS[kind], key.partition("/")
    return shared(count(kind, key), count(first, one), count(second, two))
