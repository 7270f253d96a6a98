"""What a proof-reader marks in one file: titles and bodies, weekdays, signs that nobody sees, words in old codes."""

from plugins.context.body import Body
from plugins.domain import dates, hidden, legacy, printable, proofs, reading
from plugins.domain.problems import WARNING, Problem

_TITLES = {"document": ("subject", "trích yếu"), **dict.fromkeys(("model", "collection", "comparison"), ("name", "tên"))}


def private(text: str, path: str) -> list[Problem]:
    """Signs that only the fonts of Word know: readers see an empty box."""
    found = []
    for sign, line, meant in printable.private(text):
        hint = f"Thay bằng “{meant}”." if meant else "Xem bản gốc rồi thay bằng dấu thường dùng: –, •, ✓, ☐, →, ➢."
        message = f"Dấu riêng của Word ({printable.named(sign)}) không hiện trên máy người đọc, chỉ là ô trống."
        found.append(Problem(path, line, "dau-rieng", message, hint, WARNING))
    return found


def hidden_signs(body: str, path: str, first_line: int) -> list[Problem]:
    """Entities that bring back what no file may hold."""
    message, hint = "“{0}” là ký tự điều khiển, không hiện ra mà làm hỏng cách hiển thị.", "Xóa chỗ này rồi gõ lại chữ quanh nó."
    return [Problem(path, first_line + line, "ky-tu-dieu-khien", message.format(found), hint) for line, found in hidden.entities(body)]


def old_codes(text: str, path: str) -> list[Problem]:
    """Lines in a code of before Unicode: readers see rubbish."""
    if text.isascii():
        return []
    found = []
    for line, code, meant in legacy.lines(text):
        message = f"Chữ từ dòng này {legacy.TOLD[code]}, người đọc chỉ thấy ký tự lạ."
        hint = f"Chuyển cả đoạn sang Unicode (UniKey có mục chuyển mã) rồi dán lại; dòng này là: “{' '.join(meant.split())[:90]}”"
        found.append(Problem(path, line, "ma-cu", message, hint))
    return found


def weekdays(text: str, path: str) -> list[Problem]:
    """Weekdays in a text that do not fit their date."""
    return [
        Problem(
            path,
            text.count("\n", 0, start) + 1,
            "thu-sai",
            f"“{' '.join(text[start:end].split())}”: ngày {dates.short(day)} là {right}, không phải {written}.",
            f"Sửa thành “{right}”, hoặc sửa lại ngày.",
        )
        for start, end, written, right, day in dates.weekday_conflicts(text)
    ]


def marks(read: reading.Reading, body: Body, path: str, kind: str) -> list[Problem]:
    """What a proof-reader marks in the title and in the body."""
    found = []
    if read.record:
        name, line = _TITLES.get(kind, ("title", "tiêu đề")), read.record.line(_TITLES.get(kind, ("title",))[0])
        found += [Problem(path, line, *mark[1:]) for mark in proofs.title(read.record.title, name[1])]
    if read.body.strip():
        if kind == "document":
            marks = proofs.slips_of_document(read.body, body.text)
        else:
            marks = proofs.proofs(read.body, "".join(part for part in body.parts if isinstance(part, str)), body.text)
        found += [Problem(path, read.body_line + mark.line - 1, *mark[1:]) for mark in marks]
    return found
