"""How a document hangs together with others, as its page tells it: lists with sentences, notices of what took its place.

The same as a drawing is made in `relation_map`."""

from collections.abc import Iterable, Iterator

from plugins.context import cards, cited
from plugins.context.build import Build
from plugins.context.standing import status, successors
from plugins.context.views import Link, Notice, Relation, Relations
from plugins.domain.records import Document, Model, News, Record
from plugins.domain.relations import Edge

# Kinds of edges → what the group is called on the page that names, and on the page that is named.
KINDS = (
    ("legal_basis", "Căn cứ", "Là căn cứ của"),
    ("implements", "Thực hiện", "Được thực hiện bởi"),
    ("replaces", "Thay thế", "Được thay thế bởi"),
    ("amends", "Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    ("cites", "Viện dẫn", "Được viện dẫn bởi"),
    ("related", "Liên quan", "Liên quan"),
    ("links", "Nhắc tới", "Được nhắc tới bởi"),
)
_TOLD = (("news", News, "Được nhắc tới trong tin"), ("models", Model, "Được nhắc tới trong mô hình"))
_MANY = 12  # news or models that are listed with their sentence: the newest


def relations(record: Document, build: Build) -> tuple[Relations, ...]:
    """What a document names and what names it, by kind, each with the sentence that says so; what is elsewhere stands as words."""
    library = build.library
    out, into = library.relations.out(record.key), library.relations.into(record.key)
    sources = {edge.source: library.records[edge.source] for edge in into}
    groups = []
    for kind, name, back in KINDS:
        named = [_named(edge, build) for edge in out if edge.kind == kind and _is_document(edge.target, build)]
        naming = [_naming(edge, sources, build) for edge in into if edge.kind == kind and isinstance(sources[edge.source], Document)]
        if name == back:
            named, naming = list({one.href or one.text: one for one in (*named, *naming)}.values()), []
        groups += [Relations(name, tuple(named), kind)] if named else []
        groups += [Relations(back, tuple(naming), f"{kind}-by")] if naming else []
    for key, kind, name in _TOLD:
        edges = {edge.source: edge for edge in into if edge.said and isinstance(sources[edge.source], kind)}
        newest = cards.records_of(edges.values(), "source", build, kind)[:_MANY]
        groups += [Relations(name, tuple(_naming(edges[one.key], sources, build) for one in newest), key)] if newest else []
    return tuple(groups)


def silent(records: Iterable[Record], record: Document, build: Build) -> Iterator[Record]:
    """Those records whose text says nothing of a document in a sentence: they name it in their front matter only."""
    telling = {edge.source for edge in build.library.relations.into(record.key) if edge.said}
    return (one for one in records if one.key not in telling)


def replaced(record: Document, build: Build) -> tuple[Notice, ...]:
    """What has taken the place of a document, through the whole chain, and whether that holds."""
    direct, last = successors(record, build)
    found = [Notice("replaced", "Văn bản này đã được thay thế bởi", _with_status(one, build)) for one in direct]
    return (*found, *(Notice("replaced", "Đến nay, thay cho văn bản này là", _with_status(one, build)) for one in last))


def _with_status(document: Document, build: Build) -> Link:
    link, words = cards.link(document, build), status(document, build)
    return Link(link.text, link.href, words[:1].lower() + words[1:])


def _is_document(key: str | None, build: Build) -> bool:
    return key is None or isinstance(build.library.records[key], Document)


def _named(edge: Edge, build: Build) -> Relation:
    if edge.target:
        return _to(build.library.records[edge.target], build, edge)
    there = None if edge.candidates else build.neighbours.find(edge.text, build.library.records[edge.source])
    if there:
        return Relation(edge.text, there.url, f"trên trang {there.site}", *_said(edge))
    return Relation(edge.text, "", cited.UNCLEAR if edge.candidates else cited.AWAY, *_said(edge))


def _naming(edge: Edge, sources: dict[str, Record], build: Build) -> Relation:
    return _to(sources[edge.source], build, edge)


def _to(record: Record, build: Build, edge: Edge | None = None) -> Relation:
    link = cards.link(record, build)
    day = cards.day(getattr(record, "date", None))
    note = (record.title if isinstance(record, Document) and record.number else "") or (day.short if day else "")
    return Relation(link.text, link.href, note, *_said(edge))


def _said(edge: Edge | None) -> tuple[str, str, str]:
    return edge.said if edge and edge.said else ("", "", "")
