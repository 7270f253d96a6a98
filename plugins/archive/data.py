"""The open data of the archive. A document's own JSON lies beside its page; all of one year is gathered from those files, and
the whole archive from its years: so one edit touches one document, one year and the sums, and reads no other record."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from plugins.archive import data_page
from plugins.context import cards, dataschema, opendata, opendata_relations
from plugins.context.build import Build
from plugins.context.datasets import DOCUMENTS, DUTIES, EDGES, GOALS, WITHHELD
from plugins.context.opendata import Dataset
from plugins.context.outputs import File, Output, Shelf
from plugins.domain import addresses
from plugins.domain.records import Document
from plugins.domain.tables_document import DOCUMENT

_GIVEN = tuple(f for f in DOCUMENT if f.name not in WITHHELD)
_SOURCE = "content/van-ban"
SETS = (DOCUMENTS, EDGES, DUTIES, GOALS)


def family(year: str) -> str:
    """The family (see outputs.MEMBER) of the documents of a year."""
    return f"{addresses.ARCHIVE}{year}".strip("/")


def of_document(record: Document, build: Build) -> bytes:
    """One document as JSON."""
    return (opendata.text(row(record, build)) + "\n").encode()


def row(record: Document, build: Build) -> dict:
    """What a document says, and what others say of it."""
    words, page = build.library.words, build.absolute(addresses.of(record))
    organ, year = words.entry("organs", record.organ), addresses.year(record)
    made = opendata.row(record, (f for f in _GIVEN if f.kind not in ("citation", "record") and f.name != "files"), words)
    made |= {
        "identifier": cards.number(record) if record.number else "",
        "level": organ.level if organ else "",
        "year": year if year.isdigit() else "",
        "status": cards.standing(record, build),
        "files": [_file(record, file, build) for file in record.files],
        "relations": opendata_relations.out(record, build),
        "named_by": opendata_relations.into(record, build),
        "url": page,
        "data": build.absolute(addresses.data_of(record)),
    }
    return opendata.compact({f.name: made.get(f.name) for f in DOCUMENTS.fields})


def _file(record: Document, file, build: Build) -> dict:
    facts = build.attachments.facts(build.content / record.key / file.path)
    address = build.absolute(addresses.of(record) + file.path)
    told = {"label": file.label, "url": address, "kind": file.kind, "mime": facts.mime, "size": facts.size}
    return opendata.compact(told | {"pages": facts.pages, "sha256": facts.sha256})


# One year


def year_address(dataset: Dataset, year: str, ending: str) -> str:
    """The part of a set that is of one year."""
    return f"{addresses.DATA}{dataset.key}/{year}.{ending}"


def rows(build: Build, year: str) -> list[tuple[dict, bytes]]:
    """The documents of a year, newest first, from their own files: what each says, and the file."""
    return _sorted(tuple(build.members(family(year))))


@lru_cache(2)
def _sorted(members: tuple[bytes, ...]) -> list[tuple[dict, bytes]]:
    read = ((json.loads(member), member.rstrip()) for member in members)
    return sorted(read, key=lambda pair: (pair[0].get("date", ""), pair[0]["url"]), reverse=True)


def edges(build: Build, found: Iterable[dict]) -> Iterator[dict]:
    """The relations of some documents: with what they name, and with news and models that name them."""
    archive = build.absolute(addresses.ARCHIVE)
    for one in found:
        for relation in one.get("relations", ()):
            told = {"from": one["url"], "kind": relation["kind"], "text": relation["text"], "to": relation.get("url")}
            yield opendata.compact(told)
        for named in one.get("named_by", ()):
            if not named["url"].startswith(archive):  # what a document names is told where that document stands
                yield {"from": named["url"], "kind": named["kind"], "to": one["url"]}


def asked(name: str, found: Iterable[dict]) -> Iterator[dict]:
    """The duties or the targets of some documents, each with the document that asks for it."""
    for one in found:
        kind = one["type"]["name"]
        document = f"{kind} {one['identifier']}" if "identifier" in one else f"{kind}: {one['subject']}"
        whose = {"document": document, "organ": one["organ"], "date": one.get("date"), "url": one["url"]}
        for duty in one.get(name, ()):
            yield opendata.compact({key: value for key, value in duty.items() if key != "id"} | whose)


def of_year(build: Build, year: str) -> Iterator[File]:
    """The files of a year."""

    def documents() -> Iterator[dict]:
        return (row for row, _member in rows(build, year))

    def whole_year() -> bytes:
        found = rows(build, year)
        return opendata.joined(DOCUMENTS, build, (member for _row, member in found), len(found))

    def listed(dataset: Dataset, found: Callable[[], Iterable[dict]]) -> bytes:
        return opendata.listing(dataset, build, map(opendata.text, found()))

    def tabled(dataset: Dataset, found: Callable[[], Iterable[dict]]) -> bytes:
        return opendata.table(dataset.fields, [opendata.lines(dataset.fields, found())])

    told: tuple[tuple[Dataset, Callable[[], Iterable[dict]]], ...] = (
        (DOCUMENTS, documents),
        (EDGES, lambda: edges(build, documents())),
        (DUTIES, lambda: asked("duties", documents())),
        (GOALS, lambda: asked("targets", documents())),
    )
    for dataset, found in told:
        content = whole_year if dataset is DOCUMENTS else partial(listed, dataset, found)
        yield File(year_address(dataset, year, "json"), content, _SOURCE)
        yield File(year_address(dataset, year, "csv"), partial(tabled, dataset, found), _SOURCE)


# The whole archive


def _all_json(build: Build, dataset: Dataset, years: tuple[str, ...]) -> bytes:
    parts = [opendata.inside(build.made_of(family(y), year_address(dataset, y, "json"))) for y in years]
    return opendata.joined(dataset, build, parts, sum(part.count(b"\n") + 1 for part in parts if part))


def _all_csv(build: Build, dataset: Dataset, years: tuple[str, ...]) -> bytes:
    parts = (build.made_of(family(y), year_address(dataset, y, "csv")) for y in years)
    return opendata.table(dataset.fields, map(opendata.beheaded, parts))


def years(build: Build) -> tuple[str, ...]:
    """The years that have documents, newest first; “khac” comes last."""
    return tuple(sorted(build.library.keys("year"), key=lambda y: (y.isdigit(), y), reverse=True))


def whole(build: Build, told: tuple[str, ...]) -> Iterator[File]:
    """The files of all years."""
    for dataset in SETS:
        yield File(dataset.address("json"), partial(_all_json, build, dataset, told), _SOURCE, told)
        yield File(dataset.address("csv"), partial(_all_csv, build, dataset, told), _SOURCE, told)


def explained(build: Build) -> Shelf:
    """What all of it is made of: the page for people, the schemas for machines."""

    def files() -> Iterator[Output]:
        yield data_page.page(build)
        for dataset in SETS:
            yield File(dataset.address("schema.json"), partial(dataschema.schema, dataset, build), _SOURCE)
            yield File(dataset.address("ds.schema.json"), partial(dataschema.list_schema, dataset, build), _SOURCE)

    return Shelf("du-lieu:giai-thich", files)
