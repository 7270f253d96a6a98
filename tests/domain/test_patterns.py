"""Expressions that are compiled late are right all the same."""

import gc
import importlib
import re
from pathlib import Path

import plugins
from plugins.domain.patterns import late


def test_every_late_expression_can_be_compiled():
    """No module holds an expression that fails when it is first used."""
    root = Path(plugins.__path__[0])
    for path in sorted(root.rglob("*.py")):
        if "late(" in path.read_text(encoding="utf-8"):
            importlib.import_module(".".join(("plugins", *path.relative_to(root).with_suffix("").parts)))
    found = [one for one in gc.get_objects() if type(one) is type(late(""))]
    assert len(found) > 100
    for one in found:
        assert one.groups >= 0


def test_a_late_expression_does_what_a_compiled_one_does():
    """Searching, replacing and splitting give the same, each time."""
    ours, theirs = late(r"(?P<a>\d+)-?", re.IGNORECASE), re.compile(r"(?P<a>\d+)-?", re.IGNORECASE)
    for _ in range(2):
        assert ours.sub("x", "12-a3") == theirs.sub("x", "12-a3") and ours.split("1-2a") == theirs.split("1-2a")
        assert ours.search("a12")["a"] == "12" and ours.pattern == theirs.pattern
