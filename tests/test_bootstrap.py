"""The environment that tasks.py makes for itself, tried with a package of our own and without a network.

Each test works in a copy of one small project, in a folder with blanks and Vietnamese letters."""

import os
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from plugins.commands import bootstrap, locks

WHEEL = {
    "goi_thu.py": "LOI = 'xin chào'\n",
    "goi_thu-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: goi-thu\nVersion: 1.0\n",
    "goi_thu-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "goi_thu-1.0.dist-info/RECORD": "".join(
        f"{name},,\n" for name in ("goi_thu.py", *(f"goi_thu-1.0.dist-info/{n}" for n in ("METADATA", "WHEEL", "RECORD")))
    ),
}
TASKS = "import os, sys, goi_thu\nprint(goi_thu.LOI, sys.argv[1:], os.environ['PYTHONUTF8'])\nsys.exit(7)\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A project whose environment has been made by a first call."""
    root = tmp_path_factory.mktemp("gốc") / "dự án của tôi"
    root.mkdir()
    with zipfile.ZipFile(root / "goi_thu-1.0-py3-none-any.whl", "w") as wheel:
        for name, text in WHEEL.items():
            wheel.writestr(name, text)
    (root / "requirements.txt").write_text("# lý do\n--no-index\n--find-links .\ngoi-thu==1.0\n", encoding="utf-8")
    (root / "tasks.py").write_text(TASKS, encoding="utf-8")
    bootstrap.prepare(root)
    return root


@pytest.fixture
def project(made, tmp_path) -> Path:
    """A copy of that project, free to be spoilt."""
    copy = tmp_path / "bản sao"
    shutil.copytree(made, copy, symlinks=True)
    return copy


@pytest.fixture
def no_process(monkeypatch):
    """Any process that is started is a failure."""

    def refuse(*command, **_):
        pytest.fail(f"a process was started: {command}")

    monkeypatch.setattr(subprocess, "Popen", refuse)


def entered(project: Path, monkeypatch, *words: str) -> int | None:
    """The exit code of tasks.py as a shell starts it: from another folder, outside any environment."""
    monkeypatch.delenv(bootstrap.INSIDE, raising=False)
    monkeypatch.chdir(project.parent)
    return bootstrap.enter(project, list(words))


def require(project: Path, *lines: str) -> None:
    with open(project / "requirements.txt", "a", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def test_a_task_runs_in_the_environment(project, monkeypatch, capfd):
    """Arguments, exit code and UTF-8 go through the one process more, whatever the folder is called."""
    assert entered(project, monkeypatch, "build", "--output", "trang thử") == 7
    assert capfd.readouterr().out.strip() == "xin chào ['build', '--output', 'trang thử'] 1"


def test_a_second_call_asks_nobody(project, no_process):
    """When the stamp fits, neither pip nor any other process is started."""
    bootstrap.prepare(project)


def test_inside_the_environment_no_process_is_added(project, monkeypatch, no_process):
    """The child, and whoever started the environment's own Python, goes on in the same process."""
    monkeypatch.setenv(bootstrap.INSIDE, str(project / ".venv"))
    assert bootstrap.enter(project, ["build"]) is None
    monkeypatch.delenv(bootstrap.INSIDE)
    monkeypatch.setattr(sys, "prefix", str(project / ".venv"))
    assert bootstrap.enter(project, ["build"]) is None


def test_an_interrupted_installation_is_made_again(project, monkeypatch, capfd):
    """An environment without stamp in which a file is missing is cleared and filled anew."""
    (project / ".venv" / bootstrap.STAMP).unlink()
    next((project / ".venv").rglob("goi_thu.py")).unlink()
    assert entered(project, monkeypatch) == 7
    assert "Đang chuẩn bị môi trường Python" in capfd.readouterr().err


def test_a_whole_environment_without_stamp_is_kept(project, monkeypatch, capfd):
    """An environment made by hand is completed, not thrown away."""
    (project / ".venv" / bootstrap.STAMP).unlink()
    (project / ".venv" / "của tôi").touch()
    assert entered(project, monkeypatch) == 7
    assert (project / ".venv" / "của tôi").exists()
    assert (project / ".venv" / bootstrap.STAMP).exists()


def test_changed_requirements_without_network_are_said_and_borne(project, monkeypatch, capfd):
    """A newer version that cannot be fetched is reported; the packages at hand serve till next time."""
    require(project, "goi-thu>=1.0,!=1.0")
    assert entered(project, monkeypatch) == 7
    assert "Tạm dùng các gói đã cài trong .venv." in capfd.readouterr().err
    entered(project, monkeypatch)
    assert "Đang cập nhật môi trường Python" in capfd.readouterr().err


def test_a_new_package_without_network_is_a_clear_refusal(project, monkeypatch):
    """A package that is not there at all is named, with what to do and where the details are."""
    require(project, "goi_khac==2.0")
    with pytest.raises(bootstrap.EnvironmentTrouble) as trouble:
        entered(project, monkeypatch)
    assert "Chưa cài được 1 gói trong requirements.txt (goi-khac)" in str(trouble.value)
    assert "Hãy nối mạng rồi chạy lại" in str(trouble.value)
    log = project / ".cache" / bootstrap.LOG
    assert str(log) in str(trouble.value) and "goi_khac" in log.read_text(encoding="utf-8")


def test_two_calls_do_not_install_at_once(tmp_path):
    """While one holds the lock no other gets it; when the holder is done, or dead, the next one does."""
    lock = tmp_path / "khóa"
    with open(lock, "a+b") as second:
        with locks.alone(lock, ""):
            assert not locks.locked(second)
        assert locks.locked(second)


def test_a_passing_lock_leaves_no_file(tmp_path):
    """The file of a passing lock is gone when nobody holds it any more; whoever waited for it holds one that others find."""
    lock = tmp_path / "khóa"
    first = locks.alone(lock, "", passing=True)
    first.__enter__()
    found = []

    def wait():
        with locks.alone(lock, "", passing=True), open(lock, "a+b") as third:
            found.append(locks.locked(third))

    second = threading.Thread(target=wait)
    second.start()
    first.__exit__(None, None, None)
    second.join()
    assert found == [False] and not lock.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows không truyền khóa cho tiến trình con")
def test_an_orphaned_pip_keeps_the_lock(tmp_path):
    """If only the parent is killed, its installing child still keeps others out until it ends."""
    lock = tmp_path / "khóa"
    child = [sys.executable, "-c", "input()"]
    with open(lock, "a+b") as second:
        with locks.alone(lock, "") as inherited:
            process = subprocess.Popen(child, stdin=subprocess.PIPE, pass_fds=inherited)
        assert not locks.locked(second)
        process.communicate(b"\n")
        assert locks.locked(second)
