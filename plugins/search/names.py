"""What readers may call the words of a record: every spelling of a category, organ, place …, old and new names alike.

An old name finds what its successor published, and the other way round; records themselves are not looked at."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from plugins.domain.words import Entry, Words

JOINT = " · "


def spellings(words: Words, vocabulary: str) -> Mapping[str, str]:
    """Key → all names of the word itself, then of all that it grew out of and of all that took it over."""
    entries = {entry.key: entry for entry in words.lists.get(vocabulary, ())}
    before = defaultdict(list)
    for entry in entries.values():
        if entry.successor in entries:
            before[entry.successor].append(entry.key)
    after = {key: [entry.successor] if entry.successor in entries else [] for key, entry in entries.items()}
    return {key: _joined(entries[k] for k in (key, *_reached(key, before), *_reached(key, after))) for key in entries}


def _reached(start: str, steps: Mapping[str, list[str]]) -> list[str]:
    """All that can be reached from `start`, nearest first; a ring is walked once."""
    found, waiting = [], list(steps.get(start, ()))
    seen = {start}
    for key in waiting:
        if key not in seen:
            seen.add(key)
            found.append(key)
            waiting += steps.get(key, ())
    return found


def _joined(entries: Iterable[Entry]) -> str:
    names = (name for entry in entries for name in (entry.name, entry.full_name, entry.code, *entry.aliases))
    return JOINT.join(dict.fromkeys(name for name in names if name))
