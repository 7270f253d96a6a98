"""The life of a practice on one line: phases (trial, spread, official), and what happened when, numbered.

Pure geometry (see `drawing`). The words of the events stand in the table; the drawing has their numbers only."""

from collections.abc import Callable, Sequence

from plugins.domain import dates
from plugins.domain.charts import WIDE, apart, moment
from plugins.domain.dates import Moment
from plugins.domain.drawing import GAP, LETTER, LINE, Box, Cell, Dot, Drawing, Line, Shape, Table, Words, cells, tidy, width
from plugins.domain.frozen import dataclass

_RADIUS, _LANE, _BAND, _EDGE = 9, 20, 20, 18  # units: of a dot, from lane to lane, the height of a phase, what stays free at both ends


@dataclass(frozen=True)
class Event:
    """Something that happened; `note` and `href` name its source."""

    when: Moment
    text: str
    source: str = ""
    href: str = ""


@dataclass(frozen=True)
class Phase:
    """A stage of life; `look` pilot | scaled | official | ended. It lasts until the next one begins, the last until `end` of the line."""

    start: Moment
    name: str
    look: str


def timeline(title: str, events: Sequence[Event], phases: Sequence[Phase] = (), end: Moment | None = None, wide: float = WIDE) -> Drawing:
    """Events by their day, and the phases between them. Dots that would touch stand one above another."""
    events = sorted(events, key=lambda e: e.when.iso)
    phases = sorted(phases, key=lambda p: p.start.iso)
    moments = (*(e.when for e in events), *(p.start for p in phases), *((end,) if end else ()))
    times = [moment(m) for m in moments] or [0.0]
    low, high = int(min(times)), int(max(times)) + 1

    def place(when: float) -> float:
        return _EDGE + (when - low) / (high - low) * (wide - 2 * _EDGE)

    dots, lanes = _lanes([place(moment(e.when)) for e in events])
    base = lanes * _LANE + 4
    floor = base + (_BAND if phases else 0)
    stop = place(moment(end)) if end else place(high)
    shapes: list[Shape] = [Line(tidy(x), tidy(base - lane * _LANE - 4), tidy(x), base, "stem") for x, lane in dots]
    shapes += _band(phases, [*(place(moment(p.start)) for p in phases), stop], base)
    shapes += [Line(0, floor, wide, floor, "axis"), *_years(range(low, high), place, floor)]
    for number, (x, lane) in enumerate(dots, 1):
        y = base - 4 - _RADIUS - lane * _LANE
        shapes += [Dot(tidy(x), tidy(y), _RADIUS, "mark"), Words(tidy(x), tidy(y + 4), str(number), "middle", "inside")]
    told = "; ".join(f"{dates.long(e.when)}: {e.text.rstrip('.')}" for e in events)
    return Drawing(wide, floor + LINE + GAP, title, f"{told}.", tuple(shapes), _table(events))


def _lanes(places: Sequence[float]) -> tuple[list[tuple[float, int]], int]:
    """Each place with the lowest lane in which its dot touches none before it; and how many lanes there are."""
    ends: list[float] = []
    found = []
    for x in places:
        lane = next((n for n, last in enumerate(ends) if last + _LANE <= x), len(ends))
        ends[lane : lane + 1] = [x]
        found.append((x, lane))
    return found, len(ends)


def _band(phases: Sequence[Phase], edges: Sequence[float], y: float) -> list[Shape]:
    """The phases side by side between the edges, each with its name where there is room for it."""
    shapes: list[Shape] = []
    for phase, left, right in zip(phases, edges, edges[1:], strict=False):
        shapes.append(Box(tidy(left), y, tidy(max(right - left, 2)), _BAND, f"phase-{phase.look}"))
        if width(phase.name) + GAP <= right - left:
            shapes.append(Words(tidy(left + GAP / 2), y + LETTER + 2, phase.name, look="phase"))
    return shapes


def _years(years: range, place: Callable[[float], float], y: float) -> list[Shape]:
    """A tick where each year begins, and its number below the year itself, where there is room."""
    middles = [place(year + 0.5) for year in years]
    shown = apart(middles, [width(str(year)) for year in years])
    shapes: list[Shape] = [Line(tidy(place(year)), y, tidy(place(year)), y + 4, "axis") for year in (*years, years.stop)]
    return shapes + [Words(tidy(middles[n]), y + LINE + 2, str(years[n]), "middle", "note") for n in shown]


def _table(events: Sequence[Event]) -> Table:
    source = any(e.source for e in events)
    return Table(
        ("Mốc", "Việc", *(("Nguồn",) if source else ())),
        tuple(
            cells(f"{n}. {dates.short(e.when)}", e.text, *((Cell(e.source, e.href),) if source else ())) for n, e in enumerate(events, 1)
        ),
    )
