"""The ledger: from cells to those who have read them, as a plain table would tell it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.context.store import Store
from plugins.incremental.ledger import Ledger
from tests.plugins import held

NODES = ["tep:a", "tep:b", "ke:a", "xet:tin", "xet:văn bản"]
CELLS = ["r:a", "r:b", "d:2026-01-01", "d:2026-02-01", "l:news\t", "p:ảnh"]
STEPS = st.lists(
    st.tuples(st.just("note"), st.sampled_from(NODES), st.frozensets(st.sampled_from(CELLS)), st.none() | st.integers(0, 3))
    | st.tuples(st.just("drop"), st.sampled_from(NODES))
    | st.tuples(st.just("clear"), st.sampled_from(["tep:", "xet:", "ke:", ""]))
    | st.sampled_from([("flush",), ("build",), ("forget",)]),
    max_size=25,
)


def seen(ledger: Ledger) -> tuple:
    """All that a ledger can be asked, after it has written."""
    ledger.flush()
    touched = {cell: ledger.touched([cell]) for cell in CELLS}
    return (
        touched, ledger.touched(CELLS), sorted(ledger.names("")),
        sorted(ledger.names("xet:")), ledger.results("tep:"), {name: ledger.result(name) for name in NODES},
        {kind: ledger.read_by(kind) for kind in ("r:", "d:", "p:", "l:", "c:")},
    )  # fmt: skip


def told(nodes: dict[str, tuple[frozenset, object]]) -> tuple:
    """The same of a plain table of nodes."""
    touched = {cell: {name: [cell] for name, (reads, _) in nodes.items() if cell in reads} for cell in CELLS}
    read = {cell for reads, _ in nodes.values() for cell in reads}
    return (
        touched, {name: sorted(reads) for name, (reads, _) in nodes.items() if reads}, sorted(nodes),
        sorted(name for name in nodes if name.startswith("xet:")),
        {name: result for name, (_, result) in nodes.items() if name.startswith("tep:") and result is not None},
        {name: nodes.get(name, (0, None))[1] for name in NODES},
        {kind: sorted(cell for cell in read if cell.startswith(kind)) for kind in ("r:", "d:", "p:", "l:", "c:")},
    )  # fmt: skip


@settings(max_examples=150)
@given(STEPS)
def test_the_ledger_is_a_table_of_who_read_what(steps):
    """After any notes, drops and writings, over several builds, some of them given up, the ledger tells what a plain table tells."""
    store = Store(None)
    ledger, nodes, kept = Ledger(store), {}, {}
    noted: set[str] | None = set()  # before anything is written, a node is noted once
    for step in steps:
        match step:
            case "note", name, reads, result:
                if noted is not None and name in noted:
                    continue
                if noted is not None:
                    noted.add(name)
                ledger.note(name, reads, result)
                nodes[name] = reads, result
            case "drop", name:
                ledger.flush()
                noted = None
                ledger.drop(name)
                nodes.pop(name, None)
            case "clear", kind:
                ledger.flush()
                noted = None
                ledger.clear([kind])
                nodes = {name: node for name, node in nodes.items() if not name.startswith(kind)}
            case ("flush",):
                ledger.flush()
                noted = None
            case ("build",):
                ledger.flush()
                store.commit()
                kept, noted = dict(nodes), None
                ledger = Ledger(store)
            case ("forget",) if kept:
                held.forget(store)
                ledger, nodes = Ledger(store), dict(kept)
    assert seen(ledger) == told(nodes)


def test_a_node_that_reads_otherwise_is_touched_otherwise():
    """When work is done again its old reads no longer touch it, before anything is written too."""
    ledger = Ledger(Store(None))
    ledger.note("tep:a", {"r:a", "r:b"}, 1)
    ledger.flush()
    ledger.note("tep:a", {"r:b", "r:c"}, 2)
    for _ in range(2):
        assert ledger.touched(["r:c", "r:a", "r:b"]) == {"tep:a": ["r:b", "r:c"]} and ledger.result("tep:a") == 2
        ledger.flush()


def test_what_nobody_knows_touches_nothing():
    """Cells and nodes that were never noted are no error and touch nothing."""
    ledger = Ledger(Store(None))
    assert ledger.touched(["r:x", ""]) == {} and ledger.result("tep:x") is None
    ledger.drop("tep:x")
    ledger.flush()
    assert ledger.names("") == [] and ledger.read_by("r:") == []
