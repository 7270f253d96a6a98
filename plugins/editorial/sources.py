"""The files of content/: which of them are records, of which kind, and what must not lie there.

The only place that walks the content folder. Names are compared in NFC, because macOS hands them out decomposed."""

import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from plugins.context import scout
from plugins.context.build import Stamp
from plugins.domain.problems import WARNING, Problem
from plugins.domain.text import slug
from plugins.domain.words import FOLDER

DATA = "data"
_KINDS = {"tin-tuc": "news", "van-ban": "document", "mo-hinh": "model", "ho-so": "collection", "so-sanh": "comparison", "trang": "page"}
_WRITTEN = (".docx", ".doc", ".rtf", ".odt", ".html", ".htm", ".pdf", ".pages")  # what was meant to be read, perhaps
_WITH_FILES = "van-ban/"  # where such files are attachments
_COPY = (" - copy", " - sao chép", "copy of ", "bản sao ", " (1).md", " (2).md", " (3).md")  # names that machines give to copies
_NEARLY = (".md.txt", ".markdown", ".txt", ".md")  # endings of texts that were meant to be records


class Scan(NamedTuple):
    """What lies in content/: name (NFC, forward slashes) → stamp of the file, and what is wrong with names as such."""

    files: dict[str, Stamp]
    problems: list[Problem]


def scan(content: Path, root: str, seen: Iterable[scout.Seen] | None = None) -> Scan:
    """All files of the content folder, as they were `seen` or are now. Hidden and temporary files are passed over; a symbolic
    link and a name with separate tone marks are problems. Raises OSError: a folder that cannot be read would look like one that
    was emptied, and its pages would be taken down."""
    found, odd = Scan({}, []), set()
    for name, mode, *stamp in scout.walk(str(content)) if seen is None else seen:
        if not (name.isascii() and name.isprintable()):
            name = _named(name, root, found.problems, odd)
        if name and stat.S_ISREG(mode):
            found.files[name] = tuple(stamp)
        elif name and stat.S_ISLNK(mode):
            found.problems.append(_link(f"{root}/{name}"))
    names = "\n".join(found.files)  # sought all at once, and without expressions: most builds find nothing
    for name in _rows(_WRITTEN, names):
        if name.lower().endswith(_WRITTEN) and not name.startswith(_WITH_FILES):
            found.problems.append(_unread(f"{root}/{name}"))
    found.problems.extend(_copy(f"{root}/{name}") for name in (_rows(_COPY, names) if " " in names else ()) if name.endswith(".md"))
    return found


def _rows(signs: tuple[str, ...], names: str) -> list[str]:
    """The names, one a row, that hold one of some signs in small letters."""
    low = names.lower()
    low = low if len(low) == len(names) else names
    found: dict[str, None] = {}
    for sign in signs:
        at = low.find(sign)
        while at >= 0:
            end = low.find("\n", at)
            found[names[names.rfind("\n", 0, at) + 1 : end if end >= 0 else len(names)]] = None
            at = low.find(sign, at + 1)
    return list(found)


def _unread(path: str) -> Problem:
    hint = "Chép chữ sang một tệp .md (xem “Dán chữ từ Word” ở docs/bien-tap.md); tệp để tải về thì đặt trong thư mục của văn bản."
    return Problem(path, 0, "tep-khong-doc", "Tệp này không được đọc, không lên trang.", hint, WARNING)


def _copy(path: str) -> Problem:
    message = "Tên tệp giống một bản sao do máy tự đặt; bài sẽ lên trang hai lần nếu bản gốc còn đó."
    return Problem(path, 0, "ban-sao", message, "Xóa tệp thừa, hoặc đổi tên theo nội dung bài.", WARNING)


def _named(name: str, root: str, problems: list[Problem], odd: set[str]) -> str:
    """A name in NFC; '' when it cannot be told. A folder is told once: `odd` are those that were."""
    if not name.isprintable():
        shown = f"{root}/{name.encode('utf-8', 'replace').decode()}"
        problems.append(Problem(shown, 0, "ten-tep-hong", "Tên tệp có ký tự không đọc được.", "Đổi sang tên không dấu."))
        return ""
    parts = name.split("/")
    for n, part in enumerate(parts, 1):
        path = "/".join(parts[:n])
        if not unicodedata.is_normalized("NFC", part) and path not in odd:
            odd.add(path)
            problems.append(_decomposed(f"{root}/{unicodedata.normalize('NFC', path)}", part))
    return unicodedata.normalize("NFC", name)


def _link(path: str) -> Problem:
    message, hint = "Đây là liên kết (symlink), không phải tệp thật.", "Chép tệp thật vào thư mục nội dung thay cho liên kết."
    return Problem(path, 0, "lien-ket-tep", message, hint)


def kind(name: str) -> str:
    """The kind of record that a file is, 'data' for the controlled words, '' for pictures and attachments."""
    top, _, rest = name.partition("/")
    if top == FOLDER:
        return DATA if rest.endswith((".yml", ".yaml")) else ""
    return _KINDS.get(top, "") if name.endswith(".md") else ""


def key(name: str) -> str:
    """The key of a record: the name without ending; a document goes by its folder."""
    return name.removesuffix(".md").removesuffix("/index")


def misplaced(names: Iterable[str], root: str) -> list[Problem]:
    """Texts that lie where they will not be found, and two files of one key; `names` are all files of content/."""
    problems, first = [], {}
    for name in sorted(names):
        top = name.partition("/")[0]
        if name.endswith(".md"):
            if top not in _KINDS or _bad_place(name):
                problems.append(_misplaced(name, root))
            if top in _KINDS and first.setdefault(key(name), name) != name:
                message = f"Tệp này cùng tên với {root}/{first[key(name)]}."
                problems.append(Problem(f"{root}/{name}", 0, "trung-ten", message, "Đổi tên hoặc bỏ một trong hai tệp."))
        elif top in _KINDS and name.lower().endswith(_NEARLY):
            problems.append(_misnamed(name, root))
    return problems


def _decomposed(path: str, name: str) -> Problem:
    """Names with separate tone marks (NFD, as old macOS makes them) look right and are found by no link."""
    plain = slug(Path(name).stem) + Path(name).suffix
    message = "Tên tệp hoặc thư mục dùng dấu tiếng Việt tách rời (dạng NFD của máy Mac), liên kết tới nó sẽ hỏng."
    return Problem(path, 0, "ten-tep-nfd", message, f"Đổi sang tên không dấu, ví dụ: {plain}")


def _bad_place(name: str) -> bool:
    """A document is a folder with index.md: content/van-ban/<year>/<name>/index.md; nothing else is called so."""
    if kind(name) == "document":
        return not name.endswith("/index.md") or name.count("/") != 3
    return name.endswith("/index.md")


def _misnamed(name: str, root: str) -> Problem:
    right = name.split("/")[-1].split(".")[0] + ".md"
    return Problem(
        f"{root}/{name}",
        0,
        "sai-duoi",
        "Tệp bài phải có đuôi .md viết thường, nếu không sẽ không lên trang.",
        f"Đổi tên thành {right}.",
    )


def _misplaced(name: str, root: str) -> Problem:
    if kind(name) == "document":
        return Problem(
            f"{root}/{name}",
            0,
            "sai-cho",
            "Mỗi văn bản là một thư mục có tệp index.md.",
            "Ví dụ: content/van-ban/2026/12-kh-tdtn/index.md",
        )
    if kind(name):
        message = "Chỉ văn bản mới có tệp tên index.md."
        return Problem(f"{root}/{name}", 0, "sai-cho", message, "Đặt tên tệp theo nội dung bài, ví dụ: ra-quan-thang-thanh-nien.md")
    return Problem(
        f"{root}/{name}",
        0,
        "sai-cho",
        "Bài này không nằm trong thư mục tin-tuc, van-ban, mo-hinh, ho-so, so-sanh hoặc trang.",
        "Ví dụ: content/tin-tuc/2026/ra-quan-thang-thanh-nien.md",
    )
