"""Who is who: two records may share neither address, nor id, nor — as documents — identity. All pairs are named.

A printed number is no identity: that is organ + year (or term) + number + symbol."""

from collections.abc import Iterable

from plugins.domain import addresses
from plugins.domain.citations import key as number_key
from plugins.domain.problems import Problem
from plugins.domain.records import Document, Record


def conflicts(records: Iterable[Record]) -> list[Problem]:
    """Every clash of address, id and document identity among all records, drafts too; each names both files."""
    problems: list[Problem] = []
    taken: dict[tuple, tuple[Record, str]] = {}  # claim → who made it first, in which field
    for record in sorted(records, key=lambda r: r.path):
        for name, claim, code, words in claims(record):
            if claim not in taken:
                taken[claim] = record, name
                continue
            first, field = taken[claim]
            problems.append(
                Problem(record.path, record.line(name), code, f"{words} đã có ở {first.path}:{first.line(field)}.", _ADVICE[code])
            )
        if record.slug in _TAKEN.get(record.kind, ()):
            hint = f"Đổi tên tệp hoặc thêm “đường dẫn” khác, ví dụ: đường dẫn: {_OTHER_SLUG[record.kind]}"
            message = f"Địa chỉ {addresses.of(record)} dành cho danh sách của trang."
            problems.append(Problem(record.path, record.line("slug"), "dia-chi-danh-rieng", message, hint))
    return problems


_OF_SHOWCASE = {
    "linh-vuc", "doi-tuong", "dia-ban", "trang-thai", "nam", "quy-mo", "moi-nhat", "mach", "so-sanh", "ban-do", "nhan-rong", "trang",
}  # fmt: skip
_TAKEN = {"page": addresses.RESERVED, "model": _OF_SHOWCASE}  # folders beside their own, which none of them may take as its slug
_OTHER_SLUG = {"page": "gioi-thieu-chung", "model": "vuon-cay-giong"}
_ADVICE = {
    "trung-dia-chi": "Đổi tên một trong hai tệp hoặc thêm “đường dẫn” khác cho một bài.",
    "trung-ma": "Mỗi bài có một “mã” riêng; đổi mã của bài mới hơn.",
    "trung-van-ban": "Nếu là hai văn bản khác nhau, kiểm tra số, ký hiệu, ngày, cơ quan; nếu là một, chỉ giữ một tệp.",
}


def redirect_faults(entries, path: str) -> list[Problem]:
    """Redirects that lead nowhere or in a ring; `entries` are those of chuyen-huong.yml, `path` its reported name."""
    problems, leads = [], {e.get("from"): e.get("to") for e in entries}
    for entry in entries:
        start = entry.get("from")
        if start and not entry.get("to") and not (entry.note or entry.get("note")):
            hint = "Thêm “đến: /dia-chi-moi/”, hoặc “lý do: …” khi trang đã rút xuống."
            problems.append(Problem(path, entry.line, "chuyen-huong-cut", f"Địa chỉ {start} không dẫn tới đâu và không nói lý do.", hint))
        seen, at = {start}, entry.get("to")
        while at and at in leads and at not in seen:
            seen.add(at)
            at = leads[at]
        if at and at in seen:
            problems.append(
                Problem(
                    path,
                    entry.line,
                    "chuyen-huong-vong",
                    f"Chuyển hướng từ {start} chạy vòng.",
                    "Cho mỗi địa chỉ cũ dẫn thẳng tới trang đang có.",
                )
            )
    return problems


def claims(record: Record):
    """(field, claim, code, words) for everything that only one record may hold."""
    address = addresses.of(record)
    yield "slug", ("address", address), "trung-dia-chi", f"Địa chỉ {address}"
    for old in record.moved_from:
        yield "moved_from", ("address", old), "trung-dia-chi", f"Địa chỉ cũ {old}"
    if record.id:
        yield "id", ("id", record.id), "trung-ma", f"Mã “{record.id}”"
    if isinstance(record, Document) and record.number:
        period = record.term or addresses.year(record)
        claim = ("document", record.organ, period, number_key(record.number, None, record.symbol), "" if record.symbol else record.type)
        printed = record.as_printed or "-".join(filter(None, (record.number, record.symbol)))
        yield "number", claim, "trung-van-ban", f"Văn bản {printed} ({period}) của cùng cơ quan"


def held(record: Record) -> set[str]:
    """What only one record may hold, as text; and the printed number of a document, which several may."""
    found = {"\t".join(claim) for _field, claim, _code, _words in claims(record)}
    if isinstance(record, Document) and record.number:
        found.add(f"number\t{number_key(record.number, None, record.symbol)}")
    return found
