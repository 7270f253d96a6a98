"""Every file that the site is made of: from which shelf it came, how it lies on the disk, what it offers and what it links to.

Kept from build to build in the store; the last check of all links is made against it."""

from array import array
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.context import scout
from plugins.context.store import Store
from plugins.domain import addresses
from plugins.domain.problems import Problem
from plugins.incremental import linkcheck
from plugins.incremental.making import Made

_TABLES = """
CREATE TABLE IF NOT EXISTS outputs (name TEXT PRIMARY KEY, claim TEXT, address TEXT, shelf TEXT, source TEXT, given TEXT, size INTEGER,
 written INTEGER, page INTEGER, modified TEXT, title TEXT, listed INTEGER, record INTEGER, ids TEXT, wants BLOB);
CREATE INDEX IF NOT EXISTS shelves ON outputs (shelf);
CREATE INDEX IF NOT EXISTS claimed ON outputs (claim);
CREATE INDEX IF NOT EXISTS lying ON outputs (name, size, written);
CREATE INDEX IF NOT EXISTS mapped ON outputs (address, modified) WHERE listed;
CREATE TABLE IF NOT EXISTS targets (id INTEGER PRIMARY KEY, target TEXT UNIQUE)
"""
_COLUMNS = 15
_ROWS = 500  # gathered before they are written
_FEW = 20  # targets that are sought one by one


class Manifest:
    """The files of one site. `gone` are those that are no longer made, `come` those that were not made before, `changed`
    those whose bytes are new."""

    def __init__(self, store: Store, url: str):
        self.store, self.prefix = store, urlsplit(url).path.rstrip("/")
        for statement in _TABLES.split(";"):
            store.execute(statement)
        self.gone: set[str] = set()
        self.changed: set[str] = set()
        self.come: set[str] = set()
        self.pages = 0
        self.relisted = False  # whether what search engines may list has changed
        self._sources: dict[str, str] = {}  # what this build has made: name → source
        self._wanted: dict[str, str] = {}  # what its pages ask for → the first page that does
        self._offered: dict[str, str] = {}  # the ids of what is no longer made
        self._lost: set[str] = set()  # address#id that was offered and is no more
        self._strange: dict[str, str] = {}
        self._targets: dict[str, int] = {}
        self._last = store.one("SELECT max(id) FROM targets") or 0
        self._rows: list[tuple] = []
        self._new: dict[str, int] = {}
        self._owners: dict[str, tuple[str, str]] = {}  # claim → shelf and name of the file that this build has put there
        self._folders: set[str] = set()
        self._fresh = not store.one("SELECT 1 FROM outputs LIMIT 1")

    def of_shelf(self, shelf: str) -> dict[str, str]:
        """Name → what it was given, of the outputs of a shelf."""
        rows = () if self._fresh else self.store.execute("SELECT name, given FROM outputs WHERE shelf = ?", (shelf,))
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
        self.relisted |= bool(self.store.one("SELECT listed FROM outputs WHERE name = ?", name))
        self._offered[name] = self._ids(name) or ""
        self.store.execute("DELETE FROM outputs WHERE name = ?", (name,))
        self.gone.add(name)

    def put(self, made: Made) -> Problem | None:
        """Takes in a file; two that claim one address are a problem that names both."""
        if problem := self._claimed(made):
            return problem
        if made.page:
            self.pages += 1
            self._watch(made)
            self.relisted |= self._listing(made)
        self._sources[made.name] = made.source
        if not self._fresh and self._ids(made.name) is None and made.name not in self.gone:
            self.come.add(made.name)
        self.gone.discard(made.name)
        if made.changed:
            self.changed.add(made.name)
        wants = array("I", [self._target(target) for target in made.wants]).tobytes()
        row = (made.name, made.name.lower(), made.address, made.shelf, made.source, made.given, made.size, made.written, made.page)
        row += (made.modified, made.title, made.listed, made.record, "\n".join(made.ids), wants)
        self._rows.append(row)
        if len(self._rows) >= _ROWS:
            self.flush()
        return None

    def flush(self) -> None:
        """Writes what was gathered; must come before anything is asked."""
        self.store.many(f"INSERT OR REPLACE INTO outputs VALUES ({', '.join('?' * _COLUMNS)})", self._rows)
        self.store.many("INSERT INTO targets VALUES (?, ?)", [(number, target) for target, number in self._new.items()])
        self._rows, self._new = [], {}

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

    def ask_again(self) -> None:
        """All links of all pages are to be followed, not only those of the pages made now."""
        targets = dict(self.store.execute("SELECT id, target FROM targets").fetchall())
        for address, wants in self.store.execute("SELECT address, wants FROM outputs WHERE page"):
            numbers = array("I")
            numbers.frombytes(wants)
            self._wanted |= {target: address for number in numbers if (target := targets[number]) not in self._wanted}

    def mapped(self) -> list[tuple[str, str]]:
        """Address and day (ISO or '') of all pages that search engines may list, by address."""
        return self.store.execute("SELECT address, modified FROM outputs WHERE listed ORDER BY address").fetchall()

    def lists(self) -> list[tuple[str, str]]:
        """Address and title of those of them that show no single record."""
        return self.store.execute("SELECT address, title FROM outputs WHERE listed AND NOT record ORDER BY address").fetchall()

    def problems(self) -> list[Problem]:
        """Links of the pages made now that lead nowhere, and links of other pages to what is gone."""
        self.flush()
        asked = self._wanted | self._orphans()
        found = [linkcheck.strange(target, page, self._source(page)) for target, page in self._strange.items()]
        for target, page in asked.items():
            path, _, fragment = map(unquote, target.partition("#"))
            inside = path.startswith(f"{self.prefix}/")
            path = path.removeprefix(self.prefix) if inside else path
            name = addresses.file_name(path)
            ids = self._ids(name) if inside else None
            if ids is None:
                found.append(linkcheck.dead(path, page, self._source(page)))
            elif fragment and fragment not in ids.split("\n") and (ids or self.store.one("SELECT page FROM outputs WHERE name = ?", name)):
                found.append(linkcheck.lost(path, fragment, page, self._source(page)))
        return found

    def _ids(self, name: str) -> str | None:
        """The ids that a file offers, '' when it offers none or is no page; None when there is no such file."""
        return self.store.one("SELECT ids FROM outputs WHERE name = ?", name)

    def _source(self, page: str) -> str:
        name = addresses.file_name(page)
        return self._sources.get(name) or self.store.one("SELECT source FROM outputs WHERE name = ?", name) or ""

    def _watch(self, made: Made) -> None:
        for target in made.wants:
            self._wanted.setdefault(target, made.address)
        for target in made.strange:
            self._strange.setdefault(target, made.address)
        before = None if self._fresh else self._ids(made.name) or self._offered.get(made.name)
        if before:
            self._lost |= {f"{self.prefix}{made.address}#{one}" for one in set(before.split("\n")) - set(made.ids)}

    def _listing(self, made: Made) -> bool:
        """Whether a page is listed otherwise than before."""
        now = (made.address, made.modified, made.title, made.listed, made.record)
        columns = "SELECT address, modified, title, listed, record FROM outputs WHERE name = ?"
        before = None if self._fresh else self.store.execute(columns, (made.name,)).fetchone()
        return made.listed if before is None else (made.listed or before[3]) and before != now

    def _orphans(self) -> dict[str, str]:
        """What is gone and still asked for → a page that does."""
        if self._fresh or not (self.gone or self._lost):
            return {}
        gone = {f"{self.prefix}/{name.removesuffix('index.html')}" for name in self.gone}
        rows = self.store.execute("SELECT id, target FROM targets WHERE instr(target, '%')").fetchall()
        wanted = {number: target for number, target in rows if unquote(target.partition("#")[0]) in gone}
        for address in gone:  # itself, and what opens with it and #
            between = "SELECT id, target FROM targets WHERE target = ? OR (target >= ? AND target < ?)"
            wanted |= dict(self.store.execute(between, (address, f"{address}#", f"{address}$")))
        for target in self._lost:
            wanted |= dict(self.store.execute("SELECT id, target FROM targets WHERE target = ?", (target,)))
        signs = [array("I", [number]).tobytes() for number in wanted] if len(wanted) <= _FEW else [b""]  # the last is in all
        asking = f"SELECT address, wants FROM outputs WHERE page AND ({' OR '.join(['instr(wants, ?)'] * len(signs))})"
        found: dict[str, str] = {}
        for address, wants in self.store.execute(asking, signs) if wanted else ():
            numbers = array("I")
            numbers.frombytes(wants)
            for number in wanted.keys() & numbers:
                found.setdefault(wanted[number], address)
        return found

    def _target(self, target: str) -> int:
        number = self._targets.get(target)
        if number is None:
            number = None if self._fresh else self.store.one("SELECT id FROM targets WHERE target = ?", target)
            if number is None:
                number = self._last = self._last + 1
                self._new[target] = number
            self._targets[target] = number
        return number

    def _claimed(self, made: Made) -> Problem | None:
        """Whether a file of that name, or one where this needs a folder, belongs to another shelf."""
        claim = made.name.lower()  # two names that differ in case only are one file on many disks
        first = self._owner(claim)
        if first and first != (made.shelf, made.name):
            known = self._sources.get(first[1]) or self.store.one("SELECT source FROM outputs WHERE claim = ?", claim)
            return claimed(made.address, made.source, known)
        parts = claim.split("/")
        above = {"/".join(parts[:n]) for n in range(1, len(parts))} - self._folders
        if any(self._owner(folder) for folder in above) or self._is_folder(claim):
            told = f"Địa chỉ {made.address} vừa là trang vừa là thư mục của trang khác."
            return Problem(made.source, 0, "trung-dia-chi", told, "Đổi một trong hai địa chỉ.")
        self._owners[claim] = made.shelf, made.name
        self._folders |= above
        return None

    def _owner(self, claim: str) -> tuple[str, str] | None:
        if claim in self._owners or self._fresh:
            return self._owners.get(claim)
        return self.store.execute("SELECT shelf, name FROM outputs WHERE claim = ?", (claim,)).fetchone()

    def _is_folder(self, claim: str) -> bool:
        if claim in self._folders or self._fresh:
            return claim in self._folders
        return bool(self.store.one("SELECT 1 FROM outputs WHERE claim >= ? AND claim < ?", f"{claim}/", f"{claim}0"))


def claimed(address: str, source: str, first: str) -> Problem:
    """Two that claim one address."""
    hint = "Đổi “đường dẫn” hoặc “khóa” của một bên."
    return Problem(source, 0, "trung-dia-chi", f"Địa chỉ {address} đã thuộc về {first}.", hint)
