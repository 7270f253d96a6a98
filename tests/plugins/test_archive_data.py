"""The open data of the archive: a document's own JSON, what is gathered from many, the page that explains them."""

import json
from dataclasses import replace

import jsonschema
import pytest

from plugins.archive import data_page, pages, rows
from plugins.context import dataschema, datasets
from plugins.domain.parts import Attachment, Duty, Reference
from plugins.domain.tables_document import DOCUMENT
from tests.plugins import small_site
from tests.plugins.schemas import strict

OLD = small_site.document("van-ban/2024/01-kh", "2024-01-05", number="01", as_printed="Số: 01-KH/TĐTN")
NEW = small_site.document(
    replaces=(Reference("van-ban/2024/01-kh"),),
    implements=(Reference("Nghị quyết số 09-NQ/TWĐTN"),),
    duties=(Duty("Gửi báo cáo", level=("commune",)),),
    files=(Attachment("12-kh.pdf", "Bản chụp"),),
)
BARE = small_site.document("van-ban/khong-so", None, number=None, symbol="", as_printed="", date_note="Để trống")


@pytest.fixture(scope="module")
def build():
    return small_site.build(OLD, NEW, BARE)


def test_every_key_of_a_document_is_told_or_withheld_on_purpose():
    """No key of the front matter is forgotten by the open data."""
    told = {f.name for f in datasets.DOCUMENTS.fields} | set(datasets.RELATIONS) | set(datasets.WITHHELD)
    assert {f.name for f in DOCUMENT} <= told
    names = [f.vietnamese for f in datasets.DOCUMENTS.fields]
    assert len(set(names)) == len(names), "the columns of the table have names of their own"


@pytest.mark.parametrize("record", [OLD, NEW, BARE], ids=lambda record: record.slug)
def test_a_document_fits_its_schema(build, record):
    """The JSON of a document holds nothing that its schema does not explain."""
    strict(datasets.DOCUMENTS.fields, build).validate(json.loads(rows.of_document(record, build)))


def test_a_document_tells_its_relations_both_ways(build):
    """What is replaced says so by its status and by who names it; a document elsewhere stands by its words."""
    old, new, bare = (rows.row(record, build) for record in (OLD, NEW, BARE))
    assert new["relations"] == [
        {"kind": "implements", "text": "Nghị quyết số 09-NQ/TWĐTN"},
        {"kind": "replaces", "text": "Kế hoạch 01-KH/TĐTN", "url": old["url"]},
    ]
    assert old["status"] == "replaced" and old["named_by"] == [{"kind": "replaces", "url": new["url"]}]
    assert new["level"] == "province" and new["identifier"] == "12-KH/TĐTN-TCKT" and new["files"][0]["sha256"] == "00"
    assert not {"number", "identifier", "date", "year"} & bare.keys()


def test_a_printed_form_is_told_where_one_is_made(build):
    """With printed forms each document tells the address of its own; without them no row speaks of any."""
    assert "printed" not in rows.row(NEW, build)
    told = rows.row(NEW, replace(build, pdf=True))
    strict(datasets.DOCUMENTS.fields, build).validate(told)
    assert told["printed"] == f"{told['url']}12-kh-ban-in.pdf"


def test_years_and_the_whole_are_put_together_from_documents(build):
    """A year holds its documents, newest first; the whole holds all years, in JSON and in CSV, and relations once each."""
    members = {"van-ban/2025": [rows.of_document(NEW, build)], "van-ban/2024": [rows.of_document(OLD, build)]}
    members["van-ban/khac"] = [rows.of_document(BARE, build)]
    made: dict[str, bytes] = {}
    build.gathering, build.reading = lambda of, cut, arrange: arrange(map(cut, members[of])), made.__getitem__
    for shelf in pages.late(build):
        for file in shelf.outputs():
            made[file.address] = file.content()
    whole = json.loads(made["/du-lieu/van-ban.json"])
    assert [row["url"].split("/")[-2] for row in whole["records"]] == ["12-kh", "01-kh", "khong-so"] and whole["count"] == 3
    assert json.loads(made["/du-lieu/van-ban/2024.json"])["records"] == whole["records"][1:2]
    assert made["/du-lieu/van-ban.csv"].count(b"\r\n") == 4
    edges = json.loads(made["/du-lieu/quan-he.json"])["records"]
    assert [(e["kind"], "to" in e) for e in edges] == [("implements", False), ("replaces", True)]
    check = strict(datasets.EDGES.fields, build)
    for edge in edges:
        check.validate(edge)


@pytest.mark.parametrize("dataset", datasets.ALL, ids=lambda dataset: dataset.key)
def test_the_page_explains_every_field(build, dataset):
    """Each field, also inside groups, stands on the page with its kind and its meaning, and the example fits the schema."""
    told = next(one for one in data_page.view(build).sets if one.key == dataset.key)

    def named(fields, above: str = ""):
        return {f"{above}{f.name}" for f in fields}.union(*(named(f.parts, f"{above}{f.name}.") for f in fields))

    assert {field.name for field in told.fields} == named(dataset.fields)
    assert all(field.about and field.kind and field.heading for field in told.fields)
    jsonschema.Draft202012Validator(json.loads(dataschema.schema(dataset, build))).validate(json.loads(told.example))
