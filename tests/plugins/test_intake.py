"""From files to holdings: only what has changed is read, in the order of names, and what was wrong is told again."""

import unicodedata
from pathlib import Path

import pytest

import pelicanconf
from plugins.context import seam
from plugins.context.build import Build
from plugins.context.progress import Silent
from plugins.context.store import Store
from plugins.incremental import crew, identity
from plugins.incremental.intake import Intake
from plugins.incremental.ledger import Ledger
from tests.plugins import held
from tests.site import invalid


class Newsroom:
    """The sound little site and its memory."""

    def __init__(self, folder: Path):
        self.folder, self.content, self.store = folder, invalid.lay(None, folder), Store(None)
        self.asked: list[str] = []

    def take(self, as_of: str = invalid.AS_OF, afresh: bool = False) -> tuple[list[str], list[str]]:
        """One reading that is kept when nothing is wrong: names that were read, in their order, and path and code of the problems."""
        folder, theme = self.folder, invalid.ROOT.parent / "theme"
        build = Build(self.content, folder / "cache", folder / "output", theme, "https://vi-du.example", as_of)
        for adapter in seam.adapters_of({"PLUGINS": pelicanconf.PLUGINS}):
            if adapter.lend:
                adapter.lend(build)
        hands, self.asked = crew.Crew(build), []

        def read(names, words, lost):
            self.asked += names
            return hands.read(names, words, lost)

        ledger = Ledger(self.store)
        self.taken = Intake(build, self.store, ledger, read, Silent()).take(afresh)
        ledger.flush()
        self.build = build
        held.forget(self.store) if build.problems else self.store.commit()
        return self.asked, sorted({f"{p.path}: {p.code}" for p in build.problems})

    def edit(self, name: str, old: str, new: str) -> None:
        """Other words in a file."""
        path = self.content / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


RECORDS = ["mo-hinh/vuon-uom.md", "tin-tuc/2026/trong-cay.md", "van-ban/2026/12-kh/index.md"]
NEWS = RECORDS[1]


@pytest.fixture
def room(tmp_path, monkeypatch) -> Newsroom:
    """The sound little site, read once, long after it was written."""
    now = identity.time.time_ns
    monkeypatch.setattr(identity.time, "time_ns", lambda: now() + 10_000_000_000)
    made = Newsroom(tmp_path)
    assert made.take() == (RECORDS, [])
    return made


def test_files_are_read_in_the_order_of_their_names(room):
    """However the disk orders them, files are read in the order of their names; afresh, all of them are."""
    text = (room.content / NEWS).read_text(encoding="utf-8")
    for name in ("b", "ă", "a", "z"):
        room.content.joinpath(f"tin-tuc/{name}.md").write_text(text, encoding="utf-8")
    assert room.take()[0] == [f"tin-tuc/{name}.md" for name in ("a", "b", "z", "ă")]
    assert room.take(afresh=True)[0] == sorted([*RECORDS, *(f"tin-tuc/{name}.md" for name in "abză")])


def test_only_what_has_changed_is_read(room):
    """Nothing is read twice; an edited file is read, a file that went is forgotten."""
    assert room.take() == ([], []) and not room.taken.cells
    room.edit(NEWS, "200 cây", "300 cây")
    (room.content / "mo-hinh/vuon-uom.md").unlink()
    assert room.take() == ([NEWS], [])
    assert {"b:tin-tuc/2026/trong-cay", "r:mo-hinh/vuon-uom"} <= room.taken.cells and "r:tin-tuc/2026/trong-cay" not in room.taken.cells
    assert room.build.library.record("mo-hinh/vuon-uom") is None


def test_errors_are_told_until_they_are_mended(room):
    """A file with errors is told at every build, and its record is back as soon as it is mended."""
    room.edit(NEWS, "2026-03-05", "05/03/2026")
    for _ in range(2):
        read, (problem,) = room.take()
        assert read == [NEWS] and problem.startswith(f"content/{NEWS}: ")
    room.edit(NEWS, "05/03/2026", "2026-03-05")
    assert room.take() == ([], []) and room.build.library.record("tin-tuc/2026/trong-cay")


def test_other_words_read_everything_unless_no_record_asks_them(room):
    """A new alias is a reason to read all records again; a new redirect, banner or category is none: that is told as a cell."""
    (room.content / "du-lieu/chuyen-huong.yml").write_text("- từ: /cu/\n  đến: /tin-tuc/\n", encoding="utf-8")
    assert room.take()[0] == [] and not room.taken.words and "wl:redirects" in room.taken.cells
    with (room.content / "du-lieu/chuyen-muc.yml").open("a", encoding="utf-8") as stream:
        stream.write("- tên: Chuyên mục mới\n")
    assert room.take()[0] == [] and not room.taken.words and "wl:categories" in room.taken.cells
    (room.content / "du-lieu/ten-goi.yml").write_text("- cụm từ: Điều lệ\n  văn bản: Điều lệ Đoàn\n", encoding="utf-8")
    assert room.take()[0] == RECORDS and room.taken.words


def test_words_that_only_stand_elsewhere_change_nothing(room):
    """A comment in a data file, or an entry on another line, is no reason to read or make anything again."""
    path = room.content / "du-lieu/chuyen-muc.yml"
    path.write_text("# Các chuyên mục\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert room.take()[0] == [] and not room.taken.words


def test_a_day_that_comes_is_told(room):
    """An embargo that ends changes the record without reading its file; an earlier day lays it on again."""
    room.edit(NEWS, "ngày: 2026-03-05", "ngày: 2027-01-15\nđăng từ: 2027-01-15")
    assert room.take() == ([NEWS], []) and room.build.library.record("tin-tuc/2026/trong-cay") is None
    for as_of, there in (("2027-01-15", True), ("2027-01-14", False), ("2027-02-01", True)):
        assert room.take(as_of) == ([], []) and "r:tin-tuc/2026/trong-cay" in room.taken.cells
        assert (room.build.library.record("tin-tuc/2026/trong-cay") is not None) == there


def test_age_turns_by_the_day(room):
    """A newer record turns only what somebody asked about the days between; a record as old as others turns nothing."""
    ledger = Ledger(room.store)
    ledger.note("trang", ["w:2026-03-05", "w:2026-03-20", "w:2026-06-01"])
    ledger.flush()
    room.store.commit()
    text = (room.content / NEWS).read_text(encoding="utf-8")
    for day, turned in (("2026-03-01", set()), ("2026-03-25", {"w:2026-03-20"}), ("2026-03-24", set())):
        (room.content / f"tin-tuc/2026/tin-{day}.md").write_text(text.replace("2026-03-05", day), encoding="utf-8")
        assert room.take()[1] == []
        assert {cell for cell in room.taken.cells if cell.startswith("w:")} == turned
    (room.content / "tin-tuc/2026/tin-2026-03-25.md").unlink()
    (room.content / "tin-tuc/2026/tin-2026-03-24.md").unlink()
    room.take()
    assert {cell for cell in room.taken.cells if cell.startswith("w:")} == {"w:2026-03-20"}


def test_a_name_that_became_decomposed_is_told_and_not_read(room):
    """A file renamed on an old Mac is told; it is not opened under a name that it does not bear."""
    name = unicodedata.normalize("NFD", "trồng.md")
    (room.content / NEWS).rename(room.content / "tin-tuc/2026" / name)
    read, problems = room.take()
    assert read == [] and problems == ["content/tin-tuc/2026/trồng.md: ten-tep-nfd"]


def test_two_files_of_one_key_are_told_with_all_their_faults(room):
    """When a second file of one key comes, both names are told, at a first reading and later."""
    folder = room.content / "tin-tuc/2026/trong-cay"
    folder.mkdir()
    (folder / "index.md").write_text("---\ntiêu đề: x\n---\n", encoding="utf-8")
    later = room.take()[1]
    first = Newsroom.__new__(Newsroom)
    first.folder, first.content, first.store = room.folder, room.content, Store(None)
    assert first.take()[1] == later and f"content/{NEWS[:-3]}/index.md: trung-ten" in later
