"""The memory of a build: what may stand in it, what becomes of damage, and when it is kept."""

import datetime
import os
import pickle
import zlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.context import store as stores
from plugins.context.body import Body, Heading, LinkHole, PictureHole
from plugins.context.holdings import Named
from plugins.context.store import Broken, Store, pack, unpack
from plugins.domain import citations
from plugins.domain.problems import Problem
from plugins.domain.relations import Edge
from tests.domain.sample import WORDS, record
from tests.plugins import small_site

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner) | st.frozensets(st.text()),
    max_leaves=10,
)


@given(PLAIN)
def test_plain_values_come_back_as_they_were(value):
    """Whatever is made of plain values comes back equal and of the same type."""
    found = unpack(pack(value))
    assert found == value and type(found) is type(value)


@pytest.mark.parametrize(
    "value",
    [
        WORDS,
        *small_site.records(),
        record("trang/a"),
        Body(("a", LinkHole("b", 1), PictureHole("c", "d")), (Heading(2, "e", "f"),), "g"),
        Named(tuple(citations.find("Hướng dẫn 16-HD/TĐTN-TCKT ngày 02/4/2019")), ("b",), (LinkHole("b", 1),), (), ("e",)),
        (Problem("a", 1, "b", "c"),),
        (Edge("a", "b", None, "c", ("d",)),),
        (Markup("<b>"), Decimal("1.5"), datetime.date(2026, 1, 1)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_our_records_come_back_as_they_were(value):
    """Words, records of every kind, bodies, problems and edges come back equal, lines of their files included."""
    found = unpack(pack(value))
    assert found == value and repr(found) == repr(value)


class Trap:
    """Something that runs a command when it is unpacked."""

    def __init__(self, function, *arguments):
        self.call = function, arguments

    def __reduce__(self):
        return self.call


def bare(module: str, name: str) -> bytes:
    """A pickle that names something of a module and calls it."""
    return zlib.compress(b"\x80\x04" + f"c{module}\n{name}\n".encode() + b")R.")


def test_of_a_record_only_what_is_not_empty_is_kept():
    """A record comes back with every field and line, though its empty fields were not stored."""
    kept = small_site.news("tin-tuc/2026/a")
    back = unpack(pack(kept))
    assert back == kept and back.line("title") == kept.line("title") and back.gallery == () and back.legacy is None
    assert "gallery" not in vars(back) and b"legacy" not in pickle.dumps(kept)


@pytest.mark.parametrize(
    "data",
    [
        zlib.compress(pickle.dumps(Trap(os.system, "exit 1"))),
        zlib.compress(pickle.dumps(Trap(eval, "1/0"))),
        zlib.compress(pickle.dumps(Trap(print, "x"))),
        zlib.compress(pickle.dumps(os.path.join)),
        bare("plugins.commands.building", "Order"),
        bare("plugins.context.store", "Store"),
        bare("plugins.domain.text", "normalise"),
        bare("plugins.domain.frontmatter", "yaml"),
        bare("plugins.domain.relations", "Protocol"),
        bare("plugins.context.holdings", "Store.close"),
        bare("plugins.context.body", "Body.html"),
        bare("plugins.context.holdings", "Store"),
        bare("plugins.context.holdings", "Holdings"),
        bare("tests.plugins.test_store", "Trap"),
    ],
    ids=range(14),
)
def test_a_store_from_elsewhere_runs_no_code(data):
    """Functions, foreign classes, foreign names seen through our modules and our own classes that are no records are refused."""
    with pytest.raises(Broken):
        unpack(data)


@given(st.data())
def test_a_damaged_value_is_never_taken(data):
    """A value that is cut short, or of which any byte has changed, is refused or comes back as it was, and never as another."""
    value = ["Tin", {"a": 1}, None]
    packed = pack(value)
    at = data.draw(st.integers(0, len(packed) - 1))
    byte = data.draw(st.integers(0, 255))
    for damaged in (packed[:at], packed[:at] + bytes([byte]) + packed[at + 1 :]):
        try:
            assert unpack(damaged) == value
        except Broken:
            assert damaged != packed


@given(st.binary(max_size=60))
def test_rubbish_is_broken(data):
    """Any bytes are a value or Broken, and no other error; deflated too."""
    for one in (data, zlib.compress(data)):
        try:
            unpack(one)
        except Broken as broken:
            assert isinstance(broken, stores.TROUBLE)


def test_what_was_not_committed_is_forgotten(tmp_path):
    """A build that dies leaves the memory of the one before it."""
    path = tmp_path / "nho" / "a.sqlite"
    store = Store(path)
    assert store.fresh and store.get("x") is None and store.get("x", 5) == 5
    store.set("x", 1)
    store.commit()
    assert not store.fresh
    store.set("x", 2)
    store.close()
    store = Store(path)
    assert (store.fresh, store.get("x")) == (False, 1)
    store.close()
    store.close()


def test_a_first_build_that_dies_leaves_nothing(tmp_path):
    """Without a first commit the memory is as fresh as ever."""
    for _ in range(2):
        store = Store(tmp_path / "a")
        assert store.fresh
        store.set("x", 1)
        store.close()


def test_a_staged_store_is_thrown_away_unless_committed(tmp_path):
    """What helpers were allowed to read before the end is trusted after the commit only; they may read it meanwhile."""
    path = tmp_path / "a"
    store = Store(path)
    store.set("x", 1)
    store.stage()
    helper = Store(path, read_only=True)
    assert helper.get("x") == 1
    with pytest.raises(stores.TROUBLE):
        helper.set("x", 2)
    helper.close()
    store.close()
    with pytest.raises(Broken):
        Store(path)
    stores.remove(path)
    store = Store(path)
    assert store.fresh
    store.stage()
    store.set("x", 2)
    store.commit()
    store.close()
    assert Store(path).get("x") == 2


def test_a_memory_of_another_version_is_broken(tmp_path, monkeypatch):
    """What another version of the project remembered is not taken for our own."""
    store = Store(tmp_path / "a")
    store.commit()
    store.close()
    monkeypatch.setattr(stores, "VERSION", stores.VERSION + 1)
    with pytest.raises(Broken):
        Store(tmp_path / "a")


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0" + b"x" * 500, b"junk" * 2000, None])
def test_a_damaged_file_is_broken_or_fresh(tmp_path, damage):
    """Junk in place of the memory is Broken, an empty file is a fresh memory, and a file cut in the middle is noticed when it is read."""
    path = tmp_path / "a"
    store = Store(path)
    store.execute("CREATE TABLE t (x TEXT)")
    store.many("INSERT INTO t VALUES (?)", [(f"{n:05}" * 50,) for n in range(500)])
    store.commit()
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    try:
        store = Store(path)
        if damage == b"":
            assert store.fresh
            return
        store.execute("SELECT sum(length(x)) FROM t").fetchall()
    except stores.TROUBLE:
        assert damage != b""
        return
    pytest.fail("damage was not noticed")


def test_a_memory_is_removed_with_all_its_files(tmp_path):
    """What is thrown away leaves no journal that the next memory would take for its own."""
    for name in ("a", "a-journal", "a-wal", "a-shm", "b"):
        (tmp_path / name).write_bytes(b"x")
    stores.remove(tmp_path / "a")
    stores.remove(tmp_path / "a")
    assert [p.name for p in tmp_path.iterdir()] == ["b"]
