"""Vietnamese text: one spelling (NFC), the form for search, slugs, alphabetical order, the nearest word.

Here lives what is done to letters. Dates, figures and document numbers have modules of their own."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from plugins.domain.patterns import late

# D with stroke is no decomposition of D, and three other letters look the same in print.
_D_STROKE = str.maketrans("ÐƉðɖ", "ĐĐđđ")
# Hyphens and slashes that Word and phones put for the plain ones; only for reading, never rewritten.
_PLAIN_SIGNS = str.maketrans("\u2010\u2011\u2012\u2212\u2044\u2215\uff0f", "----///")
_STRANGE = late("[ÐƉðɖ\u2010\u2011\u2012\u2212\u2044\u2215\uff0f]")  # what the two tables above change
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХУІЈЅԚԜҮаеорсхуіјѕкԁһԛԝү", "ABEKMHOPCTXYIJSQWYaeopcxyijskdhqwy")
_CYRILLIC = late("[\u0400-\u052f]")
_LATIN = late("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# What stands together without a blank, and the runs of letters in it.
_SYMBOL_LIKE = late("[^\\W_](?:[\\w./&\u2013-]|[\u0300-\u036f])*")
_LETTERS = late("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])*")
_NUMBER_FIRST = late("\\d+[-/\u2013]")

# Invisible: soft hyphen, zero-width space, marks of direction, word joiner, BOM; joiners only outside emoji.
_ZERO = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
_INVISIBLE = late(f"[{_ZERO}]|[\u200c\u200d](?![\u2600-\U0010ffff])")
_BLANKS = late(r"[^\S\n]+")
_AROUND_NEWLINE = late(r" ?\n ?")

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = str.maketrans({letter: chr(0x61 + rank) for rank, letter in enumerate(_ALPHABET)})
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng; ngang: none
_SORT_TOKEN = late(r"[0-9]+|[^\W0-9_]+")

_NO_DECOMPOSITION = str.maketrans({"đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ı": "i"})
_BORDER, _SIGNS = late(r"(?<=[0-9])(?=[a-z])"), late(r"[^A-Za-z0-9]+")
_SLUG, _SLUG_LENGTH = late(r"[a-z0-9]+(?:-[a-z0-9]+)*+"), 80
_NEAR, _MANY = 0.66, 300  # choices that are compared letter by letter
_LONG, _last = 500, [""]  # characters from which on remembering costs less than a second look; the last such text that was ordinary

_IRREGULAR = late(
    "[^\\W\\d_][\u0300-\u036f]+"  # a letter and its loose marks
    f"| [\\s{_ZERO}][\\s{_ZERO}]*|[^\\S ][\\s{_ZERO}]*|[{_ZERO}]+(?: [\\s{_ZERO}]*)?"  # blanks and nothings
)
# What nearly every text is made of; its only blanks are “ ” and line breaks.
_VOWELS = "À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĨĩŨũƠơƯưẠ-ỹ"
PRINTED = f" -~{_VOWELS}Đđ–—“”‘’…•·"  # as a set in expressions
_ORDINARY = late(f"[\n{PRINTED}]*+")
_BREAKS, _RUNS = late(r"\n[ \n]*"), late(r" [ \n]+|\n[ \n]*")


def ordinary(s: str) -> bool:
    """Whether a text is plain Vietnamese in NFC: no loose mark, foreign letter, invisible sign or rare blank in it."""
    return _ordinary(s) if len(s) > _LONG else _ORDINARY.fullmatch(s) is not None


@lru_cache(maxsize=4)  # a long text is asked for several times in a row, then what follows its front matter
def _ordinary(s: str) -> bool:
    found = _last[0].endswith(s) or _ORDINARY.fullmatch(s) is not None
    if found:
        _last[0] = s
    return found


def latin(s: str) -> str:
    """Cyrillic look-alikes as Latin letters where a word mixes both or looks like a document symbol.

    `NĐ-СР` typed with Cyrillic С and Р becomes `NĐ-CP`; real Cyrillic words stay. The length stays too."""
    return _SYMBOL_LIKE.sub(_latin_token, s) if _CYRILLIC.search(s) else s


def _latin_token(match: re.Match[str]) -> str:
    token = match.group()
    if not _CYRILLIC.search(token):
        return token
    symbol = bool(_LATIN.search(token) or _NUMBER_FIRST.match(token))

    def run(part: re.Match[str]) -> str:
        word = part.group()
        mapped = word.translate(_LOOKALIKES)
        if _CYRILLIC.search(mapped):  # a letter that Latin does not have: a real word
            return word
        return mapped if _LATIN.search(word) or (symbol and word.isupper()) else word

    return _LETTERS.sub(run, token)


def normalise(s: str) -> str:
    """One spelling of a text: NFC, `Ð`/`Ɖ` as `Đ`, `latin` symbols, no outer, doubled or invisible blanks.

    Line breaks stay (at most one blank line in a row); every other blank becomes a plain one."""
    if "\n" not in s and "  " not in s and ordinary(s):
        return s.strip()
    s = _INVISIBLE.sub("", s.replace("\r\n", "\n").replace("\r", "\n"))
    s = unicodedata.normalize("NFC", s)
    s = unicodedata.normalize("NFC", latin(s.translate(_D_STROKE) if _STRANGE.search(s) else s))
    s = _AROUND_NEWLINE.sub("\n", _BLANKS.sub(" ", s))
    return re.sub(r"\n{3,}", "\n\n", s).strip()


class _Places(Sequence[int]):
    """Where each clean character begins in the original: clean text from `starts[n]` on stands `shifts[n]` further right."""

    def __init__(self, starts: Sequence[int], shifts: Sequence[int], length: int):
        self.starts, self.shifts, self.length = starts, shifts, length

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, at: int) -> int:
        if not 0 <= at < self.length:
            raise IndexError(at)
        return at + self.shifts[bisect_right(self.starts, at) - 1]


def align(s: str) -> tuple[str, Sequence[int]]:
    """`s` cleaned for reading by patterns, and where each clean character begins in `s` (one more for the end).

    As `normalise`, but a single line break is a blank and a blank line is one `\\n`, not to be crossed."""
    if not ordinary(s):
        return _aligned(latin(s.translate(_D_STROKE).translate(_PLAIN_SIGNS) if _STRANGE.search(s) else s), _IRREGULAR)
    return _aligned(s, _RUNS if "  " in s else _BREAKS)


def _aligned(raw: str, pattern: re.Pattern[str]) -> tuple[str, Sequence[int]]:
    """`raw` with what `pattern` finds, and a blank before it, made regular."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    done = length = 0
    for match in pattern.finditer(raw):
        start, end = match.span()
        if pattern is _BREAKS and start > done and raw[start - 1] == " ":
            start -= 1
        found = raw[start:end]
        if found[0].isalpha():
            clean = unicodedata.normalize("NFC", found)
        else:
            breaks = found.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n\n").count("\n")
            clean = "\n" if breaks > 1 else "" if not found.strip(_ZERO) else " "
        if clean == found:
            continue
        pieces += (raw[done:start], clean)
        length += start - done + len(clean)
        done = end
        starts.append(length)
        shifts.append(end - length)
    if not done:
        return raw, range(len(raw) + 1)
    pieces.append(raw[done:])
    return "".join(pieces), _Places(starts, shifts, length + len(raw) - done + 1)


def original_span(s: str, offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The span in the original `s` of clean[start:end] made by `align`; no invisible character ends it."""
    first, last = offsets[start], offsets[end]
    while last > first and s[last - 1] in _ZERO:
        last -= 1
    return first, last


def _bare(s: str) -> str:
    """Lower case without any mark: `Đoàn` → `doan`."""
    s = unicodedata.normalize("NFD", unicodedata.normalize("NFD", normalise(s)).lower())
    s = "".join(c for c in s if not unicodedata.combining(c)) if not s.isascii() else s
    return unicodedata.normalize("NFC", latin(s)).translate(_NO_DECOMPOSITION)


@lru_cache(1)
def _searched() -> dict[int, str]:
    """The signs of an ordinary text → what `fold` makes of each: a bare small letter, a figure, a blank."""
    signs = "\n–—“”‘’…•·" + "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))))
    letters = {c: unicodedata.normalize("NFD", c)[0].lower().replace("đ", "d") for c in signs if ordinary(c)}
    return {ord(c): letter if letter.isascii() and letter.isalnum() else " " for c, letter in letters.items()}


def fold(s: str) -> str:
    """The form in which a text is searched: lower case, no marks, `đ` as `d`, words with one blank between.

    Punctuation is a blank and so is the border from a figure to a letter, so that `16-HD/TĐTN`, `16hd/tdtn`
    and `16 HD TĐTN` are one (`16 hd tdtn`). Old and new tone placement fall together."""
    if ordinary(s):
        return " ".join(_BORDER.sub(" ", s.translate(_searched())).split())
    bare = _bare(s)
    words = _SIGNS.sub(" ", bare) if bare.isascii() else "".join(c if c.isalpha() or c.isdecimal() else " " for c in bare)
    return latin(" ".join(re.sub(r"(?<=\d)(?=[^\W\d_])", " ", words).split()))


@lru_cache(maxsize=4096)
def slug(s: str) -> str:
    """The part of an address made from a text: `[a-z0-9-]`, at most 80 characters, cut between words.

    Punctuation separates (`12-KH/TĐTN-PT` → `12-kh-tdtn-pt`). A text whose letters are all foreign is spelt
    by their code points, so only a text without any letter or figure gives an empty slug."""
    if len(s) <= _SLUG_LENGTH and _SLUG.fullmatch(s):
        return s
    result = "-".join(s.translate(_searched()).split()) if ordinary(s) else re.sub(r"[^a-z0-9]+", "-", _bare(s)).strip("-")
    if not result:
        result = re.sub(r"[^a-z0-9]+", "-", _bare(unicodedata.normalize("NFKD", s))).strip("-")
    if not result:
        result = "-".join(f"u{ord(c):x}" for c in normalise(s) if c.isalnum())
    if len(result) > _SLUG_LENGTH:
        cut = result.rfind("-", 0, _SLUG_LENGTH + 1)
        result = result[: cut if cut > 0 else _SLUG_LENGTH]
    return result


def sort_key(s: str) -> tuple:
    """A key that sorts as a Vietnamese dictionary: word by word, first the letters (a ă â … d đ …), then the tone.

    Tones: ngang < huyền < hỏi < ngã < sắc < nặng. Figures count as numbers and stand before letters. Case,
    punctuation and the placement of the tone (`hòa`/`hoà`) make no difference."""
    key: list[tuple] = []
    for token in _SORT_TOKEN.findall(unicodedata.normalize("NFC", normalise(s).lower())):
        if token[0] in "0123456789":
            figure = token.lstrip("0")
            key.append((0, len(figure), figure))
            continue
        parts = unicodedata.normalize("NFD", token)
        tones = tuple(_TONES[c] for c in parts if c in _TONES)
        letters = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        key.append((1, letters.translate(_LETTER_RANK), tones))
    return tuple(key)


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice an editor most likely meant by `word` ("có phải … ?"), or None when nothing is near.

    Compared in search form without blanks; among equals the first choice wins."""
    wanted = fold(word).replace(" ", "")
    if not wanted:
        return None
    choices = list(choices)
    if len(choices) > _MANY:  # a long list: only what shares a word with what was written
        words = {part for part in re.split(r"[\W_]+", word.lower()) if len(part) > 1}
        choices = [c for c in choices if not words.isdisjoint(re.split(r"[\W_]+", c.lower()))][:_MANY]
    import difflib  # only a mistake needs it

    best, best_score = None, _NEAR
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for choice in choices:
        matcher.set_seq1(fold(choice).replace(" ", ""))
        if matcher.real_quick_ratio() <= best_score or matcher.quick_ratio() <= best_score:
            continue
        score = matcher.ratio()
        if score > best_score:
            best, best_score = choice, score
    return best
