"""The front-matter keys of every kind of record: one table, from which reading, docs and tests are made.

Values are read in `validation`, the records they become are in `records`."""

from plugins.domain.fields import Field
from plugins.domain.tables_collection import COLLECTION
from plugins.domain.tables_common import COMMON, PICTURE
from plugins.domain.tables_comparison import COMPARISON
from plugins.domain.tables_document import DOCUMENT
from plugins.domain.tables_model import MODEL

NEWS = (
    Field("title", "tiêu đề", required=True, example="Ra quân Tháng Thanh niên", help="tiêu đề bài"),
    Field("date", "ngày", "day", required=True, example="2026-03-05", help="ngày đăng"),
    Field("category", "chuyên mục", "word", required=True, of="categories", example="Tin hoạt động", help="một mục trong chuyen-muc.yml"),
    Field("summary", "tóm tắt", required=True, example="Sáng 5/3, 200 đoàn viên ra quân trồng cây.", help="một, hai câu"),
    Field("kicker", "tít dẫn", help="dòng nhỏ trên tiêu đề"),
    Field("authors", "tác giả", many=True, help="người viết, đơn vị viết hoặc tên viết tắt"),
    Field("units", "đơn vị", "word", many=True, of="organs", help="đơn vị được nói đến, trong co-quan.yml"),
    Field("places", "địa bàn", "word", many=True, of="places", help="nơi chốn, trong dia-ban.yml"),
    Field("image", "ảnh", "group", parts=PICTURE, help="ảnh chính"),
    Field("gallery", "bộ ảnh", "group", many=True, parts=PICTURE, help="ảnh cuối bài"),
    Field("documents", "văn bản", "record", many=True, of="document", example="van-ban/2026/12-kh", help="văn bản bài nói đến"),
    Field("models", "mô hình", "record", many=True, of="model", example="mo-hinh/ba-chu-dong", help="mô hình bài nói đến"),
    Field("status", "trạng thái", "choice", of="news_status", help="bỏ trống là xuất bản"),
    Field("expires", "hết hạn", "day", help="ngày tin hết giá trị"),
    *COMMON,
)

PAGE = (
    Field("title", "tiêu đề", required=True, example="Giới thiệu", help="tiêu đề trang"),
    Field("summary", "tóm tắt", required=True, example="Tỉnh đoàn là ai, làm gì.", help="một, hai câu"),
    Field("status", "trạng thái", "choice", of="news_status", help="bỏ trống là xuất bản"),
    Field("order", "thứ tự", "number", help="thứ tự ở chân trang"),
    Field("image", "ảnh", "group", parts=PICTURE, help="ảnh của trang"),
    *COMMON,
)

KINDS = {"news": NEWS, "document": DOCUMENT, "model": MODEL, "collection": COLLECTION, "comparison": COMPARISON, "page": PAGE}
