"""The tables of docs/bien-tap.md, made from the tables of the code: `python -m tests.docs_tables` writes them anew.

A table stands between `<!-- bảng: news -->` and `<!-- hết -->`. What surrounds it is written by hand; that nothing is
out of date is proved in test_docs."""

import re
from pathlib import Path

from plugins.domain.fields import CHOICES, Field
from plugins.domain.tables import KINDS
from plugins.domain.vocabulary import FILES

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "bien-tap.md"
COMMON = tuple(field for field in KINDS["news"] if all(field in fields for fields in KINDS.values()))
SECTION = re.compile(r"(?P<open><!-- bảng: (?P<names>[\w ]+) -->\n).*?(?P<close><!-- hết -->)", re.DOTALL)

_WAYS = {
    "text": "chữ",
    "day": "ngày đủ năm-tháng-ngày",
    "date": "năm, năm-tháng hoặc năm-tháng-ngày",
    "number": "con số",
    "recurrence": "nhịp lặp lại, xem [Nhịp lặp lại](#nhịp-lặp-lại)",
    "flag": "`có` hoặc `không`",
    "url": "địa chỉ trang web, mở đầu bằng `https://`",
    "authority": "tên miền, dấu phẩy, năm, ví dụ `tinhdoan.vi-du.vn,2026`",
    "target": "địa chỉ trang web, hoặc địa chỉ trên trang này mở đầu bằng `/`",
    "address": "địa chỉ trên trang này, mở đầu bằng `/`",
    "email": "địa chỉ thư điện tử",
    "slug": "chữ thường không dấu, số, gạch nối",
    "file": "tên tệp nằm cạnh `index.md`",
    "picture": "đường dẫn từ `content/`",
    "citation": "đường dẫn `van-ban/…`, hoặc tên và số của văn bản không có trên trang",
    "group": "các dòng con bên dưới",
}
_FOLDERS = {"news": "tin-tuc", "document": "van-ban", "model": "mo-hinh"}
_CHOICE_NAMES = {
    "news_status": "trạng thái của tin",
    "document_status": "hiệu lực của văn bản",
    "model_status": "trạng thái của mô hình",
    "model_stage": "giai đoạn của mô hình",
    "collection_status": "trạng thái của bộ hồ sơ",
    "secrecy": "độ mật",
    "file_kind": "dạng của tệp",
    "level": "cấp",
}


def sections() -> dict[str, tuple[Field, ...]]:
    """Every table of keys by its name: the common keys, each kind of record without them, each data file."""
    records = {kind: tuple(f for f in fields if f not in COMMON) for kind, fields in KINDS.items()}
    return {"common": COMMON, **records, **{name: fields for name, (_file, fields) in FILES.items()}}


def keys(fields: tuple[Field, ...]) -> str:
    """A table of keys in Markdown, one row for each key and for each key inside a group."""
    head = ["| Khóa | Tiếng Anh | Bắt buộc | Cách viết | Giải thích |", "|---|---|---|---|---|"]
    return "\n".join([*head, *_rows(fields)]) + "\n"


def choices() -> str:
    """The table of all choices in Markdown: what may be written for each of them."""
    rows = ["| Dùng cho | Viết một trong các cách | Tiếng Anh |", "|---|---|---|"]
    for name, words in CHOICES.items():
        for accepted in words.values():
            vietnamese, *english = accepted
            rows.append(f"| {_CHOICE_NAMES[name]} | `{vietnamese}` | {', '.join(f'`{word}`' for word in english)} |")
    return "\n".join(rows) + "\n"


def table(names: str) -> str:
    """The table of a marked section. Several names may share one table if their keys are the same; else ValueError."""
    if names == "choices":
        return choices()
    first, *others = (sections()[name] for name in names.split())
    if any(other != first for other in others):
        raise ValueError(f"{names}: these have different keys")
    return keys(first)


def renew(text: str) -> str:
    """The text with every marked section made anew."""
    return SECTION.sub(lambda found: found["open"] + table(found["names"]) + found["close"], text)


def _rows(fields: tuple[Field, ...], above: str = ""):
    for field in fields:
        needed = "không" if not field.required else f"có, khi có “{above}”" if above else "có"
        key = f"`{above}` › `{field.vietnamese}`" if above else f"`{field.vietnamese}`"
        yield f"| {key} | `{field.name}` | {needed} | {_way(field)} | {_plain(field.help)} |"
        yield from _rows(field.parts, field.vietnamese)


def _way(field: Field) -> str:
    words = _one(field)
    if field.many:
        words = "một hoặc nhiều mục, mỗi mục gồm các dòng con" if field.kind == "group" else f"một hoặc nhiều: {words}"
    return f"{words}; ví dụ `{_plain(field.example)}`" if field.example else words


def _one(field: Field) -> str:
    if field.kind == "choice":
        return ", ".join(f"`{accepted[0]}`" for accepted in CHOICES[field.of].values())
    if field.kind == "word":
        return f"tên có trong `{FILES[field.of][0]}`"
    if field.kind == "record" and field.of == "source":
        return "đường dẫn `tin-tuc/…` hoặc `van-ban/…` của bài, không có đuôi"
    if field.kind == "record" and not field.of:
        return "đường dẫn từ `content/` của bài, không có đuôi"
    if field.kind == "record":
        return f"đường dẫn `{_FOLDERS[field.of]}/…` của bài, không có đuôi"
    return _WAYS[field.kind]


def _plain(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    GUIDE.write_text(renew(GUIDE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
