"""The walls of the house: who may import whom, which names a template sees, how large a module may grow.

What the modules do is tested elsewhere; here every file of the project is only read."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import jinja2
import jinja2.meta
import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "theme" / "templates"

# Packages of plugins/ that are no adapters: the trade, the shared language, and the composition root.
DOMAIN, CONTEXT, COMMANDS = "domain", "context", "commands"
# The only modules that know Pelican: one starts it, the other is called by it.
PELICANS = {"plugins/commands/building.py", "plugins/incremental/generator.py"}
# Loaded before .venv exists.
BEFORE_INSTALL = ("plugins/commands/__init__.py", "plugins/commands/bootstrap.py", "plugins/commands/doorway.py")
LINES, LINES_OF_TESTS = 250, 400


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is, or would be, committed."""
    git = ["git", "-c", "safe.directory=*", "-C", str(ROOT)]
    command = [*git, "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    files = {ROOT / name for name in listed.split("\0") if name}
    return tuple(sorted(file for file in files if file.is_file()))


def modules(under: str = "") -> list[Path]:
    """The project's Python files, or those below one folder."""
    return [file for file in project_files() if file.suffix == ".py" and file.is_relative_to(ROOT / under)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(source: str, package: str = "") -> set[str]:
    """The dotted names that a module imports, at any depth; a relative one is resolved against `package`."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*parents, *filter(None, [node.module])])
            names |= {f"{base}.{alias.name}" for alias in node.names}
    return names


def imports_of(path: Path) -> set[str]:
    package = ".".join(path.relative_to(ROOT).parent.parts)
    return imports(path.read_text(encoding="utf-8"), package)


def plugins_in(names: set[str]) -> set[str]:
    """The packages of plugins/ among dotted names."""
    return {name.split(".")[1] for name in names if name.startswith("plugins.")}


def adapters() -> list[str]:
    return sorted({module.relative_to(ROOT).parts[1] for module in modules("plugins")} - {"__init__.py", DOMAIN, CONTEXT, COMMANDS})


def undeclared(source: str) -> set[str]:
    """The names that a template takes from outside: not set, looped over, imported or an argument."""
    environment = jinja2.Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])
    environment.filters["unbroken"] = str
    names = jinja2.meta.find_undeclared_variables(environment.parse(source))
    return names - set(environment.globals)


def test_import_reader_sees_hidden_and_relative_imports():
    """The reader behind these tests finds imports inside functions and resolves relative ones."""
    source = "from . import text\nfrom ..media import cards\ndef f():\n    import pelican.utils as u\n"
    assert imports(source, "plugins.domain") == {
        "plugins.domain.text", "plugins.media.cards", "pelican.utils",
    }  # fmt: skip


def test_template_reader_sees_foreign_names():
    """The reader behind these tests reports a setting, but no argument, loop or import."""
    source = (
        "{% from 'a.html' import card %}{% macro m(x) %}{{ x }}{{ caller() }}{% endmacro %}"
        "{% for a in page.items %}{{ loop.index }}{{ card(a) }}{{ SITEURL }}{% endfor %}{{ articles }}"
    )
    assert undeclared(source) == {"page", "SITEURL", "articles"}


def test_domain_needs_only_the_standard_library_and_yaml():
    """The trade runs without Pelican, Pillow or anything else installed but PyYAML."""
    assert modules("plugins/domain")
    allowed = sys.stdlib_module_names | {"yaml"}
    foreign = {
        f"{name_of(module)}: {name}"
        for module in modules("plugins/domain")
        for name in imports_of(module)
        if name.split(".")[0] not in allowed and not name.startswith("plugins.domain")
    }
    assert not foreign


def test_context_knows_no_plugin_but_the_domain():
    """The shared language of the adapters is built on the trade alone."""
    assert modules("plugins/context")
    for module in modules("plugins/context"):
        assert plugins_in(imports_of(module)) <= {DOMAIN, CONTEXT}, name_of(module)


def test_adapters_never_import_each_other():
    """An adapter knows the domain, the context and itself; adapters meet in records and views."""
    assert adapters()
    for adapter in adapters():
        for module in modules(f"plugins/{adapter}"):
            assert plugins_in(imports_of(module)) <= {DOMAIN, CONTEXT, adapter}, name_of(module)


def test_pelican_is_known_in_two_places():
    """Only the module that starts Pelican and the one that Pelican calls import it, and the first one only when it does so."""
    knowing = {module for module in modules() if any(name.split(".")[0] == "pelican" for name in imports_of(module))}
    assert {name_of(module) for module in knowing} == PELICANS
    loaded = "import sys, plugins.commands.building, plugins.incremental; sys.exit('pelican' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], cwd=ROOT).returncode == 0


def test_no_plugin_knows_the_composition_root():
    """Nothing below tasks.py and the settings imports them."""
    for module in modules("plugins"):
        tops = {name.split(".")[0] for name in imports_of(module)}
        assert not tops & {"tasks", "pelicanconf", "publishconf", "tests"}, name_of(module)


@pytest.mark.parametrize("name", BEFORE_INSTALL)
def test_bootstrap_needs_only_the_standard_library(name):
    """What makes the environment runs where nothing is installed."""
    names = {imported for imported in imports_of(ROOT / name) if not imported.startswith("plugins.commands")}
    assert {imported.split(".")[0] for imported in names} <= sys.stdlib_module_names


def test_templates_see_only_site_and_page():
    """A template shows the two views it is given and never reaches for a setting, a record or Pelican."""
    templates = sorted(TEMPLATES.rglob("*.html"))
    assert templates
    foreign = {name_of(file): undeclared(file.read_text(encoding="utf-8")) - {"site", "page"} for file in templates}
    assert not {name: names for name, names in foreign.items() if names}


def test_every_module_opens_with_what_lives_there():
    """Whoever opens a module reads first what it holds (an empty package marker holds nothing)."""
    silent = [
        name_of(module)
        for module in modules()
        if (source := module.read_text(encoding="utf-8")).strip() and not ast.get_docstring(ast.parse(source))
    ]
    assert not silent


def test_modules_stay_rooms_not_halls():
    """No module is longer than 250 lines, no test module longer than 400."""
    halls = {}
    for module in modules():
        limit = LINES_OF_TESTS if module.is_relative_to(ROOT / "tests") else LINES
        count = len(module.read_text(encoding="utf-8").splitlines())
        if count > limit:
            halls[name_of(module)] = count
    assert not halls


def test_the_project_stands_alone_and_finished():
    """No file points out of the project, names a developer's machine, or announces work still to be done."""
    unfinished = "|".join(["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error"])
    forbidden = re.compile(rf"\.\./shared|(?<![\w.:/-])/(?:home|root|work|Users)/|\b(?:{unfinished})\b")
    found = []
    for file in project_files():
        content = file.read_bytes()
        if b"\0" in content[:8192]:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            if forbidden.search(line):
                found.append(f"{name_of(file)}:{number}: {line.strip()[:80]}")
    assert not found


def test_every_requirement_has_its_reason():
    """docs/developing.md says of every pinned package why it is here."""
    requirements = [line for name in ("", "-pdf") for line in (ROOT / f"requirements{name}.txt").read_text(encoding="utf-8").splitlines()]
    pins = [line.strip() for line in requirements if line.strip() and not line.lstrip().startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][\w.]*", pin) for pin in pins), "every package is pinned"
    lines = (ROOT / "docs" / "developing.md").read_text(encoding="utf-8").splitlines()
    for pin in pins:
        name = pin.split("==")[0]
        mention = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
        reasons = [mention.sub("", line) for line in lines if mention.search(line)]
        assert any(len(re.findall(r"\w+", reason)) >= 4 for reason in reasons), f"no reason for {name}"


def test_classes_and_expressions_load_lightly():
    """Frozen classes and the expressions of modules are made by the project's quick ways, for every build waits for them."""
    heavy = []
    for path in modules("plugins"):
        if path.is_relative_to(ROOT / "plugins" / COMMANDS) or path.name in ("frozen.py", "patterns.py"):
            continue
        source = path.read_text(encoding="utf-8")
        plain = "dataclasses.dataclass" in imports_of(path) and re.search(r"^@dataclass\(frozen=True(, kw_only=True)?\)$", source, re.M)
        if plain or re.search(r"^\w+(, \w+)* = re\.compile\(", source, re.M):
            heavy.append(name_of(path))
    assert heavy == []
