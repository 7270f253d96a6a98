"""Helpers: with many records the work of a first build is shared out, and nothing of it is lost or made otherwise."""

from array import array
from pathlib import Path

from plugins.commands import compare
from plugins.context.store import Store
from plugins.incremental import crew
from tests.site.incremental_site import Site, sample


def remembered(memory: Path) -> dict[str, object]:
    """What a memory holds, but for the numbers by which it says so and the times of files."""
    store = Store(memory, read_only=True)
    cells = dict(store.execute("SELECT id, name FROM cells").fetchall())
    nodes = {number: (name, reads) for number, name, reads in store.execute("SELECT id, name, reads FROM nodes")}
    found: dict[str, object] = {name: {cells[one] for one in array("I", reads)} for name, reads in nodes.values()}
    found["đọc bởi"] = {cells[n]: {nodes[one][0] for one in array("I", some)} for n, some in store.execute("SELECT id, nodes FROM cells")}
    tables = {"edges": "*", "meanings": "*", "reached": "*", "quotes": "*", "faults": "*", "lists": "name, members", "records": "*"}
    tables |= {"claims": "*", "outputs": "name, shelf, source, given, size, page, modified, title, ids", "targets": "target"}
    for table, columns in tables.items():
        found[table] = sorted(store.execute(f"SELECT {columns} FROM {table}").fetchall())
    store.close()
    return found


def test_helpers_make_what_one_process_makes(tmp_path, monkeypatch):
    """Read, judged and made by two helpers, site, report and memory are those that one process makes."""
    site = Site(tmp_path / "nha")
    site.lay(sample())
    alone = site.clean()
    monkeypatch.setattr(crew, "MANY", 5)
    monkeypatch.setattr(crew.os, "cpu_count", lambda: 2)
    together = site.build()
    assert together.report == alone.report and together.outcome.read == alone.outcome.read == 27
    assert compare.folders(site.output, site.root / "sach" / "output") == []
    assert remembered(site.memory) == remembered(site.root / "sach" / "bo-nho.sqlite")
    assert site.build().outcome.changed == () and not list(site.cache.glob("tro-ly-*"))
