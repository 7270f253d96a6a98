"""`check --relations`: contradictions among citations, rings, and citations that lead to another site, nowhere, or to several documents."""

from collections.abc import Iterable, Iterator

from plugins.context.build import Build
from plugins.domain import doubts, meanings, relations, rings, surroundings
from plugins.domain.meanings import Meaning
from plugins.domain.problems import Problem
from plugins.domain.records import Record
from plugins.domain.relations import Edge

AWAY, UNCLEAR, PEER = "chua-co-tren-trang", "chua-ro-van-ban", "tren-trang-ban"
HEADS = {
    rings.CODE: "Các bài nối với nhau thành vòng",
    "loai-trai-ky-hieu": "Tên loại trái với ký hiệu",
    "ngay-trai-nhau": "Một văn bản được ghi hai ngày",
    "ngay-trai-van-ban": "Ngày khác với văn bản trên trang",
    "ngay-sau-bai": "Ngày sau ngày của bài viện dẫn",
    "ngay-khong-the": "Ngày hoặc năm không thể có",
    UNCLEAR: "Chưa rõ là văn bản nào",
    AWAY: "Chưa có trên trang",
    PEER: "Có trên trang bạn",
}
KINDS = {
    rings.CODE: "vòng quan hệ",
    **doubts.KINDS,
    UNCLEAR: "viện dẫn chưa rõ văn bản nào",
    AWAY: "văn bản chưa có trên trang",
    PEER: "văn bản có trên trang bạn",
}


def findings(build: Build) -> Iterator[Problem]:
    """Every doubt about a citation, every ring, and every document that is named and not found here, once for each file."""
    yield from (problem for problem in build.problems if problem.code in KINDS)
    library = build.library
    for key in library.names():
        edges = [edge for edge in library.relations.out(key) if edge.target is None]
        meant = library.relations.meanings(key)
        if not edges and all(one is None or one.target for one in meant):
            continue  # as nearly all are: its record and its words are not even asked for
        record, told = library.records[key], set()
        for text, line, candidates in _open(record, edges, meant, build):
            name = meanings.identity(text)
            if name not in told:
                told.add(name)
                yield _finding(record, text, line, candidates, build)


def _open(
    record: Record, edges: Iterable[Edge], meant: Iterable[Meaning | None], build: Build
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """What a record names and nobody can follow: words, line, candidates; first its declared references, then its text."""
    declared = {reference.text: reference.line for _kind, reference in relations.declared(record)}
    for edge in edges:
        if edge.text in declared:
            yield edge.text, declared[edge.text], edge.candidates
    cited = build.library.holdings.named(record.key).cited
    for mention, one in zip(cited, meant, strict=True):
        if one and one.target is None:
            yield one.text, mention.line, one.candidates


def _finding(record: Record, text: str, line: int, candidates: tuple[str, ...], build: Build) -> Problem:
    if candidates:
        hint = f"Có thể là: {', '.join(candidates)}. Ghi thêm ngày hoặc cơ quan ban hành ngay sau số."
        return Problem(record.path, line, UNCLEAR, f"“{text}” chưa rõ là văn bản nào.", hint)
    if there := build.neighbours.find(text, record):
        return Problem(record.path, line, PEER, f"“{text}” dẫn sang trang {there.site}: {there.name}.", there.url)
    cited = next(iter(meanings.cited_in(text)), None)
    same = [d.key for d in surroundings.bearing(cited, build.library)] if cited and cited.symbol else []
    hint = f"Trên trang có văn bản cùng số, của nơi khác hoặc năm khác: {', '.join(same)}." if same else ""
    return Problem(record.path, line, AWAY, f"“{text}” chưa có trên trang.", hint)
