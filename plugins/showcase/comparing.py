"""What one model says in a table of models, question by question: the same words on prepared pages and for the script, which reads
them from a small file beside the model's page."""

from collections.abc import Callable, Iterable, Sequence

from plugins.context import cards, opendata
from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import addresses, dates, model_facets, model_words
from plugins.domain.parts import Reference, Replication
from plugins.domain.records import Model
from plugins.domain.text import fold
from plugins.showcase import figures
from plugins.showcase.comparison_views import ComparedModel, ComparedRow, Told


def _where(model: Model, build: Build) -> Iterable[Told]:
    words = build.library.words
    return Told(words.name("places", model.place)), Told(words.name("organs", model.unit))


def _scale(model: Model, build: Build) -> Iterable[Told]:
    yield from (_spread(one, model, build) for one in model_facets.latest(model))
    if trial := model_words.pilot(model):
        yield Told(f"Thí điểm: {trial}")


def _spread(one: Replication, model: Model, build: Build) -> Told:
    return Told(f"{model_facets.spread(one)}, tính đến {dates.short(one.as_of)}", source(one.document, model, build))


def _results(model: Model, build: Build) -> Iterable[Told]:
    return (Told(model_words.result(one), source(one.source, model, build)) for one in model.results)


def _needs(model: Model, build: Build) -> Iterable[Told]:
    yield from map(Told, model.resources)
    if not model.resources:
        yield from (Told(f"{step.title}: {step.needs}") for step in model.steps if step.needs)


def _steps(model: Model, build: Build) -> Iterable[Told]:
    return (Told(f"{step.title}: {step.text}" if step.text else step.title) for step in model.steps)


def source(reference: Reference | None, model: Model, build: Build) -> Link | None:
    """Where a figure can be checked; a place on the model's own page is led to from here."""
    found = figures.source_of(reference, model, build)
    if found and found.href.startswith("#"):
        return Link("Nguồn", build.href(addresses.of(model)) + found.href)
    return found


_STEPS = "Các bước"
_TELL: dict[str, Callable[[Model, Build], Iterable[Told]]] = {
    "Làm gì": lambda model, build: (Told(model.summary),),
    "Gỡ việc gì": lambda model, build: (Told(model.problem),),
    "Cho ai": lambda model, build: map(Told, model.audience),
    "Ở đâu, ai làm": _where,
    "Từ khi nào": lambda model, build: (Told(model_words.span(model)),),
    "Trạng thái": lambda model, build: (Told(cards.choice("model_status", model.status)),),
    "Quy mô": _scale,
    _STEPS: _steps,
    "Kết quả": _results,
    "Cần có": _needs,
    "Hạn chế": lambda model, build: map(Told, model.limits),
    "Kinh nghiệm": lambda model, build: map(Told, model.lessons),
    "Liên hệ": lambda model, build: (Told(model.contact),),
}


def column(model: Model, build: Build) -> ComparedModel:
    """The head of a model's column."""
    return ComparedModel(model.title, build.href(addresses.of(model)), build.library.words.name("places", model.place))


def cells(model: Model, build: Build) -> tuple[tuple[Told, ...], ...]:
    """What a model tells of every question, in their order; nothing where its record is silent."""
    return tuple(tuple(one for one in tell(model, build) if one.text) for tell in _TELL.values())


def rows(models: Iterable[Model], build: Build) -> tuple[ComparedRow, ...]:
    """The table of some models; without models the questions alone. What no model tells has no row."""
    told = [cells(model, build) for model in models]
    found = zip(_TELL, zip(*told, strict=True) if told else [()] * len(_TELL), strict=True)
    return tuple(ComparedRow(label, label == _STEPS, tuple(row)) for label, row in found if any(row) or not told)


def figures_of(models: Sequence[Model], build: Build) -> tuple[ComparedRow, ...]:
    """The figures of some models side by side: a row for whatever is counted under one name, then for each level to which models spread.
    What more of them tell comes first, else the order of the records."""
    labels, found = {}, {}
    for at, model in enumerate(models):
        told = [(one.label, Told(model_words.figure(one), source(one.source, model, build))) for one in model.results]
        told += [(f"Nhân rộng: {cards.choice('level', one.level).lower()}", _spread(one, model, build)) for one in model.replication]
        for label, said in told:
            labels.setdefault(fold(label), label)
            found.setdefault(fold(label), [[] for _ in models])[at].append(said)
    order = sorted(found, key=lambda key: -sum(map(bool, found[key])))
    return tuple(ComparedRow(labels[key], False, tuple(map(tuple, found[key]))) for key in order)


def file(model: Model, build: Build) -> bytes:
    """The column of a model for the script: name, place, address, and for every question a list of [text] or [text, source, address]."""
    head = column(model, build)
    told = [[[one.text, *((one.source.text, one.source.href) if one.source else ())] for one in cell] for cell in cells(model, build)]
    return (opendata.text({"name": head.name, "place": head.place, "href": head.href, "cells": told}) + "\n").encode()
