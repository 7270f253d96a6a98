"""The front-matter keys of a document (see `tables`)."""

from plugins.domain.fields import Field
from plugins.domain.tables_common import COMMON

DUTY = (
    Field("text", "việc", required=True, example="Gửi báo cáo kết quả", help="việc phải làm"),
    Field("actor", "ai", help="đơn vị, người thực hiện"),
    Field("level", "cấp", "choice", many=True, of="level", help="cấp thực hiện; nhiều cấp thì viết: [tỉnh, cơ sở]"),
    Field("due", "hạn", "date", example="2026-08-25", help="ngày phải xong; chỉ biết tháng thì viết 2026-08"),
    Field("begin", "từ ngày", "day", help="ngày bắt đầu, khi việc kéo dài đến “hạn”"),
    Field("recurrence", "lặp lại", "recurrence", example="trước ngày 15/11 hằng năm", help="nhịp lặp lại"),
    Field("until", "đến ngày", "day", help="ngày thôi lặp lại"),
    Field("channel", "gửi qua", help="nơi nhận, cách gửi, hộp thư"),
    Field("item", "mục", example="III.2", help="mục trong văn bản"),
    Field("id", "mã", "slug", help="mã giữ nguyên của việc trong lịch; chỉ cần khi muốn sửa lời của việc đã đăng"),
)

TARGET = (
    Field("text", "nội dung", required=True, example="Lớp tập huấn cho cán bộ Đoàn", help="nội dung chỉ tiêu"),
    Field("value", "mức", "number", help="mức phải đạt"),
    Field("at_least", "ít nhất", "number", example="60", help="mức thấp nhất, thay cho “mức”"),
    Field("at_most", "nhiều nhất", "number", help="mức cao nhất; cùng với “ít nhất” là một khoảng"),
    Field("unit", "đơn vị tính", help="đơn vị tính"),
    Field("actor", "ai", help="đơn vị, người thực hiện"),
    Field("level", "cấp", "choice", many=True, of="level", help="cấp thực hiện"),
    Field("period", "thời gian", example="đến năm 2027", help="khoảng thời gian"),
    Field("item", "mục", help="mục trong văn bản"),
)

DOCUMENT = (
    Field("type", "loại", "word", required=True, of="types", example="Kế hoạch", help="loại văn bản, trong loai-van-ban.yml"),
    Field("organ", "cơ quan", "word", required=True, of="organs", example="Tỉnh đoàn Mẫu", help="cơ quan ban hành"),
    Field(
        "subject", "trích yếu", required=True, example="Tổ chức Tháng Thanh niên năm 2026", help="nội dung chính, không lặp loại văn bản"
    ),
    Field("date", "ngày", "day", example="2026-02-10", help="ngày ban hành; không có thì ghi “ghi chú ngày”"),
    Field("date_note", "ghi chú ngày", example="Bản in để trống ngày, tháng", help="vì sao không có ngày ban hành"),
    Field("posted", "ngày đăng", "day", help="ngày đưa lên trang; văn bản không có ngày ban hành cần dòng này để có mặt trong RSS"),
    Field("status", "hiệu lực", "choice", required=True, of="document_status", example="còn hiệu lực", help="tình trạng hiệu lực"),
    Field("number", "số", example="12", help="số; bỏ trống khi văn bản chưa có số"),
    Field("symbol", "ký hiệu", example="KH/TĐTN-TCKT", help="phần sau số"),
    Field("as_printed", "in trên văn bản", example="Số: 12-KH/TĐTN-TCKT", help="số và ký hiệu đúng như bản in"),
    Field("term", "nhiệm kỳ", "word", of="terms", help="nhiệm kỳ đại hội, trong nhiem-ky.yml"),
    Field("unit", "đơn vị soạn thảo", help="ban, văn phòng soạn thảo"),
    Field("place", "địa danh", help="nơi ghi trên văn bản"),
    Field("effective", "ngày có hiệu lực", "day", help="ngày bắt đầu có hiệu lực"),
    Field("expires", "ngày hết hiệu lực", "day", help="ngày hết hiệu lực"),
    Field("legal_basis", "căn cứ", "citation", many=True, example="van-ban/2019/08-kl", help="văn bản làm căn cứ"),
    Field("implements", "thực hiện", "citation", many=True, help="văn bản cấp trên được thực hiện"),
    Field("replaces", "thay thế", "citation", many=True, help="văn bản bị thay thế"),
    Field("amends", "sửa đổi", "citation", many=True, help="văn bản được sửa đổi, bổ sung"),
    Field("related", "liên quan", "citation", many=True, help="văn bản liên quan"),
    Field(
        "signed_by",
        "người ký",
        "group",
        help="khối chữ ký",
        parts=(
            Field("on_behalf", "thay mặt", example="TM. BAN THƯỜNG VỤ", help="thẩm quyền ký"),
            Field("post", "chức vụ", example="PHÓ BÍ THƯ", help="chức vụ người ký"),
            Field("name", "họ tên", help="họ tên người ký"),
            Field("signed", "đã ký", "flag", help="bản gốc đã ký"),
        ),
    ),
    Field("recipients", "nơi nhận", many=True, help="các nơi nhận, đúng như bản in"),
    Field(
        "files",
        "tệp",
        "group",
        many=True,
        help="bản đính kèm, đặt cùng thư mục với index.md",
        parts=(
            Field("path", "tệp", "file", required=True, example="12-kh.pdf", help="tên tệp trong thư mục của văn bản"),
            Field("label", "tên", required=True, example="Bản chụp có dấu", help="tên hiện trên trang"),
            Field("kind", "dạng", "choice", of="file_kind", help="bản chụp, bản soạn thảo hay biểu mẫu"),
        ),
    ),
    Field("duties", "nhiệm vụ", "group", many=True, help="việc phải làm, có hạn", parts=DUTY),
    Field("targets", "chỉ tiêu", "group", many=True, help="chỉ tiêu phải đạt", parts=TARGET),
    Field(
        "consultation",
        "lấy ý kiến",
        "group",
        help="thời gian góp ý dự thảo",
        parts=(
            Field("from", "từ ngày", "day", help="ngày bắt đầu"),
            Field("to", "đến ngày", "day", required=True, example="2026-12-31", help="ngày kết thúc"),
            Field("email", "thư điện tử", "email", help="nơi nhận góp ý"),
        ),
    ),
    Field("secrecy", "độ mật", "choice", of="secrecy", help="chỉ văn bản “thường” được lên trang"),
    *COMMON,
)
