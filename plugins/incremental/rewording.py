"""What has changed between two states of the controlled words: whether records must be read again, all or some, else which cells have
changed.

What records are read and listed by: names, spellings, levels, ties. When any of these is another than before, all is read again, but for
words that are new and that nothing was called by until now, and for the free vocabularies (`wording.FREE`): what front matter calls by
them is known from the lists that records are in."""

from collections.abc import Iterator, Mapping

from plugins.context import tracing
from plugins.context.wording import FREE, GROWING, TOLD, UNREAD
from plugins.domain.frozen import dataclass
from plugins.domain.words import Entry, Words

_PARTS = {"organs": (("organs", "parent"), ("places", "place")), "places": (("places", "parent"),)}  # in whose pages a new entry is named
_TIES = ("predecessor", "successor")
_LISTS = {"topics": "topic", "categories": "category", "fields": "field"}  # free vocabulary → kind of list of its records


@dataclass(frozen=True)
class Reworded:
    """What another state of the words asks for: everything `anew`; else the `cells` that have changed, and the lists (name in the
    registers) whose records were spelt by what means something else now."""

    anew: bool = False
    cells: frozenset[str] = frozenset()
    respelt: frozenset[str] = frozenset()


def changed(old: Words | None, new: Words) -> Reworded:
    """What has changed from `old` to `new`."""
    if old is None:
        return Reworded(anew=True)
    if old == new:
        return Reworded()
    cells: set[str] = set()
    respelt: set[str] = set()
    for name in old.lists.keys() | new.lists.keys():
        before, after = old.lists.get(name, ()), new.lists.get(name, ())
        if before == after:
            continue
        if name in FREE:
            found = _free(name, before, after)
            respelt |= _respelt(name, old, new)
        else:
            found = _unread(name, before, after) if name in UNREAD else _read(name, old, new)
        if found is None:
            return Reworded(anew=True)
        cells |= found
    for name in old.site.keys() | new.site.keys():
        if old.site.get(name) != new.site.get(name):
            cells.add(tracing.OF_SITE + name)
    return Reworded(False, frozenset(cells), frozenset(respelt))


def _unread(name: str, before: tuple[Entry, ...], after: tuple[Entry, ...]) -> set[str]:
    was, now = _keyed(before), _keyed(after)
    return {tracing.VOCABULARY + name, *(_word(name, key) for key in was.keys() | now.keys() if was.get(key) != now.get(key))}


def _free(name: str, before: tuple[Entry, ...], after: tuple[Entry, ...]) -> set[str]:
    """The changed cells of a vocabulary that only front matter names."""
    was, now, nothing = _keyed(before), _keyed(after), Entry(key="")
    cells = _unread(name, before, after)
    for key in was.keys() | now.keys():
        one, other = was.get(key, nothing), now.get(key, nothing)
        cells |= {f"{tracing.NAME}{name}\t{key}"} if one.name != other.name else set()
        cells |= {f"{tracing.ALIASES}{name}\t{key}"} if one.aliases != other.aliases else set()
    return cells


def _respelt(name: str, old: Words, new: Words) -> set[str]:
    """The lists of records that may be spelt by what means something else now, or nothing."""
    now = new.spellings(name)
    keys = {key for spelling, keys in old.spellings(name).items() if now.get(spelling) != keys for key in keys}
    return {f"{_LISTS[name]}\t{key}" if name in _LISTS else "model\t" for key in keys}


def _read(name: str, old: Words, new: Words) -> set[str] | None:
    """The changed cells of a vocabulary that records are read by; None when they must be read again."""
    was, now = _keyed(old.lists.get(name, ())), _keyed(new.lists.get(name, ()))
    come = [now[key] for key in now if key not in was]
    stayed = [key for key in now if key in was]
    if len(stayed) < len(was) or (name in _PARTS and stayed != list(was)):
        return None
    if come and (name not in GROWING or any(getattr(entry, tie) for entry in come for tie in _TIES) or not _spelt_alike(name, old, new)):
        return None
    cells = {tracing.VOCABULARY + name}
    for key in stayed:
        if was[key] != now[key]:
            if any(value != getattr(now[key], field) for field, value in _read_by(was[key])):
                return None
            cells.add(_word(name, key))
    for entry in come:
        cells.add(_word(name, entry.key))
        cells |= {_word(vocabulary, getattr(entry, part)) for vocabulary, part in _PARTS.get(name, ()) if getattr(entry, part)}
    return cells


def _keyed(entries: tuple[Entry, ...]) -> Mapping[str, Entry]:
    return {entry.key: entry for entry in entries}


def _word(vocabulary: str, key: str) -> str:
    return f"{tracing.WORD}{vocabulary}\t{key}"


_UNSEEN = {*TOLD, "line", "lines", "file"}


def _read_by(entry: Entry) -> Iterator[tuple[str, object]]:
    """What records are read and listed by."""
    return ((name, value) for name, value in vars(entry).items() if name not in _UNSEEN)


def _spelt_alike(name: str, old: Words, new: Words) -> bool:
    """Whether every spelling of before still means the same."""
    now = new.spellings(name)
    return all(now.get(spelling) == keys for spelling, keys in old.spellings(name).items())
