"""What the pages of collections show: one collection, and the list of them.

Only shapes live here; `pages` fills them."""

from plugins.context.collecting import CollectedPart
from plugins.context.views import Card, Fact, Link, Listing, Pager, Story
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class CollectionView(Story):
    """Template collection.html; `collections` are those that this one belongs to."""

    status: str
    status_key: str
    facts: tuple[Fact, ...]
    parts: tuple[CollectedPart, ...]
    feed: Link
    source: Link | None


@dataclass(frozen=True)
class CollectionListView(Listing):
    """Template collections.html."""

    cards: tuple[Card, ...]
    pager: Pager
    feed: Link
    empty: str
