"""The theme as the build sees it: its Jinja environment, its style sheet, its scripts and icons.

Only files under theme/ are read, always as UTF-8 text with any line ends, so that the same commit gives the same bytes.
Not here: how templates become code (`templates`), which page gets which template (the adapters), making fonts and pictures
(media), and nothing of Pelican."""

import hashlib
from pathlib import Path

import jinja2

from plugins.context import templates
from plugins.context.unbroken import unbroken
from plugins.context.views import Font, Site
from plugins.domain.patterns import late

FAMILY = "Be Vietnam Pro"
"""The font family that the style sheet names; `fonts` bring its files."""

BASE = ("properties", "reset", "typography", "layout", "pages")
"""Files of theme/css that open the style sheet, in this order; the components follow by name."""

APART = {
    "compare.css": ("comparison", "compare-tool"),
    "document.css": ("directive", "letterhead", "origin", "signature"),
}
"""Components of few kinds of page: their styles are sheets of their own, which those pages load before the one of the site."""

LAST = ("paper", "print")
"""Files of theme/css that close the style sheet, because they take things away from components."""

PAPER = (*APART["document.css"], "prose")
"""Components that stand on the printed form of a document (PDF)."""

PREFIX = "/theme/"
EVERYWHERE = ("site.js",)  # scripts that every page loads; others are loaded by the pages that need them
DIGITS = 8
"""How much of a file's SHA-256 its address carries: enough to tell versions apart, for caching without end."""

OF_SITE = ("site-header", "site-footer")
"""Components that hang on `site` and the menu entry alone: made once, not for every page."""

OF_PIECE = ("card",)
"""Components that hang on one piece of a view that many pages show: made once for each piece."""

_STRING = r"""("[^"\n]*"|'[^'\n]*')"""
_GAPS = late(_STRING + r"|((?:\s|/\*(?:[^*]|\*(?!/))*\*/)+)")
_COMMENT = late(r"/\*(?:[^*]|\*(?!/))*\*/")
_SIGNS = late(_STRING + r"|(?: ?;)? ?(\}) ?| ?([{;,]) ?")


def environment(theme: Path, bytecode: Path | None = None) -> jinja2.Environment:
    """The Jinja environment of the templates: escaping always on, an unknown name is an error, no globals of ours.

    `bytecode` is an existing folder where compiled templates are kept between builds. Templates are read once per
    environment; after a change of the theme a new environment is needed."""
    env = templates.Environment(
        loader=jinja2.FileSystemLoader(theme / "templates", encoding="utf-8"),
        bytecode_cache=jinja2.FileSystemBytecodeCache(str(bytecode), templates.PATTERN) if bytecode else None,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        newline_sequence="\n",
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.globals.clear()
    env.filters["unbroken"] = unbroken
    for name in OF_SITE:
        module, macro = env.get_template(f"components/{name}/{name}.html").module, name.replace("-", "_")
        setattr(module, macro, templates.OfSite(getattr(module, macro)))
    for name in OF_PIECE:
        module, macro = env.get_template(f"components/{name}/{name}.html").module, name.replace("-", "_")
        setattr(module, macro, templates.OfPiece(getattr(module, macro)))
    return env


def render(env: jinja2.Environment, template: str, site: Site, page: object) -> str:
    """One page as HTML. The template sees exactly two names: `site`, and `page`, the view it is made for."""
    return env.get_template(template).render(site=site, page=page)


def compile_all(env: jinja2.Environment) -> None:
    """Compiles every template, so that other processes find them where `bytecode` is kept."""
    for name in env.list_templates(extensions=("html",)):
        env.get_template(name)


def components(theme: Path) -> tuple[str, ...]:
    """The names of the components, sorted: one folder each in theme/templates/components."""
    return tuple(sorted(p.name for p in (theme / "templates" / "components").iterdir() if p.is_dir()))


def stylesheet(theme: Path, fonts: tuple[Font, ...]) -> bytes:
    """The style sheet of every page: font faces, base, components by name, print; comments and needless blanks taken out."""
    apart = {name for names in APART.values() for name in names}
    parts = [font_face(font) for font in fonts]
    parts += [_text(theme / "css" / f"{name}.css") for name in BASE]
    parts += [_styles(theme, name) for name in components(theme) if name not in apart]
    parts += [_text(theme / "css" / f"{name}.css") for name in LAST]
    return minify("\n".join(parts)).encode()


def paper(theme: Path) -> str:
    """The style sheet of printed forms (PDF): what a page wears on paper, and what is told to them alone."""
    parts = [_text(theme / "css" / f"{name}.css") for name in BASE[:3]]
    parts += [_text(theme / "templates" / "components" / name / f"{name}.css") for name in PAPER]
    return minify("\n".join([*parts, *(_text(theme / "css" / f"{name}.css") for name in (*LAST, "pdf"))]))


def font_face(font: Font) -> str:
    """The @font-face rule of one font file. `swap` shows the fallback at once: a page is read before its font is here."""
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {font.weight}; font-style: {font.style}; '
        f'font-display: swap; src: url("{font.href}") format("woff2"); }}'
    )


def minify(css: str) -> str:
    """The same rules without comments and needless blanks. Strings stay as they are; a blank that may matter (in a
    selector, in calc()) stays a single blank. Nothing else is rewritten. Linear in the length of the text."""
    text = _GAPS.sub(lambda m: m[1] or (" " if any(c.isspace() for c in _COMMENT.sub("", m[2])) else ""), css)
    return _SIGNS.sub(lambda m: m[1] or m[2] or m[3], text).strip() + "\n"


def assets(theme: Path, fonts: tuple[Font, ...]) -> dict[str, bytes]:
    """Address → bytes of everything the theme gives to the site but the fonts: the style sheets and theme/static.

    An address is `/theme/<name>-<digest>.<extension>`, without the path prefix of the site."""
    files = {"site.css": stylesheet(theme, fonts)}
    files |= {sheet: minify("\n".join(_styles(theme, name) for name in names)).encode() for sheet, names in APART.items()}
    for path in sorted((theme / "static").iterdir(), key=lambda p: p.name):
        if path.is_file() and not path.name.startswith("."):
            files[path.name] = _text(path).encode()
    return {address(name, data): data for name, data in files.items()}


def address(name: str, data: bytes) -> str:
    """Where a file of the theme is published: its name with the digest of its bytes."""
    stem, _, extension = name.rpartition(".")
    return f"{PREFIX}{stem}-{hashlib.sha256(data).hexdigest()[:DIGITS]}.{extension}"


def name(address: str) -> str:
    """The name of the file that is published at an address of `assets`."""
    stem, _, extension = address.removeprefix(PREFIX).rpartition(".")
    return f"{stem[: -DIGITS - 1]}.{extension}"


def find(addresses: dict[str, bytes], name: str) -> str:
    """The address in `assets` of the file `name` ("site.css", "search.js"); KeyError when the theme has none."""
    for found, data in addresses.items():
        if found == address(name, data):
            return found
    raise KeyError(name)


def _styles(theme: Path, component: str) -> str:
    return _text(theme / "templates" / "components" / component / f"{component}.css")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
