"""Which document a printed number means: what is kept at hand answers as the plain rule does, word for word."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.commands import bench_relations
from plugins.domain import citations, naming, surroundings
from plugins.domain.bearers import home_of
from plugins.domain.relations import Known
from plugins.domain.text import fold
from tests.domain.sample import WORDS, record

ORGANS = ("Tỉnh đoàn Mẫu", "Tỉnh đoàn Bên", "Trung ương Đoàn", "Đoàn xã Thuỷ Tiên")
DAYS = ("2019-04-02", "2019-05-06", "2020-04-02", None)
SAID = (
    "", "Theo Hướng dẫn của Tỉnh đoàn Bên", "của Đoàn TNCS Hồ Chí Minh tỉnh Mẫu;", "ở XÃ THỦY TIÊN, Tỉnh đoàn Mẫu", "tỉnh\u00a0Bên",
    "ti\u0309nh Bên", "Tỉnh Bên5", "(Tỉnh đoàn-Bên)", "đất – mẫu", "Tỉnh đoàn\u200b Mẫu",
)  # fmt: skip
documents = st.lists(st.tuples(st.sampled_from(ORGANS), st.sampled_from(DAYS)), max_size=6)
sources = st.one_of(
    st.builds(
        lambda organ, day: ("van-ban/2021/nguon", {"cơ_quan": organ, "ngày": day}), st.sampled_from(ORGANS), st.sampled_from(DAYS[:3])
    ),
    st.builds(lambda unit: ("tin-tuc/2020/nguon", {"ngày": "2020-01-01", "đơn_vị": unit}), st.sampled_from((None, *ORGANS))),
)


def plainly(source, cited, made, sentence: str, day: str | None) -> list:
    """The rule without anything kept: year and day, then the organ named, then the place, then what was there already."""
    day, found = cited.date or day, made
    if cited.year:
        found = [d for d in found if not d.date or d.date.iso[:4] == cited.year]
    on_day = [d for d in found if day and d.date and d.date.iso == day]
    if day:
        found = on_day or [d for d in found if not d.date or d.date.iso[:4] == day[:4]]
    home = surroundings.home(source, WORDS)
    central = [d for d in found if WORDS.entry("organs", d.organ).level == "central"]
    near = [d for d in found if d in central or not home_of(d.organ, WORDS).isdisjoint(home)]
    if len(near) < len(found) or len({d.organ for d in found}) != 1:
        lengths = {d.key: length for d in found if (length := longest(d.organ, sentence))}
        near = [d for d in found if lengths and lengths.get(d.key) == max(lengths.values())] or near
    near = near or on_day
    there = [d for d in near if not d.date or not source.date or d.date.iso <= source.date.iso] if len(near) > 1 else []
    return there or near


def longest(organ: str, sentence: str) -> int:
    """The length of the longest name of an organ, or of its place, in a sentence; with the blanks around it."""
    return max((len(name) + 2 for name in naming.names_of(organ, WORDS) if f" {name} " in f" {fold(sentence)} "), default=0)


YEARS = (None, "2019", "2020", "20191")


@given(documents, sources, st.sampled_from(SAID), st.sampled_from(DAYS), st.sampled_from(YEARS), st.sampled_from(DAYS))
def test_what_is_kept_answers_as_the_plain_rule(given_documents, source, sentence, printed, year, elsewhere):
    """Whatever bears a number, whoever cites it, from wherever: the index finds what reading all documents in turn finds."""
    made = [
        record(f"van-ban/2019/{at}", loại="Kế hoạch", số="16", ký_hiệu="KH/TĐTN", cơ_quan=organ, **_day(day))
        for at, (organ, day) in enumerate(given_documents)
    ]
    key, fields = source
    citing = record(key, **fields)
    cited = citations.Citation("16-KH/TĐTN", "Kế hoạch", "16", year, "KH/TĐTN", printed, 0, 10)
    world = Known({d.key: d for d in made}, WORDS, {})
    for _ in range(2):  # the second time from what is kept
        found = surroundings.fitting(surroundings.standpoint(citing, WORDS), cited, world, sentence, elsewhere)
        assert list(found) == plainly(citing, cited, made, sentence, elsewhere)


def _day(day: str | None) -> dict[str, str | None]:
    return {"ngày": day} if day else {"ngày": None, "ghi_chú_ngày": "bản in không ghi ngày"}


@given(st.lists(st.sampled_from((*SAID, "Bên", "tỉnh", "Mẫu", "và", "–")), max_size=8).map(" ".join))
def test_names_are_heard_as_the_whole_sentence_says_them(sentence):
    """Sentences are brought into search form word by word, and the same organs are found in them."""
    keys = [entry.key for entry in WORDS.lists["organs"]]
    assert dict(naming.heard(sentence, WORDS)) == {key: length for key in keys if (length := longest(key, sentence))}


def test_the_measured_archive_holds_every_case():
    """The archive by which relations are measured has numbers that are settled, some that fit several documents, and doubtful days."""
    found = list(bench_relations.judged(bench_relations.archive(420, 35, 3)))
    meanings = [meant for one, _ in found for meant in one.meanings]
    assert any(meant.target for meant in meanings) and any(meant.candidates for meant in meanings)
    assert any(doubts for _, doubts in found) and len(meanings) == 420 * 3
