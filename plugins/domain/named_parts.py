"""Parts of a document that are named beside its citation: “mục 2.1 phần III Kế hoạch 92-KH/…”, “điểm a khoản 2 Điều 5 …”.

Which item such a place means is asked in `sections`."""

import re

from plugins.domain.patterns import late
from plugins.domain.text import ordinary

_LABEL = r"(?:[IVXivx]{1,5}(?:\.\d{1,2}){0,3}|\d{1,3}(?:\.\d{1,2}){0,3}[a-zđ]?|[a-zđA-ZĐ])(?![\w/%-]|[.,]\d)"
_UNITS = ("phụ lục ", "phần ", "chương ", "mục ", "điều ", "khoản ", "bước ", "điểm ", "tiết ", "ý ")
_UNIT = rf"(?:phụ lục|phần|chương|tiểu mục|mục|điều|khoản|bước|điểm|tiết|ý) (?:(?:số|thứ) )?{_LABEL}"
_OTHER = "".join(f"(?<!{word} )" for word in ("chuyên", "hạng", "danh", "tài", "thành", "học", "quan", "trọng"))  # “chuyên mục 3”
_REFERENCE = rf"(?<!\w){_OTHER}{_UNIT}(?: ?,? ?(?:(?:của|thuộc) )?{_UNIT}){{0,4}}"
_BEFORE = late(rf"(?P<place>{_REFERENCE})(?P<joint> ?,? (?:(?:của|thuộc|trong|tại) (?:bản )?)?)$", re.IGNORECASE)
_AFTER = late(rf" ?[,(]? ?(?:(?:ở|tại) )?(?P<place>{_REFERENCE})", re.IGNORECASE)
_JOINT = late(r" (?:(?:của|thuộc|trong|tại) )?")
_REACH = 90  # characters on either side


def beside(text: str, start: int, end: int, floor: int = 0, ceiling: int | None = None) -> tuple[int, int, str]:
    """The span of a citation text[start:end] with the part that is named right before or right after it, and that part as written
    (""); nothing before `floor` or behind `ceiling` is looked at."""
    low, high = max(floor, start - _REACH), min(len(text) if ceiling is None else ceiling, end + _REACH)
    before = _flat(text[low:start])
    if (not ordinary(before) or any(map(before.lower().__contains__, _UNITS))) and (found := _BEFORE.search(before)):
        return low + found.start("place"), end, " ".join(found["place"].split())
    found = _AFTER.match(_flat(text[end:high]))
    if found and not (high == ceiling and _JOINT.fullmatch(text, end + found.end(), high)):  # else it belongs to the next citation
        return start, end + found.end("place"), " ".join(found["place"].split())
    return start, end, ""


def _flat(text: str) -> str:
    """A text of the same length in which single line breaks are blanks: a blank line is not crossed."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text) if "\n" in text else text
