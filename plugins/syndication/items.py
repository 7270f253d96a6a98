"""One record as an item of a feed, the same for RSS and JSON Feed: permanent id, words, full text, files.

Here nothing is serialised; the full text is put together in `texts`."""

from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from plugins.context import cards
from plugins.context.build import Build
from plugins.context.library import day
from plugins.domain import addresses, dates
from plugins.domain.dates import Moment
from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.records import Collection, Document, Model, News, Record
from plugins.syndication import texts

# Everything that XML 1.0 (§2.2, Char) does not allow.
_FORBIDDEN = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_SAFE = "/?:@!$&'()*+,;=%~"  # what RFC 4151 takes beside letters and figures; an address may be encoded already

_FULL = len("2026-01-01")


@dataclass(frozen=True)
class File:
    """A file beside an item: absolute address, MIME type, true length in bytes, title."""

    url: str
    mime: str
    size: int
    title: str = ""


@dataclass(frozen=True)
class Item:
    """One item. `published` and `modified` are full days or None; `html` has absolute addresses only."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: Moment | None
    modified: Moment | None
    tags: tuple[str, ...]
    authors: tuple[str, ...]
    image: File | None
    files: tuple[File, ...]

    @property
    def enclosure(self) -> File | None:
        """The one file that RSS allows: a document's first file, else the picture."""
        return self.files[0] if self.files else self.image


class Entry(NamedTuple):
    """One item as it stands in the files: its RSS, its JSON, and the latest moment that it tells (ISO) or ''."""

    rss: bytes
    json: bytes
    newest: str


EDITORS = "Ban Biên tập"


def item(record: Record, build: Build, brief: bool = False) -> Item:
    """The item of a piece of news, a document, a model or a collection; a `brief` one has the summary for the full text."""
    return Item(
        id=tag(record, build.library.words.site["feed_authority"]),
        url=build.absolute(addresses.of(record)),
        title=line(title(record, build)),
        summary=line(summary(record, build)),
        html=clean(Markup("<p>{}</p>").format(summary(record, build)) if brief else texts.full(record, build)),
        published=published(record),
        modified=record.modified,
        tags=tuple(line(tag) for tag in _tags(record, build)),
        authors=tuple(line(author) for author in authors(record, build)),
        image=_image(record, build),
        files=_files(record, build),
    )


def tag(record: Record, authority: str) -> str:
    """The permanent id (RFC 4151): by the record's own id, else by the first address it ever had."""
    return f"tag:{authority}:{quote(record.id or addresses.former(record), safe=_SAFE)}"


def title(record: Record, build: Build) -> str:
    """The title; a document is called by type and number first."""
    if isinstance(record, Document):
        name = cards.name(record, build)
        return f"{name}: {record.title}" if record.number else name
    return record.title


def summary(record: Record, build: Build) -> str:
    """The summary; that of a document without one says what it is, and whose."""
    if record.summary or not isinstance(record, Document):
        return record.summary
    words = build.library.words
    return f"{words.name('types', record.type)} của {words.name('organs', record.organ)}: {record.title}"


def published(record: Record) -> Moment | None:
    """The day of a record, or that on which it was posted, was counted or reviewed last, was changed; None rather than half a day."""
    counted = day(record)
    found = (record.date, getattr(record, "posted", None), dates.read(counted) if len(counted) >= _FULL else None, record.modified)
    return next((moment for moment in found if moment and moment.precision not in ("year", "month")), None)


def clean(text: str) -> str:
    """A text without the characters that no XML may hold."""
    return _FORBIDDEN.sub("", text)


def line(text: str) -> str:
    """A text on one line, without characters that no XML may hold."""
    return " ".join(clean(text).split())


def _tags(record: Record, build: Build) -> tuple[str, ...]:
    words = build.library.words
    match record:
        case News():
            first = (words.name("categories", record.category),)
        case Document():
            first = (words.name("types", record.type),)
        case Model():
            first = tuple(words.name("fields", key) for key in record.field)
        case Collection():
            first = ("Bộ hồ sơ",)
    return tuple(dict.fromkeys((*first, *(words.name("topics", key) for key in record.topics))))


def authors(record: Record, build: Build) -> tuple[str, ...]:
    """Who speaks in a record: its authors, its organ; we where it is retold from a source."""
    if record.source and not isinstance(record, News):
        return (EDITORS,)  # what a source tells of an organ is retold by us, not said by it
    match record:
        case News():
            return record.authors
        case Document():
            return (build.library.words.name("organs", record.organ),)
        case Collection() if not record.unit:
            return (EDITORS,)
    return (build.library.words.name("organs", record.unit),)


def _image(record: Record, build: Build) -> File | None:
    picture = cards.lead_picture(record)
    shown = cards.image(picture, build)
    if shown is None:
        return None
    return File(build.host(shown.jpeg[-1].href), "image/jpeg", build.pictures.size(picture.src), line(shown.alt))


def _files(record: Record, build: Build) -> tuple[File, ...]:
    if not isinstance(record, Document):
        return ()
    files = []
    for file in record.files:
        facts = build.attachments.facts(build.content / record.key / file.path)
        url = build.absolute(addresses.of(record) + file.path)
        files.append(File(url, facts.mime, facts.size, line(file.label)))
    return tuple(files)
