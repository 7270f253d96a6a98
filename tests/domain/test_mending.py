"""Front matter that YAML refuses: every faulty line is told with the line as it should stand, and the rest is judged all the same."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.frontmatter import read_yaml
from plugins.domain.mending import mend

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tiêu đề Ra quân\nngày: 2026-03-05", [(1, "thiếu dấu hai chấm sau “tiêu đề”", "tiêu đề: Ra quân")]),
        ("ngày:2026-03-05\ntiêu đề: A", [(1, "phải có một dấu cách", "ngày: 2026-03-05")]),
        ("tiêu đề: Tháng Ba: mở đầu", [(1, "có dấu hai chấm", 'tiêu đề: "Tháng Ba: mở đầu"')]),
        ("tiêu đề: “Tháng Ba: mở đầu”", [(1, "có dấu hai chấm", 'tiêu đề: "Tháng Ba: mở đầu"')]),
        ('tiêu đề: "Ra quân\nngày: 2026-03-05', [(1, "ngoặc kép mở mà chưa đóng", 'tiêu đề: "Ra quân"')]),
        ('tiêu đề: "Ra quân" tháng Ba', [(1, "ngoặc kép đóng còn có chữ", 'tiêu đề: "“Ra quân” tháng Ba"')]),
        ("tiêu đề: 'Ra quân' tháng Ba", [(1, "nháy đơn đóng còn có chữ", 'tiêu đề: "‘Ra quân’ tháng Ba"')]),
        ("tiêu đề: [Video] Ra quân", [(1, "ngoặc [ đóng còn có chữ", 'tiêu đề: "[Video] Ra quân"')]),
        ("đơn vị: [A, B\nngày: 2026", [(1, "ngoặc [ mở mà chưa đóng", "đơn vị: [A, B]")]),
        ("đơn vị: [A], B", [(1, "sau ngoặc đóng", "đơn vị: [A, B]")]),
        ("tiêu đề: @tinhdoan ra quân", [(1, "dấu @", 'tiêu đề: "@tinhdoan ra quân"')]),
        ("ảnh:\n\ttệp: anh/a.jpg\n\tmô tả: Cây", [(2, "phím Tab", "··tệp: anh/a.jpg"), (3, "phím Tab", "··mô tả: Cây")]),
        ("ảnh:\n  tệp: anh/a.jpg\n mô tả: Cây", [(3, "thụt vào 1 dấu cách", "··mô tả: Cây")]),
        ("tác giả:\n  * An\n  • Bình\nngày: @", [(2, "gạch ngang", "- An"), (3, "gạch ngang", "- Bình"), (4, "dấu @", 'ngày: "@"')]),
        ("tóm tắt: Câu một.\nCâu hai.\nngày: 2026", [(2, "không mở đầu bằng khóa nào", "nối vào dòng trên")]),
        ("- tên: A\n  cấp: tỉnh\ntên: B\ncấp: tỉnh", [(3, "ngoài danh sách", "- tên: B"), (4, "ngoài danh sách", "cấp: tỉnh")]),
    ],
)
def test_each_faulty_line_is_told_with_the_line_as_it_should_stand(text, told):
    """Every line that YAML cannot read is told by its own number, with the editor's own words set right, and the rest can be read."""
    mended, faults = mend(text)
    assert [(fault.line) for fault in faults] == [line for line, _said, _hint in told]
    for fault, (_line, said, hint) in zip(faults, told, strict=True):
        assert said in fault.message and hint in fault.hint
    node, problems = read_yaml(text, "bai.md")
    assert node is not None and len(problems) == len(told)
    assert read_yaml(mended, "bai.md")[1] == []


def test_many_faults_are_told_at_once():
    """One broken line does not hide the next one."""
    text = 'tiêu đề Ra quân\nngày:2026-03-05\ntóm tắt: "Một câu\nđơn vị: [A\ntít dẫn: Tin: nóng\n'
    assert [problem.line for problem in read_yaml(text, "bai.md")[1]] == [1, 2, 3, 4, 5]


def test_sound_files_are_left_alone():
    """Nothing is found in the front matter and the data files of the demonstration."""
    for path in (*CONTENT.glob("*/*.md"), *CONTENT.glob("*/*/*/index.md"), *CONTENT.glob("du-lieu/*.yml")):
        text = path.read_text(encoding="utf-8")
        text = text.split("---\n", 2)[1] if path.suffix == ".md" else text
        assert mend(text) == (text, []), path


@given(st.text("ab :-\"'[]{}#|>*&@\t\n“”đ", max_size=60))
def test_nothing_is_too_odd(text):
    """Whatever stands in a text, it is read or told; lines stay in their number."""
    mended, faults = mend(text)
    assert mended.count("\n") == text.count("\n") and all(1 <= fault.line <= text.count("\n") + 1 for fault in faults)
    node, problems = read_yaml(text, "bai.md")
    assert node is None or isinstance(node.value, (str, tuple))
    assert all(problem.message and problem.suggestion for problem in problems)


def test_blanks_of_word_are_blanks():
    """A non-breaking space before a key or behind its colon, and a zero-width space there, is no fault."""
    node, problems = read_yaml("ngày:\u00a02026-03-05\nảnh:\n\u00a0\u00a0tệp:\u200b a.jpg\n\u200bsố: 1", "bai.md")
    assert problems == [] and [key for key, _line, _value in node.value] == ["ngày", "ảnh", "số"]
    assert node.value[0][2].value == "2026-03-05" and node.value[1][2].value[0][2].value == "a.jpg"
