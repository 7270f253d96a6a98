"""The story of a build: settings, Pelican, Pelican's refusals. What a page is made of is the plugins' matter.

Everything is imported late, so that help and a missing environment do not wait for Pelican."""

import hashlib
import importlib
import logging
import re
import tempfile
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from plugins.commands.bootstrap import alone
from plugins.commands.commandline import Mistake

VIETNAM = timezone(timedelta(hours=7))


def build(
    conf: Path,
    content: Path,
    output: Path,
    cache: Path,
    url: str = "",
    as_of: date | None = None,
    quiet: bool = False,
    check_only: bool = False,
) -> None:
    """Build the site of `content` into `output`, or with `check_only` go up to the gate and write nothing.

    `url` (absolute, no query) replaces SITEURL; `as_of` is the day that lifts embargoes (None: today in
    Vietnam). Raises Mistake, and SystemExit(1) where the gate found and printed errors."""
    _refuse_mistakes(conf, content, output, cache, url)
    overrides = {
        "PATH": str(content),
        "OUTPUT_PATH": str(output),
        "CACHE_PATH": str(cache),
        "AS_OF": (as_of or datetime.now(UTC).astimezone(VIETNAM).date()).isoformat(),
        "QUIET": quiet,
        "CHECK_ONLY": check_only,
    }
    if url:
        overrides["SITEURL"] = url.rstrip("/")
    try:
        with alone(_lock(output), f"Một lần dựng khác đang ghi vào {output}; xin chờ…"):
            _run_pelican(conf, overrides, logging.ERROR if quiet else logging.WARNING)
    except SystemExit as stop:
        if stop.code:
            raise


def _lock(output: Path) -> Path:
    """Two builds into one output wait for one another; the file that they meet at litters no folder of the user."""
    digest = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"dung-trang-{digest}.khoa"


def _run_pelican(conf: Path, overrides: dict[str, object], level: int) -> None:
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


def _refuse_mistakes(conf: Path, content: Path, output: Path, cache: Path, url: str) -> None:
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
