"""One page with every example of every component: what the review looks at and the browser tests walk.

Built from the examples.yml files alone, never published. Not here: the sample views of whole pages (`samples`)."""

import dataclasses
import types
import typing
from dataclasses import dataclass
from html import escape
from pathlib import Path

import jinja2
import yaml
from markupsafe import Markup

from plugins.archive import views as archive
from plugins.context import collecting, finding, theme, views
from plugins.domain import charts, dates, timelines
from plugins.domain.drawing import Drawing
from plugins.duties import views as duties
from plugins.editorial import views as editorial
from plugins.showcase import comparison_views, map_views
from plugins.showcase import views as showcase
from plugins.syndication import views as syndication
from tests.theme import pieces

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "theme"
FOLDER = THEME / "templates" / "components"
VIEWS = (views, collecting, finding, archive, duties, editorial, showcase, comparison_views, map_views, syndication)
PLAIN = {"text": str, "number": (int, float), "flag": bool}


@dataclass(frozen=True)
class Example:
    """One named example of a component with the arguments of its macro."""

    component: str
    name: str
    arguments: dict


def description(component: str) -> dict:
    """The examples.yml of a component: about, parameters, examples."""
    return yaml.safe_load((FOLDER / component / "examples.yml").read_text(encoding="utf-8"))


def examples() -> tuple[Example, ...]:
    """Every example of every component, in order."""
    return tuple(
        Example(name, example["name"], arguments(told, example["data"]))
        for name in theme.components(THEME)
        for told in [description(name)]
        for example in told["examples"]
    )


def arguments(told: dict, data: dict) -> dict:
    """The arguments of a macro from plain data, made what the parameters' types say; a stray name is an error."""
    kinds = {parameter["name"]: parameter["type"] for parameter in told["parameters"]}
    return {name: value_of(kinds[name], value) for name, value in data.items()}


def value_of(kind: str, value: object) -> object:
    """A value of a declared type: text, number, flag, Markup, a view, `list[…]`, or one of them or nothing (`…?`)."""
    if kind.endswith("?"):
        return None if value is None else value_of(kind[:-1], value)
    if kind.startswith("list["):
        return tuple(value_of(kind[5:-1], item) for item in value)
    if kind == "Site":
        return pieces.site()
    if kind == "Markup":
        return Markup(value)
    if kind == "Drawing":
        return drawing(**value)
    if kind == "Table":
        return drawing(**value).table
    if kind in PLAIN:
        if not isinstance(value, PLAIN[kind]):
            raise TypeError(f"{value!r} is no {kind}")
        return value
    return view(next(getattr(module, kind) for module in VIEWS if hasattr(module, kind)), value)


def view(kind: type, data: dict) -> object:
    """A view from plain data; its parts are made by their annotations."""
    hints = typing.get_type_hints(kind)
    return kind(**{name: _part(hints[name], value) for name, value in data.items()})


def drawing(draw: str, title: str, **data):
    """A drawing from plain data: `draw` names the function of charts or timelines, the rest are its arguments."""
    kinds = {"rows": charts.Bar, "points": charts.Point, "events": timelines.Event, "phases": timelines.Phase, "before": charts.Bar}
    kinds["after"] = charts.Bar

    def part(kind, fields):
        return kind(**{n: dates.read(v) if n in ("when", "start") else v for n, v in fields.items()})

    for name in kinds.keys() & data.keys():
        value, kind = data[name], kinds[name]
        data[name] = part(kind, value) if isinstance(value, dict) else [part(kind, one) for one in value]
    return getattr(charts if hasattr(charts, draw) else timelines, draw)(title, **data)


def _part(hint: object, value: object) -> object:
    if value is None:
        return None
    if isinstance(hint, types.UnionType):
        hint = next(one for one in typing.get_args(hint) if one is not type(None))
    if typing.get_origin(hint) is tuple:
        return tuple(_part(typing.get_args(hint)[0], item) for item in value)
    if hint is Drawing:
        return drawing(**value)
    return view(hint, value) if dataclasses.is_dataclass(hint) else value


def macro_of(env: jinja2.Environment, component: str):
    """The macro of a component."""
    return getattr(env.get_template(f"components/{component}/{component}.html").module, component.replace("-", "_"))


def show(env: jinja2.Environment, example: Example) -> str:
    """One example as HTML."""
    return str(macro_of(env, example.component)(**example.arguments))


def page(env: jinja2.Environment) -> str:
    """The whole gallery as one HTML page; each example in a frame of its own heading.

    The header and the footer of the site are left out: they are on every sample page, and a page has one of each."""
    parts, every = [], examples()
    for component in theme.components(THEME):
        if component in ("site-header", "site-footer"):
            continue
        parts.append(f"<section><h2>{escape(component)}</h2><p>{escape(description(component)['about'])}</p>")
        for example in every:
            if example.component == component:
                parts.append(f"<h3>{escape(example.name)}</h3><div>{show(env, example)}</div>")
        parts.append("</section>")
    return (
        '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Các mảnh ghép</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        + "".join(f'<link rel="stylesheet" href="{pieces.site().asset(sheet)}">' for sheet in (*theme.APART, "site.css"))
        + "</head>"
        f'<body><main class="wrap stack"><h1>Các mảnh ghép</h1>{"".join(parts)}</main></body></html>'
    )
