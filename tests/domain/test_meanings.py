"""What a citation means: settled by day, organ, place and sentence, a short form by the full one, a name by the table."""

from plugins.domain import mentions
from plugins.domain.meanings import identity, meanings
from plugins.domain.relations import Known, edges
from tests.domain.sample import WORDS, record

ALIASES = tuple((e.get("phrase"), e.get("document").text) for e in WORDS.lists["aliases"])


def hd(key: str, **fields):
    """A guidance number 16 of the first province."""
    return record(key, **({"loại": "Hướng dẫn", "số": "16", "ký_hiệu": "HD/TĐTN-TCKT", "ngày": "2019-04-02"} | fields))


HERE, THERE = hd("van-ban/2019/hd"), hd("van-ban/2019/ben", cơ_quan="Tỉnh đoàn Bên")


def meant(text: str, *others, **news: str) -> list:
    """Target, or candidates, of each mention in a piece of news."""
    one = record("tin-tuc/2026/tin", **news)
    found = mentions.read(text, aliases=ALIASES)
    told = meanings(one, found, Known({r.key: r for r in (one, *others)}, WORDS, {}))
    return [m and (m.target or m.candidates) for m in told]


def test_short_forms_mean_what_the_full_one_before_them_means():
    """“Hướng dẫn 16” is the guidance named in full before; the nearest one counts."""
    text = "Hướng dẫn 16-HD/TĐTN-TCKT của Tỉnh đoàn Mẫu. Hướng dẫn 16. Hướng dẫn 16-HD/TĐTN-TCKT của Tỉnh đoàn Bên. Hướng dẫn số 16"
    assert meant(text, HERE, THERE) == [HERE.key, HERE.key, THERE.key, THERE.key]


def test_an_organ_named_in_the_sentence_settles_a_number():
    """The organ or its place beside the number counts more than where the text is from; in another sentence it does not."""
    for words, goal in (("của Tỉnh đoàn Bên", THERE.key), ("của tỉnh đoàn mẫu", HERE.key), ("ở Tỉnh Bên", THERE.key)):
        assert meant(f"Hướng dẫn 16-HD/TĐTN-TCKT {words}", HERE, THERE) == [goal]
        assert meant(f"Hướng dẫn 16-HD/TĐTN-TCKT {words}", HERE, THERE, địa_bàn="Tỉnh Mẫu") == [goal]
    assert meant("Tỉnh đoàn Bên họp. Hướng dẫn 16-HD/TĐTN-TCKT", HERE, THERE) == [()]


def test_a_day_given_once_counts_for_the_whole_text():
    """A number cited without its day means the document of the day that the text gives elsewhere, unless it gives two."""
    old, new = hd("van-ban/2014/hd", ngày="2014-04-02"), HERE
    undated, dated = "Hướng dẫn 16-HD/TĐTN-TCKT", "Hướng dẫn 16-HD/TĐTN-TCKT ngày 02/4/2014"
    assert meant(undated, old, new, địa_bàn="Tỉnh Mẫu") == [(old.key, new.key)]
    assert meant(f"{undated}\n\n{dated}", old, new, địa_bàn="Tỉnh Mẫu") == [old.key, old.key]
    both = meant(f"{undated}\n\n{dated}\n\n{undated} ngày 02/4/2019", old, new, địa_bàn="Tỉnh Mẫu")
    assert both == [(old.key, new.key), old.key, new.key]


def test_a_text_does_not_cite_what_was_written_later():
    """Of two documents with one number, only that counts which was there when the text was written."""
    old, new = hd("van-ban/2014/hd", ngày="2014-04-02"), HERE
    assert meant("Hướng dẫn 16-HD/TĐTN-TCKT", old, new, địa_bàn="Tỉnh Mẫu", ngày="2016-01-05") == [old.key]


def test_names_mean_what_the_alias_table_says():
    """A name leads to its document by path or by number."""
    rules = record("van-ban/2022/dieu-le", số=None, cơ_quan="tw", ngày="2022-12-15")
    central = record("van-ban/2018/08-kl", loại="Kết luận", cơ_quan="tw", số="08", ký_hiệu="KL/TWĐTN-BTC", ngày="2018-11-01")
    assert meant("theo Điều lệ Đoàn và Kết luận của Trung ương", rules, central) == [rules.key, central.key]
    assert meant("theo Điều lệ Đoàn") == [()]


def test_an_edge_carries_the_first_sentence_that_names_its_document():
    """A citation brings its sentence; a declared relation takes it from the text that speaks of it first."""
    text = "Mở đầu. Theo Hướng dẫn 16-HD/TĐTN-TCKT, ta làm. Lại Hướng dẫn 16."
    one = record("tin-tuc/2026/tin", địa_bàn="Tỉnh Mẫu")
    plan = record("van-ban/2026/kh", thực_hiện="van-ban/2019/hd")
    world = Known({r.key: r for r in (one, plan, HERE)}, WORDS, {})
    said = ("Theo ", "Hướng dẫn 16-HD/TĐTN-TCKT", ", ta làm.")
    for source, kind in ((one, "cites"), (plan, "implements")):
        (edge,) = edges(source, mentions.read(text), (), world).edges
        assert (edge.kind, edge.target, edge.said) == (kind, HERE.key, said)


def test_a_retold_document_cites_nothing_but_its_text_has_meanings():
    """What our summary of a document names, the document did not name; readers may follow it all the same."""
    told = record("van-ban/2026/kh", nguồn="\n  tên: Một tờ báo")
    found = edges(told, mentions.read("Hướng dẫn 16-HD/TĐTN-TCKT"), (), Known({told.key: told, HERE.key: HERE}, WORDS, {}))
    assert found.edges == () and [m.target for m in found.meanings] == [HERE.key]


def test_spellings_of_one_document_are_one():
    """Number and symbol are compared in search form; words without a number as words."""
    assert identity("Hướng dẫn số: 16 - HD/TĐTN-TCKT") == identity("HD 16-HD/TĐTN-TCKT ngày 2/4/2019") != identity("Điều lệ Đoàn")
