"""Signs of what has been seen: nothing that was seen is ever missed."""

from plugins.incremental.signs import Signs


def test_what_was_seen_is_known_and_hardly_anything_else():
    """Of many texts that were noted each is known; of as many others, very few seem to be."""
    signs, seen, others = Signs(), [f"tep:tin-tuc/{n}" for n in range(20_000)], [f"tep:van-ban/{n}" for n in range(20_000)]
    assert not any(text in signs for text in others)
    for text in seen:
        signs.add(text)
    assert all(text in signs for text in seen) and sum(text in signs for text in others) < 200
