"""A swift way through plain Markdown: paragraphs, headings, lists, terms, quotes, tables, pictures, footnotes; else no answer.

What it answers is what python-markdown would answer: tests hold the two against each other. Rows are in `rows`, lines in `spans`."""

import re
from html import unescape

from plugins.context.body import Body, Heading, PictureHole
from plugins.domain.patterns import late
from plugins.domain.text import slug
from plugins.editorial import rows
from plugins.editorial.spans import HOLE, Doubt, Note, emphasis, plain, spans, target, words

BRACKETS = 1000  # opening brackets in one paragraph: python-markdown needs quadratic time for them
_BLANK_LINE = late(r"(?<=\n) +(?=\n)")
# Lines with a meaning that is not read here: indented ones (but words, and items of a list within a list), underlines
# and rules amid words. Definitions of references, and of footnotes amid the text, leave brackets that are no link: a doubt to `spans`.
_ODD_LINE = late(r"\n(?:[^\S\n ]| ++(?![^\W\d_])(?!(?<=\n    )(?:[*+-]|\d+\.) )|(?<!\n\n)[-=*_+ ]++(?=\n)|[-=*_+ ]++(?=\n[^\n]))")
_TABLE_LINE = late(r"\n[|: -]++(?![^\n])")
_RULE_SIGNS = "-=*_+ "
_RULE = late(r"-{3,}|\*{3,}|_{3,}")
_NOTE = late(r"\[\^([\w-]{1,40})\]: +([^\[|][^|]*+)")  # a footnote: its name, its words
_PICTURE = late("!\\[([^\\[\\]]*+)\\]\\(([^\\s()<>\"'\\[\\]]++)\\)(?:\n(.*))?", re.DOTALL)


def body(text: str) -> Body | None:
    """The body of a text that is plain throughout, its holes without lines; None when python-markdown has to read it.

    The time grows with the length of the text, whatever stands in it."""
    if text[:1] == " " or not plain(text):
        return None
    page = _Page(text)
    try:
        if "[^" in text:
            text, notes = _notes(text)
            page.read(text)
            page.foot(notes)
        else:
            page.read(text)
    except Doubt:
        return None
    pieces = "".join(page.markup).strip().split(HOLE)
    parts: list = [pieces[0]]
    for hole, piece in zip(page.holes, pieces[1:], strict=True):
        if isinstance(hole, str):
            parts[-1] += hole + piece
        else:
            parts += (hole, piece)
    return Body(tuple(part for part in parts if part), tuple(page.headings), "\n\n".join(page.words))


def _notes(text: str) -> tuple[str, dict[str, str]]:
    """A text without the footnotes at its end, and these: name → words, each on one line. Raises Doubt."""
    at = text.find("\n\n[^")
    notes: dict[str, str] = {}
    for line in text[at:].split("\n") if at >= 0 else ():
        if line:
            found = _NOTE.fullmatch(line.rstrip())
            if not found or found[1] in notes or "[^" in found[2] or rows.INNER.match(found[2]):
                raise Doubt
            notes[found[1]] = found[2]
    if not notes:
        raise Doubt
    return text[:at], notes


class _Page:
    """One text on its way: what was written so far, and the list, terms or quote that the next block may go on with.

    `signs` are those of the text that may make its words something else than they are in the markup and in the plain text: a line
    without any of them stands as it is in both."""

    def __init__(self, text: str) -> None:
        self.signs = [sign for sign in ("*", "[", "]", "&", ">", "_", "  ", "\xa0", "\n") if sign in text]
        self.markup: list[str] = []
        self.words: list[str] = []
        self.holes: list = []
        self.headings: list[Heading] = []
        self.taken: dict[str, int] = {}  # id → how many headings of that name there were
        self.quoted = False
        self.kind, self.open = "", []  # the tag of the block that may go on, and its parts
        self.items: list[rows.Item] = []  # of an open list: a blank line still changes the last one

    def read(self, text: str) -> None:
        """All blocks of a text. Raises Doubt."""
        text = f"\n\n{text}\n\n"
        if "\n " in text:
            text = _BLANK_LINE.sub("", text)
        if _ODD_LINE.search(text):
            raise Doubt
        for block in text.split("\n\n"):
            if (block := block.strip("\n")) and block[0].isalpha() and "\n" not in block:  # nearly always a paragraph
                if self.kind:
                    self._close()
                self.markup.append(f"<p>{self._say(block)}</p>\n")
            elif block:
                self._block(block)
        self._close()

    def foot(self, notes: dict[str, str]) -> None:
        """The footnotes, each named in the text once, and the numbers of their marks. Raises Doubt."""
        names = [hole.name for hole in self.holes if isinstance(hole, Note)]
        if sorted(names) != sorted(notes):
            raise Doubt
        numbers = {name: number for number, name in enumerate(notes, 1)}
        self.holes = [_mark(hole.name, numbers[hole.name]) if isinstance(hole, Note) else hole for hole in self.holes]
        self.markup.append('<div class="footnote">\n<hr>\n<ol>\n')
        for name, number in numbers.items():
            said = self._say(notes[name])
            self.markup.append(
                f'<li id="fn:{name}">\n<p>{said}&#160;<a class="footnote-backref" href="#fnref:{name}" '
                f'title="Trở lại chỗ có chú thích {number}">↩</a></p>\n</li>\n'
            )
        self.markup.append("</ol>\n</div>")

    def _block(self, block: str) -> None:
        """What stands between two blank lines; headings need no blank lines."""
        if "\n" not in block:
            return self._heading(block) if block[0] == "#" else self._piece(block)
        if "|" in block and _TABLE_LINE.search(block):
            self._close()
            return self.markup.append(rows.table(block, self._say))
        if block[0] != "#" and "\n#" not in block:
            return self._piece(block)
        lines: list[str] = []
        for line in block.split("\n"):
            if line[0] != "#":
                lines.append(line)
                continue
            if lines:
                self._piece("\n".join(lines))
            self._heading(line)
            lines = []
        return self._piece("\n".join(lines)) if lines else None

    def _piece(self, block: str) -> None:
        """A block without headings."""
        sign = block[0]
        if sign == ">":
            return self._quote(block)
        if "\n>" in block or sign in ": ":
            raise Doubt
        if sign in _RULE_SIGNS and not block.strip(_RULE_SIGNS):
            return self._rule(block)
        if tag := rows.list_tag(block):
            return self._list(tag, block)
        if "\n:" in block:
            if self.kind != "dl":
                self._close()
                self.kind, self.open = "dl", ["<dl>\n"]
            self.open += rows.terms(block, self._say)
            return None
        self._close()
        if sign == "!" and block[1:2] == "[":
            return self._picture(block)
        return self.markup.append(f"<p>{self._say(block)}</p>\n")

    def _say(self, text: str) -> str:
        """The markup of words that stand as a paragraph of their own in the plain text."""
        signs = [sign for sign in self.signs if sign in text]
        if not signs:
            markup, said = text, text.strip()
        elif signs == ["*"] and "*" not in (markup := emphasis(text)):
            said = text.replace("*", "").strip()
        else:
            markup = spans(text, self.holes)
            said = words(markup)
        if said:
            self.words.append(said)
        return markup

    def _rule(self, block: str) -> None:
        if not _RULE.fullmatch(block.rstrip(" ")):
            raise Doubt
        self._close()
        self.markup.append("<hr>\n")

    def _heading(self, line: str) -> None:
        self._close()
        title = line.lstrip("#")
        level = max(len(line) - len(title), 2)
        title = title.rstrip("#").strip()
        above = self.headings[-1].level if self.headings else 1
        if level > 6 or level > above + 1 or "&" in title or "[^" in title:
            raise Doubt  # a skipped level is a problem to be told
        said = len(self.words)
        markup = self._say(title)
        if len(self.words) == said:
            raise Doubt
        text = self.words[-1]
        base = name = slug(text) or "muc"
        while name in self.taken:
            self.taken[base] += 1
            name = f"{base}-{self.taken[base]}"
        self.taken[name] = 1
        self.headings.append(Heading(level, name, text))
        self.markup.append(f'<h{level} id="{name}">{markup}</h{level}>\n')

    def _picture(self, block: str) -> None:
        """A picture alone; the lines below it are its caption, of which only the words are kept."""
        found = _PICTURE.fullmatch(block)
        if self.quoted or not found or "![" in (found[3] or "") or "[^" in (found[3] or ""):
            raise Doubt
        alt, caption = found[1], words(spans(found[3], [])) if found[3] else ""
        if "&" in alt or "&" in caption:
            alt, caption = unescape(alt), unescape(caption)
        self.holes.append(PictureHole(target(found[2]), " ".join(alt.split()), " ".join(caption.split())))
        self.markup.append(f"{HOLE}\n")

    def _list(self, tag: str, block: str) -> None:
        """A list, or more of it: the items on both sides of a blank line become paragraphs."""
        if self.kind != tag:
            self._close()
            opening, self.items = rows.list_items(tag, block, self._say)
            self.kind, self.open = tag, [opening]
            return
        _, items = rows.list_items(tag, block, self._say)
        if self.items[-1].within or any(item.within for item in items):
            raise Doubt
        self.items[-1] = self.items[-1]._replace(loose=True)
        self.items += (items[0]._replace(loose=True), *items[1:])

    def _quote(self, block: str) -> None:
        """A block of lines that all begin with `>`; it is read when the quote has ended."""
        lines = block.split("\n")
        inner = "\n".join("" if line.strip() == ">" else line[2:] if line[1:2] == " " else line[1:] for line in lines)
        if self.quoted or any(line[0] != ">" for line in lines) or not inner or inner.strip("\n") != inner:
            raise Doubt
        if self.kind != "blockquote":
            self._close()
            self.kind, self.open = "blockquote", []
        self.open.append(inner)

    def _close(self) -> None:
        """Ends the block that was open; a quote is read now."""
        kind, parts, items = self.kind, self.open, self.items
        self.kind, self.open, self.items = "", [], []
        if kind == "blockquote":
            self.markup.append("<blockquote>\n")
            self.quoted = True
            self.read("\n\n".join(parts))
            self.quoted = False
            self.markup.append("</blockquote>\n")
        elif kind:
            self.markup += (*parts, *map(rows.item, items), f"</{kind}>\n")


def _mark(name: str, number: int) -> str:
    return f'<sup id="fnref:{name}"><a class="footnote-ref" href="#fn:{name}">{number}</a></sup>'
