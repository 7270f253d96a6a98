"""The body of a record after Markdown: safe HTML with holes where a link, a picture or a cited document will stand.

Holes are filled when a page is viewed, so that a parsed body depends on its own text alone."""

from collections.abc import Callable

from markupsafe import Markup

from plugins.domain.frozen import dataclass, field
from plugins.domain.passages import Passage


@dataclass(frozen=True)
class LinkHole:
    """The value of one href: `target` as the editor wrote it (a path, an address, a #fragment)."""

    target: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class PictureHole:
    """One picture: `src` below content/ as written, its alternative text and caption."""

    src: str
    alt: str
    caption: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class CitationHole:
    """Words that cite a document: `inner` is their HTML, `number` counts the citations of the whole record from 0, `place` is the
    part of the document that they name (“mục 2.1 phần III”)."""

    inner: str
    number: int
    place: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading with its id, for lists of contents and for checking fragments."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class Body:
    """`parts` in order: HTML text and holes; `text` the words alone, paragraph by paragraph; `anchors` what a link may
    mean besides the headings; `passages` what a search may lead to inside a document."""

    parts: tuple[str | LinkHole | PictureHole | CitationHole, ...] = ()
    headings: tuple[Heading, ...] = ()
    text: str = ""
    anchors: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()

    def html(
        self,
        link: Callable[[str], str],
        picture: Callable[[PictureHole], str],
        cited: Callable[[CitationHole], str] = lambda hole: hole.inner,
    ) -> Markup:
        """The body as safe HTML: `link` gives the (unescaped) href of a target, `picture` the markup of a picture, `cited` that of
        a citation."""
        pieces = []
        for part in self.parts:
            if isinstance(part, str):
                pieces.append(part)
            elif isinstance(part, LinkHole):
                pieces.append(str(Markup.escape(link(part.target))))
            elif isinstance(part, PictureHole):
                pieces.append(str(picture(part)))
            else:
                pieces.append(str(cited(part)))
        return Markup("".join(pieces))

    @property
    def links(self) -> tuple[LinkHole, ...]:
        """All links of the body."""
        return tuple(p for p in self.parts if isinstance(p, LinkHole))

    @property
    def pictures(self) -> tuple[PictureHole, ...]:
        """All pictures of the body."""
        return tuple(p for p in self.parts if isinstance(p, PictureHole))
