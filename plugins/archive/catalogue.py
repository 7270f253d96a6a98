"""The lists of the archive: all documents, by each facet, by the pairs of them that readers ask for, by number."""

from collections.abc import Callable, Iterator
from functools import partial

from plugins.archive import facets, finder
from plugins.archive.facets import ALL, NUMBER, ORGAN, PAIRS, Pair
from plugins.archive.views import DocumentListView, NumbersView
from plugins.context import cards, heads, lists
from plugins.context.build import Build
from plugins.context.facets import Facet
from plugins.context.outputs import Page, Shelf
from plugins.context.views import Fact, Group, Link
from plugins.domain import addresses
from plugins.domain.facets import UNNUMBERED
from plugins.domain.frozen import dataclass

ORDER = "Xếp từ văn bản mới nhất."
_ROOT = ("Văn bản", addresses.ARCHIVE)
_BLOCK = 50  # figures under one heading of the page of numbers


@dataclass(frozen=True)
class Subject:
    """What one list is about: its words, the steps that lead to it, links beside it. Made when a page of it is made."""

    title: str
    intro: str
    steps: tuple[tuple[str, str], ...]
    facets: Callable[[], tuple[Group, ...]] = tuple
    facts: tuple[Fact, ...] = ()
    feed: tuple[str, str] | None = None
    first: bool = False  # the archive itself


def shelves(build: Build) -> Iterator[Shelf]:
    """Every list of the archive."""
    yield _list(build, "document", "", addresses.ARCHIVE, _archive)
    for facet in ALL:
        for key in facet.there(build):
            yield _list(build, facet.kind, key, facet.address(key), partial(_single, facet, key))
    for pair in PAIRS:
        for key in build.library.keys(pair.kind):
            yield _list(build, pair.kind, key, pair.address(key), partial(_pair, pair, key))
    for key in build.library.keys(NUMBER.kind):
        yield _list(build, NUMBER.kind, key, NUMBER.address(key), partial(_number, key))
    yield Shelf("danh-sach:so", lambda: (Page(addresses.NUMBERS, "numbers.html", lambda: numbers(build), "content/van-ban"),))
    yield finder.names(build)


def _list(build: Build, kind: str, key: str, address: str, about: Callable[[Build], Subject]) -> Shelf:
    def view(part: lists.Slice) -> DocumentListView:
        subject, newest = about(build), part.number is None
        feed = heads.feed_link(build, *subject.feed, f"{subject.title} – RSS") if subject.feed else None
        feeds = (feed,) if feed else ()
        return DocumentListView(
            **lists.frame(part, subject.title, subject.intro, _ROOT, *subject.steps, label="Văn bản", feeds=feeds),
            facts=subject.facts,
            facets=subject.facets() if newest else (),
            rows=tuple(cards.row(d, build) for d in part.records),
            pager=part.pager,
            feed=feed,
            empty="Chưa có văn bản nào.",
            order=ORDER,
            ways=_ways(build) if newest else (),
            finder=finder.form(build) if subject.first and newest else None,
        )

    return lists.shelf(partial(build.library.list, kind, key), address, "documents.html", view, build, "content/van-ban")


def _ways(build: Build) -> tuple[Link, ...]:
    """Other ways to documents and to what they ask for."""
    calendar = (Link("Lịch công việc", build.href(addresses.CALENDAR)),) if build.library.has("duty") else ()
    return (Link("Tra theo số", build.href(addresses.NUMBERS)), *calendar)


def _archive(build: Build) -> Subject:
    intro = "Kế hoạch, hướng dẫn, công văn và các văn bản khác, có tệp để tải về."
    return Subject("Văn bản", intro, (), lambda: tuple(facet.counted(build) for facet in ALL), feed=("document", ""), first=True)


def _single(facet: Facet, key: str, build: Build) -> Subject:
    """A list by one facet. Beside it: what it divides into, with counts; the other values of the facet, without, so that a new
    document changes the lists that it is in and no others."""
    name = facet.name(build, key)
    title, intro = {
        "type": (name, f"Các văn bản thuộc loại {name.lower()}."),
        "year": (f"Văn bản năm {key}" if key.isdigit() else name, f"Các văn bản ban hành {_in(key)}."),
        "organ": (f"Văn bản của {name}", f"Các văn bản do {name} ban hành."),
        facets.LEVEL.kind: (f"Văn bản cấp {name.lower()}", f"Các văn bản do cấp {name.lower()} ban hành."),
        facets.STANDING.kind: (f"Văn bản: {name.lower()}", f"Các văn bản có tình trạng: {name.lower()}."),
        facets.TOPIC.kind: (f"Văn bản về {name}", f"Các văn bản thuộc chủ đề {name}."),
        facets.SIGNER.kind: (f"Văn bản do {name} ký", f"Các văn bản có chữ ký của {name}."),
    }[facet.kind]
    facts = (Fact("Đơn vị", (Link(name, build.href(addresses.unit(key))),)),) if facet is ORGAN else ()
    if facet is facets.TOPIC:
        facts = (Fact("Tin, văn bản, mô hình", (cards.word_link("topics", key, addresses.topic(key), build, "topic"),)),)
    feed = (facet.kind, key) if facet.kind in ("type", "organ") else None

    def beside() -> tuple[Group, ...]:
        parts = tuple(pair.within(build, key) for pair in PAIRS if pair.first is facet)
        others = () if facet is facets.SIGNER else (facet.group(build, dict.fromkeys(facet.there(build), ""), key),)
        return parts + others

    return Subject(title, intro, ((name if facet.kind != "year" else title, facet.address(key)),), beside, facts, feed)


def _pair(pair: Pair, key: str, build: Build) -> Subject:
    """A list by two facets."""
    one, _, two = key.rpartition("/")
    first, second = pair.first.name(build, one), pair.second.name(build, two)
    if pair.second is facets.YEAR:
        title = f"{first} năm {two}" if two.isdigit() else f"{first}, không rõ năm"
        intro = f"Các văn bản thuộc loại {first.lower()} ban hành {_in(two)}."
    else:
        title, intro = f"{second} của {first}", f"Các văn bản thuộc loại {second.lower()} do {first} ban hành."
    steps = ((first, pair.first.address(one)), (second, pair.address(key)))
    wider = (Link(f.name(build, k), build.href(f.address(k))) for f, k in ((pair.first, one), (pair.second, two)))
    other = Group("Xem rộng hơn", tuple(wider))
    return Subject(title, intro, steps, lambda: (other,))


def _in(year: str) -> str:
    return f"năm {year}" if year.isdigit() else "không rõ năm"


def _number(key: str, build: Build) -> Subject:
    """Documents of one figure."""
    said = "chưa ghi số" if key == UNNUMBERED else f"số {key}"
    steps = (("Tra theo số", addresses.NUMBERS), (said[:1].upper() + said[1:], NUMBER.address(key)))
    return Subject(f"Văn bản {said}", f"Các văn bản {said}, thuộc mọi loại, mọi năm.", steps)


def numbers(build: Build) -> NumbersView:
    """All figures in order; each leads to the documents of that figure."""
    title = "Tra văn bản theo số"
    intro = "Chọn phần số của văn bản, ví dụ 16 trong 16-HD/TĐTN-TCKT, để thấy mọi văn bản mang số ấy."
    blocks: dict[tuple[str, str], list[Link]] = {}
    for key in NUMBER.there(build):
        digits = int("0" + "".join(c for c in key.split("-")[0] if c in "0123456789"))
        start = (max(digits, 1) - 1) // _BLOCK * _BLOCK + 1
        block = ("Chưa ghi số, số khác", "khac") if not key[0].isdigit() else (f"Từ {start} đến {start + _BLOCK - 1}", str(start))
        blocks.setdefault(block, []).append(Link(NUMBER.name(build, key), build.href(NUMBER.address(key)), key))
    return NumbersView(
        **heads.frame(build, title, intro, addresses.NUMBERS, _ROOT, ("Tra theo số", addresses.NUMBERS), label="Văn bản"),
        intro=intro,
        blocks=tuple(Group(label, tuple(links), anchor) for (label, anchor), links in blocks.items()),
    )
