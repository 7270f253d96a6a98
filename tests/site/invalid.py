"""The smallest broken sites: each folder of tests/sites_invalid is laid over a sound little site and must give one exact report.

`read` is used by the tests of the gate; it runs without Pelican, so a site takes milliseconds."""

import shutil
import unicodedata
from pathlib import Path

from plugins.archive.attachments import Files
from plugins.context.build import Build
from plugins.domain.problems import report
from plugins.editorial import desk
from plugins.media.lending import Lending

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
    build.pictures, build.attachments = Lending(build), Files(cache)
    desk.open_library(build)
    return unicodedata.normalize("NFC", report(build.problems))
