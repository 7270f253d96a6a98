"""The seam to Pelican: how an adapter's outputs become a generator, and where the build context hangs.

Everything else of this house runs without Pelican, so that a build can one day start without it."""

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path

from pelican.generators import Generator

from plugins.context.build import Build
from plugins.context.outputs import Output

_SLOT = "HOUSE_BUILD"
_ZONE = datetime.timezone(datetime.timedelta(hours=7))


def build_of(settings: dict) -> Build:
    """The build context of a run of Pelican; made from its settings on the first call of a run."""
    if _SLOT not in settings:
        content = Path(settings["PATH"])
        settings[_SLOT] = Build(
            content=content,
            cache=Path(settings["CACHE_PATH"]),
            output=Path(settings["OUTPUT_PATH"]),
            theme=Path(settings["THEME"]),
            url=settings["SITEURL"].rstrip("/"),
            as_of=settings.get("AS_OF") or datetime.datetime.now(_ZONE).date().isoformat(),
            quiet=settings.get("QUIET", False),
            check_only=settings.get("CHECK_ONLY", False),
            root=content.name,
        )
    return settings[_SLOT]


def forget(settings: dict) -> None:
    """Drops the build context, so that the next run in this process starts afresh."""
    settings.pop(_SLOT, None)


def generator(outputs: Callable[[Build], Iterable[Output]], read: Callable[[Build], None] | None = None) -> type[Generator]:
    """A Pelican generator class around an adapter: `read` fills the build context, `outputs` is what it publishes."""

    class Adapter(Generator):
        def generate_context(self):
            if read:
                read(build_of(self.settings))

        def generate_output(self, writer):
            for output in outputs(build_of(self.settings)):
                writer.put(output)

        def refresh_metadata_intersite_links(self):
            """Nothing to refresh: links are resolved when a page is viewed."""

    return Adapter
