"""The lists of documents by how far they hold. A document that another replaces is replaced, whatever its own field says, so its list
may change without the document: each is looked at again when it or what replaces it has changed."""

from collections.abc import Callable, Iterable

from plugins.context import tracing
from plugins.context.registers import Registers, entry
from plugins.context.store import Store
from plugins.domain.facets import STANDING
from plugins.domain.records import Document, Record

_REPLACED = "\treplaces"  # ends the cell of the edges that replace a document


class Standings:
    """What is known of one build."""

    def __init__(self, store: Store, registers: Registers):
        self.store, self.registers = store, registers
        store.execute("CREATE TABLE IF NOT EXISTS standings (key TEXT PRIMARY KEY, list TEXT, entry TEXT) WITHOUT ROWID")

    def clear(self) -> None:
        """Forgets everything."""
        self.store.execute("DELETE FROM standings")

    def settle(self, cells: Iterable[str], record: Callable[[str], Record | None], replaced: Callable[[str], bool]) -> None:
        """Moves what the changed `cells` touch; `record` gives a public record, `replaced` tells whether another replaces it."""
        for key in sorted(_touched(cells)):
            one = record(key)
            if one is not None and not isinstance(one, Document):
                continue
            was = self.store.execute("SELECT list, entry FROM standings WHERE key = ?", (key,)).fetchone()
            now = (f"{STANDING}\t{'replaced' if replaced(key) else one.status}", entry(one)) if one else None
            if now == was:
                continue
            self.registers.shift(was, now)
            if now:
                self.store.execute("INSERT OR REPLACE INTO standings VALUES (?, ?, ?)", (key, *now))
            else:
                self.store.execute("DELETE FROM standings WHERE key = ?", (key,))


def _touched(cells: Iterable[str]) -> set[str]:
    """The keys of records that have changed, or that others begin or cease to replace."""
    found = set()
    for cell in cells:
        if cell.startswith(tracing.RECORD):
            found.add(cell.removeprefix(tracing.RECORD))
        elif cell.startswith(tracing.INTO) and cell.endswith(_REPLACED):
            found.add(cell.removeprefix(tracing.INTO).removesuffix(_REPLACED))
    return found
