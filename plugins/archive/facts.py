"""The record of a document as its page lists it; what others share with it leads to the list of all of them."""

from plugins.archive.facets import LEVEL, ORGAN, SIGNER, STANDING, TOPIC, TYPE, YEAR, Facet
from plugins.context import cards
from plugins.context.build import Build
from plugins.context.views import Fact, Link
from plugins.domain import addresses, dates
from plugins.domain import facets as domain
from plugins.domain.records import Document
from plugins.domain.text import slug


def facts(record: Document, build: Build) -> tuple[Fact, ...]:
    """The whole record as a description list; a missing number or day is said plainly."""
    words = build.library.words

    def plain(label: str, text: str) -> Fact:
        return Fact(label, (Link(text),) if text else ())

    def shared(label: str, facet: Facet, key: str, text: str = "") -> Fact:
        return Fact(label, (Link(text or facet.name(build, key), build.href(facet.address(key))),) if key else ())

    organ, signer = words.entry("organs", record.organ), record.signed_by
    post = ", ".join(filter(None, (signer.post, signer.name))) if signer else ""
    found = (
        plain("Số, ký hiệu", cards.number(record)),
        plain("In trên văn bản", record.as_printed),
        shared("Loại văn bản", TYPE, record.type),
        shared("Cơ quan ban hành", ORGAN, record.organ),
        shared("Cấp ban hành", LEVEL, organ.level if organ else ""),
        plain("Đơn vị soạn thảo", record.unit),
        plain("Trích yếu", record.title),
        plain("Ngày ban hành", dates.long(record.date) if record.date else record.date_note or cards.NO_DAY),
        shared("Năm", YEAR, addresses.year(record)),
        plain("Địa danh", record.place),
        plain("Nhiệm kỳ", words.name("terms", record.term) if record.term else ""),
        plain("Ngày có hiệu lực", dates.short(record.effective) if record.effective else ""),
        plain("Ngày hết hiệu lực", dates.short(record.expires) if record.expires else ""),
        shared("Hiệu lực", STANDING, cards.standing(record, build), cards.status(record, build)),
        shared("Người ký", SIGNER, slug(domain.signer(record)), post) if slug(domain.signer(record)) else plain("Người ký", post),
        Fact(TOPIC.label, tuple(Link(TOPIC.name(build, key), build.href(TOPIC.address(key))) for key in record.topics)),
        Fact("Nguồn", (Link(record.source.name, record.source.url),) if record.source else ()),
        plain("Ngày đăng", dates.short(record.posted) if record.posted else ""),
        plain("Cập nhật", dates.short(record.modified) if record.modified else ""),
    )
    return tuple(fact for fact in found if fact.values)
