"""The swift way through Markdown says what python-markdown says, and is the way that nearly all texts go."""

import random
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.context.body import LinkHole, PictureHole
from plugins.domain import frontmatter
from plugins.editorial import places, rows, spans, swift
from plugins.editorial.markup import convert, referee

CONTENT = Path(__file__).resolve().parents[2] / "content"

# What editors write in a line, and what comes near to it.
_WORDS = [
    *("Đoàn viên", "trồng cây", "ấp 4", "1.785", "a", "(x)", "“nghe”", "5*3", "R&D", "a_b", "A > B", "(*)", "😀", "mười: hai", "a|b"),
    *(
        "#thẻ",
        "\u00a0",
        "[1]",
        "x\u200by",
        "-5",
        "+84",
        "\u200b",
        "https://a.vn/x_y",
        '"',
        "'",
        "^",
        "!",
        "&amp;",
        "&lt",
        "\\*",
        "`m`",
        "<b>",
    ),
]
_EMPHASIS = [
    *("**đậm**", "*nghiêng*", "**a *b** c*", "***x***", "*a **b** c*", "* b *", "**a", "b**", "*", "**", " * ", "_x_", "__y__", "**a**b"),
    *(
        "a*b*c",
        "*a*b**c**",
        "****",
        "**a\nb**",
        "**a [x](/y/)**",
        "*a*, *b*",
        "_",
        "** a**",
        "**a **",
        "(**a**)",
        "*a* **b***",
        "**a  \n**",
    ),
]
_LINKS = [
    *("[x](/y/)", "[Kế hoạch](/van-ban/1/)", "[a](https://x.vn/a_b*c?d=1&e=2)", "[a]( /y/ )", '[a](/y/ "t")', "[a](y z)", "[](x)", "[a]()"),
    *(
        "[**đ**](/q/)",
        "[a [b](c) d](e)",
        "![a](/b.jpg)",
        "[a] (b)",
        "[a][b]",
        "[a](b(c))",
        "[x\ny](/z/)",
        "[a](#muc)",
        "[a](mailto:a@b.vn)",
    ),
    *("](", "[", "]", "![", "[^1]", "[*a](b)*", "[x](/y/)*c*", "[a](/y/)[b](/z/)", "[a](/y/)_b", "[a](b&lt)", "[a](<b>)", "[ ](/x/)"),
]
# Whole blocks: sound ones first, then those that look like them.
_SOUND = [
    *("## Mục một", "# A", "## a ##", "## **a** [x](/y/)", "- a\n- b", "* x\n* y", "+ q", "- a\n\n- b\n- c", "1. m\n2. n", "3. x", "01. q"),
    *("1. a\n\n1. b", "- a\nb", "- a\n  b\n- c", "- a\n    - b\n    - c\n- d", "1. a\n    - **b**\n2. c", "- a\n    1. b\n    2. [x](/y/)"),
    *("> trích", "> a\n> b", "> - a\n> - b", ">a\n>\n> b", "> ## Mục một", "---", "***", "Từ\n:   nghĩa", "Từ\nHai\n: nghĩa\n: **khác**"),
    *("|a|b|\n|-|-|\n|c|d|", "| a | b |\n|:--|--:|\n| c |\n| d | e | f |", "|a|\n|-|", "|a|b|\n|:-:|-|\n|[x](/y/)|**b**|", "a\n    - b"),
    *("![ảnh](/anh/a.jpg)", "![ảnh](/anh/a.jpg)\nchú thích", "![](/a.jpg)\n**b** [x](/y/)", "![a_b *c*](/b.jpg)", "a  \nb", "**a**  \nb"),
    *("* [x](/y/)", "- **a**: b", "a\n# b\nc", "a\n- b", "1.a", "##C", "-----   ", "## R D", "a\n  b", "[x](/y/)\n[x](/y/)"),
]
_NEAR = [
    *(
        "### B",
        "#### D",
        "## ",
        "#",
        "####### x",
        "## a #1",
        "## R&D",
        "> a\nb",
        ">",
        ">a\n>",
        "> > z",
        "> ",
        "- a\n    b",
        "- - a",
        "- 1. a",
    ),
    *(
        "- # a",
        "- > a",
        "- ---",
        "-",
        "- ",
        "1.",
        "1. ",
        "* * *",
        "___",
        "- - -",
        "--",
        "===",
        "=",
        ": a",
        "Từ\n:nghĩa",
        "a\n:    b",
        "- a\n: b",
    ),
    *(
        "a|b\n-|-\nc|d",
        "||\n|-|",
        "|a|b|\n|-|",
        "|a|b",
        '![a](/b.jpg "t")\nx',
        "![a](/b.jpg) ",
        "[x]: /y/",
        "[^1]: z",
        "a \nb",
        "a   \n*b*",
    ),
    *(
        "a\n---",
        "a\n===",
        "    code",
        "  a",
        "   - a",
        "a\n    b",
        "- ![a](/b.jpg)",
        "- a\n    - b\n  c",
        "- a\n    - b\n    1. c",
        "# a\n  b",
    ),
    *(
        "- a\n    - b\n\n- c",
        "- a\n     - b",
        "- a\n    - ## b",
        "- a\n    - b\n        - c",
        "- a\n    - b\n\n    c",
        "a  \n b",
        "- a\n    -",
    ),
    "## [ ](/x/)",
]
_MARKERS = ["", "- ", "* ", "1. ", "12. ", "## ", "### ", "> ", ": ", "  ", "    - ", "    ", "|", "+ ", "-  "]
_BLANKS = ["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n \n", "\n  \n\n", ""]
_SIGNS = "ab \n*-#>|:1.[]()! _&+=^~đ\u00a0\"'"
# Where a fragment may stand: by itself, in words, in each block, right behind or before another block.
_PLACES = [
    *(
        "{}",
        "a {} b",
        "a{}b",
        "**a {} b**",
        "**a{}**",
        "*{}*",
        "[{}](/x/)",
        "[a{}b](/x/)",
        "## {}",
        "## a{}b",
        " {}",
        "    {}",
        " \n{}",
        "{}\n",
    ),
    *(
        "- {}",
        "1. {}",
        "- {}\n- a",
        "- a\n{}",
        "- a\n    {}",
        "- a\n    - {}",
        "- a\n    - b\n{}",
        "- a\n\n- {}",
        "- a\n\n{}",
        "1. a\n\n{}",
    ),
    *("- {}\n\n- b", "> {}", "> a\n> {}", "> a\n\n{}", ">{}", "> > {}", "Từ\n: {}", "{}\n: a", "Từ\n: a\n{}", "Từ\n: a\n\n{}", "a\n{}\nb"),
    *(
        "|a|b|\n|-|-|\n|{}|c|",
        "|{}|b|\n|-|-|",
        "{}\n|-|-|",
        "|a|b|\n{}",
        "![a](/b.jpg)\n{}",
        "![{}](/b.jpg)",
        "![a]({})",
        "[a]({})",
        "a\n{}",
    ),
    *("a\n\n{}\n\nb", "{}\na", "# a\n{}", "{}\n# a", "a  \n{}", "{}  \nb", "a  \n{}  \nb", "a\n  {}", "*a{}", "a_{}_b", "\n\n{}\n    b"),
]


def texts(*fragments: list[str]) -> st.SearchStrategy[str]:
    """Texts of blocks, and of lines made of `fragments` behind a marker, parted by blank lines and by less."""
    said = st.lists(st.sampled_from([*chain(*fragments)]) | st.sampled_from(["a", "b"]), min_size=1, max_size=5)
    glue = st.sampled_from([" ", " ", "", "\n", "  \n", ", "])
    line = st.builds(lambda marker, pieces, between: marker + between.join(pieces), st.sampled_from(_MARKERS), said, glue)
    block = st.sampled_from(_SOUND) | line | st.sampled_from(_NEAR)
    pairs = st.lists(st.tuples(block, st.sampled_from(_BLANKS)), min_size=1, max_size=6)
    return st.builds(lambda before, given: before + "".join(chain(*given)), st.sampled_from(["", "\n", "\n\n", " "]), pairs)


PLAIN = texts(_WORDS[:12], _EMPHASIS[:2], _LINKS[:3])
ODD = texts(_WORDS, _EMPHASIS, _LINKS) | st.lists(st.sampled_from(_SIGNS), max_size=40).map("".join)
EASY = st.lists(
    st.sampled_from([b for b in _SOUND if b != "# A"])
    | st.lists(st.sampled_from([*_WORDS[:7], *_EMPHASIS[:2], *_LINKS[:3], "đoàn"]), min_size=1).map(" ".join),
    min_size=1,
    max_size=8,
)


def whole(answer) -> tuple:
    """All that `convert` answers, the lines of holes too (two holes are equal without them)."""
    body, problems = answer
    lines = [part.line for part in body.parts if isinstance(part, LinkHole | PictureHole)]
    return body.parts, lines, body.headings, body.text, problems


def agree(text: str) -> bool:
    """Whether the swift way takes this text; if so, all that it says is what python-markdown says."""
    if swift.body(text) is None:
        return False
    assert whole(convert(text, "a.md", 3)) == whole(referee(text, "a.md", 3)), text
    return True


@settings(max_examples=600)
@given(PLAIN | ODD)
def test_whatever_is_taken_is_read_as_python_markdown_reads_it(text):
    """For texts of every construct, whole and broken, nothing differs: parts, holes, lines, headings, words, problems."""
    agree(text)


@given(EASY)
def test_sound_blocks_one_after_another_are_read_alike(blocks):
    """Sound blocks agree in any order: lists that go on, quotes that meet, headings of one name."""
    agree("\n\n".join(blocks))


@pytest.mark.parametrize("place", _PLACES)
def test_every_fragment_is_read_alike_in_every_place(place):
    """Each word, mark, link and block, sound or broken, agrees wherever it stands."""
    for fragment in chain(_WORDS, _EMPHASIS, _LINKS, _SOUND, _NEAR):
        agree(place.replace("{}", fragment))
        agree(place.replace("{}", f"{fragment} a"))


@pytest.mark.parametrize("block", _SOUND)
def test_each_construct_of_editors_is_taken(block):
    """Every construct that the swift way knows is taken, alone and among paragraphs."""
    assert agree(block) and agree(f"Mở đầu.\n\n{block}\n\nXem [kế hoạch](/a/) và **nhớ**.\n")


def bodies() -> dict[str, str]:
    """The bodies of all records of the demonstration site."""
    read = {path.as_posix(): frontmatter.decode(path.read_bytes(), path.name)[0] for path in sorted(CONTENT.rglob("*.md"))}
    return {name: frontmatter.split(text, name)[0].body for name, text in read.items()}


def test_the_demonstration_site_is_read_alike_and_nearly_all_of_it_swiftly():
    """Every body of content/ is read alike, and nine of ten are taken."""
    taken = {name: agree(text) for name, text in bodies().items() if text.strip()}
    assert len(taken) > 50 and sum(taken.values()) >= 0.9 * len(taken), sorted(name for name in taken if not taken[name])


def test_news_is_read_swiftly():
    """Articles of headings, paragraphs with links and emphasis, and lists are all taken and read alike."""
    dice = random.Random(3)
    words = [
        "đoàn",
        "thanh",
        "niên",
        "tỉnh",
        "xã",
        "phường",
        "chi",
        "đoàn",
        "hội",
        "viên",
        "tình",
        "nguyện",
        "trồng",
        "cây",
        "dòng",
        "sông",
        "con",
        "đường",
        "ánh",
        "sáng",
        "15/3",
        "1.200",
    ]

    def sentence(most: int) -> str:
        given = [dice.choice(words) for _ in range(dice.randrange(3, most))]
        given[1] = dice.choice(["**{}**", "*{}*", "[{}](/van-ban/2024/1/)", "“{}”", "({})", "{}:", "{}"]).format(given[1])
        return " ".join(given).capitalize() + dice.choice([".", "!", "…", ".\n"])

    for _ in range(40):
        blocks = []
        for _ in range(dice.randrange(2, 9)):
            blocks += [f"## {sentence(9).strip()}", " ".join(sentence(40) for _ in range(3)).replace("\n ", "\n").strip()]
            items = [dice.choice(["- ", "1. "]) + sentence(15).strip() for _ in range(4)]
            blocks.append("\n".join(items))
        assert agree("\n" + "\n\n".join(blocks) + "\n")


@pytest.mark.parametrize(
    "text",
    [
        "a <b>",
        "a[^1]\n\n[^1]: b\nc",
        "[a]\n\n[a]: /b/",
        "`a`",
        "a\\*",
        "_a_",
        "&copy;",
        "## a\n\n#### b",
        "a ![b](/c.jpg)",
        "**a *b***",
        "    a",
        "> ![a](/b.jpg)\n\n![a](/b.jpg)",
    ],
)
def test_what_is_doubtful_is_left_to_python_markdown(text):
    """Tags, notes, references, code, escapes, entities, faults to be told and nested emphasis are not judged here."""
    assert swift.body(text) is None
    assert whole(convert(text, "a.md")) == whole(referee(text, "a.md", 1))


@pytest.mark.parametrize(
    "unit", ["*", "a*", "*a ", "[", "[a](", "_", "&", "#", "# a\n", ">", "> a\n", "- a\n", "- ", "|", "-", "  \n", "![a](b)"]
)
def test_hostile_texts_are_answered_alike(unit):
    """Hundreds of one sign after another are read as python-markdown reads them, with words before and behind."""
    for text in (unit * 300, f"a {unit * 300}", f"{unit * 300}\nb", f"a\n\n{unit * 299}b"):
        assert whole(convert(text, "a.md")) == whole(referee(text, "a.md", 1))


def test_a_crowd_of_brackets_is_told():
    """A paragraph of too many links is a problem, however plain it is."""
    text = "[x](/y/) " * 1001
    assert [problem.code for problem in convert(text, "a.md")[1]] == ["qua-nhieu-ngoac"]


@pytest.mark.parametrize("unit", ["**a* ", "__a_ ", "\\* ", "&a; ", "<a@b.vn> ", "a\\_ *a* ", "*a**b ", "`a` \\ ", "a\n=\n", "#a\n\\* "])
def test_a_crowd_of_signs_is_told(unit):
    """A paragraph for which python-markdown would need quadratic time is a problem on its own line; half of it in each of two is none."""
    few = unit * (450 // sum(unit.count(sign) for sign in "*_\\&<`=#"))
    many, path = few.strip() + " " * (unit[-1] != "\n") + few * 3, "a.md"
    (problem,) = [p for p in referee(f"x\n\n{few}\n\n{many}", path, 5)[1] if p.code.startswith("qua-nhieu")]
    assert problem.code == "qua-nhieu-dau" and problem.line == 9 + few.count("\n")
    assert not [p for p in referee(f"{few}\n \n{few}", path, 1)[1] if p.code.startswith("qua-nhieu")]


def test_rows_and_items_are_no_crowd():
    """A long table and a long list of bold words are read: each cell and each item stands for itself."""
    for text in ("| a | b |\n|---|---|\n" + "| **x** | *y\\* |\n" * 400, "- **x** \\* y\n" * 400):
        assert not referee(text, "a.md", 1)[1]


def test_words_of_python_markdown_are_never_met_half_way():
    """A text of which only one block is doubtful is left whole to python-markdown: notes and references reach everywhere."""
    text = "## a\n\nxem [b] và **c**\n\n[b]: /d/"
    assert swift.body(text) is None
    assert whole(convert(text, "a.md")) == whole(referee(text, "a.md", 1))


@given(st.lists(st.sampled_from(["](", "a", "b", ")", "(", " ", "\n", "](a)", "](b)", "ab", "](a b)"])).map("".join), st.data())
def test_lines_are_those_of_each_next_place(text, data):
    """Asked again and again for its targets, a text names the places one by one, and the first line when none is left."""
    lines, start = places.Lines(text, 3), {}
    for target in data.draw(st.lists(st.sampled_from(["a", "b", "ab", "a b", "c"]), max_size=6)):
        found = [text.find(written, start.get(target, 0)) for written in (f"]({target})", f"]({target}", target)]
        at = next((place for place in found if place >= 0), -1)
        start[target] = at + 1 if at >= 0 else start.get(target, 0)
        assert lines.of(target) == (3 if at < 0 else 3 + text.count("\n", 0, at))


def test_doubt_is_told_by_every_part():
    """Rows and spans refuse by themselves what they cannot judge."""
    with pytest.raises(spans.Doubt):
        spans.spans("[a", [])
    with pytest.raises(spans.Doubt):
        rows.table("|a|\n|-", str)
