"""How records hang together: who cites, implements, replaces, amends whom; news, documents and models of one matter.

Edges are found from declared references and from citations in the text; each edge is known at both ends. A printed number
that fits several documents is settled by day, organ and place, never by guess."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.domain import citations
from plugins.domain.citations import Citation
from plugins.domain.parts import Reference
from plugins.domain.problems import Problem
from plugins.domain.records import Document, Model, News, Record
from plugins.domain.text import closest, fold
from plugins.domain.words import Words

# Declared fields that name other records, by kind of record, in the order in which they are shown.
FIELDS = {
    "document": ("legal_basis", "implements", "replaces", "amends", "related"),
    "news": ("documents", "models"),
    "model": ("directives", "derived_from", "similar", "evidence", "replication"),
    "page": (),
}
# The kind of record that a declared field may name; every other field names documents.
_GOALS = {"models": "model", "derived_from": "model", "similar": "model", "evidence": "news"}
_KINDS = {"news": "tin", "document": "văn bản", "model": "mô hình", "page": "trang"}
ACYCLIC = {"replaces": "thay thế", "derived_from": "kế thừa"}


@dataclass(frozen=True)
class Edge:
    """`source` (a key) names `target` (a key, or None when it is not on this site) in field `kind` — or in its text:
    it `cites` a number, it `links`. `text` is what was written; `candidates` fit equally when the citation is ambiguous."""

    source: str
    kind: str
    target: str | None
    text: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Relations:
    """All edges by both ends, in a stable order."""

    outgoing: Mapping[str, tuple[Edge, ...]]
    incoming: Mapping[str, tuple[Edge, ...]]

    def from_(self, key: str, kind: str) -> tuple[Edge, ...]:
        """Edges of one kind that leave a record."""
        return tuple(e for e in self.outgoing.get(key, ()) if e.kind == kind)

    def to(self, key: str, kind: str) -> tuple[Edge, ...]:
        """Edges of one kind that reach a record."""
        return tuple(e for e in self.incoming.get(key, ()) if e.kind == kind)

    @property
    def unresolved(self) -> tuple[Edge, ...]:
        """Edges that lead to no record of this site."""
        return tuple(e for edges in self.outgoing.values() for e in edges if e.target is None)


def relate(
    records: Mapping[str, Record],
    cited: Mapping[str, tuple[Citation, ...]],
    words: Words,
    hidden: Mapping[str, Record | None] | None = None,
    linked: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Relations, list[Problem]]:
    """Edges among published `records` (by key), and every reference that does not hold.

    `cited` are the citations found in each record's text, `linked` the keys that its text links to. `hidden` are drafts and
    embargoed records: to name one is an error; None stands for a file that could not be read."""
    archive = _Archive(records, words)
    edges: dict[tuple, Edge] = {}
    problems: list[Problem] = []
    for key in sorted(records):
        record, named = records[key], {key}
        for kind, reference in declared(record):
            edge = _declared_edge(record, kind, reference, records, hidden or {}, archive, problems)
            if edge:
                edges.setdefault((key, edge.target or _identity(edge.text), kind), edge)
                named.add(edge.target or _identity(edge.text))
        if isinstance(record, Document) and record.source:
            continue  # its text is our summary: what that names, the document did not
        for citation in cited.get(key, ()):
            edge = archive.edge(record, citation)
            if edge and (edge.target or _identity(edge.text)) not in named:
                edges.setdefault((key, edge.target or _identity(edge.text), "cites"), edge)
                named.add(edge.target or _identity(edge.text))
        for target in (linked or {}).get(key, ()):
            if target not in named and target in records:
                edges.setdefault((key, target, "links"), Edge(key, "links", target, target))
    outgoing, incoming = defaultdict(list), defaultdict(list)
    for edge in edges.values():
        outgoing[edge.source].append(edge)
        if edge.target:
            incoming[edge.target].append(edge)
    relations = Relations({k: tuple(v) for k, v in outgoing.items()}, {k: tuple(v) for k, v in incoming.items()})
    return relations, problems + _cycles(records, relations)


def declared(record: Record) -> Iterable[tuple[str, Reference]]:
    """Every reference of a record's front matter, with the field that holds it."""
    for name in FIELDS[record.kind]:
        for value in getattr(record, name):
            reference = value if isinstance(value, Reference) else value.document
            if reference:
                yield name, reference


def _declared_edge(record, kind, reference, records, hidden, archive, problems) -> Edge | None:
    text = reference.text
    goal = _GOALS.get(kind, "document")
    if text in records and (text == record.key or records[text].kind != goal):
        told = "chính bài này" if text == record.key else f"một {_KINDS[records[text].kind]}"
        hint = "Ghi đường dẫn của bài khác trong content/, hoặc bỏ dòng này."
        problems.append(Problem(record.path, reference.line, "sai-bai", f"“{text}” là {told}, ở đây cần một {_KINDS[goal]} khác.", hint))
        return None
    if text in records:
        return Edge(record.key, kind, text, text)
    if text in hidden and hidden[text] is None:
        return None  # too broken to be read, and reported as such
    if text in hidden:
        message, hint = f"“{text}” là bản nháp hoặc chưa tới ngày đăng, trong khi bài này đã đăng.", "Bỏ dòng này, hoặc cho đăng bài kia."
        problems.append(Problem(record.path, reference.line, "dan-toi-ban-nhap", message, hint))
        return None
    is_path = text.split("/", 1)[0] in ("van-ban", "mo-hinh", "tin-tuc", "trang") and " " not in text
    if kind in ("legal_basis", "implements", "replaces", "amends", "related") and not is_path:
        found = citations.find(text)
        return archive.edge(record, found[0], kind, text) if found else Edge(record.key, kind, None, text)
    near = closest(text, list(records))
    hint = f"Có phải “{near}”?" if near else "Ghi đường dẫn của tệp trong content/, ví dụ: van-ban/2019/92-kh-tdtn-tckt"
    problems.append(Problem(record.path, reference.line, "khong-co-ban-ghi", f"Không có bài “{text}”.", hint))
    return None


def _identity(text: str) -> str:
    """What two spellings of one outside document share: its number, else its words."""
    found = citations.find(text)
    return citations.key(found[0].number, found[0].year, found[0].symbol) if found and found[0].symbol else fold(text)


class _Archive:
    """The documents by printed number, and the judgement of which one a citation means."""

    def __init__(self, records: Mapping[str, Record], words: Words):
        self.words, self.records = words, records
        self.by_number: dict[str, list[Document]] = defaultdict(list)
        for key in sorted(records):
            record = records[key]
            if isinstance(record, Document) and record.number:
                self.by_number[citations.key(record.number, None, record.symbol)].append(record)

    def edge(self, record: Record, citation: Citation, kind: str = "cites", text: str = "") -> Edge | None:
        """The edge that a citation makes; a short form without symbol makes none (its full form did)."""
        text = text or " ".join(citation.raw.split())
        if citation.alias:
            found = None if citation.alias in self.records else next(iter(citations.find(citation.alias)), None)
            if found:
                return self.edge(record, found, kind, text)
            return Edge(record.key, kind, citation.alias if citation.alias in self.records else None, text)
        if not citation.number or not citation.symbol:
            return Edge(record.key, kind, None, text) if kind != "cites" else None
        fitting = self._fitting(record, citation)
        if len(fitting) == 1:
            return Edge(record.key, kind, fitting[0].key, text)
        return Edge(record.key, kind, None, text, tuple(d.key for d in fitting))

    def _fitting(self, record: Record, citation: Citation) -> list[Document]:
        found = self.by_number.get(citations.key(citation.number, citation.year, citation.symbol)) or self.by_number.get(
            citations.key(citation.number, None, citation.symbol), []
        )
        if citation.year:
            found = [d for d in found if not d.date or d.date.iso[:4] == citation.year]
        if citation.date:
            same_day = [d for d in found if d.date and d.date.iso[:10] == citation.date]
            found = same_day or [d for d in found if not d.date or d.date.iso[:4] == citation.date[:4]]
        near = [d for d in found if self._central(d) or self._surroundings(record) & self._home(d)]
        if citation.date and not near:
            near = [d for d in found if d.date and d.date.iso[:10] == citation.date]
        return near

    def _central(self, document: Document) -> bool:
        entry = self.words.entry("organs", document.organ)
        return entry is not None and entry.level == "central"

    def _home(self, document: Document) -> set[str]:
        return {document.organ} | self._around(document.organ)

    def _around(self, organ: str) -> set[str]:
        """The places that an organ works in, up to the province."""
        entry = self.words.entry("organs", organ)
        return self._upward(entry.place) if entry else set()

    def _upward(self, place: str) -> set[str]:
        """A place and all that hold it."""
        places: set[str] = set()
        while place and place not in places:
            places.add(place)
            above = self.words.entry("places", place)
            place = above.parent if above else ""
        return places

    def _surroundings(self, record: Record) -> set[str]:
        """Organs and places that a record speaks of."""
        match record:
            case Document():
                return self._home(record)
            case Model():
                return {record.unit} | self._upward(record.place) | self._around(record.unit)
            case News():
                return set(record.units).union(*map(self._around, record.units), *map(self._upward, record.places))
        return set()


def _cycles(records: Mapping[str, Record], relations: Relations) -> list[Problem]:
    """A record that replaces (or derives from) itself by any way round; one problem a cycle, at its first file."""
    problems = []
    for kind, words in ACYCLIC.items():
        after = {key: [e.target for e in edges if e.kind == kind and e.target] for key, edges in relations.outgoing.items()}
        done: set[str] = set()
        for start in sorted(after):
            path, ways = ([start], [iter(after[start])]) if start not in done else ([], [])
            places = {start: 0}  # where each record stands on the path
            while path:
                target = next(ways[-1], None)
                if target is None:
                    done.add(path[-1])
                    places.pop(path.pop())
                    ways.pop()
                elif target in places:
                    problems.append(_ring(path[places[target] :], kind, words, records))
                elif target not in done:
                    places[target] = len(path)
                    path.append(target)
                    ways.append(iter(after.get(target, ())))
    return problems


def _ring(ring: list[str], kind: str, words: str, records: Mapping[str, Record]) -> Problem:
    first, way = records[min(ring)], " → ".join([*ring, ring[0]])
    message, hint = f"Các bài {words} lẫn nhau thành vòng: {way}.", f"Bỏ một dòng “{words}” để vòng được mở."
    return Problem(first.path, first.line(kind), "vong-lap", message, hint)
