"""From the content folder to the library: every file read, every record judged, alone and among the others.

Reads files; writes nothing. What it finds wrong goes to the build's problems; `gate` decides what becomes of them."""

import re
from dataclasses import dataclass

from plugins.context import linking
from plugins.context.body import Body
from plugins.context.build import Build
from plugins.context.library import Library, future, is_public
from plugins.domain import citations, dates, frontmatter, identities, reading, relations, words
from plugins.domain.problems import ERROR, Problem
from plugins.domain.records import Document, Record
from plugins.domain.words import Words
from plugins.editorial import markup, sources

_PICTURE_FIELDS = ("image", "gallery", "photos")


@dataclass(frozen=True)
class Parsed:
    """One record file after reading: its record (None when too broken), body and problems."""

    record: Record | None
    body: Body
    problems: tuple[Problem, ...]


def open_library(build: Build) -> Library:
    """Reads the whole content folder into a library and adds every problem to the build."""
    if not build.content.is_dir():
        build.problems.append(
            Problem(
                build.root,
                0,
                "khong-co-noi-dung",
                "Không có thư mục nội dung.",
                "Tạo thư mục content/ với tin-tuc, van-ban, mo-hinh, trang, du-lieu; hoặc chỉ đúng chỗ bằng --content.",
            )
        )
        return _library({}, {}, {}, Words({}, {}), build)
    files, problems = sources.walk(build.content, build.root)
    build.problems += problems
    vocabulary = _read_words(files, build)
    records, bodies = {}, {}
    for file in files:
        if file.kind is None:
            continue
        parsed = parse(file.path.read_bytes(), f"{build.root}/{file.name}", file.key, file.kind, vocabulary)
        build.problems += parsed.problems
        if parsed.record:
            records[file.key], bodies[file.key] = parsed.record, parsed.body
    if not any(file.kind for file in files):
        build.problems.append(
            Problem(
                build.root,
                0,
                "khong-co-noi-dung",
                "Thư mục nội dung chưa có bài nào.",
                "Tạo bài đầu tiên, ví dụ content/tin-tuc/2026/bai-dau-tien.md, theo docs/bien-tap.md.",
            )
        )
    files_of = {file.name for file in files}
    for record in records.values():
        _check_files(record, files_of, build)
        _check_pictures(record, bodies[record.key], build)
    for name, entries in vocabulary.lists.items():
        for entry in entries:
            picture = entry.get("picture", None)
            if picture:
                _picture_faults(picture.of.get("src", ""), f"{build.root}/{words.file_of(name)}", entry.line, build)
    build.problems += identities.conflicts(records.values())
    build.problems += future(records.values(), build.as_of)
    published = {key: record for key, record in records.items() if is_public(record, build.as_of)}
    hidden = {key: record for key, record in records.items() if key not in published}
    return _library(published, hidden, bodies, vocabulary, build)


def parse(data: bytes, path: str, key: str, kind: str, vocabulary: Words) -> Parsed:
    """One record file: its bytes to record and body. A pure function of its arguments."""
    text, problems = frontmatter.decode(data, path)
    if any(p.level == ERROR for p in problems):
        return Parsed(None, Body(), tuple(problems))
    read = reading.read(text, path, key, kind, vocabulary.lookup)
    body, faults = markup.convert(read.body, path, read.body_line) if read.body.strip() else (Body(), [])
    problems += [*read.problems, *faults, *_weekdays(text, path)]
    return Parsed(read.record, body, tuple(problems))


def _weekdays(text: str, path: str) -> list[Problem]:
    """Weekdays in a text that do not fit their date."""
    return [
        Problem(
            path,
            text.count("\n", 0, start) + 1,
            "thu-sai",
            f"“{' '.join(text[start:end].split())}”: ngày {dates.short(day)} là {right}, không phải {written}.",
            f"Sửa thành “{right}”, hoặc sửa lại ngày.",
        )
        for start, end, written, right, day in dates.weekday_conflicts(text)
    ]


def _read_words(files: list[sources.SourceFile], build: Build) -> Words:
    texts = {}
    for name, file in sources.data_texts(files).items():
        text, problems = frontmatter.decode(file.path.read_bytes(), f"{build.root}/{file.name}")
        build.problems += problems
        if not any(p.level == ERROR for p in problems):
            texts[name] = text
        else:
            texts[name] = ""
    vocabulary, problems = words.read(texts, build.root)
    build.problems += problems
    return vocabulary


def _library(records, hidden, bodies, vocabulary: Words, build: Build) -> Library:
    aliases = tuple(
        (entry.get("phrase"), entry.get("document").text) for entry in vocabulary.lists.get("aliases", ()) if entry.get("document")
    )
    types = {**citations.TYPES, **{e.code: e.name for e in vocabulary.lists.get("types", ()) if e.code}}
    cited = {
        key: tuple(citations.find(_cited_text(record, bodies[key]), types=types, aliases=aliases))
        for key, record in records.items()
        if record.kind != "page"
    }
    linked = {key: linking.linked(record, bodies[key]) for key, record in records.items()}
    related, problems = relations.relate(records, cited, vocabulary, hidden, linked)
    build.problems += problems
    for key, record in records.items():
        build.problems += linking.check(record, bodies[key], bodies, records, hidden)
    return Library(records, related, vocabulary, bodies.__getitem__)


def _cited_text(record: Record, body: Body) -> str:
    subject = f"{record.title}\n\n{record.summary}\n\n"
    return subject + body.text


def _check_files(record: Record, names: set[str], build: Build) -> None:
    """Files that a document declares must lie beside it and be what their ending says."""
    if not isinstance(record, Document):
        return
    for file in record.files:
        if f"{record.key}/{file.path}" not in names:
            build.problems.append(
                Problem(
                    record.path,
                    file.line,
                    "thieu-tep",
                    f"Không có tệp “{file.path}” trong thư mục của văn bản.",
                    "Chép tệp vào cùng thư mục với index.md và ghi đúng tên, kể cả chữ hoa.",
                )
            )
            continue
        fault = build.attachments.fault(build.content / record.key / file.path) if build.attachments else None
        if fault:
            build.problems.append(Problem(record.path, file.line, *fault))


def _check_pictures(record: Record, body: Body, build: Build) -> None:
    consented = set()
    for name in _PICTURE_FIELDS:
        value = getattr(record, name, None)
        for picture in value if isinstance(value, tuple) else (value,) if value else ():
            _picture_faults(picture.src, record.path, picture.line, build)
            consented |= {picture.src} if picture.consent else set()
    for hole in body.pictures:
        if not hole.alt.strip():
            build.problems.append(
                Problem(
                    record.path,
                    hole.line,
                    "anh-thieu-mo-ta",
                    f"Ảnh “{hole.src}” chưa có mô tả cho người không nhìn thấy.",
                    f"Viết: ![Đoàn viên trồng cây ven đường]({hole.src})",
                )
            )
        src = picture_name(hole.src)
        if src is None:
            build.problems.append(
                Problem(
                    record.path,
                    hole.line,
                    "anh-ngoai",
                    f"Ảnh “{hole.src}” không nằm trong thư mục content/anh/.",
                    "Chép ảnh vào content/anh/ rồi ghi: ![mô tả](/anh/ten-anh.jpg)",
                )
            )
            continue
        _picture_faults(src, record.path, hole.line, build)
        if reading.shows_children(f"{hole.alt} {hole.caption}") and src not in consented:
            build.problems.append(
                Problem(
                    record.path,
                    hole.line,
                    "thieu-dong-y",
                    "Ảnh có trẻ em nhưng chưa có ghi chú về sự đồng ý.",
                    "Khai báo ảnh trong “bộ ảnh” với dòng: đồng ý: Gia đình và các em đã đồng ý bằng văn bản ngày 2026-03-01.",
                )
            )


def picture_name(src: str) -> str | None:
    """The path below content/ of a picture named in a body; None when it lies outside."""
    clean = src.removeprefix("../" * (len(re.match(r"(?:\.\./)*", src)[0]) // 3)).lstrip("/")
    return clean if clean.startswith("anh/") and ".." not in clean.split("/") and ":" not in clean else None


def _picture_faults(src: str, path: str, line: int, build: Build) -> None:
    if build.pictures:
        build.problems += [Problem(path, line, *fault) for fault in build.pictures.faults(src)]
