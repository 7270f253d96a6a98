"""The story of a build: settings, with Pelican or — where the last build is remembered — without, and Pelican's refusals.

What a page is made of is the plugins' matter. Pelican is imported late: a build that remembers does not wait for it."""

import importlib
import re
import runpy
import tempfile
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from plugins.commands import compare
from plugins.commands.commandline import Mistake, complain
from plugins.commands.locks import alone
from plugins.context import printing, progress, seam
from plugins.context.store import TROUBLE
from plugins.domain.frozen import dataclass
from plugins.incremental import gate, glance, parts, session

VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Order:
    """What to build: `content` into `output` by the settings of `conf`; `url` (absolute, no query) replaces SITEURL; `as_of` is
    the day that lifts embargoes (None: today in Vietnam)."""

    conf: Path
    content: Path
    output: Path
    cache: Path
    url: str = ""
    as_of: date | None = None
    quiet: bool = False
    check_only: bool = False
    part: str = ""
    pdf: bool = False

    def settings(self) -> dict[str, object]:
        """What replaces the settings of the conf file."""
        day = self.as_of or datetime.now(UTC).astimezone(VIETNAM).date()
        told = {"PATH": str(self.content), "OUTPUT_PATH": str(self.output), "CACHE_PATH": str(self.cache), "AS_OF": day.isoformat()}
        told |= {"QUIET": self.quiet, "CHECK_ONLY": self.check_only, "PDF": self.pdf}
        return told | ({"SITEURL": self.url.rstrip("/")} if self.url else {})


def build(order: Order, why: bool = False, verify: bool = False, sight: session.Sight | None = None) -> None:
    """Build a site, or with `check_only` go up to the gate and write nothing. What is remembered of the last build is used
    without Pelican; all else goes through Pelican. `why` tells what each page was made again for; `verify` compares the site
    with one that is built from nothing. Raises Mistake, and SystemExit(1) where errors were found and printed."""
    refuse_mistakes(order)
    try:
        if order.pdf:
            printing.need()
        with undisturbed(order.output):
            settings = read_settings(order)
            if order.pdf and not remembers(settings):
                printing.version()
            if order.part:
                run(settings, why, parts.memory_of(order.output), _part(order.part))
            elif remembers(settings) and not seam.foreign(settings):
                run(settings, why, sight=sight)
            else:
                _run_pelican(order.conf, order.settings(), "ERROR" if order.quiet else "WARNING")
            if verify:
                _verify(settings)
    except printing.Missing as missing:
        complain(missing)
        raise SystemExit(1) from None
    except SystemExit as stop:
        if stop.code:
            raise


def read_settings(order: Order) -> dict[str, object]:
    """The settings of a conf file, as Pelican would read them, without Pelican; relative folders count from the file."""
    found = {name: value for name, value in runpy.run_path(str(order.conf)).items() if name.isupper()}
    settings = {"SITEURL": "", "PLUGINS": [], "THEME": "theme", **found, **order.settings()}
    return settings | {"THEME": str(order.conf.parent / str(settings["THEME"]))}


def remembers(settings: dict[str, object]) -> bool:
    """Whether there is a memory of a build with these settings."""
    url = str(settings["SITEURL"]).rstrip("/")
    return glance.store_of(Path(settings["CACHE_PATH"]), Path(settings["OUTPUT_PATH"]), url).is_file()


def join(order: Order, folder: Path) -> None:
    """Joins the parts that lie in `folder` into the output of the order; an ordinary build must follow. Raises Mistake."""
    refuse_mistakes(order)
    found = sorted(path for path in folder.iterdir() if path.is_dir() and parts.memory_of(path).is_file()) if folder.is_dir() else []
    if not found:
        raise Mistake(f"Không thấy phần nào của trang trong {folder}. Mỗi phần được dựng bằng: build --part 1/2 --output {folder}/1")
    if order.output.exists() and any(order.output.iterdir()):
        raise Mistake(f"Thư mục {order.output} không trống; các phần được ghép vào một thư mục mới.")
    settings = read_settings(order)
    url = str(settings["SITEURL"]).rstrip("/")
    try:
        parts.join(found, order.output, glance.store_of(order.cache, order.output, url), url)
    except TROUBLE as trouble:
        raise Mistake(f"Một phần trong {folder} bị hỏng hoặc do phiên bản khác dựng ra; hãy dựng lại các phần rồi ghép lại.") from trouble


def _part(written: str) -> parts.Part:
    try:
        return parts.Part.read(written)
    except ValueError as error:
        raise Mistake(f"--part cần số thứ tự và số phần, không phải “{written}”. Ví dụ: --part 1/2") from error


def start(settings: dict[str, object], path: Path | None = None, part: parts.Part = parts.WHOLE,
          sight: session.Sight | None = None) -> session.Session:  # fmt: skip
    """A session without Pelican; `path` puts its memory elsewhere, `part` makes a part of the site, `sight` was seen before."""
    return session.Session(settings, progress.of_terminal(bool(settings["QUIET"])), path=path, part=part, sight=sight)


def run(settings: dict[str, object], why: bool = False, path: Path | None = None, part: parts.Part = parts.WHOLE,
        sight: session.Sight | None = None) -> None:  # fmt: skip
    """All steps of a session, told in the terminal. Raises SystemExit(1)."""
    work = start(settings, path, part, sight)
    build = work.build
    try:
        work.read()
        gate.stand(build.problems, build.quiet, build.check_only, work.outcome.records)
        outcome = work.publish()
    except session.Stop as stop:
        print(stop)
        raise SystemExit(1) from None
    finally:
        work.close()
    if why:
        print(work.explain())
    if not build.quiet:
        print(outcome.summary())


def _verify(settings: dict[str, object]) -> None:
    """Builds the site once more from nothing and compares every file. Raises SystemExit(1) when one differs."""
    output = Path(settings["OUTPUT_PATH"])
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=f".{output.name}.doi-chieu-") as folder:
        clean = Path(folder) / output.name
        run(settings | {"OUTPUT_PATH": str(clean), "QUIET": True}, path=Path(folder) / "bo-nho.sqlite")
        differing = compare.folders(output, clean)
    for line in differing:
        print(line)
    if differing:
        print(f"{len(differing)} tệp khác với khi dựng lại từ đầu. Xóa thư mục {settings['CACHE_PATH']} rồi dựng lại.")
        raise SystemExit(1)
    if not settings["QUIET"]:
        print("Đối chiếu xong: giống từng byte với khi dựng lại từ đầu.")


def undisturbed(output: Path) -> AbstractContextManager:
    """Two builds into one output wait for one another. They meet at a file beside it, where nobody else may write, and which goes with
    the last of them; where nothing can be written, nothing will be built either."""
    target = output.resolve()
    path = target.with_name(f".{target.name}.khoa")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError:
        return nullcontext()
    return alone(path, f"Một lần dựng khác đang ghi vào {output}; xin chờ…", passing=True)


def _run_pelican(conf: Path, overrides: dict[str, object], level: str) -> None:
    from pelican import Pelican, log
    from pelican.settings import read_settings

    log.init(level=level, name="pelican")
    log.console.quiet = True
    settings = read_settings(str(conf), override=overrides)
    wanted = list(settings["PLUGINS"] or ())
    site = Pelican(settings)
    _refuse_lost_plugins(wanted, site)
    site.run()


def _refuse_lost_plugins(wanted: list[str], site) -> None:
    """Pelican skips a plugin that fails, and would build a site that lacks pages. Raise what it hid."""
    loaded = {plugin.__name__ for plugin in site.plugins}
    for name in wanted:
        if name not in loaded:
            importlib.import_module(name).register()
            raise RuntimeError(f"plugin {name} was not loaded")


def refuse_mistakes(order: Order) -> None:
    """Raises Mistake for folders and addresses that cannot be."""
    conf, content, output, cache, url = order.conf, order.content, order.output, order.cache, order.url
    if not conf.is_file():
        raise Mistake(f"Không thấy tệp cấu hình {conf}.")
    if not content.is_dir():
        raise Mistake(f"Không thấy thư mục nội dung {content}. Hãy kiểm tra --content.")
    sources = [content.resolve(), conf.resolve().parent]
    target = output.resolve()
    if any(source.is_relative_to(target) for source in sources) or target.is_relative_to(sources[0]):
        raise Mistake(f"Thư mục xuất {output} trùng với nơi đặt nội dung hoặc mã nguồn; hãy chọn nơi khác.")
    if any(cache.resolve().is_relative_to(folder) for folder in (sources[0], target)) or cache.is_file():
        raise Mistake(f"Thư mục nhớ tạm {cache} phải nằm ngoài thư mục nội dung và thư mục xuất; hãy chọn nơi khác cho --cache.")
    if target.exists() and not target.is_dir():
        raise Mistake(f"{output} là một tệp, không phải thư mục; hãy chọn nơi khác cho --output.")
    if url and not re.fullmatch(r"https?://[^\s/?#\"<>]+(/[^\s?#\"<>]*)?", url):
        raise Mistake(f"--url cần địa chỉ đầy đủ, không phải “{url}”. Ví dụ: --url https://tinhdoan.example.vn")
