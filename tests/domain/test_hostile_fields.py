"""Whatever stands in the fields of a record: it is read, or told; nothing brings the reader down."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import reading, tables
from plugins.domain.fields import CHOICES, Field
from tests.domain.sample import WORDS, kind_of, read

STRANGE = (
    *('""', "x", '"<b>"', "2026-03-05", "2026-13-45", "2026-03", "2026", "0001-01-01", "9999-12-31", "0", "-1", "1.785", "61,57"),
    *("9" * 15, "[]", "{}", "[[]]", "[x, y]", "{a: b}", "[{a: b}]", "~", "true", "có", "không", "/", "//", "/a/", "https://a.vn/x"),
    *("javascript:x", "anh/x.jpg", "../x", "van-ban/2026/12-kh", "12-KH/TĐTN-PT", "2 năm/lần", "thường xuyên", "a@b.vn", '"=1+1"'),
    *('"a\\nb"', f'"{"ế" * 300}"', "Tỉnh đoàn Mẫu", "Tỉnh Mẫu", '"ngày     tháng    năm 2013"', '"\\u202e"', "&a x", "*a"),
)
FOLDERS = {"news": "tin-tuc/2026/x", "document": "van-ban/2026/x", "model": "mo-hinh/x", "collection": "ho-so/x", "comparison": "so-sanh/x"}


def value(field: Field, chance: Random) -> str:
    """A value of a field, in YAML: what it wants, what comes near to that, or anything."""
    if field.kind == "group" and chance.random() < 0.7:
        parts = {p.vietnamese: value(p, chance) for p in field.parts if p.required or chance.random() < 0.6}
        one = "{" + ", ".join(f"{name}: {told}" for name, told in parts.items()) + "}"
    elif field.kind == "choice" and chance.random() < 0.7:
        one = chance.choice([words[0] for words in CHOICES[field.of].values()])
    else:
        one = chance.choice(STRANGE)
    return f"[{one}, {chance.choice(STRANGE)}]" if field.many and chance.random() < 0.3 else f"[{one}]" if field.many else one


@pytest.mark.parametrize("kind", FOLDERS)
@given(st.integers(0, 2**32).map(Random))
def test_any_values_are_read_or_told(kind, chance):
    """A record with anything in any of its fields is sound, or its problems say why not."""
    fields = [f for f in tables.KINDS[kind] if f.required or chance.random() < 0.4]
    key = FOLDERS[kind]
    text = "---\n" + "".join(f"{f.vietnamese}: {value(f, chance)}\n" for f in fields) + "---\n\nChữ.\n"
    found = reading.read(text, f"content/{key}.md", key, kind_of(key), WORDS.lookup)
    assert found.sound or found.problems


def test_a_consent_that_says_no_is_told_on_its_line():
    """A picture of the text whose family has not agreed stops the build, with the line of that note."""
    found = read("tin-tuc/2026/x", "Chữ.", đồng_ý_ảnh="[{tệp: anh/x.jpg, đồng ý: không}]")
    assert [(p.code, p.line) for p in found.problems] == [("khong-dong-y", 6)]
