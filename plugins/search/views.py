"""What the search page shows. Only shapes live here."""

from plugins.context.views import Frame, Group
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class Shard:
    """The index of one year: `href` of its JSON, `count` of records; `inside` leads to the passages of its `documents`."""

    year: str
    href: str
    count: int
    inside: str = ""
    documents: int = 0


@dataclass(frozen=True)
class SearchView(Frame):
    """Template search.html at /tim-kiem/. `groups` are the lists by year that serve without JavaScript;
    `manifest` is the address of the JSON that names all shards, `script` that of the theme's search.js."""

    action: str
    manifest: str
    groups: tuple[Group, ...]
    script: str = ""
