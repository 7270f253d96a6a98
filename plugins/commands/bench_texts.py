"""How quickly the parsers of the domain read: one long document, and texts made to mislead them, once and twice as long.

Processor time, the least of several runs, so that other work on the machine disturbs little. How builds are measured is told in `bench`."""

import time
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from plugins.commands import corpus_names
from plugins.commands.bench_table import figure, number
from plugins.commands.corpus_text import Voice
from plugins.domain import duties, duty_years, mentions, outline
from plugins.domain.dates import Moment

LONG, HOSTILE = 10_000, 20_000  # words
_RUNS = 5
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_YEARS = duty_years.Years(subject=2026, written=Moment("2026-03-05", "day"))
PARSERS: Mapping[str, Callable[[str], object]] = {
    "dàn mục": outline.parse,
    "viện dẫn": mentions.read,
    "nhiệm vụ, chỉ tiêu": lambda text: duties.find(text, _YEARS),
    "năm của ngày thiếu năm": duty_years.of,
}
"""What each is called in the table → the parser."""
PIECES = (
    "1.1.1.1.\n", "I. 1. a) - + ", "I.\n1.\na)\n- ", "2.3.1. 1) (1) Bước 1: ", "* * ** ", "[^1] ", "Nơi nhận:\n- ", "Điều 1. Khoản 1. ",
    "1-HD/", "36-HD/TĐTN về “a ", "Kế hoạch số ", "1/2020/A-", "Luật a ", "mục 1 phần I điều ", "ngày 1/1/", "Kế hoạch 1 ",
    "trước ngày 1/1 ", "ít nhất 1 ", "hằng năm. ", "quý I, ", "từ 1 x ", "a@a.", "\u0301 ", "& ", "\n ", "“( ",
)  # fmt: skip
"""What hostile texts repeat: the openings of everything that the parsers look for, never closed."""


class Reading(NamedTuple):
    """One parser: seconds for the long document, for the worst of the hostile texts, the greatest ratio of twice such a text to the text
    itself, and what that text repeats."""

    name: str
    long: float
    hostile: float
    ratio: float
    piece: str


def long_document(words: int = LONG) -> str:
    """A document with its printed structure and many citations, made of the words of the corpus."""
    voice, blocks, count, part = Voice(7, {"unit": corpus_names.UNION, "place": "tỉnh Mẫu", "day": "5/1", "year": "2026"}), [], 0, 0
    kinds = tuple(corpus_names.TYPES.items())

    def add(block: str) -> None:
        nonlocal count
        blocks.append(block)
        count += len(block.split())

    while count < words:
        add(f"{_NUMERALS[part % 10]}. {voice.tell('clause_heading').upper()}")
        for item in range(1, 6):
            kind, code = voice.pick(kinds)
            cited = f"{kind} số {voice.number(1, 99)}-{code}/TĐTN-PT ngày {voice.number(1, 28)}/{voice.number(3, 9)}/2025"
            add(f"{item}. {voice.tell('clause')} Thực hiện {cited} của Tỉnh đoàn.")
            add(f"{item}.1. {voice.tell('clause')} {voice.tell('clause')}")
            for letter in "abc":
                add(f"{letter}) {voice.tell('clause')}")
            add("- " + "\n- ".join(voice.tell("clause") for _ in range(2)))
        part += 1
    return "\n\n".join(blocks) + "\n"


def hostile(piece: str, words: int = HOSTILE) -> str:
    """So many words of one piece; what has no blank counts as one word."""
    return piece * max(1, words // max(1, len(piece.split())))


def readings(long: int = LONG, words: int = HOSTILE, runs: int = _RUNS) -> Iterator[Reading]:
    """What each parser takes."""
    text = long_document(long)
    for name, parse in PARSERS.items():
        spent = seconds(parse, text, runs)
        worst, ratio, blamed = 0.0, 0.0, ""
        for piece in PIECES:
            once, twice = (seconds(parse, hostile(piece, count), min(runs, 3)) for count in (words, 2 * words))
            worst = max(worst, once)
            if twice / once > ratio:
                ratio, blamed = twice / once, piece
        yield Reading(name, spent, worst, ratio, blamed)


def seconds(parse: Callable[[str], object], text: str, runs: int) -> float:
    """The least processor time of some runs over a text."""
    found = []
    for _ in range(runs):
        began = time.process_time()
        parse(text)
        found.append(time.process_time() - began)
    return max(min(found), 1e-6)


def table(found: list[Reading]) -> str:
    """The readings as a table in Markdown, with a line for outline and citations together."""
    heads = ["Đọc lời văn", f"{number(LONG)} từ (mili giây)", f"{number(HOSTILE)} từ bẫy, chậm nhất (mili giây)"]
    heads += ["gấp đôi từ bẫy (lần)", "chữ bẫy"]
    both = found[:2]
    rows = [
        [one.name, _milli(one.long), _milli(one.hostile), figure(one.ratio), f"`{' '.join(one.piece.split()) or '↵'}`"] for one in found
    ]
    rows.insert(2, ["cả hai", _milli(sum(one.long for one in both)), _milli(sum(one.hostile for one in both)), "", ""])
    lines = [heads, ["---", *["---:"] * 3, "---"], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _milli(value: float) -> str:
    return figure(value * 1000)
