"""Records: the tables of keys and the record classes are one thing, and a file becomes its record or its problems."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import reading, records
from plugins.domain.parts import Period
from plugins.domain.tables import KINDS
from tests.domain import sample

# What a record has besides its written keys; `title`, `summary`, `date` and `status` are of every kind.
MADE = {"key", "path", "kind", "lines"}
SHARED = {"title", "summary", "date", "status"}


@pytest.mark.parametrize("kind", KINDS)
def test_tables_and_records_agree(kind):
    """Every key of a kind is an attribute of its record and every attribute has a key."""
    attributes = {f.name for f in dataclasses.fields(records.CLASSES[kind])} - MADE
    keys = {f.name for f in KINDS[kind]}
    assert keys <= attributes
    assert attributes - keys <= SHARED


@pytest.mark.parametrize("kind", KINDS)
def test_groups_and_parts_agree(kind):
    """Every key of a group is an attribute of its part and every attribute has a key."""
    for field in KINDS[kind]:
        if field.kind == "group":
            part = {f.name for f in dataclasses.fields(reading._GROUPS[field.name])} - {"line"}
            keys = {reading._RENAMED.get(f.name, f.name) for f in field.parts}
            assert keys <= part
            assert part == keys or reading._GROUPS[field.name] is Period


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_record_needs_is_required(kind):
    """A field without a default is required of the editor, so that no sound file fails to become a record."""
    needed = {f.name for f in dataclasses.fields(records.CLASSES[kind]) if f.default is dataclasses.MISSING}
    assert needed - {"key", "path"} <= {f.name for f in KINDS[kind] if f.required}


KEYS = {
    "news": "tin-tuc/2026/a",
    "document": "van-ban/2026/a",
    "model": "mo-hinh/a",
    "collection": "ho-so/a",
    "comparison": "so-sanh/a",
    "page": "trang/a",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read_with_its_least(kind):
    """The required fields alone make a sound record."""
    result = sample.read(KEYS[kind], body="Nội dung.")
    assert result.sound and not result.problems and result.body == "Nội dung." and result.record.kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_each_missing_field_is_named(kind):
    """A file without any field is told of every required one at once."""
    result = reading.read("---\nlưu ý: x\n---\n", "content/a.md", KEYS[kind], kind, sample.WORDS.lookup)
    told = " ".join(p.message for p in result.problems)
    assert not result.sound and all(f"“{f.vietnamese}”" in told for f in KINDS[kind] if f.required)


_ANY_KEY = st.sampled_from(sorted({name for fields in KINDS.values() for f in fields for name in (f.name, f.vietnamese)}))
_ANY_VALUE = st.sampled_from(
    ["", "x", "2026-03-05", "[a, b]", "{src: a, tệp: b}", "- x", "[{path: a}]", "12", "có", "~", "{from: 2026}", "[[a]]"]
)


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(_ANY_KEY, _ANY_VALUE, max_size=8))
def test_no_fields_of_any_shape_raise(kind, fields):
    """Whatever stands under whichever key, reading ends with a record, problems or both, and never raises."""
    text = "---\n" + "".join(f"{k}: {v}\n" for k, v in fields.items()) + "---\n"
    result = reading.read(text, "content/a.md", KEYS[kind], kind, sample.WORDS.lookup)
    assert result.sound == (not any(p.level == "error" for p in result.problems))


def test_every_fault_of_a_file_is_told_at_once():
    """A hashtag that YAML would drop does not hide the wrong date below it."""
    result = sample.read("tin-tuc/2026/a", tóm_tắt="Vui #Tre", ngày="05/03/2026", body="Tin.")
    assert sorted(p.code for p in result.problems) == ["ngay-sai-dang", "yaml-dau-thang"]


def test_lines_are_those_of_the_file():
    """Each field knows its line in the file."""
    record = sample.record("tin-tuc/2026/a")
    assert (record.line("title"), record.line("date"), record.line("slug")) == (2, 3, 1)


def test_a_document_needs_a_day_or_a_word_about_it():
    """A document without day is read when a note says why, and not otherwise."""
    assert [p.code for p in sample.read("van-ban/2013/a", ngày=None).problems] == ["thieu-khoa"]
    record = sample.record("van-ban/2013/a", ngày=None, ghi_chú_ngày="Bản in để trống")
    assert record.date is None and record.date_note == "Bản in để trống"


def test_a_missing_number_stays_missing():
    """A document without a number has none: it is not invented, not zero and not empty."""
    assert sample.record("van-ban/2026/a").number is None


def test_numbers_keep_their_zeros():
    """A number is text: `007` stays `007`."""
    assert sample.record("van-ban/2026/a", số="007").number == "007"


@pytest.mark.parametrize("alt", ["Trẻ em vui chơi", "Học sinh trường làng", "các EM NHỎ", "bé gái cười", "Tre\u0309 em"])
def test_childrens_pictures_need_consent(alt):
    """A picture that speaks of children is refused without a note of consent and taken with one."""
    wrong = sample.read("tin-tuc/2026/a", body="Tin.", ảnh=f"{{tệp: anh/a.jpg, mô tả: {alt}}}")
    assert [p.code for p in wrong.problems] == ["thieu-dong-y"]
    assert sample.read("tin-tuc/2026/a", ảnh=f"{{tệp: anh/a.jpg, mô tả: {alt}, đồng ý: Gia đình đồng ý}}").sound


def test_more_than_all_is_refused():
    """A result greater than its total is a problem on its line."""
    result = sample.read("mo-hinh/a", kết_quả="[{nội dung: Chi đoàn, đạt: 30, trên tổng: 29, tính đến: 2022-11}]")
    assert [p.code for p in result.problems] == ["so-vuot-tong"]


def test_records_are_values():
    """The same file gives an equal record, whatever its lines."""
    one = reading.read(sample.text("news"), "p", "tin-tuc/2026/a", "news", sample.WORDS.lookup).record
    two = reading.read("\n\n" + sample.text("news"), "p", "tin-tuc/2026/a", "news", sample.WORDS.lookup).record
    assert one == two and hash(one) == hash(two)


@pytest.mark.parametrize("stem", ["!!!", "…"])
def test_a_name_without_letters_gives_no_address(stem):
    """A file whose name has no letter or figure is told to take another."""
    assert [p.code for p in sample.read(f"tin-tuc/2026/{stem}", body="Tin.").problems] == ["duong-dan"]
