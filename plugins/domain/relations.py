"""How records hang together: who cites, implements, replaces, amends whom; news, documents and models of one matter.

Edges are found from declared references and from citations in the text; each edge is known at both ends. A printed number
that fits several documents is settled by day, organ and place, never by guess."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple, Protocol

from plugins.domain import citations
from plugins.domain.bearers import NOBODY, Bearers
from plugins.domain.frozen import dataclass
from plugins.domain.meanings import Meaning, cited_in, identity, meaning, meanings
from plugins.domain.mentions import Mention, Said
from plugins.domain.parts import Collected, Reference
from plugins.domain.problems import Problem
from plugins.domain.records import Document, Record
from plugins.domain.surroundings import standpoint
from plugins.domain.text import closest, slug
from plugins.domain.words import Words

# Declared fields that name other records, by kind of record, in the order in which they are shown.
FIELDS = {
    "document": ("legal_basis", "implements", "replaces", "amends", "related"),
    "news": ("documents", "models"),
    "model": ("directives", "derived_from", "similar", "evidence", "results", "milestones", "replication"),
    "collection": ("collects",),
    "comparison": ("compares",),
    "page": (),
}
# The kinds of record that a declared field may name; every other field names documents.
_FOLDERS = {"news": "tin-tuc/", "document": "van-ban/", "model": "mo-hinh/"}
_EXAMPLES = {"news": "tin-tuc/2026/ra-quan-don-kenh", "model": "mo-hinh/vuon-cay-giong"}
_KINDS = {"news": "tin", "document": "văn bản", "model": "mô hình", "collection": "bộ hồ sơ", "comparison": "bảng so sánh", "page": "trang"}
_SOURCES = ("news", "document")
_GOALS = {
    "models": ("model",),
    "derived_from": ("model",),
    "similar": ("model",),
    "evidence": ("news",),
    "results": _SOURCES,
    "milestones": _SOURCES,
    "collects": tuple(_KINDS),
    "compares": ("model",),
}


@dataclass(frozen=True)
class Edge:
    """`source` (a key) names `target` (a key, or None when it is not on this site) in field `kind` — or in its text:
    it `cites` a number, it `links`. `text` is what was written, `said` the first sentence of its text that names the target;
    `candidates` fit equally when the citation is ambiguous."""

    source: str
    kind: str
    target: str | None
    text: str
    candidates: tuple[str, ...] = ()
    said: Said | tuple[()] = ()


class Found(NamedTuple):
    """What was found about one record among the others: its edges, what each mention of its text means, and what does not hold."""

    edges: tuple[Edge, ...]
    meanings: tuple[Meaning | None, ...]
    problems: list[Problem]


class World(Protocol):
    """What the edges of one record depend on besides itself."""

    words: Words

    def record(self, key: str) -> Record | None:
        """A published record."""

    def hidden(self, key: str) -> bool:
        """Whether a key is that of a draft or of an embargoed record: to name one is an error."""

    def broken(self, key: str) -> bool:
        """Whether a key is that of a file that could not be read, and is reported as such."""

    def numbered(self, number: str) -> Bearers:
        """The published documents of one printed number (see citations.key), by their keys."""

    def names(self) -> list[str]:
        """The keys of all published records, for suggestions."""


def edges(record: Record, mentions: Iterable[Mention], linked: Iterable[str], world: World) -> Found:
    """The edges that leave one record, what its text means, and every reference of it that does not hold.

    `mentions` are the citations found in its text, `linked` the keys that its text links to."""
    mentions, problems, own = tuple(mentions), [], record.key
    found: dict[tuple[str, str], Edge] = {}
    named: dict[str, tuple[str, str] | None] = {own: None}  # a target, or what it is called elsewhere → its first edge

    def take(edge: Edge, kind: str, name: str) -> None:
        found.setdefault((name, kind), edge)
        named.setdefault(name, (name, kind))

    for kind, reference in declared(record):
        if edge := _declared_edge(record, kind, reference, world, problems):
            take(edge, kind, edge.target or identity(edge.text))
    meant = meanings(record, mentions, world)
    if isinstance(record, Document) and record.source:
        return Found(tuple(found.values()), meant, problems)  # its text is our summary: what that names, the document did not
    for mention, one in zip(mentions, meant, strict=True):
        if one is None or (not mention.citation.symbol and mention.citation.number):
            continue
        name = one.name
        if name not in named:
            named[name] = name, "cites"
            found[name, "cites"] = Edge(own, "cites", one.target, one.text, one.candidates, mention.said)
        elif (first := named[name]) and not found[first].said:
            found[first] = replace(found[first], said=mention.said)
    for target in linked:
        if target not in named and world.record(target):
            take(Edge(own, "links", target, target), "links", target)
    return Found(tuple(found.values()), meant, problems)


@dataclass(frozen=True)
class Known:
    """A `World` in memory. None among the `unseen` stands for a file that could not be read."""

    records: Mapping[str, Record]
    words: Words
    unseen: Mapping[str, Record | None]

    def record(self, key: str) -> Record | None:
        return self.records.get(key)

    def hidden(self, key: str) -> bool:
        return key in self.unseen

    def broken(self, key: str) -> bool:
        return key in self.unseen and self.unseen[key] is None

    def numbered(self, number: str) -> Bearers:
        return self._numbers.get(number, NOBODY)

    def names(self) -> list[str]:
        return list(self.records)

    @cached_property
    def _numbers(self) -> Mapping[str, Bearers]:
        found: dict[str, list[Document]] = defaultdict(list)
        for key in sorted(self.records):
            record = self.records[key]
            if isinstance(record, Document) and record.number:
                found[citations.key(record.number, None, record.symbol)].append(record)
        return {number: Bearers(some) for number, some in found.items()}


def declared(record: Record) -> Iterable[tuple[str, Reference]]:
    """Every reference of a record's front matter, with the field that holds it."""
    for name in FIELDS[record.kind]:
        for value in getattr(record, name):
            if isinstance(value, Collected):
                reference = value.record
            else:
                reference = value if isinstance(value, Reference) else value.document if name == "replication" else value.source
            if reference:
                yield name, reference


def _declared_edge(record: Record, kind: str, reference: Reference, world: World, problems: list[Problem]) -> Edge | None:
    text, goals = reference.text, _GOALS.get(kind, ("document",))
    named = world.record(text)
    if named and (text == record.key or named.kind not in goals):
        told = "chính bài này" if text == record.key else f"một {_KINDS[named.kind]}"
        wanted = "bài" if kind == "collects" else " hoặc ".join(_KINDS[goal] for goal in goals)
        hint = "Ghi đường dẫn của bài khác trong content/, hoặc bỏ dòng này."
        problems.append(Problem(record.path, reference.line, "sai-bai", f"“{text}” là {told}, ở đây cần một {wanted} khác.", hint))
        return None
    if named:
        return Edge(record.key, kind, text, text)
    if world.broken(text):
        return None
    if world.hidden(text):
        message, hint = f"“{text}” là bản nháp hoặc chưa tới ngày đăng, trong khi bài này đã đăng.", "Bỏ dòng này, hoặc cho đăng bài kia."
        problems.append(Problem(record.path, reference.line, "dan-toi-ban-nhap", message, hint))
        return None
    is_path = text.split("/", 1)[0] in ("van-ban", "mo-hinh", "ho-so", "so-sanh", "tin-tuc", "trang") and " " not in text
    if kind in ("legal_basis", "implements", "replaces", "amends", "related") and not is_path:
        found = cited_in(text)
        here = standpoint(record, world.words)
        meant = meaning(here, found[0], world, text, text=text) if found else Meaning(None, text)
        return Edge(record.key, kind, meant.target, text, meant.candidates)
    near = closest(text, world.names()) or (None if is_path else closest(f"{_FOLDERS.get(goals[0], '')}{slug(text)}", world.names()))
    example = _EXAMPLES.get(goals[0], "van-ban/2019/92-kh-tdtn-tckt")
    hint = f"Có phải “{near}”?" if near else f"Ghi đường dẫn của tệp trong content/, không ghi tên hay số, ví dụ: {example}"
    problems.append(Problem(record.path, reference.line, "khong-co-ban-ghi", f"Không có bài “{text}”.", hint))
    return None
