"""What the newsroom's pages show: home, news, lists, units and places, pages, site map, 404.

Only shapes live here; `pages` fills them."""

from plugins.context.views import (
    Card,
    Day,
    DocumentRow,
    Fact,
    Frame,
    Group,
    Head,
    Image,
    Link,
    Listing,
    Notice,
    Pager,
    Person,
    Relations,
    Story,
)
from plugins.domain.frozen import dataclass


@dataclass(frozen=True)
class Banner:
    """An invitation on the home page."""

    name: str
    text: str
    href: str
    image: Image | None


@dataclass(frozen=True)
class HomeView:
    """Template home.html."""

    head: Head
    lead: Card | None
    news: tuple[Card, ...]
    documents: tuple[DocumentRow, ...]
    models: tuple[Card, ...]
    topics: tuple[Link, ...]
    categories: tuple[Link, ...]
    banners: tuple[Banner, ...]
    news_href: str
    documents_href: str
    models_href: str
    ways: tuple[Link, ...] = ()


@dataclass(frozen=True)
class NewsView(Story):
    """Template news.html. `body` is safe HTML; `related` are groups of links by relation, never by chance."""

    kicker: str
    day: Day
    modified: Day | None
    category: Link
    authors: tuple[str, ...]
    image: Image | None
    gallery: tuple[Image, ...]
    documents: tuple[DocumentRow, ...]
    models: tuple[Card, ...]
    related: tuple[Card, ...]
    tags: tuple[Group, ...]
    source: Link | None
    previous: Link | None
    next: Link | None
    unclear: tuple[Relations, ...] = ()


@dataclass(frozen=True)
class ListView(Listing):
    """Template list.html: news, a category, a topic. `facets` lead to neighbouring lists with counts; `cards` and `rows` may both
    be filled."""

    facets: tuple[Group, ...]
    cards: tuple[Card, ...]
    rows: tuple[DocumentRow, ...]
    pager: Pager
    feed: Link | None
    empty: str


@dataclass(frozen=True)
class EntityView(Listing):
    """Template entity.html: a unit or a place, and everything that happened there. `line`: what came before, what it is today;
    `within`: what lies in it or belongs to it; `models` by the place of each, `more` of them are left out. All of these stand on the
    newest page only."""

    notices: tuple[Notice, ...]
    facts: tuple[Fact, ...]
    line: tuple[Group, ...]
    within: tuple[Group, ...]
    models: tuple[Group, ...]
    more: int
    cards: tuple[Card, ...]
    rows: tuple[DocumentRow, ...]
    pager: Pager
    feed: Link | None
    empty: str


@dataclass(frozen=True)
class PageView(Story):
    """Template page.html. `contacts` only on the contact page."""

    modified: Day | None
    image: Image | None
    contacts: tuple[Person, ...]


@dataclass(frozen=True)
class SiteMapView(Frame):
    """Template sitemap.html: the human site map."""

    groups: tuple[Group, ...]


@dataclass(frozen=True)
class NotFoundView:
    """Template 404.html."""

    head: Head
    title: str
    ways: tuple[Link, ...]
