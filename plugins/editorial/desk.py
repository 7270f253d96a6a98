"""The desk that the newsroom lends to a build: which files are records, what they say, what is wrong with them.

Each answer depends on its arguments and on what it looks at (see `tracing`). When a file is read, and what becomes of its
problems, is decided by the plugin `incremental`."""

from collections.abc import Iterable, Mapping

from plugins.context import linking, tracing
from plugins.context.body import Body
from plugins.context.build import Build, Parsed, Stamp
from plugins.context.holdings import Named
from plugins.context.library import Library
from plugins.context.standing import HOLDING
from plugins.domain import dates, entity_faults, frontmatter, identities, mentions, named_days, printable, reading, sections, words
from plugins.domain.citations import types_of
from plugins.domain.mentions import Mention
from plugins.domain.problems import ERROR, WARNING, Problem
from plugins.domain.records import Record
from plugins.domain.text import ordinary
from plugins.domain.words import Words
from plugins.editorial import attached, citing, markup, sources
from plugins.editorial.places import with_lines

_UNREADABLE = {"ma-hoa", "ky-tu-dieu-khien", "yaml-hong", "dong-sai", "yaml-tham-chieu", "sai-dang", "thieu-du-lieu"}


class Desk:
    """The files of one content folder and their judgement."""

    def __init__(self, build: Build):
        self.build = build

    def scan(self) -> tuple[dict[str, Stamp], list[Problem]]:
        """Every file of content/, and what is wrong with their names."""
        return sources.scan(self.build.content, self.build.root, self.build.seen)

    def kind(self, name: str) -> str:
        """What a file is."""
        return sources.kind(name)

    def key(self, name: str) -> str:
        """The key of a record's file."""
        return sources.key(name)

    def misplaced(self, names: Iterable[str]) -> list[Problem]:
        """Files that lie in the wrong place, and files of one key."""
        return sources.misplaced(names, self.build.root)

    def nothing(self) -> Problem:
        """That there is no record at all."""
        hint = "Tạo bài đầu tiên, ví dụ content/tin-tuc/2026/bai-dau-tien.md; cách viết ở docs/bien-tap.md."
        return Problem(self.build.root, 0, "khong-co-noi-dung", "Thư mục nội dung chưa có bài nào.", hint)

    def words(self, texts: Mapping[str, bytes]) -> tuple[Words, list[Problem]]:
        """The vocabularies from the data files (name → bytes)."""
        root, problems, read = self.build.root, [], {}
        for name, data in texts.items():
            text, faults = frontmatter.decode(data, f"{root}/{name}")
            problems += faults
            read[name.split("/", 1)[1]] = "" if faults else text
        vocabulary, faults = words.read(read, root)
        return vocabulary, [*problems, *faults, *entity_faults.faults(vocabulary)]

    def lost(self, problems: Iterable[Problem]) -> bool:
        """Whether a vocabulary could not be read at all: then unknown words are not judged."""
        return any(p.code in _UNREADABLE for p in problems)

    def parse(self, data: bytes, name: str, vocabulary: Words, lost: bool = False) -> Parsed:
        """One record file; `lost` vocabularies leave unknown words unjudged. A pure function of its arguments."""
        found = parse(data, f"{self.build.root}/{name}", sources.key(name), sources.kind(name), vocabulary)
        if not lost:
            return found
        return Parsed(found.record, found.body, found.named, tuple(p for p in found.problems if p.code != "tu-la"), found.sound)

    def judge(self, record: Record, named: Named, library: Library) -> list[Problem]:
        """What is wrong with a record among the others; the links of a draft may wait."""

        def anchors(key: str):
            return named.anchors if key == record.key else library.anchors(key)

        return [
            *attached.check_files(record, self.build),
            *attached.check_collected(record, library),
            *attached.check_pictures(record, named, self.build),
            *attached.check_linked_pictures(record, named, self.build),
            *(linking.check(record, named.links, library, anchors) if not library.hidden(record.key) else ()),
            *_ended(record, library),
            *self._unprinted(record, named),
            *(entity_faults.told(record, library.words.about("organs", record.organ), library.words) if record.kind == "document" else ()),
            *(_unplaced(record, named) if record.kind == "document" else ()),
        ]

    def _unprinted(self, record: Record, named: Named) -> list[Problem]:
        """The signs of a document that its printed form will not show, where one is made."""
        if named.signs:
            self.build.trace.note(tracing.PRINTING)
        return [unprinted_sign(record.path, sign, line) for sign, line in named.signs] if self.build.pdf else []

    def judge_words(self, library: Library) -> list[Problem]:
        """What is wrong with the data files among the records."""
        problems = attached.check_banners(library.words, self.build)
        redirects = library.words.lists.get("redirects", ())
        problems += identities.redirect_faults(redirects, f"{self.build.root}/{words.file_of('redirects')}")
        for name, message, hint in self.build.neighbours.faults():
            problems.append(Problem(f"{self.build.root}/{name}", 0, "trang-ban-hong", message, hint))
        path = f"{self.build.root}/{words.file_of('aliases')}"
        for entry in library.words.lists.get("aliases", ()):
            goal = entry.get("document", None)
            known = not goal or not goal.text.startswith("van-ban/") or library.record(goal.text) or library.hidden(goal.text)
            if not known and not library.broken(goal.text):
                message = f"“{entry.get('phrase')}” dẫn tới “{goal.text}”, không có bài này."
                hint = "Ghi đường dẫn của văn bản trong content/, ví dụ: van-ban/2019/92-kh-tdtn-tckt"
                problems.append(Problem(path, goal.line, "khong-co-ban-ghi", message, hint))
        return problems


def parse(data: bytes, path: str, key: str, kind: str, vocabulary: Words) -> Parsed:
    """One record file: its bytes to record, body and what it names. A pure function of its arguments."""
    from plugins.editorial import proofreading  # a build that reads no file needs none of it

    text, problems = frontmatter.decode(data, path)
    if any(p.level == ERROR for p in problems):
        return Parsed.unreadable(*problems)
    read = reading.read(text, path, key, kind, vocabulary.lookup)
    body, faults = _body(read, path, kind, vocabulary) if read.body.strip() else (Body(), [])
    problems += [*read.problems, *faults, *proofreading.hidden_signs(read.body, path, read.body_line)]
    problems += proofreading.marks(read, body, path, kind)
    plain = ordinary(text)
    if not plain or named_days.possible(data):
        problems += proofreading.weekdays(text, path)
    if not plain:
        problems += [*proofreading.private(text, path), *proofreading.old_codes(text, path)]
    sound = not any(p.level == ERROR for p in problems)
    if not read.record:
        return Parsed(read.record, body, Named(), tuple(problems), sound)
    cited = _mentions(read.record, body, text, vocabulary) if sound and read.record.kind != "page" else ()
    if cited:
        body = citing.cited(body, cited, len(_above(read.record)))
    anchors = (*(h.id for h in body.headings), *body.anchors)
    signs = tuple(printable.unprinted(text)) if kind == "document" else ()
    named = Named(cited, linking.linked(read.record, body), body.links, body.pictures, anchors, signs)
    return Parsed(read.record, body, named, tuple(problems), sound)


def _body(read: reading.Reading, path: str, kind: str, vocabulary: Words) -> tuple[Body, list[Problem]]:
    """The body of a file: that of a document keeps its printed structure."""
    if kind != "document":
        return markup.convert(read.body, path, read.body_line)
    from plugins.editorial import directive  # slow to load, and needed for documents only

    return directive.convert(read.body, path, read.body_line, read.record, vocabulary)


def _mentions(record: Record, body: Body, text: str, vocabulary: Words) -> tuple[Mention, ...]:
    """The documents that a record cites in its title, its summary and its body; `text` is that of its file."""
    aliases = vocabulary.derived.get("aliases")
    if aliases is None:
        entries = vocabulary.lists.get("aliases", ())
        aliases = vocabulary.derived["aliases"] = tuple((e.get("phrase"), e.get("document").text) for e in entries if e.get("document"))
    found = mentions.read(_above(record) + body.text, types=types_of(vocabulary), aliases=aliases)
    return with_lines(found, text) if found else ()


def _ended(record: Record, library: Library) -> list[Problem]:
    """A document that says it holds although its last day has come by the day of the build: its page is not told the day."""
    ends = getattr(record, "expires", None) if record.kind == "document" and record.status in HOLDING else None
    if not ends or len(ends.iso) < 10 or not library.has_come(ends):
        return []
    message = f"Văn bản hết hiệu lực từ ngày {dates.short(ends)} nhưng phần khai báo vẫn ghi là còn hiệu lực."
    return [Problem(record.path, record.line("status"), "het-hieu-luc", message, "Sửa thành: hiệu lực: hết hiệu lực", WARNING)]


def _unplaced(record: Record, named: Named) -> list[Problem]:
    """Duties and targets of a printed place that the body does not have; one that is a summary, or has no items, is not asked."""
    hint = "Ghi số in của mục, ví dụ: mục: III.2; thân bài còn thiếu mục ấy thì bổ sung."
    return [
        Problem(record.path, found.line, "muc-khong-co", f"Trong thân bài không có mục “{found.item}”.", hint, WARNING)
        for found in ((*record.duties, *record.targets) if named.anchors and not record.source else ())
        if found.item and sections.anchor_of(found.item, named.anchors) is None
    ]


def _above(record: Record) -> str:
    """What stands above the body of a record, where it is read together with it."""
    return f"{record.title}\n\n{record.summary}\n\n"


def unprinted_sign(path: str, sign: str, line: int) -> Problem:
    """What is told of a sign that printed forms show as an empty box."""
    message = f"Dấu {printable.named(sign)} không có trong bộ chữ của bản in PDF, trên giấy sẽ là ô trống."
    return Problem(path, line, "dau-khong-in", message, "Thay bằng dấu thường dùng: –, •, ✓, ☐, →, ➢.", WARNING)
