"""The printed form of one document as a PDF: its view, and the bytes that the press sets from it.

The form holds what the document says and a last line of where it comes from; nothing of the site around it."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import quote

from markupsafe import Markup, escape

from plugins.archive import documents
from plugins.archive.letterhead import letterhead
from plugins.archive.relations import relations as relations_of
from plugins.archive.typesetting import Press
from plugins.archive.views import Duty, Letterhead, Signature, Target
from plugins.context import cards, cited, theme, tracing
from plugins.context.body import PictureHole
from plugins.context.build import Build
from plugins.context.linking import picture_name, resolve
from plugins.context.unbroken import linked
from plugins.context.views import Notice, Relations
from plugins.domain import addresses
from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.records import Document

_LABEL = late(r'<a( class="item-label") href="#[^"]*"(>.*?)</a>')  # leads to itself, so that a reader may copy its address
_ITEM = late(
    r'(?P<open><div class="item" id="[^"]*">\n<p)>(?P<rest><span class="item-label">(?P<label>[^<]{1,40})</span>'
    r"(?P<words>(?:[^<]|<(?!/p>|br\b)){0,2000}))"
)
_TAG, _LETTER = late(r"<[^>]*>"), late(r"\(?[a-zđ]{1,2}[.)]")
_TITLE = 90  # letters of a bookmark
_LINE, _LAST_WORDS = 45, 3  # letters of a subject that may fit one line; words that end a longer one
_PICTURE = "anh:"  # opens the src of a picture of the body; its name below content/ follows


@dataclass(frozen=True)
class Paper:
    """Template paper/document.html. `title`, `organ`, `created` and `modified` (ISO) are properties of the file; `address` is that of
    the document's page. Duties, targets and relations stand on paper where there is no `body`."""

    title: str
    organ: str
    created: str
    modified: str
    address: str
    status: str
    notices: tuple[Notice, ...]
    letterhead: Letterhead
    body: Markup
    signature: Signature | None
    recipients: tuple[str, ...]
    duties: tuple[Duty, ...] = ()
    targets: tuple[Target, ...] = ()
    relations: tuple[Relations, ...] = ()


def pdf(record: Document, build: Build) -> bytes:
    """The printed form of a document, as a PDF."""
    build.trace.note(tracing.PRINTING)
    pictures: dict[str, bytes] = {}
    form = view(record, build, pictures)
    return _press(build).pdf(record.key, theme.render(build.env, "paper/document.html", build.site, form), form.address, pictures)


def view(record: Document, build: Build, pictures: dict[str, bytes]) -> Paper:
    """What the form of a document shows; `pictures` gains the bytes of those in its body."""
    text, head = _body(record, build, pictures), letterhead(record, build)
    extra = {} if text else _beyond(record, build)
    return Paper(
        title=f"{cards.name(record, build)}: {record.title}" if record.number else cards.name(record, build),
        organ=build.library.words.name("organs", record.organ),
        created=record.date.iso if record.date else "",
        modified=record.modified.iso if record.modified else "",
        address=build.absolute(addresses.of(record)),
        status=cards.status(record, build),
        notices=documents.notices(record, build),
        letterhead=replace(head, title=_ending(head.title)),
        body=text,
        signature=documents.signature(record),
        recipients=record.recipients,
        **extra,
    )


def _ending(title: str) -> str:
    """A subject of more than a line, whose last words stay together: WeasyPrint does not balance lines, and a year alone is no line."""
    words = title.rsplit(" ", _LAST_WORDS)
    return Markup('{} <span class="symbol">{}</span>').format(words[0], " ".join(words[1:])) if len(title) > _LINE else title


def _beyond(record: Document, build: Build) -> dict[str, tuple]:
    """What else is known of a document without a text."""
    return {
        "duties": documents.duties(record, build),
        "targets": documents.targets(record, build),
        "relations": relations_of(record, build),
    }


def _body(record: Document, build: Build, pictures: dict[str, bytes]) -> Markup:
    """The text of a document as its page has it, but that pictures are named for the press."""

    def href(target: str) -> str:
        found = resolve(target, record, build.library)
        if found.startswith("picture:"):
            return build.pictures.image(found.removeprefix("picture:"), "").jpeg[-1].href
        return build.href(found) if found.startswith("/") else found

    def picture(hole: PictureHole) -> str:
        name = picture_name(hole.src, record)
        if build.pictures.image(name, "") is None:
            return ""
        src = f"{_PICTURE}{quote(name)}"
        pictures[src] = build.pictures.jpeg(name)
        caption = Markup("<figcaption>{}</figcaption>").format(hole.caption) if hole.caption else ""
        return Markup('<figure><img src="{}" alt="{}">{}</figure>').format(src, hole.alt, caption)

    found = build.library.body(record.key).html(href, picture, cited.filler(record, build))
    return Markup(bookmarked(_LABEL.sub(r"<span\1\2</span>", linked(found))))


def bookmarked(markup: str) -> str:
    """The text of a document in which numbered items that are no headings are bookmarks too: those under a figure or a Roman numeral by
    the opening of their words, those under a letter if they are as short as a title."""

    def marked(found: re.Match[str]) -> str:
        label = unescape(found["label"])
        words = " ".join(unescape(_TAG.sub("", found["words"])).split()).rstrip(" ;,:")
        if not words or (_LETTER.fullmatch(label) and len(words) > _TITLE):
            return found[0]
        if len(words) > _TITLE:
            words = words[:_TITLE].rpartition(" ")[0].rstrip(" ,;:.–-") + "…"
        return f'{found["open"]} data-bookmark="{escape(f"{label} {words}")}">{found["rest"]}'

    return _ITEM.sub(marked, markup)


def _press(build: Build) -> Press:
    """The press of a build: one in each process."""
    found = build.pieces.get(("press",))
    if found is None:
        found = build.pieces["press",] = (Press(build.cache / "ban-in", theme.paper(build.theme)),)
    return found[0]
