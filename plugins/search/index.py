"""The index that the browser searches: one JSON a year, newest records first, and a manifest that names them.

Folding and ranking happen in the browser (theme/static/search.js); nothing here is folded."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

from plugins.context import cards, heads
from plugins.context.build import Build
from plugins.context.library import order
from plugins.context.outputs import File
from plugins.domain import addresses
from plugins.domain.dates import short
from plugins.domain.records import Document, Model, News, Record
from plugins.search.names import JOINT, spellings
from plugins.search.views import Shard

MANIFEST = f"{addresses.SEARCH}chi-muc.json"
OTHER = "khac"  # records of no year
LISTS = "danh-sach"  # the lists themselves
SUMMARY = 160  # characters
_KINDS = ("news", "document", "model", "page")
_VOCABULARIES = ("categories", "types", "organs", "places", "topics", "fields")


def address(year: str) -> str:
    """Where the index of one year lives."""
    return f"{addresses.SEARCH}chi-muc-{year}.json"


@dataclass(frozen=True)
class Index:
    """The index of one build: its records by year, newest year and newest record first."""

    build: Build

    @cached_property
    def years(self) -> Mapping[str, tuple[Record, ...]]:
        """Year → records; the year of a record is that of its address, those of none come last."""
        library, found = self.build.library, defaultdict(list)
        for record in sorted((r for kind in _KINDS for r in library.list(kind)), key=order, reverse=True):
            found[addresses.year(record)].append(record)
        return {year: tuple(found[year]) for year in sorted(found, key=lambda y: (y.isdigit(), y), reverse=True)}

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """Vocabulary → key → every spelling."""
        return {name: spellings(self.build.library.words, name) for name in _VOCABULARIES}

    def outputs(self) -> Iterator[File]:
        """Every shard and the manifest."""
        for year, records in self.years.items():
            yield File(address(year), lambda records=records: self.shard(records), "content")
        yield File(address(LISTS), self.lists, "content")
        yield File(MANIFEST, self.manifest, "content")

    def manifest(self) -> bytes:
        """The shards, newest first, with the number of their records."""
        shards = [Shard(year, self.build.href(address(year)), len(records)) for year, records in self.years.items()]
        shards.append(Shard(LISTS, self.build.href(address(LISTS)), len(self._pages)))
        return _json({"shards": [asdict(shard) for shard in shards]})

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        """Address → title of the pages made so far that show no record: lists, topics, units, places."""
        own = {addresses.of(record) for record in self.build.library.records.values()}
        return {at: title for at, title in sorted(self.build.titles.items()) if at not in own}

    def lists(self) -> bytes:
        """The entries of all lists, so that a unit, a place or a topic is found by its own name."""
        return _json({"words": [], "entries": [{"t": title, "a": self.build.href(at), "k": "list"} for at, title in self._pages.items()]})

    def shard(self, records: Sequence[Record]) -> bytes:
        """The entries of some records, in their order. `words` are the names that entries refer to by position (`w`)."""
        table: dict[str, int] = {}
        entries = [self._entry(record, table) for record in records]
        return _json({"words": list(table), "entries": entries})

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
                own = (record.slogan, *record.aliases)
        found = [self.names[vocabulary].get(key, "") for vocabulary, key in named]
        return filter(None, dict.fromkeys([*found, JOINT.join(filter(None, own))]))


def title(record: Record, build: Build) -> str:
    """The title as it heads the record's page; a document's type stands before its subject."""
    if isinstance(record, Document):
        return f"{build.library.words.name('types', record.type)} {record.title}"
    return record.title


def _json(data: dict) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
