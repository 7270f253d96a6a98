"""The showcase: model practices with their steps, figures, documents and news, and the lists that lead to them."""

from plugins.context.outputs import Adapter
from plugins.showcase import pages

ADAPTER = Adapter("showcase", shelves=pages.shelves, find=pages.find)


def register() -> None:
    """Nothing to connect: the press finds `ADAPTER` by the name of this plugin in PLUGINS."""
