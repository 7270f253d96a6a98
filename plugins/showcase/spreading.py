"""How far models were taken over: a table of all of them by level and moment, and the figures of one model over time."""

from collections.abc import Iterator
from functools import partial

from plugins.context import cards, entities, heads, lists
from plugins.context.build import Build
from plugins.context.outputs import Shelf
from plugins.context.registers import REPLICATED
from plugins.domain import addresses, charts, dates, model_facets
from plugins.domain.charts import Bar, Point
from plugins.domain.drawing import Cell, Drawing, Table, cells
from plugins.domain.fields import CHOICES
from plugins.domain.parts import Replication
from plugins.domain.records import Model
from plugins.showcase import figures, overviews
from plugins.showcase.map_views import SpreadingView
from plugins.showcase.overviews import NAME, ROOT, SPREAD

_INTRO = "Mỗi dòng là một lần đếm ở một cấp: mô hình đã có ở bao nhiêu nơi, trên tổng số bao nhiêu nơi."


def shelves(build: Build) -> Iterator[Shelf]:
    """The table of all models, page by page."""
    if build.library.has(REPLICATED):
        records = partial(build.library.list, REPLICATED)
        yield lists.shelf(records, addresses.MODEL_SPREAD, "spreading.html", partial(view, build=build), build, "content/mo-hinh")


def view(part: lists.Slice, build: Build) -> SpreadingView:
    """One page of the table."""
    steps = ROOT, (SPREAD, addresses.MODEL_SPREAD)
    rows = [row for record in part.records for row in _rows(record, build)]
    feed = heads.feed_link(build, "spread", "", f"Nhận tin: {SPREAD[:1].lower()}{SPREAD[1:]} (RSS)")
    head = ("Mô hình", "Đạt", "Tính đến", "Nơi làm")
    return SpreadingView(
        **lists.frame(part, SPREAD, _INTRO, *steps, label=NAME, feeds=(feed,)),
        table=Table(head, tuple(rows)) if rows else None,
        pager=part.pager,
        ways=overviews.beside(build, addresses.MODEL_SPREAD),
        empty="" if rows else "Chưa có mô hình nào ghi mức nhân rộng.",
        feed=feed,
    )


def _rows(record: Model, build: Build) -> Iterator[tuple[Cell, ...]]:
    """One row for each level and moment, in the order of time."""
    link, place = cards.link(record, build), entities.link(build, "place", record.place)
    named, where = Cell(link.text, link.href), Cell(place.text, place.href)
    for one in in_time(record):
        yield cells(named, model_facets.spread(one), dates.short(one.as_of), where)


def in_time(record: Model) -> list[Replication]:
    """The figures of a model by level, in the order of its record, each in the order of time."""
    levels = list(dict.fromkeys(one.level for one in record.replication))
    return sorted(record.replication, key=lambda one: (levels.index(one.level), one.as_of.iso))


def level(one: Replication) -> str:
    """A level as it is printed: “Cấp huyện”, “Chi đoàn”."""
    return "Chi đoàn" if one.level == "branch" else f"Cấp {CHOICES['level'][one.level][0]}"


def over_time(record: Model, build: Build) -> tuple[tuple[Drawing, ...], Table | None]:
    """The figures of one model over time: a drawing for each level that was counted more than once, and one table of all; nothing
    where each level was counted once."""
    told = in_time(record)
    groups: dict[str, list[Replication]] = {}
    for one in told:
        groups.setdefault(level(one), []).append(one)
    if all(len(some) == 1 for some in groups.values()):
        return (), None
    drawings = tuple(charts.years(name, [_point(one, record, build) for one in some]) for name, some in groups.items() if len(some) > 1)
    rows = []
    for one in told:
        source, names = figures.source_of(one.document, record, build), (build.library.words.name("places", place) for place in one.places)
        where = ", ".join(names) or "–"
        checked = Cell(source.text, source.href) if source else "–"
        rows.append(cells(level(one), dates.short(one.as_of), Bar("", one.value, one.of).text, where, checked))
    return drawings, Table(("Cấp", "Tính đến", "Đạt", "Nơi thực hiện", "Nguồn"), tuple(rows))


def _point(one: Replication, record: Model, build: Build) -> Point:
    source = figures.source_of(one.document, record, build)
    return Point(one.as_of, one.value, one.of, *((source.text, source.href) if source else ("", "")))
