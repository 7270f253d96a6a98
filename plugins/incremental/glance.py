"""One look that tells whether there is anything to do at all: before the modules of a build are loaded.

It may be wrong in one direction only: where the least thing is not as the last build left it, the build itself decides."""

from collections.abc import Sequence
from pathlib import Path
from zlib import adler32, crc32

from plugins.context import scout
from plugins.context.store import TROUBLE, Store
from plugins.domain.problems import Problem
from plugins.incremental import epoch, presses
from plugins.incremental.faults import Faults
from plugins.incremental.identity import Identities

UNCHECKED = "links-unchecked"  # in the store: no link of joined pages has been followed yet (see `parts`)


def store_of(cache: Path, output: Path, url: str) -> Path:
    """Where the memory of a site lies: one for each output folder's name and each address on the net."""
    words = f"{output.name}\n{url}".encode()
    return cache / f"bo-nho-{crc32(words):08x}{adler32(words):08x}.sqlite"


def made_list(output: Path) -> Path:
    """The names of all files that the last build made, in JSON, beside the output."""
    return output.with_name(f".{output.name}.ban-ke.json")


def staging_of(output: Path) -> Path:
    """Where the files of a build wait."""
    return output.with_name(f".{output.name}.dang-dung")


def told(made: Path) -> tuple[int, int] | None:
    """By what the list of the last build is known again: its length, and when it was written."""
    try:
        state = made.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


def untouched(
    content: Path, output: Path, theme: Path, path: Path, settings: tuple, as_of: str, seen: Sequence[scout.Seen], site: scout.Scouts,
    pdf: bool,
) -> tuple[int, list[Problem]] | None:  # fmt: skip
    """The number of files of a site to which nothing has to be done, and what there is to be told of it again; None when a build
    must find out.

    `path` is its memory, `settings` what `epoch` has noted of them, `seen` what lies in the content folder, `pdf` whether printed
    forms are asked for."""
    if staging_of(output).exists() or not path.is_file():
        return None
    try:
        store = Store(path, read_only=True)
    except TROUBLE:
        return None
    try:
        same = (
            store.get("as-of") == as_of
            and store.get("settings") == settings
            and store.get("packages") == epoch.packages()
            and presses.standing(store, pdf)
            and not store.get(UNCHECKED, False)
            and store.get("told") == told(made_list(output))
            and Identities(store, "content", content).known() == {s[0]: (s[2], s[3], s[4], s[5]) for s in seen}
            and Identities(store, "theme", theme).known() == dict(epoch.files(theme))
            and Identities(store, "code", epoch.ROOT).known() == dict(epoch.code())
        )
        lying = site.site() if same else None
        rows = store.execute("SELECT name, size, written FROM outputs").fetchall() if lying is not None else None
        return (len(rows), Faults(store).all()) if rows and {name: (size, written) for name, size, written in rows} == lying else None
    except (*TROUBLE, OSError, AttributeError):
        return None
    finally:
        store.close()
