"""What one document tells as open data: its own JSON, which lies beside its page, and what of it goes into each of the sets.

All of the second is cut from the first, so that the sets of a year are made of documents as they were published, and the cuttings of
a document that has not changed can be kept from build to build (see `Build.members`)."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.context import cards, opendata, opendata_relations, tracing
from plugins.context.build import Build
from plugins.context.datasets import DOCUMENTS, DUTIES, EDGES, GOALS, WITHHELD
from plugins.context.opendata import Part
from plugins.domain import addresses
from plugins.domain.records import Document
from plugins.domain.tables_document import DOCUMENT
from plugins.domain.text import fold

_GIVEN = tuple(f for f in DOCUMENT if f.name not in WITHHELD)
SETS = (DOCUMENTS, EDGES, DUTIES, GOALS)


def of_document(record: Document, build: Build) -> bytes:
    """One document as JSON."""
    return (opendata.text(row(record, build)) + "\n").encode()


def row(record: Document, build: Build) -> dict:
    """What a document says, and what others say of it."""
    words, page = build.library.words, build.absolute(addresses.of(record))
    organ, year = words.entry("organs", record.organ), addresses.year(record)
    build.trace.note(tracing.PRINTING)
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
        "printed": build.absolute(addresses.printed(record)) if build.pdf else "",
    }
    return opendata.compact({f.name: made.get(f.name) for f in DOCUMENTS.fields})


def _file(record: Document, file, build: Build) -> dict:
    facts = build.attachments.facts(build.content / record.key / file.path)
    address = build.absolute(addresses.of(record) + file.path)
    told = {"label": file.label, "url": address, "kind": file.kind, "mime": facts.mime, "size": facts.size}
    return opendata.compact(told | {"pages": facts.pages, "sha256": facts.sha256})


# What of it goes into the sets


class Cutting(NamedTuple):
    """What one document gives to all files of its year: by what it is sorted there, a part for each of `SETS`, and what the finder
    knows of it: what it is chosen by (see `finder`), and its row."""

    order: tuple[str, str]
    parts: tuple[Part, ...]
    chosen: tuple
    shown: bytes


def cut(member: bytes, archive: str) -> tuple:
    """A `Cutting` as plain values, of the JSON of a document; `archive` is the address that opens those of all documents."""
    one = json.loads(member)
    own = (1, member.rstrip(), opendata.lines(DOCUMENTS.fields, (one,)))
    others = ((EDGES, edges(one, archive)), (DUTIES, asked("duties", one)), (GOALS, asked("targets", one)))
    parts = (own, *(tuple(opendata.part(dataset, tuple(found))) for dataset, found in others))
    return (one.get("date", ""), one["url"]), parts, _chosen(one), _shown(one)


def edges(one: dict, archive: str) -> Iterator[dict]:
    """The relations of a document: with what it names, and with news and models that name it."""
    for relation in one.get("relations", ()):
        yield opendata.compact({"from": one["url"], "kind": relation["kind"], "text": relation["text"], "to": relation.get("url")})
    for named in one.get("named_by", ()):
        if not named["url"].startswith(archive):  # what a document names is told where that document stands
            yield {"from": named["url"], "kind": named["kind"], "to": one["url"]}


def asked(name: str, one: dict) -> Iterator[dict]:
    """The duties or the targets of a document, each with the document that asks for it."""
    kind = one["type"]["name"]
    document = f"{kind} {one['identifier']}" if "identifier" in one else f"{kind}: {one['subject']}"
    whose = {"document": document, "organ": one["organ"], "date": one.get("date"), "url": one["url"]}
    for duty in one.get(name, ()):
        yield opendata.compact({key: value for key, value in duty.items() if key != "id"} | whose)


def _chosen(one: dict) -> tuple:
    """Keys of type, organ, level, status, topics; the signer; month and day as one number; the number in search form."""
    signed, day = one.get("signed_by", {}), one.get("date", "")
    return (
        one["type"]["key"],
        one["organ"]["key"],
        one.get("level", ""),
        one.get("status", ""),
        tuple(topic["key"] for topic in one.get("topics", ())),
        signed.get("name") or signed.get("post") or "",
        int(day[5:7] + day[8:10]) if day else 0,
        fold(one.get("identifier", "")),
    )


def _shown(one: dict) -> bytes:
    """Slug, number, subject, day, how many files."""
    slug = one["url"].rstrip("/").rpartition("/")[2]
    told = [slug, one.get("identifier", ""), one["subject"], one.get("date", "")[:10], len(one.get("files", ()))]
    return opendata.text(told).encode()


def arranged(kept: Iterable[tuple]) -> list[Cutting]:
    """What `cut` gave of some documents, by its names, the newest document first."""
    found = (Cutting(order, tuple(Part(*part) for part in parts), chosen, shown) for order, parts, chosen, shown in kept)
    return sorted(found, key=lambda one: one.order, reverse=True)
