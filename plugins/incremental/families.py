"""Families of files (see `context.outputs.MEMBER`): what is made late of many small files, such as all data of one year, is made
again when one of them has changed. What it needs of each is kept here as long as that file lies as it was made."""

from collections.abc import Iterable
from zlib import crc32

from plugins.context import tracing
from plugins.context.build import Arrange, Build, Cut
from plugins.context.outputs import MEMBER, family
from plugins.context.store import Store, pack, unpack
from plugins.domain import addresses
from plugins.incremental.manifest import Manifest
from plugins.incremental.staging import Staging

_TABLE = "CREATE TABLE IF NOT EXISTS cuttings (family TEXT, drawer INTEGER, kept BLOB, PRIMARY KEY (family, drawer))"
_DRAWERS = 16  # of a family: one change writes one of them anew, and few are quickly read
_LYING = "SELECT name, size, written FROM outputs WHERE name >= ? AND name < ? AND name LIKE ? ORDER BY name"
Kept = dict[str, tuple[int, int, tuple]]  # name → size and time of the file that was cut, its cutting


def changed(manifest: Manifest) -> set[str]:
    """The cells of the families in which a file has changed, come or gone."""
    return {tracing.MADE + found for name in manifest.changed | manifest.gone if (found := family(name))}


def made(manifest: Manifest) -> set[str]:
    """The cells of the files that have changed."""
    return {tracing.MADE + name for name in manifest.changed}


def lend(build: Build, manifest: Manifest, staging: Staging, afresh: bool) -> None:
    """Lets what is made late read the members of families, and what was made of them; `afresh`: nothing that was kept is trusted."""
    manifest.store.execute(_TABLE)
    if afresh:
        manifest.store.execute("DELETE FROM cuttings")
    last: dict[str, object] = {}  # what is made of one family is made in a row

    def gather(of: str, cut: Cut, arrange: Arrange) -> object:
        if of not in last:
            last.clear()
            last[of] = arrange(_cuttings(manifest, staging, of, cut))
        return last[of]

    def read(address: str) -> bytes:
        name = addresses.file_name(address)
        return staging.read(name, name in manifest.changed)

    build.gathering, build.reading = gather, read


def _cuttings(manifest: Manifest, staging: Staging, of: str, cut: Cut) -> Iterable[tuple]:
    """What is wanted of each member: as it was kept, else cut from the file, and kept."""
    store = manifest.store
    before, now, new = _kept(store, of), [{} for _ in range(_DRAWERS)], set()
    for name, size, written in store.execute(_LYING, (f"{of}/", f"{of}0", f"%/{MEMBER}")).fetchall():
        if family(name) != of:
            continue
        drawer = crc32(name.encode()) % _DRAWERS
        found = before[drawer].get(name)
        if found is None or found[:2] != (size, written):
            found = size, written, cut(staging.read(name, name in manifest.changed))
            new.add(drawer)
        now[drawer][name] = found
    new |= {drawer for drawer in range(_DRAWERS) if len(now[drawer]) != len(before[drawer])}
    rows = [(of, drawer, pack(now[drawer], small=True)) for drawer in sorted(new)]
    store.many("INSERT OR REPLACE INTO cuttings VALUES (?, ?, ?)", rows)
    return [found for drawer in now for _size, _written, found in drawer.values()]


def _kept(store: Store, of: str) -> list[Kept]:
    """What is kept of a family, drawer by drawer."""
    rows = store.execute("SELECT drawer, kept FROM cuttings WHERE family = ?", (of,)).fetchall()
    kept = {drawer: unpack(found) for drawer, found in rows}
    return [kept.get(drawer, {}) for drawer in range(_DRAWERS)]
