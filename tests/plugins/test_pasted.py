"""What stands in the body of a document although the front matter holds it is printed once; what differs is printed as pasted."""

import pytest

from plugins.domain.parts import Signature
from plugins.editorial import directive
from tests.plugins import small_site

SIGNED = Signature("TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", True)
PLAN = small_site.document(
    type="ke-hoach",
    organ="tinh-doan-mau",
    title="Trồng cây ven đường",
    number="12",
    symbol="KH/TĐTN",
    signed_by=SIGNED,
    recipients=("Các Đoàn cơ sở", "Lưu VP"),
)
HEAD = "TỈNH ĐOÀN MẪU\nSố: 12-KH/TĐTN\n\nKẾ HOẠCH\nTrồng cây ven đường\n\n"
BODY = "I. VIỆC\n\n1. Trồng cây, chăm cây.\n\n"
END = "Nơi nhận:\n- Các Đoàn cơ sở;\n- Lưu VP.\nTM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(Đã ký)"


def shown(text):
    body, problems = directive.convert(text, "a.md", 1, PLAN, small_site.vocabulary())
    return body.text.split("\n\n"), [(p.line, p.code) for p in problems]


def test_the_same_is_printed_once():
    """Letterhead, title, recipients and signature that say what the front matter says are left to the page, and that is told."""
    words, told = shown(HEAD + BODY + END)
    assert words == ["I. VIỆC", "1. Trồng cây, chăm cây."]
    assert sorted(told) == [(1, "dau-van-ban-lap"), (11, "noi-nhan-lap"), (14, "chu-ky-lap")]


@pytest.mark.parametrize(
    ("before", "after", "code", "kept"),
    [
        ("TỈNH ĐOÀN MẪU", "BCH TỈNH MẪU", "dau-van-ban-khac", "BCH TỈNH MẪU"),
        ("Số: 12-KH", "Số: 13-KH", "dau-van-ban-khac", "Số: 13-KH/TĐTN"),
        ("- Lưu VP.", "- Lưu VP, PT.", "noi-nhan-khac", "- Lưu VP, PT."),
        ("PHÓ BÍ THƯ", "BÍ THƯ", "chu-ky-khac", "BÍ THƯ"),
    ],
)
def test_what_differs_stays(before, after, code, kept):
    """One other word, and the pasted part is printed as it stands; its line is told."""
    words, told = shown((HEAD + BODY + END).replace(before, after))
    assert kept in words and code in [found for _line, found in told]


def test_a_recital_like_the_title_stays():
    """The first recital may say the same as the title: it is no second title."""
    assert shown(f"{HEAD}Thực hiện trồng cây ven đường;\n\n{BODY}")[0][0] == "Thực hiện trồng cây ven đường;"
