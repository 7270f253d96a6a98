"""The page of one document, filled from the library: its full record, its files, its relations both ways."""

from plugins.archive import relation_map
from plugins.archive.attachments import KINDS
from plugins.archive.letterhead import letterhead
from plugins.archive.relations import relations as relations_of
from plugins.archive.relations import replaced, silent
from plugins.archive.views import DocumentView, Duty, Signature, Target
from plugins.context import cards, cited, duty_cards, heads
from plugins.context.build import Build
from plugins.context.views import Download, Fact, Link, Notice
from plugins.domain import addresses, dates, duty_words, numbers
from plugins.domain.fields import CHOICES
from plugins.domain.records import Document, Model, News

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
        notices=_notices(record, build),
        facts=_facts(record, build),
        files=tuple(_download(record, file, build) for file in record.files),
        contents=tuple(Link(h.text, f"#{h.id}") for h in build.library.body(record.key).headings if h.level <= 3),
        body=cards.body(record, build),
        signature=Signature(record.signed_by.on_behalf, record.signed_by.post, record.signed_by.signed, record.signed_by.name)
        if record.signed_by
        else None,
        recipients=record.recipients,
        duties=tuple(_duty(d, record, build) for d in record.duties),
        targets=tuple(_target(t, record, build) for t in record.targets),
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


def _name(record: Document, build: Build) -> str:
    return cards.name(record, build) if record.number else f"{build.library.words.name('types', record.type)}: {record.title}"


def _about(record: Document, build: Build) -> str:
    organ = build.library.words.name("organs", record.organ)
    return f"{organ}, {dates.short(record.date)}" if record.date else organ


def _notices(record: Document, build: Build) -> tuple[Notice, ...]:
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


def _facts(record: Document, build: Build) -> tuple[Fact, ...]:
    """The whole record as a description list; a missing number or day is said plainly."""
    words = build.library.words

    def plain(label: str, text: str) -> Fact:
        return Fact(label, (Link(text),) if text else ())

    signer = ", ".join(filter(None, (record.signed_by.post, record.signed_by.name))) if record.signed_by else ""
    kind = Link(words.name("types", record.type), build.href(addresses.document_type(record.type)))
    year = addresses.year(record)
    facts = (
        plain("Số, ký hiệu", cards.number(record)),
        plain("In trên văn bản", record.as_printed),
        Fact("Loại văn bản", (kind,)),
        Fact("Cơ quan ban hành", (Link(words.name("organs", record.organ), build.href(addresses.document_organ(record.organ))),)),
        plain("Đơn vị soạn thảo", record.unit),
        plain("Trích yếu", record.title),
        Fact(
            "Ngày ban hành",
            (Link(dates.long(record.date), build.href(addresses.document_year(year))),)
            if record.date
            else (Link(record.date_note or cards.NO_DAY),),
        ),
        plain("Địa danh", record.place),
        plain("Nhiệm kỳ", words.name("terms", record.term) if record.term else ""),
        plain("Ngày có hiệu lực", dates.short(record.effective) if record.effective else ""),
        plain("Ngày hết hiệu lực", dates.short(record.expires) if record.expires else ""),
        plain("Hiệu lực", cards.status(record, build)),
        plain("Người ký", signer),
        Fact("Chủ đề", tuple(cards.word_link("topics", t, addresses.topic(t), build, "topic") for t in record.topics)),
        Fact("Nguồn", (Link(record.source.name, record.source.url),) if record.source else ()),
        plain("Ngày đăng", dates.short(record.posted) if record.posted else ""),
        plain("Cập nhật", dates.short(record.modified) if record.modified else ""),
    )
    return tuple(f for f in facts if f.values)


def _download(record: Document, file, build: Build) -> Download:
    facts = build.attachments.facts(build.content / record.key / file.path)
    note = CHOICES["file_kind"][file.kind][0].capitalize() if file.kind else ""
    return Download(
        file.label, build.href(addresses.of(record) + file.path), KINDS[facts.ending][2], numbers.size(facts.size), facts.pages, note
    )


def _duty(duty, record: Document, build: Build) -> Duty:
    due = duty_words.when(duty) or "Không ghi hạn"
    return Duty(duty.text, duty_cards.who(duty), due, duty.channel, duty_cards.item(record, duty.item, build))


def _target(target, record: Document, build: Build) -> Target:
    item = duty_cards.item(record, target.item, build)
    return Target(target.text, duty_words.amount(target), duty_cards.who(target), target.period, item)
