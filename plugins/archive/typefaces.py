"""The typeface of printed forms: Source Serif 4, cut down to Latin letters and made into one small file for each face.

It comes from the package fontpkg-source-serif-4 (SIL Open Font License 1.1) and not from the machine, so that the same words
take the same room everywhere. Not here: setting the words (`typesetting`)."""

import hashlib
import importlib.metadata
import importlib.resources
import io
import os
from pathlib import Path

FAMILY = "Giấy"
FACES = (("SourceSerif4", 400, "normal"), ("SourceSerif4", 700, "normal"), ("SourceSerif4-Italic", 400, "italic"),
         ("SourceSerif4-Italic", 700, "italic"))  # fmt: skip
"""File of the package, CSS weight, CSS style."""

_SETTINGS = "1"  # raise when faces are cut in another way
_LETTERS = ((0x20, 0x24F), (0x2B0, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x2BFF))  # Latin, marks, Vietnamese, signs
_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum")
_SIZE = 14  # pt: the letters are drawn for the size of the text


def faces(folder: Path) -> list[tuple[int, str, bytes]]:
    """Weight, style and bytes of each face; made once and kept in `folder`."""
    found = []
    for name, weight, style in FACES:
        data = _source(name)
        made_of = [hashlib.sha256(data).hexdigest(), importlib.metadata.version("fonttools"), _SETTINGS, str(weight)]
        path = folder / f"chu-{hashlib.sha256(' '.join(made_of).encode()).hexdigest()[:16]}.ttf"
        try:
            face = path.read_bytes()
        except OSError:
            face = _cut(data, weight)
            keep(path, face)
        found.append((weight, style, face))
    return found


def keep(path: Path, data: bytes) -> None:
    """Writes a file so that a reader finds it whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tam")
    temporary.write_bytes(data)
    os.replace(temporary, path)


def _source(name: str) -> bytes:
    return (importlib.resources.files("fontpkg_source_serif_4") / "files" / f"{name}[opsz,wght].ttf").read_bytes()


def _cut(data: bytes, weight: int) -> bytes:
    """One weight of the variable font with the letters that we need; the same bytes whenever and wherever it is made."""
    from fontTools import subset  # slow to load, and needed only when the cache is empty
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    options = subset.Options(
        layout_features=list(_FEATURES), hinting=False, recalc_timestamp=False, notdef_outline=True, harfbuzz_repacker=False
    )
    font = TTFont(io.BytesIO(data), recalcTimestamp=False, lazy=False)
    scissors = subset.Subsetter(options)
    scissors.populate(unicodes=[code for first, last in _LETTERS for code in range(first, last + 1)])
    scissors.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": weight, "opsz": _SIZE}, inplace=True)
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()
