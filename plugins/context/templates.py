"""How templates become code and are called: Jinja's own ways where they are needed, shorter ones where this theme allows it.

The theme's templates see views, which are objects with attributes, and call macros; no function asks for the context, there are
no globals, escaping is always on. What pages come to is the same as by Jinja's general way. Which files there are says `theme`."""

from keyword import iskeyword

import jinja2
import markupsafe
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Macro, missing

_FORM = 1  # raise whenever the same template is compiled to other code
PATTERN = f"{jinja2.__version__}-{_FORM}-%s.cache"
"""How the files are called in which compiled templates are kept."""

_KEPT = 200  # headers of different sections at once
_PIECES = 12_000  # rendered cards at once, as many as `cards` keeps
_inner = getattr(markupsafe, "_escape_inner", None) or (lambda text: str(markupsafe.escape(text)))


class Generator(CodeGenerator):
    """Asks an object for its attribute and calls a macro straight away, without a function of Jinja between. An attribute that is
    not there is an error, unless the template asks whether it is defined."""

    _asked = False

    def visit_Getattr(self, node, frame):
        if self._asked or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node, frame):
        before, self._asked = self._asked, node.name == "defined"
        super().visit_Test(node, frame)
        self._asked = before

    def visit_Call(self, node, frame, forward_caller=False):
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write(")")


class Template(jinja2.Template):
    """A template whose words are escaped as ever, but without wrapping every piece of a page only to join it."""

    @classmethod
    def from_code(cls, environment, code, globals, uptodate=None):
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=escape, Macro=macro)
        return template

    def _get_default_module(self, ctx=None):
        """The macros of this template; there are no globals that could make them others."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


class Context(jinja2.runtime.Context):
    """What a template sees; it calls macros and methods as they are: there are no functions here that ask for the context."""

    def call(self, called, /, *given, _loop_vars=None, _block_vars=None, **named):
        return called(*given, **named)


class Environment(jinja2.Environment):
    """The templates of one theme, each found once."""

    code_generator_class, template_class, context_class = Generator, Template, Context

    def __init__(self, **options):
        super().__init__(**options)
        self._found: dict[str, jinja2.Template] = {}

    def get_template(self, name, parent=None, globals=None):
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found


def escape(value):
    """What `markupsafe.escape` gives, as a page is joined from it: words as plain text, and markup as it is."""
    kind = type(value)
    if kind is str:
        return _inner(value)
    return value if kind is markupsafe.Markup else markupsafe.escape(value)


def macro(environment, function, name, arguments, *special):
    """A macro: `function` with what it is given in the order of its `arguments`; `special` says whether it takes others besides
    (then Jinja's own class knows how), and that it is escaped."""
    if any(special[:-1]) or not special[-1]:
        return Macro(environment, function, name, arguments, *special)
    count = len(arguments)

    def call(*given, **named):
        if named:
            given += tuple([named.pop(each, missing) for each in arguments[len(given) :]])
            if named:
                raise TypeError(f"macro {name!r} takes no keyword argument {next(iter(named))!r}")
        elif len(given) != count:
            given += (missing,) * (count - len(given))
        return str.__new__(markupsafe.Markup, function(*given))

    call.arguments = arguments
    return call


class OfSite:
    """The macro of a component that takes `site` first, with what it made for the last site and each set of further arguments."""

    def __init__(self, macro):
        self.macro, self.arguments, self.site, self.made = macro, macro.arguments, None, {}

    def __call__(self, site, *more, **named):
        if site is not self.site or len(self.made) > _KEPT:
            self.site, self.made = site, {}
        key = (more, tuple(named.items()))
        if key not in self.made:
            self.made[key] = self.macro(site, *more, **named)
        return self.made[key]


class OfPiece:
    """The macro of a component that takes one piece of a view first, with what it made for each: a record's card, one object for
    all lists that show it, is rendered once. Pieces are kept too, so that none is taken for another."""

    def __init__(self, macro):
        self.macro, self.arguments, self.made = macro, macro.arguments, {}

    def __call__(self, *given, **named):
        piece = given[0] if given else named[self.arguments[0]]
        key = (id(piece), given[1:], tuple((name, value) for name, value in named.items() if value is not piece))
        found = self.made.get(key)
        if found is None:
            if len(self.made) >= _PIECES:
                self.made.clear()
            found = self.made[key] = piece, self.macro(*given, **named)
        return found[1]
