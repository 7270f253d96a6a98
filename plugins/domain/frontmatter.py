"""From the bytes of a file to its fields (with line numbers) and its body.

Decoding, the `---` lines and the YAML syntax are settled here; what the fields mean is settled in `validation`."""

import re
import unicodedata
from dataclasses import dataclass

import yaml

from plugins.domain.problems import Problem

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NESTING = 500  # opening brackets; far above honest use, far below what exhausts a parser
_EXAMPLE = "Bắt đầu tệp bằng dòng ---, rồi các dòng như “tiêu đề: Ra quân Tháng Thanh niên”, rồi lại một dòng ---."


@dataclass(frozen=True)
class Node:
    """A YAML value: text, a tuple of nodes, or a tuple of (key, key line, node); `line` counts from 1."""

    value: str | tuple
    line: int
    kind: str  # "text" | "list" | "map"


@dataclass(frozen=True)
class Sheet:
    """A file taken apart: its fields as one mapping node, its body, the line on which the body begins."""

    fields: Node
    body: str
    body_line: int


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a file: UTF-8 with or without BOM, any line ends, NFC. Anything else is a problem with its line."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", [Problem(path, 1, "ma-hoa", "Tệp được lưu bằng mã UTF-16.", "Hãy lưu lại tệp với mã UTF-8.")]
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        return "", [
            Problem(
                path, line, "ky-tu-dieu-khien", "Trong tệp có ký tự rỗng (NUL).", "Hãy xóa ký tự này; có thể đây không phải tệp văn bản."
            )
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return "", [Problem(path, line, "ma-hoa", "Tệp không phải mã UTF-8.", "Hãy mở tệp, chọn “Lưu thành…” với mã UTF-8.")]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    problems = []
    for found in _CONTROL.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"Có ký tự điều khiển không nhìn thấy (U+{ord(found[0]):04X})."
        problems.append(Problem(path, line, "ky-tu-dieu-khien", message, "Hãy xóa ký tự này rồi gõ lại đoạn chữ quanh nó."))
    return text, problems


def split(text: str, path: str) -> tuple[Sheet | None, list[Problem]]:
    """Fields and body of a file that opens with a `---` line."""
    rows = text.split("\n")
    first = next((i for i, row in enumerate(rows) if row.strip()), 0)
    if rows[first].strip() != "---":
        return None, [Problem(path, first + 1, "thieu-phan-dau", "Tệp chưa có phần khai báo ở đầu.", _EXAMPLE)]
    last = next((i for i in range(first + 1, len(rows)) if rows[i].rstrip() == "---"), None)
    if last is None:
        return None, [Problem(path, first + 1, "phan-dau-chua-dong", "Phần khai báo mở bằng --- nhưng chưa có dòng --- để đóng.", _EXAMPLE)]
    node, problems = read_yaml("\n".join(rows[first + 1 : last]), path, first + 1)
    if problems:
        return None, problems
    if node is None or node.kind != "map":
        return None, [Problem(path, first + 2, "phan-dau-sai-dang", "Phần khai báo phải gồm các dòng “khóa: giá trị”.", _EXAMPLE)]
    return Sheet(node, "\n".join(rows[last + 1 :]), last + 2), []


def read_yaml(text: str, path: str, above: int = 0) -> tuple[Node | None, list[Problem]]:
    """YAML as nodes, every scalar kept as text, `above` lines standing before it in the file. None for empty text."""
    if text.count("[") + text.count("{") > _NESTING:
        return None, [
            Problem(
                path, above + 1, "yaml-long-nhau", "Phần khai báo có quá nhiều dấu ngoặc [ hoặc {.", "Hãy viết mỗi giá trị trên một dòng."
            )
        ]
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message, hint = _explain(error.problem or "")
        return None, [Problem(path, above + (mark.line + 1 if mark else 1), "yaml-hong", message, hint)]
    except (yaml.YAMLError, RecursionError, ValueError):
        return None, [Problem(path, above + 1, "yaml-hong", "Phần khai báo không đọc được.", _EXAMPLE)]
    if root is None:
        return None, []
    problems: list[Problem] = []
    return _node(root, path, above, problems, set(), 0), problems


def _node(raw: yaml.Node, path: str, above: int, problems: list[Problem], seen: set[int], depth: int) -> Node:
    line = above + raw.start_mark.line + 1
    if isinstance(raw, yaml.ScalarNode):
        return Node(raw.value, line, "text")
    if id(raw) in seen or depth > 20:
        problems.append(Problem(path, line, "yaml-tham-chieu", "Không dùng dấu & và * để lặp lại giá trị.", "Hãy viết lại giá trị đầy đủ."))
        return Node("", line, "text")
    seen.add(id(raw))
    if isinstance(raw, yaml.SequenceNode):
        return Node(tuple(_node(item, path, above, problems, seen, depth + 1) for item in raw.value), line, "list")
    pairs = []
    for key, value in raw.value:
        key_line = above + key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(path, key_line, "yaml-hong", "Tên khóa phải là chữ.", "Viết dạng “khóa: giá trị”."))
            continue
        pairs.append((key.value, key_line, _node(value, path, above, problems, seen, depth + 1)))
    return Node(tuple(pairs), line, "map")


# What libyaml says (its own words, which are stable) → what the editor should look at.
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "Dòng này có thêm một dấu hai chấm làm hỏng cách đọc, hoặc dòng trên thụt lề sai.",
        'Đặt giá trị trong ngoặc kép, ví dụ: tiêu đề: "Tháng Thanh niên: khởi đầu mới"',
    ),
    (
        "found character that cannot start",
        "Giá trị mở đầu bằng một ký tự đặc biệt (tab, @, `, %).",
        "Đặt giá trị trong ngoặc kép; thụt lề bằng dấu cách, không dùng phím Tab.",
    ),
    (
        "did not find expected key",
        "Dòng này thụt lề không đúng, hoặc ngoặc kép đóng chưa đúng chỗ.",
        "Các khóa cùng cấp phải thẳng cột; trong giá trị có ngoặc kép thì dùng “ ”.",
    ),
    ("found unexpected end of stream", "Có dấu nháy mở mà chưa đóng.", "Thêm dấu nháy đóng ở cuối giá trị."),
    ("found undefined alias", "Giá trị mở đầu bằng dấu * nên không đọc được.", "Đặt giá trị trong ngoặc kép."),
    (
        "could not find expected ':'",
        "Dòng này thiếu dấu hai chấm giữa khóa và giá trị.",
        "Viết dạng “khóa: giá trị”, sau dấu hai chấm có một dấu cách.",
    ),
)


def _explain(problem: str) -> tuple[str, str]:
    for start, message, hint in _EXPLANATIONS:
        if problem.startswith(start) or start in problem:
            return message, hint
    return (
        "Phần khai báo viết sai cú pháp ở dòng này.",
        "Viết mỗi dòng dạng “khóa: giá trị”; giá trị có dấu đặc biệt thì đặt trong ngoặc kép.",
    )
