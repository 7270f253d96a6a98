"""JSON Schema (draft 2020-12) of sets of open data, made from the same tables of fields as the data (see `opendata`)."""

from collections.abc import Iterable

from plugins.context.build import Build
from plugins.context.opendata import WORDS, Dataset, compact, pretty
from plugins.domain.fields import Field

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?\+07:00)?$"
_DATE = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?\+07:00)?)?)?$"


def schema(dataset: Dataset, build: Build) -> bytes:
    """What one row is."""
    about = {"$schema": DRAFT, "$id": build.absolute(dataset.address("schema.json")), "title": dataset.one, "description": dataset.about}
    return _file(about | _object(dataset.fields))


def list_schema(dataset: Dataset, build: Build) -> bytes:
    """What the whole set is."""
    line = {"type": "string", "minLength": 1}
    site = {"type": "object", "properties": {"name": line, "organ": line, "url": _URL}, "required": ["name", "organ", "url"]}
    properties = {
        "schema": _URL,
        "site": {"title": "trang đăng dữ liệu", **site},
        "licence": {"title": "điều kiện dùng lại", "type": "string"},
        "count": {"title": "số bản ghi", "type": "integer", "minimum": 0},
        "records": {"title": dataset.many, "type": "array", "items": {"$ref": build.absolute(dataset.address("schema.json"))}},
    }
    return _file(
        {
            "$schema": DRAFT,
            "$id": build.absolute(dataset.address("ds.schema.json")),
            "title": dataset.many,
            "description": dataset.about,
            "type": "object",
            "properties": properties,
            "required": list(properties),
        }
    )


_URL = {"type": "string", "format": "uri", "pattern": "^https?://"}
_KINDS = {
    "day": {"type": "string", "pattern": _DAY},
    "date": {"type": "string", "pattern": _DATE},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "url": _URL,
}


def _object(fields: Iterable[Field]) -> dict:
    fields = tuple(fields)
    return {
        "type": "object",
        "properties": {f.name: _property(f) for f in fields},
        "required": [f.name for f in fields if f.required],
    }


def _property(field: Field) -> dict:
    about = compact({"title": field.vietnamese, "description": field.help})
    one = _one(field)
    return about | ({"type": "array", "items": one, "minItems": 1} if field.many else one)


def _one(field: Field) -> dict:
    if field.kind == "group":
        return _object(field.parts)
    if field.kind == "word":
        line = {"type": "string", "minLength": 1}
        return {"type": "object", "properties": {"key": line, "name": line}, "required": ["key", "name"]}
    if field.kind == "choice":
        return {"enum": list(WORDS[field.of])}
    return _KINDS.get(field.kind, {"type": "string", "minLength": 1})


def _file(value: dict) -> bytes:
    return (pretty(value) + "\n").encode()
