"""Organs and places in time: both ends of a link, chains, rings, parents, and the provinces beside a site's own places."""

from plugins.domain import entities, entity_faults, words
from plugins.domain.dates import read
from plugins.domain.records import Document
from plugins.domain.words import Entry
from tests.domain import sample

PLACES = (
    Entry(key="nay", predecessor=("xua",)),
    Entry(key="xua", valid_to=read("2008-07-31")),
    Entry(key="cu", successor=("nay", "ben")),
    Entry(key="ben"),
    Entry(key="huyen", parent="cu"),
    Entry(key="xa", parent="huyen"),
    Entry(key="v1", successor=("v2",)),
    Entry(key="v2", successor=("v1",)),
)


def test_a_link_is_known_at_both_ends():
    """What one end calls its heir or its forerunner is known at the other end too."""
    known = entities.of(PLACES)
    assert known.after["xua"] == ("nay",) and known.before["nay"] == ("xua", "cu")
    assert known.within["cu"] == ("huyen",)


def test_where_something_is_told_of():
    """A record of a village belongs to the village, to all that it lay in, and to whatever took over one of these."""
    assert entities.of(PLACES).reaches("xa") == ("xa", "huyen", "cu", "nay", "ben")


def test_today_is_the_end_of_a_chain_and_a_ring_has_none():
    """Only what nobody took over is of today; what goes in a ring ends."""
    chain = entities.of((Entry(key="a", successor=("b",)), Entry(key="b", successor=("c",)), Entry(key="c")))
    assert chain.today("a") == ("c",) and chain.heirs("a") == ("b", "c") and chain.today("c") == ()
    assert entities.of(PLACES).heirs("v1") == ("v2",) and entities.of(PLACES).today("v1") == ()


def test_moments_are_compared_as_far_as_they_are_known():
    """A year is neither before nor after a day of that year."""
    year, early, late = read("2025"), read("2025-01-01"), read("2026-01-01")
    assert entities.earlier(year, late) and not entities.earlier(year, early) and not entities.earlier(early, year)
    assert not entities.earlier(None, late) and not entities.earlier(late, None)


def test_provinces_are_places_and_the_site_has_the_first_word():
    """A province of the common list may be named as a place; what the site's own list says of it goes before."""
    texts = sample.TEXTS | {
        "tinh-thanh.yml": "- tên: Tỉnh Cũ\n  đến ngày: 2025-06-30\n  kế tục: Tỉnh Mới\n"
        "- tên: Tỉnh Mới\n  ô: {hàng: 1, cột: 1, viết tắt: M}\n",
        "dia-ban.yml": "- tên: Tỉnh Mẫu\n- tên: Xã A\n  thuộc: Tỉnh Cũ\n- tên: Tỉnh Cũ\n  lưu ý: Của ta.\n",
        "co-quan.yml": "- tên: B\n  cấp: tỉnh\n  địa bàn: Tỉnh Mới\n",
    }
    vocabulary, problems = words.read(texts, "content")
    old = vocabulary.entry("places", "tinh-cu")
    assert not [*problems, *entity_faults.faults(vocabulary)]
    assert (old.note, old.valid_to.iso, old.successor) == ("Của ta.", "2025-06-30", ("tinh-moi",))
    assert entities.reaching(vocabulary, ["xa-a"]) == {"xa-a", "tinh-cu", "tinh-moi"}


def test_a_document_is_of_the_days_of_its_organ():
    """A document dated after the end of its organ, or before its beginning, is doubted; one of the days between is not."""
    organs = "- {tên: Huyện đoàn Cũ, cấp: huyện, từ ngày: 2000, đến ngày: 2025-06-30}\n"
    vocabulary = words.read(sample.TEXTS | {"co-quan.yml": organs}, "content")[0]

    def told(day: str) -> list[str]:
        told = {"title": "A", "subject": "A", "slug": "a", "type": "ke-hoach", "organ": "huyen-doan-cu", "date": read(day)}
        document, organ = Document(key="van-ban/a", path="a.md", **told), vocabulary.entry("organs", "huyen-doan-cu")
        return [problem.code for problem in entity_faults.issued(document, organ)]

    assert [told(day) for day in ("1999-12-31", "2000-01-01", "2025-06-30", "2025-07-01")] == [
        ["co-quan-chua-co"], [], [], ["co-quan-khong-con"]]  # fmt: skip
