"""From the content folder to the library: every file read, every record judged, alone and among the others.

Reads files; writes nothing. What it finds wrong goes to the build's problems; `gate` decides what becomes of them."""

from dataclasses import dataclass

from plugins.context import linking
from plugins.context.body import Body
from plugins.context.build import Build
from plugins.context.library import Library, future, is_public
from plugins.domain import citations, dates, frontmatter, identities, reading, relations, words
from plugins.domain.problems import ERROR, Problem
from plugins.domain.records import Record
from plugins.domain.words import Words
from plugins.editorial import attached, markup, sources

_UNREADABLE = {"ma-hoa", "ky-tu-dieu-khien", "yaml-hong", "yaml-long-nhau", "yaml-tham-chieu", "sai-dang", "thieu-du-lieu"}


@dataclass(frozen=True)
class Parsed:
    """One record file after reading: its record (None without readable fields), body and problems; `sound`: no errors."""

    record: Record | None
    body: Body
    problems: tuple[Problem, ...]
    sound: bool = False


def open_library(build: Build) -> Library:
    """Reads the whole content folder into a library and adds every problem to the build."""
    files, problems = sources.walk(build.content, build.root)
    build.problems += problems
    if not any(file.kind for file in files):
        hint = "Tạo bài đầu tiên, ví dụ content/tin-tuc/2026/bai-dau-tien.md; cách viết ở docs/bien-tap.md."
        build.problems.append(Problem(build.root, 0, "khong-co-noi-dung", "Thư mục nội dung chưa có bài nào.", hint))
        return _library({}, {}, {}, Words({}, {}), build)
    vocabulary, lost = _read_words(files, build)
    records, bodies, broken = {}, {}, {}
    for file in files:
        if file.kind is None:
            continue
        try:
            data = file.path.read_bytes()
        except OSError as error:
            message = f"Không đọc được tệp ({error.strerror})."
            build.problems.append(Problem(f"{build.root}/{file.name}", 0, "khong-doc-duoc", message, "Kiểm tra quyền đọc của tệp."))
            continue
        parsed = parse(data, f"{build.root}/{file.name}", file.key, file.kind, vocabulary)
        build.problems += [p for p in parsed.problems if not (lost and p.code == "tu-la")]
        bodies[file.key] = parsed.body
        (records if parsed.sound else broken)[file.key] = parsed.record
    names = {file.name for file in files}
    for record in filter(None, (*records.values(), *broken.values())):
        build.problems += attached.check_files(record, names, build)
        build.problems += attached.check_pictures(record, bodies[record.key], build)
        build.problems += attached.check_linked_pictures(record, bodies[record.key], build)
    build.problems += attached.check_banners(vocabulary, build)
    build.problems += identities.conflicts(records.values())
    redirects = vocabulary.lists.get("redirects", ())
    build.problems += identities.redirect_faults(redirects, f"{build.root}/{words.file_of('redirects')}")
    build.problems += future(records.values(), build.as_of)
    published = {key: record for key, record in records.items() if is_public(record, build.as_of)}
    hidden = {key: record for key, record in records.items() if key not in published} | dict.fromkeys(broken)
    for key, record in broken.items():
        build.problems += linking.check(record, bodies[key], bodies, published, hidden) if record else []
    return _library(published, hidden, bodies, vocabulary, build)


def parse(data: bytes, path: str, key: str, kind: str, vocabulary: Words) -> Parsed:
    """One record file: its bytes to record and body. A pure function of its arguments."""
    text, problems = frontmatter.decode(data, path)
    if any(p.level == ERROR for p in problems):
        return Parsed(None, Body(), tuple(problems))
    read = reading.read(text, path, key, kind, vocabulary.lookup)
    body, faults = markup.convert(read.body, path, read.body_line) if read.body.strip() else (Body(), [])
    problems += [*read.problems, *faults, *_weekdays(text, path)]
    return Parsed(read.record, body, tuple(problems), not any(p.level == ERROR for p in problems))


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


def _read_words(files: list[sources.SourceFile], build: Build) -> tuple[Words, bool]:
    """The vocabularies, and whether one of them could not be read at all (then unknown words are not judged)."""
    texts, found = {}, []
    for name, file in sources.data_texts(files).items():
        text, problems = frontmatter.decode(file.path.read_bytes(), f"{build.root}/{file.name}")
        found += problems
        texts[name] = "" if problems else text
    vocabulary, problems = words.read(texts, build.root)
    found += problems
    build.problems += found
    return vocabulary, any(p.code in _UNREADABLE for p in found)


def _library(records, hidden, bodies, vocabulary: Words, build: Build) -> Library:
    """The published records with everything that holds them together; references and links that do not hold are problems."""
    aliases = tuple((e.get("phrase"), e.get("document").text) for e in vocabulary.lists.get("aliases", ()) if e.get("document"))
    for entry in vocabulary.lists.get("aliases", ()):
        goal = entry.get("document", None)
        if goal and goal.text.startswith("van-ban/") and goal.text not in records and goal.text not in hidden:
            message = f"“{entry.get('phrase')}” dẫn tới “{goal.text}”, không có bài này."
            hint = "Ghi đường dẫn của văn bản trong content/, ví dụ: van-ban/2019/92-kh-tdtn-tckt"
            build.problems.append(Problem(f"{build.root}/{words.file_of('aliases')}", goal.line, "khong-co-ban-ghi", message, hint))
    types = {**citations.TYPES, **{e.code: e.name for e in vocabulary.lists.get("types", ()) if e.code}}
    cited = {
        key: tuple(citations.find(f"{record.title}\n\n{record.summary}\n\n{bodies[key].text}", types=types, aliases=aliases))
        for key, record in records.items()
        if record.kind != "page"
    }
    linked = {key: linking.linked(record, bodies[key]) for key, record in records.items()}
    related, problems = relations.relate(records, cited, vocabulary, hidden, linked)
    build.problems += problems
    for key, record in records.items():
        build.problems += linking.check(record, bodies[key], bodies, records, hidden)
    return Library(records, related, vocabulary, bodies.__getitem__)
