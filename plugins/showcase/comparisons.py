"""The pages that put models side by side: one for every prepared comparison, and the one for any choice, which lists those too."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlencode

from plugins.context import cards, heads, lists, theme
from plugins.context.build import Build
from plugins.context.outputs import File, Page, Shelf
from plugins.context.views import Link
from plugins.domain import addresses, compared
from plugins.domain.records import Comparison, Model
from plugins.showcase import briefs, comparing, data
from plugins.showcase.comparison_views import CompareTool, CompareView, ComparisonView, Picker
from plugins.showcase.overviews import ROOT

NAMES = f"{addresses.COMPARE}ten.json"
_TITLE = "So sánh mô hình"
_SOURCE = "content/so-sanh"


def outputs(record: Comparison, build: Build) -> Iterator[Page]:
    """The page of a prepared comparison."""
    changed = record.modified or record.date
    day = changed.iso if changed else ""
    yield Page(addresses.of(record), "comparison.html", partial(comparison, record, build), record.path, day, record=True)


def shelves(build: Build) -> Iterator[Shelf]:
    """The page for any choice, and the pages of the list of prepared ones."""
    yield lists.shelf(
        partial(build.library.list, "comparison"), addresses.COMPARE, "compare.html", partial(_compare, build), build, _SOURCE
    )


def names(build: Build) -> File:
    """The names of all models for the script, from their own data: [slug, name, unit, place]; made late."""
    return File(NAMES, partial(_names, build), "content/mo-hinh")


def _names(build: Build) -> bytes:
    return b"[\n" + b",\n".join(one.name for one in data.cuttings(build)) + b"\n]\n"


def comparison(record: Comparison, build: Build) -> ComparisonView:
    """One prepared comparison."""
    models = [one for reference in record.compares if isinstance(one := build.library.records[reference.text], Model)]
    return ComparisonView(
        **heads.story(record, build, ROOT, (_TITLE, addresses.COMPARE), label=_TITLE),
        notices=cards.notices(record),
        models=tuple(comparing.column(model, build) for model in models),
        rows=comparing.rows(models, build),
        source=cards.source(record),
        change=choice(models, build),
        every=Link("Mọi bảng so sánh", build.href(addresses.COMPARE)),
        threads=briefs.links(models, build, least=2),
    )


def choice(models: list[Model], build: Build) -> str:
    """The address at which the script puts these models side by side."""
    return f"{build.href(addresses.COMPARE)}?{urlencode([('m', model.slug) for model in models])}"


def prepared(model: Model, build: Build) -> tuple[Link, ...]:
    """The prepared comparisons in which a model stands."""
    found = {edge.source for edge in build.library.relations.to(model.key, "compares")}
    return tuple(cards.link(build.library.records[key], build) for key in sorted(found))


def picker(build: Build) -> Picker:
    """What the script on lists of models is told."""
    return Picker(build.href(addresses.COMPARE), compared.MOST, build.prefix + theme.find(build.assets, "picks.js"))


def _compare(build: Build, part: lists.Slice) -> CompareView:
    intro = "Đặt hai đến bốn mô hình cạnh nhau: làm gì, cho ai, các bước, kết quả, cần gì, còn vướng gì."
    return CompareView(
        **lists.frame(part, _TITLE, intro, ROOT, (_TITLE, addresses.COMPARE), label=_TITLE),
        cards=tuple(cards.card(record, build) for record in part.records),
        pager=part.pager,
        empty="Chưa có bảng so sánh nào soạn sẵn.",
        tool=_tool(build) if part.number is None else None,
    )


def _tool(build: Build) -> CompareTool:
    fold, script = (build.prefix + theme.find(build.assets, name) for name in ("search.js", "compare.js"))
    return CompareTool(build.href(addresses.SHOWCASE), build.href(NAMES), compared.MOST, fold, script, comparing.rows((), build))
