"""Pairs of two facets of models: a cell is told for each way in which pages ask for one that is another now, and for no other."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from plugins.context import pairing, tracing
from plugins.domain.model_facets import PAIRS

MODELS = st.lists(st.tuples(*(st.sets(st.sampled_from("ab"), max_size=2) for _ in range(4))), max_size=7)
FACETS = sorted({kind for pair in PAIRS.values() for kind in pair})


def counted(models) -> Counter:
    """The length of every list of these models, each told as the values of its facets."""
    found = Counter()
    for values in models:
        told = dict(zip(FACETS, values, strict=True))
        found.update(f"{kind}\t{key}" for kind, keys in told.items() for key in keys)
        found.update(f"{pair}\t{a}/{b}" for pair, (one, two) in PAIRS.items() for a in told[one] for b in told[two])
    return found


def asked(lengths: Counter):
    """What the registers tell: kind of list → key → length."""
    return lambda kind: {name.partition("\t")[2]: n for name, n in lengths.items() if name.startswith(f"{kind}\t")}


@given(MODELS, MODELS)
def test_a_pair_that_is_another_now_is_told(before, after):
    """Whoever asks for all pairs of a kind, for those of one value or for one pair hears of it when these are others, and only then."""
    was, now = counted(before), counted(after)
    lengths = {name: was[name] for name in was.keys() | now.keys() if was[name] != now[name]}
    told = {kind: [pairing.groups(kind, asked(state)) for state in (was, now)] for kind in PAIRS}
    differ = {
        f"{tracing.PAIRS}{kind}\t{name}"
        for kind, (old, new) in told.items()
        for name in old.keys() | new.keys()
        if old.get(name, {}) != new.get(name, {})
    }
    assert set(pairing.changed(lengths, asked(now))) == differ
