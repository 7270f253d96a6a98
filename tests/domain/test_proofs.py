"""What a proof-reader marks: told where something is lost or stands as it was typed; good Markdown and good prose are left alone."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import proofs
from plugins.editorial import markup

GOOD = """Mở bài, có “lời nói” và ngày 28/02/2026.

- Một
- Hai
    1. Hai một

Lời bình:

> “Ai cũng có phần.”

## Bảng # 1

| Đơn vị | Cây |
|---|---:|
| Đoàn xã Một | 20 |
| Đoàn xã Hai \\| Ba | |

![Cây xanh ven đường](/anh/cay.jpg)
Hàng cây. Ảnh: Ban Phong trào

Dòng một của bài thơ{}
Dòng hai của bài thơ

Xem [trang của Đoàn](https://vi-du.example/a), <https://vi-du.example/b> và từ từ mà làm.[^1]

– Anh có đi không?

– Có, chị ạ. Số 1.785, tỉ lệ 24/7, ngày 5/3.

[^1]: Hết ngày 31/3/2026.
""".format("  ")


def marks(text):
    body, _problems = markup.convert(text, "bai.md")
    return list(proofs.proofs(text, "".join(part for part in body.parts if isinstance(part, str)), body.text))


def test_good_markdown_and_good_prose_are_left_alone():
    """Lists, tables, quotes, pictures, dialogue, verse and footnotes that are written right bear no mark."""
    assert marks(GOOD) == []
    assert list(proofs.title("Tin UBND, HĐND: TP. Mẫu có ISO 9001?", "tiêu đề")) == []


def test_words_that_are_lost_are_errors():
    """A cell beyond the columns and a footnote of a name that is taken do not reach the page: that stops the build."""
    assert [m.code for m in marks("| A | B |\n|---|---|\n| 1 | 2 | 3 |\n") if m.level == "error"] == ["bang-thua-o"]
    assert [m.code for m in marks("A[^1]\n\n[^1]: Một.\n\n[^1]: Hai.\n") if m.level == "error"] == ["chu-thich-hai-lan"]


@given(st.text("ab -*[]()^|#\n\t:/.,“”{}hạn2026", max_size=80))
def test_no_text_is_too_odd(text):
    """Whatever stands in a body, marks have lines of it, words and a next step."""
    rows = text.count("\n") + 1
    for mark in (*marks(text), *proofs.slips_of_document(text, text), *proofs.title(text, "tiêu đề")):
        assert 0 <= mark.line <= rows and mark.message and mark.hint


def test_time_grows_with_the_length():
    """Ten thousand lines of bait are read in one go; of each kind some are told."""
    for bait in ("- a\n", "“", "[^a]: b\n", "| a |\n", "a\tb\n", "#x\n", "** ", "](", "{hạn: "):
        text = bait * 10_000
        assert len(list(proofs.proofs(text, text, text))) < 10_500
        assert len(list(proofs.slips_of_document(text, text))) < 100
