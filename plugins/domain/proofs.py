"""What a proof-reader marks in a text: signs that were typed as Markdown and stand as they are on the page, words that are lost, slips.

Nothing is repaired. `text` is what the editor wrote, `markup` what became of it, `words` what a reader sees of it."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from plugins.domain.patterns import late
from plugins.domain.problems import ERROR, WARNING
from plugins.domain.tables_in_text import columns, tables

_GLUED = late(r"\n(?:[-–—•*+▪◦➢]|\d{1,3}[.)]|[a-zđ]\))[ \t]")
_BULLET = late(r"[ \t]*(?:[-–—•*+▪◦➢]|\d{1,3}[.)]|[a-zđ]\))[ \t]+")
_STOPPED = late(r"\n(?<=[.!?…:”]\n)(?=[A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ“])")  # opens with one sign, as others here: such a pattern is sought quickly
_PARAGRAPH = late(r"<p>([^<]+)</p>")
_INDENTED = late(r"(?:\A|\n[ \t]*)\n?(?: {4}|\t)[ \t]*(\S[^\n]*)")
_HASH = late(r"\n(#{1,6}(?![#\s])[^\n]*)")
_NOTE = late(r"(^)?\[\^([\w-]{1,40})\](:)?", re.MULTILINE)
_BARE = late(r"(?<![(<\[\w\"/])(?<!\]: )https?://[^\s<>)\]]+")
_JUNK = late(
    r"\n[ \t]*((?:Xem thêm|Ẩn bớt|Thích|Bình luận|Chia sẻ|Phản hồi|Trả lời|Thích · Phản hồi|Loading\.\.\.|null|undefined|Has no article!"
    r"|\d[\d.,]*[KkM]|\d[\d.,]* (?:bình luận|lượt xem|lượt chia sẻ|lượt thích)|Lorem ipsum[^\n]*)[ \t.…]*)(?=\n)"
)
_YEAR = late(r"/(?:19|20)\d\d(?![\d/])")
_CITED, _BEFORE = late(r"\d[-/ ]?\S*[A-ZĐ]{2}"), 50  # a document number before a day: told with the citations
_DAY = late(r"(?:.*[^\d/.])?((\d{1,2})/(\d{1,2}))", re.DOTALL)
_BRACE = late(r"\{[ \t]*((?:hạn|lặp lại|ít nhất|nhiều nhất|mức|việc)\b[^\n}]*)(\})?", re.IGNORECASE)
_DOUBLED = tuple(f" {word} {word} " for word in ("và", "của", "các", "được"))
_PICTURE_SIGN = late("[\u2600-\u27bf\u2b50\U0001f000-\U0001faff]")
_MANY = 20  # marks of one kind that are told
_SHOUTED = 16  # letters from which on a title in capitals is hard to read


class Proof(NamedTuple):
    """One mark: line from 1 within the text, code, what is wrong, what to write, how grave it is."""

    line: int
    code: str
    message: str
    hint: str
    level: str = WARNING


def proofs(text: str, markup: str, words: str) -> Iterator[Proof]:
    """Every mark of one body in Markdown. The time grows with the length of the text."""
    if _GLUED.search(markup):
        yield from _glued(text)
    if "<pre>" in markup and (found := _INDENTED.search(text)):
        hint = "Xóa chỗ trống ở đầu dòng: trang tự trình bày đoạn văn."
        message = "Đoạn này thụt vào từ bốn dấu cách nên hiện thành khung chữ máy, không thành đoạn văn."
        yield Proof(_line(text, found.start(1)), "doan-thut", message, hint)
    if _STOPPED.search(markup):
        yield from _run_together(text, markup)
    if "#" in text:
        yield from _hashes(text)
    if "[^" in text:
        yield from _notes(text)
    if "|" in text:
        yield from tables(text, words, Proof)
    if "\t" in text:
        yield from columns(text, Proof)
    if "*" in words and "**" in words:
        hint = "Dấu ** phải sát chữ ở cả hai đầu: **chữ đậm**; muốn giữ đúng hai dấu sao thì viết \\*\\*."
        yield from _left("**", text, words, "dau-sao", "Dấu ** hiện nguyên trên trang, chữ không đậm.", hint)
    if "]" in words and ("](" in words or "] (" in words):
        hint = "Viết liền, đủ hai cặp ngoặc: [Kế hoạch 45](/van-ban/2026/45-kh-tdtn-pt/index.md)"
        for sign in ("](", "] ("):
            yield from _left(sign, text, words, "lien-ket-do", "Liên kết viết chưa đúng, hiện nguyên dấu ngoặc trên trang.", hint)
    if ":" in text and "http" in text:
        for found in islice(_BARE.finditer(text), _MANY):
            address = found[0].rstrip(".,;:!?…")
            message = f"Địa chỉ “{address[:60]}” gõ trần nên không bấm được."
            yield Proof(_line(text, found.start()), "dia-chi-tran", message, f"Viết: [tên trang]({address})")
    yield from _slips(text, words)


def slips_of_document(text: str, words: str) -> Iterator[Proof]:
    """What can be told of an official document, whose words are printed as they stand."""
    yield from _days(text, words)
    if "{" in text:
        for found in islice(_BRACE.finditer(text), _MANY):
            end = text.find("\n", found.end())
            rest = text[found.end() : end if end >= 0 else len(text)]
            if not found[2] or ":" not in found[1]:
                message = f"Dấu “{{{found[1][:40]}” viết chưa đúng nên hiện nguyên trên trang, việc không vào lịch."
            elif rest.strip():
                message = "Dấu trong ngoặc nhọn chưa đứng cuối đoạn nên hiện nguyên trên trang, việc không vào lịch."
            else:
                continue
            hint = "Đặt ở cuối đoạn, ví dụ: {hạn: 2026-08-25; cấp: cơ sở; ai: Đoàn cơ sở}"
            yield Proof(_line(text, found.start()), "dau-nhiem-vu", message, hint)


def title(words: str, name: str) -> Iterator[Proof]:
    """What is told of a title; `name` is that of its key."""
    if len(words) >= _SHOUTED and words.isupper():
        hint = "Viết chữ thường, chỉ hoa đầu câu và tên riêng; trang tự làm tiêu đề to và đậm."
        yield Proof(0, "tieu-de-hoa", f"“{name}” viết hoa toàn bộ nên khó đọc.", hint)
    if not words.isascii() and _PICTURE_SIGN.search(words):
        hint = "Bỏ hình: trình đọc màn hình đọc hình thành chữ, có máy chỉ hiện ô trống."
        yield Proof(0, "tieu-de-hinh", f"“{name}” có hình biểu cảm.", hint)
    if "!!" in words or "??" in words:
        yield Proof(0, "tieu-de-cham-than", f"“{name}” có nhiều dấu câu liền nhau.", "Giữ nhiều nhất một dấu.")


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _glued(text: str) -> Iterator[Proof]:
    """Items that stand right under a line of words: they run on in its paragraph. Told once for each paragraph."""
    words = listed = told = False  # of the rows since the last blank one: whether there were any, whether they are a list
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip() or row[0] in "#|>":
            words = listed = told = False
            continue
        item = _BULLET.match(row)
        right = bool(item) and item[0].strip()[-1] in "-*+."
        if item and words and not told and not (listed and right):
            hint = "Thêm một dòng trống phía trên, mỗi mục một dòng mở đầu bằng “- ” hoặc “1. ”."
            yield Proof(number, "danh-sach-dinh", "Danh sách dính vào đoạn ở trên, các mục chạy liền thành một đoạn.", hint)
            told = True
        listed |= right and not words
        words = True


def _run_together(text: str, markup: str) -> Iterator[Proof]:
    """Paragraphs that were parted by one line break only, as Word and old pages do."""
    for found in islice(_PARAGRAPH.finditer(markup), _MANY * 100):
        rows = found[1].split("\n")
        if len(rows) > 1 and all(row.rstrip("” ")[-1:] in ".!?…:" and row.strip() for row in rows) and not _GLUED.search(found[1]):
            at = text.find(rows[1][:20])
            hint = "Thêm một dòng trống giữa hai đoạn; muốn xuống dòng trong một đoạn thì gõ hai dấu cách ở cuối dòng."
            message = f"Dòng “{' '.join(rows[1].split()[:5])} …” chạy liền vào đoạn ở trên."
            yield Proof(_line(text, at) if at >= 0 else 1, "doan-dinh", message, hint)


def _hashes(text: str) -> Iterator[Proof]:
    for found in islice(_HASH.finditer(f"\n{text}"), _MANY):
        row = found[1]
        if row.count("#") > len(row) - len(row.lstrip("#")) or " " not in row:
            message, hint = "Thẻ # đứng đầu dòng thành tên mục.", f"Bỏ các thẻ này; cần giữ thì viết \\{row.split()[0]}"
        else:
            message = "Sau dấu # của tên mục phải có một dấu cách."
            hint = f"Viết: {'#' * max(2, len(row) - len(row.lstrip('#')))} {row.lstrip('#').strip()[:60]}"
        yield Proof(_line(text, found.start()), "dau-muc", message, hint)


def _notes(text: str) -> Iterator[Proof]:
    """Footnotes without words, words without a mark, one name twice (of which one text is lost)."""
    marks: dict[str, int] = {}
    told: dict[str, int] = {}
    for found in islice(_NOTE.finditer(text), _MANY * 20):
        line, name = _line(text, found.start()), found[2]
        if found[1] is None or not found[3]:
            marks.setdefault(name, line)
        elif name in told:
            hint = "Đặt tên khác cho một trong hai, ví dụ: [^2]"
            message = f"Chú thích [^{name}] được viết hai lần, chỉ một bản lên trang."
            yield Proof(line, "chu-thich-hai-lan", message, hint, ERROR)
        else:
            told[name] = line
    for name in marks.keys() - told.keys():
        hint = f"Thêm ở cuối bài: [^{name}]: lời chú thích"
        yield Proof(marks[name], "chu-thich-thieu", f"Dấu chú thích “[^{name}]” không có chú thích nào đi cùng.", hint)
    for name in told.keys() - marks.keys():
        hint = f"Đặt dấu [^{name}] vào chỗ cần chú thích, hoặc xóa dòng này."
        yield Proof(told[name], "chu-thich-thua", f"Chú thích [^{name}] không có dấu nào trong bài.", hint)


def _left(sign: str, text: str, words: str, code: str, message: str, hint: str) -> Iterator[Proof]:
    """The first line whose sign is still seen in the words."""
    at = text.find(sign)
    while at >= 0:
        end = min(at + len(sign) + 8, len(text))
        piece = text[at:end].split("\n")[0].rstrip()
        if piece in words:
            yield Proof(_line(text, at), code, message, hint)
            return
        at = text.find(sign, at + len(sign))


def _slips(text: str, words: str) -> Iterator[Proof]:
    for found in islice(_JUNK.finditer(f"\n{text}\n"), _MANY):
        message = f"Dòng “{found[1].strip()[:40]}” có vẻ là chữ thừa khi chép từ Facebook, Zalo hay trang cũ."
        yield Proof(_line(text, max(found.start(1) - 1, 0)), "chu-thua", message, "Xóa dòng này.")
    for pair in _DOUBLED:
        if pair in words:
            word = pair.split()[0]
            yield Proof(_line(text, max(text.find(pair), 0)), "lap-chu", f"Chữ “{word}” gõ hai lần liền nhau.", "Xóa một chữ.")
    if " ," in words:
        at = text.find(" ,")
        hint = "Viết dấu phẩy sát chữ đứng trước, sau nó có một dấu cách."
        yield Proof(_line(text, max(at, 0)), "cach-truoc-phay", "Có dấu cách trước dấu phẩy.", hint)
    opened, closed = words.count("“"), words.count("”")
    if opened != closed:
        piece = next((p for p in words.split("\n\n") if p.count("“") != p.count("”")), "")
        at = text.find(piece[:24])
        message = f"Bài có {opened} dấu mở ngoặc kép “ mà {closed} dấu đóng ”."
        yield Proof(_line(text, max(at, 0)), "ngoac-kep-le", message, "Thêm dấu còn thiếu, bắt đầu xem từ đoạn này.")
    yield from _days(text, words)


def _days(text: str, words: str) -> Iterator[Proof]:
    """Days that no calendar has."""
    for year in islice(_YEAR.finditer(words), _MANY * 100):
        found = _DAY.fullmatch(words, max(year.start() - 6, 0), year.start())
        if found and not _CITED.search(words, max(year.start() - _BEFORE, 0), year.start()):
            try:
                date(int(year[0][1:]), int(found[3]), int(found[2]))
            except ValueError:
                day = found[1] + year[0]
                hint = "Viết ngày/tháng/năm; xem lại nguồn rồi sửa."
                yield Proof(_line(text, max(text.find(day), 0)), "ngay-khong-co", f"Ngày {day} không có trong lịch.", hint)
