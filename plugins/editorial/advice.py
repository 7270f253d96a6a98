"""What an editor is told of the text of a document: numbers that do not follow, sentences torn apart, headings that skip a level.

The page is printed as the text stands all the same."""

from plugins.context.body import Heading
from plugins.domain import layout, numbering
from plugins.domain.layout import Block
from plugins.domain.problems import WARNING, Problem

_KEEP = "Đối chiếu với bản in: in đúng như vậy thì giữ nguyên, trang không đánh số lại; chép sót thì bổ sung."
_ENDS = ".;:!?…,”\"')/*_>|"


def problems(blocks: list[Block], path: str, first_line: int) -> list[Problem]:
    """Everything that can be told from the blocks alone."""

    def told(line: int, code: str, message: str, hint: str) -> Problem:
        return Problem(path, first_line + line - 1, code, message, hint, WARNING)

    found = []
    for fault in numbering.faults(blocks):
        label, before = f"“{fault.label}”", f"“{fault.before}”"
        if fault.code == "so-muc-lap":
            place = f"dòng {first_line + fault.before_line - 1}"
            hint = f"Đối chiếu với bản in; in đúng như vậy thì giữ nguyên, mục này có địa chỉ #{fault.anchor}."
            found.append(told(fault.line, fault.code, f"Số mục {label} lặp lại số ở {place}.", hint))
        elif fault.code == "so-muc-lui":
            found.append(told(fault.line, fault.code, f"Số mục {label} đứng sau {before}.", _KEEP))
        elif fault.before:
            found.append(told(fault.line, fault.code, f"Sau mục {before} đến mục {label}, thiếu số ở giữa.", _KEEP))
        else:
            found.append(told(fault.line, fault.code, f"Các mục ở đây bắt đầu từ {label}.", _KEEP))
    above = None
    for block in blocks:
        if block.torn:
            message = "Chú thích nằm giữa một câu; trang đã đưa chú thích xuống cuối và nối câu lại."
            found.append(
                told(block.torn, "chu-thich-xen", message, "Chuyển dòng chú thích xuống cuối văn bản, nối hai phần của câu thành một đoạn.")
            )
        if block.kind == layout.WORDS and above and _broken(above, block):
            start = " ".join(block.text.split()[:6])
            message = f"Đoạn “{start} …” mở đầu bằng chữ thường, đoạn trước chưa hết câu."
            found.append(told(block.line, "doan-dut", message, "Nếu là một câu bị ngắt khi chép, xóa dòng trống ở giữa."))
        above = block
    return found


def _broken(above: Block, below: Block) -> bool:
    kinds = (layout.WORDS, layout.ITEM, layout.RECITAL)
    return (
        above.kind in kinds
        and below.text[:1].islower()
        and bool(above.text)
        and above.text[-1] not in _ENDS
        and below.line > above.line + 1
    )


def jumps(headings: list[Heading], lines: list[int], path: str) -> list[Problem]:
    """Headings that skip a level: a screen reader's list of headings would have a hole (WCAG 2.2, technique G141)."""
    found, above = [], 1
    for heading, line in zip(headings, lines, strict=True):
        if heading.level > above + 1:
            message = f"Tiêu đề “{heading.text}” bỏ qua một bậc."
            found.append(
                Problem(path, line, "tieu-de-nhay-bac", message, f"Viết với {'#' * (above + 1)} thay cho {'#' * heading.level}.", WARNING)
            )
        above = heading.level
    return found
