"""The short form of the bench: not seconds, which depend on the machine, but how often a build calls a Python function.

A figure that has grown by more than a half is work that was done for nothing; one that has fallen below half is to be recorded
anew, so that the next fall is seen."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.commands import bench_texts, building, corpus_files
from plugins.commands.corpus import Corpus

ARTICLES = 120
ROOT = Path(__file__).resolve().parent.parent
# Calls of Python functions, Python 3.11. In hundreds of thousands a few hundred depend on what was loaded before.
CALLS = {"cold": 800_000, "edit": 17_000, "nothing": 4_100}


def calls(work: Callable[[], object]) -> int:
    """How many Python functions are called while `work` runs in this thread."""
    count = 0

    def told(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(told)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module")
def counted(tmp_path_factory) -> dict[str, int]:
    """The calls of a cold build, of one after an edit, of one after nothing."""
    folder = tmp_path_factory.mktemp("dem")
    made = Corpus(ARTICLES)
    corpus_files.prepare(folder / "content", made)
    order = building.Order(
        ROOT / "pelicanconf.py", folder / "content", folder / "output", folder / "cache", "https://vi-du.example", quiet=True
    )

    def build() -> None:
        work = building.start(building.read_settings(order))
        work.crew.helpers = 0
        work.read()
        assert work.outcome.sound
        work.publish()
        work.close()

    build()  # pictures, fonts and cards are made; what follows is a cold build with these at hand
    for memory in order.cache.glob("bo-nho-*"):
        memory.unlink()
    found = {"cold": calls(build)}
    article = folder / "content" / made.article(ARTICLES // 2).path
    article.write_text(article.read_text(encoding="utf-8") + "\nThêm một câu.\n", encoding="utf-8")
    return found | {"edit": calls(build), "nothing": calls(build)}


@pytest.mark.parametrize("name", CALLS)
def test_a_build_does_no_more_than_it_did(counted, name):
    """A build calls neither half as many functions again as it did when this figure was recorded, nor less than half of them."""
    assert CALLS[name] / 2 < counted[name] < CALLS[name] * 1.5, f"{name}: {counted[name]} calls, recorded {CALLS[name]}"


# Calls for a document of 2,000 words.
READ = {"dàn mục": 3_600, "viện dẫn": 840, "nhiệm vụ, chỉ tiêu": 1_500, "năm của ngày thiếu năm": 4_600}


@pytest.mark.parametrize("name", READ)
def test_a_parser_does_no_more_than_it_did(name):
    """A long document is read with neither half as many calls again as were recorded, nor less than half of them."""
    parse, text = bench_texts.PARSERS[name], bench_texts.long_document(2_000)
    parse(text)  # tables are made, expressions compiled
    found = calls(lambda: parse(text))
    assert READ[name] / 2 < found < READ[name] * 1.5, f"{name}: {found} calls, recorded {READ[name]}"
