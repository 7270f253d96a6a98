"""The files of content/: which of them are records, of which kind, and what must not lie there.

The only place that walks the content folder. Names are compared in NFC, because macOS hands them out decomposed."""

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.domain.problems import Problem
from plugins.domain.text import slug
from plugins.domain.words import FOLDER

_KINDS = {"tin-tuc": "news", "van-ban": "document", "mo-hinh": "model", "trang": "page"}
_NEARLY = (".md.txt", ".markdown", ".txt", ".md")  # endings of texts that were meant to be records
_IGNORED_ENDINGS = ("~", ".swp", ".tmp", ".bak")


@dataclass(frozen=True)
class SourceFile:
    """One file of content/: `name` below it (NFC, forward slashes) and where it lies."""

    name: str
    path: Path

    @property
    def kind(self) -> str | None:
        """The kind of record, or None for pictures, attachments and data."""
        return _KINDS.get(self.name.split("/", 1)[0]) if self.name.endswith(".md") else None

    @property
    def key(self) -> str:
        """The key of the record: the name without ending; a document goes by its folder."""
        return self.name.removesuffix(".md").removesuffix("/index")


def walk(content: Path, root: str) -> tuple[list[SourceFile], list[Problem]]:
    """All files of the content folder in order of their names. Hidden and temporary files are passed over; a symbolic
    link and a name with separate tone marks are problems."""
    files: dict[str, SourceFile] = {}
    problems: list[Problem] = []
    for folder, folders, names in os.walk(content, onerror=_unreadable):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "_")) and not _is_link(Path(folder) / f, root, content, problems))
        for raw in sorted(names):
            path = Path(folder) / raw
            name = unicodedata.normalize("NFC", path.relative_to(content).as_posix())
            if not path.is_file() and not path.is_symlink():
                continue
            if raw.startswith((".", "_", "~")) or raw.endswith(_IGNORED_ENDINGS) or _is_link(path, root, content, problems):
                continue
            if not unicodedata.is_normalized("NFC", path.relative_to(content).as_posix()):
                problems.append(_decomposed(f"{root}/{name}", path.name))
            files[name] = SourceFile(name, path)
    problems += _same_key(files.values(), root)
    problems += [_misplaced(f, root) for f in files.values() if f.name.endswith(".md") and (f.kind is None or _bad_place(f))]
    problems += [
        _misnamed(f, root)
        for f in files.values()
        if f.name.split("/")[0] in _KINDS and f.name.lower().endswith(_NEARLY) and not f.name.endswith(".md")
    ]
    return [files[name] for name in sorted(files)], problems


def _unreadable(error: OSError) -> None:
    """A folder that cannot be read would look like one that was emptied: its pages would be taken down."""
    raise error


def _same_key(files: Iterable[SourceFile], root: str) -> list[Problem]:
    """``a.md`` beside ``a/index.md``: two files of one name, of which links could reach only one."""
    first: dict[str, SourceFile] = {}
    problems = []
    for file in files:
        if file.kind and first.setdefault(file.key, file) is not file:
            message = f"Tệp này cùng tên với {root}/{first[file.key].name}."
            problems.append(Problem(f"{root}/{file.name}", 0, "trung-ten", message, "Đổi tên hoặc bỏ một trong hai tệp."))
    return problems


def _decomposed(path: str, name: str) -> Problem:
    """Names with separate tone marks (NFD, as old macOS makes them) look right and are found by no link."""
    plain = slug(Path(name).stem) + Path(name).suffix
    message = "Tên tệp hoặc thư mục dùng dấu tiếng Việt tách rời (dạng NFD của máy Mac), liên kết tới nó sẽ hỏng."
    return Problem(path, 0, "ten-tep-nfd", message, f"Đổi sang tên không dấu, ví dụ: {plain}")


def data_texts(files: list[SourceFile]) -> dict[str, SourceFile]:
    """The data files: file name → file."""
    return {f.name.split("/", 1)[1]: f for f in files if f.name.startswith(f"{FOLDER}/") and f.name.endswith((".yml", ".yaml"))}


def _is_link(path: Path, root: str, content: Path, problems: list[Problem]) -> bool:
    if not path.is_symlink():
        return False
    name = unicodedata.normalize("NFC", path.relative_to(content).as_posix())
    problems.append(
        Problem(
            f"{root}/{name}",
            0,
            "lien-ket-tep",
            "Đây là liên kết (symlink), không phải tệp thật.",
            "Chép tệp thật vào thư mục nội dung thay cho liên kết.",
        )
    )
    return True


def _bad_place(file: SourceFile) -> bool:
    """A document is a folder with index.md: content/van-ban/<year>/<name>/index.md; nothing else is called so."""
    if file.kind == "document":
        return not file.name.endswith("/index.md") or file.name.count("/") != 3
    return file.name.endswith("/index.md")


def _misnamed(file: SourceFile, root: str) -> Problem:
    right = file.name.split("/")[-1].split(".")[0] + ".md"
    return Problem(
        f"{root}/{file.name}",
        0,
        "sai-duoi",
        "Tệp bài phải có đuôi .md viết thường, nếu không sẽ không lên trang.",
        f"Đổi tên thành {right}.",
    )


def _misplaced(file: SourceFile, root: str) -> Problem:
    if file.kind == "document":
        return Problem(
            f"{root}/{file.name}",
            0,
            "sai-cho",
            "Mỗi văn bản là một thư mục có tệp index.md.",
            "Ví dụ: content/van-ban/2026/12-kh-tdtn/index.md",
        )
    if file.kind:
        message = "Chỉ văn bản mới có tệp tên index.md."
        return Problem(f"{root}/{file.name}", 0, "sai-cho", message, "Đặt tên tệp theo nội dung bài, ví dụ: ra-quan-thang-thanh-nien.md")
    return Problem(
        f"{root}/{file.name}",
        0,
        "sai-cho",
        "Bài này không nằm trong thư mục tin-tuc, van-ban, mo-hinh hoặc trang.",
        "Ví dụ: content/tin-tuc/2026/ra-quan-thang-thanh-nien.md",
    )
