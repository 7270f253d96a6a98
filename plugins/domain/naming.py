"""Which organs a sentence names: by their own names, or by those of the place that they work in.

Names are looked for only in sentences that hold the word of a name that fewest other names share."""

from collections.abc import Iterable, Mapping
from itertools import chain

from plugins.domain.text import fold, ordinary
from plugins.domain.words import Words

_KEPT = 50_000  # words of texts at hand
_NOBODY: Mapping[str, int] = {}
# What stands in every other sentence, in search form: no word by which to look for a name that has another.
_COMMON = frozenset("""
    ban bao bo cac can cap chi cho chinh co con cong cua dang dau de den dia do doan doi don dong duoc gia hang hanh hien hoa hoat
    hoc hoi khi khong ky la lam lien mot moi muc nam ngay nghe nghiep nguoi nhan nhiem nhung noi pho phong phu quan quy sinh so
    tac tai tap thang thanh the theo thi thong thuc tien tinh to tong trong trung tu va van ve vien viet viec voi vu xa xay
""".split())  # noqa: SIM905
_Names = list[tuple[str, list[str]]]  # a name in search form between blanks, and the organs that it may mean


class _Forms(dict[str, str | None]):
    """Words as texts write them → in search form behind a blank; None for one with strange signs, which are read in their
    surroundings. Of new words it is noted whether they tell of a name; `plain` are those that neither do nor are strange."""

    def __init__(self, rarest: Mapping[str, _Names]):
        self.rarest, self.telling, self.plain = rarest, {}, set()

    def __missing__(self, word: str) -> str | None:
        folded = fold(word)
        form = self[word] = None if not ordinary(word) else f" {folded}" if folded else ""
        if names := [name for part in folded.split() for name in self.rarest.get(part, ())]:
            self.telling[word] = names
        elif form is not None:
            self.plain.add(word)
        return form


class Names:
    """The names of all organs of a site."""

    def __init__(self, words: Words):
        organs: dict[str, list[str]] = {}
        for entry in words.lists.get("organs", ()):
            for name in names_of(entry.key, words):
                organs.setdefault(f" {name} ", []).append(entry.key)
        shared: dict[str, int] = {}
        for word in chain.from_iterable(set(name.split()) for name in organs):
            shared[word] = shared.get(word, 0) + 1
        self._rarest: dict[str, _Names] = {}
        for name, keys in organs.items():
            rarest = min(name.split(), key=lambda word: (word in _COMMON, shared[word], -len(word), word))
            self._rarest.setdefault(rarest, []).append((name, keys))
        self._forms = _Forms(self._rarest)

    def heard(self, sentence: str) -> Mapping[str, int]:
        """The organs that a sentence names → the length of the longest name that stands there."""
        if len(self._forms) > _KEPT:
            self._forms = _Forms(self._rarest)
        forms, words = self._forms, sentence.split()
        if forms.plain.issuperset(words):
            return _NOBODY
        parts = list(map(forms.__getitem__, words))
        if None in parts:
            return _named(f" {fold(sentence)} ", chain.from_iterable(self._rarest.values()))
        told = forms.telling.keys() & words
        return _named("".join(parts) + " ", chain.from_iterable(map(forms.telling.get, told))) if told else _NOBODY


def heard(sentence: str, words: Words) -> Mapping[str, int]:
    """The organs that a sentence names → the length of the longest name that stands there."""
    ask = words.derived.get("organs heard")
    if ask is None:
        ask = words.derived["organs heard"] = Names(words).heard
    return ask(sentence)


def _named(folded: str, names: Iterable[tuple[str, list[str]]]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for name, organs in names:
        if name in folded:
            for key in organs:
                found[key] = max(found.get(key, 0), len(name))
    return found


def names_of(organ: str, words: Words) -> set[str]:
    """How an organ and its place may be named in a running text, in search form."""
    entry = words.entry("organs", organ)
    place = words.entry("places", entry.place) if entry else None
    found = set()
    for one in filter(None, (entry, place)):
        for name in (one.name, one.full_name, *one.aliases):
            if (folded := fold(name)).count(" ") > 1 or (one is place and " " in folded):
                found.add(folded)
    return found
