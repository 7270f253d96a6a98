"""Pictures, share cards and fonts: everything in the output that is neither text nor written by an editor.

`studio` is the door for the rest of the house; `pictures`, `encoding`, `cards` and `fonts` do the work behind it;
`lending` turns its answers into pieces of views."""

from plugins.context.build import Build
from plugins.context.outputs import Adapter
from plugins.media.lending import Lending


def lend(build: Build) -> None:
    """Lends pictures, share cards and fonts."""
    build.pictures = Lending(build)


ADAPTER = Adapter("media", lend=lend, late=lambda build: build.pictures.shelves(build))


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
