"""Scenes of a village and its road and bridge."""

from __future__ import annotations

import math
from itertools import pairwise

from drawing import Canvas
from shapes import (
    BARK,
    CORAL,
    DEEP,
    EARTH,
    GOLD,
    INK,
    LEAF,
    PAPER,
    RED,
    UNION,
    WHITE,
    WIDTH,
)


def commune_road() -> Canvas:
    """A commune road at dusk, newly paved, with solar lamps along it."""
    c = Canvas((30, 62, 124), (246, 176, 130), 22, 520)
    for _ in range(46):
        c.disc(c.random.uniform(0, 1600), c.random.uniform(0, 230), c.random.uniform(0.8, 2.2), (210, 222, 246))
    c.ridge(450, 70, (96, 98, 150), 1.1)
    c.ridge(490, 46, (62, 82, 124), 1.8)
    c.ridge(540, 26, (34, 74, 92), 2.4)
    c.box(0, 545, WIDTH, 355, (36, 88, 84))
    c.ridge(570, 12, (46, 104, 86), 3)
    c.house(180, 590, 150, 110, (240, 220, 190), (166, 58, 56), True)
    c.house(1130, 580, 120, 86, (236, 214, 188), (150, 58, 60), True)
    c.house(1330, 620, 180, 130, (244, 224, 196), (176, 60, 56), True)
    for x, y, h in ((90, 610, 150), (380, 580, 100), (1290, 590, 120), (1560, 640, 190)):
        c.tree(x, y, h, (26, 80, 76))
    bend = [(t, 548 + 352 * t * t, 800 + 100 * math.sin(t * 3.3) * (1 - t) * 1.5 - 10 * t) for t in (v / 40 for v in range(41))]
    for extra, colour in ((1.16, (150, 126, 96)), (1.0, (176, 180, 186))):
        half = [(8 + 440 * t * t) * extra for t, _, _ in bend]
        c.shape(
            [
                *((x - w, y) for (_, y, x), w in zip(bend, half, strict=True)),
                *reversed([(x + w, y) for (_, y, x), w in zip(bend, half, strict=True)]),
            ],
            colour,
        )
    for (t, y, x), (_, ny, nx) in list(pairwise(bend))[8::3]:
        w = 1 + 7 * t * t
        c.shape([(x - w, y), (x + w, y), (nx + w * 1.1, ny), (nx - w * 1.1, ny)], PAPER)
    for x, y, h, side in (
        (790, 588, 90, 1),
        (930, 590, 92, -1),
        (690, 660, 160, 1),
        (1046, 662, 164, -1),
        (380, 820, 330, 1),
        (1290, 824, 340, -1),
    ):
        c.lamp(x, y, h, side, (255, 224, 140))
    c.person(560, 850, 190, UNION, legs="walk", left=(-0.06, 0.28), right=(0.12, 0.24), hair="long")
    c.person(
        640,
        842,
        200,
        (222, 232, 244),
        legs="walk",
        left=(-0.1, 0.26),
        right=(0.08, 0.28),
        trousers=(70, 84, 120),
    )
    x, y = 960, 800
    for dx in (-46, 46):
        c.disc(x + dx, y, 30, INK)
        c.disc(x + dx, y, 22, (176, 180, 186))
    c.stroke([(x - 46, y), (x - 8, y - 48), (x + 32, y - 48), (x + 46, y)], 5, RED)
    c.stroke([(x - 8, y - 48), (x + 4, y), (x + 32, y - 48)], 5, RED)
    c.person(x - 6, y + 14, 170, CORAL, legs="sit", left=(0.2, 0.1), right=(0.12, 0.12), hat="cap")
    return c


def village_bridge() -> Canvas:
    """A new footbridge over a canal, people crossing."""
    c = Canvas((170, 214, 240), (244, 246, 232), 77, 500)
    c.sun(1330, 160, 60, (255, 236, 170), WHITE)
    c.cloud(260, 130, 90)
    c.cloud(700, 190, 120, (246, 250, 252))
    c.ridge(450, 40, (160, 204, 186), 1.3)
    c.ridge(490, 22, (112, 178, 132), 2.1)
    for x in range(40, 1600, 118):
        c.palm(x + c.random.uniform(-30, 30), 520, c.random.uniform(120, 190), c.random.uniform(-0.15, 0.15))
    c.house(180, 540, 130, 90)
    c.house(1260, 546, 150, 104, (252, 232, 180), (178, 68, 58))
    c.box(0, 524, WIDTH, 376, (122, 184, 106))
    c.shape([(520, 560), (1080, 560), (1420, 900), (180, 900)], (84, 168, 196))
    c.shape([(560, 560), (1040, 560), (1180, 720), (420, 720)], (110, 186, 208))
    for _ in range(34):
        y = c.random.uniform(600, 890)
        x = c.random.uniform(800 - (y - 380) * 1.1, 760 + (y - 380) * 1.0)
        c.stroke([(x, y), (x + (y - 500) * 0.2, y)], 2.4, (168, 216, 226))

    def deck(x: float) -> float:
        return 640 - 76 * math.sin(math.pi * min(1, max(0, (x - 150) / 1300)))

    for x in (470, 1130):
        c.box(x - 22, deck(x), 44, 200, (176, 178, 180))
        c.box(x - 36, deck(x) + 180, 72, 26, (150, 154, 160), 6)
    xs = range(-20, 1630, 10)
    c.shape([*((x, deck(x)) for x in xs), *((x, deck(x) + 34) for x in reversed(xs))], (216, 214, 206))
    c.shape([*((x, deck(x) + 24) for x in xs), *((x, deck(x) + 36) for x in reversed(xs))], (166, 166, 166))
    people = (
        (430, UNION, "walk", 1, "cap", "short"),
        (560, CORAL, "walk", 1, None, "long"),
        (880, (240, 240, 244), "walk", -1, "leaf", "short"),
        (1000, GOLD, "walk", -1, None, "long"),
    )
    for x, shirt, legs, f, hat, hair in people:
        c.person(
            x,
            deck(x) + 6,
            180,
            shirt,
            legs=legs,
            facing=f,
            hat=hat,
            hair=hair,
            left=(-0.11, 0.25),
            right=(0.11, 0.25),
        )
    for dy, w in ((-62, 7), (-32, 4)):
        c.stroke([(x, deck(x) + dy) for x in xs if 150 <= x <= 1450], w, UNION if dy == -62 else (90, 146, 206))
    for x in range(150, 1451, 65):
        c.stroke([(x, deck(x)), (x, deck(x) - 66)], 5, UNION)
    c.shape([(560, 800), (760, 800), (730, 836), (590, 836)], BARK)
    c.person(650, 806, 150, (120, 84, 140), legs="sit", hat="leaf", left=(0.1, 0.2), right=(0.2, 0.12))
    c.stroke([(560, 700), (700, 850)], 5, EARTH)
    for x in (60, 130, 1480, 1550):
        for a in (-115, -90, -65, -100, -78):
            c.leaf(x + a * 0.3, 880, 110, a, DEEP if a % 2 else LEAF)
    return c


SCENES = {
    "duong-xa-thap-sang": commune_road,
    "cau-dan-sinh": village_bridge,
}
"""File name without extension → the scene."""
