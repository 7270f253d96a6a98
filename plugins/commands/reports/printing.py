"""`check --printing`: the signs of documents that their printed forms (PDF) will not show, whether or not forms are made."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.domain.problems import Problem
from plugins.editorial.desk import unprinted_sign

KINDS = {"dau-khong-in": "dấu không in được"}


def findings(build: Build) -> Iterator[Problem]:
    """Document by document: each sign once, on the first line that holds it."""
    for record in build.library.list("document"):
        for sign, line in build.library.holdings.named(record.key).signs:
            yield unprinted_sign(record.path, sign, line)
