"""Sample views of units, places and the map: filled, and with as little as they may have."""

from plugins.context.views import Fact, Group, Link
from plugins.domain.drawing import Cell, Table, cells
from plugins.editorial.views import EntityView
from plugins.showcase.map_views import Province, ProvinceMapView, SpreadingView, Tile, TileMap
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


def province_map() -> ProvinceMapView:
    here = Tile(0, 48, "NB", "6", "Tỉnh Ninh Bình: 6 mô hình", "/dia-ban/tinh-ninh-binh/#phan_mo-hinh")
    tiles = (Tile(0, 0, "HN", "", "Thành phố Hà Nội: chưa có mô hình", ""), here, Tile(288, 0, "HS", "", "Quần đảo Hoàng Sa", ""))
    old = Link("Tỉnh Nam Định", "/dia-ban/tinh-nam-dinh/")
    many = (old, Link("Tỉnh Hà Nam"))
    name = Link("Tỉnh Ninh Bình", "/dia-ban/tinh-ninh-binh/")
    former = Table(("Tên cũ", "Dùng đến hết", "Nay thuộc"), (cells(Cell(old.text, old.href), "30/06/2025", Cell(name.text, name.href)),))
    return ProvinceMapView(
        full_head("Bản đồ mô hình", "/mo-hinh/ban-do/"),
        CRUMBS,
        "Bản đồ mô hình",
        "Mỗi ô là một tỉnh, thành phố hiện nay.",
        TileMap("Số mô hình ở ba nơi", 332, 92, 44, tiles),
        (Province("HN", Link("Thành phố Hà Nội"), NONE, None), Province("NB", name, many, Link("6 mô hình", "/mo-hinh/dia-ban/nb/"))),
        former,
        (Link("Tỉnh Mẫu", "/mo-hinh/dia-ban/tinh-mau/", "10 mô hình"),),
        (Link("Mọi mô hình", "/mo-hinh/"),),
    )


def bare_province_map() -> ProvinceMapView:
    drawn = TileMap(LONG, 44, 44, 44, (Tile(0, 0, "X", "", LONG, ""),))
    return ProvinceMapView(head(LONG, "/x/"), CRUMBS, LONG, "", drawn, (Province("X", Link(LONG), NONE, None),), None, NONE, NONE)


def spreading() -> SpreadingView:
    rows = (cells(Cell("Ba chủ động", "/mo-hinh/ba/"), Cell("Tỉnh Mẫu", "/dia-ban/tinh-mau/"), "Cấp cơ sở", "09/2026", "7", "7", "100%"),)
    table = Table(("Mô hình", "Nơi làm", "Cấp", "Tính đến", "Số đạt", "Trên tổng", "Tỉ lệ"), rows)
    link = (Link("Bản đồ mô hình", "/mo-hinh/ban-do/"),)
    return SpreadingView(full_head("Nhân rộng", "/mo-hinh/nhan-rong/"), CRUMBS, "Nhân rộng tới đâu", "Mỗi dòng…", table, PAGER, link, "")


def bare_spreading() -> SpreadingView:
    return SpreadingView(head(LONG, "/x/"), CRUMBS, LONG, "", None, NO_PAGER, NONE, "Chưa có mô hình nào.")
