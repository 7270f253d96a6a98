"""Share cards, 1200 × 630 pixels: what a social network shows for a page without a picture of its own.

One card for each category or record type, drawn here and nowhere copied. Not here: which page uses which
card.
"""

from __future__ import annotations

import functools
import io
import math
from dataclasses import dataclass
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from plugins.media.card_plans import HEIGHT, SCHEMES, WIDTH, Card, Scheme, plan
from plugins.media.fonts import source
from plugins.media.store import Store

MARGIN = 88
SIZES = (112, 104, 96, 88, 80, 72, 64, 56, 48)
LEADING = 1.32
"""Line height in font sizes: room for a hook and two marks above a capital, as in “Ẩ” and “Ữ”."""

MAX_LINES = 3
LABEL_BOTTOM = 468


@dataclass(frozen=True, slots=True)
class Line:
    """One line of lettering: text, font size, the left end of its baseline, and the box its ink fills."""

    text: str
    size: int
    x: int
    y: int
    box: tuple[int, int, int, int]


def draw(card: Card, cache: Store) -> Path:
    """The file of the card in the cache, drawn only if it is not there."""
    name = f"card-{card.address.rsplit('/', 1)[-1].removesuffix('.png')}-{PIL.__version__}.png"
    return cache.get(name) or cache.put(name, render(card))


def card(label: str, site_name: str, scheme: str = "lam") -> bytes:
    """A share card as PNG bytes; the same words always give the same bytes."""
    return render(plan(label, site_name, scheme))


def render(card: Card) -> bytes:
    """Draws a planned card as PNG."""
    scheme = SCHEMES[card.scheme]
    image = _background(scheme).copy()
    pen = ImageDraw.Draw(image)
    label, site = lettering(card)
    top = label[0].box[1]
    pen.rounded_rectangle((MARGIN, top - 62, MARGIN + 96, top - 52), 5, fill=scheme.accent)
    for line in label:
        pen.text((line.x, line.y), line.text, font=_font("Bold", line.size), fill="white", anchor="ls")
    for line in site:
        pen.text(
            (line.x, line.y),
            line.text,
            font=_font("Medium", line.size),
            anchor="ls",
            fill=_mix(scheme.arc, (255, 255, 255), 0.82),
        )
    out = io.BytesIO()
    image.quantize(192, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "png", compress_level=6)
    return out.getvalue()


def lettering(card: Card) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Where the words stand: the lines of the label and the line of the site name; all ink is in the card."""
    width = WIDTH - 2 * MARGIN
    for size in SIZES:
        lines = _wrap(card.label, "Bold", size, width)
        if len(lines) <= (2 if size > 72 else MAX_LINES) and _fit(lines, "Bold", size, width):
            lines = _balance(lines, card.label, "Bold", size, width)
            break
    else:
        if len(lines) > MAX_LINES:
            lines = [*lines[: MAX_LINES - 1], lines[MAX_LINES - 1] + "…"]
        lines = _shorten(lines, "Bold", size, width)
    step = round(size * LEADING)
    first = LABEL_BOTTOM - round(size * 0.25) - step * (len(lines) - 1)
    label = tuple(_line(text, "Bold", size, first + step * i) for i, text in enumerate(lines))
    for small in (38, 34, 30, 26):
        if _fit([card.site_name], "Medium", small, width):
            break
    name = _shorten([card.site_name], "Medium", small, width)
    return label, tuple(_line(text, "Medium", small, HEIGHT - MARGIN + 8) for text in name)


def _line(text: str, face: str, size: int, y: int) -> Line:
    left, top, right, bottom = _font(face, size).getbbox(text, anchor="ls")
    return Line(
        text,
        size,
        MARGIN,
        y,
        (math.floor(MARGIN + left), math.floor(y + top), math.ceil(MARGIN + right), math.ceil(y + bottom)),
    )


def _wrap(text: str, face: str, size: int, width: int) -> list[str]:
    """Words in as few lines as fit; a word that is too long for a line stands alone on one."""
    font = _font(face, size)
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _fit(lines: list[str], face: str, size: int, width: int) -> bool:
    return all(_font(face, size).getlength(line) <= width for line in lines)


def _balance(lines: list[str], text: str, face: str, size: int, width: int) -> list[str]:
    """The same number of lines of nearly the same length, so that no last word stands alone."""
    for narrower in range(width - 40, width // 3, -40):
        tried = _wrap(text, face, size, narrower)
        if len(tried) != len(lines) or not _fit(tried, face, size, narrower):
            break
        lines = tried
    return lines


def _shorten(lines: list[str], face: str, size: int, width: int) -> list[str]:
    """The lines cut, with an ellipsis, to what fits in the width."""
    font = _font(face, size)
    cut = []
    for line in lines:
        while line and font.getlength(line) > width:
            line = line.rstrip("…")[:-1].rstrip() + "…"
        cut.append(line)
    return cut


@functools.lru_cache(maxsize=32)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """Basic layout on purpose: the other engine loads a library of the system, and bytes would differ."""
    return ImageFont.truetype(io.BytesIO(source(face)), size, layout_engine=ImageFont.Layout.BASIC)


def _mix(a: tuple[int, int, int], b: tuple[int, int, int], share: float) -> tuple[int, int, int]:
    return tuple(round(x + (y - x) * share) for x, y in zip(a, b, strict=True))


@functools.lru_cache(maxsize=8)
def _background(scheme: Scheme) -> Image.Image:
    """Rings that grow from below towards a small sun; drawn twice as large and scaled down."""
    big = Image.new("RGB", (WIDTH * 2, HEIGHT * 2), scheme.bottom)
    pen = ImageDraw.Draw(big)
    centre = (WIDTH * 2 - 330, HEIGHT * 2 + 260)
    for i, radius in enumerate((1420, 1180, 940, 700, 460)):
        tone = _mix(scheme.top, scheme.arc, 0.16 * i)
        pen.circle(centre, radius, fill=tone)
    pen.circle((WIDTH * 2 - 250, 196), 96, fill=scheme.accent)
    pen.rectangle((0, HEIGHT * 2 - 24, WIDTH * 2, HEIGHT * 2), fill=scheme.accent)
    return big.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
