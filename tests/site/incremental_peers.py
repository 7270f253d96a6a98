"""What becomes of the sites of others between two builds: named, forgotten, their kept catalogue fetched anew, or damaged."""

import json
import random

from plugins.domain import citations
from tests.site.incremental_site import Site

_NAMED = "- tên: Tỉnh đoàn Bên\n  địa chỉ: https://ben.example/du-lieu/van-ban.json\n"
_CITED = (("99", "HD/TĐTN-XX", "2025-02-01"), ("7", "CV/TĐTN-VP", "2026-03-03"), ("12", "KH/TĐTN-PT", "2026-02-12"))


def peers(site: Site, die: random.Random) -> None:
    """A peer named or forgotten; its catalogue with other documents, with none, cut short, or gone."""
    words = site.content / "du-lieu"
    copy = words / "trang-ban/tinh-doan-ben.json"
    how = die.randrange(8)
    if how == 0:
        (words / "trang-ban.yml").unlink(missing_ok=True)
        return
    (words / "trang-ban.yml").write_text(_NAMED, encoding="utf-8")
    copy.parent.mkdir(exist_ok=True)
    if how == 1:
        copy.unlink(missing_ok=True)
    elif how == 2:
        copy.write_text("[[", encoding="utf-8")
    else:
        rows = [_row(*one, die) for one in die.sample(_CITED, die.randint(0, len(_CITED)))]
        copy.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def _row(number: str, symbol: str, day: str, die: random.Random) -> list[str]:
    n, organ = die.randint(1, 3), die.choice(("Tỉnh đoàn Bên", "Tỉnh đoàn Mẫu"))
    return [citations.key(number, None, symbol), f"Bản {n}", f"https://ben.example/{n}/", organ, "province", die.choice((day, ""))]
