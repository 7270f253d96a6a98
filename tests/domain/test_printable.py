"""Signs that readers see: what printed forms have, what only Word knows."""

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive import drawn_signs
from plugins.domain import printable


def test_what_no_font_has_is_told_once_with_its_line():
    """Each sign without a glyph is told on the first line that holds it; blanks, letters and drawn signs are not."""
    text = "Nội dung ✔ ☒ ➢ – “a” … ≥ 5%\u00a0\u200b\n📌 Họp 中\n📌 Lại 中"
    assert printable.unprinted(text) == [("📌", 2), ("中", 2)]
    assert printable.named("📌") == "“📌” (U+1F4CC)"


def test_signs_of_word_are_told_with_what_they_mean():
    """A bullet of Wingdings is told with the sign to put in its place, an unknown one without."""
    assert printable.private("a\n\uf0a7 b\n\uf0a7 \uf0d8\uf123") == [("\uf0a7", 2, "▪"), ("\uf0d8", 3, "➢"), ("\uf123", 3, "")]
    assert printable.unprinted("\uf0a7") == [] and printable.named("\uf0a7") == "U+F0A7"
    assert all(printable.printed(meant) for _sign, _line, meant in printable.private("".join(map(chr, range(0xF020, 0xF100)))) if meant)


@pytest.mark.parametrize("sign", drawn_signs.SHAPES)
def test_every_drawn_sign_counts_as_printed(sign):
    """What we draw is no reason for a warning, and has contours that enclose something."""
    assert printable.printed(sign) and all(len(shape) > 2 for shape in drawn_signs.SHAPES[sign])


def test_the_drawn_font_is_the_same_each_time():
    """It is made without a clock."""
    assert drawn_signs.font() == drawn_signs.font()


@pytest.mark.skipif(not importlib.util.find_spec("fontpkg_inter"), reason="packages for printed forms are optional")
@given(st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, exclude_categories=("Cs", "Co", "Cc", "Cf")) | st.sampled_from("✔✓☐➢ẫữ➉📌"))
def test_the_table_is_what_the_fonts_have(sign):
    """A sign counts as printed exactly where one of the fonts has a glyph for it."""
    assert printable.printed(sign) is (ord(sign) in _glyphs() or sign == "\ufe0e" or sign == "\ufe0f")


def _glyphs(kept: list = []) -> set[int]:  # noqa: B006
    """All code points of the faces before they are cut."""
    if not kept:
        import importlib.resources

        from fontTools.ttLib import TTFont

        from plugins.archive import typefaces

        found = set(map(ord, drawn_signs.SHAPES))
        for face in typefaces.FACES:
            path = importlib.resources.files(face.package) / "files" / f"{face.file}[opsz,wght].ttf"
            wanted = [range(first, last + 1) for first, last in face.letters]
            found |= {code for code in TTFont(str(path), lazy=True).getBestCmap() if any(code in some for some in wanted)}
        kept.append(found)
    return kept[0]
