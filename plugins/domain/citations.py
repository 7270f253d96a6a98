"""Official documents cited in a text: finding them, reading their numbers.

The grammar of a single number is in `symbols`, documents cited by name are found in `phrases`, what contradicts itself
is told in `contradictions`. Which document of the archive a citation means is decided
elsewhere, by `key` and the record's organ and year."""

import re
from collections.abc import Iterable, Mapping, Sequence

from plugins.domain.cited_dates import DATE_NEXT, date_after
from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.phrases import Found, regular, with_phrases
from plugins.domain.symbols import (
    CANDIDATE,
    PLAIN_CANDIDATE,
    TYPES,
    Before,
    TypeTable,
    canonical,
    joined,
    key,
    parse_symbol,
    read_before,
    table_of,
)
from plugins.domain.text import align, original_span

__all__ = ["TYPES", "Citation", "find", "key", "parse_symbol", "types_of"]

_SHORT_END = late(r"(?: ?/ ?(?P<year>(?:19|20)\d\d))?(?! ?[/%+]|[.,:]\d|[-–—]\w| ?[-–—] ?\d|\w)")
_NEXT_SYLLABLE = late(r" ?([^\W\d_]+)")
# What “Kế hoạch 5 …” counts when it is no short form of Kế hoạch số 5: năm, tháng, nội dung …
_COUNTED = """
    năm tháng ngày giờ phút tuần quý lần lượt đợt điểm nội nhiệm giải chỉ mục chương phần bước nhóm trang bản
    người đoàn thanh đồng triệu tỷ tỉ nghìn ngàn trăm lớp cuộc buổi hoạt công mô chi cơ xã huyện tỉnh phường
    đơn suất ca kỳ hạng mức
""".split()  # noqa: SIM905
_LAW = late(r"(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết)(?= [^;:.\n\d]{1,110}$)")
_ASSEMBLY = late(r"(?:PL-?)?(?:UBTV)?QH\d{0,2}(?!\w)")
_UNION = late(r"(?:TN|TW|TU|ĐU|HU)$")
_OFFICES = frozenset(("UBND", "HĐND", "VPCP", "TTg", "TĐTN", "TWĐTN"))  # whose official letters carry no code


@dataclass(frozen=True)
class Citation:
    """One document cited in a text, where text[start:end] == raw.

    `type` in words by its code, else as written (`type_written`); `number` as printed, leading zeros kept
    (None: found by alias); `symbol` NFC, Latin, without blanks (None: a short form, “Nghị quyết 01”);
    `date` ISO, or None when none was printed or it is impossible (`date_written` holds it); `alias` the
    caller's key."""

    raw: str
    type: str | None
    number: str | None
    year: str | None
    symbol: str | None
    date: str | None
    start: int
    end: int
    type_written: str | None = None
    date_written: str | None = None
    alias: str | None = None

    @property
    def key(self) -> str:
        """What compares two citations of one printed number, however spelt; see `key`."""
        return key(self.number, self.year, self.symbol)


def _accepted(parts: Sequence[str], known: bool, join: str, before: Before, symbol: str) -> bool:
    """Whether number and symbol are a document's, given how they are joined and what stands before them."""
    join = join.strip()
    if before.name:
        return len(parts) > 1 or join == "/" or (known and join != "")
    if before.goods:
        return False
    if len(parts) < 2 or any(c.isdigit() for c in symbol) or len(parts[1]) < 2:
        return False
    if before.numbered:
        return known or join == "/"
    if join:
        return (known and "/" in (symbol + join)) or (join == "/" and parts[0] in _OFFICES)
    return known and "/" in symbol and bool(_UNION.search(parts[1]))


def _type(table: TypeTable, code: str | None, written: str | None, state: bool) -> str | None:
    names = table.names(code)
    if not names:
        return written
    if written in names:
        return written
    return "Thông tư" if state and "Thông tư" in names else names[0]


def types_of(words) -> dict[str, str]:
    """The table of types with those that a site's vocabulary (`words`) declares."""
    known = words.derived.get("types")
    if known is None:
        known = words.derived["types"] = {**TYPES, **{entry.code: entry.name for entry in words.lists.get("types", ()) if entry.code}}
    return known


def find(text: str, types: Mapping[str, str] = TYPES, aliases: Iterable[tuple[str, str]] = ()) -> list[Citation]:
    """Every document cited in a text, in order, without overlaps; spans are those of `text` as it was given.

    `types` maps codes to names. `aliases` are (phrase, key) of documents that have no number (“Điều lệ
    Đoàn”): only these are found without one. Nothing is matched across a blank line. Linear in the text."""
    clean, offsets = (text, None) if regular(text) else align(text)
    table = table_of(types)
    found: list[Found] = []
    full: dict[str, set[str]] = {}  # number without leading zeros → the types of what was cited in full
    done = 0
    first = joined(clean)  # no document is cited in the paragraphs before
    pattern = PLAIN_CANDIDATE if offsets is None else CANDIDATE
    for match in pattern.finditer(clean, clean.rfind("\n", 0, first) + 1) if first < len(clean) else ():
        if match.start() < done:
            continue
        result = _numbered(clean, match, table, done, full) if match["symbol"] else None
        if not result and match["number"].lstrip("0") in full:
            result = _short(clean, match, table, done, full)
        if result:
            found.append(result)
            done = result[1]
    found = with_phrases(clean, found, table, aliases)
    citations = []
    for start, end, values in found:
        first, last = original_span(text, offsets, start, end) if offsets else (start, end)
        citations.append(Citation(raw=text[first:last], start=first, end=last, **values))
    return citations


def _numbered(clean: str, match: re.Match[str], table: TypeTable, done: int, full: dict[str, set[str]]) -> Found | None:
    symbol = canonical(match["symbol"])
    parts = re.split(r"[-/]", symbol)
    code = table.code(symbol)
    before = read_before(clean, match.start(), table)
    if before.name == "Văn bản" and code:  # a general word: the code says more
        before = Before(match.start(), None, True, False)
    start = max(before.start, done) if before.name else match.start()
    if start == match.start() and clean[start - 1 : start].isalpha() and not before.numbered:
        return None
    name = before.name
    if match["year"]:
        assembly = bool(_ASSEMBLY.fullmatch(symbol))
        if before.goods or not (name or code or assembly):
            return None
        if assembly and not name:
            law = list(_LAW.finditer(clean, max(done, match.start() - 120), match.start()))
            if law:
                start, name = law[-1].start(), table.words[law[-1].group().lower()]
    elif not _accepted(parts, code is not None, match["join"], before, symbol):
        return None
    state = bool(match["year"]) or match["join"].strip() == "/"
    end, iso, written = date_after(clean, match.end())
    kind = _type(table, code, name, state)
    full.setdefault(match["number"].lstrip("0"), set()).update(filter(None, (kind, name)))
    return start, end, {
        "type": kind, "number": match["number"], "year": match["year"], "symbol": symbol, "date": iso,
        "type_written": name, "date_written": written,
    }  # fmt: skip


def _short(clean: str, match: re.Match[str], table: TypeTable, done: int, full: dict[str, set[str]]) -> Found | None:
    """“Nghị quyết 01” after a full citation of the same type and number."""
    ending = _SHORT_END.match(clean, match.end("number"))
    if not ending:
        return None
    before = read_before(clean, match.start(), table)
    number = match["number"]
    if before.start < done or before.name not in full[number.lstrip("0")]:
        return None
    following = _NEXT_SYLLABLE.match(clean, ending.end())
    if not before.numbered and number[0] != "0" and following and following[1].lower() in _COUNTED:
        return None
    end, iso, written = ending.end(), None, None
    if DATE_NEXT.match(clean, end):
        end, iso, written = date_after(clean, end)
    return before.start, end, {
        "type": before.name, "number": number, "year": ending["year"], "symbol": None, "date": iso,
        "type_written": before.name, "date_written": written,
    }  # fmt: skip
