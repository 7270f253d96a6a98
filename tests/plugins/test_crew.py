"""The hands of a build: what becomes of it when one of them is gone."""

from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from plugins.incremental.crew import Crew
from plugins.incremental.gate import Stop


class Pool:
    """Helpers of whom one was killed by the system."""

    def submit(self, *_work) -> Future:
        answer: Future = Future()
        answer.set_exception(BrokenProcessPool("gone"))
        return answer


def test_a_killed_helper_ends_the_build_in_one_sentence():
    """A helper that the system has killed stops the build, which says so in plain words instead of a crash."""
    hands = Crew(None)
    hands.helpers, hands._pool = 2, Pool()
    with pytest.raises(Stop, match="hết bộ nhớ"):
        list(hands._shared(len, Path("x"), [1, 2, 3]))
