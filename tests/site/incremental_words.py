"""What happens to the data files between two builds: words, redirects, banners, aliases, links, the site's own name.

An edit like those of `incremental_edits`."""

import random
import re

from plugins.domain.text import slug
from tests.site.incremental_site import PLACES, UNITS, Site

_ORGAN = ("", "  địa bàn: Xã Hạ\n", "  cấp trên: Tỉnh đoàn Mẫu\n", "  tên khác: [Đoàn xã Thượng]\n", "  lưu ý: Mới.\n")
_FIRST = r"(?m)^(- tên: .*\n)(  tóm tắt: .*\n)?"
_PLACE = ("", "  thuộc: Tỉnh Mẫu\n", "  tiền thân: Xã Hạ\n", "  tên khác: [Xã Thượng]\n")


def _words(site: Site, name: str, change) -> None:
    path = site.content / "du-lieu" / f"{name}.yml"
    path.write_text(change(path.read_text(encoding="utf-8") if path.is_file() else ""), encoding="utf-8")


def _documents(site: Site) -> list[str]:
    found = [path.parent.relative_to(site.content).as_posix() for path in sorted((site.content / "van-ban").rglob("index.md"))]
    return found or ["Luật"]


def _renamed(text: str, die: random.Random) -> str:
    """Another name of one of these words: the old one is kept as its key and as another name, as its key alone, or is lost."""
    names = re.findall(r"(?m)^- tên: (.*)$", text)
    if not names:
        return text
    old, new = die.choice(names), f"Tên {die.randint(1, 9)}"
    kept = die.choice((f"  khóa: {slug(old)}\n  tên khác: [{old}]\n", f"  khóa: {slug(old)}\n", ""))
    kept = "" if "khóa" in text or "tên khác" in text else kept
    return text.replace(f"- tên: {old}\n", f"- tên: {new}\n{kept}", 1)


def _dated(text: str, die: random.Random) -> str:
    """Another first or last day of one of these words."""
    day, name = die.choice(("2024-06-30", "2025-06", "2026-01-01")), die.choice(("từ ngày", "đến ngày"))
    entries = re.split(r"(?m)^(?=- )", text)
    at = die.randrange(len(entries))
    one = re.sub(rf"(?m)^  {name}: .*\n", "", entries[at])
    entries[at] = f"{one}  {name}: {day}\n" if one.startswith("- tên") and "{" not in one and die.random() < 0.8 else one
    return "".join(entries)


def data(site: Site, die: random.Random) -> None:
    """Another word, redirect, banner, alias, link, or name of the site; the same words in other lines."""
    n, shown = die.randint(1, 4), die.choice(("cay", "vuon"))
    name, change = die.choice(
        (
            ("co-quan", lambda t: t + f"- tên: Đơn vị {n}{die.randint(0, 99)}\n  cấp: tỉnh\n{die.choice(_ORGAN)}"),
            ("co-quan", lambda t: re.sub(rf"(?m)^(- tên: {die.choice(UNITS)}\n)(  lưu ý: .*\n)?", rf"\1  lưu ý: Lời {n}.\n", t)),
            ("dia-ban", lambda t: t + f"- tên: Xã {n}{die.randint(0, 99)}\n{die.choice(_PLACE)}"),
            ("dia-ban", lambda t: re.sub(r"(?m)^(- tên: Xã Hạ\n)(  nguồn: .*\n)?", rf"\1  nguồn: {{tên: Báo {n}}}\n", t)),
            (die.choice(("chu-de", "linh-vuc", "chuyen-muc", "mach")), lambda t: t + f"- tên: Từ {n}{die.randint(0, 99)}\n"),
            (die.choice(("chuyen-muc", "linh-vuc")), lambda t: re.sub(_FIRST, rf"\1  tóm tắt: Lời {n}.\n", t, count=1)),
            ("tinh-thanh", lambda t: re.sub(r"(?m)^(- tên: Tỉnh Cũ\n)(  lưu ý: .*\n)?", rf"\1  lưu ý: Lời {n}.\n", t)),
            ("trang-web", lambda t: re.sub(r"(?m)^(đầu mối: .*\n)?\Z", f"đầu mối: [{{chức vụ: Trực ban {n}}}]\n", t)),
            ("co-quan", lambda t: re.sub(r"địa bàn: .*", f"địa bàn: {die.choice(PLACES)}", t, count=1)),
            ("chu-de", lambda t: re.sub(r"(?m)^(- tên: Ba chủ động\n)(  tóm tắt: .*\n)?", rf"\1  tóm tắt: Lời {n}.\n", t)),
            ("chuyen-muc", lambda t: "".join(sorted(t.splitlines(keepends=True), reverse=bool(n % 2))) if "  " not in t else t),
            ("mach", lambda t: re.sub(r"(?m)^(- tên: Vườn ươm\n)(  mục đích: .*\n)?", rf"\1  mục đích: Lời {n}.\n", t)),
            ("dia-ban", lambda t: re.sub(r"(?m)^(- tên: Xã Thượng\n)(  lưu ý: .*\n)?", rf"\1  lưu ý: Lời {n}.\n", t)),
            ("banner", lambda t: f"- tên: Ngữ {n}\n  địa chỉ: /tin-tuc/\n  ảnh: {{tệp: anh/{shown}.jpg, mô tả: Cây}}\n"),
            ("banner", lambda t: f"- tên: Biểu ngữ {n}\n  địa chỉ: /mo-hinh/\n"),
            ("chuyen-huong", lambda t: f"- từ: /cu/{n}/\n  đến: {die.choice(('/tin-tuc/', '/van-ban/', '/chu-de/ba-chu-dong/'))}\n"),
            ("chuyen-huong", lambda t: f"- từ: /rut/{n}/\n  lý do: Bài đã rút xuống.\n"),
            ("ten-goi", lambda t: f"- cụm từ: Kế hoạch Tháng Thanh niên\n  văn bản: {die.choice(_documents(site))}\n"),
            ("lien-ket", lambda t: f"- tên: Nơi {n}\n  địa chỉ: https://vi-du.vn/{n}\n"),
            ("trang-web", lambda t: re.sub(r"(?m)^giới thiệu: .*", f"giới thiệu: Trang thử {n}.", t)),
            ("trang-web", lambda t: re.sub(r"(?m)^tên trang: .*", f"tên trang: Tỉnh đoàn {n}", t)),
            *((name, lambda t: _renamed(t, die)) for name in ("chu-de", "linh-vuc", "chuyen-muc", "mach")),
            (die.choice(("dia-ban", "co-quan", "tinh-thanh")), lambda t: _dated(t, die)),
            ("tu-viet-tat", lambda t: f"- viết tắt: ĐV{n}\n  đầy đủ: đoàn viên\n"),
            (die.choice(("chu-de", "ten-goi", "banner")), lambda t: f"# {n}\n{t}"),
        )
    )  # fmt: skip
    _words(site, name, change)
