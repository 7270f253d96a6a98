"""Markdown to bodies: editors' words come out safe and whole, links and pictures as holes, headings with our ids."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.context.body import Body, Heading, LinkHole, PictureHole
from plugins.editorial.markup import convert

# Pieces that come near to every construct of Markdown and to every trick of HTML.
_PIECES = [
    *(
        "chữ",
        " ",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "# ",
        "## ",
        "- ",
        "+ ",
        "1. ",
        "> ",
        "* ",
        "**",
        "_",
        "`",
        "``",
        "|",
        "|-|-|\n",
        ":   ",
        "---",
        "===",
    ),
    *("[", "]", "(", ")", "![", "](", "](/a/)", "[^1]", "[^1]: ", "[x]: ", "<", ">", "&", "&lt;", "&#106;", "&amp;", '"', "'", "\\"),
    *("\x02", "\x03", "\ue000", "0", "\ue001", "\ue002", "wzxhzdk:0", "klzzwxh:0000", "{: onload=x}", "{: #id }"),
    *("<script>", "</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", ' onclick="x"', "<!--", "-->", "<style>"),
    *("<?x ", "?>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "<div", "\n\n<p\n", "\n\n<?y?>\n\n"),
    *("<a@b.vn>", "<https://a.vn>", "data:text/html,x"),
]
NASTY = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


def told(problems) -> list[tuple[int, str]]:
    """Line and code of each problem."""
    return [(p.line, p.code) for p in problems]


def show(body: Body) -> str:
    """The HTML of a body with plain holes."""
    return body.html(
        lambda target: f"L:{target}", lambda hole: Markup("<figure>{}|{}|{}</figure>").format(hole.src, hole.alt, hole.caption)
    )


def html(text: str) -> str:
    """The HTML of a text."""
    return show(convert(text, "a.md")[0])


class _Reader(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and its words."""

    def __init__(self, markup: str):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data

    def handle_comment(self, data):
        self.tags.append(("!--", {}))

    handle_decl = handle_pi = unknown_decl = handle_comment


_TAGS = {f"h{level}" for level in range(2, 7)} | {
    "p",
    "a",
    "em",
    "strong",
    "code",
    "pre",
    "ul",
    "ol",
    "li",
    "blockquote",
    "hr",
    "br",
    "div",
}
_TAGS |= {"dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "sup", "figure", "img"}
_ATTRIBUTES = {"href", "id", "class", "title", "role", "tabindex", "aria-label", "start", "style", "src", "alt"}


@given(NASTY | st.text())
def test_no_text_raises_or_brings_markup_of_its_own(text):
    """For any text there are only our tags and attributes, every href is a hole or our own, and no picture stands without a report."""
    body, problems = convert(text, "a.md", 3)
    page = _Reader(show(body))
    assert {tag for tag, _ in page.tags} <= _TAGS
    for tag, attributes in page.tags:
        assert set(attributes) <= _ATTRIBUTES
        assert not re.sub(r"text-align: (left|right|center);", "", attributes.get("style", ""))
        assert attributes.get("href", "L:").startswith(("L:", "#fn", "mailto:"))
        assert tag != "img" or "anh-trong-dong" in {p.code for p in problems}
    assert all(3 <= p.line <= 3 + text.count("\n") and p.suggestion for p in problems)
    assert not re.search("[\x02\x03\ue000-\ue002]|wzxhzdk:0\x03", "".join(p for p in body.parts if isinstance(p, str)))


@given(NASTY, NASTY)
def test_a_body_depends_on_its_own_text_alone(before, text):
    """What was converted before leaves no trace."""
    first = convert(text, "a.md")
    convert(before, "b.md")
    assert convert(text, "a.md") == first


@given(st.lists(st.text("aăđ ểÔ-–“”,;:?()/%", min_size=1).map(str.strip).filter(lambda s: s[:1].isalpha()), min_size=1))
def test_no_word_is_changed(paragraphs):
    """Plain paragraphs come out letter for letter."""
    body, problems = convert("\n\n".join(paragraphs), "a.md")
    assert body.text == "\n\n".join(" ".join(p.split()) for p in paragraphs) and not problems


@given(NASTY)
def test_heading_ids_are_slugs_and_unique(text):
    """Every id of a heading is a plain word that no other heading has, and stands in the page."""
    body, _ = convert(text, "a.md")
    ids = [h.id for h in body.headings]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[a-z0-9-]+", i) for i in ids)
    page = _Reader(show(body))
    assert [a["id"] for tag, a in page.tags if tag in ("h2", "h3", "h4", "h5", "h6")] == ids
    assert all(h.text == " ".join(h.text.split()) and "\x02" not in h.text for h in body.headings)


def test_headings():
    """A first-level heading steps down, a repeated one gets a number, one without letters a name."""
    body, _ = convert("# Mục tiêu\n\n## Mục tiêu\n\n### **Đoàn** &amp; `Hội`\n\n## 1\\. Đầu\n\n## !!!\n\n## <a@b.vn>", "a.md")
    assert body.headings == (
        Heading(2, "muc-tieu", "Mục tiêu"),
        Heading(2, "muc-tieu-2", "Mục tiêu"),
        Heading(3, "doan-hoi", "Đoàn & Hội"),
        Heading(2, "1-dau", "1. Đầu"),
        Heading(2, "muc", "!!!"),
        Heading(2, "a-b-vn", "a@b.vn"),
    )


def test_a_repeated_heading_never_takes_a_written_one():
    """A number for a repeated heading is passed over when a heading is called so."""
    assert [h.id for h in convert("## a\n\n## a 2\n\n## a\n\n## a", "a.md")[0].headings] == ["a", "a-2", "a-3", "a-4"]


@pytest.mark.parametrize(
    ("text", "hole"),
    [
        ("![Trồng cây](/anh/a.jpg)", PictureHole("/anh/a.jpg", "Trồng cây")),
        ("![Trồng cây](/anh/a.jpg)\nRa quân *tháng ba*\nnăm 2026", PictureHole("/anh/a.jpg", "Trồng cây", "Ra quân tháng ba năm 2026")),
        ('![Trồng cây](/anh/a.jpg "Ra quân")', PictureHole("/anh/a.jpg", "Trồng cây", "Ra quân")),
        ("![a &amp; b](/anh/a.jpg)\nc &amp; d \\* e", PictureHole("/anh/a.jpg", "a & b", "c & d * e")),
        ('![nói "chào"](/anh/a.jpg)', PictureHole("/anh/a.jpg", 'nói "chào"')),
        ("![](/anh/a.jpg)", PictureHole("/anh/a.jpg", "")),
        ("![a][1]\n\n[1]: /anh/a.jpg", PictureHole("/anh/a.jpg", "a")),
    ],
)
def test_a_picture_with_its_caption(text, hole):
    """A paragraph that opens with a picture is a figure; the lines below are its caption, without marks."""
    body, problems = convert(text, "a.md")
    assert [(h.src, h.alt, h.caption) for h in body.pictures] == [(hole.src, hole.alt, hole.caption)] and not problems
    assert html(text).count("<figure>") == 1 and "<p>" not in html(text)


def test_a_picture_in_a_loose_list():
    """A picture in a paragraph of its own is a figure inside a list as well."""
    body, problems = convert("- a\n\n    ![b](/anh/a.jpg)\n\n- c", "a.md")
    assert [h.line for h in body.pictures] == [3] and not problems


@pytest.mark.parametrize(
    "text",
    [
        "![a](/anh/a.jpg) ![b](/anh/b.jpg)",
        "chữ ![a](/anh/a.jpg)",
        "- ![a](/anh/a.jpg)",
        "[![a](/anh/a.jpg)](/x/)",
        "| a |\n|---|\n| ![a](/anh/a.jpg) |",
        "![a](/anh/a.jpg) chữ ngay sau",
        "## ![a](/anh/a.jpg)",
    ],
)
def test_a_picture_among_words_is_told(text):
    """A picture inside a line, a tight list, a link, a table or beside another is a problem, not a lost picture."""
    assert {code for _, code in told(convert(text, "a.md")[1])} == {"anh-trong-dong"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[x](/a/b.md)", "/a/b.md"),
        ('[x](/a/b.md "Tên")', "/a/b.md"),
        ("[x](</a/b c.md>)", "/a/b c.md"),
        ("[x](/a\\_b.md)", "/a_b.md"),
        ("[x](/a/?q=1&b=2#c)", "/a/?q=1&b=2#c"),
        ("[x](/a/?q=1&amp;b=2)", "/a/?q=1&b=2"),
        ("[x](#muc-1)", "#muc-1"),
        ("[x](\\#muc)", "#muc"),
        ("[x]()", ""),
        ("[x][1]\n\n[1]: /a/", "/a/"),
        ("<https://a.vn/?b=c&d>", "https://a.vn/?b=c&d"),
        ("[x](C:\\a\\b.pdf)", "C:\\a\\b.pdf"),
        ("[x](mailto:a@b.vn)", "mailto:a@b.vn"),
        ("[x](javascript:alert(1))", "javascript:alert(1)"),
        ("[x](&#106;avascript:alert(1))", "javascript:alert(1)"),
        ("[x](`javascript:alert`)", "javascript:alert"),
    ],
)
def test_every_link_is_a_hole(text, target):
    """Whatever way a link is written, its target is a hole to be judged, as the editor meant it, and its title is gone."""
    body, problems = convert(text, "a.md")
    assert [h.target for h in body.links] == [target] and not problems and "title" not in html(text)


def test_mail_addresses_are_links():
    """An address in angle brackets is a mail link that a reader can read."""
    page = _Reader(html("<vanphong@doan.example>"))
    assert page.tags[1] == ("a", {"href": "mailto:vanphong@doan.example"}) and page.words == "vanphong@doan.example"
    assert convert("<vanphong@doan.example>", "a.md")[0].text == "vanphong@doan.example"


def test_links_know_their_lines():
    """Each link and picture has the line on which it stands, the second of two equal ones its own."""
    body, _ = convert("chữ /a/ chữ\n\n[x](/a/)\n\n![b](/anh/b.jpg)\n\n[y](/a/)", "a.md", 10)
    assert [(type(h), h.line) for h in body.parts if not isinstance(h, str)] == [(LinkHole, 12), (PictureHole, 14), (LinkHole, 16)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a <b>c</b>", [1]),
        ("a\n\n<div class='x'>", [3]),
        ("<div\nclass='x'>", [1]),
        ("- a\n\n    <script>x</script>", [3]),
        ("a <!-- để sau --> b", [1]),
        ("</b>", [1]),
        ("![a](/anh/a.jpg)\nchú thích <i>nghiêng</i>", [2]),
        ("a<br>\nb<br/>", [1, 2]),
        ("| a |\n|---|\n| <b> |", [3]),
        ("`<b>` <b>", [1]),
    ],
)
def test_html_is_told(text, lines):
    """HTML tags and comments outside code are problems on their lines; they are shown, never obeyed."""
    assert told(convert(text, "a.md")[1]) == [(line, "the-html") for line in lines]
    assert not {tag for tag, _ in _Reader(html(text)).tags} & {"b", "i", "script", "!--"}


@pytest.mark.parametrize(
    "text",
    [
        "`<b>`",
        "``a ` <b>``",
        "`` <!-- x --> ``",
        "    <script>x</script>",
        "chữ `<a\nhref>` chữ",
        "- a\n\n        <b>",
        "5 < 6 và 7 > 6",
        "a &lt;b&gt;",
        "x<5>y",
    ],
)
def test_html_in_code_is_shown(text):
    """Tags in code, comparisons and written entities are words like any other."""
    body, problems = convert(text, "a.md")
    assert not problems and "<" in body.text


def test_footnotes():
    """A footnote leads there and back, each mark to its own place, and marks are no words."""
    page = _Reader(html("a[^1] b[^1]\n\n[^1]: ghi chú"))
    ids = {a["id"] for _, a in page.tags if "id" in a}
    assert {a["href"] for _, a in page.tags if "href" in a} == {f"#{i}" for i in ids} and len(ids) == 3
    assert convert("a[^1]\n\n[^1]: ghi chú", "a.md")[0].text == "a\n\nghi chú"


def test_definition_lists():
    """A term has its explanations."""
    assert [tag for tag, _ in _Reader(html("BTV\n:   Ban Thường vụ\n:   Bộ Tài\n\nBCH\n:   Ban Chấp hành")).tags] == [
        "dl",
        "dt",
        "dd",
        "dd",
        "dt",
        "dd",
    ]


def test_long_tables_are_whole_and_framed():
    """A table of five hundred rows keeps every row, in a frame that the keyboard can scroll."""
    page = _Reader(html("| a | b |\n|---|--:|\n" + "".join(f"| x{i} | [y](/a/) |\n" for i in range(500))))
    assert sum(tag == "tr" for tag, _ in page.tags) == 501 and sum(tag == "a" for tag, _ in page.tags) == 500
    assert page.tags[0][1]["tabindex"] == "0" and page.tags[0][1]["aria-label"]


def test_words_of_cells_and_items_are_apart():
    """In the plain words every cell, item and heading is a paragraph, so that no citation reaches across."""
    assert convert("## a\n\n- b\n- c\n\n| d | e |\n|---|---|\n| f | g |", "a.md")[0].text.split("\n\n") == list("abcdefg")


@pytest.mark.parametrize(
    "deep", ["- " * 5000 + "a", "1. " * 5000 + "a", "> " * 3000 + "a", "".join("    " * i + "- a\n" for i in range(100))]
)
def test_deep_nesting_ends_in_a_page_or_a_problem(deep):
    """Lists within lists without end are told, and the next text is converted as if nothing had been."""
    body, problems = convert(deep, "a.md")
    assert body.text or told(problems) == [(1, "bai-long-nhau")]
    assert html("- a") == "<ul>\n<li>a</li>\n</ul>"


def test_holes_of_the_editor_are_no_holes():
    """Private characters in a text are dropped: they can neither open a hole nor close one."""
    body, _ = convert("\ue0000\ue000 [x](/a/) \ue0010\ue001 \ue0020\ue002", "a.md")
    assert len(body.links) == 1 and not body.pictures and body.text == "0 x 0 0"


def test_an_empty_text_is_an_empty_body():
    """Nothing gives nothing, even after a text with headings."""
    convert("## a\n\n[x](/a/)", "a.md")
    assert convert(" \ue000\n", "a.md") == (Body(), [])
