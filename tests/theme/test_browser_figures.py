"""What only a browser shows of figures: whether words stand on words, on a phone, in the dark, on paper."""

import pytest

from tests.theme.test_browser import opened

OVERLAPS = """() => [...document.querySelectorAll('.drawing-picture')].flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
    const out = words.filter(([, r]) => r.left < frame.left - 1 || r.right > frame.right + 1).map(([t]) => 'outside: ' + t);
    return out.concat(words.flatMap(([a, r], n) => words.slice(n + 1)
        .filter(([, s]) => r.left < s.right - 1 && s.left < r.right - 1 && r.top + 3 < s.bottom - 3 && s.top + 3 < r.bottom - 3)
        .map(([b]) => `${a} × ${b}`)));
})"""


@pytest.mark.parametrize("name", ["gallery", "model", "thread", "province-map"])
def test_words_of_figures_stand_apart(browser, name):
    """At 320, 768 and 1280 pixels and on paper no word of a figure stands on another or leaves its figure, and all can be read."""
    with opened(browser, name, policy=False) as page:
        page.evaluate("document.fonts.ready")
        for width, media in ((320, "screen"), (768, "screen"), (1280, "screen"), (680, "print")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(media=media)
            assert page.locator(".drawing-picture").count() > (name not in ("thread", "province-map"))
            assert page.evaluate(OVERLAPS) == [], (width, media)
            if media == "screen":
                smallest = """Math.min(...[...document.querySelectorAll('.drawing-picture')].filter(s => s.checkVisibility())
                    .map(s => parseFloat(getComputedStyle(s).fontSize) * s.getBoundingClientRect().width / s.viewBox.baseVal.width))"""
                assert page.evaluate(smallest) >= 11, width


def test_figures_are_there_without_their_colours(browser):
    """In forced colours and on paper the bars of a figure are still filled."""
    with opened(browser, "gallery", forced_colors="active") as page:
        fills = page.evaluate("[...document.querySelectorAll('rect.drawing-value')].map(e => getComputedStyle(e).fill)")
        assert fills and "none" not in fills
        page.emulate_media(media="print", forced_colors="none")
        adjust = "getComputedStyle(document.querySelector('.drawing-picture')).printColorAdjust"
        assert page.evaluate(adjust) == "exact"


def test_tiles_of_the_map_are_links_for_fingers_and_keys(browser):
    """At 320 pixels a tile with models is reached by Tab under its full name and is 24 pixels wide; one without is no stop on the way."""
    with opened(browser, "province-map") as page:
        page.set_viewport_size({"width": 320, "height": 800})
        tile = page.get_by_role("link", name="Tỉnh Ninh Bình: 6 mô hình")
        box = tile.bounding_box()
        assert min(box["width"], box["height"]) >= 24
        stops = []
        for _ in range(40):
            page.keyboard.press("Tab")
            stops.append(page.evaluate("document.activeElement.closest('svg') && document.activeElement.getAttribute('aria-label')"))
        assert [stop for stop in stops if stop] == ["Tỉnh Ninh Bình: 6 mô hình"]
