"""Open data: records as rows of plain values, and rows as JSON, CSV and JSON Schema, all told by one table of fields.

What a set of data holds is a `Dataset`; its owner makes the rows. The tables are those of front matter (`domain.fields`), so
that data, schema and the page that explains them cannot drift apart."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from plugins.context.build import Build
from plugins.domain import numbers
from plugins.domain.dates import Moment
from plugins.domain.entities import PLACE_KINDS
from plugins.domain.fields import CHOICES, Field
from plugins.domain.frozen import dataclass
from plugins.domain.model_facets import SCALES
from plugins.domain.words import Words

FOLDER = "/du-lieu/"
_RENAMED = {"from": "start", "to": "end"}  # parts of records that Python calls otherwise
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would compute (OWASP: CSV injection)
WORDS = CHOICES | {
    "relation": {
        "legal_basis": ("căn cứ",),
        "implements": ("thực hiện",),
        "replaces": ("thay thế",),
        "amends": ("sửa đổi, bổ sung",),
        "related": ("liên quan",),
        "cites": ("viện dẫn",),
        "links": ("nhắc tới",),
        "documents": ("đưa tin",),
        "models": ("kể về mô hình",),
        "directives": ("làm theo",),
        "derived_from": ("kế thừa",),
        "similar": ("tương tự",),
        "evidence": ("minh chứng",),
        "results": ("dẫn số liệu",),
        "milestones": ("dẫn trong các mốc",),
        "replication": ("nhân rộng theo",),
        "collects": ("gom trong bộ hồ sơ",),
        "compares": ("đặt cạnh nhau trong bảng so sánh",),
    },
    "place_kind": {key: (words.lower(),) for key, words in PLACE_KINDS.items()},
    "model_scale": {key: (words,) for key, (_least, words) in SCALES.items()},
}
"""The words of choices, and of what data tell beyond front matter: how one page names another (see domain.relations)."""
_JOINT, _WITHIN = "; ", " – "
_COUNT = "count"
_OPENS, _CLOSES = b',\n"records":[\n', b"\n]}\n"  # what stands around the rows of a list


@dataclass(frozen=True)
class Dataset:
    """One set of data: `key` names its files (``van-ban``), `one` and `many` what a row and all of them are called."""

    key: str
    one: str
    many: str
    about: str
    fields: tuple[Field, ...]

    def address(self, ending: str) -> str:
        """The address of one of its files: json, csv, schema.json (one row), ds.schema.json (the whole list)."""
        return f"{FOLDER}{self.key}.{ending}"


# Rows


def row(record: object, fields: Iterable[Field], words: Words) -> dict:
    """What a record says, field by field; empty fields are left out. References are the matter of who knows where they lead."""
    found = {f.name: plain(getattr(record, _RENAMED.get(f.name, f.name), None), f, words) for f in fields}
    return compact(found)


def compact(values: Mapping) -> dict:
    """The same without what is empty; 0 and false are values."""
    return {name: value for name, value in values.items() if value is not None and value not in ("", [], (), {})}


def plain(value: object, field: Field, words: Words) -> object:
    """One value as JSON knows it: days as ISO text, figures as numbers, a word as its key and its name."""
    if isinstance(value, tuple) and field.many:
        return [plain(item, field, words) for item in value]
    if isinstance(value, Moment):
        return value.iso
    if field.kind == "recurrence" and value:
        return str(value)
    if isinstance(value, Decimal):
        return figure(value)
    if field.kind == "word" and value:
        return {"key": value, "name": words.name(field.of, value)}
    if field.kind == "group" and value:
        return row(value, field.parts, words)
    return value


def figure(value: int | Decimal) -> int | float:
    """A figure as JSON knows it."""
    return int(value) if value == int(value) else float(value)


class Part(NamedTuple):
    """Some rows of a set as they stand in its files: how many, as JSON, as CSV."""

    count: int
    json: bytes
    csv: bytes


def part(dataset: Dataset, found: Sequence[Mapping]) -> Part:
    """Some rows of a set."""
    return Part(len(found), ",\n".join(map(text, found)).encode(), lines(dataset.fields, found) if found else b"")


# JSON


def text(value: object) -> str:
    """A value as JSON, in one line, Vietnamese as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def pretty(value: object) -> str:
    """A value as JSON that people read."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def joined(dataset: Dataset, build: Build, parts: Iterable[bytes | memoryview], count: int) -> bytes:
    """The whole set from parts of it (see `Part`, `inside`), which hold `count` rows in all: one row a line, so that two issues of
    it can be compared."""
    head = {
        "schema": build.absolute(dataset.address("ds.schema.json")),
        "site": {"name": build.site.name, "organ": build.site.organ, "url": build.absolute("/")},
        "licence": LICENCE,
        _COUNT: count,
    }
    rows = [piece for part in parts if part for piece in (b",\n", part)]
    return b"".join((text(head)[:-1].encode(), _OPENS, *rows[1:], _CLOSES))  # at once: it may be long


def inside(listed: bytes) -> memoryview:
    """The rows of a list, as they stand in it: one a line."""
    return memoryview(listed)[listed.index(_OPENS) + len(_OPENS) : -len(_CLOSES)]


def count(listed: bytes) -> int:
    """How many rows a list has."""
    return json.loads(listed[: listed.index(_OPENS)] + b"}")[_COUNT]


LICENCE = (
    "Văn bản hành chính và tin tức thời sự thuần túy không thuộc đối tượng bảo hộ quyền tác giả (Luật Sở hữu trí tuệ, Điều 15). "
    "Dữ liệu được dùng lại tự do; xin ghi nguồn và dẫn về trang gốc."
)


# CSV (RFC 4180: commas, CRLF; a BOM, by which Excel knows UTF-8)


def table(fields: Iterable[Field], parts: Iterable[bytes | memoryview]) -> bytes:
    """The whole table from parts made by `lines`; its head are the Vietnamese names of the fields."""
    return b"".join((("\ufeff" + _csv([[f.vietnamese for f in fields]])).encode(), *parts))


def lines(fields: tuple[Field, ...], rows: Iterable[Mapping]) -> bytes:
    """Rows as lines of CSV."""
    return _csv([[cell(r[f.name], f) if f.name in r else "" for f in fields] for r in rows]).encode()


def beheaded(made: bytes) -> memoryview:
    """The lines of a table without its head."""
    return memoryview(made)[made.index(b"\r\n") + 2 :]


def cell(value: object, field: Field) -> str:
    """A value in one cell: words by their names, lists joined; what a spreadsheet would take for a formula is made text."""
    if value is None:
        return ""
    if field.kind == "number" and isinstance(value, int | float):
        return str(value)
    shown = " ".join(_shown(value, field).split())
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def _shown(value: object, field: Field) -> str:
    if isinstance(value, list | tuple):
        return _JOINT.join(_shown(item, field) for item in value)
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int | float):
        return numbers.format_number(value)
    if field.kind == "word":
        return value["name"]
    if field.kind == "choice":
        return WORDS[field.of][value][0]
    if field.kind == "group":
        return _WITHIN.join(_shown(value[part.name], part) for part in field.parts if part.name in value)
    return str(value)


def _csv(rows: Iterable[list[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()
