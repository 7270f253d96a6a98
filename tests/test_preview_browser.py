"""The preview as an editor sees it, in a real browser: saved words appear, faults show a panel, mended ones take it away.

What is decided by the server is tested in test_preview_host.py."""

import threading
from contextlib import contextmanager

import pytest

from plugins.commands.preview_watch import watch
from tests.preview_site import FAULT, Site, previewed

PANEL = "[role=alert]"


@contextmanager
def opened(browser, address: str, **options):
    """A page in a window of its own; what the browser complains of is in `page.complaints`.

    A test waits for the last reload that it brings about: a window that is closed while a page changes may never close."""
    context = browser.new_context(**options)
    try:
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(address)
        yield page
        page.wait_for_load_state()
    finally:
        context.close()


@pytest.fixture
def site(tmp_path) -> Site:
    return Site(tmp_path)


@pytest.fixture
def running(site):
    """(preview, server) of a site of two texts; nothing is watched."""
    with previewed(site) as pair:
        yield pair


@pytest.fixture
def url(site, running):
    """The address of a site whose files are watched: what a test saves is built at once."""
    preview, server = running
    stop = threading.Event()
    saved = watch([site.content], stop)
    next(saved)

    def follow():
        for paths in saved:
            preview.refresh(paths)

    thread = threading.Thread(target=follow)
    thread.start()
    yield server.url
    stop.set()
    thread.join()


def test_a_saved_file_appears_a_fault_shows_and_mending_takes_it_away(browser, site, url):
    """The page shows new words by itself; a fault leaves them there with a panel over them; mended, the panel goes."""
    from playwright.sync_api import expect

    with opened(browser, f"{url}mot/") as page:
        words, panel = page.locator("#words"), page.locator(PANEL)
        expect(words).to_have_text("lời đầu của mot")
        site.write("mot", "lời mới")
        expect(words).to_have_text("lời mới")
        site.write("mot", "sai rồi")
        expect(panel).to_be_visible()
        for told in ("content/mot.txt:3", FAULT.message, FAULT.suggestion, "1 lỗi cần sửa"):
            expect(panel).to_contain_text(told)
        expect(words).to_have_text("lời mới")
        with opened(browser, url) as other:
            expect(other.locator(PANEL)).to_contain_text(FAULT.message)
            site.write("mot", "đã sửa")
            expect(other.locator(PANEL)).to_have_count(0)
        expect(words).to_have_text("đã sửa")
        expect(panel).to_have_count(0)
        assert not page.complaints, "all of it works under the policy of the site"


def test_a_page_that_did_not_change_is_left_alone(browser, site, url):
    """A build that changes another page neither reloads this one nor touches what the editor has done in it."""
    from playwright.sync_api import expect

    with opened(browser, f"{url}mot/") as page, opened(browser, f"{url}hai/") as other:
        page.evaluate("window.mine = true")
        site.write("hai", "lời mới của hai")
        expect(other.locator("#words")).to_have_text("lời mới của hai")
        site.write("hai", "sai")
        expect(page.locator(PANEL)).to_be_visible()
        site.write("hai", "lại đúng")
        expect(page.locator(PANEL)).to_have_count(0)
        expect(other.locator("#words")).to_have_text("lại đúng")
        assert page.evaluate("window.mine") is True


def test_a_reloaded_page_stays_where_it_was(browser, site, url):
    """An editor who has scrolled down a long page is at the same place after it was reloaded."""
    from playwright.sync_api import expect

    site.write("mot", "<br>" * 300 + "cuối")
    with opened(browser, f"{url}mot/", viewport={"width": 360, "height": 500}, bypass_csp=True) as page:
        expect(page.locator("#words")).to_contain_text("cuối")
        page.evaluate("window.scrollTo(0, 2000)")
        site.write("mot", "<br>" * 300 + "hết")
        expect(page.locator("#words")).to_contain_text("hết")
        page.wait_for_function("window.scrollY === 2000")


def test_a_page_that_went_away_says_so(browser, site, url):
    """The editor of a text that was renamed keeps the old page, with a word about it and a way home."""
    from playwright.sync_api import expect

    with opened(browser, f"{url}mot/") as page:
        (site.content / "mot.txt").rename(site.content / "ba.txt")
        expect(page.locator(PANEL)).to_contain_text("không còn ở đây")
        expect(page.locator("#words")).to_have_text("lời đầu của mot")
        page.locator(PANEL).get_by_role("link", name="Về trang chủ").click()
        expect(page.locator("#words")).to_have_text("trang chủ")
        page.goto(f"{url}bon/")
        expect(page.locator("#words")).to_have_text("không thấy")
        site.write("bon", "bài thứ tư")
        expect(page.locator("#words")).to_have_text("bài thứ tư")


def test_before_there_is_a_site_its_faults_are_read_and_it_comes_by_itself(browser, site, url):
    """Where nothing could be built yet, a plain page says why; once mended, the site stands in its place."""
    from playwright.sync_api import expect

    for file in sorted(site.output.rglob("*.html")):
        file.unlink()
    site.write("mot", "sai")
    with opened(browser, f"{url}mot/") as page:
        expect(page.locator(".waiting")).to_contain_text(FAULT.message)
        site.write("mot", "đúng")
        expect(page.locator("#words")).to_have_text("đúng")


def test_a_tab_out_of_sight_does_not_listen(browser, site, running):
    """A hidden tab lets its connection go, and catches up with what it missed when it is looked at again."""
    from playwright.sync_api import expect

    preview, server = running
    hide = """hidden => {
        Object.defineProperty(document, 'hidden', {configurable: true, value: hidden});
        document.dispatchEvent(new Event('visibilitychange'));
    }"""
    with opened(browser, f"{server.url}mot/") as page:
        while not preview.board.listeners:
            page.evaluate("0")
        page.evaluate(hide, True)
        while preview.board.listeners:
            page.evaluate("0")
        site.write("mot", "lời mới")
        preview.refresh(None)
        page.evaluate(hide, False)
        expect(page.locator("#words")).to_have_text("lời mới")


def test_the_panel_is_closed_by_keyboard_and_comes_with_the_next_fault(browser, site, running):
    """Escape closes the panel, so does its button; a build that is still bad shows it again; focus is never taken."""
    from playwright.sync_api import expect

    preview, server = running
    with opened(browser, f"{server.url}mot/") as page:
        page.get_by_role("link").focus()
        for close in (lambda: page.keyboard.press("Escape"), lambda: _press_button(page)):
            site.write("mot", "sai")
            preview.refresh(None)
            expect(page.locator(PANEL)).to_be_visible()
            assert page.evaluate("document.activeElement.tagName") in ("A", "BODY")
            close()
            expect(page.locator(PANEL)).to_have_count(0)


def _press_button(page) -> None:
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Đóng").focus()
    page.keyboard.press("Enter")


def test_the_panel_has_no_barrier(browser, site, running):
    """axe finds nothing on the panel and on the plain page, narrow and wide, light and dark, and nothing runs off the side."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import expect

    preview, server = running
    site.write("mot", "sai")
    preview.refresh(None)
    found = []
    for address, place in (("mot/", PANEL), ("", ".waiting")):
        if place == ".waiting":
            for file in sorted(site.output.rglob("*.html")):
                file.unlink()
        with opened(browser, server.url + address, bypass_csp=True) as page:
            expect(page.locator(place)).to_be_visible()
            for width, scheme in ((320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")):
                page.set_viewport_size({"width": width, "height": 700})
                page.emulate_media(color_scheme=scheme)
                violations = Axe().run(page).response["violations"]
                found += [(place, width, scheme, v["id"], n["html"][:120]) for v in violations for n in v["nodes"]]
                assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not found
