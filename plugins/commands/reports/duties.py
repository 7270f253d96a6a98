"""`check --duties`: what the texts of documents seem to ask for and nobody has declared, with lines of YAML to paste."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.domain import duties, duty_marks, duty_snippets, duty_years, frontmatter
from plugins.domain.problems import Problem
from plugins.domain.records import Document

KINDS = {"viec-chua-khai": "việc chưa khai báo", "chi-tieu-chua-khai": "chỉ tiêu chưa khai báo"}

_YEARS = {
    duty_years.HEADING: ", năm lấy theo đề mục",
    duty_years.SUBJECT: ", năm lấy theo trích yếu",
    duty_years.DAY: ", năm lấy theo ngày ban hành",
    duty_years.NEXT: ", năm lấy là năm sau, vì ngày ấy của năm ban hành đã qua",
}
"""Where the year of a day printed without one comes from → what is said of it."""


def findings(build: Build) -> Iterator[Problem]:
    """Document by document: each proposal that is not declared yet, on its line."""
    for record in build.library.list("document"):
        path = build.content / record.path.split("/", 1)[1]
        text, _problems = frontmatter.decode(path.read_bytes(), record.path)
        yield from proposals(record, text)


def proposals(record: Document, text: str) -> Iterator[Problem]:
    """The proposals of one file."""
    sheet, _problems = frontmatter.split(text, record.path)
    body, _marks = duty_marks.take(sheet.body, sheet.body_line)
    places, marked = duty_marks.places(body), _marked(sheet.body, body)
    for found in duties.find(body, duty_years.of(body, record.subject, record.date)):
        if duty_snippets.declared(found, record) or found.line in marked:
            continue
        duty = found.kind == "duty"
        told = "việc" if duty else "chỉ tiêu"
        raw = " ".join(found.raw.replace("*", "").split())
        year = _YEARS.get(found.year_from, "") if found.year else ", bản in không ghi năm"
        message = f"“{raw}”: {'có lẽ ' if not found.sure else ''}là {told} chưa khai báo{year}."
        entry = duty_snippets.snippet(found, duty_marks.place_at(places, found.line))
        hint = f"Nếu đúng, dán vào dưới “{'nhiệm vụ' if duty else 'chỉ tiêu'}:” ở phần khai báo rồi sửa lời cho gọn:\n{entry}"
        yield Problem(record.path, found.line + sheet.body_line - 1, "viec-chua-khai" if duty else "chi-tieu-chua-khai", message, hint)


def _marked(body: str, clean: str) -> set[int]:
    """The lines (from 1) of the text that carry a mark of their own."""
    lines = zip(body.split("\n"), clean.split("\n"), strict=True)
    return {number for number, (one, other) in enumerate(lines, 1) if one != other}
