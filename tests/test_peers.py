"""`tasks.py peers`: what is taken from another site, and what is not. The other site is one on this machine."""

import http.server
import json
import threading
from contextlib import contextmanager

import pytest

from plugins.commands import peers
from plugins.context import neighbours
from plugins.domain.words import Entry

RECORD = {
    "type": {"key": "ke-hoach", "name": "Kế hoạch"}, "organ": {"key": "ben", "name": "Tỉnh đoàn Bên"}, "level": "province",
    "subject": "Giữ sạch sông", "date": "2026-03-12", "number": "45", "symbol": "KH/TĐTN", "identifier": "45-KH/TĐTN",
}  # fmt: skip


@contextmanager
def peer(answer, kind: str = "application/json", moved: str = ""):
    """Another site: `answer` makes its bytes from its own address; `moved` sends everybody elsewhere."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(302 if moved else 200)
            self.send_header("Location" if moved else "Content-Type", moved or kind)
            self.end_headers()
            self.wfile.write(b"" if moved else answer(f"http://127.0.0.1:{self.server.server_port}/"))

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Entry(key="ben", name="Tỉnh đoàn Bên", more=(("url", f"http://127.0.0.1:{server.server_port}/du-lieu/van-ban.json"),))
        server.shutdown()


def listing(*records: dict):
    """A van-ban.json of these records."""
    return lambda home: json.dumps({"records": [{"url": f"{home}van-ban/2026/45/"} | record for record in records]}).encode()


def test_a_copy_is_kept_and_read(tmp_path):
    """A peer's documents are cut down to what citations need; a second time nothing is written; those without number are left out."""
    said = []
    with peer(listing(RECORD, RECORD | {"number": "", "identifier": ""})) as entry:
        assert peers.fetch((entry,), tmp_path, said.append, plain=True) == 0
        path = tmp_path / neighbours.name_of("ben")
        before = path.stat().st_mtime_ns
        (one,) = neighbours.read(path, "Bên")
        assert (one.name, one.organ, one.date) == ("Kế hoạch 45-KH/TĐTN: Giữ sạch sông", "Tỉnh đoàn Bên", "2026-03-12")
        assert peers.fetch((entry,), tmp_path, said.append, plain=True) == 0
        assert path.stat().st_mtime_ns == before
    assert said == ["Tỉnh đoàn Bên: đã lấy 1 văn bản.", "Tỉnh đoàn Bên: 1 văn bản, không có gì mới."]


@pytest.mark.parametrize(
    ("answer", "kind", "word"),
    [
        (lambda home: b"<html>", "text/html", "không phải JSON"),
        (lambda home: b"{", "application/json", "không phải JSON"),
        (lambda home: b"[" * 100_000, "application/json", "không phải JSON"),
        (lambda home: b"[]", "application/json", "records"),
        (listing(RECORD | {"subject": 7}), "application/json", "bản ghi thứ 1"),
        (listing(RECORD, RECORD | {"url": "https://noi-khac.example/"}), "application/json", "dẫn ra ngoài"),
        (listing(RECORD | {"url": "javascript:alert(1)"}), "application/json", "bản ghi thứ 1"),
        (listing(RECORD | {"url": "https://[x/"}), "application/json", "bản ghi thứ 1"),
        (listing(RECORD | {"subject": "a\u202eb"}), "application/json", "bản ghi thứ 1"),
        (listing(RECORD | {"date": "\x1b[2J"}), "application/json", "bản ghi thứ 1"),
        (lambda home: b" " * 2_000, "application/json", "lớn hơn"),
    ],
)  # fmt: skip
def test_what_is_not_as_it_must_be_is_refused(tmp_path, answer, kind, word):
    """Wrong type, broken JSON, a foreign shape, links to other hosts, too much: it is said, and the old copy stays."""
    said, path = [], tmp_path / neighbours.name_of("ben")
    path.parent.mkdir(parents=True)
    path.write_text("[]\n", encoding="utf-8")
    with peer(answer, kind) as entry:
        assert peers.fetch((entry,), tmp_path, said.append, plain=True, limit=1_000 if word == "lớn hơn" else peers.LIMIT) == 1
    assert word in said[0] and path.read_text(encoding="utf-8") == "[]\n"


def test_only_https_is_asked(tmp_path):
    """Without the leave of a test no plain http is asked, and no redirect leads to another scheme."""
    with peer(listing(RECORD)) as entry, pytest.raises(peers.Refused):
        peers.load(entry.get("url"))
    with peer(listing(RECORD), moved="file:///etc/passwd") as entry, pytest.raises(peers.Refused):
        peers.load(entry.get("url"), plain=True)


@pytest.mark.parametrize(
    "address", ["https://127.0.0.1/", "https://[::1]/", "https://10.0.0.7/a.json", "https://may-chu/", "https://a@ben.example/", "https://[a.b/"]
)
def test_no_machine_of_the_house_is_asked(address):
    """A peer is a public site: what names a machine of this network, a password, or no host at all is refused before it is asked."""
    with pytest.raises(peers.Refused):
        peers.load(address)


def test_a_peer_that_never_ends_is_given_up():
    """A peer may send as slowly as it likes within the time that all of it may take, and no longer."""
    hours = iter(range(0, 100_000, peers.LONGEST // 2))
    with pytest.raises(peers.Refused, match="quá chậm"):
        peers._read(lambda size: b" ", peers.LIMIT, lambda: next(hours))


def test_a_broken_list_of_peers_is_told(tmp_path):
    """A list of peers that is no text is a problem with its file, and nobody is asked; without a list there is nothing to do."""
    said, folder = [], tmp_path / "content/du-lieu"
    assert peers.run(tmp_path / "content", said.append) == 0
    folder.mkdir(parents=True)
    (folder / "trang-ban.yml").write_bytes(b"\xff\xfe- a")
    assert peers.run(tmp_path / "content", said.append) == 1 and "content/du-lieu/trang-ban.yml" in said[-1]
