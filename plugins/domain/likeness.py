"""Which models may belong together though nothing ties them yet: by names, by words of names, by what they consist of, by documents.

What is alike is looked up in an index of traits, never by comparing each with each; an editor decides. Nothing here reads files."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from itertools import combinations
from typing import NamedTuple

from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.records import Model
from plugins.domain.text import fold, normalise

_QUOTED = late(r"[“\"]([^“”\"]{2,80})[”\"]")
_NUMBERED = late(r"(?<![\w+])\d+(?: [a-z]+){2}(?![\w+])")  # “3 chu dong”, in searched form
_FIGURES = {
    "một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "bẩy": "7", "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip
_WORD = late(rf"(?<!\w)(?:{'|'.join(_FIGURES)})(?= [^\W\d_])")
# Words of names that say nothing of an idea: what a model is, who does it, where.
_COMMON = """mô hình cách làm đoàn cơ sở chi xã phường huyện tỉnh thành thị trấn đặc khu phố thôn ấp trường thanh niên nhi trẻ tuổi học
    sinh viên ban chấp hành ở và của cho với tại trong các những mọi mỗi công tác hoạt cán bộ sau trước từ đến theo"""
_EMPTY = frozenset(_COMMON.split())
_FEW = 12  # models that share a trait which still says something
_ENOUGH = 2
_MOST = 2 / 3  # of the telling words of the shorter name, so many must stand in both

NAME, WORDS, COMPONENT, STEP, DOCUMENT = "tên", "chữ trong tên", "thành tố", "bước", "văn bản"
_WEIGHTS = {NAME: 4, WORDS: 2, COMPONENT: 1, STEP: 1, DOCUMENT: 1}


class Trait(NamedTuple):
    """Something by which models may be alike: its kind, the form that is compared; `words` as the editor wrote it."""

    kind: str
    form: str


@dataclass(frozen=True)
class Likeness:
    """Two models that seem to belong together, and what they share: (kind, words). `sure`: they bear one name."""

    one: str
    other: str
    shared: tuple[tuple[str, str], ...]

    @property
    def sure(self) -> bool:
        """Whether they bear the same name."""
        return any(kind == NAME for kind, _words in self.shared)


def figures(text: str) -> str:
    """A text with its number words as figures, in searched form: “Ba chủ động” and “3 chủ động” are one."""
    return fold(_WORD.sub(lambda found: _FIGURES[found[0]], normalise(text).lower()))


def traits(model: Model, names: Mapping[str, list[str]], documents: Mapping[str, str]) -> dict[Trait, str]:
    """What a model may share with others, each with the words that say so; `names` are its names with their telling words, `documents`
    those that it cites (what identifies each → its name)."""
    found: dict[Trait, str] = {}

    def take(kind: str, words: str, form: str) -> None:
        if form:
            found.setdefault(Trait(kind, form), words)

    for name, words in names.items():
        form = figures(name)
        take(NAME, name, form)
        for quoted in _QUOTED.findall(name):
            take(NAME, quoted, figures(quoted))
        for numbered in _NUMBERED.findall(form):
            take(NAME, name, numbered)
        for one, other in zip(words, words[1:], strict=False):
            take(WORDS, name, f"{one} {other}")
    for text in model.components:
        take(COMPONENT, text, figures(text))
    for step in model.steps:
        take(STEP, step.title, figures(step.title))
    for form, words in documents.items():
        take(DOCUMENT, words, form)
    return found


def telling(model: Model, own: str = "") -> dict[str, list[str]]:
    """Each name of a model with the words of it that say something of its idea, in searched form. `own` are the names of its place and
    unit: models of one place are not alike for that."""
    silent = _EMPTY.union(_words(own))
    return {name: fold(" ".join(w for w in _words(name) if w not in silent and w not in _FIGURES and not w.isdigit())).split()
            for name in (model.name, *model.aliases)}  # fmt: skip


def _words(text: str) -> list[str]:
    """The words of a text with their marks, in small letters: “thị” is not “thi”."""
    return re.findall(r"[^\W_]+", normalise(text).lower())


def _declared(model: Model) -> Mapping[str, str]:
    return {reference.text: reference.text for reference in model.directives}


def alike(
    models: Iterable[Model],
    tied: Iterable[Iterable[str]],
    own: Callable[[Model], str] = lambda model: "",
    cited: Callable[[Model], Mapping[str, str]] = _declared,
) -> list[Likeness]:
    """Pairs of models that share enough and do not hang together yet, the surest first; just so many as would tie them. `tied` are
    groups of keys that hang together already, `own` gives the names of a model's place and unit, `cited` the documents that it names
    (see `traits`)."""
    known, named = {}, {}
    for model in models:
        names = telling(model, own(model))
        known[model.key] = traits(model, names, cited(model))
        named[model.key] = [frozenset(words) for words in names.values() if words]
    bearers: dict[Trait, list[str]] = defaultdict(list)
    for key in sorted(known):
        for trait in known[key]:
            bearers[trait].append(key)
    weights, shared = _weighed(bearers, named)
    groups = _Groups(known)
    for group in tied:
        first, *others = [key for key in group if key in known] or [""]
        for other in others:
            groups.join(first, other)
    found = []
    for (one, other), weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0])):
        if weight >= _ENOUGH and groups.join(one, other):
            told = sorted(shared[one, other], key=lambda trait: (-_WEIGHTS[trait.kind], trait.kind, -len(trait.form), trait.form))
            found.append(Likeness(one, other, _told(told, known[one])))
    return found


def _told(shared: list[Trait], words: Mapping[Trait, str]) -> tuple[tuple[str, str], ...]:
    """What two models share, in the words of one of them; a name makes the words in it needless."""
    kinds = {trait.kind for trait in shared}
    return tuple(dict.fromkeys((t.kind, words[t]) for t in shared if not (t.kind == WORDS and NAME in kinds)))


def _near(some: Iterable[Set[str]], others: Iterable[Set[str]]) -> bool:
    """Whether two names have most words of the shorter one in common."""
    return any(len(one & other) >= _MOST * min(len(one), len(other)) for one in some for other in others)


def _weighed(
    bearers: Mapping[Trait, list[str]], named: Mapping[str, list[Set[str]]]
) -> tuple[Counter, dict[tuple[str, str], list[Trait]]]:
    """How much each pair shares, and what. A trait of many says nothing, but for a name: it ties all to the first who bears it."""
    weights: Counter = Counter()
    shared: dict[tuple[str, str], list[Trait]] = defaultdict(list)
    for trait in sorted(bearers):
        keys = bearers[trait]
        if len(keys) <= _FEW:
            pairs = combinations(keys, 2)
        elif trait.kind == NAME:
            pairs = ((keys[0], key) for key in keys[1:])
        else:
            continue
        for pair in pairs:
            if trait.kind == WORDS and not _near(*map(named.__getitem__, pair)):
                continue
            counted = any(one.kind == trait.kind for one in shared[pair]) if trait.kind in (NAME, WORDS) else False
            weights[pair] += 0 if counted else _WEIGHTS[trait.kind]
            shared[pair].append(trait)
    return weights, shared


class _Groups:
    """Which keys hang together."""

    def __init__(self, keys: Iterable[str]):
        self._above = {key: key for key in keys}

    def _head(self, key: str) -> str:
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def join(self, one: str, other: str) -> bool:
        """Ties two groups; tells whether they were two."""
        first, second = self._head(one), self._head(other)
        self._above[second] = first
        return first != second


def added(lines: list[str], at: int, name: str, value: str) -> str:
    """The line to write so that a field holds one more value: `at` is the line of the field from 1, 0 when it is not there. In a list
    below its key that is a line of its own, in a list on one line the whole line anew."""
    if not at:
        return f"{name}: [{value}]"
    key, _, rest = lines[at - 1].partition(":")
    rest = rest.partition(" #")[0].strip()
    if not rest:
        below = re.match(r"( *)- ", lines[at]) if at < len(lines) else None
        return f"{below[1] if below else '  '}- {value}"
    inside = rest.removeprefix("[").removesuffix("]").strip()
    return f"{key}: [{f'{inside}, ' if inside else ''}{value}]"
