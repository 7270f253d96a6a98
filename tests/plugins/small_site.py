"""A small site made by hand, mounted below a path: words, records, pictures and files for tests of adapters.

Everything here is invented; nothing is read from content/."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from markupsafe import Markup

from plugins.context import theme
from plugins.context.body import Body, LinkHole, PictureHole
from plugins.context.build import Build, FileFacts
from plugins.context.outputs import Adapter, outputs
from plugins.context.views import Image, Link, Site, Source
from plugins.domain import words
from plugins.domain.dates import read
from plugins.domain.parts import Attachment, Picture, Result, Step
from plugins.domain.records import Document, Model, News, Record
from tests.plugins import held

THEME = Path(__file__).resolve().parents[2] / "theme"
URL = "https://doan.example/tre"
HOST = "https://doan.example"
EMPTY = Body()
PICTURE_SIZE, FILE_SIZE = 4321, 98765

_WORDS = {
    "trang-web.yml": """
tên trang: Tuổi trẻ Mẫu
cơ quan chủ quản: Tỉnh đoàn Mẫu
giới thiệu: Trang thử
gốc mã nguồn tin: mau.example,2026
""",
    "co-quan.yml": """
- {tên: Tỉnh đoàn Mẫu, cấp: tỉnh, địa bàn: Tỉnh Mẫu, tên khác: [Đoàn tỉnh]}
- {tên: Tỉnh đoàn Xưa, cấp: tỉnh, kế tục: Tỉnh đoàn Mẫu}
- {tên: Xã đoàn Lặng, cấp: cơ sở}
- tên: UBND xã Mẫu
  cấp: cơ sở
  tiêu đề văn bản: [Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc]
""",
    "dia-ban.yml": "- {tên: Tỉnh Mẫu}\n- {tên: Tỉnh Xưa, kế tục: Tỉnh Mẫu}\n",
    "loai-van-ban.yml": "- {tên: Kế hoạch, ký hiệu: KH}\n- {tên: Hướng dẫn, ký hiệu: HD}\n",
    "chuyen-muc.yml": "- {tên: Tình nguyện}\n- {tên: Gương sáng}\n",
    "chu-de.yml": "- {tên: 3 chủ động}\n",
    "mach.yml": "- {tên: Tự lo, mục đích: Tự lo việc mình., tên khác: [ba tự]}\n",
    "linh-vuc.yml": "- {tên: Xây dựng Đoàn}\n",
}


class Pictures:
    """Pictures that are only named."""

    def image(self, src: str, alt: str, caption: str = "", credit: str = "") -> Image:
        stem = src.removesuffix(".jpg")
        jpeg = tuple(Source(f"/tre/{stem}-{width}.jpg", width) for width in (480, 960))
        return Image(alt, 960, 540, (), jpeg, "#336699", caption, credit)

    def card(self, label: str, site_name: str) -> Image:
        return Image(label, 1200, 630, (), (Source("/tre/anh/the.png", 1200),), "#336699")

    def size(self, src: str) -> int:
        assert src == "anh/cay.jpg", "only the picture that a feed names is measured"
        return PICTURE_SIZE


class Attachments:
    """Files that are only named."""

    def facts(self, path: Path) -> FileFacts:
        return FileFacts(FILE_SIZE, path.suffix[1:], "application/pdf", 3, "00")


@cache
def vocabulary() -> words.Words:
    return words.read(_WORDS, "content")[0]


def news(name: str = "tin-tuc/2026/trong-cay", day: str = "2026-03-05", **changes) -> News:
    values = {
        "title": "Ra quân trồng cây",
        "summary": "Hai trăm đoàn viên ra quân.",
        "slug": name.split("/")[-1],
        "category": "tinh-nguyen",
    }
    return News(key=name, path=f"content/{name}.md", date=read(day), status="published", **values | changes)


def document(name: str = "van-ban/2025/12-kh", day: str | None = "2025-02-10", **changes) -> Document:
    values = {"title": "Tổ chức Tháng Thanh niên", "subject": "Tổ chức Tháng Thanh niên", "slug": name.split("/")[-1], "type": "ke-hoach"}
    values |= {
        "organ": "tinh-doan-mau",
        "number": "12",
        "symbol": "KH/TĐTN-TCKT",
        "as_printed": "Số: 12-KH/TĐTN-TCKT",
        "status": "in_force",
    }
    return Document(key=name, path=f"content/{name}/index.md", date=read(day) if day else None, **values | changes)


def model(name: str = "mo-hinh/ba-chu-dong", **changes) -> Model:
    values = {"name": "Ba chủ động", "title": "Ba chủ động", "summary": "Chi đoàn tự lo việc.", "slug": name.split("/")[-1]}
    values |= {"unit": "tinh-doan-xua", "place": "tinh-xua", "status": "pilot", "field": ("xay-dung-doan",)}
    return Model(key=name, path=f"content/{name}.md", **values | changes)


def records() -> tuple[Record, ...]:
    """One of each kind, with all that a feed may carry."""
    picture = Picture("anh/cay.jpg", "Trồng cây", "Ven đường", "Ban Tuyên giáo")
    figure = Result("Chi đoàn áp dụng", 14, read("2024-11-20"), of=21, unit="chi đoàn")
    return (
        news(image=picture, authors=("Ban Tuyên giáo",), topics=("3-chu-dong",), units=("tinh-doan-mau",)),
        document(files=(Attachment("12-kh.pdf", "Bản chụp"), Attachment("mau.pdf", "Biểu mẫu"))),
        model(steps=(Step("Khảo sát", "Hỏi từng người"),), results=(figure,), photos=(picture,)),
    )


BODY = Body((
    '<p>Xem <a href="', LinkHole("/van-ban/2025/12-kh/index.md"), '">Kế hoạch</a>, <a href="', LinkHole("#muc"), '">mục</a>, <a href="',
    LinkHole("https://xa.example/a"), '">nơi khác</a>.</p>', PictureHole("/anh/cay.jpg", "Cây", "Chú thích"),
))  # fmt: skip


def build(*given: Record, body: Body | Callable[[Record], Body] = EMPTY, cited=None, data: dict[str, str] | None = None, **site) -> Build:
    """A build of some records, all with one body or each with its own; `cited` as in `held`, `data` are further data files (name → text),
    `site` changes the site view."""
    made = Build(Path("content"), Path("cache"), Path("output"), THEME, URL, held.AS_OF)
    known = words.read(_WORDS | data, "content")[0] if data else vocabulary()
    made.library = held.library(given, known, body=body if callable(body) else lambda record: body, cited=cited, trace=made.trace)
    made.pictures, made.attachments = Pictures(), Attachments()
    made.env = theme.environment(THEME)
    made.assets = theme.assets(THEME, ())
    made.site = replace(_site(made), **site)
    return made


def _site(made: Build) -> Site:
    values = dict.fromkeys(Site.__dataclass_fields__, "") | {"menu": (), "footer": (), "links": (), "scripts": (), "fonts": ()}
    values |= {"name": "Tuổi trẻ Mẫu", "organ": "Tỉnh đoàn Mẫu", "description": "Trang thử", "email": "vp@mau.example"}
    values |= {"home": "/tre/", "search": "/tre/tim-kiem/", "feed": Link("Tất cả", "/tre/rss/tat-ca.xml"), "responsible": None}
    values["assets"] = tuple((theme.name(address), "/tre" + address) for address in made.assets)
    return Site(**values | {"stylesheet": "/tre" + theme.find(made.assets, "site.css"), "icon": "/tre/theme/favicon.svg"})


def written(adapter: Adapter, made: Build) -> dict[str, object]:
    """What an adapter publishes, by address."""
    return {output.address: output for output in outputs(adapter, made)}


def rendered(made: Build, page) -> Markup:
    """A page output as HTML."""
    return theme.render(made.env, page.template, made.site, page.view())
