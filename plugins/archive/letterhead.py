"""The head of a document as it is printed (29-HD/TWĐTN-VP; Nghị định 30/2020/NĐ-CP where an organ of the state issues it).

What is not known stays open, as in print: a number, a day. Nothing is invented here, and nothing is laid out."""

from plugins.archive.views import Letterhead
from plugins.context import cards
from plugins.context.build import Build
from plugins.context.views import Link
from plugins.domain import addresses
from plugins.domain.records import Document

UNION = ("Đoàn TNCS Hồ Chí Minh",)
"""What stands at the right of every paper of the Union; an organ of another system says its own lines in co-quan.yml."""

LETTER = "cong-van"
"""The type of document that prints no name of its type: its subject stands under the number, after “V/v”."""

_GAP = "     "  # room for a number that is still to be written
_DRAFTS = ("consultation", "draft")


def letterhead(record: Document, build: Build) -> Letterhead:
    """The head of one document."""
    words = build.library.words
    organ, kind = words.entry("organs", record.organ), words.entry("types", record.type)
    year, month, day = _date(record)
    return Letterhead(
        superior=words.name("organs", organ.parent) if organ.parent else "",
        issuer=Link(organ.name, build.href(addresses.document_organ(record.organ))),
        heading=organ.get("heading", ()) or UNION,
        number=_number(record),
        numbered=record.number is not None,
        place=record.place,
        iso=record.date.iso if record.date else "",
        day=day,
        month=month,
        year=year,
        mark=_mark(record),
        type=kind.name if kind else record.type,
        title=record.title,
        letter=record.type == LETTER,
    )


def _number(record: Document) -> str:
    """“Số: 92-KH/TĐTN-TCKT”; without a number as it is printed, else with room before the symbol."""
    if record.number is not None:
        return f"Số: {cards.number(record)}"
    return record.as_printed or f"Số:{_GAP}{record.symbol}"


def _date(record: Document) -> tuple[str, str, str]:
    """Year, month, day as official papers print them: days below 10 and months 01, 02 with a zero (Decree 30, annex I)."""
    if not record.date:
        return "", "", ""
    year, month, day = (*record.date.iso[:10].split("-"), "", "")[:3]
    return year, month if month <= "02" else month.lstrip("0"), day


def _mark(record: Document) -> str:
    """What paper must say so that nobody takes it for the paper that was signed."""
    if record.source:
        return "Bản tóm tắt"  # what a source tells of a document is retold by us
    return "Dự thảo" if record.status in _DRAFTS else ""
