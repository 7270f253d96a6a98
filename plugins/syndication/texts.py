"""The full text of a record as a feed reader shows it: plain HTML, every link and picture with scheme and host.

Feed readers know no style sheet of ours: paragraphs, lists and figures only."""

from collections.abc import Iterable

from markupsafe import Markup

from plugins.context import cards, collecting
from plugins.context.build import Build
from plugins.domain import addresses, dates, duty_words, model_words, numbers
from plugins.domain.fields import CHOICES
from plugins.domain.parts import Duty, Replication, Target
from plugins.domain.records import Collection, Document, Model, News, Record

_P = Markup("<p>{}</p>")
_STRONG = Markup("<p><strong>{}</strong></p>")
_FACT = Markup("<strong>{}:</strong> {}")
_LINK = Markup('<a href="{}">{}</a>')


def full(record: Record, build: Build) -> Markup:
    """The whole of a record: what its page says before the text, the text, and where it comes from."""
    match record:
        case News():
            parts = (
                _figures((record.image,), build),
                _STRONG.format(record.summary),
                cards.body(record, build, absolute=True),
                _figures(record.gallery, build),
            )
        case Document():
            parts = (
                _facts(record, build),
                _files(record, build),
                cards.body(record, build, absolute=True),
                _heading("Việc phải làm", (_duty(duty) for duty in record.duties)),
                _heading("Chỉ tiêu", (_target(target) for target in record.targets)),
            )
        case Model():
            parts = (
                _figures(record.photos, build),
                _P.format(record.summary),
                _heading("Vấn đề cần gỡ", (record.problem,) if record.problem else ()),
                _heading("Nội dung", record.components),
                _heading("Các bước", _steps(record), "ol"),
                _heading("Kết quả", (model_words.result(r) for r in record.results)),
                _heading("Nhân rộng", (_spread(r) for r in record.replication)),
                _heading("Các mốc", (f"{dates.short(m.date)}: {m.text}" for m in record.milestones)),
                _heading("Hạn chế", record.limits),
                _heading("Bài học", record.lessons),
                cards.body(record, build, absolute=True),
                _heading("Văn bản chỉ đạo", _directives(record, build)),
            )
        case Collection():
            parts = (_P.format(record.summary), cards.body(record, build, absolute=True), *_collected(record, build))
    note = Markup("<p><em>{}</em></p>").format(record.note) if record.note else ""
    return Markup("\n").join(part for part in (note, *parts, _source(record)) if part)


def _spread(found: Replication) -> str:
    """How far a model was taken over, in words."""
    of = f" trên {numbers.format_number(found.of)}" if found.of else ""
    return f"Cấp {CHOICES['level'][found.level][0]}: {numbers.format_number(found.value)}{of}, tính đến {dates.short(found.as_of)}"


def _duty(duty: Duty) -> str:
    due = duty_words.when(duty).replace(" · ", ", ")
    return "; ".join(filter(None, (duty.text, duty.actor, f"hạn: {due}" if due else "", duty.channel)))


def _target(target: Target) -> str:
    return "; ".join(filter(None, (target.text, duty_words.amount(target), target.period)))


def _directives(record: Model, build: Build) -> Iterable[str]:
    for edge in build.library.relations.from_(record.key, "directives"):
        if edge.target:
            document = build.library.records[edge.target]
            yield _LINK.format(build.absolute(addresses.of(document)), cards.name(document, build))


def _collected(record: Collection, build: Build) -> Iterable[Markup]:
    """What a collection holds, part by part: what each thing is, its link, its note."""
    for part in collecting.parts(record, build):
        items = (
            Markup("{}: {}{}").format(item.mark, _LINK.format(_host(item.href, build), item.title), f" – {item.note}" if item.note else "")
            for item in part.items
        )
        inner = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
        name = _STRONG.format(part.name) if part.name else Markup("")
        yield name + Markup('<ol start="{}">{}</ol>').format(part.items[0].number, inner)


def _host(href: str, build: Build) -> str:
    return build.host(href) if href.startswith("/") else href


def _list(lines: Iterable[str], kind: str = "ul") -> Markup:
    inner = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<{0}>{1}</{0}>").format(Markup(kind), inner) if inner else Markup("")


def _heading(title: str, lines: Iterable[str], kind: str = "ul") -> Markup:
    found = _list(lines, kind)
    return _STRONG.format(title) + found if found else found


def _figures(pictures, build: Build) -> Markup:
    shown = (cards.image(picture, build) for picture in pictures)
    return Markup("").join(Markup(build.plain_figure(image)) for image in shown if image)


def _facts(record: Document, build: Build) -> Markup:
    words = build.library.words
    facts = (
        ("Số, ký hiệu", cards.number(record)),
        ("Loại văn bản", words.name("types", record.type)),
        ("Cơ quan ban hành", words.name("organs", record.organ)),
        ("Ngày ban hành", dates.short(record.date) if record.date else record.date_note or cards.NO_DAY),
        ("Trích yếu", record.title),
        ("Ngày có hiệu lực", dates.short(record.effective) if record.effective else ""),
        ("Hiệu lực", cards.status(record, build)),
    )
    return _list(_FACT.format(label, text) for label, text in facts if text)


def _files(record: Document, build: Build) -> Markup:
    lines = []
    for file in record.files:
        facts = build.attachments.facts(build.content / record.key / file.path)
        link = _LINK.format(build.absolute(addresses.of(record) + file.path), file.label)
        lines.append(Markup("{} ({}, {})").format(link, facts.ending.upper(), numbers.size(facts.size)))
    return _heading("Tệp để tải về", lines)


def _steps(record: Model) -> Iterable[str]:
    for step in record.steps:
        yield _FACT.format(step.title, step.text) if step.text else Markup("<strong>{}</strong>").format(step.title)


def _source(record: Record) -> Markup:
    if record.source is None:
        return Markup("")
    name = _LINK.format(record.source.url, record.source.name) if record.source.url else record.source.name
    return Markup("<p>Nguồn: {}</p>").format(name)
