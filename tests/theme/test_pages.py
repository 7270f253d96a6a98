"""Every page template renders from a full and from a bare view, safely and in good order."""

import gzip
from dataclasses import replace

import jinja2
import pytest
from markupsafe import Markup

from plugins.context import theme
from tests.theme import markup, newsroom, pieces, records, samples

ENV = theme.environment(pieces.THEME)
PAGES = samples.pages()
NAMES = sorted(PAGES)


def read(name: str) -> markup.Reading:
    """A sample page, read."""
    return markup.Reading(theme.render(ENV, *PAGES[name]))


def test_every_template_has_a_full_and_a_bare_sample():
    """No page template is left out of these tests."""
    templates = {p.name for p in (pieces.THEME / "templates").glob("*.html")} - {"base.html"}
    bare = {name for name in NAMES if name.endswith("-bare")}
    for some in (bare, set(NAMES) - bare):
        assert {PAGES[name][0] for name in some} == templates


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_well_formed_and_plain(name):
    """A page begins with its doctype, is well formed, and holds nothing inline that a strict policy forbids."""
    text = theme.render(ENV, *PAGES[name])
    assert text.startswith("<!DOCTYPE html>\n<html lang=\"vi\">")
    reading = markup.Reading(text)
    assert not reading.faults
    assert not markup.forbidden(reading)
    assert not [a for a in reading.all("a") if not a.get("href")]
    assert "None" not in reading.text and "Undefined" not in reading.text


@pytest.mark.parametrize("name", NAMES)
def test_headings_and_landmarks_lead_through_a_page(name):
    """A page has one h1, no heading level is jumped over, and every landmark of a kind has a name of its own."""
    reading = read(name)
    levels = reading.headings()
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    names = [a.get("aria-label") for a in reading.all("nav")]
    assert all(names) and len(set(names)) == len(names)
    assert len(reading.all("main")) == 1
    ids = {a["id"] for _, a in reading.elements if "id" in a}
    assert {a["aria-labelledby"] for _, a in reading.elements if "aria-labelledby" in a} <= ids
    assert {a["href"][1:] for a in reading.all("a") if a["href"].startswith("#")} <= ids


@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_for_nothing_foreign(name):
    """What a page loads comes from its own host; only links lead elsewhere."""
    reading = read(name)
    loaded = [a["src"] for a in reading.all("script", "img") if "src" in a]
    loaded += [a["href"] for a in reading.all("link") if a["rel"] != "canonical"]
    loaded += [part.split()[0] for a in reading.all("source", "img") for part in a.get("srcset", "").split(",") if part]
    assert loaded and all(address.startswith("/") and not address.startswith("//") for address in loaded)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_light(name):
    """HTML, style sheet and scripts of a page are at most 30 kB as they travel (gzip), fonts and pictures apart."""
    template, site, view = PAGES[name]
    files = [data for address, data in pieces.assets().items() if address.endswith((".css", ".js"))]
    sizes = [len(gzip.compress(data)) for data in [theme.render(ENV, template, site, view).encode(), *files]]
    assert sum(sizes) <= 30_000
    assert len(gzip.compress(pieces.assets()[site.stylesheet])) <= 9_000


def test_the_editors_text_is_escaped():
    """Markup in a title stays the letters that the editor typed, in the page and in its head."""
    evil = '<script>alert("1")</script>'
    view = newsroom.news()
    view = replace(view, title=evil, summary=evil, authors=(evil,), head=replace(view.head, title=evil, description=evil))
    text = theme.render(ENV, "news.html", pieces.site(name=evil), view)
    assert "<script>alert" not in text
    assert markup.Reading(text).text.count(evil) >= 4


def test_the_head_says_what_the_view_says():
    """Title, description, canonical, feeds by kind, share picture and JSON-LD come from the view; robots only to refuse."""
    reading = read("news")
    metas = {a.get("name") or a.get("property"): a["content"] for a in reading.all("meta") if "content" in a}
    head = PAGES["news"][2].head
    assert metas["description"] == metas["og:description"] == head.description
    assert metas["og:title"] == head.title and metas["og:image"] == head.image
    assert metas["article:published_time"] == head.published and "robots" not in metas
    links = {(a["rel"], a.get("type")): a["href"] for a in reading.all("link")}
    assert links["canonical", None] == head.canonical
    assert links["alternate", "application/rss+xml"] == "/rss/tin-tuc.xml"
    assert links["alternate", "application/feed+json"] == "/rss/tin-tuc.json"
    assert links["preload", "font/woff2"] == "/theme/be-vietnam-pro-400-normal.woff2"
    assert head.json_ld[0] in theme.render(ENV, *PAGES["news"])
    assert {"name": "robots", "content": "noindex"} in read("news-bare").all("meta")


def test_only_the_opening_picture_is_fetched_first():
    """The lead picture has high priority; every other waits until it is near; all have their size."""
    pictures = [a for a in read("news").all("img") if "srcset" in a]
    assert [a.get("fetchpriority") for a in pictures] == ["high"] + [None] * (len(pictures) - 1)
    assert all(a.get("loading") == "lazy" for a in pictures[1:]) and "loading" not in pictures[0]
    assert all(a["width"] and a["height"] and a["sizes"] for a in pictures)


def test_missing_number_and_day_are_said():
    """A document without number or day says so in words."""
    text = read("document-bare").text
    assert "Chưa ghi số" in text and "Bản in để trống ngày, tháng" in text
    view = replace(records.bare_document(), day_note="")
    assert "chưa ghi ngày" in theme.render(ENV, "document.html", pieces.site(), view)


def test_a_moved_page_leads_on_and_a_withdrawn_one_explains():
    """An old address goes to the new one at once and by a link; a withdrawn page stays and says why."""
    moved, gone = read("moved"), read("moved-bare")
    assert {"http-equiv": "refresh", "content": "0; url=/tin-tuc/2026/moi/"} in moved.all("meta")
    assert "/tin-tuc/2026/moi/" in [a["href"] for a in moved.all("a")]
    assert not [a for a in gone.all("meta") if "http-equiv" in a]
    assert "Tòa soạn rút bài" in gone.text


def test_the_menu_knows_where_the_reader_is():
    """The section of a page is marked in the menu: as the page itself, or as the part that it belongs to."""
    def marks(name: str) -> list[tuple[str, str]]:
        return [(a["href"], a["aria-current"]) for a in read(name).all("a") if "aria-current" in a and a["class"] == "site-menu-link"]

    assert marks("documents") == [("/van-ban/", "page")]
    assert marks("document") == [("/van-ban/", "true")]
    assert marks("home") == []


def test_the_search_page_offers_what_its_script_needs():
    """The search form, its words, its status and its results have the ids and the manifest that the script looks for."""
    reading = read("search")
    by_id = {a["id"]: a for _, a in reading.elements if "id" in a}
    assert by_id["search-form"]["role"] == "search" and by_id["search-form"]["data-manifest"] == "/tim-kiem/muc-luc.json"
    assert by_id["search-query"]["name"] == "q" and by_id["search-status"]["aria-live"] == "polite"
    assert "search-results" in by_id
    view = replace(samples.finder(), script="/theme/search-0.js")
    assert 'src="/theme/search-0.js"' in theme.render(ENV, "search.html", pieces.site(), view)
    assert "/theme/search-" not in theme.render(ENV, *PAGES["news"])


def test_a_name_that_a_view_lacks_is_an_error():
    """A template that asks for what its view has not stops the build instead of printing nothing."""
    with pytest.raises(jinja2.UndefinedError):
        theme.render(ENV, "news.html", pieces.site(), newsroom.page())


def test_a_bar_is_drawn_to_scale():
    """The bar of a share is as wide as the share, never beyond the whole, and words say the same."""
    text = theme.render(ENV, "model.html", pieces.site(), records.model())
    assert 'class="bar-fill" width="77.8%"' in text and "77,8 %" in text
    bar = ENV.get_template("components/bar/bar.html").module.bar
    assert 'width="100%" height="12" rx="6"/></svg>' in bar(140) and 'class="bar-fill" width="0%"' in bar(-3)


def test_the_body_passes_untouched():
    """The HTML of the body stands in the page as the build made it."""
    body = Markup('<p>Một <em>chữ</em>\n  giữ nguyên.</p>')
    assert str(body) in theme.render(ENV, "news.html", pieces.site(), replace(newsroom.news(), body=body))


@pytest.mark.parametrize("name", ["news", "page", "document", "model"])
def test_ids_of_the_theme_never_meet_those_of_a_text(name):
    """Beside a text, whose headings have slugs for ids, every id of the theme holds a sign that no slug has."""
    template, site, view = PAGES[name]
    reading = markup.Reading(theme.render(ENV, template, site, replace(view, body=Markup("<p>Chữ.</p>"))))
    ids = {attributes["id"] for _, attributes in reading.elements if "id" in attributes}
    assert "noi_dung" in ids
    assert {i for i in ids if "_" not in i} <= {"header-form", "header-query"}
