"""Scenes of help at a desk and at home."""

from __future__ import annotations

import math

from drawing import Canvas
from shapes import (
    CORAL,
    DEEP,
    GOLD,
    INK,
    LEAF,
    RED,
    SKY,
    STONE,
    UNION,
    WHITE,
    WIDTH,
    mix,
)


def help_desk() -> Canvas:
    """A desk where volunteers help an older citizen with a telephone and online forms."""
    c = Canvas((226, 240, 250), (204, 226, 244), 105, 660)
    c.box(0, 650, WIDTH, 250, (190, 208, 222))
    c.box(0, 650, WIDTH, 8, (166, 188, 206))
    c.box(90, 90, 470, 300, WHITE, 16)
    c.box(90, 90, 470, 64, UNION, 16)
    c.box(90, 130, 470, 24, UNION)
    for k in range(3):
        c.disc(132, 206 + k * 62, 19, (LEAF, GOLD, CORAL)[k])
        c.stroke([(124, 206 + k * 62), (130, 213 + k * 62), (141, 199 + k * 62)], 4, WHITE)
        c.box(170, 196 + k * 62, (300, 240, 340)[k], 18, (206, 218, 230), 9)
    c.box(1080, 110, 420, 270, (240, 248, 252), 16)
    for k, h in enumerate((70, 110, 96, 150, 186)):
        c.box(1124 + k * 70, 350 - h, 44, h, (UNION, SKY, (96, 164, 214), UNION, RED)[k], 6)
    c.stroke([(1140, 240), (1216, 200), (1286, 214), (1356, 166), (1428, 130)], 5, GOLD)
    c.person(530, 890, 470, UNION, hair="long", left=(-0.08, 0.26), right=(0.24, 0.2))
    c.person(1100, 890, 480, UNION, facing=-1, left=(-0.22, 0.2), right=(0.02, 0.24), hat="cap")
    c.person(810, 880, 430, (150, 110, 140), left=(-0.06, 0.22), right=(0.16, 0.16), hat="leaf", facing=1)
    c.box(872, 616, 40, 70, INK, 8)
    c.box(876, 622, 32, 56, SKY, 4)
    c.box(270, 716, 1080, 30, (252, 248, 238), 8)
    c.box(300, 746, 1020, 154, (30, 98, 186))
    c.box(300, 746, 1020, 12, (22, 78, 156))
    c.box(640, 790, 340, 66, (246, 250, 253), 10)
    c.box(672, 806, 230, 12, UNION, 6)
    c.box(672, 828, 180, 12, (150, 186, 222), 6)
    c.disc(936, 823, 20, GOLD)
    c.shape([(390, 606), (596, 606), (612, 708), (374, 708)], (70, 84, 104))
    c.shape([(402, 616), (584, 616), (597, 698), (389, 698)], (120, 186, 226))
    c.box(350, 706, 290, 12, (90, 104, 124), 6)
    c.shape([(1130, 716), (1190, 640), (1290, 640), (1240, 716)], (70, 84, 104))
    c.shape([(1146, 706), (1198, 648), (1276, 648), (1234, 706)], (142, 200, 232))
    c.box(1300, 670, 34, 46, CORAL, 5)
    for a in (-120, -90, -60):
        c.leaf(1317, 672, 60, a, DEEP)
    for k, r in enumerate((26, 44, 62)):
        box = [(892 + r * math.cos(math.radians(a)), 590 + r * math.sin(math.radians(a))) for a in range(-130, -49, 8)]
        c.stroke(box, 6, mix(UNION, WHITE, 0.2 * k))
    return c


def health_visit() -> Canvas:
    """A young doctor measures the blood pressure of an old woman in a village house."""
    c = Canvas((248, 240, 222), (244, 228, 200), 108, 680)
    c.box(0, 670, WIDTH, 230, (204, 164, 122))
    for x in range(-200, 1800, 150):
        c.stroke([(800 + (x - 800) * 0.75, 672), (800 + (x - 800) * 1.5, 900)], 2.5, (188, 148, 108))
    c.window(120, 120, 340, 380)
    c.box(1090, 130, 360, 250, WHITE, 14)
    c.disc(1170, 255, 52, (46, 140, 100))
    c.box(1158, 222, 24, 66, WHITE, 4)
    c.box(1137, 243, 66, 24, WHITE, 4)
    for k, w in enumerate((180, 140, 160)):
        c.box(1246, 208 + k * 40, w, 16, (204, 218, 230), 8)
    c.box(1290, 520, 220, 160, (150, 104, 72), 8)
    c.box(1290, 520, 220, 18, (176, 128, 90), 8)
    c.box(1360, 440, 76, 80, (90, 152, 200), 10)
    for a in (-130, -108, -90, -72, -50):
        c.leaf(1398, 446, 110, a, DEEP if a % 4 else LEAF)
    for x in (470, 1020):
        c.box(x - 92, 690, 184, 22, (130, 88, 62), 6)
        c.box(x - 78, 706, 16, 170, (112, 74, 54))
        c.box(x + 62, 706, 16, 170, (112, 74, 54))
    c.box(390, 460, 18, 236, (112, 74, 54), 6)
    c.box(1082, 460, 18, 236, (112, 74, 54), 6)
    c.person(
        470,
        876,
        590,
        (146, 92, 130),
        legs="sit",
        left=(0.22, 0.22),
        right=(0.34, 0.14),
        trousers=(60, 52, 70),
    )
    x, y = 470, 876 - 0.6 * 590 - 0.095 * 590
    c.pie(x - 3, y - 6, 50, 46, 180, 360, (206, 208, 212))
    c.oval(x - 28, y - 4, 22, 34, (206, 208, 212))
    c.disc(x - 48, y + 10, 18, (206, 208, 212))
    c.person(
        1020,
        876,
        600,
        WHITE,
        legs="sit",
        facing=-1,
        left=(-0.3, 0.18),
        right=(-0.3, 0.16),
        hair="long",
        trousers=(46, 66, 116),
    )
    c.stroke([(990, 530), (1000, 600), (1024, 620), (1046, 596), (1050, 528)], 6, INK)
    c.disc(1024, 626, 11, STONE)
    c.box(640, 690, 240, 22, (150, 104, 72), 6)
    c.box(660, 712, 16, 170, (130, 88, 62))
    c.box(844, 712, 16, 170, (130, 88, 62))
    c.box(690, 640, 96, 50, (54, 70, 96), 8)
    c.box(702, 648, 52, 30, (180, 226, 206), 4)
    c.stroke([(786, 672), (820, 684), (850, 660)], 5, INK)
    c.box(806, 656, 34, 34, WHITE, 6)
    c.box(612, 588, 64, 46, (56, 92, 150), 10)
    c.stroke([(644, 634), (690, 662)], 5, INK)
    return c


SCENES = {
    "ho-tro-chuyen-doi-so": help_desk,
    "kham-suc-khoe-tai-nha": health_visit,
}
"""File name without extension → the scene."""
