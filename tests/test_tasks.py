"""The tasks as a user calls them: the command line, the invoke file, the README's table, a build's refusals.

The environment is tested in test_bootstrap.py, the server in test_serving.py."""

import ast
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import invoke
import pytest

import tasks
from plugins.commands import building, commandline
from plugins.commands.commandline import Mistake
from plugins.incremental import parts

ROOT = Path(tasks.__file__).resolve().parent


def sample(output: Path = None, port: int = 1, as_of: date = None, quiet: bool = False):
    """Làm thử."""
    print(json.dumps([str(output), port, str(as_of), quiet]))
    return port


SAMPLE = commandline.describe([sample], dict.fromkeys(("output", "port", "as_of", "quiet"), "thử"))


def test_help_names_every_task_with_one_sentence(capsys):
    """`--help` shows each task beside its sentence, without an environment or a build."""
    assert tasks.main(["--help"]) == 0
    shown = capsys.readouterr().out
    for command in tasks.TASKS.values():
        assert re.search(rf"^  {command.name} +{re.escape(command.sentence)}$", shown, re.MULTILINE)


@pytest.mark.parametrize("name", tasks.TASKS)
def test_help_of_a_task_is_vietnamese_and_complete(name, capsys):
    """The help of a task shows each of its options, and no English word of the parser."""
    assert tasks.main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Cách dùng: ")
    assert all(option.flag in shown for option in tasks.TASKS[name].options)
    assert not re.search(r"usage|options|show this|positional", shown)


def test_readme_opens_with_the_two_commands_and_lists_every_task():
    """The README's table has one row for each task, with its sentence and all of its options."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    opening = readme.split("```")[1].split("\n")
    assert [line.split("#")[0].strip() for line in opening[1:3]] == [
        "python3 tasks.py build",
        "python3 tasks.py test",
    ]
    rows = {row[0]: row[1:] for row in re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", readme, re.MULTILINE)}
    assert list(rows) == list(tasks.TASKS)
    for name, (sentence, options) in rows.items():
        assert sentence == tasks.TASKS[name].sentence
        assert re.findall(r"--[\w-]+", options) == [option.flag for option in tasks.TASKS[name].options]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["buld"], "Không có việc “buld” (có phải “build” không?). Các việc: "),
        (["zzz"], "Không có việc “zzz”. Các việc: "),
        (["build", "--ouput", "x"], "không có tùy chọn “--ouput” (có phải “--output” không?)."),
        (["build", "--ouput=x"], "không có tùy chọn “--ouput=x” (có phải “--output” không?)."),
        (["build", "thêm"], "không có tùy chọn “thêm”."),
        (["build", "--output"], "--output còn thiếu giá trị. Ví dụ: --output "),
        (["build", "--output", "--quiet"], "--output còn thiếu giá trị."),
        (["build", "--quiet=1"], "--quiet không nhận giá trị; chỉ viết --quiet."),
        (
            ["build", "--as-of", "05/03/2025"],
            "--as-of cần ngày viết theo dạng năm-tháng-ngày, không phải “05/03/2025”.",
        ),
        (["build", "--as-of", "2025-02-30"], "--as-of: không có ngày “2025-02-30” trong lịch."),
        (["serve", "--port", "tám"], "--port cần một số nguyên, không phải “tám”. Ví dụ: --port 8000"),
    ],
)
def test_a_mistyped_command_line_is_explained(words, message, capsys):
    """A wrong word is named in Vietnamese, with the right one where it can be guessed, and nothing is run."""
    assert tasks.main(words) == commandline.EXIT_MISTAKE
    assert message in capsys.readouterr().err


def test_relative_paths_count_from_the_callers_folder(tmp_path, monkeypatch):
    """`--output x` means x in the folder where the command was typed."""
    monkeypatch.chdir(tmp_path)
    _, values, _ = commandline.read(tasks.TASKS, ["build", "--output", "trang thử", "--as-of", "2026-03-26"])
    assert values == {"output": tmp_path / "trang thử", "as_of": date(2026, 3, 26)}


def test_options_of_pytest_are_passed_on_unread():
    """What follows `test` reaches pytest word for word."""
    command, values, rest = commandline.read(tasks.TASKS, ["test", "-k", "layers", "--lf"])
    assert (command.name, values, rest) == ("test", {}, ["-k", "layers", "--lf"])


def test_invoke_sees_the_same_tasks_and_options():
    """`invoke --list` has the tasks of the command line, each with the same flags."""
    seen = {name: {flag for argument in task.get_arguments() for flag in argument.names} for name, task in tasks.namespace.tasks.items()}
    assert seen == {name: {option.flag[2:] for option in command.options} for name, command in tasks.TASKS.items()}


def test_invoke_gives_a_task_the_same_values(tmp_path, monkeypatch, capsys):
    """A task started by invoke gets typed values, keeps its defaults, and its exit code is passed on."""
    monkeypatch.chdir(tmp_path)
    program = invoke.Program(namespace=commandline.collection(SAMPLE, tmp_path))
    with pytest.raises(SystemExit) as stop:
        program.run("invoke sample --output x --as-of 2026-03-26 --quiet --port 3")
    assert stop.value.code == 3
    assert json.loads(capsys.readouterr().out) == [str(tmp_path / "x"), 3, "2026-03-26", True]


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (Mistake("Sai rồi."), commandline.EXIT_MISTAKE, "Sai rồi."),
        (KeyboardInterrupt(), commandline.EXIT_STOPPED, "Đã dừng theo yêu cầu."),
        (ValueError("lạ"), commandline.EXIT_CRASH, "Có sự cố ngoài dự kiến (ValueError: lạ)."),
    ],
)
def test_no_task_ends_in_a_traceback(fault, code, said, tmp_path, capsys):
    """The user's mistake, Ctrl-C and our own bug each end in one sentence and a code of their own."""

    def failing():
        """Hỏng."""
        raise fault

    command = commandline.describe([failing], {})["failing"]
    assert commandline.run(command, {}, (), tmp_path) == code
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1 and lines[0].startswith(said)
    log = tmp_path / commandline.CRASH_LOG
    assert log.exists() == isinstance(fault, ValueError)
    assert not log.exists() or "Traceback" in log.read_text(encoding="utf-8")


def test_an_old_python_is_refused_with_a_sentence():
    """Python 3.10 is told which version is needed, and tasks.py is written so that even 3.6 gets that far."""
    script = "import runpy, sys; sys.version_info = (3, 10, 2); runpy.run_path(sys.argv[1], run_name='__main__')"
    command = [sys.executable, "-X", "utf8", "-c", script, str(ROOT / "tasks.py")]
    run = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert (run.returncode, run.stderr) == (
        1,
        "Cần Python 3.11 trở lên, máy có 3.10. Tải ở https://www.python.org\n",
    )
    assert ast.parse((ROOT / "tasks.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.fixture
def small(tmp_path) -> Path:
    """A folder with content/, a probing plugin and a conf.py that uses it."""
    (tmp_path / "content").mkdir()
    (tmp_path / "probe.py").write_text(
        "import json, pelican\n"
        "def note(site):\n"
        "    names = ('PATH', 'OUTPUT_PATH', 'CACHE_PATH', 'SITEURL', 'AS_OF', 'QUIET', 'CHECK_ONLY')\n"
        "    print(json.dumps({name: site.settings[name] for name in names}))\n"
        "    raise SystemExit(5)\n"
        "def register():\n"
        "    pelican.signals.initialized.connect(note)\n",
        encoding="utf-8",
    )
    (tmp_path / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\nSITEURL = 'https://cu.example.vn'\n"
        "PLUGINS = ['probe']\nREADERS = {'rst': None, 'html': None}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_build_is_told_where_and_when(small, run_tasks):
    """Every option reaches the build as a setting, absolute, and a plugin's exit code comes out unchanged."""
    where = ["--conf", "conf.py", "--content", "content", "--output", "ra", "--cache", "tam"]
    run = run_tasks("build", *where, "--as-of", "2026-03-26", "--quiet", "--url", "https://moi.example.vn/", cwd=small)
    assert run.returncode == 5, run.stderr
    assert json.loads(run.stdout) == {
        "PATH": str(small / "content"),
        "OUTPUT_PATH": str(small / "ra"),
        "CACHE_PATH": str(small / "tam"),
        "SITEURL": "https://moi.example.vn",
        "AS_OF": "2026-03-26",
        "QUIET": True,
        "CHECK_ONLY": False,
    }


def test_a_check_is_a_build_that_may_not_write(small, run_tasks):
    """`check` runs the same build with CHECK_ONLY, and the site's own address."""
    run = run_tasks("check", "--conf", "conf.py", "--content", "content", "--cache", "tam", cwd=small)
    assert run.returncode == 5, run.stderr
    settings = json.loads(run.stdout)
    assert settings["CHECK_ONLY"] is True
    assert settings["SITEURL"] == "https://cu.example.vn"


def test_a_plugin_that_fails_stops_the_build(small, run_tasks):
    """A site that would lack a plugin's pages is not built: one line, a log with the cause, exit 2."""
    (small / "probe.py").write_text("def register():\n    1 / 0\n", encoding="utf-8")
    options = ["--conf", "conf.py", "--content", "content", "--output", "ra", "--cache", "tam", "--quiet"]
    run = run_tasks("build", *options, cwd=small)
    assert run.returncode == commandline.EXIT_CRASH
    assert "Có sự cố ngoài dự kiến (ZeroDivisionError: division by zero)." in run.stderr
    assert "ZeroDivisionError" in (small / "tam" / commandline.CRASH_LOG).read_text(encoding="utf-8")
    assert not (small / "ra").exists()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"conf": "không-có.py"}, "Không thấy tệp cấu hình"),
        ({"content": "không-có"}, "Không thấy thư mục nội dung"),
        ({"output": "."}, "trùng với nơi đặt nội dung hoặc mã nguồn"),
        ({"output": "content"}, "trùng với nơi đặt nội dung hoặc mã nguồn"),
        ({"output": "content/ra"}, "trùng với nơi đặt nội dung hoặc mã nguồn"),
        ({"output": "probe.py"}, "là một tệp, không phải thư mục"),
        ({"url": "tinhdoan.example.vn"}, "--url cần địa chỉ đầy đủ"),
        ({"url": "https://tinhdoan.example.vn/?a=1"}, "--url cần địa chỉ đầy đủ"),
    ],
)
def test_a_build_that_would_go_wrong_is_refused(small, changed, message):
    """A missing source, an output folder that swallows the sources, a bad address: nothing is started."""
    paths = {"conf": "conf.py", "content": "content", "output": "ra", "cache": "tam"} | changed
    url = paths.pop("url", "")
    with pytest.raises(Mistake, match=re.escape(message)):
        building.build(building.Order(**{name: small / path for name, path in paths.items()}, url=url))
    assert not (small / "ra").exists()


def test_a_damaged_part_is_told(small):
    """Parts of which one has a memory that cannot be read are not joined: one sentence says what to do, and nothing is made."""
    (small / "conf.py").write_text("SITEURL = 'https://cu.example.vn'\n", encoding="utf-8")
    (small / "phan/1").mkdir(parents=True)
    parts.memory_of(small / "phan/1").write_bytes(b"SQLite format 3\0" + b"x" * 2000)
    order = building.Order(small / "conf.py", small / "content", small / "ra", small / "tam")
    with pytest.raises(Mistake, match="dựng lại các phần"):
        building.join(order, small / "phan")
    assert not (small / "ra").exists()


def test_two_builds_into_one_output_wait_for_one_another(tmp_path):
    """A build that finds another one writing into its output says so and waits until that one is done."""
    command = [sys.executable, str(ROOT / "tasks.py"), "build"]
    command += ["--output", str(tmp_path / "output"), "--cache", str(ROOT / ".cache"), "--quiet"]
    with building.undisturbed(tmp_path / "output"):
        waiting = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        assert "Một lần dựng khác" in waiting.stderr.readline()
        assert [path.name for path in tmp_path.iterdir()] == [".output.khoa"]
    waiting.communicate()
    assert not (tmp_path / ".output.khoa").exists()
    assert waiting.returncode == 0 and (tmp_path / "output/index.html").is_file()
