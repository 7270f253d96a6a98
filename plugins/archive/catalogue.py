"""The lists of the archive: all documents, by type, by year, by organ."""

from collections.abc import Iterator
from functools import partial

from plugins.archive.views import DocumentListView
from plugins.context import cards, heads, lists
from plugins.context.build import Build
from plugins.context.outputs import Shelf
from plugins.context.views import Fact, Group, Link
from plugins.domain import addresses

_YEAR = "Năm khác"


def shelves(build: Build) -> Iterator[Shelf]:
    """Every list of the archive."""
    library, words = build.library, build.library.words
    root = (("Văn bản", addresses.ARCHIVE),)
    yield _list(
        build,
        partial(library.list, "document"),
        addresses.ARCHIVE,
        "Văn bản",
        "Kế hoạch, hướng dẫn, công văn và các văn bản khác, có tệp để tải về.",
        "document",
        "",
        root,
    )
    for entry in words.lists.get("types", ()):
        if library.has("type", entry.key):
            address = addresses.document_type(entry.key)
            yield _list(
                build,
                partial(library.list, "type", entry.key),
                address,
                entry.name,
                f"Các văn bản thuộc loại {entry.name.lower()}.",
                "type",
                entry.key,
                (*root, (entry.name, address)),
            )
    for key in library.keys("year"):
        address, title = addresses.document_year(key), f"Văn bản năm {key}" if key.isdigit() else _YEAR
        yield _list(
            build,
            partial(library.list, "year", key),
            address,
            title,
            f"Các văn bản ban hành {'năm ' + key if key.isdigit() else 'không rõ năm'}.",
            "",
            key,
            (*root, (title, address)),
        )
    for key in library.keys("organ"):
        address, name = addresses.document_organ(key), words.name("organs", key)
        yield _list(
            build,
            partial(library.list, "organ", key),
            address,
            f"Văn bản của {name}",
            f"Các văn bản do {name} ban hành.",
            "organ",
            key,
            (*root, (name, address)),
        )


def _list(build: Build, records, address: str, title: str, intro: str, feed: str, key: str, path) -> Shelf:
    def view(part: lists.Slice) -> DocumentListView:
        words = lists.title(title, part)
        crumbs = heads.crumbs(build, *path) if part.number is None else heads.crumbs(build, *path, (f"Trang {part.number}", part.address))
        link = heads.feed_link(build, feed, key, f"{title} – RSS") if feed else None
        head = heads.head(
            build,
            words,
            intro if part.number is None else f"{intro} Trang {part.number}.",
            part.address,
            label="Văn bản",
            feeds=(link,) if link else (),
            path=crumbs,
        )
        facts = (
            (Fact("Đơn vị", (Link(build.library.words.name("organs", key), build.href(addresses.unit(key))),)),) if feed == "organ" else ()
        )
        return DocumentListView(
            head=head,
            crumbs=crumbs,
            title=words,
            intro=intro,
            facts=facts,
            facets=_facets(build, address) if part.number is None else (),
            rows=tuple(cards.row(d, build) for d in part.records),
            pager=part.pager,
            feed=link,
            empty="Chưa có văn bản nào.",
        )

    return lists.shelf(records, address, "documents.html", view, build, "content/du-lieu", (title, intro))


def _facets(build: Build, current: str) -> tuple[Group, ...]:
    """Types, years and organs with the number of their documents."""
    library, words = build.library, build.library.words

    def group(label: str, kind: str, keys, name, address_of) -> Group:
        return Group(
            label,
            tuple(Link(name(k), build.href(address_of(k)), str(len(library.list(kind, k))), address_of(k) == current) for k in keys),
            kind,
        )

    types = [e.key for e in words.lists.get("types", ()) if library.has("type", e.key)]
    return (
        group("Loại văn bản", "type", types, lambda k: words.name("types", k), addresses.document_type),
        group("Năm", "year", tuple(reversed(library.keys("year"))), lambda k: k if k.isdigit() else _YEAR, addresses.document_year),
        group("Cơ quan ban hành", "organ", library.keys("organ"), lambda k: words.name("organs", k), addresses.document_organ),
    )
