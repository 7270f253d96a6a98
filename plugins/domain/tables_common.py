"""The front-matter keys that several kinds of record share (see `tables`)."""

from plugins.domain.fields import Field

PICTURE = (
    Field("src", "tệp", "picture", required=True, example="anh/trong-cay.jpg", help="đường dẫn của ảnh trong content/"),
    Field("alt", "mô tả", required=True, example="Đoàn viên trồng cây ven đường", help="tả ảnh cho người không nhìn thấy"),
    Field("caption", "chú thích", help="dòng chữ dưới ảnh"),
    Field("credit", "nguồn ảnh", help="người chụp, người vẽ"),
    Field("consent", "đồng ý", help="ghi chú về sự đồng ý; bắt buộc khi trong ảnh có trẻ em"),
)
SOURCE = (
    Field("name", "tên", required=True, example="Trang thông tin Tỉnh đoàn", help="nơi lấy thông tin"),
    Field("url", "địa chỉ", "url", example="https://vi-du.vn/bai", help="địa chỉ trang nguồn"),
)
LEGACY = (
    Field("url", "địa chỉ", example="/tin/123.html", help="địa chỉ trên trang cũ"),
    Field("views", "lượt xem", "number", help="số lượt xem trên trang cũ"),
    Field("views_at", "tính đến", "date", help="ngày đếm lượt xem"),
)
CONSENT = (
    Field("src", "tệp", "picture", required=True, example="anh/trai-he.jpg", help="đường dẫn của ảnh trong content/"),
    Field("consent", "đồng ý", required=True, example="Gia đình và các em đồng ý ngày 2026-03-01", help="ai đã đồng ý, khi nào"),
)
COMMON = (
    Field("slug", "đường dẫn", "slug", example="ra-quan-thang-thanh-nien", help="phần cuối của địa chỉ; bỏ trống thì lấy tên tệp"),
    Field("id", "mã", "slug", example="tin-2026-0012", help="mã không đổi của bài trong RSS; bỏ trống thì tính từ địa chỉ đầu tiên"),
    Field("moved_from", "địa chỉ cũ", "address", many=True, example="/tin-tuc/2025/bai-cu/", help="các địa chỉ cũ dẫn về bài này"),
    Field("embargo", "đăng từ", "day", help="chưa đưa lên trang trước ngày này"),
    Field("modified", "ngày sửa", "day", help="ngày sửa nội dung gần nhất"),
    Field("topics", "chủ đề", "word", many=True, of="topics", help="chủ đề trong chu-de.yml"),
    Field("source", "nguồn", "group", parts=SOURCE, help="nơi lấy thông tin"),
    Field("consents", "đồng ý ảnh", "group", many=True, parts=CONSENT, help="sự đồng ý cho ảnh có trẻ em đặt giữa bài"),
    Field("note", "lưu ý", help="lời nhắn cho người đọc, hiện đầu trang"),
    Field("legacy", "trang cũ", "group", parts=LEGACY, help="dấu vết của bài trên trang cũ"),
)
