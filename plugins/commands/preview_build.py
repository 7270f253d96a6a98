"""A build for the preview that needs nothing resident: the whole `build` in a process of its own, its report read back.

Slow and sure: code and templates may change between two builds. The words of a report belong to domain.problems."""

import os
import re
import subprocess
import sys
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

from plugins.commands.commandline import CRASH_LOG, EXIT_MISTAKE, Mistake
from plugins.commands.preview import Outcome, Rebuild
from plugins.commands.preview_board import plain
from plugins.domain.problems import ERROR, WARNING, Problem

CODE = "dung-trang"
_LINE = re.compile(r"(?P<path>.+?)(?::(?P<line>\d+))?: (?P<mark>lưu ý: )?(?P<message>.+)")
_HINT = "    → "


def whole(script: Path, content: Path, output: Path, cache: Path, conf: Path, as_of: date | None = None) -> Rebuild:
    """A Rebuild that runs `script` (tasks.py) with `build`, whatever was saved, and compares `output` before and
    after. It raises Mistake for an option that cannot be."""
    command = [sys.executable, str(script), "build", "--content", str(content), "--output", str(output)]
    command += ["--cache", str(cache), "--conf", str(conf)]
    command += ["--as-of", as_of.isoformat()] if as_of else []

    def rebuild(paths: set[Path] | None) -> Outcome:
        start, before = time.monotonic(), pages(output)
        run = subprocess.run(command, env=os.environ | {"PYTHONUTF8": "1"}, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
        ok, after = run.returncode == 0, pages(output)
        problems = read_report(run.stdout, content.name)
        if not ok and not any(problem.level == ERROR for problem in problems):
            words = (run.stderr.strip() or run.stdout.strip() or f"Mã kết thúc {run.returncode}.").splitlines()
            if run.returncode == EXIT_MISTAKE and CRASH_LOG not in run.stderr:
                raise Mistake(words[-1])
            problems += (Problem(script.name, 0, CODE, words[-1]),)
        changed = tuple(sorted(page for page in before.keys() | after.keys() if before.get(page) != after.get(page)))
        return Outcome(problems, changed, time.monotonic() - start, ok)

    return rebuild


def read_report(text: str, root: str) -> tuple[Problem, ...]:
    """The problems of a printed report (domain.problems.report) about files of `root`, the name of the content folder.
    All have one code, because codes are not printed."""
    problems = []
    for line, following in pairwise([*text.splitlines(), ""]):
        match = _LINE.fullmatch(line) if line.startswith(f"{root}/") else None
        if match:
            hint = following.removeprefix(_HINT) if following.startswith(_HINT) else ""
            level = WARNING if match["mark"] else ERROR
            problems.append(Problem(match["path"], int(match["line"] or 0), CODE, match["message"], hint, level))
    return tuple(problems)


def pages(output: Path) -> dict[str, tuple[int, int, int]]:
    """Address → what tells one version of a page from another; a build leaves alone the files that did not change."""
    found = {}
    for file in output.rglob("*.html"):
        status = file.stat()
        found[plain("/" + file.relative_to(output).as_posix())] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found
