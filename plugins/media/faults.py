"""The reasons to refuse a picture, in the words that an editor reads.

Not here: decoding (`pictures`); where in an article the picture was asked for (the caller knows).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.media import headers

MAX_SIDE = 12_000
MAX_PIXELS = 40_000_000
MAX_BYTES = 50_000_000
"""Limits in pixels and bytes: far above any camera that an editor has, far below what exhausts a computer's memory."""

_TYPE_NAMES = {
    "pdf": "tệp PDF",
    "zip": "tệp nén hoặc tệp Word/Excel mới (ZIP)",
    "ole": "tệp Word/Excel cũ",
    "svg": "ảnh vẽ SVG",
    "html": "trang HTML hoặc XML",
    "bmp": "ảnh BMP",
    "tiff": "ảnh TIFF",
    "heic": "ảnh HEIC của điện thoại",
    "avif": "ảnh AVIF",
    "video": "phim",
    "rar": "tệp nén RAR",
    "ico": "biểu tượng ICO",
    "jpeg": "ảnh JPEG",
    "png": "ảnh PNG",
    "webp": "ảnh WebP",
    "gif": "ảnh GIF",
    None: "dữ liệu không rõ loại",
}
_ACCEPTED = "ảnh JPEG (.jpg), PNG (.png), WebP (.webp) hoặc GIF tĩnh (.gif)"
_FROM_PHONE = (
    "Mở ảnh trên máy rồi lưu ra JPEG (.jpg); trên iPhone, chọn Cài đặt, Camera, Định dạng, “Tương thích nhất” thì lần sau không phải đổi."
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason to refuse a picture: a stable code, a Vietnamese sentence and what to do instead."""

    code: str
    message: str
    suggestion: str


def missing(name: str, near: str | None = None) -> Fault:
    """The fault of a picture that is not there; `near` is the name of a file that may have been meant."""
    return Fault(
        "picture-missing",
        f"Không có ảnh “{name}”.",
        f"Có phải “{near}”?" if near else "Đặt tệp ảnh vào content/anh/ và ghi đúng tên, ví dụ anh/le-ra-quan.jpg.",
    )


def unreadable(name: str, error: OSError) -> Fault:
    """The fault of a picture that the system does not let us read."""
    return Fault(
        "picture-unreadable",
        f"Không đọc được ảnh “{name}” ({error.strerror}).",
        "Kiểm tra quyền đọc của tệp.",
    )


def header_faults(data: bytes, name: str) -> tuple[Fault, ...]:
    """What speaks against the picture by its first bytes and its extension; nothing is decoded."""
    if not data:
        return (Fault("picture-empty", f"Ảnh “{name}” là tệp rỗng (0 byte).", "Chép lại tệp ảnh gốc."),)
    if len(data) > MAX_BYTES:
        return (
            Fault(
                "picture-too-heavy",
                f"Ảnh “{name}” nặng {len(data) // 1_000_000} MB, quá {MAX_BYTES // 1_000_000} MB.",
                "Thu nhỏ ảnh, cạnh dài khoảng 2.400 điểm ảnh là đủ: khi ấy ảnh chỉ còn một, hai MB.",
            ),
        )
    type_ = headers.kind(data[: headers.HEAD])
    extension = PurePosixPath(name).suffix.lower()
    if type_ == "svg":
        return (
            Fault(
                "picture-svg",
                f"“{name}” là ảnh vẽ SVG; SVG có thể mang mã chạy nên không dùng trong nội dung.",
                "Xuất ảnh ra PNG rồi dùng tệp PNG.",
            ),
        )
    if type_ not in headers.PICTURE_TYPES:
        return (
            Fault(
                "picture-type",
                f"“{name}” không phải ảnh dùng được: bên trong là {_TYPE_NAMES[type_]}.",
                _FROM_PHONE if type_ == "heic" else f"Cần {_ACCEPTED}.",
            ),
        )
    extensions = headers.PICTURE_TYPES[type_]
    if extension not in extensions:
        right = PurePosixPath(name).with_suffix(extensions[0])
        return (
            Fault(
                "picture-extension",
                f"Tên “{name}” không khớp với nội dung: bên trong là {_TYPE_NAMES[type_]}.",
                f"Đổi tên thành “{right}” và sửa chỗ nhắc đến ảnh.",
            ),
        )
    measured = headers.size(data, type_)
    if measured is None:
        return (damaged(name),)
    width, height = measured
    if not width or not height:
        return (
            Fault(
                "picture-empty",
                f"Ảnh “{name}” có kích thước {width} × {height} điểm ảnh.",
                "Chép lại tệp ảnh gốc.",
            ),
        )
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        return (
            Fault(
                "picture-too-large",
                f"Ảnh “{name}” rộng {_thousands(width)} × cao {_thousands(height)} điểm ảnh, quá lớn: "
                f"mỗi cạnh tối đa {_thousands(MAX_SIDE)}, "
                f"cả ảnh tối đa {MAX_PIXELS // 1_000_000} triệu điểm ảnh.",
                "Thu nhỏ ảnh, cạnh dài khoảng 2.400 điểm ảnh là đủ.",
            ),
        )
    return ()


def damaged(name: str) -> Fault:
    """The fault of a file that begins as a picture and does not end as one."""
    return Fault(
        "picture-damaged",
        f"Ảnh “{name}” bị hỏng hoặc bị cắt cụt, không mở được trọn vẹn.",
        "Mở ảnh trên máy để kiểm tra, rồi chép lại tệp gốc.",
    )


def animated(name: str) -> Fault:
    """The fault of a picture that moves."""
    return Fault(
        "picture-animated",
        f"Ảnh “{name}” là ảnh động.",
        "Dùng một ảnh tĩnh: ảnh động làm máy yếu chạy chậm và gây khó cho người đọc.",
    )


def _thousands(n: int) -> str:
    return f"{n:,}".replace(",", ".")
