"""A site of three pages for tests of the preview, and a build of it that takes no time: one text file, one page.

The true build is tested elsewhere; here only what a preview does with its outcome counts."""

import http.client
import json
from contextlib import contextmanager
from pathlib import Path

from plugins.commands import serving
from plugins.commands.preview import Outcome, Preview
from plugins.commands.preview_host import PreviewServer
from plugins.domain.problems import Problem

PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trang thử</title>
<link rel="icon" href="/icon.svg"></head>
<body><main><h1>Trang thử</h1><p id="words">{words}</p><p><a href="/">Trang chủ</a></p></main></body></html>
"""
FAULT = Problem("content/mot.txt", 3, "sai", "Ngày “05/03/2026” chưa đúng dạng năm-tháng-ngày.", "Có phải ngày: 2026-03-05?")


class Site:
    """`content/<name>.txt` becomes `/<name>/`; a text that begins with “sai” is a fault, and then nothing is written."""

    def __init__(self, root: Path, names: tuple[str, ...] = ("mot", "hai")):
        self.content, self.output = root / "content", root / "output"
        self.content.mkdir()
        self.output.mkdir()
        (self.output / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
        for name in names:
            self.write(name, f"lời đầu của {name}")

    def write(self, name: str, words: str) -> None:
        """Save a text as an editor does: whole, in one step."""
        draft = self.content / f".{name}.moi"
        draft.write_text(words, encoding="utf-8")
        draft.replace(self.content / f"{name}.txt")

    def rebuild(self, paths: set[Path] | None) -> Outcome:
        """Build everything, whatever was saved."""
        texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted(self.content.glob("*.txt"))}
        if any(words.startswith("sai") for words in texts.values()):
            return Outcome((FAULT,), (), 0.01, False)
        pages = {f"{name}/index.html": PAGE.format(words=words) for name, words in texts.items()}
        pages |= {"index.html": PAGE.format(words="trang chủ"), "404.html": PAGE.format(words="không thấy")}
        changed = []
        for file in self.output.rglob("*.html"):
            if file.relative_to(self.output).as_posix() not in pages:
                file.unlink()
        for name, page in pages.items():
            file = self.output / name
            if not file.is_file() or file.read_text(encoding="utf-8") != page:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(page, encoding="utf-8")
                changed.append("/" + name.removesuffix("index.html"))
        return Outcome((), tuple(changed), 0.01, True)


@contextmanager
def previewed(site: Site):
    """A preview of a site, built once and being served: (preview, server). Files are not watched: call `refresh`."""
    preview = Preview(site.rebuild, say=lambda words: None)
    preview.refresh(None)
    with PreviewServer(site.output, board=preview.board) as server, serving.running(server):
        try:
            yield preview, server
        finally:
            preview.board.close()


def ask(server, address: str, method: str = "GET", **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Ask a server for an address: (status, headers, body)."""
    connection = http.client.HTTPConnection(*server.server_address)
    connection.request(method, address, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, response.headers, body


@contextmanager
def listening(server, address: str):
    """The news for a page, as its own script would hear it: a function that waits for the next."""
    source = _source(ask(server, address)[2])
    connection = http.client.HTTPConnection(*server.server_address)
    connection.request("GET", source)
    response = connection.getresponse()

    def following() -> dict:
        while line := response.readline():
            if line.startswith(b"data: "):
                return json.loads(line.removeprefix(b"data: "))
        raise EOFError

    try:
        yield following
    finally:
        response.close()
        connection.close()


def _source(page: bytes) -> str:
    """The address of the events that the script element of a page carries."""
    return page.decode().split('data-events="')[1].split('"')[0].replace("&amp;", "&")
