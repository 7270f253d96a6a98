"""Relations: every edge known at both ends, no number settled by guess, every broken reference told."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.domain import mentions
from plugins.domain.rings import ACYCLIC
from tests.domain.related import Relations, relate
from tests.domain.sample import WORDS, kind_of, record

ALIASES = tuple((e.get("phrase"), e.get("document").text) for e in WORDS.lists["aliases"])


def related(*records, hidden=None, linked=None, **texts: str) -> tuple[Relations, list[str]]:
    """The relations of records and the codes of the problems; `texts` are bodies by the last part of a key."""
    by_key = {r.key: r for r in records}
    cited = {k: tuple(mentions.read(texts.get(k.rsplit("/", 1)[1], ""), aliases=ALIASES)) for k in by_key}
    found, problems = relate(by_key, cited, WORDS, hidden, linked)
    assert all(p.path.startswith("content/") and p.suggestion for p in problems)
    return found, [p.code for p in problems]


def edges(relations: Relations, source: str) -> list[tuple[str, str | None]]:
    """Kind and target of the edges that leave a record."""
    return [(e.kind, e.target) for e in relations.outgoing.get(source, ())]


def hd(key: str, **fields):
    """A guidance number 16 of the first province."""
    return record(key, **({"loại": "Hướng dẫn", "số": "16", "ký_hiệu": "HD/TĐTN-TCKT", "ngày": "2019-04-02"} | fields))


def test_declared_edges_are_known_at_both_ends():
    """A document that implements another is found from either."""
    relations, problems = related(record("van-ban/2026/a", thực_hiện="van-ban/2026/b"), record("van-ban/2026/b"))
    assert problems == [] and edges(relations, "van-ban/2026/a") == [("implements", "van-ban/2026/b")]
    assert [e.source for e in relations.to("van-ban/2026/b", "implements")] == ["van-ban/2026/a"]
    assert relations.from_("van-ban/2026/a", "implements") == relations.to("van-ban/2026/b", "implements")


def test_declared_numbers_are_resolved_like_cited_ones():
    """A printed number in front matter leads to the document that bears it, a strange one stays text."""
    relations, problems = related(
        hd("van-ban/2019/hd"), record("van-ban/2026/a", thực_hiện="[Hướng dẫn số 16-HD/TĐTN-TCKT, Kết luận 9-KL/TWĐTN]")
    )
    assert problems == []
    assert [(e.target, e.text) for e in relations.outgoing["van-ban/2026/a"]] == [
        ("van-ban/2019/hd", "Hướng dẫn số 16-HD/TĐTN-TCKT"),
        (None, "Kết luận 9-KL/TWĐTN"),
    ]


def test_a_citation_leads_to_the_document_of_the_same_place():
    """Of two provinces with one printed number, the one that the text is about is meant."""
    here, there = hd("van-ban/2019/hd"), hd("van-ban/2019/ben", cơ_quan="Tỉnh đoàn Bên")
    for place, goal in (("Tỉnh Mẫu", here), ("Xã Thuỷ Tiên", here), ("Tỉnh Bên", there)):
        relations, _ = related(here, there, record("tin-tuc/2026/tin", địa_bàn=place), tin="theo Hướng dẫn 16-HD/TĐTN-TCKT")
        assert edges(relations, "tin-tuc/2026/tin") == [("cites", goal.key)]


def test_a_citation_that_fits_two_provinces_is_not_settled():
    """When both places are spoken of, the number stays open and names both candidates."""
    here, there = hd("van-ban/2019/hd"), hd("van-ban/2019/ben", cơ_quan="Tỉnh đoàn Bên")
    news = record("tin-tuc/2026/tin", đơn_vị="[Tỉnh đoàn Mẫu, Tỉnh đoàn Bên]")
    relations, problems = related(here, there, news, tin="theo Hướng dẫn 16-HD/TĐTN-TCKT")
    edge = relations.outgoing[news.key][0]
    assert (edge.target, edge.candidates, problems) == (None, ("van-ban/2019/ben", "van-ban/2019/hd"), [])


def test_the_day_settles_what_the_place_cannot():
    """The printed day picks one of two documents with one number, wherever the text is from."""
    here, there = hd("van-ban/2019/hd"), hd("van-ban/2019/ben", cơ_quan="Tỉnh đoàn Bên", ngày="2019-05-06")
    relations, _ = related(here, there, record("tin-tuc/2026/tin"), tin="Hướng dẫn 16-HD/TĐTN-TCKT ngày 06/5/2019")
    assert edges(relations, "tin-tuc/2026/tin") == [("cites", there.key)]


def test_a_text_about_nowhere_is_not_settled_by_guess():
    """A province's number in a text that names no place and no day leads nowhere, even if only one document bears it."""
    relations, _ = related(hd("van-ban/2019/hd"), record("tin-tuc/2026/tin"), tin="Hướng dẫn 16-HD/TĐTN-TCKT")
    assert edges(relations, "tin-tuc/2026/tin") == [("cites", None)]


def test_a_cited_day_of_another_year_is_another_document():
    """Numbering begins anew, so the same number with a day of another year is not taken for the document at hand."""
    news = record("tin-tuc/2026/tin", địa_bàn="Tỉnh Mẫu")
    relations, _ = related(hd("van-ban/2019/hd"), news, tin="Hướng dẫn 16-HD/TĐTN-TCKT ngày 02/4/2014")
    assert edges(relations, news.key) == [("cites", None)]
    relations, _ = related(hd("van-ban/2019/hd"), news, tin="Hướng dẫn 16-HD/TĐTN-TCKT ngày 04/2/2019")
    assert edges(relations, news.key) == [("cites", "van-ban/2019/hd")]


def test_central_documents_are_everybodys():
    """A document of the centre is found from a text about any place or none."""
    central = record("van-ban/2019/08-kl", loại="Kết luận", cơ_quan="tw", số="08", ký_hiệu="KL/TWĐTN-BTC", ngày="2018-11-01")
    relations, _ = related(central, record("tin-tuc/2026/tin"), tin="Kết luận số 8 - KL/TWĐTN-BTC")
    assert edges(relations, "tin-tuc/2026/tin") == [("cites", central.key)]


def test_aliases_lead_to_their_document():
    """A phrase of the alias table leads to its document, by path or by printed number, and nowhere when it is not here."""
    rules = record("van-ban/2022/dieu-le", số=None, cơ_quan="tw", ngày="2022-12-15")
    central = record("van-ban/2018/08-kl", loại="Kết luận", cơ_quan="tw", số="08", ký_hiệu="KL/TWĐTN-BTC", ngày="2018-11-01")
    text = "theo Điều lệ Đoàn và Kết luận của Trung ương"
    relations, _ = related(rules, central, record("tin-tuc/2026/tin"), tin=text)
    assert edges(relations, "tin-tuc/2026/tin") == [("cites", rules.key), ("cites", central.key)]
    relations, _ = related(record("tin-tuc/2026/tin"), tin=text)
    assert [e.target for e in relations.outgoing["tin-tuc/2026/tin"]] == [None, None]


def test_one_document_is_cited_once():
    """Three spellings on one page are one edge, and a declared relation is not repeated as a citation."""
    text = "Hướng dẫn 16-HD/TĐTN-TCKT\n\nhướng dẫn số: 16 - HD / TĐTN-TCKT\n\nHD 16-HD/TĐTN-TCKT"
    news = record("tin-tuc/2026/tin", địa_bàn="Tỉnh Mẫu")
    relations, _ = related(hd("van-ban/2019/hd"), news, tin=text)
    assert edges(relations, news.key) == [("cites", "van-ban/2019/hd")]
    plan = record("van-ban/2026/kh", thực_hiện="van-ban/2019/hd")
    relations, _ = related(hd("van-ban/2019/hd"), plan, kh=text)
    assert edges(relations, plan.key) == [("implements", "van-ban/2019/hd")]


def test_a_document_does_not_cite_itself():
    """A document that prints its own number cites nothing by it."""
    relations, _ = related(hd("van-ban/2019/hd"), hd="Hướng dẫn số 16-HD/TĐTN-TCKT ngày 02/4/2019")
    assert edges(relations, "van-ban/2019/hd") == []


def test_links_are_edges_of_their_own():
    """A link in a text makes an edge unless the record is already named, and never one to a missing record."""
    a, b = record("tin-tuc/2026/a", mô_hình="mo-hinh/x"), record("mo-hinh/x")
    relations, _ = related(a, b, record("mo-hinh/y"), linked={a.key: ("khong-co", "mo-hinh/x", "mo-hinh/y", "tin-tuc/2026/a")})
    assert edges(relations, a.key) == [("models", "mo-hinh/x"), ("links", "mo-hinh/y")]


def test_references_that_lead_nowhere_are_told():
    """A path without a record is a problem on its line, with the nearest path."""
    a, b = record("tin-tuc/2026/a", mô_hình="mo-hinh/ba-chu-dogn"), record("mo-hinh/ba-chu-dong")
    _, problems = relate({r.key: r for r in (a, b)}, {}, WORDS)
    assert [(p.line, p.code, p.suggestion) for p in problems] == [(6, "khong-co-ban-ghi", "Có phải “mo-hinh/ba-chu-dong”?")]


def test_drafts_may_not_be_named():
    """To name a draft is an error; to name a file that could not be read is not, it is told elsewhere."""
    a = record("tin-tuc/2026/a", mô_hình="mo-hinh/nhap")
    assert related(a, hidden={"mo-hinh/nhap": record("mo-hinh/nhap", trạng_thái="nháp")})[1] == ["dan-toi-ban-nhap"]
    relations, problems = related(a, hidden={"mo-hinh/nhap": None})
    assert problems == [] and edges(relations, a.key) == []


def test_a_reference_of_the_wrong_kind_is_told():
    """A model among the documents of a news item, or a record that names itself, is a problem and no edge."""
    model = record("mo-hinh/x")
    relations, problems = related(record("tin-tuc/2026/a", văn_bản="mo-hinh/x"), model)
    assert problems == ["sai-bai"] and edges(relations, "tin-tuc/2026/a") == []
    assert related(record("mo-hinh/y", tương_tự="mo-hinh/y"))[1] == ["sai-bai"]


def ring(length: int, field: str = "thay_thế") -> list:
    """Records that replace one another in a ring."""
    return [record(f"van-ban/2026/v{i}", **{field: f"van-ban/2026/v{(i + 1) % length}"}) for i in range(length)]


def test_rings_of_any_length_are_told_once():
    """A record that replaces itself by one, two or three steps, or by fifty, is one problem."""
    assert related(*ring(1))[1] == ["sai-bai"]
    for length in (2, 3, 50):
        assert related(*ring(length))[1] == ["vong-lap"]


def test_a_ring_is_named_at_its_first_file():
    """The report of a ring stands on the line of its first file and shows the way round, without what leads to it."""
    lead = record("van-ban/2026/a", thay_thế="van-ban/2026/v1")
    _, problems = relate({r.key: r for r in (lead, *ring(2))}, {}, WORDS)
    assert [(p.path, p.line) for p in problems] == [("content/van-ban/2026/v0/index.md", 7)]
    assert "van-ban/2026/a" not in problems[0].message and "van-ban/2026/v1 → van-ban/2026/v0 → van-ban/2026/v1" in problems[0].message


def test_every_ring_of_several_is_told():
    """Two rings that share a record are two problems."""
    a = record("van-ban/2026/a", thay_thế="[van-ban/2026/b, van-ban/2026/c]")
    rest = [record(f"van-ban/2026/{n}", thay_thế="van-ban/2026/a") for n in "bc"]
    assert related(a, *rest)[1] == ["vong-lap", "vong-lap"]


def test_rings_of_other_relations_are_allowed():
    """Two documents may be related to each other, and two models similar."""
    assert related(*ring(2, "liên_quan"))[1] == []


def test_a_long_chain_is_no_ring():
    """Eight hundred documents, each replacing the one before, are followed to the end."""
    chain = [record("van-ban/2026/v0"), *(record(f"van-ban/2026/v{i}", thay_thế=f"van-ban/2026/v{i - 1}") for i in range(1, 800))]
    relations, problems = related(*chain)
    assert problems == [] and len(relations.to("van-ban/2026/v0", "replaces")) == 1


_NAMES = [*(f"van-ban/2026/{n}" for n in "abcd"), "mo-hinh/m", "mo-hinh/n", "tin-tuc/2026/t", "tin-tuc/2026/u", "trang/p"]
_FIELDS = {
    "document": ["thực_hiện", "thay_thế", "căn_cứ", "liên_quan"],
    "model": ["kế_thừa", "tương_tự", "văn_bản_chỉ_đạo", "minh_chứng"],
    "news": ["văn_bản", "mô_hình"],
    "page": [],
}
_TEXT = st.lists(st.sampled_from(["Kế hoạch 1-KH/TĐTN", "KH số 2 - KH/TĐTN", "ngày 10/2/2026", "Điều lệ Đoàn", "24/7", "\n\n"])).map(
    " ".join
)


@settings(max_examples=40)
@given(st.data())
def test_every_edge_is_known_at_both_ends(data):
    """Whatever names whatever, outgoing and incoming edges are the same edges, their ends exist, and order does not matter."""
    names = data.draw(st.lists(st.sampled_from(_NAMES), unique=True, min_size=1))
    records, texts = [], {}
    for name in names:
        given_fields = {
            field: f"[{', '.join(data.draw(st.lists(st.sampled_from(names), max_size=3, unique=True)))}]"
            for field in _FIELDS[kind_of(name)]
        }
        if name.startswith("van-ban"):
            given_fields |= {"số": str("abcd".index(name[-1]) % 2 + 1), "ký_hiệu": "KH/TĐTN"}
        records.append(record(name, **given_fields))
        texts[name.rsplit("/", 1)[1]] = data.draw(_TEXT)
    relations, problems = related(*records, **texts)
    assert related(*reversed(records), **texts) == (relations, problems)
    told = " ".join(p.message for p in relate({r.key: r for r in records}, {}, WORDS)[1])
    leaving = [e for edges_ in relations.outgoing.values() for e in edges_]
    reaching = [e for edges_ in relations.incoming.values() for e in edges_]
    assert sorted(map(repr, reaching)) == sorted(repr(e) for e in leaving if e.target)
    assert all(e.source in names and (e.target is None or e.target in names) and e.source != e.target for e in leaving)
    assert all(e in relations.to(e.target, e.kind) for e in leaving if e.target)
    assert len({(e.source, e.kind, e.target, e.text) for e in leaving}) == len(leaving)
    for kind, words in ACYCLIC.items():
        alive = {e.source for e in leaving if e.kind == kind and e.target}
        while stepped := {s for s in alive if any(e.target in alive for e in relations.from_(s, kind))}:
            if stepped == alive:
                break
            alive = stepped
        assert bool(stepped) == (f"{words} lẫn nhau" in told)


def test_a_document_known_through_a_source_cites_nothing_by_its_summary():
    """What our own summary of a document names is no citation of that document; what is declared stays."""
    key = "van-ban/2018/a"
    paper = record(key, nguồn="{tên: Trang của tỉnh}", thực_hiện="van-ban/2026/b")
    relations, problems = related(
        paper,
        record("van-ban/2026/b"),
        hd("van-ban/2019/hd"),
        linked={key: ("van-ban/2019/hd",)},
        a="Sau này có Hướng dẫn 16-HD/TĐTN-TCKT.",
    )
    assert problems == [] and edges(relations, key) == [("implements", "van-ban/2026/b")]


def test_the_source_of_a_figure_is_news_or_a_document():
    """A figure or a milestone may name news or a document as its source; a model is refused on its line."""
    model = record("mo-hinh/a", kết_quả="[{nội dung: x, đạt: 1, tính đến: 2022, nguồn: van-ban/2022/b}]")
    other = record("mo-hinh/c", các_mốc="[{ngày: 2022, việc: Bắt đầu, nguồn: mo-hinh/a}]")
    found, problems = relate({r.key: r for r in (model, other, record("van-ban/2022/b"))}, {}, WORDS)
    assert [(e.kind, e.target) for e in found.outgoing["mo-hinh/a"]] == [("results", "van-ban/2022/b")]
    assert [(p.code, p.line) for p in problems] == [("sai-bai", 7)] and "tin hoặc văn bản" in problems[0].message
