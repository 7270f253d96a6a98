"""What pages ask for: every address that a page links to, by a number, and whether it leads to a file of the site.

Kept from build to build beside the `manifest`, which owns the table of the files."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import TypeVar
from urllib.parse import unquote

from plugins.context.store import Store
from plugins.domain import addresses
from plugins.domain.problems import Problem
from plugins.incremental import linkcheck
from plugins.incremental.making import Made
from plugins.incremental.signs import Signs

_TABLE = "CREATE TABLE IF NOT EXISTS targets (id INTEGER PRIMARY KEY, target TEXT UNIQUE)"
_AT_HAND = 60_000  # targets whose numbers are kept at hand
_FEW = 20  # targets that are sought one by one
T = TypeVar("T")


class Asked:
    """What the pages of one build ask for, below `prefix`. `fresh`: nothing is known of an earlier site."""

    def __init__(self, store: Store, prefix: str, fresh: bool):
        self.store, self.prefix, self.fresh = store, prefix, fresh
        store.execute(_TABLE)
        self._rows = store.later()
        self._last = store.one("SELECT max(id) FROM targets") or 0
        self._numbers: dict[str, int] = {}  # at hand
        self._known = None if self._last else Signs(2)  # of a store that is filled for the first time, what may be in it
        self._wanted: dict[str, str] = {}  # what this build asks for → the first page that does; of a fresh site the store tells it
        self._offered: dict[str, str] = {}  # the ids of what is no longer made
        self._lost: set[str] = set()  # address#id that was offered and is no more
        self._strange: dict[str, str] = {}

    def put(self, made: Made) -> bytes:
        """Takes in what a page asks for; gives it as it is kept."""
        for target in () if self.fresh else made.wants:
            self._wanted.setdefault(target, made.address)
        for target in made.strange:
            self._strange.setdefault(target, made.address)
        before = None if self.fresh or not made.page else self._ids(made.name) or self._offered.get(made.name)
        if before:
            self._lost |= {f"{self.prefix}{made.address}#{one}" for one in set(before.split("\n")) - set(made.ids)}
        if len(self._numbers) > _AT_HAND:
            self._rows.write()
            self._numbers = {}
        return array("I", map(self._number, made.wants)).tobytes()

    def forget(self, name: str) -> None:
        """A file that is about to go: what it offered."""
        self._offered[name] = self._ids(name) or ""

    def write(self) -> None:
        """Writes what was gathered."""
        self._rows.write()

    def ask_again(self) -> None:
        """All links of all pages are to be followed, not only those of the pages made now."""
        targets = dict(self.store.execute("SELECT id, target FROM targets").fetchall())
        for address, wants in self.store.execute("SELECT address, wants FROM outputs WHERE page"):
            numbers = array("I")
            numbers.frombytes(wants)
            self._wanted |= {target: address for number in numbers if (target := targets[number]) not in self._wanted}

    def problems(self, names: Collection[str], gone: Iterable[str]) -> list[Problem]:
        """Links of the pages made now that lead nowhere, and links of other pages to what is `gone`. `names` are all files, asked of
        a fresh site only."""
        found = [linkcheck.strange(target, page, self._source(page)) for target, page in self._strange.items()]
        if self.fresh:
            lost = {}
            for number, target in self.store.execute("SELECT id, target FROM targets"):
                if wrong := self._wrong(target, names):
                    lost[number] = wrong
            return found + [told(page, self._source(page)) for told, page in self._askers(lost)]
        asked = self._wanted | self._orphans(gone)
        return found + [wrong(page, self._source(page)) for target, page in asked.items() if (wrong := self._wrong(target))]

    def _wrong(self, target: str, names: Collection[str] | None = None) -> Callable[[str, str], Problem] | None:
        """What tells, for a page and its source, that a link leads nowhere; `names` are all files of the site, where these are at hand."""
        path, _, fragment = target.partition("#")
        path, fragment = unquote(path), unquote(fragment)
        inside = path.startswith(f"{self.prefix}/")
        path = path.removeprefix(self.prefix) if inside else path
        name = addresses.file_name(path)
        if inside and names is not None and not fragment:
            return None if name in names else partial(linkcheck.dead, path)
        ids = self._ids(name) if inside else None
        if ids is None:
            return partial(linkcheck.dead, path)
        if fragment and fragment not in ids.split("\n") and (ids or self.store.one("SELECT page FROM outputs WHERE name = ?", name)):
            return partial(linkcheck.lost, path, fragment)
        return None

    def _askers(self, wanted: dict[int, T]) -> Iterator[tuple[T, str]]:
        """Each of the targets, by number, with the first page that asks for it."""
        left = dict(wanted)
        for address, wants in self.store.execute("SELECT address, wants FROM outputs WHERE page ORDER BY rowid") if left else ():
            numbers = array("I")
            numbers.frombytes(wants)
            for number in sorted(left.keys() & numbers):
                yield left.pop(number), address

    def _ids(self, name: str) -> str | None:
        """The ids that a file offers, '' when it offers none or is no page; None when there is no such file."""
        return self.store.one("SELECT ids FROM outputs WHERE name = ?", name)

    def _source(self, page: str) -> str:
        name = addresses.file_name(page)
        return self.store.one("SELECT source FROM outputs WHERE name = ?", name) or ""

    def _orphans(self, gone: Iterable[str]) -> dict[str, str]:
        """What is gone and still asked for → a page that does."""
        if self.fresh or not (gone or self._lost):
            return {}
        gone = {f"{self.prefix}/{name.removesuffix('index.html')}" for name in gone}
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

    def _number(self, target: str) -> int:
        number = self._numbers.get(target)
        if number is None:
            known = self._known is None or target in self._known
            number = self.store.one("SELECT id FROM targets WHERE target = ?", target) if known else None
            if number is None:
                if self._known is not None:
                    self._known.add(target)
                number = self._last = self._last + 1
                self._rows.add("INSERT INTO targets VALUES (?, ?)", [(number, target)])
            self._numbers[target] = number
        return number
