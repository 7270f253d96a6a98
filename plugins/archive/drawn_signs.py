"""Signs that official documents carry and no font of ours has (✔ ☒ ➢ …), drawn by this project as a small font of its own.

Each is made of polygons in an em of 1000, the baseline at 0. What fonts bring is told in `typefaces`."""

import io
import math
from collections.abc import Iterable

_EM, _WIDTH, _ASCENT, _DESCENT = 1000, 860, 900, -250
_Point = tuple[float, float]
_Shape = tuple[_Point, ...]


def _turned(points: Iterable[_Point], clockwise: bool) -> _Shape:
    """A contour in one direction: TrueType fills what goes clockwise, and leaves open what goes the other way."""
    points = tuple(points)
    area = sum(x * v - u * y for (x, y), (u, v) in zip(points, (*points[1:], points[0]), strict=True))
    return points if (area < 0) == clockwise else points[::-1]


def _full(*points: _Point) -> _Shape:
    return _turned(points, True)


def _hole(*points: _Point) -> _Shape:
    return _turned(points, False)


def _bar(x: float, y: float, u: float, v: float, thick: float) -> _Shape:
    """A straight stroke."""
    length = math.hypot(u - x, v - y)
    across, along = (y - v) / length * thick / 2, (u - x) / length * thick / 2
    return _full((x + across, y + along), (u + across, v + along), (u - across, v - along), (x - across, y - along))


def _square(left: float, bottom: float, size: float) -> tuple[_Point, ...]:
    return (left, bottom), (left + size, bottom), (left + size, bottom + size), (left, bottom + size)


def _box(left: float = 100, bottom: float = 0, size: float = 660, thick: float = 60) -> tuple[_Shape, ...]:
    """An empty box."""
    return _full(*_square(left, bottom, size)), _hole(*_square(left + thick, bottom + thick, size - 2 * thick))


def _cross(left: float, bottom: float, size: float, thick: float) -> tuple[_Shape, ...]:
    return (
        _bar(left, bottom, left + size, bottom + size, thick),
        _bar(left, bottom + size, left + size, bottom, thick),
    )


def _star(rays: int, outer: float, inner: float, turn: float = 90) -> _Shape:
    corners = ((outer, inner)[n % 2] for n in range(2 * rays))
    angles = (math.radians(turn + 180 * n / rays) for n in range(2 * rays))
    return _full(*((430 + size * math.cos(at), 340 + size * math.sin(at)) for size, at in zip(corners, angles, strict=True)))


_TICK = _full((90, 320), (180, 410), (330, 262), (690, 690), (790, 610), (345, 70))
_SMALL_TICK = _full((220, 330), (285, 395), (385, 290), (580, 530), (650, 470), (392, 150))
_HEAD = ((60, 680), (820, 330), (60, -20), (260, 330))  # an arrow head that is open behind
_SHAFT = ((60, 420), (470, 420), (470, 640), (820, 330), (470, 20), (470, 240), (60, 240))
_KITE = ((430, 640), (690, 330), (430, 20), (170, 330))
SHAPES: dict[str, tuple[_Shape, ...]] = {
    "✔": (_TICK,),
    "✅": (*_box(), _SMALL_TICK),
    "✘": (_bar(120, 20, 720, 680, 150), _bar(140, 640, 690, 40, 110)),
    "✕": _cross(150, 50, 560, 90),
    "✖": _cross(150, 50, 560, 170),
    "❌": _cross(130, 30, 600, 150),
    "☒": (*_box(), *_cross(220, 120, 420, 70)),
    "➢": (_full(*_HEAD), _hole((215, 540), (690, 330), (215, 330), (330, 330))),
    "➤": (_full(*_HEAD),),
    "➔": (_full(*_SHAFT),),
    "➜": (_full(*_SHAFT),),
    "⇨": (_full(*_SHAFT), _hole((120, 370), (520, 370), (520, 525), (740, 330), (520, 135), (520, 290), (120, 290))),
    "▸": (_full((230, 570), (640, 330), (230, 90)),),
    "▫": _box(260, 170, 340, 55),
    "◾": (_full(*_square(240, 150, 380)),),
    "◽": _box(240, 150, 380, 55),
    "❑": (*_box(90, 70, 600, 55), _full((170, 70), (170, -20), (780, -20), (780, 590), (690, 590), (690, 70))),
    "❏": (*_box(90, 70, 600, 55), _full((170, 70), (170, -20), (780, -20), (780, 590), (690, 590), (690, 70))),
    "❐": (*_box(90, 0, 600, 55), _full((170, 600), (170, 690), (780, 690), (780, 80), (690, 80), (690, 600))),
    "✦": (_star(4, 360, 110),),
    "✧": (_star(4, 360, 110), _turned(_star(4, 250, 70), False)),
    "✩": (_star(5, 380, 150), _turned(_star(5, 270, 105), False)),
    "⭐": (_star(5, 380, 150),),
    "✱": (_star(6, 360, 90),),
    "✚": (_bar(430, -20, 430, 680, 190), _bar(80, 330, 780, 330, 190)),
    "♦": (_full((430, 700), (670, 330), (430, -40), (190, 330)),),
    "🔹": (_full(*_KITE),),
    "🔸": (_full(*_KITE),),
    "✉": (
        *(_full((60, 20), (800, 20), (800, 640), (60, 640)), _hole((115, 75), (745, 75), (745, 585), (115, 585))),
        *(_bar(85, 610, 430, 290, 55), _bar(430, 290, 775, 610, 55)),
    ),
}  # fmt: skip
"""Sign → its contours."""


def font() -> bytes:
    """All of them as a TrueType font; the same bytes wherever it is made."""
    from fontTools.fontBuilder import FontBuilder  # slow to load
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = {f"dau{ord(sign):X}": shapes for sign, shapes in SHAPES.items()}
    glyphs = {".notdef": _glyph(TTGlyphPen(None), _box())} | {name: _glyph(TTGlyphPen(None), shapes) for name, shapes in names.items()}
    made = FontBuilder(_EM, isTTF=True)
    made.setupHead(unitsPerEm=_EM, created=0, modified=0)
    made.setupGlyphOrder(list(glyphs))
    made.setupCharacterMap({ord(sign): f"dau{ord(sign):X}" for sign in SHAPES})
    made.setupGlyf(glyphs)
    made.setupHorizontalMetrics({name: (_WIDTH, glyphs[name].xMin) for name in glyphs})
    made.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    made.setupNameTable({"familyName": "Giay hinh", "styleName": "Regular", "psName": "GiayHinh-Regular"})
    made.setupOS2(sTypoAscender=_ASCENT, sTypoDescender=_DESCENT, usWinAscent=_ASCENT, usWinDescent=-_DESCENT)
    made.setupPost()
    made.font.recalcTimestamp = False
    out = io.BytesIO()
    made.font.save(out, reorderTables=False)
    return out.getvalue()


def _glyph(pen, shapes: Iterable[_Shape]):
    for shape in shapes:
        pen.moveTo(_whole(shape[0]))
        for point in shape[1:]:
            pen.lineTo(_whole(point))
        pen.closePath()
    return pen.glyph()


def _whole(point: _Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])
