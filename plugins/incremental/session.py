"""One build from beginning to end: read, gate, make, check links, take over — with or without a memory of the last one.

Pelican's run calls the steps one by one; a build that remembers calls them without Pelican. There is no other way to a page."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plugins.context import seam, tracing
from plugins.context import store as stores
from plugins.context.progress import Progress, Silent
from plugins.context.scout import Scouts, Seen
from plugins.context.store import TROUBLE, Broken, Store
from plugins.domain.numbers import format_number
from plugins.domain.problems import ERROR, Problem, report
from plugins.incremental import crew, epoch, families, glance, presses, why
from plugins.incremental.gate import Stop
from plugins.incremental.intake import Intake, Taken
from plugins.incremental.ledger import Ledger
from plugins.incremental.manifest import Manifest
from plugins.incremental.parts import WHOLE, Part
from plugins.incremental.press import Press
from plugins.incremental.staging import Foreign, Staging


@dataclass
class Outcome:
    """What a build has come to. `problems` of all levels; `changed` and `gone` are files below the output."""

    problems: list[Problem]
    records: int = 0
    read: int = 0
    pages: int = 0
    files: int = 0
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def sound(self) -> bool:
        """Whether there is no error."""
        return not any(p.level == ERROR for p in self.problems)

    def summary(self) -> str:
        """What was done, in one line."""
        if not (self.pages or self.changed or self.gone):
            return f"Không có gì thay đổi: {_n(self.files)} tệp giữ nguyên ({_seconds(self.seconds)})."
        done = f"Đã dựng {_n(self.pages)} trang từ {_n(self.records)} bài (đọc lại {_n(self.read)})"
        files = f"{_n(len(self.changed))} tệp mới hoặc thay đổi, {_n(len(self.gone))} tệp được bỏ, {_n(self.files)} tệp tất cả"
        return f"{done}: {files} ({_seconds(self.seconds)})."


def _n(count: int) -> str:
    return format_number(count)


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} giây".replace(".", ",") if seconds >= 1 else f"{seconds:.2f} giây".replace(".", ",")


class Sight(NamedTuple):
    """What scouts have seen before the build began: the content folder, and the site, about which one is still to be asked."""

    seen: list[Seen]
    site: Scouts


class Session:
    """The steps of one build. `settings` are those of `seam`; `path` puts the memory elsewhere than beside the cache; `part` makes
    only a part of the site; `sight` is what was seen of the files already."""

    def __init__(
        self,
        settings: Mapping,
        progress: Progress | None = None,
        say: Callable[[str], None] = print,
        path: Path | None = None,
        part: Part = WHOLE,
        sight: Sight | None = None,
    ):
        self.build = build = seam.build_of(settings)
        self.adapters, self.plugins = seam.adapters_of(settings), tuple(settings["PLUGINS"])
        self.part, self.sight = part, sight
        build.seen = sight.seen if sight else None
        self.progress, self.say = progress or Silent(), say
        self.began = time.monotonic()
        self.staging = Staging(build.output)
        self.path = path or glance.store_of(build.cache, build.output, build.url)
        self.outcome = Outcome(build.problems)
        self.store: Store | None = None
        self.crew = crew.Crew(build, seam.told(settings, build))

    def read(self) -> None:
        """Reads what has changed and judges it; the library stands and problems are known."""
        self.staging.recover()
        self._open()
        try:
            self._read()
        except TROUBLE as broken:
            self._begin_anew(broken)
            self._read()

    def publish(self, trusting: bool = False) -> Outcome:
        """Makes what must be made and lets it take the place of the old site. Raises Stop: then nothing has changed.

        `trusting`: that nobody else has touched the output since the last build is taken for granted."""
        try:
            self._make(trusting)
            self._weigh()
        except TROUBLE as broken:
            self.staging.discard()
            self._begin_anew(broken)
            self._read()
            self._make()
            self._weigh()
        return self._take_over()

    def explain(self) -> str:
        """Why each file was made again, in lines."""
        if self.idle:
            return "Không có gì thay đổi."
        reasons = [f"Dựng lại toàn bộ: {reason}." for reason in self.epoch.reasons]
        reasons += ["Dựng lại toàn bộ: các từ dùng chung trong du-lieu đã đổi."] if self.taken.words else []
        return "\n".join(reasons or why.lines(self.press.reasons, self.manifest))

    def close(self) -> None:
        """Lets everything go that was not kept."""
        self.crew.close()
        if self.store:
            self.store.close()
            if self.store.fresh and self.store.path:  # a first build that was not kept leaves nothing
                stores.remove(self.store.path)

    def _open(self) -> None:
        for adapter in self.adapters:
            if adapter.lend:
                adapter.lend(self.build)
        known = self.path.exists()
        try:
            self.store = Store(self.path)
        except Broken as broken:
            self._begin_anew(broken if known else None)

    def _begin_anew(self, broken: Exception | None) -> None:
        """A memory that cannot be trusted is thrown away; where none can be kept, the build goes on without."""
        if broken:
            self.say("Bộ nhớ của lần dựng trước không dùng được; dựng lại toàn bộ.")
        if self.store:
            self.store.close()
        self.build.problems.clear()
        try:
            stores.remove(self.path)
            self.store = Store(self.path)
        except (Broken, OSError):
            self.store = Store(None)

    def _read(self) -> None:
        self.ledger = Ledger(self.store)
        self.epoch = epoch.compare(self.build, self.plugins, self.store)
        intake = Intake(self.build, self.store, self.ledger, self.crew.read, self.progress, self.crew.judge)
        printing = {tracing.PRINTING} if presses.changed(self.build, self.store) else set()
        self.taken: Taken = intake.take(afresh=self.epoch.reading, known=printing)
        self.ledger.flush()
        self.outcome.read = self.taken.read
        self.outcome.records = self.store.one("SELECT count(*) FROM records WHERE public")

    def _make(self, trusting: bool = False) -> None:
        """Everything that is out of date, into the staging folder."""
        build = self.build
        self.manifest = Manifest(self.store, build.url)
        everything = self.epoch.making or self.taken.words
        lying = self.sight.site.site() if self.sight else None
        disturbed = set() if everything or trusting else self.manifest.disturbed(build.output, lying)
        self.everything = everything
        self.left = set() if everything else self._left()
        unchecked = self.store.get(glance.UNCHECKED, False)
        if unchecked:
            self.manifest.asked.ask_again()
            self.store.set(glance.UNCHECKED, False)
        self.idle = not (everything or disturbed or self.taken.cells or self.left or unchecked)
        if self.idle:
            return
        try:
            self.staging.open()
        except Foreign:
            raise Stop(
                f"Thư mục {build.output} đang có tệp không phải do hệ thống này tạo ra; chưa ghi gì. "
                "Hãy chọn thư mục khác bằng --output, hoặc dọn trống thư mục này."
            ) from None
        if self.taken.pictures:
            build.pictures.make(self.taken.pictures, self.progress)
        families.lend(build, self.manifest, self.staging, everything)
        self.press = Press(build, self.ledger, self.manifest, self.crew.maker(self.store, self.staging), self.progress, self.part)
        self.press.print(self.adapters, self.taken.cells, disturbed, everything)
        self.everything = self.press.everything

    def _left(self) -> set[str]:
        """Files of a build that was killed between its site and its memory, or of another memory."""
        told = self.staging.told()
        return self.staging.strays(self.manifest.names()) if told and told != self.store.get("told") else set()

    def _weigh(self) -> None:
        """What stands against the new site, and what it consists of: the last that is asked of the store."""
        self.wrong, self.names = [], None
        if not self.idle:
            links = self.manifest.problems() if self.part == WHOLE else []
            wrong = [p for p in (*self.build.problems, *links) if p.level == ERROR]
            if wrong:
                from plugins.incremental import linkcheck  # only a mistake needs it

                wrong = linkcheck.with_lines(wrong, self.build.content, self.build.root)
            self.wrong = wrong
            renamed = self.everything or self.manifest.gone or self.manifest.come or self.left
            self.names = self.manifest.names() if renamed else None
        self.outcome.files = self.store.one("SELECT count(*) FROM outputs")

    def _take_over(self) -> Outcome:
        build, outcome, names = self.build, self.outcome, self.names
        if self.wrong:
            self.staging.discard()
            build.problems[:] = self.wrong
            raise Stop(report(self.wrong))
        outcome.reasons = self.epoch.reasons
        if not self.idle:
            gone = self.manifest.gone | (self.staging.strays(names) if self.everything and names else self.left - (names or set()))
            self.staging.commit(self.manifest.changed, gone, names)
            outcome.changed, outcome.gone, outcome.pages = tuple(sorted(self.manifest.changed)), tuple(sorted(gone)), self.manifest.pages
        self._keep()
        outcome.seconds = time.monotonic() - self.began
        return outcome

    def _keep(self) -> None:
        """Remembers this build. The site stands already: where that fails, the next build does more, and that is all."""
        self.crew.close()  # nobody reads the store any more
        try:
            if self.store.get("told") != self.staging.told():
                self.store.set("told", self.staging.told())
            self.store.commit()
        except TROUBLE as trouble:
            self.say(f"Trang đã dựng xong nhưng không ghi được bộ nhớ {self.path} ({trouble}); lần sau sẽ dựng lâu hơn.")
