"""Whether the figures of a model fit together: parts and wholes, before and after, years, per cents in the words beside them.

A figure that cannot be is an error. Words are only read where they say “a/b (p%)” or name a per cent beside a rate: that is a
doubt, because a per cent in words may be a criterion and no rate."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from plugins.domain import dates, numbers
from plugins.domain.fields import CHOICES
from plugins.domain.numbers import format_number
from plugins.domain.parts import Replication, Result
from plugins.domain.patterns import late

_PERCENT = late(r"(?<![\d.,])(\d{1,5}(?:,\d{1,4})?) ?%")
_WHOLE = r"(\d{1,3}(?:\.\d{3}){1,3}|\d{1,9})"
_THAT_IS = r",? ?(?:\(|đạt |bằng |tức |chiếm |= ?|– ?)(?:đạt |bằng |tức |chiếm |tỉ lệ |tỷ lệ |= ?){0,2}"
_RATE = late(rf"(?<![\d/.,]){_WHOLE}/{_WHOLE}(?![\d/])(?: [^\W\d_]{{1,12}}){{0,4}}{_THAT_IS}(\d{{1,5}}(?:,\d{{1,4}})?) ?%")


class Fault(NamedTuple):
    """What is reported (see `validation.Reader.report`)."""

    line: int
    code: str
    message: str
    suggestion: str
    level: str = "error"


def faults(given: Mapping, lines: Mapping[str, int], body: str = "", body_line: int = 1) -> Iterator[Fault]:
    """Every fault of the figures of one model: `given` are its fields, `lines` where they stand, `body` its text."""
    for result in given.get("results", ()):
        yield from _parts(result, getattr(result, "label", ""))
        if result.value != "" and result.label:
            yield from _result(result)
    yield from _replication(given.get("replication", ()))
    for name in ("summary", "problem", "limits", "lessons"):
        value = given.get(name, "")
        for text in (value,) if isinstance(value, str) else value:
            yield from _words(text, lines.get(name, 1))
    yield from rates(body, body_line)


def rates(body: str, first_line: int) -> Iterator[Fault]:
    """Rates in the words of a body whose per cent is another: “14/21 (100%)”."""
    if "%" in body:
        for number, text in enumerate(body.split("\n"), first_line):
            yield from _words(text, number)


def fits(printed: str, part, of) -> bool:
    """Whether a printed per cent (“66,67”) is `part` of `of`, rounded to as many decimals as it has; half is rounded up."""
    places = len(printed.partition(",")[2])
    exact = Decimal(str(part)) * 100 / Decimal(str(of))
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == Decimal(printed.replace(",", "."))


def _parts(found: Result | Replication, label: str) -> Iterator[Fault]:
    """A part is at most its whole, now, before and in each year."""
    if found.of is None or found.value == "":
        return
    if found.value > found.of:
        message = f"“{label}”: đạt {format_number(found.value)} lớn hơn tổng {format_number(found.of)}."
        yield Fault(found.line, "so-vuot-tong", message, "Kiểm tra lại “đạt” và “trên tổng”.")
    before = getattr(found, "before", None)
    if before is not None and before > found.of:
        message = f"“{label}”: trước đó {format_number(before)} lớn hơn tổng {format_number(found.of)}."
        hint = "Nếu tổng số khi ấy khác bây giờ, dùng “theo năm”, mỗi năm ghi tổng của năm đó."
        yield Fault(found.line, "so-vuot-tong", message, hint)


def _replication(told: Sequence[Replication]) -> Iterator[Fault]:
    """Each level is counted once at a moment, a part is at most its whole, and no more places are named than counted."""
    seen: dict[tuple, int] = {}
    for one in told:
        if "" in (one.level, one.value, one.as_of):
            continue
        level = CHOICES["level"][one.level][0]
        yield from _parts(one, f"nhân rộng cấp {level}")
        first = seen.get((one.level, one.as_of.iso))
        seen.setdefault((one.level, one.as_of.iso), one.line)
        if first:
            message = f"Nhân rộng ở cấp {level} tính đến {dates.short(one.as_of)} được ghi hai lần (đã có ở dòng {first})."
            yield Fault(one.line, "nhan-rong-lap", message, "Mỗi cấp, mỗi lần đếm chỉ ghi một con số; lần đếm khác thì sửa “tính đến”.")
        if len(one.places) > one.value and one.value:
            message = f"Nhân rộng cấp {level}: kể tên {len(one.places)} nơi mà chỉ ghi đạt {format_number(one.value)}."
            yield Fault(one.line, "nhan-rong-thua-noi", message, "Kiểm tra lại “đạt” và “địa bàn”.", "warning")


def _result(result: Result) -> Iterator[Fault]:
    label = result.label
    if result.unit in ("%", "phần trăm") and result.value > 100:
        message = f"“{label}”: {format_number(result.value)}% lớn hơn 100%."
        hint = "Ghi số người, số đơn vị ở “đạt” và “trên tổng”, trang tự tính tỉ lệ; tăng bao nhiêu phần trăm thì nói rõ ở “nội dung”."
        yield Fault(result.line, "ti-le-qua-tram", message, hint, "warning")
    if result.before is not None and not result.unit:
        message = f"“{label}” có số trước và số sau mà không có đơn vị tính."
        hint = "Thêm đơn vị tính chung cho cả hai số, ví dụ: đơn vị tính: chi đoàn"
        yield Fault(result.line, "thieu-don-vi-tinh", message, hint, "warning")
    if result.of:
        right = numbers.ratio(result.value, result.of)
        for printed in _PERCENT.findall(label):
            if not fits(printed, result.value, result.of):
                a_b = f"{format_number(result.value)}/{format_number(result.of)}"
                message = f"“{label}” ghi {printed}% trong khi {a_b} là {right}."
                hint = f"Nếu {printed}% là tỉ lệ đạt được, sửa thành {right} hoặc bỏ đi: trang tự tính tỉ lệ."
                yield Fault(result.line, "ti-le-khong-khop", message, hint, "warning")
    seen = set()
    for year in result.series:
        if year.year == "" or year.value == "":
            continue
        if year.year.iso in seen:
            message = f"“{label}”: {dates.long(year.year)} được ghi hai lần trong “theo năm”."
            yield Fault(year.line, "nam-lap", message, "Chỉ giữ lại một con số cho mỗi năm.")
        seen.add(year.year.iso)
        if year.of is not None and year.value > year.of:
            message = f"“{label}”, {dates.long(year.year)}: đạt {format_number(year.value)} lớn hơn tổng {format_number(year.of)}."
            yield Fault(year.line, "so-vuot-tong", message, "Kiểm tra lại “đạt” và “trên tổng” của năm đó.")
        if result.as_of != "" and year.year.iso == result.as_of.iso[: len(year.year.iso)] and year.value != result.value:
            message = f"“{label}”: {dates.long(year.year)} ghi {format_number(year.value)}, còn “đạt” ghi {format_number(result.value)}."
            hint = "Hai chỗ nói về cùng một thời điểm nên phải cùng một con số."
            yield Fault(year.line, "so-khong-khop", message, hint, "warning")


def _words(text: str, line: int) -> Iterator[Fault]:
    """Rates in words whose per cent is another: “14/21 (100%)”."""
    for found in _RATE.finditer(text) if "%" in text else ():
        part, of = (int(one.replace(".", "")) for one in found.group(1, 2))
        if of and part <= of and not fits(found[3], part, of):
            right = numbers.ratio(part, of)
            message = f"Câu này ghi {found[1]}/{found[2]} là {found[3]}%, tính ra {right}."
            hint = f"Sửa thành {right}; nếu nguồn in như vậy, ghi rõ đó là số in trong nguồn."
            yield Fault(line, "ti-le-khong-khop", message, hint, "warning")
