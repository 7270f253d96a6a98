"""`tasks.py peers`: fetches what the sites named in content/du-lieu/trang-ban.yml publish (their van-ban.json), and keeps a small copy of
each beside it. What comes in is judged and cut down; nothing of it is executed. A peer that fails leaves its old copy untouched."""

import json
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from plugins.context.neighbours import name_of
from plugins.domain import citations
from plugins.domain.fields import CHOICES
from plugins.domain.text import normalise
from plugins.domain.words import Entry

LIMIT, WAIT = 64 * 1024 * 1024, 30  # bytes of one peer, seconds
_LENGTHS = {"name": 300, "url": 500, "organ": 200}  # characters
_AGENT = "trang-tinh-doan-peers/1"


class Refused(Exception):
    """Why what a peer gives is not taken, in Vietnamese."""


class _Watchful(urllib.request.HTTPRedirectHandler):
    """Follows a peer only to where it could have been named itself."""

    def __init__(self, plain: bool):
        self.plain = plain

    def redirect_request(self, request, stream, code, message, headers, address):
        _allowed(address, self.plain)
        return super().redirect_request(request, stream, code, message, headers, address)


def fetch(entries: tuple[Entry, ...], content: Path, say=print, plain: bool = False, limit: int = LIMIT) -> int:
    """Brings every copy up to date; gives the number of peers that failed. `plain` allows http, for tests on this machine."""
    failed = 0
    for entry in entries:
        try:
            rows = rows_of(load(entry.get("url"), plain, limit), entry.get("url"))
        except Refused as refused:
            failed += 1
            say(f"{entry.name}: {refused} Bản sao cũ được giữ nguyên.")
            continue
        path, data = content / name_of(entry.key), copy(rows)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == data:
            say(f"{entry.name}: {len(rows)} văn bản, không có gì mới.")
        else:
            path.write_bytes(data)
            say(f"{entry.name}: đã lấy {len(rows)} văn bản.")
    if not entries:
        say("Chưa khai báo trang bạn nào trong content/du-lieu/trang-ban.yml.")
    return failed


def load(address: str, plain: bool = False, limit: int = LIMIT) -> object:
    """The JSON at an address. Raises Refused."""
    _allowed(address, plain)
    opener = urllib.request.build_opener(_Watchful(plain))
    try:
        with opener.open(
            urllib.request.Request(address, headers={"User-Agent": _AGENT, "Accept": "application/json"}), timeout=WAIT
        ) as answer:
            kind = answer.headers.get_content_type()
            if kind not in ("application/json", "text/json", "text/plain", "application/octet-stream"):
                raise Refused(f"địa chỉ trả về {kind}, không phải JSON.")
            data = answer.read(limit + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise Refused(f"không lấy được {address} ({getattr(error, 'reason', error)}).") from error
    if len(data) > limit:
        raise Refused(f"tệp lớn hơn {limit // 1024 // 1024} MB.")
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused("tệp không phải JSON đúng dạng.") from error


def _allowed(address: str, plain: bool) -> None:
    parts = urlsplit(address)
    if not parts.hostname or parts.scheme not in (("https", "http") if plain else ("https",)) or parts.username:
        raise Refused(f"địa chỉ {address} phải mở đầu bằng https://.")


def rows_of(data: object, address: str) -> list[list[str]]:
    """The documents of a peer, cut down to what citations need; those without number lead nowhere. Raises Refused where the file is not
    a van-ban.json as /du-lieu/ explains it, or leads to another host."""
    records = data.get("records") if isinstance(data, dict) else None
    if not isinstance(records, list):
        raise Refused("tệp không có danh sách “records” như lược đồ van-ban.ds.schema.json.")
    host, found = urlsplit(address).hostname, []
    for at, record in enumerate(records, 1):
        row = _row(record)
        if row is None:
            raise Refused(f"bản ghi thứ {at} không đúng lược đồ van-ban.schema.json.")
        if urlsplit(row[2]).hostname != host or urlsplit(row[2]).scheme not in ("https", "http"):
            raise Refused(f"bản ghi thứ {at} dẫn ra ngoài {host}.")
        found += [row] if row[0] else []
    return sorted(found)


def _row(record: object) -> list[str] | None:
    """Number, name, url, organ, level, date; None when a record is not what the schema says."""
    if not isinstance(record, dict):
        return None
    words = {}
    for name in ("type", "organ"):
        word = record.get(name)
        if not isinstance(word, dict) or not isinstance(word.get("name"), str):
            return None
        words[name] = normalise(word["name"])
    plain = {name: record.get(name, "") for name in ("subject", "url", "number", "symbol", "identifier", "date", "level")}
    if not all(isinstance(value, str) for value in plain.values()) or not plain["subject"] or len(plain["url"]) > _LENGTHS["url"]:
        return None
    if plain["level"] not in ("", *CHOICES["level"]):
        return None
    called = f"{words['type']} {plain['identifier']}: {plain['subject']}" if plain["identifier"] else f"{words['type']}: {plain['subject']}"
    key = citations.key(plain["number"], None, normalise(plain["symbol"])) if plain["number"] and plain["symbol"] else ""
    line = " ".join(normalise(called).split())[: _LENGTHS["name"]]
    return [key, line, plain["url"], words["organ"][: _LENGTHS["organ"]], plain["level"], plain["date"][:10]]


def copy(rows: list[list[str]]) -> bytes:
    """The copy as it is kept: one document a line, so that changes can be read."""
    inside = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{inside}\n]\n".encode() if rows else b"[]\n"


def run(content: Path, say=print) -> int:
    """The task: reads which peers there are, and fetches them."""
    from plugins.domain import words

    folder = content / "du-lieu"
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.y*ml"))}
    found, problems = words.read(texts, content.name)
    wrong = [problem for problem in problems if problem.path.endswith("trang-ban.yml")]
    for problem in wrong:
        say(str(problem))
    return 1 if wrong or fetch(found.lists.get("peers", ()), content, say) else 0
