"""The table of targets across documents: all, by level, by the year in which their time ends."""

from collections.abc import Iterator
from functools import partial

from plugins.context import agenda, duty_cards, lists
from plugins.context.build import Build
from plugins.context.outputs import Shelf
from plugins.context.views import Group, Link
from plugins.domain import addresses, duty_words
from plugins.domain.parts import Target
from plugins.domain.records import Document
from plugins.duties.lines import slug
from plugins.duties.views import TargetLine, TargetsView

NAME, _OTHER = "Bảng chỉ tiêu", "khac"
_ABOUT = "Mức mà các văn bản đặt ra, văn bản mới nhất ở trên; mỗi dòng dẫn tới chỗ ghi chỉ tiêu ấy."


def shelves(build: Build) -> Iterator[Shelf]:
    """The table, cut into pages of documents."""
    library = build.library
    yield _list(build, "", "", addresses.TARGETS, NAME)
    for level in duty_words.LEVELS:
        if library.has("target-level", level):
            yield _list(build, "target-level", level, addresses.target_level(slug(level)), f"Chỉ tiêu: {duty_words.level(level).lower()}")
    for year in library.keys("target-year"):
        yield _list(build, "target-year", year, addresses.target_year(year), f"Chỉ tiêu {_year(year).lower()}")


def _year(key: str) -> str:
    return "Không ghi năm" if key == _OTHER else f"Năm {key}"


def _list(build: Build, kind: str, key: str, address: str, title: str) -> Shelf:
    records = partial(build.library.list, kind or "target", key)
    view = partial(_view, build, kind, key, address, title)
    return lists.shelf(records, address, "target-table.html", view, build, "content/van-ban", (kind, key, title))


def _view(build: Build, kind: str, key: str, address: str, title: str, part: lists.Slice) -> TargetsView:
    steps = [("Lịch công việc", addresses.CALENDAR), (NAME, addresses.TARGETS)]
    steps += [(title, address)] if kind else []
    return TargetsView(
        **lists.frame(part, title, _ABOUT, *steps, label="Chỉ tiêu"),
        facets=_facets(build, address) if part.number is None else (),
        lines=tuple(
            line(record, target, build) for record in part.records for target in record.targets if _fits(record, target, kind, key)
        ),
        pager=part.pager,
        ways=(Link("Lịch công việc", build.href(addresses.CALENDAR)),),
        empty="Chưa có văn bản nào đặt chỉ tiêu.",
    )


def _fits(record: Document, target: Target, kind: str, key: str) -> bool:
    if kind == "target-level":
        return key in target.level
    return not kind or agenda.year(target, record) == key


def line(record: Document, target: Target, build: Build) -> TargetLine:
    """One target of a document."""
    where = build.href(duty_cards.place(record, target.item, build))
    name = Link(duty_cards.name(record, build), where)
    return TargetLine(target.text, duty_words.amount(target), duty_cards.who(target), target.period, name, target.item)


def _facets(build: Build, current: str) -> tuple[Group, ...]:
    library = build.library

    def link(words: str, kind: str, key: str, address: str) -> Link:
        return Link(words, build.href(address), str(library.count(kind, key)), address == current)

    levels = [level for level in duty_words.LEVELS if library.has("target-level", level)]
    years = reversed(library.keys("target-year"))
    by_level = tuple(link(duty_words.level(k), "target-level", k, addresses.target_level(slug(k))) for k in levels)
    by_year = tuple(link(_year(k), "target-year", k, addresses.target_year(k)) for k in years)
    groups = (Group("Cấp thực hiện", by_level, "level"), Group("Thời gian", by_year, "year"))
    return tuple(group for group in groups if group.links)
