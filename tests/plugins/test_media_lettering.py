"""Fonts and share cards: every letter of Vietnamese is there, and none is cut."""

import io
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from plugins.media import cards, fonts
from plugins.media.store import Store

ROOT = Path(__file__).resolve().parents[2]
LABELS = [
    "Tin tức",
    "Văn bản",
    "Ẩ Ẫ Ữ Ỗ Ệ Ậ Ỵ",
    "ĐOÀN – HỘI – ĐỘI",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Nghiêng" * 12,
    "Tình nguyện vì cuộc sống cộng đồng của thanh thiếu nhi toàn tỉnh " * 4,
]


@pytest.fixture(scope="module")
def faces(tmp_path_factory):
    return fonts.subset(tmp_path_factory.mktemp("fonts"))


def test_alphabet():
    """The alphabet has the 134 letters beyond ASCII: with the 12 plain vowels, the 146 of TCVN 6909."""
    letters = fonts.vietnamese()
    assert len(letters) == len(set(letters)) == 134
    assert all(unicodedata.is_normalized("NFC", c) for c in letters)
    assert set("ăâđêôơưẳẵặỹỵĐỰỮẨ") <= set(letters)


def test_every_letter(faces):
    """Each face holds ASCII, all Vietnamese letters, the tone marks and the punctuation of documents."""
    wanted = {chr(c) for c in range(0x20, 0x7F)} | set(fonts.vietnamese()) | set("\u0300\u0301\u0303\u0309\u0323‘’“”–—…•·×÷²³¹½°€₫")
    for face in faces:
        with TTFont(face.path) as font:
            assert font.flavor == "woff2"
            assert not {c for c in wanted if ord(c) not in font.getBestCmap()}, face.address


def test_marks_and_kerning(faces):
    """The rules that place combining marks and kern pairs are kept."""
    for face in faces:
        with TTFont(face.path) as font:
            features = {r.FeatureTag for r in font["GPOS"].table.FeatureList.FeatureRecord}
            assert {"kern", "mark", "mkmk"} <= features


def test_small(faces):
    """All faces together stay below 70 kB."""
    assert sum(face.path.stat().st_size for face in faces) < 70_000
    assert {(f.weight, f.style) for f in faces} == {(400, "normal"), (400, "italic"), (600, "normal")}


def test_cached_without_tools(tmp_path):
    """With a filled cache the font tools are not even imported, and the answer is the same."""
    first = fonts.subset(tmp_path)
    script = (
        "import sys; from pathlib import Path; from plugins.media.fonts import subset\n"
        "found = subset(Path(sys.argv[1]))\n"
        "assert 'fontTools' not in sys.modules\n"
        "print(*(f.address for f in found))"
    )
    again = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.split()
    assert again == [face.address for face in first]


@pytest.mark.parametrize("label", LABELS)
def test_nothing_clipped(label):
    """All ink of a card stays inside its margins, and no line touches the next."""
    card = cards.plan(label, "Tỉnh đoàn Mẫu – Trang thông tin điện tử", "lam")
    big, small = cards.lettering(card)
    assert 1 <= len(big) <= cards.MAX_LINES and len(small) == 1
    lines = [*big, *small]
    for line in lines:
        left, top, right, bottom = line.box
        assert left >= 40 and right <= cards.WIDTH - 40 and top >= 100 and bottom <= cards.HEIGHT - 40, line
    for upper, lower in zip(lines, lines[1:], strict=False):
        assert upper.box[3] <= lower.box[1], (upper, lower)


def test_boxes_are_true():
    """The box of a line is where its ink really is: painting it alone changes no pixel outside."""
    card = cards.plan("Ẩ Ẫ Ữ Ỗ Ệ Ậ Ỵ", "Tỉnh đoàn Mẫu", "lam")
    with_text = Image.open(io.BytesIO(cards.render(card))).convert("RGB")
    assert with_text.size == (1200, 630)
    line = cards.lettering(card)[0][0]
    inked = with_text.crop(line.box).convert("L").point(lambda v: 255 * (v > 240))
    left, top, right, bottom = inked.getbbox()
    width, height = line.box[2] - line.box[0], line.box[3] - line.box[1]
    assert left <= 14 and top <= 3 and right >= width - 3 and bottom >= height - 3


def test_long_label_is_shortened():
    """A label that cannot fit ends in an ellipsis instead of running out of the card."""
    card = cards.plan(LABELS[-1], "Tỉnh đoàn Mẫu", "lam")
    assert cards.lettering(card)[0][-1].text.endswith("…")


def test_card_is_cached(tmp_path, monkeypatch):
    """A card is drawn once for the same words and scheme."""
    card = cards.plan("Văn bản", "Tỉnh đoàn Mẫu", "do")
    path = cards.draw(card, Store(tmp_path))
    store = Store(tmp_path)
    store.put(path.name, path.read_bytes())
    monkeypatch.setattr(cards, "render", lambda card: pytest.fail("drawn again"))
    assert cards.draw(card, store) == path


def test_card_address():
    """The address changes with every word and with the scheme, and NFD input gives the address of NFC."""
    plans = [cards.plan(*a) for a in (("Tin tức", "A", "lam"), ("Tin tức", "A", "do"), ("Tin tức", "B", "lam"))]
    assert len({p.address for p in plans}) == 3
    assert plans[0].address == cards.plan(unicodedata.normalize("NFD", "Tin tức"), " A ", "lam").address
    assert plans[0].address.startswith("/anh/the-tin-tuc-")


def test_card_refuses():
    """A card without words or with an unknown scheme is a mistake of the caller."""
    with pytest.raises(ValueError):
        cards.plan("  ", "A", "lam")
    with pytest.raises(KeyError):
        cards.plan("Tin", "A", "hong")
