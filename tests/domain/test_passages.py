"""Passages of a document: what a search leads to inside it."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.passages import LONGEST, Reader, shortened


def read(*steps) -> list[tuple[str, str, str]]:
    """Passages of items (anchor, label, within) and words."""
    reader = Reader()
    for step in steps:
        reader.take(step) if isinstance(step, str) else reader.begin(*step)
    return [(p.anchor, p.place, p.text) for p in reader.passages()]


def test_a_place_is_made_of_the_printed_labels():
    """Labels stand from the widest to the narrowest; one that carries its own path takes the place of what it goes on from."""
    found = read(("ii", "II.", ""), "A", ("ii-2", "2.", "ii"), "B", ("ii-2-1", "2.1.", "ii-2"), "C", ("ii-2-1-a", "a)", "ii-2-1"), "D")
    assert [place for _, place, _ in found] == ["II.", "II. 2.", "II. 2.1.", "II. 2.1. a)"]
    found = read(("dieu-5", "Điều 5.", ""), "A", ("dieu-5-2", "2.", "dieu-5"), "B", ("dieu-25", "Điều 25.", ""), "C")
    assert [place for _, place, _ in found] == ["Điều 5.", "Điều 5. 2.", "Điều 25."]


def test_what_stands_under_an_item_is_its_own():
    """Dashes and paragraphs under an item belong to its passage; an item without a word is none."""
    assert read(("i", "I.", ""), "Mục đích", "Gọn, nhẹ.", ("ii", "II.", "")) == [("i", "I.", "Mục đích – Gọn, nhẹ.")]


def test_what_ends_an_item_is_in_no_passage():
    """After the last item neither closing words nor a signature are taken; words under a plain heading go on."""
    reader = Reader()
    reader.begin("muc-dich")
    reader.take("Mục đích")
    reader.leave()
    reader.take("Gọn.")
    reader.begin("i", "I.")
    reader.take("Việc")
    reader.leave()
    reader.take("Trên đây là kế hoạch.")
    assert [p.text for p in reader.passages()] == ["Mục đích – Gọn.", "Việc"]


@given(st.text(max_size=400))
def test_words_are_never_cut(text):
    """A passage holds the first whole words of its text, at most so many characters, and tells when more follow."""
    short, words = shortened(text), " ".join(text.split())
    assert len(short) <= LONGEST
    assert short == words or (short.endswith("…") and words.startswith(short[:-1]))
    if short != words and " " in words[:LONGEST]:
        assert words[len(short) - 1] == " "
