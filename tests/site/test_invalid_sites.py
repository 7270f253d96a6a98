"""The gate: every mistake of an editor gets a plain sentence with file, line and a right example; nothing is written."""

import os
import unicodedata

import pytest

from tests.site import invalid


@pytest.mark.parametrize("case", invalid.cases(), ids=lambda p: p.name)
def test_broken_site_gives_its_exact_report(case, tmp_path):
    """A broken site is reported word for word as its report.txt says."""
    assert invalid.read(invalid.lay(case, tmp_path), tmp_path / "cache") == (case / "report.txt").read_text(encoding="utf-8").rstrip("\n")


def test_sound_site_is_not_reported(tmp_path):
    """The sound little site under all broken ones has no problem."""
    assert invalid.read(invalid.lay(None, tmp_path), tmp_path / "cache") == ""


def test_every_problem_has_a_suggestion():
    """No report leaves an editor without a next step."""
    for case in invalid.cases():
        lines = (case / "report.txt").read_text(encoding="utf-8").splitlines()
        told = [line for line in lines if line.startswith("content")]
        assert told and len(told) == sum(line.startswith("    → ") for line in lines), case.name


def test_bom_and_windows_line_ends_are_accepted(tmp_path):
    """A file with a BOM and CRLF line ends reads like any other."""
    content = invalid.lay(None, tmp_path)
    path = content / "tin-tuc/2026/trong-cay.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert invalid.read(content, tmp_path / "cache") == ""


def test_decomposed_text_is_accepted(tmp_path):
    """A file whose text is in NFD reads like any other."""
    content = invalid.lay(None, tmp_path)
    path = content / "tin-tuc/2026/trong-cay.md"
    path.write_text(unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert invalid.read(content, tmp_path / "cache") == ""


def test_decomposed_file_name_is_refused(tmp_path):
    """A file name with separate tone marks is named and a plain one suggested."""
    content = invalid.lay(None, tmp_path)
    name = unicodedata.normalize("NFD", "trồng-rừng.md")
    (content / "tin-tuc/2026/trong-cay.md").rename(content / "tin-tuc/2026" / name)
    told = invalid.read(content, tmp_path / "cache")
    assert told.startswith("content/tin-tuc/2026/trồng-rừng.md: Tên tệp") and "trong-rung.md" in told


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="hệ thống này không tạo được liên kết tệp")
def test_symbolic_link_out_of_the_content_is_refused(tmp_path):
    """A symbolic link is a problem and what it points to is never read."""
    content = invalid.lay(None, tmp_path)
    secret = tmp_path / "bi-mat.md"
    secret.write_text("bí mật", encoding="utf-8")
    (content / "tin-tuc/2026/la.md").symlink_to(secret)
    (content / "anh").mkdir()
    (content / "anh/ngoai").symlink_to(tmp_path)
    told = invalid.read(content, tmp_path / "cache")
    assert "content/tin-tuc/2026/la.md: Đây là liên kết" in told and "content/anh/ngoai: Đây là liên kết" in told and "bí mật" not in told


def test_empty_content_folder_gets_one_clear_word(tmp_path):
    """An empty content folder is told how to begin, and nothing else."""
    (tmp_path / "content").mkdir()
    told = invalid.read(tmp_path / "content", tmp_path / "cache")
    assert told.startswith("content: Thư mục nội dung chưa có bài nào.") and "1 lỗi" in told


def test_embargo_makes_a_future_date_right(tmp_path):
    """A future date is right when the embargo says so, and the record is published only from that day."""
    content = invalid.lay(None, tmp_path)
    path = content / "tin-tuc/2026/trong-cay.md"
    path.write_text(path.read_text(encoding="utf-8").replace("ngày: 2026-03-05", "ngày: 2027-01-15\nđăng từ: 2027-01-15"), encoding="utf-8")
    assert invalid.read(content, tmp_path / "cache") == ""


def test_nothing_is_written_when_the_gate_stops(tmp_path, run_tasks):
    """A build with an error exits 1, prints the problem and leaves the last good site byte for byte."""
    content, output = invalid.lay(None, tmp_path), tmp_path / "trang"
    args = ("build", "--content", content, "--output", output, "--cache", tmp_path / "cache", "--as-of", invalid.AS_OF)
    assert run_tasks(*args).returncode == 0
    before = {p: p.read_bytes() for p in output.rglob("*") if p.is_file()}
    news = content / "tin-tuc/2026/trong-cay.md"
    news.write_text(news.read_text(encoding="utf-8").replace("2026-03-05", "05/03/2026"), encoding="utf-8")
    done = run_tasks(*args)
    assert done.returncode == 1 and "content/tin-tuc/2026/trong-cay.md:3: Ngày “05/03/2026”" in done.stdout
    assert {p: p.read_bytes() for p in output.rglob("*") if p.is_file()} == before
    assert not [p for p in tmp_path.iterdir() if "dang-dung" in p.name]
