"""Scenes of books, papers and meetings."""

from __future__ import annotations

import math

from drawing import Canvas
from shapes import (
    CORAL,
    DEEP,
    EARTH,
    GOLD,
    INK,
    LEAF,
    NAVY,
    PALE,
    PAPER,
    PINE,
    RED,
    RICE,
    STONE,
    UNION,
    WHITE,
    WIDTH,
    mix,
)


def book_corner() -> Canvas:
    """A reading corner: shelves, a lamp, two young readers."""
    c = Canvas((252, 240, 214), (248, 228, 190), 102, 700)
    c.box(0, 690, WIDTH, 210, (196, 144, 98))
    for k in range(6):
        c.stroke([(0, 712 + k * 36), (1600, 712 + k * 36)], 2.5, (180, 128, 84))
    tones = (UNION, RED, GOLD, DEEP, CORAL, NAVY, (120, 170, 210), (146, 96, 150), PAPER)
    c.box(90, 110, 830, 590, (148, 98, 66), 8)
    c.box(108, 128, 794, 554, (110, 72, 52))
    for shelf in range(4):
        base = 128 + (shelf + 1) * 138
        x = 122.0
        while x < 870:
            w = c.random.uniform(18, 40)
            h = c.random.uniform(84, 116)
            tone = tones[c.random.randrange(9)]
            if c.random.random() < 0.1:
                x += w * 1.4
                continue
            c.box(x, base - h, w, h, tone, 3)
            c.box(x + w * 0.2, base - h + 14, w * 0.6, 5, mix(tone, WHITE, 0.6))
            if w > 26:
                c.box(x + w * 0.2, base - 24, w * 0.6, 8, mix(tone, INK, 0.3))
            x += w + 3
        c.box(100, base, 810, 14, (168, 114, 76))
    c.window(1020, 150, 430, 330)
    c.box(1420, 430, 40, 48, CORAL, 5)
    for a in (-120, -90, -60):
        c.leaf(1440, 432, 66, a, DEEP)
    c.oval(960, 820, 560, 64, (70, 124, 184))
    c.oval(960, 816, 500, 52, (110, 160, 208))
    for x, tone in ((760, CORAL), (1190, (110, 170, 110))):
        c.oval(x, 800, 120, 42, mix(tone, INK, 0.16))
        c.oval(x, 786, 116, 38, tone)
    for x, f, shirt, hair in ((760, 1, UNION, "long"), (1190, -1, (240, 240, 246), "short")):
        hip = 770
        c.stroke([(x - f * 14, hip), (x + f * 92, hip + 4), (x + f * 20, hip + 34)], 42, (44, 60, 104))
        c.stroke([(x + f * 10, hip + 16), (x + f * 110, hip + 26)], 40, (60, 78, 126))
        c.oval(x + f * 124, hip + 30, 24, 14, INK)
        c.person(
            x,
            968,
            430,
            shirt,
            legs="none",
            hair=hair,
            facing=f,
            lean=f * 0.02,
            left=(0.24 if f > 0 else -0.16, 0.2),
            right=(0.17 if f > 0 else -0.26, 0.22),
        )
        bx, by = x + f * 92, 710
        c.shape([(bx - 64, by - 34), (bx, by - 16), (bx, by + 34), (bx - 64, by + 16)], RED if f > 0 else DEEP)
        c.shape(
            [(bx + 64, by - 34), (bx, by - 16), (bx, by + 34), (bx + 64, by + 16)],
            mix(RED if f > 0 else DEEP, WHITE, 0.18),
        )
        c.shape(
            [
                (bx - 58, by - 40),
                (bx, by - 22),
                (bx + 58, by - 40),
                (bx + 58, by - 32),
                (bx, by - 12),
                (bx - 58, by - 32),
            ],
            WHITE,
        )
    c.stroke([(1520, 870), (1520, 420)], 9, INK)
    c.oval(1520, 876, 62, 12, INK)
    c.shape([(1470, 360), (1570, 360), (1604, 446), (1436, 446)], RICE)
    c.glow(1520, 470, 260, (255, 236, 170), 0.5)
    return c


def meeting_hall() -> Canvas:
    """A hall with rows of delegates seen from behind, a speaker at the desk."""
    c = Canvas((140, 32, 40), (178, 46, 50), 103, 560)
    for x in range(0, 1600, 64):
        c.shape([(x, 0), (x + 32, 0), (x + 26, 520), (x + 4, 520)], (156, 36, 44))
    c.box(330, 90, 940, 300, (22, 92, 176), 6)
    c.box(346, 106, 908, 268, (16, 76, 156), 4)
    for k, w in enumerate((460, 640, 380)):
        c.box(800 - w / 2, 170 + k * 56, w, 24, RICE if k == 1 else (232, 240, 250), 12)
    c.box(0, 508, WIDTH, 60, (126, 82, 56))
    c.box(0, 508, WIDTH, 12, (160, 110, 76))
    c.box(0, 560, WIDTH, 340, (88, 62, 56))
    c.person(800, 590, 300, WHITE, left=(-0.1, 0.2), right=(0.16, 0.08), trousers=INK)
    c.shape([(700, 420), (900, 420), (886, 600), (714, 600)], (150, 100, 66))
    c.shape([(690, 404), (910, 404), (900, 424), (700, 424)], (178, 124, 84))
    c.stroke([(764, 404), (770, 372)], 4, INK)
    c.oval(771, 368, 7, 10, INK)
    for a in range(-160, -10, 22):
        c.leaf(800, 470, 46, a, LEAF if a % 4 else DEEP)
    for x in (778, 800, 822, 790, 812):
        c.disc(x, 452 + (x % 5) * 4, 11, (RICE, CORAL, WHITE)[x % 3])
    for x, w in ((200, 250), (1150, 250)):
        c.box(x, 440, w, 84, (246, 240, 230), 4)
        c.box(x, 440, w, 14, UNION, 4)
        for k in range(2):
            px = x + 70 + k * 110
            c.disc(px, 376, 24, (44, 36, 40))
            c.oval(px, 384, 20, 22, (220, 168, 126))
            c.pie(px, 374, 23, 20, 180, 360, (44, 36, 40))
            c.box(px - 40, 406, 80, 36, WHITE if k else UNION, 18)
    for row, (y, s) in enumerate(((620, 0.74), (706, 0.96), (812, 1.24), (940, 1.6))):
        step = 126 * s
        n = int(1700 / step) + 1
        for k in range(n):
            x = -20 + k * step + (step / 2 if row % 2 else 0)
            if abs(x - 800) < 46 * s:
                continue
            shirt = (UNION, UNION, (26, 100, 190), (232, 236, 244))[c.random.randrange(4)]
            long_hair = c.random.random() < 0.45
            c.box(x - 42 * s, y - 66 * s, 84 * s, 120 * s, shirt, 34 * s)
            c.box(x - 11 * s, y - 84 * s, 22 * s, 26 * s, (206, 152, 112))
            c.oval(x, y - 106 * s, 27 * s, 31 * s, (44, 36, 40) if k % 3 else (58, 46, 46))
            if long_hair:
                c.box(x - 27 * s, y - 108 * s, 54 * s, 66 * s, (44, 36, 40), 18 * s)
            c.box(
                x - 50 * s,
                y - 28 * s,
                100 * s,
                90 * s,
                mix((160, 52, 52), INK, 0.12 + 0.1 * (row % 2)),
                14 * s,
            )
            c.box(x - 50 * s, y - 28 * s, 100 * s, 10 * s, (186, 74, 66), 6 * s)
    return c


def documents() -> Canvas:
    """A tidy pile of papers with links between them, a pen and a cup: the archive as an idea."""
    c = Canvas((226, 236, 246), (204, 222, 238), 109)
    c.box(0, 640, WIDTH, 260, (186, 138, 96))
    c.box(0, 640, WIDTH, 14, (206, 160, 116))
    for r, tone in ((420, 0.35), (320, 0.6)):
        c.pie(800, 640, r, r, 180, 360, mix((214, 228, 242), WHITE, tone))

    def sheet(x: float, y: float, w: float, h: float, accent: tuple[int, int, int]) -> None:
        c.box(x + 8, y + 10, w, h, (176, 196, 214), 8)
        c.box(x, y, w, h, WHITE, 8)
        c.box(x + w * 0.1, y + h * 0.07, w * 0.3, 8, STONE, 4)
        c.box(x + w * 0.58, y + h * 0.07, w * 0.32, 8, STONE, 4)
        c.box(x + w * 0.22, y + h * 0.17, w * 0.56, 15, accent, 7)
        for k in range(6):
            c.box(
                x + w * 0.1,
                y + h * (0.3 + 0.075 * k),
                w * (0.8, 0.74, 0.8, 0.6, 0.78, 0.5)[k],
                8,
                (218, 226, 234),
                4,
            )
        c.disc(x + w * 0.74, y + h * 0.86, w * 0.09, mix(accent, WHITE, 0.25))
        c.disc(x + w * 0.74, y + h * 0.86, w * 0.055, WHITE)
        c.box(x + w * 0.1, y + h * 0.82, w * 0.3, 8, STONE, 4)

    places = ((250, 180, 250, 330, DEEP), (675, 90, 280, 370, UNION), (1120, 190, 250, 330, RED))
    for (ax, ay), (bx, by) in (((500, 330), (675, 270)), ((955, 270), (1120, 340))):
        mid = (ax + bx) / 2
        c.stroke(
            [(ax + (bx - ax) * t, ay + (by - ay) * (3 * t * t - 2 * t**3)) for t in (k / 20 for k in range(21))],
            7,
            GOLD,
        )
        c.disc(mid, (ay + by) / 2, 17, GOLD)
        c.disc(mid, (ay + by) / 2, 8, WHITE)
    for place in places:
        sheet(*place)
    for k, (w, tone) in enumerate(((560, UNION), (520, PAPER), (548, RED), (500, PAPER), (530, DEEP))):
        y = 790 - k * 44
        x = 800 - w / 2 + (-14, 12, -4, 18, 2)[k]
        c.box(x, y, w, 44, tone, 7)
        c.box(x + w * 0.86, y + 7, w * 0.14, 30, (250, 246, 236), 3)
        for t in range(4):
            c.stroke([(x + w * 0.87, y + 12 + t * 6), (x + w - 4, y + 12 + t * 6)], 1.5, (214, 204, 186))
        c.box(x + 34, y + 15, 120, 14, mix(tone, WHITE if tone != PAPER else EARTH, 0.45), 6)
    c.box(1240, 690, 130, 130, WHITE, 22)
    c.box(1240, 690, 130, 26, PALE, 12)
    c.pen.arc((2710, 1420, 2820, 1560), -90, 90, fill=WHITE, width=26)
    for k in range(2):
        c.stroke([(1280 + k * 46 + 9 * math.sin(t / 3), 668 - t * 5) for t in range(14)], 6, (232, 240, 246))
    c.stroke([(240, 836), (470, 780)], 18, NAVY)
    c.stroke([(470, 780), (494, 774)], 10, RICE)
    c.stroke([(300, 821), (340, 811)], 18, RICE)
    for x, tone in ((180, CORAL),):
        c.shape([(x - 60, 700), (x + 60, 700), (x + 44, 810), (x - 44, 810)], tone)
        for a in (-140, -118, -100, -82, -62, -40):
            c.leaf(x, 704, 130, a, DEEP if a % 4 else PINE)
    return c


SCENES = {
    "goc-doc-sach": book_corner,
    "hoi-truong-hoi-nghi": meeting_hall,
    "van-ban-lien-ket": documents,
}
"""File name without extension → the scene."""
