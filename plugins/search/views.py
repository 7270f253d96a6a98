"""What the search page shows. Only shapes live here."""

from plugins.context.views import Frame, Group
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class Inside:
    """The passages of so many `documents`: `href` of their JSON."""

    href: str
    documents: int


@dataclass(frozen=True)
class Shard:
    """The index of one year: `href` of its JSON, `count` of records; `inside`: the passages of its documents, newest first."""

    year: str
    href: str
    count: int
    inside: tuple[Inside, ...] = ()


@dataclass(frozen=True)
class SearchView(Frame):
    """Template search.html at /tim-kiem/. `groups` are the lists by year that serve without JavaScript;
    `manifest` is the address of the JSON that names all shards, `script` that of the theme's search.js."""

    action: str
    manifest: str
    groups: tuple[Group, ...]
    script: str = ""
