"""The last check: every link, picture and #fragment of the made pages leads to something that was made too.

Pages are our own output, so their attributes can be read by expression; no page is parsed twice."""

from dataclasses import replace
from functools import lru_cache
from html import unescape
from itertools import chain
from pathlib import Path
from sys import intern  # what many pages name is sent and kept once
from urllib.parse import urlsplit

from plugins.domain.patterns import late
from plugins.domain.problems import Problem

# id, and what may hold addresses. The pattern opens with `="`, which the engine seeks quickly, and looks back from there,
# first at one letter: most attributes are classes. At last it looks where the tag ends: words of a text about HTML stand in none.
_ATTRIBUTES = late(
    r"""="(?<=[cdfnrt]=")(?:(?<=\shref=")|(?<=\s(id)=")|(?<=\s(srcset)=")|(?<=\ssrc=")"""
    r"""|(?<=\saction=")|(?<=\sposter=")|(?<=\sdata-manifest="))([^"]*)"(?=[^<>]*>)"""
)
_FRAMES = 16  # sections have headers of their own
_OUTSIDE = late(r"(?i)https?://[^\s/]|mailto:.|tel:[\d+]")
_DATA = '<script type="application/ld+json">'  # of the head: names no file
_NAMED = late(r"“([^”]+)”|^Địa chỉ (\S+)")  # the address of which a message speaks
_HINT = "Chỉ dùng https://…, mailto:…, tel:… hoặc địa chỉ của trang này, mở đầu bằng dấu /."


_Facts = tuple[frozenset[str], tuple[str, ...]]


def facts(html: str) -> _Facts:
    """The ids of a page, and each target that it names, once, in order, as written but for entities. What stands above the page's
    own part and below it is the same on thousands of pages, and is read once."""
    data, foot = html.find(_DATA), html.rfind("<footer")
    top = html.find("</head>", max(data, 0))
    main = html.find("<main", max(top, 0))
    if not 0 <= top < main < foot:
        return _facts(html, 0, len(html))
    head = _facts(html, 0, data if data >= 0 else top)
    parts = head, _of_frame(html, top, main), _facts(html, main, foot), _of_frame(html, foot, len(html))
    ids, targets = zip(*parts, strict=True)
    return frozenset().union(*ids), tuple(dict.fromkeys(chain.from_iterable(targets)))


_frames: list[tuple[str, _Facts]] = []  # what was read last


def _of_frame(html: str, start: int, end: int) -> _Facts:
    for part, found in _frames:
        if len(part) == end - start and html.startswith(part, start):
            return found
    del _frames[_FRAMES - 1 :]
    found = _facts(html, start, end)
    _frames.insert(0, (html[start:end], found))
    return found


def _facts(html: str, start: int, end: int) -> _Facts:
    ids, targets = [], {}
    for is_id, is_set, value in _ATTRIBUTES.findall(html, start, end):
        told = unescape(value) if "&" in value else value
        if is_id:
            ids.append(told)
        elif is_set:
            targets |= {unescape(part.split()[0]): None for part in value.split(",") if part.strip()}
        else:
            targets[told] = None
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

    def add(self, address: str, source: str, html: str) -> None:
        """Notes the ids of a page and all addresses of this site that it names."""
        self.ids[address], targets = facts(html)
        self.sources[address] = source
        for target in targets:
            wanted, strange = _meant(target, self.host, self.prefix) if target[:1] != "#" else (self.prefix + address + target, False)
            if strange:
                self.strange.setdefault(target, address)
            elif wanted:
                self.wanted.setdefault(wanted, address)


@lru_cache(maxsize=4_096)
def _meant(target: str, host: str, prefix: str) -> tuple[str, bool]:
    """The address of this site, with its fragment, that a target means, '' for a place outside; and whether no page may lead there."""
    if target.startswith(f"{host}{prefix}/"):
        target = target.removeprefix(host)
    if target.startswith("/") and not target.startswith("//"):
        path, hash_, fragment = target.partition("#")
        return intern(path.partition("?")[0] + hash_ + fragment), False
    return "", not _OUTSIDE.match(target)


def with_lines(problems: list[Problem], content: Path, root: str) -> list[Problem]:
    """The same problems, each with the line of its source that names the address, where an editor wrote it there."""
    placed = []
    for problem in problems:
        named = _NAMED.search(problem.message) if not problem.line else None
        path = content / problem.path.removeprefix(f"{root}/")
        if named and problem.path.startswith(f"{root}/") and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            at = text.find(named[1] or named[2])
            problem = replace(problem, line=text.count("\n", 0, at) + 1) if at >= 0 else problem
        placed.append(problem)
    return placed


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
