"""What several files show of one thing: made once, in one helper for all."""

import pytest

from plugins.context.keeping import Keeping
from plugins.context.store import unpack
from plugins.context.tracing import Trace


@pytest.fixture
def helpers(tmp_path) -> tuple[Keeping, Keeping]:
    """Two helpers of one build."""
    found = Keeping(), Keeping()
    for keeping in found:
        keeping.tray = tmp_path
    return found


@pytest.mark.parametrize("value", [("một", b"\0"), None])
def test_what_one_helper_has_made_no_other_makes(helpers, value):
    """A thing is made by whoever needs it first, and told by nobody else as new."""
    one, other = helpers
    trace, made = Trace(), []
    for keeping in (one, other, one):
        assert keeping.get("bài/một", lambda: made.append(1) or value, trace) == value
    assert len(made) == 1
    (kept,) = one.take()
    assert kept.name == "bài/một" and unpack(other.data(kept)) == value  # the process of the build finds it on the tray
    assert not other.take()


def test_what_is_not_whole_yet_is_made(helpers, tmp_path):
    """A helper never takes half of a thing that another is just laying down."""
    one, other = helpers
    one.get("bài", lambda: "cả bài", Trace())
    for file in tmp_path.iterdir():
        file.write_bytes(file.read_bytes()[:-3])
    assert other.get("bài", lambda: "cả bài", Trace()) == "cả bài"
    (kept,) = other.take()
    assert unpack(other.data(kept)) == "cả bài"


def test_whoever_takes_a_thing_from_the_tray_depends_on_it(helpers):
    """A file that shows a thing has read it alone, wherever it was made."""
    one, other = helpers
    trace = Trace()

    def make() -> str:
        trace.note("b:bài")
        return "cả bài"

    for keeping in (one, other):
        with trace.reading() as reads:
            keeping.get("bài", make, trace)
        assert reads == {"q:bài"}
    assert one.take()[0].reads == {"b:bài"}
