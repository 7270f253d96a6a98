"""What a text means in Markdown, as python-markdown reads it: for texts that are not plain, and to judge `swift` by.

One converter per process is made and reused. Raw HTML of editors is refused, never passed on."""

import html
import re
from functools import cache
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX

from plugins.context.body import Body, Heading, LinkHole, PictureHole
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.text import slug
from plugins.editorial.crowds import crowded
from plugins.editorial.places import Lines, placed

# Private-use characters mark the holes and the tags of editors; in an editor's own text they are dropped.
_LINK, _PICTURE, _MARK = "\ue000", "\ue001", "\ue002"
_HOLES = late(f"<p>{_PICTURE}(\\d+){_PICTURE}</p>|{_LINK}(\\d+){_LINK}")
_PRIVATE = late("[\ue000-\ue002]")
_TAG = late(r"(?<!\]\()<(?:(/?[a-zA-Z][a-zA-Z0-9-]*)(?=[\s>/])(?:[^<>\n]|\n(?!\s*\n))*>|(!--))")
_MARKED = late(f"{_MARK}(\\d+){_MARK}")
_DEEP = late(r"^(?: {0,3}+> ?+){50}", re.MULTILINE)
_CODE = late(r"<code>[^<]*</code>")
_STASHED = late(f"{STX}wzxhzdk:(\\d+){ETX}")  # where Markdown keeps an entity until the end
_BLOCK_TAG = late(r"</?(?:p|li|ul|ol|h[1-6]|t[dhr]|table|thead|tbody|d[dlt]|br|div|blockquote|pre|hr|figure)\b[^>]*>")
_NOTE_MARK = late(r'<sup id="fnref[^>]*>.*?</sup>|<a class="footnote-backref"[^>]*>.*?</a>')
_ANY_TAG = late(r"<[^>]*>")
_WHOLE, _FRAMES = {"script", "style"}, {"iframe", "video", "audio", "embed", "object", "form"}
_REPLACE = {
    "b": "**đậm**",
    "strong": "**đậm**",
    "i": "*nghiêng*",
    "em": "*nghiêng*",
    "u": "*nghiêng* hoặc **đậm**; gạch chân dễ nhầm với liên kết",
    "p": "mỗi đoạn một dòng, giữa hai đoạn có một dòng trống",
    "li": "mỗi mục một dòng mở đầu bằng “- ”",
    "ul": "mỗi mục một dòng mở đầu bằng “- ”",
    "ol": "mỗi mục một dòng mở đầu bằng “1. ”",
    "hr": "một dòng ---, trên và dưới có dòng trống",
    **dict.fromkeys(("h1", "h2"), "## Tên mục"),
    **dict.fromkeys(("h3", "h4", "h5", "h6"), "### Tên mục con"),
    "br": "xuống dòng bằng một dòng trống",
    "img": "![mô tả](/anh/ten-anh.jpg)",
    "a": "[chữ](địa chỉ)",
    "table": "bảng Markdown (dòng | cột | cột |)",
}


class _Holes(Treeprocessor):
    """Takes links and pictures out of the tree and leaves a numbered mark; sets heading ids; frames tables."""

    def run(self, root: Element) -> None:
        taken: dict[str, int] = {}  # id → how many headings of that name there were
        for parent in list(root.iter()):
            for index, element in enumerate(list(parent)):
                if element.tag == "p":
                    self._figures(element)
                elif element.tag == "table":
                    frame = Element("div", {"class": "table", "role": "group", "tabindex": "0", "aria-label": "Bảng, có thể cuộn ngang"})
                    frame.append(element)
                    frame.tail, element.tail = element.tail, None
                    parent[index] = frame
        for element in list(root.iter()):
            if element.tag == "a" and "footnote" not in element.get("class", "") and not element.get("href", "").startswith(STX):
                target = html.unescape(element.get("href", ""))
                self.md.bare.append(target)
                element.set("href", f"{_LINK}{self._hole(LinkHole(_MARKED.sub('', target)))}{_LINK}")
                element.attrib.pop("title", None)
            elif element.tag in ("th", "td") and "style" in element.attrib:
                element.set("class", "align-" + element.attrib.pop("style").split()[-1].rstrip(";"))
            elif element.tag == "img":
                self.md.faults.append(("anh-trong-dong", element.get("src", "")))
            elif element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                self._heading(element, taken)

    def _hole(self, hole) -> int:
        self.md.holes.append(hole)
        return len(self.md.holes) - 1

    def _figures(self, paragraph: Element) -> None:
        """A paragraph that opens with a picture becomes a figure; the lines after the picture are its caption."""
        if not len(paragraph) or paragraph[0].tag != "img" or (paragraph.text or "").strip():
            return
        if any(child.tag == "img" for child in paragraph[1:]):
            return
        image = paragraph[0]
        if (image.tail or "").strip() and not image.tail.startswith("\n"):
            return
        words = image.tail or ""
        for child in paragraph[1:]:
            words += "".join(child.itertext()) + (child.tail or "")
        self.md.bare.append(words + image.get("alt", ""))
        caption = self._words(words) or self._words(image.get("title", ""))
        hole = PictureHole(html.unescape(_MARKED.sub("", image.get("src", ""))), self._words(image.get("alt", "")), caption)
        for child in list(paragraph):
            paragraph.remove(child)
        paragraph.text = f"{_PICTURE}{self._hole(hole)}{_PICTURE}"

    def _words(self, text: str) -> str:
        """The words of a piece of the tree as a reader sees them."""
        text = _STASHED.sub(lambda found: str(self.md.htmlStash.rawHtmlBlocks[int(found[1])]), text)
        return " ".join(html.unescape(_MARKED.sub("", text.replace(AMP_SUBSTITUTE, "&"))).split())

    def _heading(self, element: Element, taken: dict[str, int]) -> None:
        words = self._words("".join(element.itertext()))
        base = name = slug(words) or "muc"
        while name in taken:
            taken[base] += 1
            name = f"{base}-{taken[base]}"
        taken[name] = 1
        element.set("id", name)
        if element.tag == "h1":
            element.tag = "h2"
        self.md.headings.append(Heading(int(element.tag[1]), name, words))


@cache
def _converter() -> markdown.Markdown:
    notes = FootnoteExtension(BACKLINK_TITLE="Trở lại chỗ có chú thích {}", BACKLINK_TEXT="↩", UNIQUE_IDS=False)
    md = markdown.Markdown(extensions=["tables", "def_list", "sane_lists", notes], output_format="html")
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    md.treeprocessors.register(_Holes(md), "holes", -1)  # after all others: what they put off (escapes) is settled then
    return md


def referee(text: str, path: str, first_line: int) -> tuple[Body, list[Problem]]:
    """The body of one file, by python-markdown: what a text means is what this says."""
    text = _PRIVATE.sub("", text)
    tags = list(_TAG.finditer(text)) if "<" in text else []
    if problem := crowded(text, path, first_line):
        return Body(), [problem]
    md = _converter()
    md.reset()
    md.holes, md.headings, md.faults, md.bare = [], [], [], []
    try:
        if _DEEP.search(text):  # python-markdown stops by the depth of the stack, which is not the same in every process
            raise RecursionError
        markup = md.convert(_marked(text, tags))
    except RecursionError:
        _converter.cache_clear()  # it stopped in the middle of its work
        hint = "Tìm dòng mở đầu bằng rất nhiều dấu - hoặc > hoặc số thứ tự, rồi viết lại thành danh sách thường."
        return Body(), [Problem(path, first_line, "bai-long-nhau", "Danh sách trong bài lồng nhau quá sâu.", hint)]
    problems = []
    if tags:
        problems = _refused(_CODE.sub("", markup) + "".join(md.bare), tags, text, path, first_line)
        markup = _MARKED.sub("", markup)
    lines = Lines(text, first_line)
    holes = [placed(hole, lines) for hole in md.holes]
    for code, target in md.faults:
        problems.append(
            Problem(
                path,
                lines.of(target),
                code,
                f"Ảnh “{target}” nằm giữa dòng chữ.",
                "Đặt ảnh ở đầu một đoạn riêng; dòng ngay sau ảnh là chú thích.",
            )
        )
    problems += _jumps(md.headings, path, lines)
    parts, end = [], 0
    for mark in _HOLES.finditer(markup):
        parts += [markup[end : mark.start()], holes[int(mark[1] or mark[2])]]
        end = mark.end()
    parts.append(markup[end:])
    return Body(tuple(p for p in parts if p), tuple(md.headings), plain(_HOLES.sub("", markup))), problems


def _jumps(headings: list[Heading], path: str, lines: Lines) -> list[Problem]:
    """Headings that skip a level: a screen reader's list of headings would have a hole (WCAG 2.2, technique G141)."""
    problems, above = [], 1
    for heading in headings:
        if heading.level > above + 1:
            message = f"Tiêu đề “{heading.text}” bỏ qua một bậc."
            hint = f"Viết với {'#' * (above + 1)} thay cho {'#' * heading.level}."
            problems.append(Problem(path, lines.of(heading.text), "tieu-de-nhay-bac", message, hint, "warning"))
        above = heading.level
    return problems


def _marked(text: str, tags: list[re.Match[str]]) -> str:
    """The text with each HTML tag numbered, so that Markdown itself tells which of them stand in code."""
    pieces, end = [], 0
    for number, tag in enumerate(tags):
        pieces += (text[end : tag.start()], f"{_MARK}{number}{_MARK}")
        end = tag.start()
    return "".join((*pieces, text[end:]))


def _refused(shown: str, tags: list[re.Match[str]], text: str, path: str, first_line: int) -> list[Problem]:
    """Those HTML tags of an editor whose marks are still `shown`; a closing tag goes with its opening one."""
    found = [tags[number] for number in sorted({int(mark[1]) for mark in _MARKED.finditer(shown)})]
    opened = {(tag[1] or tag[2]).lower() for tag in found}
    problems = []
    for tag in found:
        name = (tag[1] or tag[2]).lower()
        if name.startswith("/") and name[1:] in opened:
            continue
        line = first_line + text.count("\n", 0, tag.start())
        if name == "!--":
            hint = "Xóa ghi chú này; điều cần nhắc nhau thì ghi ở nơi khác."
            problems.append(Problem(path, line, "the-html", "Ghi chú <!-- … --> sẽ hiện nguyên trên trang.", hint))
            continue
        hint = f"Viết bằng Markdown: {_REPLACE[name]}." if name in _REPLACE else "Xóa thẻ này, chỉ giữ lại chữ."
        if name in _WHOLE:
            hint = f"Xóa cả thẻ lẫn mọi thứ đến hết </{name}>."
        elif name in _FRAMES:
            hint = "Xóa thẻ này; phim, biểu mẫu, bản đồ ở nơi khác thì dẫn tới bằng liên kết: [Xem phim](https://…)."
        problems.append(Problem(path, line, "the-html", f"Không dùng thẻ HTML <{tag[1]}> trong bài.", hint))
    return problems


def plain(markup: str) -> str:
    """The words of HTML made here: paragraphs parted by blank lines, footnote marks left out, entities resolved."""
    text = _ANY_TAG.sub("", _BLOCK_TAG.sub("\n\n", _NOTE_MARK.sub("", markup)))
    return "\n\n".join(" ".join(block.split()) for block in html.unescape(text).split("\n\n") if block.strip())
