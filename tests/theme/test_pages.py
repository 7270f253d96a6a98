"""Every page template renders from a full and from a bare view, safely and in good order."""

import gzip
from dataclasses import replace

import pytest
from markupsafe import Markup

from plugins.context import theme
from plugins.context.views import Link, Notice
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
    assert text.startswith('<!DOCTYPE html>\n<html lang="vi">')
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
    html = theme.render(ENV, template, site, view)
    files = [data for address, data in pieces.assets().items() if address in html or f'/theme/{theme.name(address)}"' in html]
    assert len(files) >= 3, "the style sheet, the script of every page, the icon"
    assert sum(len(gzip.compress(data)) for data in [html.encode(), *files]) <= 30_000
    assert len(gzip.compress(pieces.assets()[site.stylesheet])) <= 9_800


@pytest.mark.parametrize("name", NAMES)
def test_a_page_wears_the_sheets_of_its_parts(name):
    """A page with a component whose styles stand apart loads that sheet, and before the one of the site."""
    template, site, view = PAGES[name]
    text = theme.render(ENV, template, site, view)
    loaded = [a["href"] for a in markup.Reading(text).all("link") if a["rel"] == "stylesheet"]
    apart = {site.asset(sheet) for sheet, parts in theme.APART.items() for part in parts if f'class="{part}"' in text}
    assert apart <= set(loaded) and loaded[-1] == site.stylesheet


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


def letterhead(**changes) -> str:
    """The words of the letterhead of the bare document, one line, without what only paper shows."""
    view = replace(records.bare_document(), letterhead=records.bare_letterhead(heading=(), **changes))
    text = theme.render(ENV, "document.html", pieces.site(), view)
    return " ".join(markup.Reading(text[text.index('<div class="letterhead">') : text.index("<h1")]).text.split())


def test_a_picture_is_told_on_its_own_page():
    """A picture in a list has no words to be heard before each title; on the page that it belongs to it has."""
    listed = theme.render(ENV, *PAGES["list"]).split("<img ")[2:]
    assert listed and all('alt=""' in img.split(">", 1)[0] for img in listed)
    figures = [figure.split("<img ", 1)[1] for figure in theme.render(ENV, *PAGES["news"]).split('<figure class="figure">')[1:]]
    assert figures and not [img for img in figures if 'alt=""' in img.split(">", 1)[0]]


def test_missing_number_and_day_are_left_open():
    """A letterhead without number or day leaves them open, and never explains why: a long note has no room there."""
    assert letterhead() == "Huyện đoàn Bình Mẫu Số: HD/HĐTN (chưa ghi số) ngày … tháng … năm …"
    assert letterhead(place="Bình Mẫu").endswith(" Bình Mẫu, ngày … tháng … năm …")
    assert "Các bản đăng" not in letterhead(place="Bình Mẫu")


def test_gaps_of_print_stay_open():
    """A value with the gaps that print leaves is marked so that browsers keep them; other values are not."""
    text = theme.render(ENV, *PAGES["document-bare"])
    assert '<dd class="fact-list-printed">Số:        <span class="symbol">HD/HĐTN</span></dd>' in text and "<dd>Chưa ghi số</dd>" in text


def test_a_number_is_dialled_only_when_there_is_one():
    """A telephone link dials the digits given; words that are no number stay words."""
    reading = read("page")
    assert [a["href"] for a in reading.all("a") if a["href"].startswith("tel:")] == ["tel:0200000001", "tel:0200000026"]
    assert "Điện thoại: hỏi Văn phòng" in reading.text
    assert "tel:" not in theme.render(ENV, "page.html", pieces.site(phone_href=""), newsroom.bare_page())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("hộp thư a@b.example, và c", 'hộp thư <a class="mails-link" href="mailto:a@b.example">a@<wbr>b<wbr>.example</a>, và c'),
        ("(a@b.example).", '(<a class="mails-link" href="mailto:a@b.example">a@<wbr>b<wbr>.example</a>).'),
        ("Văn phòng, mã @vp hay vp@", "Văn phòng, mã @vp hay vp@"),
        ("a@b@c.example  <b>", "a@b@c.example  &lt;b&gt;"),
        ("", ""),
    ],
)
def test_mail_addresses_can_be_tapped(text, shown):
    """An address among words is a link that may break after @ and before a dot; everything else stays as it is."""
    assert str(ENV.get_template("components/mails/mails.html").module.mails(text)) == shown


def test_duties_carry_their_labels():
    """Every cell of duties and targets says what it is, for phones; the first is the head of its row; no blank way."""
    reading = read("document")
    columns = [a["data-label"] for a in reading.all("th", "td") if "data-label" in a]
    assert columns == ["Việc", "Ai làm", "Hạn", "Gửi qua", "Mục"] * 2 + ["Chỉ tiêu", "Mức", "Đơn vị thực hiện", "Thời gian", "Mục"]
    assert [a["data-label"] for a in reading.all("th") if a.get("scope") == "row"] == ["Việc", "Việc", "Chỉ tiêu"]
    assert "không ghi" in reading.text and "hằng năm" in reading.text


def test_duties_that_were_amended_say_so():
    """Above the duties stands the document that amends them; without one, and with other warnings, nothing does."""
    view = records.document()
    assert "Có văn bản sửa đổi, xem Công văn 45-CV/TĐTN." in read("document").text
    for notices in ((), (Notice("warning", "Bản in ghi hai ngày."), Notice("replaced", "Đã thay bởi", Link("x", "/x/")))):
        assert "Có văn bản sửa đổi" not in theme.render(ENV, "document.html", pieces.site(), replace(view, notices=notices))


def test_the_text_of_a_document_has_a_heading():
    """A text without a heading of its own at its start gets one; a text that opens with one keeps it alone."""
    heading = 'id="phan_noi-dung">Nội dung văn bản</h2>'
    assert heading in theme.render(ENV, *PAGES["document"])
    view = replace(records.document(), body=Markup('<h2 id="i">I. Mục đích</h2><p>Chữ.</p>'))
    assert heading not in theme.render(ENV, "document.html", pieces.site(), view)


@pytest.mark.parametrize(
    ("caption", "credit", "shown"),
    [
        ("Cầu qua kênh (nhìn từ bến)", "Lan", "Cầu qua kênh (nhìn từ bến). Nguồn: Lan"),
        ("Trồng cây.", "Lan", "Trồng cây. Nguồn: Lan"),
        ("“Ai cũng trồng!”", "Lan", "“Ai cũng trồng!” Nguồn: Lan"),
        ("", "Lan", "Nguồn: Lan"),
        ("Trồng cây", "", "Trồng cây"),
    ],
)
def test_a_credit_is_a_sentence_of_its_own(caption, credit, shown):
    """The maker of a picture follows its caption after one full stop."""
    figure = ENV.get_template("components/figure/figure.html").module.figure
    assert markup.Reading(str(figure(pieces.image(caption=caption, credit=credit)))).text.strip() == shown


def test_a_mixed_list_says_what_is_no_news():
    """Among news a model says that it is one; in a list of one kind nothing says so."""
    kickers = theme.render(ENV, *PAGES["list"]).split('class="card-kicker">')[1:]
    assert [k for k in kickers if k.startswith("Mô hình")] == [k for k in kickers if "Xây dựng tổ chức Đoàn" in k[:200]] != []
    view = replace(newsroom.news_list(), cards=tuple(pieces.model_card(n) for n in range(3)))
    assert 'class="card-kicker">Mô hình' not in theme.render(ENV, "list.html", pieces.site(), view)


def test_notices_stand_above_a_list():
    """What a reader must know of an old unit or place stands between the heading and the first card."""
    text = theme.render(ENV, *PAGES["entity"])
    assert text.index("<h1") < text.index('class="notice ') < text.index('class="card ')


def test_feeds_can_be_copied_and_told_apart():
    """Each feed shows its whole address and has a name of its own; more than eight fold together with their count."""
    text = theme.render(ENV, *PAGES["feeds"])
    reading = markup.Reading(text)
    assert f"{pieces.HOST}/rss/tin-tuc.xml" in reading.text and f"{pieces.HOST}/rss/don-vi-doan-xa-so-8.xml" in reading.text
    assert "RSS, Tình nguyện" in [a.get("aria-label") for a in reading.all("a")]
    assert text.count("<details") == 1 and "Xem 9 nguồn tin" in reading.text


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
    assert reading.all("noscript") and "Ô tìm kiếm cần JavaScript" in reading.text and "Hoặc xem theo danh sách" in reading.text
    view = replace(samples.finder(), script="/theme/search-0.js")
    assert 'src="/theme/search-0.js"' in theme.render(ENV, "search.html", pieces.site(), view)
    assert "/theme/search-" not in theme.render(ENV, *PAGES["news"])


def test_a_name_that_a_view_lacks_is_an_error():
    """A template that asks for what its view has not stops the build instead of printing nothing."""
    with pytest.raises(AttributeError):
        theme.render(ENV, "news.html", pieces.site(), newsroom.page())


def test_a_bar_is_drawn_to_scale():
    """The bar of a share is as wide as the share, never beyond the whole, and words say the same."""
    text = theme.render(ENV, "model.html", pieces.site(), records.model())
    assert 'class="bar-fill" width="77.8%"' in text and "77,8 %" in text
    bar = ENV.get_template("components/bar/bar.html").module.bar
    assert 'width="100%" height="12" rx="6"/></svg>' in bar(140) and 'class="bar-fill" width="0%"' in bar(-3)


def test_the_body_passes_untouched():
    """The HTML of the body stands in the page as the build made it."""
    body = Markup("<p>Một <em>chữ</em>\n  giữ nguyên.</p>")
    assert str(body) in theme.render(ENV, "news.html", pieces.site(), replace(newsroom.news(), body=body))


@pytest.mark.parametrize("name", ["news", "page", "document", "model"])
def test_ids_of_the_theme_never_meet_those_of_a_text(name):
    """Beside a text, whose headings have slugs for ids, every id of the theme holds a sign that no slug has."""
    template, site, view = PAGES[name]
    reading = markup.Reading(theme.render(ENV, template, site, replace(view, body=Markup("<p>Chữ.</p>"))))
    ids = {attributes["id"] for _, attributes in reading.elements if "id" in attributes}
    assert "noi_dung" in ids
    assert {i for i in ids if "_" not in i} <= {"header-form", "header-query"}
