"""The footnotes of a document as a part of its page: marks and notes linked both ways, what finds no partner is told.

How marks and notes look is in `domain.footnotes`."""

from collections.abc import Callable, Iterator
from html import escape

from plugins.domain import footnotes, layout
from plugins.domain.footnotes import Mark
from plugins.domain.layout import Block
from plugins.domain.problems import WARNING, Problem

_SILENT = (layout.NOTE, layout.REFERENCE)


class Notes:
    """The notes of one document. Ids hold a `_`, as slugs and addresses of items never do."""

    def __init__(self, blocks: list[Block]):
        self.notes = [block for block in blocks if block.kind == layout.NOTE]
        self._pairs: dict[tuple[int, int], int] = {}  # (line of a block, start of a mark) → its note
        self._calls: dict[int, int] = {}  # note → how often it has been called
        self._lonely: list[tuple[int, str]] = []
        if self.notes or any("[" in block.text for block in blocks):
            self._pair([b for b in blocks if b.kind not in _SILENT and not b.text.startswith("![")])

    def _pair(self, blocks: list[Block]) -> None:
        found = [(block, mark) for block in blocks for mark in footnotes.marks(block.text)]
        notes = [(note.line, footnotes.number_of(note.mark)) for note in self.notes]
        pairs = footnotes.pair([(block.line, mark.number) for block, mark in found], notes)
        of, at, line = None, 0, 0  # the last block with a lonely mark, how far its lines are counted, the line there
        for position, (block, mark) in enumerate(found):
            if position in pairs:
                self._pairs[block.line, mark.start] = pairs[position]
            elif mark.printed[0] in "([" or self.notes:
                of, at, line = (block, at, line) if block is of else (block, 0, block.line)
                at, line = mark.start, line + block.text.count("\n", at, mark.start)
                self._lonely.append((line, mark.printed))

    def call(self, block: Block, mark: Mark) -> str | None:
        """The HTML of a mark; None for one that has no note and stays as it is printed."""
        note = self._pairs.get((block.line, mark.start))
        if note is None:
            return None
        count = self._calls[note] = self._calls.get(note, 0) + 1
        place = f"goi_{note + 1}" if count == 1 else f"goi_{note + 1}_{count}"
        return f'<a class="note-call" id="{place}" href="#chu-thich_{note + 1}" role="doc-noteref">{_shown(mark.printed, note)}</a>'

    def section(self, say: Callable[[str, int], str]) -> Iterator[str]:
        """The HTML of all notes, each with the way back; `say` makes that of their words."""
        if not self.notes:
            return
        yield '<section class="notes" aria-label="Chú thích">\n'
        for number, note in enumerate(self.notes):
            tag, back = "span", ""
            if number in self._calls:
                tag, back = "a", f' href="#goi_{number + 1}" role="doc-backlink" title="Trở lại chỗ có chú thích"'
            mark = f'<{tag} class="note-mark"{back}>{_shown(note.mark, number)}</{tag}>'
            yield f'<p class="note" id="chu-thich_{number + 1}">{mark} {say(note.text, note.line)}</p>\n'
        yield "</section>\n"

    def problems(self, path: str, first_line: int) -> list[Problem]:
        """Marks without a note, notes without a mark."""
        found = []
        for line, printed in self._lonely:
            message = f"Dấu chú thích “{printed}” không có chú thích nào đi cùng."
            hint = "Viết chú thích thành một dòng riêng mở đầu bằng đúng dấu ấy, hoặc xóa dấu nếu bản in không có chú thích."
            found.append(Problem(path, first_line + line - 1, "chu-thich-thieu", message, hint, WARNING))
        for number, note in enumerate(self.notes):
            if number not in self._calls:
                message = f"Chú thích “{note.mark}” không được gọi ở đâu trong bài."
                hint = f"Đặt dấu “{note.mark}” vào sau chữ cần chú thích."
                found.append(Problem(path, first_line + note.line - 1, "chu-thich-thua", message, hint, WARNING))
        return found


def _shown(mark: str, note: int) -> str:
    """A mark as printed; one that is Markdown's own gets the number of its note."""
    return str(note + 1).translate(_RAISED) if mark.startswith("[^") else escape(mark)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
