"""`check --relations`: contradictions among citations, and those that lead to no document of this site or to more than one."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.domain import doubts, meanings, relations, surroundings
from plugins.domain.citations import find
from plugins.domain.problems import Problem
from plugins.domain.records import Record

AWAY, UNCLEAR, RING = "chua-co-tren-trang", "chua-ro-van-ban", "vong-lap"
KINDS = {**doubts.KINDS, UNCLEAR: "viện dẫn chưa rõ văn bản nào", AWAY: "văn bản chưa có trên trang", RING: "vòng quan hệ"}


def findings(build: Build) -> Iterator[Problem]:
    """Every doubt about a citation, and every document that is named and not found, once for each file."""
    yield from (problem for problem in build.problems if problem.code in KINDS)
    library = build.library
    for key in library.names():
        record, told = library.records[key], set()
        for text, line, candidates in _open(record, build):
            name = meanings.identity(text)
            if name not in told:
                told.add(name)
                yield _finding(record, text, line, candidates, build)


def _open(record: Record, build: Build) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """What a record names and nobody can follow: words, line, candidates; first its declared references, then its text."""
    declared = {reference.text: reference.line for _kind, reference in relations.declared(record)}
    for edge in build.library.relations.out(record.key):
        if edge.target is None and edge.text in declared:
            yield edge.text, declared[edge.text], edge.candidates
    cited = build.library.holdings.named(record.key).cited
    for mention, meant in zip(cited, build.library.relations.meanings(record.key), strict=True):
        if meant and meant.target is None:
            yield meant.text, mention.line, meant.candidates


def _finding(record: Record, text: str, line: int, candidates: tuple[str, ...], build: Build) -> Problem:
    if candidates:
        hint = f"Có thể là: {', '.join(candidates)}. Ghi thêm ngày hoặc cơ quan ban hành ngay sau số."
        return Problem(record.path, line, UNCLEAR, f"“{text}” chưa rõ là văn bản nào.", hint)
    cited = next(iter(find(text)), None)
    same = [d.key for d in surroundings.bearing(cited, build.library)] if cited and cited.symbol else []
    hint = f"Trên trang có văn bản cùng số, của nơi khác hoặc năm khác: {', '.join(same)}." if same else ""
    return Problem(record.path, line, AWAY, f"“{text}” chưa có trên trang.", hint)
