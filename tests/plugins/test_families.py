"""What is kept of the members of a family, so that files made of many small ones are put together quickly."""

import os

import pytest

from plugins.context.store import Store
from plugins.incremental import families
from plugins.incremental.making import Made
from plugins.incremental.manifest import Manifest
from plugins.incremental.staging import Staging
from tests.plugins import small_site


class Family:
    """Some files of one family in an output; `cut` counts which of them are asked for."""

    def __init__(self, folder):
        self.output, self.store, self.asked = folder / "dau-ra", Store(None), []

    def put(self, name: str, data: bytes) -> None:
        path = self.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        state = path.stat()
        manifest = Manifest(self.store, "https://vi-du.example")
        manifest.put(Made(name, f"/{name}", "x", "x", "", state.st_size, state.st_mtime_ns, True))
        manifest.flush()

    def gathered(self, afresh: bool = False) -> list[str]:
        """The members as they are cut: in capitals, sorted."""
        self.asked = []
        build = small_site.build()
        families.lend(build, Manifest(self.store, "https://vi-du.example"), Staging(self.output), afresh)
        return build.members("van-ban/2026", self._cut, sorted)

    def _cut(self, data: bytes) -> tuple:
        self.asked.append(data.decode())
        return (data.decode().upper(),)


@pytest.fixture
def family(tmp_path):
    found = Family(tmp_path)
    for name in "abc":
        found.put(f"van-ban/2026/{name}/du-lieu.json", name.encode())
    found.put("van-ban/2026/a/index.html", b"no member")
    found.put("van-ban/2025/z/du-lieu.json", b"of another family")
    return found


def test_of_a_family_only_what_has_changed_is_read(family):
    """Cuttings are kept from build to build: a file that changes, comes or goes costs the reading of no other."""
    assert family.gathered() == [("A",), ("B",), ("C",)] and sorted(family.asked) == ["a", "b", "c"]
    assert family.gathered() == [("A",), ("B",), ("C",)] and family.asked == []
    family.put("van-ban/2026/b/du-lieu.json", b"bb")
    Manifest(family.store, "https://vi-du.example").remove("van-ban/2026/c/du-lieu.json")
    assert family.gathered() == [("A",), ("BB",)] and family.asked == ["bb"]
    assert family.gathered() == [("A",), ("BB",)] and family.asked == []


def test_what_was_written_behind_the_memory_is_cut_again(family):
    """A member of the same length that was written at another time is not taken for the one that was cut."""
    family.gathered()
    path = family.output / "van-ban/2026/a/du-lieu.json"
    family.put("van-ban/2026/a/du-lieu.json", b"x")
    os.utime(path, ns=(5, 5))
    family.put("van-ban/2026/a/du-lieu.json", b"x")
    assert family.gathered()[-1] == ("X",) and family.asked == ["x"]


def test_another_code_trusts_nothing_that_was_kept(family):
    """When all is made anew, so are the cuttings."""
    family.gathered()
    family.gathered(afresh=True)
    assert sorted(family.asked) == ["a", "b", "c"]
