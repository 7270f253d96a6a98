"""Accidents: a build that dies at any step of the take-over, a full disk, a damaged memory. The site is whole, the next build right.

What a build that is left in peace remembers is tested in test_incremental.py."""

import errno
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from plugins.commands import commandline
from plugins.context.store import Store
from plugins.domain import addresses
from plugins.incremental import staging
from plugins.incremental.linkcheck import LinkCheck
from plugins.incremental.manifest import Manifest
from plugins.incremental.staging import Staging
from tests.site import incremental_edits as edits
from tests.site.incremental_site import Site, narrow, news, run, snapshot


class Killed(BaseException):
    """What a killed process would have done next is not done."""


@pytest.fixture
def site(built, tmp_path, monkeypatch) -> Site:
    """A copy of the sample site with its memory."""
    narrow(monkeypatch)
    shutil.copytree(built, tmp_path / "nha", dirs_exist_ok=True)
    return Site(tmp_path / "nha")


def alter(site: Site) -> None:
    """A record more, one less, one that has moved, and another number: pages change, come and go."""
    (site.content / "tin-tuc/2026/them.md").write_text(news(90, "2026-11-01", "Thêm."), encoding="utf-8")
    (site.content / "tin-tuc/2025/tin-4.md").unlink()
    (site.content / "tin-tuc/2025/tin-6.md").rename(site.content / "tin-tuc/2026/doi-cho.md")
    edits._set(site.content / "van-ban/2026/12-kh/index.md", "số", '"13"')


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def new(built, tmp_path_factory) -> dict[str, bytes]:
    """What the altered site is when it is built from nothing."""
    site = Site(tmp_path_factory.mktemp("moi"))
    with pytest.MonkeyPatch.context() as patch:
        narrow(patch)
        site.lay(Site(built).files())
        alter(site)
        assert site.clean().outcome
    return contents(site.root / "sach/output")


def dead_links(site: Site) -> list[tuple[str, str]]:
    """Page and address of every link in the output that leads to no file."""
    found = []
    for path in site.output.rglob("*.html"):
        address = f"/{path.relative_to(site.output).as_posix().removesuffix('index.html')}"
        wants = LinkCheck(site.url).facts(address, path.read_text(encoding="utf-8")).wants
        files = {target: addresses.file_name(target.partition("#")[0]) for target in wants}
        found += [(address, target) for target, name in files.items() if not (site.output / name).is_file()]
    return found


def stop_at(monkeypatch, owner, name: str, nth: int) -> list[int]:
    """Lets the `nth` call of a function kill the process; counts the calls."""
    calls, real = [], getattr(owner, name)

    def call(*values, **named):
        calls.append(1)
        if len(calls) == nth:
            raise Killed
        return real(*values, **named)

    monkeypatch.setattr(owner, name, call)
    return calls


STEPS = [("put", 1), ("put", 30), ("open", 1), ("move", 1), ("move", 2), ("move", 9), ("move", 25), ("clear", 2), ("rmdir", 1),
         ("list", 1), ("list", 2), ("list", 3), ("keep", 1), ("stage", 1)]  # fmt: skip
PLACES = {"put": (Staging, "put"), "open": (Staging, "open"), "move": (staging, "_move"), "clear": (staging, "_clear"),
          "list": (os, "replace"), "rmdir": (Path, "unlink"), "keep": (Store, "commit"), "stage": (Staging, "commit")}  # fmt: skip


@pytest.mark.parametrize(("step", "nth"), STEPS)
def test_a_build_killed_at_any_step_leaves_a_whole_site(site, new, step, nth, monkeypatch):
    """Every file is the old one or the new one, no link is dead; the next build, with or without the edit, is right."""
    old, files = contents(site.output), site.files()
    alter(site)
    assert new != old
    with monkeypatch.context() as patch:
        calls = stop_at(patch, *PLACES[step], nth)
        with pytest.raises(Killed):
            site.build()
        assert len(calls) == nth
    left = contents(site.output)
    assert all(data in (old.get(name), new.get(name)) for name, data in left.items())
    assert left in (old, new) or (site.root / ".output.dang-dung/nhat-ky.json").is_file()
    assert dead_links(site) == []
    shutil.copytree(site.root, site.root.with_name("nha-kia"))
    for house, text, wanted in ((site, site.files(), new), (Site(site.root.with_name("nha-kia")), files, old)):
        house.lay(text)
        assert house.build().outcome and contents(house.output) == wanted


@pytest.mark.parametrize("killed", ["keep", "stage"])
def test_the_first_build_killed_leaves_no_half_memory(site, killed, monkeypatch):
    """A first build that dies before its memory is whole leaves one that the next build does not trust, or none."""
    site.memory.unlink()
    shutil.rmtree(site.output)
    with monkeypatch.context() as patch:
        stop_at(patch, *PLACES[killed], 1)
        with pytest.raises(Killed):
            site.build()
    assert site.differences() == []


@pytest.mark.parametrize("step", ["put", "move"])
def test_a_full_disk_leaves_the_old_site_and_one_sentence(site, step, monkeypatch, tmp_path, capsys):
    """No space for a page: the old site stands or is finished by the next build, and the user is told in one line."""
    before = snapshot(site.output)
    alter(site)

    def full(*_values):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(site.output))

    def build():
        """Dựng."""
        run(site.session(site.output, site.memory))

    command = commandline.describe([build], {})["build"]
    with monkeypatch.context() as patch:
        patch.setattr(*PLACES[step], full)
        assert commandline.run(command, {}, (), tmp_path / "nhat-ky") == commandline.EXIT_CRASH
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1 and "No space left" in lines[0]
    assert snapshot(site.output) == before
    assert site.differences() == []


def test_a_memory_that_cannot_be_kept_costs_only_time(site, monkeypatch, capsys):
    """A full disk under the memory: the site is made, one line says that the memory was not, the next build is right."""
    alter(site)

    def full(self):
        self.execute("SELECT * FROM no_such_table")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "commit", full)
        assert site.build().outcome
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert site.differences() == []


@pytest.mark.parametrize("part", range(3))
@pytest.mark.parametrize("how", ["cut", "blank", "foreign"])
def test_a_damaged_memory_is_told_and_everything_made_again(site, part, how, capsys):
    """A memory cut short, with an empty page, or of another kind: the site is right, and at most one line tells of it."""
    data = site.memory.read_bytes()
    at = len(data) * part // 3 // 4096 * 4096
    site.memory.write_bytes({"cut": data[:at], "blank": data[:at] + bytes(4096) + data[at + 4096 :], "foreign": b"PK" + data[2:]}[how])
    edits._set(site.content / "trang/lien-he.md", "lưu ý", "Mới")
    assert site.differences() == []
    told = capsys.readouterr().out.splitlines()
    assert len(told) <= 1
    assert how == "blank" or (how == "cut" and part == 0) or told == ["Bộ nhớ của lần dựng trước không dùng được; dựng lại toàn bộ."]


@pytest.mark.parametrize("asked", ["put", "problems", "names"])
def test_a_memory_that_breaks_in_the_middle_of_the_work_is_thrown_away(site, asked, monkeypatch, capsys):
    """Damage that shows only when pages are made or weighed: everything is made again in the same build, one line tells of it."""
    alter(site)
    real, left = getattr(Manifest, asked), [1]

    def damaged(self, *values):
        if left:
            left.pop()
            raise sqlite3.DatabaseError("database disk image is malformed")
        return real(self, *values)

    monkeypatch.setattr(Manifest, asked, damaged)
    assert site.build().outcome
    assert capsys.readouterr().out.splitlines() == ["Bộ nhớ của lần dựng trước không dùng được; dựng lại toàn bộ."]
    assert site.differences() == []
