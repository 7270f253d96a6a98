"""What an editor has pasted into the body although the front matter holds it: letterhead, recipients, signature.

What is the same is printed once, from the front matter; what differs stays in the body. Either is told, with its line."""

from collections.abc import Callable, Iterable

from plugins.domain import dates, layout, printed_parts
from plugins.domain.layout import Block
from plugins.domain.problems import WARNING, Problem
from plugins.domain.records import Document
from plugins.domain.text import fold
from plugins.domain.words import Words

_SIGNED = "(Đã ký)"
_SHORT = 3  # letters: too few to tell anything


def spared(
    blocks: list[Block], record: Document | None, vocabulary: Words, path: str, first_line: int
) -> tuple[list[Block], list[Problem]]:
    """The blocks that remain to be printed, and what is to be told."""
    if record is None:
        return blocks, []
    problems: list[Problem] = []

    def tell(block: Block, code: str, message: str, hint: str) -> None:
        problems.append(Problem(path, first_line + block.line - 1, code, message, hint, WARNING))

    blocks = _head(blocks, record, vocabulary, tell)
    blocks = _recipients(blocks, record, tell)
    return _signature(blocks, record, tell), problems


def _head(blocks: list[Block], record: Document, vocabulary: Words, tell: Callable) -> list[Block]:
    """Organ lines, number, day, type and subject at the top of the body."""
    kind, title = fold(vocabulary.name("types", record.type)), fold(record.title)
    known = [fold(line) for line in _known(record, vocabulary)]
    head: list[tuple[Block, bool]] = []
    told = False
    for block in blocks:
        words = fold(printed_parts.bared(block.text))
        if block.kind == layout.LETTERHEAD:
            same = any(_bare(words) == _bare(line) for line in known)
        elif block.kind in (layout.ORNAMENT, layout.RULER):
            head.append((block, True))
            continue
        elif block.kind == layout.WORDS or (block.kind == layout.HEAD and words in (title, kind)):
            same = words == kind or words == f"{kind} {title}" or (len(words) > _SHORT and words in title)
        else:
            break
        if not same and block.kind != layout.LETTERHEAD:
            break
        told = True
        head.append((block, same))
    if not told:
        return blocks
    first = next(block for block, _ in head if block.kind not in (layout.ORNAMENT, layout.RULER))
    other = next((block for block, same in head if not same), None)
    if other:
        message = f"Phần đầu văn bản chép trong thân bài có dòng khác với phần khai báo: “{other.text[:80]}”."
        tell(other, "dau-van-ban-khac", message, "So với bản in, sửa phần khai báo cho đúng, rồi xóa phần đầu này khỏi thân bài.")
        spare = {id(block) for block, same in head if same and block.kind not in (layout.LETTERHEAD, layout.ORNAMENT, layout.RULER)}
    else:
        message = "Tên cơ quan, số, ngày hoặc trích yếu chép trong thân bài đã có ở phần khai báo; trang chỉ in một lần."
        tell(first, "dau-van-ban-lap", message, "Xóa các dòng này khỏi thân bài: trang tự in phần đầu văn bản.")
        spare = {id(block) for block, _ in head}
    return [block for block in blocks if id(block) not in spare]


def _known(record: Document, vocabulary: Words) -> Iterable[str]:
    """What the page prints at the head of a document, and nothing else: `BCH TỈNH MẪU` is other words than `Tỉnh đoàn Mẫu`."""
    organ = vocabulary.entry("organs", record.organ) if record.organ else None
    yield "ĐOÀN TNCS HỒ CHÍ MINH"
    if organ:
        yield organ.name
        if organ.parent:
            yield vocabulary.name("organs", organ.parent)
    number = f"{record.number or ''}-{record.symbol}" if record.symbol else record.number or ""
    yield from (record.as_printed, f"Số: {number}", f"Số: {number.replace('-', '/', 1)}")
    if record.date:
        year, month, day = (int(part) for part in record.date.iso[:10].split("-"))
        for place in filter(None, (record.place, "")):
            yield f"{place}, ngày {day:02} tháng {month} năm {year}"
            yield f"{place}, ngày {day:02} tháng {month:02} năm {year}"
            yield f"{place}, ngày {day} tháng {month} năm {year}"
        yield dates.long(record.date)
    else:
        yield f"{record.place}, ngày tháng năm {record.key.split('/')[1]}" if record.place else ""


def _bare(words: str) -> str:
    """Words without what differs from copy to copy."""
    return "".join(sign for sign in words if sign.isalnum())


def _recipients(blocks: list[Block], record: Document, tell: Callable) -> list[Block]:
    found = [block for block in blocks if block.kind == layout.RECIPIENTS]
    if not found or not record.recipients:
        return blocks
    known = {_bare(fold(one)) for one in record.recipients}
    pasted = [(block, _bare(fold(printed_parts.recipients(block.text) or ("" if block.item is None else block.text)))) for block in found]
    other = next((block for block, words in pasted if words and words not in known), None)
    if other:
        message = f"Nơi nhận chép trong thân bài khác với phần khai báo: “{other.text[:80]}”."
        tell(other, "noi-nhan-khac", message, "So với bản in, sửa “nơi nhận” ở phần khai báo cho đúng, rồi xóa phần này khỏi thân bài.")
        return blocks
    message = "Nơi nhận chép trong thân bài đã có ở phần khai báo; trang chỉ in một lần."
    tell(found[0], "noi-nhan-lap", message, "Xóa phần “Nơi nhận” khỏi thân bài.")
    return [block for block in blocks if block.kind != layout.RECIPIENTS]


def _signature(blocks: list[Block], record: Document, tell: Callable) -> list[Block]:
    found = [block for block in blocks if block.kind == layout.SIGNATURE]
    signed = record.signed_by
    if not found or not signed:
        return blocks
    known = {_bare(fold(line)) for line in (signed.on_behalf, signed.post, signed.name, _SIGNED if signed.signed else "") if line}
    other = next((block for block in found if _bare(fold(printed_parts.bared(block.text))) not in known), None)
    if other:
        message = f"Khối chữ ký chép trong thân bài khác với phần khai báo: “{other.text[:80]}”."
        tell(other, "chu-ky-khac", message, "So với bản in, sửa “người ký” ở phần khai báo cho đúng, rồi xóa khối này khỏi thân bài.")
        return blocks
    tell(
        found[0],
        "chu-ky-lap",
        "Khối chữ ký chép trong thân bài đã có ở phần khai báo; trang chỉ in một lần.",
        "Xóa khối này khỏi thân bài.",
    )
    return [block for block in blocks if block.kind != layout.SIGNATURE]
