"""What the pages of collections show: one collection, and the list of them.

Only shapes live here; `pages` fills them."""

from markupsafe import Markup

from plugins.context.views import Card, CollectedPart, Fact, Head, Link, Notice, Pager
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class CollectionView:
    """Template collection.html; `collections` are those that this one belongs to."""

    head: Head
    crumbs: tuple[Link, ...]
    title: str
    summary: str
    status: str
    status_key: str
    notices: tuple[Notice, ...]
    facts: tuple[Fact, ...]
    body: Markup
    parts: tuple[CollectedPart, ...]
    feed: Link
    source: Link | None
    collections: tuple[Link, ...] = ()


@dataclass(frozen=True)
class CollectionListView:
    """Template collections.html."""

    head: Head
    crumbs: tuple[Link, ...]
    title: str
    intro: str
    cards: tuple[Card, ...]
    pager: Pager
    feed: Link
    empty: str
