"""Sample views of collections: filled, and with as little as they may have."""

from markupsafe import Markup

from plugins.collections.views import CollectionListView, CollectionView
from plugins.context.collecting import CollectedItem, CollectedPart
from plugins.context.views import Card, Fact, Link
from tests.theme.pieces import CRUMBS, INVENTED, LONG, NO_PAGER, NONE, PAGER, day, full_head, head


def parts() -> tuple[CollectedPart, ...]:
    """Things of every kind, in two parts."""
    plan = CollectedItem(1, "document", "Kế hoạch 12-KH/TĐTN-PT", "Tổ chức Tháng Thanh niên năm 2026", "/van-ban/2026/12-kh/")
    form = CollectedItem(
        2, "file", "Tệp DOCX, 48 kB", "Mẫu đăng ký công trình", "/van-ban/2026/12-kh/mau.docx", "Điền rồi gửi Ban Phong trào."
    )
    told = CollectedItem(3, "news", "Tin hoạt động", "Ra quân", "/tin-tuc/2026/ra-quan/", "", day("2026-03-01", "Chủ Nhật"))
    practice = CollectedItem(4, "model", "Mô hình", "3 chủ động", "/mo-hinh/ba-chu-dong/", "", None, "Nhân rộng", "scaled")
    further = CollectedItem(5, "outside", "Trang ở nơi khác", "Ảnh của Tháng Thanh niên", "https://vi-du.vn/anh")
    return CollectedPart("Kế hoạch và biểu mẫu", (plan, form)), CollectedPart("Kết quả", (told, practice, further))


def collection() -> CollectionView:
    return CollectionView(
        head=full_head("Tháng Thanh niên 2026", "/ho-so/thang-thanh-nien-2026/"),
        crumbs=(CRUMBS[0], Link("Bộ hồ sơ", "/ho-so/"), Link("Tháng Thanh niên 2026", "/ho-so/thang-thanh-nien-2026/", current=True)),
        title="Tháng Thanh niên 2026",
        summary="Mọi giấy tờ của Tháng Thanh niên, xếp theo thứ tự dùng.",
        status="Đang bổ sung",
        status_key="open",
        notices=(INVENTED,),
        facts=(Fact("Đơn vị phụ trách", (Link("Tỉnh đoàn Mẫu", "/don-vi/tinh-doan-mau/"),)), Fact("Số mục", (Link("5"),))),
        body=Markup("<p>Đọc mục 1 trước.</p>"),
        parts=parts(),
        feed=Link("Nhận mục mới của bộ này (RSS)", "/rss/ho-so-thang-thanh-nien-2026.xml"),
        source=Link("Văn phòng Tỉnh đoàn Mẫu"),
        collections=(Link("Việc trong năm 2026", "/ho-so/viec-trong-nam/", "mục 2 trên 12"),),
    )


def bare_collection() -> CollectionView:
    part = CollectedPart("", (CollectedItem(1, "page", "Trang", LONG, "/gioi-thieu/"),))
    feed = Link("RSS", "/rss/ho-so-x.xml")
    return CollectionView(
        head=head("Bộ", "/ho-so/x/"),
        crumbs=CRUMBS,
        title=LONG,
        summary="",
        status="",
        status_key="",
        notices=NONE,
        facts=NONE,
        body=Markup(""),
        parts=(part,),
        feed=feed,
        source=None,
    )


def collections() -> CollectionListView:
    return CollectionListView(
        head("Bộ hồ sơ", "/ho-so/"),
        (CRUMBS[0], Link("Bộ hồ sơ", "/ho-so/", current=True)),
        "Bộ hồ sơ",
        "Mỗi bộ gom những gì cần cho một việc.",
        (
            Card(
                "collection",
                "Tháng Thanh niên 2026",
                "/ho-so/thang-thanh-nien-2026/",
                "Xếp theo thứ tự dùng.",
                meta=("Đang bổ sung", "5 mục"),
            ),
        ),
        PAGER,
        Link("Bộ hồ sơ – RSS", "/rss/ho-so.xml"),
        "",
    )


def bare_collections() -> CollectionListView:
    feed = Link("RSS", "/rss/ho-so.xml")
    return CollectionListView(head("Bộ hồ sơ", "/ho-so/"), CRUMBS, "Bộ hồ sơ", "", NONE, NO_PAGER, feed, "Chưa có bộ hồ sơ nào.")
