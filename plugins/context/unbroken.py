"""Printed numbers of documents that no line may break: `16-HD/TĐTN-BTC` stays whole behind its hyphens and slashes.

No sign is added that would be copied along: the number stands in a span that the style sheet takes to the next line whole. What is longer
than a column of a table holds is left to break as it will."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from plugins.domain.patterns import late

_LONGEST = 20  # signs of a number that fit such a column
_TOKEN = late(r"<[^>]*>|(?<![\w/&;.-])\w+(?:[-–/_]\w+)++(?![/–-])")
_SYMBOL = late(r"[-–/_][A-ZĐ]{2}|^[A-ZĐ]{2,}[/-]")
_LINK = late(r"(<a [^>]*>)([^<]*)(?=</a>)")
_SPAN = '<span class="symbol">{}</span>'


def unbroken(text: str) -> str:
    """A plain text, or markup, in which the numbers of documents are kept whole; the text itself where there is none."""
    return _marked(text) if "/" in text else text


def linked(markup: str) -> str:
    """The markup of a text in which the words of links are so kept; in others than links numbers are kept where they are citations."""
    return _LINK.sub(lambda found: f"{found[1]}{unbroken(Markup(found[2]))}", markup)


@lru_cache(maxsize=4096, typed=True)  # what is a text for one is markup for another
def _marked(text: str) -> str:
    markup = str(escape(text))
    found = _TOKEN.sub(_kept, markup)
    return text if found == markup else Markup(found)


def _kept(found: re.Match[str]) -> str:
    token = found[0]
    return _SPAN.format(token) if token[0] != "<" and len(token) <= _LONGEST and _SYMBOL.search(token) else token
