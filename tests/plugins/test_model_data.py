"""The open data of the showcase: a model's own JSON, and what is gathered from all."""

import csv
import io
import json

import jsonschema
import pytest

from plugins.context import dataschema, datasets
from plugins.domain.dates import read
from plugins.domain.parts import Milestone, Period, Picture, Reference, Replication, Result, Step, Yearly
from plugins.domain.tables_model import MODEL
from plugins.showcase import data, pages
from tests.plugins import small_site
from tests.plugins.schemas import strict

STORY = Reference("tin-tuc/2026/trong-cay")
FULL = small_site.model(
    summary="=SUM(A1) là chữ, không phải công thức.",
    audience=("Chi đoàn",),
    period=Period(read("2018-06"), read("2022")),
    steps=(Step("Hỏi", "Từng phòng", "2 người"),),
    results=(Result("Chi đoàn", 14, read("2024-11-20"), of=21, source=STORY, series=(Yearly(read("2023"), 9),)),),
    milestones=(Milestone(read("2018-06"), "Bắt đầu", "pilot", STORY),),
    replication=(Replication("commune", 117, read("2022-11"), of=117, places=("tinh-mau",), document=Reference("van-ban/2025/12-kh")),),
    directives=(Reference("van-ban/2025/12-kh"),),
    photos=(Picture("anh/cay.jpg", "Trồng cây"),),
)
BARE = small_site.model("mo-hinh/ao-ca", period=None, field=())


@pytest.fixture(scope="module")
def build():
    return small_site.build(small_site.news(), small_site.document(), FULL, BARE)


def test_every_key_of_a_model_is_told_or_withheld_on_purpose():
    """No key of the front matter is forgotten by the open data; columns have names of their own."""
    told = {f.name for f in datasets.MODELS.fields} | set(datasets.RELATIONS_OF_MODELS) | set(datasets.WITHHELD_OF_MODELS)
    assert {f.name for f in MODEL} <= told
    names = [f.vietnamese for f in datasets.MODELS.fields]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("record", [FULL, BARE], ids=lambda record: record.slug)
def test_a_model_fits_its_schema(build, record):
    """The JSON of a model holds nothing that its schema does not explain."""
    strict(datasets.MODELS.fields, build).validate(json.loads(data.of_model(record, build)))


def test_a_model_tells_where_its_figures_can_be_checked(build):
    """Sources are addresses of pages; reach, scale and year are worked out; who orders it is a relation."""
    told = data.row(FULL, build)
    story, paper = "https://doan.example/tre/tin-tuc/2026/trong-cay/", "https://doan.example/tre/van-ban/2025/12-kh/"
    assert told["results"][0]["source"] == told["milestones"][0]["source"] == story and told["replication"][0]["document"] == paper
    assert (told["reach"], told["scale"], told["year"], told["period"]) == (117, "tu-100-noi", "2018", {"from": "2018-06", "to": "2022"})
    assert {"kind": "directives", "text": "Kế hoạch 12-KH/TĐTN-TCKT", "url": paper} in told["relations"] and "photos" not in told
    assert not {"reach", "year", "period", "field"} & data.row(BARE, build).keys()


def test_the_whole_is_put_together_from_the_models_own_files(build):
    """JSON and CSV hold every model; the list fits its schema; the table opens in a spreadsheet and computes nothing."""
    members = {"mo-hinh": [data.of_model(FULL, build), data.of_model(BARE, build)]}
    build.gathering = lambda of, cut, arrange: arrange(map(cut, members[of]))
    made = {file.address: file.content() for shelf in pages.late(build) for file in shelf.outputs()}
    whole = json.loads(made["/du-lieu/mo-hinh.json"])
    schema = json.loads(dataschema.list_schema(datasets.MODELS, build))
    schema["properties"]["records"]["items"] = json.loads(dataschema.schema(datasets.MODELS, build))
    jsonschema.Draft202012Validator(schema).validate(whole)
    assert whole["count"] == 2 and [one["url"].split("/")[-2] for one in whole["records"]] == ["ao-ca", "ba-chu-dong"]
    assert made["/du-lieu/mo-hinh.csv"].startswith(b"\xef\xbb\xbf")
    head, _bare, full = csv.reader(io.StringIO(made["/du-lieu/mo-hinh.csv"].decode("utf-8-sig")))
    row = dict(zip(head, full, strict=True))
    assert row["tóm tắt"].startswith("'=SUM") and row["quy mô"] == "Từ 100 nơi trở lên" and row["độ lan tỏa"] == "117"
