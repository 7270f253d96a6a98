"""What was found wrong, by who found it, kept from build to build: a warning is told again although its file is not read again."""

from collections.abc import Iterable

from plugins.context.store import Store, pack, unpack
from plugins.domain.problems import Problem


class Faults:
    """The problems of one site; `owner` is a file, or a judgement."""

    def __init__(self, store: Store):
        self.store = store
        store.execute("CREATE TABLE IF NOT EXISTS faults (owner TEXT PRIMARY KEY, problems BLOB)")
        self._fresh = not store.one("SELECT 1 FROM faults LIMIT 1")

    def tell(self, owner: str, problems: Iterable[Problem]) -> None:
        """Takes the place of what the owner told before."""
        problems = tuple(problems)
        if problems:
            self.store.execute("INSERT OR REPLACE INTO faults VALUES (?, ?)", (owner, pack(problems)))
        elif not self._fresh:
            self.store.execute("DELETE FROM faults WHERE owner = ?", (owner,))

    def forget(self) -> None:
        """Nothing is wrong any more."""
        self.store.execute("DELETE FROM faults")

    def all_of(self, owner: str) -> tuple[Problem, ...]:
        """What one owner has told."""
        data = self.store.one("SELECT problems FROM faults WHERE owner = ?", owner)
        return unpack(data) if data else ()

    def all(self) -> list[Problem]:
        """Everything that is wrong."""
        return [problem for (data,) in self.store.execute("SELECT problems FROM faults ORDER BY owner") for problem in unpack(data)]
