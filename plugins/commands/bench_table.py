"""From measured runs to the table that `bench` prints: medians, spread, ratios of paired rounds, in Vietnamese figures.

Nothing is measured here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from plugins.commands.bench_measure import Run, Weight

_MEGA = 1_000_000


@dataclass(frozen=True)
class Measured:
    """One run that counts: which row, which contender, which round, the figures, and what was wrong with the output."""

    row: str
    site: str
    round: int
    run: Run
    fault: str = ""


@dataclass(frozen=True)
class Spread:
    """Some figures of one kind: their median, least and greatest."""

    middle: float
    least: float
    most: float


def spread(figures: Iterable[float]) -> Spread:
    """Median, least and greatest of at least one figure."""
    ordered = sorted(figures)
    return Spread(median(ordered), ordered[0], ordered[-1])


def ratios(runs: Sequence[Measured], row: str, ours: str, other: str) -> Spread | None:
    """How many times faster `ours` is in a row, over the rounds in which both ran; None where there is no such round."""
    by_round: dict[int, dict[str, float]] = {}
    for one in runs:
        if one.row == row:
            by_round.setdefault(one.round, {})[one.site] = one.run.seconds
    pairs = [both[other] / both[ours] for both in by_round.values() if ours in both and other in both]
    return spread(pairs) if pairs else None


def table(runs: Sequence[Measured], ours: str) -> str:
    """The table in Markdown: a line for each row in the order in which they first ran, columns for each contender.

    Seconds on the wall with their spread, ratios to ours, median seconds of all cores together (steadier on a busy machine), memory."""
    sites = list(dict.fromkeys([ours, *(one.site for one in runs)]))
    others = sites[1:]
    heads = ["Việc", *(f"{site} (giây)" for site in sites), *(f"{site} / {ours}" for site in others)]
    heads += [f"{site} ({unit})" for unit in ("giây máy", "MB") for site in sites]
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)]]
    for row in dict.fromkeys(one.row for one in runs):
        here = {site: [one.run for one in runs if one.row == row and one.site == site] for site in sites}
        seconds = [figures(spread(run.seconds for run in here[site])) if here[site] else "" for site in sites]
        times = [figures(found) if (found := ratios(runs, row, ours, site)) else "" for site in others]
        work = [figure(median(run.work for run in here[site])) if any(run.work for run in here[site]) else "" for site in sites]
        memory = [megabytes(max((run.memory for run in here[site]), default=0)) for site in sites]
        lines.append([row, *seconds, *times, *work, *memory])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def faults(runs: Sequence[Measured]) -> list[str]:
    """Every wrong output, each said once: row, contender, what is wrong."""
    return list(dict.fromkeys(f"{one.row}, {one.site}: {one.fault}" for one in runs if one.fault))


def weights(found: Mapping[str, Weight]) -> str:
    """The outputs of all contenders, one line each."""
    return "\n".join(f"- {site}: {number(weight.files)} tệp, {megabytes(weight.bytes)} MB" for site, weight in found.items())


def figures(found: Spread) -> str:
    """`12,3 (11,9 – 12,8)`; a single figure stands alone."""
    if found.least == found.most:
        return figure(found.middle)
    return f"{figure(found.middle)} ({figure(found.least)} – {figure(found.most)})"


def figure(value: float) -> str:
    """Three digits that count, with a comma: `0,372`, `12,3`, `148`."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:.{digits}f}".replace(".", ",")


def number(value: int) -> str:
    """A whole number as Vietnamese writes it: `1.234`."""
    return f"{value:,}".replace(",", ".")


def megabytes(count: int) -> str:
    """Bytes in millions; nothing where they are unknown."""
    return number(round(count / _MEGA)) if count else ""
