"""A thread of models drawn: years run from left to right, each model is a row, a line leads to it from its forerunner.

Pure geometry (see `drawing`). Rows are numbered as the list beside the drawing; what has no year stands there only."""

from collections.abc import Callable, Sequence

from plugins.domain.charts import WIDE, apart, moment
from plugins.domain.dates import Moment
from plugins.domain.drawing import GAP, LINE, Dot, Drawing, Line, Shape, Words, lines, tidy, width
from plugins.domain.frozen import dataclass

MOST = 30  # rows; a longer drawing shows less than the list does
_RADIUS, _ROW, _EDGE = 9, 26, 18  # units: of a dot, from row to row, what stays free at both ends
_NAMES = 0.45  # of the whole width, so much at most is kept for names at the right of the last year


@dataclass(frozen=True)
class Branch:
    """One model: its `number` in the list, when it began, its `name` in a few words, the numbers of its forerunners."""

    number: int
    when: Moment
    name: str
    after: tuple[int, ...] = ()


def branches(title: str, rows: Sequence[Branch], description: str, wide: float = WIDE) -> Drawing | None:
    """The models by rows; None where there are too few or too many to show anything."""
    if not 2 <= len(rows) <= MOST:
        return None
    times = [moment(row.when) for row in rows]
    low, high = int(min(times)), int(max(times)) + 1
    end = wide - max(_EDGE, _RADIUS + GAP + min(max(width(row.name) for row in rows), wide * _NAMES))  # where the years end

    def place(when: float) -> float:
        return _EDGE + (when - low) / (high - low) * (end - _EDGE)

    x = {row.number: place(when) for row, when in zip(rows, times, strict=True)}
    y = {row.number: n * _ROW + _RADIUS + 2 for n, row in enumerate(rows)}
    shapes: list[Shape] = []
    for row in rows:
        for other in row.after:
            if other in x:
                shapes.append(Line(tidy(x[other]), y[other], tidy(x[other]), y[row.number], "stem"))
                shapes.append(Line(tidy(x[other]), y[row.number], tidy(x[row.number]), y[row.number], "stem"))
    for row in rows:
        at, base = x[row.number], y[row.number]
        shapes += [Dot(tidy(at), base, _RADIUS, "mark"), Words(tidy(at), base + 4, str(row.number), "middle", "inside")]
        shapes.append(Words(tidy(at + _RADIUS + GAP), base + 4, _short(row.name, wide - at - _RADIUS - GAP)))
    floor = len(rows) * _ROW + 2
    return Drawing(wide, floor + LINE + GAP, title, description, (*shapes, *_years(low, high, floor, place)))


def _short(name: str, room: float) -> str:
    """A name, or as many of its words as there is room for."""
    if width(name) <= room:
        return name
    return f"{next(iter(lines(name, room - width('…'))), '').rstrip('…')}…"


def _years(low: int, high: int, floor: float, place: Callable[[float], float]) -> list[Shape]:
    """The axis: a tick where each year begins, its number below its middle, where there is room."""
    middles = [place(year + 0.5) for year in range(low, high)]
    shown = apart(middles, [width(str(year)) for year in range(low, high)])
    shapes: list[Shape] = [Line(0, floor, tidy(place(high)) + _EDGE / 2, floor, "axis")]
    shapes += [Line(tidy(place(year)), floor, tidy(place(year)), floor + 4, "axis") for year in range(low, high + 1)]
    return shapes + [Words(tidy(middles[n]), floor + LINE + 2, str(low + n), "middle", "note") for n in shown]
