"""`check --duties`: proposals that are not declared yet, and lines of YAML that may be pasted as they are."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.commands.reports import duties as report
from plugins.domain import duties, duty_snippets
from tests.domain import sample

BODY = """\
## III. THỰC HIỆN

2. Báo cáo: Đoàn cơ sở gửi báo cáo về Văn phòng Tỉnh đoàn trước ngày 25/8/2026.
3. Mỗi chi đoàn tổ chức ít nhất 02 buổi: "sinh hoạt" hằng quý. {ít nhất: 2; đơn vị tính: buổi}
4. Rà soát đoàn viên: Quý I hằng năm.
"""


def found(body: str, **fields) -> list:
    read = sample.read("van-ban/2026/a", body=body, **fields)
    assert read.sound, read.problems
    text = "---\nloại: Kế hoạch\n---\n" + body
    return list(report.proposals(read.record, text))


def test_what_is_not_declared_is_proposed_with_its_line():
    """Each undeclared duty is told with its line, its printed place and an entry to paste; what a mark declares is not."""
    first, second = found(BODY)
    assert (first.line, first.code) == (6, "viec-chua-khai") and "trước ngày 25/8/2026" in first.message
    assert "    hạn: 2026-08-25" in first.suggestion and "    mục: III.2" in first.suggestion and "    cấp: cơ sở" in first.suggestion
    assert "lặp lại: Quý I hằng năm" in second.suggestion


def test_what_is_declared_is_not_proposed():
    """A duty of the same day or rhythm in the front matter ends a proposal."""
    told = found(BODY, nhiệm_vụ="[{việc: Gửi, hạn: 2026-08-25}, {việc: Rà, lặp lại: quý I hàng năm}]")
    assert told == []


@given(st.lists(st.sampled_from([*"“”\"':#{}[]-*&!|>%@`,?\\ \t", "a", "é", "1", ": "]), max_size=12).map("".join))
def test_every_entry_can_be_pasted(odd):
    """Whatever signs stand in a sentence, its entry pasted into the front matter is read as the duty or target that was proposed."""
    for body in (f"Gửi {odd} báo cáo trước ngày 25/8/2026.", f"Tổ chức {odd} ít nhất 02 lớp cho cán bộ hằng năm."):
        for one in duties.find(body):
            name = "nhiệm vụ" if one.kind == "duty" else "chỉ tiêu"
            read = sample.read("van-ban/2026/a", **{name.replace(" ", "_"): "\n" + duty_snippets.snippet(one, "III.2")})
            assert read.sound, read.problems
            (entry,) = read.record.duties if one.kind == "duty" else read.record.targets
            assert entry.item == "III.2" and (entry.due == one.due if one.kind == "duty" else entry.at_least == one.value)
