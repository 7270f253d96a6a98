"""The ways to one site: in one go, in parts that are joined, by a build that stays, by one that finds nothing to do.

That a build which remembers ends like one from nothing is tested in test_incremental.py."""

import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.commands import building, compare, resident, threshold
from plugins.commands.commandline import Mistake
from plugins.commands.preview_board import EVERY
from plugins.context import progress, scout
from plugins.domain.problems import report
from plugins.incremental import parts
from tests.site.incremental_site import AS_OF, PLUGINS, ROOT, narrow

DAY = date.fromisoformat(AS_OF)
ARTICLE = "tin-tuc/2026/tin-1.md"


@pytest.fixture
def house(built, tmp_path, monkeypatch) -> building.Order:
    """A copy of the sample site with a conf file of its own; nothing is built yet."""
    narrow(monkeypatch)
    shutil.copytree(built / "content", tmp_path / "content")
    shutil.copytree(built / "cache", tmp_path / "cache")
    for memory in (tmp_path / "cache").glob("bo-nho-*"):
        memory.unlink()
    conf = tmp_path / "conf.py"
    conf.write_text(f'SITEURL = "https://vi-du.example"\nTHEME = {str(ROOT / "theme")!r}\nPLUGINS = {PLUGINS!r}\n', encoding="utf-8")
    return building.Order(conf, tmp_path / "content", tmp_path / "output", tmp_path / "cache", as_of=DAY, quiet=True)


def look(order: building.Order) -> threshold.Threshold:
    """What the threshold finds."""
    return threshold.Threshold(order.conf, order.content, order.output, order.cache, order.url, order.as_of, order.pdf)


def build(order: building.Order) -> None:
    """A build without Pelican, as one that remembers."""
    building.run(building.read_settings(order))


def settle(folder: Path) -> None:
    """Makes all files old enough to be beyond doubt."""
    for path in folder.rglob("*"):
        os.utime(path, ns=(1_700_000_000_000_000_000,) * 2)


def test_nothing_to_do_is_seen_before_anything_is_loaded(house, monkeypatch):
    """A site whose files, day and settings are those of the last build needs no build; without a memory one is needed."""
    assert look(house).files is None
    build(house)
    monkeypatch.setattr("plugins.incremental.identity._RACY", -(10**18))
    build(house)
    (house.content / ARTICLE).touch()
    build(house)
    files = look(house).files
    assert files == sum(1 for p in house.output.rglob("*") if p.is_file())


def test_doubts_are_told_again_where_there_is_nothing_to_do(house, monkeypatch, capsys):
    """What a build warns of, the next one warns of as well, although it finds nothing to do and reads nothing."""
    monkeypatch.setattr("plugins.incremental.identity._RACY", -(10**18))
    build(replace(house, quiet=False))
    said = capsys.readouterr().out
    found = look(house)
    assert found.files and "lưu ý" in said and report(found.told) in said


@pytest.mark.parametrize("change", ["edit", "new", "gone", "output", "lost", "list", "day", "url", "conf"])
def test_the_least_change_needs_a_build(house, monkeypatch, change):
    """A file of editors, a file of the site, the list of its files, another day, address or plugin: each sends us to the build."""
    monkeypatch.setattr("plugins.incremental.identity._RACY", -(10**18))
    build(house)
    assert look(house).files
    article, page = house.content / ARTICLE, house.output / "index.html"
    match change:
        case "edit":
            article.write_text(article.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")
        case "new":
            shutil.copy(article, article.with_name("tin-moi.md"))
        case "gone":
            article.unlink()
        case "output":
            page.write_bytes(page.read_bytes() + b" ")
        case "lost":
            page.unlink()
        case "list":
            house.output.with_name(".output.ban-ke.json").unlink()
        case "conf":
            house.conf.write_text(house.conf.read_text(encoding="utf-8").replace("'plugins.search', ", ""), encoding="utf-8")
    order = building.Order(
        house.conf, house.content, house.output, house.cache,
        "https://khac.example" if change == "url" else "", date(2026, 11, 23) if change == "day" else DAY, True,
    )  # fmt: skip
    assert look(order).files is None


def test_a_build_takes_over_what_the_scouts_saw(house):
    """With what was seen at the threshold an edit is built as without."""
    build(house)
    article = house.content / ARTICLE
    article.write_text(article.read_text(encoding="utf-8") + "\nThêm một câu.\n", encoding="utf-8")
    seen = look(house)
    from plugins.incremental.session import Sight

    building.run(building.read_settings(house), sight=Sight(seen.seen, seen.site))
    assert any("Thêm một câu." in p.read_text(encoding="utf-8") for p in house.output.rglob("*.html"))


def test_scouts_see_what_a_process_sees(house, tmp_path):
    """A scout tells what the same code sees in this process, and nothing of a folder that it cannot read."""
    made = tmp_path / "ds.json"
    made.write_text('["a.txt", "khong-co"]', encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.txt").write_text("a")
    scouts = scout.Scouts(str(house.content), str(tmp_path / "site"), str(made))
    assert sorted(scouts.content()) == sorted(scout.walk(str(house.content)))
    assert scouts.site() == scout.lying(str(tmp_path / "site"), ["a.txt"]) and len(scouts.site()) == 1
    assert scout.Scouts(str(tmp_path / "khong-co"), str(tmp_path), str(made)).content() is None


@pytest.mark.parametrize("count", [2, 3])
def test_parts_join_to_the_site_of_one_build(house, tmp_path, count):
    """The parts of a site are disjoint; joined they are, byte for byte, the site of one build, and the next edit knows them."""
    folders = [tmp_path / "phan" / str(n) for n in range(1, count + 1)]
    for n, folder in enumerate(folders, 1):
        building.build(replace(house, output=folder, part=f"{n}/{count}"))
    files = [{p.relative_to(f).as_posix() for p in f.rglob("*") if p.is_file()} for f in folders]
    assert all(files) and sum(map(len, files)) == len(set().union(*files))
    whole = replace(house, output=tmp_path / "ghep")
    building.join(whole, tmp_path / "phan")
    building.build(whole)
    build(house)
    assert compare.folders(whole.output, house.output) == []
    work = building.start(building.read_settings(whole))
    work.read()
    outcome = work.publish()
    work.close()
    assert outcome.read == 0 and not outcome.changed


def test_joined_parts_are_checked_for_dead_links(house, tmp_path):
    """A link across parts that leads nowhere stops the join."""
    article = house.content / ARTICLE
    article.write_text(article.read_text(encoding="utf-8") + "\nXem [đây](/khong-co-danh-sach/).\n", encoding="utf-8")
    for n in (1, 2):
        building.build(replace(house, output=tmp_path / "phan" / str(n), part=f"{n}/2"))
    whole = replace(house, output=tmp_path / "ghep")
    building.join(whole, tmp_path / "phan")
    with pytest.raises(SystemExit):
        building.build(whole)


@pytest.mark.parametrize("written", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2"])
def test_a_part_is_written_as_number_and_count(written, house):
    """Anything but “n/m” with 1 ≤ n ≤ m is a mistake that is told with an example."""
    with pytest.raises(ValueError):
        parts.Part.read(written)
    with pytest.raises(Mistake, match="--part 1/2"):
        building.build(replace(house, part=written))


def test_a_join_needs_parts_and_room(house, tmp_path):
    """Without parts, or into a folder that holds something, nothing is joined."""
    (tmp_path / "trong").mkdir()
    with pytest.raises(Mistake, match="Không thấy phần nào"):
        building.join(house, tmp_path / "trong")


def test_a_resident_build_tells_which_pages_changed(house):
    """First everything, then just the page that was edited; an error leaves the site, and its mending is told."""
    rebuild = resident.Resident(house, lambda paths: pytest.fail("no other process is needed"), progress.Silent)
    assert rebuild(None).changed == (EVERY,)
    article = house.content / ARTICLE
    text = article.read_text(encoding="utf-8")
    article.write_text(text + "\nThêm một câu.\n", encoding="utf-8")
    outcome = rebuild({article})
    assert outcome.ok and outcome.changed == ("/tin-tuc/2026/tin-1/",)
    article.write_text(text + "\nXem [đây](/khong-co.md).\n", encoding="utf-8")
    outcome = rebuild({article})
    assert not outcome.ok and outcome.changed == () and "lien-ket-hong" in {p.code for p in outcome.problems}
    article.write_text(text, encoding="utf-8")
    outcome = rebuild({article})
    assert outcome.ok and outcome.changed == ("/tin-tuc/2026/tin-1/",)


def test_a_resident_build_leaves_changed_code_to_a_new_process(house):
    """Once our own code has changed, this process is the wrong one to build."""
    asked = []
    rebuild = resident.Resident(house, asked.append, progress.Silent)
    rebuild({ROOT / "plugins" / "domain" / "text.py"})
    rebuild({house.content / ARTICLE})
    assert len(asked) == 2
