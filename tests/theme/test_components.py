"""Every component is whole: three files, every parameter told, every example rendered well."""

import re

import pytest

from plugins.context import theme
from tests.theme import gallery, markup, pieces

ENV = theme.environment(pieces.THEME)
COMPONENTS = theme.components(pieces.THEME)
EXAMPLES = gallery.examples()


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_three_files(name):
    """A component is its template, its style sheet and its examples, and nothing else."""
    assert {f.name for f in (gallery.FOLDER / name).iterdir()} == {f"{name}.html", f"{name}.css", "examples.yml"}


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_parameter_is_told(name):
    """The parameters in examples.yml are those of the macro, with the same ones required, each described."""
    told, macro = gallery.description(name), gallery.macro_of(ENV, name)
    assert tuple(p["name"] for p in told["parameters"]) == macro.arguments
    source = (gallery.FOLDER / name / f"{name}.html").read_text(encoding="utf-8")
    signature = re.search(r"{% macro [a-z_]+\((.*?)\) %}", source)[1]
    optional = set(re.findall(r"(\w+)=", signature))
    assert {p["name"] for p in told["parameters"] if not p["required"]} == optional
    assert all(p["description"].strip() for p in told["parameters"]) and told["about"].strip()


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_has_examples_with_what_it_requires(name):
    """There is an example, names are not used twice, and each gives all that is required."""
    told = gallery.description(name)
    required = {p["name"] for p in told["parameters"] if p["required"]}
    names = [example["name"] for example in told["examples"]]
    assert names and len(set(names)) == len(names)
    assert all(required <= set(example["data"]) for example in told["examples"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.component}: {e.name}")
def test_an_example_is_well_formed_and_plain(example):
    """An example is well formed and holds no inline style, no script and no handler."""
    reading = markup.Reading(gallery.show(ENV, example))
    assert not reading.faults
    assert not markup.forbidden(reading)
    assert all(a.get("type") for a in reading.all("button"))
    assert all("alt" in a and "width" in a and "height" in a for a in reading.all("img"))


def test_a_stray_argument_is_refused():
    """The gallery reports an example that names a parameter or a field that does not exist."""
    told = {"parameters": [{"name": "day", "type": "Day"}]}
    with pytest.raises(KeyError):
        gallery.arguments(told, {"dya": {}})
    with pytest.raises(KeyError):
        gallery.arguments(told, {"day": {"iso": "", "text": "", "shrot": ""}})
    with pytest.raises(TypeError):
        gallery.value_of("text", 3)


def test_the_reader_of_html_finds_faults():
    """The reader behind these tests sees what is unclosed, out of order, doubled or inline."""
    bad = markup.Reading('<p id="a"><b></p></b><i id="a"><br/><p style="x" onclick="y"><a href=" JavaScript:z">')
    assert {"</p> out of order", "id a twice", "<br/> outside of SVG", "<i> never closed"} <= set(bad.faults)
    assert len(markup.forbidden(bad)) == 3
    assert not markup.Reading('<p><img alt=""><svg><path d=""/></svg></p>').faults


@pytest.mark.parametrize("name", COMPONENTS)
def test_styles_are_calm(name):
    """A component's styles use classes: no !important, no id, no colour of their own outside print and forced colours."""
    css = (gallery.FOLDER / name / f"{name}.css").read_text(encoding="utf-8")
    assert "!important" not in css
    assert not re.search(r"(?m)^[^{}]*#[a-z][\w-]*[^{};]*\{", css)
    screen = re.sub(r"@media print \{.*", "", css, flags=re.DOTALL)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", screen)) <= {"#ffd166", "#08244a"}, "the focus ring on the brand"
    assert not re.search(r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?<![-\w])(?:width|height):", css)
