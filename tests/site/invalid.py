"""The smallest broken sites: each folder of tests/sites_invalid is laid over a sound little site and must give one exact report.

`read` is used by the tests of the gate; it runs without Pelican, so a site takes milliseconds."""

import shutil
import unicodedata
from pathlib import Path

import pelicanconf
from plugins.context import seam
from plugins.context.build import Build
from plugins.context.progress import Silent
from plugins.context.store import Store
from plugins.domain.problems import report
from plugins.incremental import crew
from plugins.incremental.intake import Intake
from plugins.incremental.ledger import Ledger

ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "sites_invalid"
SOUND = SITES / "_nen"
AS_OF = "2026-11-22"


def cases() -> list[Path]:
    """Every broken site, by name."""
    return sorted(p for p in SITES.iterdir() if p.is_dir() and not p.name.startswith("_"))


def lay(case: Path | None, target: Path) -> Path:
    """The content folder of a case: the sound site with the case's files over it; `<name>.bo` removes a file of the sound site."""
    content = target / "content"
    shutil.copytree(SOUND, content)
    if case:
        for path in sorted(case.rglob("*")):
            name = path.relative_to(case)
            if path.is_dir() or name.name == "report.txt":
                continue
            if name.suffix == ".bo":
                (content / name.with_suffix("")).unlink()
                continue
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, content / name)
    return content


def read(content: Path, cache: Path, as_of: str = AS_OF) -> str:
    """The report that the gate would print for a content folder; '' when nothing is wrong."""
    build = Build(content, cache, cache / "output", ROOT.parent / "theme", "https://vi-du.example", as_of)
    for adapter in seam.adapters_of({"PLUGINS": pelicanconf.PLUGINS}):
        if adapter.lend:
            adapter.lend(build)
    store = Store(None)
    hands = crew.Crew(build)
    Intake(build, store, Ledger(store), hands.read, Silent()).take()
    store.close()
    return unicodedata.normalize("NFC", report(build.problems))
