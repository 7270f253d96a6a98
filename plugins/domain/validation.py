"""From the nodes of a file's fields to values, or to problems: every key of `fields` is judged here, and nowhere else.

All faults of a mapping are collected; nothing is repaired silently."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import unquote

from plugins.domain import dates, numbers
from plugins.domain.fields import CHOICES, Field, key_form, spellings
from plugins.domain.frontmatter import Node
from plugins.domain.parts import Reference
from plugins.domain.problems import Problem
from plugins.domain.text import closest, normalise, slug

_EMPTY = {"", "~", "null"}
_TITLE_LIMIT = 200  # characters; longer titles break file names, lists and feeds
_LIMITED = {"title", "name"}
_ISO_SHAPE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_URL = re.compile(r"https?://[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?", re.IGNORECASE)
_UNFIT = re.compile(r'[?#%*"<>|]')  # no file name on some machine, or no part of an address
_OLD_ADDRESS = re.compile(r"(?!.*/\.\.?(?:/|$))(?:/[^\s/\\?#:]+)+(?:/|(?<=\w)\.\w+)")
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
    lines: dict


class Reader:
    """Reads mappings of one file and gathers its problems in `problems`."""

    def __init__(self, path: str, lookup: Lookup):
        self.path, self.lookup, self.problems = path, lookup, []

    def report(self, line: int, code: str, message: str, suggestion: str = "", level: str = "error") -> None:
        """Adds one problem of this file."""
        self.problems.append(Problem(self.path, line, code, message, suggestion, level))

    def mapping(self, node: Node, fields: tuple[Field, ...], owner: str = "") -> Values:
        """The values of a mapping node. Unknown, repeated, missing and empty keys are reported; `owner` names the group."""
        known = spellings(fields)
        values, lines = {}, {}
        for written, line, child in node.value:
            field = known.get(key_form(written))
            if field is None:
                near = closest(key_form(written), list(known))
                hint = (
                    f"Có phải “{known[near].vietnamese}”?"
                    if near
                    else "Các khóa dùng được: " + ", ".join(f.vietnamese for f in fields) + "."
                )
                self.report(line, "khoa-la", f"Không có khóa “{written}”{' trong “' + owner + '”' if owner else ''}.", hint)
            elif field.name in lines:
                self.report(
                    line, "khoa-lap", f"Khóa “{written}” được khai báo hai lần (đã có ở dòng {lines[field.name]}).", "Chỉ giữ lại một dòng."
                )
            else:
                lines[field.name] = line
                value = self._value(child, field)
                if value is not None and value != ():
                    values[field.name] = value
                elif field.required and not any(p.line == child.line for p in self.problems):
                    self.report(line, "de-trong", f"“{field.vietnamese}” đang để trống.", _example(field))
        for field in fields:
            if field.required and field.name not in lines:
                where = f" trong “{owner}”" if owner else ""
                self.report(node.line, "thieu-khoa", f"Thiếu “{field.vietnamese}”{where}.", _example(field))
        return Values(values, lines)

    def _value(self, node: Node, field: Field):
        if not field.many:
            return self._single(node, field)
        items = node.value if node.kind == "list" else (node,)
        values = (self._single(item, field) for item in items if not _blank(item))
        return tuple(v for v in values if v is not None)

    def _single(self, node: Node, field: Field):
        if field.kind == "group":
            if node.kind != "map":
                if not _blank(node):
                    keys = ", ".join(part.vietnamese for part in field.parts)
                    self.report(
                        node.line,
                        "sai-dang",
                        f"“{field.vietnamese}” phải gồm các dòng con.",
                        f"Viết thụt lề bên dưới, với các khóa: {keys}.",
                    )
                return None
            return self.mapping(node, field.parts, field.vietnamese)
        if node.kind != "text":
            many = "một giá trị" if not field.many else "các giá trị chữ"
            self.report(node.line, "sai-dang", f"“{field.vietnamese}” phải là {many}.", _example(field))
            return None
        if _blank(node):
            return None
        return getattr(self, "_" + field.kind)(node.value.strip(), node.line, field)

    def _text(self, text: str, line: int, field: Field):
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
            right = dates.suggest_iso(text)
            hint = f"Có phải {field.vietnamese}: {right}?" if right else f"Viết năm-tháng-ngày, ví dụ: {field.vietnamese}: 2026-03-05"
            self.report(line, "ngay-sai-dang", f"Ngày “{text}” chưa đúng dạng năm-tháng-ngày.", hint)
            return None
        try:
            return dates.read(text)
        except ValueError:
            self.report(line, "ngay-khong-co", f"Ngày “{text}” không có trong lịch.", f"Ví dụ: {field.vietnamese}: 2026-03-05")
            return None

    def _number(self, text: str, line: int, field: Field):
        try:
            value = numbers.read_number(text)
        except ValueError:
            self.report(line, "so-sai-dang", f"“{text}” không phải là con số.", f"Ví dụ: {field.vietnamese}: 1.785 hoặc 61,57")
            return None
        return value if isinstance(value, int) else Decimal(str(value))

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
        near = closest(text, names)
        message = f"“{field.vietnamese}” không có giá trị “{text}”."
        if code == "do-mat":
            message = f"Văn bản có độ mật “{text}” không được đưa lên trang công khai."
        self.report(line, code, message, f"Có phải “{near}”?" if near else "Chọn một trong: " + ", ".join(names) + ".")
        return None

    def _word(self, text: str, line: int, field: Field):
        keys = self.lookup.find(field.of, text)
        if len(keys) > 1:
            message = f"“{text}” là tên của nhiều mục trong {self.lookup.file(field.of)}: {', '.join(keys)}."
            self.report(line, "tu-trung", message, f"Ghi khóa của mục muốn nói, ví dụ: {field.vietnamese}: {keys[0]}")
        if not keys:
            near = closest(text, list(self.lookup.names(field.of)))
            file = self.lookup.file(field.of)
            hint = f"Có phải “{near}”? Nếu không, thêm vào {file}." if near else f"Hãy chọn một tên có sẵn hoặc thêm vào {file}."
            self.report(line, "tu-la", f"“{text}” chưa có trong {file}.", hint)
        return keys[0] if keys else None

    def _record(self, text: str, line: int, field: Field):
        return Reference(text.strip("/").removesuffix(".md").removesuffix("/index"), line)

    def _citation(self, text: str, line: int, field: Field):
        return self._record(text, line, field) if text.lstrip("/").startswith("van-ban/") else Reference(text, line)

    def _url(self, text: str, line: int, field: Field):
        if not _URL.fullmatch(text):
            self.report(line, "dia-chi-web", f"“{text}” không phải địa chỉ trang web.", "Ví dụ: https://doanthanhnien.vn")
            return None
        return text

    def _email(self, text: str, line: int, field: Field):
        if not _EMAIL.fullmatch(text):
            self.report(line, "thu-dien-tu", f"“{text}” không phải địa chỉ thư điện tử.", "Ví dụ: vanphong@tinhdoan.vi-du.vn")
            return None
        return text

    def _address(self, text: str, line: int, field: Field):
        plain = normalise(unquote(text))
        if _OLD_ADDRESS.fullmatch(plain) or (plain == "/" and field.of == "target"):
            return plain
        message = f"Địa chỉ “{text[:80]}” phải mở đầu bằng dấu / và khép lại bằng dấu / hoặc tên tệp, không có dấu ? và #."
        self.report(line, "dia-chi-sai", message, _example(field))
        return None

    def _picture(self, text: str, line: int, field: Field):
        return self._path(text, line, "Ví dụ: anh/trong-cay.jpg")

    def _file(self, text: str, line: int, field: Field):
        return self._path(text, line, "Đặt tệp cùng thư mục với index.md rồi ghi tên tệp, ví dụ: 12-kh.pdf")

    def _path(self, text: str, line: int, hint: str):
        clean = text.lstrip("/")
        if {"", "."} & set(clean.split("/")) or _UNFIT.search(clean):
            self.report(line, "ten-tep", f"“{text}” không phải tên tệp dùng được trên mọi máy.", hint)
            return None
        if ".." in clean.replace("\\", "/").split("/") or "\\" in clean or ":" in clean:
            self.report(line, "ra-ngoai", f"Đường dẫn “{text}” đi ra ngoài thư mục nội dung.", hint)
            return None
        return clean


def _blank(node: Node) -> bool:
    return node.kind == "text" and node.value.strip().lower() in _EMPTY or node.value == ()


def _example(field: Field) -> str:
    if field.example:
        return f"Ví dụ: {field.vietnamese}: {field.example}"
    return f"{field.help[:1].upper()}{field.help[1:]}." if field.help else ""
