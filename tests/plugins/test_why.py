"""Why a file was made again, in the words of editors."""

import re

from plugins.context import tracing
from plugins.context.store import Store
from plugins.incremental import why
from plugins.incremental.manifest import Manifest


def lines(reasons: dict[str, list[str]], changed=(), gone=()) -> list[str]:
    """The lines of a build that made these files."""
    manifest = Manifest(Store(None), "https://vi-du.example")
    manifest.changed, manifest.gone = set(changed), set(gone)
    return why.lines(reasons, manifest)


def test_a_file_is_told_with_what_it_had_read():
    """Each file has a line with up to three reasons, in order of names, and says when its bytes stayed the same."""
    told = lines({"b": ["r:tin-tuc/2026/a"], "a": ["l:unit\tdoan-xa", "b:mo-hinh/m", "d:2026-01-01", "f:anh/a.jpg"], "c": []}, {"a", "c"})
    assert told == [
        "a ← danh sách unit doan-xa; thân bài mo-hinh/m; đã đến ngày 2026-01-01 và 1 lý do khác",
        "b ← phần khai báo của tin-tuc/2026/a (không đổi)",
        "c ← trang mới, hoặc tệp trên đĩa đã khác",
    ]


def test_files_that_went_are_told():
    """What is made no more stands at the end."""
    assert lines({"a": []}, {"a"}, {"c", "b"})[1:] == ["b ← được bỏ", "c ← được bỏ"]


def test_every_kind_of_cell_has_words():
    """Whatever a page can depend on has words of its own; none is shown as the machine writes it."""
    kinds = {name: value for name, value in vars(tracing).items() if name.isupper() and isinstance(value, str) and value.endswith(":")}
    assert len(kinds) > 12
    never = {tracing.PICTURE, tracing.CARD}  # told as the list of all pictures
    for name, kind in kinds.items():
        if kind not in never:
            (line,) = lines({"x": [f"{kind}mot\thai"]}, {"x"})
            said = line.removeprefix("x ← ")
            assert kind not in said and "\t" not in said and re.search(r"[à-ỹ]", said), name
