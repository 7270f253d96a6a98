"""Doubts about citations: told once each, as warnings, where they stand; what is right or may be another document is left alone."""

from plugins.domain import mentions
from plugins.domain.doubts import Quote, across, alike, doubts, quotes
from plugins.domain.meanings import meanings
from plugins.domain.problems import WARNING
from plugins.domain.relations import Known
from tests.domain.sample import WORDS, record


def told(text: str, *others, **news: str) -> list[tuple[str, str]]:
    """Code and first quoted words of every doubt about a piece of news."""
    one = record("tin-tuc/2026/tin", **({"địa_bàn": "Tỉnh Mẫu"} | news))
    world = Known({r.key: r for r in (one, *others)}, WORDS, {})
    found = mentions.read(text)
    problems = doubts(one, found, meanings(one, found, world), world)
    assert all(p.level == WARNING and p.suggestion and p.path == one.path for p in problems)
    return [(p.code, p.message.split("”")[0].lstrip("“")) for p in problems]


def plan(**fields: str):
    """A plan number 12 of the province, of 10 February 2026."""
    return record("van-ban/2026/12-kh", **({"số": "'12'", "ký_hiệu": "KH/TĐTN-PT"} | fields))


def test_a_type_word_against_its_code_is_told_once():
    """However often it is repeated."""
    text = "Kế hoạch số 11-HD/TĐTN-TCKT, rồi Kế hoạch 11-HD/TĐTN-TCKT và Hướng dẫn 11-HD/TĐTN-TCKT"
    assert told(text) == [("loai-trai-ky-hieu", "Kế hoạch số 11-HD/TĐTN-TCKT")]


def test_two_days_of_one_document_are_told():
    """A document that is elsewhere, with two days on one page."""
    text = "Hướng dẫn 67-HD/TĐTN-XDĐ ngày 10/11/2021 và Hướng dẫn 67-HD/TĐTN-XDĐ ngày 10/11/2022"
    assert told(text) == [("ngay-trai-nhau", "Hướng dẫn 67-HD/TĐTN-XDĐ ngày 10/11/2022")]


def test_a_day_is_held_against_the_document_of_the_site():
    """Another day of its year, or the same day of another year; the right day and quite another year are no doubt."""
    for day, wrong in (("10/02/2026", False), ("12/02/2026", True), ("10/02/2025", True), ("03/9/2019", False)):
        text = f"Kế hoạch 12-KH/TĐTN-PT ngày {day}"
        assert told(text, plan()) == ([("ngay-trai-van-ban", text)] if wrong else []), day


def test_the_document_itself_settles_which_day_is_right():
    """Two days on a page are one doubt when the document is here: the wrong one against the document."""
    text = "Kế hoạch 12-KH/TĐTN-PT ngày 10/02/2026 hay Kế hoạch 12-KH/TĐTN-PT ngày 12/02/2026"
    assert told(text, plan()) == [("ngay-trai-van-ban", "Kế hoạch 12-KH/TĐTN-PT ngày 12/02/2026")]


def test_days_that_cannot_be_are_told():
    """A day that no calendar has, a year with five figures, a day after the page itself, or after its last change."""
    assert told("Quyết định 5-QĐ/TĐTN ngày 31/02/2025") == [("ngay-khong-the", "Quyết định 5-QĐ/TĐTN ngày 31/02/2025")]
    assert told("Quyết định 5-QĐ/TĐTN ngày 3/02/20222") == [("ngay-khong-the", "Quyết định 5-QĐ/TĐTN ngày 3/02/20222")]
    later = "Công văn 8-CV/TĐTN ngày 06/03/2026"
    assert told(later) == [("ngay-sau-bai", later)] and told(later, ngày_sửa="2026-03-07") == []


def test_a_slip_of_the_finger_changes_one_figure_group():
    """Days that differ in their day, month or year alone are alike; all others are two documents."""
    assert alike("2021-11-10", "2022-11-10") and alike("2021-11-10", "2021-11-16") and alike("2021-11-10", "2021-01-10")
    assert not alike("2021-11-10", "2021-11-10") and not alike("2021-11-10", "2022-01-10")


def test_texts_that_differ_about_a_document_elsewhere_are_told():
    """The rarer day is told, with the file that says otherwise; two days far apart are two documents."""
    right, slip, other = (Quote("67//hd-tdtn", day, 9, f"67-HD ngày {day}") for day in ("2021-11-10", "2022-11-10", "2014-03-05"))
    (problem,) = across([("content/a.md", slip), ("content/b.md", right), ("content/c.md", right), ("content/d.md", other)])
    assert (problem.path, problem.line, problem.code) == ("content/a.md", 9, "ngay-trai-nhau") and "content/b.md" in problem.message
    assert across([("content/a.md", right), ("content/a.md", slip)]) == []


def test_only_documents_elsewhere_are_quoted():
    """A day given for a document of the site is measured by that document, and by no other text."""
    one = record("tin-tuc/2026/tin", địa_bàn="Tỉnh Mẫu")
    found = mentions.read("Kế hoạch 12-KH/TĐTN-PT ngày 10/02/2026, Chỉ thị 06-CT/TU ngày 20/7/2021, Kế hoạch 12")
    meant = meanings(one, found, Known({"van-ban/2026/12-kh": plan(), one.key: one}, WORDS, {}))
    assert [(q.number, q.day) for q in quotes(found, meant)] == [("6//ct-tu", "2021-07-20")]
