"""Documents cited in a text: every form of a number, what is no number, and what contradicts itself."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.citations import TYPES, find, key, parse_symbol
from plugins.domain.contradictions import contradictions

# Sentence → (type, number, year, symbol, date) of its only citation, and the raw text ("": the sentence).
FORMS = [
    ("Hướng dẫn 36-HD/TĐTN-TCKT", ("Hướng dẫn", "36", None, "HD/TĐTN-TCKT", None), ""),
    ("Hướng dẫn số 36-HD/TĐTN-TCKT", ("Hướng dẫn", "36", None, "HD/TĐTN-TCKT", None), ""),
    ("36-HD/TĐTN-TCKT", ("Hướng dẫn", "36", None, "HD/TĐTN-TCKT", None), ""),
    ("(36-HD/TĐTN-TCKT)", ("Hướng dẫn", "36", None, "HD/TĐTN-TCKT", None), "36-HD/TĐTN-TCKT"),
    ("Số: 36-HD/TĐTN", ("Hướng dẫn", "36", None, "HD/TĐTN", None), "36-HD/TĐTN"),
    ("Nghị quyết 01 NQ/ĐTN", ("Nghị quyết", "01", None, "NQ/ĐTN", None), ""),
    ("hướng dẫn 22HD/TWĐTN", ("Hướng dẫn", "22", None, "HD/TWĐTN", None), ""),
    ("22HD/TWĐTN", ("Hướng dẫn", "22", None, "HD/TWĐTN", None), ""),
    ("Quyết định 367 - QĐ/TWĐTN-VP", ("Quyết định", "367", None, "QĐ/TWĐTN-VP", None), ""),
    ("Quyết định 367 – QĐ / TWĐTN – VP", ("Quyết định", "367", None, "QĐ/TWĐTN-VP", None), ""),
    ("367 - QĐ/TWĐTN-VP", ("Quyết định", "367", None, "QĐ/TWĐTN-VP", None), ""),
    ("Báo cáo 317- BC/TNTN", ("Báo cáo", "317", None, "BC/TNTN", None), ""),
    ("Kế hoạch số 12\u2011KH/TĐTN", ("Kế hoạch", "12", None, "KH/TĐTN", None), ""),
    ("Hướng dẫn số 13_HD/TĐTN_XDĐ ngày 5/3/2020", ("Hướng dẫn", "13", None, "HD/TĐTN-XDĐ", "2020-03-05"), ""),
    ("_13_HD/TĐTN-XDĐ_", ("Hướng dẫn", "13", None, "HD/TĐTN-XDĐ", None), "13_HD/TĐTN-XDĐ"),
    ("Công văn 4912_UBND-NC", ("Công văn", "4912", None, "UBND-NC", None), ""),
    ("Nghị định 42/2022/NĐ-CP", ("Nghị định", "42", "2022", "NĐ-CP", None), ""),
    ("42/2022/NĐ-CP", ("Nghị định", "42", "2022", "NĐ-CP", None), ""),
    ("Nghị quyết số 66.16/2026/NQ-CP", ("Nghị quyết", "66.16", "2026", "NQ-CP", None), ""),
    ("Luật số 91/2025/QH15", ("Luật", "91", "2025", "QH15", None), ""),
    ("91/2025/QH15", (None, "91", "2025", "QH15", None), ""),
    ("Luật Thanh niên mẫu số 91/2025/QH15", ("Luật", "91", "2025", "QH15", None), ""),
    ("Thông tư 26/2020/TT-BTTTT", ("Thông tư", "26", "2020", "TT-BTTTT", None), ""),
    ("26/2020/TT-BTTTT", ("Thông tư", "26", "2020", "TT-BTTTT", None), ""),
    ("05-TT/TW", ("Thông tri", "05", None, "TT/TW", None), ""),
    ("753/QĐ-TTg", ("Quyết định", "753", None, "QĐ-TTg", None), ""),
    ("công văn 4912/UBND-NC", ("Công văn", "4912", None, "UBND-NC", None), ""),
    ("4912/UBND-NC", (None, "4912", None, "UBND-NC", None), ""),
    ("Hướng dẫn số 12-HD/TĐTN-CTĐ&TTN", ("Hướng dẫn", "12", None, "HD/TĐTN-CTĐ&TTN", None), ""),
    ("Hướng dẫn số 12-HD/TĐTN-CTĐ & TTN", ("Hướng dẫn", "12", None, "HD/TĐTN-CTĐ&TTN", None), ""),
    ("Kế hoạch liên tịch số 3/KHLT-TĐTN-CA", ("Kế hoạch liên tịch", "3", None, "KHLT-TĐTN-CA", None), ""),
    ("Quy định số 37-QĐ/TW", ("Quy định", "37", None, "QĐ/TW", None), ""),
    ("37-QĐ/TW", ("Quyết định", "37", None, "QĐ/TW", None), ""),
    ("KẾ HOẠCH SỐ 05-KH/TĐTN NGÀY 05/3/2020", ("Kế hoạch", "05", None, "KH/TĐTN", "2020-03-05"), ""),
    ("Chỉ thị số 06-CT/TU, ngày 20/7/2021", ("Chỉ thị", "06", None, "CT/TU", "2021-07-20"), ""),
    ("Chỉ thị số:06-CT/TU,ngày 20.7.2021", ("Chỉ thị", "06", None, "CT/TU", "2021-07-20"), ""),
    ("Chỉ thị số: 06-CT/TU (ngày 20-7-2021)", ("Chỉ thị", "06", None, "CT/TU", "2021-07-20"), ""),
    ("Đề án 08-ĐA/TU ngày 5 tháng 3 năm 2020", ("Đề án", "08", None, "ĐA/TU", "2020-03-05"), ""),
    (
        "Kế hoạch 12-KH/TĐTN-TCKTvề việc",
        ("Kế hoạch", "12", None, "KH/TĐTN-TCKT", None),
        "Kế hoạch 12-KH/TĐTN-TCKT",
    ),
    ("Kế hoạch 12-KH/TĐTN - Ban Mẫu", ("Kế hoạch", "12", None, "KH/TĐTN", None), "Kế hoạch 12-KH/TĐTN"),
    ("Kế hoạch 12-KH/TĐTN - TUYÊN TRUYỀN", ("Kế hoạch", "12", None, "KH/TĐTN", None), "Kế hoạch 12-KH/TĐTN"),
    ("văn bản số 12-KH/TĐTN", ("Kế hoạch", "12", None, "KH/TĐTN", None), "12-KH/TĐTN"),
    ("Thông báo kết luận số 12-TB/TU", ("Thông báo", "12", None, "TB/TU", None), ""),
    (
        "Kế hoạch 9-KH/TĐTN về “Ngày cuối tuần xanh” ngày 13/9/2018",
        ("Kế hoạch", "9", None, "KH/TĐTN", "2018-09-13"),
        "Kế hoạch 9-KH/TĐTN",
    ),
    (
        'Kế hoạch 9-KH/TĐTN của Ban Thường vụ về việc "Ngày cuối tuần xanh", ngày 13/9/2018.',
        ("Kế hoạch", "9", None, "KH/TĐTN", "2018-09-13"),
        "Kế hoạch 9-KH/TĐTN",
    ),
    (
        "Quyết định số 12-QĐ/TU của Ban Thường vụ Tỉnh ủy ngày 5/3/2020",
        ("Quyết định", "12", None, "QĐ/TU", "2020-03-05"),
        "Quyết định số 12-QĐ/TU",
    ),
    (
        "Theo Kế hoạch 9-KH/TĐTN về “Ngày cuối tuần xanh”, ngày 13/9/2018, chi đoàn ra quân.",
        ("Kế hoạch", "9", None, "KH/TĐTN", None),
        "Kế hoạch 9-KH/TĐTN",
    ),
]


def parts(citation):
    return citation.type, citation.number, citation.year, citation.symbol, citation.date


@pytest.mark.parametrize(("sentence", "right", "raw"), FORMS, ids=[form[0] for form in FORMS])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_form(sentence, right, raw, form):
    """Every printed form is read, in NFC and NFD, alone and inside a sentence, with its exact place."""
    for before, after in (("", ""), ("Thực hiện ", " của cấp trên."), ("• ", ";")):
        text = unicodedata.normalize(form, before + sentence + after)
        (citation,) = find(text)
        assert parts(citation) == right
        assert text[citation.start : citation.end] == citation.raw
        assert unicodedata.normalize("NFC", citation.raw) == (raw or sentence)


@pytest.mark.parametrize(
    "text",
    [
        "117/117", "24/7", "1+2", "chủ trương “1 + 2”", "18 – 29/3", "0900 000 003",
        "02913.000.003", "14/21", "2019-2022",
        "ngày 01/3/2020", "25 tuổi", "A4-KH/XL", "SP-12-KH/ABC", "Tivi 43-HD/LED",
        "SSD 2TB/HDD 4TB", "mã 12-CT/XL",
        "nhà số 12/KP-AB", "iPhone 15-PRO/MAX", "phòng 3-KH", "Kế hoạch 5 năm", "Nghị quyết 01",
        "36-HD", "giai đoạn 2020/2025",
        "https://vi-du.vn/36-HD/TĐTN", "ngày 22/12-HD/TĐTN", "số điện thoại 0912-KH/AB1",
        "Nghị quyết của Đại hội", "", "tệp 12_KH_TDTN.pdf", "Kế hoạch số 5_ KH/TĐTN", "13_000",
    ],
)  # fmt: skip
def test_no_citation(text):
    """Scores, ranges, telephones, goods, ages, dates and addresses are no documents."""
    assert find(text) == []
    assert find(f"Báo cáo ghi {text}, như đã nêu.") == []


def test_cyrillic_and_look_alikes():
    """Cyrillic letters and a wrong Đ in a symbol are read as what they look like; the raw text stays."""
    text = "Theo Nghị định 42/2022/N\u00d0-\u0421\u0420 và \u041aế hoạch số 12-\u041a\u041d/\u0422ĐTN."
    one, two = find(text)
    assert parts(one) == ("Nghị định", "42", "2022", "NĐ-CP", None)
    assert parts(two) == ("Kế hoạch", "12", None, "KH/TĐTN", None)
    assert one.raw == "Nghị định 42/2022/N\u00d0-\u0421\u0420"
    assert text[two.start : two.end] == two.raw


def test_blanks_and_lines():
    """A match runs over odd blanks and one line break, never over a blank line."""
    text = "Nghị\u00a0quyết  số\n01-NQ/ĐTN,\nngày\u200b 1/2/2010"
    (citation,) = find(text)
    assert citation.raw == text
    assert citation.date == "2010-02-01"
    (bare,) = find("Kết luận\n\n01-NQ/ĐTN\n \nngày 1/2/2010")
    assert (bare.raw, bare.type, bare.type_written, bare.date) == ("01-NQ/ĐTN", "Nghị quyết", None, None)


def test_nested():
    """A document that carries out another one gives only the numbered one."""
    (inner,) = find("Kế hoạch của Tỉnh đoàn thực hiện Kết luận số 08-KL/TWĐTN-BTC về tổ chức")
    assert inner.raw == "Kết luận số 08-KL/TWĐTN-BTC"


def test_list_under_one_word():
    """Numbers listed under one type word are found each."""
    found = find("các Kế hoạch số 12-KH/TĐTN, 13-KH/TĐTN và 14-KH/TĐTN-XDĐ")
    assert [(c.number, c.type) for c in found] == [("12", "Kế hoạch"), ("13", "Kế hoạch"), ("14", "Kế hoạch")]


def test_short_form_only_after_a_full_one():
    """“Nghị quyết 01” is a citation only after a full one of the same type and number."""
    text = "Nghị quyết 01 nêu. Nghị quyết số 01-NQ/ĐTN. "
    text += "Kết luận 01, nghị quyết 1 và Nghị quyết số 01; Nghị quyết 02."
    found = find(text)
    assert [c.raw for c in found] == ["Nghị quyết số 01-NQ/ĐTN", "nghị quyết 1", "Nghị quyết số 01"]
    assert [parts(c) for c in found[1:]] == [
        ("Nghị quyết", "1", None, None, None),
        ("Nghị quyết", "01", None, None, None),
    ]


@pytest.mark.parametrize(
    "phrase",
    [
        "Kế hoạch 5 năm",
        "Kế hoạch 5 nội dung",
        "Kế hoạch 5/10",
        "Kế hoạch 5%",
        "Kế hoạch 5.000",
        "Kế hoạch 5-7",
    ],
)
def test_counting_is_no_short_form(phrase):
    """A count after the word is no document, even when one has that number."""
    assert [c.number for c in find(f"Kế hoạch số 5-KH/TĐTN; {phrase} tới")] == ["5"]


def test_short_form_with_year():
    """A State number may be shortened to number and year."""
    found = find("Nghị định 42/2022/NĐ-CP; Nghị định 42/2022; Nghị định 42.")
    assert [(c.number, c.year) for c in found] == [("42", "2022"), ("42", "2022"), ("42", None)]


def test_code_decides_the_type():
    """The type follows the code; the written word is kept beside it."""
    (citation,) = find("Hướng dẫn số 11-HĐ/TĐTN-TCKT")
    assert (citation.type, citation.type_written) == ("Hợp đồng", "Hướng dẫn")


def test_longer_table():
    """A caller's own codes are types, with their words."""
    types = {**TYPES, "TV": "Thư viết"}
    (citation,) = find("thư viết số 4-TV/TĐTN", types=types)
    assert (citation.type, citation.type_written) == ("Thư viết", "Thư viết")
    assert find("gửi 4-TV/TĐTN") == []
    assert find("gửi 4-TV/TĐTN", types=types)[0].type == "Thư viết"


ALIASES = [
    ("Điều lệ Đoàn", "dieu-le"),
    ("Hướng dẫn thực hiện Điều lệ Đoàn", "hd-dieu-le"),
    ("kết luận Hội nghị mẫu khóa XI", "kl-mau"),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_aliases(form):
    """A document without number is found by its phrase, the longest first, in any case and tone style."""
    text = "Điều lệ Đoàn; hướng dẫn thực hiện\nĐiều lệ Đoàn; Kết luận Hội nghị mẫu khoá XI, ngày 5/3/2020;"
    text += " Điều lệ Đoàn thể."
    text = unicodedata.normalize(form, text)
    found = find(text, aliases=ALIASES)
    assert [(c.alias, c.type, c.number, c.date) for c in found] == [
        ("dieu-le", None, None, None),
        ("hd-dieu-le", "Hướng dẫn", None, None),
        ("kl-mau", "Kết luận", None, "2020-03-05"),
        ("dieu-le", None, None, None),
    ]
    assert all(text[c.start : c.end] == c.raw for c in found)


@pytest.mark.parametrize("text", ["Điều lẽ Đoàn", "Điều lệ Đoàng", "Điều lệ\n\nĐoàn", "XĐiều lệ Đoàn"])
def test_alias_is_no_guess(text):
    """Another tone, another word or a blank line inside is not the phrase."""
    assert find(text, aliases=ALIASES) == []


def test_alias_inside_a_numbered_citation():
    """A phrase inside a numbered citation is not counted twice."""
    found = find("Kế hoạch số 5-KH/TĐTN", aliases=[("Kế hoạch", "kh"), ("", "x")])
    assert [c.alias for c in found] == [None]


def kinds(text, **more):
    return [(c.kind, c.written, c.expected) for c in contradictions(find(text), **more)]


def test_word_against_code():
    """A type word that does not fit the code is reported; a longer or a general word fits."""
    assert kinds("Hướng dẫn số 11-HĐ/TĐTN-TCKT") == [("type", "Hướng dẫn", "Hợp đồng")]
    assert kinds("Kế hoạch phối hợp số 1-KH/TĐTN; Quy định số 2-QĐ/TW; Thông tư 3/2020/TT-BNV; văn bản 4-HD/TU") == []


def test_two_dates():
    """One number with two dates is reported against the first, however it is spelt."""
    text = "67-HD/TĐTN ngày 10/11/2022; 067 - HD/TĐTN ngày 10/11/2021; 67-HD/TĐTN; 67-HD/TĐTN ngày 10/11/2022"
    (found,) = contradictions(find(text.replace("067", "Hướng dẫn 067")))
    assert (found.kind, found.written, found.expected) == ("date", "10/11/2021", "10/11/2022")
    assert found.other.date == "2022-11-10"
    assert "10/11/2021" in found.message


def test_impossible():
    """An impossible year or date is reported and not made into a date."""
    text = "Nghị định 42/20222/NĐ-CP ngày 30/2/2020; Kế hoạch 5-KH/TĐTN ngày 10/11/20222"
    assert [c.date for c in find(text)] == [None, None]
    assert kinds(text) == [
        ("impossible", "năm 20222", ""),
        ("impossible", "ngày 30/2/2020", ""),
        ("impossible", "ngày 10/11/20222", ""),
    ]


def test_later_than_the_page():
    """A date after the day of the page is reported when that day is given."""
    text = "Kế hoạch 5-KH/TĐTN ngày 10/11/2022"
    assert kinds(text, on="2022-11-09") == [("later", "10/11/2022", "09/11/2022")]
    assert kinds(text, on="2022-11-10") == kinds(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("36-HD/TĐTN-TCKT", ("36", None, "HD/TĐTN-TCKT")),
        ("Số: 36 – HD / TĐTN", ("36", None, "HD/TĐTN")),
        ("42/2022/NĐ-\u0421\u0420", ("42", "2022", "NĐ-CP")),
        ("66.16/2026/NQ-CP", ("66.16", "2026", "NQ-CP")),
        ("01 NQ/ĐTN", ("01", None, "NQ/ĐTN")),
        ("4912/UBND-NC", ("4912", None, "UBND-NC")),
        ("42/2022", ("42", "2022", None)),
        ("036", ("036", None, None)),
        ("HD/ĐTN", (None, None, "HD/ĐTN")),
        ("-KH/TĐTN", (None, None, "KH/TĐTN")),
    ],
)
def test_parse_symbol(text, right):
    """A number in metadata is taken apart; what is not printed is None."""
    assert parse_symbol(text) == right
    assert parse_symbol(unicodedata.normalize("NFD", text)) == right


@pytest.mark.parametrize("text", ["", "không số", "36-HD/TĐTN và 37-HD/TĐTN", "x"])
def test_parse_symbol_refuses(text):
    """What is no document number is refused with a right example."""
    with pytest.raises(ValueError, match="36-HD/TĐTN-TCKT"):
        parse_symbol(text)


def test_key():
    """Spellings of one number have one key; other numbers, years and symbols have others."""
    spellings = ["36-HD/TĐTN-TCKT", "036 – HD / TĐTN - TCKT", "Hướng dẫn số: 36 HD/TĐTN-TCKT"]
    assert {find(s)[0].key for s in spellings} == {key("36", None, "HD/TĐTN-TCKT")}
    others = {
        key("36", None, "HD/TĐTN"),
        key("3", "6", "HD/TĐTN"),
        key("36", "2020", "HD/TĐTN"),
        key(None, None, "HD/TĐTN"),
    }
    assert len(others) == 4


PIECES = st.sampled_from(
    [*"0123456789 .,;:/-–&+()“”\"\n\u200b\u00a0\u0301", "HD", "TĐTN", "số ", "Số:", "Kế hoạch ",
     "kế hoạch", "ngày ", "2022", "/", "-",
     "NĐ-\u0421\u0420", "01", "36-HD/TĐTN", " tháng 3 năm ", "5/3/2020", "Luật ", "QH15", "của ",
     "\n\n", "Nghị quyết 01", "đ", "Đ", "_", "_KH"]
)  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join))


@given(HOSTILE)
def test_any_text(text):
    """On any text: no exception, exact spans in order, no overlap, no blank line inside, clean symbols."""
    found = find(text, aliases=ALIASES)
    end = 0
    for c in found:
        assert end <= c.start < c.end <= len(text)
        assert text[c.start : c.end] == c.raw
        assert "\n\n" not in c.raw
        assert c.symbol is None or not any(blank.isspace() for blank in c.symbol)
        assert c.symbol is None or unicodedata.is_normalized("NFC", c.symbol)
        end = c.end
    for doubt in contradictions(found, on="2020-01-01"):
        assert doubt.message


@given(
    st.lists(st.sampled_from(["hòa", "hoà", "hoá", "Quy chế", "QUY CHẾ", "quy che", "Điều lệ", "điêù lệ", "giải", " ", "."]), max_size=8)
)
def test_a_phrase_is_sought_wherever_it_may_stand(words):
    """A plain text cites by name what one with an invisible sign at its end cites, in which every phrase is sought."""
    aliases = (("quy chế hòa giải", "1"), ("Điều lệ", "2"), ("hoá", "3"))
    text = " ".join(words)
    assert find(text, aliases=aliases) == find(f"{text} \u200b", aliases=aliases)


@given(
    number=st.integers(1, 9999).map(str),
    code=st.sampled_from(["NQ", "CT", "KL", "HD", "BC", "KH", "CTr", "ĐA"]),
    organ=st.sampled_from(["TW", "TU", "TWĐTN", "TĐTN", "ĐTN"]),
    unit=st.sampled_from(["", "-TCKT", "-XDĐ", "-CTĐ&TTN"]),
    join=st.sampled_from(["-", " - ", "–", "- ", " ", "_"]),
)
def test_any_number(number, code, organ, unit, join):
    """Every Party number is found in running text and taken apart alike from metadata."""
    symbol = f"{code}/{organ}{unit}"
    (citation,) = find(f"theo {TYPES[code]} số {number}{join}{symbol}, các đơn vị")
    assert parts(citation) == (TYPES[code], number, None, symbol, None)
    assert parse_symbol(f"{number}{join}{symbol}") == (number, None, symbol)


@pytest.mark.parametrize("piece", ["1-HD/", "1 - ", "Kế hoạch ", "36-HD/TĐTN về “a ", "A-", "1/2020/A-", "\u0301", "& ", "Luật a "])
def test_long_hostile_text_ends(piece):
    """A long text made to mislead patterns is read to its end and holds only what it repeats."""
    found = find(piece * 3000)
    assert len(found) <= 3000
    assert {c.raw for c in found} <= {"36-HD/TĐTN"}
