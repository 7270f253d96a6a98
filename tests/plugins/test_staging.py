"""All or nothing: after any sequence of builds, and after a death at any moment, the output is one whole site."""

import contextlib
import errno
import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.incremental import staging as staging_module
from plugins.incremental.staging import MARK, Foreign, Staging

HOME = b"<meta " + MARK + b' content="x">'


class Killed(BaseException):
    """The process is gone."""


def files(folder: Path) -> dict[str, bytes]:
    """All files of a folder by name."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def empty_folders(folder: Path) -> list[Path]:
    """Folders without files, which nobody would ever remove."""
    return [p for p in folder.rglob("*") if p.is_dir() and not any(p.iterdir())]


def build(output: Path, site: dict[str, bytes]) -> tuple[int, int]:
    """One whole build of a site."""
    staging = Staging(output)
    staging.open()
    changed = {name for name, data in site.items() if staging.put(name, data)[0]}
    return staging.commit(changed, staging.strays(set(site)), set(site))


_NAMES = ["a", "a/b", "a/b/c", "a/d", "tin/index.html", "tin", "rss/x.xml", "rss/đ.xml"]


def _possible(names: list[str]) -> list[str]:
    """Names that can lie in one folder together: none is a folder of another."""
    return [n for n in names if not any(other.startswith(n + "/") for other in names)]


SITES = (
    st.lists(st.sampled_from(_NAMES), unique=True)
    .map(_possible)
    .flatmap(lambda names: st.fixed_dictionaries({n: st.sampled_from([b"", b"1", b"2"]) for n in names} | {"index.html": st.just(HOME)}))
)


@settings(max_examples=40)
@given(st.lists(st.tuples(SITES, st.booleans()), min_size=1, max_size=5))
def test_any_sequence_of_builds_equals_a_clean_build(builds):
    """After builds that succeed and builds that are given up, the output is the last site that succeeded and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        output, last = Path(folder) / "trang", {}
        for site, succeeds in builds:
            if succeeds:
                counts = build(output, site)
                assert counts == (sum(last.get(n) != d for n, d in site.items()), len(last.keys() - site.keys()))
                last = site
            else:
                staging = Staging(output)
                staging.open()
                for name, data in site.items():
                    staging.put(name, data)
                staging.discard()
        assert files(output) == last if last else not output.exists()
        beside = sorted(p.name for p in Path(folder).iterdir() if not p.name.endswith(".ban-ke.json"))
        assert not empty_folders(output) and beside == (["trang"] if last else [])


def test_an_unchanged_site_is_not_touched(tmp_path):
    """What is the same keeps its very file, so that nothing is sent twice."""
    output = tmp_path / "trang"
    build(output, {"index.html": HOME, "a": b"1", "b": b"1"})
    before = {n: (output / n).stat().st_ino for n in ("index.html", "a")}
    assert build(output, {"index.html": HOME, "a": b"1", "b": b"2"}) == (1, 0)
    assert {n: (output / n).stat().st_ino for n in before} == before


def test_nothing_reaches_the_output_before_the_end(tmp_path):
    """While files are put the old site stands untouched, and stays so when the build is given up."""
    output, old = tmp_path / "trang", {"index.html": HOME, "a": b"1"}
    build(output, old)
    staging = Staging(output)
    staging.open()
    staging.put("a", b"2")
    staging.put("b", b"3")
    assert files(output) == old
    staging.discard()
    assert files(output) == old and {p.name for p in tmp_path.iterdir()} == {"trang", ".trang.ban-ke.json"}


def dying(monkeypatch, at: int):
    """From the `at`-th change of the disk on, the process is dead; returns how many changes were asked for."""
    count = [0]
    for owner, name in ((os, "replace"), (os, "unlink"), (os, "rmdir"), (os, "mkdir"), (os, "fsync"), (Path, "write_text")):
        real = getattr(owner, name)

        def step(*args, _real=real, **kwargs):
            count[0] += 1
            if count[0] > at:
                raise Killed
            return _real(*args, **kwargs)

        monkeypatch.setattr(owner, name, step)

    def writing(path, mode, **kwargs):
        count[0] += "w" in mode
        if "w" in mode and count[0] > at:
            raise Killed
        return open(path, mode, **kwargs)

    monkeypatch.setattr(staging_module, "open", writing, raising=False)
    return count


OLD = {"index.html": HOME + b"old", "a": b"1", "b/c": b"1", "b/d/e": b"1", "f": b"1", "same": b"0"}
NEW = {"index.html": HOME + b"new", "a/x": b"2", "b": b"2", "f": b"2", "g/h": b"2", "same": b"0"}


@pytest.mark.parametrize("second", [None, 0, 1, 3, 7])
def test_killed_at_any_moment_the_site_is_whole(tmp_path, monkeypatch, second):
    """Whatever change of the disk a build dies before, and its successor too, the next one finds the old or the new site complete."""
    ends, at = set(), 0
    while True:
        output = tmp_path / str(at) / "trang"
        output.parent.mkdir()
        build(output, OLD)
        with monkeypatch.context() as patched:
            dying(patched, at)
            try:
                build(output, NEW)
                finished = True
            except Killed:
                finished = False
        if second is not None:
            with monkeypatch.context() as patched:
                dying(patched, second)
                with contextlib.suppress(Killed):
                    Staging(output).open()
        staging = Staging(output)
        journal = staging.journal.is_file()
        staging.open()
        now = files(output)
        assert now in (OLD, NEW) and not empty_folders(output)
        assert now == NEW or not journal
        staging.discard()
        assert build(output, NEW)[0] in (0, len(NEW) - 1) and files(output) == NEW
        ends.add(now == NEW)
        at += 1
        if finished:
            break
    assert ends == {True, False} and at > 15


def test_a_first_build_that_dies_half_way_is_finished(tmp_path, monkeypatch):
    """A site that was being made for the first time is recognised as ours, though its home page is not there yet."""
    output = tmp_path / "trang"
    real = os.replace

    def die_at_home(source, goal):
        if Path(source).is_dir():
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        if Path(goal).name == "index.html":
            raise Killed
        real(source, goal)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", die_at_home)
        with pytest.raises(Killed):
            build(output, {"a": b"1", "index.html": HOME, "z": b"1"})
    assert "index.html" not in files(output)
    Staging(output).open()
    assert files(output) == {"a": b"1", "index.html": HOME, "z": b"1"}


@pytest.mark.parametrize("given_files", [{"luan-van.docx": b"x"}, {"index.html": b"<p>trang cua nguoi khac"}, {"a/b": b""}])
def test_foreign_folders_are_not_touched(tmp_path, given_files):
    """A folder with files that were not made here is refused before anything happens to it."""
    output = tmp_path / "trang"
    for name, data in given_files.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(data)
    with pytest.raises(Foreign):
        Staging(output).open()
    assert files(output) == given_files and [p.name for p in tmp_path.iterdir()] == ["trang"]


def test_an_empty_folder_is_taken(tmp_path):
    """An output folder that is there but empty is no stranger's."""
    (tmp_path / "trang").mkdir()
    build(tmp_path / "trang", {"index.html": HOME})
    assert files(tmp_path / "trang") == {"index.html": HOME}


def test_an_output_on_a_disk_of_its_own(tmp_path, monkeypatch):
    """Where files cannot be moved from the staging folder to the output, they are copied, and a death in between is made good."""
    output, real = tmp_path / "trang", os.replace

    def other_disk(source, goal):
        if ".dang-dung" in str(source) and ".dang-dung" not in str(goal):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        real(source, goal)

    monkeypatch.setattr(os, "replace", other_disk)
    build(output, OLD)
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copy2", lambda source, goal: (_ for _ in ()).throw(Killed))
        with pytest.raises(Killed):
            build(output, NEW)
    Staging(output).open()
    assert files(output) == NEW


def test_hidden_files_of_a_pages_branch_stay(tmp_path):
    """A .git folder in the output is not ours and is left alone."""
    output = tmp_path / "trang"
    build(output, {"index.html": HOME})
    (output / ".git").mkdir()
    (output / ".git/HEAD").write_text("ref", encoding="utf-8")
    build(output, {"index.html": HOME + b"2"})
    assert (output / ".git/HEAD").read_text(encoding="utf-8") == "ref"


def test_only_what_was_made_here_is_removed(tmp_path):
    """A file that somebody laid into the output stays; a file of the last build that is made no more goes."""
    output = tmp_path / "trang"
    for names in ({"index.html", "cu.html"}, {"index.html"}):
        build(output, dict.fromkeys(names, HOME))
        (output / "CNAME").write_text("doan.example", encoding="utf-8")
    assert sorted(p.name for p in output.iterdir()) == ["CNAME", "index.html"]


def test_sites_of_other_makers_are_foreign(tmp_path):
    """A folder with another generator's site is not touched."""
    (tmp_path / "index.html").write_text('<meta name="generator" content="Hugo 0.168">', encoding="utf-8")
    with pytest.raises(Foreign):
        Staging(tmp_path).open()
    assert [p.name for p in tmp_path.iterdir()] == ["index.html"]


def test_a_damaged_journal_is_no_journal(tmp_path):
    """A journal that a power failure cut short is discarded and the old site stays."""
    staging = Staging(tmp_path / "trang")
    staging.folder.mkdir()
    staging.journal.write_text('{"tep": [', encoding="utf-8")
    staging.recover()
    assert not staging.folder.exists()


@pytest.mark.parametrize("name", ["../riêng.txt", "a/../../riêng.txt", "/riêng.txt", "C:\\riêng.txt", "..\\riêng.txt"])
def test_nothing_is_taken_from_outside(tmp_path, name):
    """A journal or a memory from elsewhere that names files outside the site moves and removes nothing."""
    (tmp_path / "riêng.txt").write_text("riêng", encoding="utf-8")
    staging = Staging(tmp_path / "trang")
    staging.folder.mkdir()
    staging.journal.write_text(json.dumps({"moi": [], "tep": [], "bo": [name]}), encoding="utf-8")
    assert not staging.recover()
    staging.open()
    with pytest.raises(ValueError):
        staging.commit([], [name])
    assert (tmp_path / "riêng.txt").is_file()


def test_the_time_of_writing_is_told_and_kept(tmp_path, monkeypatch):
    """What `put` says of a file's time is what the disk says after the take-over, on one disk and across two; so a later look
    at the disk finds the file undisturbed."""
    for name, error in (("mot", None), ("hai", OSError(errno.EXDEV, "Invalid cross-device link"))):
        real = os.replace

        def move(source, goal, _real=real, _error=error):
            if _error and ".dang-dung" in str(source) and ".dang-dung" not in str(goal):
                raise _error
            _real(source, goal)

        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", move)
            output = tmp_path / name
            for data in (HOME, HOME + b"2", HOME + b"2"):
                staging = Staging(output)
                staging.open()
                changed, written = staging.put("index.html", data)
                staging.commit({"index.html"} if changed else (), ())
                assert (output / "index.html").stat().st_mtime_ns == written


def test_a_site_copied_from_elsewhere_is_cleaned_by_its_names(tmp_path):
    """Without the list of the last build's files whatever lies in the output is taken for its work; with the list, only that."""
    output = tmp_path / "trang"
    build(output, {"index.html": HOME, "cu.html": b"1"})
    (output / "la.html").write_bytes(b"1")
    staging = Staging(output)
    assert staging.strays({"index.html"}) == {"cu.html"}
    staging.manifest.unlink()
    assert staging.strays({"index.html"}) == {"cu.html", "la.html"}


def test_recovery_tells_whether_it_finished_something(tmp_path, monkeypatch):
    """After a death past the journal the next start finishes the site and says so, once; after a death before it, it does not."""
    output = tmp_path / "trang"
    build(output, OLD)
    for goal, finished in ((".moi", False), ("g/h", True)):
        real = os.replace

        def die(source, to, _real=real, _goal=goal):
            if str(source if _goal == ".moi" else to).endswith(_goal):
                raise Killed
            _real(source, to)

        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", die)
            with pytest.raises(Killed):
                build(output, NEW)
        assert (Staging(output).recover(), Staging(output).recover()) == (finished, False)
        assert files(output) == (NEW if finished else OLD)
