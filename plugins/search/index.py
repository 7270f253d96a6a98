"""The index that the browser searches: one JSON a year, newest records first, others for the passages of its documents, and a manifest.

Folding and ranking happen in the browser (theme/static/search.js); nothing here is folded."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from functools import cached_property, partial

from plugins.context import cards, entities, heads, lists
from plugins.context.build import Build
from plugins.context.library import Listed
from plugins.context.outputs import File, Shelf
from plugins.domain import addresses
from plugins.domain.dates import short
from plugins.domain.frozen import dataclass
from plugins.domain.records import Collection, Document, Model, News, Record
from plugins.search.names import JOINT, spellings
from plugins.search.views import Inside, Shard

MANIFEST = f"{addresses.SEARCH}chi-muc.json"
LISTS = "danh-sach"  # the lists themselves
SUMMARY = 160  # characters
_REACH = 30  # parts of a year are of 60 documents on average, of some 200 kB where these are long
_VOCABULARIES = ("categories", "types", "organs", "places", "topics", "fields", "threads")


def address(year: str) -> str:
    """Where the index of one year lives."""
    return f"{addresses.SEARCH}chi-muc-{year}.json"


def address_of_passages(year: str, part: int = 0) -> str:
    """Where the passages of the documents of one year live: of the newest of them, or of a part counted from the oldest."""
    return f"{addresses.SEARCH}muc-{year}{f'-{part}' if part else ''}.json"


@dataclass(frozen=True)
class Index:
    """The index of one build: a shard for every year."""

    build: Build

    @property
    def years(self) -> tuple[str, ...]:
        """The years that have records, newest first; “other” comes last. The year of a record is that of its address."""
        return tuple(sorted(self.build.library.keys("index"), key=lambda y: (y.isdigit(), y), reverse=True))

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """Vocabulary → key → every spelling."""
        return {name: spellings(self.build.library.words.plain, name) for name in _VOCABULARIES}

    @cached_property
    def _called(self) -> Mapping[str, str]:
        """Address of the page of a unit or a place → every spelling of it."""
        return {
            entities.address(kind, key): names
            for kind, vocabulary in entities.VOCABULARIES.items()
            for key, names in self.names[vocabulary].items()
            if JOINT in names
        }

    def shelves(self) -> Iterator[Shelf]:
        """Every shard."""
        for year in self.years:
            yield Shelf(f"chi-muc:{year}", lambda y=year: (File(address(y), lambda: self.shard(y), "content"),))
        for year in self.build.library.keys("year"):
            yield Shelf(f"muc:{year}", partial(self._passages, year))

    def late(self) -> Iterator[Shelf]:
        """The shard of the lists themselves, and the manifest, which counts them."""
        yield Shelf("chi-muc", lambda: (File(address(LISTS), self.lists, "content"), File(MANIFEST, self.manifest, "content")))

    def manifest(self) -> bytes:
        """The shards, newest first, with the number of their records."""
        library, href = self.build.library, self.build.href
        counts = {year: library.count("index", year) for year in self.years}
        shards = [Shard(year, href(address(year)), count) for year, count in counts.items()]
        for at, year in enumerate(counts):
            inside = tuple(Inside(href(place), len(some)) for place, some in self._parts(year) if some)
            shards[at] = replace(shards[at], inside=inside)
        shards.append(Shard(LISTS, href(address(LISTS)), len(self.build.lists())))
        return _json({"shards": [{key: value for key, value in asdict(shard).items() if value or key == "count"} for shard in shards]})

    def lists(self) -> bytes:
        """The entries of all lists, so that a unit, a place or a topic is found by its own name; units and places by old names too."""
        table: dict[str, int] = {}
        entries = []
        for place, title in self.build.lists():
            names = self._called.get(place, "")
            found = {"w": [table.setdefault(names, len(table))]} if names else {}
            entries.append({"t": title, "a": self.build.href(place), "k": "list", **found})
        return _json({"words": list(table), "entries": entries})

    def shard(self, year: str) -> bytes:
        """The entries of a year, newest first. `words` are the names that entries refer to by position (`w`)."""
        table: dict[str, int] = {}
        entries = [self._entry(record, table) for record in self.build.library.list("index", year)[::-1]]
        return _json({"words": list(table), "entries": entries})

    def _parts(self, year: str) -> Iterator[tuple[str, Listed]]:
        """The documents of a year in parts, newest first, cut where lists are cut: a phone never has to load a whole busy year at once,
        and a document that comes or goes changes its own part."""
        records = self.build.library.list("year", year)
        bounds = [0, *lists.beginnings(records.entries, _REACH), len(records)]
        newest = len(bounds) - 1
        for part in range(newest, 0, -1):
            yield address_of_passages(year, part % newest), records[bounds[part - 1] : bounds[part]]

    def _passages(self, year: str) -> Iterator[File]:
        for address, records in self._parts(year):
            yield File(address, partial(self.passages, records), "content", tuple(records.entries))

    def passages(self, records: Listed) -> bytes:
        """Address of a document → its passages: anchor, printed place, first words. Documents without any are left out."""
        library = self.build.library
        found = ((record, library.passages(record.key)) for record in records[::-1])
        told = {json.dumps(self.build.href(addresses.of(document)), ensure_ascii=False): some for document, some in found if some}
        return f"{{{','.join(f'{address}:{some}' for address, some in told.items())}}}\n".encode()

    def _entry(self, record: Record, table: dict[str, int]) -> dict:
        """t title · a address · k kind · d day as printed · n number and symbol · s summary · w words."""
        entry = {
            "t": " ".join(title(record, self.build).split()),
            "a": self.build.href(addresses.of(record)),
            "k": record.kind,
            "d": short(record.date) if record.date else "",
            "n": cards.number(record) if isinstance(record, Document) and record.number else "",
            "s": heads.shorten(record.summary, SUMMARY),
            "w": [table.setdefault(name, len(table)) for name in self._words(record)],
        }
        return {key: value for key, value in entry.items() if value not in ("", [])}

    def _words(self, record: Record) -> Iterator[str]:
        """What else the record is found by."""
        named = [("topics", key) for key in record.topics]
        own: tuple[str, ...] = ()
        match record:
            case News():
                named += [("categories", record.category)]
                named += [("organs", key) for key in record.units] + [("places", key) for key in record.places]
                own = (record.kicker,)
            case Document():
                named += [("types", record.type), ("organs", record.organ)]
                organ = self.build.library.words.entry("organs", record.organ)
                named += [("places", organ.place)] if organ and organ.place else []
                own = (record.unit,)
            case Model():
                named += [("fields", key) for key in record.field] + [("organs", record.unit), ("places", record.place)]
                named += [("threads", key) for key in record.threads]
                own = (record.slogan, *record.aliases)
            case Collection():
                named += [("organs", record.unit)] if record.unit else []
                own = tuple(item.label for item in record.collects)
        for word in named:
            self.build.library.words.called(*word)
        found = [self.names[vocabulary].get(key, "") for vocabulary, key in named]
        return filter(None, dict.fromkeys([*found, JOINT.join(filter(None, own))]))


def title(record: Record, build: Build) -> str:
    """The title as it heads the record's page; a document's type stands before its subject."""
    if isinstance(record, Document):
        return f"{build.library.words.name('types', record.type)} {record.title}"
    return record.title


def _json(data: dict) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
