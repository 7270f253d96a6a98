"""What a collection holds, as pages and feeds show it: each thing with its name, its kind, and where it leads.

Who may stand in a collection is judged in `domain.collected` and by the newsroom."""

from plugins.context import cards
from plugins.context.build import Build
from plugins.context.views import Day
from plugins.domain import addresses, collected, numbers
from plugins.domain.frozen import dataclass
from plugins.domain.parts import Collected
from plugins.domain.records import Collection, Comparison, Document, Model, News, Record

OUTSIDE = "Trang ở nơi khác"


@dataclass(frozen=True)
class CollectedItem:
    """One thing of a collection. `kind` that of a card, or file | outside; `mark` says in words what it is
    (“Kế hoạch 12-KH/TĐTN”, “Tệp PDF, 48 kB”), `note` what it is there for."""

    number: int
    kind: str
    mark: str
    title: str
    href: str
    note: str = ""
    day: Day | None = None
    status: str = ""
    status_key: str = ""


@dataclass(frozen=True)
class CollectedPart:
    """A part of a collection under its name, which may be ''."""

    name: str
    items: tuple[CollectedItem, ...]


def parts(record: Collection, build: Build) -> tuple[CollectedPart, ...]:
    """Its parts in order, each with its items; the numbers run through."""
    return tuple(
        CollectedPart(name, tuple(_item(number, item, build) for number, item in items)) for name, items in collected.parts(record.collects)
    )


def _item(number: int, item: Collected, build: Build) -> CollectedItem:
    if item.record:
        return _record(number, item, build.library.records[item.record.text], build)
    if item.file:
        return _file(number, item, build)
    return CollectedItem(number, "outside", OUTSIDE, item.label, item.url, item.note)


def _record(number: int, item: Collected, record: Record, build: Build) -> CollectedItem:
    words, day, status, status_key = build.library.words, cards.day(record.date), "", ""
    match record:
        case News():
            kind = words.name("categories", record.category)
        case Document():
            kind = cards.name(record, build) if record.number else words.name("types", record.type)
            status, status_key = cards.status(record, build), cards.standing(record, build)
        case Model():
            kind, status, status_key = "Mô hình", cards.choice("model_status", record.status), record.status
        case Collection():
            kind, day = "Bộ hồ sơ", None
        case Comparison():
            kind, day = "Bảng so sánh", None
        case _:
            kind = "Trang"
    href = build.href(addresses.of(record))
    return CollectedItem(number, record.kind, kind, item.label or record.title, href, item.note, day, status, status_key)


def _file(number: int, item: Collected, build: Build) -> CollectedItem:
    folder, _, name = item.file.rpartition("/")
    document = build.library.records[folder]
    facts = build.attachments.facts(build.content / folder / name)
    label = item.label or next(file.label for file in document.files if file.path == name)
    kind = ", ".join(filter(None, (f"Tệp {facts.ending.upper()}", numbers.size(facts.size), f"{facts.pages} trang" if facts.pages else "")))
    return CollectedItem(number, "file", kind, label, build.href(addresses.of(document) + name), item.note)
