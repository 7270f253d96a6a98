"""Documents cited in a running text, as pages show them: a link where the document is known, a quiet mark where it is not.

Which words cite is told by the holes of a body, what they mean by the library; both are found when files are read and judged."""

from collections.abc import Callable

from markupsafe import Markup

from plugins.context.body import CitationHole
from plugins.context.build import Build
from plugins.context.unbroken import unbroken
from plugins.context.views import Relation, Relations
from plugins.domain import addresses, dates, sections
from plugins.domain.records import Record

AWAY, UNCLEAR = "chưa có trên trang", "chưa rõ là văn bản nào"
_MARK = '<span class="cited-away" title="Văn bản này {0}">{1}<span class="visually-hidden"> ({0})</span></span>'

_PEER = '<a class="cited-peer" href="{0}" rel="external" title="{1}">{2}<span class="visually-hidden"> (trên trang {3})</span></a>'


def filler(record: Record, build: Build, absolute: bool = False) -> Callable[[CitationHole], str]:
    """What fills the holes in the body of a record, from the first to the last. `absolute`, for feeds: links with scheme and host, and
    nothing for readers who have no style sheet of ours. Only the first place of a document that is not here is marked."""
    library, kept = build.library, Markup if absolute else _unbroken
    meant: list = []
    marked: set[str] = set()

    def fill(hole: CitationHole) -> str:
        meant.extend(library.relations.meanings(record.key) if not meant else ())
        one = meant[hole.number] if hole.number < len(meant) else None
        inner = kept(hole.inner)
        if one is None:
            return inner
        if one.target:
            anchor = sections.anchor_of(hole.place, library.anchors(one.target)) if hole.place else ""
            if one.target == record.key and not anchor:
                return inner
            address = addresses.of(library.records[one.target]) + (f"#{anchor}" if anchor else "")
            return f'<a href="{Markup.escape(build.absolute(address) if absolute else build.href(address))}">{inner}</a>'
        there = None if one.candidates else build.neighbours.find(one.text, record)
        if there:
            return _PEER.format(
                Markup.escape(there.url), Markup.escape(f"{there.name}, trên trang {there.site}"), inner, Markup.escape(there.site)
            )
        if absolute or one.name in marked:
            return inner
        marked.add(one.name)
        return _MARK.format(UNCLEAR if one.candidates else AWAY, inner)

    return fill


def _unbroken(inner: str) -> str:
    return unbroken(Markup(inner))


def unclear(record: Record, build: Build) -> tuple[Relations, ...]:
    """The citations of a record that fit several documents, each with these; empty for nearly every record."""
    found: dict[str, tuple[str, ...]] = {}
    for one in build.library.relations.meanings(record.key):
        if one and one.candidates:
            found.setdefault(one.text, one.candidates)
    return tuple(Relations(f"“{text}”", tuple(_candidate(key, build) for key in keys), "unclear") for text, keys in found.items())


def _candidate(key: str, build: Build) -> Relation:
    document, words = build.library.records[key], build.library.words
    day = dates.short(document.date) if document.date else ""
    about = ", ".join(filter(None, (words.name("organs", document.organ), f"ngày {day}" if day else "")))
    return Relation(document.title, build.href(addresses.of(document)), about)
