"""The page /du-lieu/ that explains the open data: every set, its files, its fields. All of it is told by the tables themselves."""

from collections.abc import Iterable, Iterator

from plugins.archive.views import DataField, DataSet, DataView
from plugins.context import datasets, heads, opendata
from plugins.context.build import Build
from plugins.context.opendata import Dataset
from plugins.context.outputs import Page
from plugins.context.views import Link
from plugins.domain import addresses, numbers
from plugins.domain.fields import Field
from plugins.domain.text import slug

_KINDS = {
    "text": "chữ",
    "day": "ngày, dạng năm-tháng-ngày",
    "date": "năm, năm-tháng hoặc năm-tháng-ngày",
    "number": "con số",
    "flag": "đúng hay sai",
    "url": "địa chỉ",
    "word": "khóa (key) và tên (name)",
    "group": "nhóm",
}


def page(build: Build) -> Page:
    """The page."""
    return Page(addresses.DATA, "data.html", lambda: view(build), "theme/templates/data.html")


def view(build: Build) -> DataView:
    """What the page shows."""
    title = "Dữ liệu mở"
    stock = f"Kho văn bản và tủ mô hình của {build.site.name}"
    about = f"{stock} ở dạng máy đọc được: JSON, CSV mở bằng Excel, kèm lược đồ và giải thích từng trường."
    return DataView(
        **heads.frame(build, title, about, addresses.DATA, (title, addresses.DATA)),
        intro=about,
        licence=opendata.LICENCE,
        sets=tuple(_set(dataset, build) for dataset in datasets.ALL),
    )


def _set(dataset: Dataset, build: Build) -> DataSet:
    files = (
        Link(f"{dataset.key}.json", build.href(dataset.address("json")), "JSON, mọi bản ghi"),
        Link(f"{dataset.key}.csv", build.href(dataset.address("csv")), "CSV, mở bằng Excel"),
        Link(f"{dataset.key}.schema.json", build.href(dataset.address("schema.json")), "lược đồ của một bản ghi"),
        Link(f"{dataset.key}.ds.schema.json", build.href(dataset.address("ds.schema.json")), "lược đồ của cả tệp"),
    )
    return DataSet(
        dataset.key, dataset.many, dataset.about, files, tuple(_fields(dataset.fields)), opendata.pretty(example(dataset.fields))
    )


def _fields(fields: Iterable[Field], above: str = "") -> Iterator[DataField]:
    for field in fields:
        name = f"{above}{field.name}"
        yield DataField(name, field.vietnamese, _kind(field), field.required, field.help)
        yield from _fields(field.parts, f"{name}.")


def _kind(field: Field) -> str:
    if field.kind == "choice":
        words = ", ".join(f"{key} ({told[0]})" for key, told in opendata.WORDS[field.of].items() if key != "draft")
        one = f"một trong: {words}"
    else:
        one = _KINDS.get(field.kind, _KINDS["text"])
    return f"danh sách: {one}" if field.many else one


def example(fields: Iterable[Field]) -> dict:
    """A row made of the examples of its fields."""
    return {field.name: _example(field) for field in fields if field.example}


def _example(field: Field) -> object:
    if field.kind == "word":
        return {"key": slug(field.example), "name": field.example}
    if field.kind == "choice":
        return next(key for key, told in opendata.WORDS[field.of].items() if field.example in told)
    if field.kind == "number":
        return numbers.read_number(field.example)
    return field.example
