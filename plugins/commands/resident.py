"""A build that stays: the preview's own, ready for the next saved file. It takes the same steps as every build (a session).

What it keeps between two builds is compiled templates; what was read and made is remembered by the store."""

import time
from collections.abc import Callable
from pathlib import Path

from plugins.commands import building
from plugins.commands.commandline import Mistake
from plugins.commands.preview import Outcome, Rebuild
from plugins.commands.preview_board import EVERY, plain
from plugins.context import progress, seam
from plugins.incremental import session
from plugins.incremental.epoch import ROOT

_ENV = "env"  # the compiled templates of a build context


class Resident:
    """Builds the site of an `order`. What it cannot do itself, once its own code has changed or plugins are not ours, is left to
    `whole`, a build in a process of its own."""

    def __init__(self, order: building.Order, whole: Rebuild, told: Callable[[], progress.Progress]):
        self.order, self.whole, self.told = order, whole, told
        self._env = None
        self._stale = False

    def __call__(self, paths: set[Path] | None) -> Outcome:
        """One build. Raises Mistake for an order that cannot be carried out."""
        self._stale |= any(path.is_relative_to(ROOT / "plugins") for path in paths or ())
        building.refuse_mistakes(self.order)
        settings = building.read_settings(self.order)
        if self._stale or seam.foreign(settings):
            return self.whole(paths)
        with building.undisturbed(self.order.output):
            return self._build(settings, paths)

    def _build(self, settings: dict[str, object], paths: set[Path] | None) -> Outcome:
        began = time.monotonic()
        work = session.Session(settings, self.told() if paths is None else None, say=lambda _notice: None)
        same_theme = paths is not None and not any(path.is_relative_to(work.build.theme) for path in paths)
        if self._env is not None and same_theme:
            vars(work.build)[_ENV] = self._env
        try:
            work.read()
            if not work.outcome.sound:
                return Outcome(tuple(work.build.problems), (), time.monotonic() - began, False)
            outcome = work.publish(trusting=paths is not None)
            self._env = vars(work.build).get(_ENV, self._env)
        except session.Stop as stop:
            if not work.build.problems:
                raise Mistake(str(stop)) from None
            return Outcome(tuple(work.build.problems), (), time.monotonic() - began, False)
        finally:
            work.close()
        pages = [plain(f"/{name}") for name in (*outcome.changed, *outcome.gone) if name.endswith(".html")]
        everything = work.everything and bool(outcome.changed)
        return Outcome(tuple(outcome.problems), (EVERY,) if everything else tuple(pages), time.monotonic() - began, True)
