"""From the nodes of a file's fields to values, or to problems: every key of `fields` is judged here, and nowhere else.

All faults of a mapping are collected; nothing is repaired silently."""

from collections.abc import Callable, Iterable
from dataclasses import field as default
from decimal import Decimal

from plugins.domain import dates, numbers
from plugins.domain.fields import CHOICES, Field, key_form, known
from plugins.domain.frontmatter import Node
from plugins.domain.frozen import dataclass
from plugins.domain.leads import AddressReader, example
from plugins.domain.parts import Reference
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.text import normalise, slug

_EMPTY = {"", "~", "null"}
_TITLE_LIMIT = 200  # characters; longer titles break file names, lists and feeds
_LIMITED = {"title", "name"}
_ISO_SHAPE = late(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?)?")
_TRUE, _FALSE = {"có", "co", "true", "yes", "rồi", "đã ký"}, {"không", "khong", "false", "no", "chưa"}


@dataclass(frozen=True)
class Lookup:
    """How words are found while reading: `find` (vocabulary, text) → the keys that it may mean (none, one, or
    several entries of one name), `names` of a vocabulary, `file` of it."""

    find: Callable[[str, str], tuple[str, ...]]
    names: Callable[[str], Iterable[str]]
    file: Callable[[str], str]


@dataclass(frozen=True)
class Values:
    """The values of one mapping by English name, and the line of each."""

    of: dict
    lines: dict = default(compare=False)


class Reader(AddressReader):
    """Reads mappings of one file and gathers its problems in `problems`."""

    def __init__(self, path: str, lookup: Lookup):
        self.path, self.lookup, self.problems = path, lookup, []
        from plugins.domain import hints  # a build that reads no file needs none of it

        self.hints = hints
        self.entry = ""  # the name of the entry of a data file that is being read

    def report(self, line: int, code: str, message: str, suggestion: str = "", level: str = "error") -> None:
        """Adds one problem of this file."""
        self.problems.append(Problem(self.path, line, code, message, suggestion, level))

    def mapping(self, node: Node, fields: tuple[Field, ...], owner: str = "") -> Values:
        """The values of a mapping node. Unknown, repeated, missing and empty keys are reported; `owner` names the group."""
        table = known(fields)
        values, lines = {}, {}
        group, skipped = "", set()
        for written, line, child in node.value:
            field = table.spellings.get(key_form(written))
            if field is None:
                above = next((f.vietnamese for f in fields if f.name == group and key_form(written) in known(f.parts).spellings), "")
                meant, hint = self.hints.unknown_key(written, table, above)
                skipped |= {meant}
                name = written.strip("“”\"'‘’ ")
                self.report(line, "khoa-la", f"Không có khóa “{name}”{' trong “' + owner + '”' if owner else ''}.", hint)
            elif field.name in lines:
                self.report(
                    line, "khoa-lap", f"Khóa “{written}” được khai báo hai lần (đã có ở dòng {lines[field.name]}).", "Chỉ giữ lại một dòng."
                )
            else:
                lines[field.name] = line
                group = field.name if field.kind == "group" and _blank(child) else ""
                value = self._value(child, field)
                if value is not None and value != ():
                    values[field.name] = value
                elif field.required and not any(p.line == child.line for p in self.problems):
                    hint = self.hints.group(field) if field.kind == "group" else example(field)
                    self.report(line, "de-trong", f"“{field.vietnamese}” đang để trống.", hint)
        for field in table.required:
            if field.name not in lines and field.name not in skipped:
                where = f" trong “{owner}”" if owner else ""
                self.report(node.line, "thieu-khoa", f"Thiếu “{field.vietnamese}”{where}.", example(field))
        return Values(values, lines)

    def _value(self, node: Node, field: Field):
        if not field.many:
            return self._single(node, field)
        items = node.value if node.kind == "list" else (node,)
        listed = node.kind == "list"
        values = [self._single(item, field, listed) for item in items if item.kind == "text" or not _blank(item)]
        return tuple([v for v in values if v is not None])

    def _single(self, node: Node, field: Field, listed: bool = False):
        if field.kind == "group":
            if node.kind != "map":
                if not _blank(node):
                    written = node.value.strip() if node.kind == "text" else ""
                    message = f"“{field.vietnamese}” phải gồm các dòng con “khóa: giá trị”."
                    self.report(node.line, "sai-dang", message, self.hints.group(field, written, listed))
                return None
            return self.mapping(node, field.parts, field.vietnamese)
        if node.kind != "text":
            many = "một giá trị" if not field.many else "các giá trị chữ"
            self.report(node.line, "sai-dang", f"“{field.vietnamese}” phải là {many}.", example(field))
            return None
        text = node.value.strip()
        if field.kind not in ("text", "url", "target") and not text.isascii():
            text = normalise(text) or text  # what was pasted brings signs that nobody sees
        if field.many and self.hints.bulleted(text):
            hint = "Viết mỗi mục một dòng, mở đầu bằng một gạch ngang và một dấu cách: - Ban Phong trào"
            self.report(node.line, "sai-dang", f"Danh sách ở “{field.vietnamese}” viết sai dấu đầu dòng.", hint)
            return None
        return None if _empty(text) else getattr(self, f"_{field.kind}")(text, node.line, field)

    def _text(self, text: str, line: int, field: Field):
        if field.required and not any(c.isalnum() for c in text):
            self.report(line, "de-trong", f"“{field.vietnamese}” chưa có chữ nào đọc được.", example(field))
            return None
        if field.name in _LIMITED and len(text) > _TITLE_LIMIT:
            self.report(
                line,
                "qua-dai",
                f"“{field.vietnamese}” dài {len(text)} ký tự, quá dài để đọc trong danh sách và trong RSS.",
                f"Rút gọn còn dưới {_TITLE_LIMIT} ký tự; phần còn lại đưa vào “tóm tắt”.",
            )
        return text

    def _slug(self, text: str, line: int, field: Field):
        right = slug(text)
        if right != text:
            self.report(line, "duong-dan", f"“{field.vietnamese}” chỉ gồm chữ thường không dấu, số và dấu gạch nối.", f"Có phải “{right}”?")
        return right

    def _day(self, text: str, line: int, field: Field):
        moment = self._date(text, line, field)
        if moment is not None and moment.precision in ("year", "month"):
            self.report(
                line,
                "ngay-thieu",
                f"“{field.vietnamese}” cần đủ năm, tháng, ngày; đang ghi “{text}”.",
                f"Ví dụ: {field.vietnamese}: 2026-03-05",
            )
            return None
        return moment

    def _date(self, text: str, line: int, field: Field):
        if not _ISO_SHAPE.fullmatch(text):
            impossible = self.hints.impossible_day(text)
            message = f"Ngày “{text}” không có trong lịch." if impossible else f"Ngày “{text}” chưa đúng dạng năm-tháng-ngày."
            self.report(line, "ngay-khong-co" if impossible else "ngay-sai-dang", message, self.hints.day(text, field))
            return None
        try:
            return dates.read(text)
        except ValueError:
            self.report(line, "ngay-khong-co", f"Ngày “{text}” không có trong lịch.", self.hints.day(text, field))
            return None

    def _number(self, text: str, line: int, field: Field):
        try:
            value = numbers.read_number(text)
        except ValueError:
            self.report(line, "so-sai-dang", f"“{text}” không phải là con số.", self.hints.number(text, field))
            return None
        if self.hints.english_thousands(text):
            message, hint = f"“{text}” được hiểu là số có ba chữ số lẻ.", self.hints.thousands(text, field)
            self.report(line, "so-le", message, hint, "warning")
        if value < 0 or len(text) > 15:
            hint = f"Ghi số từ 0, không quá 15 chữ số, ví dụ: {field.vietnamese}: 117"
            self.report(line, "so-qua-co", f"“{text[:40]}” không phải con số hợp lý.", hint)
            return None
        return value if isinstance(value, int) else Decimal(str(value))

    def _recurrence(self, text: str, line: int, field: Field):
        from plugins.domain import recurrence  # slow to load, and seldom needed

        try:
            return recurrence.read(text.replace("quí", "quý").replace("Quí", "Quý"))
        except ValueError:
            hint = f"Viết một trong các dạng: {recurrence.EXAMPLES}."
            self.report(line, "lap-lai-la", f"Không hiểu “{field.vietnamese}: {text[:60]}”.", hint)
            return None

    def _flag(self, text: str, line: int, field: Field):
        if text.lower() in _TRUE | _FALSE:
            return text.lower() in _TRUE
        self.report(
            line, "sai-lua-chon", f"“{field.vietnamese}” chỉ nhận “có” hoặc “không”; đang ghi “{text}”.", f"Ví dụ: {field.vietnamese}: có"
        )
        return None

    def _choice(self, text: str, line: int, field: Field):
        choices = CHOICES[field.of]
        for canonical, written in choices.items():
            if key_form(text) in {key_form(w) for w in written}:
                return canonical
        names = [written[0] for written in choices.values()]
        code = "do-mat" if field.name == "secrecy" else "sai-lua-chon"
        message = f"“{field.vietnamese}” không có giá trị “{text}”."
        if code == "do-mat":
            message = f"Văn bản có độ mật “{text}” không được đưa lên trang công khai."
        self.report(line, code, message, self.hints.choice(text, names))
        return None

    def _word(self, text: str, line: int, field: Field):
        keys = self.lookup.find(field.of, text)
        if len(keys) > 1:
            message = f"“{text}” là tên của nhiều mục trong {self.lookup.file(field.of)}: {', '.join(keys)}."
            self.report(line, "tu-trung", message, f"Ghi khóa của mục muốn nói, ví dụ: {field.vietnamese}: {keys[0]}")
        if not keys:
            file = self.lookup.file(field.of)
            hint = self.hints.word(text, field, list(self.lookup.names(field.of)), file, self.entry)
            self.report(line, "tu-la", f"“{text}” chưa có trong {file}.", hint)
        return keys[0] if keys else None

    def _record(self, text: str, line: int, field: Field):
        return Reference(text.strip("/").removesuffix(".md").removesuffix("/index"), line)

    def _citation(self, text: str, line: int, field: Field):
        return self._record(text, line, field) if text.lstrip("/").startswith("van-ban/") else Reference(text, line)


def _empty(text: str) -> bool:
    return len(text) < 5 and text.lower() in _EMPTY


def _blank(node: Node) -> bool:
    return node.kind == "text" and _empty(node.value.strip()) or node.value == ()
