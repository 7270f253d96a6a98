"""The reports of `check`: what they tell about a sound content folder, and that errors come first."""

import importlib
import json

import pytest

from plugins.commands import building, reporting, reports
from plugins.domain import citations
from plugins.domain.problems import Problem
from tests.site import invalid


@pytest.fixture
def order(tmp_path):
    """Checks a little site that tests may break first."""
    conf = tmp_path / "conf.py"
    conf.write_text(
        f"from pelicanconf import *\nTHEME = {str(invalid.ROOT.parent / 'theme')!r}\nSITEURL = 'https://vi-du.example'\n", encoding="utf-8"
    )
    return building.Order(conf, invalid.lay(None, tmp_path), tmp_path / "output", tmp_path / "cache", check_only=True)


@pytest.mark.parametrize("name", reports.NAMES)
def test_every_report_is_a_module_that_counts_its_findings(name):
    """Each name is a module with the kinds of its findings and a function that finds them."""
    module = importlib.import_module(f"plugins.commands.reports.{name}")
    assert module.KINDS and callable(module.findings)


def test_findings_are_lines_and_counted_by_kind():
    """A finding says where and what, and what may be done; kinds without a finding are not counted."""
    found = [Problem("a.md", 3, "x", "Sai.", "Sửa."), Problem("a.md", 0, "x", "Thiếu."), Problem("b.md", 1, "y", "Thừa.")]
    assert [reports.line(one) for one in found] == ["a.md:3: Sai.\n    → Sửa.", "a.md: Thiếu.", "b.md:1: Thừa."]
    assert reports.counts(found, {"z": "điều lạ", "y": "điều thừa", "x": "điều sai"}) == "Tất cả: 1 điều thừa, 2 điều sai."
    assert reports.counts([], {"x": "điều sai"}) == "Không có gì cần xem."


def test_a_report_is_printed_and_nothing_is_made(order, capsys):
    """All reports are printed one after another under their titles; no site comes of it."""
    reporting.tell(order, list(reports.NAMES))
    printed = capsys.readouterr().out
    assert all(title in printed for title in reports.NAMES.values())
    assert not order.output.exists()


def test_errors_come_before_any_report(order, capsys):
    """Content with an error gives the error, exit code 1, and no report."""
    (order.content / "tin-tuc/2026/hong.md").write_text("---\ntiêu đề: x\n---\n", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        reporting.tell(order, list(reports.NAMES))
    printed = capsys.readouterr().out
    assert stop.value.code == 1 and "hong.md" in printed and not any(title in printed for title in reports.NAMES.values())


def test_models_are_told_what_they_lack(order, capsys):
    """Model by model: how full its record is, what is missing and why; a figure without source, a page nobody has reviewed for long."""
    path = order.content / "mo-hinh/vuon-uom.md"
    text = path.read_text(encoding="utf-8")
    more = "thí điểm\nngày rà soát: 2023-01-01\nkết quả:\n  - nội dung: Số cây\n    đạt: 50\n    tính đến: 2022-12"
    path.write_text(text.replace("thí điểm", more, 1), encoding="utf-8")
    reporting.tell(order, ["models"])
    printed = capsys.readouterr().out
    assert "content/mo-hinh/vuon-uom.md: Vườn ươm xanh: có 4/16 mục" in printed
    assert "content/mo-hinh/vuon-uom.md:1: Chưa có “vấn đề”: " in printed
    assert "content/mo-hinh/vuon-uom.md:9: “Số cây” chưa có nơi để kiểm chứng." in printed
    assert "content/mo-hinh/vuon-uom.md:7: Lần xem lại gần nhất là 01/01/2023" in printed
    assert "1 mô hình chưa đủ mục, 12 mục còn thiếu, 1 con số chưa có nguồn, 1 mô hình lâu chưa rà soát." in printed


def document(order, name: str, body: str = "", **front: str) -> None:
    """Lays a document into the site."""
    number = name.partition("-")[0]
    told = {"loại": "Kế hoạch", "cơ quan": "Tỉnh đoàn Mẫu", "trích yếu": f"Việc {number}", "ngày": "2026-02-10", "hiệu lực": "còn hiệu lực"}
    lines = [f"{key}: {value}" for key, value in (told | {"số": f'"{number}"', "ký hiệu": "KH/TĐTN-PT"} | front).items()]
    path = order.content / f"van-ban/2026/{name}/index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("---\n" + "\n".join(lines) + f"\n---\n\n{body}\n", encoding="utf-8")


def test_rings_are_told_among_the_relations_all_at_once(order, capsys):
    """Documents that replace one another are an error, and the report of relations tells every ring beside what else it finds."""
    for one, other in (("15-kh", "16-kh"), ("16-kh", "15-kh"), ("17-kh", "18-kh"), ("18-kh", "17-kh")):
        document(order, one, "Theo Kế hoạch số 70-KH/TĐTN-PT ngày 02/01/2026.", **{"thay thế": f"van-ban/2026/{other}"})
    with pytest.raises(SystemExit) as stop:
        reporting.tell(order, ["relations"])
    printed = capsys.readouterr().out
    assert stop.value.code == 1 and "Các bài nối với nhau thành vòng (2)" in printed and "Chưa có trên trang (4)" in printed
    assert "15-kh → van-ban/2026/16-kh" in printed and "17-kh → van-ban/2026/18-kh" in printed
    assert printed.endswith("Tất cả: 2 vòng quan hệ, 4 văn bản chưa có trên trang.\n2 lỗi cần sửa trước khi dựng trang.\n")
    (order.content / "tin-tuc/2026/hong.md").write_text("---\ntiêu đề: x\n---\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        reporting.tell(order, ["relations"])
    printed = capsys.readouterr().out
    assert "hong.md" in printed and "thành vòng:" in printed and reports.NAMES["relations"] not in printed


def test_what_a_peer_has_is_told_with_its_address(order, capsys):
    """A citation that leads to another site of this kind is told as such, kind by kind and file by file; one that nobody has, as away."""
    words = order.content / "du-lieu"
    (words / "trang-ban.yml").write_text("- tên: Tỉnh đoàn Bên\n  địa chỉ: https://ben.example/du-lieu/van-ban.json\n", encoding="utf-8")
    (words / "trang-ban").mkdir()
    row = ["Kế hoạch 45-KH/TĐTN: Giữ sạch sông", "https://ben.example/van-ban/2026/45/", "Tỉnh đoàn Bên", "province"]
    copy = json.dumps([[citations.key("45", None, "KH/TĐTN"), *row, "2026-03-12"]])
    (words / "trang-ban/tinh-doan-ben.json").write_text(copy, encoding="utf-8")
    for name in ("21-kh", "20-kh"):
        document(order, name, "Theo Kế hoạch số 45-KH/TĐTN ngày 12/3/2026 và Kế hoạch số 46-KH/TĐTN.", ngày="2026-04-01")
    reporting.tell(order, ["relations"])
    printed = capsys.readouterr().out
    away, peer = printed.index("Chưa có trên trang (2)"), printed.index("Có trên trang bạn (2)")
    assert away < peer < printed.index("20-kh", peer) < printed.index("21-kh", peer)
    told = "“Kế hoạch số 45-KH/TĐTN ngày 12/3/2026” dẫn sang trang Tỉnh đoàn Bên: Kế hoạch 45-KH/TĐTN: Giữ sạch sông."
    assert f"{told}\n    → https://ben.example/van-ban/2026/45/" in printed
    assert "Tất cả: 2 văn bản chưa có trên trang, 2 văn bản có trên trang bạn." in printed
