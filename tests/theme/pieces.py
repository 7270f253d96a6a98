"""Pieces of sample views: the site, heads, cards, rows, pictures, a body. The province Mẫu is invented.

Not here: whole pages (`newsroom`, `records`, gathered in `samples`)."""

import io
from functools import cache
from pathlib import Path

from markupsafe import Markup
from PIL import Image as Picture
from PIL import ImageDraw

from plugins.context import theme
from plugins.context.views import (
    Card,
    Day,
    DocumentRow,
    Font,
    Group,
    Head,
    Image,
    Link,
    Notice,
    Pager,
    Person,
    Site,
    Source,
)
from plugins.media import fonts as media_fonts

THEME = Path(__file__).resolve().parents[2] / "theme"


HOST = "http://tinhdoanmau.example"


FACES = {f"/theme/be-vietnam-pro-{weight}-{style}.woff2": (part, weight, style) for part, weight, style in media_fonts.FACES}


FONTS = tuple(Font(href, weight, style) for href, (_, weight, style) in FACES.items())


LONG = "Nghiêng" * 30


NONE = ()


@cache
def assets() -> dict[str, bytes]:
    """The theme's own files by address."""
    return theme.assets(THEME, FONTS)


def site(**changes) -> Site:
    """The site as the demonstration has it."""
    found = assets()
    values = {
        "name": "Tuổi trẻ tỉnh Mẫu",
        "organ": "Đoàn TNCS Hồ Chí Minh tỉnh Mẫu",
        "slogan": "Xung kích, sáng tạo, nghĩa tình",
        "description": "Trang thông tin của tuổi trẻ tỉnh Mẫu",
        "notice": "Trang trình diễn: tỉnh Mẫu, các đơn vị và số liệu ở đây là hư cấu.",
        "home": "/",
        "menu": (
            Link("Tin tức", "/tin-tuc/"),
            Link("Văn bản", "/van-ban/"),
            Link("Mô hình hay", "/mo-hinh/"),
            Link("Giới thiệu", "/gioi-thieu/"),
            Link("Liên hệ", "/lien-he/"),
        ),
        "footer": (
            Group("Chuyên trang", (Link("Tin tức", "/tin-tuc/"), Link("Văn bản", "/van-ban/"), Link("Mô hình hay", "/mo-hinh/"))),
            Group("Công cụ", (Link("Tìm kiếm", "/tim-kiem/"), Link("Nhận tin qua RSS", "/rss/"), Link("Sơ đồ trang", "/so-do-trang/"))),
        ),
        "links": (
            Group(
                "Liên kết",
                (Link("Trung ương Đoàn", "https://vi-du.vn/trung-uong"), Link("Cổng thông tin tỉnh Mẫu", "https://vi-du.vn/tinh-mau")),
            ),
        ),
        "feed": Link("Tuổi trẻ tỉnh Mẫu – tất cả", "/rss/tat-ca.xml"),
        "search": "/tim-kiem/",
        "address": "Số 26, đường Thanh Niên, phường Ánh Dương, tỉnh Mẫu",
        "phone": "0200 000 026 (giờ hành chính)",
        "phone_href": "0200000026",
        "email": "vanphong@tinhdoanmau.example",
        "licence": "Nội dung được dùng lại khi ghi rõ nguồn.",
        "responsible": Person("Bí thư Tỉnh đoàn Mẫu"),
        "stylesheet": theme.find(found, "site.css"),
        "scripts": (theme.find(found, "site.js"),),
        "fonts": FONTS,
        "icon": theme.find(found, "favicon.svg"),
        "assets": tuple((theme.name(address), address) for address in found),
    }
    return Site(**values | changes)


def bare_site() -> Site:
    """A site that says no more than it must."""
    return site(slogan="", notice="", footer=NONE, links=NONE, address="", phone="", phone_href="", email="", licence="", responsible=None)


def head(title: str, address: str, **changes) -> Head:
    """What <head> says of a sample page."""
    return Head(f"{title} | Tuổi trẻ tỉnh Mẫu", "Một câu giới thiệu trang.", HOST + address, **changes)


def full_head(title: str, address: str) -> Head:
    """A head with everything."""
    return head(
        title,
        address,
        type="article",
        image=f"{HOST}/anh/trong-cay-1600.jpg",
        image_alt="Trồng cây bên bờ kênh",
        image_width=1600,
        image_height=900,
        published="2026-03-07T00:00:00+07:00",
        modified="2026-03-09T00:00:00+07:00",
        feeds=(Link("Tin tức", "/rss/tin-tuc.xml"), Link("Tin tức (JSON)", "/rss/tin-tuc.json")),
        json_ld=(Markup('{"@context":"https://schema.org","@type":"NewsArticle","headline":"Trồng cây"}'),),
    )


def day(iso: str, weekday: str) -> Day:
    """A printed day."""
    short = "/".join(reversed(iso.split("-")))
    return Day(iso, f"{weekday}, {short}", short)


def image(name: str = "trong-cay", alt: str = "Đoàn viên áo xanh trồng cây bên bờ kênh", height: int = 900, **changes) -> Image:
    """A picture 1600 pixels wide in three sizes."""
    return Image(
        alt,
        1600,
        height,
        *(tuple(Source(f"/anh/{name}-{w}.{e}", w) for w in (480, 960, 1600)) for e in ("webp", "jpg")),
        colour="#7fa36b",
        **changes,
    )


MARCH = day("2026-03-07", "Thứ Bảy")


CRUMBS = (Link("Trang chủ", "/"), Link("Tin tức", "/tin-tuc/"), Link("Tình nguyện", "/tin-tuc/tinh-nguyen/"))


HERE = (Link("Trang chủ", "/"), Link("Sơ đồ trang", "/so-do-trang/", current=True))


INVENTED = Notice("invented", "Nội dung minh họa: tỉnh Mẫu và các đơn vị, số liệu trong bài là hư cấu.")


_NEWS = (
    (
        "Hai trăm đoàn viên Sông Xanh trồng 3.000 cây giữ bờ kênh",
        "Tình nguyện",
        "Một buổi sáng, bảy chi đoàn, ba nghìn cây dừa nước và lời hẹn quay lại chăm cây mỗi tháng.",
        "2026-03-07",
        "Thứ Bảy",
        "trong-cay",
    ),
    (
        "Lớp kỹ năng số dưới gốc đa: học trò lớn nhất bảy mươi sáu tuổi",
        "Chuyển đổi số",
        "Tối thứ Tư hằng tuần, sân nhà văn hóa xã Bình Minh sáng đèn với lớp học dùng điện thoại.",
        "2026-03-11",
        "Thứ Tư",
        "lop-hoc",
    ),
    (
        "Giọt hồng nơi đảo xa",
        "Tình nguyện",
        "Đoàn đặc khu Đảo Ngọc giữ danh sách hiến máu sống, sẵn sàng khi tàu không thể ra khơi.",
        "2026-04-02",
        "Thứ Năm",
        "hien-mau",
    ),
    (
        "Chi đoàn khu nhà trọ Bến Cũ họp lúc 21 giờ",
        "Xây dựng Đoàn",
        "Tan ca mới họp, họp xong còn kịp ngủ: cách sinh hoạt của thanh niên công nhân.",
        "2026-04-18",
        "Thứ Bảy",
        "nha-tro",
    ),
    (
        "Từ bó sả đến tinh dầu: chuyện của tổ hợp tác thanh niên Núi Voi",
        "Khởi nghiệp",
        "Bốn đoàn viên góp vốn, một năm đầu lỗ và bài học về bao bì.",
        "2026-05-05",
        "Thứ Ba",
        "khoi-nghiep",
    ),
    (
        "Sân chơi từ lốp xe cũ",
        "Thiếu nhi",
        "Ba mươi chiếc lốp, hai thùng sơn và một cuối tuần của Đoàn xã Đồng Lúa.",
        "2026-05-16",
        "Thứ Bảy",
        "san-choi",
    ),
    (
        "Đoàn phường Ánh Dương giữ sạch bảy con hẻm bằng lịch trực của chính cư dân",
        "Tin hoạt động",
        "Mỗi hẻm một tổ, mỗi tổ một buổi, ba tháng chưa lỡ buổi nào.",
        "2026-06-06",
        "Thứ Bảy",
        "hem-sach",
    ),
)


def card(number: int = 0, picture: bool = True) -> Card:
    """A card of one of the sample news."""
    title, kicker, summary, iso, weekday, name = _NEWS[number % len(_NEWS)]
    return Card("news", title, f"/tin-tuc/2026/{name}/", summary, day(iso, weekday), kicker, image(name) if picture else None)


def model_card(number: int = 0) -> Card:
    """A card of a sample model."""
    title, field, status = (
        ("Chi đoàn 3 chủ động", "Xây dựng tổ chức Đoàn", "Nhân rộng"),
        ("Tiếng kẻng sạch làng", "Môi trường", "Thí điểm"),
        ("Tủ sách nhà trọ", "Thanh niên công nhân", "Chính thức"),
    )[number % 3]
    return Card(
        "model",
        title,
        f"/mo-hinh/{number}/",
        "Việc nhỏ, làm đều, có sổ theo dõi và người chịu trách nhiệm.",
        None,
        field,
        None,
        (status, "Tỉnh đoàn Mẫu"),
    )


ROWS = (
    DocumentRow(
        "12-KH/TĐTN-PT",
        "Tổ chức Tháng Thanh niên năm 2026",
        "/van-ban/2026/12-kh/",
        "Kế hoạch",
        "Tỉnh đoàn Mẫu",
        day("2026-02-10", "Thứ Ba"),
        "",
        "Còn hiệu lực",
        "in_force",
        2,
    ),
    DocumentRow(
        "16-HD/TĐTN-TCKT",
        "Xây dựng chi đoàn “3 chủ động”",
        "/van-ban/2025/16-hd/",
        "Hướng dẫn",
        "Tỉnh đoàn Mẫu",
        day("2025-08-20", "Thứ Tư"),
        "",
        "Được thay thế",
        "replaced",
        1,
    ),
    DocumentRow(
        "Chưa ghi số",
        "Sinh hoạt chi đoàn khu nhà trọ",
        "/van-ban/2013/nha-tro/",
        "Hướng dẫn",
        "Huyện đoàn Bình Mẫu",
        None,
        "Chưa ghi ngày",
        "Chưa xác định",
        "unknown",
    ),
)


FACETS = (
    Group(
        "Theo năm",
        (Link("2026", "/van-ban/nam/2026/", "12", True), Link("2025", "/van-ban/nam/2025/", "31"), Link("2013", "/van-ban/nam/2013/", "1")),
    ),
    Group(
        "Theo loại",
        (
            Link("Kế hoạch", "/van-ban/loai/ke-hoach/", "20"),
            Link("Hướng dẫn", "/van-ban/loai/huong-dan/", "9"),
            Link("Công văn", "/van-ban/loai/cong-van/", "4"),
        ),
    ),
)


PAGER = Pager(
    "Các trang của danh sách",
    Link("Trang 4", "/tin-tuc/trang/4/"),
    Link("Trang 2", "/tin-tuc/trang/2/"),
    Link("Trang 1", "/tin-tuc/trang/1/"),
)


NO_PAGER = Pager("", None, None)


BODY = Markup("""<p>Năm giờ rưỡi sáng, bờ kênh Ngang đã đông người. <strong>Hai trăm đoàn viên</strong> của bảy chi
đoàn xã Sông Xanh xếp thành hàng dọc, chuyền tay nhau từng bầu cây dừa nước xuống mép nước, theo
<a href="/van-ban/2026/12-kh/">Kế hoạch
12-KH/TĐTN-PT</a>.<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<h2 id="vi-sao-la-dua-nuoc">Vì sao là dừa nước?</h2>
<p>Mùa mưa năm ngoái, đoạn bờ này lở gần hai trăm mét. Rễ dừa nước đan dày, giữ đất tốt, lá lại lợp được chòi. Bà con
góp cây giống, thanh niên góp công.</p>
<blockquote><p>“Trồng một buổi thì dễ. Cái khó là ba năm sau cây vẫn còn đứng đó.”</p><p>Bí thư Đoàn xã Sông
Xanh</p></blockquote>
<h2 id="lich-cham-cay">Lịch chăm cây</h2>
<ol><li>Tuần đầu: dặm cây chết, buộc lại cọc.</li><li>Mỗi tháng một buổi:<ul><li>vớt rác, gỡ bèo;</li><li>đếm cây,
ghi vào sổ chung.</li></ul></li></ol>
<div class="table" role="region" tabindex="0" aria-label="Bảng, có thể cuộn ngang"><table><thead><tr><th>Chi
đoàn</th><th>Số người</th><th>Số cây</th><th>Người giữ sổ</th></tr></thead><tbody><tr><td>Ấp
Đông</td><td>31</td><td>450</td><td>Phó Bí thư chi đoàn</td></tr><tr><td>Ấp Kênh
Ngang</td><td>28</td><td>420</td><td>Bí thư chi đoàn</td></tr></tbody></table></div>
<p>Ai muốn góp một tay, xem thêm ở <a href="https://vi-du.vn/trong-cay-giu-bo-kenh-cung-tuoi-tre-song-xanh">trang của
xã</a>.</p>
<div class="footnote"><hr><ol><li id="fn:1"><p>Số liệu do Đoàn xã Sông Xanh cung
cấp.&#160;<a class="footnote-backref" href="#fnref:1" title="Trở lại chỗ có chú thích 1">&#8617;</a></p></li></ol></div>""")


@cache
def picture(extension: str, width: int, name: str) -> bytes:
    """A drawn stand-in for a photograph."""
    height = round(width * 9 / 16)
    hue = sum(name.encode()) % 60
    drawn = Picture.new("RGB", (width, height), (150 + hue, 195, 215))
    pen = ImageDraw.Draw(drawn)
    pen.ellipse((width * 0.7, height * 0.1, width * 0.82, height * 0.1 + width * 0.12), fill=(250, 220, 130))
    pen.polygon([(0, height), (width * 0.3, height * 0.45), (width * 0.6, height)], fill=(90, 140 + hue, 95))
    pen.polygon([(width * 0.35, height), (width * 0.7, height * 0.55), (width, height)], fill=(70, 115 + hue, 80))
    data = io.BytesIO()
    drawn.save(data, {"jpg": "JPEG"}.get(extension, extension.upper()))
    return data.getvalue()


@cache
def font(href: str) -> bytes:
    """The file behind a sample font (the whole TrueType file: browsers take it under any name)."""
    return media_fonts.source(FACES[href][0])
