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
