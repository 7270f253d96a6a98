"""The general writer of open data: rows by a table of fields, JSON, CSV, JSON Schema."""

import csv
import io
import json
from decimal import Decimal

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from plugins.context import dataschema, opendata
from plugins.domain.dates import read
from plugins.domain.fields import Field
from plugins.domain.parts import Period, Result
from tests.plugins import small_site

FIELDS = (
    Field("title", "tiêu đề", required=True, help="tên"),
    Field("unit", "đơn vị", "word", of="organs"),
    Field("topics", "chủ đề", "word", many=True, of="topics"),
    Field("status", "trạng thái", "choice", of="model_status"),
    Field("period", "thời gian", "group", parts=(Field("from", "từ", "date"), Field("to", "đến", "date"))),
    Field(
        "results",
        "kết quả",
        "group",
        many=True,
        parts=(Field("label", "nội dung", required=True), Field("value", "đạt", "number"), Field("as_of", "tính đến", "date")),
    ),
)
SET = opendata.Dataset("thu", "Bản ghi thử", "Các bản ghi thử", "Dùng cho phép thử.", FIELDS)


class One:
    title = "Ba chủ động"
    unit = "tinh-doan-mau"
    topics = ("3-chu-dong",)
    status = "pilot"
    period = Period(read("2018-06"), None)
    results = (Result("Tỉ lệ", Decimal("61.57"), read("2022")), Result("Ngày", 1785, read("2022-11-09")))


def test_a_row_holds_what_the_record_says_and_nothing_empty():
    """Words come with key and name, days as ISO, figures as numbers; what is empty is left out."""
    row = opendata.row(One, FIELDS, small_site.vocabulary())
    assert row == {
        "title": "Ba chủ động",
        "unit": {"key": "tinh-doan-mau", "name": "Tỉnh đoàn Mẫu"},
        "topics": [{"key": "3-chu-dong", "name": "3 chủ động"}],
        "status": "pilot",
        "period": {"from": "2018-06"},
        "results": [{"label": "Tỉ lệ", "value": 61.57, "as_of": "2022"}, {"label": "Ngày", "value": 1785, "as_of": "2022-11-09"}],
    }


def test_the_list_fits_its_schema():
    """A list is valid by the schema that is published with it, and both schemas by draft 2020-12."""
    build = small_site.build()
    one, all_ = (json.loads(f(SET, build)) for f in (dataschema.schema, dataschema.list_schema))
    for schema in (one, all_):
        jsonschema.Draft202012Validator.check_schema(schema)
    part = opendata.part(SET, [opendata.row(One, FIELDS, build.library.words)])
    data = json.loads(opendata.joined(SET, build, [part.json], part.count))
    check = jsonschema.Draft202012Validator(one)
    assert data["count"] == len(data["records"]) == 1 and check.is_valid(data["records"][0])
    assert set(all_["required"]) == set(data)
    assert not check.is_valid({"title": "x", "status": "nonsense"}) and not check.is_valid({})


def test_a_table_opens_right_in_excel():
    """CSV carries a BOM, Vietnamese heads, CRLF, the printed words of choices, Vietnamese figures."""
    rows = [opendata.row(One, FIELDS, small_site.vocabulary())]
    data = opendata.table(FIELDS, [opendata.lines(FIELDS, rows)])
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == data.count(b"\n") == 2
    (found,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert found["đơn vị"] == "Tỉnh đoàn Mẫu" and found["trạng thái"] == "thí điểm"
    assert found["kết quả"] == "Tỉ lệ – 61,57 – 2022; Ngày – 1.785 – 2022-11-09"


@given(st.text(max_size=40))
def test_no_cell_is_a_formula(text):
    """Whatever an editor writes, no cell begins with a sign by which a spreadsheet computes, and it comes back as one cell."""
    line = opendata.lines(FIELDS[:1], [{"title": text}])
    rows = list(csv.reader(io.StringIO(line.decode(), newline="")))
    (shown,) = rows[0] if rows and rows[0] else ("",)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert shown.removeprefix("'").split() == text.removeprefix("'").split() or "'" in text


def test_every_relation_has_its_word():
    """However one record may name another in its front matter, open data have a word for it."""
    from plugins.domain import relations

    assert {name for names in relations.FIELDS.values() for name in names} <= opendata.WORDS["relation"].keys()
