"""What is news without being a record, as items of feeds: what has become of units and places, and each new count of how far a model was
taken over."""

from collections import Counter
from urllib.parse import quote

from markupsafe import Markup

from plugins.context import cards, changing, entities
from plugins.context.build import Build
from plugins.domain import addresses, dates, model_facets
from plugins.domain.dates import Moment
from plugins.domain.entity_changes import Change
from plugins.domain.fields import CHOICES
from plugins.domain.parts import Replication
from plugins.domain.records import Model
from plugins.domain.text import slug
from plugins.syndication.items import EDITORS, Item, authors, clean, line, tag

LABEL = {"unit": "Đơn vị", "place": "Địa bàn"}
PART = "phan_nhan-rong"  # of a model's page


def of_entities(build: Build, count: int) -> list[Item]:
    """The last changes of units and places, newest first, `count` at most."""
    return [_changed(kind, change, build) for kind, change in changing.told(build)[:count]]


def _changed(kind: str, change: Change, build: Build) -> Item:
    entry, address = entities.about(build, kind, change.key), entities.address(kind, change.key)
    said, url = changing.title(kind, change, build), build.absolute(address)
    facts = ((LABEL[kind], entry.name), ("Theo", entry.source.name if entry.source else ""), ("Lưu ý", entry.note))
    day = next((moment for moment in (change.first, change.last) if moment and moment.precision == "day"), None)
    return Item(
        id=f"tag:{build.library.words.site['feed_authority']}:{quote(address)}#{change.name.partition('#')[2]}",
        url=url,
        title=line(said),
        summary=line(f"{changing.when(change)}: {said}."),
        html=_html(f"{changing.when(change)}: {said}.", facts, url, "Xem trước đây và nay"),
        published=day,
        modified=None,
        tags=(LABEL[kind],),
        authors=(EDITORS,),
        image=None,
        files=(),
    )


def of_model(record: Model, build: Build) -> list[tuple[str, Item]]:
    """Every count of how far a model was taken over, as day (ISO) and item, the newest first."""
    times: Counter[str] = Counter()
    found = []
    for one in record.replication:
        name = f"{slug(CHOICES['level'][one.level][0])}-{one.as_of.iso[:10]}"
        times[name] += 1
        found.append((one.as_of.iso, _counted(record, one, f"{name}{f'-{times[name]}' if times[name] > 1 else ''}", build)))
    return sorted(found, key=lambda told: (told[0], told[1].id), reverse=True)


def _counted(record: Model, one: Replication, name: str, build: Build) -> Item:
    words = build.library.words
    url = f"{build.absolute(addresses.of(record))}#{PART}"
    how_far, day = model_facets.spread(one), dates.short(one.as_of)
    document = build.library.records.get(one.document.text) if one.document else None
    facts = (
        ("Nơi làm", ", ".join(words.name("places", place) for place in one.places)),
        ("Theo", cards.name(document, build) if document else ""),
        ("Nơi khởi đầu", words.name("places", record.place)),
    )
    return Item(
        id=f"{tag(record, words.site['feed_authority'])}#nhan-rong-{name}",
        url=url,
        title=line(f"{record.title}: {how_far}, tính đến {day}"),
        summary=line(record.summary),
        html=_html(record.summary, facts, url, "Xem mô hình"),
        published=_published(record, one.as_of),
        modified=record.modified,
        tags=tuple(line(words.name("fields", key)) for key in record.field),
        authors=tuple(line(author) for author in authors(record, build)),
        image=None,
        files=(),
    )


def _published(record: Model, counted: Moment) -> Moment | None:
    """The day of a count; of a month or a year that on which the record was changed since; None rather than a day before it."""
    if counted.precision == "day":
        return counted
    changed = record.modified or record.reviewed_on
    return changed if changed and changed.precision == "day" and changed.iso >= counted.iso else None


def _html(said: str, facts: tuple[tuple[str, str], ...], url: str, way: str) -> str:
    told = Markup("").join(Markup("<li>{}: {}</li>").format(label, value) for label, value in facts if value)
    return clean(Markup('<p>{}</p><ul>{}</ul><p><a href="{}">{}</a></p>').format(said, told, url, way))
