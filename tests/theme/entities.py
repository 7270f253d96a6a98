"""Sample views of units, places and the map: filled, and with as little as they may have."""

from plugins.context.views import Fact, Group, Link
from plugins.editorial.views import EntityView
from tests.theme.pieces import CRUMBS, INVENTED, LONG, NO_PAGER, NONE, PAGER, ROWS, card, full_head, head, model_card


def entity() -> EntityView:
    line = (
        Group("Trước đây", (Link("Huyện Bình Mẫu", "/dia-ban/huyen-binh-mau/", "đến 30/06/2025, 12 bài"), Link("Tổng Thượng"))),
        Group("Nay là", (Link("Xã Bình Minh", "/dia-ban/xa-binh-minh/", "từ 01/07/2025"),)),
    )
    return EntityView(
        full_head("Địa bàn: Xã Mẫu", "/dia-ban/xa-mau/"),
        CRUMBS,
        "Địa bàn: Xã Mẫu",
        "Những gì đã diễn ra trên địa bàn này.",
        (INVENTED,),
        (Fact("Thuộc", (Link("Tỉnh Mẫu", "/dia-ban/tinh-mau/"),)), Fact("Đến hết", (Link("30/06/2025"),))),
        line,
        (Group("Tổ chức ở đây", (Link("Đoàn xã Mẫu", "/don-vi/doan-xa-mau/"),)),),
        (Group("Xã Mẫu", (Link("Tủ sách trên xuồng", "/mo-hinh/tu-sach/", "Thí điểm"),)),),
        3,
        (*(card(n) for n in range(3)), model_card(0)),
        ROWS,
        PAGER,
        None,
        "",
    )


def bare_entity() -> EntityView:
    return EntityView(head(LONG, "/x/"), CRUMBS, LONG, "", NONE, NONE, NONE, NONE, NONE, 0, NONE, NONE, NO_PAGER, None, "Chưa có bài nào.")
