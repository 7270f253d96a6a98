"""Every file that the site is made of: from which shelf it came, how it lies on the disk, what it offers and what it links to.

Kept from build to build in the store; the last check of all links is made against it."""

from array import array
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from plugins.context import scout, tracing
from plugins.context.store import Store
from plugins.domain.problems import Problem
from plugins.incremental.asking import Asked
from plugins.incremental.making import Made, claimed
from plugins.incremental.signs import Signs

_TABLES = """
CREATE TABLE IF NOT EXISTS outputs (name TEXT PRIMARY KEY, claim TEXT, address TEXT, shelf TEXT, source TEXT, given TEXT, size INTEGER,
 written INTEGER, page INTEGER, modified TEXT, title TEXT, listed INTEGER, record INTEGER, ids TEXT, wants BLOB);
CREATE INDEX IF NOT EXISTS shelves ON outputs (shelf);
CREATE INDEX IF NOT EXISTS claimed ON outputs (claim);
CREATE INDEX IF NOT EXISTS lying ON outputs (name, size, written);
CREATE INDEX IF NOT EXISTS mapped ON outputs (address, modified) WHERE listed;
CREATE INDEX IF NOT EXISTS mapped_lists ON outputs (address, title) WHERE listed AND NOT record
"""
_COLUMNS = 15
_ROWS = 500  # gathered before they are written


class Manifest:
    """The files of one site. `gone` are those that are no longer made, `come` those that were not made before, `changed`
    those whose bytes are new."""

    def __init__(self, store: Store, url: str):
        self.store = store
        for statement in _TABLES.split(";"):
            store.execute(statement)
        self.gone: set[str] = set()
        self.changed: set[str] = set()
        self.come: set[str] = set()
        self.pages = 0
        self.relisted: set[str] = set()  # PAGES, LISTS: whether what search engines may list has changed
        self._rows: list[tuple] = []
        self._claims, self._folders = Signs(), Signs()  # what this build has put somewhere, and the folders above
        self.fresh = not store.one("SELECT 1 FROM outputs LIMIT 1")  # whether nothing is known of an earlier site
        self.asked = Asked(store, urlsplit(url).path.rstrip("/"), self.fresh)

    def of_shelf(self, shelf: str) -> dict[str, str]:
        """Name → what it was given, of the outputs of a shelf."""
        rows = () if self.fresh else self.store.execute("SELECT name, given FROM outputs WHERE shelf = ?", (shelf,))
        return dict(rows)

    def shelf_of(self, name: str) -> str | None:
        """The shelf of a file."""
        return self.store.one("SELECT shelf FROM outputs WHERE name = ?", name)

    def shelves(self, kind: str) -> set[str]:
        """The shelves that have outputs and whose names begin so."""
        sql = "SELECT DISTINCT shelf FROM outputs WHERE shelf >= ? AND shelf < ?"
        return {row[0] for row in self.store.execute(sql, (kind, f"{kind}\U0010ffff"))}

    def names(self) -> set[str]:
        """All files of the site."""
        return {row[0] for row in self.store.execute("SELECT name FROM outputs")}

    def disturbed(self, output: Path, lying: scout.Lying | None = None) -> set[str]:
        """The files that no longer lie on the disk as this site has left them; `lying` is how they were seen to lie."""
        rows = self.store.execute("SELECT name, size, written FROM outputs").fetchall()
        if lying is None:
            lying = scout.lying(str(output), [row[0] for row in rows])
        return {name for name, size, written in rows if lying.get(name) != (size, written)}

    def remove(self, name: str) -> None:
        """A file that is no longer made."""
        self.relisted |= self._relisted(name, None)
        self.asked.forget(name)
        self.store.execute("DELETE FROM outputs WHERE name = ?", (name,))
        self.gone.add(name)

    def put(self, made: Made) -> Problem | None:
        """Takes in a file; two that claim one address are a problem that names both."""
        if problem := self._claimed(made):
            return problem
        if made.page:
            self.pages += 1
            self.relisted |= self._relisted(made.name, (made.address, made.title, made.modified, made.listed, made.record))
        if not self.fresh and self.shelf_of(made.name) is None and made.name not in self.gone:
            self.come.add(made.name)
        self.gone.discard(made.name)
        if made.changed:
            self.changed.add(made.name)
        wants = self.asked.put(made)
        row = (made.name, made.name.lower(), made.address, made.shelf, made.source, made.given, made.size, made.written, made.page)
        row += (made.modified, made.title, made.listed, made.record, "\n".join(made.ids), wants)
        self._rows.append(row)
        if len(self._rows) >= _ROWS:
            self.flush()
        return None

    def flush(self) -> None:
        """Writes what was gathered; must come before anything is asked."""
        self.store.many(f"INSERT OR REPLACE INTO outputs VALUES ({', '.join('?' * _COLUMNS)})", self._rows)
        self._rows = []
        self.asked.write()

    def all(self) -> Iterator[Made]:
        """Every file of the site, as it was put."""
        targets = dict(self.store.execute("SELECT id, target FROM targets").fetchall())
        columns = "name, address, shelf, source, given, size, written, page, modified, title, listed, record, ids, wants"
        for row in self.store.execute(f"SELECT {columns} FROM outputs ORDER BY name"):
            *facts, page, modified, title, listed, record, ids, wants = row
            numbers = array("I")
            numbers.frombytes(wants)
            wanted = tuple(targets[number] for number in numbers)
            told = bool(page), modified, title, bool(listed), bool(record), tuple(filter(None, ids.split("\n"))), wanted
            yield Made(*facts, False, *told)

    def mapped(self) -> list[tuple[str, str]]:
        """Address and day (ISO or '') of all pages that search engines may list, by address."""
        return self.store.execute("SELECT address, modified FROM outputs WHERE listed ORDER BY address").fetchall()

    def lists(self) -> list[tuple[str, str]]:
        """Address and title of those of them that show no single record."""
        return self.store.execute("SELECT address, title FROM outputs WHERE listed AND NOT record ORDER BY address").fetchall()

    def problems(self) -> list[Problem]:
        """Links of the pages made now that lead nowhere, and links of other pages to what is gone."""
        self.flush()
        return self.asked.problems(self.names() if self.fresh else (), self.gone)

    def _relisted(self, name: str, now: tuple | None) -> set[str]:
        """What search engines may list otherwise when a page (address, title, day, listed, of one record) is made, or is gone."""
        columns = "SELECT address, title, modified, listed, record FROM outputs WHERE name = ?"
        before = None if self.fresh else self.store.execute(columns, (name,)).fetchone()
        old, new = (row if row and row[3] else None for row in (before, now))
        lists = {row[:2] if row and not row[4] else None for row in (old, new)}
        return set() if old == new else {tracing.PAGES, tracing.LISTS} if len(lists) > 1 else {tracing.PAGES}

    def _claimed(self, made: Made) -> Problem | None:
        """Whether a file of that name, or one where this needs a folder, belongs to another shelf."""
        claim = made.name.lower()  # two names that differ in case only are one file on many disks
        first = self._owner(claim)
        if first and first != (made.shelf, made.name):
            return claimed(made.address, made.source, self.store.one("SELECT source FROM outputs WHERE claim = ?", claim))
        parts = claim.split("/")
        above = [folder for n in range(1, len(parts)) if (folder := "/".join(parts[:n])) not in self._folders]
        if any(map(self._owner, above)) or self._is_folder(claim):
            told = f"Địa chỉ {made.address} vừa là trang vừa là thư mục của trang khác."
            return Problem(made.source, 0, "trung-dia-chi", told, "Đổi một trong hai địa chỉ.")
        self._claims.add(claim)
        for folder in above:
            self._folders.add(folder)
        return None

    def _owner(self, claim: str) -> tuple[str, str] | None:
        if not self._known(claim, self._claims):
            return None
        return self.store.execute("SELECT shelf, name FROM outputs WHERE claim = ?", (claim,)).fetchone()

    def _is_folder(self, claim: str) -> bool:
        if not self._known(claim, self._folders):
            return False
        return bool(self.store.one("SELECT 1 FROM outputs WHERE claim >= ? AND claim < ?", f"{claim}/", f"{claim}0"))

    def _known(self, claim: str, made: Signs) -> bool:
        """Whether the store has to be asked: it knows all that was made, and by an earlier build, too."""
        if claim in made:
            self.flush()
            return True
        return not self.fresh
