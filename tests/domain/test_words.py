"""Controlled words: found however they are spelt, never by a different mark, and wrong data files are told."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import words
from plugins.domain.vocabulary import FILES
from tests.domain import sample


def changed(**files: str | None) -> tuple[words.Words, list[tuple[str, int, str]]]:
    """The vocabularies with some files changed (None: missing), and file, line and code of each problem."""
    texts = {name: text for name, text in (sample.TEXTS | {f"{k.replace('_', '-')}.yml": v for k, v in files.items()}).items() if text}
    vocabulary, problems = words.read(texts, "content")
    return vocabulary, [(p.path.rsplit("/", 1)[1], p.line, p.code) for p in problems]


def test_the_sample_is_sound():
    """The vocabulary that the tests stand on has no problem."""
    assert sample.PROBLEMS == []


@pytest.mark.parametrize(
    ("vocabulary", "written", "key"),
    [
        ("places", "Huyện Hòa Bình", "huyen-hoa-binh"),
        ("places", "huyện hoà bình", "huyen-hoa-binh"),
        ("places", "HUYỆN HOÀ BÌNH", "huyen-hoa-binh"),
        ("places", "xã thủy tiên", "xa-thuy-tien"),
        ("places", "Xã Thuỷ Tiên", "xa-thuy-tien"),
        ("places", unicodedata.normalize("NFD", "Huyện Hòa Bình"), "huyen-hoa-binh"),
        ("places", "huyen-hoa-binh", "huyen-hoa-binh"),
        ("places", "Đất Mẫu", "tinh-mau"),
        ("places", "Ðất Mẫu", "tinh-mau"),
        ("types", "KH", "ke-hoach"),
        ("types", "kế  hoạch", "ke-hoach"),
        ("organs", "Đoàn TNCS Hồ Chí Minh tỉnh Mẫu", "tinh-doan-mau"),
    ],
)
def test_a_word_is_found_however_it_is_spelt(vocabulary, written, key):
    """Key, name, code and alias, in any case and with either place of the tone mark, find the word."""
    assert sample.WORDS.find(vocabulary, written) == key


@pytest.mark.parametrize("written", ["Huyện Hoa Bình", "Huyện Hoá Bình", "Huyện Hòa", "", "–", "!!!", "Tinh Mầu"])
def test_another_mark_is_another_word(written):
    """A word with other tone marks, a part of a word, or no letters at all find nothing."""
    assert sample.WORDS.find("places", written) is None


def test_unknown_vocabulary_finds_nothing():
    """Asking for a word of a vocabulary that is not there is answered by None, and its name by the key."""
    assert sample.WORDS.find("khong-co", "a") is None and sample.WORDS.name("khong-co", "a") == "a"


@given(st.text(max_size=30))
def test_finding_never_raises_and_keys_exist(text):
    """Any text finds a key that exists, or nothing."""
    key = sample.WORDS.find("places", text)
    assert key is None or sample.WORDS.entry("places", key).key == key


@pytest.mark.parametrize("alias", ["tên khác", "tên_khác", "Tên-Khác", "aliases"])
def test_words_refer_to_each_other_by_any_spelling(alias):
    """An entry may name another by its alias, whichever way the key of the alias is written."""
    vocabulary, problems = changed(
        dia_ban=f"- tên: Tỉnh Mẫu\n  {alias}: Xứ Mẫu\n- tên: Tỉnh Bên\n- tên: Xã A\n  thuộc: xứ mẫu\n", co_quan="- tên: B\n  cấp: tỉnh\n"
    )
    assert not problems and vocabulary.entry("places", "xa-a").parent == "tinh-mau"


def test_forward_references_hold():
    """An entry may name one that stands below it in the file."""
    vocabulary, problems = changed(dia_ban="- tên: Cũ\n  kế tục: Mới\n- tên: Mới\n", co_quan="- tên: B\n  cấp: tỉnh\n")
    assert not problems and vocabulary.entry("places", "cu").successor == ("moi",)


def test_a_name_wins_over_an_alias():
    """When a name is also an alias of another entry, the entry that bears it is meant."""
    vocabulary, _ = changed(chu_de="- tên: A\n  tên khác: B\n- tên: B\n")
    assert vocabulary.find("topics", "b") == "b"


@pytest.mark.parametrize("missing", ["trang-web.yml", "co-quan.yml", "dia-ban.yml", "loai-van-ban.yml", "chuyen-muc.yml"])
def test_needed_files_are_missed(missing):
    """A data file that no site can do without is named when it is missing."""
    _, problems = words.read({name: text for name, text in sample.TEXTS.items() if name != missing}, "content")
    assert [(p.path, p.code) for p in problems if p.code == "thieu-du-lieu"] == [(f"content/du-lieu/{missing}", "thieu-du-lieu")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- tên: A\n- tên: A\n", [(2, "khoa-lap")]),
        ("- tên: Hòa\n- tên: Hoà\n", [(2, "khoa-lap")]),
        ("- A\n", [(1, "sai-dang")]),
        ("tên: A\n", [(1, "sai-dang")]),
        ("- tóm tắt: x\n", [(1, "thieu-khoa")]),
        ("- tên: A\n  ten: B\n", [(2, "khoa-la")]),
        ("- tên: A\n tên: B\n", [(2, "dong-sai"), (2, "khoa-lap")]),
        ("chữ", [(1, "sai-dang")]),
        ("- tên: A\n  tóm tắt: &x y\n- tên: B\n  tóm tắt: *x\n", [(2, "yaml-tham-chieu"), (4, "yaml-tham-chieu")]),
    ],
)
def test_wrong_entries_are_told(text, told):
    """A repeated, misshapen or nameless entry is a problem of its line."""
    assert changed(chu_de=text)[1] == [("chu-de.yml", line, code) for line, code in told]


def test_redirects_cannot_leave_the_output():
    """An old address with `..` is refused: it would be written outside the site."""
    assert changed(chuyen_huong="- từ: /../../etc/\n  đến: /\n")[1] == [("chuyen-huong.yml", 1, "dia-chi-sai")]


def test_every_vocabulary_may_be_empty():
    """Empty data files read as empty lists."""
    vocabulary, _ = words.read({file: "" for file, _fields in FILES.values()}, "content")
    assert all(entries == () for entries in vocabulary.lists.values()) and vocabulary.site == {}
