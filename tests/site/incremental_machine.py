"""The machine that drives a site through random edits and asks, whenever it is built, whether a clean build would be the same.

The edits stand in `incremental_edits`; how many steps are taken is said by the test that runs it."""

import random
import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.site.incremental_edits import EDITS
from tests.site.incremental_site import Site, sample

DICE = st.integers(0, 2**20)


class Remembering(RuleBasedStateMachine):
    """A site with a memory. Class attribute `start`: a folder that holds the site built once, to be copied."""

    start: Path

    @initialize()
    def begin(self):
        """A copy of the site that was built once: its memory has moved house."""
        self.folder = Path(tempfile.mkdtemp())
        for name in ("content", "output", "cache"):
            shutil.copytree(self.start / name, self.folder / name)
        shutil.copy2(self.start / "bo-nho.sqlite", self.folder)
        self.site = Site(self.folder)
        self.good, self.last = (sample(), self.site.url, self.site.as_of), []

    def change(self, edit, number: int) -> None:
        """One edit; nothing is built."""
        try:
            edit(self.site, random.Random(number))
            self.last.append(f"{edit.__name__}({number})")
        except IndexError:
            pass  # nothing there to edit any more

    def build(self, mend: bool) -> None:
        """Both builds must agree; a site with errors is mended at once, or by chance."""
        assert self.site.differences() == [], self.last
        if self.site.sound:
            self.good, self.last = (self.site.files(), self.site.url, self.site.as_of), []
        elif mend:
            self.mend()

    def mend(self) -> None:
        """Back to the content of the last sound build."""
        files, self.site.url, self.site.as_of = self.good
        self.site.lay(files)

    def teardown(self):
        """Whatever was left unbuilt is built, at last without errors."""
        try:
            assert self.site.differences() == [], self.last
            if not self.site.sound:
                self.mend()
                assert self.site.differences() == []
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


def _rule(edit):
    def apply(self, number, built, mend):
        self.change(edit, number)
        if built:
            self.build(mend)

    apply.__name__, apply.__doc__ = edit.__name__, edit.__doc__
    return rule(number=DICE, built=st.booleans(), mend=st.booleans())(apply)


for _edit in EDITS:
    setattr(Remembering, f"edit_{_edit.__name__}", _rule(_edit))
