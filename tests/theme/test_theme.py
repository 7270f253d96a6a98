"""The theme module: one style sheet, addresses by content, templates compiled to the same pages."""

import re
import shutil
from dataclasses import replace

import pytest

from plugins.context import theme
from plugins.context.views import Font
from tests.theme import pieces, samples


@pytest.fixture
def copy(tmp_path):
    """The theme in a folder of its own, free to be changed."""
    return shutil.copytree(pieces.THEME, tmp_path / "giao diện")


def test_minify_keeps_what_counts():
    """Comments and needless blanks go; strings, blanks in selectors and in calc() stay."""
    css = """a :hover , b { color : red ; content: "a  ;  /* b */" ; } /* c ** { */
        @media (x: 1) and (y) {\n p { margin: calc(1px + 2px) ; } }"""
    small = """a :hover,b{color : red;content: "a  ;  /* b */"}@media (x: 1) and (y){p{margin: calc(1px + 2px)}}\n"""
    assert theme.minify(css) == small


def test_minify_says_the_same():
    """The style sheet has as many rules, declarations and at-rules after minifying as before."""
    parts = [p.read_text(encoding="utf-8") for p in sorted(pieces.THEME.rglob("*.css"))]
    whole = re.sub(r"/\*.*?\*/", "", "\n".join(parts), flags=re.DOTALL)
    small = theme.minify("\n".join(parts))
    assert small.count("{") == whole.count("{") == small.count("}")
    assert re.sub(r"[\s;]", "", small) == re.sub(r"[\s;]", "", whole)


def test_the_style_sheet_holds_every_file_and_font():
    """Every style file of the theme but that of printed forms is in the one style sheet, or in one that few pages load; and every
    given font is in it."""
    assert {p.stem for p in (pieces.THEME / "css").iterdir()} == {*theme.BASE, *theme.LAST, "pdf"}
    css = theme.stylesheet(pieces.THEME, (*pieces.FONTS, Font("/x.woff2", 700, "italic"))).decode()
    apart = {theme.name(address): data.decode() for address, data in theme.assets(pieces.THEME, pieces.FONTS).items()}
    sheets = {name: apart[sheet] for sheet, names in theme.APART.items() for name in names}
    for name in theme.components(pieces.THEME):
        own = (pieces.THEME / "templates" / "components" / name / f"{name}.css").read_text(encoding="utf-8")
        first = re.search(r"^[^/{]+\{|\Z", own, re.MULTILINE)[0]
        assert theme.minify(first + "}").strip()[:-1] in sheets.get(name, css)
    assert css.count("@font-face") == len(pieces.FONTS) + 4
    assert 'font-weight: 700;font-style: italic;font-display: swap;src: url("/x.woff2")' in css


def test_what_is_hidden_is_hidden():
    """The last rule of the style sheet hides what is marked hidden, after every display that a component sets."""
    assert theme.stylesheet(pieces.THEME, pieces.FONTS).decode().endswith("[hidden]{display: none}\n")


def test_addresses_change_with_content_alone(copy):
    """Equal files have equal addresses in any folder, with any line ends; a changed file has a new one."""
    before = theme.assets(pieces.THEME, pieces.FONTS)
    assert theme.assets(copy, pieces.FONTS) == before
    reset = copy / "css" / "reset.css"
    reset.write_bytes(reset.read_bytes().replace(b"\n", b"\r\n"))
    assert theme.assets(copy, pieces.FONTS) == before
    reset.write_text("* { margin: 1px; }", encoding="utf-8")
    after = theme.assets(copy, pieces.FONTS)
    changed = {a for a in before if a not in after}
    assert changed == {theme.find(before, "site.css")}
    with pytest.raises(KeyError):
        theme.find(after, "khong-co.js")


def test_scripts_stand_alone():
    """A script names no neighbour, because published names carry a digest that it cannot know: pages tell it where one lies."""
    for script in (pieces.THEME / "static").glob("*.js"):
        assert not re.search(r"(?m)^\s*import\b(?!\()|\bimport\([^a-z]", script.read_text(encoding="utf-8")), script.name


def test_the_bytecode_cache_changes_nothing(tmp_path):
    """A page is the same from compiled templates kept on disk, the first and the second time."""
    plain = theme.render(theme.environment(pieces.THEME), *samples.pages()["model"])
    for _ in range(2):
        assert theme.render(theme.environment(pieces.THEME, tmp_path), *samples.pages()["model"]) == plain
    assert any(tmp_path.iterdir())


def test_what_hangs_on_the_site_follows_the_site():
    """Header and footer are those of the site and the section of each page, however many were rendered before."""
    env, (template, site, view) = theme.environment(pieces.THEME), samples.pages()["news"]
    other = replace(site, name="Trang khác", organ="Cơ quan khác & bạn")
    elsewhere = replace(view, crumbs=view.crumbs[:1] + view.crumbs[2:])
    for shown, page in ((site, view), (other, view), (site, view), (site, elsewhere), (other, elsewhere), (site, view)):
        assert theme.render(env, template, shown, page) == theme.render(theme.environment(pieces.THEME), template, shown, page)


def test_templates_have_no_random_or_foreign_globals():
    """Nothing but filters and tests of Jinja itself is at hand in a template."""
    assert not theme.environment(pieces.THEME).globals
