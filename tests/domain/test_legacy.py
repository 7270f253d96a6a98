"""Old codes of Vietnamese: recognised in bytes and in lines, shown as they were meant; no Unicode text is taken for one."""

import unicodedata
from pathlib import Path

import pytest

from plugins.domain import frontmatter, legacy

CONTENT = Path(__file__).resolve().parents[2] / "content"
MEANT = "Đoàn viên trường đại học tham gia lễ ra quân, đóng góp công sức."
TCVN3 = "§oµn viªn tr\u00adêng ®¹i häc tham gia lÔ ra qu©n, ®ãng gãp c«ng søc."
VNI = "Ñoaøn vieân tröôøng ñaïi hoïc tham gia leã ra quaân, ñoùng goùp coâng söùc."


@pytest.mark.parametrize(("written", "code"), [(TCVN3, "TCVN3"), (VNI, "VNI"), (MEANT.encode().decode("latin-1"), "UTF-8")])
def test_lines_in_an_old_code_are_told_as_they_were_meant(written, code):
    """Words pasted in an old code are told once for each run of lines, in Unicode."""
    assert list(legacy.lines(f"Tin mới\n{written}\n{written}\n\nHết.")) == [(2, code, MEANT)]


def test_unicode_is_never_taken_for_an_old_code():
    """Neither the demonstration, nor rare spellings, nor foreign names are told."""
    for path in CONTENT.glob("*/**/*.md"):
        assert list(legacy.lines(path.read_text(encoding="utf-8"))) == []
    assert list(legacy.lines("hoà, khoẻ, thuý, uỷ, toán, oà, Bjørn ở Malmö, naïve façade, El Niño, 5 µm, © 2026, ®, «lời»")) == []


def test_both_ways_of_writing_capitals_are_read():
    """VNI has capitals with capital signs."""
    assert legacy.vni("ÑOAØN TRÖÔØNG ÑAÏI HOÏC, kyû nieäm, só, yù, ñöùc") == "ĐOÀN TRƯỜNG ĐẠI HỌC, kỷ niệm, sĩ, ý, đức"


def test_a_whole_file_in_an_old_code_is_told_with_its_code():
    """A file that is no UTF-8 is told with the code it was written in, and a line of it in Unicode."""
    loose = "".join(unicodedata.normalize("NFD", c) if c not in "âêôăơưđĐÂÊÔĂƠƯ" else c for c in MEANT)
    hats = {"\u0302": "âêô", "\u0306": "ă", "\u031b": "ơư"}
    for mark, letters in hats.items():
        for letter in letters:
            plain = unicodedata.normalize("NFD", letter)[0]
            for tone in "\u0300\u0301\u0303\u0309\u0323":
                loose = loose.replace(f"{plain}{tone}{mark}", letter + tone).replace(f"{plain}{mark}{tone}", letter + tone)
    for data, code in (
        (TCVN3.encode("cp1252"), "TCVN3"),
        (VNI.encode("cp1252"), "VNI"),
        (loose.encode("cp1258"), "Windows-1258"),
    ):
        text, problems = frontmatter.decode(data, "bai.md")
        assert text == "" and len(problems) == 1 and f"mã {code} cũ" in problems[0].message
        assert "Đoàn viên" in problems[0].suggestion
    assert "không phải mã UTF-8" in frontmatter.decode(b"\xff\x81", "bai.md")[1][0].message
    assert "UTF-16" in frontmatter.decode("tin".encode("utf-16-le"), "bai.md")[1][0].message
