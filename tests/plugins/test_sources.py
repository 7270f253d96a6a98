"""The files of content/: what is a record, what is passed over, what must not lie there."""

import os
import unicodedata
from pathlib import Path

import pytest

from plugins.editorial import sources

NO_LINKS = pytest.mark.skipif(os.name == "nt", reason="trên Windows cần quyền riêng để tạo liên kết tệp")


def lay(folder: Path, *names: str) -> Path:
    """A content folder with these files."""
    for name in names:
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return folder / "content"


def walk(folder: Path, *names: str) -> tuple[list[tuple[str, str | None, str]], list[tuple[str, str]]]:
    """Name, kind and key of each file found, path and code of each problem."""
    files, problems = sources.walk(lay(folder, *names), "content")
    assert all(p.suggestion for p in problems)
    return [(f.name, f.kind, f.key) for f in files], [(p.path, p.code) for p in problems]


def test_kinds_and_keys_of_files(tmp_path):
    """A record's kind is its first folder, its key the path without ending; a document goes by its folder."""
    found, problems = walk(
        tmp_path, "tin-tuc/2026/a.md", "van-ban/2026/12-kh/index.md", "van-ban/2026/12-kh/12.pdf", "mo-hinh/m.md", "trang/p.md", "anh/a.jpg"
    )
    assert problems == [] and found == [
        ("anh/a.jpg", None, "anh/a.jpg"),
        ("mo-hinh/m.md", "model", "mo-hinh/m"),
        ("tin-tuc/2026/a.md", "news", "tin-tuc/2026/a"),
        ("trang/p.md", "page", "trang/p"),
        ("van-ban/2026/12-kh/12.pdf", None, "van-ban/2026/12-kh/12.pdf"),
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
    files, problems = sources.walk(lay(tmp_path, "tin-tuc/a.md", "tin-tuc/a/index.md"), "content")
    assert [(p.path, p.code) for p in problems] == [("content/tin-tuc/a/index.md", "trung-ten"), ("content/tin-tuc/a/index.md", "sai-cho")]
    assert "content/tin-tuc/a.md" in problems[0].message


def test_decomposed_names_are_told_and_read_in_one_spelling(tmp_path):
    """A name from an old Mac is told with a plain name, and compared in NFC."""
    found, problems = walk(tmp_path, f"tin-tuc/{unicodedata.normalize('NFD', 'trồng-rừng')}.md")
    assert found == [("tin-tuc/trồng-rừng.md", "news", "tin-tuc/trồng-rừng")]
    assert problems == [("content/tin-tuc/trồng-rừng.md", "ten-tep-nfd")]


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
    files, problems = sources.walk(content, "content")
    assert [f.name for f in files] == ["tin-tuc/a.md"] and {p.code for p in problems} == {"lien-ket-tep"} and len(problems) == 4


def test_the_order_of_files_is_that_of_their_names(tmp_path):
    """However the disk orders them, files come sorted by their names."""
    names = ["trang/b.md", "anh/z.jpg", "trang/a.md", "mo-hinh/é.md", "mo-hinh/e.md", "tin-tuc/2026/a.md", "tin-tuc/a.md"]
    assert [name for name, _, _ in walk(tmp_path, *names)[0]] == sorted(names)


def test_a_missing_folder_is_an_error(tmp_path):
    """A content folder that cannot be read is not taken for one that was emptied."""
    with pytest.raises(OSError):
        sources.walk(tmp_path / "khong-co", "content")


def test_data_files(tmp_path):
    """Data files are those of du-lieu/, by their names."""
    files, _ = sources.walk(lay(tmp_path, "du-lieu/chu-de.yml", "du-lieu/a.yaml", "du-lieu/b.csv", "tin-tuc/c.yml"), "content")
    assert sorted(sources.data_texts(files)) == ["a.yaml", "chu-de.yml"]
