"""The reports of `check`: what they tell about a sound content folder, and that errors come first."""

import importlib

import pytest

from plugins.commands import building, reporting, reports
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
