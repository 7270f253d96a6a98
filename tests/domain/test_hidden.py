"""Signs that nobody sees: found wherever they come from, and spelt out where they are shown."""

import time

import pytest

from plugins.domain import hidden
from plugins.domain.problems import Problem, report


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x9b", "\u202e", "\u2066"])
def test_a_report_moves_no_cursor_and_turns_no_text(sign):
    """A name or a value that holds a control character reaches the terminal with that character spelt out."""
    told = report([Problem(f"content/a{sign}b.md", 1, "x", f"Không có khóa “{sign}[2J”.", f"Có phải “{sign}”?")])
    assert sign not in told and told.count(f"\\u{ord(sign):04x}") == 3


@pytest.mark.parametrize("text", ["Đoàn viên\n\ttrồng cây", "a\u200db", "👩\u200d🌾", "a\u00a0b"])
def test_other_texts_are_shown_as_they_are(text):
    """Line breaks, joiners, hard blanks and pictures stay."""
    assert hidden.shown(text) == text


@pytest.mark.parametrize("entity", ["&#27;", "&#x1B;", "&#0", "&#x202e;", "&#8238;"])
def test_entities_bring_nothing_hidden(entity):
    """A numeric entity that stands for such a sign is found with its line."""
    assert list(hidden.entities(f"một\nhai {entity} ba {entity}\n")) == [(1, entity)]


@pytest.mark.parametrize("entity", ["&#233;", "&#150;", "&#x2019;", "&amp;", "&#xZ;", "&#99999999;", "&#x110000;", "&#10;"])
def test_other_entities_are_let_through(entity):
    """Letters, the dashes of old Windows pages and what is no entity are nothing hidden."""
    assert not list(hidden.entities(entity))


def test_many_entities_cost_linear_time():
    """Twice as many entities cost about twice the time."""

    def cost(n: int) -> float:
        began = time.process_time()
        assert len(list(hidden.entities("&#27;\n" * n))) == n
        return time.process_time() - began

    cost(100)
    small, large = min(cost(2000) for _ in range(3)), min(cost(8000) for _ in range(3))
    assert large < 12 * small + 0.05
