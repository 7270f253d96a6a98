"""The open data of the showcase. A model's own JSON lies beside its page; the whole is gathered from those files, so that an edit
reads no other record."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from plugins.context import dataschema, opendata, opendata_relations
from plugins.context.build import Build
from plugins.context.datasets import MODELS, RELATIONS_OF_MODELS, WITHHELD_OF_MODELS
from plugins.context.outputs import File, Shelf
from plugins.domain import addresses, model_facets, model_words
from plugins.domain.parts import Reference
from plugins.domain.records import Model
from plugins.domain.tables_model import MODEL

FAMILY = addresses.SHOWCASE.strip("/")  # see outputs.MEMBER
_SOURCE = "content/mo-hinh"
_GIVEN = tuple(f for f in MODEL if f.name not in (*RELATIONS_OF_MODELS, *WITHHELD_OF_MODELS))
_CHECKED = {"results": "source", "milestones": "source", "replication": "document"}


def of_model(record: Model, build: Build) -> bytes:
    """One model as JSON."""
    return (opendata.text(row(record, build)) + "\n").encode()


def row(record: Model, build: Build) -> dict:
    """What a model says, and what others say of it."""
    year, reach = model_facets.year(record), model_facets.reach(record)
    made = opendata.row(record, _GIVEN, build.library.words)
    for group, name in _CHECKED.items():
        for part, told in zip(getattr(record, group), made.get(group, ()), strict=True):
            told.pop(name, None)
            told |= opendata.compact({name: _where(getattr(part, name), build)})
    made |= {
        "year": year if year.isdigit() else "",
        "reach": None if reach is None else opendata.figure(reach),
        "reached": model_facets.reached(record),
        "scale": model_facets.scale(record),
        "relations": opendata_relations.out(record, build),
        "named_by": opendata_relations.into(record, build),
        "url": build.absolute(addresses.of(record)),
        "data": build.absolute(addresses.data_of(record)),
    }
    return opendata.compact({f.name: made.get(f.name) for f in MODELS.fields})


def _where(reference: Reference | None, build: Build) -> str:
    named = build.library.record(reference.text) if reference else None
    return build.absolute(addresses.of(named)) if named else ""


class Cutting(NamedTuple):
    """What the JSON of one model gives to the files of all: its address, by which they are in order; as it stands in JSON, in CSV, among
    the names that the script for comparisons offers; for the finder its `order` in lists by reach (how far, day, slug), what it is
    `chosen` by (facet → values), what is `shown` of it (slug, name, unit, place, reach and proof in words), its summary."""

    url: str
    json: bytes
    csv: bytes
    name: bytes
    order: tuple[int, str, str]
    chosen: dict[str, tuple[str, ...]]
    shown: tuple[str, ...]
    summary: str


def cut(member: bytes) -> tuple:
    """The cutting of one model, as a plain tuple."""
    one = json.loads(member)
    slug = one["url"].rstrip("/").rpartition("/")[2]
    named = (slug, one["name"], one["unit"]["name"], one["place"]["name"])
    made = (opendata.lines(MODELS.fields, (one,)), opendata.text(named).encode())
    order = (int(one.get("reach", 0)), _day(one), slug)
    told = ", ".join(filter(None, (one.get("reached", ""), model_words.proof(len(one.get("results", ()))))))
    return one["url"], member.rstrip(), *made, order, _chosen(one), (*named, told), one["summary"]


def _day(one: dict) -> str:
    """The day by which a model is ordered, as `calendar.day` has it."""
    days = (one.get("reviewed_on", ""), *(r["as_of"] for r in one.get("results", ())), one.get("period", {}).get("from", ""))
    return one.get("date") or max(days)


def _chosen(one: dict) -> dict[str, tuple[str, ...]]:
    places = [one["place"], *(place for spread in one.get("replication", ()) for place in spread.get("places", ()))]
    return {
        "field": tuple(field["key"] for field in one.get("field", ())),
        "status": (one["status"],),
        "scale": (one["scale"],),
        "place": tuple(dict.fromkeys(place["key"] for place in places)),
        "audience": tuple(one.get("audience", ())),
        "year": (one.get("year", model_facets.NO_YEAR),),
    }


def cuttings(build: Build) -> list[Cutting]:
    """Those of all models, by their addresses."""
    return build.members(FAMILY, cut, _arranged)


def _arranged(kept: Iterable[tuple]) -> list[Cutting]:
    return [Cutting(*one) for one in sorted(kept)]


def _json(build: Build) -> bytes:
    found = cuttings(build)
    return opendata.joined(MODELS, build, (one.json for one in found), len(found))


def _csv(build: Build) -> bytes:
    return opendata.table(MODELS.fields, (one.csv for one in cuttings(build)))


def whole(build: Build) -> Iterator[File]:
    """The files of all models."""
    yield File(MODELS.address("json"), partial(_json, build), _SOURCE)
    yield File(MODELS.address("csv"), partial(_csv, build), _SOURCE)


def explained(build: Build) -> Shelf:
    """The schemas of a model and of the whole."""

    def files() -> Iterator[File]:
        yield File(MODELS.address("schema.json"), partial(dataschema.schema, MODELS, build), _SOURCE)
        yield File(MODELS.address("ds.schema.json"), partial(dataschema.list_schema, MODELS, build), _SOURCE)

    return Shelf("du-lieu:mo-hinh:giai-thich", files)
