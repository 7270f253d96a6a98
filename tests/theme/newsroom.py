"""Sample views of the newsroom: home, news, lists, pages; each filled, and each with as little as it may have.

Not here: documents and models (`records`)."""

from markupsafe import Markup

from plugins.context.views import (
    Group,
    Head,
    Link,
    Person,
)
from plugins.editorial import views as editorial
from tests.theme.pieces import (
    _NEWS,
    BODY,
    CRUMBS,
    FACETS,
    HERE,
    HOST,
    INVENTED,
    LONG,
    MARCH,
    NO_PAGER,
    NONE,
    PAGER,
    ROWS,
    card,
    day,
    full_head,
    head,
    image,
    model_card,
)


def home() -> editorial.HomeView:
    return editorial.HomeView(
        Head("Tuổi trẻ tỉnh Mẫu", "Trang thông tin của tuổi trẻ tỉnh Mẫu", f"{HOST}/"),
        card(0),
        tuple(card(n) for n in range(1, 8)),
        ROWS,
        tuple(model_card(n) for n in range(3)),
        tuple(
            Link(t, f"/chu-de/{n}/", str(n + 3))
            for n, t in enumerate(("3 chủ động", "Tháng Thanh niên", "Tình nguyện hè", "Hiến máu", "Chuyển đổi số"))
        ),
        tuple(
            Link(t, f"/tin-tuc/{n}/") for n, t in enumerate(("Tin hoạt động", "Xây dựng Đoàn", "Tình nguyện", "Khởi nghiệp", "Thiếu nhi"))
        ),
        (
            editorial.Banner(
                "Mùa hè tình nguyện", "Đăng ký đội hình, chọn việc, chọn nơi.", "/chu-de/tinh-nguyen-he/", image("he", "", 686)
            ),
            editorial.Banner("Kho văn bản", "Tra số, ngày, hiệu lực; tải bản chính.", "/van-ban/", None),
        ),
        "/tin-tuc/",
        "/van-ban/",
        "/mo-hinh/",
    )


def bare_home() -> editorial.HomeView:
    return editorial.HomeView(
        Head("Tuổi trẻ tỉnh Mẫu", "", f"{HOST}/"), None, NONE, NONE, NONE, NONE, NONE, NONE, "/tin-tuc/", "/van-ban/", "/mo-hinh/"
    )


def news() -> editorial.NewsView:
    title, kicker, summary, *_ = _NEWS[0]
    return editorial.NewsView(
        head=full_head(title, "/tin-tuc/2026/trong-cay/"),
        crumbs=CRUMBS,
        kicker="Tháng Thanh niên 2026",
        title=title,
        summary=summary,
        day=MARCH,
        modified=day("2026-03-09", "Thứ Hai"),
        category=Link(kicker, "/tin-tuc/tinh-nguyen/"),
        authors=("Ban Tuyên giáo Tỉnh đoàn Mẫu",),
        notices=(INVENTED,),
        image=image(caption="Bờ kênh xã Sông Xanh trong ngày ra quân.", credit="Tranh minh họa của trang"),
        body=BODY,
        gallery=(
            image("anh-1", "Cây con xếp luống"),
            image("anh-2", "Chuyền cây xuống kênh", caption="Mỗi bầu cây qua tay hai mươi người."),
            image("anh-3", "Rửa tay sau buổi trồng"),
        ),
        documents=ROWS[:2],
        models=(model_card(1),),
        related=(card(2), card(3), card(4, False)),
        tags=(
            Group(
                "Chủ đề", (Link("Bảo vệ môi trường", "/chu-de/bao-ve-moi-truong/"), Link("Tháng Thanh niên", "/chu-de/thang-thanh-nien/"))
            ),
            Group("Địa bàn", (Link("Xã Sông Xanh", "/dia-ban/xa-song-xanh/"),)),
        ),
        source=Link("Trang thông tin xã Sông Xanh, bài ngày 07/03/2026", "https://vi-du.vn/tin"),
        previous=Link("Ra quân Tháng Thanh niên", "/tin-tuc/2026/ra-quan/"),
        next=Link(_NEWS[1][0], "/tin-tuc/2026/lop-hoc/"),
    )


def bare_news() -> editorial.NewsView:
    return editorial.NewsView(
        head=head(LONG, "/tin-tuc/2026/dai/", index=False),
        crumbs=CRUMBS,
        kicker="",
        title=LONG,
        summary="",
        day=MARCH,
        modified=None,
        category=Link("Tin hoạt động"),
        authors=NONE,
        notices=NONE,
        image=None,
        body=Markup("<p>Một dòng.</p>"),
        gallery=NONE,
        documents=NONE,
        models=NONE,
        related=NONE,
        tags=NONE,
        source=None,
        previous=None,
        next=None,
    )


def news_list() -> editorial.ListView:
    return editorial.ListView(
        full_head("Tình nguyện", "/tin-tuc/tinh-nguyen/"),
        CRUMBS,
        "Tình nguyện",
        "Việc nhỏ, tay nhiều, làm đến nơi.",
        FACETS,
        (*(card(n) for n in range(5)), model_card(0), card(6, False)),
        ROWS,
        PAGER,
        Link("Nhận tin Tình nguyện qua RSS", "/rss/tinh-nguyen.xml"),
        "",
    )


def bare_list() -> editorial.ListView:
    return editorial.ListView(head(LONG, "/x/"), CRUMBS, LONG, "", NONE, NONE, NONE, NO_PAGER, None, "Chuyên mục này chưa có tin nào.")


def page() -> editorial.PageView:
    return editorial.PageView(
        head=head("Liên hệ", "/lien-he/"),
        crumbs=(CRUMBS[0], Link("Liên hệ", "/lien-he/", current=True)),
        title="Liên hệ",
        summary="Gọi điện, viết thư hay ghé trụ sở, bạn luôn gặp người thật.",
        modified=day("2026-01-05", "Thứ Hai"),
        notices=(INVENTED,),
        image=image("tru-so", "Trụ sở vẽ bằng nét mực"),
        body=Markup("<p>Giờ làm việc: 7 giờ 30 đến 17 giờ.</p>"),
        contacts=(
            Person("Chánh Văn phòng", "", "Văn phòng Tỉnh đoàn", "0200 000 001", "vanphong@tinhdoanmau.example", "0200000001"),
            Person("Trực ban", phone="hỏi Văn phòng"),
        ),
    )


def bare_page() -> editorial.PageView:
    return editorial.PageView(
        head=head("Giới thiệu", "/gioi-thieu/"),
        crumbs=HERE,
        title=LONG,
        summary="",
        modified=None,
        notices=NONE,
        image=None,
        body=Markup(""),
        contacts=NONE,
    )
