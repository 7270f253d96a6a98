"""A tiny vocabulary and records read from it, for the tests of records and of what hangs between them."""

from plugins.domain import reading, words
from plugins.domain.records import Record

TEXTS = {
    "trang-web.yml": (
        "tên trang: Tỉnh đoàn Mẫu\ncơ quan chủ quản: Đoàn tỉnh Mẫu\ngiới thiệu: Trang mẫu\ngốc mã nguồn tin: mau.example,2026\n"
    ),
    "dia-ban.yml": (
        "- tên: Việt Nam xưa\n"
        "- tên: Tỉnh Mẫu\n  tên khác: [Mẫu, Đất Mẫu]\n"
        "- tên: Tỉnh Bên\n"
        "- tên: Huyện Hòa Bình\n  thuộc: Tỉnh Mẫu\n  đến ngày: 2025-06-30\n  kế tục: Tỉnh Mẫu\n"
        "- tên: Xã Thuỷ Tiên\n  thuộc: Huyện Hòa Bình\n"
    ),
    "co-quan.yml": (
        "- tên: Trung ương Đoàn\n  khóa: tw\n  cấp: trung ương\n"
        "- tên: Tỉnh đoàn Mẫu\n  tên đầy đủ: Đoàn TNCS Hồ Chí Minh tỉnh Mẫu\n  cấp: tỉnh\n  địa bàn: Tỉnh Mẫu\n"
        "- tên: Tỉnh đoàn Bên\n  cấp: tỉnh\n  địa bàn: Tỉnh Bên\n"
        "- tên: Đoàn xã Thuỷ Tiên\n  cấp: cơ sở\n  địa bàn: Xã Thuỷ Tiên\n  cấp trên: Tỉnh đoàn Mẫu\n"
    ),
    "loai-van-ban.yml": "- tên: Kế hoạch\n  ký hiệu: KH\n- tên: Hướng dẫn\n  ký hiệu: HD\n- tên: Kết luận\n  ký hiệu: KL\n",
    "chuyen-muc.yml": "- tên: Tin hoạt động\n",
    "chu-de.yml": "- tên: Chuyển đổi số\n",
    "mach.yml": "- tên: Tự lo\n",
    "linh-vuc.yml": "- tên: Xây dựng Đoàn\n",
    "ten-goi.yml": "- cụm từ: Điều lệ Đoàn\n  văn bản: van-ban/2022/dieu-le\n"
    "- cụm từ: Kết luận của Trung ương\n  văn bản: 08-KL/TWĐTN-BTC\n",
}
WORDS, PROBLEMS = words.read(TEXTS, "content")

_REQUIRED = {
    "news": {"tiêu đề": "Ra quân", "ngày": "2026-03-05", "chuyên mục": "Tin hoạt động", "tóm tắt": "Sáng nay ra quân."},
    "document": {
        "loại": "Kế hoạch",
        "cơ quan": "Tỉnh đoàn Mẫu",
        "trích yếu": "Tháng Thanh niên",
        "ngày": "2026-02-10",
        "hiệu lực": "còn hiệu lực",
    },
    "model": {
        "tên": "Ba chủ động",
        "tóm tắt": "Chủ động việc của mình.",
        "đơn vị": "Tỉnh đoàn Mẫu",
        "địa bàn": "Tỉnh Mẫu",
        "trạng thái": "thí điểm",
    },
    "collection": {"tên": "Tháng Thanh niên", "tóm tắt": "Từ đầu đến cuối.", "ngày": "2026-02-10", "gồm": "[{bài: trang/p}]"},
    "comparison": {"tên": "Hai nơi", "tóm tắt": "Hai cách làm.", "mô hình": "[mo-hinh/m, mo-hinh/n]"},
    "page": {"tiêu đề": "Giới thiệu", "tóm tắt": "Chúng tôi là ai."},
}


_FOLDERS = {
    "tin-tuc": "news",
    "van-ban": "document",
    "mo-hinh": "model",
    "ho-so": "collection",
    "so-sanh": "comparison",
    "trang": "page",
}


def kind_of(key: str) -> str:
    """The kind of record by its folder."""
    return _FOLDERS[key.split("/")[0]]


def text(kind: str, body: str = "", **fields: str | None) -> str:
    """A file with all required fields; a field given as None is left out, blanks in names are written as `_`."""
    given = _REQUIRED[kind] | {name.replace("_", " "): value for name, value in fields.items()}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in given.items() if value is not None) + f"---\n{body}"


def read(key: str, body: str = "", **fields: str | None) -> reading.Reading:
    """The reading of a file of that key."""
    kind = kind_of(key)
    path = f"content/{key}/index.md" if kind == "document" else f"content/{key}.md"
    return reading.read(text(kind, body, **fields), path, key, kind, WORDS.lookup)


def record(key: str, **fields: str | None) -> Record:
    """A sound record."""
    result = read(key, **fields)
    assert result.sound, [str(p) for p in result.problems]
    return result.record
