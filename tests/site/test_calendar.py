"""The calendar between two builds: what a change of a duty touches, and what touches the calendar at all."""

import random
import shutil

import pytest

from tests.site import incremental_edits as edits
from tests.site.incremental_site import Site, narrow


@pytest.fixture
def site(built, tmp_path, monkeypatch) -> Site:
    """A copy of the sample site with its memory."""
    narrow(monkeypatch)
    shutil.copytree(built, tmp_path / "nha", dirs_exist_ok=True)
    return Site(tmp_path / "nha")


def changed(site: Site, name: str, old: str, new: str) -> set[str]:
    """What a build writes anew below lich/ after other words in a file of content/."""
    path = site.content / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = site.build().outcome
    assert done and site.differences() == []
    return {part.removeprefix("lich/").removesuffix("index.html") for part in (*done.changed, *done.gone) if part.startswith("lich/")}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("tin-tuc/2025/tin-4.md", "Tin số 4", "Tin khác"),
        ("tin-tuc/2026/tin-2.md", "ngày: 2026-11-20", "ngày: 2026-11-21"),
        ("van-ban/2025/7-cv/index.md", "trích yếu: Việc 3", "trích yếu: Việc khác"),
        ("van-ban/2026/12-kh/index.md", "## Mục hai", "## Mục ba"),
    ],
)
def test_what_asks_for_nothing_touches_no_calendar(site, name, old, new):
    """News of any day, documents without duties, and the text of one that has some leave the calendar as it is."""
    assert changed(site, name, old, new) == set()


def test_a_moved_day_touches_two_months(site):
    """A duty that falls due in another month changes the old month, the new one, what leads to them, and the calendars that hold it."""
    found = changed(site, "van-ban/2026/12-kh/index.md", "hạn: 2026-03-20", "hạn: 2026-05-21")
    months = {part for part in found if part[:4].isdigit()}
    assert {"2026/05/", "2026/05/co-so/"} <= months <= {f"2026/0{n}/{level}" for n in range(3, 7) for level in ("", "co-so/")}
    assert {"tat-ca.ics", "cap-co-so.ics"} <= found and "cap-tinh.ics" not in found


def test_a_replaced_document_ends_its_duties(site):
    """A document that is replaced takes its coming duties off the calendar, and gives them back when it is replaced no more."""
    name, line = "van-ban/2026/30-kh/index.md", "thay thế: [van-ban/2025/5-hd]\n"
    page = site.output / "lich/2026/11/index.html"
    assert "Gửi kết quả" not in page.read_text(encoding="utf-8")
    assert "2026/11/" in changed(site, name, line, "") and "Gửi kết quả" in page.read_text(encoding="utf-8")


def test_any_edits_of_duties_end_as_a_build_from_nothing(site):
    """After duties, days, forces and documents have changed at random the calendar is that of a build from nothing."""
    die, sound = random.Random(7), 0
    for _ in range(10):
        for edit in (edits.duties, die.choice((edits.duties, edits.embargo, edits.details, edits.turn))):
            edit(site, die)
        assert site.differences() == []
        sound += site.sound
    assert sound > 3
