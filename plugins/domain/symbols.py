"""Numbers and symbols of official documents: the table of types, the grammar of `36-HD/TĐTN-TCKT`, its parts.

Party and Union symbols follow 29-HD/TWĐTN-VP, those of the State Nghị định 30/2020/NĐ-CP. Finding them in a
running text is the work of `citations`."""

import re
from collections.abc import Mapping
from functools import lru_cache

from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.text import align, fold, normalise

# Code → type of document. Callers may pass a longer table.
TYPES: dict[str, str] = {
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "KL": "Kết luận", "QC": "Quy chế",
    "TT": "Thông tri", "HD": "Hướng dẫn", "TB": "Thông báo", "BC": "Báo cáo", "KH": "Kế hoạch",
    "QH": "Quy hoạch", "CTr": "Chương trình", "CTHĐ": "Chương trình hành động", "ĐA": "Đề án",
    "PA": "Phương án", "DA": "Dự án", "TTr": "Tờ trình", "CV": "Công văn", "BB": "Biên bản", "GM": "Giấy mời",
    "NĐ": "Nghị định", "QyĐ": "Quy định", "QĐi": "Quy định", "TC": "Thông cáo", "HĐ": "Hợp đồng",
    "CĐ": "Công điện", "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền",
    "GGT": "Giấy giới thiệu", "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển",
    "PB": "Phiếu báo", "PL": "Pháp lệnh",
    "TTLT": "Thông tư liên tịch", "NQLT": "Nghị quyết liên tịch", "KHLT": "Kế hoạch liên tịch",
    "KHPH": "Kế hoạch phối hợp", "CTPH": "Chương trình phối hợp", "QCPH": "Quy chế phối hợp",
    "VBHN": "Văn bản hợp nhất",
}  # fmt: skip
# One code, two types: the written word decides; without one TYPES does, and a State number makes TT a Thông
# tư.
AMBIGUOUS = {"QĐ": ("Quyết định", "Quy định"), "TT": ("Thông tri", "Thông tư")}

_OTHER_WORDS = (
    "Luật", "Bộ luật", "Lệnh", "Sắc lệnh", "Thông tư", "Văn bản",
    "Kế hoạch liên ngành", "Hướng dẫn liên ngành", "Hướng dẫn liên tịch", "Chương trình liên tịch", "Công văn liên ngành",
)  # fmt: skip
_SPELLINGS = {
    "thông báo kết luận": "Thông báo", "qui định": "Quy định", "qui chế": "Quy chế", "qui hoạch": "Quy hoạch",
    "bản thoả thuận": "Bản thỏa thuận", "giấy uỷ quyền": "Giấy ủy quyền",
}  # fmt: skip

YEARS = range(1900, 2101)  # of a document; outside, a year is a slip of the finger

_U = "A-ZĐÂĂÊÔƠƯ"
_PART = rf"[{_U}](?:[{_U}]{{0,13}}[griy]?)(?:[griy]?[{_U}]{{1,3}})?(?: ?& ?[{_U}]{{1,12}})*\d{{0,3}}"
_END = r"(?=\W|$|_|(?:về|của|ngày|và|do|theo)\b)"
_SEP = rf"(?:[-–—/]|_(?=[{_U}])| [-–—](?=[{_U}])|[-–—] (?! )| [-–—] (?!\S+ [A-ZĐÀ-Ỹ]{{2}})| ?/ ?)"
_SYMBOL = rf"{_PART}{_END}(?:{_SEP}{_PART}{_END}){{0,6}}"
_MORE = r"\d{0,5}(?:\.\d{1,4})?[a-zđ]?"
_NUMBER = rf"\d{_MORE}"
# A number and, if one is joined to it, its symbol; bounded everywhere, so reading is linear. What must not stand before
# the first figure is asked after it: a pattern that opens with a figure is sought quickly.
CANDIDATE = late(_CANDIDATE := (
    rf"(?P<number>\d(?<![\d/+&@#]\d)(?<!\d[.,]\d)(?<!\w[-–—.]\d){_MORE})"
    rf"(?:(?: ?/ ?(?P<year>\d{{4,5}})(?P<lead> ?/ ?)|(?P<join> ?[-–—/] ?|_| ?))(?P<symbol>{_SYMBOL}))?"
))  # fmt: skip
PLAIN_CANDIDATE = late(_CANDIDATE.replace(r"[\d", "[0-9").replace(r"\d", "[0-9]"))  # the same for an ordinary text, three times as quick
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZĐÂĂÊÔƠƯ")  # _U
# Words before a number that make it one of goods or of a house.
_GOODS = """
    mã model máy tivi ti tv loại phẩm hiệu hàng cỡ size biển xe nhà khoản lô serial seri sn sku
""".split()  # noqa: SIM905
_LAST_LETTERS = late(r"[^\W\d_]+$")


class TypeTable:
    """A table of types for looking up: `codes`, `words` (as written → name), `longest` word in syllables."""

    def __init__(self, items: tuple[tuple[str, str], ...]):
        self.codes = dict(items)
        self.loose = {code.casefold(): code for code, _ in reversed(items)}
        names = [*_OTHER_WORDS, *(name for pair in AMBIGUOUS.values() for name in pair), *self.codes.values()]
        self.words = {normalise(name).lower(): normalise(name) for name in names} | _SPELLINGS
        self.longest = max(word.count(" ") for word in self.words) + 1
        self.against = lru_cache(maxsize=4096)(self._against)

    def code(self, symbol: str) -> str | None:
        first = re.split(r"[-/]", symbol, maxsplit=1)[0]
        return first if first in self.codes else self.loose.get(first.casefold())

    def names(self, code: str | None) -> tuple[str, ...]:
        """The types that a code may mean, the likeliest first."""
        name = self.codes.get(code or "")
        if name is None:
            return ()
        pair = AMBIGUOUS.get(code or "", ())
        return (name, *(other for other in pair if other != name)) if name in pair else (name,)

    def _against(self, symbol: str, word: str) -> str:
        """The type that a symbol stands for, where a type word beside it says another; else ''."""
        names = self.names(self.code(symbol))
        agree = not names or word == "Văn bản" or any(word.startswith(name) or name.startswith(word) for name in names)
        return "" if agree else names[0]


def table_of(types: Mapping[str, str]) -> TypeTable:
    """The table of a mapping of codes to names, which must not change; the one that was asked for last is not looked through again."""
    asked, table = _last[0]
    if asked is not types:
        table = type_table(tuple(types.items()))
        _last[0] = types, table
    return table


_last: list[tuple] = [(None, None)]


@lru_cache(maxsize=16)
def type_table(items: tuple[tuple[str, str], ...]) -> TypeTable:
    return TypeTable(items)


@dataclass(frozen=True)
class Before:
    """What stands before a number: the type word and whether `số` follows it; `start` of the word."""

    start: int
    name: str | None
    numbered: bool
    goods: bool


def read_before(clean: str, at: int, table: TypeTable) -> Before:
    """Read backwards from a number, over `số` and `:`, to a type word (bounded: 60 characters)."""
    base = max(0, at - 60)
    head = clean[base:at].lower()
    head = head.rstrip(" ").removesuffix(":").rstrip(" ")
    numbered = head.endswith("số") and not head[-3:-2].isalpha()
    if numbered:
        head = head[:-2].rstrip(" ").removesuffix(":").rstrip(" ")
    name, start, end, last = None, at, len(head), ""
    for _ in range(table.longest):
        begin = head.rfind(" ", 0, end) + 1
        word = head[begin:end]
        if not (whole := word.isalpha()):  # a bracket before it, say
            if not (run := _LAST_LETTERS.search(word)):
                break
            begin, word = begin + run.start(), run.group()
        last = last or word
        phrase = head[begin:]
        if phrase in table.words:  # the longest wins: Thông báo kết luận, not kết luận
            name, start = table.words[phrase], base + begin
        if not whole or not begin:
            break
        end = begin - 1
    return Before(start, name, numbered and last not in _GOODS, last in _GOODS)


def canonical(symbol: str) -> str:
    """A symbol as it is compared: without blanks, with hyphens for dashes and for underscores that were typed in their place."""
    return re.sub(r"[–—_]", "-", symbol.replace(" ", ""))


def parse_symbol(s: str) -> tuple[str | None, str | None, str | None]:
    """(number, year, symbol) of a number in metadata: `36-HD/TĐTN-TCKT`, `42/2022/NĐ-CP`, `36`, `HD/ĐTN`.

    What is not printed is None. Raises ValueError, in Vietnamese, for a text that is no document number."""
    clean = align(normalise(s))[0].strip()
    clean = re.sub(r"^số ?:? ?", "", clean, flags=re.IGNORECASE)
    if match := CANDIDATE.fullmatch(clean):
        return match["number"], match["year"], canonical(match["symbol"]) if match["symbol"] else None
    if match := re.fullmatch(rf"({_NUMBER}) ?/ ?(\d{{4}})", clean):
        return match[1], match[2], None
    if match := re.fullmatch(rf"(?:[-–—/] ?)?({_SYMBOL})", clean):
        return None, None, canonical(match[1])
    raise ValueError(f"“{clean[:60]}” không phải là số, ký hiệu văn bản; ví dụ đúng: 36-HD/TĐTN-TCKT hoặc 42/2022/NĐ-CP")


def joined(clean: str) -> int:
    """Where the first sign stands that joins a symbol to its number or two parts of a symbol, as every number with a symbol has one;
    the length of the text when there is none."""
    first = len(clean)
    for sign in "-/–—_":
        at = clean.find(sign, 0, first)
        while at >= 0 and clean[at + 1 : at + 3].lstrip(" ")[:1] not in _CAPITALS:
            at = clean.find(sign, at + 1, first)
        first = at if at >= 0 else first
    return first


@lru_cache(maxsize=16_384)
def key(number: str | None, year: str | None, symbol: str | None) -> str:
    """A printed number for comparing: folded, the number without leading zeros (`36//hd-tdtn-tckt`)."""
    plain = fold(number or "").replace(" ", ".").lstrip("0")
    return f"{plain}/{year or ''}/{fold(symbol or '').replace(' ', '-')}"
