"""Documents that a text cites by name alone (“Điều lệ Đoàn”): the phrases of the alias table, found in any case.

Documents cited by number are found in `citations`."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache

from plugins.domain.cited_dates import date_after
from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.symbols import TypeTable
from plugins.domain.text import PRINTED, normalise, ordinary, sort_key

Found = tuple[int, int, dict]  # start and end in the clean text, fields of the Citation

_WORDS = late(r"[^\W0-9_]+|[\W0-9_]")
_REGULAR = late(f"(?! )(?:[{PRINTED}]++(?<! )\n\n(?! ))*+[{PRINTED}]++")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


class _Plain(dict):
    """Each letter without marks and in lower case, one for one, so that positions stay."""

    def __missing__(self, code: int) -> str:
        letter = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = plain = "d" if letter == "đ" else letter if len(letter) == 1 else chr(code)
        return plain


_PLAIN = _Plain()


@dataclass(frozen=True)
class _Phrase:
    """One phrase of the table: its words in one spelling, the key it stands for, and its forms for comparing.

    `sure` is a piece of it, in lower case, that stands in every ordinary text in which the phrase stands."""

    words: str
    name: str
    plain: str
    wanted: tuple
    sure: str


def _sure(words: str) -> str:
    """The longest piece of a phrase that leaves no choice. Only a tone may be printed on another letter (`hòa`, `hoà`):
    a word of several vowels that has one is sure in its consonants only."""
    pieces = [""]
    for word in _WORDS.findall(words.lower()):
        letters = [unicodedata.normalize("NFD", letter) for letter in word]
        tones = sum(mark in _TONES for letter in letters for mark in letter)
        vowels = sum(letter[0] in "aeiouy" for letter in letters)
        exact = not tones or ((tones, vowels) == (1, 1) and ordinary(word))
        for written, letter in zip(word, letters, strict=True):
            if ordinary(written) and (exact or letter[0] not in "aeiouy"):
                pieces[-1] += written
            else:
                pieces.append("")
    return max(pieces, key=len)


@lru_cache(maxsize=16)
def _table(aliases: tuple[tuple[str, str], ...]) -> tuple[_Phrase, ...]:
    """The phrases of a table, longer ones first."""
    pairs = sorted({(" ".join(normalise(phrase).split()), name) for phrase, name in aliases})
    phrases = (_Phrase(words, name, words.translate(_PLAIN), sort_key(words), _sure(words)) for words, name in pairs if words)
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))


@cache
def _any_of(phrases: tuple[_Phrase, ...]) -> re.Pattern[str]:
    """Finds whether one of the phrases can stand in a text at all, in any case and with any marks: a quick look."""
    alike: dict[str, str] = {}
    for code in range(0x41, 0x1F00):  # Latin letters, Vietnamese ones included
        if chr(code).isalpha():
            alike[_PLAIN[code]] = alike.get(_PLAIN[code], "") + chr(code)

    def loose(letter: str) -> str:
        letters = alike.get(_PLAIN[ord(letter)], "")
        return f"[{letters}]" if letters else re.escape(letter)

    return re.compile("|".join("".join(map(loose, phrase.words)) for phrase in phrases))


@lru_cache(maxsize=4)
def regular(text: str) -> bool:
    """Whether an ordinary text has no blanks but single ones between words and blank lines between paragraphs: patterns may read it
    as it stands (see `text.align`)."""
    return _REGULAR.fullmatch(text) is not None and "  " not in text


def _possible(clean: str, phrases: tuple[_Phrase, ...]) -> tuple[_Phrase, ...]:
    """The phrases that may stand in a text: none is missed."""
    if regular(clean) or ordinary(clean):
        lower = clean.lower()
        return tuple(phrase for phrase in phrases if phrase.sure in lower)
    return phrases if phrases and _any_of(phrases).search(clean) else ()


def with_phrases(clean: str, found: list[Found], table: TypeTable, aliases: Iterable[tuple[str, str]]) -> list[Found]:
    """`found` and the phrases of the alias table; longer phrases first, nothing twice on one place."""
    phrases = _possible(clean, _table(tuple(aliases)))
    if not phrases:
        return found
    plain = clean.translate(_PLAIN)
    found = list(found)
    for phrase in phrases:
        starts = [start for start, _, _ in found]
        fresh = []
        at = plain.find(phrase.plain)
        while at >= 0:
            end = at + len(phrase.plain)
            place = bisect_left(starts, end)
            free = not (place and found[place - 1][1] > at)
            whole = not (clean[at - 1 : at].isalnum() or clean[end : end + 1].isalnum())
            if free and whole and sort_key(clean[at:end]) == phrase.wanted:
                stop, iso, written = date_after(clean, end)
                if place < len(found) and found[place][0] < stop:
                    stop, iso, written = end, None, None
                words = phrase.words.lower().split(" ")
                kinds = [" ".join(words[:n]) for n in range(table.longest, 0, -1)]
                kind = next((table.words[k] for k in kinds if k in table.words), None)
                fresh.append((at, stop, {
                    "type": kind, "number": None, "year": None, "symbol": None, "date": iso,
                    "type_written": kind, "date_written": written, "alias": phrase.name,
                }))  # fmt: skip
            at = plain.find(phrase.plain, end)
        if fresh:
            found = sorted(found + fresh, key=lambda item: item[:2])
    return found
