"""Sample views of the calendar of duties and of the table of targets; each filled, and each with as little as it may have."""

from plugins.context.views import Group, Link
from plugins.duties import views
from tests.theme.pieces import CRUMBS, FACETS, LONG, NO_PAGER, NONE, PAGER, day, head

_LINE = views.DutyLine(
    "Gửi báo cáo kết quả Tháng Thanh niên kèm ảnh công trình",
    "Đoàn xã, phường, đặc khu và Đoàn trực thuộc",
    "Cấp cơ sở",
    "trước ngày 05/4 hằng năm",
    "Ban Phong trào, hộp thư phongtrao@tinhdoanmau.example",
    Link("Kế hoạch 12-KH/TĐTN-PT", "/van-ban/2026/12-kh/#iii-2"),
    "III.2",
    "Tỉnh đoàn Mẫu",
)
_BARE = views.DutyLine(LONG, "", "", "", "", Link("Hướng dẫn: " + LONG, "/van-ban/2013/hd/"), "", "Tỉnh đoàn Mẫu", "Văn bản hết hiệu lực")


def calendar() -> views.CalendarView:
    """A month with days, a stretch without a day, and a grid."""
    empty = tuple(views.GridDay(n) for n in range(1, 5))
    weeks = (((views.GridDay(0),) * 2 + empty + (views.GridDay(5, "#ngay_5", 2, "Chủ Nhật, 05/04/2026: 2 việc"),)),)
    return views.CalendarView(
        head("Việc đến hạn tháng 4/2026", "/lich/2026/04/"),
        CRUMBS,
        "Việc đến hạn tháng 4/2026",
        "3 việc các cấp phải làm hoặc gửi trong tháng 4 năm 2026.",
        (Link("Mọi cấp", "/lich/2026/04/", current=True), Link("Cấp cơ sở", "/lich/2026/04/co-so/")),
        weeks,
        (
            views.DutyGroup("ngay_5", "Chủ Nhật, 05/04/2026", day("2026-04-05", "Chủ Nhật"), (_LINE, _BARE), "2 việc"),
            views.DutyGroup("trong_thang", "Trong tháng 4", None, (_LINE,), "1 việc"),
        ),
        (Group("Năm 2026", (Link("Tháng 4", "/lich/2026/04/", "2 văn bản"),), "2026"),),
        (Link("Việc làm thường xuyên", "/lich/thuong-xuyen/"),),
        Link("Tháng 3/2026", "/lich/2026/03/"),
        Link("Tháng 5/2026", "/lich/2026/05/"),
        Link("Đưa lịch này vào điện thoại (.ics)", "/lich/tat-ca.ics"),
        "",
    )


def bare_calendar() -> views.CalendarView:
    """A calendar without anything in it."""
    title = "Lịch công việc"
    return views.CalendarView(
        head(title, "/lich/"), NONE, title, "", NONE, NONE, NONE, NONE, NONE, None, None, None, "Chưa có văn bản nào giao việc."
    )


def targets() -> views.TargetsView:
    """Targets of two documents."""
    document = Link("Nghị quyết 07-NQ/TĐTN", "/van-ban/2025/07-nq/#i-2")
    lines = (
        views.TargetLine("Chi đoàn giữ nếp sinh hoạt hằng tháng", "90 %", "Chi đoàn", "đến năm 2027", document, "I.2"),
        views.TargetLine(LONG, "", "", "", document, ""),
    )
    ways = (Link("Lịch công việc", "/lich/"),)
    return views.TargetsView(
        head("Bảng chỉ tiêu", "/lich/chi-tieu/"), CRUMBS, "Bảng chỉ tiêu", "Mọi chỉ tiêu.", FACETS, lines, PAGER, ways, ""
    )


def bare_targets() -> views.TargetsView:
    """No targets at all."""
    title = "Bảng chỉ tiêu"
    return views.TargetsView(head(title, "/lich/chi-tieu/"), NONE, title, "", NONE, NONE, NO_PAGER, NONE, "Chưa có chỉ tiêu nào.")
