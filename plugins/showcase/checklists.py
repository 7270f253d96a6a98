"""“Làm theo”: what a branch needs and does to copy a model, on one sheet to print and tick off, with the way back to the page."""

from plugins.context import cards, heads
from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import addresses, dates
from plugins.domain.records import Model
from plugins.showcase import qr
from plugins.showcase.overviews import NAME, ROOT
from plugins.showcase.views import ChecklistView, Step

_LIMITS = 4  # limits that stand on the sheet; the page has them all


def checklist(record: Model, build: Build) -> ChecklistView:
    """The sheet of one model."""
    words, address = build.library.words, addresses.checklist(record)
    steps = ROOT, (record.title, addresses.of(record)), ("Làm theo", address)
    title = f"Làm theo: {record.title}"
    summary = f"Phiếu một trang để in và đánh dấu khi làm theo mô hình {record.title}."
    return ChecklistView(
        **heads.frame(build, title, summary, address, *steps, shown=record.title, label=NAME, index=False),
        summary=record.summary,
        model=Link("Xem cả mô hình", build.href(addresses.of(record))),
        origin=f"{words.name('organs', record.unit)}, {cards.choice('model_status', record.status).lower()}",
        needs=record.resources,
        steps=tuple(Step(s.title, s.text, s.needs) for s in record.steps),
        limits=record.limits[:_LIMITS],
        more=max(len(record.limits) - _LIMITS, 0),
        contact=record.contact,
        reviewed=dates.short(record.reviewed_on) if record.reviewed_on else "",
        qr=qr.code(build.absolute(addresses.of(record))),
    )
