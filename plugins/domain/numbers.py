"""Figures as Vietnamese writes them: `1.785` has a thousands point, `61,57` a decimal comma.

Reading and printing only; what a figure measures belongs to the records."""

import re
from decimal import ROUND_HALF_UP, Decimal

from plugins.domain.patterns import late

_FIGURE = late(r"([+\-\u2212]?)(\d+|[1-9]\d{0,2}(?:[. ]\d{3})+)(?:,(\d+))?")
_UNITS = ("B", "kB", "MB", "GB", "TB")


def read_number(s: str) -> int | float:
    """The value of a Vietnamese figure: `1.785` → 1785, `61,57` → 61.57. A figure without a comma is an int.

    Raises ValueError (in Vietnamese) for anything else; `1.5` is refused: is it 1,5 or 1.500?"""
    cleaned = " ".join(s.split())
    match = _FIGURE.fullmatch(cleaned)
    if not match or len(cleaned) > 60:
        raise ValueError(
            f"“{cleaned[:60]}” không phải là con số viết theo kiểu Việt Nam: "
            "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ, ví dụ 1.785 hoặc 61,57"
        )
    sign, whole, part = match.groups()
    digits = re.sub(r"[. ]", "", whole)
    negative = sign in ("-", "\u2212")
    if part is None:
        return -int(digits) if negative else int(digits)
    return float(f"{'-' if negative else ''}{digits}.{part}")


def format_number(value: int | float | Decimal) -> str:
    """A value as Vietnamese prints it: 1785 → `1.785`, 61.57 → `61,57`. Needless zeros at the end fall away.

    Raises ValueError for a value that is not finite."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise ValueError("giá trị không phải là một con số hữu hạn")
    whole, _, part = f"{abs(exact):f}".partition(".")
    part = part.rstrip("0")
    text = f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")
    return f"-{text}" if exact < 0 else text


def ratio(part: int | float | Decimal, of: int | float | Decimal) -> str:
    """`part` of `of` in per cent with at most two decimals: ratio(14, 21) → `66,67%`.

    Less than all is never printed as 100 %, more than nothing never as 0 %. ValueError when `of` is 0."""
    a, b = Decimal(str(part)), Decimal(str(of))
    if b == 0:
        raise ValueError("không tính được tỉ lệ: tổng số bằng 0")
    share = (a * 100 / b).quantize(Decimal("0.01"), ROUND_HALF_UP)
    if a * 100 != share * b:
        if share == 100:
            share += Decimal("0.01") if a / b > 1 else Decimal("-0.01")
        elif share == 0:
            share = Decimal("0.01") if a / b > 0 else Decimal("-0.01")
    return f"{format_number(share)}%"


def size(count: int) -> str:
    """The size of a file of `count` bytes for readers, in powers of 1000 (ISO/IEC 80000-13): `1,2 MB`, `340
    kB`.

    Raises ValueError for a negative count."""
    if count < 0:
        raise ValueError("kích thước tệp không thể âm")
    value = Decimal(count)
    for unit in _UNITS:
        shown = value.quantize(Decimal("0.1") if value < 100 else Decimal(1), ROUND_HALF_UP)
        if shown < 1000 or unit == _UNITS[-1]:
            return f"{format_number(shown)} {unit}"
        value /= 1000
    raise AssertionError("unreachable")
