"""What an editor most likely meant by a value that cannot be read: the right line, made from what was written.

Asked only when something is wrong; what is wrong is decided in `validation`."""

import re
from collections.abc import Iterator
from functools import cache

from plugins.domain import dates
from plugins.domain.fields import Field, Known, key_form
from plugins.domain.patterns import late
from plugins.domain.text import closest

_DAY_IN = late(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")
_SHORT_YEAR = late(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})")
_SWAPPED = late(r"(\d{4})-(\d{2})-(\d{2})")
_HOUR = late(r"(\d{4}-\d{2}-\d{2})[T, ]+(?:lúc )?(\d{1,2})(?:h|g|giờ|:)\s*(\d{2})?(?: ?phút)?")
_SHARE = late(r"([\d.,]+)\s*/\s*([\d.,]+)")
_MEASURED = late(r"([\d.,]*\d)\s*([^\W\d_].*|%)")
_POINT = late(r"(\d+)\.(\d{1,2}|\d{4,})")
_ENGLISH = late(r"[1-9]\d{0,2},\d{3}")
# What editors write for a choice → the word for it here.
_SAME_CHOICE = {
    "xã": "cơ sở", "phường": "cơ sở", "đặc khu": "cơ sở", "đoàn xã": "cơ sở", "cấp xã": "cơ sở", "cấp cơ sở": "cơ sở",
    "cấp huyện": "huyện", "quận": "huyện", "thành phố": "tỉnh", "cấp tỉnh": "tỉnh", "tw": "trung ương", "cấp trung ương": "trung ương",
    "đã đăng": "xuất bản", "đăng": "xuất bản", "công khai": "xuất bản", "bản nháp": "nháp",
    "hết": "hết hiệu lực", "bãi bỏ": "hết hiệu lực", "bị thay thế": "được thay thế", "xong": "kết thúc", "đã xong": "kết thúc",
    "đang làm điểm": "thí điểm", "làm điểm": "thí điểm",
}  # fmt: skip
# Names that other programs and other habits give to a key → the key here; those that a table does not have are passed over.
_SAME = {
    "tên bài": "tiêu đề", "tên": "tiêu đề", "tựa đề": "tiêu đề", "tựa": "tiêu đề", "đầu đề": "tiêu đề", "headline": "tiêu đề",
    "ngày viết": "ngày", "ngày tháng": "ngày", "thời gian đăng": "ngày", "ngày ban hành": "ngày", "ngày ký": "ngày",
    "người viết": "tác giả", "phóng viên": "tác giả", "author": "tác giả", "bút danh": "tác giả", "người đăng": "tác giả",
    "ảnh đại diện": "ảnh", "hình ảnh": "ảnh", "hình": "ảnh", "ảnh bìa": "ảnh", "album": "bộ ảnh", "thư viện ảnh": "bộ ảnh",
    "tags": "chủ đề", "tag": "chủ đề", "thẻ": "chủ đề", "từ khóa": "chủ đề", "từ khoá": "chủ đề",
    "mục": "chuyên mục", "thể loại": "chuyên mục", "danh mục": "chuyên mục", "chuyên đề": "chuyên mục",
    "mô tả": "tóm tắt", "sapo": "tóm tắt", "dẫn": "tóm tắt", "trích dẫn": "tóm tắt", "description": "tóm tắt",
    "đơn vị thực hiện": "đơn vị", "cơ quan": "đơn vị", "cơ quan ban hành": "cơ quan", "nơi ban hành": "cơ quan", "số hiệu": "số",
    "số văn bản": "số", "loại văn bản": "loại", "về việc": "trích yếu", "nội dung": "trích yếu", "tình trạng": "hiệu lực",
    "file": "tệp", "tập tin": "tệp", "đính kèm": "tệp", "tệp đính kèm": "tệp", "hạn chót": "hạn", "thời hạn": "hạn",
    "tác giả ảnh": "nguồn ảnh", "alt": "mô tả", "slug": "đường dẫn", "link": "địa chỉ", "url": "địa chỉ", "liên kết": "địa chỉ",
}  # fmt: skip


@cache
def keys() -> frozenset[str]:
    """Every key that some file may carry, in the form in which keys are compared."""
    from plugins.domain.tables import KINDS
    from plugins.domain.vocabulary import FILES

    def names(fields: tuple[Field, ...]) -> Iterator[str]:
        for field in fields:
            yield from (key_form(field.name), key_form(field.vietnamese))
            yield from names(field.parts)

    return frozenset(name for fields in (*KINDS.values(), *(f for _file, f in FILES.values())) for name in names(fields))


def unknown_key(written: str, table: Known, above: str = "") -> tuple[str, str]:
    """The name of the key that was meant ('' when that cannot be told), and what to do; `above` is the group that stands before it,
    when it belongs there."""
    form = key_form(written.strip("“”\"'‘’ "))
    if above:
        return "", f"“{written}” là dòng con của “{above}”: thụt vào thêm hai dấu cách."
    same = table.spellings.get(key_form(_SAME.get(form, "")))
    near = table.spellings.get(closest(form, list(table.spellings)) or "")
    found = table.spellings.get(form) or same or near
    if found:
        return found.name, f"Có phải “{found.vietnamese}”?"
    return "", "Các khóa dùng được: " + ", ".join(f.vietnamese for f in table.fields) + "."


def group(field: Field, written: str = "", listed: bool = False) -> str:
    """How the lines of a group are written, with what stands there as the first of them that is needed; `listed`: behind a dash."""
    first = next((part for part in field.parts if part.required), field.parts[0])
    if field.name == "collects":
        first = next(part for part in field.parts if part.name == "record")
    value = written if written and "\n" not in written and len(written) < 80 else first.example or "…"
    others = ", ".join(part.vietnamese for part in field.parts if part is not first)
    mark, place = "- " if field.many else "", "Viết" if listed else "Xuống dòng, thụt vào hai dấu cách rồi viết"
    return f"{place}: {mark}{first.vietnamese}: {value}. Các dòng con khác, thẳng cột với “{first.vietnamese}”: {others}."


def day(text: str, field: Field) -> str:
    """The ISO form of a date that was written otherwise, or an example."""
    bare = text.strip("“”\"'‘’ ")
    found = dates.suggest_iso(bare) or (bare if dates.is_iso(bare) and bare != text else None)
    if not found and (hour := _HOUR.fullmatch(bare)):
        found = f"{hour[1]} {int(hour[2]):02}:{hour[3] or '00'}"
    if not found and (short := _SHORT_YEAR.fullmatch(bare)):
        found = dates.suggest_iso(f"{short[1]}/{short[2]}/20{short[3]}")
    if not found and (swapped := _SWAPPED.fullmatch(bare)):
        found = f"{swapped[1]}-{swapped[3]}-{swapped[2]}"
    if not found and (within := _DAY_IN.search(bare)):
        found = dates.suggest_iso("/".join(within.groups()))
    if found and dates.is_iso(found):
        return f"Có phải {field.vietnamese}: {found}?"
    return f"Viết năm-tháng-ngày, ví dụ: {field.vietnamese}: 2026-03-05"


def impossible_day(text: str) -> bool:
    """Whether a text is a date in figures that no calendar has: “31/02/2026”."""
    found = _DAY_IN.fullmatch(text)
    return bool(found) and dates.suggest_iso(text) is None


def number(text: str, field: Field) -> str:
    """The figure that was meant, as it is written here."""
    name = field.vietnamese
    if share := _SHARE.fullmatch(text):
        return f"Viết thành hai dòng: {name}: {share[1]} và trên tổng: {share[2]}"
    if point := _POINT.fullmatch(text):
        return f"Phần lẻ đứng sau dấu phẩy. Có phải {name}: {point[1]},{point[2]}?"
    if measured := _MEASURED.fullmatch(text):
        unit = measured[2] if measured[2] != "%" else '"%"'
        return f"Viết thành hai dòng: {name}: {measured[1]} và đơn vị tính: {unit}"
    if field.name == "order":
        return f"Ví dụ: {name}: 2"
    return f"Chỉ ghi chữ số, ví dụ: {name}: {field.example or '1.785 hoặc 61,57'}"


def english_thousands(text: str) -> bool:
    """Whether a figure looks like `1,785`, which is 1785 in English and one and a bit here."""
    return _ENGLISH.fullmatch(text) is not None


def thousands(text: str, field: Field) -> str:
    """How 1785 is written, if that was meant."""
    return f"Nếu là hàng nghìn thì dùng dấu chấm: {field.vietnamese}: {text.replace(',', '.')}"


def choice(text: str, names: list[str]) -> str:
    """The choice that was meant, or all of them."""
    form = key_form(text)
    same = _SAME_CHOICE.get(form, "")
    near = same if same in names else closest(text, names) or next((name for name in names if name.startswith(f"{form} ")), "")
    return f"Có phải “{near}”?" if near else "Chọn một trong: " + ", ".join(names) + "."


def word(text: str, field: Field, names: list[str], file: str, own: str = "") -> str:
    """The word that was meant, or where a new one is entered; `own` is the name of the entry that is being read."""
    if field.many and "," in text:
        parts = ", ".join(" ".join(part.split()) for part in text.split(",") if part.strip())
        return f"Nhiều tên thì đặt trong ngoặc vuông: {field.vietnamese}: [{parts}]"
    near = closest(text, [name for name in names if name != own])
    new = f"thêm vào {file} một mục “- tên: {text}”"
    return f"Có phải “{near}”? Nếu là tên mới, {new}." if near else f"Hãy chọn một tên đã có, hoặc {new}."


def bulleted(text: str) -> bool:
    """Whether one value is a list that was written with other signs than “- ”."""
    return re.match(r"[–—•*+▪]\s*\S|-[^\s\d]", text) is not None
