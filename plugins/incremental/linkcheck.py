"""The last check: every link, picture and #fragment of the made pages leads to something that was made too.

Pages are our own output, so their attributes can be read by expression; no page is parsed twice."""

from dataclasses import replace
from functools import lru_cache
from html import unescape
from itertools import chain
from pathlib import Path
from sys import intern  # what many pages name is sent and kept once
from typing import NamedTuple
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


class Facts(NamedTuple):
    """What a page, or a part of one, offers and asks for, each once, in order: its ids; addresses of this site, with their fragments;
    `own` fragments of the page itself; `strange` targets, which no page may lead to (javascript:, //host)."""

    ids: tuple[str, ...]
    wants: tuple[str, ...]
    own: tuple[str, ...]
    strange: tuple[str, ...]


class LinkCheck:
    """Finds what pages of the site at `url` offer and ask for; what leads nowhere is found by `manifest`."""

    def __init__(self, url: str):
        parts = urlsplit(url)
        self.host, self.prefix = f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")
        self._frames: list[tuple[str, Facts]] = []  # what was read last

    def facts(self, address: str, html: str) -> Facts:
        """The facts of a page; `own` are among its wants. What stands above the page's own part and below it is the same on thousands
        of pages, and is read once."""
        data, foot = html.find(_DATA), html.rfind("<footer")
        top = html.find("</head>", max(data, 0))
        main = html.find("<main", max(top, 0))
        if 0 <= top < main < foot:
            head, own = self._facts(html, 0, data if data >= 0 else top), self._facts(html, main, foot)
            parts = head, self._of_frame(html, top, main), own, self._of_frame(html, foot, len(html))
        else:
            parts = (self._facts(html, 0, len(html)),)
        ids, wants, own, strange = (tuple(dict.fromkeys(chain.from_iterable(some))) for some in zip(*parts, strict=True))
        return Facts(ids, wants + tuple(f"{self.prefix}{address}{one}" for one in own), own, strange)

    def _of_frame(self, html: str, start: int, end: int) -> Facts:
        for part, found in self._frames:
            if len(part) == end - start and html.startswith(part, start):
                return found
        del self._frames[_FRAMES - 1 :]
        found = self._facts(html, start, end)
        self._frames.insert(0, (html[start:end], found))
        return found

    def _facts(self, html: str, start: int, end: int) -> Facts:
        ids, wants, own, strange = [], [], [], []
        for is_id, is_set, value in _ATTRIBUTES.findall(html, start, end):
            told = unescape(value) if "&" in value else value
            if is_id:
                ids.append(told)
                continue
            for target in (unescape(part.split()[0]) for part in value.split(",") if part.strip()) if is_set else (told,):
                if target[:1] == "#":
                    own.append(target)
                    continue
                wanted, wrong = _meant(target, self.host, self.prefix)
                if wrong:
                    strange.append(target)
                elif wanted:
                    wants.append(wanted)
        return Facts(tuple(ids), tuple(wants), tuple(own), tuple(strange))


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
