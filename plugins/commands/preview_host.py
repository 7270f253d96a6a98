"""The server of the preview: the careful static host, which also tells open pages what a build changed or found wrong.

Files on disk are never touched; what is added to a page is one script element on its way to the browser."""

import html
import json
import selectors
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from plugins.commands import serving
from plugins.commands.preview_board import MISSING, MOST, PAGE, WAITING, Board, Seen, plain, told

PREFIX = "/__xem-thu/"
SCRIPT, STYLE, EVENTS = PREFIX + "tai-lai.js", PREFIX + "xem-thu.css", PREFIX + "su-kien"
OWN = Path(__file__).with_name("preview-files")

_HEARTBEAT_SECONDS = 15
_RETRY_MILLISECONDS = 500
_HTML = serving.TYPES[".html"]

_WAITING = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chưa dựng được trang</title>
<link rel="stylesheet" href="{style}">
</head>
<body class="waiting">
<main>
<h1>Chưa dựng được trang</h1>
<p>{lead}</p>
<ol>
{items}</ol>
</main>
</body>
</html>
"""


class PreviewServer(serving.Server):
    """Serves `folder` as it is, and tells browsers what stands on `board`. Raises OSError where the port is taken."""

    def __init__(self, folder: Path, port: int = 0, told=None, *, board: Board):
        self.board = board
        super().__init__(folder, port, told, PreviewAnswer)
        number = self.server_address[1]
        names = (serving.HOST, "localhost")
        self.hosts = {f"{name}:{number}" for name in names} | (set(names) if number == 80 else set())

    def address_of(self, asked: str) -> str | None:
        """The address of the page that stands where a browser looks, in its one form; None where nothing is."""
        file = serving.find(self.folder, asked)
        return None if file is None or file.is_dir() else plain("/" + file.relative_to(self.folder).as_posix())


class PreviewAnswer(serving.Answer):
    """One connection of a preview."""

    def answer(self, body: bool) -> None:
        """Answer to our own names only: a page elsewhere that had its name point here (DNS rebinding) learns nothing."""
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            words = f"Máy chủ xem thử chỉ trả lời ở {self.server.url}\n"
            return self._words(HTTPStatus.MISDIRECTED_REQUEST, serving.TYPES[".txt"], words.encode(), body)
        path = self.path.partition("?")[0]
        if path == EVENTS:
            return self._events(body)
        if path in (SCRIPT, STYLE):
            return super().send(HTTPStatus.OK, OWN / path.removeprefix(PREFIX), body, {"Content-Type": serving.media_type(path)})
        super().answer(body)

    def send(self, status: HTTPStatus, file: Path | None, body: bool, headers: dict[str, str]) -> None:
        """As the static host does, but a page gets our script; before there is a site, a page says why."""
        if headers.get("Content-Type") != _HTML:
            return super().send(status, file, body, headers)
        stamp = self.server.board.stamp  # before the file is read: at worst a page is reloaded once too often
        if status == HTTPStatus.NOT_FOUND and not (self.server.folder / "index.html").is_file():
            page = waiting_page(self.server.board)
            return self._words(HTTPStatus.SERVICE_UNAVAILABLE, _HTML, with_script(page, self._script(WAITING, stamp)), body)
        try:
            page = file.read_bytes() if file else b""
        except FileNotFoundError:  # a build took it away just now
            return self.answer(body)
        got = MISSING if status == HTTPStatus.NOT_FOUND else PAGE
        self._words(status, _HTML, with_script(page, self._script(got, stamp)), body)

    def _words(self, status: HTTPStatus, kind: str, data: bytes, body: bool) -> None:
        self.head(status, {"Content-Type": kind, "Content-Length": str(len(data))})
        if body:
            self.wfile.write(data)

    def _script(self, got: str, stamp: str) -> str:
        """The script element of a page; it carries the address of the events for just this page."""
        page = unquote(urlsplit("/" + self.path.lstrip("/")).path, errors="replace")
        source = f"{EVENTS}?{urlencode({'trang': page, 'la': got, 'lan': stamp}, errors='replace')}"
        return f'<script src="{SCRIPT}" data-events="{html.escape(source)}" defer></script>'

    def _events(self, body: bool) -> None:
        """Server-sent events (WHATWG HTML, 9.2): the news for one page now, and again after every build, until it leaves."""
        asked = {name: values[0] for name, values in parse_qs(self.path.partition("?")[2]).items()}
        seen = Seen(asked.get("la", PAGE), asked.get("lan", ""))
        self.close_connection = True
        self.head(HTTPStatus.OK, {"Content-Type": "text/event-stream; charset=utf-8", "Connection": "close"})
        if not body:
            return
        board = self.server.board
        with board.listening() as ear, selectors.DefaultSelector() as waiting:
            waiting.register(ear, selectors.EVENT_READ)
            waiting.register(self.connection, selectors.EVENT_READ)
            self.wfile.write(f"retry: {_RETRY_MILLISECONDS}\n\n".encode())
            told_build = ""
            while not board.closed:
                news = board.news(seen, self.server.address_of(asked.get("trang", "/")))
                beat = ":\n\n" if news["build"] == told_build else f"data: {json.dumps(news, ensure_ascii=False)}\n\n"
                self.wfile.write(beat.encode())
                told_build = news["build"]
                ready = {key.fileobj for key, _ in waiting.select(_HEARTBEAT_SECONDS)}
                if self.connection in ready:  # a browser says nothing here: it has gone
                    return
                if ear in ready:
                    ear.recv(4096)


def with_script(page: bytes, script: str) -> bytes:
    """A page with `script` before its closing body tag, or at its end where it has none."""
    at = page.rfind(b"</body>")
    at = len(page) if at < 0 else at
    return page[:at] + script.encode() + page[at:]


def waiting_page(board: Board) -> bytes:
    """A plain page in the place of a site that could not be built yet: what is wrong, and where."""
    lead = "Sửa những chỗ dưới đây rồi lưu lại, trang sẽ tự hiện ra." if board.problems else "Chưa có trang nào ở đây."
    items = []
    for problem in map(told, board.problems[:MOST]):
        words = ("Lưu ý: " if problem["remark"] else "") + problem["message"]
        hint = f'<p class="hint">→ {html.escape(problem["hint"])}</p>' if problem["hint"] else ""
        items.append(f'<li><p class="place">{html.escape(problem["place"])}</p><p>{html.escape(words)}</p>{hint}</li>\n')
    if len(board.problems) > MOST:
        items.append(f"<li><p>Còn {len(board.problems) - MOST} điều nữa, xem ở cửa sổ lệnh.</p></li>\n")
    return _WAITING.format(style=STYLE, lead=lead, items="".join(items)).encode()
