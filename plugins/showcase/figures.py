"""The figures of one model as its page draws them: results, years, the line of its life. Every figure has its source one click away."""

from plugins.context import cards
from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import addresses, charts, dates, model_facets, numbers, timelines
from plugins.domain.charts import Bar, Point
from plugins.domain.dates import Moment
from plugins.domain.drawing import Cell, Drawing, Table, cells
from plugins.domain.fields import CHOICES
from plugins.domain.parts import Milestone, Reference
from plugins.domain.parts import Result as Figure
from plugins.domain.records import Document, Model
from plugins.domain.timelines import Event, Phase
from plugins.showcase.views import Result

SOURCE, NEWS = "nguon_cua-trang", "phan_tin-ve-mo-hinh"  # where a page names its own source; where its news stand
_WIDE = 240  # units: a drawing inside a box, on a phone of 320 pixels


def results(record: Model, build: Build) -> tuple[Result, ...]:
    """Every figure that a model reached."""
    return tuple(_result(result, source_of(result.source, record, build)) for result in record.results)


def _result(found: Figure, source: Link | None) -> Result:
    number = numbers.format_number
    return Result(
        found.label,
        number(found.value),
        found.unit,
        number(found.of) if found.of is not None else "",
        number(found.before) if found.before is not None else "",
        numbers.ratio(found.value, found.of) if found.of else "",
        charts.difference(found.before, found.value) if found.before is not None else "",
        dates.short(found.as_of),
        source,
        _drawing(found, source),
        bool(found.series),
    )


def _drawing(found: Figure, source: Link | None) -> Drawing | None:
    """Years where there are some, else before and after, else a part of its whole; a lone figure needs no drawing."""
    told = (source.text, source.href) if source else ("", "")
    if found.series:
        return charts.years(found.label, [Point(y.year, y.value, y.of, *told) for y in found.series], found.unit)
    rate = numbers.ratio(found.value, found.of) if found.of else ""
    now = Bar(f"Tính đến {dates.short(found.as_of)}", found.value, found.of or None, "value", *told)
    if found.before is not None:
        return charts.change(found.label, Bar("Trước đó", found.before, None, "before", *told), now, found.unit, _WIDE)
    if found.of:
        return charts.bars(found.label, [Bar("", found.value, found.of, "value", *told, rate)], found.unit, wide=_WIDE)
    return None


def table(shown: tuple[Result, ...]) -> Table | None:
    """All figures of the results in one table, with just the columns that some row fills."""
    of, before, source = any(r.of for r in shown), any(r.before for r in shown), any(r.source for r in shown)
    head = ["Nội dung", "Số đạt", *(("Trên tổng", "Tỉ lệ") if of else ()), *(("Trước đó",) if before else ()), "Đơn vị tính", "Tính đến"]
    rows = []
    for r in shown:
        row: list[str | Cell] = [
            r.label,
            r.value,
            *((r.of or "–", r.percent or "–") if of else ()),
            *((r.before or "–",) if before else ()),
        ]
        row += [r.unit or "–", r.as_of, *((Cell(r.source.text, r.source.href) if r.source else "",) if source else ())]
        rows.append(cells(*row))
    return Table((*head, *(("Nguồn",) if source else ())), tuple(rows)) if rows else None


def source_of(reference: Reference | None, record: Model, build: Build) -> Link | None:
    """Where a figure can be checked: its own news or document, else the source that the page names, else the news of the model."""
    named = build.library.record(reference.text) if reference else None
    if isinstance(named, Document):
        return cards.link(named, build)
    if named:
        return cards.link(named, build, f"Tin ngày {dates.short(named.date)}")
    if record.source:
        return Link("Nguồn ở cuối trang", f"#{SOURCE}")
    return Link("Tin về mô hình", f"#{NEWS}") if record.evidence else None


def life(record: Model, build: Build) -> Drawing | None:
    """The line of a model's life: its milestones, the documents that ordered it, how far it had spread when; from two events on."""
    told = [(m.date, _milestone(m), source_of(m.source, record, build)) for m in record.milestones]
    named = {m.source.text for m in record.milestones if m.source}
    for edge in build.library.relations.from_(record.key, "directives"):
        document = build.library.records[edge.target] if edge.target and edge.target not in named else None
        if document and document.date:
            told.append((document.date, f"Ban hành {cards.name(document, build)}", Link("Văn bản", build.href(addresses.of(document)))))
    told += [(s.as_of, f"Nhân rộng: {model_facets.spread(s)}", source_of(s.document, record, build)) for s in record.replication]
    if record.period:
        ends = ((record.period.start, "Bắt đầu thực hiện"), (record.period.end, "Kết thúc") if record.status == "ended" else (None, ""))
        told += [(day, words, source_of(None, record, build)) for day, words in ends if day and not _known(day, told)]
    if len(told) < 2:
        return None
    events = [Event(when, words, *((source.text, source.href) if source else ("", ""))) for when, words, source in told]
    phases = [Phase(m.date, cards.choice("model_stage", m.stage), m.stage) for m in record.milestones if m.stage]
    end = record.period.end if record.period else None
    return timelines.timeline("Các mốc của mô hình", events, phases, end)


def _milestone(found: Milestone) -> str:
    """What happened, and the stage that began with it: the drawing shows stages by colour, words must say them too."""
    return f"{found.text} – giai đoạn {CHOICES['model_stage'][found.stage][0]}" if found.stage else found.text


def _known(day: Moment, told) -> bool:
    """Whether something is told of that time already, as exactly or less so."""
    return any(when.iso.startswith(day.iso) or day.iso.startswith(when.iso) for when, *_ in told)
