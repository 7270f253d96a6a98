"""The relations of a document drawn from top to bottom: what it rests on, itself, what came of it, who tells of it.

Pure geometry of a static SVG, narrow enough for a phone: boxes hang on a spine at their left. The list in `relations` says the same."""

from collections.abc import Iterable, Sequence

from plugins.archive.views import MapBox, MapLabel, MapLine, RelationMap
from plugins.context.views import Relation, Relations

ABOVE = ("legal_basis", "implements", "replaces", "amends")
BELOW = ("implements-by", "legal_basis-by", "amends-by", "replaces-by")
_MANY = 4  # boxes of one kind
_WIDE, _SPINE, _LEFT = 340, 12, 30
_LETTERS = 38  # that surely fit into a line of a box
_LINE, _PAD, _GAP = 18, 9, 8
_LABEL, _ARROW = 22, 5


class _Drawing:
    """A drawing that grows downwards; `at` is where the next piece begins."""

    def __init__(self):
        self.at, self.boxes, self.labels, self.lines = 2, [], [], []

    def box(self, x: int, look: str, lines: Iterable[str], href: str = "") -> int:
        """A box across the drawing from `x` on; gives the middle of its left side."""
        lines = tuple(cut(line) for line in lines if line)
        high = len(lines) * _LINE + 2 * _PAD - 4
        self.boxes.append(MapBox(x, self.at, _WIDE - x - 2, high, look, lines, href))
        self.at += high + _GAP
        return self.at - _GAP - high // 2

    def group(self, relations: Relations) -> list[int]:
        """The boxes of one kind below their label; gives the middles of their left sides."""
        self.labels.append(MapLabel(_LEFT, self.at + 14, relations.label))
        self.at += _LABEL
        places = [self.box(_LEFT, "here" if one.href else "away", _lines(one), one.href) for one in relations.items[:_MANY]]
        if more := len(relations.items) - _MANY if len(relations.items) > _MANY else 0:
            self.labels.append(MapLabel(_LEFT, self.at + 12, f"và {more} văn bản khác, xem danh sách bên dưới"))
            self.at += _LABEL
        return places

    def line(self, path: str, arrow: bool = False) -> None:
        self.lines.append(MapLine(path, arrow))


def draw(name: str, about: str, groups: Sequence[Relations], news: int = 0, models: int = 0) -> RelationMap | None:
    """The map of the document `name`; None when nothing stands above or below it. `news` and `models` are how many tell of it."""
    above = [group for key in ABOVE for group in groups if group.key == key]
    below = [group for key in BELOW for group in groups if group.key == key]
    if not above and not below:
        return None
    drawing = _Drawing()
    starts = [place for group in above for place in drawing.group(group)]
    drawing.at += _GAP if above else 0
    top = drawing.at
    middle = drawing.box(2, "this", (name, about))
    bottom = drawing.at - _GAP
    _upper(drawing, starts, top)
    drawing.at += _GAP if below else 0
    ends = [place for group in below for place in drawing.group(group)]
    told = [(f"{news} tin nhắc tới", news), (f"{models} mô hình làm theo", models)]
    if any(count for _, count in told):
        drawing.labels.append(MapLabel(_LEFT, drawing.at + 14, "Bên cạnh"))
        drawing.at += _LABEL
        for words, count in told:
            if count:
                drawing.box(_LEFT, "beside", (words,))
    _lower(drawing, ends, bottom)
    assert top < middle < bottom
    return RelationMap(
        f"Lược đồ quan hệ của {name}",
        _description(above, below, told),
        _WIDE,
        drawing.at,
        tuple(drawing.boxes),
        tuple(drawing.labels),
        tuple(drawing.lines),
    )


def _upper(drawing: _Drawing, starts: list[int], top: int) -> None:
    """From the boxes above down into the document."""
    if starts:
        drawing.line(f"M{_SPINE} {starts[0]}V{top - _ARROW}" + "".join(f"M{_SPINE} {start}H{_LEFT}" for start in starts))
        drawing.line(f"M{_SPINE} {top}l-{_ARROW} -{_ARROW * 2}h{_ARROW * 2}z", arrow=True)


def _lower(drawing: _Drawing, ends: list[int], bottom: int) -> None:
    """From the document down to the boxes below."""
    if ends:
        drawing.line(f"M{_SPINE} {bottom}V{ends[-1]}" + "".join(f"M{_SPINE} {end}H{_LEFT - _ARROW}" for end in ends))
        for end in ends:
            drawing.line(f"M{_LEFT} {end}l-{_ARROW * 2} -{_ARROW}v{_ARROW * 2}z", arrow=True)


def _lines(one: Relation) -> tuple[str, str]:
    return one.text, one.note


def cut(text: str) -> str:
    """Words that surely fit into a line, an ellipsis for the rest."""
    if len(text) <= _LETTERS:
        return text
    return text[: _LETTERS - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _description(above: Sequence[Relations], below: Sequence[Relations], told: Iterable[tuple[str, int]]) -> str:
    """What the drawing shows, in one sentence for those who do not see it."""
    counts = [f"{group.label.lower()}: {len(group.items)} văn bản" for group in (*above, *below)]
    counts += [words for words, count in told if count]
    return f"{'; '.join(counts)}.".capitalize() + " Danh sách bên dưới nói cùng một điều."
