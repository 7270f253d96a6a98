"""What has become of organs and places, told from the days and ties of their words."""

import pytest

from plugins.domain import entities
from plugins.domain.dates import read
from plugins.domain.entity_changes import changes
from plugins.domain.words import Entry


def entry(key: str, began: str = "", ended: str = "", *heirs: str) -> Entry:
    """A word with its days and heirs."""
    return Entry(key=key, name=key, valid_from=read(began) if began else None, valid_to=read(ended) if ended else None, successor=heirs)


def told(*entries: Entry) -> list[tuple[str, tuple[str, ...], str]]:
    """Name, what was taken over, and day of each change, the newest first."""
    known = entities.of(entries)
    return [(one.name, one.others, one.day.iso) for one in changes(known, list(known.entries))]


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ((entry("a", "", "2025-06-30", "c"), entry("b", "", "2025-06-30", "c"), entry("c")), [("c#ke-tuc-2025", ("a", "b"), "2025-07-01")]),
        ((entry("cu", "", "2025-06-30", "moi"), entry("moi", "2025-07-01")), [("moi#ke-tuc-2025", ("cu",), "2025-07-01")]),
        ((entry("cu", "", "2025-12-31", "moi"), entry("moi", "2026-01-01")), [("moi#ke-tuc-2026", ("cu",), "2026-01-01")]),
        (
            (entry("a", "", "1996", "c"), entry("b", "", "2025-06-30", "c"), entry("c", "1976-02")),
            [("c#ke-tuc-2025", ("b",), "2025-07-01"), ("c#ke-tuc-1996", ("a",), "1996"), ("c#co-1976", (), "1976-02")],
        ),
        (
            (entry("a", "", "2025-06-30", "b", "c"), entry("b"), entry("c")),
            [("c#ke-tuc-2025", ("a",), "2025-07-01"), ("b#ke-tuc-2025", ("a",), "2025-07-01")],
        ),
        ((entry("a", "2008-08", "2025-06-30"),), [("a#het-2025", (), "2025-06-30"), ("a#co-2008", (), "2008-08")]),
        ((entry("a", "", "", "b"), entry("b")), []),
    ],
)
def test_changes_are_told_once_with_their_day(entries, found):
    """A merger, a new name, a division, an end and a beginning are one change each; what has no day is not told."""
    assert told(*entries) == found
