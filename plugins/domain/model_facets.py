"""By what model practices are found: field, audience, place, status, year, scale; and how far each has reached, by which lists of models
are sorted.

Each is a list by a key; names of keys are the matter of who shows them."""

from typing import NamedTuple

from plugins.domain import entities
from plugins.domain.fields import CHOICES
from plugins.domain.numbers import format_number, ratio
from plugins.domain.parts import Figure, Replication
from plugins.domain.records import Model
from plugins.domain.text import slug
from plugins.domain.threads import beginning
from plugins.domain.words import Words

REACH = "model-reach"  # all models
FIELD, AUDIENCE, PLACE, STATUS, YEAR, SCALE = "field", "audience", "model-place", "model-status", "model-year", "model-scale"
PAIRS = {
    "field-audience": (FIELD, AUDIENCE),
    "field-place": (FIELD, PLACE),
    "field-status": (FIELD, STATUS),
    "audience-place": (AUDIENCE, PLACE),
}
"""Kind → the two facets that readers ask for together; keys are ``<first>/<second>``. Only pairs of at least ENOUGH models have a list."""
ENOUGH = 2
FOLLOWED = 5
"""From so many models on a pair has a feed: of 2,000 models 2,700 pairs have a list, 1,000 of them a feed."""
BY_REACH = frozenset((REACH, FIELD, AUDIENCE, PLACE, STATUS, YEAR, SCALE, *PAIRS))
"""The lists that run from the least to the widest reach, not by day."""
NO_YEAR, NO_SCALE = "khac", "chua-ghi"
SCALES = {
    "tu-100-noi": (100, "Từ 100 nơi trở lên"),
    "tu-50-noi": (50, "Từ 50 đến 99 nơi"),
    "tu-10-noi": (10, "Từ 10 đến 49 nơi"),
    "duoi-10-noi": (0, "Dưới 10 nơi"),
    NO_SCALE: (None, "Chưa ghi số nơi"),
}
"""Key → from how many places on, and in words; the widest first."""
_MOST = 999_999_999


class Shared(NamedTuple):
    """What the list of a pair of facets tells beside those of its two facets: whether it holds all models of the first, of the second;
    whether it has a feed."""

    all_of_first: bool
    all_of_second: bool
    followed: bool

    @property
    def own(self) -> bool:
        """Whether it has a page: it is narrower than either."""
        return not (self.all_of_first or self.all_of_second)


def shared(both: int, first: int, second: int) -> Shared | None:
    """A pair by the numbers of models that both facets, the first and the second have; None when too few are in both."""
    if both < ENOUGH:
        return None
    return Shared(both == first, both == second, both < min(first, second) and both >= FOLLOWED)


def lists(model: Model, words: Words) -> set[tuple[str, str]]:
    """The lists that a model is in: kind and key."""
    found = {(REACH, ""), (STATUS, model.status), (YEAR, year(model)), (SCALE, scale(model))}
    found |= {(FIELD, field) for field in model.field} | {(AUDIENCE, key) for key in map(slug, model.audience) if key}
    found |= {(PLACE, place) for place in entities.reaching(words, places(model))}
    keys = {kind: [key for one, key in found if one == kind] for kind in {one for pair in PAIRS.values() for one in pair}}
    return found | {(pair, f"{a}/{b}") for pair, (one, two) in PAIRS.items() for a in keys[one] for b in keys[two]}


def places(model: Model) -> tuple[str, ...]:
    """Where a model is at work: its own place, and those that took it over."""
    return (model.place, *(place for one in model.replication for place in one.places))


def latest(model: Model) -> tuple[Replication, ...]:
    """How far a model has been taken over: the latest figure of each level, in the order of the record."""
    found: dict[str, Replication] = {}
    for one in model.replication:
        if one.level not in found or one.as_of.iso >= found[one.level].as_of.iso:
            found[one.level] = one
    return tuple(found.values())


def reach(model: Model) -> Figure | None:
    """In how many places a model is at work: the greatest of the latest figures of its levels, else that of its first trial; None where
    the record tells neither. Levels are not added up: the branches of a commune are in that commune."""
    told = [one.value for one in latest(model)]
    return max(told) if told else model.pilot.count if model.pilot else None


def rank(model: Model) -> str:
    """A text that sorts models by their reach; what has none comes first, as none at all."""
    return f"{min(int(reach(model) or 0), _MOST):09}"


def reached(model: Model) -> str:
    """The reach in words: “117/117 cơ sở (100%)”, “thí điểm ở 6 đơn vị”; '' where there is none."""
    told = latest(model)
    if told:
        return spread(max(told, key=lambda one: one.value))
    if model.pilot and model.pilot.count is not None:
        return f"thí điểm ở {format_number(model.pilot.count)} {model.pilot.unit or 'nơi'}"
    return ""


def spread(one: Replication) -> str:
    """How far a model was taken over at one level, in words: “17/17 huyện (100%)”."""
    level, value = CHOICES["level"][one.level][0], format_number(one.value)
    return f"{value}/{format_number(one.of)} {level} ({ratio(one.value, one.of)})" if one.of else f"{value} {level}"


def year(model: Model) -> str:
    """The year in which a model began: that of its period, else of its first milestone; NO_YEAR where neither is told."""
    when, _said = beginning(model)
    return when.iso[:4] if when else NO_YEAR


def scale(model: Model) -> str:
    """The key of the size of a model, by its reach."""
    found = reach(model)
    return NO_SCALE if found is None else next(key for key, (least, _name) in SCALES.items() if least is not None and found >= least)


def audience(model: Model, key: str) -> str:
    """The audience of that key as a model prints it."""
    return next((one for one in model.audience if slug(one) == key), key)
