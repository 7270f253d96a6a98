"""A feed, and what the feeds page shows. Only shapes live here."""

from plugins.context.views import Frame, Group
from plugins.domain import addresses
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class Feed:
    """One feed: the list it follows (`kind`, `key`), its name, what it carries, the address of the list's page."""

    kind: str
    key: str
    name: str
    about: str
    home: str
    source: str = "content/du-lieu"
    record: str = ""  # the key of the collection whose members it carries
    size: int = 0  # how many items it has at most; 0: as many as any
    brief: bool = False  # its items tell the summary, not the full text

    def address(self, ending: str) -> str:
        """Where it lives: `ending` xml (RSS) or json (JSON Feed)."""
        return addresses.feed(self.kind, self.key, ending)


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
    more: str = ""
