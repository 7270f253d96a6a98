"""The open data of units and places: dated, tied both ways, and only what the data files say."""

import csv
import io
import json

import jsonschema
import pytest

from plugins import editorial
from plugins.context import dataschema
from plugins.domain.entities import place_kind
from plugins.editorial import entity_data
from tests.plugins import small_site
from tests.plugins.schemas import strict

PLACES = """
- {tên: Tỉnh Mẫu, từ ngày: 2025-07-01, tên khác: ["=Mẫu"]}
- {tên: Tỉnh Xưa, đến ngày: 2025-06-30, kế tục: Tỉnh Mẫu, nguồn: {tên: Nghị quyết, địa chỉ: "https://vi-du.vn/nq"}, lưu ý: Tên cũ.}
- {tên: Xã Lặng, thuộc: Tỉnh Xưa, đến ngày: "2024"}
"""


@pytest.fixture(scope="module")
def build():
    return small_site.build(small_site.model(), data={"dia-ban.yml": PLACES})


@pytest.mark.parametrize("kind", ["place", "unit"])
def test_every_row_and_the_whole_fit_their_schemas(build, kind):
    """No row holds what its schema does not explain; the list fits the schema that is published with it, the table has as many lines."""
    dataset, rows = entity_data.SETS[kind], entity_data.rows(kind, build)
    check = strict(dataset.fields, build)
    for row in rows:
        check.validate(row)
    files = small_site.written(editorial.ADAPTER, build)
    whole, schema = (json.loads(files[dataset.address(ending)].content()) for ending in ("json", "ds.schema.json"))
    schema["properties"]["records"]["items"] = json.loads(dataschema.schema(dataset, build))
    jsonschema.Draft202012Validator(schema).validate(whole)
    assert whole["records"] == rows and whole["count"] == len(rows)
    table = list(csv.reader(io.StringIO(files[dataset.address("csv")].content().decode("utf-8-sig"))))
    assert table[0] == [field.vietnamese for field in dataset.fields] and len(table) == len(rows) + 1


def test_a_place_is_told_with_its_days_and_ties(build):
    """A tie that one end declares stands at both; what is gone says where it lives on; only what has a page has an address."""
    today, quiet, old = ({**row} for row in sorted(entity_data.rows("place", build), key=lambda row: row["name"] != "Tỉnh Mẫu"))
    old, quiet = (old, quiet) if old["key"] == "tinh-xua" else (quiet, old)
    mau = {"key": "tinh-mau", "name": "Tỉnh Mẫu"}
    assert today["predecessors"] == [{"key": "tinh-xua", "name": "Tỉnh Xưa"}] and today["kind"] == "province" and "to" not in today
    assert (old["successors"], old["today"], old["to"], old["source"], old["source_url"], old["note"]) == (
        [mau], [mau], "2025-06-30", "Nghị quyết", "https://vi-du.vn/nq", "Tên cũ.",
    )  # fmt: skip
    assert old["url"] == "https://doan.example/tre/dia-ban/tinh-xua/" and "url" not in quiet
    assert (quiet["kind"], quiet["parent"]["key"], quiet["to"], quiet["today"]) == ("commune", "tinh-xua", "2024", [mau])


@pytest.mark.parametrize(("name", "kind"), [("Xã Xã Lớn", "commune"), ("Xãm", ""), ("Đặc khu Phú Quý", "special_zone"), ("Phú Quý", "")])
def test_the_kind_of_a_place_is_what_its_name_says(name, kind):
    """A kind is read from the words that open a name, and from nothing else."""
    assert place_kind(name) == kind
