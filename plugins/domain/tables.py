"""The front-matter keys of every kind of record: one table, from which reading, docs and tests are made.

Values are read in `validation`, the records they become are in `records`."""

from plugins.domain.fields import Field

_PICTURE = (
    Field("src", "tệp", "picture", required=True, example="anh/trong-cay.jpg", help="đường dẫn của ảnh trong content/"),
    Field("alt", "mô tả", required=True, example="Đoàn viên trồng cây ven đường", help="tả ảnh cho người không nhìn thấy"),
    Field("caption", "chú thích", help="dòng chữ dưới ảnh"),
    Field("credit", "nguồn ảnh", help="người chụp, người vẽ"),
    Field("consent", "đồng ý", help="ghi chú về sự đồng ý; bắt buộc khi trong ảnh có trẻ em"),
)
_SOURCE = (
    Field("name", "tên", required=True, example="Trang thông tin Tỉnh đoàn", help="nơi lấy thông tin"),
    Field("url", "địa chỉ", "url", example="https://vi-du.vn/bai", help="địa chỉ trang nguồn"),
)
_LEGACY = (
    Field("url", "địa chỉ", example="/tin/123.html", help="địa chỉ trên trang cũ"),
    Field("views", "lượt xem", "number", help="số lượt xem trên trang cũ"),
    Field("views_at", "tính đến", "date", help="ngày đếm lượt xem"),
)
_CONSENT = (
    Field("src", "tệp", "picture", required=True, example="anh/trai-he.jpg", help="đường dẫn của ảnh trong content/"),
    Field("consent", "đồng ý", required=True, example="Gia đình và các em đồng ý ngày 2026-03-01", help="ai đã đồng ý, khi nào"),
)
_COMMON = (
    Field("slug", "đường dẫn", "slug", example="ra-quan-thang-thanh-nien", help="phần cuối của địa chỉ; bỏ trống thì lấy tên tệp"),
    Field("id", "mã", "slug", example="tin-2026-0012", help="mã không đổi của bài trong RSS; bỏ trống thì tính từ địa chỉ đầu tiên"),
    Field("moved_from", "địa chỉ cũ", "address", many=True, example="/tin-tuc/2025/bai-cu/", help="các địa chỉ cũ dẫn về bài này"),
    Field("embargo", "đăng từ", "day", help="chưa đưa lên trang trước ngày này"),
    Field("modified", "ngày sửa", "day", help="ngày sửa nội dung gần nhất"),
    Field("topics", "chủ đề", "word", many=True, of="topics", help="chủ đề trong chu-de.yml"),
    Field("source", "nguồn", "group", parts=_SOURCE, help="nơi lấy thông tin"),
    Field("consents", "đồng ý ảnh", "group", many=True, parts=_CONSENT, help="sự đồng ý cho ảnh có trẻ em đặt giữa bài"),
    Field("note", "lưu ý", help="lời nhắn cho người đọc, hiện đầu trang"),
    Field("legacy", "trang cũ", "group", parts=_LEGACY, help="dấu vết của bài trên trang cũ"),
)

NEWS = (
    Field("title", "tiêu đề", required=True, example="Ra quân Tháng Thanh niên", help="tiêu đề bài"),
    Field("date", "ngày", "day", required=True, example="2026-03-05", help="ngày đăng"),
    Field("category", "chuyên mục", "word", required=True, of="categories", example="Tin hoạt động", help="một mục trong chuyen-muc.yml"),
    Field("summary", "tóm tắt", required=True, example="Sáng 5/3, 200 đoàn viên ra quân trồng cây.", help="một, hai câu"),
    Field("kicker", "tít dẫn", help="dòng nhỏ trên tiêu đề"),
    Field("authors", "tác giả", many=True, help="người viết, đơn vị viết hoặc tên viết tắt"),
    Field("units", "đơn vị", "word", many=True, of="organs", help="đơn vị được nói đến, trong co-quan.yml"),
    Field("places", "địa bàn", "word", many=True, of="places", help="nơi chốn, trong dia-ban.yml"),
    Field("image", "ảnh", "group", parts=_PICTURE, help="ảnh chính"),
    Field("gallery", "bộ ảnh", "group", many=True, parts=_PICTURE, help="ảnh cuối bài"),
    Field("documents", "văn bản", "record", many=True, of="document", example="van-ban/2026/12-kh", help="văn bản bài nói đến"),
    Field("models", "mô hình", "record", many=True, of="model", example="mo-hinh/ba-chu-dong", help="mô hình bài nói đến"),
    Field("status", "trạng thái", "choice", of="news_status", help="bỏ trống là xuất bản"),
    Field("expires", "hết hạn", "day", help="ngày tin hết giá trị"),
    *_COMMON,
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
    Field(
        "duties",
        "nhiệm vụ",
        "group",
        many=True,
        help="việc phải làm, có hạn",
        parts=(
            Field("text", "việc", required=True, example="Gửi báo cáo kết quả", help="việc phải làm"),
            Field("actor", "ai", help="đơn vị, người thực hiện"),
            Field("level", "cấp", "choice", of="level", help="cấp thực hiện"),
            Field("due", "hạn", "day", help="ngày phải xong"),
            Field("recurrence", "lặp lại", example="hằng năm", help="nhịp lặp lại"),
            Field("channel", "gửi qua", help="nơi nhận, cách gửi"),
            Field("item", "mục", example="III.2", help="mục trong văn bản"),
        ),
    ),
    Field(
        "targets",
        "chỉ tiêu",
        "group",
        many=True,
        help="chỉ tiêu phải đạt",
        parts=(
            Field("text", "nội dung", required=True, example="Lớp tập huấn cho cán bộ Đoàn", help="nội dung chỉ tiêu"),
            Field("value", "mức", "number", help="mức phải đạt"),
            Field("unit", "đơn vị tính", help="đơn vị tính"),
            Field("level", "cấp", "choice", of="level", help="cấp thực hiện"),
            Field("period", "thời gian", help="khoảng thời gian"),
            Field("item", "mục", help="mục trong văn bản"),
        ),
    ),
    Field(
        "consultation",
        "lấy ý kiến",
        "group",
        help="thời gian góp ý dự thảo",
        parts=(
            Field("from", "từ ngày", "day", help="ngày bắt đầu"),
            Field("to", "đến ngày", "day", required=True, help="ngày kết thúc"),
            Field("email", "thư điện tử", "email", help="nơi nhận góp ý"),
        ),
    ),
    Field("secrecy", "độ mật", "choice", of="secrecy", help="chỉ văn bản “thường” được lên trang"),
    *_COMMON,
)

MODEL = (
    Field("name", "tên", required=True, example="Chi đoàn khu nhà trọ", help="tên mô hình"),
    Field("summary", "tóm tắt", required=True, example="Lập chi đoàn ngay trong khu nhà trọ công nhân.", help="một, hai câu"),
    Field("unit", "đơn vị", "word", required=True, of="organs", example="Tỉnh đoàn Mẫu", help="đơn vị thực hiện"),
    Field("place", "địa bàn", "word", required=True, of="places", example="Tỉnh Mẫu", help="nơi thực hiện"),
    Field("status", "trạng thái", "choice", required=True, of="model_status", example="thí điểm", help="giai đoạn của mô hình"),
    Field("date", "ngày đăng", "day", help="ngày đưa lên trang"),
    Field("slogan", "khẩu hiệu", help="câu khẩu hiệu của mô hình"),
    Field("aliases", "tên khác", many=True, help="các tên gọi khác"),
    Field("components", "thành tố", many=True, help="các nội dung làm nên mô hình"),
    Field("field", "lĩnh vực", "word", many=True, of="fields", help="lĩnh vực, trong linh-vuc.yml"),
    Field("audience", "đối tượng", many=True, help="người thụ hưởng"),
    Field(
        "period",
        "thời gian",
        "group",
        help="thời gian thực hiện",
        parts=(
            Field("from", "từ", "date", help="bắt đầu"),
            Field("to", "đến", "date", help="kết thúc"),
        ),
    ),
    Field(
        "pilot",
        "thí điểm",
        "group",
        help="đợt thí điểm đầu tiên",
        parts=(
            Field("scope", "phạm vi", help="nơi thí điểm"),
            Field("count", "số lượng", "number", help="số đơn vị thí điểm"),
            Field("unit", "đơn vị tính", help="đơn vị tính"),
        ),
    ),
    Field(
        "steps",
        "các bước",
        "group",
        many=True,
        help="cách làm, theo thứ tự",
        parts=(
            Field("title", "bước", required=True, example="Khảo sát", help="tên bước"),
            Field("text", "nội dung", help="việc cần làm"),
            Field("needs", "cần", help="điều kiện, nguồn lực"),
        ),
    ),
    Field(
        "results",
        "kết quả",
        "group",
        many=True,
        help="kết quả bằng số",
        parts=(
            Field("label", "nội dung", required=True, example="Chi đoàn áp dụng", help="số này nói về điều gì"),
            Field("value", "đạt", "number", required=True, example="117", help="con số đạt được"),
            Field("of", "trên tổng", "number", help="tổng số để so"),
            Field("before", "trước đó", "number", help="con số trước khi làm"),
            Field("unit", "đơn vị tính", help="đơn vị tính"),
            Field("as_of", "tính đến", "date", required=True, example="2022-11", help="thời điểm của con số"),
        ),
    ),
    Field(
        "replication",
        "nhân rộng",
        "group",
        many=True,
        help="mức độ nhân rộng",
        parts=(
            Field("level", "cấp", "choice", required=True, of="level", help="cấp áp dụng"),
            Field("value", "đạt", "number", required=True, example="17", help="số nơi đã áp dụng"),
            Field("of", "trên tổng", "number", help="tổng số nơi"),
            Field("as_of", "tính đến", "date", required=True, help="thời điểm"),
            Field("places", "địa bàn", "word", many=True, of="places", help="các nơi áp dụng"),
            Field("document", "văn bản", "record", of="document", help="văn bản nhân rộng"),
        ),
    ),
    Field("directives", "văn bản chỉ đạo", "record", many=True, of="document", help="văn bản chỉ đạo thực hiện"),
    Field("derived_from", "kế thừa", "record", many=True, of="model", help="mô hình đi trước"),
    Field("similar", "tương tự", "record", many=True, of="model", help="mô hình giống ý tưởng"),
    Field("limits", "hạn chế", many=True, help="điều chưa làm được"),
    Field("lessons", "bài học", many=True, help="điều rút ra"),
    Field("resources", "nguồn lực", many=True, help="người, tiền, vật dụng cần có"),
    Field("contact", "liên hệ", help="bộ phận giải đáp"),
    Field("photos", "ảnh", "group", many=True, parts=_PICTURE, help="ảnh minh họa"),
    Field("evidence", "minh chứng", "record", many=True, of="news", help="tin bài kể về mô hình"),
    Field("reviewed_on", "ngày rà soát", "day", help="lần rà soát gần nhất"),
    *_COMMON,
)

PAGE = (
    Field("title", "tiêu đề", required=True, example="Giới thiệu", help="tiêu đề trang"),
    Field("summary", "tóm tắt", required=True, example="Tỉnh đoàn là ai, làm gì.", help="một, hai câu"),
    Field("status", "trạng thái", "choice", of="news_status", help="bỏ trống là xuất bản"),
    Field("order", "thứ tự", "number", help="thứ tự ở chân trang"),
    Field("image", "ảnh", "group", parts=_PICTURE, help="ảnh của trang"),
    *_COMMON,
)

KINDS = {"news": NEWS, "document": DOCUMENT, "model": MODEL, "page": PAGE}
