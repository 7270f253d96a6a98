"""Footnotes on the swift way through Markdown: what is taken is read as python-markdown reads it."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.editorial import swift
from tests.plugins.test_swift import _EMPHASIS, _LINKS, _NEAR, _PLACES, _SOUND, _WORDS, ODD, PLAIN, agree, texts

_NOTES = ["[^1]", "[^1]", "[^so]", "[^số 2]", "[^a-b]", "[^a_b]", "[^]", "![^1]", "[^1](/x/)", "[^1]:", "[[^1]](/x/)"]
_MEANT = [
    "Số liệu của xã.",
    "**a** [x](/y/)",
    "a  ",
    "- a",
    "a | b",
    "# a",
    "[^so]",
    "[x]: /y/",
    "",
    "a  \nb",
    "a\n    b",
    "> a",
    "1. a",
    "a\\*",
]
_MEANT += ["*", "a *b", "![a](/b.jpg)", "---", "    a", "https://a.vn/x_y", "a & b", "5 > 4", "[a]", "đ\u00a0", "(a)"]
DEFINED = st.lists(
    st.builds("[^{}]:{}{}{}".format, st.sampled_from(["1", "1", "so", "a-b", "a_b", "số 2"]), st.sampled_from([" ", " ", "", "  "]),
              st.sampled_from(_MEANT), st.sampled_from(["\n\n", "\n\n", "\n", " \n", "\n\n\n", "\n \n"])),
    max_size=3,
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    PLAIN | texts(_WORDS[:12], _EMPHASIS[:2], _LINKS[:3], _NOTES[:4], _NOTES[:1]) | ODD,
    DEFINED,
    st.lists(st.sampled_from(_NOTES), max_size=2),
    st.data(),
)
def test_marks_and_notes_of_every_sort_are_read_alike(text, defined, marks, data):
    """Wherever marks stand and whatever the footnotes say, nothing differs: parts, holes, lines, headings, words, problems."""
    for mark in marks:
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + mark + text[at:]
    agree(f"{text}\n\n{defined}")


@pytest.mark.parametrize("place", _PLACES)
def test_a_mark_is_read_alike_in_every_place(place):
    """A mark behind each word, mark of emphasis, link and block agrees wherever it stands, with a footnote and without."""
    for fragment in chain(_WORDS, _EMPHASIS, _LINKS, _SOUND, _NEAR):
        for text in (place.replace("{}", f"{fragment}[^1]", 1), place.replace("{}", f"[^1]{fragment}", 1)):
            agree(f"{text}\n\n[^1]: b")
    agree(place.replace("{}", "a[^1]"))


@pytest.mark.parametrize("block", [block for block in _SOUND if block[:1] not in "#!" and "\n#" not in block])
def test_footnotes_below_a_text_are_taken(block):
    """A mark in any paragraph, list, quote or table, and its footnote on one line at the end, need no python-markdown."""
    assert agree(f"Mở đầu[^so] của *bài*.[^2]\n\n{block}\n\n[^so]: Số liệu **đến** [nay](/a/).\n\n[^2]: Theo xã.\n")


@pytest.mark.parametrize(
    "text",
    [
        "a[^1] b[^1]\n\n[^1]: c",
        "a\n\n[^1]: c",
        "a[^1]\n\n[^1]: c\nd",
        "a[^1]\n\n[^1]: c\n\nb",
        "## a[^1]\n\n[^1]: c",
        "a[^1][^2]\n\n[^1]: b",
    ],
)
def test_other_footnotes_are_left_to_python_markdown(text):
    """A footnote named twice, or never, of several lines, amid the text or in a heading is not judged here."""
    assert swift.body(text) is None
