"""What the preview tells browsers: which pages changed in which build, what is wrong now, and who is listening.

Nothing of HTTP (preview_host) and nothing of building (preview) lives here."""

import secrets
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from plugins.domain.frozen import dataclass
from plugins.domain.problems import ERROR, Problem
from plugins.domain.text import slug

EVERY = "*"
"""In a list of changed addresses: every page (a template or the style sheet changed)."""

PAGE, MISSING, WAITING = "trang", "khong", "cho"
"""What a browser got at an address: a page, the 404 page, or the page that says why there is no site yet."""

MOST = 50
"""So many problems are shown in a browser; the terminal has them all."""

_NOT_FOUND = "/404.html"


@dataclass(frozen=True)
class Seen:
    """What a browser is showing: what it got (PAGE, MISSING, WAITING), and the stamp of the build at that moment."""

    got: str
    stamp: str


class Board:
    """The state of a preview, shared by the thread that builds and the threads that answer browsers."""

    def __init__(self):
        self.problems: tuple[Problem, ...] = ()
        self.remarks: tuple[Problem, ...] = ()  # of a build that went well
        self.closed = False
        self._run = secrets.token_hex(4)
        self._number = 0
        self._changed: dict[str, int] = {}
        self._bells: set[socket.socket] = set()
        self._lock = threading.Lock()

    @property
    def stamp(self) -> str:
        """The build that is being served: a word for this run of the server, and a number that grows."""
        return f"{self._run}-{self._number}"

    def post(self, ok: bool, changed: Iterable[str], problems: Iterable[Problem]) -> None:
        """Take up the end of a build and ring for everybody who listens. `changed` holds addresses, or EVERY."""
        with self._lock:
            self._number += 1
            if ok:
                self._changed.update((plain(address), self._number) for address in changed)
            told = tuple(sorted(set(problems), key=lambda p: (p.level != ERROR, p)))
            self.problems, self.remarks = ((), told) if ok else (told, ())
            self._ring()

    def close(self) -> None:
        """Let every listener end."""
        with self._lock:
            self.closed = True
            self._ring()

    def _ring(self) -> None:
        for bell in self._bells:
            with suppress(OSError):  # a full bell has rung already
                bell.send(b".")

    @contextmanager
    def listening(self) -> Iterator[socket.socket]:
        """A socket that becomes readable whenever there is news; read what is in it, then ask `news`."""
        bell, ear = socket.socketpair()
        with bell, ear:
            bell.setblocking(False)
            with self._lock:
                self._bells.add(bell)
            try:
                yield ear
            finally:
                with self._lock:
                    self._bells.discard(bell)

    @property
    def listeners(self) -> int:
        """How many browsers are listening."""
        return len(self._bells)

    def news(self, seen: Seen, address: str | None) -> dict[str, object]:
        """What a browser needs to know, ready for JSON. `address` is that of the page which now stands where it looks
        (None: there is none): whether to reload, whether its page is gone, and what is wrong."""
        with self._lock:
            reload = self._reload(seen, address)
            gone = address is None and seen.got == PAGE and not reload
            shown = self.problems or tuple(remark for remark in self.remarks if address and of_page(remark, address))
            shown = () if seen.got == WAITING else shown
            return {
                "build": self.stamp,
                "built": not self.problems,
                "reload": reload,
                "gone": gone,
                "problems": [told(problem) for problem in shown[:MOST]],
                "more": len(shown[MOST:]),
            }

    def _reload(self, seen: Seen, address: str | None) -> bool:
        run, _, number = seen.stamp.rpartition("-")
        if run != self._run or not number.isdecimal():
            return True  # the server was started anew since: the page may be of any age
        if seen.got == WAITING:
            return self._number > int(number)
        if address is None and seen.got == PAGE:
            return False
        if address is not None and seen.got == MISSING:
            return True
        return max(self._changed.get(address or _NOT_FOUND, 0), self._changed.get(EVERY, 0)) > int(number)


def of_page(problem: Problem, address: str) -> bool:
    """Whether a problem is, by all appearances, of the file from which the page at an address was made."""
    _root, *folders, file = problem.path.split("/")
    parts = plain(address).strip("/").split("/")
    if file == "index.md" and folders:
        file = folders.pop()
    return bool(folders) and slug(file.removesuffix(".md")) == parts[-1] and folders[0] in (parts[0], "trang", "so-sanh")


def plain(address: str) -> str:
    """One form of an address: a folder's index.html is the folder."""
    return address.removesuffix("index.html") if address.endswith("/index.html") else address


def told(problem: Problem) -> dict[str, object]:
    """One problem for a browser: its place, whether it is only a remark, what is wrong and what is right."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return {"place": place, "remark": problem.level != ERROR, "message": problem.message, "hint": problem.suggestion}
