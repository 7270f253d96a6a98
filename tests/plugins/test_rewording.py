"""Other words: what asks for reading everything again, and what is told as cells to the pages that show it."""

import pytest

from plugins.domain import words
from plugins.incremental.rewording import Reworded, changed

_SITE = "tên trang: A\ncơ quan chủ quản: B\ngiới thiệu: C\ngốc mã nguồn tin: a.example,2026\n"
BEFORE = {
    "trang-web.yml": _SITE,
    "co-quan.yml": "- {tên: Tỉnh đoàn, cấp: tỉnh, địa bàn: Tỉnh, tên khác: [Đoàn tỉnh]}\n",
    "dia-ban.yml": "- {tên: Tỉnh}\n- {tên: Xã, thuộc: Tỉnh}\n",
    "loai-van-ban.yml": "- {tên: Kế hoạch, ký hiệu: KH}\n",
    "chuyen-muc.yml": "- {tên: Tin}\n",
    "chuyen-huong.yml": "- {từ: /a/, đến: /b/}\n",
}


def made(**data: str) -> words.Words:
    """Words of some data files; `_` in a name stands for a hyphen."""
    return words.read(BEFORE | {f"{name.replace('_', '-')}.yml": text for name, text in data.items()}, "content")[0]


@pytest.mark.parametrize(
    ("name", "text", "cells"),
    [
        ("chuyen_huong", "- {từ: /a/, đến: /c/}\n", {"wl:redirects", "wd:redirects\t1"}),
        ("trang_web", _SITE.replace("C", "D"), {"ws:description"}),
        ("dia_ban", "- {tên: Tỉnh}\n- {tên: Xã, thuộc: Tỉnh, lưu ý: Lời.}\n", {"wl:places", "wd:places\txa"}),
        ("dia_ban", "- {tên: Tỉnh}\n- {tên: Mới, thuộc: Tỉnh}\n- {tên: Xã, thuộc: Tỉnh}\n",
         {"wl:places", "wd:places\tmoi", "wd:places\ttinh"}),
        ("co_quan", BEFORE["co-quan.yml"] + "- {tên: Xã đoàn, cấp: cơ sở, cấp trên: Tỉnh đoàn, địa bàn: Xã}\n",
         {"wl:organs", "wd:organs\txa-doan", "wd:organs\ttinh-doan", "wd:places\txa"}),
        ("chuyen_muc", "- {tên: Mới}\n- {tên: Tin}\n", {"wl:categories", "wd:categories\tmoi", "wn:categories\tmoi"}),
        ("dia_ban", "- {tên: Tỉnh}\n- {tên: Xã, thuộc: Tỉnh, đến ngày: 2025-06-30}\n", {"wl:places", "wd:places\txa"}),
        ("dia_ban", "# Lời ghi\n- {tên: Tỉnh}\n\n- {tên: Xã, thuộc: Tỉnh}\n", set()),
    ],
)  # fmt: skip
def test_what_pages_alone_tell_is_told_as_cells(name, text, cells):
    """Another description, redirect or site data, and a new word, change no record: they are told to whoever shows them."""
    assert changed(made(), made(**{name: text})) == Reworded(False, frozenset(cells))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dia_ban", "- {tên: Tỉnh}\n"),
        ("dia_ban", "- {tên: Tỉnh}\n- {tên: Xã}\n"),
        ("dia_ban", "- {tên: Xã, thuộc: Tỉnh}\n- {tên: Tỉnh}\n"),
        ("dia_ban", BEFORE["dia-ban.yml"] + "- {tên: Mới, tiền thân: Xã}\n"),
        ("co_quan", BEFORE["co-quan.yml"] + "- {tên: Đoàn tỉnh, cấp: tỉnh}\n"),
        ("co_quan", BEFORE["co-quan.yml"].replace("Đoàn tỉnh", "Đoàn")),
        ("loai_van_ban", BEFORE["loai-van-ban.yml"] + "- {tên: Báo cáo, ký hiệu: BC}\n"),
        ("ten_goi", "- {cụm từ: Điều lệ, văn bản: Điều lệ Đoàn}\n"),
    ],
)
def test_what_records_are_read_by_is_a_reason_to_read_all(name, text):
    """A word that is gone, that is called, placed or tied otherwise, or that takes a name of another, is read into every record."""
    assert changed(made(), made(**{name: text})).anew


@pytest.mark.parametrize(
    ("text", "cells", "respelt"),
    [
        ("- {khóa: tin, tên: Tin mới, tên khác: [Tin]}\n", "d tin, n tin, a tin", set()),
        ("- {khóa: tin, tên: Bản tin}\n", "d tin, n tin", set()),
        ("- {tên: Tin, tên khác: [Bài]}\n", "d tin, a tin", set()),
        ("- {tên: Bản tin}\n", "d tin, n tin, d ban-tin, n ban-tin", {"category\ttin"}),
        ("- {tên: Tin}\n- {tên: Khác, tên khác: [Tin]}\n", "d khac, n khac, a khac", set()),
        ("- {khóa: tin-a, tên: Tin}\n", "d tin, n tin, d tin-a, n tin-a", {"category\ttin"}),
    ],
)
def test_another_name_of_a_free_word_is_told_where_it_is_shown(text, cells, respelt):
    """A category that is called otherwise is told to whoever shows its name; its records are read again only where a spelling is lost."""
    told = {f"w{cell[0]}:categories\t{cell[2:]}" for cell in cells.split(", ")} | {"wl:categories"}
    assert changed(made(), made(chuyen_muc=text)) == Reworded(False, frozenset(told), frozenset(respelt))
