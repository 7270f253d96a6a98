"""The body of an official document (văn bản) → a `Body` with its printed structure: labels as they stand, every item with its address.

Blocks come from `domain.layout`, their words from `phrases`; what was pasted twice is in `pasted`. Other records stay with `markup`."""

from html import escape
from itertools import groupby, pairwise
from typing import NamedTuple

from plugins.context.body import Body, Heading
from plugins.domain import layout
from plugins.domain.labels import ARTICLE, DASH, FIGURE, GROUP, SMALL
from plugins.domain.layout import Block
from plugins.domain.passages import Reader
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.records import Document
from plugins.domain.text import ordinary, slug
from plugins.domain.words import Words
from plugins.editorial import advice, pasted
from plugins.editorial.notes import Notes
from plugins.editorial.phrases import PRIVATE, Phrases
from plugins.editorial.spans import HOLE

_TITLE = 180  # letters of the longest title
_SENTENCES = late(r"[.;!?…] +[^\W\d_]")
_CLASSES = {
    layout.RECITAL: "recital", layout.LETTERHEAD: "pasted-line", layout.ADDRESSEES: "addressees", layout.ORNAMENT: "ornament",
}  # fmt: skip
_ENDING = {layout.RECIPIENTS: "pasted-recipients", layout.SIGNATURE: "pasted-signature"}


class _Open(NamedTuple):
    """What has been opened and not yet closed: an item, or the list of bullets around items of that level."""

    level: int
    list: bool
    heading: int = 0


def convert(text: str, path: str, first_line: int, record: Document | None, vocabulary: Words) -> tuple[Body, list[Problem]]:
    """The body of one document. `first_line` is the line of the file on which `text` begins."""
    blocks = layout.read(text if ordinary(text) else text.translate(PRIVATE))
    problems = advice.problems(blocks, path, first_line)
    blocks, faults = pasted.spared(blocks, record, vocabulary, path, first_line)
    page = _Page(blocks, path, first_line)
    page.write()
    problems += [*faults, *page.phrases.problems, *page.notes.problems(path, first_line), *advice.jumps(page.headings, page.lines, path)]
    return page.body(), problems


class _Page:
    """One document on its way to HTML."""

    def __init__(self, blocks: list[Block], path: str, first_line: int):
        self.blocks, self.first_line = [b for b in blocks if b.kind not in (layout.NOTE, layout.REFERENCE)], first_line
        self.following = {id(block): after for block, after in pairwise(self.blocks)}
        self.phrases = Phrases(path, "\n".join(b.text for b in blocks if b.kind == layout.REFERENCE))
        self.notes = Notes(blocks)
        self.markup: list[str] = []
        self.words: list[str] = []
        self.headings: list[Heading] = []
        self.lines: list[int] = []  # of the headings
        self.anchors: list[str] = []
        self.passages = Reader()
        self.taken = {block.item.anchor: 1 for block in blocks if block.item and block.item.anchor}
        self.open: list[_Open] = []
        self.marked = any(block.label and block.label.depth for block in blocks)  # the editor says what is a heading
        self.base = 1  # level of the heading over items that stand in no other

    def write(self) -> None:
        """All blocks, then the notes."""
        for ending, run in groupby(self.blocks, lambda block: block.kind in _ENDING):
            if ending:
                self._close(0)
                self.passages.end()
                self._ending(list(run))
                continue
            for block in run:
                if block.item:
                    self._item(block)
                else:
                    self._close(block.within)
                    self.passages.leave() if not block.within else None
                    self._block(block)
        self._close(0)
        self.passages.end()
        self.markup += self.notes.section(lambda text, line: self._said(text, self.first_line + line - 1, None)[0])

    def body(self) -> Body:
        """What was written."""
        first, *pieces = "".join(self.markup).strip().split(HOLE)
        parts: list = [first]
        for hole, piece in zip(self.phrases.holes, pieces, strict=True):
            parts += (hole, piece)
        found = tuple(part for part in parts if part)
        return Body(found, tuple(self.headings), "\n\n".join(self.words), tuple(self.anchors), self.passages.passages())

    def _said(self, text: str, line: int, block: Block | None, before: str = "") -> tuple[str, str]:
        """(HTML, words) of some words; `before` is the label in front of them. They become a paragraph of the plain text."""
        markup, words = self.phrases.say(text, line, lambda mark: self.notes.call(block, mark) if block else None)
        said = f"{before} {words}".strip()
        self.words += [said] if said else []
        self.passages.take(words)
        return markup, said

    def _say(self, block: Block, before: str = "") -> tuple[str, str]:
        return self._said(block.text, self.first_line + block.line - 1, block, before)

    def _close(self, level: int, listed: bool = False) -> None:
        """Closes items deeper than a level; a list stays open when the next item is `listed` in it."""
        while self.open and self.open[-1].level > level:
            if listed and self.open[-1].list and self.open[-1].level == level + 1:
                return
            self.open.pop()
            self.markup.append("</div>\n")

    def _item(self, block: Block) -> None:
        """An item with its label; it stays open for what stands under it."""
        item, depth = block.item, block.label.depth
        listed = item.rank >= DASH
        self._close(item.level - 1, listed)
        level = max(depth, 2) if depth else 0 if self.marked or not titled(block, self.following.get(id(block))) else self._under()
        if listed and not (self.open and self.open[-1].list and self.open[-1].level == item.level):
            self.open.append(_Open(item.level, True))
            self.markup.append('<div class="items" role="list">\n')
        self.open.append(_Open(item.level, False, level))
        label = escape(item.label)
        if item.anchor:
            self.passages.begin(item.anchor, item.label, item.within)
            self.markup.append(f'<div class="item" id="{item.anchor}">\n')
            label = f'<a class="item-label" href="#{item.anchor}">{label}</a>'
        else:
            self.markup.append('<div class="item" role="listitem">\n' if listed else '<div class="item">\n')
            label = f'<span class="item-label">{label}</span>'
        said, words = self._say(block, item.label)
        markup = f"{label} {said}".rstrip()
        if level:
            self._heading(block, level, markup, words, item.anchor)
        else:
            self.anchors += [item.anchor] if item.anchor else []
            self.markup.append(f"<p>{markup}</p>\n")

    def _under(self) -> int:
        """The level of a heading under those that are open."""
        return min(next((one.heading for one in reversed(self.open) if one.heading), self.base) + 1, 6)

    def _heading(self, block: Block, level: int, markup: str, words: str, anchor: str = "") -> None:
        """A heading; that of an item is found by the address of the item, and by its words as ever."""
        words = " ".join(words.split())
        base = name = slug(words) or "muc"
        while name in self.taken and name != anchor:
            self.taken[base] = self.taken.get(base, 1) + 1
            name = f"{base}-{self.taken[base]}"
        own = f' id="{name}"' if name != anchor and not (anchor and not block.label.depth) else ""
        self.taken.setdefault(name, 1)
        self.anchors += [name] if anchor and own else []
        self.headings.append(Heading(level, anchor or name, words))
        self.lines.append(self.first_line + block.line - 1)
        self.markup.append(f"<h{level}{own}>{markup}</h{level}>\n")

    def _block(self, block: Block) -> None:
        """What is no item."""
        if block.kind == layout.HEAD:
            self.passages.end()
            markup, words = self._say(block)
            if markup:
                level = max(len(block.mark), 2)
                self.base = level
                self._heading(block, level, markup, words)
                self.passages.begin(self.headings[-1].id)
                self.passages.take(self.headings[-1].text)
        elif block.kind == layout.RULER:
            self.markup.append("<hr>\n")
        elif block.kind == layout.MARKDOWN:
            markup, words = self.phrases.block(block.text, self.first_line + block.line - 1, lambda mark: self.notes.call(block, mark))
            self.words += [words] if words else []
            self.passages.take(words)
            self.markup.append(f"{markup}\n")
        else:
            name = f' class="{_CLASSES[block.kind]}"' if block.kind in _CLASSES else ""
            self.markup.append(f"<p{name}>{self._say(block)[0]}</p>\n")

    def _ending(self, blocks: list[Block]) -> None:
        """Recipients and signature that stand in the body, each together: copied from a table they come in turns."""
        self.markup.append('<div class="pasted-ending">\n')
        for kind, name in _ENDING.items():
            lines = [block for block in blocks if block.kind == kind]
            self.markup.append(f'<div class="{name}">\n' if lines else "")
            for block in lines:
                label = escape(block.item.label) if block.item else ""
                self.markup.append(f"<p>{label} {self._say(block, label)[0]}</p>\n".replace("<p> ", "<p>"))
            self.markup.append("</div>\n" if lines else "")
        self.markup.append("</div>\n")


def titled(block: Block, following: Block | None) -> bool:
    """Whether an item is a title for what stands under it: a short line, no sentence that ends, something below."""
    item, text = block.item, block.text.strip("*_ ")
    if not item.anchor or not text or item.rank in (GROUP,) or item.rank > SMALL:
        return False
    if len(text) > _TITLE or "\n" in text or _SENTENCES.search(text) or text[-1] in ";,:" or not text[0].isupper():
        return item.rank < ARTICLE and len(text) <= _TITLE
    if item.rank < FIGURE:
        return item.rank != ARTICLE or text[-1] != "."
    below = following is not None and (following.item is None or following.item.level > item.level) and following.within >= item.level
    numbered = below and following.item is not None and bool(following.item.anchor)
    return below and (numbered or text[-1] not in ".…!?")
