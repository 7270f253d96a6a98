"""Figures as Vietnamese writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.numbers import format_number, ratio, read_number, size


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.785", 1785),
        ("61,57", 61.57),
        ("08", 8),
        ("1.234.567,8", 1234567.8),
        (" 1 785 ", 1785),
        ("-3", -3),
        ("0,5", 0.5),
    ],
)
def test_read(text, value):
    """A point groups thousands, a comma opens the decimals."""
    assert read_number(text) == value
    assert isinstance(read_number(text), type(value))


@pytest.mark.parametrize("text", ["", "1.5", "1.78", "12.34.567", "1,2,3", "mười", "14/21", "1.785.", "100%", "0.123", "9" * 99])
def test_refuse(text):
    """What is no figure, or may mean two, is refused with a right example."""
    with pytest.raises(ValueError, match="ví dụ 1.785"):
        read_number(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1785, "1.785"), (61.57, "61,57"), (999, "999"), (-1234567, "-1.234.567"), (0.1, "0,1"),
     (1e20, "100." + ".".join(["000"] * 6)),
     (Decimal("61.50"), "61,5"), (0, "0"), (2.0, "2")],
)  # fmt: skip
def test_format(value, text):
    """Values are printed with a thousands point and a decimal comma."""
    assert format_number(value) == text


def test_format_refuses_infinity():
    """A value without end has no figure."""
    with pytest.raises(ValueError, match="hữu hạn"):
        format_number(float("inf"))


@given(st.integers(-(10**15), 10**15) | st.floats(-1e9, 1e9).map(lambda f: round(f, 4) + 0.0))
def test_round_trip(value):
    """What is printed is read back as the same value."""
    assert read_number(format_number(value)) == value


@pytest.mark.parametrize(
    ("part", "of", "text"),
    [(14, 21, "66,67%"), (29, 37, "78,38%"), (21, 21, "100%"), (0, 5, "0%"), (1, 8, "12,5%"),
     (61.55, 100, "61,55%"),
     (99999, 100000, "99,99%"), (1, 1000000, "0,01%"), (3, 2, "150%")],
)  # fmt: skip
def test_ratio(part, of, text):
    """Per cent with at most two decimals; less than all is never 100%, more than nothing never 0%."""
    assert ratio(part, of) == text


def test_ratio_of_nothing():
    """There is no share of nothing."""
    with pytest.raises(ValueError, match="bằng 0"):
        ratio(1, 0)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (1_234_567, "1,2 MB"),
        (999_960, "1 MB"),
        (340_000, "340 kB"),
        (5 * 10**15, "5.000 TB"),
    ],
)
def test_size(count, text):
    """The size of a file is short and never says 1000 of a unit."""
    assert size(count) == text


def test_size_is_not_negative():
    """A negative size is a fault."""
    with pytest.raises(ValueError, match="âm"):
        size(-1)
