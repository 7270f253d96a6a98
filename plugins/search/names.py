"""What readers may call the words of a record: every spelling of a category, organ, place …, old and new names alike.

An old name finds what its successor published, and the other way round; records themselves are not looked at."""

from collections.abc import Iterable, Mapping

from plugins.domain import entities
from plugins.domain.words import Entry, Words

JOINT = " · "


def spellings(words: Words, vocabulary: str) -> Mapping[str, str]:
    """Key → all names of the word itself, then of all that it grew out of and of all that took it over."""
    known = entities.lines(words, vocabulary)
    return {key: _joined(known.entries[k] for k in (key, *known.origins(key), *known.heirs(key))) for key in known.entries}


def _joined(entries: Iterable[Entry]) -> str:
    names = (name for entry in entries for name in (entry.name, entry.full_name, entry.code, *entry.aliases))
    return JOINT.join(dict.fromkeys(name for name in names if name))
