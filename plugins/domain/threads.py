"""Threads (mạch): models of one name or idea across units and years, found from what their records declare.

A thread holds the models that name it, and all that hang together with them by descent (“kế thừa”, either way); what they call
similar, or what calls them so, stands beside. Models that name no thread and descend from one another are a thread too, called
after the first of them. Pure; what might belong together and says nothing of it is found in `likeness`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from plugins.domain.dates import Moment
from plugins.domain.frozen import dataclass
from plugins.domain.records import Model

_NEVER = "9999"  # after every year


@dataclass(frozen=True)
class Kin:
    """What a thread needs of one model: its beginning (ISO, '' when its record tells none), the threads that it names, the keys of its
    forerunners (`before`) and of those it calls similar (`beside`)."""

    key: str
    slug: str
    start: str = ""
    place: str = ""
    named: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @property
    def year(self) -> str:
        """The year of its beginning; '' when nothing tells it."""
        return self.start[:4]


class Brief(NamedTuple):
    """What others tell of a thread: its name (by its own key, else by its `first` model), how many models it has, between which years."""

    key: str
    named: bool
    first: str
    count: int
    years: tuple[str, str]


@dataclass(frozen=True)
class Thread:
    """One thread. `members` by their beginning, a forerunner of unknown year right before its first successor; `similar` are the keys
    of those that only stand beside; `former` the slugs under which its page may have stood before."""

    key: str
    named: bool
    members: tuple[Kin, ...]
    similar: tuple[str, ...] = ()
    former: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[str, str]:
        """The first and the last year in which one of them began; two '' when none is told."""
        told = sorted(kin.year for kin in self.members if kin.year)
        return (told[0], told[-1]) if told else ("", "")

    @property
    def brief(self) -> Brief:
        """What pages of its models tell of it."""
        return Brief(self.key, self.named, "" if self.named else self.members[0].key, len(self.members), self.years)


def beginning(model: Model) -> tuple[Moment | None, bool]:
    """When a model began as its own record says, and whether it says so itself: else that is its earliest milestone. The day on which
    a page was published says nothing."""
    if model.period and model.period.start:
        return model.period.start, True
    told = [stone.date for stone in model.milestones]
    return (min(told, key=lambda when: when.iso), False) if told else (None, False)


def kin(model: Model, ends: Callable[[str], Iterable[str]]) -> Kin:
    """What a thread needs of a model; `ends` gives the keys of those that it names in a field."""
    when, _said = beginning(model)
    start = when.iso if when else ""
    return Kin(model.key, model.slug, start, model.place, model.threads, tuple(ends("derived_from")), tuple(ends("similar")))


def threads(models: Iterable[Kin]) -> dict[str, Thread]:
    """All threads by their keys."""
    known = {one.key: one for one in models}
    descent, likeness = (_both_ways(known, ends) for ends in (lambda one: one.before, lambda one: one.beside))
    labelled, found, taken = defaultdict(list), {}, set()
    for key in sorted(known):
        for name in known[key].named:
            labelled[name].append(key)
    for name in sorted(labelled):
        core = _reached(labelled[name], descent, known)
        taken |= core
        found[name] = _thread(name, True, core, likeness, known)
    for key in sorted(known):
        if key not in taken and not known[key].named and descent[key]:
            core = _reached([key], descent, known)
            taken |= core
            first = order([known[one] for one in core])[0]
            name = first.slug if first.slug not in found else f"{first.slug}-mo-hinh"
            found[name] = _thread(name, False, core, likeness, known)
    return _with_former(found)


def order(members: Iterable[Kin]) -> tuple[Kin, ...]:
    """By their beginning; one of unknown year stands right before the first that descends from it, else at the end."""
    known = {one.key: one for one in members}
    after: dict[str, list[str]] = defaultdict(list)
    for one in known.values():
        for target in one.before:
            if target in known:
                after[target].append(one.key)

    def place(one: Kin) -> tuple[str, bool, str]:
        return one.start or _first_after(one.key, after, known), bool(one.start), one.key

    return tuple(sorted(known.values(), key=place))


def backwards(members: Iterable[Kin]) -> list[tuple[str, str]]:
    """Pairs (model, forerunner) of which the forerunner began later, as far as both are told."""
    known = {one.key: one for one in members}
    pairs = ((one, known[target]) for one in known.values() for target in one.before if target in known)
    return sorted((one.key, other.key) for one, other in pairs if one.year and one.start < other.start[: len(one.start)])


def _first_after(key: str, after: Mapping[str, Sequence[str]], known: Mapping[str, Kin]) -> str:
    """The earliest beginning among all that descend from a model; a ring is walked once."""
    seen, waiting, told = {key}, list(after[key]), [_NEVER]
    for one in waiting:
        if one not in seen:
            seen.add(one)
            if known[one].start:
                told.append(known[one].start)
            waiting += after.get(one, ())
    return min(told)


def _both_ways(known: Mapping[str, Kin], ends: Callable[[Kin], Iterable[str]]) -> dict[str, set[str]]:
    """Each model with all that it names and that name it."""
    found: dict[str, set[str]] = {key: set() for key in known}
    for one in known.values():
        for target in ends(one):
            if target in known and target != one.key:
                found[one.key].add(target)
                found[target].add(one.key)
    return found


def _reached(starts: Iterable[str], steps: Mapping[str, Iterable[str]], known: Mapping[str, Kin]) -> set[str]:
    """All that hangs together with `starts`; a model that names a thread of its own is a border."""
    found = set(starts)
    waiting = list(found)
    for key in waiting:
        for target in steps[key]:
            if target not in found and not known[target].named:
                found.add(target)
                waiting.append(target)
    return found


def _thread(name: str, named: bool, core: set[str], likeness: Mapping[str, set[str]], known: Mapping[str, Kin]) -> Thread:
    near = {target for key in core for target in likeness[key] if not known[target].named} - core
    return Thread(name, named, order(known[key] for key in core | near), tuple(sorted(near)))


def _with_former(found: Mapping[str, Thread]) -> dict[str, Thread]:
    """A thread without a name of its own is called after its first model, and another may become the first: so the slug of every model
    that truly belongs leads to the page, each to one only."""
    given = set(found)
    made = {}
    for name in sorted(found, key=lambda name: (not found[name].named, name)):
        thread = found[name]
        slugs = sorted({one.slug for one in thread.members if one.key not in thread.similar} - given)
        given.update(slugs)
        made[name] = Thread(name, thread.named, thread.members, thread.similar, tuple(slugs))
    return dict(sorted(made.items()))
