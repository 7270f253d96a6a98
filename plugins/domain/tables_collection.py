"""The front-matter keys of collections (see `tables`)."""

from plugins.domain.fields import Field
from plugins.domain.tables_common import COMMON

COLLECTION = (
    Field("name", "tên", required=True, example="Tháng Thanh niên năm 2026", help="tên bộ hồ sơ"),
    Field("summary", "tóm tắt", required=True, example="Từ kế hoạch đến báo cáo, xếp theo thứ tự dùng.", help="bộ này để làm gì, cho ai"),
    Field("date", "ngày", "day", required=True, example="2026-02-10", help="ngày lập bộ hồ sơ"),
    Field("unit", "đơn vị", "word", of="organs", help="đơn vị phụ trách, trong co-quan.yml"),
    Field("status", "trạng thái", "choice", of="collection_status", help="bỏ trống là đang bổ sung"),
    Field(
        "collects",
        "gồm",
        "group",
        required=True,
        many=True,
        help="các mục theo thứ tự dùng; mỗi mục có đúng một trong ba: bài, tệp, địa chỉ",
        parts=(
            Field("part", "phần", example="Biểu mẫu", help="mở một phần có tên này; các mục sau thuộc cùng phần"),
            Field("record", "bài", "record", example="van-ban/2026/12-kh", help="tin, văn bản, mô hình, trang hay bộ hồ sơ khác"),
            Field("file", "tệp", example="van-ban/2026/12-kh/12-kh.pdf", help="tệp đính kèm của một văn bản, đường dẫn từ content/"),
            Field("url", "địa chỉ", "url", example="https://vi-du.vn/mau", help="trang ở nơi khác; cần thêm “tên”"),
            Field("label", "tên", example="Mẫu đăng ký", help="tên hiện trên trang, thay cho tên sẵn có"),
            Field("note", "ghi chú", example="Nộp trước ngày 20/02", help="mục này để làm gì"),
        ),
    ),
    *COMMON,
)
