"""The slow build of the preview: a process of its own, its report read back, its pages compared; and the task as a whole.

What the preview does with an outcome is tested in test_preview.py."""

import http.client
import os
import signal
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from plugins.commands import preview_build
from plugins.commands.commandline import Mistake
from plugins.domain.problems import WARNING, Problem, report
from tests.conftest import ROOT
from tests.site import invalid

FAULT = Problem("content/b.md", 3, preview_build.CODE, "Sai: ngày.", "Đúng: 1")
REMARK = Problem("content/c.md", 2, preview_build.CODE, "Dài.", "", WARNING)


@pytest.fixture
def building(tmp_path):
    """A preview's build whose tasks.py is the lines that a test gives."""
    script = tmp_path / "tasks.py"

    def run(*lines: str):
        script.write_text("\n".join(["import sys", "from pathlib import Path", *lines]), encoding="utf-8")
        return preview_build.whole(script, tmp_path / "content", tmp_path / "output", tmp_path / "tạm", tmp_path / "conf.py")(None)

    return run


def test_a_printed_report_is_read_back():
    """The problems of a report are those that were printed; other lines of a build are none."""
    problems = (Problem("content/a.md", 0, preview_build.CODE, "Tệp: không phải mã UTF-8."), FAULT, REMARK)
    text = report(problems) + "\nĐã dựng 2 trang, 3 tệp: 1 tệp mới hoặc thay đổi, 0 tệp được bỏ.\n"
    assert preview_build.read_report(text, "content") == problems


def test_changed_pages_are_those_that_were_made_changed_or_removed(building, tmp_path):
    """A page left as it was is not named; other files are none of a browser's business."""
    output = tmp_path / "output"
    for name in ("index.html", "a/index.html", "b/index.html"):
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text("cũ", encoding="utf-8")
    outcome = building(
        "output = Path(sys.argv[sys.argv.index('--output') + 1])",
        "(output / 'a/index.html').write_text('mới hơn', encoding='utf-8')",
        "(output / 'b/index.html').unlink()",
        "(output / '404.html').touch()",
        "(output / 'x.xml').touch()",
        f"print({report([REMARK])!r})",
    )
    assert (outcome.ok, outcome.changed, outcome.problems) == (True, ("/404.html", "/a/", "/b/"), (REMARK,))


def test_a_bad_build_brings_its_problems(building):
    """Exit code 1 with a report: nothing is new, and the problems are those of the report."""
    outcome = building(f"print({report([FAULT, REMARK])!r})", "sys.exit(1)")
    assert (outcome.ok, outcome.changed, outcome.problems) == (False, (), (FAULT, REMARK))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("print('Thư mục output đang có tệp lạ.')", "sys.exit(1)"), "Thư mục output đang có tệp lạ."),
        (("print('Có sự cố. Hãy gửi quản trị tệp su-co.log', file=sys.stderr)", "sys.exit(2)"), "Có sự cố. Hãy gửi quản trị tệp su-co.log"),
        (("sys.exit(7)",), "Mã kết thúc 7."),
    ],
)
def test_a_failure_without_a_report_is_a_problem_too(building, lines, told):
    """Whatever a build said before it failed is shown; it never passes for a good one."""
    outcome = building(*lines)
    assert not outcome.ok and [problem.message for problem in outcome.problems] == [told]


def test_an_option_that_cannot_be_is_a_mistake(building):
    """Exit code 2 without a crash is the user's mistake, in the words of the build."""
    with pytest.raises(Mistake, match="Không thấy tệp cấu hình"):
        building("print('Không thấy tệp cấu hình conf.py.', file=sys.stderr)", "sys.exit(2)")


def test_serve_builds_shows_and_follows_a_true_site(tmp_path):
    """`serve` builds the content it is given, serves it, reports a fault with file and line, and ends at Ctrl-C."""
    if os.name == "nt":
        pytest.skip("Windows gửi Ctrl+C cho cả cửa sổ lệnh")
    content = invalid.lay(None, tmp_path)
    places = ["--content", content, "--output", tmp_path / "output", "--cache", ROOT / ".cache"]
    command = [sys.executable, ROOT / "tasks.py", "serve", "--port", "0", *places, "--as-of", invalid.AS_OF]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(list(map(str, command)), env=os.environ | {"PYTHONUTF8": "1"}, **pipes) as process:
        heard = [process.stdout.readline()]
        while heard[-1] and "Xem thử ở " not in heard[-1]:
            heard.append(process.stdout.readline())
        connection = http.client.HTTPConnection(urlsplit(heard[-1].split()[3]).netloc)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()
        news = next(iter(sorted((content / "tin-tuc").rglob("*.md"))))
        news.write_text(news.read_text(encoding="utf-8").replace("ngày: ", "ngày: 05/03/", 1), encoding="utf-8")
        assert process.stdout.readline().startswith(f"{news.name} thay đổi: chưa được.")
        assert f"content/{news.relative_to(content).as_posix()}:" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate()
    assert process.returncode == 0 and rest.endswith("Đã dừng.\n")
    assert all(line.startswith("Dựng trang: ") for line in errors.splitlines())  # said where the first build takes long
