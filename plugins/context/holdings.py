"""What the library holds between two builds, in the store: records, bodies, claims; edges through `bonds`, lists through `registers`.

Whatever changes here is told as cells (see `tracing`)."""

import json
from collections.abc import Iterable

from plugins.context import tracing
from plugins.context.body import Body, LinkHole, PictureHole
from plugins.context.bonds import Bonds, Tied
from plugins.context.calendar import is_public
from plugins.context.memberships import memberships
from plugins.context.registers import Registers, about
from plugins.context.standings import Standings
from plugins.context.store import Store, pack, unpack
from plugins.context.threads import Threads
from plugins.domain import identities
from plugins.domain.bearers import Bearers
from plugins.domain.citations import key as number_key
from plugins.domain.doubts import Quote
from plugins.domain.frozen import dataclass
from plugins.domain.meanings import Meaning
from plugins.domain.mentions import Mention
from plugins.domain.records import Document, News, Record
from plugins.domain.relations import Edge
from plugins.domain.words import Words

_KEPT = 12_000  # records at hand
_RECORD = "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)"
_TABLES = """
CREATE TABLE records (key TEXT PRIMARY KEY, public INTEGER, embargo TEXT, record BLOB);
CREATE TABLE bodies (key TEXT PRIMARY KEY, body BLOB, named BLOB, passages BLOB);
CREATE TABLE claims (claim TEXT, key TEXT, PRIMARY KEY (claim, key)) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class Named:
    """What a text names: documents that it cites, the keys that its links may mean, links, pictures, its own headings' ids; of a document
    the signs that no printed form can show, with their lines."""

    cited: tuple[Mention, ...] = ()
    linked: tuple[str, ...] = ()
    links: tuple[LinkHole, ...] = ()
    pictures: tuple[PictureHole, ...] = ()
    anchors: tuple[str, ...] = ()
    signs: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Entry:
    """A sound record as it goes into the store: packed, with its packed body, what its text names, and its passages as JSON: the
    search wants those of a whole year at a time, and nobody else does."""

    record: bytes
    body: bytes
    named: bytes
    passages: bytes = b""

    @classmethod
    def of(cls, record: Record, body: Body, named: Named) -> "Entry":
        """Packs what came out of a file; the words of a body are kept in no other form than its markup."""
        told = [(one.anchor, one.place, one.text) for one in body.passages]
        passages = pack(json.dumps(told, ensure_ascii=False, separators=(",", ":")), small=True) if told else b""
        return cls(pack(record), pack(Body(body.parts, body.headings), small=True), pack(named), passages)


class Holdings:
    """The holdings of one build. `cells` gathers what has changed since the last one; little of it when nobody wants it told."""

    def __init__(self, store: Store, words: Words, as_of: str, telling: bool = True):
        self.store, self.words, self.as_of, self.telling = store, words, as_of, telling
        self.cells: set[str] = set()
        self.registers, self.bonds = Registers(store, self.cells, telling), Bonds(store, self.cells, telling)
        self.standings, self.threads = Standings(store, self.registers), Threads(store, self.cells)
        self._records: dict[str, Record | None] = {}
        self._numbers: dict[str, Bearers] = {}
        self._rows = store.later()
        if not store.one("SELECT 1 FROM sqlite_master WHERE name = 'records'"):
            for statement in filter(str.strip, _TABLES.split(";")):
                store.execute(statement)
        self.empty = not store.one("SELECT 1 FROM records LIMIT 1")

    def clear(self) -> None:
        """Forgets everything: the words have changed, so every file is read anew."""
        for table in ("records", "bodies", "claims"):
            self.store.execute(f"DELETE FROM {table}")
        self.bonds.clear()
        self.registers.clear()
        self.standings.clear()
        self.threads.clear()
        self._records, self._numbers, self.empty = {}, {}, True

    # What there is

    def record(self, key: str) -> Record | None:
        """A public record."""
        if key not in self._records:
            data = self._rows.one("SELECT record FROM records WHERE key = ? AND public", key)
            self._keep(key, unpack(data) if data else None)
        return self._records[key]

    def _keep(self, key: str, record: Record | None) -> None:
        if len(self._records) >= _KEPT:
            self._records.clear()
        self._records[key] = record

    def any(self, key: str) -> Record | None:
        """A record, public or not."""
        data = self._rows.one("SELECT record FROM records WHERE key = ?", key)
        return unpack(data) if data else None

    def hidden(self, key: str) -> bool:
        """Whether a record is there and may not be seen yet."""
        return self.record(key) is None and bool(self._rows.one("SELECT 1 FROM records WHERE key = ?", key))

    def keys(self) -> list[str]:
        """The keys of all public records, sorted."""
        return [row[0] for row in self._rows.ask("SELECT key FROM records WHERE public ORDER BY key")]

    def body(self, key: str) -> Body:
        """The body of a record. Raises KeyError."""
        data = self._rows.one("SELECT body FROM bodies WHERE key = ?", key)
        if data is None:
            raise KeyError(key)
        return unpack(data)

    def passages(self, key: str) -> str:
        """What a search may lead to inside a document: JSON, a list of anchor, place and text; '' when there is nothing."""
        data = self._rows.one("SELECT passages FROM bodies WHERE key = ?", key)
        return unpack(data) if data else ""

    def named(self, key: str) -> Named:
        """What the text of a record names."""
        return unpack(self._rows.one("SELECT named FROM bodies WHERE key = ?", key))

    def claimants(self, claim: str) -> list[str]:
        """The keys of the records that claim a thing (an address, an id, a printed number)."""
        return [row[0] for row in self._rows.ask("SELECT key FROM claims WHERE claim = ? ORDER BY key", (claim,))]

    def numbered(self, number: str) -> Bearers:
        """The public documents of one printed number, by their keys."""
        if number not in self._numbers:
            if len(self._numbers) >= _KEPT:
                self._numbers.clear()
            self._numbers[number] = Bearers(filter(None, map(self.record, self.claimants(f"number\t{number}"))))
        return self._numbers[number]

    def rivals(self, keys: Iterable[str] | None) -> set[str]:
        """The keys of all records that claim what another of them claims; with `keys`, only where one of these takes part."""
        if keys is None:
            shared = "SELECT claim FROM claims WHERE claim NOT LIKE 'number%' GROUP BY claim HAVING count(*) > 1"
            return {row[0] for row in self._rows.ask(f"SELECT key FROM claims WHERE claim IN ({shared})")}
        found: set[str] = set()
        for claim in {c for key in keys if (record := self.any(key)) for c in identities.held(record) if not c.startswith("number")}:
            found.update(some if len(some := self.claimants(claim)) > 1 else ())
        return found

    def embargoed(self) -> list[tuple[str, bool, str]]:
        """Key, whether it is public, and the day of every record that has an embargo."""
        return self._rows.ask("SELECT key, public, embargo FROM records WHERE embargo != ''").fetchall()

    # What changes

    def put(self, entry: Entry) -> Record:
        """Takes in a record, new or changed."""
        new = unpack(entry.record)
        key = new.key
        old = None if self.empty else self.any(key)
        was, public = old is not None and self.record(key) is not None, is_public(new, self.as_of)
        self.cells |= {tracing.SOURCE + key} if self.telling else set()
        if not self.empty and self._rows.one("SELECT body FROM bodies WHERE key = ?", key) != entry.body:
            self.cells.add(tracing.BODY + key)
        self._rows.add(_RECORD, [(key, public, new.embargo.iso if new.embargo else "", entry.record)])
        self._rows.add("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?, ?)", [(key, entry.body, entry.named, entry.passages)])
        self._claim(old, new)
        self._show(key, old if was else None, new if public else None)
        return new

    def remove(self, key: str) -> None:
        """Takes a record away."""
        old, was = self.any(key), self.record(key)
        if old is None:
            return
        self.cells |= {tracing.SOURCE + key, tracing.BODY + key}
        self._claim(old, None)
        self._show(key, was, None)
        self.link(key, ())
        self.store.execute("DELETE FROM records WHERE key = ?", (key,))
        self.store.execute("DELETE FROM bodies WHERE key = ?", (key,))

    def judge(self, as_of: str) -> list[Record]:
        """Lifts embargoes, or lays them on again when the day is an earlier one; gives the records that may now be seen."""
        lifted = []
        for key, public, _embargo in self.embargoed():
            record = self.any(key)
            if bool(public) != is_public(record, as_of):
                self.store.execute("UPDATE records SET public = ? WHERE key = ?", (not public, key))
                self.cells.add(tracing.SOURCE + key)
                self._show(key, record if public else None, None if public else record)
                lifted += [] if public else [record]
        return lifted

    def write(self) -> None:
        """Writes what was gathered: before others ask the store."""
        self._rows.write()
        self.bonds.write()

    def link(self, source: str, edges: tuple[Edge, ...], meanings: tuple[Meaning | None, ...] = (), quotes: tuple[Quote, ...] = ()) -> None:
        """Takes in the edges that leave a record, what the citations of its text mean, and the days it gives for what is not here."""
        if self.empty:
            return self.enter(source, Tied.of(edges, meanings), quotes)
        self.bonds.mean(source, meanings)
        self.bonds.quote(source, quotes, False)
        before, after = self.bonds.tie(source, edges)
        self.registers.about(self.record(source), before, after)

    def enter(self, source: str, tied: Tied, quotes: tuple[Quote, ...]) -> None:
        """The same of a record that came into empty holdings."""
        self.bonds.quote(source, quotes, True)
        self.registers.about(self.record(source), set(), self.bonds.enter(source, tied))

    def settle(self) -> None:
        """Brings the lists in order; must follow the last change before anything is read from them."""
        self._records, self.empty = {}, False
        self.write()
        self.standings.settle(self.cells, self.record, lambda key: bool(self.bonds.into(key, "replaces")))
        self.threads.settle(self.record, self.bonds.out)
        self.registers.settle()

    def _show(self, key: str, old: Record | None, new: Record | None) -> None:
        """A record as readers see it has changed from `old` to `new`; None: it is not seen."""
        self._keep(key, new)
        numbers = {number_key(r.number, None, r.symbol) for r in (old, new) if isinstance(r, Document) and r.number}
        for number in numbers:
            self._numbers.pop(number, None)
        if old == new:
            return
        self.cells.add(tracing.RECORD + key)
        told = about({e.target for e in self.bonds.out(key) if e.target}) if isinstance(old, News) else set()
        before = memberships(old, self.words) | told if old else set()
        after = memberships(new, self.words) | told if new else set()
        self.registers.move(before, old, after, new)
        self.cells |= {tracing.NUMBER + number for number in numbers}

    def _claim(self, old: Record | None, new: Record | None) -> None:
        before, after = identities.held(old) if old else set(), identities.held(new) if new else set()
        key = (old or new).key
        self._rows.add("DELETE FROM claims WHERE claim = ? AND key = ?", [(claim, key) for claim in before - after])
        self._rows.add("INSERT INTO claims VALUES (?, ?)", [(claim, key) for claim in after - before])
