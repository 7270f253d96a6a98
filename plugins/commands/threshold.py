"""The threshold of a build: two scouts are sent to look at the files, one at those of editors, one at those of the site.

When they find everything as the last build left it, the modules of a build are not even loaded. So this imports little."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from plugins.context import scout
from plugins.domain.problems import Problem
from plugins.incremental import glance

_HOURS = timedelta(hours=7)  # of Vietnam before UTC


class Threshold:
    """One look before a build. `files` is the number of files of a site that needs nothing, and `told` what is to be said of it
    again; None when it may need something: then `seen` and `site` spare the build a second look."""

    def __init__(self, conf: Path, content: Path, output: Path, cache: Path, url: str, as_of: date | None, pdf: bool):
        self.files: int | None = None
        self.told: list[Problem] = []
        self.seen: list[scout.Seen] | None = None
        self.site: scout.Scouts | None = None
        settings = _settings(conf)
        url = (url or str(settings.get("SITEURL", ""))).rstrip("/")
        memory = glance.store_of(cache, output, url)
        if not memory.is_file():
            return
        self.site = scout.Scouts(str(content), str(output), str(glance.made_list(output)))
        self.seen = self.site.content()
        if self.seen is not None:
            theme = conf.parent / str(settings.get("THEME", "theme"))
            day = (as_of or (datetime.now(UTC) + _HOURS).date()).isoformat()
            told = url, content.name, tuple(settings.get("PLUGINS", ()))
            found = glance.untouched(content, output, theme, memory, told, day, self.seen, self.site, pdf)
            self.files, self.told = found or (None, [])


def _settings(conf: Path) -> dict[str, object]:
    """The settings of a conf file, or none where it cannot be run: the build will say so."""
    found: dict[str, object] = {"__file__": str(conf), "__name__": "<run_path>"}
    try:
        exec(compile(conf.read_bytes(), str(conf), "exec"), found)  # the user's own settings, as Pelican would run them
    except Exception:
        return {}
    return found
