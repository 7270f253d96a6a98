"""What happens to units and places between two builds: they begin, end, merge, are split, lie elsewhere; models spread to them.

An edit like those of `incremental_edits`."""

import random

from tests.site.incremental_site import PLACES, Site

VARIANTS = (
    ("dia-ban", "- tên: Tỉnh Mẫu\n- tên: Xã Thượng\n  thuộc: Tỉnh Mẫu\n- tên: Xã Hạ\n  đến ngày: 2025-06-30\n  kế tục: Xã Thượng\n"),
    ("dia-ban", "- tên: Tỉnh Mẫu\n  tiền thân: Xã Hạ\n- tên: Xã Thượng\n- tên: Xã Hạ\n  thuộc: Xã Thượng\n  đến ngày: 2024\n"),
    ("dia-ban", "- tên: Tỉnh Mẫu\n- tên: Xã Hạ\n  thuộc: Tỉnh Mẫu\n- tên: Xã Thượng\n  đến ngày: 2025\n  kế tục: [Xã Hạ, Tỉnh Mẫu]\n"),
    ("dia-ban", "- tên: Tỉnh Mẫu\n- tên: Xã Thượng\n  thuộc: Tỉnh Cũ\n- tên: Xã Hạ\n  thuộc: Tỉnh Mới\n"),
    ("tinh-thanh", "- tên: Tỉnh Mẫu\n  ô: {hàng: 1, cột: 1, viết tắt: M}\n"),
    ("tinh-thanh", "- tên: Tỉnh Mới\n  ô: {hàng: 2, cột: 1, viết tắt: Mi}\n- tên: Tỉnh Cũ\n  đến ngày: 2025\n  kế tục: Tỉnh Mới\n"),
    (
        "tinh-thanh",
        "- tên: Tỉnh Cũ\n  đến ngày: 2025-06-30\n  kế tục: Tỉnh Mẫu\n- tên: Tỉnh Mới\n  ô: {hàng: 2, cột: 2, viết tắt: Mi}\n"
        "- tên: Tỉnh Mẫu\n  ô: {hàng: 3, cột: 1, viết tắt: M}\n  quần đảo: [{tên: Đảo Xa, hàng: 3, cột: 7, viết tắt: X}]\n",
    ),
)


def _replication(die: random.Random) -> str:
    n, level = die.randint(1, 8), die.choice(("cơ sở", "chi đoàn"))
    first = f"{{cấp: {level}, đạt: {n}, trên tổng: 9, tính đến: 2026-0{n}, địa bàn: [{die.choice(PLACES)}]}}"
    return die.choice((f"[{first}]", f"[{first}, {{cấp: {level}, đạt: 1, tính đến: 2025}}]", ""))


def entities(site: Site, die: random.Random) -> None:
    """Another day, heir, forerunner or surrounding of a unit or place; another spread of a model; provinces beside the own places."""
    if die.random() < 0.4:
        path = die.choice(sorted((site.content / "mo-hinh").glob("*.md")) or [None])
        if path:
            lines = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("nhân rộng:")]
            told = _replication(die)
            lines[1:1] = [f"nhân rộng: {told}"] if told else []
            path.write_text("\n".join(lines), encoding="utf-8")
        return
    name, text = die.choice(VARIANTS)
    (site.content / "du-lieu" / f"{name}.yml").write_text(text, encoding="utf-8")
