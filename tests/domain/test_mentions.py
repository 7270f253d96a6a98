"""Mentions: every citation with its sentence and the part of the document named beside it; never raises, never a word of its own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.domain import citations, mentions, named_parts

PLAN = "Kế hoạch 92-KH/TĐTN-TCKT"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"Mở đầu. Theo {PLAN}, các cấp làm ngay. Hết.", ("Theo ", ", các cấp làm ngay.")),
        (f"Đồng chí C. Mác nói. {PLAN} của TP. Hồ Chí Minh ra đời! Xong", ("", " của TP. Hồ Chí Minh ra đời!")),
        (f"Căn cứ Điều lệ;\nCăn cứ {PLAN};\nXét đề nghị", ("Căn cứ ", ";")),
        (f"Đoạn trên\n\n{PLAN}\n\nĐoạn dưới", ("", "")),
        (f"(Trích báo cáo năm 2019.) Theo {PLAN}", ("Theo ", "")),
    ],
)
def test_a_citation_comes_with_its_sentence(text, said):
    """The sentence ends where it ends in print, not at an abbreviation, and never reaches into another paragraph."""
    (one,) = mentions.read(text)
    assert one.said == (said[0], PLAN, said[1])


def test_a_long_sentence_is_cut_at_words():
    """What is left out of a long sentence is told by an ellipsis on that side, and no word is cut."""
    (one,) = mentions.read(f"{'một hai ba ' * 60}{PLAN}{' bốn năm sáu' * 60}")
    before, cited, after = one.said
    assert cited == PLAN and before.startswith("… ") and after.endswith(" …") and len(before) < 160 and len(after) < 160
    assert set(before.strip("… ").split()) == {"một", "hai", "ba"} and set(after.strip(" …").split()) == {"bốn", "năm", "sáu"}


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        (f"làm theo mục 2.1 phần III {PLAN}", "mục 2.1 phần III", f"mục 2.1 phần III {PLAN}"),
        (f"điểm a, khoản 2, Điều 5 của {PLAN}", "điểm a, khoản 2, Điều 5", f"điểm a, khoản 2, Điều 5 của {PLAN}"),
        (f"Mục II.2 {PLAN}", "Mục II.2", f"Mục II.2 {PLAN}"),
        (f"{PLAN}, mục 3 nêu rõ", "mục 3", f"{PLAN}, mục 3"),
        (f"{PLAN} (phần II)", "phần II", f"{PLAN} (phần II"),
        (f"chuyên mục 3 {PLAN}", "", PLAN),
        (f"mục 3, {PLAN}", "mục 3", f"mục 3, {PLAN}"),
        (f"quan điểm của {PLAN}", "", PLAN),
        (f"mục 3\n\n{PLAN}", "", PLAN),
        (f"{PLAN}\n\nmục 3", "", PLAN),
        (f"đạt điểm 10/10 theo {PLAN}", "", PLAN),
    ],
)
def test_a_part_beside_a_citation_is_read(text, place, whole):
    """“mục 2.1 phần III” right before or behind a citation belongs to it; what only looks like it does not."""
    (one,) = mentions.read(text)
    assert (one.place, text[one.start : one.end]) == (place, whole)


def test_a_part_belongs_to_one_citation():
    """Of two citations the part between them goes with the one that it touches first."""
    first, second = mentions.read(f"{PLAN}, mục 1 Hướng dẫn 36-HD/TĐTN-TCKT")
    assert (first.place, second.place) in (("mục 1", ""), ("", "mục 1"))
    assert first.end <= second.start


PIECES = st.sampled_from(
    f"{PLAN}|mục 2|phần III|điểm a|, |. |;|\n|\n\n| |của |Điều 5|(|)|C.|Mác|…|x|ngày 3/4/2019|Kế hoạch 92|“|”".split("|")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_mentions_are_those_citations_with_words_of_the_text(text):
    """Mentions are the citations, in order; their spans hold them and do not overlap; every word shown stands in the text."""
    found = mentions.read(text)
    assert [one.citation for one in found] == citations.find(text)
    end = 0
    flat = " ".join(text.split())
    for one in found:
        assert end <= one.start <= one.citation.start <= one.citation.end <= one.end
        assert " ".join(one.place.split()) in " ".join(text[one.start : one.end].split())
        before, cited, after = one.said
        assert cited == " ".join(one.citation.raw.split())
        assert f"{before.removeprefix('… ')}{cited}{after.removesuffix(' …')}".strip() in flat
        end = one.end


@given(st.text(alphabet="mục điểa2.(),IV \n", max_size=80), st.integers(0, 40), st.integers(0, 40))
def test_any_text_beside_a_citation_is_read_without_harm(text, start, length):
    """Whatever stands around a span, its own words stay within the answer."""
    start = min(start, len(text))
    end = min(len(text), start + length)
    low, high, place = named_parts.beside(text, start, end)
    assert 0 <= low <= start <= end <= high <= len(text) and bool(place) == ((low, high) != (start, end))
