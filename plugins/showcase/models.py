"""The page of one model practice, filled from the library: steps, figures, documents, news, lineage."""

from collections.abc import Iterator

from plugins.context import cards, cited, entities, heads
from plugins.context.build import Build
from plugins.context.calendar import stale_from
from plugins.context.views import Fact, Group, Link, Notice
from plugins.domain import addresses, dates, model_facets, model_words, numbers
from plugins.domain.records import Document, Model, News, Replication
from plugins.domain.text import slug
from plugins.domain.threads import beginning
from plugins.showcase import briefs, comparisons, figures, spreading
from plugins.showcase.overviews import NAME, ROOT
from plugins.showcase.views import ModelView, Spread, Step

# Kinds of edges between models → what the group is called on either page.
LINEAGE = (
    ("derived_from", "Kế thừa từ", "Được kế thừa bởi"),
    ("similar", "Tương tự", "Tương tự"),
    ("links", "Nhắc tới", "Được nhắc tới bởi"),
)


def model(record: Model, build: Build) -> ModelView:
    """One model practice."""
    words, relations = build.library.words, build.library.relations
    records = build.library.records
    outgoing, incoming = relations.out(record.key), relations.into(record.key)
    evidence = dict.fromkeys(
        [r.key for r in cards.records_of(outgoing, "target", build, News)]
        + [r.key for r in cards.records_of(incoming, "source", build, News)]
    )
    documents = dict.fromkeys(
        [r.key for r in cards.records_of(outgoing, "target", build, Document)]
        + [r.key for r in cards.records_of(incoming, "source", build, Document)]
    )
    before, after = cards.neighbours(record, build)
    field = words.name("fields", record.field[0]) if record.field else NAME
    results = figures.results(record, build)
    spread, spread_table = spreading.over_time(record, build)
    photos = tuple(filter(None, (cards.image(p, build) for p in record.photos)))
    feeds = (heads.feed_link(build, "model", "", f"{NAME} – RSS"),)
    return ModelView(
        **heads.story(record, build, ROOT, label=field, feeds=feeds),
        slogan=record.slogan,
        status=cards.choice("model_status", record.status),
        status_key=record.status,
        notices=_notices(record, build),
        image=photos[0] if photos else None,
        facts=_facts(record, build),
        checklist=Link("Phiếu làm theo", build.href(addresses.checklist(record))) if record.steps else None,
        problem=record.problem,
        components=record.components,
        steps=tuple(Step(s.title, s.text, s.needs) for s in record.steps),
        results=results,
        results_table=figures.table(results),
        life=figures.life(record, build),
        replication=tuple(_spread(r, record, build) for r in (model_facets.latest(record) if spread_table else record.replication)),
        spread=spread,
        spread_table=spread_table,
        limits=record.limits,
        lessons=record.lessons,
        resources=record.resources,
        contact=record.contact,
        photos=photos[1:],
        consent=_CONSENT if any(p.consent for p in record.photos) else "",
        directives=tuple(cards.row(records[key], build) for key in documents),
        evidence=tuple(cards.card(records[key], build, picture=False) for key in list(evidence)[:12]),
        lineage=_lineage(record, build),
        source=cards.source(record),
        reviewed=cards.day(record.reviewed_on),
        previous=before,
        next=after,
        threads=briefs.links([record], build),
        unclear=cited.unclear(record, build),
        comparisons=comparisons.prepared(record, build),
        compare=comparisons.choice([record], build),
    )


_CONSENT = "Ảnh có trẻ em được đăng khi gia đình và các em đã đồng ý."


def _notices(record: Model, build: Build) -> tuple[Notice, ...]:
    ended = (Notice("warning", "Mô hình này đã kết thúc; trang giữ lại để tham khảo."),) if record.status == "ended" else ()
    return ended + cards.notices(record) + _stale(record, build)


def _stale(record: Model, build: Build) -> tuple[Notice, ...]:
    """A mild word when nobody has looked at a page that tells of living practice for long; a clock is not asked."""
    turns = stale_from(record)
    if not turns or not build.library.since(turns):
        return ()
    seen = dates.short(record.reviewed_on or record.date)
    last = f"rà soát lần gần nhất ngày {seen}" if record.reviewed_on else f"chưa được rà soát từ ngày đăng {seen}"
    return (Notice("info", f"Trang này {last}. Số liệu, đầu mối liên hệ có thể đã khác; hãy hỏi lại trước khi làm theo."),)


def _facts(record: Model, build: Build) -> tuple[Fact, ...]:
    """At a glance: who, where, since when, for whom, how wide."""

    def plain(label: str, *texts: str) -> Fact:
        return Fact(label, tuple(Link(t) for t in texts if t))

    trial = model_words.pilot(record)
    facts = (
        Fact("Đơn vị", (cards.word_link("organs", record.unit, addresses.unit(record.unit), build, "unit"),)),
        Fact("Địa bàn", (entities.link(build, "place", record.place, _today(record.place, build)), _others(record, build))),
        Fact("Lĩnh vực", tuple(cards.word_link("fields", f, addresses.model_field(f), build, "field") for f in record.field)),
        Fact("Đối tượng", tuple(Link(a, build.href(addresses.model_audience(slug(a))) if slug(a) else "") for a in record.audience)),
        Fact("Trạng thái", (Link(cards.choice("model_status", record.status), build.href(addresses.model_status(record.status))),)),
        Fact("Thời gian", _begun(record, build)),
        Fact("Quy mô", _size(record, build)),
        plain("Phạm vi thí điểm", trial),
        plain("Tên khác", *record.aliases),
        Fact("Chủ đề", tuple(cards.word_link("topics", t, addresses.topic(t), build, "topic") for t in record.topics)),
        Fact("Nhận tin (RSS)", tuple(_followed(record, build))),
    )
    return tuple(f for f in facts if f.values)


def _followed(record: Model, build: Build) -> Iterator[Link]:
    """The feeds that bring what is near a model: others of its fields, and new counts of how far models were taken over."""
    for key in record.field:
        yield heads.feed_link(build, "field", key, f"Mô hình mới: {build.library.words.name('fields', key)}")
    if record.replication:
        yield heads.feed_link(build, "spread", "", "Các mô hình được nhân rộng")


def _today(place: str, build: Build) -> str:
    """Where a place lives on that is no more: “nay thuộc Tỉnh Lâm Đồng”."""
    entry = build.library.words.about("places", place)
    heirs = entities.lives_on(build, "place", place) if entry and entry.valid_to else ()
    return f"nay thuộc {', '.join(build.library.words.name('places', heir) for heir in heirs)}" if heirs else ""


def _others(record: Model, build: Build) -> Link:
    """The list of the models of the same place."""
    return Link("Các mô hình ở đây", build.href(addresses.model_place(record.place)))


def _begun(record: Model, build: Build) -> tuple[Link, ...]:
    """When a model ran, and the list of those that began in the same year."""
    year, span = model_facets.year(record), model_words.span(record)
    if year == model_facets.NO_YEAR:
        return (Link(span),) if span else ()
    return (*([Link(span)] if span else []), Link(f"Các mô hình từ năm {year}", build.href(addresses.model_year(year))))


def _size(record: Model, build: Build) -> tuple[Link, ...]:
    """How wide a model has been taken over: the latest figure of each level, and the list of the models of its size."""
    told = [Link(f"{model_facets.spread(s)}, tính đến {dates.short(s.as_of)}") for s in model_facets.latest(record)]
    key = model_facets.scale(record)
    if key == model_facets.NO_SCALE:
        return ()
    return (*told, Link(f"Các mô hình ở {_lower(model_facets.SCALES[key][1])}", build.href(addresses.model_scale(key))))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _share(value, of) -> tuple[str, float | None]:
    """The rate in words and as a number from 0 to 100 for a bar; nothing without a base."""
    return (numbers.ratio(value, of), round(float(value) / float(of) * 100, 1)) if of else ("", None)


def _when(moment) -> str:
    return dates.short(moment)


def _spread(part: Replication, record: Model, build: Build) -> Spread:
    percent, share = _share(part.value, part.of)
    document = build.library.records.get(part.document.text) if part.document else None
    return Spread(
        spreading.level(part),
        numbers.format_number(part.value),
        numbers.format_number(part.of) if part.of is not None else "",
        percent,
        share,
        _when(part.as_of),
        tuple(cards.word_link("places", p, addresses.place(p), build, "place") for p in part.places),
        cards.link(document, build) if document else None,
        None if document else figures.source_of(None, record, build),
    )


def _kin(record: Model, build: Build) -> Link:
    """Another model, with its place and, where its record tells it, its year."""
    when, _said = beginning(record)
    told = (build.library.words.name("places", record.place), when.iso[:4] if when else "")
    return Link(record.title, build.href(addresses.of(record)), ", ".join(filter(None, told)))


def _lineage(record: Model, build: Build) -> tuple[Group, ...]:
    """Models before, after and beside this one; both ends of a likeness are one group."""
    relations, records, groups = build.library.relations, build.library.records, {}
    for kind, out, back in LINEAGE:
        ends = [(True, e.target) for e in relations.from_(record.key, kind)] + [(False, e.source) for e in relations.to(record.key, kind)]
        for forth, key in ends:
            other = records[key] if key else None
            if isinstance(other, Model):
                label = out if forth else back
                if kind == "derived_from" and (record if forth else other).source:  # it knows of likeness, and seldom proves descent
                    label = "Có trước, cùng ý" if forth else "Có sau, cùng ý"
                groups.setdefault(label, {})[key] = _kin(other, build)
    return tuple(Group(label, tuple(links.values())) for label, links in groups.items())
