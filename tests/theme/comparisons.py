"""Sample views of the pages that put models side by side: filled, and with as little as they may have."""

from markupsafe import Markup

from plugins.context.views import Card, Link
from plugins.showcase.comparison_views import ComparedModel, ComparedRow, CompareTool, CompareView, ComparisonView, Told
from tests.theme.pieces import CRUMBS, INVENTED, LONG, NO_PAGER, NONE, PAGER, full_head, head

HERE = (CRUMBS[0], Link("Mô hình hay", "/mo-hinh/"), Link("So sánh mô hình", "/mo-hinh/so-sanh/"))


def rows() -> tuple[ComparedRow, ...]:
    """Answers of every shape: none, one, several, steps, with and without a source."""
    told = Told("Chi đoàn: 14 trên 21 (66,67%), tính đến 11/2022", Link("Tin ngày 21/11/2022", "/tin-tuc/2022/a/"))
    return (
        ComparedRow("Cho ai", False, ((Told("Chi đoàn"), Told("Đoàn cơ sở")), (), (Told(LONG),))),
        ComparedRow("Các bước", True, ((Told("Khảo sát"), Told("Lập danh sách")), (Told("Họp khu trọ"),), ())),
        ComparedRow("Kết quả", False, ((told,), (told, told), ())),
    )


def comparison() -> ComparisonView:
    models = tuple(ComparedModel(name, f"/mo-hinh/{n}/", "Tỉnh Mẫu") for n, name in enumerate(("3 chủ động", "Tủ sách", LONG)))
    return ComparisonView(
        head=full_head("Ba nơi", "/mo-hinh/so-sanh/ba-noi/"),
        crumbs=(*HERE, Link("Ba nơi", "/mo-hinh/so-sanh/ba-noi/", current=True)),
        title="Ba nơi làm “3 chủ động”",
        summary="Ba tỉnh cùng một tên gọi, ba cách bắt đầu.",
        notices=(INVENTED,),
        models=models,
        rows=rows(),
        body=Markup("<p>Nơi nào có số thì xem số ở nơi ấy.</p>"),
        source=Link("Ban Phong trào Tỉnh đoàn Mẫu"),
        change="/mo-hinh/so-sanh/?m=a&m=b",
        every=Link("Mọi bảng so sánh", "/mo-hinh/so-sanh/"),
        collections=(Link("Việc trong năm 2026", "/ho-so/viec-trong-nam/", "mục 2 trên 12"),),
    )


def bare_comparison() -> ComparisonView:
    models = tuple(ComparedModel(name, f"/mo-hinh/{name}/", "") for name in "ab")
    row = ComparedRow("Làm gì", False, ((Told("Đọc"),), (Told("Viết"),)))
    every = Link("Mọi bảng so sánh", "/mo-hinh/so-sanh/")
    return ComparisonView(
        head=head("Hai", "/x/"),
        crumbs=CRUMBS,
        title=LONG,
        summary="",
        notices=NONE,
        models=models,
        rows=(row,),
        body=Markup(""),
        source=None,
        change="",
        every=every,
    )


def compare() -> CompareView:
    empty = tuple(ComparedRow(row.label, row.ordered, ()) for row in rows())
    return CompareView(
        head("So sánh mô hình", "/mo-hinh/so-sanh/"),
        HERE,
        "So sánh mô hình",
        "Đặt hai đến bốn mô hình cạnh nhau.",
        (Card("comparison", "Ba nơi", "/mo-hinh/so-sanh/ba-noi/", "Ba cách bắt đầu.", meta=("3 mô hình",)),),
        PAGER,
        "",
        CompareTool("/mo-hinh/", "/mo-hinh/so-sanh/ten.json", 4, "/theme/search.js", "/theme/compare.js", empty),
    )


def bare_compare() -> CompareView:
    title = "So sánh mô hình – trang 1"
    return CompareView(
        head(title, "/mo-hinh/so-sanh/trang/1/"), HERE, title, "", NONE, NO_PAGER, "Chưa có bảng so sánh nào soạn sẵn.", None
    )
