"""The link check: exactly the addresses and fragments that the site does not have."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.context.store import Store
from plugins.domain import addresses
from plugins.domain.problems import Problem
from plugins.incremental.linkcheck import LinkCheck
from plugins.incremental.making import Made
from plugins.incremental.manifest import Manifest


def told(pages: dict[str, str], url: str = "https://vi-du.example", files: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Source and code of the problems of pages (address → HTML); `files` are there besides."""
    problems = judged(pages, url, files)
    assert all(p.message and p.suggestion for p in problems)
    return [(p.path, p.code) for p in problems]


def judged(pages: dict[str, str], url: str, files: tuple[str, ...] = ()) -> list[Problem]:
    """What the manifest of a site that consists of these pages and files finds wrong."""
    manifest = Manifest(Store(None), url)
    for name in files:
        assert manifest.put(Made(name, f"/{name}", "", "", "", 1, 1, True)) is None
    for address, html in pages.items():
        facts = LinkCheck(url).facts(address, html)
        found = {"ids": facts.ids, "wants": facts.wants, "strange": facts.strange}
        name = addresses.file_name(address)
        assert manifest.put(Made(name, address, address, f"content{address}", "", 1, 1, True, page=True, **found)) is None
    manifest.flush()
    return manifest.problems()


BROKEN, NO_PLACE = ("content/", "lien-ket-hong"), ("content/", "muc-khong-co")
STRANGE = ("content/", "lien-ket-cam")


@pytest.mark.parametrize(
    ("html", "problems"),
    [
        ('<a href="/">', []),
        ('<a href="/a/">', [BROKEN]),
        ('<a href="/a.pdf">', []),
        ('<a class="x" href="/b.pdf">', [BROKEN]),
        ('<img src="/b.jpg">', [BROKEN]),
        ('<source srcset="/a.pdf 480w, /b.jpg 960w">', [BROKEN]),
        ('<img srcset="">', []),
        ('<form action="/a/">', [BROKEN]),
        ('<p id="x"><a href="#x">', []),
        ('<a href="#x">', [NO_PLACE]),
        ('<a href="/#x"><b id="x">', []),
        ('<a href="/#y"><b id="x">', [NO_PLACE]),
        ('<a href="/a.pdf#page=2">', []),
        ('<a href="/?q=1"><a href="/a.pdf?v=2">', []),
        ('<a href="/?q=1#x">', [NO_PLACE]),
        ('<b id="đ"><a href="#%C4%91">', []),
        ('<b id="fn:&quot;"><a href="#fn:&quot;">', []),
        ('<a href="https://vi-du.example/a/">', [BROKEN]),
        ('<a href="https://vi-du.example/a.pdf">', []),
        ('<a href="https://khac.example/a/"><a href="mailto:a@b.example"><a href="tel:0229">', []),
        ('<a href="//khac.example/a/"><a href="javascript:alert(1)">', [STRANGE, STRANGE]),
        ('<a href="/b%C3%A1o.pdf">', []),
        ('<a href="/a&amp;b.pdf">', []),
        ('<a href="/50%25.pdf">', []),
        ('<code>&lt;a href="/khong-co/"&gt;</code> và src="/cung-khong/"', []),
        ('<code>&lt;a id="y"&gt;</code><a href="#y">', [NO_PLACE]),
        ('<a href="/a/"><a href="/a/"><a href="/c/">', [BROKEN, BROKEN]),
    ],
)
def test_links_of_one_page(html, problems):
    """Every attribute that asks for a file is checked, words about HTML are not, and each missing target is told once."""
    assert told({"/": html}, files=("a.pdf", "báo.pdf", "a&b.pdf", "50%.pdf")) == problems


def test_a_site_below_a_path():
    """Below a path every address carries it; one that does not leads out of the site."""
    pages = {
        "/": '<a href="/doan/a/#x"><a href="/doan/"><a href="#y"><b id="y">',
        "/a/": '<b id="x"><a href="https://vi-du.example/doan/">',
    }
    assert told(pages, "https://vi-du.example/doan") == []
    for wrong in ("/a/", "/doan-khac/", "/doan"):
        assert told(pages | {"/": f'<a href="{wrong}">'}, "https://vi-du.example/doan") == [BROKEN]
    assert told({"/": '<a href="https://vi-du.example/tinh-doan/">'}, "https://vi-du.example/doan") == []


def test_the_facts_of_a_page():
    """A page gives its ids and each target once, in order and without entities; other attributes and words in a text give none."""
    html = '<h1 id="a">x href="/khong/"</h1><a class="b" data-id="c" href="/x?a=1&amp;b=2"><img src="/y" srcset="/y 1w,/z 2w"><a href="/y">'
    assert LinkCheck("https://vi-du.example").facts("/", html) == (("a",), ("/x", "/y", "/z"), (), ())


WORD = st.text("abđ &%#?", min_size=1, max_size=4).filter(lambda s: s.strip(" .") == s)


@given(st.dictionaries(WORD, st.tuples(st.sets(WORD, max_size=3), st.sets(st.tuples(WORD, WORD), max_size=4)), max_size=5))
def test_exactly_the_missing_is_found(site):
    """In any site whatever is asked for and not there is told, and nothing else is."""
    pages, missing = {}, set()
    for name, (ids, links) in site.items():
        html = "".join(f'<b id="{i.replace("&", "&amp;")}">' for i in ids)
        html += "".join(f'<a href="/{quote(goal)}/#{quote(place)}">' for goal, place in links)
        pages[f"/{name}/"] = html
        missing |= {(goal, place) for goal, place in links if goal not in site or place not in site[goal][0]}
    found = judged(pages, "https://vi-du.example")
    assert len(found) == len(missing)
    assert sorted(p.code for p in found) == sorted("muc-khong-co" if goal in site else "lien-ket-hong" for goal, _ in missing)
