"""Numbers that do not follow are told, never repaired."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import layout, numbering


def told(text):
    return [(fault.line, fault.code.removeprefix("so-muc-"), fault.label) for fault in numbering.faults(layout.read(text))]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("I. A\nII. B\nIV. C", [(3, "thieu", "IV.")]),
        ("1. A\n1.1. B\n1.3. C\n2. D\n2.1. E", [(3, "thieu", "1.3.")]),
        ("1. A\n2. B\n2. C", [(3, "lap", "2.")]),
        ("1. A\n2. B\n3. C\n2. D", [(4, "lui", "2.")]),
        ("2. A\n3. B", [(1, "thieu", "2.")]),
        ("Bước 1: A\nBước 3: B", [(2, "thieu", "Bước 3:")]),
        ("a) A\nb) B\ne) C", [(3, "thieu", "e)")]),
        ("Điều 1. A\nĐiều 2. B\nĐiều 4. C", [(3, "thieu", "Điều 4.")]),
        ("(1) A\n(3) B", [(2, "thieu", "(3)")]),
    ],
)
def test_told(text, faults):
    """A gap, a repeat and a step back are told with line and label."""
    assert told(text) == faults


@pytest.mark.parametrize(
    "text",
    [
        "I. A\n1. B\n2. C\nII. D\n1. E",
        "I. A\n1. B\n2. C\nII. D\n3. E",
        "a) A\nb) B\nc) C\nd) D\nđ) E\ne) F\ng) G",
        "a) A\nb) B\nc) C\nd) D\ne) E\nf) F\ng) G",
        "Chương I\nA\nĐiều 1. B\nChương II\nC\nĐiều 2. D",
        "Phần thứ nhất\nPhần thứ hai\nPhần thứ ba",
        "1. A\n2. B\n\n## Phụ lục\n\n1. C",
        "* Cấp tỉnh:\n1. A\n2. B\n* Cấp xã:\n3. C",
        "1. A\n2. B\nTM. BAN THƯỜNG VỤ\n1. C",
    ],
)
def test_in_order(text):
    """Runs that begin again, go on through parts, or leave out the letters that Vietnamese lists leave out are in order."""
    assert told(text) == []


@given(
    st.lists(
        st.sampled_from(["I. a", "IV. a", "1. a", "3. a", "1.1. a", "2.9. a", "a) a", "đ) a", "(2) a", "Bước 2: a", "Điều 9. a", "- a", ""])
    )
)
def test_any_outline(lines):
    """Every fault names an item of the text by its line and label."""
    text = "\n".join(lines)
    items = {(block.item.line, block.item.label) for block in layout.read(text) if block.item}
    assert {(fault.line, fault.label) for fault in numbering.faults(layout.read(text))} <= items
