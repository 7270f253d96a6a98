"""By what models are found, and how far each has reached."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import model_facets
from plugins.domain.words import Entry, Words
from tests.domain.sample import WORDS, record


def model(**fields: str):
    return record("mo-hinh/m", **fields)


def spread(*told: tuple[str, str, str]) -> str:
    """The field “nhân rộng”: level, figure, day."""
    return f"[{', '.join(f'{{cấp: {level}, đạt: {value}, tính đến: {day}}}' for level, value, day in told)}]"


def test_a_model_is_in_a_list_of_each_facet():
    """Field, each audience, place, status, year, scale, that of all models, and the pairs that have pages."""
    fields = {"lĩnh_vực": "Xây dựng Đoàn", "đối_tượng": "[Chi đoàn, Đoàn viên ở trọ]", "thời_gian": "{từ: 2018-06}"}
    found = model_facets.lists(model(**fields), WORDS)
    assert {(kind, key) for kind, key in found if "/" not in key} == {
        ("model-reach", ""), ("field", "xay-dung-doan"), ("audience", "chi-doan"), ("audience", "doan-vien-o-tro"),
        ("model-place", "tinh-mau"), ("model-status", "pilot"), ("model-year", "2018"), ("model-scale", "chua-ghi"),
    }  # fmt: skip
    assert {(kind, key) for kind, key in found if "/" in key} == {
        ("field-audience", "xay-dung-doan/chi-doan"), ("field-audience", "xay-dung-doan/doan-vien-o-tro"),
        ("field-place", "xay-dung-doan/tinh-mau"), ("field-status", "xay-dung-doan/pilot"), ("audience-place", "chi-doan/tinh-mau"),
        ("audience-place", "doan-vien-o-tro/tinh-mau"),
    }  # fmt: skip


def test_reach_is_the_greatest_of_the_latest_figures():
    """Each level counts by its latest figure, levels are not added up; a trial counts where nothing has been taken over."""
    told = spread(("cơ sở", "40", "2020"), ("huyện", "17", "2021"), ("cơ sở", "29", "2022"))
    pilot = "{phạm vi: Ba xã, số lượng: 3, đơn vị tính: xã}"
    assert model_facets.reach(model(nhân_rộng=told, thí_điểm=pilot)) == 29
    assert model_facets.reached(model(nhân_rộng=told)) == "29 cơ sở"
    assert model_facets.reach(model(thí_điểm=pilot)) == 3 and model_facets.reached(model(thí_điểm=pilot)) == "thí điểm ở 3 xã"
    assert model_facets.reach(model()) is None and model_facets.reached(model()) == ""


@given(st.integers(0, 10**8), st.integers(0, 10**8))
def test_models_are_sorted_by_their_reach(one, two):
    """The text that sorts runs with the figure, and so does the scale."""
    first, second = sorted((one, two))
    low, high = (model(nhân_rộng=spread(("cơ sở", str(n), "2022"))) for n in (first, second))
    assert model_facets.rank(model()) <= model_facets.rank(low) <= model_facets.rank(high)
    scales = list(model_facets.SCALES)
    assert scales.index(model_facets.scale(low)) >= scales.index(model_facets.scale(high))


def test_the_year_is_that_of_the_beginning():
    """The period tells it, else the first milestone; where neither is told a list of its own says so."""
    milestones = "[{ngày: 2019, việc: Nhân ra}, {ngày: 2017-05, việc: Bắt đầu}]"
    assert model_facets.year(model(thời_gian="{từ: 2018}", các_mốc=milestones)) == "2018"
    assert model_facets.year(model(các_mốc=milestones)) == "2017" and model_facets.year(model()) == model_facets.NO_YEAR


def test_a_place_stands_for_what_it_became():
    """A model of an old commune is found by its province and by what that has become; a ring of words ends."""
    chain = {"xa": ("tinh-cu", ""), "tinh-cu": ("", "tinh-moi"), "tinh-moi": ("", ""), "vong": ("", "vong")}
    words = Words({"places": tuple(Entry(key=k, name=k, parent=p, successor=(s,) if s else ()) for k, (p, s) in chain.items())}, {})
    found = {place: {key for kind, key in model_facets.lists(_at(place), words) if kind == "model-place"} for place in ("xa", "vong", "x")}
    assert found == {"xa": {"xa", "tinh-cu", "tinh-moi"}, "vong": {"vong"}, "x": {"x"}}


def _at(place: str):
    return replace(model(), place=place)


def test_an_audience_is_called_as_printed():
    """The key of an audience finds the words of the record."""
    assert model_facets.audience(model(đối_tượng="[Chi đoàn, Đoàn viên ở trọ]"), "doan-vien-o-tro") == "Đoàn viên ở trọ"
