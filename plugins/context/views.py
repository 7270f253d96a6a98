"""The pieces that page views are made of, and what such views have in common: what a template may show, already worded, dated
and addressed.

Every piece is frozen and plain, so that a page is a pure function of its view. Markup is `Markup` (safe), all other
text is plain and is escaped by the templates. Addresses carry the path prefix of the site and are ready for `href`."""

from markupsafe import Markup

from plugins.domain.frozen import dataclass, field


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; `note` stands beside it (a count, “chưa có trên trang”), `href` may be empty."""

    text: str
    href: str = ""
    note: str = ""
    current: bool = False


@dataclass(frozen=True)
class Day:
    """A printed day: `iso` for <time datetime>, `text` for reading (“Thứ Tư, 09/11/2022”), `short` for lists."""

    iso: str
    text: str
    short: str


@dataclass(frozen=True)
class Source:
    """One picture file: address and its true width in pixels."""

    href: str
    width: int


@dataclass(frozen=True)
class Image:
    """A picture in its sizes. `webp` and `jpeg` from small to large; `colour` (#rrggbb) shows until it has loaded."""

    alt: str
    width: int
    height: int
    webp: tuple[Source, ...]
    jpeg: tuple[Source, ...]
    colour: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Card:
    """One record in a list. `kind` news | document | model | collection | comparison | page; `meta` short facts (“Thí điểm”)."""

    kind: str
    title: str
    href: str
    summary: str = ""
    day: Day | None = None
    kicker: str = ""
    image: Image | None = None
    meta: tuple[str, ...] = ()


@dataclass(frozen=True)
class DocumentRow:
    """One document in a list; `number` “36-HD/TĐTN-TCKT” or “Chưa ghi số”, `day_note` when there is no day."""

    number: str
    title: str
    href: str
    type: str
    organ: str
    day: Day | None
    day_note: str = ""
    status: str = ""
    status_key: str = ""
    files: int = 0


@dataclass(frozen=True)
class Fact:
    """One line of a description list: a label and its values, linked where they lead somewhere."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True)
class Group:
    """Links under one heading: a facet with counts, a kind of relation, a part of the site map."""

    label: str
    links: tuple[Link, ...]
    key: str = ""


@dataclass(frozen=True)
class Relation:
    """A record that another one names, or that names it: `note` stands below it, `before`, `cited`, `after` are the sentence that says
    so (all empty when none does); `href` is empty for what is not on this site."""

    text: str
    href: str = ""
    note: str = ""
    before: str = ""
    cited: str = ""
    after: str = ""


@dataclass(frozen=True)
class Relations:
    """Relations of one kind, under one heading."""

    label: str
    items: tuple[Relation, ...]
    key: str = ""


@dataclass(frozen=True)
class Notice:
    """A box above the text. `kind` info | warning | replaced | invented | draft; `link` may lead on."""

    kind: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Pager:
    """Where a list goes on: pages are numbered from the oldest; the first address of a list shows the newest."""

    label: str
    newer: Link | None
    older: Link | None
    oldest: Link | None = None


@dataclass(frozen=True)
class Head:
    """What <head> says. `canonical` and `image` are absolute; `feeds` (text, href) for autodiscovery; `json_ld` are
    complete JSON texts, safe inside <script type="application/ld+json">."""

    title: str
    description: str
    canonical: str
    type: str = "website"
    image: str = ""
    image_alt: str = ""
    image_width: int = 0
    image_height: int = 0
    published: str = ""
    modified: str = ""
    feeds: tuple[Link, ...] = ()
    json_ld: tuple[Markup, ...] = ()
    index: bool = True


@dataclass(frozen=True)
class Frame:
    """What the view of a page begins with; `crumbs` lead to it."""

    head: Head
    crumbs: tuple[Link, ...]
    title: str


@dataclass(frozen=True)
class Listing(Frame):
    """A page that leads to others; `intro` says to which."""

    intro: str


@dataclass(frozen=True)
class Story(Frame):
    """The own page of a record: `body` is safe HTML, `collections` are those that it stands in."""

    summary: str
    notices: tuple[Notice, ...]
    body: Markup
    collections: tuple[Link, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True)
class MovedView:
    """Template moved.html: an old address. `target` leads on, or `note` says why the page was withdrawn."""

    head: Head
    title: str
    note: str
    target: Link | None


@dataclass(frozen=True)
class Person:
    """An office to turn to: post first, the name may be empty."""

    post: str
    name: str = ""
    unit: str = ""
    phone: str = ""
    email: str = ""
    phone_href: str = ""


@dataclass(frozen=True)
class Font:
    """A font file made by the build: `href`, `weight` 400 | 700, `style`."""

    href: str
    weight: int
    style: str = "normal"


@dataclass(frozen=True)
class Site:
    """What every page may show. It changes only when the site's own data, menu or theme change. `assets`: name → href of all
    files of the theme, `scripts` those that every page loads."""

    name: str
    organ: str
    slogan: str
    description: str
    notice: str
    home: str
    menu: tuple[Link, ...]
    footer: tuple[Group, ...]
    links: tuple[Group, ...]
    feed: Link
    search: str
    address: str
    phone: str
    email: str
    licence: str
    responsible: Person | None
    stylesheet: str
    scripts: tuple[str, ...]
    fonts: tuple[Font, ...]
    icon: str
    phone_href: str = ""
    assets: tuple[tuple[str, str], ...] = ()

    def asset(self, name: str) -> str:
        """The href of a file of the theme ("search.js"). KeyError when there is none."""
        return dict(self.assets)[name]
