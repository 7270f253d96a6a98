"""Families of files (see `context.outputs.MEMBER`): what is made late of many small files, such as all data of one year, reads them
as they were made, and is made again when one of them has changed."""

from functools import lru_cache

from plugins.context.build import Build
from plugins.context.outputs import MEMBER, family
from plugins.domain import addresses
from plugins.incremental.manifest import Manifest
from plugins.incremental.staging import Staging


def changed(manifest: Manifest) -> set[str]:
    """The families in which a file has changed, come or gone."""
    return {found for name in manifest.changed | manifest.gone if (found := family(name))}


def lend(build: Build, manifest: Manifest, staging: Staging) -> None:
    """Lets what is made late read the members of families, and what was made of them."""

    @lru_cache(1)  # what is made of one family is made in a row
    def gathered(of: str) -> list[bytes]:
        rows = manifest.store.execute(
            "SELECT name FROM outputs WHERE name >= ? AND name < ? ORDER BY name", (f"{of}/", f"{of}0")
        ).fetchall()
        return [staging.read(name, name in manifest.changed) for (name,) in rows if name.endswith(f"/{MEMBER}") and family(name) == of]

    build.gathering = gathered

    def read(address: str) -> bytes:
        name = addresses.file_name(address)
        return staging.read(name, name in manifest.changed)

    build.reading = read
