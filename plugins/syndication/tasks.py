"""The duties of a document as items of a feed: what is to be done, by whom, until when, and where it is printed."""

from markupsafe import Markup

from plugins.context import cards, duty_cards
from plugins.context.build import Build
from plugins.domain import duty_ids, duty_words
from plugins.domain.parts import Duty
from plugins.domain.records import Document
from plugins.syndication.items import Item, clean, line, published, tag


def items(record: Document, build: Build) -> tuple[Item, ...]:
    """One item for each duty, in the order of the document."""
    return tuple(_item(record, duty, name, build) for duty, name in zip(record.duties, duty_ids.ids(record), strict=True))


def _item(record: Document, duty: Duty, name: str, build: Build) -> Item:
    words, when = build.library.words, duty_words.when(duty)
    url = build.absolute(duty_cards.place(record, duty.item, build))
    told = (
        ("Ai làm", duty_cards.who(duty)),
        ("Hạn", when),
        ("Gửi qua", duty.channel),
        ("Theo", f"{cards.name(record, build)}{f', mục {duty.item}' if duty.item else ''}"),
    )
    facts = Markup("").join(Markup("<li>{}: {}</li>").format(label, value) for label, value in told if value)
    html = Markup('<p>{}</p><ul>{}</ul><p><a href="{}">Xem trong văn bản</a></p>').format(duty.text, facts, url)
    return Item(
        id=f"{tag(record, words.site['feed_authority'])}#{name}",
        url=url,
        title=line(f"{duty.text}{f' ({when})' if when else ''}"),
        summary=line(", ".join(filter(None, (duty_cards.who(duty), when, cards.name(record, build))))),
        html=clean(html),
        published=published(record),
        modified=record.modified,
        tags=tuple(duty_words.level(level) for level in duty_words.LEVELS if level in duty.level),
        authors=(words.name("organs", record.organ),),
        image=None,
        files=(),
    )
