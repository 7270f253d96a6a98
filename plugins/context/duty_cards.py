"""Duties and targets as pages and calendars tell them: who, where they are printed, and when their document lost its force."""

from plugins.context import agenda, cards
from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import addresses, duty_words, sections
from plugins.domain.parts import Duty, Target
from plugins.domain.records import Document

_LONGEST = 60  # letters of a subject


def who(asked: Duty | Target) -> str:
    """Whom it asks: the actor, else the level."""
    return asked.actor or duty_words.levels(asked.level)


def name(record: Document, build: Build) -> str:
    """What a document is called beside its duties: by its number, else by type and the beginning of its subject."""
    if record.number or len(record.title) <= _LONGEST:
        return cards.name(record, build)
    kind = build.library.words.name("types", record.type)
    return f"{kind}: {record.title[:_LONGEST].rpartition(' ')[0].rstrip(' ,;:')}…"


def place(record: Document, item: str, build: Build) -> str:
    """The address of a printed place within its document; that of the document when the place is not found."""
    anchor = sections.anchor_of(item, build.library.anchors(record.key)) if item else None
    return f"{addresses.of(record)}#{anchor}" if anchor else addresses.of(record)


def item(record: Document, printed: str, build: Build) -> Link:
    """A printed place as a link within its own page; bare words when it is not found."""
    anchor = sections.anchor_of(printed, build.library.anchors(record.key)) if printed else None
    return Link(printed, f"#{anchor}" if anchor else "")


def replaced_on(record: Document, build: Build) -> str:
    """The day (ISO) on which the first document that replaces it was issued; '' when none does or none has a day."""
    edges = build.library.relations.to(record.key, "replaces")
    days = (found.date.iso[:10] for edge in edges if (found := build.library.records[edge.source]).date)
    return min(days, default="")


def ended(record: Document, build: Build) -> str:
    """The day (ISO) on which a document lost its force, '' while it has it."""
    return agenda.ended(record, replaced_on(record, build))
