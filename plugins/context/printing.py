"""What printed forms (PDF) need of a machine: the package WeasyPrint and the libraries of the system that it calls.

Both are optional. Here is said whether they are there, and by what they are known again; not what is printed."""

import os
import sys
from functools import cache
from pathlib import Path

REQUIREMENTS = "requirements-pdf.txt"
_LIBRARIES = ("libpango", "libharfbuzz", "libfontconfig", "libfreetype")
Stamp = tuple[str, int, int]  # path, size, last change in ns


class Missing(Exception):
    """Forms cannot be printed here; the message says in Vietnamese what to install."""


_PACKAGE = (
    "Chưa làm được bản in PDF: máy này chưa cài WeasyPrint. Hãy cài bằng lệnh dưới đây rồi chạy lại; chưa có gì được ghi ra.\n"
    "    {} -m pip install -r {}"
)
_SYSTEM = (
    "Chưa làm được bản in PDF: WeasyPrint đã cài nhưng máy còn thiếu thư viện dàn chữ Pango ({}). Trên Debian, Ubuntu hãy cài "
    "bằng lệnh dưới đây rồi chạy lại; chưa có gì được ghi ra.\n"
    "    sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


def need() -> None:
    """Raises Missing where the packages are not installed; costs nothing where they are."""
    from importlib.util import find_spec

    if not all(map(find_spec, ("weasyprint", "fontpkg_source_serif_4", "fontpkg_inter"))):
        raise Missing(_PACKAGE.format(sys.executable, Path(__file__).resolve().parents[2] / REQUIREMENTS))


@cache
def version() -> str:
    """WeasyPrint and the libraries that it has loaded, by their versions. Raises Missing."""
    import importlib.metadata  # slow to load, and every build asks this module whether forms are wanted

    need()
    try:
        pango = _pango()
    except OSError as error:
        raise Missing(_SYSTEM.format(str(error).split(":")[0])) from error
    found = sorted(os.path.basename(path) for path in _loaded())
    return " ".join([importlib.metadata.version("weasyprint"), str(pango.pango_version()), *found])


def _pango():
    from weasyprint.text.ffi import pango

    return pango


def stamps() -> tuple[Stamp, ...]:
    """The files of the libraries at work, as the disk describes them. Raises Missing."""
    version()
    return tuple((path, state.st_size, state.st_mtime_ns) for path in sorted(_loaded()) for state in [os.stat(path)])


def unchanged(known: tuple[Stamp, ...]) -> bool:
    """Whether files lie as they did when their `stamps` were taken; loads nothing."""
    try:
        return all((state.st_size, state.st_mtime_ns) == (size, changed) for path, size, changed in known for state in [os.stat(path)])
    except OSError:
        return False


def _loaded() -> set[str]:
    """The library files that this process has opened, where the system tells (Linux)."""
    try:
        lines = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    paths = {line.split(maxsplit=5)[5] for line in lines if len(line.split(maxsplit=5)) == 6}
    return {path for path in paths if os.path.basename(path).startswith(_LIBRARIES) and os.path.exists(path)}
