"""Two folders compared byte by byte, for whoever wants to see that a site is what it would be if built from nothing."""

import filecmp
from pathlib import Path


def folders(one: Path, other: Path) -> list[str]:
    """A line for each file that is not the same in both, by name; hidden files at the top of `one` are not ours."""
    left, right = _files(one), _files(other)
    lines = {name: f"thừa: {name}" for name in left - right} | {name: f"thiếu: {name}" for name in right - left}
    lines |= {name: f"khác: {name}" for name in left & right if not filecmp.cmp(one / name, other / name, shallow=False)}
    return [lines[name] for name in sorted(lines)]


def _files(folder: Path) -> set[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in found if not name.startswith(".")}
