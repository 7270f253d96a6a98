"""The lists of the showcase: all models, by field, by status."""

from collections.abc import Iterator
from functools import partial

from plugins.context import cards, heads, lists
from plugins.context.build import Build
from plugins.context.outputs import Shelf
from plugins.context.views import Group, Link
from plugins.domain import addresses
from plugins.showcase.views import ModelListView

_LIFE = ("pilot", "scaled", "official", "ended")  # the order of a model's life


def shelves(build: Build) -> Iterator[Shelf]:
    """Every list of the showcase."""
    library, words = build.library, build.library.words
    root = (("Mô hình hay", addresses.SHOWCASE),)
    yield _list(
        build,
        partial(library.list, "model"),
        addresses.SHOWCASE,
        "Mô hình hay",
        "Cách làm hiệu quả của các cấp bộ Đoàn: làm thế nào, được gì, còn vướng gì.",
        root,
    )
    for key in library.keys("field"):
        address, name = addresses.model_field(key), words.name("fields", key)
        yield _list(
            build,
            partial(library.list, "field", key),
            address,
            f"Mô hình: {name}",
            words.entry("fields", key).summary or f"Các mô hình thuộc lĩnh vực {name.lower()}.",
            (*root, (name, address)),
        )
    for key in library.keys("model-status"):
        address, name = addresses.model_status(key_of(key)), cards.choice("model_status", key)
        yield _list(
            build,
            partial(library.list, "model-status", key),
            address,
            f"Mô hình ở giai đoạn {name.lower()}",
            f"Các mô hình đang ở giai đoạn {name.lower()}.",
            (*root, (name, address)),
        )


def key_of(status: str) -> str:
    """A status as it stands in an address: ``pilot`` → ``thi-diem``."""
    return {"pilot": "thi-diem", "scaled": "nhan-rong", "official": "chinh-thuc", "ended": "ket-thuc"}[status]


def _list(build: Build, records, address: str, title: str, intro: str, path) -> Shelf:
    def view(part: lists.Slice) -> ModelListView:
        words = lists.title(title, part)
        crumbs = heads.crumbs(build, *path) if part.number is None else heads.crumbs(build, *path, (f"Trang {part.number}", part.address))
        link = heads.feed_link(build, "model", "", "Mô hình hay – RSS")
        head = heads.head(
            build,
            words,
            intro if part.number is None else f"{intro} Trang {part.number}.",
            part.address,
            label="Mô hình hay",
            feeds=(link,),
            path=crumbs,
        )
        return ModelListView(
            head=head,
            crumbs=crumbs,
            title=words,
            intro=intro,
            facets=_facets(build, address) if part.number is None else (),
            cards=tuple(cards.card(r, build) for r in part.records),
            pager=part.pager,
            feed=link,
            empty="Chưa có mô hình nào.",
        )

    return lists.shelf(records, address, "models.html", view, build, "content/du-lieu", (title, intro))


def _facets(build: Build, current: str) -> tuple[Group, ...]:
    library, words = build.library, build.library.words
    fields = [e.key for e in words.lists.get("fields", ()) if library.has("field", e.key)]
    return (
        Group(
            "Lĩnh vực",
            tuple(
                Link(
                    words.name("fields", k),
                    build.href(addresses.model_field(k)),
                    str(len(library.list("field", k))),
                    addresses.model_field(k) == current,
                )
                for k in fields
            ),
            "field",
        ),
        Group(
            "Trạng thái",
            tuple(
                Link(
                    cards.choice("model_status", k),
                    build.href(addresses.model_status(key_of(k))),
                    str(len(library.list("model-status", k))),
                    addresses.model_status(key_of(k)) == current,
                )
                for k in _LIFE
                if library.has("model-status", k)
            ),
            "status",
        ),
    )
