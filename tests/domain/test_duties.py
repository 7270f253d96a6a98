"""Proposals of duties and targets: the phrases of real documents, whom they ask, and that no text can upset the search."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import duties
from plugins.domain.dates import Moment
from plugins.domain.duty_years import Years


def only(text: str, **known):
    """The one proposal of a text."""
    (found,) = duties.find(text, **known)
    assert text[found.start : found.end] == found.raw
    return found


@pytest.mark.parametrize(
    "text, raw, due",
    [
        ("Gửi báo cáo về Văn phòng trước ngày 08/9/2013.", "trước ngày 08/9/2013", "2013-09-08"),
        ("Gửi báo cáo trước ngày 8 tháng 9 năm 2013.", "trước ngày 8 tháng 9 năm 2013", "2013-09-08"),
        ("Thời gian: chậm nhất là ngày 25.9.2026.", "chậm nhất là ngày 25.9.2026", "2026-09-25"),
        ("Nộp hồ sơ trước 17 giờ 00 ngày 20/3/2026.", "trước 17 giờ 00 ngày 20/3/2026", "2026-03-20"),
        ("Gửi đăng ký trước 16 giờ, thứ Sáu, ngày 20/3/2026.", "trước 16 giờ, thứ Sáu, ngày 20/3/2026", "2026-03-20"),
        ("Hạn chót nộp bài: hết ngày 30 tháng 4 năm 2026.", "hết ngày 30 tháng 4 năm 2026", "2026-04-30"),
        ("Hoàn thành trong tháng 3/2026.", "Hoàn thành trong tháng 3/2026", "2026-03"),
        ("Tổ chức ra quân trong tháng 3 năm 2026.", "trong tháng 3 năm 2026", "2026-03"),
        ("Hoàn thành rà soát trong quý I/2026.", "quý I/2026", "2026-03-31"),
        ("Phấn đấu đến năm 2027 phủ kín chi đoàn.", "đến năm 2027", "2027"),
        ("Đi cơ sở từ ngày 18 – 29/3/2019.", "từ ngày 18 – 29/3/2019", "2019-03-29"),
        ("Tổ chức từ ngày 01/3/2026 đến ngày 31/3/2026.", "từ ngày 01/3/2026 đến ngày 31/3/2026", "2026-03-31"),
    ],
)
def test_days_are_found(text, raw, due):
    """A deadline is proposed with its exact phrase and its day, month or year."""
    found = only(text)
    assert (found.kind, found.raw, found.due.iso) == ("duty", raw, due)


@pytest.mark.parametrize(
    "text, raw, words",
    [
        ("Báo cáo gửi về Tỉnh đoàn trước ngày **05/11 hằng năm**.", "trước ngày **05/11 hằng năm", "trước ngày 05/11 hằng năm"),
        ("Rà soát đoàn viên: Quý I hằng năm.", "Quý I hằng năm", "Quý I hằng năm"),
        ("Báo cáo vào ngày 25 hằng tháng.", "vào ngày 25 hằng tháng", "vào ngày 25 hằng tháng"),
        ("Chi đoàn họp 1 lần/tháng.", "1 lần/tháng", "1 lần/tháng"),
        ("Tổ chức hội thi: định kỳ 2 năm/lần.", "2 năm/lần", "2 năm/lần"),
        ("Tổ chức hội thi hai năm một lần.", "hai năm một lần", "hai năm một lần"),
        ("Tham mưu cấp ủy: thực hiện thường xuyên.", "thường xuyên", "thường xuyên"),
        ("Họp Ban Chấp hành 3 tháng 1 lần.", "3 tháng 1 lần", "3 tháng 1 lần"),
        ("Mỗi năm 01 lần, Đoàn cơ sở tổ chức đối thoại.", "Mỗi năm 01 lần", "Mỗi năm 01 lần"),
        ("Giao ban hàng quý.", "hàng quý", "hàng quý"),
        ("Họp giao ban thứ sáu hằng tuần.", "thứ sáu hằng tuần", "thứ sáu hằng tuần"),
        ("Mở tọa đàm ít nhất 01 hoạt động/năm.", "ít nhất 01 hoạt động/năm", "ít nhất 01 lần/năm"),
    ],
)
def test_rhythms_are_found(text, raw, words):
    """A rhythm is proposed as the value that the front matter would hold."""
    found = [p for p in duties.find(text) if p.recurrence]
    assert [(p.raw, str(p.recurrence)) for p in found] == [(raw, words)] or text.startswith("Giao ban") and not found


@pytest.mark.parametrize(
    "text, raw, value, unit, least",
    [
        ("Mở ít nhất **01** lớp tập huấn cho bí thư.", "ít nhất **01** lớp tập huấn", 1, "lớp tập huấn", True),
        ("Cán bộ đi cơ sở từ 60 ngày trở lên trong năm.", "từ 60 ngày trở lên", 60, "ngày", True),
        ("Phấn đấu 90% chi đoàn sinh hoạt đều.", "90%", 90, "%", False),
        ("Kết nạp tối thiểu 1.200 đoàn viên mới.", "tối thiểu 1.200 đoàn viên", 1200, "đoàn viên", True),
    ],
)
def test_targets_are_found(text, raw, value, unit, least):
    """A figure that is asked for is proposed with its unit."""
    found = only(text)
    assert (found.kind, found.raw, found.value, found.unit, found.at_least) == ("target", raw, value, unit, least)


def test_a_target_keeps_its_period():
    """The one time in the sentence of a figure is its period."""
    found = only("Tổ chức ít nhất 01 lớp cho cán bộ Đoàn cấp xã: **Thực hiện hằng năm.**")
    assert (found.value, found.period, str(found.recurrence)) == (1, "hằng năm", "hằng năm")


def test_headings_name_the_actor():
    """What stands under a heading that names somebody is asked of them, until the next heading."""
    text = "II. CHỈ TIÊU\n\n* Cấp tỉnh:\n\n1. Tổ chức hội thi 2 năm/lần.\n\n*** Cấp huyện:**\n\n2. Mở lớp hằng năm.\n\n"
    text += "III. NHIỆM VỤ\n\n1. Họp hằng quý.\n"
    assert [(p.actor, p.level, p.line) for p in duties.find(text)] == [
        ("Cấp tỉnh", "province", 5), ("Cấp huyện", "district", 9), ("", "", 13),
    ]  # fmt: skip


def test_sentences_name_actor_channel_and_mail():
    """The subject of a sentence, where to send and the mail address are told."""
    found = only("Mỗi Đoàn cơ sở gửi báo cáo về Ban Phong trào, hộp thư pt@mau.example trước ngày 25/8/2026.")
    assert (found.actor, found.level, found.channel, found.email) == ("Mỗi Đoàn cơ sở", "commune", "Ban Phong trào", "pt@mau.example")


def test_a_missing_year_is_not_invented():
    """A day without its year has none, unless the year is told."""
    text = "Gửi danh sách trước ngày 15/3."
    assert only(text).due is None and not only(text).year
    assert only(text, years=Years(written=Moment("2026", "year"))).due.iso == "2026-03-15"


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Kế hoạch số 138-KH/TĐTN-TCKT, ngày 23/5/2019 của Ban Thường vụ Tỉnh đoàn;",
        "Năm 2019 đã có 29/37 cán bộ đi cơ sở, tổng cộng 1.785 ngày.",
        "Không bố trí đoàn viên thường xuyên không có mặt tại địa bàn làm bí thư.",
        "Buổi lễ diễn ra ngày 26/3/2026 tại nhà văn hóa.",
        "Điện thoại 0123.456.789, trước mặt là sông.",
        "Ngày 31/2/2026, trước ngày 45/13/2026.",
        "",
    ],
)
def test_what_asks_for_nothing_is_passed_over(text):
    """Recitals, news, figures and impossible days are no proposals."""
    assert duties.find(text) == []


_PIECES = [
    "trước ngày ",
    "8/9/2013",
    "08/9",
    " hằng năm",
    "hằng quý",
    "ít nhất ",
    "01",
    " lớp",
    "từ 60 ngày",
    " trở lên",
    "Quý I",
    " – ",
    "18",
    "29/3",
    ".",
    ";",
    "\n",
    "\n\n",
    "* Cấp tỉnh:",
    "II. ",
    "1.1. ",
    "**",
    "%",
    "lần/",
    "năm",
    "a@b.vn",
    "gửi về ",
    "Đoàn cơ sở",
    "thường xuyên",
    "é",
    "\u0301",
    "x",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)))
def test_no_text_raises_and_spans_are_exact(text):
    """Whatever the text, spans hold the phrase and its sentence, lines are those of the text, and NFD changes nothing but places."""
    found = duties.find(text)
    for one in found:
        assert text[one.start : one.end] == one.raw and text[slice(*one.sentence)] == one.text
        assert one.sentence[0] <= one.start < one.end <= one.sentence[1]
        assert one.line == text.count("\n", 0, one.start) + 1


@pytest.mark.parametrize(
    "piece",
    [
        "trước ngày 1/1 ",
        "ít nhất 1 ",
        "1.1.1. ",
        "hằng năm. ",
        "từ 1 x ",
        "** ",
        "18 – ",
        "mỗi huyện ",
        "gửi qua ",
        "a@a.",
        "\n ",
        "Đoàn các xã, ",
    ],
)
def test_hostile_texts_cost_linear_time(piece):
    """Twice as much of anything costs about twice the time."""

    def cost(n: int) -> float:
        began = time.process_time()
        duties.find(piece * n)
        return time.process_time() - began

    cost(100)
    small, large = min(cost(1500) for _ in range(3)), min(cost(6000) for _ in range(3))
    assert large < 12 * small + 0.05


def test_decomposed_text_is_read():
    """A text in NFD, as macOS gives it, is read like any other."""
    text = unicodedata.normalize("NFD", "Gửi báo cáo trước ngày 08/9/2013.")
    assert only(text).due.iso == "2013-09-08" and unicodedata.normalize("NFC", only(text).raw) == "trước ngày 08/9/2013"
