"""Months and pages with very many duties are cut into parts that stay light."""

import gzip
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import duties
from plugins.domain import recurrence
from plugins.domain.dates import read
from plugins.domain.parts import Duty
from plugins.duties import parts
from plugins.duties.parts import Bundle
from tests.plugins import small_site
from tests.plugins.small_site import document, rendered, written

ALWAYS = recurrence.read("thường xuyên")


def words(n: int) -> str:
    """A text of its own for each number, as hard to compress as words are."""
    return " ".join(f"việc {n * 7919 % 1009} của tổ {n * 104729 % 997}" for n in range(n * 5, n * 5 + 5))


@pytest.fixture(scope="module")
def pages():
    """The pages of a site with 400 duties in one month, 150 of them on one day, and 130 that go on always."""
    days = [f"2026-08-{n % 20 + 1:02}" if n >= 150 else "2026-08-21" for n in range(390)]
    given = [Duty(words(n), "Đoàn cơ sở", ("commune",), read(day), channel="Văn phòng") for n, day in enumerate(days)]
    given += [Duty(words(400 + n), level=("commune",), due=read("2026-08")) for n in range(10)]
    given += [Duty(words(500 + n), level=("branch",), recurrence=ALWAYS) for n in range(130)]
    record = document("van-ban/2026/12-kh", "2026-03-05", duties=tuple(given))
    build = small_site.build(record)
    made = written(duties.ADAPTER, build)
    found = {address: rendered(build, page) for address, page in made.items() if address.startswith(("/lich/2026/08/", "/lich/thuong"))}
    return {duty.text for duty in given}, found


def test_a_month_of_400_duties_stays_light(pages):
    """Every part of the month is at most 30 kB as it travels, and every duty stands in one of them, once."""
    given, found = pages
    month = {address: html for address, html in found.items() if not address.startswith(("/lich/2026/08/co-so/", "/lich/thuong"))}
    assert sorted(month) == ["/lich/2026/08/", *(f"/lich/2026/08/trang/{n}/" for n in range(2, len(month) + 1))]
    assert max(len(gzip.compress(html.encode())) for html in month.values()) < 30_000
    text = "".join(month.values())
    assert sum(text.count(f">{words}</p>") for words in given) == 400


def test_the_grid_leads_into_the_parts(pages):
    """The days of the month lead to the part that tells them, and each part leads to all."""
    _given, found = pages
    first = found["/lich/2026/08/"]
    ways = re.findall(r'<td>(\d+)<a class="month-grid-day" href="([^"#]*)#([^"]*)"', first)
    assert [int(day) for day, _page, _anchor in ways] == list(range(1, 22))
    for _day, page, anchor in ways:
        assert f'id="{anchor}"' in found[page.removeprefix("/tre") or "/lich/2026/08/"]
    for address in found:
        if address.startswith("/lich/2026/08/trang/"):
            assert f'href="/tre{address}"' in first and 'href="/tre/lich/2026/08/"' in found[address]
    assert "150 việc" in "".join(found.values()) and "(tiếp)" in "".join(found.values())


def test_what_goes_on_always_is_cut_too(pages):
    """The page of what goes on always has parts as well."""
    _given, found = pages
    assert "/lich/thuong-xuyen/trang/2/" in found and "Chi đoàn (tiếp)" in found["/lich/thuong-xuyen/trang/2/"]


BUNDLES = st.lists(st.tuples(st.integers(1, 400), st.booleans()), max_size=30)


@given(BUNDLES)
def test_nothing_is_lost_between_parts(sizes):
    """Whatever the days, their duties stand in order, each once, in parts that have room; ids are unique, dates apart from the rest."""
    days = [Bundle(f"ngay_{n}", "", f"Ngày {n}", object() if day else None, tuple((n, m) for m in range(size)))
            for n, (size, day) in enumerate(sizes)]  # fmt: skip
    found = parts.cut(days)
    assert [m for part in found for b in part for m in b.members] == [m for b in days for m in b.members]
    assert all(sum(len(b.members) for b in part) <= parts.ROOM for part in found)
    ids = [b.id for part in found for b in part]
    assert len(set(ids)) == len(ids)
    assert len(found) == 1 or all(len({bool(b.day) for b in part}) == 1 for part in found)
