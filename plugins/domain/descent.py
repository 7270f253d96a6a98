"""What a model keeps, changes, adds and leaves out of its forerunner, by the words of both records.

Only what is written is compared: words that differ may mean the same, and what is not written may still be done."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.domain.records import Model
from plugins.domain.text import fold

_ALIKE = 0.5  # of all words of two texts, so many must stand in both


class Change(NamedTuple):
    """How one part of the records differs; `changed` are pairs (before, after) that are said in other words."""

    part: str
    kept: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    added: tuple[str, ...]
    left: tuple[str, ...]


def changes(before: Model, after: Model) -> tuple[Change, ...]:
    """Contents, steps, audience: each where both records tell of it."""
    parts = (
        ("Nội dung", before.components, after.components),
        ("Các bước", [step.title for step in before.steps], [step.title for step in after.steps]),
        ("Đối tượng", before.audience, after.audience),
    )
    return tuple(_change(part, old, new) for part, old, new in parts if old and new)


def _change(part: str, old: Iterable[str], new: Iterable[str]) -> Change:
    before, after = _by_words(old), _by_words(new)
    kept = tuple(text for form, text in after.items() if form in before)
    rest, fresh = {f: t for f, t in before.items() if f not in after}, {f: t for f, t in after.items() if f not in before}
    pairs = []
    for likeness, form, other in sorted(_alike(list(rest), list(fresh)), key=lambda found: (-found[0], found[1:])):
        if likeness >= _ALIKE and form in rest and other in fresh:
            pairs.append((list(after).index(other), (rest.pop(form), fresh.pop(other))))
    return Change(part, kept, tuple(pair for _at, pair in sorted(pairs)), tuple(fresh.values()), tuple(rest.values()))


def _by_words(texts: Iterable[str]) -> dict[str, str]:
    """Each text under its searched form, so that case, marks and signs make no difference; the first of equals stays."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(fold(text), text)
    return found


def _alike(some: Sequence[str], others: Sequence[str]) -> Iterable[tuple[float, str, str]]:
    words = {form: set(form.split()) for form in (*some, *others)}
    for one in some:
        for other in others:
            yield len(words[one] & words[other]) / (len(words[one] | words[other]) or 1), one, other
