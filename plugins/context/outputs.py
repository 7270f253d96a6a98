"""What adapters hand over to be written: pages that are rendered, files whose bytes are made, files that are copied."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Page:
    """A page: `view` is called when the page has to be rendered. `source` names what to look at when two pages claim
    one address; `modified` (ISO) is its true day for the sitemap, '' when it has none; `index` False keeps it out of
    search engines."""

    address: str
    template: str
    view: Callable[[], object]
    source: str = ""
    modified: str = ""
    index: bool = True


@dataclass(frozen=True)
class File:
    """A file whose bytes are made by calling `content`."""

    address: str
    content: Callable[[], bytes]
    source: str = ""


@dataclass(frozen=True)
class Copy:
    """A file taken over as it is from `path`."""

    address: str
    path: Path
    source: str = ""


Output = Page | File | Copy
