"""One file's text becomes one record, its body and its problems: the whole way through front matter and validation."""

from dataclasses import MISSING, fields
from functools import cache

from plugins.domain import collected, compared, duty_marks, frontmatter, parts, records
from plugins.domain.fields import known
from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.records import Record
from plugins.domain.tables import KINDS
from plugins.domain.text import fold, slug
from plugins.domain.validation import Lookup, Reader, Values

# The group fields of `fields` → the record part each becomes, and the parts that are named otherwise there.
_GROUPS = {
    "image": parts.Picture,
    "gallery": parts.Picture,
    "photos": parts.Picture,
    "source": parts.Source,
    "legacy": parts.Legacy,
    "consents": parts.Consent,
    "files": parts.Attachment,
    "signed_by": parts.Signature,
    "duties": parts.Duty,
    "targets": parts.Target,
    "consultation": parts.Period,
    "period": parts.Period,
    "pilot": parts.Pilot,
    "steps": parts.Step,
    "results": parts.Result,
    "series": parts.Yearly,
    "milestones": parts.Milestone,
    "replication": parts.Replication,
    "collects": parts.Collected,
}
_RENAMED = {"from": "start", "to": "end"}
_CHILDREN = late(r"\b(tre em|tre nho|thieu nhi|nhi dong|hoc sinh|em nho|em be|be gai|be trai|tre mam non|mau giao)\b")


@dataclass(frozen=True)
class Reading:
    """What came out of a file: the record (None without readable fields), its body, the body's first line, all problems.

    A record that is not `sound` has errors; it may be searched for further faults, not published."""

    record: Record | None
    body: str
    body_line: int
    problems: tuple[Problem, ...]
    sound: bool = False


def read(text: str, path: str, key: str, kind: str, lookup: Lookup) -> Reading:
    """Reads a file of `kind` (see `tables.KINDS`). `key` is its path below content/ without ending."""
    sheet, problems = frontmatter.split(text, path)
    if sheet is None:
        return Reading(None, "", 1, tuple(problems))
    reader = Reader(path, lookup)
    reader.problems += problems
    values = reader.mapping(sheet.fields, KINDS[kind])
    if problems:  # what stands on a line that was mended is a guess
        guessed = {p.line for p in problems if p.code == "dong-sai"}
        reader.problems = [p for p in reader.problems if p.line not in guessed or p.code not in ("tu-la", "sai-dang")]
    body = _marked(sheet, values, reader) if kind == "document" else sheet.body
    given = {name: _part(name, value) for name, value in values.of.items()}
    _check(kind, given, values, reader, sheet.body, sheet.body_line)
    from plugins.domain import crosschecks  # a build that reads no file needs none of it

    for fault in crosschecks.faults(kind, given, values.lines, key, sheet.body):
        reader.report(*fault)
    record = _record(kind, given, values, path, key)
    if not record.slug and "slug" not in values.lines:
        hint = "Đổi tên tệp, hoặc thêm “đường dẫn”, ví dụ: đường dẫn: ra-quan-thang-thanh-nien"
        reader.report(1, "duong-dan", "Tên tệp không có chữ hay số nào để làm địa chỉ.", hint)
    sound = not any(p.level == "error" for p in reader.problems)
    return Reading(record, body, sheet.body_line, tuple(reader.problems), sound)


def _marked(sheet: frontmatter.Sheet, values: Values, reader: Reader) -> str:
    """Adds what is marked in the text to the values of the front matter; gives the text without marks."""
    body, marks = duty_marks.take(sheet.body, sheet.body_line)
    for mark in marks:
        field = next(f for f in KINDS["document"] if f.name == mark.field)
        found = reader.mapping(mark.node, field.parts, field.vietnamese)
        values.of[mark.field] = (*values.of.get(mark.field, ()), found)
    return body


def _part(name: str, value):
    if name not in _GROUPS:
        return value
    if isinstance(value, tuple):
        return tuple(part for part in (_part(name, item) for item in value) if part is not None)
    if not isinstance(value, Values):
        return value  # a word of the same name as a group elsewhere
    kind = _GROUPS[name]
    values = _missing(kind) | {_RENAMED.get(n, n): _part(n, v) for n, v in value.of.items()}
    if "line" in kind.__dataclass_fields__:
        values["line"] = min(value.lines.values(), default=0)
    return kind(**values)


@cache
def _missing(kind: type) -> dict[str, str]:
    """What stands for the fields that a part must have: that they are missing was reported where they were read."""
    return {f.name: "" for f in fields(kind) if f.default is MISSING}


def _check(kind: str, given: dict, values: Values, reader: Reader, body: str, body_line: int) -> None:
    """What one record's fields must be among themselves."""
    blank = values.lines.get("date") if "date" not in given and not any(p.line == values.lines.get("date") for p in reader.problems) else 0
    if kind == "document" and "date" not in given and "date_note" not in given and ("date" not in values.lines or blank):
        reader.report(
            blank or 2,
            "thieu-khoa",
            "Văn bản chưa có “ngày”.",
            "Ví dụ: ngày: 2026-02-10; bản in để trống thì viết ghi chú ngày: Bản in để trống ngày, tháng",
        )
    undated = kind == "document" and given.get("date_note") and not given.get("date")
    if undated and not given.get("posted"):
        hint = "Thêm ngày đưa văn bản lên trang, ví dụ: ngày đăng: 2026-03-05"
        message = "Văn bản không có ngày ban hành nên chưa có mặt trong RSS."
        reader.report(values.lines["date_note"], "thieu-ngay-dang", message, hint, "warning")
    for name in ("image", "gallery", "photos"):
        value = given.get(name)
        for picture in value if isinstance(value, tuple) else (value,) if value else ():
            if shows_children(f"{picture.alt} {picture.caption}") and not picture.consent:
                reader.report(
                    picture.line,
                    "thieu-dong-y",
                    "Ảnh có trẻ em nhưng chưa có ghi chú về sự đồng ý.",
                    "Thêm: đồng ý: Gia đình và các em đã đồng ý bằng văn bản ngày 2026-03-01 (Luật 91/2025/QH15).",
                )
    for fault in collected.faults(given.get("collects", ())):
        reader.report(*fault)
    if kind == "comparison":
        for fault in compared.faults(given.get("compares", ()), values.lines.get("compares", 1)) if given.get("compares") else ():
            reader.report(*fault)
    if kind == "news" and "%" in body and "/" in body:
        from plugins.domain import figures

        for fault in figures.rates(body, body_line):
            reader.report(*fault)
    if kind == "model":
        from plugins.domain import figures  # most files that are read again are news

        for fault in figures.faults(given, values.lines, body, body_line):
            reader.report(*fault)


def shows_children(text: str) -> bool:
    """Whether an alternative text or caption speaks of children (Luật 91/2025/QH15: their pictures need consent)."""
    return bool(_CHILDREN.search(fold(text)))


def _record(kind: str, given: dict, values: Values, path: str, key: str) -> Record:
    given = {field.name: "" for field in known(KINDS[kind]).required} | given
    if kind == "document":
        given["title"] = given["subject"]
        given.setdefault("summary", "")
    elif kind in ("model", "collection", "comparison"):
        given["title"] = given["name"]
    if kind == "collection":
        given.setdefault("status", "open")
    given.setdefault("status", "published")
    stem = key.rsplit("/", 1)[-1]
    given.setdefault("slug", slug(stem))
    lines = " ".join(f"{name} {line}" for name, line in values.lines.items())
    return records.CLASSES[kind](key=key, path=path, lines=lines, **given)
