"""Values: what an editor may write in each field, and the sentence for everything else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.fields import CHOICES, Field, key_form, known
from plugins.domain.frontmatter import Node, read_yaml
from plugins.domain.parts import Reference
from plugins.domain.tables import KINDS
from plugins.domain.validation import Lookup, Reader
from plugins.domain.vocabulary import FILES
from tests.domain import sample

KNOWN = {"mẫu": ("mau",), "trùng": ("trung-1", "trung-2")}
LOOKUP = Lookup(lambda _vocabulary, text: KNOWN.get(text.lower(), ()), lambda _vocabulary: ["Mẫu"], "du-lieu/{}.yml".format)
KIND_NAMES = {
    "text", "day", "date", "number", "flag", "choice", "word", "record", "citation", "url", "address", "target", "authority", "email",
    "slug", "file", "picture", "group", "recurrence",
}  # fmt: skip


def read(yaml: str, *fields: Field):
    """Values and (line, code) of the problems of a small mapping."""
    node, problems = read_yaml(yaml, "a.md")
    assert not problems
    reader = Reader("a.md", LOOKUP)
    return reader.mapping(node, fields).of, [(p.line, p.code) for p in reader.problems]


def one(kind: str, written: str, **more):
    """The value of one field of a kind, and the codes of its problems."""
    field = Field("x", "ích", kind, **more)
    values, problems = read(f"x: {written}", field)
    return values.get("x"), [code for _line, code in problems]


def every_field(fields):
    """All fields of a table, those of groups too."""
    for field in fields:
        yield field
        yield from every_field(field.parts)


TABLES = [*KINDS.values(), *(fields for _file, fields in FILES.values())]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table[0].name)
def test_no_two_keys_share_a_spelling(table):
    """In no table can one written key mean two fields."""
    for fields in (table, *(f.parts for f in every_field(table) if f.parts)):
        written = [key_form(name) for f in fields for name in {f.name, f.vietnamese}]
        assert len(written) == len(set(written))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table[0].name)
def test_every_field_can_be_read_and_explained(table):
    """Each field has a known kind, a Vietnamese name, a word of help, and what its kind needs."""
    for field in every_field(table):
        assert field.kind in KIND_NAMES and field.vietnamese and field.help
        assert field.kind != "choice" or field.of in CHOICES
        assert field.kind != "word" or field.of in FILES
        assert field.kind != "record" or field.of in {*KINDS, "source", ""}
        assert bool(field.parts) == (field.kind == "group")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table[0].name)
def test_every_example_is_right(table):
    """What the tables show as an example is accepted by the reader of that field."""
    for field in every_field(table):
        if field.example and field.kind != "word":
            values, problems = read(f"{field.vietnamese}: '{field.example}'", field)
            assert not problems and field.name in values, field


def test_no_choice_has_one_word_twice():
    """A word of a choice means one thing."""
    for choices in CHOICES.values():
        written = [key_form(word) for words in choices.values() for word in words]
        assert len(written) == len(set(written))


@given(st.sampled_from(sorted(KIND_NAMES - {"group", "choice"})), st.text(max_size=40))
def test_no_value_of_any_kind_raises(kind, text):
    """Whatever stands in a field, the answer is a value or a problem of that line."""
    node, problems = read_yaml("x: '" + text.replace("'", "''") + "'", "a.md")
    reader = Reader("a.md", LOOKUP)
    if node is not None and not problems:
        of = reader.mapping(node, (Field("x", "x", kind, of="types"),)).of
        assert "x" in of or reader.problems or text.strip().lower() in ("", "~", "null")


@pytest.mark.parametrize("twice", ["date: 2026-03-05\nngày: 2026-03-06", "Ngày: 2026-03-05\nDATE: 2026-03-05", "ngày: x\nngày: y"])
def test_one_key_in_two_spellings_is_declared_twice(twice):
    """`date` and `ngày` are one key: the second is refused on its line, whichever language it is in."""
    _, problems = read(twice, Field("date", "ngày"))
    assert (2, "khoa-lap") in problems


@pytest.mark.parametrize("key", ["địa chỉ cũ", "Địa-chỉ_cũ", "moved_from", "Moved-From", "moved from"])
def test_spellings_of_a_key(key):
    """Case, blanks, hyphens and underscores of a key make no difference."""
    assert known(KINDS["news"]).spellings[key_form(key)].name == "moved_from"


def test_misspelt_key_gets_the_right_one():
    """A misspelt key is answered by the key that was meant."""
    reader = Reader("a.md", LOOKUP)
    reader.mapping(read_yaml("tieu de: A", "a.md")[0], KINDS["news"])
    assert "Có phải “tiêu đề”?" in [p.suggestion for p in reader.problems]


@pytest.mark.parametrize("blank", ["", "~", "null", "''", "'  '"])
def test_blank_required_value_is_told_on_its_line(blank):
    """A required key without a value is a problem where it stands."""
    for many in (False, True):
        fields = Field("a", "a"), Field("x", "ích", required=True, many=many)
        assert read(f"a: 1\nx: {blank}", *fields) == ({"a": "1"}, [(2, "de-trong")])


def test_an_empty_list_is_blank():
    """A required list without entries is told as a blank."""
    assert read("x: []", Field("x", "ích", required=True, many=True)) == ({}, [(1, "de-trong")])


@pytest.mark.parametrize(
    ("written", "iso"),
    [("2026-03-05", "2026-03-05"), ("2026-03-05 08:30", "2026-03-05T08:30+07:00"), ("2026-03-05T20:30Z", "2026-03-06T03:30+07:00")],
)
def test_iso_days_are_read(written, iso):
    """An ISO day is read, a time may follow, and another zone is converted."""
    value, problems = one("day", f"'{written}'")
    assert (value.iso, problems) == (iso, [])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("05/03/2026", "ngay-sai-dang"),
        ("5-3-2026", "ngay-sai-dang"),
        ("2026/03/05", "ngay-sai-dang"),
        ("03/2026", "ngay-sai-dang"),
        ("2026-02-30", "ngay-khong-co"),
        ("2026-13-01", "ngay-khong-co"),
        ("0000-01-01", "ngay-khong-co"),
        ("2026-03-05 25:00", "ngay-khong-co"),
        ("2026-03-05 08:30 sáng", "ngay-khong-co"),
        ("2026-03", "ngay-thieu"),
        ("2026", "ngay-thieu"),
        ("20222", "ngay-sai-dang"),
    ],
)
def test_other_days_are_refused(written, code):
    """A day that is not ISO, not whole or in no calendar is a problem and no guess."""
    assert one("day", f"'{written}'") == (None, [code])


def test_vietnamese_day_gets_its_iso_form():
    """A day in the Vietnamese order is answered by the ISO form with the day first."""
    reader = Reader("a.md", LOOKUP)
    reader.mapping(read_yaml("x: 09/11/2022", "a.md")[0], (Field("x", "ngày", "day"),))
    assert reader.problems[0].suggestion == "Có phải ngày: 2022-11-09?"


@pytest.mark.parametrize(("written", "value"), [("1.785", 1785), ("61,57", Decimal("61.57")), ("0", 0)])
def test_vietnamese_figures_are_read(written, value):
    """Points part thousands, a comma parts decimals."""
    assert one("number", written) == (value, [])


@pytest.mark.parametrize("written", ["1.5", "nan", "inf", "1e5", "mười", "1,2,3", "1_000"])
def test_other_figures_are_refused(written):
    """What is no Vietnamese figure is a problem."""
    assert one("number", written) == (None, ["so-sai-dang"])


@pytest.mark.parametrize("written", ["-3", "9" * 16])
def test_figures_that_nothing_can_count_are_refused(written):
    """A figure below zero or of more than 15 figures is a slip."""
    assert one("number", written) == (None, ["so-qua-co"])


@pytest.mark.parametrize("written", ["https://vi-du.vn", "HTTP://vi-du.vn/a?b=c#d", "https://vi-du.vn:8080/a.b"])
def test_outside_addresses_are_taken(written):
    """A web address is taken as it is."""
    assert one("url", f"'{written}'") == (written, [])


@pytest.mark.parametrize(
    "written", ["javascript:alert(1)", "//vi-du.vn", "vi-du.vn", "https://a b.vn", "https://", "ftp://a.vn", "data:,a"]
)
def test_other_addresses_are_refused(written):
    """No other scheme and nothing relative stands for an outside address."""
    assert one("url", f"'{written}'") == (None, ["dia-chi-web"])


@pytest.mark.parametrize(("written", "right"), [("/tin/a/", True), ("/tin/123.html", True), ("/tin/%C3%A1/", True)])
def test_old_addresses_are_taken(written, right):
    """An old address is a folder or a file of the site."""
    assert (one("address", f"'{written}'")[1] == []) is right


@pytest.mark.parametrize(
    "written",
    [
        *("/../../x/", "/a/../b/", "/a/%2e%2e/b/", "//a/", "/a", "a/", "/", "/a?b=1", "/a/#b", "https://a.vn/", "/a\\b/"),
        *("/.git/hooks.html", "/a/.b/", "/a./", "/a./b.html", f"/{'ế' * 80}/", f"/{'a' * 201}/"),
    ],
)
def test_other_old_addresses_are_refused(written):
    """An old address that a static site cannot answer, that leaves the output folder, is hidden or too long for a disk, is a problem."""
    assert one("address", f"'{written}'") == (None, ["dia-chi-sai"])


@pytest.mark.parametrize("kind", ["file", "picture"])
@pytest.mark.parametrize(
    "written", ["../a.pdf", "a/../../b.pdf", "C:\\a.pdf", "a\\b.pdf", "https://a.vn/a.pdf", "/", "a//b.pdf", "./a", "50%.pdf"]
)
def test_paths_stay_inside_and_can_be_addressed(kind, written):
    """A path that leaves its folder, or that is no file name everywhere, is refused."""
    assert one(kind, f"'{written}'")[0] is None and one(kind, f"'{written}'")[1]


def test_emails():
    """An e-mail address has one @ and a domain with a dot."""
    assert one("email", "vanphong@tinhdoan.example") == ("vanphong@tinhdoan.example", [])
    for wrong in ("a@b", "a@@b.vn", "a b@c.vn", "@b.vn", "a@b..vn", "a@.vn"):
        assert one("email", f"'{wrong}'") == (None, ["thu-dien-tu"])


@pytest.mark.parametrize("attack", ["http://" + "a." * 60_000 + " x", "a@" + "." * 60_000 + "@", "/" + "a." * 60_000 + "?", "/.." * 60_000])
def test_long_values_are_judged_at_once(attack):
    """A value made to confuse a pattern is refused like any other."""
    for kind in ("url", "email", "address"):
        assert one(kind, f"'{attack}'")[0] is None


def test_a_list_stands_for_one_value_only_where_many_are_allowed():
    """One value may stand alone where a list is expected, not the other way round."""
    assert one("text", "[a, b]", many=True) == (("a", "b"), [])
    assert one("text", "a", many=True) == (("a",), [])
    assert one("text", "[a, b]") == (None, ["sai-dang"])
    assert one("text", "{a: b}", many=True) == (None, ["sai-dang"])


def test_unknown_word_gets_the_nearest_and_the_file():
    """A word that no data file knows is answered by the nearest and by where to add it."""
    reader = Reader("a.md", sample.WORDS.lookup)
    reader.mapping(read_yaml("x: Tỉnh đoàn Mầu", "a.md")[0], (Field("x", "cơ quan", "word", of="organs"),))
    problem = reader.problems[0]
    assert problem.code == "tu-la" and "“Tỉnh đoàn Mẫu”" in problem.suggestion and "du-lieu/co-quan.yml" in problem.suggestion


@pytest.mark.parametrize(
    ("written", "reference"),
    [("/van-ban/2019/92-kh/index.md", "van-ban/2019/92-kh"), ("van-ban/2019/92-kh/", "van-ban/2019/92-kh"), ("mo-hinh/a.md", "mo-hinh/a")],
)
def test_references_are_keys_however_written(written, reference):
    """A path with or without ending and slashes names one record."""
    assert one("record", written) == (Reference(reference), [])


def test_printed_numbers_are_kept_as_written():
    """A citation that is no path is kept letter for letter."""
    assert one("citation", "Kết luận số 08-KL/TWĐTN-BTC")[0] == Reference("Kết luận số 08-KL/TWĐTN-BTC")


def test_secrecy_stops_by_itself():
    """Any secrecy but “thường” has a sentence of its own."""
    assert one("choice", "Mật", of="secrecy")[1] == ["sai-lua-chon"]
    values, problems = read("độ mật: Mật", next(f for f in KINDS["document"] if f.name == "secrecy"))
    assert (values, problems) == ({}, [(1, "do-mat")])


def test_title_of_three_hundred_characters_is_too_long():
    """A title longer than lists and feeds can bear is a problem."""
    values, problems = read("tiêu đề: " + "dài " * 75, Field("title", "tiêu đề"))
    assert problems == [(1, "qua-dai")]


def test_a_name_of_two_entries_asks_which_one():
    """A name that two entries of a vocabulary carry is not guessed: both keys are told."""
    reader = Reader("content/a.md", LOOKUP)
    field = Field("unit", "đơn vị", "word", of="organs")
    reader.mapping(Node((("đơn vị", 2, Node("Trùng", 2, "text")),), 2, "map"), (field,))
    assert [p.code for p in reader.problems] == ["tu-trung"] and "trung-1, trung-2" in reader.problems[0].message
