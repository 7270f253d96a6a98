"""`check --relations`: what does not hold among records, and citations that lead to no document of this site."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.domain.problems import Problem

KINDS = {"chua-co-tren-trang": "văn bản chưa có trên trang"}


def findings(build: Build) -> Iterator[Problem]:
    """Every reference to a document that is not on this site."""
    for key in build.library.names():
        for edge in build.library.relations.out(key):
            if edge.target is None:
                path = build.library.records[key].path
                yield Problem(path, 0, "chua-co-tren-trang", f"“{edge.text}” chưa có trên trang.")
