"""The front-matter keys of prepared comparisons of models (see `tables`)."""

from plugins.domain.fields import Field
from plugins.domain.tables_common import COMMON

COMPARISON = (
    Field("name", "tên", required=True, example="Ba nơi làm “3 chủ động”", help="tên bảng so sánh"),
    Field("summary", "tóm tắt", required=True, example="Ba tỉnh cùng một tên gọi, ba cách bắt đầu.", help="so sánh để trả lời câu hỏi gì"),
    Field(
        "compares",
        "mô hình",
        "record",
        required=True,
        many=True,
        of="model",
        example="[mo-hinh/ba-chu-dong, mo-hinh/bon-chu-dong]",
        help="từ hai đến bốn mô hình, theo thứ tự cột",
    ),
    Field("date", "ngày", "day", help="ngày lập bảng"),
    Field("status", "trạng thái", "choice", of="news_status", help="bỏ trống là xuất bản"),
    *COMMON,
)
