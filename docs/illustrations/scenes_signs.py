"""Scenes told by signs: a drop of blood, a map of tiles."""

from __future__ import annotations

import math

from drawing import Canvas
from shapes import (
    BARK,
    CORAL,
    GOLD,
    MINT,
    NAVY,
    PAPER,
    RICE,
    SKY,
    UNION,
    WHITE,
    mix,
)


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
        c.stroke([(800 + f * 250, 790), (800 + f * 190, 752), (800 + f * 160, 706)], 32, mix(skin, WHITE, 0.1))
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
    "hien-mau-tinh-nguyen": blood_donation,
    "ban-do-34-tinh-thanh": map_tiles,
}
"""File name without extension → the scene."""
