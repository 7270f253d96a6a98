"""Who does the work of a build: this process, or helpers on all cores when there is much of it. The work is the same."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from plugins.context.build import Build, Parsed
from plugins.context.holdings import Entry
from plugins.context.store import Store
from plugins.domain.problems import Problem
from plugins.domain.words import Words
from plugins.incremental.making import Made, make
from plugins.incremental.staging import Staging


class Crew:
    """The hands of one build."""

    def __init__(self, build: Build, plugins: Sequence[str], path: Path):
        self.build, self.plugins, self.path = build, plugins, path

    def read(self, names: Sequence[str], words: Words, lost: bool) -> Iterator[tuple[str, Parsed, Entry | None]]:
        """The record files of these names, each read: what it says, and as it is stored when it is sound."""
        for name in names:
            yield name, *read_one(self.build, name, words, lost)

    def maker(self, store: Store, staging: Staging) -> Callable:
        """What makes outputs, in their order."""

        def made(jobs: Sequence) -> Iterator[Made]:
            for output, shelf in jobs:
                yield make(output, shelf, self.build, staging)

        return made

    def close(self) -> None:
        """Sends the helpers home."""


def read_one(build: Build, name: str, words: Words, lost: bool) -> tuple[Parsed, Entry | None]:
    """One record file."""
    try:
        data = (build.content / name).read_bytes()
    except OSError as error:
        problem = Problem(f"{build.root}/{name}", 0, "khong-doc-duoc", f"Không đọc được tệp ({error.strerror}).", "Kiểm tra quyền đọc của tệp.")
        return Parsed.unreadable(problem), None
    parsed = build.desk.parse(data, name, words, lost)
    return parsed, Entry.of(parsed.record, parsed.body, parsed.named) if parsed.sound else None
