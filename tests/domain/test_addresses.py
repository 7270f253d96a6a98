"""Addresses: one of each, inside the site, and the same for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import addresses
from plugins.domain.model_facets import PAIRS
from tests.domain import sample

KEY = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)


def test_addresses_of_records():
    """News and documents are filed by year, models and pages by name."""
    assert addresses.of(sample.record("tin-tuc/2025/ra-quan")) == "/tin-tuc/2026/ra-quan/"
    assert addresses.of(sample.record("van-ban/2026/12-kh")) == "/van-ban/2026/12-kh/"
    assert addresses.of(sample.record("mo-hinh/ba-chu-dong")) == "/mo-hinh/ba-chu-dong/"
    assert addresses.of(sample.record("trang/gioi-thieu")) == "/gioi-thieu/"


@pytest.mark.parametrize(("key", "year"), [("van-ban/2013/hd", "2013"), ("van-ban/khac/hd", "khac"), ("van-ban/20222/hd", "khac")])
def test_a_document_without_day_is_filed_by_its_folder(key, year):
    """Without a day the year is that of the folder, and no year is invented."""
    record = sample.record(key, ngày=None, ghi_chú_ngày="Bản in để trống")
    assert (addresses.year(record), addresses.of(record)) == (year, f"/van-ban/{year}/hd/")


def test_the_file_name_does_not_matter_once_a_slug_is_given():
    """A record keeps its address under any file name when it says so itself."""
    assert addresses.of(sample.record("mo-hinh/x", đường_dẫn="ba-chu-dong")) == "/mo-hinh/ba-chu-dong/"


def test_the_first_address_is_kept_for_feed_ids():
    """A record that moved is still known by the first address it had."""
    assert addresses.former(sample.record("mo-hinh/x")) == "/mo-hinh/x/"
    assert addresses.former(sample.record("mo-hinh/x", địa_chỉ_cũ="[/a/, /b/]")) == "/a/"


MAKERS = (
    addresses.category,
    addresses.document_type,
    addresses.document_year,
    addresses.document_organ,
    addresses.model_field,
    addresses.model_status,
    addresses.model_audience,
    addresses.model_place,
    addresses.model_year,
    addresses.model_scale,
    addresses.topic,
    addresses.unit,
    addresses.place,
)


@given(KEY, KEY, st.integers(1, 9))
def test_no_two_lists_share_an_address(one, two, number):
    """Lists of different kinds, keys and pages never meet in one file."""
    made = [make(key) for make in MAKERS for key in {one, two}]
    made += [addresses.older(a, n) for a in made for n in (number, number + 1)]
    keys = {kind: {f"{one}/{two}", f"{two}/{one}"} if kind in PAIRS else {"", one, two} for kind in addresses._FEEDS}
    made += [addresses.feed(kind, key, end) for kind, some in keys.items() for key in some for end in ("xml", "json")]
    files = [addresses.file_name(a) for a in made]
    assert len(set(files)) == len(files)


@given(KEY)
def test_list_addresses_are_folders_of_reserved_names(key):
    """Every list lies in a first folder that no page of an editor may take."""
    for make in MAKERS:
        address = make(key)
        assert address.startswith("/") and address.endswith("/") and address.split("/")[1] in addresses.RESERVED


def test_fixed_addresses_are_reserved():
    """The first folder or name of every fixed page is reserved."""
    for fixed in (
        addresses.NEWS,
        addresses.ARCHIVE,
        addresses.SHOWCASE,
        addresses.SEARCH,
        addresses.FEEDS,
        addresses.SITE_MAP,
        addresses.NOT_FOUND,
    ):
        assert fixed.split("/")[1].removesuffix(".html") in addresses.RESERVED


@pytest.mark.parametrize(("address", "file"), [("/", "index.html"), ("/a/b/", "a/b/index.html"), ("/rss/a.xml", "rss/a.xml")])
def test_files_of_addresses(address, file):
    """A folder is its index, a file is itself."""
    assert addresses.file_name(address) == file
