"""The controlled words of content/du-lieu/*.yml: which files there are and which keys their entries carry.

The entries are read by `words`; this module is only the table."""

from plugins.domain.fields import Field
from plugins.domain.tables_common import SOURCE

_KEY = Field("key", "khóa", "slug", help="tên ngắn không dấu, dùng trong địa chỉ; bỏ trống thì lấy từ tên")
_NAME = Field("name", "tên", required=True, example="Tháng Thanh niên", help="tên hiện trên trang")
_SUMMARY = Field("summary", "tóm tắt", help="một câu giới thiệu")
_ALIASES = Field("aliases", "tên khác", many=True, help="các cách gọi khác")
_NOTE = Field("note", "lưu ý", help="lời nhắn cho người đọc")
_DATED = (
    Field("valid_from", "từ ngày", "date", example="2025-07-01", help="ngày thành lập, ngày bắt đầu có tên này"),
    Field("valid_to", "đến ngày", "date", example="2025-06-30", help="ngày cuối cùng có tên này"),
)
_SOURCE = Field("source", "nguồn", "group", parts=SOURCE, help="nơi nói về việc thành lập, hợp nhất, giải thể")


def _line(vocabulary: str, what: str) -> tuple[Field, Field]:
    """What came before and what comes after an organ or a place."""
    before = f"{what} cũ mà nơi này tiếp nối; không cần ghi khi bên kia đã ghi “kế tục”"
    after = f"{what} tiếp nối; chia ra nhiều nơi thì ghi hết"
    return (
        Field("predecessor", "tiền thân", "word", many=True, of=vocabulary, help=before),
        Field("successor", "kế tục", "word", many=True, of=vocabulary, help=after),
    )


_PICTURE = (
    Field("src", "tệp", "picture", required=True, example="anh/trong-cay.jpg", help="đường dẫn của ảnh trong content/"),
    Field("alt", "mô tả", required=True, example="Đoàn viên trồng cây ven đường", help="tả ảnh cho người không nhìn thấy"),
)

ORGANS = (
    _KEY,
    _NAME,
    Field("full_name", "tên đầy đủ", help="tên trong văn bản"),
    Field("level", "cấp", "choice", of="level", required=True, example="tỉnh", help="cấp của tổ chức"),
    Field("place", "địa bàn", "word", of="places", help="nơi hoạt động"),
    Field("parent", "cấp trên", "word", of="organs", help="tổ chức cấp trên trực tiếp"),
    Field("symbol", "ký hiệu", example="TĐTN", help="chữ viết tắt trong số ký hiệu văn bản"),
    Field("heading", "tiêu đề văn bản", many=True, help="các dòng góc phải khi in văn bản; bỏ trống là Đoàn TNCS Hồ Chí Minh"),
    *_DATED,
    *_line("organs", "tổ chức"),
    _SOURCE,
    _ALIASES,
    _NOTE,
)
PLACES = (
    _KEY,
    _NAME,
    Field("parent", "thuộc", "word", of="places", help="đơn vị hành chính bao trùm"),
    *_DATED,
    *_line("places", "đơn vị hành chính"),
    _SOURCE,
    _ALIASES,
    _NOTE,
)
_SPOT = (
    Field("row", "hàng", "number", required=True, example="3", help="hàng trên bản đồ, đếm từ bắc xuống"),
    Field("column", "cột", "number", required=True, example="4", help="cột trên bản đồ, đếm từ tây sang, đến 7"),
)
_SHORT = Field("short", "viết tắt", required=True, example="NB", help="hai, ba chữ cho màn hình hẹp")
PROVINCES = (
    _KEY,
    _NAME,
    *_DATED,
    *_line("places", "tỉnh, thành phố"),
    Field("tile", "ô", "group", parts=(*_SPOT, _SHORT), help="chỗ trên bản đồ ô, chỉ cho tỉnh, thành phố hiện nay"),
    Field(
        "islands",
        "quần đảo",
        "group",
        many=True,
        parts=(Field("name", "tên", required=True, example="Quần đảo Hoàng Sa", help="tên quần đảo"), *_SPOT, _SHORT),
        help="ô thứ hai của tỉnh, thành phố có quần đảo xa bờ",
    ),
    _SOURCE,
    _ALIASES,
    _NOTE,
)
TYPES = (
    _KEY,
    _NAME,
    Field("code", "ký hiệu", example="KH", help="chữ viết tắt của loại văn bản"),
    _ALIASES,
)
TOPICS = (_KEY, _NAME, _SUMMARY, _ALIASES)
THREADS = (
    _KEY,
    _NAME,
    Field("summary", "mục đích", help="một đoạn: các mô hình trong mạch có chung điều gì"),
    _ALIASES,
)
TERMS = (
    _KEY,
    _NAME,
    Field("from", "từ", "date", help="bắt đầu nhiệm kỳ"),
    Field("to", "đến", "date", help="kết thúc nhiệm kỳ"),
)
ALIASES = (
    Field("phrase", "cụm từ", required=True, example="Điều lệ Đoàn", help="cách gọi trong bài"),
    Field("document", "văn bản", "citation", required=True, example="van-ban/2026/45-kh-tdtn-pt", help="văn bản được gọi như vậy"),
)
GLOSSARY = (
    Field("short", "viết tắt", required=True, example="BTV", help="chữ viết tắt"),
    Field("long", "đầy đủ", required=True, example="Ban Thường vụ", help="viết đầy đủ"),
)
LINKS = (
    _NAME,
    Field("url", "địa chỉ", "url", required=True, example="https://vi-du.vn", help="địa chỉ trang"),
    Field("group", "nhóm", help="nhóm liên kết"),
)
BANNERS = (
    _NAME,
    Field("url", "địa chỉ", "target", required=True, example="/chu-de/chuyen-doi-so/", help="nơi lời mời dẫn tới"),
    Field("text", "lời", help="một câu mời"),
    Field("picture", "ảnh", "group", parts=_PICTURE, help="ảnh của lời mời"),
)
PEERS = (
    _KEY,
    _NAME,
    Field(
        "url",
        "địa chỉ",
        "url",
        required=True,
        example="https://vi-du.vn/du-lieu/van-ban.json",
        help="tệp van-ban.json của trang bạn; `python3 tasks.py peers` lấy về",
    ),
)
REDIRECTS = (
    Field("from", "từ", "address", required=True, example="/tin-tuc/2025/bai-cu/", help="địa chỉ cũ"),
    Field("to", "đến", "address", of="target", example="/tin-tuc/2026/bai-moi/", help="địa chỉ mới"),
    Field("note", "lý do", help="vì sao trang được rút xuống, khi không có địa chỉ mới"),
)
SITE = (
    Field("name", "tên trang", required=True, example="Tỉnh đoàn Mẫu", help="tên hiện ở đầu trang"),
    Field("organ", "cơ quan chủ quản", required=True, example="Đoàn TNCS Hồ Chí Minh tỉnh Mẫu", help="tên đầy đủ"),
    Field("slogan", "khẩu hiệu", help="dòng nhỏ dưới tên trang"),
    Field("description", "giới thiệu", required=True, example="Trang thông tin của tuổi trẻ tỉnh Mẫu", help="một câu giới thiệu"),
    Field("notice", "thông báo", help="dòng thông báo đầu mọi trang"),
    Field(
        "feed_authority",
        "gốc mã nguồn tin",
        "authority",
        required=True,
        example="tinhdoanmau.example,2026",
        help="gốc của mã bài trong RSS (RFC 4151); đặt một lần, không bao giờ đổi",
    ),
    Field("address", "địa chỉ", help="địa chỉ trụ sở"),
    Field("phone", "điện thoại", help="điện thoại"),
    Field("email", "thư điện tử", "email", help="hộp thư công vụ"),
    Field("licence", "giấy phép", help="giấy phép hoặc ghi chú pháp lý"),
    Field(
        "responsible",
        "chịu trách nhiệm",
        "group",
        help="người chịu trách nhiệm nội dung",
        parts=(
            Field("name", "họ tên", help="họ tên, có thể bỏ trống"),
            Field("post", "chức vụ", required=True, example="Bí thư Tỉnh đoàn", help="chức vụ"),
        ),
    ),
    Field(
        "contacts",
        "đầu mối",
        "group",
        many=True,
        help="đầu mối liên hệ theo Nghị định 42/2022/NĐ-CP",
        parts=(
            Field("post", "chức vụ", required=True, example="Chánh Văn phòng", help="chức vụ"),
            Field("name", "họ tên", help="họ tên"),
            Field("unit", "đơn vị", help="ban, văn phòng"),
            Field("phone", "điện thoại", help="điện thoại"),
            Field("email", "thư điện tử", "email", help="hộp thư công vụ"),
        ),
    ),
)

# Vocabulary → (file in content/du-lieu, its keys). `site` is one mapping, the others are lists of entries.
FILES = {
    "site": ("trang-web.yml", SITE),
    "organs": ("co-quan.yml", ORGANS),
    "places": ("dia-ban.yml", PLACES),
    "provinces": ("tinh-thanh.yml", PROVINCES),
    "types": ("loai-van-ban.yml", TYPES),
    "categories": ("chuyen-muc.yml", TOPICS),
    "fields": ("linh-vuc.yml", TOPICS),
    "topics": ("chu-de.yml", TOPICS),
    "threads": ("mach.yml", THREADS),
    "terms": ("nhiem-ky.yml", TERMS),
    "aliases": ("ten-goi.yml", ALIASES),
    "glossary": ("tu-viet-tat.yml", GLOSSARY),
    "links": ("lien-ket.yml", LINKS),
    "banners": ("banner.yml", BANNERS),
    "peers": ("trang-ban.yml", PEERS),
    "redirects": ("chuyen-huong.yml", REDIRECTS),
}
