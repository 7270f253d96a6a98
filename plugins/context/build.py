"""The build context: what one build of one site is about, and the services that adapters lend one another.

It is made once per build from the settings; adapters fill their slots before anything is read."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, urlsplit

import jinja2
from markupsafe import Markup

from plugins.context import theme, tracing
from plugins.context.body import Body
from plugins.context.holdings import Named
from plugins.context.keeping import Keeping
from plugins.context.library import Library
from plugins.context.neighbours import Neighbours
from plugins.context.progress import Progress
from plugins.context.scout import Seen
from plugins.context.tracing import Trace
from plugins.context.views import Font, Image, Site
from plugins.domain import addresses
from plugins.domain.frozen import dataclass, field
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.records import Record
from plugins.domain.words import Words

_PLAIN = late(r"[a-z0-9A-Z_.~/#%?=&-]*+").fullmatch  # what no address has to be quoted for
Cut, Arrange = Callable[[bytes], tuple], Callable[[Iterable[tuple]], object]
Told = tuple[str, str]  # the address of a page, and a word of it
Stamp = tuple[int, int, int, int]  # size in bytes, last change of content and of state in ns, number of the file


class Pictures(Protocol):
    """What the media adapter lends: pictures by their path below content/, in sizes that are made later."""

    def image(self, src: str, alt: str, caption: str = "", credit: str = "") -> Image | None:
        """The picture as a page shows it; None when it cannot be had (the gate has reported why)."""

    def faults(self, src: str) -> tuple[tuple[str, str, str], ...]:
        """(code, message, suggestion) of a picture that may not be published; empty when it may."""

    def card(self, label: str, site_name: str) -> Image:
        """The share picture (1200 × 630) of records that have none of their own."""

    def size(self, src: str) -> int:
        """The true length in bytes of the largest JPEG of a picture that a page shows."""

    def jpeg(self, src: str) -> bytes:
        """The largest JPEG of a picture that a page shows."""

    def look(self, names: Collection[str], progress: Progress) -> None:
        """Checks many files that may be pictures on all cores."""

    def make(self, names: Collection[str], progress: Progress) -> None:
        """Makes the files of pictures that will be shown, on all cores."""

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

    def exists(self, name: str) -> bool:
        """Whether there is a file of that name below content/."""

    def facts(self, path: Path) -> FileFacts:
        """What a published file says of itself."""


@dataclass(frozen=True)
class Parsed:
    """One record file after reading: its record (None without readable fields), body, what its text names and problems;
    `sound`: no errors. `id` is the identity of its bytes, for whoever keeps one."""

    record: Record | None
    body: Body
    named: Named
    problems: tuple[Problem, ...]
    sound: bool = False
    id: str = ""

    @classmethod
    def unreadable(cls, *problems: Problem) -> "Parsed":
        """What comes of a file without readable fields."""
        return cls(None, Body(), Named(), problems)


class Desk(Protocol):
    """What the newsroom lends: the files of content/ and their judgement."""

    def scan(self) -> tuple[dict[str, Stamp], list[Problem]]:
        """Every file of content/: name (NFC, forward slashes) → how the disk describes it; what is wrong with names."""

    def kind(self, name: str) -> str:
        """What a file is: news | document | model | collection | comparison | page, 'data', or '' for pictures and attachments."""

    def key(self, name: str) -> str:
        """The key of a record's file."""

    def misplaced(self, names: Iterable[str]) -> list[Problem]:
        """Files that lie where nobody will find them, and files of one key."""

    def nothing(self) -> Problem:
        """That there is no record at all."""

    def words(self, texts: Mapping[str, bytes]) -> tuple[Words, list[Problem]]:
        """The controlled words from the data files (name → bytes)."""

    def lost(self, problems: Iterable[Problem]) -> bool:
        """Whether a vocabulary could not be read at all: then unknown words are not judged."""

    def parse(self, data: bytes, name: str, words: Words, lost: bool) -> Parsed:
        """One record file: a pure function of its arguments."""

    def judge(self, record: Record, named: Named, library: Library) -> list[Problem]:
        """What is wrong with a record among the others: pictures, attachments, links."""

    def judge_words(self, library: Library) -> list[Problem]:
        """What is wrong with the data files among the records."""


@dataclass
class Build:
    """One build. `content`, `cache`, `output`: folders; `url`: the site's absolute address without closing slash; `as_of`: the ISO
    day on which embargoes are judged; `root`: the reported name of the content folder; `keeping`: what several files show."""

    content: Path
    cache: Path
    output: Path
    theme: Path
    url: str
    as_of: str
    quiet: bool = False
    check_only: bool = False
    pdf: bool = False  # whether documents get a printed form as PDF
    root: str = "content"
    trace: Trace = field(default_factory=Trace)
    pictures: Pictures | None = None
    attachments: Attachments | None = None
    desk: Desk | None = None
    seen: list[Seen] | None = None  # what a scout has seen in the content folder
    library: Library | None = None
    site: Site | None = None
    problems: list[Problem] = field(default_factory=list)
    pieces: dict[tuple, tuple] = field(default_factory=dict)  # what `cards.once` keeps
    keeping: Keeping = field(default_factory=Keeping)
    mapped: Callable[[], list[Told]] = list
    listed: Callable[[], list[Told]] = list
    showing: Callable[[], list[str]] = list
    gathering: Callable[[str, Cut, Arrange], object] = lambda family, cut, arrange: arrange(())
    reading: Callable[[str], bytes] = lambda address: b""

    @cached_property
    def neighbours(self) -> Neighbours:
        """What other sites of this kind publish."""
        return Neighbours(self.content, self.library.words, self.trace)

    @cached_property
    def env(self) -> jinja2.Environment:
        """The templates."""
        (folder := self.cache / "mau").mkdir(parents=True, exist_ok=True)
        return theme.environment(self.theme, folder)

    @cached_property
    def assets(self) -> dict[str, bytes]:
        """Address → bytes of the style sheet, the scripts and the icons."""
        return theme.assets(self.theme, self.pictures.fonts())

    @cached_property
    def _figure(self):
        return self.env.get_template("components/figure/figure.html").module.figure

    def pages(self) -> list[Told]:
        """All pages that search engines may list, by address, each with the day of its last change; only for what is made late."""
        self.trace.note(tracing.PAGES)
        return self.mapped()

    def lists(self) -> list[Told]:
        """Those of them that show no single record, each with its title."""
        self.trace.note(tracing.LISTS)
        return self.listed()

    def shown(self) -> list[str]:
        """The cells of all pictures and share cards that pages show; only for what is made late."""
        self.trace.note(tracing.SHOWN)
        return self.showing()

    def members(self, family: str, cut: Cut, arrange: Arrange) -> object:
        """The files of a family (see outputs.MEMBER): `cut` says what is wanted of the bytes of one, `arrange` what of the cuttings
        of all; only for what is made late. A cutting depends on nothing but the bytes and the code, and is kept while they stay."""
        self.trace.note(tracing.MADE + family)
        return self.gathering(family, cut, arrange)

    def made_of(self, address: str) -> bytes:
        """A file that was made late as well, but earlier on."""
        self.trace.note(tracing.MADE + addresses.file_name(address))
        return self.reading(address)

    @cached_property
    def prefix(self) -> str:
        """The path under which the site is mounted: '' or '/doan'."""
        return urlsplit(self.url).path.rstrip("/")

    def host(self, href: str) -> str:
        """An href of the site with scheme and host."""
        return self.url.removesuffix(self.prefix) + href

    def figure(self, image: Image) -> str:
        """A picture inside a text, by the theme's own component."""
        return self._figure(image)

    def plain_figure(self, image: Image) -> str:
        """A picture for feed readers: plain markup with absolute addresses."""
        caption = ". ".join(filter(None, (image.caption.rstrip(". "), image.credit and f"Nguồn: {image.credit}")))
        file, high = image.jpeg[-1], round(image.height * image.jpeg[-1].width / image.width)
        inner = Markup('<img src="{}" alt="{}" width="{}" height="{}">').format(self.host(file.href), image.alt, file.width, high)
        return Markup("<figure>{}{}</figure>").format(inner, Markup("<figcaption>{}</figcaption>").format(caption) if caption else "")

    def href(self, address: str) -> str:
        """An address of the site as it stands in href."""
        return self.prefix + _quoted(address)

    def absolute(self, address: str) -> str:
        """An address of the site with scheme and host."""
        return self.url + _quoted(address)


def _quoted(address: str) -> str:
    return address if _PLAIN(address) else quote(address, safe="/#%?=&")
