"""Why a file was made again, in words: the cells of `tracing` as an editor would call them."""

from collections.abc import Iterable, Mapping

from plugins.context import tracing
from plugins.incremental.manifest import Manifest

_WORDS = {
    tracing.RECORD: "phần khai báo của {}",
    tracing.BODY: "thân bài {}",
    tracing.SOURCE: "tệp {}",
    tracing.OUT: "những gì {} nhắc tới",
    tracing.INTO: "những bài nhắc tới {}",
    tracing.MEANT: "các văn bản được viện dẫn trong {}",
    tracing.LIST: "danh sách {}",
    tracing.RECENT: "các bài mới nhất của danh sách {}",
    tracing.KEPT: "mục “{}” trong các nguồn tin",
    tracing.HAS: "danh sách {} có hay không có bài",
    tracing.KEYS: "các danh sách loại {}",
    tracing.PAIRS: "các danh sách theo hai mặt {}",
    tracing.NEIGHBOURS: "bài trước, bài sau của {}",
    tracing.NEAREST: "các tin gần {}",
    tracing.NUMBER: "các văn bản cùng số {}",
    tracing.FILE: "tệp {}",
    tracing.DAY: "đã đến ngày {}",
    tracing.SINCE: "đã có bài từ ngày {} trở đi",
    tracing.PAGES: "danh sách mọi trang",
    tracing.LISTS: "các trang danh sách",
    tracing.SHOWN: "các ảnh được dùng",
    tracing.THREAD: "mạch mô hình {}",
    tracing.BRIEF: "tên, cỡ và năm của mạch mô hình {}",
    tracing.THREADED: "các mạch có {}",
    tracing.PRINTING: "có hay không làm bản in PDF, hoặc công cụ làm bản in đã đổi",
    tracing.WORD: "lời khai của mục từ {}",
    tracing.NAME: "tên của mục từ {}",
    tracing.ALIASES: "tên khác của mục từ {}",
    tracing.VOCABULARY: "tệp {} trong du-lieu",
    tracing.OF_SITE: "khóa {} của trang-web.yml",
    tracing.MADE: "dữ liệu mở của {}",
}
_SHOWN = 3  # reasons in one line


def lines(reasons: Mapping[str, Iterable[str]], manifest: Manifest) -> list[str]:
    """A line for each file that was made, and for each that was taken away."""
    found = [f"{name} ← {_because(cells)}{'' if name in manifest.changed else ' (không đổi)'}" for name, cells in sorted(reasons.items())]
    return found + [f"{name} ← được bỏ" for name in sorted(manifest.gone)]


def _because(cells: Iterable[str]) -> str:
    told = [_word(cell) for cell in cells]
    more = f" và {len(told) - _SHOWN} lý do khác" if len(told) > _SHOWN else ""
    return "; ".join(told[:_SHOWN]) + more if told else "trang mới, hoặc tệp trên đĩa đã khác"


def _word(cell: str) -> str:
    kind, colon, name = cell.partition(":")
    return _WORDS.get(kind + colon, "{}").format(" ".join(name.split("\t")).strip())
