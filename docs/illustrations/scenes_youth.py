"""Scenes of young people at work, sport and ceremony."""

from __future__ import annotations

import math

from drawing import Canvas
from shapes import (
    BARK,
    EARTH,
    GOLD,
    INK,
    PINE,
    RED,
    RICE,
    UNION,
    WHITE,
    WIDTH,
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
        c.stroke([(x, y + 16 * math.sin(x / 260 + k)) for x in range(-10, 1620, 20)], 12 + k * 5, (172, 128, 84))
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
    hand = c.person(1290, 806, 280, UNION, legs="walk", facing=-1, left=(-0.16, 0.24), right=(0.1, 0.28), hat="cap")[0]
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
        [(bx + 11 * math.cos(math.radians(a - 90)), by + 11 * math.sin(math.radians(a - 90))) for a in range(0, 360, 72)],
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
        c.disc(c.random.uniform(0, 1600), c.random.uniform(0, 260), c.random.uniform(0.8, 2.3), (220, 226, 250))
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


SCENES = {
    "thanh-nien-trong-cay": tree_planting,
    "san-bong-da": football,
    "ruoc-duoc-doan-vien-moi": torch_march,
}
"""File name without extension → the scene."""
