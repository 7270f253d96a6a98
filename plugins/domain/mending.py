"""What is written wrong in the lines of front matter or of a data file, line by line, each with the line as it should stand.

Asked only when YAML refuses a text. The mended text lets the rest of the file be judged in the same run; it is never saved."""

from typing import NamedTuple

from plugins.domain.fields import key_form
from plugins.domain.hints import keys
from plugins.domain.patterns import late

_ROW = late(r"(\s*+)(.*)")
_DASH = late(r"-(?:\s+|$)")
_OTHER_DASH = late(r"[*+•–—▪◦]\s+(?=\S)")
_KEY = late(r"([^\W_][^:\n]{0,60}?)\s*:(?:\s+(.*)|$)")
_TIGHT = late(r"([^\W_][^:\n]{0,60}?)\s*:(\S.*)")
_BLOCK = late(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?")
_ENDS = {'"': '"', "'": "'", "[": "]", "{": "}"}
_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}
_STARTS = "@`%*&!|>"
_FOLDED = 50  # rows over which one value in quotes may go on
_SHOWN = 90  # characters of a line that a message repeats


class Fault(NamedTuple):
    """One fault: its line from 1, what is wrong, how the line should stand."""

    line: int
    message: str
    hint: str


def mend(text: str) -> tuple[str, list[Fault]]:
    """The text with its faulty lines set right, and what was wrong with each; no fault when none is recognised."""
    return _Mender(text.split("\n")).mended()


class _Mender:
    """The rows of one text; `levels` are the indentations at which keys or dashes stand just now, `item` the key that opens items."""

    def __init__(self, rows: list[str]):
        self.rows, self.faults = rows, []
        self.levels: list[int] = []
        self.dashes: set[int] = set()  # those of them at which dashes stand
        self.item = ""

    def mended(self) -> tuple[str, list[Fault]]:
        at = 0
        while at < len(self.rows):
            at = self._row(at)
        return "\n".join(self.rows), self.faults

    def _tell(self, at: int, message: str, hint: str = "") -> None:
        self.faults.append(Fault(at + 1, message, hint or f"Viết: {_shown(self.rows[at])}"))

    def _row(self, at: int) -> int:
        """Judges the row `at` and what belongs to its value; the next row to judge."""
        blanks, rest = _ROW.fullmatch(self.rows[at]).groups()
        if not rest or rest[0] == "#":
            return at + 1
        if "\t" in blanks:
            blanks = blanks.replace("\t", "  ")
            self.rows[at] = blanks + rest
            self._tell(at, "Dòng này thụt lề bằng phím Tab.", f"Xóa Tab, gõ {len(blanks)} dấu cách: {_dotted(self.rows[at])}")
        if bullet := self._wrong_bullet(rest, at):
            rest = f"- {rest[bullet.end() :]}"
            self.rows[at] = blanks + rest
            self._tell(at, "Mỗi mục của danh sách phải mở đầu bằng một gạch ngang thường và một dấu cách.")
        column = self._placed(at, len(blanks), rest)
        while dash := _DASH.match(rest):
            self._open(column, True)
            column, rest = column + dash.end(), rest[dash.end() :]
        return self._pair(at, column, rest)

    def _wrong_bullet(self, rest: str, at: int):
        """A bullet that is no dash, where a list stands: below a key without a value, or after another item."""
        above = self._above(at)
        return _OTHER_DASH.match(rest) if above.endswith(":") or above.startswith("- ") else None

    def _placed(self, at: int, column: int, rest: str) -> int:
        """The column where a row stands, or should: that of an open level, or one deeper below an empty key."""
        key = _DASH.match(rest) or _KEY.fullmatch(rest) or self._missing_colon(rest)
        if not self.levels or column in self.levels or not key:
            return column
        if column > self.levels[-1] and self._above(at).endswith((":", "-")):
            return column
        if column > self.levels[-1] and not _DASH.match(rest) and key_form(rest.partition(":")[0]) not in keys():
            return column  # words that go on
        right = min(self.levels, key=lambda level: (abs(level - column), -level))
        self.rows[at] = " " * right + rest
        message = f"Dòng này thụt vào {column} dấu cách, các dòng cùng nhóm ở trên thụt vào {right}."
        self._tell(at, message, f"Thụt vào đúng {right} dấu cách: {_dotted(self.rows[at])}")
        return right

    def _above(self, at: int) -> str:
        """The last row above that is not blank."""
        while at and not self.rows[at - 1].strip():
            at -= 1
        return self.rows[at - 1].strip() if at else ""

    def _open(self, column: int, dash: bool) -> None:
        while self.levels and self.levels[-1] > column:
            self.dashes.discard(self.levels.pop())
        if not self.levels or self.levels[-1] != column:
            self.levels.append(column)
        if dash:
            self.dashes.add(column)

    def _missing_colon(self, rest: str) -> str:
        """The known key with which a row opens that has no colon behind it."""
        words = rest.split(" ")
        for count in range(min(5, len(words) - 1), 0, -1):
            name = " ".join(words[:count])
            if ":" not in name and key_form(name) in keys():
                return name
        return ""

    def _pair(self, at: int, column: int, rest: str) -> int:
        """A row from its key on, or the words of an item."""
        head = self.rows[at][: len(self.rows[at]) - len(rest)]
        if not rest:
            return at + 1
        if found := _KEY.fullmatch(rest):
            if column == 0 and 0 in self.dashes and head == "":
                return self._undashed(at, rest, found[1])
            self.item = found[1] if "-" in head else self.item
            self._open(column, False)
            return self._value(at, found[2] or "", f"{head}{found[1]}: ")
        tight = _TIGHT.fullmatch(rest)
        if tight and key_form(tight[1]) in keys():
            self._open(column, False)
            self.rows[at] = f"{head}{tight[1]}: {tight[2]}"
            self._tell(at, "Sau dấu hai chấm phải có một dấu cách.")
            return self._value(at, tight[2], f"{head}{tight[1]}: ")
        deeper = self.levels and column > self.levels[-1]
        if "-" not in head and not deeper and (name := self._missing_colon(rest)):
            self._open(column, False)
            self.rows[at] = f"{head}{name}: {rest[len(name) :].strip()}"
            self._tell(at, f"Dòng này thiếu dấu hai chấm sau “{name}”.")
        elif "-" in head:
            return self._value(at, rest, head)
        elif self.levels and column <= self.levels[-1] and rest[0] not in "]}":
            self.rows[at] = f"{' ' * (self.levels[-1] + 2)}{rest}"
            hint = "Nếu là phần sau của dòng trên thì nối vào dòng trên; nếu là một khóa khác thì viết dạng “khóa: giá trị”."
            self._tell(at, f"Dòng “{_shown(rest)}” không mở đầu bằng khóa nào.", hint)
        return at + 1

    def _undashed(self, at: int, rest: str, key: str) -> int:
        """A key at the margin of a file that is a list: the dash was forgotten, or the blanks before it."""
        self.rows[at] = f"- {rest}" if key == self.item else f"  {rest}"
        self._tell(at, "Dòng này đứng ngoài danh sách: thiếu gạch ngang ở đầu mục, hoặc thiếu hai dấu cách trước khóa.")
        return self._row(at)

    def _value(self, at: int, value: str, head: str) -> int:
        """What stands behind a key or a dash; `head` is the row up to there."""
        if not value or value[0] == "#":
            return at + 1
        sign = value[0]
        if _BLOCK.fullmatch(value):
            return self._after_block(at, len(head) - len(head.lstrip()))
        if sign in _ENDS:
            return self._closed(at, value, head)
        if sign in _STARTS or value == "?" or value.startswith("? "):
            return self._quoted(at, value, head, f"Giá trị mở đầu bằng dấu {sign} nên không đọc được.")
        if value.startswith("- ") and head.rstrip().endswith(":"):
            hint = "Xuống dòng sau khóa, rồi viết mỗi mục một dòng mở đầu bằng gạch ngang."
            self.rows[at] = f"{head}{_wrapped(value)}"
            self._tell(at, "Gạch đầu dòng không đứng cùng dòng với khóa.", hint)
        elif (": " in value or value.endswith(":")) and ("-" not in head or ":" in head):
            return self._quoted(at, value, head, "Trong giá trị có dấu hai chấm nên không đọc được.")
        return at + 1

    def _quoted(self, at: int, value: str, head: str, message: str) -> int:
        self.rows[at] = f"{head}{_wrapped(value)}"
        self._tell(at, message, f"Đặt cả giá trị trong ngoặc kép thẳng: {_shown(self.rows[at].strip())}")
        return at + 1

    def _closed(self, at: int, value: str, head: str) -> int:
        """A value in quotes or brackets: it must be closed, here or on one of the next rows, and nothing may follow."""
        sign, end = value[0], _ENDS[value[0]]
        last, whole = at, value
        while (close := whole.find(end, 1)) < 0 and last + 1 < min(len(self.rows), at + _FOLDED) and not self._begins(self.rows[last + 1]):
            last += 1
            whole = f"{whole} {self.rows[last].strip()}"
        name = "dấu ngoặc kép" if sign == '"' else "dấu nháy đơn" if sign == "'" else f"ngoặc {sign}"
        if close < 0:
            self.rows[at] = f"{head}{_wrapped(value[1:])}" if sign in _CURLY else f"{head}{value.rstrip()}{end}"
            self._tell(at, f"Có {name} mở mà chưa đóng.", f"Viết: {_shown(self.rows[at].strip())}")
            return at + 1
        if sign in _CURLY:
            while whole[close - 1] == "\\" or whole[close : close + 2] == "''":
                close = whole.find(end, close + 2)
                if close < 0:
                    return last + 1
            after = whole[close + 1 :].strip()
        else:
            after = whole[whole.rfind(end) + 1 :].strip()
        if not after or after[0] == "#":
            return last + 1
        if sign == "[" and after[0] == ",":
            self.rows[at] = f"{head}{whole.replace(']', '')}]"
            self._tell(at, "Danh sách trong ngoặc vuông còn chữ ở sau ngoặc đóng.")
        else:
            self._quoted(at, whole, head, f"Sau {name} đóng còn có chữ nên không đọc được.")
        for row in range(at + 1, last + 1):
            self.rows[row] = ""
        return last + 1

    def _begins(self, row: str) -> bool:
        """Whether a row opens a key or an item of its own."""
        bare = row.strip()
        found = _KEY.fullmatch(_DASH.sub("", bare, 1))
        return bool(found and key_form(found[1]) in keys()) or bare.startswith("- ")

    def _after_block(self, at: int, indent: int) -> int:
        at += 1
        while at < len(self.rows) and (not self.rows[at].strip() or len(self.rows[at]) - len(self.rows[at].lstrip()) > indent):
            at += 1
        return at


def _wrapped(value: str) -> str:
    """A value in straight quotes, those within it curled."""
    value = value.strip().replace("\\", "/")
    if value[:1] == "“" and value[-1:] == "”" and value.count("“") == 1:
        value = value[1:-1]
    if value[:1] in _CURLY and value[-1:] == value[:1] and value.count(value[0]) > 3:
        value = value[1:-1]
    for sign, (opening, closing) in _CURLY.items():
        pieces = value.split(sign)
        value = pieces[0] + "".join((opening if n % 2 else closing) + piece for n, piece in enumerate(pieces[1:], 1))
    return f'"{value}"'


def _dotted(row: str) -> str:
    """A row with its blanks at the start made to be seen."""
    bare = row.lstrip()
    return "·" * (len(row) - len(bare)) + _shown(bare)


def _shown(row: str) -> str:
    row = row.strip()
    return row if len(row) <= _SHOWN else f"{row[:_SHOWN].rstrip()}…"
