"""The files of documents: is a file what its name says, and what does it say of itself (size, pages, SHA-256).

What was learnt of a file is kept in the cache by its content; nothing is changed or copied here."""

import contextlib
import hashlib
import io
import json
import logging
import os
import unicodedata
from functools import cached_property
from pathlib import Path

from plugins.context import tracing
from plugins.context.build import FileFacts
from plugins.context.tracing import Trace

# ending → (first bytes, MIME type, how editors call it). Office files of today are ZIP archives.
KINDS = {
    "pdf": (b"%PDF-", "application/pdf", "PDF"),
    "docx": (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
    "xlsx": (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
    "pptx": (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
    "odt": (b"PK\x03\x04", "application/vnd.oasis.opendocument.text", "ODT"),
    "zip": (b"PK\x03\x04", "application/zip", "ZIP"),
    "doc": (b"\xd0\xcf\x11\xe0", "application/msword", "Word"),
    "xls": (b"\xd0\xcf\x11\xe0", "application/vnd.ms-excel", "Excel"),
}
LIMIT = 50 * 1024 * 1024  # bytes; weak phones and git both suffer above


class Files:
    """The attachments of one build, remembered in `cache`/tep.jsonl, one line a file."""

    def __init__(self, cache: Path, content: Path, trace: Trace):
        self._store, self._content, self._trace = cache / "tep.jsonl", content, trace
        self._seen: dict[Path, FileFacts] = {}

    @cached_property
    def _known(self) -> dict[str, int | None]:
        known: dict[str, int | None] = {}
        with contextlib.suppress(OSError):
            for row in self._store.read_text(encoding="utf-8", errors="replace").splitlines():
                with contextlib.suppress(ValueError, TypeError):  # a line cut short by a kill
                    digest, pages = json.loads(row)
                    known[digest] = pages
        return known

    def exists(self, name: str) -> bool:
        """Whether there is a file of exactly that name below content/; some disks take A.PDF for a.pdf."""
        self._trace.note(tracing.FILE + name)
        folder, _, last = name.rpartition("/")
        try:
            return unicodedata.normalize("NFC", last) in {unicodedata.normalize("NFC", n) for n in os.listdir(self._content / folder)}
        except OSError:
            return False

    def _look(self, path: Path) -> None:
        """Notes that a file of content/ was looked at."""
        self._trace.note(tracing.FILE + path.relative_to(self._content).as_posix())

    def fault(self, path: Path) -> tuple[str, str, str] | None:
        """(code, message, suggestion) when the file may not be published."""
        self._look(path)
        ending = path.suffix.lower().lstrip(".")
        if ending not in KINDS:
            return "tep-sai-loai", f"Tệp “{path.name}” không thuộc loại được đăng.", "Các loại được đăng: " + ", ".join(KINDS) + "."
        try:
            return self._fault(path, ending)
        except FileNotFoundError:
            return None  # a name with separate tone marks: that is told of the file itself
        except OSError as error:
            return "tep-khong-doc-duoc", f"Không đọc được tệp “{path.name}” ({error.strerror}).", "Kiểm tra quyền đọc của tệp."

    def _fault(self, path: Path, ending: str) -> tuple[str, str, str] | None:
        size = path.stat().st_size
        if size == 0 or size > LIMIT:
            return (
                "tep-qua-co",
                f"Tệp “{path.name}” {'trống' if not size else 'lớn hơn 50 MB'}.",
                "Xuất lại tệp, nén ảnh bên trong cho nhỏ hơn.",
            )
        with path.open("rb") as stream:
            if not stream.read(8).startswith(KINDS[ending][0]):
                return (
                    "tep-sai-ruot",
                    f"Tệp “{path.name}” không phải {KINDS[ending][2]} thật.",
                    "Mở tệp bằng phần mềm gốc rồi lưu hoặc xuất lại; không đổi đuôi tệp bằng tay.",
                )
        if ending == "pdf" and self.facts(path).pages is None:
            return "tep-hong", f"Tệp PDF “{path.name}” bị hỏng hoặc bị cắt cụt.", "Xuất lại tệp PDF từ bản gốc."
        return None

    def facts(self, path: Path) -> FileFacts:
        """Size in bytes, type, pages of a PDF, SHA-256."""
        self._look(path)
        if path not in self._seen:
            data = path.read_bytes()
            digest, ending = hashlib.sha256(data).hexdigest(), path.suffix.lower().lstrip(".")
            if digest not in self._known:
                self._known[digest] = _pages(data) if ending == "pdf" else None
                self._save(digest)
            self._seen[path] = FileFacts(len(data), ending, KINDS[ending][1], self._known[digest], digest)
        return self._seen[path]

    def _save(self, digest: str) -> None:
        self._store.parent.mkdir(parents=True, exist_ok=True)
        with self._store.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps([digest, self._known[digest]]) + "\n")


def _pages(data: bytes) -> int | None:
    """The number of pages of a PDF; None when it cannot be read."""
    import pypdf  # heavy; only needed for a PDF that was not seen before

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return len(pypdf.PdfReader(io.BytesIO(data)).pages) or None
    except Exception:
        return None
