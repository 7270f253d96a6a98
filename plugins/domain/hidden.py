"""Signs that nobody sees and that do harm: control characters, and marks that turn the direction of a text (Unicode TR 36, 39).

Where they are refused is the matter of `frontmatter`, `full_yaml` and the desk; what comes from elsewhere is made harmless here."""

from collections.abc import Iterator

from plugins.domain.patterns import late

CONTROL = late("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ENTITY = late(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))(?![0-9a-fA-F]);?")
_MAPPED = range(0x80, 0xA0)  # these HTML reads as letters of Windows-1252 (WHATWG HTML, 13.2.5.80): old pages are full of them


def shown(text: str) -> str:
    """A text for the terminal: what would move its cursor, colour it or turn its direction is spelt out."""
    return text if text.isascii() and text.isprintable() else CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def entities(text: str) -> Iterator[tuple[int, str]]:
    """The numeric entities of HTML (`&#27;`) that bring such a sign, the first of each line with its line, from 0."""
    line = at = 0
    told = -1
    for found in _ENTITY.finditer(text) if "&#" in text else ():
        number = int(found[1], 16) if found[1] else int(found[2])
        if number not in _MAPPED and number <= 0x10FFFF and CONTROL.match(chr(number)):
            line, at = line + text.count("\n", at, found.start()), found.start()
            if line > told:
                told = line
                yield line, found[0]
