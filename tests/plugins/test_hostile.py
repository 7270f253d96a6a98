"""What an account taken over, or an old page pasted whole, may bring: no text brings the desk down, and none brings HTML of its own."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.editorial import desk
from tests.plugins.small_site import vocabulary

NEWS = "---\ntiêu đề: Thử\nngày: 2026-03-05\nchuyên mục: Tình nguyện\ntóm tắt: Tóm tắt\n---\n"
DOCUMENT = "---\nloại: Kế hoạch\ncơ quan: Tỉnh đoàn Mẫu\ntrích yếu: Về việc\nngày: 2025-02-10\nhiệu lực: còn hiệu lực\n---\n"
HEADS = {"news": ("tin-tuc/2026/a", NEWS), "document": ("van-ban/2025/12-kh", DOCUMENT)}
PIECES = (
    *("<script>q()</script>", "<img src=x onerror=q()>", "<svg/onload=q()>", "<!-- c -->", "<![CDATA[x]]>", "</", "<", ">", '"', "'", "&"),
    *("[a](javascript:q())", "[a](java\nscript:q())", "[a](&#106;avascript:q())", '[a](/x "t" onclick=q)', '[a](https://x/"onclick=q)'),
    *('![a"onerror=q](/anh/x.jpg)', "<javascript:q()>", '<http://a"onclick=q>', '<a@b.vn"onclick=q>', "[x]: javascript:q()", "[a][x]"),
    *("[^1]", "[^1]: x<b", '[^"><b]', '[^"><b]: y', "¹", "&#x3c;script&#x3e;", "&lt;", "&amp;lt;", "&#2;", "`", "```\n", "\\", "*", "**"),
    *("_", "\n", "\n\n", "    ", "- ", "+ ", "1. ", "I. ", "1.1. ", "# ", "## ", "| a | b |\n|---|:-:|\n| c | d |", ": nghĩa", "{: q}"),
    *("\ue0000\ue000", "\ue0011\ue001", "\ue002", "\ue005", "\u200b", "wzxhzdk:0", "Kế hoạch số 12-KH/TĐTN<b", "Nơi nhận:", "chữ "),
)
TAGS = {
    *("p", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "td", "th"),
    *("div", "span", "blockquote", "hr", "br", "dl", "dt", "dd", "sup", "section", "img"),
}
ATTRIBUTES = {"href", "id", "class", "role", "tabindex", "aria-label", "start", "title", "src"}


class Page(HTMLParser):
    """Gathers what is strange in HTML, and asks that every element be closed in its place."""

    def __init__(self, markup: str):
        super().__init__()
        self.strange, self.open = [], []
        self.feed(markup)
        self.close()
        self.strange += self.open

    def handle_starttag(self, tag, attrs):
        self.strange += [] if tag in TAGS else [tag]
        self.strange += [name for name, _value in attrs if name not in ATTRIBUTES]
        self.strange += [value for name, value in attrs if name == "href" and not value.startswith(("#", "hole:", "mailto:"))]
        self.open += [] if tag in ("hr", "br", "img") else [tag]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.strange.append(f"/{tag}")

    def handle_comment(self, data):
        self.strange.append(data)

    handle_pi = handle_decl = unknown_decl = handle_comment


def parsed(kind: str, text: str):
    key, head = HEADS[kind]
    return desk.parse((head + text).encode(), f"content/{key}.md", key, kind, vocabulary())


@pytest.mark.parametrize("kind", HEADS)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_hostile_texts(kind, text):
    """Whatever is written, the desk reads it; a body that is let through holds our tags and attributes alone, well nested."""
    found = parsed(kind, text)
    if found.sound:
        markup = found.body.html(lambda target: f"hole:{target}", lambda hole: Markup('<img src="{}">').format(hole.src))
        assert not Page(str(markup)).strange, markup


@pytest.mark.parametrize("text", ["[^1]", "Theo [^1] thì", "I. Mục [^1]", "Câu [^2].\n\n[^1]: Chú thích"])
def test_a_mark_without_a_note_stays_as_printed(text):
    """A footnote mark of a document that no note answers is printed and told, and brings nothing down."""
    found = parsed("document", text)
    assert found.sound and "chu-thich-thieu" in {problem.code for problem in found.problems}
    assert text.partition("\n")[0] in found.body.text


def test_a_heading_without_words_takes_no_others():
    """A heading of a document in which nothing can be read is not called by the paragraph before it."""
    assert [heading.text for heading in parsed("document", "Đoạn văn.\n\n## &#2;").body.headings] == [""]
