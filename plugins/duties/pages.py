"""Everything that the calendar publishes, shelf by shelf: months, levels, organs, calendars to subscribe to, targets.

A shelf of a month is told its neighbours; which months there are follows from the lists of the agenda alone."""

from collections.abc import Iterator
from functools import partial

from plugins.context import agenda, lists
from plugins.context.build import Build
from plugins.context.outputs import File, Page, Shelf
from plugins.domain import addresses, duty_words
from plugins.duties import icalendar, lines, months, overviews, parts, targets

_KEPT = 20_000  # documents whose events are kept between calendars: each stands in several
_MONTHS_KEPT = 4  # whose duties are kept between the parts of a month
_TEMPLATE, _SOURCE = "calendar.html", "content/van-ban"


def shelves(build: Build) -> Iterator[Shelf]:
    """Every page, calendar and file."""
    library = build.library
    told = build.trace.remembered(partial(_events, build), _KEPT)
    kept = build.trace.remembered(lambda key: months.bundles(*key, build), _MONTHS_KEPT)
    yield Shelf("lich", lambda: _overviews(build))
    yield Shelf("lich:thuong-xuyen", lambda: _standing(build))
    for level in ("", *lines.LEVELS):
        if not level or library.has("duty-level", level):
            yield from _months(level, build, kept)
            yield Shelf(f"lich-ics:{level}", partial(_calendar, level, told, build))
    for key in library.keys("duty-organ"):
        view = partial(overviews.of_organ, key, build)
        yield lists.shelf(partial(library.list, "duty-organ", key), addresses.duty_organ(key), _TEMPLATE, view, build, _SOURCE, key)
        yield Shelf(f"lich-ics:co-quan:{key}", partial(_organ_calendar, key, told, build))
    yield from targets.shelves(build)


def _events(build: Build, key: str) -> list[icalendar.Told]:
    """The events of a document: kept from build to build, so that one duty that changes is the only one told anew."""
    return build.keeping.get(f"lich:{key}", partial(icalendar.of_document, key, build), build.trace)


def _overviews(build: Build) -> Iterator[Page]:
    yield Page(addresses.CALENDAR, _TEMPLATE, lambda: overviews.home(build), _SOURCE)
    for level in lines.LEVELS:
        if build.library.has("duty-level", level):
            yield Page(addresses.duty_level(lines.slug(level)), _TEMPLATE, partial(overviews.of_level, level, build), _SOURCE)


def _standing(build: Build) -> Iterator[Page]:
    for number in range(1, len(parts.cut(overviews.always(build))) + 1):
        address = parts.address(addresses.STANDING, number)
        yield Page(address, _TEMPLATE, partial(overviews.standing, build, number), _SOURCE, index=number == 1)


def _months(level: str, build: Build, kept: months.Told) -> Iterator[Shelf]:
    found = lines.months(level, build)
    for before, month, after in zip(["", *found], found, [*found[1:], ""], strict=False):
        yield Shelf(f"lich:{month}:{level}", partial(_month, month, level, before, after, build, kept), (before, after))


def _month(month: str, level: str, before: str, after: str, build: Build, kept: months.Told) -> Iterator[Page]:
    home = addresses.month(month, lines.slug(level) if level else "")
    for number in range(1, len(parts.cut(kept((month, level)))) + 1):
        view = partial(months.view, month, level, before, after, build, number, kept)
        yield Page(parts.address(home, number), _TEMPLATE, view, _SOURCE, index=number == 1, given=(before, after))


def _calendar(level: str, told, build: Build) -> Iterator[File]:
    part = f"cap-{lines.slug(level)}" if level else "tat-ca"
    name = f"{build.site.name}: {f'việc của {duty_words.level(level).lower()}' if level else 'lịch công việc'}"

    def content() -> bytes:
        since = agenda.add(lines.window(build) or "2000-01", -icalendar.MONTHS_BACK)
        return icalendar.write(name, icalendar.events(icalendar.recent(level, build), level, since, told), build)

    yield File(addresses.calendar_file(part), content, _SOURCE)


def _organ_calendar(key: str, told, build: Build) -> Iterator[File]:
    name = f"{build.site.name}: việc do {build.library.words.name('organs', key)} giao"

    def content() -> bytes:
        since = agenda.add(lines.window(build), -icalendar.MONTHS_BACK)
        return icalendar.write(name, icalendar.events(icalendar.recent("", build, key), "", since, told), build)

    yield File(addresses.calendar_file(f"co-quan-{key}"), content, _SOURCE)
