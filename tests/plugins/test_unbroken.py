"""Numbers of documents that no line may break: marked where they stand, in plain text and in markup, and nothing else is."""

import pytest
from markupsafe import Markup

from plugins.context.unbroken import linked, unbroken


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Theo 16-HD/TĐTN-BTC, mục 2", 'Theo <span class="symbol">16-HD/TĐTN-BTC</span>, mục 2'),
        ("06-CT/TU & 42/2022/NĐ-CP", '<span class="symbol">06-CT/TU</span> &amp; <span class="symbol">42/2022/NĐ-CP</span>'),
        ("Số:     HD/ĐTN", 'Số:     <span class="symbol">HD/ĐTN</span>'),
        (
            Markup('<a href="/X-HD/TĐTN">số <b>01 NQ/ĐTN</b></a>'),
            '<a href="/X-HD/TĐTN">số <b>01 <span class="symbol">NQ/ĐTN</span></b></a>',
        ),
    ],
)
def test_a_number_is_kept_whole(text, marked):
    """The whole number, its hyphens and slashes included, stands in one span; text is escaped, markup is not."""
    assert unbroken(text) == marked and isinstance(unbroken(text), Markup)


@pytest.mark.parametrize(
    "text",
    ["trước ngày 25/5/2026", "117/117 chi đoàn", "Đoàn – Hội", "và/hoặc", "https://a.vn/A-HD/TĐTN", "1234-KHLT/TĐTN-SGDĐT-CAT-BCHQS"],
)
def test_nothing_else_is_marked(text):
    """Days, fractions, addresses and what is longer than a narrow line stay the text they are."""
    assert unbroken(text) is text


def test_words_of_links_are_kept_whole():
    """An editor's own link to a document is kept whole too; its address and the words around it stay as they are."""
    assert linked('A-HD/X <a href="/A-HD/B">Số 5-KH/TĐTN</a>, <a href="#">x</a>') == (
        'A-HD/X <a href="/A-HD/B">Số <span class="symbol">5-KH/TĐTN</span></a>, <a href="#">x</a>'
    )
