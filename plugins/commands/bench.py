"""The story of a measurement: one corpus, several builders, interleaved rounds, a table.

Each row of a round is built by one contender right after the other, and who comes first changes with the rounds, so that a machine
that grows slow or busy harms all alike. Whole commands are measured, as a user calls them."""

import importlib.metadata
import os
import platform
import shutil
from collections.abc import Callable
from pathlib import Path

from plugins.commands import bench_relations, bench_scenarios, bench_sites, bench_table, bench_texts, rival_hugo
from plugins.commands.bench_measure import Weight, weigh
from plugins.commands.bench_scenarios import Scenario
from plugins.commands.bench_sites import Site
from plugins.commands.bench_table import Measured
from plugins.commands.commandline import Mistake
from plugins.commands.corpus import Corpus

LEAST = 50  # articles
_FREE = 150_000  # bytes of disk for an article, for all contenders together


def bench(
    root: Path, work: Path, articles: int, rounds: int, with_hugo: bool, with_pelican: bool, say: Callable[[str], None] = print
) -> int:
    """Measure and print the table; 1 where one of our own builds was wrong, else 0. Raises Mistake."""
    _refuse_mistakes(work, articles, rounds)
    made = Corpus(articles)
    folder = work / str(articles)
    binary = rival_hugo.install(work) if with_hugo else None
    ours = bench_sites.ours(root, folder / "trang-nay")
    rivals = [bench_sites.hugo(binary, folder / "hugo")] if binary else []
    once = [bench_sites.pelican(folder / "pelican")] if with_pelican else []
    say(f"Đang soạn {bench_table.number(articles)} bài thử trong {folder}…")
    for site in (ours, *rivals, *once):
        site.settle(made)
    runs, sizes = measure(made, ours, rivals, once, rounds, say)
    versions = _versions(rival_hugo.version(binary) if binary else "")
    say("\n".join(["", heading(made, rounds, versions), "", bench_table.table(runs, ours.name), "", "Trang dựng từ đầu gồm:"]))
    say(bench_table.weights(sizes))
    say(f"\n{bench_texts.table(list(bench_texts.readings()))}")
    wrong = bench_table.faults([one for one in runs if one.site == ours.name])
    for fault in bench_table.faults(runs):
        say(f"{'Sai' if fault in wrong else 'Lưu ý'}: {fault}.")
    return int(bool(wrong))


def texts(say: Callable[[str], None] = print) -> int:
    """The short form: how quickly texts are read, and documents related. Nothing is built."""
    say(bench_texts.table(list(bench_texts.readings())))
    say(f"\n{bench_relations.table()}")
    return 0


def measure(
    made: Corpus, ours: Site, rivals: list[Site], once: list[Site], rounds: int, say: Callable[[str], None]
) -> tuple[list[Measured], dict[str, Weight]]:
    """All runs, and what each contender's first cold build weighs. `once` build from nothing in the first round only.

    The sources are as before when this ends."""
    runs: list[Measured] = []
    sizes: dict[str, Weight] = {}
    marks = {site.name: site.unsettle() for site in (ours, *rivals)}
    try:
        for round_ in range(rounds):
            for scenario in bench_scenarios.ALL:
                turn = [ours, *rivals] if round_ % 2 == 0 else [*rivals, ours]
                turn += once if round_ == 0 and scenario is bench_scenarios.COLD else []
                for site in turn:
                    scenario.change(site, made, round_)
                    runs.append(_measured(scenario, site, made, round_))
                    if scenario is bench_scenarios.COLD:
                        sizes.setdefault(site.name, weigh(site.output))
                    say(f"Vòng {round_ + 1}/{rounds}, {scenario.name}, {site.name}: {bench_table.figure(runs[-1].run.seconds)} giây")
            for site in (ours, *rivals):
                bench_scenarios.restore(site, made, round_)
    finally:
        for site in (ours, *rivals):
            bench_scenarios.restore(site, made, round_)
            site.resettle(marks[site.name])
    return runs, sizes


def _measured(scenario: Scenario, site: Site, made: Corpus, round_: int) -> Measured:
    done = site.build()
    if done.code:
        raise Mistake(f"{site.name} dừng với mã {done.code} khi {scenario.name}:\n{done.said}")
    return Measured(scenario.name, site.name, round_, done, scenario.fault(site, made, round_))


def heading(made: Corpus, rounds: int, versions: str) -> str:
    """What was built, how often and on what."""
    mix = ", ".join(f"{bench_table.number(len(kind))} {name}" for kind, name in _kinds(made))
    return f"{bench_table.number(made.articles)} bài ({mix}), {rounds} vòng xen kẽ, {os.cpu_count()} lõi, {versions}"


def _kinds(made: Corpus):
    return ((made.news, "tin"), (made.documents, "văn bản"), (made.models, "mô hình"))


def _versions(hugo: str) -> str:
    installed = [f"{name} {importlib.metadata.version(name)}" for name in ("Pelican", "Markdown")]
    return ", ".join([f"Python {platform.python_version()}", *installed, *([f"Hugo {hugo}"] if hugo else [])])


def _refuse_mistakes(work: Path, articles: int, rounds: int) -> None:
    if articles < LEAST:
        raise Mistake(f"--articles cần từ {LEAST} bài trở lên, không phải {articles}. Ví dụ: --articles 2000")
    if rounds < 1:
        raise Mistake("--rounds cần ít nhất một vòng. Ví dụ: --rounds 3")
    if work.exists() and not work.is_dir():
        raise Mistake(f"{work} là một tệp, không phải thư mục; hãy chọn nơi khác cho --work.")
    work.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(work).free < articles * _FREE:
        needed = bench_table.megabytes(articles * _FREE)
        raise Mistake(f"Ổ đĩa chứa {work} cần còn trống ít nhất {needed} MB. Hãy dọn bớt hoặc chọn nơi khác cho --work.")
