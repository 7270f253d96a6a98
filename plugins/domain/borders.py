"""The two `---` lines around front matter where one is missing or misshapen: what to write where, and the text with them set right.

Asked only when `frontmatter` does not find them. The mended text lets the rest of the file be judged in the same run."""

from plugins.domain.fields import key_form
from plugins.domain.hints import keys
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.simple_yaml import EXAMPLE

_NEARLY = late(r"[-\u2010-\u2015\u2212_=*~]{1,20}\s*")
_KEY = late(r"\s*+(?:-\s+)?([^\W\d_][^:\n]{0,60}):(?:\s.*)?")
_EARLY = 12  # lines above the front matter in which stray words are looked for


def opened(text: str, path: str, first: int) -> tuple[str | None, Problem]:
    """A text that does not begin with `---`, so that it does (None when that cannot be), and what is wrong; `first` is the line, from 1,
    of its first words. No line moves."""
    rows = text.split("\n")
    at = first - 1

    def told(message: str, hint: str) -> Problem:
        return Problem(path, first, "thieu-phan-dau", message, hint)

    if not text.strip():
        return None, told("Tệp trống, chưa có chữ nào.", EXAMPLE)
    if _NEARLY.fullmatch(rows[at]) and rows[at].strip() != "-":
        rows[at] = "---"
        shown = text.split("\n")[at].strip()
        return "\n".join(rows), told(f"Dòng mở phần khai báo là “{shown}”, không phải ba gạch ngang.", "Xóa dòng ấy rồi gõ lại: ---")
    if begins(rows[at]):
        hint = f"Thêm một dòng --- lên trước dòng “{_shown(rows[at])}”."
        return "---\n" + text, told("Tệp thiếu dòng --- mở phần khai báo.", hint)
    later = next((n for n in range(at + 1, min(len(rows) - 1, at + _EARLY)) if rows[n].strip() == "---" and begins(rows[n + 1])), None)
    if later is not None:
        hint = f"Dòng đầu tiên của tệp phải là ---; chuyển “{_shown(rows[at])}” xuống thân bài."
        return "\n" * later + "\n".join(rows[later:]), told("Có chữ đứng trước phần khai báo.", hint)
    return None, told("Tệp chưa có phần khai báo ở đầu.", EXAMPLE)


def closed(text: str, path: str, first: int) -> tuple[str | None, Problem]:
    """A text whose front matter opens on line `first` and is not closed, with the closing line (None when its place cannot be told), and
    what is wrong. The closing line takes the place of a blank or misshapen one: no line moves."""
    rows, message = text.split("\n"), "Phần khai báo mở bằng --- nhưng chưa có dòng --- để đóng."
    blank = None
    for at in range(first, len(rows)):
        row = rows[at]
        if not row.strip():
            blank = at if blank is None else blank
        elif _NEARLY.fullmatch(row) and row.strip() not in ("-", "*"):
            rows[at] = "---"
            hint = f"Sửa dòng “{row.strip()}” thành ba gạch ngang: ---"
            return "\n".join(rows), Problem(path, at + 1, "phan-dau-chua-dong", message, hint)
        elif blank is not None and not (row[0].isspace() or begins(row) or row.startswith("- ")):
            rows[blank] = "---"
            hint = f"Thêm một dòng --- trước dòng “{_shown(row)}”."
            return "\n".join(rows), Problem(path, blank + 1, "phan-dau-chua-dong", message, hint)
        elif blank is not None:
            blank = None
    return None, Problem(path, first, "phan-dau-chua-dong", message, "Thêm một dòng --- sau dòng cuối cùng của phần khai báo.")


def twice(body: str, path: str, line: int) -> list[Problem]:
    """A second front matter at the head of a body, `line` being the first of the body."""
    bare = body.lstrip()
    if not bare.startswith("---\n") or not begins(bare.split("\n", 2)[1]):
        return []
    at = line + body.count("\n", 0, len(body) - len(bare))
    hint = "Giữ lại một phần khai báo: chuyển các khóa còn thiếu lên trên rồi xóa phần này."
    return [Problem(path, at, "phan-dau-hai-lan", "Tệp có hai phần khai báo; phần thứ hai sẽ hiện thành chữ trong bài.", hint)]


def begins(row: str) -> bool:
    """Whether a row carries a key that some file may have."""
    found = _KEY.fullmatch(row)
    return bool(found) and key_form(found[1]) in keys()


def _shown(row: str) -> str:
    row = row.strip()
    return row if len(row) <= 60 else f"{row[:60].rstrip()}…"
