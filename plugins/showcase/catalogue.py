"""The lists of the showcase: all models, by each facet and by two together, sorted by reach; the newest; and a page of all keys of each
facet."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from plugins.context import cards, entities, heads, lists
from plugins.context.build import Build
from plugins.context.facets import Facet
from plugins.context.outputs import Page, Shelf
from plugins.context.views import Fact, Group, Link, MovedView
from plugins.domain import addresses, model_facets
from plugins.domain.frozen import dataclass
from plugins.showcase import comparisons, facets, finder, overviews
from plugins.showcase.facets import ALL, AUDIENCE, FIELD, PAIRS, PLACE, SCALE, STATUS, YEAR, Pair
from plugins.showcase.overviews import NAME, ROOT
from plugins.showcase.views import ModelFacetView, ModelListView

BY_REACH = (
    "Xếp theo độ lan tỏa: con số lớn nhất trong “nhân rộng” của hồ sơ (mỗi cấp lấy lần đếm mới nhất), chưa có thì lấy số nơi thí điểm. "
    "Mô hình chưa ghi số đứng sau."
)
BY_DAY = "Xếp từ mô hình mới cập nhật nhất."
_SOURCE = "content/mo-hinh"
MANY = 30  # links of one facet beside a list; a page of their own has them all


@dataclass(frozen=True)
class Subject:
    """What one list is about: its words, the steps that lead to it, its feed (kind, key), links beside it."""

    title: str
    intro: str
    steps: tuple[tuple[str, str], ...] = ()
    feed: tuple[str, str] | None = ("model", "")
    facets: Callable[[], tuple[Group, ...]] = tuple
    facts: tuple[Fact, ...] = ()
    order: str = BY_REACH


def shelves(build: Build) -> Iterator[Shelf]:
    """Every list of the showcase."""
    yield _list(build, model_facets.REACH, "", addresses.SHOWCASE, _all)
    yield _list(build, "model", "", addresses.NEWEST_MODELS, _newest)
    for facet in ALL:
        for key in facet.there(build):
            yield _list(build, facet.kind, key, facet.address(key), partial(_single, facet, key))
    for pair in PAIRS:
        for key, told in build.library.pairs(pair.kind).items():
            address, goal = pair.address(key), pair.goal(key, told)
            if told.own:
                yield _list(build, pair.kind, key, address, partial(_double, pair, key))
            else:  # it may have been narrower once
                page = Page(address, "moved.html", partial(_led, pair, key, goal, build), _SOURCE, index=False, given=goal)
                yield Shelf(f"danh-sach:{address}", lambda page=page: (page,), goal)
    for facet in ALL:
        page = Page(above(facet), "model-facet.html", partial(every, facet, build), _SOURCE)
        yield Shelf(f"danh-sach:{page.address}", lambda page=page: (page,))


def above(facet: Facet) -> str:
    """The page of all keys of a facet."""
    return f"{addresses.SHOWCASE}{facet.parameter}/"


def _list(build: Build, kind: str, key: str, address: str, about: Callable[[Build], Subject]) -> Shelf:
    def view(part: lists.Slice) -> ModelListView:
        subject, first = about(build), part.number is None
        feed = heads.feed_link(build, *subject.feed, f"{subject.title} – RSS") if subject.feed else None
        feeds = (feed,) if feed else ()
        return ModelListView(
            **lists.frame(part, subject.title, subject.intro, ROOT, *subject.steps, label=NAME, feeds=feeds),
            facets=subject.facets() if first else (),
            cards=tuple(cards.card(r, build) for r in part.records),
            pager=part.pager,
            feed=feed,
            empty="Chưa có mô hình nào.",
            facts=subject.facts if first else (),
            order=subject.order,
            other=_other(subject, build) if first else None,
            picker=comparisons.picker(build),
            compare=Link("So sánh mô hình", build.href(addresses.COMPARE)) if first else None,
            finder=finder.form(build) if first and kind == model_facets.REACH else None,
        )

    return lists.shelf(partial(build.library.list, kind, key), address, "models.html", view, build, _SOURCE)


def _other(subject: Subject, build: Build) -> Link | None:
    """From all models by reach to the newest, and back."""
    if subject.steps:
        return Link("Xem theo độ lan tỏa", build.href(addresses.SHOWCASE)) if subject.order == BY_DAY else None
    return Link("Xem theo ngày cập nhật", build.href(addresses.NEWEST_MODELS))


def _all(build: Build) -> Subject:
    intro = "Cách làm hiệu quả của các cấp bộ Đoàn: làm thế nào, được gì, còn vướng gì."
    kin = Link("Mạch mô hình: cùng tên, cùng ý qua nhiều nơi, nhiều năm", build.href(addresses.THREADS))
    facts = (Fact("Xem thêm", (kin, *overviews.ways(build))),)
    return Subject(NAME, intro, facets=lambda: tuple(_counted(facet, build) for facet in ALL), facts=facts)


def _newest(build: Build) -> Subject:
    title = "Mô hình mới cập nhật"
    return Subject(title, "Mọi mô hình, xếp theo ngày đăng hoặc ngày rà soát.", ((title, addresses.NEWEST_MODELS),), order=BY_DAY)


def _single(facet: Facet, key: str, build: Build) -> Subject:
    """A list by one facet, and beside it the other keys, without counts: a new model changes the lists that it is in and no others."""
    name = facet.name(build, key)
    low = _low(name)
    title, intro = {
        FIELD.kind: (f"Mô hình: {name}", f"Các mô hình thuộc lĩnh vực {low}."),
        AUDIENCE.kind: (f"Mô hình cho {low}", f"Các mô hình dành cho {low}."),
        PLACE.kind: (f"Mô hình ở {name}", f"Các mô hình ở {name}, kể cả ở các nơi thuộc về hoặc đã nhập vào."),
        STATUS.kind: (f"Mô hình ở giai đoạn {low}", f"Các mô hình đang ở giai đoạn {low}."),
        YEAR.kind: (f"Mô hình từ năm {key}", f"Các mô hình bắt đầu từ năm {key}.")
        if key.isdigit()
        else ("Mô hình chưa rõ năm bắt đầu", "Các mô hình mà hồ sơ chưa ghi năm bắt đầu."),
        SCALE.kind: (f"Mô hình có ở {low}", f"Các mô hình mà hồ sơ ghi có ở {low}.")
        if key != model_facets.NO_SCALE
        else ("Mô hình chưa ghi số nơi", "Các mô hình mà hồ sơ chưa ghi đang có ở bao nhiêu nơi."),
    }[facet.kind]
    entry = build.library.words.about("fields", key) if facet is FIELD else None
    here = Link(f"Mọi tin, văn bản, mô hình ở {name}", build.href(addresses.place(key)))
    facts = (Fact("Xem thêm", (here,)),) if facet is PLACE and entities.has_page(build, "place", key) else ()
    steps = ((facet.label, above(facet)), (name, facet.address(key)))
    intro = entry.summary if entry and entry.summary else intro
    return Subject(title, intro, steps, (facet.kind, key), partial(_beside, facet, key, build), facts)


def _beside(facet: Facet, key: str, build: Build) -> tuple[Group, ...]:
    """Into what a list divides; the other keys of its facet, of many only the page that has them all; all other ways in."""
    parts = (pair.within(facet, key, build, MANY) for pair in PAIRS if facet in (pair.first, pair.second))
    ways = Group("Xem theo", tuple(Link(one.label, build.href(above(one))) for one in ALL))
    there = facet.there(build) if facet is not AUDIENCE else ()
    others = (facet.group(build, dict.fromkeys(there, ""), key),) if 1 < len(there) <= MANY else ()
    return (*(part for part in parts if part.links), *others, ways)


def _double(pair: Pair, key: str, build: Build) -> Subject:
    """A list by two facets, and beside it the lists by one of them; where it has no feed those of the two lists bring its models too."""
    one, _, two = key.partition("/")
    first, second = pair.names(build, key)
    what = f"Mô hình cho {_low(first)}" if pair.first is AUDIENCE else f"Mô hình: {first}"
    about = f"Các mô hình dành cho {_low(first)}" if pair.first is AUDIENCE else f"Các mô hình thuộc lĩnh vực {_low(first)}"
    more = {
        AUDIENCE.kind: (f", cho {_low(second)}", f", dành cho {_low(second)}."),
        PLACE.kind: (f", ở {second}", f", ở {second}, kể cả ở các nơi thuộc về hoặc đã nhập vào."),
        STATUS.kind: (f", {_low(second)}", f", đang ở giai đoạn {_low(second)}."),
    }[pair.second.kind]
    wider = ((name, facet.address(value)) for name, facet, value in ((first, pair.first, one), (second, pair.second, two)))
    beside = Group("Xem rộng hơn", tuple(Link(name, build.href(address)) for name, address in wider))
    steps = ((pair.first.label, above(pair.first)), (first, pair.first.address(one)), (second, pair.address(key)))
    told = build.library.pairs(pair.kind, key).get(key)
    if told and told.followed:
        return Subject(what + more[0], about + more[1], steps, (pair.kind, key), lambda: (beside,))
    feeds = ((pair.first, one, first), (pair.second, two, second))
    follow = Fact("Nhận tin qua RSS của danh sách", tuple(heads.feed_link(build, facet.kind, value, name) for facet, value, name in feeds))
    return Subject(what + more[0], about + more[1], steps, None, lambda: (beside,), (follow,))


def _led(pair: Pair, key: str, goal: str, build: Build) -> MovedView:
    """From a pair that is as wide as one of its two lists to that list."""
    title, target = "Danh sách ở địa chỉ khác", build.href(goal)
    head = heads.head(build, title, title, pair.address(key), label=NAME, index=False)
    name = pair.names(build, key)[goal != pair.first.address(key.partition("/")[0])]
    note = "Danh sách này gồm đúng những mô hình của danh sách dưới đây."
    return MovedView(replace(head, canonical=build.host(target)), title, note, Link(name, target))


def _low(name: str) -> str:
    return name[:1].lower() + name[1:]


def _counted(facet: Facet, build: Build) -> Group:
    """The keys of a facet with their counts: where there are many, those of most models and the way to all."""
    library = build.library
    counts = {key: library.count(facet.kind, key) for key in library.keys(facet.kind)}
    if len(counts) <= MANY:
        return facet.counted(build)
    most = sorted(counts, key=lambda key: (-counts[key], key))[:MANY]
    found = facet.group(build, {key: str(counts[key]) for key in facet.keys(build, most)})
    every = Link(f"Tất cả: {len(counts)}", build.href(above(facet)))
    return Group(found.label, (*found.links, every), found.key)


def every(facet: Facet, build: Build) -> ModelFacetView:
    """The page of all keys of a facet."""
    title = f"Mô hình theo {facet.label[:1].lower()}{facet.label[1:]}"
    about = f"Mọi danh sách mô hình theo {facet.label[:1].lower()}{facet.label[1:]}, kèm số mô hình trong từng danh sách."
    frame = heads.frame(build, title, about, above(facet), ROOT, (facet.label, above(facet)), label=NAME)
    ways = tuple(Link(one.label, build.href(above(one)), current=one is facet) for one in facets.ALL)
    return ModelFacetView(**frame, intro=about, ways=Group("Xem theo", ways), keys=facet.counted(build))
