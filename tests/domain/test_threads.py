"""Threads: which models hang together, in which order, under which key; what later models say otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import descent
from plugins.domain.branches import Branch, branches
from plugins.domain.dates import read
from plugins.domain.threads import Kin, backwards, beginning, threads
from tests.domain import sample


def kin(key: str, start: str = "", before: str = "", beside: str = "", named: str = "") -> Kin:
    return Kin(key, f"s-{key}", start, "noi", *(tuple(words.split()) for words in (named, before, beside)))


def shape(*models: Kin) -> dict[str, str]:
    """Each thread by its key, its members in order."""
    return {key: " ".join(one.key for one in thread.members) for key, thread in threads(models).items()}


def test_descent_is_followed_and_likeness_stands_beside():
    """A thread that is named takes in all that descends from its models or that they descend from; what is similar comes along alone."""
    models = (kin("a", "2013"), kin("b", "2018", "a", named="t"), kin("c", "2019", "b", "d"), kin("d", "2020"), kin("e", "2021", "", "d"))
    assert shape(*models) == {"t": "a b c d"}
    assert threads(models)["t"].similar == ("d",) and threads(models)["t"].years == ("2013", "2020")


def test_a_thread_of_its_own_is_a_border():
    """A model that names another thread is not drawn in, nor what lies behind it."""
    assert shape(kin("a", named="t"), kin("b", before="a", named="u"), kin("c", before="b")) == {"t": "a", "u": "b c"}
    assert shape(kin("a", named="t u"), kin("b", before="a")) == {"t": "a b", "u": "a b"}


def test_a_thread_without_a_name_is_called_after_its_first_model():
    """Its page stands under the slug of the first model; the slugs of the others lead there, and none to two threads."""
    found = threads((kin("b", "2018", "a"), kin("a", "2013"), kin("x", beside="a"), kin("y", "2001", named="s-a"), kin("z")))
    assert list(found) == ["s-a", "s-a-mo-hinh"]
    assert found["s-a-mo-hinh"].former == ("s-b",) and found["s-a-mo-hinh"].similar == ("x",) and found["s-a"].former == ("s-y",)


def test_a_forerunner_of_unknown_year_stands_before_its_successor():
    """Order is by year; without one a model stands right before the first that descends from it, or at the end."""
    found = shape(kin("o"), kin("c", "2018", "b"), kin("b", "", "o"), kin("a", "2015", "o"), kin("z", "", "a", named="t"))
    assert found == {"t": "o a b c z"}
    assert shape(kin("a", "", "b", named="t"), kin("b", "", "a")) == {"t": "a b"}, "a ring is told elsewhere and ends nowhere"


def test_a_forerunner_that_began_later_is_seen():
    """Only as far as both beginnings are told: a year says nothing of its months."""
    models = (kin("a", "2019"), kin("b", "2018", "a"), kin("c", "2019-05", "a"), kin("d", "2019", "c"), kin("e", "", "a"))
    assert backwards(models) == [("b", "a")]


def test_the_year_is_what_the_record_says():
    """A beginning is said, else it is the earliest milestone; the day of publishing is none."""
    told = {"ngày_đăng": "2026-01-01"}
    assert beginning(sample.record("mo-hinh/a", **told)) == (None, False)
    stones = "[{ngày: 2019, việc: Nhân ra}, {ngày: 2018-06, việc: Bắt đầu}]"
    assert beginning(sample.record("mo-hinh/a", các_mốc=stones, **told)) == (read("2018-06"), False)
    assert beginning(sample.record("mo-hinh/a", các_mốc=stones, thời_gian="{từ: 2017}")) == (read("2017"), True)


NAMES = st.sampled_from("abcdefgh")
TIES = st.dictionaries(NAMES, st.tuples(st.sets(NAMES, max_size=2), st.sets(NAMES, max_size=2), st.sets(st.sampled_from("tu"), max_size=1)))


@given(TIES)
def test_every_model_that_names_a_thread_or_kin_is_in_one(ties):
    """Whoever names a thread or a forerunner stands in a thread, slugs lead to one page each, and the order of reading changes nothing."""
    models = [kin(key, "", " ".join(sorted(a)), " ".join(sorted(b)), " ".join(c)) for key, (a, b, c) in ties.items()]
    found = threads(models)
    inside = {one.key for thread in found.values() for one in thread.members if one.key not in thread.similar}
    for one in models:
        if one.named or (set(one.before) & ties.keys() - {one.key}):
            assert one.key in inside
    slugs = [slug for thread in found.values() for slug in (thread.key, *thread.former)]
    assert len(set(slugs)) == len(slugs)
    assert threads(models[::-1]) == found


def test_changes_are_told_by_the_words_of_both():
    """What stays, what is said otherwise, what is new, what is gone; a part that one record leaves out is not compared."""
    before = sample.record("mo-hinh/a", thành_tố="[Nắm tình hình, Lập kế hoạch, Gặp cấp ủy]", đối_tượng="[Đoàn viên]")
    after = sample.record("mo-hinh/b", thành_tố="[lập kế hoạch năm, Gặp cấp uỷ., Vẽ bản đồ]", các_bước="[{bước: Hỏi}]")
    (change,) = descent.changes(before, after)
    assert change == ("Nội dung", ("Gặp cấp uỷ.",), (("Lập kế hoạch", "lập kế hoạch năm"),), ("Vẽ bản đồ",), ("Nắm tình hình",))


@given(st.lists(st.tuples(st.integers(1990, 2040), st.text("abW ", max_size=40)), min_size=2, max_size=8))
def test_a_drawing_stays_in_its_frame(rows):
    """No word or line leaves the drawing, whatever the years and the names."""
    made = branches("Mạch", [Branch(n, read(str(year)), name, (n - 1,)) for n, (year, name) in enumerate(sorted(rows), 1)], "Kể")
    for shape_ in made.shapes:
        if shape_.kind == "words":
            assert shape_.span[0] >= -1 and shape_.span[1] <= made.wide + 1 and shape_.y <= made.high
        if shape_.kind == "line":
            assert 0 <= shape_.x <= made.wide and 0 <= shape_.to_x <= made.wide
    names = [s for s in made.shapes if s.kind == "words" and s.look == "words"]
    stems = [s for s in made.shapes if s.kind == "line" and s.look == "stem" and s.y == s.to_y]
    assert not any(s.y == n.y - 4 and max(s.x, s.to_x) > n.x for s in stems for n in names), "a line runs through a name"


def test_too_little_and_too_much_are_not_drawn():
    """One model is no line; very many are read better as a list."""
    assert branches("M", [Branch(1, read("2018"), "A")], "") is None
    assert branches("M", [Branch(n, read("2018"), "A") for n in range(40)], "") is None
