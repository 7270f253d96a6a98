"""What editors do to the printed structure of a document, and to what leads into it, between two builds."""

import random
import re

from tests.site import incremental_site as sites
from tests.site.incremental_site import Site

_LABELS = (("1.", "4."), ("2.1.", "2.3."), ("2.", "5."), ("II.", "IV."), ("a)", "c)"), ("Bước 1", "Bước 3"), ("## Mục hai", "## Mục ba"))


def outline(site: Site, die: random.Random) -> None:
    """An item inserted, left out, renumbered or turned round in a document; a whole new structure; a duty that names an item."""
    path = die.choice(sorted((site.content / "van-ban").rglob("*.md")))
    head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")
    parts = [part for part in body.strip().split("\n\n") if part]
    how = die.randrange(6)
    if how == 0 or len(parts) < 2:
        parts = [sites.OUTLINE[at] for at in sorted(die.sample(range(len(sites.OUTLINE)), 8))]
    elif how == 1:
        parts.insert(die.randrange(len(parts) + 1), die.choice(sites.OUTLINE))
    elif how == 2:
        del parts[die.randrange(len(parts))]
    elif how == 3:
        old, new = die.choice(_LABELS)
        old, new = (old, new) if die.random() < 0.6 else (new, old)
        parts = [re.sub(rf"\A{re.escape(old)}(?=\W|\Z)", new, part) for part in parts]
    elif how == 4:
        die.shuffle(parts)
    else:
        place = die.choice(("I", "II.2", "mục 2.1 phần II", "điểm a khoản 1"))
        head = re.sub(r"(?m)^nhiệm vụ: .*\n", "", head) + f"nhiệm vụ: [{{việc: Gửi báo cáo, hạn: 2026-03-20, mục: {place}}}]\n"
    path.write_text(f"---\n{head}---\n\n" + "\n\n".join(parts) + "\n", encoding="utf-8")


def led(site: Site, die: random.Random) -> None:
    """A text that leads into documents: by the words of a citation, by a link to the address of an item."""
    path = die.choice(sorted(p for kind in ("tin-tuc", "van-ban", "mo-hinh") for p in (site.content / kind).rglob("*.md")))
    place = die.choice(("mục 2.1 phần II", "phần I", "mục 2.3 phần II", "bước 1", "điểm a mục 2"))
    text = f"Theo {place} Kế hoạch số {die.choice((12, 30))}-KH/TĐTN-PT."
    if die.random() < 0.3:
        text = f"Xem [mục ấy](/van-ban/2026/{die.choice(('12-kh', '30-kh'))}/index.md#{die.choice(('i', 'ii', 'ii-2', 'iii-buoc-1'))})."
    path.write_text(path.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")
