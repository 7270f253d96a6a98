"""The page of one document, filled from the library: its full record, its files, its relations both ways."""

from plugins.archive import relation_map
from plugins.archive.attachments import KINDS
from plugins.archive.facts import facts
from plugins.archive.letterhead import letterhead
from plugins.archive.relations import relations as relations_of
from plugins.archive.relations import replaced, silent
from plugins.archive.views import DocumentView, Download, Duty, Signature, Target
from plugins.context import agenda, cards, cited, duty_cards, heads, tracing
from plugins.context.build import Build
from plugins.context.views import Link, Notice
from plugins.domain import addresses, dates, duty_words, numbers
from plugins.domain.fields import CHOICES
from plugins.domain.records import Document, Model, News

_FORM = "Trang này tự trình bày theo thể thức, không thay cho bản có chữ ký, đóng dấu."
_MANY = 12  # news that stand as cards: the newest


def document(record: Document, build: Build) -> DocumentView:
    """One document."""
    library, words, relations = build.library, build.library.words, build.library.relations
    kind = words.name("types", record.type)
    path = heads.crumbs(
        build,
        ("Văn bản", addresses.ARCHIVE),
        (kind, addresses.document_type(record.type)),
        (cards.name(record, build) if record.number else record.title, addresses.of(record)),
    )
    organ = words.entry("organs", record.organ)
    feeds = (
        heads.feed_link(build, "type", record.type, f"{kind} – RSS"),
        heads.feed_link(build, "organ", record.organ, f"{organ.name} – RSS"),
    )
    ends = {e.target for e in relations.out(record.key)} | {e.source for e in relations.into(record.key)}
    news, models = (cards.newest((library.records[key] for key in sorted(ends - {None})), kind) for kind in (News, Model))
    groups = relations_of(record, build)
    before, after = cards.neighbours(record, build)
    return DocumentView(
        head=heads.record_head(record, build, path, kind, feeds),
        crumbs=path,
        letterhead=letterhead(record, build),
        status=cards.status(record, build),
        status_key=cards.standing(record, build),
        notices=notices(record, build),
        facts=facts(record, build),
        files=(*(_download(record, file, build) for file in record.files), *_printed(record, build)),
        contents=tuple(Link(h.text, f"#{h.id}") for h in build.library.body(record.key).headings if h.level <= 3),
        body=cards.body(record, build),
        signature=signature(record),
        recipients=record.recipients,
        duties=duties(record, build),
        targets=targets(record, build),
        relations=groups,
        news=tuple(cards.card(r, build, picture=False) for r in silent(news, record, build))[:_MANY],
        models=tuple(cards.card(r, build) for r in models),
        previous=before,
        next=after,
        collections=cards.collections(record, build),
        calendar=build.href(addresses.duty_organ(record.organ)) if record.duties else "",
        target_table=build.href(addresses.TARGETS) if record.targets else "",
        map=relation_map.draw(_name(record, build), _about(record, build), groups, len(news), len(models)),
        unclear=cited.unclear(record, build),
    )


def signature(record: Document) -> Signature | None:
    """The signature block; None when nobody is said to have signed."""
    one = record.signed_by
    return Signature(one.on_behalf, one.post, one.signed, one.name) if one else None


def _name(record: Document, build: Build) -> str:
    return cards.name(record, build) if record.number else f"{build.library.words.name('types', record.type)}: {record.title}"


def _about(record: Document, build: Build) -> str:
    organ = build.library.words.name("organs", record.organ)
    return f"{organ}, {dates.short(record.date)}" if record.date else organ


def notices(record: Document, build: Build) -> tuple[Notice, ...]:
    """What a reader must know before reading: replaced, amended, open for comment, number or day missing."""
    relations, library = build.library.relations, build.library
    found = [*replaced(record, build)]
    found += [
        Notice("warning", "Văn bản này được sửa đổi, bổ sung bởi", cards.link(library.records[e.source], build))
        for e in relations.to(record.key, "amends")
    ]
    if record.consultation:
        end = dates.short(record.consultation.end)
        where = f" Góp ý gửi về {record.consultation.email}." if record.consultation.email else ""
        found.append(Notice("draft", f"Dự thảo đang lấy ý kiến đến hết ngày {end}.{where}"))
    missing = ["số"] * (record.number is None) + ["ngày ban hành"] * (record.date is None)
    if missing:
        why = f": {record.date_note[:1].lower()}{record.date_note[1:].rstrip('.')}." if record.date is None else "."
        found.append(Notice("info", f"Văn bản trên trang này chưa có {' và '.join(missing)}{why}"))
    return (*found, *cards.notices(record))


def _download(record: Document, file, build: Build) -> Download:
    facts = build.attachments.facts(build.content / record.key / file.path)
    note = CHOICES["file_kind"][file.kind][0].capitalize() if file.kind else ""
    return Download(
        file.label, build.href(addresses.of(record) + file.path), KINDS[facts.ending][2], numbers.size(facts.size), facts.pages, note
    )


def _printed(record: Document, build: Build) -> tuple[Download, ...]:
    """The printed form of a document, where it is made."""
    build.trace.note(tracing.PRINTING)
    return (Download("Bản in của trang", build.href(addresses.printed(record)), "PDF", "", None, _FORM),) if build.pdf else ()


def duties(record: Document, build: Build) -> tuple[Duty, ...]:
    """The duties that a document lays down."""
    return tuple(_duty(one, record, build) for one in record.duties)


def targets(record: Document, build: Build) -> tuple[Target, ...]:
    """The targets that a document lays down."""
    return tuple(_target(one, record, build) for one in record.targets)


def _duty(duty, record: Document, build: Build) -> Duty:
    due = Link(duty_words.when(duty) or "Không ghi hạn", _month(duty, record, build))
    return Duty(duty.text, duty_cards.who(duty), due, duty.channel, duty_cards.item(record, duty.item, build))


def _month(duty, record: Document, build: Build) -> str:
    """Where the calendar tells a duty first: the page of a month, that of what goes on always, or nowhere."""
    if duty.recurrence and duty.recurrence.unit in ("always", "day"):
        return build.href(addresses.STANDING)
    month = agenda.first_month(record, duty, duty_cards.ended(record, build))
    return build.href(addresses.month(month)) if month else ""


def _target(target, record: Document, build: Build) -> Target:
    item = duty_cards.item(record, target.item, build)
    return Target(target.text, duty_words.amount(target), duty_cards.who(target), target.period, item)
