"""Scenes of boats, flowers and workers' rows."""

from __future__ import annotations

import math

from drawing import Canvas
from shapes import (
    BARK,
    CORAL,
    DEEP,
    EARTH,
    GOLD,
    INK,
    LEAF,
    PALE,
    PAPER,
    PINE,
    RED,
    RICE,
    SAND,
    STONE,
    UNION,
    WHITE,
    WIDTH,
    mix,
)


def island_boats() -> Canvas:
    """Fishing boats in a bay, a homestay under palms."""
    c = Canvas((112, 190, 228), (228, 244, 244), 66, 430)
    c.sun(1250, 170, 64, (255, 236, 170), WHITE)
    c.cloud(330, 140, 110)
    c.cloud(820, 210, 80, (240, 248, 252))
    c.ridge(425, 46, (140, 186, 196), 1.4, 440)
    c.ridge(432, 26, (104, 164, 164), 2.2, 440)
    c.gradient((0, 430, WIDTH, 900), (74, 168, 194), (24, 104, 158))
    for _ in range(70):
        y = c.random.uniform(445, 800)
        x, w = c.random.uniform(300, 1600), (y - 380) * 0.16
        c.stroke([(x, y), (x + w, y)], 1 + (y - 430) * 0.008, (140, 208, 222))
    for k in range(26):
        y = 438 + k * 12
        c.stroke(
            [
                (1250 + c.random.uniform(-1, 1) * (20 + k * 5), y + 2),
                (1270 + c.random.uniform(0, 1) * k * 5, y + 2),
            ],
            2 + k * 0.08,
            (214, 238, 226),
        )
    for x, y, s, hull in ((760, 520, 0.7, RED), (1080, 610, 1.15, UNION), (1420, 520, 0.6, DEEP)):
        c.shape(
            [
                (x - 150 * s, y - 44 * s),
                (x + 160 * s, y - 56 * s),
                (x + 112 * s, y + 22 * s),
                (x - 112 * s, y + 22 * s),
            ],
            hull,
        )
        c.shape(
            [
                (x - 150 * s, y - 44 * s),
                (x + 160 * s, y - 56 * s),
                (x + 152 * s, y - 42 * s),
                (x - 144 * s, y - 30 * s),
            ],
            PAPER,
        )
        c.box(x - 70 * s, y - 112 * s, 104 * s, 66 * s, (250, 238, 208), 6 * s)
        c.box(x - 82 * s, y - 122 * s, 128 * s, 14 * s, GOLD, 5 * s)
        for k in range(3):
            c.box(x + (-58 + k * 32) * s, y - 98 * s, 22 * s, 22 * s, (96, 164, 200), 3 * s)
        c.stroke([(x + 66 * s, y - 50 * s), (x + 66 * s, y - 196 * s), (x + 146 * s, y - 60 * s)], 4 * s, BARK)
        c.stroke([(x + 66 * s, y - 190 * s), (x - 30 * s, y - 122 * s)], 2.5 * s, BARK)
        c.oval(x, y + 26 * s, 140 * s, 8 * s, (54, 132, 174))
    c.shape(
        [(-10, 560), (150, 540), (360, 590), (520, 680), (700, 780), (1000, 850), (1300, 900), (-10, 900)],
        (248, 226, 180),
    )
    c.shape([(-10, 590), (140, 566), (330, 616), (480, 706), (640, 812), (860, 900), (-10, 900)], SAND)
    for x, y in ((210, 640), (296, 662)):
        c.box(x - 126, y - 40, 10, 90, BARK)
    c.box(60, 440, 330, 190, (252, 240, 214))
    c.shape([(20, 446), (120, 340), (330, 340), (430, 446)], (196, 150, 92))
    for k in range(8):
        c.stroke([(44 + k * 52, 440), (130 + k * 28, 346)], 3, (170, 124, 74))
    c.box(190, 500, 70, 130, (60, 120, 150))
    for x in (92, 296):
        c.box(x, 504, 66, 56, UNION)
        c.box(x + 5, 509, 26, 46, PALE)
        c.box(x + 35, 509, 26, 46, PALE)
    c.box(40, 626, 380, 16, EARTH)
    c.palm(470, 690, 340, 0.2)
    c.palm(30, 660, 420, 0.12)
    for x, tone in ((560, RED), (640, GOLD)):
        c.oval(x, 812 + (x - 560) * 0.2, 44, 17, BARK)
        c.oval(x, 806 + (x - 560) * 0.2, 38, 12, tone)
    c.person(310, 850, 220, CORAL, hat="leaf", left=(-0.08, 0.28), right=(0.2, -0.12))
    c.person(430, 860, 230, UNION, left=(-0.1, 0.28), right=(0.16, 0.16), facing=1)
    return c


def orchid_farm() -> Canvas:
    """A net house full of orchids, a small pig shed on the hill behind."""
    c = Canvas((190, 224, 236), (246, 246, 228), 55, 520)
    c.sun(1080, 130, 56, (255, 226, 140), WHITE)
    c.ridge(430, 60, (176, 210, 186), 1.2)
    c.ridge(480, 40, (128, 186, 138), 1.7)
    c.house(1180, 470, 230, 130, (250, 236, 206), (190, 76, 62))
    c.box(1180, 440, 230, 34, (196, 160, 120))
    for x in (1206, 1262, 1318, 1374):
        c.oval(x, 440, 22, 15, (244, 176, 176))
        c.disc(x + 16, 432, 11, (248, 190, 190))
        c.oval(x + 24, 434, 5, 4, (226, 140, 146))
    c.box(1180, 454, 230, 6, BARK)
    c.box(1180, 467, 230, 6, BARK)
    c.ridge(520, 20, (116, 174, 110), 2)
    c.box(0, 530, WIDTH, 370, (196, 170, 130))
    c.gradient((0, 530, WIDTH, 900), (170, 196, 140), (146, 176, 120))
    c.veil([(80, 900), (80, 240), (500, 120), (920, 240), (920, 900)], WHITE, 0.34)
    for x in (80, 360, 640, 920):
        c.stroke([(x, 890), (x, 236 - 100 * (1 - abs(x - 500) / 420))], 7, (120, 150, 160))
    c.stroke([(80, 240), (290, 150), (500, 122), (710, 150), (920, 240)], 8, (120, 150, 160))
    for y in (300, 400):
        c.stroke([(80, y), (920, y)], 3, (160, 184, 190))
    tones = ((206, 84, 150), (240, 150, 190), (250, 244, 250), (150, 90, 180), (246, 200, 96))
    for row, y in enumerate((560, 690, 840)):
        size = 0.62 + row * 0.24
        c.box(100 - row * 40, y, 800 + row * 70, 20 * size, BARK, 4)
        for leg in (0.03, 0.34, 0.66, 0.97):
            c.box(100 - row * 40 + (800 + row * 70) * leg - 6, y + 10, 12, 70 * size, mix(BARK, INK, 0.3))
        step = 100 * size
        x = 140 - row * 40
        while x < 880 + row * 26:
            tone = tones[c.random.randrange(5)]
            c.shape(
                [
                    (x - 24 * size, y - 34 * size),
                    (x + 24 * size, y - 34 * size),
                    (x + 17 * size, y),
                    (x - 17 * size, y),
                ],
                (190, 92, 66),
            )
            for a in (-155, -25, -130, -50):
                c.leaf(x, y - 34 * size, 58 * size, a, DEEP if a < -100 else LEAF)
            stem = [(x + 4 * size * t * t, y - (34 + 34 * t) * size) for t in (0, 1, 2, 3)]
            c.stroke(stem, 3 * size, PINE)
            for k, (px, py) in enumerate(stem[1:]):
                fx, fy = px + (-16, 16, 0)[k] * size, py
                for a in range(0, 360, 72):
                    c.disc(
                        fx + 11 * size * math.cos(math.radians(a - 90)),
                        fy + 11 * size * math.sin(math.radians(a - 90)),
                        9 * size,
                        tone,
                    )
                c.disc(fx, fy, 5 * size, RED if tone[1] > 200 else RICE)
            x += step
    c.person(1130, 880, 430, UNION, left=(-0.2, 0.02), right=(-0.12, 0.2), hat="cap", facing=-1)
    c.shape([(1000, 640), (1074, 620), (1084, 660), (1010, 680)], PAPER)
    for x, h in ((1350, 240), (1480, 300)):
        c.tree(x, 800, h)
    return c


def workers_row() -> Canvas:
    """A row of workers' rooms in the evening, neighbours talking at a stone table."""
    c = Canvas((18, 32, 76), (66, 84, 146), 44, 620)
    for _ in range(70):
        c.disc(c.random.uniform(0, 1600), c.random.uniform(0, 360), c.random.uniform(0.8, 2.4), (214, 224, 250))
    c.sun(1370, 150, 52, (252, 240, 206), (150, 170, 226))
    for x, w, h in ((40, 130, 220), (210, 90, 300), (1330, 120, 240), (1470, 150, 320)):
        c.box(x, 620 - h, w, h, (38, 54, 106))
        for wy in range(round(620 - h) + 22, 590, 42):
            for wx in range(x + 16, x + w - 24, 34):
                c.box(wx, wy, 14, 18, (244, 200, 104) if c.random.random() < 0.42 else (56, 76, 134))
    c.box(0, 610, WIDTH, 290, (58, 64, 98))
    c.box(150, 360, 1300, 260, (214, 190, 160))
    c.shape([(110, 372), (190, 300), (1410, 300), (1490, 372)], (148, 54, 56))
    c.box(110, 370, 1380, 12, (110, 40, 48))
    for i in range(5):
        x = 190 + i * 252
        lit = i != 3
        c.box(x, 452, 74, 168, (108, 74, 66) if i != 1 else (252, 214, 128))
        c.box(x + 104, 452, 92, 76, (70, 60, 70))
        c.box(x + 109, 457, 39, 66, (252, 214, 128) if lit else (66, 84, 124))
        c.box(x + 152, 457, 39, 66, (252, 214, 128) if lit else (66, 84, 124))
        if lit:
            c.glow(x + 150, 500, 150, (255, 220, 140), 0.42)
        c.disc(x + 37, 424, 9, (255, 236, 180))
        c.glow(x + 37, 424, 70, (255, 226, 150), 0.6)
    c.glow(480, 640, 260, (255, 220, 140), 0.3)
    for x in (150, 1450):
        c.box(x - 34, 582, 68, 44, (170, 84, 62), 8)
        for a in (-120, -95, -60, -80):
            c.leaf(x, 584, 90, a, DEEP)
    c.stroke([(1130, 420), (1440, 414)], 3, INK)
    for i, colour in enumerate((UNION, (230, 230, 236), UNION, CORAL)):
        x = 1160 + i * 70
        c.shape(
            [
                (x - 26, 418),
                (x + 26, 418),
                (x + 34, 446),
                (x + 20, 450),
                (x + 20, 490),
                (x - 20, 490),
                (x - 20, 450),
                (x - 34, 446),
            ],
            colour,
        )
    c.oval(800, 760, 190, 40, (134, 140, 156))
    c.box(776, 770, 48, 80, (110, 116, 136))
    c.oval(800, 752, 190, 38, (176, 182, 196))
    for x, f, shirt, hair in ((560, 1, UNION, "long"), (1040, -1, CORAL, "short")):
        c.box(x - 44, 800, 88, 62, (122, 128, 146), 8)
        c.person(
            x,
            846,
            300,
            shirt,
            legs="sit",
            facing=f,
            hair=hair,
            left=(0.14 if f > 0 else -0.16, 0.16),
            right=(0.2 if f > 0 else -0.3, 0.13 if f > 0 else 0.17),
            trousers=(34, 46, 84),
        )
    c.box(740, 722, 46, 28, WHITE, 8)
    c.box(812, 716, 78, 34, PAPER, 4)
    c.stroke([(820, 728), (880, 728)], 3, UNION)
    c.stroke([(820, 738), (862, 738)], 3, STONE)
    return c


SCENES = {
    "lang-chai-homestay": island_boats,
    "trang-trai-hoa-lan": orchid_farm,
    "khu-nha-tro-cong-nhan": workers_row,
}
"""File name without extension → the scene."""
