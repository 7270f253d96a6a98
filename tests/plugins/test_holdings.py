"""The holdings: whatever happened to them, they are what a fresh start would be, and every change that a reader could see was told."""

import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.context import registers, tracing
from plugins.context.body import Body, Heading, LinkHole
from plugins.context.calendar import order
from plugins.context.holdings import Holdings
from plugins.context.library import Library
from plugins.context.linking import linked
from plugins.context.store import Store
from plugins.context.tracing import Trace
from plugins.domain import citations, identities, mentions
from plugins.domain.model_facets import BY_REACH
from plugins.domain.records import CLASSES, Record
from plugins.domain.relations import Known, edges
from tests.domain.sample import WORDS, kind_of, record
from tests.plugins import held

KEYS = [*(f"tin-tuc/2026/{n}" for n in "abcdef"), *(f"van-ban/2026/{n}" for n in "abc"), "mo-hinh/m", "mo-hinh/n", "ho-so/h", "trang/p"]
DAYS = ["2026-01-01", "2026-01-02", "2026-01-03"]
NUMBERS = ["1-kh-tdtn", "2-kh-tdtn"]
_TEXTS = ["", "Kế hoạch 1-KH/TĐTN", "KH số 1 - KH/TĐTN và Kế hoạch 2-KH/TĐTN", "Kế hoạch 2-KH/TĐTN ngày 02/01/2026"]
_PAPERS = ["null", "van-ban/2026/a", "[van-ban/2026/b, van-ban/2026/a]"]
_ITEMS = ["[{bài: tin-tuc/2026/a}]", "[{bài: mo-hinh/m}, {bài: van-ban/2026/b, ghi chú: x}]", "[{địa chỉ: 'https://a.vn', tên: a}]"]
_MODELS = ["null", "mo-hinh/m", "[mo-hinh/m, mo-hinh/n]"]


@st.composite
def written(draw) -> tuple[Record, Body, str]:
    """A record of one of the keys, with a body and a text that may cite numbers."""
    key = draw(st.sampled_from(KEYS))
    some = st.sampled_from
    fields = {
        "news": {"ngày": some(DAYS), "địa_bàn": some(["null", "Tỉnh Mẫu", "Tỉnh Bên"]), "văn_bản": some(_PAPERS), "mô_hình": some(_MODELS)},
        "document": {"ngày": some(DAYS), "số": some(["1", "2"]), "thay_thế": some(_PAPERS[:2])},
        "model": {"ngày_rà_soát": some(DAYS), "tương_tự": some(_MODELS), "địa_bàn": some(["Tỉnh Mẫu", "Tỉnh Bên"]),
                  "kế_thừa": some(_MODELS), "mạch": some(["null", "Tự lo"]), "thời_gian": some(["null", "{từ: 2018}"])},
        "collection": {"ngày": some(DAYS), "đơn_vị": some(["null", "Tỉnh đoàn Mẫu"]), "gồm": some(_ITEMS)},
        "page": {},
    }[kind_of(key)]  # fmt: skip
    given_fields = {name: draw(values) for name, values in fields.items()}
    given_fields |= {"đăng_từ": draw(some(["null", "null", "2026-02-01", "2026-03-01"])), "chủ_đề": draw(some(["null", "Chuyển đổi số"]))}
    given_fields |= {"đường_dẫn": draw(some([key.rsplit("/", 1)[1], "chung"])), "mã": draw(some(["null", "null", "x"]))}
    if kind_of(key) == "document":
        given_fields |= {"ký_hiệu": "KH/TĐTN"}
    links = draw(st.lists(st.sampled_from(["/mo-hinh/m.md", "/tin-tuc/2026/a.md", "/trang/p.md#a"]), max_size=2))
    body = Body((draw(st.sampled_from(["<p>a</p>", "<p>b</p>"])), *map(LinkHole, links)), (Heading(2, draw(st.sampled_from("ab")), "x"),))
    return record(key, **{name: value for name, value in given_fields.items() if value != "null"}), body, draw(st.sampled_from(_TEXTS))


STEPS = st.lists(written() | st.sampled_from(KEYS), min_size=1, max_size=6)
BUILDS = st.lists(st.tuples(STEPS, st.sampled_from(["2026-01-15", "2026-02-15", "2026-03-15"])), min_size=2, max_size=4)


def entry(made: tuple[Record, Body, str]):
    """What was written, as it goes into the store."""
    one, body, text = made
    return held.entry(one, body, mentions.read(text))


def readings(library: Library) -> dict[tuple, object]:
    """Everything that a reader can ask, with the cells that this has read and the answer."""
    found = {}

    def ask(name: tuple, question):
        with library.trace.reading() as cells:
            answer = question()
        found[name] = frozenset(cells), answer

    for key in KEYS:
        ask(("record", key), lambda key=key: library.record(key))
        ask(("there", key), lambda key=key: key in library.records)
        ask(("hidden", key), lambda key=key: library.hidden(key))
        ask(("out", key), lambda key=key: library.relations.out(key))
        ask(("into", key), lambda key=key: library.relations.into(key))
        ask(("threads", key), lambda key=key: library.threads_of(key))
        for kind in ("documents", "models", "cites", "links", "similar", "replaces", "collects"):
            ask(("from", key, kind), lambda key=key, kind=kind: library.relations.from_(key, kind))
            ask(("to", key, kind), lambda key=key, kind=kind: library.relations.to(key, kind))
        if one := library.record(key):
            ask(("body", key), lambda key=key: (library.body(key), library.anchors(key)))
            ask(("beside", key), lambda one=one: (library.record(one.key), library.neighbours(one)))
            if one.kind == "news":
                targets = {edge.target for edge in library.relations.out(key) if edge.target}
                near = {target: lambda one=one, target=target: (library.record(one.key), library.relations.out(one.key),
                                                                tuple(library.nearest(one, target))) for target in targets}  # fmt: skip
                for target, question in near.items():
                    ask(("near", key, target), question)
    ask(("threads",), library.threads)
    for key in ("tu-lo", "m", "n", "chung"):
        ask(("thread", key), lambda key=key: library.thread(key))
    kinds = {*CLASSES, *BY_REACH, "category", "type", "year", "news-year", "organ", "topic"}
    for kind in sorted(kinds | {"unit", "place", "index", "about", "moved"}):
        ask(("keys", kind), lambda kind=kind: library.keys(kind))
        for word in ("", "2026", "tin-hoat-dong", "ke-hoach", "tinh-mau", "tinh-ben", "tinh-doan-mau", "chuyen-doi-so", "pilot", *KEYS):
            ask(("list", kind, word), lambda kind=kind, word=word: library.list(kind, word).entries)
            ask(("any", kind, word), lambda kind=kind, word=word: library.has(kind, word))
            ask(("recent", kind, word), lambda kind=kind, word=word: tuple(library.recent(kind, word, 2)))
    for number in {citations.key(n, None, "KH/TĐTN") for n in "12"}:
        ask(("number", number), lambda number=number: library.numbered(number))
    return found


def rows(store: Store) -> dict[str, list]:
    """What stands in the tables, but for how it is packed."""
    tables = {"claims": "claim, key", "reached": "*", "lists": "name, members", "records": "key, public, embargo"}
    tables |= {"bodies": "key, body, named", "edges": "source, edges"}
    return {name: sorted(store.execute(f"SELECT {columns} FROM {name}").fetchall()) for name, columns in tables.items()}


@settings(max_examples=60)
@given(BUILDS)
def test_any_history_ends_where_a_fresh_start_does(builds):
    """After any builds in which records came, changed, went and embargoes ended or were laid on again, every table is that of
    holdings filled afresh, and whatever a reader sees otherwise than before has read a cell that was told."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(registers, "LAST", 2):
        there: dict[str, tuple] = {}
        before: dict[tuple, object] = {}
        for steps, as_of in builds:
            store = Store(Path(folder) / "a")
            holdings = Holdings(store, WORDS, as_of)
            first = holdings.empty
            came: set[str] = set()
            for step in steps:
                key = step if isinstance(step, str) else step[0].key
                if first and (isinstance(step, str) or key in came):
                    continue  # a first build reads each file once
                came.add(key)
                if isinstance(step, str):
                    holdings.remove(key)
                    there.pop(key, None)
                else:
                    holdings.put(entry(step))
                    there[key] = step
            holdings.judge(as_of)
            library = held.tie(holdings)
            after = readings(library)
            for name in before.keys() & after.keys() if not first else ():
                (cells, old), (_, new) = before[name], after[name]
                assert old == new or cells & holdings.cells, (name, old, new)
            before = after
            fresh = Holdings(Store(None), WORDS, as_of)
            for key in sorted(there):
                fresh.put(entry(there[key]))
            assert readings(held.tie(fresh)) == after and rows(fresh.store) == rows(store)
            store.commit()
            store.close()


@settings(max_examples=60)
@given(st.lists(written(), max_size=8, unique_by=lambda made: made[0].key))
def test_the_holdings_are_what_their_records_say(made):
    """Lists, edges at both ends, numbers and claims are those found by looking at all records; hidden ones are seen nowhere."""
    holdings = Holdings(Store(None), WORDS, "2026-02-15")
    for one in made:
        holdings.put(entry(one))
    library = held.tie(holdings)
    public = {one.key: one for one, *_ in made if not (one.embargo and one.embargo.iso > "2026-02-15")}
    hidden = {one.key: one for one, *_ in made if one.key not in public}
    assert dict(library.records) == public and len(library.records) == len(public) and all(map(library.hidden, hidden))
    for kind in CLASSES:
        assert list(library.list(kind)) == sorted((r for r in public.values() if r.kind == kind), key=order)
    world = Known(public, WORDS, hidden)
    shown = [(one, text, linked(one, body)) for one, body, text in made if one.key in public]
    told = {one.key: edges(one, mentions.read(text), links, world)[0] for one, text, links in shown}
    for key in KEYS:
        assert library.relations.out(key) == told.get(key, ())
        reaching = [edge for source in sorted(told) for edge in told[source] if edge.target == key]
        assert list(library.relations.into(key)) == reaching
        about = [public[e.source] for e in dict.fromkeys(e for e in reaching if public[e.source].kind == "news")]
        assert list(library.list("about", key)) == sorted({r.key: r for r in about}.values(), key=order)
    for number in ("1", "2"):
        wanted = citations.key(number, None, "KH/TĐTN")
        bearing = sorted((r for r in public.values() if getattr(r, "number", "") == number), key=lambda r: r.key)
        assert list(library.numbered(wanted)) == bearing == list(world.numbered(wanted))
    rivals = {a.key for a, *_ in made for b, *_ in made if a is not b and shared(a, b)}
    assert holdings.rivals(None) == rivals == holdings.rivals([one.key for one, *_ in made])


def shared(a: Record, b: Record) -> bool:
    """Whether two records claim one thing, but for a printed number."""
    return any(not claim.startswith("number") for claim in identities.held(a) & identities.held(b))


def test_a_record_in_other_words_only_is_no_change():
    """A file that says the same in another order or with other comments is told as a file, and not as a record or a body."""
    store = Store(None)
    first = Holdings(store, WORDS, "2026-02-15")
    first.put(entry((record("tin-tuc/2026/a", chủ_đề="Chuyển đổi số"), Body(("x",)), "")))
    held.tie(first)
    second = Holdings(store, WORDS, "2026-02-15")
    second.put(entry((record("tin-tuc/2026/a", tóm_tắt="'Sáng nay ra quân.'", chủ_đề="[Chuyển đổi số]"), Body(("x",)), "")))
    held.tie(second)
    assert second.cells == {tracing.SOURCE + "tin-tuc/2026/a"}


def test_whoever_asks_is_noted():
    """A list notes itself, and a record of it only when it is looked at; a missing record is noted too."""
    library = held.library([record("tin-tuc/2026/a"), record("tin-tuc/2026/b")], WORDS, trace=Trace())
    with library.trace.reading() as cells:
        news = library.list("news")
        assert len(news) == 2 and news.keys == ("tin-tuc/2026/a", "tin-tuc/2026/b")
    assert cells == {"l:news\t"}
    with library.trace.reading() as cells:
        assert news[-1].key == "tin-tuc/2026/b" and [r.key for r in news[:1]] == ["tin-tuc/2026/a"]
        assert library.record("tin-tuc/2026/x") is None and "mo-hinh/y" not in library.records
    assert cells == {"r:tin-tuc/2026/b", "r:tin-tuc/2026/a", "r:tin-tuc/2026/x", "r:mo-hinh/y"}


def test_who_shows_the_last_is_not_told_of_older_ones(monkeypatch):
    """When an older record of a list comes or goes, whoever shows those shown last is not told; when one of these goes, he is."""
    monkeypatch.setattr(registers, "LAST", 2)
    store, told = Store(None), []
    for gone in ([], [1], [4]):
        holdings = Holdings(store, WORDS, "2026-12-01")
        for n in gone:
            holdings.remove(f"tin-tuc/2026/n{n}")
        for n in range(1, 5) if holdings.empty else ():
            holdings.put(entry((record(f"tin-tuc/2026/n{n}", ngày=f"2026-01-0{n}"), Body(), "")))
        library = held.tie(holdings)
        with library.trace.reading() as cells:
            library.recent("news")
        told.append(bool(cells & holdings.cells))
    assert told == [True, False, True]


def test_another_spelling_of_a_citation_is_told_to_the_cited():
    """When a text cites the same document in other words, whoever shows the words of citations at the cited document is told."""
    store, key = Store(None), "van-ban/2026/a"
    paper = record(key, số="1", ký_hiệu="KH/TĐTN")
    for text, told in (("Kế hoạch 1-KH/TĐTN", True), ("KH số 1 - KH/TĐTN", True), ("theo KH số 1 - KH/TĐTN", False)):
        holdings = Holdings(store, WORDS, "2026-02-15")
        holdings.put(entry((paper, Body(), "")))
        holdings.put(entry((record("tin-tuc/2026/b", địa_bàn="Tỉnh Mẫu"), Body((text,)), text)))
        library = held.tie(holdings)
        with library.trace.reading() as cells:
            (edge,) = library.relations.to(key, "cites")
        assert edge.text in text and bool(cells & holdings.cells) == told


@given(st.sets(st.integers(1, 9), min_size=1), st.sets(st.integers(1, 9), min_size=1))
def test_whoever_sees_other_neighbours_is_told(before, after):
    """When news of one matter come and go, all whose nearest or neighbouring news are others now are told."""
    store = Store(None)

    def seen(days: set[int], gone: set[int]) -> tuple[Holdings, dict]:
        holdings = Holdings(store, WORDS, "2026-12-01")
        for n in sorted(gone):
            holdings.remove(f"tin-tuc/2026/n{n}")
        for n in sorted(days):
            holdings.put(entry((record(f"tin-tuc/2026/n{n}", ngày=f"2026-01-0{n}", mô_hình="mo-hinh/m"), Body(), "")))
        if holdings.empty:
            holdings.put(entry((record("mo-hinh/m"), Body(), "")))
        library, found = held.tie(holdings), {}
        for one in library.list("news"):
            for name, question in (
                ("near", lambda one=one: tuple(library.nearest(one, "mo-hinh/m"))),
                ("beside", lambda one=one: library.neighbours(one)),
            ):
                with library.trace.reading() as cells:
                    answer = question()
                found[name, one.key] = {cell for cell in cells if not cell.startswith("r:")}, answer
        return holdings, found

    _, old = seen(before, set())
    holdings, new = seen(after - before, before - after)
    for name in old.keys() & new.keys():
        assert old[name][1] == new[name][1] or new[name][0] & holdings.cells, name


@given(st.sets(st.integers(0, 12)), st.sets(st.integers(0, 12)), st.sets(st.integers(0, 12)), st.integers(0, 3))
def test_a_list_is_altered_as_if_it_were_made_anew(was, gone, come, days):
    """However few entries go and come, the list is that of all its records, and who shows those shown last is told when they differ."""
    gone, come = gone & was, come - was
    name = {n: f"2026-01-{n:02}\tn{n}\t2026-01-{n + (days if n % 3 == 0 else 0):02}" for n in range(13)}
    before, after = (sorted(name[n] for n in some) for some in (was, was - gone | come))
    told = {name[n] for n in gone}, {name[n] for n in come}
    assert registers._altered(before, *told) == after
    with mock.patch.object(registers, "LAST", 3):
        otherwise = registers.last_shown(before) != registers.last_shown(after)
        assert not otherwise or registers._shown_otherwise(after, *told)
        assert otherwise or not registers._shown_otherwise(after, *told) or len(after) < 3
