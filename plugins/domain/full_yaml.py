"""YAML as nodes, by the parser of PyYAML, and its complaints in words for editors: the whole language, and the judge of `simple_yaml`."""

import re
from dataclasses import replace

import yaml

from plugins.domain.hidden import CONTROL
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.simple_yaml import DEPTH, EXAMPLE, Node

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TOO_DEEP, _DEEP = "nested too deep", "Phần khai báo lồng nhau quá sâu."
_BREAKS = late("[\x85\u2028\u2029]")  # line ends to YAML, but to no editor
_RARE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # blanks to the eye, letters to YAML
_BEFORE_ROW = late(f"^[ {_RARE}]*[{_RARE}][ {_RARE}]*", re.MULTILINE)
_BEHIND_COLON = late(f":[ {_RARE}]*[{_RARE}][ {_RARE}]*")
_NOTHING = late("^[\u200b\u2060\ufeff]+|(?<=:)[\u200b\u2060\ufeff]+", re.MULTILINE)
_HASHTAG = late(r"\s+#[^\s#]")
_QUOTED = "Đặt cả giá trị trong ngoặc kép."


def read(text: str, path: str, above: int = 0) -> tuple[Node | None, list[Problem]]:
    """As `frontmatter.read_yaml`. Lines that were mended to be read have the code `dong-sai`; `yaml-hong` is what stays unread."""
    text = _tidied(_BREAKS.sub(" ", text))
    node, problems, fatal = _attempt(text, path, above)
    if fatal is None:
        return node, problems
    from plugins.domain import mending  # only a mistake needs it

    mended, faults = mending.mend(text) if fatal.message != _DEEP else (text, [])
    told = [Problem(path, above + fault.line, "dong-sai", fault.message, fault.hint) for fault in faults]
    if not told:
        return None, [fatal]
    node, problems, fatal = _attempt(mended, path, above)
    if fatal is None:
        return node, [*told, *problems]
    told = [replace(one, code="yaml-hong") for one in told]
    return None, told if any(fatal.line == one.line for one in told) else [*told, fatal]


def _attempt(text: str, path: str, above: int) -> tuple[Node | None, list[Problem], Problem | None]:
    """The nodes of a text and what is doubtful in them; or the one reason why it cannot be read."""
    try:
        tree = _Tree(text, path, above)
        return tree.root(), tree.problems, None
    except yaml.MarkedYAMLError as error:
        mark, rows = error.problem_mark or error.context_mark, text.rstrip("\n").count("\n") + 1
        message, hint = _explain(error.problem or "")
        return None, [], Problem(path, above + (min(mark.line + 1, rows) if mark else 1), "yaml-hong", message, hint)
    except (yaml.YAMLError, ValueError):
        return None, [], Problem(path, above + 1, "yaml-hong", "Phần khai báo không đọc được.", EXAMPLE)


def _tidied(text: str) -> str:
    """Blanks of Word and the web as plain ones, where YAML asks for plain ones: before a row, and behind the colon of a key."""
    if text.isascii():
        return text
    return _BEFORE_ROW.sub(lambda found: " " * len(found[0]), _BEHIND_COLON.sub(": ", _NOTHING.sub("", text)))


class _Tree:
    """Nodes from the parser's events: no event needs a stack of its own, so depth is refused before it can harm."""

    def __init__(self, text: str, path: str, above: int):
        self.rows, self.path, self.above = text.split("\n") if "#" in text else [], path, above
        self.doubtful = "\\" in text or CONTROL.search(text) is not None  # a value may hold a control character
        self.next = _LOADER(text).get_event
        self.problems: list[Problem] = []

    def root(self) -> Node | None:
        self.next()  # the stream begins
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        node = self._node(self.next(), 0)
        self.next()  # the document ends
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._report(after, "yaml-hong", *_explain(""))
        return node

    def _report(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.path, self.above + event.start_mark.line + 1, code, message, hint))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = self.above + event.start_mark.line + 1
        if depth > DEPTH:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=event.start_mark)
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            sign = "*" if kind is yaml.AliasEvent else "&" if event.anchor else "!"
            self._report(event, "yaml-tham-chieu", f"Giá trị mở đầu bằng dấu {sign} nên không đọc được.", _QUOTED)
        if kind is yaml.ScalarEvent:
            return Node(self._scalar(event), line, "text")
        if kind is yaml.AliasEvent:
            return Node("", line, "text")
        if kind is yaml.SequenceStartEvent:
            items = []
            while not isinstance(event := self.next(), yaml.SequenceEndEvent):
                items.append(self._node(event, depth + 1))
            self._swallowed(event)
            return Node(tuple(items), line, "list")
        pairs = []
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key, value = self._node(event, depth + 1), self._node(self.next(), depth + 1)
            if key.kind == "text":
                pairs.append((key.value, key.line, value))
            else:
                self._report(event, "yaml-hong", "Tên khóa phải là chữ.", "Viết dạng “khóa: giá trị”.")
        self._swallowed(event)
        return Node(tuple(pairs), line, "map")

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        """The text of a scalar; a control character that an escape (`"\\0"`) brings is a problem."""
        self._swallowed(event)
        if self.doubtful and CONTROL.search(event.value):
            self._report(event, "ky-tu-dieu-khien", "Giá trị có ký tự điều khiển viết bằng dấu \\.", "Hãy xóa ký tự này.")
        return event.value

    def _swallowed(self, event: yaml.Event) -> None:
        """Reports words that YAML takes for a comment because they open with `#` (`#ThanhNien`)."""
        if not self.rows:
            return
        end = event.end_mark
        if end.line < len(self.rows) and _HASHTAG.match(self.rows[end.line], end.column):
            self._report(event, "yaml-dau-thang", "Phần chữ từ dấu # trở đi sẽ bị bỏ mất.", _QUOTED)


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
    ("did not find expected alphabetic", "Giá trị mở đầu bằng dấu * hoặc dấu & nên không đọc được.", _QUOTED),
    (_TOO_DEEP, _DEEP, "Hãy viết mỗi giá trị trên một dòng."),
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
