"""Be Vietnam Pro for the web: the letters that a Vietnamese page needs, as small WOFF2 files.

The fonts come from the package fontpkg-be-vietnam-pro (SIL Open Font License 1.1). Not here: drawing with
them (`cards`), naming them in CSS (the theme).
"""

from __future__ import annotations

import io
import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from plugins.media.store import Store, sha256

SETTINGS = "1"
"""Raise whenever `LETTERS` stay the same but the way of subsetting changes."""

FACES = (("Regular", 400, "normal"), ("Italic", 400, "italic"), ("SemiBold", 600, "normal"))
"""File name part, CSS weight and CSS style of each face that the theme may use."""

_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKS = _TONES + "\u0302\u0306\u031b"


def vietnamese() -> str:
    """The letters of Vietnamese beyond ASCII: 67 small and 67 capital letters (TCVN 6909:2001)."""
    small = {unicodedata.normalize("NFC", v + tone) for v in _VOWELS for tone in ("", *_TONES)} | {"đ"}
    return "".join(sorted(c for letter in small if not letter.isascii() for c in (letter, letter.upper())))


LETTERS = "".join(
    sorted(
        {chr(c) for c in range(0x20, 0x7F)}
        | {chr(c) for c in range(0xA0, 0x100)}
        | set(vietnamese())
        | set(_MARKS)
        | set("‘’‚“”„–—‑…•·‹›†‡‰′″⁄¹²³⁰⁴⁵⁶⁷⁸⁹€₫№™←↑→↓↗✓×÷−≤≥≠≈½¼¾°\u2009\u202f\u200b")
    )
)
"""Characters kept where the font has them: ASCII, Latin-1, Vietnamese, tone marks, punctuation, signs."""

FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum")
_NAMES, _ENGLISH = (0, 1, 2, 3, 4, 5, 6, 13, 14), 0x409  # whose font it is, what it is called, its licence (OpenType, table “name”)


@dataclass(frozen=True, slots=True)
class FontFile:
    """One web font: CSS weight and style, its address from the site root, and the file in the cache."""

    weight: int
    style: str
    address: str
    path: Path


def source(part: str) -> bytes:
    """The bytes of a Be Vietnam Pro TrueType file, by the part of its name after the hyphen ('Bold')."""
    import importlib.resources  # slow to load

    folder = importlib.resources.files("fontpkg_be_vietnam_pro") / "files"
    return (folder / f"BeVietnamPro-{part}.ttf").read_bytes()


def subset(cache: Path | Store, url_prefix: str = "/theme/") -> tuple[FontFile, ...]:
    """The web fonts, one per face of `FACES`; made once for the same source, letters and fontTools."""
    store = cache if isinstance(cache, Store) else Store(cache)
    files = tuple(_face(store, url_prefix, *face) for face in FACES)
    if store is not cache:
        store.save()
    return files


def _face(store: Store, url_prefix: str, part: str, weight: int, style: str) -> FontFile:
    import importlib.metadata  # slow to load

    data = source(part)
    tools = importlib.metadata.version("fonttools")
    key = sha256(json.dumps([sha256(data), tools, SETTINGS, LETTERS, FEATURES]).encode())[:16]
    name = f"be-vietnam-pro-{weight}-{style}-{key}.woff2"
    path = store.get(name) or store.put(name, _woff2(data))
    slant = "" if style == "normal" else f"-{style}"
    digest = store.digest(name)[:8]
    return FontFile(weight, style, f"{url_prefix}be-vietnam-pro-{weight}{slant}-{digest}.woff2", path)


def _woff2(data: bytes) -> bytes:
    """The subset of a TrueType font; the same bytes whenever and wherever it is made."""
    from fontTools import subset as tool  # slow to import, and needed only when the cache is empty
    from fontTools.ttLib import TTFont

    options = tool.Options(
        layout_features=list(FEATURES),
        hinting=False,
        desubroutinize=True,
        recalc_timestamp=False,
        notdef_outline=True,
        drop_tables=["DSIG", "FFTM", "meta"],
        harfbuzz_repacker=False,
    )
    font = TTFont(io.BytesIO(data), recalcTimestamp=False, lazy=False)
    names = font["name"]
    del font["name"]  # the tool would look through all tables for what they name: the features kept here name nothing
    scissors = tool.Subsetter(options)
    scissors.populate(text=LETTERS)
    scissors.subset(font)
    names.names = [each for each in names.names if each.nameID in _NAMES and each.isUnicode() and each.langID == _ENGLISH]
    font["name"] = names
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()
