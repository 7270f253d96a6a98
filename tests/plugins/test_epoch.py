"""What makes everything out of date: code, packages, settings, theme — each told once, and nothing else."""

import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.context.build import Build
from plugins.context.store import Store
from plugins.incremental import epoch, identity
from plugins.incremental.epoch import compare

PLUGINS = ("plugins.editorial", "plugins.search")


@pytest.fixture
def house(tmp_path, monkeypatch) -> Path:
    """A little project: settings, two plugins, a theme; looked at long after it was written."""
    for name in ("conf.py", "tasks.py", "plugins/a/x.py", "plugins/b.py", "theme/css/a.css", "theme/templates/a.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1", encoding="utf-8")
    now = time.time_ns
    monkeypatch.setattr(epoch, "ROOT", tmp_path)
    monkeypatch.setattr(identity.time, "time_ns", lambda: now() + 10_000_000_000)
    return tmp_path


@pytest.fixture
def look(house):
    """Call it to compare with the last time: whether files are read anew, whether pages are made anew, the words of the reasons."""
    store = Store(None)
    build = Build(house / "content", house / "cache", house / "output", house / "theme", "https://vi-du.example", "2026-01-01")

    def asked(plugins=PLUGINS, **changes):
        found = compare(replace(build, **changes), plugins, store)
        assert bool(found.reasons) == found.making
        return found.reading, found.making, " ".join(found.reasons)

    assert asked()[:2] == (True, True)
    return asked


def test_the_same_house_is_no_new_epoch(house, look):
    """Nothing has changed when nothing has: another day, another output, a new checkout, compiled code and notes beside the project too."""
    assert look() == (False, False, "")
    assert look(as_of="2027-01-01", output=house / "khac", quiet=True) == (False, False, "")
    for path in house.rglob("*.*"):
        os.utime(path)
    (house / "plugins/__pycache__").mkdir()
    for name in ("plugins/__pycache__/b.pyc", "notes.txt", "plugins/notes.md", "theme/.swp"):
        (house / name).write_text("1", encoding="utf-8")
    assert look() == (False, False, "")


@pytest.mark.parametrize("name", ["conf.py", "tasks.py", "plugins/a/x.py", "plugins/b.py", "plugins/c.py"])
def test_other_code_reads_and_makes_everything(house, look, name):
    """Any Python file of ours that is changed, or new, or gone makes all reading and all pages doubtful, once."""
    (house / name).write_text("2", encoding="utf-8")
    assert look() == (True, True, "mã nguồn hoặc tệp cấu hình đã đổi") and look() == (False, False, "")
    (house / name).unlink()
    assert look()[:2] == (True, True) and look() == (False, False, "")


def test_other_packages_read_and_make_everything(look, monkeypatch):
    """Another Python or another version of a package may read and render otherwise."""
    real = epoch.packages()
    assert any(name.startswith("pelican-") for name in real)
    with monkeypatch.context() as newer:
        newer.setattr(epoch, "packages", lambda: (*real, "new-1.0.dist-info"))
        assert look() == (True, True, "phiên bản Python hoặc thư viện đã đổi") and look() == (False, False, "")
    assert look()[:2] == (True, True) and look() == (False, False, "")
    monkeypatch.setattr(epoch.sys, "version", "4")
    assert look()[:2] == (True, True) and look() == (False, False, "")


@pytest.mark.parametrize("changes", [{"url": "https://khac.example"}, {"root": "khac"}, {"plugins": PLUGINS[:1]}])
def test_other_settings_make_everything(look, changes):
    """Another address, another name of the content folder, other plugins: pages are made anew, files need not be read again."""
    assert look(**changes) == (False, True, "địa chỉ trang hoặc danh sách phần mở rộng đã đổi") and look(**changes) == (False, False, "")


@pytest.mark.parametrize("name", ["theme/css/a.css", "theme/templates/a.html", "theme/static/b.js"])
def test_another_theme_makes_everything(house, look, name):
    """A style, template or script that is changed or new makes all pages anew; one that is gone too."""
    (house / name).parent.mkdir(exist_ok=True)
    (house / name).write_text("2", encoding="utf-8")
    assert look() == (False, True, "giao diện đã đổi") and look() == (False, False, "")
    shutil.rmtree((house / name).parent)
    assert look() == (False, True, "giao diện đã đổi")
