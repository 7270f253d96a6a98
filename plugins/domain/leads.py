"""Values that lead somewhere: outside addresses, mail, addresses of the site, paths of files and pictures.

How whole mappings are read stands in `validation`, whose reader these methods belong to."""

import re
from urllib.parse import unquote

from plugins.domain.fields import Field
from plugins.domain.patterns import late
from plugins.domain.text import normalise

_EMAIL = late(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_URL = late(r"https?://[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?", re.IGNORECASE)
_UNFIT = late(r'[?#%*"<>|]')  # no file name on some machine, or no part of an address
# No part is hidden, leads upwards, or ends as no folder of Windows may.
_HOST = late(r"https?://[^/\s]+", re.IGNORECASE)
_OLD_ADDRESS = late(r"(?!.*(?:/\.|\.(?:/|$)))(?:/[^\s/\\?#:]+)+(?:/|(?<=\w)\.\w+)")


class AddressReader:
    """The part of a reader that judges addresses and paths; `report` comes from the reader."""

    def _url(self, text: str, line: int, field: Field):
        if not _URL.fullmatch(text):
            self.report(line, "dia-chi-web", f"“{text}” không phải địa chỉ trang web.", "Ví dụ: https://doanthanhnien.vn")
            return None
        return text

    def _email(self, text: str, line: int, field: Field):
        if not _EMAIL.fullmatch(text):
            self.report(line, "thu-dien-tu", f"“{text}” không phải địa chỉ thư điện tử.", "Ví dụ: vanphong@tinhdoan.vi-du.vn")
            return None
        return text

    def _address(self, text: str, line: int, field: Field):
        plain = normalise(unquote(text))
        longest = max(len(part.encode()) for part in plain.split("/"))  # bytes: what disks count
        if len(plain) > 500 or longest > 200 or not plain.isprintable() or _UNFIT.search(plain):
            plain = ""
        if _OLD_ADDRESS.fullmatch(plain) or (plain == "/" and field.of == "target"):
            return plain
        message = f"Địa chỉ “{text[:80]}” phải mở đầu bằng dấu / và khép lại bằng dấu / hoặc tên tệp, không có dấu ? và #."
        path = "/" + _HOST.sub("", text).partition("?")[0].partition("#")[0].strip("/").removesuffix(".md").removesuffix("/index") + "/"
        fits = ".." not in path and "?" not in text and _OLD_ADDRESS.fullmatch(path)
        self.report(line, "dia-chi-sai", message, f"Có phải {field.vietnamese}: {path}?" if fits else example(field))
        return None

    def _target(self, text: str, line: int, field: Field):
        return self._address(text, line, field) if text.startswith("/") and not text.startswith("//") else self._url(text, line, field)

    def _authority(self, text: str, line: int, field: Field):
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.@-]*,\d{4}(-\d{2}){0,2}", text):
            self.report(line, "goc-ma", f"“{text[:80]}” không phải gốc mã: cần tên miền, dấu phẩy, năm (RFC 4151).", example(field))
            return None
        return text

    def _picture(self, text: str, line: int, field: Field):
        return self._path(text, line, "Ví dụ: anh/trong-cay.jpg")

    def _file(self, text: str, line: int, field: Field):
        return self._path(text, line, "Đặt tệp cùng thư mục với index.md rồi ghi tên tệp, ví dụ: 12-kh.pdf")

    def _path(self, text: str, line: int, hint: str):
        clean = text.lstrip("/")
        if "\\" in clean and ":" not in clean and ".." not in clean:
            self.report(line, "ra-ngoai", f"Đường dẫn “{text}” dùng dấu \\ của Windows.", f"Có phải “{clean.replace(chr(92), '/')}”?")
            return None
        if {"", "."} & set(clean.split("/")) or _UNFIT.search(clean):
            self.report(line, "ten-tep", f"“{text}” không phải tên tệp dùng được trên mọi máy.", hint)
            return None
        if ".." in clean.replace("\\", "/").split("/") or "\\" in clean or ":" in clean:
            self.report(line, "ra-ngoai", f"Đường dẫn “{text}” đi ra ngoài thư mục nội dung.", hint)
            return None
        return clean


def example(field: Field) -> str:
    """A right line for a field, or what to write there."""
    if field.example:
        return f"Ví dụ: {field.vietnamese}: {field.example}"
    return f"Viết “{field.vietnamese}: …”, trong đó là {field.help}." if field.help else f"Viết “{field.vietnamese}: …”."
