"""The pages of single news and of the editors' own pages (about, contact …), filled from the library."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from plugins.context import cards, cited, heads
from plugins.context.build import Build
from plugins.context.outputs import Page as PageOutput
from plugins.context.site import person
from plugins.context.views import Card, Group, Link, Notice
from plugins.domain import addresses
from plugins.domain.records import Document, Model, News, Page, Record
from plugins.editorial.views import NewsView, PageView

_RELATED = 6
CONTACT_PAGE = "trang/lien-he"


_KINDS = {"news": "news.html", "page": "page.html"}


def outputs(record: News | Page, build: Build) -> Iterator[PageOutput]:
    """The page of a piece of news, or of the editors."""
    template, view = _KINDS[record.kind], news if isinstance(record, News) else page
    changed = record.modified or record.date
    made = partial(view, record, build)
    yield PageOutput(addresses.of(record), template, made, record.path, changed.iso if changed else "", record=True)


def news(record: News, build: Build) -> NewsView:
    """One piece of news."""
    words, relations = build.library.words, build.library.relations
    category = words.name("categories", record.category)
    steps = ("Tin tức", addresses.NEWS), (category, addresses.category(record.category))
    named = relations.out(record.key)
    telling = [edge for edge in relations.into(record.key) if edge.kind == "evidence"]
    documents = cards.records_of(named, "target", build, Document)
    models = cards.records_of(named, "target", build, Model) + tuple(
        m for m in cards.records_of(telling, "source", build, Model) if m.key not in {e.target for e in named}
    )
    before, after = cards.neighbours(record, build)
    feeds = (heads.feed_link(build, "category", record.category, f"{category} – RSS"),)
    return NewsView(
        **heads.story(record, build, *steps, label=category, feeds=feeds),
        kicker=record.kicker,
        day=cards.day(record.date),
        modified=cards.day(record.modified),
        category=Link(category, build.href(addresses.category(record.category))),
        authors=record.authors,
        notices=_expired(record, build) + cards.notices(record),
        image=cards.image(record.image, build),
        gallery=tuple(filter(None, (cards.image(p, build) for p in record.gallery))),
        documents=tuple(cards.row(d, build) for d in documents),
        models=tuple(cards.card(m, build) for m in models),
        related=_related(record, build),
        tags=tags(record, build),
        source=cards.source(record),
        previous=before,
        next=after,
        unclear=cited.unclear(record, build),
    )


def _expired(record: News, build: Build) -> tuple[Notice, ...]:
    """A word above news whose day has passed."""
    if record.expires and build.library.has_come(record.expires):
        return (Notice("warning", f"Tin này hết giá trị từ {cards.day(record.expires).short}; giữ lại để tra cứu."),)
    return ()


def _related(record: News, build: Build) -> tuple[Card, ...]:
    """News linked with this one, then the nearest that name the same document or model; never by chance."""
    library = build.library
    outgoing, incoming = library.relations.out(record.key), library.relations.into(record.key)
    found = {e.target: None for e in outgoing if e.kind == "links"} | {e.source: None for e in incoming if e.kind == "links"}
    for edge in outgoing:
        if edge.target and not isinstance(library.records[edge.target], News):
            found |= dict.fromkeys(library.nearest(record, edge.target).keys)
    others = (other for key in found if key and isinstance(other := library.records[key], News))
    return tuple(cards.card(r, build, picture=False) for r in islice(others, _RELATED))


def tags(record: Record, build: Build) -> tuple[Group, ...]:
    """Topics, units and places of a record, each leading to its page."""
    units = getattr(record, "units", ()) or tuple(filter(None, (getattr(record, "organ", ""),)))
    groups = (
        Group("Chủ đề", tuple(cards.word_link("topics", t, addresses.topic(t), build, "topic") for t in record.topics), "topic"),
        Group("Đơn vị", tuple(cards.word_link("organs", u, addresses.unit(u), build, "unit") for u in units), "unit"),
        Group(
            "Địa bàn",
            tuple(cards.word_link("places", p, addresses.place(p), build, "place") for p in getattr(record, "places", ())),
            "place",
        ),
    )
    return tuple(g for g in groups if g.links)


def page(record: Page, build: Build) -> PageView:
    """One page of the editors; the contact page carries the contacts of the site's data."""
    contacts = tuple(person(c) for c in build.library.words.site.get("contacts", ())) if record.key == CONTACT_PAGE else ()
    return PageView(
        **heads.story(record, build, label=build.site.name),
        modified=cards.day(record.modified),
        notices=cards.notices(record),
        image=cards.image(record.image, build),
        contacts=contacts,
    )
