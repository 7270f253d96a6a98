"""The paper of the demonstration pictures: palette and shapes.

Everything is drawn twice as large and scaled down once. Positions and sizes are in pixels of the finished
picture, 1600 × 900. Not here: trees, houses and people (`drawing`).
"""

from __future__ import annotations

import random

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 900
SCALE = 2

Colour = tuple[int, int, int]
Point = tuple[float, float]

NAVY, UNION, SKY, PALE = (16, 44, 92), (18, 88, 178), (142, 198, 236), (218, 236, 248)
PAPER, SAND, RICE, GOLD = (251, 245, 232), (238, 216, 178), (246, 196, 82), (240, 170, 50)
RED, CORAL, EARTH, BARK = (204, 50, 48), (240, 128, 96), (164, 112, 74), (112, 76, 56)
LEAF, DEEP, PINE, MINT = (104, 176, 92), (42, 126, 92), (24, 84, 78), (188, 220, 164)
INK, STONE, WHITE = (30, 42, 62), (172, 182, 190), (255, 255, 255)
SKIN = ((232, 180, 138), (214, 158, 116), (196, 140, 100))


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """The colour between a (share 0) and b (share 1)."""
    return tuple(round(x + (y - x) * share) for x, y in zip(a, b, strict=True))


class Sheet:
    """A picture being drawn, by shapes."""

    def __init__(self, top: Colour, bottom: Colour, seed: int, horizon: float = HEIGHT):
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), bottom)
        self.random = random.Random(seed)
        self.pen = ImageDraw.Draw(self.image)
        self.gradient((0, 0, WIDTH, horizon), top, bottom)

    def finished(self) -> Image.Image:
        """The picture in its final size."""
        return self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)

    # Shapes

    def gradient(self, box: tuple[float, float, float, float], top: Colour, bottom: Colour) -> None:
        """A rectangle that fades from top to bottom."""
        left, upper, right, lower = (round(v * SCALE) for v in box)
        for y in range(upper, lower):
            self.pen.line((left, y, right, y), fill=mix(top, bottom, (y - upper) / max(1, lower - upper)))

    def shape(self, points: list[Point], colour: Colour) -> None:
        """A filled polygon."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def box(self, x: float, y: float, w: float, h: float, colour: Colour, radius: float = 0) -> None:
        """A filled rectangle with its upper left corner at (x, y)."""
        self.pen.rounded_rectangle((x * SCALE, y * SCALE, (x + w) * SCALE - 1, (y + h) * SCALE - 1), radius * SCALE, fill=colour)

    def disc(self, x: float, y: float, r: float, colour: Colour) -> None:
        """A filled circle."""
        self.pen.circle((x * SCALE, y * SCALE), r * SCALE, fill=colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        """A filled ellipse around (x, y)."""
        self.pen.ellipse(((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE), fill=colour)

    def pie(self, x: float, y: float, rx: float, ry: float, start: float, end: float, colour: Colour) -> None:
        """A slice of an ellipse, angles clockwise from three o'clock."""
        box = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.pieslice(box, start, end, fill=colour)

    def stroke(self, points: list[Point], width: float, colour: Colour) -> None:
        """A line with round ends and joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=max(1, round(width * SCALE)), joint="curve")
        for x, y in (scaled[0], scaled[-1]):
            self.pen.circle((x, y), width * SCALE / 2, fill=colour)

    def glow(self, x: float, y: float, r: float, colour: Colour, strength: float = 0.6) -> None:
        """Light that fades with the distance from (x, y)."""
        side = round(2 * r * SCALE)
        mask = Image.radial_gradient("L").resize((side, side), Image.Resampling.BICUBIC)
        mask = mask.point(lambda v: round(max(0, 1 - v / 180) ** 2 * 255 * strength))
        self.image.paste(colour, (round((x - r) * SCALE), round((y - r) * SCALE)), mask)

    def veil(self, points: list[Point], colour: Colour, strength: float) -> None:
        """A polygon through which the ground still shows."""
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon([(x * SCALE, y * SCALE) for x, y in points], fill=round(255 * strength))
        self.image.paste(colour, (0, 0), mask)
