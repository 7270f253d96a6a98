"""Vietnamese in the codes of before Unicode (TCVN3, VNI, Windows-1258) and UTF-8 that was read as another code: recognised and read.

Only told and shown as it was meant; no file is rewritten."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from plugins.domain.patterns import late

# TCVN 5712:1993 (.VnTime and its kin), by the signs that Windows-1252 has at the same places.
_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
# VNI: a letter and a sign behind it. Signs: tones on a plain letter; hat and tone; breve and tone.
_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATS = {"â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323"}
_BREVES = {"ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323"}
_LONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_PAIR = late("([aeoAEO])([âàáåãäÂÀÁÅÃÄ])|([aA])([êèéúüëÊÈÉÚÜË])|([aeouyôöAEOUYÔÖ])([øùûõïØÙÛÕÏ])")
_LONE_SIGN = late("[ñôöæóòîÑÔÖÆÓÒÎ]")
# What no Vietnamese word in Unicode holds, and a word in the old code does.
_MISREAD = "UTF-8"
TOLD = {_MISREAD: "bị đọc nhầm mã", "TCVN3": "viết bằng mã TCVN3 (phông .VnTime)", "VNI": "viết bằng mã VNI (phông VNI-Times)"}
_MARKS: dict[str, re.Pattern] = {
    _MISREAD: late("Ã[\u0080-\u00bf\u0192]|á[º»]|Æ[°¡]|Ä[\u0090\u0091‘]|â€"),
    "TCVN3": late("[A-Za-zµ-þ][¨©ª«¬®µ¶¸¹»¼½¾\u00ad]|[®§][a-zµ-þ]"),
    "VNI": late("[aAeE][âêùøûõïåäëüéèúàáãÂÊÙØÛÕÏÅÄËÜÉÈÚÀÁÃ]|[oOuU][øûïåäØÛÏÅÄ]|[oO][âùõÂÙÕ]|[ôÔöÖ][øùûõïØÙÛÕÏ]|[ñÑ][aeiouôöAEIOUÔÖ]"),
}
_ENOUGH = {_MISREAD: 2, "TCVN3": 3, "VNI": 4}  # such pairs in one line: no foreign name has as many
_KEY = 40  # characters of the longest key
_COMMON = frozenset(
    ("và", "của", "các", "cho", "đoàn", "viên", "thanh", "niên", "ngày", "trong", "được", "với", "không", "người", "tỉnh", "là", "có")
)


def lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Line (from 1), name of the code and the words as they were meant, where a run of lines in an old code begins."""
    before = ""
    for number, row in enumerate(text.split("\n"), 1):
        code = next((name for name, mark in _MARKS.items() if not row.isascii() and len(mark.findall(row)) >= _ENOUGH[name]), "")
        if code and code != before:
            head, colon, rest = row.partition(": ")  # a key is typed anew, its value is pasted
            meant = _READERS[code](rest if colon and len(head) < _KEY and not _MARKS[code].search(head) else row)
            if meant and _likely(meant):
                yield number, code, meant
        before = code or (before if not row.strip() else "")


def of_bytes(data: bytes) -> tuple[str, str]:
    """The code in which bytes were most likely written ('' when that cannot be told), and the first line that shows it, in Unicode."""
    best = ("", "", 1)
    for name, read in (("TCVN3", tcvn3), ("VNI", vni), ("Windows-1258", lambda text: text)):
        codec = "cp1258" if name == "Windows-1258" else "cp1252"
        text = unicodedata.normalize("NFC", read(data.decode(codec, "replace").replace("\r\n", "\n")))
        hits = sum(word in _COMMON for word in text.lower().split())
        if hits > best[2]:
            rows = (row.rpartition(": ")[2].strip() for row in text.split("\n") if not row.isascii())
            best = (name, next((row for row in rows if "\ufffd" not in row), ""), hits)
    return best[:2]


def tcvn3(text: str) -> str:
    """A text in TCVN3, as Windows-1252 shows it, in Unicode."""
    return text.translate(_TCVN3)


def vni(text: str) -> str:
    """A text in VNI, as Windows-1252 shows it, in Unicode."""
    marks = _vni_marks()

    def pair(found: re.Match) -> str:
        letter, mark = (part for part in found.groups() if part)
        base = {"ô": "ơ", "ö": "ư", "Ô": "Ơ", "Ö": "Ư"}.get(letter, letter)
        return unicodedata.normalize("NFC", base + marks[mark.lower()]).replace("\ue000", "")

    kept: list[str] = []

    def keep(found: re.Match) -> str:
        kept.append(pair(found))
        return f"\ue000{len(kept) - 1}\ue001"

    text = _LONE_SIGN.sub(_lone, _PAIR.sub(keep, text))
    return re.sub("\ue000(\\d+)\ue001", lambda found: kept[int(found[1])], text)


@cache
def _vni_marks() -> dict[str, str]:
    return _TONES | _HATS | _BREVES


def _lone(found: re.Match) -> str:
    sign = found[0]
    meant = _LONE[sign.lower()]
    return meant.upper() if sign.isupper() else meant


def _misread(text: str) -> str:
    """UTF-8 that was read as Windows-1252 or Latin-1; blanks that were made plain on the way are taken for what they were."""
    whole = text.replace("Ã ", "Ã\u00a0")
    for codec in ("cp1252", "latin-1"):
        try:
            return unicodedata.normalize("NFC", whole.encode(codec).decode())
        except UnicodeError:
            continue
    return unicodedata.normalize("NFC", whole.encode("cp1252", "ignore").decode(errors="ignore"))


def _likely(text: str) -> bool:
    """Whether a text has words that nearly every Vietnamese text has."""
    return any(word in _COMMON for word in re.findall(r"[^\W\d_]+", text.lower()))


_READERS: dict[str, Callable[[str], str]] = {_MISREAD: _misread, "TCVN3": tcvn3, "VNI": vni}
