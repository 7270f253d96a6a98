"""All or nothing: files are made in a staging folder beside the output and taken over in one last step that a journal guards.

Killed before the journal is whole: the old site stands untouched. Killed after it: the next build finishes the step first."""

import contextlib
import errno
import json
import os
import shutil
from pathlib import Path

MARK = b'<meta name="generator" content="Pelican; Tinh doan">'  # stands in the home page of every site made here


class Foreign(Exception):
    """The output folder holds files that were not made here; nothing is touched."""


class Staging:
    """One build's files on their way into `output`. Only bytes that differ are staged; what is no longer made is removed."""

    def __init__(self, output: Path):
        self.output = output
        self.folder = output.with_name(f".{output.name}.dang-dung")
        self.journal = self.folder / "nhat-ky.json"
        self.manifest = output.with_name(f".{output.name}.ban-ke.json")  # the names of all files that the last build made
        self.names: set[str] = set()
        self.changed: list[str] = []

    def recover(self) -> None:
        """Finishes or discards what an earlier build left behind: the first thing that a build does."""
        if self.journal.is_file():
            with contextlib.suppress(ValueError, KeyError, TypeError):  # cut short by a power failure: nothing was taken over yet
                self._apply(json.loads(self.journal.read_text(encoding="utf-8")))
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self) -> None:
        """Begins a build. Raises Foreign."""
        self.recover()
        if self._present() and not self._ours():
            raise Foreign(str(self.output))
        self.folder.mkdir(parents=True)

    def _ours(self) -> bool:
        home = self.output / "index.html"
        return home.is_file() and MARK in home.read_bytes()[:4096]

    def put(self, name: str, data: bytes) -> None:
        """Takes the bytes of one file; `name` is its path below the output with forward slashes."""
        if name in self.names:
            raise ValueError(f"two files of one name: {name}")
        self.names.add(name)
        try:
            with (self.output / name).open("rb") as stream:
                if os.fstat(stream.fileno()).st_size == len(data) and stream.read() == data:
                    return
        except OSError:
            pass
        path = self.folder / "tep" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.changed.append(name)

    def commit(self) -> tuple[int, int]:
        """Takes over what changed and removes what is no longer made; returns both counts."""
        present = self._present()
        gone = sorted((present & self._made_before(present)) - self.names)
        plan = {"tep": sorted(self.changed), "bo": gone, "ban-ke": sorted(self.names)}
        draft = self.journal.with_suffix(".moi")
        with draft.open("w", encoding="utf-8") as stream:
            json.dump(plan, stream, ensure_ascii=False)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(draft, self.journal)
        self._apply(plan)
        shutil.rmtree(self.folder, ignore_errors=True)
        return len(plan["tep"]), len(gone)

    def _made_before(self, present: set[str]) -> set[str]:
        """What the last build made; without its list (a copied output) everything that is there."""
        try:
            return set(json.loads(self.manifest.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return present

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
        for name in plan["bo"]:
            path = self.output / name
            if path.is_file() or path.is_symlink():  # when done again, a folder of the new site may stand there
                path.unlink()
            for folder in path.parents:
                if folder == self.output or (folder.is_dir() and any(folder.iterdir())):
                    break
                if folder.is_dir():
                    folder.rmdir()
        for name in plan["tep"]:
            staged, goal = self.folder / "tep" / name, self.output / name
            if staged.is_file():
                if goal.is_dir():
                    shutil.rmtree(goal)
                goal.parent.mkdir(parents=True, exist_ok=True)
                _move(staged, goal)
        self.manifest.write_text(json.dumps(plan["ban-ke"], ensure_ascii=False), encoding="utf-8")


def _move(staged: Path, goal: Path) -> None:
    """Takes one file over; where the output is a disk of its own, by a copy beside the goal. What is cut short is done again."""
    try:
        os.replace(staged, goal)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        draft = goal.with_name(f".{goal.name}.moi")
        shutil.copyfile(staged, draft)
        os.replace(draft, goal)
        staged.unlink()
