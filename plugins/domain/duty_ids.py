"""What a duty is called for ever, in calendars and feeds: by its own id, else by its words within its document.

So a day that is moved, or another order of the duties, leaves the id as it was; only other words make another duty."""

from hashlib import sha256

from plugins.domain import addresses
from plugins.domain.records import Document
from plugins.domain.text import fold


def ids(record: Document) -> tuple[str, ...]:
    """The ids of the duties of a document, in their order, each its own: ``viec-3f9a…``."""
    found: list[str] = []
    for duty in record.duties:
        base = name = f"viec-{duty.id}" if duty.id else f"viec-{sha256(fold(duty.text).encode()).hexdigest()[:12]}"
        count = 1
        while name in found:
            count += 1
            name = f"{base}-{count}"
        found.append(name)
    return tuple(found)


def uid(record: Document, name: str, authority: str, part: int = 0) -> str:
    """The UID (RFC 5545, 3.8.4.7) of a duty, of one of the days that it names in a year; `authority` is that of the feed ids."""
    whole = sha256(f"{record.id or addresses.former(record)}\n{name}\n{part}".encode()).hexdigest()[:32]
    return f"{whole}@{authority.split(',')[0]}"
