"""The letters of printed forms: Source Serif 4, for signs that it lacks Inter, for what both lack our own (`drawn_signs`); each cut down
and made one small file for each face.

They come from packages (SIL Open Font License 1.1) and not from the machine, so that the same words take the same room everywhere.
Not here: setting the words (`typesetting`)."""

import hashlib
import io
import os
from pathlib import Path
from typing import NamedTuple

from plugins.archive import drawn_signs

FAMILY, SIGNS, DRAWN = "Giấy", "Giấy: dấu", "Giấy: hình"


class Face(NamedTuple):
    """One file of letters: the package and the variable font that it is cut from, CSS family, weight, style, the letters in it."""

    package: str
    file: str
    family: str
    weight: int
    style: str
    letters: tuple[tuple[int, int], ...]
    features: tuple[str, ...] = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum")


_LATIN = ((0x20, 0x24F), (0x2B0, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x2BFF))  # Latin, marks, Vietnamese, signs
_OTHERS = ((0x370, 0x3FF), (0x2000, 0x2BFF))  # Greek, signs
_SERIF = "fontpkg_source_serif_4"
FACES = (
    Face(_SERIF, "SourceSerif4", FAMILY, 400, "normal", _LATIN),
    Face(_SERIF, "SourceSerif4", FAMILY, 700, "normal", _LATIN),
    Face(_SERIF, "SourceSerif4-Italic", FAMILY, 400, "italic", _LATIN),
    Face(_SERIF, "SourceSerif4-Italic", FAMILY, 700, "italic", _LATIN),
    Face("fontpkg_inter", "Inter", SIGNS, 400, "normal", _OTHERS, ("mark", "ccmp")),
)

_DRAWN = Face("", "drawn_signs", DRAWN, 400, "normal", ())  # what none of these has is drawn by us
_SETTINGS = "2"  # raise when faces are cut in another way
_SIZE = 14  # pt: the letters are drawn for the size of the text


def cut(folder: Path) -> list[tuple[Face, bytes]]:
    """Every face with its bytes; made once and kept in `folder`."""
    import importlib.metadata  # slow to load, like what finds the files
    import importlib.resources

    found, small = [], {}
    for face in FACES:
        data = (importlib.resources.files(face.package) / "files" / f"{face.file}[opsz,wght].ttf").read_bytes()
        made_of = [hashlib.sha256(data).hexdigest(), importlib.metadata.version("fonttools"), _SETTINGS, repr(face)]
        path = folder / f"chu-{hashlib.sha256(' '.join(made_of).encode()).hexdigest()[:16]}.ttf"
        try:
            made = path.read_bytes()
        except OSError:
            if face.file not in small:
                small[face.file] = _subset(data, face)
            made = _instance(small[face.file], face)
            keep(path, made)
        found.append((face, made))
    return [*found, (_DRAWN, _drawn(folder))]


def _drawn(folder: Path) -> bytes:
    """The signs that we have drawn; made once and kept in `folder`."""
    import importlib.metadata

    made_of = f"{importlib.metadata.version('fonttools')} {_SETTINGS} {drawn_signs.SHAPES}"
    path = folder / f"chu-{hashlib.sha256(made_of.encode()).hexdigest()[:16]}.ttf"
    try:
        return path.read_bytes()
    except OSError:
        made = drawn_signs.font()
        keep(path, made)
        return made


def keep(path: Path, data: bytes) -> None:
    """Writes a file so that a reader finds it whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tam")
    temporary.write_bytes(data)
    os.replace(temporary, path)


# The same bytes whenever and wherever they are made. fontTools is slow to load, and needed only when the cache is empty.


def _subset(data: bytes, face: Face) -> bytes:
    """The variable font with the letters that we need."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(
        layout_features=list(face.features), name_IDs=["*"], hinting=False, recalc_timestamp=False, notdef_outline=True,
        harfbuzz_repacker=False,
    )  # fmt: skip
    font = TTFont(io.BytesIO(data), recalcTimestamp=False, lazy=True)
    scissors = subset.Subsetter(options)
    scissors.populate(unicodes=[code for first, last in face.letters for code in range(first, last + 1)])
    scissors.subset(font)
    return _saved(font)


def _instance(data: bytes, face: Face) -> bytes:
    """One weight of a variable font."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(io.BytesIO(data), recalcTimestamp=False, lazy=True)
    return _saved(instancer.instantiateVariableFont(font, {"wght": face.weight, "opsz": _SIZE}, inplace=True))


def _saved(font) -> bytes:
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()
