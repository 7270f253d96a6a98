"""The swift way through front matter says what YAML says, and is the way that nearly all front matter goes."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.commands.corpus import Corpus
from plugins.commands.corpus_files import text as written
from plugins.domain import full_yaml, simple_yaml

CONTENT = Path(__file__).resolve().parents[2] / "content"

_KEYS = ["a", "tiêu đề", "Ngày", "x-y", "a b", "1", "a_", "null", "a -b", "đ  e", "_k", "a: b", '"q"', "a.b", "- k"]
_VALUES = [
    *("", " ", "b", "2026-03-05", "2026-03-05 14:30", "a b", " hai ", "null", "~", "true", "1.785", "+84", "-5", "–", "…", "(a)"),
    *("a: b", "a:", "a:b", ":a", ": a", "a #b", "#a", "a#b", '"b"', "'b'", '" b "', '"a: b"', "'a''b'", '"a\\"b"', '"a" b', '"a', "'"),
    *('""', "''", "a'b", "https://a.vn/x?y=1", "“nghe”", "/mo-hinh/a.md", "&a", "*a", "!t", "|", ">", "%a", "@a", "`a`", "? a", "a ? b"),
    *(", a", "{a: b}", "{}", "[]", "[a]", "[a, b c]", '["a, b", c]', "[a, ]", "[ a ,b ]", "[a", "[a, [b]]", "[a: b]", "['a']", "[a] b"),
    *("[a?, b]", "[1, 2]", "[/a, “b”]", '["a": b]', "[a #b]", "[a, , b]", "[a,b]", "[-a]", '["a" b]', "---", "...", "<<"),
    *("\u00a0", "a\u00a0", "😀", "a\u2028b", "a\tb", "\ta"),
]
_ROWS = st.tuples(
    st.sampled_from(["", "", "", "  ", "  ", "    ", " ", "      "]),
    st.sampled_from(["", "", "", "- ", "- ", "-", "- - ", "-  ", "? "]),
    st.sampled_from([*(f"{key}:" for key in _KEYS), "a:", "a:", "b:", "a :", "", ""]),
    st.sampled_from(["", " ", " ", "  "]),
    st.sampled_from(_VALUES),
).map("".join)
_SOUND = st.recursive(
    st.sampled_from(["a", "hai ba", "1.785", '"a: b"', "'c'", "[a, b c]", "“nghe”", "/x/y.md", "a:b"]),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.sampled_from("abcdđ"), inner, min_size=1, max_size=3),
    max_leaves=12,
)


def rows_of(value, indent: str = "") -> list[str]:
    """Lists and dicts as the lines of an editor."""
    if isinstance(value, str):
        return [value]
    rows = []
    pairs = value.items() if isinstance(value, dict) else (("- ", item) for item in value)
    for key, inner in pairs:
        below = rows_of(inner)
        if isinstance(value, list):
            rows += [f"{indent}- {below[0]}", *(f"{indent}  {row}" for row in below[1:])]
        elif isinstance(inner, str):
            rows.append(f"{indent}{key}: {inner}")
        else:
            rows += [f"{indent}{key}:", *(f"{indent}  {row}" for row in below)]
    return rows


def agree(text: str, above: int = 0) -> bool:
    """Whether the swift way took a text; then it must have said what YAML says."""
    swift = simple_yaml.read(text, above)
    assert swift is None or (swift, []) == full_yaml.read(text, "a.md", above)
    return swift is not None


@given(st.lists(_ROWS, max_size=7).map("\n".join), st.integers(0, 3))
def test_rows_of_every_sort_are_read_alike(text, above):
    """Whatever stands on a line, and whatever follows it, the swift way says what YAML says, or nothing."""
    agree(text, above)


@given(st.text() | st.text("ab: -\n[],\"'#?{}", max_size=40))
def test_any_text_is_read_alike(text):
    """The swift way raises on no text and reads none in another way than YAML."""
    agree(text)


@given(st.dictionaries(st.sampled_from(["a", "tiêu đề", "b c", "d"]), _SOUND, min_size=1))
def test_sound_rows_go_the_swift_way(given_):
    """Keys, groups and lists of plain words need no YAML, however they lie within one another; lists in lists alone do."""

    def nested(value) -> bool:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return any(isinstance(value, list) and isinstance(one, list) or nested(one) for one in inner)

    assert agree("\n".join(rows_of(given_))) != nested(given_)


def test_what_editors_write_goes_the_swift_way():
    """Nearly every record of the demonstration, and of the trial corpus, is read the swift way."""
    texts = [path.read_text(encoding="utf-8") for path in CONTENT.rglob("*.md")] + [written(entry) for entry in Corpus(60).entries()]
    fronts = [text.split("\n---", 1)[0].removeprefix("---\n") for text in texts]
    assert sum(map(agree, fronts)) > 0.9 * len(fronts)
