"""The trial corpus: the same on every machine, sound by our gate, shaped as promised, and known again on disk."""

import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.commands import corpus_files
from plugins.commands.corpus import FIRST_DAY, LAST_DAY, Corpus
from plugins.commands.corpus_text import WORDS, Voice
from plugins.commands.corpus_words import GRAMMAR
from tests.site import invalid

ROOT = Path(__file__).resolve().parent.parent
SMALL = 120
_DIGEST = """
import hashlib
from plugins.commands import corpus, corpus_files
texts = "".join(entry.path + corpus_files.text(entry) for entry in corpus.Corpus(120).entries())
print(hashlib.sha256(texts.encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def made():
    return Corpus(SMALL)


@pytest.fixture(scope="module")
def laid(made, tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus") / "content"
    corpus_files.prepare(folder, made)
    return folder


def test_same_corpus_whatever_the_hash_seed():
    """Two Pythons with different hash seeds write the same corpus to the last byte."""
    found = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run([sys.executable, "-c", _DIGEST], env=environment, capture_output=True, encoding="utf-8", check=True)
        found.add(run.stdout.strip())
    assert len(found) == 1 and len(found.pop()) == 64


def test_the_files_on_disk_are_the_same_twice(laid, tmp_path):
    """A corpus that is written once more has the same digest, another seed another one."""
    corpus_files.prepare(tmp_path / "again", Corpus(SMALL))
    corpus_files.prepare(tmp_path / "other", Corpus(SMALL, seed=2))
    digests = [corpus_files.digest(folder) for folder in (laid, tmp_path / "again", tmp_path / "other")]
    assert digests[0] == digests[1] != digests[2]


def test_the_gate_lets_the_corpus_through(laid, tmp_path):
    """Our own gate has not a single remark on the corpus."""
    assert invalid.read(laid, tmp_path / "cache") == ""


def test_what_a_measurement_adds_passes_the_gate_too(made, tmp_path):
    """The corpus with an added article, and without one that none links to, is as sound as before."""
    corpus_files.prepare(tmp_path / "content", made)
    for number in range(3):
        (tmp_path / "content" / made.lonely(number).path).unlink()
        corpus_files.put(tmp_path / "content" / made.another(number).path, corpus_files.text(made.another(number)))
    assert invalid.read(tmp_path / "content", tmp_path / "cache") == ""


def test_kinds_have_their_shares(made):
    """Of all records 92 % are news, 6 % documents, 2 % models; four pages stand beside them."""
    kinds = [entry.kind for entry in made.entries()]
    assert {kind: kinds.count(kind) for kind in kinds} == {"news": 111, "document": 7, "model": 2, "page": 4}


def test_articles_have_the_promised_length_and_parts(made):
    """Bodies of news have about 900 words; some carry pictures, tables, notes, lists, links and cited documents."""
    news = [entry for entry in made.entries() if entry.kind == "news"]
    assert WORDS * 0.95 < statistics.median(len(entry.body.split()) for entry in news) < WORDS * 1.15
    for part in ("![", "|---|", "[^so]", "\n- ", "\n1. ", "](/tin-tuc/", "/TĐTN-", "**", "## "):
        share = sum(part in entry.body for entry in news) / len(news)
        assert share > 0.02, part
    pictured = sum("ảnh" in entry.front or "![" in entry.body for entry in news)
    assert pictured == len(range(0, len(news), 5))


def test_news_runs_through_twelve_years(made):
    """News lies between the two ends of the corpus, oldest first, with something in every year."""
    days = [draft.day for draft in made.news]
    assert days == sorted(days) and days[0] == FIRST_DAY and days[-1] <= LAST_DAY
    assert {day.year for day in days} == set(range(2014, 2026))


def test_nothing_leads_to_an_article_that_is_deleted(made):
    """The articles that a measurement deletes are named by no other record."""
    doomed = [made.lonely(number).path.removesuffix(".md") for number in range(8)]
    texts = [corpus_files.text(entry) for entry in made.entries()]
    assert len(set(doomed)) == 8
    assert not [path for path in doomed if any(path in text for text in texts)]


def test_documents_have_numbers_of_their_own(made):
    """No two documents of a year share a number and a type."""
    big = Corpus(2000)
    numbers = [(draft.day.year, draft.number, draft.about["type"]) for draft in big.documents]
    assert len(numbers) == len(set(numbers)) == 120


def test_every_slot_of_the_grammar_is_filled():
    """Each rule tells something in which no slot is left open."""
    voice = Voice(1, {"unit": "Đoàn xã A", "place": "xã A", "day": "5/3", "year": "2019", "type": "Kế hoạch"})
    for rule in GRAMMAR:
        for _ in GRAMMAR[rule]:
            assert not re.search("[<>]", voice.tell(rule)), rule


def test_a_sentence_is_repeated_only_after_all_others():
    """The first sentences of an article come from as many alternatives as there are."""
    voice = Voice(3, {})
    dealt = [voice._deal("sentence", 30) for _ in range(30)]
    assert sorted(dealt) == list(range(30))


def test_too_small_a_corpus_is_refused():
    """A corpus without room for every kind of record is refused."""
    with pytest.raises(ValueError, match="too few"):
        Corpus(49)


_TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1)


@given(_TEXTS.filter(lambda words: not re.fullmatch(r"\d{4}-\d\d-\d\d", words)))  # a day is meant to be a day
def test_front_matter_keeps_any_text(words):
    """Whatever a value says, YAML reads back the same words, alone and in a list."""
    written = corpus_files.yaml({"khóa": words, "nhiều": [words, words], "con": {"tên": words}})
    assert yaml.safe_load(written) == {"khóa": words, "nhiều": [words, words], "con": {"tên": words}}


def test_a_folder_is_made_once_and_a_strange_one_left_alone(made, laid, tmp_path):
    """A folder with the right stamp is used as it is, a half-made one is made anew, a strange one is refused untouched."""
    kept = laid / "trang" / "gioi-thieu.md"
    before = kept.stat().st_mtime_ns
    corpus_files.prepare(laid, made)
    assert kept.stat().st_mtime_ns == before

    half = tmp_path / "half"
    corpus_files.put(half / corpus_files.STAMP, "")
    corpus_files.put(half / "rest.md", "left behind")
    corpus_files.prepare(half, made)
    assert not (half / "rest.md").exists() and corpus_files.digest(half) == corpus_files.digest(laid)

    corpus_files.put(tmp_path / "strange" / "letter.txt", "mine")
    with pytest.raises(FileExistsError):
        corpus_files.prepare(tmp_path / "strange", made)
    assert (tmp_path / "strange" / "letter.txt").read_text() == "mine"
