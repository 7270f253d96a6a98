"""The last check: every link, picture and #fragment of the made pages leads to something that was made too.

Pages are our own output, so their attributes can be read by expression; no page is parsed twice."""

from functools import lru_cache
from html import unescape
from urllib.parse import urlsplit

from plugins.domain.patterns import late
from plugins.domain.problems import Problem

# id, and what may hold addresses. The pattern opens with `="`, which the engine seeks quickly, and looks back from there,
# first at one letter: most attributes are classes.
_ATTRIBUTES = late(
    r"""="(?<=[cdfnrt]=")(?:(?<=\shref=")|(?<=\s(id)=")|(?<=\s(srcset)=")|(?<=\ssrc=")"""
    r"""|(?<=\saction=")|(?<=\sposter=")|(?<=\sdata-manifest="))([^"]*)["]"""
)
_OUTSIDE = late(r"(?i)https?://[^\s/]|mailto:.|tel:[\d+]")
_HINT = "Chỉ dùng https://…, mailto:…, tel:… hoặc địa chỉ của trang này, mở đầu bằng dấu /."


def facts(html: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The ids of a page, and each target that it names, once, in order, as written but for entities. The footer is
    the same on thousands of pages, and is read once."""
    page, opened, foot = html.rpartition("<footer")
    if not opened:
        return _facts(html)
    ids, targets = _facts(page)
    more_ids, more_targets = _of_foot(opened + foot)
    return ids | more_ids, tuple(dict.fromkeys((*targets, *more_targets)))


@lru_cache(maxsize=8)
def _of_foot(html: str) -> tuple[frozenset[str], tuple[str, ...]]:
    return _facts(html)


def _facts(html: str) -> tuple[frozenset[str], tuple[str, ...]]:
    found: dict[tuple[str | None, str | None, str], None] = {}
    for match in _ATTRIBUTES.finditer(html):
        attribute = match.groups()
        if attribute not in found and html.rfind("<", 0, match.start()) >= html.rfind(">", 0, match.start()):
            found[attribute] = None  # else: words that look like an attribute, in a text about HTML
    ids, targets = set(), {}
    for is_id, is_set, value in found:
        if is_id:
            ids.add(unescape(value))
        elif is_set:
            targets |= {unescape(part.split()[0]): None for part in value.split(",") if part.strip()}
        else:
            targets[unescape(value)] = None
    return frozenset(ids), tuple(targets)


class LinkCheck:
    """Gathers what pages offer and ask for; what leads nowhere is found by `manifest`."""

    def __init__(self, url: str):
        parts = urlsplit(url)
        self.host, self.prefix = f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")
        self.ids: dict[str, frozenset[str]] = {}
        self.wanted: dict[str, str] = {}  # address, with its fragment → the first page that asks for it
        self.strange: dict[str, str] = {}  # what no page may lead to (javascript:, //host) → the first page that does
        self.sources: dict[str, str] = {}
        self.seen: set[str] = set()  # targets that mean the same on every page and were wanted before

    def add(self, address: str, source: str, html: str) -> None:
        """Notes the ids of a page and all addresses of this site that it names."""
        self.ids[address], targets = facts(html)
        self.sources[address] = source
        for target in targets:
            if target not in self.seen:
                self._want(target, address)

    def _want(self, target: str, page: str) -> None:
        if target.startswith(f"{self.host}{self.prefix}/"):
            target = target.removeprefix(self.host)
        if target.startswith("#"):
            self.wanted.setdefault(self.prefix + page + target, page)
            return
        self.seen.add(target)
        if target.startswith("/") and not target.startswith("//"):
            path, hash_, fragment = target.partition("#")
            self.wanted.setdefault(path.partition("?")[0] + hash_ + fragment, page)
        elif not _OUTSIDE.match(target):
            self.strange.setdefault(target, page)


def strange(target: str, page: str, source: str) -> Problem:
    """An address that no page may lead to."""
    return Problem(source, 0, "lien-ket-cam", f"Trang {page} có liên kết “{target[:80]}” không dùng được.", _HINT)


def dead(path: str, page: str, source: str) -> Problem:
    """An address of this site where nothing was made."""
    message = f"Trang {page} dẫn tới “{path}”, địa chỉ này không có trên trang web."
    hint = "Sửa liên kết, hoặc thêm chuyển hướng vào content/du-lieu/chuyen-huong.yml."
    return Problem(source, 0, "lien-ket-hong", message, hint)


def lost(path: str, fragment: str, page: str, source: str) -> Problem:
    """A part of a page that is not there."""
    message = f"Trang {page} dẫn tới mục “#{fragment}” không có trong {path}."
    return Problem(source, 0, "muc-khong-co", message, "Sửa phần sau dấu # của liên kết.")
