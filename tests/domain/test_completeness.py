"""What a model's record lacks before others can copy it."""

import pytest

from plugins.domain import completeness
from tests.domain import sample

FULL = {
    "vấn_đề": "Công nhân đổi ca thì mất chỗ sinh hoạt.",
    "đối_tượng": "[Công nhân trẻ]",
    "lĩnh_vực": "[Xây dựng Đoàn]",
    "thời_gian": "{từ: 2024}",
    "các_bước": "[{bước: Đi hỏi, cần: Bốn người}, {bước: Họp}]",
    "nguồn_lực": "[Một chỗ ngồi]",
    "kết_quả": "[{nội dung: Khu trọ, đạt: 2, trên tổng: 41, đơn vị tính: khu, tính đến: 2026}]",
    "hạn_chế": "[Thiếu người kèm]",
    "bài_học": "[Họp ngắn]",
    "liên_hệ": "Văn phòng",
    "ảnh": "[{tệp: anh/a.jpg, mô tả: Sân, chú thích: Sân chung}]",
    "minh_chứng": "[tin-tuc/2026/a]",
    "ngày_rà_soát": "2026-10-01",
}


def lacks(**changes) -> list[str]:
    """What is missing from a full record after some changes."""
    return [item.words for _, item in completeness.missing(sample.record("mo-hinh/a", **FULL | changes))]


def test_a_full_record_lacks_nothing():
    """With every part told there is nothing to add."""
    assert lacks() == [] and not list(completeness.unsourced(sample.record("mo-hinh/a", **FULL)))


@pytest.mark.parametrize("name", FULL)
def test_each_missing_part_is_named(name):
    """Each part that is left out is named by its key; a step without needs and a lone figure are noticed."""
    assert name.replace("_", " ") in lacks(**{name: None})


def test_doubts_inside_a_part():
    """Steps that need nothing, a figure without base, a spread model that does not say where: each is a part of its own."""
    assert lacks(các_bước="[{bước: Đi hỏi}]") == ["cần” trong “các bước"]
    assert lacks(kết_quả="[{nội dung: Sách, đạt: 620, tính đến: 2026}]") == ["trên tổng”, “trước đó” hay “theo năm” trong “kết quả"]
    assert lacks(trạng_thái="nhân rộng") == ["nhân rộng"]


def test_a_missing_part_has_its_line():
    """A part whose key stands in the file is found at its line."""
    record = sample.record("mo-hinh/a", **FULL | {"kết_quả": "[{nội dung: Sách, đạt: 620, tính đến: 2026}]"})
    ((line, _),) = completeness.missing(record)
    assert line == record.line("results") > 1


def test_figures_without_source_are_named():
    """A figure that neither names its source nor stands on a page with one is told with its line."""
    record = sample.record("mo-hinh/a", **FULL | {"minh_chứng": None})
    assert [label for _, label in completeness.unsourced(record)] == ["Khu trọ"]
    sourced = "[{nội dung: Khu trọ, đạt: 2, tính đến: 2026, nguồn: tin-tuc/2026/a}]"
    assert not list(completeness.unsourced(sample.record("mo-hinh/a", **FULL | {"minh_chứng": None, "kết_quả": sourced})))
