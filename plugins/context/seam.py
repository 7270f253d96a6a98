"""The seam between settings and a build: the build context of a run, and the adapters that its plugins bring.

Settings may come from Pelican or straight from the conf file; nothing here needs Pelican."""

import datetime
import importlib
from collections.abc import Mapping
from pathlib import Path

from plugins.context.build import Build
from plugins.context.outputs import Adapter

ZONE = datetime.timezone(datetime.timedelta(hours=7))
OURS = "plugins."


def build_of(settings: Mapping) -> Build:
    """The build context that settings ask for."""
    content = Path(settings["PATH"])
    return Build(
        content=content,
        cache=Path(settings["CACHE_PATH"]),
        output=Path(settings["OUTPUT_PATH"]),
        theme=Path(settings["THEME"]),
        url=settings["SITEURL"].rstrip("/"),
        as_of=settings.get("AS_OF") or datetime.datetime.now(ZONE).date().isoformat(),
        quiet=settings.get("QUIET", False),
        check_only=settings.get("CHECK_ONLY", False),
        pdf=settings.get("PDF", False),
        root=content.name,
    )


def told(settings: Mapping, build: Build) -> dict[str, object]:
    """The settings that another process needs to make the same build context, on the same day."""
    names = ("PATH", "CACHE_PATH", "OUTPUT_PATH", "THEME", "SITEURL", "PLUGINS")
    return {name: settings[name] for name in names} | {"AS_OF": build.as_of, "PDF": build.pdf}


def adapters_of(settings: Mapping) -> list[Adapter]:
    """The adapters of the plugins, in their order: whatever carries the name ADAPTER in a plugin's package."""
    modules = (importlib.import_module(name) for name in settings["PLUGINS"] if isinstance(name, str) and name.startswith(OURS))
    return [module.ADAPTER for module in modules if hasattr(module, "ADAPTER")]


def foreign(settings: Mapping) -> list[str]:
    """The plugins that are none of ours: they may wait for Pelican's signals, so Pelican must run."""
    return [str(name) for name in settings["PLUGINS"] if not (isinstance(name, str) and name.startswith(OURS))]
