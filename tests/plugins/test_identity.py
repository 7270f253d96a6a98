"""Which files have changed: all that have other bytes, and as few others as can be, without reading what is surely the same."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.context.store import Store
from plugins.incremental import identity
from plugins.incremental.identity import Change, Identities, blob_id

OLD = 1_700_000_000_000_000_000  # ns: long before any build of these tests


def stamp(path: Path) -> tuple[int, int, int, int]:
    """How the disk describes a file."""
    state = path.stat()
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


class Folder:
    """A folder, its store, and what was read of it. The clock of the build is moved, not that of the disk."""

    def __init__(self, path: Path, monkeypatch, later: int = 10_000_000_000):
        self.path, self.store, self.later = path, Store(None), later
        self.read: list[str] = []
        real, now = Path.read_bytes, identity.time.time_ns
        monkeypatch.setattr(Path, "read_bytes", lambda one: self.read.append(one.name) or real(one))
        monkeypatch.setattr(identity.time, "time_ns", lambda: now() + self.later)

    def compare(self, area: str = "x", **changed) -> tuple[list[str], list[str], list[str]]:
        """Touched, gone and read files of one look at the folder; `changed` stamps by name."""
        self.read.clear()
        found = {p.relative_to(self.path).as_posix(): stamp(p) for p in self.path.rglob("*") if p.is_file() and ".git/" not in str(p)}
        change = Identities(self.store, area, self.path).compare(found | changed)
        return sorted(change.touched), sorted(change.gone), sorted(self.read)


def test_what_has_not_changed_is_not_read(tmp_path, monkeypatch):
    """The first look reads everything; the next one nothing but a file that was written since, and it misses no file that is gone."""
    folder = Folder(tmp_path, monkeypatch)
    for name in "abc":
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert folder.compare() == (["a", "b", "c"], [], ["a", "b", "c"])
    assert folder.compare() == ([], [], [])
    (tmp_path / "a").write_text("other", encoding="utf-8")
    (tmp_path / "b").unlink()
    assert folder.compare() == (["a"], ["b"], ["a"])
    assert folder.compare() == ([], [], [])


def test_a_file_written_again_with_the_same_bytes_has_not_changed(tmp_path, monkeypatch):
    """New times alone (a fresh checkout, a copy) cost one reading and touch nothing."""
    folder = Folder(tmp_path, monkeypatch)
    path = tmp_path / "a"
    path.write_text("a", encoding="utf-8")
    folder.compare()
    os.utime(path, ns=(OLD, OLD))
    assert folder.compare() == ([], [], ["a"])
    assert folder.compare() == ([], [], [])
    path.unlink()
    path.write_text("a", encoding="utf-8")
    assert folder.compare() == ([], [], ["a"])


def test_other_bytes_behind_the_same_size_and_time_are_seen(tmp_path, monkeypatch):
    """A program that writes another text of the same length and sets the old time back does not deceive: the disk keeps another time."""
    folder = Folder(tmp_path, monkeypatch)
    path = tmp_path / "a"
    path.write_text("a", encoding="utf-8")
    os.utime(path, ns=(OLD, OLD))
    folder.compare()
    size, written, changed, number = stamp(path)
    path.write_text("b", encoding="utf-8")
    os.utime(path, ns=(OLD, OLD))
    assert stamp(path)[:2] == (size, written)
    assert folder.compare(a=(size, written, changed + 1, number)) == (["a"], [], ["a"])
    path.write_text("c", encoding="utf-8")
    assert folder.compare(a=(size, written, changed + 1, number + 1)) == (["a"], [], ["a"])


def test_a_file_written_while_the_build_looked_is_read_again(tmp_path, monkeypatch):
    """Times so near to the look that a second change could hide behind them are not trusted, until they are old enough."""
    folder = Folder(tmp_path, monkeypatch, later=0)
    path = tmp_path / "a"
    path.write_text("a", encoding="utf-8")
    same = stamp(path)
    assert folder.compare(a=same) == (["a"], [], ["a"])
    path.write_text("b", encoding="utf-8")
    assert folder.compare(a=same) == (["a"], [], ["a"])
    assert folder.compare(a=same) == ([], [], ["a"])
    folder.later = 10_000_000_000
    assert folder.compare(a=same) == ([], [], ["a"])
    assert folder.compare(a=same) == ([], [], [])


def test_line_ends_are_bytes_like_others(tmp_path, monkeypatch):
    """A text with Windows line ends is another content."""
    folder = Folder(tmp_path, monkeypatch)
    (tmp_path / "a").write_bytes(b"x\ny\n")
    folder.compare()
    (tmp_path / "a").write_bytes(b"x\r\ny\r\n")
    assert folder.compare() == (["a"], [], ["a"])


def test_a_file_that_cannot_be_read_counts_as_changed(tmp_path, monkeypatch):
    """What cannot be read is touched each time, so that whoever needs it sees the fault; afterwards it is known again."""
    folder = Folder(tmp_path, monkeypatch)
    (tmp_path / "a").write_bytes(b"x")
    folder.compare()
    lost = (1, 2, 3, 4)
    assert folder.compare(khong_co=lost)[0] == ["khong_co"]
    (tmp_path / "khong_co").write_bytes(b"x")
    assert folder.compare() == (["khong_co"], [], ["khong_co"])


def test_areas_are_kept_apart(tmp_path, monkeypatch):
    """The same name in two folders is two files, and each folder forgets its own only."""
    folder = Folder(tmp_path, monkeypatch)
    (tmp_path / "a").write_bytes(b"x")
    assert folder.compare("code")[0] == folder.compare("theme")[0] == ["a"]
    assert folder.compare("code") == folder.compare("theme") == ([], [], [])
    (tmp_path / "a").unlink()
    assert folder.compare("code")[1] == folder.compare("theme")[1] == ["a"]


def test_names_have_the_ids_of_git(tmp_path):
    """A content has the name that git gives it, so that the index of git can be asked."""
    for data in (b"", b"x\n", "bài".encode(), bytes(range(256)) * 300):
        (tmp_path / "a").write_bytes(data)
        asked = subprocess.run(["git", "hash-object", "--no-filters", "a"], cwd=tmp_path, capture_output=True, text=True, check=True)
        assert asked.stdout.strip() == blob_id(data)


def git(folder: Path, *words: str) -> None:
    """A git command that must succeed."""
    who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path, monkeypatch) -> Folder:
    """A folder below the top of a git working tree, with three files in the index; git is asked from the first file on."""
    content = tmp_path / "nội dung"
    (content / "tin").mkdir(parents=True)
    for name in ("a", "tin/bài b", "tin/c"):
        (content / name).write_text(name + "\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "x")
    monkeypatch.setattr(identity, "_MANY", 1)
    return Folder(content, monkeypatch)


def test_a_fresh_checkout_is_known_by_the_index_of_git(checkout):
    """Files that git finds unchanged are not read: neither at the first look nor when a checkout gave them all new times."""
    assert checkout.compare() == (["a", "tin/bài b", "tin/c"], [], [])
    for path in checkout.path.rglob("*"):
        os.utime(path, ns=(OLD, OLD))
    git(checkout.path, "update-index", "-q", "--refresh")
    assert checkout.compare() == ([], [], [])


def test_what_git_does_not_know_or_finds_changed_is_read(checkout):
    """Untracked files, files changed since the last `git add` and files in conflict are read themselves."""
    checkout.compare()
    (checkout.path / "a").write_text("khác\n", encoding="utf-8")
    (checkout.path / "tin/moi").write_text("mới\n", encoding="utf-8")
    assert checkout.compare() == (["a", "tin/moi"], [], ["a", "moi"])
    git(checkout.path, "add", "a")
    os.utime(checkout.path / "a", ns=(OLD, OLD))
    git(checkout.path, "update-index", "-q", "--refresh")
    assert checkout.compare() == ([], [], [])


@pytest.mark.parametrize("place", [".gitattributes", "nội dung/.gitattributes"])
def test_where_a_filter_may_lie_between_git_is_not_believed(checkout, place):
    """With a filter (LFS, encryption) what git stores is not what lies in the folder, so every file is read."""
    (checkout.path.parent / place).write_text("*.jpg filter=lfs\n", encoding="utf-8")
    git(checkout.path.parent, "add", "-A")
    assert {"a", "bài b", "c"} <= set(checkout.compare()[2])


def test_line_ends_changed_by_git_are_seen(tmp_path, monkeypatch):
    """Where git checks out Windows line ends, a file is what lies in the folder, not what git stores."""
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitattributes").write_text("* text eol=crlf\n", encoding="utf-8")
    (tmp_path / "a").write_bytes(b"x\r\n")
    git(tmp_path, "add", "-A")
    monkeypatch.setattr(identity, "_MANY", 1)
    folder = Folder(tmp_path, monkeypatch)
    folder.compare()
    (tmp_path / "a").write_bytes(b"x\n")
    git(tmp_path, "add", "-A")
    assert folder.compare()[0] == ["a"]


def test_without_git_files_are_read(tmp_path, monkeypatch):
    """No repository, or no git at all, only costs the reading."""
    monkeypatch.setattr(identity, "_MANY", 1)
    (tmp_path / "a").write_bytes(b"x")
    folder = Folder(tmp_path, monkeypatch)
    assert folder.compare() == (["a"], [], ["a"])
    monkeypatch.setenv("PATH", "")
    (tmp_path / "b").write_bytes(b"x")
    assert folder.compare() == (["b"], [], ["b"])


NAMES, CONTENTS = ["a", "b", "t/c"], ["", "x", "y", "z"]


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(CONTENTS)), min_size=1, max_size=5), st.booleans())
def test_exactly_what_differs_is_touched(tmp_path_factory, folders, racy):
    """Over any states of a folder, each look names exactly the files with other bytes than at the last one, and those that are gone."""
    folder, store, clock = tmp_path_factory.mktemp("ordner"), Store(None), 0
    before: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(identity.time, "time_ns", lambda: OLD if racy else OLD + 10**12)
        for state in folders:
            for name in NAMES:
                path = folder / name
                path.parent.mkdir(exist_ok=True)
                if name in state:
                    path.write_text(state[name], encoding="utf-8")
                else:
                    path.unlink(missing_ok=True)
                clock += before.get(name) != state.get(name)
            found = {name: (len(text), OLD, OLD if racy else OLD + clock, 1) for name, text in state.items()}
            change = Identities(store, "x", folder).compare(found)
            touched = frozenset(name for name in state if before.get(name) != state[name])
            assert change == Change(touched, frozenset(before.keys() - state.keys()), touched - before.keys())
            assert bool(change) == (before != state)
            before = state
