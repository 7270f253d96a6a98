"""What cannot go together in the fields of one record: days in the wrong order, a number written twice, a consent that says no.

Each field by itself is judged in `validation`; figures of models in `figures`."""

import re
from collections.abc import Iterator, Mapping

from plugins.domain import dates
from plugins.domain.patterns import late
from plugins.domain.problems import ERROR, WARNING
from plugins.domain.text import fold

_Fault = tuple[int, str, str, str, str]  # as `validation.Reader.report` takes it

_OLDEST = "1930"  # the Union was founded on 26 March 1931
_NUMBERED = late(r"(?:số\s*:?\s*)?(\d+[a-zA-Z]?)\s*[-–/ ]\s*([^\W\d].*)", re.IGNORECASE)
_SAID = late(r"số\s*:?\s*(\d+\w?)", re.IGNORECASE)
_REFUSED = ("chua", "khong", "khong dong y", "chua dong y", "chua co", "chua xin", "no", "false")
_NO_WORDS = {"anh", "hinh", "hinh anh", "image", "photo", "picture", "img", "anh minh hoa", "hinh minh hoa", "anh dai dien", "logo"}
_FILE = late(r"(?:[\w() -]+\.(?:jpe?g|png|webp|gif|heic)|(?:img|dsc|dcim|screenshot|image|z)[-_ ]?\d+\w*)", re.IGNORECASE)
_PICTURES = ("image", "gallery", "photos")


def faults(kind: str, given: Mapping, lines: Mapping[str, int], key: str, body: str) -> Iterator[_Fault]:
    """Every such fault of one record: `given` are its fields, `lines` where they stand, `key` its path below content/."""
    yield from _days(kind, given, lines, key)
    for name in _PICTURES:
        value = given.get(name)
        for picture in value if isinstance(value, tuple) else (value,) if value else ():
            yield from picture_faults(picture.alt, picture.line)
            if picture.consent and refused(picture.consent):
                yield _refusal(picture)
    for consent in given.get("consents", ()):
        if consent.consent and refused(consent.consent):
            yield _refusal(consent)
    if kind == "document":
        yield from _number(given, lines)
        for duty in given.get("duties", ()):
            yield from _duty(duty, given.get("date"))
    elif kind == "news" and not body.strip() and not given.get("gallery"):
        hint = "Viết thân bài ở dưới dòng --- thứ hai; chỉ có ảnh thì khai báo “bộ ảnh”."
        yield lines.get("title", 1), "bai-trong", "Tin chưa có thân bài.", hint, WARNING


def picture_faults(alt: str, line: int) -> Iterator[_Fault]:
    """An alternative text that tells nothing."""
    if alt and (fold(alt) in _NO_WORDS or _FILE.fullmatch(alt.strip())):
        hint = "Tả điều đang diễn ra, ví dụ: Đoàn viên trồng cây ven đường"
        yield line, "mo-ta-rong", f"Mô tả “{alt[:60]}” không nói gì cho người không nhìn thấy ảnh.", hint, WARNING


def _refusal(told) -> _Fault:
    hint = "Chưa được đồng ý thì không dùng ảnh; được rồi thì ghi ai đồng ý, ngày nào."
    return told.line, "khong-dong-y", f"Ảnh ghi “đồng ý: {told.consent}” nên không được đăng.", hint, ERROR


def refused(consent: str) -> bool:
    """Whether a note of consent says that there is none."""
    return fold(consent) in _REFUSED


def _days(kind: str, given: Mapping, lines: Mapping[str, int], key: str) -> Iterator[_Fault]:
    day = given.get("date")
    if not day:
        return
    iso, at = day.iso, lines.get("date", 1)
    if iso < _OLDEST:
        yield at, "nam-qua-xa", f"Năm {iso[:4]} xa quá, có lẽ gõ nhầm.", "Xem lại năm của dòng “ngày”.", WARNING
        return
    ends = given.get("expires")
    if ends and ends.iso[:10] < iso[:10]:
        message = f"Hết hạn ngày {dates.short(ends)}, trước cả ngày {dates.short(day)} của bài."
        yield lines.get("expires", at), "het-truoc-ngay", message, "Xem lại hai ngày này.", WARNING
    changed = given.get("modified")
    if changed and changed.iso[:10] < iso[:10]:
        message = f"Ngày sửa {dates.short(changed)} đứng trước ngày {dates.short(day)} của bài."
        yield lines.get("modified", at), "sua-truoc-ngay", message, "Xem lại hai ngày này.", WARNING
    folder = key.split("/")[1] if key.count("/") > 1 else ""
    if kind in ("news", "document") and folder.isdigit() and len(folder) == 4 and folder > iso[:4]:
        message = f"Bài nằm trong thư mục {folder} mà “ngày” là năm {iso[:4]}; địa chỉ theo năm {iso[:4]}."
        yield at, "nam-khac-thu-muc", message, f"Sửa ngày nếu gõ nhầm năm, hoặc chuyển tệp sang thư mục {iso[:4]}.", WARNING


def _number(given: Mapping, lines: Mapping[str, int]) -> Iterator[_Fault]:
    """The number and the symbol, each in its own line."""
    number, symbol = given.get("number") or "", given.get("symbol") or ""
    if found := _NUMBERED.fullmatch(number):
        own = found[2].strip()
        hint = f"Tách làm hai dòng: số: {found[1]} và ký hiệu: {own if '/' in own or not symbol else symbol}"
        yield lines["number"], "so-ky-hieu", f"“số: {number}” có cả ký hiệu.", hint, ERROR
    elif found := _SAID.fullmatch(number):
        yield lines["number"], "so-ky-hieu", f"“số: {number}” thừa chữ “số”.", f"Viết: số: {found[1]}", ERROR
    if symbol and (found := _NUMBERED.fullmatch(symbol)):
        hint = f"Số ghi ở dòng “số”; ở đây viết: ký hiệu: {found[2].strip()}"
        yield lines["symbol"], "so-ky-hieu", f"“ký hiệu: {symbol}” có cả số.", hint, ERROR
    elif symbol[:1] in ("-", "–", "/"):
        hint = f"Viết: ký hiệu: {symbol.lstrip('-–/ ')}"
        yield lines["symbol"], "so-ky-hieu", f"“ký hiệu: {symbol}” thừa dấu ở đầu.", hint, ERROR


def _duty(duty, day) -> Iterator[_Fault]:
    due = getattr(duty, "due", None)
    if day and due and due.iso[:10] < day.iso[: len(due.iso[:10])]:
        message = f"Hạn {dates.short(due)} đứng trước ngày ban hành {dates.short(day)}."
        yield duty.line, "han-truoc-ngay", message, "Xem lại hạn và ngày của văn bản.", WARNING
    if due and duty.begin and due.iso[:10] < duty.begin.iso[: len(due.iso[:10])]:
        message = f"Hạn {dates.short(due)} đứng trước ngày bắt đầu {dates.short(duty.begin)}."
        yield duty.line, "han-truoc-ngay", message, "Xem lại “từ ngày” và “hạn”.", WARNING
