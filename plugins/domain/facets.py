"""By what documents are found: type, organ, its level, year, topic, signer, number, and the pairs that readers ask for together.

Each is a list by a key. How far a document holds is told by others too (who replaces it), so that is the matter of the holdings."""

import re

from plugins.domain import addresses
from plugins.domain.patterns import late
from plugins.domain.records import Document
from plugins.domain.text import slug
from plugins.domain.words import Words

TOPIC, LEVEL, SIGNER, NUMBER, STANDING = "document-topic", "level", "signer", "number", "force"
TYPE_YEAR, ORGAN_TYPE = "type-year", "organ-type"  # the pairs: a document is in one of each, so there are never more than documents
UNNUMBERED = "chua-ghi-so"
_FIGURE = late(r"0*(\d+)(.*)", re.DOTALL)


def lists(document: Document, words: Words) -> set[tuple[str, str]]:
    """The lists that a document is in: kind and key."""
    year, organ = addresses.year(document), words.entry("organs", document.organ)
    found = {("type", document.type), ("year", year), ("organ", document.organ), (NUMBER, figure(document))}
    found |= {(TYPE_YEAR, f"{document.type}/{year}"), (ORGAN_TYPE, f"{document.organ}/{document.type}")}
    found |= {(TOPIC, topic) for topic in document.topics}
    found |= {(LEVEL, organ.level)} if organ else set()
    found |= {(SIGNER, key)} if (key := slug(signer(document))) else set()
    return found


def signer(document: Document) -> str:
    """Who signed: the name, else the post, as printed."""
    return document.signed_by.name or document.signed_by.post if document.signed_by else ""


def figure(document: Document) -> str:
    """The number without leading zeros, as a part of an address: `08` → `8`, `12a` → `12a`."""
    match = _FIGURE.fullmatch(document.number or "")
    return slug(f"{match[1]}{match[2]}" if match else document.number or "") or UNNUMBERED


def by_figure(key: str) -> tuple:
    """A key that sorts figures by their value; what has none comes last."""
    match = _FIGURE.match(key)
    return (0, int(match[1]), match[2]) if match else (1, 0, key)
