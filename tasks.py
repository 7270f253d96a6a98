"""Everything that one does with this project, one function each: `python3 tasks.py build`, or `invoke build`.

Only the list of tasks lives here; how a task is done stands in plugins/commands/, one module per story."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Cần Python 3.11 trở lên, máy có %d.%d. Tải ở https://www.python.org" % sys.version_info[:2])

from datetime import date
from pathlib import Path

from plugins.commands import bootstrap, commandline

ROOT = Path(__file__).resolve().parent
CONF, CONTENT, OUTPUT, CACHE = ROOT / "pelicanconf.py", ROOT / "content", ROOT / "output", ROOT / ".cache"

HELP = {
    "output": "thư mục chứa trang đã dựng (mặc định: output)",
    "content": "thư mục nội dung (mặc định: content)",
    "cache": "thư mục nhớ tạm, xóa lúc nào cũng được (mặc định: .cache)",
    "url": "địa chỉ trên mạng của trang, ví dụ https://tinhdoan.example.vn",
    "as_of": "coi ngày này là hôm nay khi xét bài hẹn ngày đăng (mặc định: hôm nay)",
    "conf": "tệp cấu hình (mặc định: pelicanconf.py)",
    "quiet": "chỉ in lỗi",
    "port": "cổng của máy chủ xem thử (mặc định: 8000)",
    "static": "chỉ mở trang đã dựng, như trên mạng: không theo dõi, không tự tải lại",
    "pytest_options": "tùy chọn của pytest",
}


def build(
    output: Path = OUTPUT,
    content: Path = CONTENT,
    cache: Path = CACHE,
    url: str = "",
    as_of: date = None,
    conf: Path = CONF,
    quiet: bool = False,
):
    """Dựng toàn bộ trang từ thư mục nội dung; có lỗi thì liệt kê hết và giữ nguyên trang cũ."""
    from plugins.commands import building

    building.build(conf, content, output, cache, url, as_of, quiet)
    if not quiet:
        usual = (output, content, conf, url, as_of) == (OUTPUT, CONTENT, CONF, "", None)
        where = "" if output == OUTPUT else f' --output "{output}"'
        print(f"Trang đã dựng xong ở {output}")
        # Without --static the preview would build the usual content, with the usual settings, into this output.
        print(f"Xem thử: {commandline.PYTHON} tasks.py serve{'' if usual else f' --static{where}'}")


def serve(
    port: int = 8000,
    output: Path = OUTPUT,
    content: Path = CONTENT,
    cache: Path = CACHE,
    as_of: date = None,
    conf: Path = CONF,
    static: bool = False,
):
    """Xem thử trang trên máy này: lưu bài là trang tự tải lại, có lỗi thì hiện ngay trên trang."""
    from plugins.commands import preview, preview_build, serving

    if static:
        if not (output / "index.html").is_file():
            build(output, content, cache, as_of=as_of, conf=conf)
        return serving.serve(output, port)
    rebuild = preview_build.whole(ROOT / "tasks.py", content, output, cache, conf, as_of)
    watched = (content, ROOT / "theme", ROOT / "plugins")
    preview.serve(output, port, rebuild, watched, log=cache / commandline.CRASH_LOG)


def check(
    content: Path = CONTENT,
    cache: Path = CACHE,
    as_of: date = None,
    conf: Path = CONF,
    quiet: bool = False,
):
    """Kiểm tra nội dung như khi dựng trang nhưng không ghi gì ra."""
    from plugins.commands import building

    building.build(conf, content, OUTPUT, cache, "", as_of, quiet, check_only=True)
    if not quiet:
        print("Nội dung không có lỗi.")


def test(*pytest_options: str):
    """Chạy các phép thử của dự án bằng pytest; tùy chọn của pytest viết tiếp phía sau."""
    import os

    import pytest

    os.chdir(ROOT)
    return int(pytest.main(list(pytest_options)))


TASKS = commandline.describe((build, serve, check, test), HELP)


def main(argv):
    """Read the command line, enter the environment, do the task; gives the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    try:
        command, values, rest = commandline.read(TASKS, argv)
        if command is None:
            return 0
        code = bootstrap.enter(ROOT, argv)
    except KeyboardInterrupt:
        return commandline.EXIT_STOPPED
    except (commandline.Mistake, bootstrap.EnvironmentTrouble) as trouble:
        commandline.complain(trouble)
        return 1 if isinstance(trouble, bootstrap.EnvironmentTrouble) else commandline.EXIT_MISTAKE
    return commandline.run(command, values, rest, CACHE) if code is None else code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
else:
    namespace = commandline.collection(TASKS, CACHE)
