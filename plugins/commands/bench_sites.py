"""The contenders of a measurement: each one's folder, its form of the corpus, its command and its pages.

Who is measured against whom, and in which order, is decided in `bench`."""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from plugins.commands import bootstrap, corpus, corpus_files, rival_hugo, rival_pelican, rivals
from plugins.commands.bench_measure import Run, run
from plugins.commands.commandline import Mistake
from plugins.commands.corpus import Corpus, Entry

URL = "https://tinhdoanmau.example"
AS_OF = corpus.NEXT_DAY + timedelta(days=26)  # nothing of the corpus lies after it, whatever the clock says


@dataclass(frozen=True)
class Site:
    """One contender. `lay` fills `source` with all but the records; `place` and `text` say where a record lies and how it is written."""

    name: str
    folder: Path
    lay: Callable[[Path], None]
    place: Callable[[Path, str], Path]
    text: Callable[[Entry], str]
    command: list[str]
    environment: dict[str, str]

    @property
    def source(self) -> Path:
        """What the contender builds from."""
        return self.folder / SOURCE

    @property
    def output(self) -> Path:
        """What it makes."""
        return self.folder / OUTPUT

    def settle(self, made: Corpus) -> None:
        """See to it that the source holds the corpus. Raises Mistake where something else lies there."""
        files = sorted([*rivals.SITES.rglob("*.*"), *rivals.SITES.parent.glob("rival*.py")])
        code = hashlib.sha256(b"".join(path.read_bytes() for path in files if path.is_file())).hexdigest()[:16]
        try:
            corpus_files.settle(self.source, f"{corpus_files.stamp_of(made)} {self.name} {code}", lambda: self._fill(made))
        except FileExistsError as taken:
            raise Mistake(f"Thư mục {self.source} đang chứa thứ khác; hãy chọn nơi khác cho --work.") from taken

    def _fill(self, made: Corpus) -> None:
        self.lay(self.source)
        for entry in made.entries():
            self.put(entry)

    def unsettle(self) -> str:
        """Take the stamp off a source that is about to be changed, so that a measurement cut short is seen; gives the stamp."""
        stamp = self.source / corpus_files.STAMP
        mark = stamp.read_text(encoding="utf-8")
        corpus_files.put(stamp, "")
        return mark

    def resettle(self, mark: str) -> None:
        """Put the stamp back on: the source is as it was."""
        corpus_files.put(self.source / corpus_files.STAMP, mark)

    def put(self, entry: Entry) -> None:
        """Write a record into the source, new or changed."""
        corpus_files.put(self.place(self.source, entry.path), self.text(entry))

    def remove(self, entry: Entry) -> None:
        """Take a record out of the source, with its folder if that was its own."""
        path = self.place(self.source, entry.path)
        path.unlink(missing_ok=True)
        if path.name == "index.md":
            path.parent.rmdir()

    def page(self, entry: Entry) -> Path:
        """Where the page of a record stands in the output."""
        return self.output / rivals.address(entry.path).strip("/") / "index.html"

    def clear(self) -> None:
        """Forget every build: no output, no cache, none of the files that a build keeps beside its output."""
        for path in self.folder.iterdir():
            if path.name != SOURCE:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def build(self) -> Run:
        """One whole run of the command, measured; what earlier ones still have to write to the disk is written first."""
        if hasattr(os, "sync"):
            os.sync()
        return run(self.command, self.environment, self.folder)


SOURCE, OUTPUT, CACHE = "nguon", "dau-ra", "nho-tam"


def ours(root: Path, folder: Path) -> Site:
    """The project at `root`, called as a user calls it: by the system's Python, which then enters .venv."""
    python = getattr(sys, "_base_executable", None) or sys.executable
    places = ["--content", str(folder / SOURCE), "--output", str(folder / OUTPUT), "--cache", str(folder / CACHE)]
    command = [python, str(root / "tasks.py"), "build", "--quiet", *places, "--url", URL, "--as-of", AS_OF.isoformat()]
    environment = {name: value for name, value in os.environ.items() if name not in (bootstrap.INSIDE, "PYTHONUTF8")}
    return Site("trang này", folder, corpus_files.lay, lambda source, path: source / path, corpus_files.text, command, environment)


def hugo(binary: Path, folder: Path) -> Site:
    """Hugo with the trial site for it."""
    command = rival_hugo.command(binary, folder / SOURCE, folder / OUTPUT)
    return Site("Hugo", folder, rival_hugo.lay, rival_hugo.place, rival_hugo.text, command, dict(os.environ))


def pelican(folder: Path) -> Site:
    """Stock Pelican with the trial site for it."""
    command = rival_pelican.command(folder / SOURCE, folder / OUTPUT)
    return Site("Pelican gốc", folder, rival_pelican.lay, rival_pelican.place, rival_pelican.text, command, dict(os.environ))
