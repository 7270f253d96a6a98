"""The page of what has become of units and places: mergers, divisions, new names, the newest first; its feed is the matter of
syndication."""

from collections.abc import Iterator
from itertools import groupby

from plugins.context import changing, entities, heads
from plugins.context.build import Build
from plugins.context.outputs import Page, Shelf
from plugins.context.views import Group, Link, Pager
from plugins.domain import addresses
from plugins.editorial.views import EntityView

_SOURCE = "content/du-lieu"


def shelves(build: Build) -> Iterator[Shelf]:
    """The page, where anything is told of any unit or place."""
    if changing.told(build):
        page = Page(addresses.CHANGES, "entity.html", lambda: view(build), _SOURCE)
        yield Shelf(f"danh-sach:{addresses.CHANGES}", lambda: (page,))


def view(build: Build) -> EntityView:
    """All changes under their days."""
    feed = heads.feed_link(build, "change", "", f"Nhận tin: {changing.TITLE[:1].lower()}{changing.TITLE[1:]} (RSS)")
    step = (changing.TITLE, addresses.CHANGES)
    days = groupby(changing.told(build), key=lambda one: changing.when(one[1]))
    groups = (Group(day, tuple(_line(kind, change, build) for kind, change in some)) for day, some in days)
    return EntityView(
        **heads.frame(build, changing.TITLE, changing.ABOUT, addresses.CHANGES, step, label="Địa bàn, đơn vị", feeds=(feed,)),
        intro=changing.ABOUT,
        notices=(),
        facts=(),
        line=tuple(groups),
        within=(),
        models=(),
        more=0,
        cards=(),
        rows=(),
        pager=Pager("", None, None, None),
        feed=feed,
        empty="",
    )


def _line(kind: str, change, build: Build) -> Link:
    link = entities.link(build, kind, change.key)
    return Link(link.text, link.href, changing.what(kind, change, build))
