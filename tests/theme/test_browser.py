"""What only a browser shows: accessibility (axe), reflow, the keyboard, paper, and pages without JavaScript.

Pages come from memory through a made-up host under the site's own content policy; nothing leaves this machine."""

import re
from contextlib import contextmanager

import pytest

from plugins.context import theme
from tests.theme import gallery, pieces, samples

ENV = theme.environment(pieces.THEME)
PAGES = {name: theme.render(ENV, *parts) for name, parts in samples.pages().items()}
PAGES["gallery"] = gallery.page(ENV)
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "jpg": "image/jpeg", "webp": "image/webp"}
HEADERS = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'self'"}
TEXT_SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }"""


def answer(route) -> None:
    """A page, a file of the theme, a font or a drawn picture; anything else is answered with nothing (204)."""
    address = route.request.url.removeprefix(pieces.HOST)
    kind = TYPES.get(address.rpartition(".")[2], "")
    drawn = re.fullmatch(r"/anh/(.+)-(\d+)\.(jpg|webp)", address)
    if address[1:] in PAGES:
        route.fulfill(body=PAGES[address[1:]], headers=HEADERS)
    elif address in pieces.assets():
        route.fulfill(body=pieces.assets()[address], content_type=kind)
    elif address in pieces.FACES:
        route.fulfill(body=pieces.font(address), content_type="font/ttf")
    elif drawn:
        route.fulfill(body=pieces.picture(drawn[3], int(drawn[2]), drawn[1]), content_type=kind)
    else:
        route.fulfill(status=204)


@contextmanager
def opened(browser, name: str, width: int = 1280, policy: bool = True, **options):
    """A sample page in a window of its own; `policy` off lets a test put its own styles or tools in."""
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=not policy, **options)
    try:
        page = context.new_page()
        page.route("**/*", answer)
        page.goto(f"{pieces.HOST}/{name}")
        yield page
    finally:
        context.close()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_barrier(browser, name):
    """axe finds nothing on any sample page and in the gallery, narrow and wide, light and dark."""
    from axe_playwright_python.sync_playwright import Axe

    # The gallery shows parts of pages side by side: heads of lists, landmarks and headings repeat there by intent.
    repeated = ("page-has-heading-one", "landmark-unique", "landmark-no-duplicate-banner", "heading-order")
    parts = {"rules": {rule: {"enabled": False} for rule in repeated}}
    found = []
    with opened(browser, name, policy=False, reduced_motion="reduce") as page:
        for width, scheme in ((320, "light"), (320, "dark"), (1280, "dark"), (1280, "light")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            results = Axe().run(page, options=parts if name == "gallery" else None)
            found += [
                (width, scheme, violation["id"], node["html"][:120], node["failureSummary"][:200])
                for violation in results.response["violations"]
                for node in violation["nodes"]
            ]
    assert not found


@pytest.mark.parametrize("name", sorted(PAGES))
def test_nothing_runs_off_the_side(browser, name):
    """At 320 pixels, at 1920, and with the text spacing of criterion 1.4.12, no page scrolls sideways."""
    with opened(browser, name, policy=False) as page:
        for spaced in (False, True):
            if spaced:
                page.add_style_tag(content=TEXT_SPACING)
            for width in (320, 1920):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["home", "news", "document", "model", "list", "search"])
def test_the_policy_is_kept(browser, name):
    """Under default-src 'self' a page loads everything it asks for and the browser complains of nothing."""
    context = browser.new_context(viewport={"width": 800, "height": 800})
    try:
        page, complaints = context.new_page(), []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.route("**/*", answer)
        page.goto(f"{pieces.HOST}/{name}")
        assert page.evaluate("Math.max(...[...document.styleSheets].map((sheet) => sheet.cssRules.length))") > 50
        assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Be Vietnam Pro\"'))")
        assert not complaints
    finally:
        context.close()


def test_the_first_key_skips_to_the_text(browser):
    """The first Tab shows the skip link; Enter goes to the main text; the next Tab stands inside it."""
    with opened(browser, "news", 360) as page:
        assert page.locator(".skip").bounding_box()["y"] < -20
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.locator(".skip").bounding_box()["y"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "noi_dung"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_every_stop_of_the_keyboard_can_be_seen(browser):
    """Wherever Tab stops, a ring of at least two pixels is drawn, and the order is that of the page."""
    with opened(browser, "model") as page:
        stops = page.evaluate("""[...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
            .filter(e => e.checkVisibility()).length""")
        seen = []
        for _ in range(stops):
            page.keyboard.press("Tab")
            seen.append(page.evaluate("""() => {
                const e = document.activeElement;
                const ring = [null, '::after'].map(p => getComputedStyle(e, p))
                    .some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
                window.last = window.now; window.now = e;
                const follows = !window.last || window.last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING;
                return [e.outerHTML.slice(0, 80), ring, Boolean(follows)];
            }"""))  # fmt: skip
        assert len(seen) > 20
        assert not [stop for stop in seen if not (stop[1] and stop[2])]


@pytest.mark.parametrize("name", ["home", "news", "document", "list"])
def test_fingers_find_their_target(browser, name):
    """Links of the menu are 44 pixels high; controls outside of running text at least 24 by 24 (criterion 2.5.8)."""
    with opened(browser, name, 360, has_touch=True) as page:
        assert min(box["height"] for box in (link.bounding_box() for link in page.locator(".site-menu-link").all())) >= 44
        small = page.evaluate("""[...document.querySelectorAll(
            'button, input, summary, nav a, .chips a, .downloads a, .section-head a, .site-footer-list a')]
            .filter(e => e.checkVisibility({visibilityProperty: true}))
            .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 80)])
            .filter(([r]) => r.width && (r.width < 24 || r.height < 24)).map(([r, h]) => `${r.width}×${r.height} ${h}`)""")
        assert not small


@pytest.mark.parametrize("name", ["news", "document", "model"])
def test_paper_shows_the_text_alone(browser, name):
    """Printed, a page keeps heading, text, facts and address; menus, search, tools and footer links are gone, dark or light."""
    with opened(browser, name, color_scheme="dark") as page:
        page.emulate_media(media="print")
        for gone in (".site-menu", ".site-header-tools", ".site-notice", ".breadcrumbs", ".tools", ".site-footer", ".skip"):
            assert not page.locator(gone).first.is_visible(), gone
        assert page.locator("h1").is_visible() and page.locator(".prose").first.is_visible()
        assert samples.pages()[name][2].head.canonical in page.locator("body").inner_text()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize(("media", "width"), [("screen", 320), ("screen", 680), ("print", 680), ("print", 430)])
def test_duties_fit_their_page(browser, media, width):
    """On phones, tablets and paper no table of duties or targets is wider than its place, and dates are not broken."""
    with opened(browser, "document", width) as page:
        page.emulate_media(media=media)
        assert page.evaluate("[...document.querySelectorAll('.table')].every(e => e.scrollWidth <= e.clientWidth)")
        assert page.evaluate("[...document.querySelectorAll('.duties-due')].every(e => e.getClientRects().length <= 1)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_duties_are_blocks_on_phones(browser):
    """On a phone a duty is a block: its day first and bold, a label before each value, nothing for what is not said."""
    with opened(browser, "document", 360) as page:
        rows = page.locator(".duties-row")
        cells = rows.nth(0).locator("th, td").all()
        assert min(cells, key=lambda cell: cell.bounding_box()["y"]).get_attribute("data-label") == "Hạn"
        when = rows.nth(0).locator(".duties-when")
        assert when.evaluate("e => getComputedStyle(e).fontWeight") == "600"
        assert when.evaluate("e => getComputedStyle(e, '::before').content").startswith('"Hạn"')
        assert not rows.nth(1).locator(".duties-none").is_visible()
        assert page.locator(".duties:not(.targets) thead").bounding_box()["height"] <= 1
        page.set_viewport_size({"width": 1280, "height": 800})
        assert rows.nth(1).locator(".duties-none").is_visible()
        assert page.locator(".duties:not(.targets) thead").bounding_box()["height"] > 20


@pytest.mark.parametrize("width", [320, 490, 768, 1280])
def test_the_letterhead_keeps_its_words_whole(browser, width):
    """At any width the lines of a letterhead have room: the issuer's name is never broken letter by letter."""
    with opened(browser, "document-bare", width) as page:
        for part in (".letterhead-organ", ".letterhead-day"):
            assert page.locator(part).bounding_box()["width"] >= 150, part
        lines = page.locator(".letterhead-issuer").evaluate("e => e.clientHeight / parseFloat(getComputedStyle(e).lineHeight)")
        assert lines < 2.5


def test_a_hidden_button_is_not_seen(browser):
    """A button that is marked hidden is not shown, whatever its class says of display."""
    with opened(browser, "search", policy=False) as page:
        page.evaluate("""document.querySelector('main').append(
            Object.assign(document.createElement('button'), {className: 'tools-button', hidden: true, textContent: 'Xem thêm'}))""")
        assert not page.locator("main > .tools-button").is_visible()


def test_paper_prints_outside_addresses(browser):
    """The address of an outside link stands after it on paper, that of a link inside the site does not."""
    with opened(browser, "news") as page:
        page.emulate_media(media="print")
        after = "e => getComputedStyle(e, '::after').content"
        assert "vi-du.vn" in page.locator(".prose a[href^=http]").evaluate(after)
        assert page.locator(".prose a[href^='/']").evaluate(after) == "none"


def test_the_print_button_comes_with_the_script(browser):
    """Without JavaScript there is no dead button; with it the button prints, and the menu and search work either way."""
    with opened(browser, "news", java_script_enabled=False) as page:
        assert not page.locator("[data-print]").is_visible()
        assert page.locator(".site-menu-link").first.is_visible()
        assert page.locator("#header-query").is_visible()
    with opened(browser, "news") as page:
        page.evaluate("window.print = () => { window.printed = true; }")
        page.locator("[data-print]").click()
        assert page.evaluate("window.printed") is True


def test_search_is_sent_without_javascript(browser):
    """The search form of the header goes to the search page with the words in q."""
    with opened(browser, "news", java_script_enabled=False) as page:
        page.locator("#header-query").fill("đoàn viên")
        with page.expect_request("**/tim-kiem/**") as sent:
            page.keyboard.press("Enter")
        assert sent.value.url == f"{pieces.HOST}/tim-kiem/?q=%C4%91o%C3%A0n+vi%C3%AAn"


def test_marks_on_letters_are_not_cut(browser):
    """Two stacked marks (Ễ, Ậ, ữ) have room: lines of text are at least 1.6 and headings 1.25 times their letters."""
    with opened(browser, "document") as page:
        ratios = page.evaluate("""[...document.querySelectorAll('h1, h1 *, h2, h3, p, li, dd, td')]
            .filter(e => e.checkVisibility() && e.innerText.trim()).map(e => {
            const s = getComputedStyle(e);
            const kind = e.closest('h1, h2, h3, h4') ? 'heading' : 'text';
            return [kind, parseFloat(s.lineHeight) / parseFloat(s.fontSize), e.outerHTML.slice(0, 80)];
        })""")  # fmt: skip
        assert {kind for kind, *_ in ratios} == {"heading", "text"}
        assert not [r for r in ratios if r[1] < (1.25 if r[0] == "heading" else 1.6) - 0.001]


def test_counts_are_told_once_the_typing_rests(browser):
    """What changes at each letter is told to those who listen once, when the letters stop; it is no live region itself."""
    with opened(browser, "documents") as page:
        page.wait_for_selector("[data-told] + [role=status]", state="attached")
        told = page.evaluate("""new Promise((done) => {
            const shown = document.querySelector('[data-told]'), voice = shown.nextElementSibling, told = [];
            new MutationObserver(() => {
                if (voice.textContent) told.push(voice.textContent);
                if (voice.textContent === 'ba') done(told);
            }).observe(voice, { childList: true });
            ['một', 'hai', 'ba'].forEach((text, n) => setTimeout(() => { shown.textContent = text; }, n * 100));
        })""")
        assert told == ["ba"] and page.locator("[data-told]").get_attribute("role") is None


def test_a_table_is_a_stop_only_while_it_scrolls(browser):
    """The keyboard stops at a table that is wider than its place, and at no other."""
    stops = "[...document.querySelectorAll('.table')].every(e => e.matches('[tabindex]') === e.scrollWidth > e.clientWidth)"
    with opened(browser, "document") as page:
        for width in (1920, 320):
            page.set_viewport_size({"width": width, "height": 800})
            page.wait_for_function(stops)
            assert page.locator(".table").count()


def test_the_page_stands_still_when_the_font_comes(browser):
    """The fallback is measured after the font: a paragraph and a heading take nearly the same width in both."""
    with opened(browser, "news", policy=False) as page:
        page.evaluate("document.fonts.ready")
        widths = page.evaluate("""[400, 600].map(weight => ['"Be Vietnam Pro"', '"Be Vietnam Arial"'].map(family => {
            const e = document.createElement('span');
            e.textContent = 'Hai trăm đoàn viên của bảy chi đoàn xã Sông Xanh xếp thành hàng dọc';
            e.style.cssText = `font: ${weight} 16px ${family}, monospace; white-space: nowrap; position: absolute`;
            document.body.append(e);
            return e.getBoundingClientRect().width;
        }))""")
        if not page.evaluate("document.fonts.check('16px \"Be Vietnam Arial\"')"):
            pytest.skip("máy này không có phông nào để thay thế Be Vietnam Pro")
        assert all(0.95 < fallback / own < 1.05 for own, fallback in widths), widths
