"""The build context: what one build of one site is about, and the services that adapters lend one another.

It is made once per build from the settings; adapters fill their slots before anything is read."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlsplit

import jinja2
from markupsafe import Markup

from plugins.context.library import Library
from plugins.context.views import Font, Image, Site
from plugins.domain.problems import Problem


class Pictures(Protocol):
    """What the media adapter lends: pictures by their path below content/, in sizes that are made later."""

    def image(self, src: str, alt: str, caption: str = "", credit: str = "") -> Image | None:
        """The picture as a page shows it; None when it cannot be had (the gate has reported why)."""

    def faults(self, src: str) -> tuple[tuple[str, str, str], ...]:
        """(code, message, suggestion) of a picture that may not be published; empty when it may."""

    def card(self, label: str, site_name: str) -> Image:
        """The share picture (1200 × 630) of records that have none of their own."""

    def size(self, href: str) -> int:
        """The true length in bytes of a picture file that a page shows."""

    def fonts(self) -> tuple[Font, ...]:
        """The font files of the site."""


@dataclass(frozen=True)
class FileFacts:
    """What a file says of itself: bytes, ending without dot, MIME type, pages (PDF) or None, SHA-256 in hex."""

    size: int
    ending: str
    mime: str
    pages: int | None
    sha256: str


class Attachments(Protocol):
    """What the archive lends: the files of documents."""

    def fault(self, path: Path) -> tuple[str, str, str] | None:
        """(code, message, suggestion) of a file that may not be published; None when it may."""

    def facts(self, path: Path) -> FileFacts:
        """What a published file says of itself."""


@dataclass
class Build:
    """One build. `content`, `cache`, `output`: folders; `url`: the site's absolute address without closing slash;
    `as_of`: the ISO day on which embargoes are judged; `root`: the reported name of the content folder."""

    content: Path
    cache: Path
    output: Path
    theme: Path
    url: str
    as_of: str
    quiet: bool = False
    check_only: bool = False
    root: str = "content"
    env: jinja2.Environment | None = None
    assets: dict[str, bytes] = field(default_factory=dict)
    pictures: Pictures | None = None
    attachments: Attachments | None = None
    library: Library | None = None
    site: Site | None = None
    problems: list[Problem] = field(default_factory=list)
    _figure: object = None
    addresses: dict[str, str] = field(default_factory=dict)  # address → last change (ISO) of every page to be indexed
    titles: dict[str, str] = field(default_factory=dict)  # address → title of the same pages

    @property
    def prefix(self) -> str:
        """The path under which the site is mounted: '' or '/doan'."""
        return urlsplit(self.url).path.rstrip("/")

    def host(self, href: str) -> str:
        """An href of the site with scheme and host."""
        return self.url.removesuffix(self.prefix) + href

    def figure(self, image: Image) -> str:
        """A picture inside a text, by the theme's own component."""
        if self._figure is None:
            self._figure = self.env.get_template("components/figure/figure.html").module.figure
        return self._figure(image)

    def plain_figure(self, image: Image) -> str:
        """A picture for feed readers: plain markup with absolute addresses."""
        host = self.url.removesuffix(self.prefix)
        caption = ". ".join(filter(None, (image.caption.rstrip(". "), image.credit and f"Nguồn: {image.credit}")))
        inner = Markup('<img src="{}" alt="{}" width="{}" height="{}">').format(
            host + image.jpeg[-1].href, image.alt, image.jpeg[-1].width, round(image.height * image.jpeg[-1].width / image.width)
        )
        return Markup("<figure>{}{}</figure>").format(inner, Markup("<figcaption>{}</figcaption>").format(caption) if caption else "")

    def href(self, address: str) -> str:
        """An address of the site as it stands in href."""
        return self.prefix + quote(address, safe="/#%?=&")

    def absolute(self, address: str) -> str:
        """An address of the site with scheme and host."""
        return self.url + quote(address, safe="/#%?=&")
