"""By what documents are found."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import facets
from tests.domain.sample import WORDS, record


def test_a_document_is_in_one_list_of_each_facet():
    """Type, year, organ, level, topic, signer, number and both pairs."""
    fields = {"số": '"08"', "chủ đề": "[Chuyển đổi số]", "người ký": "{chức vụ: PHÓ BÍ THƯ}"}
    assert facets.lists(record("van-ban/2026/a", **fields), WORDS) == {
        ("type", "ke-hoach"), ("year", "2026"), ("organ", "tinh-doan-mau"), ("level", "province"), ("document-topic", "chuyen-doi-so"),
        ("signer", "pho-bi-thu"), ("number", "8"), ("type-year", "ke-hoach/2026"), ("organ-type", "tinh-doan-mau/ke-hoach"),
    }  # fmt: skip


def test_a_name_signs_before_a_post():
    """Who signed is the person, and the post where no name is printed."""
    assert facets.signer(record("van-ban/2026/a", **{"người ký": "{họ tên: Lê Thử, chức vụ: BÍ THƯ}"})) == "Lê Thử"
    assert facets.signer(record("van-ban/2026/a")) == ""


def test_a_document_without_number_is_found_as_such():
    """What has no number stands in a list of its own, after all figures."""
    assert facets.figure(record("van-ban/2026/a")) == facets.UNNUMBERED
    assert sorted(["chua-ghi-so", "12a", "2", "12", "101"], key=facets.by_figure) == ["2", "12", "12a", "101", "chua-ghi-so"]


@given(st.integers(0, 3), st.integers(0, 9999), st.sampled_from(["", "a", "B"]))
def test_leading_zeros_make_no_other_list(zeros, number, letter):
    """A figure is one list however many zeros are printed before it."""
    keys = [facets.figure(record("van-ban/2026/a", số=f'"{"0" * n}{number}{letter}"')) for n in (0, zeros)]
    assert keys[0] == keys[1] == f"{number}{letter.lower()}"
