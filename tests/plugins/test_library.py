"""The library: what is public on a day, in which order, in which lists, beside what."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.context.calendar import day, future, is_public, order
from plugins.context.library import Library
from tests.domain.sample import WORDS, record
from tests.plugins import held


def library(*records) -> Library:
    """A library of records."""
    return held.library(records, WORDS)


def keys(records) -> list[str]:
    """The last parts of the keys of records."""
    return [r.key.rsplit("/", 1)[1] for r in records]


@pytest.mark.parametrize(
    ("fields", "as_of", "public"),
    [
        ({}, "2026-01-01", True),
        ({"trạng_thái": "nháp"}, "2030-01-01", False),
        ({"đăng_từ": "2026-05-01"}, "2026-04-30", False),
        ({"đăng_từ": "2026-05-01"}, "2026-05-01", True),
        ({"đăng_từ": "'2026-05-01 08:00'"}, "2026-05-01", True),
    ],
)
def test_drafts_and_embargoed_records_are_not_public(fields, as_of, public):
    """A draft is never public, an embargoed record from its day on."""
    assert is_public(record("tin-tuc/2026/a", **fields), as_of) is public


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"ngày": "2026-03-06"}, ["ngay-tuong-lai"]),
        ({"ngày": "2026-03-05"}, []),
        ({"ngày": "'2026-03-05 23:59'"}, []),
        ({"ngày": "2026-03-06", "đăng_từ": "2026-03-06"}, []),
        ({"ngày": "2026-03-06", "trạng_thái": "nháp"}, []),
    ],
)
def test_future_dates_need_an_embargo(fields, told):
    """A day after the day of the build is a slip, unless an embargo or a draft says otherwise."""
    assert [p.code for p in future([record("tin-tuc/2026/a", **fields)], "2026-03-05")] == told


def test_records_without_day_are_ordered_all_the_same():
    """A document without day stands at its year's beginning, a model at its latest figure, review or start, else first."""
    assert day(record("van-ban/2013/a", ngày=None, ghi_chú_ngày="trống")) == "2013"
    assert day(record("mo-hinh/a")) == ""
    assert day(record("mo-hinh/a", thời_gian="{từ: 2018}")) == "2018"
    figure = "[{nội dung: x, đạt: 1, tính đến: 2022-11}]"
    assert day(record("mo-hinh/a", thời_gian="{từ: 2018}", kết_quả=figure)) == "2022-11"
    assert day(record("mo-hinh/a", ngày_rà_soát="2023-01-05", kết_quả=figure)) == "2023-01-05"


def test_lists_run_from_the_oldest():
    """Every list is ordered by day, then by key."""
    records = [record(f"tin-tuc/2026/{n}", ngày=d) for n, d in (("c", "2026-01-01"), ("a", "2026-01-02"), ("b", "2026-01-01"))]
    assert keys(library(*records).list("news")) == ["b", "c", "a"]


def test_every_word_of_a_record_has_its_list():
    """A record is found by its kind and by every word that it bears; a document by the place of its organ too."""
    a = record("tin-tuc/2026/a", đơn_vị="Tỉnh đoàn Mẫu", địa_bàn="Tỉnh Bên", chủ_đề="Chuyển đổi số")
    made = library(a, record("van-ban/2026/b"), record("mo-hinh/c", lĩnh_vực="Xây dựng Đoàn"), record("trang/d"))
    assert keys(made.list("unit", "tinh-doan-mau")) == ["c", "b", "a"]
    assert keys(made.list("place", "tinh-mau")) == ["c", "b"] and keys(made.list("place", "tinh-ben")) == ["a"]
    assert keys(made.list("topic", "chuyen-doi-so")) == keys(made.list("category", "tin-hoat-dong")) == ["a"]
    assert keys(made.list("type", "ke-hoach")) == keys(made.list("year", "2026")) == keys(made.list("organ", "tinh-doan-mau")) == ["b"]
    assert keys(made.list("field", "xay-dung-doan")) == keys(made.list("model-status", "pilot")) == ["c"]
    assert keys(made.list("page")) == ["d"] and made.keys("category") == ("tin-hoat-dong",) and not made.list("topic", "x")


def test_a_word_written_twice_lists_a_record_once():
    """A unit named twice in one record does not double it."""
    assert keys(library(record("tin-tuc/2026/a", đơn_vị="[Tỉnh đoàn Mẫu, tỉnh đoàn mẫu]")).list("unit", "tinh-doan-mau")) == ["a"]


def test_news_about_a_record():
    """The news that name a record are listed under it, and the nearest in time on either side are found."""
    news = [record(f"tin-tuc/2026/n{i}", ngày=f"2026-01-0{i}", mô_hình="mo-hinh/m") for i in range(1, 8)]
    made = library(record("mo-hinh/m"), record("tin-tuc/2026/x"), *news)
    assert keys(made.list("about", "mo-hinh/m")) == [f"n{i}" for i in range(1, 8)]
    assert keys(made.nearest(news[3], "mo-hinh/m")) == ["n2", "n3", "n5", "n6"]
    assert keys(made.nearest(news[0], "mo-hinh/m")) == ["n2", "n3"]
    assert keys(made.nearest(made.records["tin-tuc/2026/x"], "mo-hinh/m")) == ["n6", "n7"]


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(["tin-tuc/2026", "van-ban/2026", "mo-hinh"]), st.integers(1, 28)), max_size=12))
def test_neighbours_are_neighbours_of_each_other(drawn):
    """Whoever comes after a record has that record before it, within its kind; the ends have nobody."""
    records = [
        record(f"{folder}/r{i}", **({"ngày_đăng" if folder == "mo-hinh" else "ngày": f"2026-01-{d:02}"}))
        for i, (folder, d) in enumerate(drawn)
    ]
    made = library(*records)
    for kind in ("news", "document", "model"):
        row = made.list(kind)
        assert list(row) == sorted((r for r in records if r.kind == kind), key=order)
        assert all(made.neighbours(a)[1] == b and made.neighbours(b)[0] == a for a, b in pairwise(row))
        assert not row or (made.neighbours(row[0])[0] is None and made.neighbours(row[-1])[1] is None)
    assert made.neighbours(record("trang/p")) == (None, None)


def test_an_undated_document_is_new_on_the_day_it_was_posted():
    """Among the newest, an undated document counts from its posting; in the archive it stays in its year."""
    undated = record("van-ban/2013/cu", ngày=None, ghi_chú_ngày="bản in để trống", ngày_đăng="2026-03-01")
    made = library(undated, record("van-ban/2025/moi", ngày="2025-05-01"), record("van-ban/2026/sau", ngày="2026-04-01"))
    assert keys(made.recent("document", count=2)) == ["sau", "cu"]
    assert keys(made.list("document")) == ["cu", "moi", "sau"]


def test_age_is_told_by_the_newest_record():
    """Whether two years have gone is asked of the newest news, document or model, not of a clock and not of plain pages."""
    pages = record("trang/a", ngày_sửa="2026-11-20")
    assert not library(pages).since("2000-01-01")
    held_ = library(pages, record("tin-tuc/2026/a", ngày="2026-03-05"), record("van-ban/2013/a", ngày=None, ghi_chú_ngày="trống"))
    assert held_.since("2026-03-05") and held_.since("2013-01-01") and not held_.since("2026-03-06")
