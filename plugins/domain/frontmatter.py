"""From the bytes of a file to its fields (with line numbers) and its body.

Decoding, the `---` lines and the YAML syntax are settled here; what the fields mean is settled in `validation`."""

import unicodedata

from plugins.domain import simple_yaml
from plugins.domain.frozen import dataclass
from plugins.domain.hidden import CONTROL
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.simple_yaml import EXAMPLE, Node
from plugins.domain.text import ordinary

LIMIT = 4 * 1024 * 1024  # bytes; a plan of 30 pages takes 80 kB
_ROW_END, _LAST_ROW = late(r"\n|\Z"), late(r"\n---[^\S\n]*+(?![^\n])")
_SECOND = 200  # characters at the head of a body in which a second front matter may open
_AS_UTF_8 = "Mở tệp, chọn “Lưu thành…” (Save as), ở ô mã hóa (Encoding) chọn UTF-8."


@dataclass(frozen=True)
class Sheet:
    """A file taken apart: its fields as one mapping node, its body, the line on which the body begins."""

    fields: Node
    body: str
    body_line: int


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a file: UTF-8 with or without BOM, any line ends, NFC. Anything else is a problem with its line."""
    if len(data) > LIMIT:
        hint = "Chuyển số liệu, phụ lục dài sang tệp đính kèm; xem lại có dán nhầm ảnh hay tệp khác vào không."
        return "", [Problem(path, 0, "tep-qua-co", f"Tệp lớn hơn {LIMIT // 1024 // 1024} MB, không phải một bài viết.", hint)]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", [Problem(path, 1, "ma-hoa", "Tệp được lưu bằng mã UTF-16.", _AS_UTF_8)]
    if b"\0" in data:
        if data.count(b"\0") * 4 > len(data):
            return "", [Problem(path, 1, "ma-hoa", "Tệp được lưu bằng mã UTF-16.", _AS_UTF_8)]
        line = data[: data.index(b"\0")].count(b"\n") + 1
        return "", [
            Problem(
                path, line, "ky-tu-dieu-khien", "Trong tệp có ký tự rỗng (NUL).", "Hãy xóa ký tự này; có thể đây không phải tệp văn bản."
            )
        ]
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        from plugins.domain import legacy  # only a mistake needs it

        code, shown = legacy.of_bytes(data)
        if code:
            hint = f"Chuyển cả tệp sang Unicode (UniKey có mục chuyển mã), lưu với mã UTF-8, rồi xem lại chữ, ví dụ: “{shown[:80]}”"
            return "", [Problem(path, line, "ma-hoa", f"Tệp viết bằng mã {code} cũ, không phải Unicode UTF-8.", hint)]
        return "", [Problem(path, line, "ma-hoa", "Tệp không phải mã UTF-8.", _AS_UTF_8)]
    if ordinary(text):
        return text, []
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    problems = []
    if CONTROL.search(text):
        for line, row in enumerate(text.split("\n"), 1):
            if found := CONTROL.search(row):
                message = f"Có ký tự điều khiển không nhìn thấy (U+{ord(found[0]):04X})."
                problems.append(Problem(path, line, "ky-tu-dieu-khien", message, "Hãy xóa ký tự này rồi gõ lại đoạn chữ quanh nó."))
    return text, problems


def split(text: str, path: str) -> tuple[Sheet | None, list[Problem]]:
    """Fields and body of a file that opens with a `---` line."""
    start = len(text) - len(text.lstrip())
    first = text.count("\n", 0, start) + 1 if start < len(text) else 1
    end = _ROW_END.search(text, start).start()
    if text[text.rfind("\n", 0, start) + 1 : end].strip() != "---":
        return _again(text, path, first, opening=True)
    closing = _LAST_ROW.search(text, end)
    if closing is None:
        return _again(text, path, first, opening=False)
    node, problems = read_yaml(text[end + 1 : closing.start()], path, first)
    if node is None and problems:
        return None, problems
    if node is None or node.kind != "map":
        return None, [Problem(path, first + 1, "phan-dau-sai-dang", "Phần khai báo phải gồm các dòng “khóa: giá trị”.", EXAMPLE)]
    body, line = text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2
    if "---\n" in body[:_SECOND]:
        from plugins.domain import borders  # seldom needed

        problems += borders.twice(body, path, line)
    return Sheet(node, body, line), problems


def _again(text: str, path: str, first: int, opening: bool) -> tuple[Sheet | None, list[Problem]]:
    """As `split`, for a text whose opening or closing line is missing or misshapen: that is told, and the rest is read all the same."""
    from plugins.domain import borders  # only a mistake needs it

    mended, problem = (borders.opened if opening else borders.closed)(text, path, first)
    if mended is None:
        return None, [problem]
    sheet, problems = split(mended, path)
    if mended != f"---\n{text}":
        return sheet, [problem, *problems]
    from dataclasses import replace

    above = [replace(one, line=max(one.line - 1, 1)) for one in problems]  # a line was added before the first one
    return _lifted(sheet), [problem, *above]


def _lifted(sheet: Sheet | None) -> Sheet | None:
    """A sheet each of whose lines stands one line further up in its file."""

    def node(one: Node) -> Node:
        if one.kind == "list":
            return Node(tuple(map(node, one.value)), one.line - 1, "list")
        if one.kind == "map":
            return Node(tuple((key, line - 1, node(value)) for key, line, value in one.value), one.line - 1, "map")
        return one._replace(line=one.line - 1)

    return sheet and Sheet(node(sheet.fields), sheet.body, sheet.body_line - 1)


def read_yaml(text: str, path: str, above: int = 0) -> tuple[Node | None, list[Problem]]:
    """YAML as nodes, every scalar kept as text, `above` lines standing before it in the file. None for empty text."""
    if (node := simple_yaml.read(text, above)) is not None:
        return node, []
    from plugins.domain import full_yaml  # slow to load, and seldom needed

    return full_yaml.read(text, path, above)
