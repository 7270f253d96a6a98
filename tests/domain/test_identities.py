"""Who is who: no two records with one address, id or printed identity; the same number of two organs is no clash."""

import pytest

from plugins.domain import addresses
from plugins.domain.identities import conflicts
from tests.domain.sample import record


def told(*records) -> list[tuple[str, str]]:
    """File and code of each conflict."""
    return [(p.path.removeprefix("content/"), p.code) for p in conflicts(records)]


def document(key: str, **fields):
    """A numbered document."""
    return record(key, **({"số": "12", "ký_hiệu": "KH/TĐTN-TCKT"} | fields))


def test_different_records_do_not_clash():
    """Records of every kind with names of their own are no problem."""
    assert told(record("tin-tuc/2026/a"), record("mo-hinh/a"), record("trang/a"), record("van-ban/2026/a")) == []


def test_one_address_names_both_files():
    """Two files for one address are told on the later, naming the earlier with its line."""
    problems = conflicts([record("tin-tuc/2026/a"), record("tin-tuc/2025/a")])
    assert [p.path for p in problems] == ["content/tin-tuc/2026/a.md"]
    assert "/tin-tuc/2026/a/" in problems[0].message and "content/tin-tuc/2025/a.md:" in problems[0].message


def test_both_files_are_named_with_the_line_of_their_own_claim():
    """An address taken by another's old address is told with the line of that old address."""
    problem = conflicts([record("mo-hinh/a", địa_chỉ_cũ="/mo-hinh/b/"), record("mo-hinh/b")])[0]
    assert problem.path == "content/mo-hinh/b.md" and "content/mo-hinh/a.md:7" in problem.message


def test_every_file_of_three_is_told():
    """Of three files with one address two are told."""
    assert len(told(*(record(f"mo-hinh/{n}", đường_dẫn="x") for n in "abc"))) == 2


def test_an_old_address_taken_by_another_is_told():
    """An old address of one record may be neither the address nor an old address of another."""
    assert told(record("mo-hinh/a"), record("mo-hinh/b", địa_chỉ_cũ="/mo-hinh/a/")) == [("mo-hinh/b.md", "trung-dia-chi")]
    assert told(record("mo-hinh/a", địa_chỉ_cũ="/cu/"), record("mo-hinh/b", địa_chỉ_cũ="/cu/")) == [("mo-hinh/b.md", "trung-dia-chi")]


@pytest.mark.parametrize("old", ["/mo-hinh/a/", "[/cu/, /cu/]"])
def test_an_old_address_twice_in_one_record_is_told(old):
    """A record that leads to itself, or names an old address twice, would be written twice."""
    assert told(record("mo-hinh/a", địa_chỉ_cũ=old)) == [("mo-hinh/a.md", "trung-dia-chi")]


def test_one_id_is_one_record():
    """Two records with one permanent id are told."""
    assert told(record("mo-hinh/a", mã="x"), record("trang/b", mã="x")) == [("trang/b.md", "trung-ma")]


@pytest.mark.parametrize(
    "spelt",
    [{}, {"số": "012"}, {"ký_hiệu": "kh/tđtn-tckt"}, {"ký_hiệu": "KH / TĐTN - TCKT"}, {"ngày": "2026-12-01"}, {"loại": "Hướng dẫn"}],
)
def test_one_printed_number_of_one_organ_and_year_is_one_document(spelt):
    """However number and symbol are spelt, one organ gives them once a year."""
    assert told(document("van-ban/2026/a"), document("van-ban/2026/b", **spelt)) == [("van-ban/2026/b/index.md", "trung-van-ban")]


@pytest.mark.parametrize(
    "other", [{"cơ_quan": "Tỉnh đoàn Bên"}, {"ngày": "2025-02-10"}, {"số": "13"}, {"ký_hiệu": "KH/TĐTN-XDĐ"}, {"số": None}]
)
def test_one_printed_number_may_be_two_documents(other):
    """Another organ, year, number or symbol makes another document, and no number makes no identity."""
    assert told(document("van-ban/2026/a"), document("van-ban/2026/b", **other)) == []


def test_numbers_without_symbol_go_by_type():
    """Without a symbol, Kế hoạch 12 and Hướng dẫn 12 are two documents and two Kế hoạch 12 are one."""
    a = document("van-ban/2026/a", ký_hiệu=None)
    assert told(a, document("van-ban/2026/b", ký_hiệu=None, loại="Hướng dẫn")) == []
    assert told(a, document("van-ban/2026/c", ký_hiệu=None)) == [("van-ban/2026/c/index.md", "trung-van-ban")]


@pytest.mark.parametrize("slug", ["tin-tuc", "rss", "404", "lich"])
def test_pages_may_not_take_a_reserved_address(slug):
    """A page of an editor cannot lie where a list or a feed lies."""
    assert told(record(f"trang/{slug}")) == [(f"trang/{slug}.md", "dia-chi-danh-rieng")]
    assert told(record(f"mo-hinh/{slug}")) == []


@pytest.mark.parametrize(
    "address", [addresses.MODEL_MAP, addresses.MODEL_SPREAD, addresses.NEWEST_MODELS, addresses.COMPARE, addresses.THREADS]
)
def test_no_model_takes_the_folder_of_a_page_of_the_showcase(address):
    """A model whose name is that of a fixed page of the showcase is told: one of the two would vanish."""
    slug = address.strip("/").rpartition("/")[2]
    assert len(told(record(f"mo-hinh/{slug}"))) == 1
