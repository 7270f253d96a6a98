"""A static host on this machine: what it answers, a plain careful host on the web would answer too.

It guesses nothing (no `.html` behind an address, no listing of a folder) and never leaves its folder."""

import mimetypes
import os
import shutil
import socketserver
import sys
import threading
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from plugins.commands.commandline import Mistake
from plugins.domain.hidden import shown

HOST = "127.0.0.1"
PORTS_TRIED = 50
_POLL_SECONDS = 0.05

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}

# Not left to the system: Windows reads its table from the registry, where other programs write.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FEED_TYPES = {".xml": "application/rss+xml; charset=utf-8", ".json": "application/feed+json; charset=utf-8"}


def media_type(address: str) -> str:
    """The Content-Type of the file at a path of the site; those under /rss/ are feeds."""
    ending = os.path.splitext(address)[1].lower()
    if address.startswith("/rss/") and ending in FEED_TYPES:
        return FEED_TYPES[ending]
    return TYPES.get(ending) or mimetypes.guess_type(address)[0] or "application/octet-stream"


class Server(ThreadingHTTPServer):
    """Serves `folder` at `.url`; `port` 0 takes any free one. Raises OSError where the port is taken."""

    daemon_threads = True
    # On Windows "reuse" would let two programs share one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, folder: Path, port: int = 0, told=None, answer=None):
        self.folder = folder.resolve()
        self.told = told
        super().__init__((HOST, port), answer or Answer)
        self.url = f"http://{HOST}:{self.server_address[1]}/"

    def server_bind(self):
        """Bind without asking a name server who we are, as http.server would."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]

    def handle_error(self, request, client_address):
        """A browser that hangs up early is no news; anything else is our fault and is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Answer(BaseHTTPRequestHandler):
    """One connection: GET and HEAD of files, folders led to their slash, true 404."""

    protocol_version = "HTTP/1.1"
    timeout = 60  # seconds without a word, after which a connection is given up
    server_version = "static"
    sys_version = ""

    def do_GET(self):
        self.answer(body=True)

    def do_HEAD(self):
        self.answer(body=False)

    def answer(self, body: bool) -> None:
        """Answer the request at hand; without `body` the head alone."""
        parts = urlsplit("/" + self.path.lstrip("/"))
        address = unquote(parts.path, errors="replace")
        file = find(self.server.folder, address)
        if file is not None and file.is_dir():
            target = quote(address) + "/" + (f"?{parts.query}" if parts.query else "")
            return self.send(HTTPStatus.MOVED_PERMANENTLY, None, body, {"Location": target})
        if file is not None:
            kind = media_type("/" + file.relative_to(self.server.folder).as_posix())
            return self.send(HTTPStatus.OK, file, body, {"Content-Type": kind})
        if self.server.told:
            self.server.told(f"Không có trang: {shown(' '.join(address.split()))}")
        page = find(self.server.folder, "/404.html")
        self.send(HTTPStatus.NOT_FOUND, page, body, {"Content-Type": TYPES[".html"]})

    def send(self, status: HTTPStatus, file: Path | None, body: bool, headers: dict[str, str]) -> None:
        """Send a file of the site, or no content at all."""
        with open(file or os.devnull, "rb") as content:
            length = os.fstat(content.fileno()).st_size if file else 0
            self.head(status, {**headers, "Content-Length": str(length)})
            if body:
                shutil.copyfileobj(content, self.wfile)

    def head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        """Send the status line, the protective headers and `headers`."""
        self.send_response(status)
        for name, value in {**HEADERS, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_):
        """Only missing pages are worth a line; they are told above."""


def find(folder: Path, address: str) -> Path | None:
    """What a decoded address names: with a closing slash its index.html, without one a file, or a folder (to
    be redirected). None where there is nothing, or where it would lie outside `folder`."""
    inner = address.removeprefix("/").removesuffix("/")
    names = inner.split("/") if inner else []
    if any(name in ("", ".", "..") or any(sign in name for sign in "\\:\0") for name in names):
        return None
    file = folder.joinpath(*names)
    if address.endswith("/"):
        file /= "index.html"
    try:
        inside = file.resolve(strict=True).is_relative_to(folder)
    except (OSError, ValueError):
        return None
    if file.is_dir():
        return file if inside and (file / "index.html").is_file() and not address.endswith("/") else None
    return file if inside and file.is_file() else None


@contextmanager
def background(folder: Path):
    """A server of `folder` on a free port while the block runs; for tests."""
    with Server(folder) as server, running(server):
        yield server


@contextmanager
def running(server: Server):
    """Let `server` answer in a thread of its own while the block runs."""
    thread = threading.Thread(target=server.serve_forever, args=(_POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()


def serve(folder: Path, port: int, say=print) -> None:
    """Serve `folder` until Ctrl-C, on `port` or the next free one. Raises Mistake."""
    with first_free(folder, port, say) as server:
        say(f"Trang đang chạy ở {server.url} (chỉ máy này xem được). Nhấn Ctrl+C để dừng.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Đã dừng.")


def first_free(folder: Path, port: int, say, kind=Server) -> Server:
    """A server of `kind` on `port`, or on the next free one (then `say` is told). Raises Mistake."""
    if not 0 <= port <= 65535:
        raise Mistake(f"--port cần một số từ 0 đến 65535, không phải {port}. Ví dụ: --port 8000")
    for number in range(port, min(port + PORTS_TRIED, 65536)):
        try:
            server = kind(folder, number, told=say)
        except OSError:
            continue
        if number != port:
            say(f"Cổng {port} đang có chương trình khác dùng; chuyển sang cổng {number}.")
        return server
    raise Mistake(f"Không có cổng nào trống từ {port}. Hãy chọn cổng khác, ví dụ: --port 9000")
