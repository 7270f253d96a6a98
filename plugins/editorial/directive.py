"""The body of an official document (văn bản) → a `Body` with its printed structure: labels as they stand, every item with its address.

What the blocks are is told in `domain.layout`, their words in `phrases`, what was pasted twice in `pasted`; news and models stay with `markup`."""

import re
from collections.abc import Sequence
from html import escape

from plugins.context.body import Body, Heading
from plugins.domain import footnotes, layout, printed_parts
from plugins.domain.labels import APPENDIX, ARTICLE, DASH, FIGURE, GROUP, SMALL
from plugins.domain.layout import Block
from plugins.domain.problems import Problem
from plugins.domain.records import Document
from plugins.domain.text import slug
from plugins.domain.words import Words
from plugins.editorial import advice, pasted
from plugins.editorial.notes import Notes
from plugins.editorial.phrases import PRIVATE, Phrases
from plugins.editorial.spans import HOLE

_TITLE = 180  # letters of the longest title
_SENTENCES = re.compile(r"[.;!?…] +[^\W\d_]")
_CLASSES = {
    layout.RECITAL: "recital", layout.LETTERHEAD: "pasted-head", layout.ADDRESSEES: "addressees", layout.ORNAMENT: "ornament",
}  # fmt: skip
_GROUPS = {layout.RECIPIENTS: "pasted-recipients", layout.SIGNATURE: "pasted-signature"}


def convert(text: str, path: str, first_line: int, record: Document | None, vocabulary: Words) -> tuple[Body, list[Problem]]:
    """The body of one document. `first_line` is the line of the file on which `text` begins."""
    blocks = layout.read(text.translate(PRIVATE))
    problems = advice.problems(blocks, path, first_line)
    blocks, faults = pasted.spared(blocks, record, vocabulary, path, first_line)
    page = _Page(blocks, path, first_line)
    page.write()
    return page.body(), [*problems, *faults, *page.phrases.problems, *page.notes.problems(path, first_line)]


class _Page:
    """One document on its way to HTML."""

    def __init__(self, blocks: list[Block], path: str, first_line: int):
        self.blocks, self.first_line, self.path = [b for b in blocks if b.kind not in (layout.NOTE, layout.REFERENCE)], first_line, path
        self.phrases = Phrases(path, "\n".join(b.text for b in blocks if b.kind == layout.REFERENCE))
        self.notes = Notes(blocks)
        self.markup: list[str] = []
        self.words: list[str] = []
        self.headings: list[Heading] = []
        self.anchors: list[str] = []
        self.taken = {block.item.anchor: 1 for block in blocks if block.item and block.item.anchor}
        self.open: list[tuple[str, int]] = []  # closing tag and level of heading of each open item
        self.marked = any(block.label and block.label.depth for block in blocks)  # the editor says what headings are
        self.group = ""

    def write(self) -> None:
        """All blocks, then the notes."""
        for at, block in enumerate(self.blocks):
            group = _GROUPS.get(block.kind, "")
            if self.group != group:
                self._close(0)
                self.markup.append(f"{'</div>' if self.group else ''}{f'<div class={chr(34)}{group}{chr(34)}>' if group else ''}\n")
                self.group = group
            if block.item and not group:
                self._item(block, self.blocks[at + 1] if at + 1 < len(self.blocks) else None)
            else:
                self._close(block.within)
                self._block(block)
        self._close(0)
        if self.group:
            self.markup.append("</div>\n")
        self._notes()

    def body(self) -> Body:
        """What was written."""
        first, *pieces = "".join(self.markup).strip().split(HOLE)
        parts: list = [first]
        for hole, piece in zip(self.phrases.holes, pieces, strict=True):
            parts += (hole, piece)
        return Body(tuple(part for part in parts if part), tuple(self.headings), "\n\n".join(self.words), tuple(self.anchors))

    def _say(self, block: Block, before: str = "") -> str:
        """The HTML of a block's words; `before` is the label in front of them."""
        markup, words = self.phrases.say(block.text, self._line(block), lambda mark: self.notes.call(block, mark))
        if said := f"{before} {words}".strip():
            self.words.append(said)
        return markup

    def _line(self, block: Block) -> int:
        return self.first_line + block.line - 1

    def _item(self, block: Block, following: Block | None) -> None:
        """An item and its label; it stays open for what stands under it."""
        item, label = block.item, block.label
        listed = item.rank >= DASH or item.rank == GROUP
        self._close(item.level - 1, listed)
        level = self._heading_level(block, following)
        if listed and item.rank != GROUP:
            if not (self.markup and self.markup[-1] == _LAST):
                self.markup.append('<div class="items" role="list">\n')
            else:
                self.markup.pop()
            self.markup.append('<div class="item item-bullet" role="listitem">\n')
            self.open.append(("</div>\n", level))
            mark = f'<span class="item-label">{escape(item.label)}</span>'
        else:
            anchor = f' id="{item.anchor}"' if item.anchor else ""
            self.markup.append(f'<div class="item"{anchor}>\n')
            self.open.append(("</div>\n", level))
            mark = _mark(item.label, item.anchor)
        words = self._say(block, item.label)
        if level and (block.label.depth or block.text):
            self._heading(level, f"{mark} {words}".rstrip(), self.words[-1], item.anchor)
        else:
            self.anchors += [item.anchor] * bool(item.anchor)
            self.markup.append(f"<p>{mark} {words}</p>\n")

    def _heading(self, level: int, markup: str, words: str, anchor: str = "") -> None:
        """A heading; that of an item is found by the address of the item, and by its words as ever."""
        name = base = slug(words.replace("\n", " ")) or "muc"
        while name in self.taken and name != anchor:
            self.taken[base] = self.taken.get(base, 1) + 1
            name = f"{base}-{self.taken[base]}"
        self.taken.setdefault(name, 1)
        own = f' id="{name}"' if name != anchor else ""
        self.headings.append(Heading(level, anchor or name, " ".join(words.split())))
        if anchor and own:
            self.anchors.append(name)
        self.markup.append(f"<h{level}{own}>{markup}</h{level}>\n")

    def _heading_level(self, block: Block, following: Block | None) -> int:
        """The level of the heading that an item is, 0 for one that is none."""
        if block.label.depth:
            return max(block.label.depth, 2)
        if self.marked or not titled(block, following):
            return 0
        above = max((level for _, level in self.open), default=0) or self._base()
        return min(above + 1, 6)

    def _base(self) -> int:
        """The level of the heading over items that stand in no other."""
        return next((h.level for h in reversed(self.headings) if h.id not in self.items), 1)

    @property
    def items(self) -> set[str]:
        return {block.item.anchor for block in self.blocks if block.item}
