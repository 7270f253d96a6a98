"""Whether a document holds: what its own record says, what has replaced it, and the day on which it ends.

Pages are static: words name the day of the record, and nothing here knows what day it is."""

from plugins.context.build import Build
from plugins.domain import dates
from plugins.domain.fields import CHOICES
from plugins.domain.records import Document

HOLDING = ("in_force", "partly")


def standing(document: Document, build: Build) -> str:
    """The status of a document as a key of CHOICES; one that another replaces is replaced, whatever its own field says."""
    return "replaced" if build.library.relations.to(document.key, "replaces") else document.status


def status(document: Document, build: Build) -> str:
    """The printed status of a document, with the day that goes with it."""
    key = standing(document, build)
    words = CHOICES["document_status"][key][0]
    if document.expires and key == "expired":
        words = f"{words} từ {dates.short(document.expires)}"
    elif document.expires and key in HOLDING:
        words = f"{'có' if key == 'in_force' else words + ', còn lại có'} hiệu lực đến {dates.short(document.expires)}"
    elif document.effective and key == "not_yet":
        words = f"có hiệu lực từ {dates.short(document.effective)}"
    elif document.consultation and key == "consultation" and document.consultation.end:
        words = f"{words} đến {dates.short(document.consultation.end)}"
    return words[:1].upper() + words[1:]


def successors(document: Document, build: Build) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """What has replaced a document, and what at last stands in its place when that was replaced too; a ring has no end."""
    library = build.library

    def after(key: str) -> list[str]:
        return [edge.source for edge in library.relations.to(key, "replaces")]

    direct = after(document.key)
    seen, waiting, last = {document.key}, list(reversed(direct)), []
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        further = after(key)
        waiting += reversed(further)
        if not further and key not in direct:
            last.append(key)
    return tuple(library.records[key] for key in direct), tuple(library.records[key] for key in last)
