"""The gate: what is printed and who may pass."""

import pytest

from plugins.domain.problems import WARNING, Problem
from plugins.incremental import gate

FAULT = Problem("content/b.md", 3, "x", "Sai.", "Sửa.")
OTHER = Problem("content/a.md", 1, "x", "Cũng sai.", "Sửa.")
REMARK = Problem("content/c.md", 1, "y", "Nên xem lại.", "Xem.", WARNING)


@pytest.mark.parametrize(
    ("problems", "quiet", "check_only", "code", "told"),
    [
        ([], False, False, None, []),
        ([], False, True, 0, ["Đã đọc 7 bài, không có lỗi."]),
        ([], True, True, 0, []),
        ([REMARK], False, False, None, ["content/c.md:1"]),
        ([REMARK], True, False, None, []),
        ([REMARK], False, True, 0, ["content/c.md:1", "Đã đọc 7 bài"]),
        ([FAULT, REMARK, OTHER, FAULT], False, False, 1, ["content/a.md:1", "content/b.md:3", "content/c.md:1", "2 lỗi"]),
        ([FAULT], True, False, 1, ["content/b.md:3", "1 lỗi"]),
        ([FAULT], False, True, 1, ["content/b.md:3", "1 lỗi"]),
    ],
)
def test_who_passes_the_gate(problems, quiet, check_only, code, told, capsys):
    """Errors stop with code 1 and are told all at once, quiet or not; remarks stop nobody; a check ends with 0 before anything is made."""
    try:
        gate.stand(problems, quiet, check_only, 7)
        stopped = None
    except SystemExit as stop:
        stopped = stop.code
    assert stopped == code
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("    → ")]
    assert len(lines) == len(told) and all(line.startswith(one) for line, one in zip(lines, told, strict=True))
