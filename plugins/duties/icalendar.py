"""Calendars to subscribe to (RFC 5545): duties as all-day events, recurring ones with their rule. No clock is read.

DTSTAMP is the day of the document or of its last change, so equal records give equal bytes."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from plugins.context import agenda, cards, duty_cards
from plugins.context.build import Build
from plugins.context.calendar import shown_on
from plugins.domain import duty_ids, duty_words, occurrences
from plugins.domain.parts import Duty
from plugins.domain.patterns import late
from plugins.domain.records import Document
from plugins.duties import lines

_FORBIDDEN = late("[\x00-\x08\x0b-\x1f\x7f]")
_WIDTH = 75  # octets of a line, without its end (3.1)
ALWAYS = "9999"
Told = tuple[tuple[str, ...], str, str]
MONTHS_BACK = 12  # single duties from so many months before the newest document are kept


def write(name: str, events: Iterable[str], build: Build) -> bytes:
    """A calendar of some events."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{text(build.site.name)}//Lich cong viec//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    return ("".join(map(folded, head)) + "".join(events) + folded("END:VCALENDAR")).encode()


def recent(level: str, build: Build, organ: str = "") -> list[str]:
    """The keys of the documents whose duties a calendar tells, in the order of lists: all that recur, and those with a day not long
    past. Of one `organ`, where that is given. No record is read: a calendar hangs on lists and on the events of each document alone."""
    newest = lines.window(build)
    if not newest:
        return []
    since, of, library = agenda.add(newest, -MONTHS_BACK), f"/{level}" if level else "", build.library
    names = [("due", key) for key in library.keys("due") if key[7:] == of and key[:7] >= since]
    names += [("recurs", key) for key in library.keys("recurs") if key[2:] == of]
    found = {entry for kind, key in names for entry in library.list(kind, key).entries}
    found &= set(library.list("duty-organ", organ).entries) if organ else found
    return [entry.split("\t")[1] for entry in sorted(found)]


def events(keys: Iterable[str], level: str, since: str, told: Callable[[str], list[Told]]) -> Iterator[str]:
    """The events of some documents, of one level or of all; single ones since a month. `told` gives those of a document by its key."""
    for key in keys:
        for levels, until, event in told(key):
            if (not level or level in levels) and until >= since:
                yield event


def of_document(key: str, build: Build) -> list[Told]:
    """The events of one document, each with its levels and its last month (`ALWAYS` when it recurs)."""
    record = build.library.records[key]
    ended, found = duty_cards.ended(record, build), []
    for name, duty in zip(duty_ids.ids(record), record.duties, strict=True):
        found += [(duty.level, until, event) for until, event in _events(record, duty, name, ended, build)]
    return found


def _events(record: Document, duty: Duty, name: str, ended: str, build: Build) -> Iterator[tuple[str, str]]:
    if not duty.recurrence:
        if duty.due:
            last = occurrences.last_day(duty.due)
            begin = date.fromisoformat(duty.begin.iso[:10]) if duty.begin else last
            yield last.isoformat()[:7], _event(record, duty, name, 0, (min(begin, last), last), "", build)
        return
    final = agenda.last(duty, ended)
    until = None if final == date.max else final
    for part, one in enumerate(agenda.rhythm_of(duty).each()):
        if day := occurrences.first(one, agenda.start(record, duty), final):
            yield ALWAYS, _event(record, duty, name, part, (day, day), occurrences.rule(one, until), build)


def _event(record: Document, duty: Duty, name: str, part: int, days: tuple[date, date], rule: str, build: Build) -> str:
    library = build.library
    stamp = (record.modified.iso if record.modified else shown_on(record))[:10]
    stamp = f"{stamp}-01-01"[:10].replace("-", "") if stamp else "19700101"
    url = build.absolute(duty_cards.place(record, duty.item, build))
    document = f"{cards.name(record, build)}{f', mục {duty.item}' if duty.item else ''}"
    levels = [text(duty_words.level(level)) for level in duty_words.LEVELS if level in duty.level]
    told = (
        ("Ai làm", duty_cards.who(duty)),
        ("Hạn", duty_words.when(duty)),
        ("Gửi qua", duty.channel),
        ("Theo", document),
        ("Xem", url),
    )
    rows = [
        "BEGIN:VEVENT",
        f"UID:{duty_ids.uid(record, name, library.words.site.get('feed_authority', ''), part)}",
        f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{days[0]:%Y%m%d}",
        f"DTEND;VALUE=DATE:{days[1] + timedelta(days=1):%Y%m%d}",
        *([f"RRULE:{rule}"] if rule else []),
        f"SUMMARY:{text(duty.text)}",
        "DESCRIPTION:" + text("\n".join(f"{label}: {words}" for label, words in told if words)),
        *([f"CATEGORIES:{','.join(levels)}"] if levels else []),
        f"URL:{url}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
    return "".join(map(folded, rows))


def text(words: str) -> str:
    """A text value (3.3.11): backslash, semicolon, comma and line breaks escaped; no other control characters."""
    clean = _FORBIDDEN.sub("", words.replace("\r\n", "\n"))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """A content line folded at 75 octets, never within a letter (3.1), with CRLF."""
    octets = line.encode()
    if len(octets) <= _WIDTH:
        return line + "\r\n"
    parts, at, room = [], 0, _WIDTH
    while at < len(octets):
        end = min(at + room, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:  # within a letter
            end -= 1
        parts.append(octets[at:end].decode())
        at, room = end, _WIDTH - 1
    return "\r\n ".join(parts) + "\r\n"
