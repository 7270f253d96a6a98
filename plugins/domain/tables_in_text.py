"""Tables typed in Markdown: rows with too many or too few cells, a rule or a blank line that is missing."""

from collections.abc import Callable, Iterator

from plugins.domain.patterns import late
from plugins.domain.problems import ERROR

_RULE = late(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_TABBED = late(r"(?:\A|\n)((?![ \t]*[-–—•*+▪◦➢\d])[^\n\t]+\t[^\n]+)\n[^\n\t]+\t[^\n]+")
_CODE = late(r"`[^`\n]*`|\\\|")


def tables(text: str, words: str, proof: Callable) -> Iterator:
    """What is wrong with the tables of a text, as proofs (see `proofs.Proof`); `words` are what a reader sees."""
    rows = text.split("\n")
    found = False
    for at in range(1, len(rows)):
        if "|" not in rows[at] or not _RULE.fullmatch(rows[at]) or not _cells(rows[at - 1]):
            continue
        found = True
        wanted = _cells(rows[at])
        if at > 1 and rows[at - 2].strip():
            hint = "Thêm một dòng trống phía trên dòng tên cột."
            yield proof(at, "bang-dinh", "Bảng dính vào dòng ở trên nên không thành bảng.", hint)
            continue
        if _cells(rows[at - 1]) != wanted:
            message = f"Dòng tên cột có {_cells(rows[at - 1])} ô mà dòng gạch dưới nó có {wanted} ô, nên không thành bảng."
            yield proof(at, "bang-lech", message, f"Viết dòng gạch đủ số cột: |{'---|' * _cells(rows[at - 1])}")
            continue
        for below in range(at + 1, len(rows)):
            if not rows[below].strip():
                break
            count = _cells(rows[below])
            if count > wanted:
                message = f"Hàng này có {count} ô, bảng chỉ có {wanted} cột: {count - wanted} ô cuối sẽ mất."
                hint = "Bỏ dấu | thừa, hoặc thêm cột vào dòng tên cột và dòng gạch; dấu | trong chữ viết là \\|."
                yield proof(below + 1, "bang-thua-o", message, hint, ERROR)
            elif count < wanted:
                message = f"Hàng này có {count} ô, bảng có {wanted} cột."
                yield proof(below + 1, "bang-thieu-o", message, "Thêm dấu | cho đủ số ô; ô không có gì thì để trống giữa hai dấu |.")
    if not found and "|" in words:
        at = next((n for n in range(1, len(rows)) if _row(rows[n]) and _row(rows[n - 1])), None)
        if at is not None:
            hint = f"Thêm dưới dòng tên cột một dòng gạch: |{'---|' * _cells(rows[at - 1])}"
            yield proof(at, "bang-thieu-gach", "Bảng chưa có dòng gạch dưới tên cột nên không thành bảng.", hint)


def columns(text: str, proof: Callable) -> Iterator:
    """Rows whose cells are parted by tabs, as they come from Excel and Word."""
    if found := _TABBED.search(text):
        cells = [cell.strip() for cell in found[1].split("\t")]
        hint = f"Viết mỗi hàng như “| {' | '.join(cells)[:60]} |”, dưới dòng tên cột thêm |{'---|' * len(cells)}"
        line = text.count("\n", 0, found.start(1)) + 1
        yield proof(line, "bang-tab", "Bảng chép từ Excel hay Word: các ô ngăn bằng Tab nên chạy liền thành một dòng chữ.", hint)


def _row(row: str) -> bool:
    return row.strip().startswith("|") and row.count("|") > 2


def _cells(row: str) -> int:
    """How many cells a row has; 0 when it is no row."""
    bare = _CODE.sub("", row).strip()
    return bare.removeprefix("|").removesuffix("|").count("|") + 1 if "|" in bare else 0
