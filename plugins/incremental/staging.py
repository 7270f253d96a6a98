"""All or nothing: files are made in a staging folder beside the output and taken over in one last step that a journal guards.

Killed before the journal is whole: the old site stands untouched. Killed after it: the next build, check or preview finishes the
step first. New files come first, then those that changed, and only then is anything taken away: at no moment does a page lead
to a file that is not there."""

import contextlib
import errno
import json
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from plugins.incremental import glance

MARK = b'<meta name="generator" content="Pelican; Tinh doan">'  # stands in the home page of every site made here


class Foreign(Exception):
    """The output folder holds files that were not made here; nothing is touched."""


class Staging:
    """Files on their way into `output`: only those whose bytes differ from what is there."""

    def __init__(self, output: Path):
        self.output = output
        self.folder = glance.staging_of(output)
        self.journal = self.folder / "nhat-ky.json"
        self.tray = self.folder / "khay"  # what the helpers of a build lend one another (see `keeping`)
        self.manifest = glance.made_list(output)  # the names of all files that the last build made
        self._names = self.folder / "ban-ke.json"  # the same of this build, until it has taken over
        self._folders: set[str] = set()  # made in the staging folder
        self._empty: bool | None = None  # whether there was no output at all when the first file came

    def recover(self) -> bool:
        """Finishes or discards what an earlier build left behind, and says whether anything was finished: the first thing that
        a build does."""
        finished = False
        if self.journal.is_file():
            with contextlib.suppress(ValueError, KeyError, TypeError):  # cut short by a power failure: nothing was taken over yet
                self._apply(_inside(json.loads(self.journal.read_text(encoding="utf-8"))))
                finished = True
        if self.folder.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
        return finished

    def open(self) -> None:
        """Begins to stage. Raises Foreign."""
        self.recover()
        if not self._ours():
            raise Foreign(str(self.output))
        self._folders.clear()
        self.folder.mkdir(parents=True)

    def _ours(self) -> bool:
        home = self.output / "index.html"
        try:
            with home.open("rb") as stream:
                return MARK in stream.read(4096)
        except OSError:
            return not self._present()

    def put(self, name: str, data: bytes) -> tuple[bool, int]:
        """Takes the bytes of one file; `name` is its path below the output with forward slashes. Returns whether they are new,
        and when the file was written (ns)."""
        if self._empty is None:
            self._empty = not self.output.exists()
        if not self._empty:
            try:
                with open(f"{self.output}/{name}", "rb", buffering=0) as stream:
                    state = os.fstat(stream.fileno())
                    if state.st_size == len(data) and stream.read() == data:
                        return False, state.st_mtime_ns
            except OSError:
                pass
        path = f"{self.folder}/tep/{name}"
        self._room(path.rpartition("/")[0])
        with open(path, "wb", buffering=0) as stream:
            try:
                taken = stream.write(data)
            except OSError as error:  # which does not say where
                raise OSError(error.errno, error.strerror, path) from None
            if taken != len(data):  # a full disk may take a part
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
            return True, os.fstat(stream.fileno()).st_mtime_ns

    def _room(self, folder: str) -> None:
        """Makes a folder, and those above it, once."""
        if folder in self._folders:
            return
        try:
            os.mkdir(folder)
        except FileExistsError:  # by another helper
            pass
        except FileNotFoundError:
            self._room(folder.rpartition("/")[0])
            with contextlib.suppress(FileExistsError):
                os.mkdir(folder)
        self._folders.add(folder)

    def read(self, name: str, changed: bool) -> bytes:
        """A file as it will be: the staged one where it has `changed`, else that of the site."""
        with open(f"{self.folder}/tep/{name}" if changed else f"{self.output}/{name}", "rb", buffering=0) as stream:
            return stream.read()

    def commit(self, changed: Iterable[str], gone: Iterable[str], names: set[str] | None = None) -> tuple[int, int]:
        """Takes over what was put and takes away what is gone; returns both counts. `names`, all files of the site, are told when
        the set of names has changed."""
        changed, gone = set(changed), set(gone)
        new = {name for name in changed if not os.path.exists(f"{self.output}/{name}")}
        if names is not None:
            self._names.write_text(json.dumps(sorted(names), ensure_ascii=False), encoding="utf-8")
        plan = _inside({"moi": sorted(new), "tep": sorted(changed - new), "bo": sorted(gone)})
        draft = self.journal.with_suffix(".moi")
        with draft.open("w", encoding="utf-8") as stream:
            stream.write(json.dumps(plan, ensure_ascii=False))
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(draft, self.journal)
        self._apply(plan)
        shutil.rmtree(self.folder, ignore_errors=True)
        return len(changed), len(gone)

    def strays(self, names: set[str]) -> set[str]:
        """Files of the output that an earlier build made and this one, which makes `names`, does not. For builds that remember
        nothing; without a list of the last build's files (a copied output) whatever is there is taken for its work."""
        present = self._present()
        try:
            before = set(json.loads(self.manifest.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            before = present
        return (present & before) - names

    def told(self) -> tuple[int, int] | None:
        """By what the list of all files is known again, which tells whether anybody has built here since; None without one."""
        return glance.told(self.manifest)

    def _present(self) -> set[str]:
        """The files of the output, but for hidden ones at its top (.git of a pages branch): those are not ours."""
        tops = [p for p in self.output.iterdir() if not p.name.startswith(".")] if self.output.is_dir() else []
        files = (p for top in tops for p in (top.rglob("*") if top.is_dir() else (top,)) if p.is_file())
        return {p.relative_to(self.output).as_posix() for p in files}

    def discard(self) -> None:
        """Forgets everything staged; the old site stays."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _apply(self, plan: dict) -> None:
        """Carries out a journal; doing it twice does no harm."""
        staged = self.folder / "tep"
        if not plan["tep"] and not plan["bo"] and staged.is_dir() and not _entries(self.output):
            _whole(staged, self.output)
        for name in (*plan["moi"], *plan["tep"]):
            file, goal = staged / name, self.output / name
            if file.is_file():
                _move(file, goal, self.output)
        for name in plan["bo"]:
            path = self.output / name
            if path.is_file() or path.is_symlink():  # when done again, a folder of the new site may stand there
                path.unlink()
            for folder in path.parents:
                if folder == self.output or (folder.is_dir() and any(folder.iterdir())):
                    break
                if folder.is_dir():
                    folder.rmdir()
        if self._names.is_file():
            _move(self._names, self.manifest, self.output)


def _inside(plan: dict) -> dict:
    """The same journal. Raises ValueError where one of its names leads out of the folders: a memory from elsewhere may hold anything."""
    for name in (*plan["moi"], *plan["tep"], *plan["bo"]):
        if name.startswith("/") or "\\" in name or ":" in name or (".." in name and ".." in name.split("/")):
            raise ValueError(f"{name} leads out of the site")
    return plan


def _entries(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _whole(staged: Path, output: Path) -> None:
    """Into an empty place all files go at once; where that is another disk, one by one."""
    with contextlib.suppress(OSError):
        if output.is_dir():
            output.rmdir()
        os.replace(staged, output)


def _clear(goal: Path, output: Path) -> None:
    """Makes room for a file: a folder of the old site that stands there, a file where a folder is needed."""
    if goal.is_dir():
        shutil.rmtree(goal)
    for folder in goal.parents:
        if folder == output or folder.is_dir():
            break
        if folder.is_file():
            folder.unlink()
    goal.parent.mkdir(parents=True, exist_ok=True)


def _move(staged: Path, goal: Path, output: Path) -> None:
    """Takes one file over; where the output is a disk of its own, by a copy beside the goal. What is cut short is done again."""
    with contextlib.suppress(OSError):  # most often all is ready for it
        os.replace(staged, goal)
        return
    _clear(goal, output)
    try:
        os.replace(staged, goal)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        draft = goal.with_name(f".{goal.name}.moi")
        shutil.copy2(staged, draft)
        os.replace(draft, goal)
        staged.unlink()
