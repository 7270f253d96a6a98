"""The body of an official document as blocks in order: items, paragraphs, recitals, notes, recipients, signature.

Nothing is left out and no HTML is made. Texts pasted from Word or an old page (every line a paragraph) are read, too."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from plugins.domain import footnotes, printed_parts
from plugins.domain.frozen import dataclass
from plugins.domain.labels import HEADING, RULE, Label, lines_of
from plugins.domain.labels import read as label_of
from plugins.domain.ladder import Item, Ladder, settled
from plugins.domain.paragraphs import joined, paragraphs
from plugins.domain.patterns import late

# Kinds of blocks. `MARKDOWN` is a table, a picture, a quote, terms: left to whoever knows Markdown, as are references.
ITEM, HEAD, WORDS, RECITAL, LETTERHEAD, ADDRESSEES, RECIPIENTS, SIGNATURE, NOTE, ORNAMENT, RULER, MARKDOWN, REFERENCE = (
    "item", "heading", "words", "recital", "letterhead", "addressees", "recipients", "signature", "note", "ornament",
    "ruler", "markdown", "reference",
)  # fmt: skip
_TABLE = late(r"[|: -]*-[|: -]*$")
_REFERENCE = late(r"\[[^\]^][^\]]*\]:[ ]*\S")
_RAW = late(r"[|>]|!\[|: ")
_WIDEST_HEAD = 40  # lines above the first item in which organ lines are looked for


@dataclass(frozen=True)
class Block:
    """A piece of a document. `line` counts from 1; `text` is Markdown without label, lines kept apart by `\\n`.

    `within` is how many items are open around it (an item counts itself); `torn` tells that a note stood inside it."""

    kind: str
    line: int
    text: str
    within: int = 0
    label: Label | None = None
    item: Item | None = None
    mark: str = ""
    torn: int = 0


@dataclass
class _Run:
    """Lines without a blank line or a label among them."""

    kind: str
    line: int
    lines: list[str]
    label: Label | None = None
    mark: str = ""


def read(text: str) -> list[Block]:
    """The blocks of a text in order. Never raises; the time grows with the length of the text."""
    return _mended(list(_blocks(list(_runs(lines_of(text))))))


def _runs(lines: list[str]) -> Iterator[_Run]:
    labels = settled(lines)
    run: _Run | None = None
    closing = ""
    for at, line in enumerate(lines):
        bare, label = line.strip(), labels[at]
        kind = ""
        if not bare:
            if run:
                yield run
            run = None
            continue
        if run and run.kind == MARKDOWN and _goes_on(run, bare, label):
            run.lines.append(line)
            continue
        if label and closing == RECIPIENTS and label.kind == "bullet":
            kind, label = RECIPIENTS, None
        elif label:
            closing = ""
        if not label and not kind:
            kind, closing = _kind(bare, closing, lines[at + 1].strip() if at + 1 < len(lines) else "")
        if kind == MARKDOWN and bare[0] == ":":  # the meaning of the term above, if there is one
            if run and run.kind == WORDS:
                run.kind = MARKDOWN
                run.lines.append(line)
                continue
            kind = ""
        same = run and not label and kind in ("", run.kind) and (kind != NOTE or not footnotes.note(bare))
        if same and (kind or run.kind in (WORDS, ITEM, NOTE)) and run.kind not in (ORNAMENT, RULER, HEAD, REFERENCE):
            run.lines.append(line)
            continue
        if run:
            yield run
        if label:
            run = _Run(ITEM, at + 1, [label.dressed], label)
        elif kind == NOTE:
            mark, words = footnotes.note(bare)
            run = _Run(NOTE, at + 1, [words], None, mark)
        else:
            run = _Run(kind or WORDS, at + 1, [line])
    if run:
        yield run


def _kind(bare: str, closing: str, following: str) -> tuple[str, str]:
    """What a line without a label is ("" for words), and which ending is open after it."""
    if RULE.match(bare):
        return (RULER if bare in ("---", "----") else ORNAMENT), closing
    if printed_parts.recipients(bare) is not None:
        return RECIPIENTS, RECIPIENTS
    if printed_parts.signature(bare, bool(closing)):
        return SIGNATURE, "" if closing == SIGNATURE and printed_parts.person(bare) else SIGNATURE
    if HEADING.match(bare):
        return HEAD, ""
    if _RAW.match(bare) or ("|" in bare and "|" in following and _TABLE.match(following)):
        return MARKDOWN, closing
    if footnotes.note(bare):
        return NOTE, closing
    if _REFERENCE.match(bare):
        return REFERENCE, closing
    if printed_parts.addressees(bare):
        return ADDRESSEES, closing
    return "", closing


def _goes_on(run: _Run, bare: str, label: Label | None) -> bool:
    """Whether a line belongs to the table, picture, quote above it."""
    first = run.lines[0].strip()
    if first.startswith("!["):
        return not label and not bare.startswith("![")
    if first.startswith(">") or bare.startswith(":"):
        return not label or bare.startswith(">")
    return "|" in bare


def _blocks(runs: list[_Run]) -> Iterator[Block]:
    """Runs as blocks, each with its place on the ladder."""
    ladder = Ladder()
    begun = False  # whether an item or a heading has been seen
    for before, run in pairwise([None, *runs]):
        if run.kind == ITEM:
            begun = True
            level, anchor, above = ladder.step(run.label)
            pieces = paragraphs(run.lines, run.label)
            words = [run.label.text, *(line.strip() for line in run.lines[1:])]
            item = Item(run.label.label, level, "\n".join(part for part in words if part), anchor, run.line, run.label.rank, above)
            yield Block(ITEM, run.line, pieces[0][1], level, run.label, item)
            for at, text in pieces[1:]:
                if printed_parts.ends_outline(text):
                    ladder.close()
                yield Block(WORDS, run.line + at, text, len(ladder.open))
        elif run.kind == HEAD:
            begun = True
            mark = HEADING.match(run.lines[0].strip())
            ladder.heading(len(mark[1]))
            yield Block(HEAD, run.line, run.lines[0].strip()[mark.end() :].rstrip("# "), len(ladder.open), mark=mark[1])
        elif run.kind in (RECIPIENTS, SIGNATURE):
            ladder.close()
            yield from (_closing(run.kind, run.line + at, line) for at, line in enumerate(run.lines))
        elif run.kind == WORDS:
            yield from _words(run, ladder, begun, bool(before) and before.kind == NOTE)
        elif run.kind == NOTE:
            yield Block(NOTE, run.line, joined(run.lines), 0, mark=run.mark)
        elif run.kind == ADDRESSEES:
            yield Block(ADDRESSEES, run.line, "\n".join(line.strip() for line in run.lines))
        else:
            yield Block(run.kind, run.line, "\n".join(line.strip() for line in run.lines), len(ladder.open))


def _closing(kind: str, line: int, text: str) -> Block:
    """A line of the recipients or of the signature; a recipient with its dash is an item, too."""
    label = label_of(text) if kind == RECIPIENTS else None
    if not label or label.kind != "bullet":
        return Block(kind, line, text.strip())
    return Block(kind, line, label.dressed, 0, label, Item(label.label, 1, label.text, "", line, label.rank))


def _words(run: _Run, ladder: Ladder, begun: bool, below_note: bool) -> Iterator[Block]:
    """Paragraphs; those above the first item may be organ lines and recitals, those below a note the rest of a sentence."""
    head = 0
    if not begun and run.line <= _WIDEST_HEAD:
        head = max((at + 1 for at, line in enumerate(run.lines) if printed_parts.letterhead(line)), default=0)
        yield from (Block(LETTERHEAD if _heads(line) else WORDS, run.line + at, line.strip()) for at, line in enumerate(run.lines[:head]))
    if head == len(run.lines):
        return
    for at, text in paragraphs(run.lines[head:]):
        if printed_parts.ends_outline(text):
            ladder.close()
        elif not (below_note and text[:1].islower()):
            ladder.paragraph()
        kind = RECITAL if not begun and printed_parts.recital(text) else WORDS
        yield Block(kind, run.line + head + at, text, len(ladder.open))


def _heads(line: str) -> bool:
    return printed_parts.letterhead(line) or printed_parts.upper(printed_parts.bared(line))


def _mended(blocks: list[Block]) -> list[Block]:
    """A sentence that a note tears apart is whole again, and the note stands below it; a bare label has its title."""
    found: list[Block] = []
    notes: list[Block] = []
    for block in blocks:
        if block.kind == NOTE:
            notes.append(block)
            continue
        if notes and found and block.kind == WORDS and _torn(found[-1], block):
            above = found[-1]
            item = above.item and replace(above.item, text=f"{above.item.text}\n{block.text}")
            found[-1] = replace(above, text=f"{above.text}\n{block.text}", item=item, torn=above.torn or notes[0].line)
            continue
        if found and not notes and _named(found[-1], block):
            found[-1] = replace(found[-1], text=block.text, item=replace(found[-1].item, text=block.text))
            continue
        found += notes
        notes = []
        found.append(block)
    return found + notes


def _named(above: Block, below: Block) -> bool:
    """Whether a block is the title of the bare label above it: `Chương I`, then `QUY ĐỊNH CHUNG`."""
    return above.kind == ITEM and not above.text and below.kind == WORDS and printed_parts.upper(printed_parts.bared(below.text))


def _torn(above: Block, below: Block) -> bool:
    """Whether two blocks are one sentence: no end of a sentence above, a small letter below."""
    end = above.text.rstrip('*_ ”"')[-1:]
    return above.kind in (ITEM, WORDS, RECITAL) and end not in ".;:!?…" and bool(end) and below.text.lstrip("*_")[:1].islower()
