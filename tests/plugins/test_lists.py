"""Lists in pages: every record once, and what was published stays as it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.context import lists
from plugins.context.build import Build
from plugins.context.library import Listed
from plugins.context.lists import SIZE, title
from plugins.domain import addresses
from plugins.domain.dates import Moment
from plugins.domain.records import News

BUILD = Build(Path("content"), Path("cache"), Path("output"), Path("theme"), "https://vi-du.example/doan", "2026-11-22")
LIST = "/tin-tuc/"


def news(count: int) -> list[News]:
    """News of a list, from the oldest."""
    return [
        News(key=f"tin-tuc/2026/{i:04}", path="", category="a", date=Moment(f"20{10 + i // 300}-01-{1 + i % 28:02}", "day"))
        for i in range(count)
    ]


def cut(records: list[News], size: int = SIZE) -> list[lists.Slice]:
    """The pages of a list."""
    entries = [f"{r.date.iso}\t{r.key}\t{r.date.iso}" for r in records]
    return list(lists.cut(Listed({r.key: r for r in records}, entries), LIST, BUILD, size))


def shown(page: lists.Slice) -> tuple:
    """What stands on a page."""
    return page.address, page.number, tuple(page.records.entries)


@given(st.integers(0, 300), st.integers(1, 30))
def test_each_record_stands_on_one_page(count, size):
    """Read from the newest page to the oldest, the pages are the list, newest first, each record once."""
    records = news(count)
    pages = cut(records, size)
    assert [r for page in pages for r in page.records] == records[::-1]
    assert len({page.address for page in pages}) == len(pages)


@given(st.integers(0, 300), st.integers(1, 30))
def test_no_page_is_nearly_empty(count, size):
    """Every page holds at least half of what a page usually holds, unless there is no more."""
    assert all(len(page.records) >= min(count, size // 2) for page in cut(news(count), size))


def test_pages_are_of_the_usual_size():
    """Over a long list a page holds what it should on average, and never four times as much."""
    sizes = [len(page.records) for page in cut(news(5000))]
    assert 0.9 * SIZE < 5000 / len(sizes) < 1.2 * SIZE and max(sizes) < 4 * SIZE


@given(st.integers(0, 300), st.integers(1, 30))
def test_a_new_record_touches_the_newest_page_only(count, size):
    """When a record is added at the end every older page is the same, but for the pager of the one beside a new page."""
    records = news(count + 1)
    before = {page.address: page for page in cut(records[:-1], size)}
    after = {page.address: page for page in cut(records, size)}
    assert set(before) <= set(after)
    added = set(after) - set(before)
    changed = {a for a in before if (shown(before[a]), before[a].pager) != (shown(after[a]), after[a].pager)} - {LIST}
    assert len(changed) <= len(added) <= 1
    for address in changed:
        old, new = before[address], after[address]
        assert (shown(old), old.modified()) == (shown(new), new.modified())
        assert old.pager.newer.href == BUILD.href(LIST) and new.pager.newer.href == BUILD.href(*added)


def test_a_record_that_goes_seldom_touches_more_than_its_own_page():
    """Of all records that may be taken out of a list, nine in ten change one page and leave every other as it was."""
    records = news(400)
    before, local = {shown(page) for page in cut(records)}, 0
    for gone in range(400):
        after = {shown(page) for page in cut(records[:gone] + records[gone + 1 :])}
        local += len(after - before) == 1
    assert local >= 0.85 * 400


@given(st.integers(0, 200), st.integers(1, 20))
def test_pagers_lead_through_all_pages_and_back(count, size):
    """From the newest page one reaches every page by “older”, comes back by “newer”, and every link of a pager is a page."""
    pages = {BUILD.href(page.address): page for page in cut(news(count), size)}
    at, way = pages[BUILD.href(LIST)], []
    while True:
        way.append(at)
        if at.pager.older is None:
            break
        following = pages[at.pager.older.href]
        assert following.pager.newer.href == BUILD.href(at.address)
        at = following
    assert len(way) == len(pages) and at.pager.oldest is None and way[0].pager.newer is None
    for page in way:
        ends = (page.pager.newer, page.pager.older, page.pager.oldest)
        assert all(link.href in pages for link in ends if link)
        assert len({link.href for link in ends if link}) == len([link for link in ends if link])


@pytest.mark.parametrize("count", [0, 1, SIZE])
def test_a_short_list_has_one_page(count):
    """A list that fits on a page is not cut."""
    assert len(cut(news(count))) == 1


def test_older_pages_are_counted_from_the_oldest():
    """The first page holds the oldest records for ever, and says its number in its title."""
    *_, oldest = cut(news(100), 10)
    assert (oldest.address, oldest.number) == (addresses.older(LIST, 1), 1) and oldest.records[-1].key.endswith("0000")
    assert title("Tin", oldest) == "Tin – trang 1" and title("Tin", cut([])[0]) == "Tin"


def test_a_page_is_as_new_as_its_newest_change():
    """A page changes on the day of its newest record, or when one of its records was changed later."""
    records = news(3)
    assert cut(records)[0].modified() == "2010-01-03"
    records[0] = replace(records[0], modified=Moment("2026-05-05", "day"))
    assert cut(records)[0].modified() == "2026-05-05" and cut([])[0].modified() == ""
