"""The open data of units and places: what each is called, from when to when, what came before and after, where its page is.

All of it is told by the data files; of the library only is asked who has a page."""

from collections.abc import Iterator
from functools import partial

from plugins.context import dataschema, entities, opendata
from plugins.context.build import Build
from plugins.context.datasets import PLACES, UNITS
from plugins.context.opendata import Dataset
from plugins.context.outputs import File, Shelf
from plugins.domain.entities import place_kind
from plugins.domain.words import Entry

SETS = {"place": PLACES, "unit": UNITS}  # kind of list → its set
_SOURCE = "content/du-lieu"


def shelves(build: Build) -> Iterator[Shelf]:
    """One for each set: the data in two forms, the schemas of a row and of the whole."""
    for kind, dataset in SETS.items():
        yield Shelf(f"du-lieu:{dataset.key}", partial(_files, kind, dataset, build))


def _files(kind: str, dataset: Dataset, build: Build) -> Iterator[File]:
    yield File(dataset.address("json"), partial(_json, kind, dataset, build), _SOURCE)
    yield File(dataset.address("csv"), partial(_csv, kind, dataset, build), _SOURCE)
    yield File(dataset.address("schema.json"), partial(dataschema.schema, dataset, build), _SOURCE)
    yield File(dataset.address("ds.schema.json"), partial(dataschema.list_schema, dataset, build), _SOURCE)


def rows(kind: str, build: Build) -> list[dict]:
    """Every unit or place, by its key, so that two issues of the data can be compared line by line."""
    entries = build.library.words.lists.get(entities.VOCABULARIES[kind], ())
    return [_row(kind, entry, build) for entry in sorted(entries, key=lambda entry: entry.key)]


def _row(kind: str, entry: Entry, build: Build) -> dict:
    known, vocabulary, words = entities.lines(build, kind), entities.VOCABULARIES[kind], build.library.words

    def named(of: str, *keys: str) -> list[dict]:
        return [{"key": key, "name": words.name(of, key)} for key in keys]

    made = {
        "key": entry.key,
        "name": entry.name,
        "full_name": entry.full_name,
        "kind": entry.level if kind == "unit" else place_kind(entry.name),
        "symbol": entry.symbol,
        "place": next(iter(named("places", entry.place)), None) if entry.place else None,
        "parent": next(iter(named(vocabulary, entry.parent)), None) if entry.parent else None,
        "aliases": list(entry.aliases),
        "from": entry.valid_from.iso if entry.valid_from else "",
        "to": entry.valid_to.iso if entry.valid_to else "",
        "predecessors": named(vocabulary, *known.before.get(entry.key, ())),
        "successors": named(vocabulary, *known.after.get(entry.key, ())),
        "today": named(vocabulary, *(entities.lives_on(build, kind, entry.key) if entry.valid_to else ())),
        "source": entry.source.name if entry.source else "",
        "source_url": entry.source.url if entry.source else "",
        "note": entry.note,
        "url": build.absolute(entities.address(kind, entry.key)) if entities.has_page(build, kind, entry.key) else "",
    }
    return opendata.compact({field.name: made.get(field.name) for field in SETS[kind].fields})


def _json(kind: str, dataset: Dataset, build: Build) -> bytes:
    part = opendata.part(dataset, rows(kind, build))
    return opendata.joined(dataset, build, (part.json,), part.count)


def _csv(kind: str, dataset: Dataset, build: Build) -> bytes:
    return opendata.table(dataset.fields, (opendata.part(dataset, rows(kind, build)).csv,))
