"""Figures drawn: bars for parts of a whole and for before and after, columns over the years. All scales begin at zero.

Pure geometry (see `drawing`): nothing here knows records, colours or markup. A timeline is drawn in `timelines`."""

from collections.abc import Sequence

from plugins.domain import dates, numbers
from plugins.domain.dates import Moment
from plugins.domain.drawing import GAP, LETTER, LINE, Box, Cell, Drawing, Line, Shape, Table, Words, cells, lines, tidy, width
from plugins.domain.frozen import dataclass
from plugins.domain.parts import Figure

WIDE = 288  # units: the room for a figure on a phone of 320 pixels
_BAR, _COLUMNS, _THICKEST = 14, 96, 34  # units: how thick a bar is, how high columns may be, how thick a column may be


@dataclass(frozen=True)
class Bar:
    """One figure of a chart: `value`, of the whole `of` where there is one; `source` and `href` name and find where it comes from;
    `words` stand at the end of the bar instead of the figure, where that is printed beside the drawing."""

    label: str
    value: Figure
    of: Figure | None = None
    look: str = "value"
    source: str = ""
    href: str = ""
    words: str = ""

    @property
    def text(self) -> str:
        """The figure as it is printed: “117/117 (100%)”, “143”."""
        value = numbers.format_number(self.value)
        return f"{value}/{numbers.format_number(self.of)} ({numbers.ratio(self.value, self.of)})" if self.of else value


@dataclass(frozen=True)
class Point:
    """One figure of a row over time; `when` is a day, a month or a year."""

    when: Moment
    value: Figure
    of: Figure | None = None
    source: str = ""
    href: str = ""


def bars(title: str, rows: Sequence[Bar], unit: str = "", shares: bool | None = None, wide: float = WIDE) -> Drawing:
    """Bars below one another, each with its label above and its figure at its end.

    With `shares` each bar is a part of its own whole, otherwise all share one scale, on which a whole is drawn behind its part;
    None: shares where every row has a whole."""
    shares = all(r.of for r in rows) if shares is None else shares
    room = wide - max((width(r.words or r.text) for r in rows), default=0) - GAP
    most = max((float(n) for r in rows for n in (r.value, r.of or 0)), default=0) or 1
    shapes: list[Shape] = []
    y = 0.0
    for row in rows:
        for words in lines(row.label, wide):
            shapes.append(Words(0, tidy(y + LETTER), words))
            y += LINE
        whole = float(row.of or 0) if shares else most
        long = min(float(row.value) / whole, 1) * room if whole else 0
        if shares or row.of:
            shapes.append(Box(0, tidy(y), tidy(room if shares else float(row.of) / most * room), _BAR, "track"))
        shapes.append(Box(0, tidy(y), tidy(long), _BAR, row.look))
        shapes.append(Words(tidy((room if shares or row.of else long) + GAP), tidy(y + LETTER - 0.5), row.words or row.text, look="value"))
        y += _BAR + LETTER
    told = "; ".join(": ".join(filter(None, (r.label, r.text))) for r in rows)
    return Drawing(
        wide, tidy(max(y - LETTER, _BAR) + 2), title, f"{told}{' ' + unit if unit else ''}.", tuple(shapes), _of_bars(rows, unit)
    )


def change(title: str, before: Bar, after: Bar, unit: str = "", wide: float = WIDE) -> Drawing:
    """Before and after, on one scale."""
    first = Bar(before.label, before.value, None, "before", before.source, before.href)
    drawn = bars(title, (first, after), unit, False, wide)
    return Drawing(drawn.wide, drawn.high, title, f"{difference(before.value, after.value)} {drawn.description}", drawn.shapes, drawn.table)


def difference(before: Figure, after: Figure) -> str:
    """How a figure has changed, in words: “Giảm 2.”"""
    step = after - before
    return f"{'Tăng' if step > 0 else 'Giảm'} {numbers.format_number(abs(step))}." if step else "Không thay đổi."


def years(title: str, points: Sequence[Point], unit: str = "", top: Figure | None = None, wide: float = 240) -> Drawing:
    """Columns in the order of time, each where its day lies; `top` is the scale that several charts share.

    Where labels would stand on one another, the later one stays: the table has them all."""
    points = sorted(points, key=lambda p: p.when.iso)
    when = [dates.short(p.when) for p in points]
    figures = [numbers.format_number(p.value) for p in points]
    whole = max((float(n) for p in points for n in (p.value, p.of or 0)), default=0)
    most = max(float(top or 0), whole) or 1
    reach = max((width(text) for text in (*when, *figures)), default=0)
    places = _places([moment(p.when) for p in points], reach / 2, wide - reach / 2)
    near = min((b - a for a, b in zip(places, places[1:], strict=False)), default=wide)
    thick = tidy(max(3.0, min(near * 0.7, _THICKEST, max(reach, 3.0))))
    floor = LINE + _COLUMNS
    shapes: list[Shape] = []
    for point, x in zip(points, places, strict=True):
        for number, look in ((point.of, "track"), (point.value, "value")):
            if number is not None:
                high = float(number) / most * _COLUMNS
                shapes.append(Box(tidy(x - thick / 2), tidy(floor - high), thick, tidy(high), look))
    shapes.append(Line(0, floor, wide, floor, "axis"))
    tops = [floor - float(max(p.value, p.of or 0)) / most * _COLUMNS - 4 for p in points]
    shown = apart(places, [max(width(a), width(b)) for a, b in zip(when, figures, strict=True)])
    shapes += [Words(tidy(places[n]), tidy(tops[n]), figures[n], "middle", "value") for n in shown]
    shapes += [Words(tidy(places[n]), floor + LINE, when[n], "middle", "note") for n in shown]
    told = "; ".join(f"{dates.long(p.when)}: {Bar('', p.value, p.of).text}" for p in points)
    return Drawing(wide, floor + LINE + GAP, title, f"{told}{' ' + unit if unit else ''}.", tuple(shapes), _of_points(points, unit))


def _places(times: Sequence[float], low: float, high: float) -> list[float]:
    """Where moments lie between two ends; a single one in the middle."""
    if not times or times[0] == times[-1]:
        return [(low + high) / 2 for _ in times]
    return [low + (t - times[0]) / (times[-1] - times[0]) * (high - low) for t in times]


def apart(places: Sequence[float], wide: Sequence[float]) -> list[int]:
    """Which labels, each centred at its place, can be shown without touching another; the last one always is."""
    shown: list[int] = []
    edge = float("inf")
    for n in range(len(places) - 1, -1, -1):
        if places[n] + wide[n] / 2 + GAP / 2 <= edge:
            shown.append(n)
            edge = places[n] - wide[n] / 2 - GAP / 2
    return shown[::-1]


def moment(when: Moment) -> float:
    """A moment in years, for its place on an axis: a year or a month without a day counts from its middle."""
    year, *rest = (int(n) for n in when.iso[:10].split("-"))
    if not rest:
        return year + 0.5
    return year + (rest[0] - 1 + ((rest[1] - 1) / 31 if len(rest) > 1 else 0.5)) / 12


def _of_bars(rows: Sequence[Bar], unit: str) -> Table:
    return _table(
        "Nội dung",
        [(r.label, r) for r in rows],
        f"Số đạt ({unit})" if unit else "Số đạt",
    )


def _of_points(points: Sequence[Point], unit: str) -> Table:
    return _table("Thời điểm", [(dates.short(p.when), p) for p in points], f"Số đạt ({unit})" if unit else "Số đạt")


def _table(first: str, rows: Sequence[tuple[str, Bar | Point]], second: str) -> Table:
    """A table with just the columns that some row fills."""
    whole, source = any(r.of for _, r in rows), any(r.source for _, r in rows)
    head = (first, second, *(("Trên tổng", "Tỉ lệ") if whole else ()), *(("Nguồn",) if source else ()))
    return Table(
        head,
        tuple(
            cells(
                label,
                numbers.format_number(r.value),
                *((numbers.format_number(r.of), numbers.ratio(r.value, r.of)) if r.of else ("–", "–") if whole else ()),
                *((Cell(r.source, r.href),) if source else ()),
            )
            for label, r in rows
        ),
    )
