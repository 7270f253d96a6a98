"""Scenes of fields, hills and water: rice, a mountain school, a river, bamboo and lotus."""

from __future__ import annotations

import math
from itertools import pairwise

from drawing import Canvas
from shapes import BARK, DEEP, GOLD, LEAF, PINE, RED, SAND, STONE, UNION, WHITE, WIDTH, mix


def rice_sunrise() -> Canvas:
    """Rice fields at sunrise, two farmers at work, a village behind."""
    c = Canvas((250, 206, 128), (254, 238, 204), 11, 470)
    c.sun(1080, 330, 84, (250, 150, 84), (255, 244, 214))
    c.ridge(400, 46, (206, 190, 168), 1.2)
    c.ridge(436, 34, (150, 172, 150), 1.7)
    c.ridge(470, 14, (88, 142, 112), 3)
    for x, h in ((120, 90), (190, 70), (470, 80), (1330, 96), (1410, 76), (1500, 88)):
        c.tree(x, 486, h, PINE)
    for x in (250, 345, 1200):
        c.house(x, 486, 76, 52)
    c.box(0, 482, WIDTH, 418, (154, 190, 88))
    vanish = (1080, 470)
    greens = ((178, 202, 92), (130, 180, 84), (206, 206, 100), (112, 170, 86))
    edges = [-2600, -1750, -1150, -700, -300, 60, 420, 800, 1240, 1800, 2500, 3400, 4600]
    for i, (a, b) in enumerate(pairwise(edges)):
        c.shape(
            [
                (vanish[0] + (a - vanish[0]) * 0.03, 482),
                (vanish[0] + (b - vanish[0]) * 0.03, 482),
                (b, 900),
                (a, 900),
            ],
            greens[i % 4],
        )
    for a in edges:
        c.stroke([(vanish[0] + (a - vanish[0]) * 0.03, 484), (a, 900)], 3, (226, 214, 140))
    for y, w in ((520, 3), (580, 5), (670, 8), (800, 11)):
        c.stroke([(-10, y), (1610, y + 4)], w, (198, 190, 112))
    c.glow(1080, 520, 380, (255, 226, 150), 0.55)
    rows = c.random
    for y in range(530, 900, 26):
        size = 5 + (y - 500) * 0.045
        for x in range(-20, 1640, round(26 + (y - 500) * 0.09)):
            jx = x + rows.uniform(-8, 8)
            for lean in (-0.45, 0, 0.45):
                c.stroke(
                    [(jx, y), (jx + lean * size, y - size)],
                    max(1.4, size * 0.12),
                    (84, 150, 70) if y % 52 else (240, 200, 84),
                )
    c.person(
        500,
        800,
        300,
        (204, 96, 70),
        hat="leaf",
        left=(0.02, 0.27),
        right=(0.16, 0.22),
        lean=0.1,
        trousers=(60, 70, 96),
    )
    c.person(760, 700, 210, UNION, hat="leaf", left=(-0.04, 0.28), right=(0.15, 0.2), lean=0.08)
    return c


def border_school() -> Canvas:
    """A small school below high mountains, mist in the valley."""
    c = Canvas((150, 198, 232), (238, 244, 240), 33, 560)
    c.sun(300, 190, 56, (255, 240, 200), WHITE)
    c.peaks(560, 380, (162, 188, 214), 4, (186, 206, 224))
    c.glow(800, 560, 600, WHITE, 0.6)
    c.peaks(610, 300, (104, 148, 172), 5, (130, 172, 188))
    c.glow(500, 640, 500, WHITE, 0.55)
    c.glow(1250, 640, 460, WHITE, 0.5)
    c.ridge(620, 40, (70, 132, 122), 1.6)
    c.ridge(680, 34, (86, 152, 108), 1.3)
    crest = c.ridge(730, 20, (116, 178, 104), 0.9)
    for k in range(5):
        c.stroke(
            [(x, y + 26 + k * 28 + 7 * math.sin(x / 130 + k)) for x, y in crest[::3]],
            5,
            mix((116, 178, 104), DEEP, 0.35),
        )
    c.gradient((0, 880, WIDTH, 900), (90, 150, 90), (80, 140, 86))
    x, y = 640, 716
    c.box(x - 20, y - 6, 560, 20, SAND)
    c.box(x, y - 120, 520, 120, (252, 226, 150))
    c.shape([(x - 24, y - 116), (x + 20, y - 178), (x + 500, y - 178), (x + 544, y - 116)], (184, 62, 54))
    c.shape([(x - 24, y - 116), (x + 544, y - 116), (x + 540, y - 108), (x - 20, y - 108)], (140, 44, 44))
    for i in range(5):
        dx = x + 26 + i * 100
        if i == 2:
            c.box(dx + 6, y - 88, 48, 88, (98, 70, 58))
        else:
            c.box(dx, y - 90, 62, 48, WHITE)
            c.box(dx + 4, y - 86, 25, 40, (112, 170, 214))
            c.box(dx + 33, y - 86, 25, 40, (112, 170, 214))
    for px, h in ((90, 210), (190, 150), (1290, 170), (1390, 230), (1500, 180)):
        c.pine(px, 760, h)
    c.shape([(850, 726), (930, 726), (1120, 900), (720, 900)], (228, 206, 160))
    for dx, dy, h, shirt, hair in (
        (-70, 96, 118, RED, "long"),
        (10, 110, 122, WHITE, "short"),
        (130, 124, 126, GOLD, "long"),
    ):
        c.person(
            880 + dx,
            730 + dy,
            h,
            shirt,
            legs="walk",
            hair=hair,
            facing=-1,
            left=(-0.12, 0.24),
            trousers=(40, 62, 110),
        )
    c.person(800, 890, 200, UNION, legs="walk", left=(-0.12, 0.25), right=(0.12, 0.26), facing=1)
    c.box(776, 742, 30, 52, (214, 84, 62), 10)
    return c


def river_cleanup() -> Canvas:
    """Volunteers gather litter on a river bank, a net boat on the water."""
    c = Canvas((180, 220, 238), (246, 248, 234), 99, 400)
    c.cloud(1180, 120, 110)
    c.cloud(520, 170, 76)
    c.ridge(380, 50, (164, 206, 190), 1.2)
    c.ridge(420, 26, (114, 180, 136), 2)
    for x in (80, 170, 300, 1250, 1350, 1500):
        c.tree(x, 450, c.random.uniform(90, 150), PINE)
    c.gradient((0, 430, WIDTH, 700), (126, 198, 212), (66, 150, 186))
    for _ in range(50):
        y = c.random.uniform(450, 650)
        x = c.random.uniform(0, 1600)
        c.stroke([(x, y), (x + (y - 380) * 0.24, y)], 2.4, (170, 220, 228))
    c.shape([(560, 516), (980, 516), (930, 566), (610, 566)], (150, 96, 66))
    c.shape([(560, 516), (980, 516), (976, 526), (566, 526)], SAND)
    c.person(670, 530, 170, UNION, legs="stand", hat="cap", left=(-0.14, 0.18), right=(0.2, 0.16), facing=-1)
    c.person(860, 530, 170, UNION, legs="stand", hat="leaf", left=(-0.1, 0.24), right=(0.2, 0.1))
    c.stroke([(860 + 50, 436), (1040, 540)], 5, BARK)
    c.oval(1062, 554, 34, 14, (230, 236, 236))
    c.shape(
        [(-10, 640), (300, 610), (760, 650), (1200, 620), (1610, 650), (1610, 900), (-10, 900)],
        (204, 184, 134),
    )
    c.shape(
        [(-10, 680), (340, 660), (800, 700), (1250, 670), (1610, 696), (1610, 900), (-10, 900)],
        (138, 188, 108),
    )
    for _ in range(60):
        x, y = c.random.uniform(0, 1600), c.random.uniform(710, 890)
        for a in (-110, -90, -68):
            c.leaf(x, y, 20 + (y - 700) * 0.08, a, (104, 164, 88))
    for x, y, tone in ((530, 716, RED), (720, 742, UNION), (1130, 720, GOLD), (660, 800, STONE)):
        c.box(x, y, 20, 34, tone, 6)
        c.box(x + 6, y - 9, 8, 10, WHITE, 2)
    c.person(330, 860, 280, UNION, legs="kneel", left=(0.16, 0.22), right=(0.28, 0.2), lean=0.06, hat="cap")
    h = c.person(800, 872, 268, UNION, legs="walk", left=(-0.18, 0.22), right=(0.14, 0.26), hair="long", facing=-1)
    c.oval(h[0][0], h[0][1] + 62, 50, 66, (64, 150, 120))
    c.shape([(h[0][0] - 20, h[0][1] + 12), (h[0][0] + 20, h[0][1] + 12), (h[0][0], h[0][1] - 6)], (50, 126, 100))
    c.person(1240, 866, 268, UNION, legs="walk", left=(-0.12, 0.26), right=(0.1, 0.28), hat="leaf", facing=-1)
    for x, y, s in ((1420, 850, 1.0), (1500, 866, 0.9), (160, 850, 0.8)):
        c.oval(x, y - 56 * s, 56 * s, 66 * s, (64, 150, 120))
        c.oval(x - 14 * s, y - 74 * s, 18 * s, 26 * s, (92, 176, 142))
        c.shape([(x - 22 * s, y - 116 * s), (x + 22 * s, y - 116 * s), (x, y - 144 * s)], (50, 126, 100))
    return c


def bamboo_guide() -> Canvas:
    """A branch of bamboo and lotus by the water: a calm plate for pages without a picture of their own."""
    c = Canvas((232, 244, 240), (196, 228, 224), 110, 560)
    c.sun(1160, 240, 110, (250, 206, 150), WHITE)
    c.ridge(470, 60, (184, 216, 208), 1.1)
    c.ridge(530, 36, (148, 198, 186), 1.7)
    c.gradient((0, 550, WIDTH, 900), (120, 190, 190), (52, 128, 146))
    c.glow(1160, 620, 300, (255, 226, 180), 0.5)
    for _ in range(60):
        y = c.random.uniform(566, 880)
        x = c.random.uniform(0, 1600)
        c.stroke([(x, y), (x + (y - 480) * 0.2, y)], 2.2, (156, 212, 210))
    for x, lean, w in ((90, 70, 34), (210, 30, 28), (320, 90, 22)):
        for k in range(8):
            y = 930 - k * 124
            x0, x1 = x + lean * k / 8, x + lean * (k + 1) / 8
            c.stroke([(x0, y), (x1, y - 112)], w, mix(DEEP, LEAF, 0.2 + 0.08 * k))
            c.stroke([(x0 - w / 2, y), (x0 + w / 2, y)], 6, mix(DEEP, SAND, 0.35))
    for _ in range(46):
        x, y = c.random.uniform(40, 560), c.random.uniform(10, 330)
        c.leaf(
            x,
            y,
            c.random.uniform(90, 150),
            c.random.uniform(20, 75),
            (DEEP, PINE, LEAF)[c.random.randrange(3)],
        )
    for x, y, r in (
        (720, 780, 120),
        (980, 840, 150),
        (1290, 760, 130),
        (1480, 850, 110),
        (560, 850, 90),
        (1120, 700, 80),
    ):
        c.oval(x, y, r, r * 0.3, PINE)
        c.oval(x - 4, y - 5, r * 0.96, r * 0.27, DEEP)
        for a in range(0, 360, 40):
            c.stroke(
                [
                    (x, y - 4),
                    (x + r * 0.8 * math.cos(math.radians(a)), y - 4 + r * 0.22 * math.sin(math.radians(a))),
                ],
                2,
                (74, 152, 112),
            )
    for x, y, s in ((870, 690, 1.2), (1370, 660, 0.9), (1180, 770, 0.7)):
        c.stroke([(x, y), (x - 10, y + 130 * s)], 8 * s, PINE)
        for a, tone in (
            (-150, (240, 150, 170)),
            (-30, (240, 150, 170)),
            (-128, (246, 176, 190)),
            (-52, (246, 176, 190)),
            (-108, (250, 200, 208)),
            (-72, (250, 200, 208)),
            (-90, (254, 226, 228)),
        ):
            c.leaf(x, y + 6, 110 * s, a, tone)
        c.oval(x, y + 2, 34 * s, 14 * s, (236, 140, 164))
    return c


SCENES = {
    "canh-dong-lua-binh-minh": rice_sunrise,
    "truong-hoc-vung-cao": border_school,
    "lam-sach-dong-song": river_cleanup,
    "tre-va-sen": bamboo_guide,
}
"""File name without extension → the scene."""
