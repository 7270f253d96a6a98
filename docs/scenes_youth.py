"""Scenes of the Union at work outdoors: planting, football, a march; giving blood; the country as tiles."""

from __future__ import annotations

import math

from drawing import Canvas
from shapes import (
    BARK,
    CORAL,
    EARTH,
    GOLD,
    INK,
    MINT,
    NAVY,
    PAPER,
    PINE,
    RED,
    RICE,
    SKY,
    UNION,
    WHITE,
    WIDTH,
    mix,
)


def tree_planting() -> Canvas:
    """Volunteers in blue shirts plant saplings on a hillside."""
    c = Canvas((164, 212, 240), (250, 246, 224), 101, 560)
    c.sun(1260, 200, 72, (255, 224, 130), WHITE)
    c.cloud(330, 150, 110)
    c.cloud(760, 220, 76, (244, 250, 252))
    c.ridge(480, 80, (176, 212, 196), 1.1)
    c.ridge(550, 60, (124, 184, 150), 1.6)
    c.ridge(610, 40, (78, 150, 112), 1.3)
    for _ in range(26):
        x = c.random.uniform(0, 1600)
        c.pine(x, 640 + c.random.uniform(-20, 16), c.random.uniform(50, 90), (40, 110, 90))
    c.ridge(680, 30, (150, 190, 100), 0.8)
    for k, y in enumerate((735, 800, 872)):
        c.stroke(
            [(x, y + 16 * math.sin(x / 260 + k)) for x in range(-10, 1620, 20)], 12 + k * 5, (172, 128, 84)
        )
        for x in range(40 + k * 40, 1600, 170 + k * 30):
            if not 420 < x < 1260 or k == 0:
                c.sapling(x, y + 16 * math.sin(x / 260 + k), 44 + k * 16)
    c.oval(800, 862, 130, 22, (140, 98, 66))
    c.sapling(800, 856, 200)
    c.person(610, 862, 330, UNION, legs="kneel", left=(0.3, 0.16), right=(0.36, 0.2), hat="cap", lean=0.05)
    c.person(
        1010,
        866,
        330,
        UNION,
        legs="kneel",
        facing=-1,
        left=(-0.36, 0.2),
        right=(-0.3, 0.2),
        hair="long",
        lean=-0.05,
    )
    c.person(330, 800, 270, UNION, left=(0.04, 0.26), right=(0.18, 0.2), hat="leaf")
    c.stroke([(400, 640), (384, 806)], 7, EARTH)
    c.shape([(366, 790), (402, 794), (396, 840), (376, 838)], (110, 120, 130))
    hand = c.person(
        1290, 806, 280, UNION, legs="walk", facing=-1, left=(-0.16, 0.24), right=(0.1, 0.28), hat="cap"
    )[0]
    x, y = hand
    c.shape([(x - 24, y + 4), (x + 24, y + 4), (x + 18, y + 54), (x - 18, y + 54)], (96, 158, 202))
    c.shape([(x + 18, y + 20), (x + 22, y + 34), (x - 58, y + 14), (x - 56, y + 4)], (74, 134, 182))
    c.pie(x, y + 6, 22, 26, 180, 360, (96, 158, 202))
    return c


def football() -> Canvas:
    """A village football pitch in the late afternoon."""
    c = Canvas((250, 214, 150), (254, 242, 214), 106, 430)
    c.sun(330, 260, 66, (250, 170, 90), (255, 246, 220))
    c.ridge(380, 40, (196, 200, 170), 1.3)
    c.ridge(412, 20, (130, 172, 130), 2.3)
    for x in range(30, 1600, 92):
        c.tree(x + c.random.uniform(-20, 20), 440, c.random.uniform(80, 130), PINE)
    for k in range(8):
        y, ny = 430 + k * k * 8.2, 430 + (k + 1) ** 2 * 8.2
        c.box(0, y, WIDTH, ny - y + 1, (112, 178, 92) if k % 2 else (128, 192, 102))
    c.stroke([(-10, 470), (1610, 470)], 4, WHITE)
    c.pen.arc((1000, 1010, 2200, 1400), 0, 360, fill=WHITE, width=9)
    c.stroke([(800, 470), (800, 900)], 6, WHITE)
    c.stroke([(1290, 482), (1290, 352), (1530, 380), (1530, 524)], 8, WHITE)
    c.veil([(1290, 352), (1530, 380), (1570, 392), (1570, 510), (1530, 524), (1290, 482)], WHITE, 0.3)
    for t in range(1, 9):
        x = 1290 + t * 30
        c.stroke([(x, 352 + t * 3.5), (x, 482 + t * 5)], 1.6, (240, 244, 246))
    for t in range(1, 5):
        c.stroke([(1290, 352 + t * 26), (1530, 380 + t * 29)], 1.6, (240, 244, 246))
    for x, y, w in ((420, 800, 90), (760, 850, 100), (1080, 720, 70), (300, 620, 50), (1420, 570, 44)):
        c.oval(x + 20, y, w, w * 0.13, (92, 152, 78))
    c.person(
        300,
        622,
        190,
        RED,
        legs="walk",
        left=(-0.16, 0.2),
        right=(0.18, 0.2),
        trousers=(240, 240, 240),
        hair="short",
    )
    c.person(
        1080,
        722,
        260,
        RED,
        legs="walk",
        facing=-1,
        left=(-0.2, 0.16),
        right=(0.16, 0.22),
        trousers=(240, 240, 240),
    )
    c.person(1420, 566, 170, RICE, left=(-0.26, 0.06), right=(0.26, 0.06), facing=-1)
    c.person(
        420,
        800,
        320,
        UNION,
        legs="walk",
        left=(-0.2, 0.16),
        right=(0.22, 0.14),
        trousers=(246, 246, 246),
        lean=0.03,
    )
    c.person(
        760,
        850,
        350,
        UNION,
        legs="walk",
        left=(-0.2, 0.2),
        right=(0.2, 0.12),
        trousers=(246, 246, 246),
        lean=0.03,
    )
    bx, by, r = 892, 826, 30
    c.oval(bx + 10, by + 30, 40, 7, (92, 152, 78))
    c.disc(bx, by, r, WHITE)
    c.shape(
        [
            (bx + 11 * math.cos(math.radians(a - 90)), by + 11 * math.sin(math.radians(a - 90)))
            for a in range(0, 360, 72)
        ],
        INK,
    )
    for a in range(0, 360, 72):
        x, y = (bx + 26 * math.cos(math.radians(a - 90)), by + 26 * math.sin(math.radians(a - 90)))
        c.disc(x, y, 5, INK)
        c.stroke(
            [(bx + 11 * math.cos(math.radians(a - 90)), by + 11 * math.sin(math.radians(a - 90))), (x, y)],
            2,
            INK,
        )
    return c


def torch_march() -> Canvas:
    """New members walk up a hill with torches before dawn."""
    c = Canvas((24, 42, 98), (244, 160, 112), 107, 640)
    for _ in range(60):
        c.disc(
            c.random.uniform(0, 1600), c.random.uniform(0, 260), c.random.uniform(0.8, 2.3), (220, 226, 250)
        )
    c.glow(1180, 600, 620, (255, 206, 140), 0.8)
    c.ridge(520, 80, (132, 96, 138), 1.1)
    c.ridge(580, 60, (92, 72, 122), 1.6)
    c.ridge(650, 40, (58, 58, 108), 1.2)

    def ground(x: float) -> float:
        return 880 - 190 * (x / 1600) ** 1.2 - 12 * math.sin(x / 190)

    c.shape([(-10, 900), *((x, ground(x)) for x in range(-0, 1620, 20)), (1610, 900)], (30, 36, 76))
    people = [(1400 - k * 176, 216 + k * 17) for k in range(8)]
    for k, (x, h) in enumerate(people):
        y = ground(max(0, x)) + 8
        sx, sy = x + 0.1 * h, y - 0.75 * h
        hx, hy = sx + 0.14 * h, sy - 0.1 * h
        c.glow(hx + 8, hy - 0.22 * h, h * 0.7, (255, 190, 96), 0.65)
        c.stroke([(hx, hy + 0.06 * h), (hx + 6, hy - 0.13 * h)], 0.034 * h, BARK)
        for r, tone, dy in ((0.062, RED, 0.17), (0.048, GOLD, 0.165), (0.028, (255, 244, 200), 0.155)):
            fx, fy = hx + 7, hy - dy * h
            c.disc(fx, fy, r * h, tone)
            c.shape(
                [
                    (fx - r * h * 0.96, fy - r * h * 0.26),
                    (fx + 0.2 * r * h, fy - r * h * 2.5),
                    (fx + r * h * 0.96, fy - r * h * 0.26),
                ],
                tone,
            )
        c.person(
            x,
            y,
            h,
            (24, 96, 190) if k % 3 else (230, 236, 246),
            legs="walk",
            left=(-0.12, 0.26),
            right=(0.14, -0.1),
            hair="long" if k % 2 else "short",
            trousers=(26, 34, 64),
        )
    for x in range(-10, 1620, 14):
        y = ground(max(0, x)) + 34
        for a in (-112, -90, -70):
            c.leaf(x, y + c.random.uniform(0, 40), c.random.uniform(16, 30), a, (22, 28, 62))
    return c


def blood_donation() -> Canvas:
    """A drop that holds a heart, two open hands below."""
    c = Canvas((252, 236, 226), (246, 206, 196), 104)
    for r, share in ((620, 0.25), (470, 0.5), (330, 0.8)):
        c.disc(800, 430, r, mix((250, 224, 214), WHITE, share * 0.6))
    for _ in range(22):
        x, y = c.random.uniform(40, 1560), c.random.uniform(40, 640)
        if abs(x - 800) > 330:
            s = c.random.uniform(7, 20)
            c.disc(x - s * 0.42, y, s * 0.5, (240, 180, 170))
            c.disc(x + s * 0.42, y, s * 0.5, (240, 180, 170))
            c.shape(
                [(x - s * 0.86, y + s * 0.24), (x + s * 0.86, y + s * 0.24), (x, y + s * 1.2)],
                (240, 180, 170),
            )

    def drop(x: float, y: float, r: float, tone: tuple[int, int, int]) -> None:
        points = []
        for k in range(81):
            t = math.tau * k / 80
            points.append((x + r * math.sin(t) * math.sin(t / 2) ** 1.4, y - r * 1.42 * math.cos(t)))
        c.shape(points, tone)

    drop(800, 366, 232, (196, 34, 44))
    drop(788, 378, 200, (216, 54, 56))
    heart = []
    for k in range(100):
        t = math.tau * k / 100
        heart.append(
            (
                800 + 7.2 * 16 * math.sin(t) ** 3,
                470 - 7.2 * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)),
            )
        )
    c.shape(heart, PAPER)
    pulse = [(690, 476), (752, 476), (774, 436), (800, 520), (824, 452), (838, 476), (906, 476)]
    c.stroke(pulse, 10, (206, 44, 50))
    for f in (-1, 1):
        sleeve, skin = UNION, (226, 172, 130) if f < 0 else (206, 150, 110)
        c.stroke([(800 + f * 620, 930), (800 + f * 400, 846)], 150, sleeve)
        c.stroke([(800 + f * 372, 836), (800 + f * 366, 834)], 146, mix(sleeve, NAVY, 0.4))
        c.stroke([(800 + f * 340, 826), (800 + f * 180, 800)], 104, skin)
        c.stroke([(800 + f * 220, 806), (800 + f * 150, 812)], 96, skin)
        for k in range(4):
            c.stroke(
                [
                    (800 + f * 160, 842 - k * 22),
                    (800 + f * (86 - k * 2), 826 - k * 26),
                    (800 + f * (40 + k * 8), 784 - k * 24),
                ],
                27,
                mix(skin, BARK, 0.12 - 0.04 * k),
            )
        c.stroke(
            [(800 + f * 250, 790), (800 + f * 190, 752), (800 + f * 160, 706)], 32, mix(skin, WHITE, 0.1)
        )
    return c


def map_tiles() -> Canvas:
    """Thirty-four tiles in a long bend: the country after 1 July 2025, drawn as an idea and not as a map."""
    c = Canvas((14, 66, 142), (8, 40, 98), 88)
    for r, tone in ((900, 0.03), (700, 0.06), (500, 0.09), (320, 0.12)):
        c.disc(1220, 420, r, mix((12, 56, 124), SKY, tone))
    rows = (3, 4, 5, 4, 3, 2, 2, 2, 3, 3, 3)
    centres = (560, 600, 640, 650, 690, 740, 800, 860, 880, 850, 800)
    tones = (RICE, (250, 214, 130), CORAL, (120, 196, 214), MINT, PAPER, GOLD, (150, 206, 160))
    size, gap, drawn = 62, 10, 0
    for row, (count, centre) in enumerate(zip(rows, centres, strict=True)):
        y = 62 + row * (size + gap)
        for k in range(count):
            x = centre + (k - count / 2) * (size + gap)
            tone = tones[c.random.randrange(len(tones))]
            c.box(x + 4, y + 6, size, size, (6, 30, 76), 14)
            c.box(x, y, size, size, tone, 14)
            c.disc(x + size / 2, y + size / 2, 8, mix(tone, NAVY, 0.55))
            drawn += 1
    assert drawn == 34, drawn
    for x, y, s in (
        (1130, 330, 26),
        (1186, 372, 20),
        (1120, 410, 18),
        (1180, 640, 22),
        (1236, 676, 26),
        (1150, 700, 18),
    ):
        c.oval(x, y, s * 1.3, s * 0.8, mix(SKY, WHITE, 0.3))
    for k in range(9):
        y = 120 + k * 84
        c.stroke(
            [(1310 + 14 * math.sin(k * 1.7 + t / 3) + t * 16, y + 7 * math.sin(t * 1.1)) for t in range(12)],
            4,
            (54, 112, 188),
        )
    return c


SCENES = {
    "thanh-nien-trong-cay": tree_planting,
    "san-bong-da": football,
    "ruoc-duoc-doan-vien-moi": torch_march,
    "hien-mau-tinh-nguyen": blood_donation,
    "ban-do-34-tinh-thanh": map_tiles,
}
"""File name without extension → the scene."""
