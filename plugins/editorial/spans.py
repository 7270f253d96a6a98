"""What stands inside a line, read swiftly: links, emphasis, hard line breaks; anything else is a `Doubt`.

Blocks are told apart in `swift`; both take only what python-markdown is proved to read the same way."""

import html
import re
from typing import NamedTuple

from plugins.context.body import LinkHole
from plugins.domain.patterns import late
from plugins.domain.text import ordinary

HOLE = "\ue000"  # where a hole stands in markup; `swift` has refused texts that hold such characters
_BREAK = "\ue001"  # a hard line break while emphasis is sought: no blank, as the mark that Markdown puts there
# A mark of a footnote, a link.
_LINK = late(f"\\[\\^([\\w-]{{1,40}})\\](?!\\s*+:)|\\[([^\\[\\]]++)\\]\\(([^\\s()<>\"'\\[\\]{_BREAK}]++)\\)")
_STARS = late(r"\*+")
_UNDERSCORE = late(r"(?<![\w_])_|_(?![\w_])")  # one that stands inside a word means nothing
_ANY_TAG = late(r"<[^>]*>")
_INVISIBLE = str.maketrans(dict.fromkeys("\xa0\xad\u200b\u200c\u200d\ufeff\n", " "))  # not printable, but common in pasted texts
_ENTITY = late(r"&[^\s&;]*;")


class Note(NamedTuple):
    """The mark of a footnote in a text, which stands among its holes until all footnotes are known."""

    name: str


class Doubt(Exception):
    """A text holds something that is left to python-markdown."""


def plain(text: str) -> bool:
    """Whether a text is free of signs that mean more than links and emphasis: code, tags, escapes, entities."""
    if "`" in text or "\\" in text or "<" in text or "\t" in text:
        return False
    if not ordinary(text) and not text.replace("\n", " ").isprintable() and not text.translate(_INVISIBLE).isprintable():
        return False
    return "&" not in text or not _ENTITY.search(text)


def spans(text: str, holes: list) -> str:
    """The HTML of a run of text; each link puts a `LinkHole` into `holes` and `HOLE` into the markup, a footnote a `Note`. Raises Doubt."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "  \n" in text:
        text = text.replace("  \n", _BREAK)
    if "[" in text or "]" in text:
        text = _links(text, holes)
    if "*" in text:
        text = emphasis(text)
    if "_" in text and _UNDERSCORE.search(text):
        raise Doubt
    return text.replace(_BREAK, "<br>\n") if _BREAK in text else text


def words(markup: str) -> str:
    """The words of what `spans` made; a hard line break parts them as a paragraph does. Blanks: ` `, `\\n` and U+00A0 only."""
    if "<" in markup:
        if "<br>" in markup:
            return "\n\n".join(filter(None, map(words, markup.split("<br>"))))
        markup = _ANY_TAG.sub("", markup)
    if HOLE in markup:
        markup = markup.replace(HOLE, "")
    if "&" in markup:
        markup = markup.replace("&gt;", ">").replace("&amp;", "&")
    if "\n" in markup:
        markup = markup.replace("\n", " ")
    return " ".join(markup.split()) if "  " in markup or "\xa0" in markup else markup.strip()


def target(written: str) -> str:
    """The target of a link or picture as its hole keeps it. Doubt where an old-style entity would be read in it."""
    if "&" in written and html.unescape(written) != written:
        raise Doubt
    return written


def _links(text: str, holes: list) -> str:
    """The text with its links as HTML and its footnotes marked. Any bracket that is left may be a reference or half a link."""
    if "![" in text:
        raise Doubt

    def link(found: re.Match[str]) -> str:
        if found[1]:
            _above, newline, before = text[: found.start()].rpartition("\n")
            if newline and not before.strip():
                raise Doubt  # a mark that begins a line: without it, the line may be blank, which parts the words
            holes.append(Note(found[1]))
            return HOLE
        inner = emphasis(found[2]) if "*" in found[2] else found[2]
        if "*" in inner:
            raise Doubt
        holes.append(LinkHole(target(found[3].replace("&gt;", ">").replace("&amp;", "&"))))
        return f'<a href="{HOLE}">{inner}</a>'

    text = _LINK.sub(link, text)
    if "[" in text or "]" in text:
        raise Doubt
    return text


def emphasis(text: str) -> str:
    """The text with `*x*` and `**x**` as HTML, one after another and never within one another.

    A run of stars opens before a word and closes after one; between blanks it means nothing, as does one never closed."""
    if (stars := text.count("*")) == 2 or (stars == 4 and text.count("**") == 2):  # one word or two, as nearly always
        before, inner, after = text.split("*" * (stars // 2))
        if inner and not inner[0].isspace() and not inner[-1].isspace():
            return f"{before}<em>{inner}</em>{after}" if stars == 2 else f"{before}<strong>{inner}</strong>{after}"
    pieces, end, opened = [], 0, None
    for run in _STARS.finditer(text):
        start, stop = run.span()
        closes = start > 0 and not text[start - 1].isspace()
        opens = stop < len(text) and not text[stop].isspace()
        if opened is None:
            if opens:
                opened = run
        elif closes and stop - start == opened.end() - opened.start() <= 2:
            tag = "em" if stop - start == 1 else "strong"
            pieces += (text[end : opened.start()], f"<{tag}>{text[opened.end() : start]}</{tag}>")
            opened, end = None, stop
        elif closes or opens:
            raise Doubt
    return "".join((*pieces, text[end:])) if pieces else text
