"""`tasks.py peers`: fetches what the sites named in content/du-lieu/trang-ban.yml publish (their van-ban.json), and keeps a small copy of
each beside it. What comes in is judged and cut down; nothing of it is executed. A peer that fails leaves its old copy untouched."""

import ipaddress
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from plugins.context.neighbours import name_of
from plugins.domain import citations, frontmatter, peers, words
from plugins.domain.fields import CHOICES
from plugins.domain.hidden import shown
from plugins.domain.text import normalise
from plugins.domain.words import Entry

LIMIT = 64 * 1024 * 1024  # bytes of one peer
WAIT, LONGEST = 30, 600  # seconds without a word from it, and in all
_PIECE = 64 * 1024  # bytes that are read at a time
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
            say(shown(f"{entry.name}: {refused} Bản sao cũ được giữ nguyên."))
            continue
        path, data = content / name_of(entry.key), copy(rows)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == data:
            say(f"{entry.name}: {len(rows)} văn bản, không có gì mới.")
        else:
            draft = path.with_name(f".{path.name}.moi")
            draft.write_bytes(data)
            os.replace(draft, path)
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
            data = _read(answer.read1, limit)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise Refused(f"không lấy được {address} ({getattr(error, 'reason', error)}).") from error
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refused("tệp không phải JSON đúng dạng.") from error


def _read(some: Callable[[int], bytes], limit: int, clock: Callable[[], float] = time.monotonic) -> bytes:
    """All that `some` gives, piece by piece: a peer that sends a letter a minute is given up, too. Raises Refused."""
    began, data = clock(), bytearray()
    while piece := some(_PIECE):
        data += piece
        if len(data) > limit:
            raise Refused(f"tệp lớn hơn {limit // 1024 // 1024} MB.")
        if clock() - began > LONGEST:
            raise Refused(f"trang gửi quá chậm, sau {LONGEST // 60} phút vẫn chưa xong.")
    return bytes(data)


def _allowed(address: str, plain: bool) -> None:
    """Raises Refused for what is not a public site: another scheme, a name with a password, a machine of the house (`plain` lets these)."""
    parts = _parts(address)
    if not parts or not parts.hostname or parts.scheme not in (("https", "http") if plain else ("https",)) or "@" in parts.netloc:
        raise Refused(f"địa chỉ {address} phải mở đầu bằng https://.")
    if not plain and ("." not in parts.hostname or _internal(parts.hostname)):
        raise Refused(f"địa chỉ {address} là của máy trong mạng riêng, không phải của một trang web.")


def _internal(host: str) -> bool:
    """Whether a host is told by a number that leads to no site of the net. Names are believed: who answers must have their certificate."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host.endswith((".localhost", ".local", ".internal"))


def _parts(address: str) -> SplitResult | None:
    """An address taken apart; None for what is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


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
        goal = _parts(row[2])
        if not goal or goal.hostname != host or goal.scheme not in ("https", "http"):
            raise Refused(f"bản ghi thứ {at} dẫn ra ngoài {host}.")
        found += [row] if row[0] else []
    return sorted(found)


def _row(record: object) -> list[str] | None:
    """Number, name, url, organ, level, date; None when a record is not what the schema says."""
    if not isinstance(record, dict):
        return None
    names = {}
    for name in ("type", "organ"):
        word = record.get(name)
        if not isinstance(word, dict) or not isinstance(word.get("name"), str):
            return None
        names[name] = normalise(word["name"])
    plain = {name: record.get(name, "") for name in ("subject", "url", "number", "symbol", "identifier", "date", "level")}
    if not all(isinstance(value, str) for value in plain.values()) or not plain["subject"] or len(plain["url"]) > _LENGTHS["url"]:
        return None
    if plain["level"] not in ("", *CHOICES["level"]):
        return None
    called = f"{names['type']} {plain['identifier']}: {plain['subject']}" if plain["identifier"] else f"{names['type']}: {plain['subject']}"
    key = citations.key(plain["number"], None, normalise(plain["symbol"])) if plain["number"] and plain["symbol"] else ""
    line = " ".join(normalise(called).split())[: _LENGTHS["name"]]
    row = [key, line, plain["url"], names["organ"][: _LENGTHS["organ"]], plain["level"], plain["date"][:10]]
    return row if peers.sound(row) else None


def copy(rows: list[list[str]]) -> bytes:
    """The copy as it is kept: one document a line, so that changes can be read."""
    inside = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{inside}\n]\n".encode() if rows else b"[]\n"


def run(content: Path, say=print) -> int:
    """The task: reads which peers there are, and fetches them."""
    path = content / words.FOLDER / Path(words.file_of("peers")).name
    text, problems = frontmatter.decode(path.read_bytes(), f"{content.name}/{words.file_of('peers')}") if path.is_file() else ("", [])
    found, faults = words.read({path.name: text}, content.name)
    wrong = [problem for problem in (*problems, *faults) if problem.path.endswith(path.name)]
    for problem in wrong:
        say(str(problem))
    return 1 if wrong or fetch(found.lists.get("peers", ()), content, say) else 0
