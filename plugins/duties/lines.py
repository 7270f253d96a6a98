"""Duties as lines of the calendar, made of what the agenda says of each document."""

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.context import agenda, duty_cards
from plugins.context.agenda import Entry
from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import dates, duty_words
from plugins.domain.parts import Duty
from plugins.domain.records import Document
from plugins.duties.views import DutyLine

LEVELS = tuple(level for level in duty_words.LEVELS if level != "central")


def line(record: Document, duty: Duty, build: Build, when: str | None = None, day: date | None = None) -> DutyLine:
    """One duty of a document; `when` stands for its whole time where a heading says a part of it. That the document has lost its
    force is told where it was before `day`, the day on which the duty falls due."""
    ended = duty_cards.ended(record, build)
    who, levels = duty_cards.who(duty), duty_words.levels(duty.level)
    return DutyLine(
        text=duty.text,
        who=who,
        levels="" if levels.lower() in who.lower() else levels,
        when=duty_words.when(duty) if when is None else when,
        channel=duty.channel,
        document=Link(duty_cards.name(record, build), build.href(duty_cards.place(record, duty.item, build))),
        item=duty.item,
        organ=build.library.words.name("organs", record.organ),
        note=f"Văn bản hết hiệu lực từ {dates.short(ended)}" if ended and (day is None or ended <= day.isoformat()) else "",
    )


def rhythm(entry: Entry) -> str:
    """What is to be said of the time of a duty under the heading of its day."""
    return duty_words.when(entry.duty) if entry.duty.recurrence or entry.duty.begin else ""


def of_month(month: str, level: str, build: Build) -> list[tuple[Entry, Document]]:
    """What falls due in a month, of all levels or of one: by day, then by document and place."""
    found = []
    for record in documents(month, level, build):
        for entry in agenda.entries(record, month, duty_cards.ended(record, build)):
            if not level or level in entry.duty.level:
                found.append((entry, record))
    return sorted(found, key=lambda one: (one[0].day, one[1].key, one[0].number))


def documents(month: str, level: str, build: Build) -> Iterator[Document]:
    """The documents with a duty that may fall due in a month."""
    library, of = build.library, f"/{level}" if level else ""
    seen: set[str] = set()
    for kind, key in (("due", month + of), ("recurs", month[5:] + of)):
        listed = library.list(kind, key)
        for entry, one in zip(listed.entries, listed.keys, strict=True):
            if one not in seen and (kind == "due" or entry[:7] <= month):
                seen.add(one)
                yield library.records[one]


def always(level: str, build: Build) -> list[tuple[Document, Duty]]:
    """What goes on always, of one level or ('') of none in particular, the newest document first."""
    return list(_always(build.library.list("standing", level), level)) if build.library.has("standing", level) else []


def _always(records: Iterable[Document], level: str) -> Iterator[tuple[Document, Duty]]:
    for record in reversed(list(records)):
        for duty in record.duties:
            always = duty.recurrence.unit in ("always", "day") if duty.recurrence else duty.due is None
            if always and (level in duty.level if level else not duty.level):
                yield record, duty


def months(level: str, build: Build) -> list[str]:
    """The months that have a page, in order: those of single duties, and those in which a recurring one may fall due."""
    library, of = build.library, f"/{level}" if level else ""
    found = {key[:7] for key in library.keys("due") if key[7:] == of}
    newest = window(build)
    if newest:
        end = agenda.add(newest, agenda.MONTHS_AHEAD - 1)
        for key in library.keys("recurs"):
            if key[2:] == of:
                first = library.list("recurs", key).entries[0][:7].ljust(7, "0")
                begin = f"{first[:4]}-{key[:2]}" if key[:2] >= first[5:7] else f"{int(first[:4]) + 1}-{key[:2]}"
                found |= {f"{year}-{key[:2]}" for year in range(int(begin[:4]), int(end[:4]) + 1) if f"{year}-{key[:2]}" <= end}
    return sorted(found)


def window(build: Build) -> str:
    """The month of the newest document with a duty; '' when there is none."""
    return max(build.library.keys("duty-month"), default="")


def has(month: str, level: str, build: Build) -> bool:
    """Whether a level has a page of a month."""
    of = f"/{level}" if level else ""
    recurring = build.library.list("recurs", month[5:] + of).entries
    return build.library.has("due", month + of) or (bool(recurring) and recurring[0][:7] <= month)


def level_ways(address_of, current: str, build: Build, all_address: str, there=lambda level: True) -> tuple[Link, ...]:
    """The same list of every level for which it is there."""
    links = [Link("Mọi cấp", build.href(all_address), current=not current)]
    for level in LEVELS:
        if build.library.has("duty-level", level) and there(level):
            links.append(Link(duty_words.level(level), build.href(address_of(level)), current=level == current))
    return tuple(links)


def slug(level: str) -> str:
    """A level in addresses."""
    return duty_words.SLUGS[level]
