"""The canvas of the scenes: a landscape with houses, lamps and people."""

from __future__ import annotations

from landscape import Landscape
from shapes import (
    BARK,
    DEEP,
    INK,
    LEAF,
    NAVY,
    PALE,
    PAPER,
    RED,
    RICE,
    SAND,
    SCALE,
    SKIN,
    UNION,
    WHITE,
    Colour,
    Point,
    mix,
)


class Canvas(Landscape):
    """A sheet on which things and people are drawn too."""

    def house(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        wall: Colour = PAPER,
        roof: Colour = RED,
        lit: bool = False,
    ) -> None:
        """A low house with a tiled roof; (x, y) is its lower left corner."""
        self.box(x, y - h * 0.62, w, h * 0.62, wall)
        self.box(x, y - h * 0.62, w, h * 0.07, mix(wall, INK, 0.16))
        self.shape(
            [
                (x - w * 0.08, y - h * 0.6),
                (x + w * 0.1, y - h),
                (x + w * 0.9, y - h),
                (x + w * 1.08, y - h * 0.6),
            ],
            roof,
        )
        glass = RICE if lit else mix(UNION, PALE, 0.45)
        self.box(x + w * 0.42, y - h * 0.4, w * 0.16, h * 0.4, mix(BARK, roof, 0.3))
        for dx in (0.12, 0.7):
            self.box(x + w * dx, y - h * 0.42, w * 0.18, h * 0.2, glass)

    def window(self, x: float, y: float, w: float, h: float, near: Colour = LEAF) -> None:
        """A window in a wooden frame with hills behind it; (x, y) is the upper left corner of the frame."""
        wood = (130, 92, 66)
        before = self.image.copy()
        inner = tuple(round(v * SCALE) for v in (x + 18, y + 18, x + w - 18, y + h - 18))
        self.gradient((x, y, x + w, y + h), (150, 206, 238), (234, 246, 246))
        self.sun(x + w * 0.7, y + h * 0.3, h * 0.09, (255, 232, 150), WHITE)
        self.oval(x + w * 0.26, y + h * 1.05, w * 0.5, h * 0.38, mix(near, PALE, 0.4))
        self.oval(x + w * 0.82, y + h * 1.1, w * 0.46, h * 0.36, mix(near, DEEP, 0.2))
        view = self.image.crop(inner)
        self.image.paste(before)
        self.box(x, y, w, h, wood, 6)
        self.image.paste(view, inner[:2])
        self.box(x + w / 2 - 6, y, 12, h, wood)
        self.box(x - 26, y + h - 8, w + 52, 24, mix(wood, WHITE, 0.12), 4)

    def lamp(self, x: float, y: float, h: float, side: int = 1, light: Colour = RICE) -> None:
        """A street lamp with a small solar panel, shining to one side."""
        self.stroke([(x, y), (x, y - h), (x + side * h * 0.2, y - h * 1.04)], h * 0.022, INK)
        self.shape(
            [
                (x - h * 0.09, y - h * 1.04),
                (x + h * 0.07, y - h * 1.12),
                (x + h * 0.09, y - h * 1.09),
                (x - h * 0.07, y - h * 1.01),
            ],
            UNION,
        )
        self.glow(x + side * h * 0.22, y - h * 1.0, h * 0.5, light, 0.75)
        self.oval(x + side * h * 0.21, y - h * 1.03, h * 0.06, h * 0.02, WHITE)

    # People: never a face, never a real person

    def person(
        self,
        x: float,
        y: float,
        h: float,
        shirt: Colour = UNION,
        *,
        left: Point = (-0.1, 0.3),
        right: Point = (0.1, 0.3),
        legs: str = "stand",
        hat: str | None = None,
        hair: str = "short",
        trousers: Colour = INK,
        facing: int = 1,
        lean: float = 0.0,
    ) -> tuple[Point, Point]:
        """A figure with its feet at (x, y) and height h; returns where its hands are.

        left, right: the hands, from the shoulder, in heights. legs: stand, walk, kneel, sit, none.
        hat: leaf (nón lá), cap. facing: 1 to the right, -1 to the left.
        """
        skin = SKIN[round(x + y) % 3]
        drop = {"kneel": 0.2, "sit": 0.2}.get(legs, 0.0) * h
        hip = (x, y - 0.46 * h + drop)
        neck = (x + lean * h, hip[1] - 0.34 * h)
        poses = {
            "stand": (((-0.05, 0), (-0.055, 0.46)), ((0.05, 0), (0.055, 0.46))),
            "walk": (((-0.04, 0), (-0.06, 0.24), (-0.16, 0.45)), ((0.04, 0), (0.11, 0.22), (0.13, 0.46))),
            "kneel": (((-0.04, 0), (-0.05, 0.23), (-0.25, 0.25)), ((0.04, 0), (0.2, 0.03), (0.2, 0.26))),
            "none": (),
            "sit": (((-0.04, 0), (0.18, 0.0), (0.18, 0.26)), ((0.04, 0.02), (0.24, 0.02), (0.24, 0.26))),
        }
        for i, limb in enumerate(poses[legs]):
            joints = [(hip[0] + facing * dx * h, hip[1] + dy * h) for dx, dy in limb]
            self.stroke(joints, 0.095 * h, trousers if i else mix(trousers, WHITE, 0.1))
            self.oval(
                joints[-1][0] + facing * 0.025 * h,
                joints[-1][1] - 0.005 * h,
                0.055 * h,
                0.025 * h,
                mix(trousers, INK, 0.6),
            )
        hands = []
        shoulders = ((neck[0] - 0.1 * h, neck[1] + 0.05 * h), (neck[0] + 0.1 * h, neck[1] + 0.05 * h))

        def arm(i: int) -> None:
            dx, dy = (left, right)[i]
            sx, sy = shoulders[i]
            hand = (sx + dx * h, sy + dy * h)
            elbow = (sx + dx * h * 0.5 + (-1, 1)[i] * 0.025 * h, sy + dy * h * 0.5 + 0.02 * h)
            self.stroke([(sx, sy), elbow, hand], 0.058 * h, skin)
            self.stroke(
                [(sx, sy), ((sx + elbow[0] * 2) / 3, (sy + elbow[1] * 2) / 3)],
                0.08 * h,
                mix(shirt, INK, 0.12),
            )
            self.disc(*hand, 0.034 * h, skin)
            hands.append(hand)

        arm(0)
        self.shape(
            [
                (neck[0] - 0.125 * h, neck[1] + 0.05 * h),
                (neck[0] - 0.06 * h, neck[1]),
                (neck[0] + 0.06 * h, neck[1]),
                (neck[0] + 0.125 * h, neck[1] + 0.05 * h),
                (hip[0] + 0.1 * h, hip[1] + 0.04 * h),
                (hip[0] - 0.1 * h, hip[1] + 0.04 * h),
            ],
            shirt,
        )
        self.disc(neck[0] - 0.085 * h, neck[1] + 0.05 * h, 0.045 * h, shirt)
        self.disc(neck[0] + 0.085 * h, neck[1] + 0.05 * h, 0.045 * h, shirt)
        self.box(neck[0] - 0.03 * h, neck[1] - 0.05 * h, 0.06 * h, 0.07 * h, mix(skin, BARK, 0.25), 0.02 * h)
        arm(1)
        self._head(neck[0] + lean * 0.3 * h, neck[1] - 0.095 * h, h, skin, hat, hair, facing)
        return hands[0], hands[1]

    def _head(self, x: float, y: float, h: float, skin: Colour, hat: str | None, hair: str, facing: int) -> None:
        r = 0.078 * h
        dark = (44, 36, 40)
        if hair == "long":
            back, front = x - facing * r * 1.2, x + facing * r * 0.3
            self.box(min(back, front), y - r * 0.7, abs(front - back), r * 2.7, dark, r * 0.6)
        self.oval(x, y, r * 0.92, r, skin)
        self.pie(x - facing * r * 0.06, y - r * 0.14, r * 1.04, r * 1.0, 180, 360, dark)
        self.oval(x - facing * r * 0.62, y - r * 0.1, r * 0.44, r * 0.72, dark)
        if hat == "leaf":
            self.shape([(x - r * 2.1, y - r * 0.15), (x, y - r * 1.85), (x + r * 2.1, y - r * 0.15)], SAND)
            self.shape([(x - r * 2.1, y - r * 0.15), (x, y - r * 1.85), (x - r * 0.3, y - r * 0.15)], PAPER)
        elif hat == "cap":
            self.pie(x, y - r * 0.25, r * 1.12, r * 1.0, 180, 360, UNION)
            self.box(x + (0 if facing > 0 else -r * 1.7), y - r * 0.36, r * 1.7, r * 0.24, NAVY, r * 0.1)
