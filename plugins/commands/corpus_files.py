"""The trial corpus on disk: front matter in YAML, data files, a few drawn pictures, and a stamp by which a folder is known again.

What stands in the records is decided in `corpus`."""

import hashlib
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from plugins.commands import corpus, corpus_names
from plugins.commands.corpus import Corpus, Entry

STAMP = ".bo-bai-thu"  # hidden, so no record; holds what the folder was made from
_SIZE = (1200, 675)
_WORDS = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}  # which YAML would not take for words


def prepare(folder: Path, made: Corpus) -> None:
    """The files of a corpus in `folder`, used again where they are of this corpus. Raises FileExistsError, as `settle` does."""
    settle(folder, stamp_of(made), lambda: write(made, folder))


def settle(folder: Path, wanted: str, lay: Callable[[], None]) -> None:
    """See to it that `folder` holds what its stamp must say; else what lay there is removed and `lay` fills it anew.

    Raises FileExistsError where the folder holds something that was not made here."""
    stamp = folder / STAMP
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if folder.exists() and any(folder.iterdir()) and not stamp.is_file():
        raise FileExistsError(folder)
    shutil.rmtree(folder, ignore_errors=True)
    put(stamp, "")  # no stamp of anything until all is there
    lay()
    put(stamp, wanted)


def stamp_of(made: Corpus) -> str:
    """What a folder of this corpus is known by: number, seed, and the code and words that make it."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("corpus*.py"))]
    return f"{made.articles} {made.seed} {hashlib.sha256(b''.join(code)).hexdigest()[:16]}"


def write(made: Corpus, folder: Path) -> None:
    """Every file of the corpus below `folder`."""
    lay(folder)
    for entry in made.entries():
        put(folder / entry.path, text(entry))


def lay(folder: Path) -> None:
    """What records stand on: the data files and the pictures."""
    for name, data in corpus_names.data_files().items():
        put(folder / "du-lieu" / name, yaml(data))
    draw(folder / "anh")


def draw(folder: Path) -> None:
    """The pictures that records show."""
    for number in range(1, corpus.PICTURES + 1):
        put(folder / f"tranh-{number}.jpg", picture(number))


def text(entry: Entry) -> str:
    """One file: front matter and body."""
    return f"---\n{yaml(entry.front)}---\n\n{entry.body}"


def put(path: Path, content: str | bytes) -> None:
    """Write a file, with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def yaml(data: object) -> str:
    """Mappings and lists of plain values as an editor would write them."""
    if isinstance(data, dict):
        return "".join(_pair(key, value) for key, value in data.items())
    return "".join(_item(value) for value in data)


def digest(folder: Path) -> str:
    """One digest of all names and bytes below a folder, the stamp left out."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != STAMP:
            total.update(f"{path.relative_to(folder).as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def picture(number: int) -> bytes:
    """A small drawing: sky, hills and a river in colours of its own."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", _SIZE, (150 + 9 * number, 190 + 5 * number, 235 - 6 * number))
    draw = ImageDraw.Draw(image)
    width, height = _SIZE
    for hill in range(4):
        top, left = height // 2 + hill * 40, (hill * 311 + number * 97) % width - width // 3
        draw.ellipse((left, top, left + width, top + height), fill=(60 + 20 * hill, 120 + 14 * hill + 3 * number, 70 + 8 * number))
    draw.polygon([(width // 2, height // 2), (width // 3, height), (2 * width // 3, height)], fill=(90, 150, 190 + 5 * number))
    draw.ellipse((80 * number, 60, 80 * number + 110, 170), fill=(250, 230, 120))
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue()


def _pair(key: str, value: object, indent: str = "") -> str:
    if isinstance(value, dict):
        return f"{indent}{key}:\n" + "".join(_pair(k, v, indent + "  ") for k, v in value.items())
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"{indent}{key}:\n" + "".join(_item(v, indent + "  ") for v in value)
    if isinstance(value, list):
        return f"{indent}{key}: [{', '.join(_scalar(v, ',[]') for v in value)}]\n"
    return f"{indent}{key}: {_scalar(value)}\n"


def _item(value: dict, indent: str = "") -> str:
    lines = "".join(_pair(k, v, indent + "  ") for k, v in value.items())
    return f"{indent}- {lines[len(indent) + 2 :]}"


def _scalar(value: object, refused: str = "") -> str:
    """Plain where YAML lets no doubt, else in double quotes (JSON strings are YAML)."""
    words = str(value)
    if isinstance(value, int) or re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return words
    plain = re.fullmatch(r"[^\W\d_][^:#\"'\\{}&*!|>%@`]*", words) and not any(sign in words for sign in refused)
    return words if plain and words == words.strip() and words.lower() not in _WORDS else json.dumps(words, ensure_ascii=False)
