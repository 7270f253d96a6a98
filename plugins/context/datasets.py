"""The sets of open data and what each of them holds, field by field. Only the tables live here: rows are made by those who own the
records, files by `opendata`, the page that explains them by the archive."""

from dataclasses import replace

from plugins.context.opendata import Dataset
from plugins.domain.fields import Field
from plugins.domain.tables_document import DOCUMENT, DUTY, TARGET
from plugins.domain.tables_model import MODEL

_PAGE, _GOAL = "https://vi-du.vn/van-ban/2026/12-kh/", "https://vi-du.vn/van-ban/2022/01-nq/"
_OF = {field.name: field for field in DOCUMENT}
RELATIONS = ("legal_basis", "implements", "replaces", "amends", "related")  # told as `relations`
WITHHELD = ("slug", "id", "moved_from", "embargo", "consents", "legacy", "secrecy")  # of use to this site only
_TOLD = tuple(f for f in DOCUMENT if f.name not in (*RELATIONS, *WITHHELD, "type", "organ", "subject", "date", "number", "symbol", "files"))

_FILES = Field(
    "files",
    "tệp",
    "group",
    many=True,
    help="các tệp đính kèm",
    parts=(
        Field("label", "tên", required=True, help="tên tệp như trên trang"),
        Field("url", "địa chỉ", "url", required=True, help="địa chỉ tải về"),
        Field("kind", "dạng", "choice", of="file_kind", help="bản chụp, bản soạn thảo hay biểu mẫu"),
        Field("mime", "kiểu tệp", required=True, help="kiểu MIME", example="application/pdf"),
        Field("size", "dung lượng", "number", required=True, help="số byte"),
        Field("pages", "số trang", "number", help="số trang của tệp PDF"),
        Field("sha256", "mã băm", required=True, help="SHA-256 của tệp, để biết tệp tải về còn nguyên vẹn"),
    ),
)
_RELATIONS = Field(
    "relations",
    "quan hệ",
    "group",
    many=True,
    help="những văn bản, mô hình, tin mà văn bản này căn cứ, thực hiện, thay thế, viện dẫn …",
    parts=(
        Field("kind", "loại quan hệ", "choice", required=True, of="relation", help="quan hệ gì"),
        Field("text", "tên", required=True, help="tên và số như đã ghi"),
        Field("url", "địa chỉ", "url", help="trang của văn bản ấy; không có khi văn bản chưa có trên trang"),
    ),
)
_NAMED_BY = Field(
    "named_by",
    "được nhắc bởi",
    "group",
    many=True,
    help="những trang nhắc tới văn bản này",
    parts=(
        Field("kind", "loại quan hệ", "choice", required=True, of="relation", help="trang ấy nhắc tới văn bản này với tư cách gì"),
        Field("url", "địa chỉ", "url", required=True, help="địa chỉ của trang ấy"),
    ),
)
FIELDS = (
    Field("identifier", "số, ký hiệu", example="36-HD/TĐTN-TCKT", help="số và ký hiệu viết liền; không có khi văn bản chưa có số"),
    _OF["type"],
    _OF["organ"],
    Field("level", "cấp ban hành", "choice", of="level", help="cấp của cơ quan ban hành"),
    _OF["subject"],
    _OF["date"],
    Field("year", "năm", example="2026", help="năm ban hành, là năm trong địa chỉ của trang"),
    _OF["number"],
    _OF["symbol"],
    *_TOLD,
    _FILES,
    _RELATIONS,
    _NAMED_BY,
    Field("url", "địa chỉ", "url", required=True, example=_PAGE, help="trang của văn bản, không bao giờ đổi"),
    Field(
        "data",
        "địa chỉ dữ liệu",
        "url",
        required=True,
        example=f"{_PAGE}du-lieu.json",
        help="tệp JSON của riêng văn bản này",
    ),
    Field(
        "printed",
        "bản in",
        "url",
        example=f"{_PAGE}12-kh-ban-in.pdf",
        help="bản in PDF do trang tự trình bày theo thể thức; chỉ có khi trang được dựng kèm bản in",
    ),
)
DOCUMENTS = Dataset(
    "van-ban",
    "Văn bản",
    "Danh mục văn bản",
    "Mỗi văn bản trong kho: số, ký hiệu, loại, cơ quan, ngày, hiệu lực, người ký, tệp đính kèm, nhiệm vụ, chỉ tiêu và quan hệ.",
    FIELDS,
)
EDGES = Dataset(
    "quan-he",
    "Quan hệ",
    "Quan hệ giữa các văn bản, tin và mô hình",
    "Mỗi dòng nối một trang với một văn bản: trang ấy căn cứ, thực hiện, thay thế, sửa đổi, viện dẫn hay nhắc tới văn bản nào.",
    (
        Field("from", "từ", "url", required=True, example=_PAGE, help="trang nhắc tới"),
        Field("kind", "loại quan hệ", "choice", required=True, of="relation", example="thực hiện", help="quan hệ gì"),
        Field("text", "tên", example="Nghị quyết 01-NQ/TĐTN", help="tên và số như đã ghi ở trang nhắc tới"),
        Field(
            "to",
            "đến",
            "url",
            example=_GOAL,
            help="văn bản được nhắc tới; không có khi văn bản chưa có trên trang",
        ),
    ),
)
_BELONGS = (
    Field("document", "văn bản", required=True, example="Kế hoạch 12-KH/TĐTN-PT", help="loại, số và ký hiệu của văn bản, hoặc trích yếu"),
    _OF["organ"],
    _OF["date"],
    Field("url", "địa chỉ", "url", required=True, example=_PAGE, help="trang của văn bản"),
)
DUTIES = Dataset(
    "nhiem-vu",
    "Nhiệm vụ",
    "Nhiệm vụ trong các văn bản",
    "Mỗi dòng là một việc phải làm: ai làm, cấp nào, hạn, nhịp lặp lại, gửi qua đâu, ở mục nào của văn bản nào.",
    (*(f for f in DUTY if f.name != "id"), *_BELONGS),
)
GOALS = Dataset(
    "chi-tieu",
    "Chỉ tiêu",
    "Chỉ tiêu trong các văn bản",
    "Mỗi dòng là một chỉ tiêu: mức, đơn vị tính, cấp thực hiện, thời gian, ở mục nào của văn bản nào.",
    (*TARGET, *_BELONGS),
)
_PRACTICE = "https://vi-du.vn/mo-hinh/vuon-cay-giong/"
RELATIONS_OF_MODELS = ("directives", "derived_from", "similar", "evidence")  # told as `relations`
WITHHELD_OF_MODELS = (*(name for name in WITHHELD if name != "secrecy"), "photos")  # photos are not free to use
_CHECKED = {
    "results": Field("source", "nguồn", "url", help="trang để kiểm lại con số này"),
    "milestones": Field("source", "nguồn", "url", help="trang nói về mốc này"),
    "replication": Field("document", "văn bản", "url", help="trang của văn bản nhân rộng"),
}
"""Parts that name a record in front matter: data tell where it stands."""


def _told(field: Field) -> Field:
    """A field of a model as data have it."""
    checked = _CHECKED.get(field.name)
    return replace(field, parts=tuple(checked if checked and p.name == checked.name else p for p in field.parts)) if checked else field


MODELS = Dataset(
    "mo-hinh",
    "Mô hình",
    "Danh mục mô hình",
    "Mỗi mô hình trong tủ mô hình: ai làm, ở đâu, cho ai, các bước, kết quả kèm thời điểm, mức nhân rộng, hạn chế, bài học và quan hệ.",
    (
        *(_told(f) for f in MODEL if f.name not in (*RELATIONS_OF_MODELS, *WITHHELD_OF_MODELS)),
        Field("year", "năm bắt đầu", example="2026", help="theo thời gian thực hiện, chưa có thì theo mốc sớm nhất"),
        Field("reach", "độ lan tỏa", "number", example="117", help="số nơi nhiều nhất trong “nhân rộng”, chưa có thì số nơi thí điểm"),
        Field("reached", "lan tỏa bằng lời", example="117/117 cơ sở (100%)", help="độ lan tỏa kèm tổng số và cấp, như trên trang"),
        Field("scale", "quy mô", "choice", of="model_scale", help="độ lan tỏa theo nhóm"),
        replace(_RELATIONS, help="những văn bản, mô hình, tin mà mô hình này làm theo, kế thừa, dẫn số liệu …"),
        replace(_NAMED_BY, help="những trang nhắc tới mô hình này"),
        Field("url", "địa chỉ", "url", required=True, example=_PRACTICE, help="trang của mô hình, không bao giờ đổi"),
        Field("data", "địa chỉ dữ liệu", "url", required=True, example=f"{_PRACTICE}du-lieu.json", help="tệp JSON của riêng mô hình này"),
    ),
)
_ENTITY = (
    Field("key", "khóa", required=True, example="tinh-mau", help="tên ngắn, không đổi; các dữ liệu khác nhắc tới bằng khóa này"),
    Field("name", "tên", required=True, example="Tỉnh Mẫu", help="tên gọi"),
)


def _dated(vocabulary: str, page: str) -> tuple[Field, ...]:
    """What both units and places tell: names, days, what came before and after, where one lives."""
    return (
        Field("aliases", "tên khác", many=True, help="các cách gọi khác"),
        Field("from", "từ ngày", "date", help="ngày bắt đầu có tên này"),
        Field("to", "đến ngày", "date", help="ngày cuối cùng có tên này; không có khi còn đến nay, hoặc chưa ai ghi"),
        Field("predecessors", "tiền thân", "word", many=True, of=vocabulary, help="những nơi mà nơi này tiếp nối trực tiếp"),
        Field("successors", "kế tục", "word", many=True, of=vocabulary, help="những nơi tiếp nối trực tiếp nơi này"),
        Field("today", "nay thuộc", "word", many=True, of=vocabulary, help="những nơi còn đến nay mà nơi này đã nhập vào, qua mọi lần đổi"),
        Field("source", "nguồn", help="ai nói về việc thành lập, hợp nhất, giải thể"),
        Field("source_url", "địa chỉ nguồn", "url", help="nơi đọc nguồn ấy"),
        Field("note", "lưu ý", help="lời nhắn cho người đọc"),
        Field("url", "địa chỉ", "url", example=page, help="trang trên trang này; không có khi chưa có bài nào"),
    )


PLACES = Dataset(
    "dia-ban",
    "Địa bàn",
    "Danh mục địa bàn theo thời gian",
    "Mỗi đơn vị hành chính mà trang này biết: loại, thuộc đâu, có từ bao giờ, đến bao giờ, trước đó là gì và nay thuộc đâu.",
    (
        *_ENTITY,
        Field("kind", "loại", "choice", of="place_kind", example="tỉnh", help="theo chữ mở đầu của tên; không có khi tên không nói"),
        Field("parent", "thuộc", "word", of="places", help="đơn vị hành chính bao trùm"),
        *_dated("places", "https://vi-du.vn/dia-ban/tinh-mau/"),
    ),
)
UNITS = Dataset(
    "don-vi",
    "Đơn vị",
    "Danh mục đơn vị theo thời gian",
    "Mỗi tổ chức mà trang này biết: cấp, ký hiệu, địa bàn, cấp trên, có từ bao giờ, đến bao giờ, trước đó là gì và nay thuộc đâu.",
    (
        *_ENTITY,
        Field("full_name", "tên đầy đủ", help="tên trong văn bản"),
        Field("kind", "cấp", "choice", required=True, of="level", example="tỉnh", help="cấp của tổ chức"),
        Field("symbol", "ký hiệu", example="TĐTN", help="chữ viết tắt trong số ký hiệu văn bản; nhiều nơi dùng chung một chữ"),
        Field("place", "địa bàn", "word", of="places", help="nơi hoạt động"),
        Field("parent", "cấp trên", "word", of="organs", help="tổ chức cấp trên trực tiếp"),
        *_dated("organs", "https://vi-du.vn/don-vi/tinh-doan-mau/"),
    ),
)
ALL = (DOCUMENTS, EDGES, DUTIES, GOALS, MODELS, PLACES, UNITS)
"""Every set, in the order in which the page explains them."""
