"""The files of content/: what is a record, what is passed over, what must not lie there."""

import os
import unicodedata
from pathlib import Path

import pytest

from plugins.domain.problems import Problem
from plugins.editorial import sources

NO_LINKS = pytest.mark.skipif(os.name == "nt", reason="trên Windows cần quyền riêng để tạo liên kết tệp")


def lay(folder: Path, *names: str) -> Path:
    """A content folder with these files."""
    for name in names:
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return folder / "content"


def scan(content: Path) -> tuple[dict, list[Problem]]:
    """The files of a content folder, and what is wrong with their names and places."""
    files, problems = sources.scan(content, "content")
    return files, [*problems, *sources.misplaced(files, "content")]


def walk(folder: Path, *names: str) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
    """Name, kind and key of each file found, path and code of each problem."""
    files, problems = scan(lay(folder, *names))
    assert all(p.suggestion for p in problems)
    return [(name, sources.kind(name), sources.key(name)) for name in sorted(files)], [(p.path, p.code) for p in problems]


def test_kinds_and_keys_of_files(tmp_path):
    """A record's kind is its first folder, its key the path without ending; a document goes by its folder."""
    found, problems = walk(
        tmp_path, "tin-tuc/2026/a.md", "van-ban/2026/12-kh/index.md", "van-ban/2026/12-kh/12.pdf", "mo-hinh/m.md", "trang/p.md", "anh/a.jpg"
    )
    assert problems == [] and found == [
        ("anh/a.jpg", "", "anh/a.jpg"),
        ("mo-hinh/m.md", "model", "mo-hinh/m"),
        ("tin-tuc/2026/a.md", "news", "tin-tuc/2026/a"),
        ("trang/p.md", "page", "trang/p"),
        ("van-ban/2026/12-kh/12.pdf", "", "van-ban/2026/12-kh/12.pdf"),
        ("van-ban/2026/12-kh/index.md", "document", "van-ban/2026/12-kh"),
    ]


@pytest.mark.parametrize("name", [".a.md", "_a.md", "~a.md", "a.md~", "a.md.swp", ".git/a.md", "_nhap/a.md", "a.md.tmp", "a.md.bak"])
def test_hidden_and_temporary_files_are_passed_over(tmp_path, name):
    """What editors' programs leave behind is neither a record nor a problem."""
    assert walk(tmp_path, f"tin-tuc/{name}") == ([], [])


@pytest.mark.parametrize(
    "name", ["a.md", "khac/a.md", "anh/a.md", "du-lieu/a.md", "van-ban/2026/a.md", "van-ban/a/index.md", "van-ban/2026/a/b/index.md"]
)
def test_misplaced_records_are_told(tmp_path, name):
    """A Markdown file where no record can lie is a problem, not a file that silently never appears."""
    assert walk(tmp_path, name)[1] == [(f"content/{name}", "sai-cho")]


@pytest.mark.parametrize(
    "name", ["tin-tuc/2026/a.MD", "tin-tuc/2026/a.md.txt", "mo-hinh/a.markdown", "trang/a.txt", "van-ban/2026/a/index.Md"]
)
def test_records_with_another_ending_are_told(tmp_path, name):
    """A file that its editor took for a record but that ends otherwise is a problem."""
    assert walk(tmp_path, name)[1] == [(f"content/{name}", "sai-duoi")]


def test_two_files_of_one_key_are_told(tmp_path):
    """`a.md` beside `a/index.md` would be one record of which one text is lost: the second is told with the first."""
    _, problems = scan(lay(tmp_path, "tin-tuc/a.md", "tin-tuc/a/index.md"))
    assert {(p.path, p.code) for p in problems} == {("content/tin-tuc/a/index.md", code) for code in ("trung-ten", "sai-cho")}
    assert "content/tin-tuc/a.md" in next(p.message for p in problems if p.code == "trung-ten")


def test_decomposed_names_are_told_and_read_in_one_spelling(tmp_path):
    """A name from an old Mac is told with a plain name, and compared in NFC."""
    found, problems = walk(tmp_path, f"tin-tuc/{unicodedata.normalize('NFD', 'trồng-rừng')}.md")
    assert found == [("tin-tuc/trồng-rừng.md", "news", "tin-tuc/trồng-rừng")]
    assert problems == [("content/tin-tuc/trồng-rừng.md", "ten-tep-nfd")]


def test_decomposed_folders_are_told(tmp_path):
    """A folder from an old Mac is told itself, whatever the files in it are called."""
    found, problems = walk(tmp_path, f"tin-tuc/{unicodedata.normalize('NFD', 'trồng')}/a.md")
    assert [name for name, *_ in found] == ["tin-tuc/trồng/a.md"] and problems == [("content/tin-tuc/trồng", "ten-tep-nfd")]


@NO_LINKS
def test_symbolic_links_are_not_followed(tmp_path):
    """A link to a file, to a folder, to nowhere or to itself is told and never opened."""
    content = lay(tmp_path, "tin-tuc/a.md")
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai/b.md").write_text("x", encoding="utf-8")
    for name, goal in (
        ("tep.md", tmp_path / "ngoai/b.md"),
        ("thu-muc", tmp_path / "ngoai"),
        ("dut.md", tmp_path / "khong"),
        ("vong", content),
    ):
        (content / "tin-tuc" / name).symlink_to(goal)
    files, problems = scan(content)
    assert list(files) == ["tin-tuc/a.md"] and {p.code for p in problems} == {"lien-ket-tep"} and len(problems) == 4


def test_the_order_of_the_disk_does_not_matter():
    """However the disk orders files, what is wrong is told in the order of names, and of two files of one key the same one is blamed."""
    names = ["trang/b.MD", "anh/z.md", "tin-tuc/a/index.md", "trang/a.txt", "mo-hinh/é.MD", "mo-hinh/e.MD", "tin-tuc/a.md"]
    told = sources.misplaced(names, "content")
    assert sources.misplaced(names[::-1], "content") == told
    assert [p.path for p in told] == sorted(p.path for p in told) and {p.code for p in told} == {"sai-cho", "sai-duoi", "trung-ten"}


def test_a_missing_folder_is_an_error(tmp_path):
    """A content folder that cannot be read is not taken for one that was emptied."""
    with pytest.raises(OSError):
        sources.scan(tmp_path / "khong-co", "content")


def test_data_files(tmp_path):
    """Data files are those of du-lieu/, by their names."""
    found, _ = walk(tmp_path, "du-lieu/chu-de.yml", "du-lieu/a.yaml", "du-lieu/b.csv", "tin-tuc/c.yml")
    assert [name for name, kind, _ in found if kind == sources.DATA] == ["du-lieu/a.yaml", "du-lieu/chu-de.yml"]


def test_a_stamp_describes_the_very_file(tmp_path):
    """Size, both times and number of a file are those of the disk; a folder with the same name elsewhere has none."""
    content = lay(tmp_path, "tin-tuc/a.md")
    state = (content / "tin-tuc/a.md").stat()
    assert sources.scan(content, "content").files == {"tin-tuc/a.md": (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)}
