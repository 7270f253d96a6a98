"""What is wrong in an editor's file, as data: collected everywhere, sorted and printed once.

Nothing is printed or raised here; who prints decides how (terminal, preview page, tests)."""

from dataclasses import dataclass, field

from plugins.domain.hidden import shown

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of one file.

    `path` is relative to the project (``content/tin-tuc/2026/a.md``), `line` counts from 1 (0: the whole file),
    `code` is a stable ASCII word for tests and documentation, `message` says in Vietnamese what is wrong,
    `suggestion` what was expected, with a right example."""

    path: str
    line: int
    code: str
    message: str
    suggestion: str = ""
    level: str = field(default=ERROR)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        mark = "" if self.level == ERROR else "lưu ý: "
        hint = f"\n    → {self.suggestion}" if self.suggestion else ""
        return shown(f"{place}: {mark}{self.message}{hint}")


def report(problems) -> str:
    """All problems, each once, in order of file and line, and a closing line that counts them."""
    ordered = sorted(set(problems))
    errors = sum(p.level == ERROR for p in ordered)
    lines = [str(p) for p in ordered]
    if errors:
        lines.append(f"{errors} lỗi cần sửa trước khi dựng trang. Chưa có gì được ghi ra, trang cũ vẫn nguyên vẹn.")
    return "\n".join(lines)
