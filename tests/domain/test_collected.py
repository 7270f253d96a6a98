"""What a collection may hold, how it is read, and whom it names."""

import pytest

from plugins.domain import addresses, collected
from plugins.domain.parts import Collected, Reference
from tests.domain.related import relate
from tests.domain.sample import WORDS, read, record


def problems(items: str) -> list[tuple[str, int]]:
    """The codes and lines that a collection of these items is told."""
    return [(p.code, p.line) for p in read("ho-so/a", gồm=items).problems]


def test_a_collection_is_read_with_its_order_and_parts():
    """Items keep their order; a part opened by one item goes on until the next; numbers run through."""
    made = record("ho-so/a", gồm="[{bài: van-ban/2026/b.md}, {phần: Mẫu, bài: trang/c, ghi chú: Ký}, {địa chỉ: 'https://a.vn', tên: A}]")
    assert made.members == ("van-ban/2026/b", "trang/c") and made.status == "open" and made.title == "Tháng Thanh niên"
    first, second = collected.parts(made.collects)
    assert (first[0], [n for n, _ in first[1]]) == ("", [1]) and (second[0], [n for n, _ in second[1]]) == ("Mẫu", [2, 3])
    assert second[1][0][1].note == "Ký" and addresses.of(made) == "/ho-so/a/"


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ("[{ghi chú: gì đó}]", "muc-trong"),
        ("[{bài: trang/a, địa chỉ: 'https://a.vn', tên: A}]", "muc-gop"),
        ("[{địa chỉ: 'https://a.vn'}]", "muc-khong-ten"),
        ("[{bài: trang/a}, {bài: trang/a}]", "muc-lap"),
        ("[]", "de-trong"),
        ("[{bài: trang/a, số: 1}]", "khoa-la"),
    ],
)
def test_an_item_is_just_one_thing_with_a_name(items, code):
    """An item of nothing, of two things, an address without a name and a repeated thing are told with their line."""
    assert [found for found, line in problems(items) if line > 1] == [code]


def test_no_item_is_lost_in_parts():
    """Whatever the parts are, all items are there, once, in their order."""
    items = [Collected(Reference(f"trang/{n}"), part="Phần" if n % 3 == 2 else "") for n in range(9)]
    assert [n for _, some in collected.parts(items) for n, _ in some] == list(range(1, 10)) and collected.parts(()) == []


def test_a_collection_names_records_of_any_kind():
    """An edge leads to every member, whatever it is; one that is missing is told with its line and the nearest name."""
    goals = {key: record(key) for key in ("van-ban/2026/a", "mo-hinh/m", "trang/p", "tin-tuc/2026/n", "ho-so/b")}
    items = ", ".join(f"{{bài: {key}}}" for key in [*goals, "mo-hinh/mm"])
    relations, told = relate({**goals, "ho-so/a": record("ho-so/a", gồm=f"[{items}]")}, {}, WORDS)
    assert [e.target for e in relations.from_("ho-so/a", "collects")] == list(goals)
    assert relations.to("mo-hinh/m", "collects")[0].source == "ho-so/a"
    assert [(p.code, p.suggestion) for p in told] == [("khong-co-ban-ghi", "Có phải “mo-hinh/m”?")]


def test_a_collection_does_not_hold_itself():
    """A collection among its own members is told."""
    _, told = relate({"ho-so/a": record("ho-so/a", gồm="[{bài: ho-so/a}]")}, {}, WORDS)
    assert [p.code for p in told] == ["sai-bai"] and "chính bài này" in told[0].message
