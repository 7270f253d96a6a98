"""From the grammar to texts: sentences, paragraphs and whole bodies in Markdown, the same for the same seed on any Python.

Only `random.Random(int).random()` is drawn from: its sequence is promised by Python's documentation. Which records there are, and
what they link to, is decided in `corpus`."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from plugins.commands.corpus_words import GRAMMAR

WORDS = 900  # of a body, as blanks count them

_SLOT = re.compile(r"<(\w+)>")
_CAPITAL = "_cap"
_DEALT = {"sentence", "heading", "quote", "clause", "clause_heading", "item"}  # said again only after all others were
_TABLE_ROWS = 5


@dataclass(frozen=True)
class Goal:
    """Something that a text links to or cites: the words to show and the path of its file, with a leading slash."""

    words: str
    target: str


class Voice:
    """Draws sentences about one record. `about` holds what the grammar leaves open (unit, place, day, year)."""

    def __init__(self, seed: int, about: Mapping[str, str]):
        self.draw: Callable[[], float] = random.Random(seed).random
        self.about = about
        self.decks: dict[str, list[int]] = {}

    def pick(self, choices: Sequence):
        """One of `choices`."""
        return choices[int(self.draw() * len(choices))]

    def number(self, low: int, high: int) -> int:
        """A whole number from `low` to below `high`."""
        return low + int(self.draw() * (high - low))

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.draw() < share

    def tell(self, rule: str) -> str:
        """One text by a rule of the grammar."""
        told, alternatives = [], _rules()[rule]
        for literal, name in alternatives[self._deal(rule, len(alternatives))] if rule in _DEALT else self.pick(alternatives):
            told.append(literal)
            if name:
                told.append(self._slot(name))
        return "".join(told)

    def _deal(self, rule: str, size: int) -> int:
        deck = self.decks.get(rule)
        if not deck:
            deck = self.decks[rule] = list(range(size))
        place = int(self.draw() * len(deck))
        deck[place], deck[-1] = deck[-1], deck[place]
        return deck.pop()

    def _slot(self, name: str) -> str:
        if name in self.about:
            return self.about[name]
        if name == "n":
            return str(self.number(12, 480))
        if name == "part":
            return str(self.number(52, 98))
        if name == "big":
            return f"{self.number(1, 9)}.{self.number(100, 1000)}"
        if name.endswith(_CAPITAL):
            words = self._slot(name.removesuffix(_CAPITAL))
            return words[:1].upper() + words[1:]
        return self.tell(name)

    def paragraph(self) -> str:
        """Three to five sentences, now and then a word in bold or italics."""
        sentences = [self.tell("sentence") for _ in range(self.number(3, 6))]
        if self.chance(0.35):
            mark = self.pick(("**", "*"))
            sentences.append(f"Điều đáng nhớ là {mark}{self.tell('thing')}{mark} vẫn được giữ.")
        return " ".join(sentences)

    def bullets(self) -> str:
        """A list of three to five items, numbered or not, with the line that opens it."""
        ordered = self.chance(0.4)
        items = [self.tell("item") for _ in range(self.number(3, 6))]
        items[-1] = items[-1].rstrip(";") + "."
        lines = [f"{place}. {item}" if ordered else f"- {item}" for place, item in enumerate(items, 1)]
        return f"{self.tell('who_short').capitalize()} ghi lại:\n\n" + "\n".join(lines)

    def table(self) -> str:
        """A table of three columns, the last of them figures."""
        rows = [f"| {self.tell('work_short').capitalize()} | {self.tell('spot')} | {self.number(12, 480)} |" for _ in range(_TABLE_ROWS)]
        return "\n".join(("| Phần việc | Nơi làm | Lượt người |", "|---|---|---:|", *rows))


def news_body(voice: Voice, links: Sequence[Goal], cited: Sequence[str], picture: str, extra: str, words: int = WORDS) -> str:
    """The body of one article, about `words` long. `cited` are documents as printed, `picture` a path or "", `extra` table, note or ""."""
    link_queue, cited_queue = list(links), list(cited)
    blocks = [voice.paragraph()]
    count = blocks[0].count(" ")
    section = 0
    while count < words:
        if len(blocks) % 4 == 1:
            section += 1
            block = f"{'###' if section > 2 and voice.chance(0.3) else '##'} {voice.tell('heading')}"
        elif len(blocks) % 7 == 3:
            block = voice.bullets()
        elif len(blocks) % 11 == 6:
            block = f"> {voice.tell('quote')}. {voice.tell('quote')}."
        else:
            block = voice.paragraph()
            if cited_queue:
                block += f" Việc này làm theo {cited_queue.pop(0)} của Tỉnh đoàn."
            elif link_queue:
                goal = link_queue.pop(0)
                block += f" Bạn đọc có thể xem lại bài [{goal.words}]({goal.target})."
        blocks.append(block)
        count += block.count(" ")
    if picture:
        figure = f"![Tranh vẽ {voice.tell('spot')} lúc trời sáng]({picture})\n{voice.tell('heading')}. Tranh minh họa"
        blocks.insert(len(blocks) // 2, figure)
    if extra == "table":
        blocks.append(voice.table())
    elif extra == "note":
        blocks[0] += "[^so]"
        blocks.append(f"[^so]: Số liệu do {voice.tell('leader')} cung cấp, tính đến hết tháng trước.")
    return "\n\n".join(blocks) + "\n"


def document_body(voice: Voice, links: Sequence[Goal], words: int = WORDS) -> str:
    """The body of one document: numbered parts with clauses under them."""
    blocks, count, part = [], 0, 0
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    for goal in links:
        blocks.append(f"Căn cứ [{goal.words}]({goal.target}), Ban Thường vụ thống nhất các nội dung sau.")
    while count < words and part < len(numerals):
        blocks.append(f"## {numerals[part]}. {voice.tell('clause_heading').upper()}")
        for number in range(1, voice.number(3, 6)):
            clauses = " ".join(voice.tell("clause") for _ in range(voice.number(2, 5)))
            blocks.append(f"**{number}.** {clauses}")
            count += clauses.count(" ")
        part += 1
    return "\n\n".join(blocks) + "\n"


@cache
def _rules() -> dict[str, tuple[tuple[tuple[str, str], ...], ...]]:
    """The grammar taken apart: each alternative as pairs of literal text and the slot after it ("" at the end)."""
    return {rule: tuple(_parts(alternative) for alternative in alternatives) for rule, alternatives in GRAMMAR.items()}


def _parts(alternative: str) -> tuple[tuple[str, str], ...]:
    pieces = [*_SLOT.split(alternative), ""]
    return tuple(zip(pieces[::2], pieces[1::2], strict=True))
