"""Which signs a reader sees: what printed forms have letters for, and what Word alone knows (its signs for private use).

The letters themselves are brought by the archive (`typefaces`, `drawn_signs`); a test holds this table against them."""

from plugins.domain.patterns import late
from plugins.domain.text import ordinary

# The code points, in hexadecimal figures, for which some font of printed forms has a glyph.
_PRINTED = """
    20-7e a0-12b 12e-131 134-165 168-17f 18f 192 1a0-1a1 1af-1b0 1cd-1dc 1e6-1e7 1f8-1f9 218-21b 237 2b0 2b2-2b3 2b7-2b8 2bb-2bc 2be-2bf
    2c6-2cc 2d8-2dd 2e1-2e3 300-304 306-30c 31b 323-324 326-329 32e 331 374-376 37a-37f 384-38a 38c 38e-3a1 3a3-3d7 3dc-3dd 3f0-3f6
    3f9-3fa 3fc-3ff 1e0c-1e0f 1e20-1e21 1e24-1e25 1e2a-1e2b 1e36-1e3b 1e3e-1e3f 1e42-1e49 1e5a-1e63 1e6c-1e6f 1e80-1e85 1e8e-1e8f
    1e92-1e93 1e97 1e9e 1ea0-1ef9 2000-200b 2010-2027 202f-2055 2057 205f 2070-2071 2074-208e 2090-209c 20a0-20af 20b1-20b5 20b8-20ba
    20bc-20bf 20db-20de 20e8 20f0 2100-2101 2103 2105-2106 2109 2113 2116-2117 211e-2122 2126 212a-212b 212e 2132 213b 214d 2150-217f
    2183-2186 2189 2190-2199 21a9-21aa 21b0-21b1 21b3-21b5 21ba-21bb 21d0 21d2 21d4 21de-21df 21e4-21e5 21e7-21e8 21ea 2202 2205-2206
    220f 2211-2212 2215 2219-221a 221e 222b 2236 2248 2260 2264-2265 2295-2298 2303-2305 2318 2325-2327 232b 2380 2387 238b 23ce-23cf
    2423 2460-2468 24b6-24cf 24ea 25a0-25a2 25aa-25ab 25b2-25b3 25b6-25b8 25ba-25bd 25c0-25c1 25c4-25c7 25c9-25cb 25cf 25e6 25ef
    25fd-25fe 2600 2605-2606 2610-2612 263c 2661 2665-2666 266a 26a0 2705 2709 2713-2718 271a 2726-2727 2729 2731 274c 274f-2752 2756
    2764 2780-2788 2794 279c 27a2 27a4 27ef 27f5-27fa 2913 2a38 2b06 2b12-2b13 2b1c 2b24 2b50 1f538-1f539
"""
_PRIVATE = late("[\ue000-\uf8ff]")
_SILENT = "\t\n\r\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"  # take no room, or are blanks
# The signs of Symbol and Wingdings as Word leaves them in a text that was copied → what everybody's fonts have.
_MEANT = dict(
    zip(
        "\uf02d\uf046\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf09f\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0e8\uf0f0\uf0fb\uf0fc\uf0fd\uf0fe",
        "-→●■☐❑◆❖•▪☐•➢→➔⇨✘✓☒☑",
        strict=True,
    )
)


def printed(sign: str) -> bool:
    """Whether a printed form has a glyph for a sign."""
    return _LETTERS.fullmatch(sign) is not None


def unprinted(text: str) -> list[tuple[str, int]]:
    """The signs of a text that printed forms show as an empty box, each once, with the first line (from 1) that holds it. Signs for
    private use are told by `private`."""
    if ordinary(text) or _LETTERS.fullmatch(text):
        return []
    found: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not ordinary(line):
            for sign in line:
                if not printed(sign) and not _PRIVATE.match(sign):
                    found.setdefault(sign, number)
    return list(found.items())


def private(text: str) -> list[tuple[str, int, str]]:
    """The signs for private use in a text, each once: sign, first line, what is meant by it as far as that is known."""
    found: dict[str, int] = {}
    for one in _PRIVATE.finditer(text):
        if one[0] not in found:
            found[one[0]] = text.count("\n", 0, one.start()) + 1
    return [(sign, line, _MEANT.get(sign, "")) for sign, line in found.items()]


def named(sign: str) -> str:
    """A sign as a message shows it: itself, and its number."""
    return f"U+{ord(sign):04X}" if _PRIVATE.match(sign) else f"“{sign}” (U+{ord(sign):04X})"


def _signs(ranges: str) -> str:
    """The inside of a class of signs."""
    pairs = (one.split("-") for one in ranges.split())
    return "".join(f"\\U{int(pair[0], 16):08x}-\\U{int(pair[-1], 16):08x}" for pair in pairs)


_LETTERS = late(f"[{_SILENT}{_signs(_PRINTED)}]*+")
