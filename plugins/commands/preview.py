"""The story of `serve`: build, open the site, and at each saved file build again and tell terminal and browsers.

How a build is done is handed in. Answering browsers is the matter of preview_host, seeing files that of preview_watch."""

import traceback
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from plugins.commands import serving
from plugins.commands.commandline import Mistake
from plugins.commands.preview_board import EVERY, Board
from plugins.commands.preview_host import PreviewServer
from plugins.commands.preview_watch import watch
from plugins.domain.frozen import dataclass
from plugins.domain.numbers import format_number
from plugins.domain.problems import Problem, report


@dataclass(frozen=True)
class Outcome:
    """How a build ended.

    `ok`: the output holds the new site; otherwise the old one stands as it was and `problems` say why (where `ok`,
    they are remarks only). `changed`: addresses of pages (`/tin-tuc/2026/a/`, `/404.html`) that were made, changed or
    taken away by this build, or `(preview_board.EVERY,)`. `seconds`: how long it took."""

    problems: tuple[Problem, ...]
    changed: tuple[str, ...]
    seconds: float
    ok: bool


Rebuild = Callable[[set[Path] | None], Outcome]
"""Builds the site. Given: files or folders that were saved, made or removed (a folder stands for all that is in it), each
path beginning as the watched folder was given; None: nothing is known, look at everything."""


class Preview:
    """Builds with `rebuild` and says how it went: to the terminal by `say`, to browsers by `board`.

    `log` takes the details of a crash."""

    def __init__(self, rebuild: Rebuild, say: Callable[[str], None] = print, log: Path | None = None):
        self.board = Board()
        self._rebuild = rebuild
        self._say = say
        self._log = log
        self._remarks: set[Problem] = set()
        self._was_ok = True

    def refresh(self, paths: set[Path] | None) -> Outcome:
        """Build once (see Rebuild) and tell everybody. What cannot be done at the very first build raises Mistake; later
        everything that goes wrong, even a crash, is a problem that is shown while the old pages stand."""
        try:
            outcome = self._rebuild(paths)
        except (Exception, SystemExit) as trouble:
            if paths is None and isinstance(trouble, Mistake):
                raise
            outcome = Outcome((self._crash(trouble),), (), 0, False)
        self.board.post(outcome.ok, outcome.changed, outcome.problems)
        self._tell(paths, outcome)
        return outcome

    def _tell(self, paths: set[Path] | None, outcome: Outcome) -> None:
        """One line for a good build, and the remarks that were not made before; the whole report for a bad one."""
        cause = f"{_names(paths)} thay đổi" if paths else "Dựng trang"
        if outcome.ok:
            mended = "" if self._was_ok else "hết lỗi, "
            self._say(f"{cause}: {mended}{_pages(outcome.changed)}, {_seconds(outcome.seconds)} giây.")
            remarks = set(outcome.problems)
            if remarks - self._remarks:
                self._say(report(remarks - self._remarks))
            self._remarks = remarks
        else:
            self._say(f"{cause}: chưa được.\n{report(outcome.problems)}")
        self._was_ok = outcome.ok

    def _crash(self, trouble: BaseException) -> Problem:
        if isinstance(trouble, Mistake):
            return Problem("tasks.py", 0, "su-co", str(trouble))
        hint = ""
        if self._log:
            try:
                self._log.parent.mkdir(parents=True, exist_ok=True)
                self._log.write_text("".join(traceback.format_exception(trouble)), encoding="utf-8")
                hint = f"Hãy gửi quản trị tệp {self._log}"
            except OSError:
                hint = ""
        return Problem("tasks.py", 0, "su-co", f"Có sự cố ngoài dự kiến ({type(trouble).__name__}: {trouble}).", hint)


def serve(
    folder: Path,
    port: int,
    rebuild: Rebuild,
    watched: Iterable[Path],
    say: Callable[[str], None] = print,
    log: Path | None = None,
) -> None:
    """Build, then serve `folder` on `port` or the next free one until Ctrl-C, building again whenever a file below one of
    the `watched` folders is saved. Raises Mistake."""
    watched = tuple(watched)
    missing = [place for place in watched if not place.is_dir()]
    if missing:
        raise Mistake(f"Không thấy thư mục {missing[0]}.")
    preview = Preview(rebuild, say, log)
    with serving.first_free(folder, port, say, partial(PreviewServer, board=preview.board)) as server:
        try:
            saved = watch(watched, say=say)
            next(saved)  # from here on nothing that is saved goes unseen, not even during the first build
            preview.refresh(None)
            with serving.running(server):
                say(f"Xem thử ở {server.url} (chỉ máy này xem được). Lưu bài là trang tự tải lại. Nhấn Ctrl+C để dừng.")
                for paths in saved:
                    preview.refresh(paths)
        except KeyboardInterrupt:
            say("Đã dừng.")
        finally:
            preview.board.close()


def _names(paths: set[Path]) -> str:
    """Saved files in a few words, no more than two; what is gone (drafts of editors, too) only where nothing else is left."""
    there = sorted(path for path in paths if path.exists())
    names = [path.name for path in there or sorted(paths)]
    return ", ".join(names[:2]) + (f" và {len(names) - 2} tệp khác" if len(names) > 2 else "")


def _pages(changed: tuple[str, ...]) -> str:
    if EVERY in changed:
        return "mọi trang được làm lại"
    return f"{format_number(len(changed))} trang được làm lại" if changed else "không trang nào khác đi"


def _seconds(seconds: float) -> str:
    """A duration for people: two decimals below ten seconds."""
    return format_number(round(seconds, 2 if seconds < 10 else 0))
