"""Lines that stand together: where one paragraph ends and the next begins.

In a text pasted from Word or an old page every line is a paragraph; in one wrapped by hand a line ends where it is full."""

from plugins.domain.labels import Label
from plugins.domain.patterns import late

_NARROW, _WRAPPED = 60, 130  # letters: nobody wraps by hand at shorter or longer lines
_ENDS = late(r"[.;:!?…]['\"”’)\]*_]*$|/\.$")
_UNFINISHED = late(r"(?:,| (?:về|của|và|các|những|theo|cho|với|là|trong|từ|đến|tại|do|vào|số|ngày))$")
_OPENING = "\"“‘'(*_["


def paragraphs(lines: list[str], label: Label | None = None) -> list[tuple[int, str]]:
    """The paragraphs of lines: (position of their first line, text with its lines kept apart by `\\n`).

    Of an item the first line is what follows its `label`; a bare label (`Chương I`) takes the next line. A line goes on with
    the one above it when it begins with a small letter, or when the one above is full and ends in the middle of a sentence."""
    found: list[tuple[int, list[str]]] = []
    width = max((len(line.rstrip()) for line in lines), default=0)
    above = ""
    for at, line in enumerate(lines):
        full = line if at or not label else f"{' ' * label.indent}{label.label} {line}"
        if not found or (_ends(above, line, width) and not (at == 1 and label and not lines[0])):
            found.append((at, [line]))
        else:
            found[-1][1].append(line)
        above = full
    return [(at, _text(part)) for at, part in found]


def _ends(above: str, line: str, width: int) -> bool:
    """Whether a paragraph begins with `line`."""
    bare = line.strip().lstrip(_OPENING)
    first = bare[:1]
    end = above.rstrip()[-12:]
    if first.islower() or _UNFINISHED.search(end):
        return False
    if _ENDS.search(end) or not _NARROW <= width <= _WRAPPED:
        return True
    return len(above.rstrip()) + 1 + len(line.split(maxsplit=1)[0]) <= width  # else the line above was full


def joined(lines: list[str]) -> str:
    """Lines as one paragraph."""
    return _text(lines)


def _text(lines: list[str]) -> str:
    """Lines without blanks around them; the two blanks of a hard break stay where a line follows."""
    last = len(lines) - 1
    if not lines[0] and last:
        return _text(lines[1:])
    return "\n".join(line.strip() + ("  " if line.endswith("  ") and at < last else "") for at, line in enumerate(lines))
