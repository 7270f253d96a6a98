"""What `check --<name>` tells about the whole content once it is sound: one module per report, none of it stops a build.

A report module has `KINDS` (code of a finding → what it is, for the counts, in their order) and `findings(build)`, which gives
`Problem`s; they are sorted, printed and counted here, kind by kind under the heads of `HEADS` (code → head) where the module has
them. Add the module's name to `NAMES`, and the option to `check` in tasks.py."""

import importlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType

from plugins.context.build import Build
from plugins.domain.numbers import format_number
from plugins.domain.problems import Problem

# Name (of the module, and of the option of `check`) → title in the terminal.
NAMES = {
    "relations": "Quan hệ giữa các bài",
    "models": "Hồ sơ mô hình",
    "lineage": "Mạch mô hình",
    "duties": "Việc và chỉ tiêu chưa khai báo",
    "printing": "Dấu mà bản in PDF không có",
}


def report(name: str, build: Build) -> str:
    """One report on a library that was read: its findings by file and line, and a closing line that counts them."""
    module = _module(name)
    found, heads = sorted(set(module.findings(build))), getattr(module, "HEADS", None)
    told = grouped(found, heads) if heads else map(line, found)
    return "\n".join([NAMES[name], *told, counts(found, module.KINDS)])


def codes(names: Iterable[str]) -> set[str]:
    """The codes of all that these reports tell."""
    return {code for name in names for code in _module(name).KINDS}


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"plugins.commands.reports.{name}")


def grouped(found: Iterable[Problem], heads: Mapping[str, str]) -> Iterator[str]:
    """Findings kind by kind, in the order of `heads`, by file and line within each."""
    found = list(found)
    for code, head in heads.items():
        if some := [one for one in found if one.code == code]:
            yield f"\n{head} ({format_number(len(some))})"
            yield from map(line, some)
    yield ""


def line(found: Problem) -> str:
    """One finding: where, what, and what may be done."""
    place = f"{found.path}:{found.line}" if found.line else found.path
    return f"{place}: {found.message}" + (f"\n    → {found.suggestion}" if found.suggestion else "")


def counts(found: Iterable[Problem], kinds: Mapping[str, str]) -> str:
    """How many findings there are of each kind, in words."""
    numbers = Counter(one.code for one in found)
    told = [f"{format_number(numbers[code])} {words}" for code, words in kinds.items() if numbers[code]]
    return f"Tất cả: {', '.join(told)}." if told else "Không có gì cần xem."
