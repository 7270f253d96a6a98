"""The guides say what the code does: key tables, tasks, settings, templates, examples, messages, paths and links.

The tables themselves are made in docs_tables."""

import importlib
import io
import re
import string
import zipfile
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

import pelicanconf
import publishconf
import tasks
from plugins.commands import serving
from tests import docs_tables
from tests.site import invalid

ROOT = Path(__file__).resolve().parent.parent
EDITORS, WEBMASTERS, DEVELOPERS = "docs/bien-tap.md", "docs/quan-tri.md", "docs/developing.md"
GUIDES = ("README.md", "CHANGELOG.md", EDITORS, WEBMASTERS, DEVELOPERS)

_FENCE = re.compile(r"^```[^\n]*\n.*?^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"<!-- tệp: (\S+) -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_PLACE = re.compile(r"(?:content|docs|plugins|tests|theme|\.ci)/[\w./-]*|\w+\.(?:py|txt|toml)")


@cache
def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def spans(name: str) -> list[str]:
    """What a guide sets as code inside its sentences."""
    return _SPAN.findall(_FENCE.sub("", text(name)))


def named_settings(words: list[str]) -> set[str]:
    return {word for word in words if re.fullmatch(r"[A-Z][A-Z_]{2,}", word)}


def calls(name: str) -> list[tuple[str, list[str]]]:
    """Every call of tasks.py or invoke that a guide shows: the task and the options that follow it."""
    code = "\n".join([*_FENCE.findall(text(name)), *spans(name)])
    found = re.findall(r"(?:tasks\.py|\binvoke) ([a-z]+)([^\n#&]*)", code)
    return [(task, re.findall(r"--[a-z][a-z-]*", rest)) for task, rest in found]


def examples() -> dict[str, str]:
    """The whole files that the editors' guide shows, by their path in content/."""
    return dict(_FILE.findall(text(EDITORS)))


def reports() -> str:
    """Everything that the broken sites are told."""
    return "\n".join((case / "report.txt").read_text(encoding="utf-8") for case in invalid.cases())


def _attachment(ending: str) -> bytes:
    data = io.BytesIO()
    if ending == "pdf":
        writer = PdfWriter()
        writer.add_blank_page(595, 842)
        writer.write(data)
    else:
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr("word/document.xml", "<w:document/>")
    return data.getvalue()


def _anchor(heading: str) -> str:
    """The fragment that a forge gives to a heading."""
    kept = "".join(c for c in heading.strip().lower() if c not in set(string.punctuation) - set("-_") and c not in "“”…·")
    return kept.replace(" ", "-")


def test_key_tables_agree_with_the_code():
    """Every key, choice and data file stands in the editors' guide as the code has it."""
    assert docs_tables.renew(text(EDITORS)) == text(EDITORS), "run: python -m tests.docs_tables"


def test_no_key_table_is_missing():
    """The editors' guide has a table for every kind of record, every data file and the choices, each once."""
    shown = [name for found in docs_tables.SECTION.finditer(text(EDITORS)) for name in found["names"].split()]
    assert sorted(shown) == sorted([*docs_tables.sections(), "choices"])


def test_a_table_that_lost_a_row_is_seen():
    """The check of the tables puts back a row that was lost and a word that was altered."""
    true = text(EDITORS)
    row = next(line for line in true.splitlines() if line.startswith("| `tít dẫn`"))
    assert docs_tables.renew(true.replace(row + "\n", "")) == true
    assert docs_tables.renew(true.replace(row, row.replace("kicker", "kiker"))) == true


def test_different_keys_share_no_table():
    """Two data files stand over one table only while their keys are the same."""
    with pytest.raises(ValueError, match="organs places"):
        docs_tables.table("organs places")


def test_every_example_file_reads_without_a_problem(tmp_path):
    """What the editors' guide shows as whole files makes a site that the gate lets through, without a single remark."""
    content = invalid.lay(None, tmp_path)
    for name, written in examples().items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, encoding="utf-8")
        for picture in re.findall(r"tệp: (anh/\S+)", written):
            (content / "anh").mkdir(exist_ok=True)
            Image.new("RGB", (1600, 900), "#7aa874").save(content / picture)
        for file in re.findall(r"tệp: ([\w-]+\.(?:pdf|docx))$", written, re.MULTILINE):
            (path.parent / file).write_bytes(_attachment(file.rsplit(".", 1)[1]))
    assert invalid.read(content, tmp_path / "cache") == ""


def test_there_is_an_example_for_every_kind_of_file():
    """News, documents, models, pages and every data file that has no example of its kind elsewhere are shown whole."""
    folders = {name.split("/")[0] for name in examples()}
    assert folders == {"tin-tuc", "van-ban", "mo-hinh", "ho-so", "so-sanh", "trang", "du-lieu"}
    shown = {name.removeprefix("du-lieu/") for name in examples() if name.startswith("du-lieu/")}
    files = {file for file, _fields in docs_tables.FILES.values()}
    like_topics = {"chuyen-muc.yml", "linh-vuc.yml"}
    assert shown == files - like_topics


def test_shown_reports_are_real():
    """A report that the editors' guide shows is one that a broken site gets, word for word."""
    shown = re.findall(r"^```text\n(content/.*?)^```$", text(EDITORS), re.MULTILINE | re.DOTALL)
    assert shown
    assert all(lines in reports() for lines in shown)


def test_explained_messages_are_real():
    """Every message in the table of common mistakes is one that a broken site gets."""
    table = text(EDITORS).split("### Những lỗi hay gặp")[1]
    messages = [row.split(" | ")[0].removeprefix("| ") for row in table.splitlines() if row.startswith("| ")][1:]
    assert len(messages) > 15
    told = reports().splitlines()
    for message in messages:
        pattern = re.compile(".+?".join(map(re.escape, message.split("…"))))
        assert any(pattern.search(line) for line in told), message


def test_tasks_and_options_are_those_of_the_code():
    """The webmasters' guide has a section for each task and a row for each of its options, and no other."""
    parts = re.split(r"^### `(\w+)`$", text(WEBMASTERS), flags=re.MULTILINE)
    told = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert list(told) == list(tasks.TASKS)
    for name, section in told.items():
        section = re.split(r"^##? ", section, flags=re.MULTILINE)[0]
        flags = re.findall(r"^\| `(--[\w-]+)`", section, re.MULTILINE)
        assert flags == [option.flag for option in tasks.TASKS[name].options], name


@pytest.mark.parametrize("name", GUIDES)
def test_shown_commands_exist(name):
    """No guide shows a task or an option that tasks.py does not have."""
    for task, flags in calls(name):
        assert task in tasks.TASKS, task
        command = tasks.TASKS[task]
        known = {option.flag for option in command.options} | {"--help"}
        assert command.rest or set(flags) <= known, (task, flags)


def test_settings_are_those_of_the_code():
    """Every setting that a guide names exists, and the webmasters' guide names every one."""
    real = {name for name in vars(pelicanconf) if name.isupper()}
    assert {name for name in vars(publishconf) if name.isupper()} == real
    assert named_settings(spans(WEBMASTERS)) == real
    assert named_settings(spans(DEVELOPERS)) <= real


def test_web_server_example_sends_our_headers():
    """The nginx example sends every header that the server of `serve` sends, with the same words."""
    example = "\n".join(re.findall(r"^```nginx\n(.*?)^```$", text(WEBMASTERS), re.MULTILINE | re.DOTALL))
    wanted = {name: value for name, value in serving.HEADERS.items() if name != "Cache-Control"}
    sent = dict(re.findall(r'^\s*add_header (\S+) "([^"]*)" always;$', example, re.MULTILINE))
    assert sent == wanted and "add_header Cache-Control" in example


def test_named_modules_and_views_exist():
    """Every module, function and view that the developers' guide names by its Python name is there."""
    packages = {path.name for path in (ROOT / "plugins").iterdir() if path.is_dir()}
    dotted = {word for word in spans(DEVELOPERS) if re.fullmatch(r"\w+\.(?!html)\w+(\.\w+)?", word) and word.split(".")[0] in packages}
    assert len(dotted) > 10
    for word in dotted:
        package, module, *names = word.split(".")
        found = importlib.import_module(f"plugins.{package}.{module}")
        assert all(hasattr(found, name) for name in names), word
    views = {word for word in spans(DEVELOPERS) if re.fullmatch(r"[A-Z]\w+View", word)}
    defined = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "plugins").glob("*/*views.py"))
    assert views == set(re.findall(r"^class (\w+View)\b", defined, re.MULTILINE))


def test_every_template_and_package_is_named():
    """The developers' guide names every page template and every package of plugins/."""
    named = " ".join(spans(DEVELOPERS))
    templates = [path.name for path in (ROOT / "theme" / "templates").glob("*.html")]
    packages = [path.name for path in (ROOT / "plugins").iterdir() if (path / "__init__.py").is_file()]
    assert templates and packages
    assert not [name for name in templates if f"{name}" not in named.split()]
    assert not [name for name in packages if f"plugins/{name}/" not in named.split()]


@pytest.mark.parametrize("name", [guide for guide in GUIDES if guide != EDITORS])
def test_named_files_exist(name):
    """A file or folder of the project that a guide names is there (the editors' guide names files to be made)."""
    named = {word for word in spans(name) if _PLACE.fullmatch(word)}
    assert not sorted(word for word in named if not (ROOT / word).exists())


@pytest.mark.parametrize("name", GUIDES)
def test_links_of_the_guides_hold(name):
    """A link from one guide leads to a file that exists, and to a heading that it has."""
    written = _SPAN.sub("", _FENCE.sub("", text(name)))
    for target in re.findall(r"\]\((?!https?:|mailto:)([^)]+)\)", written):
        file, _, fragment = target.partition("#")
        goal = (ROOT / name).parent / file if file else ROOT / name
        assert goal.exists(), target
        headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", goal.read_text(encoding="utf-8")), re.MULTILINE) if fragment else []
        assert not fragment or fragment in [_anchor(heading) for heading in headings], target
