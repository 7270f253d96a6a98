"""A page for every collection, filled from the library, and the list of all collections."""

from collections.abc import Iterator
from functools import partial

from plugins.collections.views import CollectionListView, CollectionView
from plugins.context import cards, collecting, heads, lists
from plugins.context.build import Build
from plugins.context.outputs import Page, Shelf
from plugins.context.views import Fact, Link
from plugins.domain import addresses
from plugins.domain.records import Collection

_TITLE = "Bộ hồ sơ"
_INTRO = "Mỗi bộ gom những gì cần cho một việc, xếp theo thứ tự dùng: kế hoạch, hướng dẫn, biểu mẫu, báo cáo, tin bài."


def outputs(record: Collection, build: Build) -> Iterator[Page]:
    """The page of a collection."""
    changed = record.modified or record.date
    yield Page(
        addresses.of(record),
        "collection.html",
        partial(collection, record, build),
        record.path,
        changed.iso if changed else "",
        record=True,
    )


def shelves(build: Build) -> Iterator[Shelf]:
    """The list of all collections."""
    listed = partial(build.library.list, "collection")
    yield lists.shelf(listed, addresses.COLLECTIONS, "collections.html", partial(_list, build), build, "content/ho-so", (_TITLE, _INTRO))


def collection(record: Collection, build: Build) -> CollectionView:
    """One collection."""
    feed = heads.feed_link(build, "collection", record.slug, f"Nhận mục mới của bộ “{record.title}” (RSS)")
    return CollectionView(
        **heads.story(record, build, (_TITLE, addresses.COLLECTIONS), label=_TITLE, feeds=(feed,)),
        status=cards.choice("collection_status", record.status),
        status_key=record.status,
        notices=cards.notices(record),
        facts=_facts(record, build),
        parts=collecting.parts(record, build),
        feed=feed,
        source=cards.source(record),
    )


def _facts(record: Collection, build: Build) -> tuple[Fact, ...]:
    unit = cards.word_link("organs", record.unit, addresses.unit(record.unit), build, "unit") if record.unit else None
    facts = (
        Fact("Đơn vị phụ trách", (unit,) if unit else ()),
        Fact("Ngày lập", (Link(cards.day(record.date).short),) if record.date else ()),
        Fact("Cập nhật", (Link(cards.day(record.modified).short),) if record.modified else ()),
        Fact("Số mục", (Link(str(len(record.collects))),)),
        Fact("Chủ đề", tuple(cards.word_link("topics", t, addresses.topic(t), build, "topic") for t in record.topics)),
    )
    return tuple(fact for fact in facts if fact.values)


def _list(build: Build, part: lists.Slice) -> CollectionListView:
    feed = heads.feed_link(build, "collection", "", f"{_TITLE} – RSS")
    return CollectionListView(
        **lists.frame(part, _TITLE, _INTRO, (_TITLE, addresses.COLLECTIONS), label=_TITLE, feeds=(feed,)),
        cards=tuple(cards.card(record, build) for record in part.records),
        pager=part.pager,
        feed=feed,
        empty="Chưa có bộ hồ sơ nào.",
    )
