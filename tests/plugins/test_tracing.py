"""Cells: whoever works is noted with all that he looked at, and nobody else."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.context.tracing import Trace


def test_cells_are_noted_inside_and_nowhere_else():
    """What is looked at before, between and after two pieces of work belongs to neither."""
    trace = Trace()
    trace.note("r:before")
    with trace.reading() as first:
        trace.note("r:a")
        trace.note("r:a")
    trace.note("r:between")
    with trace.reading() as second:
        trace.note("r:b")
    assert (first, second) == ({"r:a"}, {"r:b"})


def test_work_within_work_is_noted_by_itself():
    """A shelf that is opened while an adapter plans notes its own cells, and the plan goes on noting afterwards."""
    trace = Trace()
    with trace.reading() as outer:
        trace.note("r:a")
        with trace.reading() as inner:
            trace.note("r:b")
        trace.note("r:c")
    assert (outer, inner) == ({"r:a", "r:c"}, {"r:b"})


def test_work_that_fails_ends_its_notes():
    """After an error whatever follows is no longer noted for the work that failed."""
    trace = Trace()
    cells = set()
    try:
        with trace.reading() as cells:
            trace.note("r:a")
            raise ValueError
    except ValueError:
        trace.note("r:b")
    assert cells == {"r:a"}


@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=30), st.integers(1, 4))
def test_whoever_gets_a_remembered_result_has_read_the_same(asked, kept):
    """A function whose results are remembered gives everybody the same result and the same cells, whether it ran or not,
    and runs again only for what fell out of its few places."""
    trace, runs = Trace(), []

    def double(value: int) -> int:
        runs.append(value)
        trace.note(f"r:{value}")
        trace.note(f"b:{value}")
        return 2 * value

    ask = trace.remembered(double, kept)
    for value, noted in asked:
        if noted:
            with trace.reading() as cells:
                trace.note("r:own")
                assert ask(value) == 2 * value
            assert cells == {"r:own", f"r:{value}", f"b:{value}"}
        else:
            assert ask(value) == 2 * value
    assert len(runs) <= len(asked) and set(runs) == {value for value, _ in asked}
    if len(set(runs)) <= kept:
        assert len(runs) == len(set(runs))


def test_a_remembered_function_may_ask_another():
    """Cells of a remembered result that needed another remembered result are those of both."""
    trace = Trace()
    inner = trace.remembered(lambda value: trace.note(f"r:{value}"), 8)
    outer = trace.remembered(lambda value: (trace.note(f"b:{value}"), inner(value)), 8)
    inner(1)
    for _ in range(2):
        with trace.reading() as cells:
            outer(1)
        assert cells == {"r:1", "b:1"}
