"""Land, sky and plants on a sheet."""

from __future__ import annotations

import math

from shapes import (
    BARK,
    DEEP,
    EARTH,
    HEIGHT,
    LEAF,
    PAPER,
    PINE,
    RICE,
    WHITE,
    WIDTH,
    Colour,
    Point,
    Sheet,
    mix,
)


class Landscape(Sheet):
    """A picture being drawn, by things."""

    # Landscape

    def ridge(self, y: float, rise: float, colour: Colour, waves: float = 2.0, to: float = HEIGHT) -> list[Point]:
        """A line of hills around height y, filled down to `to`; returns its crest."""
        a, b, c = (self.random.uniform(0, math.tau) for _ in range(3))
        crest = []
        for x in range(-10, WIDTH + 20, 10):
            t = x / WIDTH * math.tau * waves
            crest.append(
                (
                    x,
                    y - rise * (0.55 * math.sin(t + a) + 0.3 * math.sin(1.9 * t + b) + 0.15 * math.sin(4.3 * t + c)),
                )
            )
        self.shape([*crest, (WIDTH + 20, to), (-10, to)], colour)
        return crest

    def peaks(self, y: float, rise: float, colour: Colour, count: int, lit: Colour | None = None) -> None:
        """A line of mountains with sharp tops; `lit` is the colour of their sunny side."""
        step = WIDTH / count
        for i in range(-1, count + 1):
            x = (i + 0.5) * step + self.random.uniform(-0.2, 0.2) * step
            top = y - rise * self.random.uniform(0.55, 1.0)
            half = step * self.random.uniform(0.75, 1.05)
            self.shape(
                [
                    (x - half, y),
                    (x - half * 0.3, top + (y - top) * 0.36),
                    (x, top),
                    (x + half * 0.35, top + (y - top) * 0.3),
                    (x + half, y),
                ],
                colour,
            )
            if lit:
                self.shape(
                    [
                        (x - half, y),
                        (x - half * 0.3, top + (y - top) * 0.36),
                        (x, top),
                        (x - half * 0.06, top + (y - top) * 0.4),
                        (x - half * 0.2, top + (y - top) * 0.62),
                        (x - half * 0.12, y),
                    ],
                    lit,
                )
        self.box(0, y - 1, WIDTH, HEIGHT - y + 1, colour)

    def sun(self, x: float, y: float, r: float, colour: Colour = RICE, halo: Colour = PAPER) -> None:
        """A sun or moon with its halo."""
        self.glow(x, y, r * 4.2, halo, 0.75)
        self.disc(x, y, r, colour)

    def cloud(self, x: float, y: float, size: float, colour: Colour = WHITE) -> None:
        """A flat-bottomed cloud."""
        for dx, dy, r in ((-0.62, 0, 0.26), (-0.2, -0.16, 0.38), (0.3, -0.08, 0.3), (0.66, 0.03, 0.22)):
            self.disc(x + dx * size, y + dy * size, r * size, colour)
        self.box(x - 0.88 * size, y, 1.76 * size, 0.26 * size, colour, 0.13 * size)

    def tree(self, x: float, y: float, h: float, colour: Colour = DEEP) -> None:
        """A broad tree with its foot at (x, y)."""
        light = mix(colour, LEAF, 0.45)
        self.stroke([(x, y), (x, y - h * 0.5)], h * 0.07, BARK)
        self.stroke([(x, y - h * 0.34), (x + h * 0.13, y - h * 0.5)], h * 0.035, BARK)
        for dx, dy, r in ((-0.19, 0.52, 0.19), (0.2, 0.54, 0.18), (0, 0.72, 0.26)):
            self.disc(x + dx * h, y - dy * h, r * h, colour)
        for dx, dy, r in ((-0.08, 0.77, 0.15), (-0.24, 0.56, 0.1), (0.15, 0.62, 0.1)):
            self.disc(x + dx * h, y - dy * h, r * h, light)

    def pine(self, x: float, y: float, h: float, colour: Colour = PINE) -> None:
        """A conifer."""
        self.box(x - h * 0.03, y - h * 0.15, h * 0.06, h * 0.15, BARK)
        for i in range(3):
            low, half = y - h * (0.12 + 0.24 * i), h * (0.24 - 0.055 * i)
            self.shape([(x - half, low), (x, low - h * 0.42), (x + half, low)], mix(colour, LEAF, 0.12 * i))

    def palm(self, x: float, y: float, h: float, lean: float = 0.1) -> None:
        """A coconut palm that leans by a share of its height."""
        trunk = [(x + lean * h * t * t, y - h * t) for t in (0, 0.25, 0.5, 0.75, 1)]
        self.stroke(trunk, h * 0.045, BARK)
        cx, cy = trunk[-1]
        for reach, rise, colour in (
            (-0.46, -0.02, PINE),
            (0.46, -0.02, PINE),
            (-0.36, 0.2, PINE),
            (0.36, 0.2, PINE),
            (-0.4, -0.14, DEEP),
            (0.42, -0.14, DEEP),
            (-0.2, 0.28, DEEP),
            (0.22, 0.27, DEEP),
            (-0.22, -0.2, LEAF),
            (0.24, -0.2, LEAF),
        ):
            upper, lower = [], []
            for t in (v / 8 for v in range(9)):
                fx = cx + reach * h * t
                fy = cy - 0.2 * h * 4 * t * (1 - t) * 0.7 + rise * h * t * t
                w = 0.032 * h * math.sin(math.pi * (0.12 + 0.88 * t))
                upper.append((fx, fy - w))
                lower.append((fx, fy + w))
            self.shape([*upper, *reversed(lower)], colour)
        for dx in (-0.03, 0.04):
            self.disc(cx + dx * h, cy + h * 0.04, h * 0.035, EARTH)

    def sapling(self, x: float, y: float, h: float) -> None:
        """A young tree with a few leaves."""
        self.stroke([(x, y), (x, y - h)], h * 0.06, BARK)
        for t, side in ((0.45, -1), (0.6, 1), (0.78, -1), (0.9, 1)):
            self.leaf(x, y - h * t, h * 0.42, -90 + side * 52, LEAF if side > 0 else DEEP)
        self.leaf(x, y - h * 0.95, h * 0.4, -90, LEAF)

    def leaf(self, x: float, y: float, length: float, angle: float, colour: Colour) -> None:
        """A pointed leaf that grows from (x, y); angle clockwise from three o'clock."""
        a = math.radians(angle)
        along, across = (math.cos(a), math.sin(a)), (-math.sin(a), math.cos(a))
        points = []
        for side in (1, -1):
            for t in range(0, 9) if side > 0 else range(8, -1, -1):
                w = math.sin(math.pi * t / 8) * 0.24 * side
                points.append(
                    (
                        x + length * (along[0] * t / 8 + across[0] * w),
                        y + length * (along[1] * t / 8 + across[1] * w),
                    )
                )
        self.shape(points, colour)
