"""Lines of a document that are no words of its text: organ lines, number and day, recitals, recipients, signature.

The parts that a văn bản must have: 29-HD/TWĐTN-VP and Nghị định 30/2020/NĐ-CP. Each answer looks at one line of `labels.lines_of`."""

import re

from plugins.domain.labels import UPPER
from plugins.domain.patterns import late

_AUTHORITY = late(r"(?:TM|T/M|T\.M|KT|K/T|TL|T/L|TUQ)(?:[./][ ]{0,2}|[ ]{1,2})(?=[A-ZĐ])|Q\.[ ]?(?=BÍ|CHỦ|TRƯỞNG|CHÁNH)")
_RECIPIENTS = late(r"[*_]{0,3}(?:Nơi nhận|NƠI NHẬN)[*_]{0,3}[ ]*[:.]?[*_]{0,3}[ ]*(.*)$", re.DOTALL)
_ADDRESSEES = late(r"[*_]{0,3}(?:Kính gửi|KÍNH GỬI)[*_]{0,3}[ ]*:")
_POST = late(
    r"(?:Q\. ?)?(?:PHÓ |ỦY VIÊN|UỶ VIÊN|QUYỀN )?(?:BÍ THƯ|CHỦ TỊCH|CHÁNH VĂN PHÒNG|CHÁNH VP|TRƯỞNG BAN|GIÁM ĐỐC|HIỆU TRƯỞNG|TỔNG PHỤ TRÁCH|"
    r"TRƯỞNG ĐOÀN|CHỈ HUY TRƯỞNG|TRƯỞNG PHÒNG|VIỆN TRƯỞNG|CHÁNH THANH TRA)"
)
_SIGNED = late(r"\(?(?:Đã ký|ĐÃ KÝ|đã ký|Đã kí|Ký tên,? đóng dấu|ký tên,? đóng dấu)[^.;:]{0,20}\)?\.?$")
_TITLE = r"(?:(?:TS|ThS|PGS|GS|BS|KS|CN)\.? )?"
_PERSON = late(rf"{_TITLE}[{UPPER}][^\W\d_]{{0,6}}(?: [{UPPER}][^\W\d_]{{0,6}}){{1,5}}$")
_NO_PERSON = late(
    r"QUY CHẾ|QUY ĐỊNH|PHỤ LỤC|ĐỀ CƯƠNG|KẾ HOẠCH|HƯỚNG DẪN|DANH SÁCH|ĐỀ ÁN|BÁO CÁO|CHƯƠNG TRÌNH|THỂ LỆ|"
    r"BIỂU|MẪU|PHIẾU|BẢNG|NỘI DUNG|Ghi chú|Tải|Nguồn"
)
_NUMBER = late(r"(?:Số|SỐ)[ ]*:?[ .…_]*(?:\d[\w ]*)?[-–/ ]*[A-ZĐ][\wĐđ&/–. -]*$")
_PLACE_AND_DAY = late(r"(?:[^\W\d_][\w .-]{1,40}[ ]?,[ ]*)?[Nn]gày[ .…_\d]*tháng[ .…_\d]*năm[ ]*[\d.…_]*$")
_ORGAN = late(
    r"(?:\*{0,2})(?:ĐOÀN TNCS|ĐOÀN THANH NIÊN|ĐẢNG CỘNG SẢN|ĐẢNG BỘ|CỘNG H[OÒÀ]{1,2}[ÀA]? XÃ HỘI|Độc lập|TỈNH ĐOÀN|THÀNH ĐOÀN|HUYỆN ĐOÀN|"
    r"BCH |BAN CHẤP HÀNH|BAN THƯỜNG VỤ|TRUNG ƯƠNG ĐOÀN|HỘI LHTN|HỘI LIÊN HIỆP|HỘI ĐỒNG ĐỘI|ỦY BAN|UỶ BAN|TỈNH ỦY|TỈNH UỶ)"
)
_RECITAL = late(
    r"(?:[-–][ ]?)?[*_]{0,3}(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở|Tiếp tục thực hiện|Triển khai thực hiện|Để thực hiện|"
    r"Nhằm thực hiện|Sau khi|Được sự)\b"
)
_ENDING = late(r"(?:Trên đây là|Nơi nhận|Đề nghị Ban|Văn bản này thay thế|Ban Thường vụ .{0,60}(?:đề nghị|yêu cầu) các)")
_LONGEST = 90  # letters of a line above the title or of a signature
_CASE = late(r"[^\W\d_]")


def recipients(line: str) -> str | None:
    """What stands behind `Nơi nhận:` in its line; None for any other line."""
    found = _RECIPIENTS.match(line.strip())
    return found[1].strip() if found else None


def addressees(line: str) -> bool:
    """Whether a line begins with `Kính gửi:`."""
    return bool(_ADDRESSEES.match(line.strip()))


def signature(line: str, begun: bool) -> bool:
    """Whether a line is one of a signature: authority, post, `(Đã ký)`; in one that has `begun` also a name."""
    bare = bared(line)
    if len(bare) > _LONGEST:
        return False
    if _SIGNED.match(bare) or (upper(bare) and (_AUTHORITY.match(bare) or _POST.match(bare))):
        return True
    return begun and person(line)


def person(line: str) -> bool:
    """Whether a line may be a name, the last of a signature."""
    bare = bared(line)
    return bool(_PERSON.match(bare)) and not _NO_PERSON.match(bare)


def letterhead(line: str) -> bool:
    """Whether a line is one that stands above the title of a document: an organ, the number, place and day."""
    bare = bared(line)
    if bare.endswith(":"):  # “BAN THƯỜNG VỤ QUYẾT ĐỊNH:”
        return False
    if _NUMBER.match(bare) or _PLACE_AND_DAY.match(bare):
        return True
    return bool(_ORGAN.match(bare) and len(bare) <= _LONGEST and (upper(bare) or bare.startswith("Độc lập")))


def recital(paragraph: str) -> bool:
    """Whether a paragraph before the first item says on what the document rests: “Căn cứ …;”, “Thực hiện …;”."""
    bare = paragraph.strip()
    return bool(_RECITAL.match(bare)) and (bare.rstrip("*_ ").endswith((";", ",")) or "Căn cứ" in bare[:12])


def ends_outline(paragraph: str) -> bool:
    """Whether a paragraph stands under no item: “Trên đây là Kế hoạch …”."""
    return bool(_ENDING.match(bared(paragraph)))


def bared(line: str) -> str:
    """A line without the Markdown around it."""
    return " ".join(line.strip().strip("*_#").split())


def upper(words: str) -> bool:
    """Whether words are in capitals."""
    return words == words.upper() and bool(_CASE.search(words))
