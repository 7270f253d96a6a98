"""A document's relations on its page: drawn and listed alike, each with its sentence; status and what took its place through a chain."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.archive import relation_map
from plugins.archive.documents import document as view_of
from plugins.context.standing import standing, status
from plugins.context.views import Relation, Relations
from plugins.domain import mentions
from plugins.domain.dates import read
from plugins.domain.parts import Period, Reference
from tests.plugins import small_site


def paper(n: int, **changes):
    """A plan with a number of its own; fields of references are given as numbers of other plans."""
    given = {k: tuple(Reference(f"van-ban/2025/{m}-kh") for m in v) if isinstance(v, tuple) else v for k, v in changes.items()}
    return small_site.document(f"van-ban/2025/{n}-kh", **{"number": str(n), "as_printed": "", "title": f"Việc {n}"} | given)


def page(record, *others, **texts: str):
    """The view of a document on a site with others; `texts` are those of records by the last part of their keys, with `_` for `-`."""
    cited = {r.key: tuple(mentions.read(texts.get(r.key.rsplit("/", 1)[1].replace("-", "_"), ""))) for r in (record, *others)}
    return view_of(record, small_site.build(record, *(one for one in others if one is not record), cited=cited))


def test_what_a_document_names_and_what_names_it_come_with_their_sentences():
    """Declared relations and citations of documents, news and models are listed by kind with the words that say so."""
    news = small_site.news("tin-tuc/2026/tin", units=("tinh-doan-mau",))
    shown = page(
        paper(2, implements=(1,)),
        paper(1),
        paper(3),
        news,
        **{
            "2_kh": "Căn cứ Kế hoạch 1-KH/TĐTN-TCKT; theo Chỉ thị 06-CT/TU.",
            "3_kh": "Kế hoạch 2-KH/TĐTN-TCKT đã rõ.",
            "tin": "Có Kế hoạch 2-KH/TĐTN-TCKT.",
        },
    )
    said = {group.key: [(one.text, one.before, one.cited, one.after) for one in group.items] for group in shown.relations}
    assert said == {
        "implements": [("Kế hoạch 1-KH/TĐTN-TCKT", "Căn cứ ", "Kế hoạch 1-KH/TĐTN-TCKT", ";")],
        "cites": [("Chỉ thị 06-CT/TU", "theo ", "Chỉ thị 06-CT/TU", ".")],
        "cites-by": [("Kế hoạch 3-KH/TĐTN-TCKT", "", "Kế hoạch 2-KH/TĐTN-TCKT", " đã rõ.")],
        "news": [("Ra quân trồng cây", "Có ", "Kế hoạch 2-KH/TĐTN-TCKT", ".")],
    }
    assert shown.news == () and shown.map.description.startswith("Thực hiện: 1 văn bản; 1 tin nhắc tới.")


def test_news_that_name_a_document_in_silence_are_cards():
    """News whose text says nothing of the document stand as cards, not in the list."""
    news = small_site.news("tin-tuc/2026/tin", documents=(Reference("van-ban/2025/1-kh"),))
    shown = page(paper(1), news)
    assert [card.title for card in shown.news] == [news.title] and "news" not in {group.key for group in shown.relations}


def test_an_old_document_leads_through_the_chain_to_the_one_in_force():
    """Every page of a chain names what took its place, and at the end of the chain what holds today, with its status."""
    chain = (paper(1), paper(2, replaces=(1,)), paper(3, replaces=(2,)))
    notices = {r.key: [(n.link.href.split("/")[-2], n.link.note) for n in page(r, *chain).notices if n.kind == "replaced"] for r in chain}
    assert list(notices.values()) == [[("2-kh", "được thay thế"), ("3-kh", "còn hiệu lực")], [("3-kh", "còn hiệu lực")], []]


def test_a_ring_of_replacements_has_no_end():
    """Documents that replace one another are reported elsewhere; their pages are made all the same."""
    ring = (paper(1, replaces=(3,)), paper(2, replaces=(1,)), paper(3, replaces=(2,)))
    assert all(len([n for n in page(r, *ring).notices if n.kind == "replaced"]) == 1 for r in ring)


def test_status_says_what_the_record_says_and_its_day():
    """The words name the day of the record, and never what day it is."""
    day = read("2026-06-01")
    for changes, words in (
        ({}, "Còn hiệu lực"),
        ({"expires": day}, "Có hiệu lực đến 01/06/2026"),
        ({"status": "partly", "expires": day}, "Hết hiệu lực một phần, còn lại có hiệu lực đến 01/06/2026"),
        ({"status": "expired", "expires": day}, "Hết hiệu lực từ 01/06/2026"),
        ({"status": "expired"}, "Hết hiệu lực"),
        ({"status": "not_yet", "effective": day}, "Có hiệu lực từ 01/06/2026"),
        ({"status": "consultation", "consultation": Period(None, day)}, "Dự thảo lấy ý kiến đến 01/06/2026"),
        ({"status": "unknown", "expires": day}, "Chưa rõ hiệu lực"),
    ):
        one = paper(1, **changes)
        assert status(one, small_site.build(one)) == words
    old = paper(1, expires=day)
    assert standing(old, small_site.build(old, paper(2, replaces=(1,)))) == "replaced"


def test_a_number_that_fits_two_documents_is_listed_with_both():
    """An open citation stands at the end of the page with the documents that it may mean."""
    twins = [small_site.document(f"van-ban/{year}/12-kh", f"{year}-02-10", title=f"Năm {year}") for year in (2023, 2024)]
    (group,) = page(paper(1), *twins, **{"1_kh": "Theo Kế hoạch 12-KH/TĐTN-TCKT"}).unclear
    assert group.label == "“Kế hoạch 12-KH/TĐTN-TCKT”" and [one.text for one in group.items] == ["Năm 2023", "Năm 2024"]


ITEMS = st.builds(Relation, st.text(min_size=1, max_size=90), st.sampled_from(("", "/a/")), st.text(max_size=90))
GROUPS = st.lists(
    st.builds(
        Relations,
        st.just("Nhóm"),
        st.lists(ITEMS, min_size=1, max_size=7).map(tuple),
        st.sampled_from((*relation_map.ABOVE, *relation_map.BELOW, "cites")),
    ),
    max_size=6,
    unique_by=lambda group: group.key,
)


@given(GROUPS, st.integers(0, 3), st.integers(0, 3))
def test_a_map_stays_within_its_frame(groups, news, models):
    """Boxes stand below one another within the drawing, the document between what it rests on and what came of it; nothing is left out
    but what is counted."""
    drawn = relation_map.draw("Kế hoạch 1-KH/TĐTN", "Tỉnh đoàn Mẫu", groups, news, models)
    shown = [group for group in groups if group.key != "cites"]
    assert (drawn is None) == (not shown)
    if drawn is None:
        return
    assert all(box.x > 0 and box.x + box.wide <= drawn.wide and box.lines for box in drawn.boxes)
    assert (
        all(one.y + one.high < other.y for one, other in pairwise(drawn.boxes)) and drawn.boxes[-1].y + drawn.boxes[-1].high <= drawn.high
    )
    looks = [box.look for box in drawn.boxes]
    above = sum(min(len(group.items), 4) for group in shown if group.key in relation_map.ABOVE)
    assert looks.index("this") == above and looks.count("beside") == bool(news) + bool(models)
    assert looks.count("here") + looks.count("away") == sum(min(len(group.items), 4) for group in shown)
    assert sum("văn bản khác" in label.text for label in drawn.labels) == sum(len(group.items) > 4 for group in shown)
