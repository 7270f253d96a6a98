"""Marks of duties and targets in the text of a document: what they declare, and that nothing else of the text changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import duty_marks, recurrence
from plugins.domain.dates import Moment
from tests.domain import sample

BODY = """\
## III. THỰC HIỆN

### 2. Báo cáo

- Mỗi Đoàn cơ sở gửi **một báo cáo** về [Văn phòng](/lien-he/). {hạn: 2026-08-25; cấp: cơ sở; ai: Đoàn cơ sở}
- Chi đoàn họp đều. { lặp lại: 1 lần/tháng ; cấp : [chi đoàn, cơ sở] ; việc: Họp chi đoàn }

1. Cán bộ đi cơ sở
đủ ngày trong năm. {ít nhất: 60; đơn vị tính: ngày; thời gian: hằng năm; mục: III}
"""


def read(body: str):
    return sample.read("van-ban/2026/a", body=body)


def test_marks_become_duties_and_targets():
    """A mark declares what the paragraph before it asks for, with the printed place of the item, and leaves the text."""
    found = read(BODY)
    assert found.sound, found.problems
    first, second = found.record.duties
    assert first.text == "Mỗi Đoàn cơ sở gửi một báo cáo về Văn phòng"
    assert (first.due, first.level, first.actor, first.item) == (Moment("2026-08-25", "day"), ("commune",), "Đoàn cơ sở", "III.2")
    assert (second.text, second.level, second.recurrence) == ("Họp chi đoàn", ("branch", "commune"), recurrence.read("1 lần/tháng"))
    (target,) = found.record.targets
    assert (target.text, target.at_least, target.unit, target.item) == ("Cán bộ đi cơ sở đủ ngày trong năm", 60, "ngày", "III")
    assert "{" not in found.body and found.body.count("\n") == BODY.count("\n")


def test_marks_join_the_front_matter():
    """Duties of the front matter come first, those marked in the text after them."""
    found = sample.read("van-ban/2026/a", body="Họp. {hạn: 2026-03-01}", nhiệm_vụ="[{việc: Gửi, hạn: 2026-02-01}]")
    assert [duty.text for duty in found.record.duties] == ["Gửi", "Họp"]


@pytest.mark.parametrize(
    "mark, code",
    [
        ("{hạn: 25/8/2026}", "ngay-sai-dang"),
        ("{lặp lại: lúc rảnh}", "lap-lai-la"),
        ("{hạm: 2026-08-25}", "khoa-la"),
        ("{hạn: 2026-08-25; hạn: 2026-08-26}", "khoa-lap"),
        ("{hạn: 2026-08-25; cấp: thôn}", "sai-lua-chon"),
    ],
)
def test_a_wrong_mark_is_told_with_its_line(mark, code):
    """A mistake in a mark is reported on the line where the mark stands."""
    found = read(f"Một.\n\nHai. {mark}\n")
    (problem,) = found.problems
    assert problem.code == code and problem.line == found.body_line + 2


@pytest.mark.parametrize("text", ["Dùng {tên} ở đây.", "{% raw %}", "Tập {1: 2}", "{hạn: 2026-01-01} giữa câu.", "{ghi chú: x}"])
def test_other_braces_stay(text):
    """Braces that are no mark of ours stay in the text as they are."""
    assert duty_marks.take(text, 1) == (text, [])


@given(
    st.lists(
        st.sampled_from(["{hạn: 2026-01-01}", "{mức: 5}", "{", "}", "a", "\n", "\n\n", " ", "- ", "I. ", "2.1. ", "**", ";", ":"]),
        max_size=30,
    )
)
def test_only_marks_leave_a_text(parts):
    """Whatever surrounds them, nothing but marks and blanks before them leaves the text, and no line is lost."""
    text = "".join(parts)
    clean, marks = duty_marks.take(text, 1)
    assert clean.count("\n") == text.count("\n") and bool(marks) == (clean != text)
    kept = [line.rstrip() for line in clean.split("\n")]
    assert all(line.startswith(left) for line, left in zip(text.split("\n"), kept, strict=True))
