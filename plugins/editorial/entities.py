"""The page of a unit or a place: what it was and is, what lies in it, and everything that happened there, page by page.

After a merger nothing is rewritten: the old page keeps its records and says where it lives on."""

from collections.abc import Iterator
from functools import partial

from plugins.context import cards, changing, entities, heads, lists, structured
from plugins.context.build import Build
from plugins.context.outputs import Shelf
from plugins.context.views import Fact, Group, Link, Notice
from plugins.domain import addresses, dates, model_facets
from plugins.domain.entities import seats
from plugins.domain.fields import CHOICES
from plugins.domain.words import Entry
from plugins.editorial.views import EntityView

_LABEL = {"unit": "Đơn vị", "place": "Địa bàn"}
_ABOUT = {"unit": "Tin, văn bản và mô hình của đơn vị này.", "place": "Những gì đã diễn ra trên địa bàn này."}
_MODELS = 60  # models that are named on one page
LINE = "phan_truoc-nay"  # the part of the page that notices lead to


def shelves(build: Build) -> Iterator[Shelf]:
    """Every unit and every place that has records, or kin of such."""
    for kind in entities.VOCABULARIES:
        for key in entities.keys(build, kind):
            records = partial(build.library.list, kind, key)
            show = partial(view, kind, key, build=build)
            yield lists.shelf(records, entities.address(kind, key), "entity.html", show, build, "content/du-lieu", (kind, key))


def view(kind: str, key: str, part: lists.Slice, build: Build) -> EntityView:
    """One page of a unit or place. What it is, and what changes with every new record, stands on the newest page only."""
    entry, address, newest = entities.about(build, kind, key), entities.address(kind, key), part.number is None
    name = f"{_LABEL[kind]}: {entry.name}"
    feed = heads.feed_link(build, "unit", key, f"Nhận tin: {entry.name} (RSS)") if kind == "unit" and part.records else None
    models, more = _models(key, build) if kind == "place" and newest else ((), 0)
    data = (structured.entity(kind, key, build, address, _ABOUT[kind]),) if newest else ()
    return EntityView(
        **lists.frame(
            part, name, _ABOUT[kind], (entry.name, address), label=_LABEL[kind], feeds=(feed,) if feed else (), data=data,
            index=bool(part.records) or newest,
        ),
        notices=_notices(kind, entry, build),
        facts=_facts(kind, entry, build) if newest else (),
        line=_line(kind, key, build) if newest else (),
        within=_within(kind, key, build) if newest else (),
        models=models,
        more=more,
        cards=tuple(cards.card(r, build) for r in part.records if r.kind != "document"),
        rows=tuple(cards.row(r, build) for r in part.records if r.kind == "document"),
        pager=part.pager,
        feed=feed,
        empty="" if part.records else "Chưa có bài nào mang tên này; bài của thời trước, thời sau ở trang của các tên ấy.",
    )  # fmt: skip


def _notices(kind: str, entry: Entry, build: Build) -> tuple[Notice, ...]:
    """That a name is of the past, and where it lives on; then the editor's own word."""
    found = []
    if entry.valid_to:
        last, heirs = f"Tên này dùng đến hết {_when(entry.valid_to)}", entities.lives_on(build, kind, entry.key)
        if len(heirs) == 1:
            found.append(Notice("warning", f"{last}; nay thuộc", entities.link(build, kind, heirs[0])))
        elif heirs:
            where = Link("xem Trước đây và nay", f"{build.href(entities.address(kind, entry.key))}#{LINE}")
            found.append(Notice("warning", f"{last}; nay chia về {len(heirs)} nơi,", where))
        else:
            found.append(Notice("warning", f"{last}."))
    return (*found, *((Notice("info", entry.note),) if entry.note else ()))


def _when(moment) -> str:
    """A moment inside a sentence: “ngày 30/06/2025”, “năm 2008”."""
    return f"ngày {dates.short(moment)}" if moment.precision == "day" else dates.long(moment)


def _facts(kind: str, entry: Entry, build: Build) -> tuple[Fact, ...]:
    """What is known of a unit or place: names, level, from when to when, and who says so."""
    place = entities.link(build, "place", entry.place) if entry.place else None
    changed = changing.of(build, kind, entry.key)
    source = Link(entry.source.name, entry.source.url) if entry.source else None
    facts = (
        Fact("Tên đầy đủ", (Link(entry.full_name),) if entry.full_name and entry.full_name != entry.name else ()),
        Fact("Tên gọi khác", tuple(Link(a) for a in entry.aliases)),
        Fact("Cấp", (Link(CHOICES["level"][entry.level][0].capitalize()),) if entry.level else ()),
        Fact("Địa bàn", (place,) if place else ()),
        Fact("Thuộc", (entities.link(build, kind, entry.parent),) if entry.parent else ()),
        Fact("Có từ", (Link(dates.short(entry.valid_from)),) if entry.valid_from else ()),
        Fact("Đến hết", (Link(dates.short(entry.valid_to)),) if entry.valid_to else ()),
        Fact("Theo", (source,) if source else ()),
        Fact("Xem thêm", (Link(changing.TITLE, build.href(addresses.CHANGES)),) if changed else ()),
    )
    return tuple(f for f in facts if f.values)


def _line(kind: str, key: str, build: Build) -> tuple[Group, ...]:
    """What came before and what took over, each with its days and the number of its records, so that both ways are open."""
    known = entities.lines(build, kind)
    lasts = {k: last.iso if (last := entities.about(build, kind, k).valid_to) else "" for k in known.origins(key)}
    origins = sorted(lasts, key=lasts.__getitem__)
    heirs = known.heirs(key)
    holder = entities.lives_on(build, kind, key) if entities.about(build, kind, key).valid_to and not heirs else ()
    groups = (("Trước đây", origins), ("Nay là", heirs), ("Nay thuộc", holder))
    return tuple(Group(label, tuple(_kin(kind, k, build) for k in some)) for label, some in groups if some)


def _kin(kind: str, key: str, build: Build) -> Link:
    entry = entities.about(build, kind, key)
    days = [f"từ {dates.short(entry.valid_from)}"] if entry.valid_from else []
    days += [f"đến {dates.short(entry.valid_to)}"] if entry.valid_to else []
    count = build.library.count(kind, key)
    return entities.link(build, kind, key, ", ".join(filter(None, (" ".join(days), f"{count} bài" if count else ""))))


def _within(kind: str, key: str, build: Build) -> tuple[Group, ...]:
    """What lies right within a place and the organs that work there; what belongs to a unit. Only what has a page of its own."""

    def group(label: str, of: str, some) -> Group:
        return Group(label, tuple(link for link in (entities.link(build, of, k) for k in some) if link.href))

    below = entities.lines(build, kind).within.get(key, ())
    if kind == "unit":
        groups = (group("Đơn vị trực thuộc", "unit", below),)
    else:
        seated = seats(build.library.words.plain).get(key, ())
        groups = (group("Gồm các địa bàn", "place", below), group("Tổ chức ở đây", "unit", seated))
    return tuple(one for one in groups if one.links)


def _models(key: str, build: Build) -> tuple[tuple[Group, ...], int]:
    """The models of a place by the place that each names, its own first, those of its past names too; and how many are left out."""
    listed = build.library.list(model_facets.PLACE, key)
    groups: dict[str, list[Link]] = {}
    for model in listed[::-1][:_MODELS]:
        link = Link(model.title, cards.link(model, build).href, cards.choice("model_status", model.status))
        groups.setdefault(model.place, []).append(link)
    order = sorted(groups, key=lambda place: (place != key, place))
    names = (build.library.words.name("places", place) for place in order)
    return tuple(Group(name, tuple(groups[place])) for name, place in zip(names, order, strict=True)), max(len(listed) - _MODELS, 0)
