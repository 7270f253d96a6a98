"""Front matter: any bytes and any text give fields or problems with their lines, and no word is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain import frontmatter
from plugins.domain.frontmatter import Node

# Texts that come near to YAML, so that more than its first line is tried.
YAMLISH = st.lists(
    st.sampled_from(
        ["a", "đ", ": ", ":", "- ", "? ", "\n", "  ", "\t", "[", "]", "{", "}", "&x ", "*x", "!t ", "|", ">", "#", "'", '"', "%", "---"]
    )
).map("".join)


def plain(node: Node):
    """A node as lists and dicts of text."""
    if node.kind == "text":
        return node.value
    return [plain(n) for n in node.value] if node.kind == "list" else {key: plain(n) for key, _line, n in node.value}


def told(problems) -> list[tuple[int, str]]:
    """Line and code of each problem."""
    return [(p.line, p.code) for p in problems]


def test_a_file_too_large_for_a_text_is_not_read():
    """A file of some megabytes is no text of an editor: one sentence says so, and nothing of it is read."""
    assert frontmatter.decode(b"a" * frontmatter.LIMIT, "a.md")[1] == []
    text, problems = frontmatter.decode(b"a" * (frontmatter.LIMIT + 1), "a.md")
    assert not text and told(problems) == [(0, "tep-qua-co")]


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda s: s.encode("utf-16")))
def test_any_bytes_give_text_or_problems(data):
    """Decoding raises on no bytes, and bytes that give no text give a problem with a suggestion."""
    text, problems = frontmatter.decode(data, "a.md")
    assert all(p.line >= 1 and p.suggestion for p in problems)
    assert problems or text or data.removeprefix(b"\xef\xbb\xbf") == b""


@given(st.text() | YAMLISH | YAMLISH.map(lambda s: f"---\n{s}\n---\nbody"))
def test_any_text_gives_a_sheet_or_problems(text):
    """Splitting raises on no text; without a sheet there is a problem that says what to do."""
    sheet, problems = frontmatter.split(text, "a.md")
    assert sheet is not None or problems
    assert all(p.line >= 1 and p.message and p.suggestion for p in problems)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n")))
def test_no_character_of_the_body_is_lost(body):
    """The body is every character after the closing line, and its first line is counted right."""
    sheet, problems = frontmatter.split(f"\n---\ntiêu đề: A\n---\n{body}", "a.md")
    assert (sheet.body, sheet.body_line, problems) == (body, 5, [])


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])),
        max_size=8,
    )
)
def test_quoted_values_come_back_as_they_were_written(values):
    """Every value in single quotes is read character for character, on the line where it stands."""
    rows = [f"{key}: '" + value.replace("'", "''") + "'" for key, value in values.items()]
    node, problems = frontmatter.read_yaml("\n".join(rows), "a.md", 1)
    read = [(key, line, value.value) for key, line, value in node.value] if node else []
    assert not problems and read == [(key, line, value) for line, (key, value) in enumerate(values.items(), 2)]


@pytest.mark.parametrize("written", ["true", "2026-03-05", "007", "1.785", "no", "0x1F", "1e3", "~", "null", "12:30"])
def test_every_scalar_stays_text(written):
    """YAML's own ideas of numbers, days and truth do not touch what an editor wrote."""
    node, _ = frontmatter.read_yaml(f"a: {written}", "a.md")
    assert plain(node) == {"a": written}


def test_bom_and_all_line_ends_are_read():
    """A BOM, CRLF and lone CR make the same text as plain lines."""
    assert frontmatter.decode("\ufeffa\r\nb\rc\n".encode(), "a.md") == ("a\nb\nc\n", [])


def test_decomposed_text_is_composed():
    """Text from a Mac (NFD) comes out in NFC."""
    assert frontmatter.decode("Đoa\u0300n".encode(), "a.md") == ("Đoàn", [])


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b"\xff\xfea\0", 1, "ma-hoa"),
        (b"a\nb\xff", 2, "ma-hoa"),
        (b"a\n\nb\0c", 3, "ky-tu-dieu-khien"),
        (b"a\nb\x1bc\x07", 2, "ky-tu-dieu-khien"),
        ("a\nb\x85c".encode(), 2, "ky-tu-dieu-khien"),
    ],
)
def test_unreadable_bytes_are_told_with_their_line(data, line, code):
    """Other encodings and control characters are named on the line where they stand, once a line."""
    assert told(frontmatter.decode(data, "a.md")[1]) == [(line, code)]


def test_tabs_in_a_text_are_no_control_characters():
    """A tab between words is accepted."""
    assert frontmatter.decode(b"a\tb", "a.md")[1] == []


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", 1, "thieu-phan-dau"),
        ("\n\nchữ", 3, "thieu-phan-dau"),
        ("---\na: b\n", 1, "phan-dau-chua-dong"),
        ("---\n---\n", 2, "phan-dau-sai-dang"),
        ("---\n- a\n- b\n---\n", 2, "phan-dau-sai-dang"),
        ("---\nchỉ có chữ\n---\n", 2, "phan-dau-sai-dang"),
        ("---\na: b: c\n---\n", 2, "dong-sai"),
        ("---\na: b\n\tc: d\n---\n", 3, "yaml-hong"),
        ('---\na: "b\n---\n', 2, "dong-sai"),
        ("---\na: b\n...\nc: d\n---\n", 3, "dong-sai"),
        ("---\n? [a]\n: b\n---\n", 2, "yaml-hong"),
    ],
)
def test_broken_front_matter_is_told_with_its_line(text, line, code):
    """Each way to break the front matter has its line and its code."""
    assert told(frontmatter.split(text, "a.md")[1]) == [(line, code)]


@pytest.mark.parametrize("value", ["&nhóm Đoàn", "!quan trọng", "*đậm"])
def test_signs_that_yaml_would_swallow_are_told(value):
    """A value that opens with a sign of YAML is a problem, not a shorter value."""
    assert frontmatter.split(f"---\na: {value}\n---\n", "a.md")[1]


@pytest.mark.parametrize("value", ["Hưởng ứng #ThanhNien", "'Hưởng ứng' #ThanhNien", "#ThanhNien", "[a, b] #c", "{a: b} #c"])
def test_hashtags_are_not_dropped_in_silence(value):
    """What YAML would take for a comment and drop, though it is a word of the editor, is a problem on its line."""
    assert told(frontmatter.split(f"---\na: b\nc: {value}\nd: e\n---\n", "a.md")[1]) == [(3, "yaml-dau-thang")]


def test_comments_and_quoted_hashes_are_fine():
    """A note after `# ` is passed over and a hash in quotes, in a word or in a block is text."""
    sheet, problems = frontmatter.split('---\n# ghi chú\na: b # ghi chú\nc: "x #y"\nd: C#\ne: |\n  #z\ng: h\n---\n', "a.md")
    assert not problems and plain(sheet.fields) == {"a": "b", "c": "x #y", "d": "C#", "e": "#z\n", "g": "h"}


def test_escapes_cannot_bring_control_characters():
    r"""A NUL written as `"\0"` is a problem as a real one is."""
    assert told(frontmatter.split('---\na: "\\0"\n---\n', "a.md")[1]) == [(2, "ky-tu-dieu-khien")]


def test_line_separators_of_word_do_not_shift_lines():
    """A line separator pasted from Word (U+2028) ends no line, so later lines are counted right."""
    node, problems = frontmatter.read_yaml("a: b\u2028c\nd: e", "a.md")
    assert not problems and [(k, n) for k, n, _ in node.value] == [("a", 1), ("d", 2)]


@pytest.mark.parametrize("deep", ["a: " + "[" * 200_000, "- " * 200_000 + "x", "? " * 200_000 + "x", "a: " + "{b: " * 200_000])
def test_deep_nesting_is_a_problem_and_no_crash(deep):
    """A hundred thousand lists within one another end in a problem, not in the end of the process."""
    node, problems = frontmatter.read_yaml(deep, "a.md")
    assert node is None and told(problems) == [(1, "yaml-hong")]


def test_billion_laughs_stay_small():
    """References to references are refused one by one and never unfolded."""
    rows = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    node, problems = frontmatter.read_yaml("\n".join(rows), "a.md")
    assert {p.code for p in problems} == {"yaml-tham-chieu"} and len(str(node)) < 20_000


def test_many_short_lists_are_no_nesting():
    """A data file with thousands of inline lists is read."""
    node, problems = frontmatter.read_yaml("".join(f"- tên: Xã {i}\n  tên khác: [a{i}, b{i}]\n" for i in range(3000)), "a.yml")
    assert not problems and len(node.value) == 3000


def test_a_megabyte_of_front_matter_is_read():
    """Size alone is no fault: a megabyte in one value and in many keys is read whole."""
    long = "chữ " * 250_000 + "hết"
    many = "".join(f"k{i}: v{i}\n" for i in range(50_000))
    sheet, problems = frontmatter.split(f"---\ndài: {long}\n{many}---\n", "a.md")
    assert not problems and sheet.fields.value[0][2].value == long and len(sheet.fields.value) == 50_001


def test_empty_yaml_is_nothing():
    """An empty text and one of comments only have no node and no problem."""
    assert frontmatter.read_yaml("", "a.yml") == frontmatter.read_yaml("# ghi chú\n", "a.yml") == (None, [])
