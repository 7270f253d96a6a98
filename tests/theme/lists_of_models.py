"""Sample views of the lists of models."""

from plugins.context.views import Fact, Group, Link
from plugins.showcase import views as showcase
from plugins.showcase.comparison_views import Picker
from tests.theme.pieces import CRUMBS, FACETS, NO_PAGER, NONE, PAGER, head, model_card


def models() -> showcase.ModelListView:
    return showcase.ModelListView(
        head("Mô hình hay", "/mo-hinh/"),
        (CRUMBS[0], Link("Mô hình hay", "/mo-hinh/", current=True)),
        "Mô hình hay",
        "Cách làm đã thử, có số liệu, nói cả chỗ chưa được.",
        FACETS,
        tuple(model_card(n) for n in range(7)),
        PAGER,
        Link("Nhận mô hình mới qua RSS", "/rss/mo-hinh.xml"),
        "",
        (Fact("Xem thêm", (Link("Mọi tin, văn bản, mô hình ở Xã Bình Minh", "/dia-ban/xa-binh-minh/"),)),),
        "Xếp theo độ lan tỏa: con số lớn nhất trong “nhân rộng” của hồ sơ. Mô hình chưa ghi số đứng sau.",
        Link("Xem theo ngày cập nhật", "/mo-hinh/moi-nhat/"),
        Picker("/mo-hinh/so-sanh/", 4, "/theme/picks.js"),
        Link("So sánh mô hình", "/mo-hinh/so-sanh/"),
    )


def model_facet() -> showcase.ModelFacetView:
    names = ("Xã Bình Minh", "Phường Bến Cũ", "Đặc khu Hòn Khoai", "Tỉnh Mẫu")
    ways = tuple(Link(name, f"/mo-hinh/{n}/", current=not n) for n, name in enumerate(("Địa bàn", "Lĩnh vực", "Năm bắt đầu")))
    return showcase.ModelFacetView(
        head("Mô hình theo địa bàn", "/mo-hinh/dia-ban/"),
        CRUMBS,
        "Mô hình theo địa bàn",
        "Mọi danh sách mô hình theo địa bàn, kèm số mô hình trong từng danh sách.",
        Group("Xem theo", ways),
        Group("Địa bàn", tuple(Link(name, f"/mo-hinh/dia-ban/{n}/", str(3 * n + 1)) for n, name in enumerate(names))),
    )


def bare_model_facet() -> showcase.ModelFacetView:
    title = "Mô hình theo địa bàn"
    return showcase.ModelFacetView(head(title, "/x/"), CRUMBS, title, "", Group("Xem theo", NONE), Group("Địa bàn", NONE))


def bare_models() -> showcase.ModelListView:
    return showcase.ModelListView(
        head("Mô hình hay", "/mo-hinh/"), CRUMBS, "Mô hình hay", "", NONE, NONE, NO_PAGER, None, "Chưa có mô hình nào."
    )
