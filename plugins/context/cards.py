"""Records as pieces of views: cards, rows, days, pictures, facts. Pure; every adapter draws on the same words."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from plugins.context import cited
from plugins.context.body import PictureHole
from plugins.context.build import Build
from plugins.context.library import day as day_of
from plugins.context.linking import picture_name, resolve
from plugins.context.standing import standing, status
from plugins.context.unbroken import linked
from plugins.context.views import Card, Day, DocumentRow, Image, Link, Notice
from plugins.domain import addresses, dates, model_facets, model_words
from plugins.domain.dates import Moment
from plugins.domain.fields import CHOICES
from plugins.domain.parts import Picture
from plugins.domain.records import Collection, Comparison, Document, Model, News, Record

_KEPT = 12_000  # pieces of records that are kept for the next list: as many as there are records at hand (see `holdings`)
NO_NUMBER, NO_DAY = "Chưa ghi số", "Chưa ghi ngày"


def day(moment: Moment | None) -> Day | None:
    """A day as pages print it; None stays None."""
    return Day(moment.iso, dates.long(moment), dates.short(moment)) if moment else None


def choice(kind: str, key: str) -> str:
    """The printed word of a choice, capitalised: ``pilot`` → “Thí điểm”."""
    words = CHOICES[kind].get(key, (key,))[0]
    return words[:1].upper() + words[1:]


def number(document: Document) -> str:
    """Number and symbol as printed, without “Số:”; “Chưa ghi số” when the document has none."""
    if document.number is None:
        return NO_NUMBER
    printed = document.as_printed.removeprefix("Số:").removeprefix("Số").strip(" :")
    if printed:
        return printed
    joint = "/" if document.symbol and "/" not in document.symbol else "-"
    return f"{document.number}{joint}{document.symbol}" if document.symbol else document.number


def name(document: Document, build: Build) -> str:
    """Type and number in running words: “Kế hoạch 92-KH/TĐTN-TCKT”, or type and subject when there is no number."""
    kind = build.library.words.name("types", document.type)
    return f"{kind} {number(document)}" if document.number else f"{kind}: {document.title}"


def image(picture: Picture | None, build: Build) -> Image | None:
    """A picture field as pages show it."""
    return build.pictures.image(picture.src, picture.alt, picture.caption, picture.credit) if picture and build.pictures else None


def lead_picture(record: Record) -> Picture | None:
    """The picture that stands for a record in lists."""
    match record:
        case News():
            return record.image
        case Model():
            return record.photos[0] if record.photos else None
    return getattr(record, "image", None)


def once(kind: object, record: Record, build: Build, make: Callable[[], object]) -> object:
    """What `make` makes of a record, one and the same object for all lists that show it; whoever gets it has read the same."""
    found = build.pieces.get((kind, record.key))
    if found is None or found[0] is not record:
        if len(build.pieces) >= _KEPT:
            build.pieces.clear()
        with build.trace.reading() as cells:
            found = record, make(), cells
        build.pieces[kind, record.key] = found
    build.trace.again(found[2])
    return found[1]


def card(record: Record, build: Build, picture: bool = True) -> Card:
    """A record of any kind in a list of cards."""
    return once(("card", picture), record, build, lambda: _card(record, build, picture))


def _card(record: Record, build: Build, picture: bool) -> Card:
    words, href = build.library.words, build.href(addresses.of(record))
    shown = image(lead_picture(record), build) if picture else None
    match record:
        case News():
            return Card("news", record.title, href, record.summary, day(record.date), words.name("categories", record.category), shown)
        case Model():
            told = (model_facets.reached(record), model_words.proof(len(record.results)))
            meta = (choice("model_status", record.status), words.name("organs", record.unit), *told)
            return Card(
                "model",
                record.title,
                href,
                record.summary,
                None,
                words.name("fields", record.field[0]) if record.field else "",
                shown,
                tuple(filter(None, meta)),
            )
        case Document():
            return Card(
                "document",
                record.title,
                href,
                "",
                day(record.date),
                name(record, build) if record.number else words.name("types", record.type),
                None,
                (words.name("organs", record.organ), status(record, build)),
            )
        case Collection():
            unit = words.name("organs", record.unit) if record.unit else ""
            meta = (choice("collection_status", record.status), f"{len(record.collects)} mục", *filter(None, (unit,)))
            return Card("collection", record.title, href, record.summary, None, "", None, meta)
        case Comparison():
            return Card("comparison", record.title, href, record.summary, None, "", None, (f"{len(record.compares)} mô hình",))
    return Card("page", record.title, href, record.summary)


def row(document: Document, build: Build) -> DocumentRow:
    """A document in a list of documents."""
    return once("row", document, build, lambda: _row(document, build))


def _row(document: Document, build: Build) -> DocumentRow:
    words = build.library.words
    return DocumentRow(
        number(document),
        document.title,
        build.href(addresses.of(document)),
        words.name("types", document.type),
        words.name("organs", document.organ),
        day(document.date),
        "" if document.date else NO_DAY,
        status(document, build),
        standing(document, build),
        len(document.files),
    )


def notices(record: Record) -> tuple[Notice, ...]:
    """Above the text: that it is retold from a source, and the editor's own word to the reader."""
    retold = record.source and not isinstance(record, Document)
    seen = Link("Xem nguồn", record.source.url) if retold and record.source.url else None
    source = (Notice("info", f"Viết lại theo: {record.source.name}.", seen),) if retold else ()
    return (*source, *((Notice("info", record.note),) if record.note else ()))


def link(record: Record, build: Build, text: str = "") -> Link:
    """A link to a record; documents go by type and number."""
    words = text or (f"{name(record, build)}" if isinstance(record, Document) and record.number else record.title)
    return Link(words, build.href(addresses.of(record)))


def word_link(vocabulary: str, key: str, address: str, build: Build, kind: str) -> Link:
    """A word of a vocabulary, linked when its list exists."""
    return Link(build.library.words.name(vocabulary, key), build.href(address) if build.library.has(kind, key) else "")


def body(record: Record, build: Build, absolute: bool = False):
    """The body of a record with its holes filled; `absolute` for feeds: links and pictures with scheme and host."""

    def href(target: str) -> str:
        found = resolve(target, record, build.library)
        if found.startswith("picture:"):
            shown = build.pictures.image(found.removeprefix("picture:"), "")
            return build.host(shown.jpeg[-1].href) if absolute else shown.jpeg[-1].href
        if found.startswith("#"):
            return build.absolute(addresses.of(record)) + found if absolute else found
        if found.startswith("/"):
            return build.absolute(found) if absolute else build.href(found)
        return found

    def picture(hole: PictureHole) -> str:
        shown = build.pictures.image(picture_name(hole.src, record), hole.alt, hole.caption)
        if shown is None:
            return ""
        return build.plain_figure(shown) if absolute else build.figure(shown)

    found = build.library.body(record.key).html(href, picture, cited.filler(record, build, absolute))
    if absolute and ' href="#' in found:  # links within the page that are no holes: labels of items, footnotes
        return Markup(str(found).replace(' href="#', f' href="{Markup.escape(build.absolute(addresses.of(record)))}#'))
    return found if absolute else Markup(linked(found))


def neighbours(record: Record, build: Build) -> tuple[Link | None, Link | None]:
    """Links to the record before and after in the list of its kind."""
    before, after = build.library.neighbours(record)
    return (link(before, build, before.title) if before else None), (link(after, build, after.title) if after else None)


def collections(record: Record, build: Build) -> tuple[Link, ...]:
    """The collections that a record belongs to, and its place in each."""
    found = (build.library.records[e.source] for e in build.library.relations.to(record.key, "collects"))
    return tuple(Link(c.title, build.href(addresses.of(c)), _place(record, c)) for c in sorted(found, key=lambda c: (day_of(c), c.key)))


def _place(record: Record, collection: Collection) -> str:
    at = next(n for n, item in enumerate(collection.collects, 1) if item.record and item.record.text == record.key)
    return f"mục {at} trên {len(collection.collects)}"


def records_of(edges, end: str, build: Build, *kinds: type) -> tuple[Record, ...]:
    """The records at one end (`source` | `target`) of edges, each once, newest first, only of the given kinds."""
    found = {getattr(e, end) for e in edges} - {None}
    return newest((build.library.records[key] for key in sorted(found)), *kinds)


def newest(records: Iterable[Record], *kinds: type) -> tuple[Record, ...]:
    """Those of the records that are of these kinds, newest first."""
    return tuple(sorted((r for r in records if isinstance(r, kinds)), key=lambda r: (day_of(r), r.key), reverse=True))


def source(record: Record) -> Link | None:
    """Where the facts of a record come from."""
    return Link(record.source.name, record.source.url) if record.source else None
