"""What the feeds page shows. Only shapes live here."""

from plugins.context.views import Frame, Group
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class FeedLine:
    """One feed: its name, its RSS and its JSON Feed address, and what it carries."""

    name: str
    rss: str
    json: str
    about: str


@dataclass(frozen=True)
class FeedGroup:
    """Feeds of one kind."""

    label: str
    feeds: tuple[FeedLine, ...]


@dataclass(frozen=True)
class FeedsView(Frame):
    """Template feeds.html at /rss/: explains feeds in plain words and lists them."""

    groups: tuple[FeedGroup, ...]
    opml: str
    data: tuple[Group, ...]
