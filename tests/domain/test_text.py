"""Letters: one spelling, search form, slugs, order, suggestions."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.text import align, closest, fold, latin, normalise, ordinary, original_span, slug, sort_key

VIETNAMESE = st.text(alphabet="aăâđeêoôơuưyàảãáạằẩễớựỵÐƉđ ĐĐNCP.,-/&+0123456789\u00a0\u200b\u0301\u0323СРаех\n", max_size=40)
ANY = st.one_of(st.text(max_size=60), VIETNAMESE)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("ÐOÀN Ɖảng ðảng ɖảng", "ĐOÀN Đảng đảng đảng"),
        ("  Tuổi\u00a0 \u2003trẻ\t\u200b", "Tuổi trẻ"),
        ("Tuổi\u200b trẻ", "Tuổi trẻ"),
        ("\ufeffTiêu đề", "Tiêu đề"),
        (unicodedata.normalize("NFD", "Điều lệ Đoàn"), "Điều lệ Đoàn"),
        ("42/2022/NĐ-\u0421\u0420", "42/2022/NĐ-CP"),
        ("12-\u041a\u041d/\u0422ĐTN", "12-KH/TĐTN"),
        ("Đ\u043e\u0430\u0300n", "Đoàn"),
        ("một\r\n\r\n\r\nhai", "một\n\nhai"),
        ("một  \n  hai", "một\nhai"),
    ],
)
def test_one_spelling(written, right):
    """Look-alike letters, loose marks, odd blanks and nothings give the one spelling."""
    assert normalise(written) == right


@pytest.mark.parametrize("word", ["Москва", "СССР", "Сорос", "НОВОСТИ ТАСС", "оса", "а и с", "Я-ТАСС"])
def test_real_cyrillic_stays(word):
    """A word that is really Cyrillic is not turned into Latin letters."""
    assert normalise(word) == word


def test_emoji_keep_their_joiner():
    """A zero-width joiner between two emoji is part of a picture and stays."""
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert normalise(f"vui {family}") == f"vui {family}"


@given(ANY)
def test_normalise_is_stable(s):
    """Normalising twice is normalising once."""
    assert normalise(normalise(s)) == normalise(s)


@given(ANY)
def test_latin_keeps_the_length(s):
    """Replacing look-alikes moves no letter."""
    assert len(latin(s)) == len(s)


@given(ANY)
def test_fold_is_stable(s):
    """The search form of a search form is itself, without marks, capitals or doubled blanks."""
    folded = fold(s)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split()) == folded.lower()
    assert "đ" not in folded


@pytest.mark.parametrize(
    "same",
    [
        (
            "Đoàn thanh niên",
            "doan thanh nien",
            "ĐOÀN THANH NIÊN",
            unicodedata.normalize("NFD", "Đoàn  thanh niên"),
        ),
        ("hòa", "hoà", "HOÀ"),
        ("ủy viên", "uỷ viên"),
        ("khỏe", "khoẻ"),
        ("16-HD/TĐTN", "16hd/tdtn", "16 HD TĐTN", "16 – hd – tđtn"),
        ("chương trình “1+2”", "chuong trinh 1 2"),
    ],
)
def test_fold_finds_however_typed(same):
    """Accents, case, tone style and punctuation make no difference to search."""
    assert len({fold(s) for s in same}) == 1


def test_fold_of_a_symbol():
    """A document number becomes its words."""
    assert fold("Hướng dẫn số 16-HD/TĐTN-TCKT") == "huong dan so 16 hd tdtn tckt"


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("12-KH/TĐTN-PT", "12-kh-tdtn-pt"),
        ("1+2", "1-2"),
        ("Đẩy mạnh “3 chủ động”!", "day-manh-3-chu-dong"),
        ("3/2", "3-2"),
        ("QH15", "qh15"),
        ("Яна", "u42f-u43d-u430"),
        ("①", "1"),
        ("***", ""),
        ("", ""),
    ],
)
def test_slug(title, right):
    """Punctuation separates, đ is d, and nothing with letters or figures is empty."""
    assert slug(title) == right


@given(ANY)
def test_slug_is_an_address(s):
    """A slug holds [a-z0-9-] only, is short, its own slug, and empty only without letters and figures."""
    made = slug(s)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(made) <= 80
    assert slug(made) == made
    assert not made.startswith("-") and not made.endswith("-")
    assert made or not any(c.isalnum() for c in normalise(s))


def test_slug_is_cut_between_words():
    """A long title is cut at a word; one endless word is cut where it must be."""
    made = slug("tình nguyện " * 20)
    assert 70 < len(made) <= 80
    assert made.split("-")[-1] in ("tinh", "nguyen")
    assert slug("a" * 300) == "a" * 80


def test_order_of_letters_and_tones():
    """Letters come in Vietnamese order, and tones decide only between equal letters."""
    words = "an ăn ân ba bà bả bã bá bạ bo bô bơ cam da đa em êm im ong ông ơn phim tung tưng u ư xe ý"
    assert " ".join(sorted(sorted(words.split()), key=sort_key)) == words


def test_order_goes_syllable_by_syllable():
    """The tone of the first syllable counts before the letters of the second."""
    assert sort_key("ba chu") < sort_key("bà an") < sort_key("bá")
    assert sort_key("Hà Nam") < sort_key("Hạ Long") < sort_key("Hải Dương")


def test_order_of_figures():
    """Figures sort as numbers, before letters, however many digits they have."""
    assert sorted(["10-KH", "9-KH", "09-KH", "a", "100"], key=sort_key) == [
        "9-KH",
        "09-KH",
        "10-KH",
        "100",
        "a",
    ]
    assert sort_key("9" * 6000) < sort_key("1" + "0" * 6000)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("thủy", "thuỷ"),
        ("khỏe", "khoẻ"),
        ("ĐOÀN", "đoàn"),
        ("“Đoàn”", unicodedata.normalize("NFD", "Đoàn")),
    ],
)
def test_order_knows_no_spelling(one, other):
    """Tone placement, case, quotation marks and NFD do not change the place."""
    assert sort_key(one) == sort_key(other)


@given(ANY, ANY, ANY)
def test_order_is_total(a, b, c):
    """Any texts can be compared, and the order is transitive."""
    x, y, z = sorted((a, b, c), key=sort_key)
    assert sort_key(x) <= sort_key(y) <= sort_key(z)
    assert sort_key(x) <= sort_key(z)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("tieu de", "tiêu đề"),
        ("tiêuđề", "tiêu đề"),
        ("tòm tắt", "tóm tắt"),
        ("nagỳ", "ngày"),
        ("zzz", None),
        ("", None),
    ],
)
def test_closest(word, meant):
    """A slip of the finger gets the word that was meant; a strange word gets none."""
    assert closest(word, ["ngày", "tiêu đề", "tóm tắt", "chuyên mục"]) == meant


def test_closest_of_equals_is_the_first():
    """Of two choices equally near the first one wins, so that the suggestion is the same on every machine."""
    assert closest("mục", ["múc", "mức"]) == "múc"
    assert closest("mục", []) is None


@given(ANY)
def test_align_points_into_the_original(s):
    """Every clean character knows its place; places never go back."""
    clean, offsets = align(s)
    assert len(offsets) == len(clean) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[len(clean)] == len(s)
    first, last = original_span(s, offsets, 0, len(clean))
    assert 0 <= first <= last <= len(s)


@given(st.text(alphabet="aăđàộẾỨY2.,-/“– \n", max_size=40))
def test_an_ordinary_text_is_aligned_as_any_other(s):
    """The quick way of plain Vietnamese gives what the way of all texts gives, to which an invisible sign sends it."""
    assert ordinary(s) and not ordinary(f"{s}\u200b")
    clean, offsets = align(s)
    other, places = align(f"{s}\u200b")
    assert clean == other
    assert list(offsets)[:-1] == list(places)[:-1]


@pytest.mark.parametrize("sign", ["\u0301", "\u00ad", "\u00a0", "\t", "\r", "Ð", "Ɖ", "\u2010", "А", "ñ", "ü", "\ufeff", "\u2028", "😀"])
def test_what_is_not_ordinary(sign):
    """A loose mark, a foreign or doubtful letter, a rare blank or an invisible sign needs the second look."""
    assert not ordinary(f"Đoàn {sign} viên")


@given(ANY)
def test_an_ordinary_text_is_in_nfc(s):
    """Nothing in an ordinary text has another spelling."""
    if ordinary(s):
        assert unicodedata.normalize("NFC", s) == s == latin(s)


def test_align_tells_lines_from_paragraphs():
    """A line break is a blank; a blank line is a border."""
    assert align("một\nhai\r\nba \n\t\n bốn")[0] == "một hai ba\nbốn"


@given(st.text(st.sampled_from([c for c in map(chr, range(0x20, 0x2030)) if ordinary(c)] + ["\n"]), max_size=12))
def test_an_ordinary_text_is_folded_sign_by_sign(s):
    """The quick way for plain Vietnamese gives what the way for any text gives: that of its decomposed form."""
    assert fold(s) == fold(unicodedata.normalize("NFD", s))
