"""Figures of a model fit together: parts and wholes, before and after, years, and the per cents in the words beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import figures, numbers
from tests.domain import sample


def told(body: str = "", **fields) -> list[tuple[int, str, str]]:
    """(line, code, level) of what is reported of a model with these fields."""
    return [(p.line, p.code, p.level) for p in sample.read("mo-hinh/a", body, **fields).problems]


def result(**changes: str) -> str:
    """A list with one result."""
    given = {"nội dung": "Chi đoàn áp dụng", "đạt": "14", "trên tổng": "21", "đơn vị tính": "nơi", "tính đến": "2019"}
    given |= {k.replace("_", " "): v for k, v in changes.items()}
    return "[{" + ", ".join(f"{k}: {v}" for k, v in given.items() if v) + "}]"


def test_figures_that_fit_are_not_reported():
    """Parts within their whole, years that end in the figure itself, a per cent that is right: nothing to say."""
    years = "[{năm: 2018, đạt: 6, trên tổng: 20}, {năm: 2019, đạt: 14, trên tổng: 21}]"
    assert told(kết_quả=result(trước_đó="9", theo_năm=years)) == []
    for printed in ("66,67", "66,7", "67"):
        assert told(kết_quả=result(nội_dung=f'"Đạt {printed}%"')) == []


@pytest.mark.parametrize(
    ("changes", "code", "level"),
    [
        ({"đạt": "22"}, "so-vuot-tong", "error"),
        ({"trước_đó": "22"}, "so-vuot-tong", "error"),
        ({"theo_năm": "[{năm: 2018, đạt: 30, trên tổng: 20}]"}, "so-vuot-tong", "error"),
        ({"theo_năm": "[{năm: 2018, đạt: 3}, {năm: 2018, đạt: 4}]"}, "nam-lap", "error"),
        ({"theo_năm": "[{năm: 2019, đạt: 15}]"}, "so-khong-khop", "warning"),
        ({"trước_đó": "9", "đơn_vị_tính": ""}, "thieu-don-vi-tinh", "warning"),
        ({"nội_dung": '"Đạt 100%"'}, "ti-le-khong-khop", "warning"),
        ({"nội_dung": '"Đạt 66,66%"'}, "ti-le-khong-khop", "warning"),
    ],
)
def test_what_does_not_fit_is_reported(changes, code, level):
    """A part greater than its whole, a year told twice or otherwise, a per cent that is none of a/b: each on its line."""
    assert told(kết_quả=result(**changes)) == [(7, code, level)]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Có 14/21 cán bộ (100%) đi đủ ngày.", True),
        ("Có 14/21 cán bộ chuyên trách đạt 67,66%.", True),
        ("Đi được 1.785/2.100 ngày, đạt tỉ lệ 85%.", False),
        ("Có 14/21 cán bộ (66,67%), 29/37 ủy viên (78,4%).", False),
        ("Ngày 14/2/2021 (100% có mặt).", False),
        ("Từ 80% trở lên; trực 24/7.", False),
        ("Giảm 50% so với 12/2020.", False),
    ],
)
def test_rates_in_words(text, doubt):
    """“a/b (p%)” in the text of a model is reckoned again; what is no rate is let alone."""
    assert told(f"Câu đầu.\n\n{text}\n") == ([(10, "ti-le-khong-khop", "warning")] if doubt else [])
    assert [code for _, code, _ in told(hạn_chế=f'["{text}"]')] == (["ti-le-khong-khop"] if doubt else [])


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 3))
def test_a_rounded_rate_always_fits(part, of, places):
    """Whatever our own rounding prints fits, at any number of decimals; a whole per cent more never does."""
    from decimal import ROUND_HALF_UP, Decimal

    exact = (Decimal(part) * 100 / of).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert figures.fits(str(exact).replace(".", ","), part, of)
    assert not figures.fits(str(exact + 1).replace(".", ","), part, of)
    assert numbers.ratio(part, of)


@given(st.text(st.sampled_from("0123456789/.,% ()đạt là"), max_size=300))
def test_words_of_any_shape_are_read(text):
    """No text makes the search fail or report a part greater than its whole."""
    list(figures.faults({"limits": (text,)}, {}))


def test_how_far_a_model_went_fits_together():
    """A level is counted once at a moment, its part is at most its whole, and no more places are named than counted."""
    again = "[{cấp: huyện, đạt: 3, tính đến: 2019}, {cấp: huyện, đạt: 4, tính đến: 2019}, {cấp: huyện, đạt: 5, tính đến: 2020}]"
    assert [code for _line, code, _level in told(nhân_rộng=again)] == ["nhan-rong-lap"]
    assert [code for _line, code, _level in told(nhân_rộng="[{cấp: huyện, đạt: 3, trên tổng: 2, tính đến: 2019}]")] == ["so-vuot-tong"]
    many = "[{cấp: huyện, đạt: 1, tính đến: 2019, địa bàn: [Tỉnh Mẫu, Xã Thủy Tiên]}]"
    assert told(nhân_rộng=many) == [(told(nhân_rộng=many)[0][0], "nhan-rong-thua-noi", "warning")]
