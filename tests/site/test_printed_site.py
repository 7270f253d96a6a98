"""A site whose documents have printed forms (PDF): what switching them on and off makes, and that it equals a build from nothing.

What is in such a file is tested in tests/plugins/test_printed_forms.py."""

import shutil
from dataclasses import replace

import pytest

from plugins.archive.typesetting import Press
from plugins.commands import building, compare
from plugins.context import printing
from tests.site.incremental_site import Site, narrow
from tests.site.test_ways import build as build_quickly
from tests.site.test_ways import house, look  # noqa: F401 – a fixture

KEYS = ("2025/5-hd", "2025/7-cv", "2026/12-kh", "2026/30-kh", "2026/7-cv")
FORMS = {f"van-ban/{key}/{key[5:]}-ban-in.pdf" for key in KEYS}


@pytest.fixture
def site(built, tmp_path, monkeypatch) -> Site:
    """A copy of the sample site, built without forms."""
    narrow(monkeypatch)
    for name in ("content", "output", "cache"):
        shutil.copytree(built / name, tmp_path / name)
    shutil.copy2(built / "bo-nho.sqlite", tmp_path)
    return Site(tmp_path)


def forms(site: Site) -> set[str]:
    return {p.relative_to(site.output).as_posix() for p in site.output.rglob("*-ban-in.pdf")}


def test_forms_come_and_go_with_their_links(site):
    """Switched on, each public document gets its form, its page and its open data the address; switched off all are gone; nothing else is
    touched."""
    assert site.differences() == [] and forms(site) == set()
    site.pdf = True
    assert site.differences() == [] and forms(site) == FORMS
    page = (site.output / "van-ban/2026/12-kh/index.html").read_text(encoding="utf-8")
    assert 'href="/van-ban/2026/12-kh/12-kh-ban-in.pdf" download' in page and "Bản in của trang" in page
    site.pdf = False
    outcome = site.build().outcome
    data = {f"du-lieu/van-ban{year}.{ending}" for year in ("", "/2025", "/2026") for ending in ("json", "csv")}
    own = {f"van-ban/{key}/{name}" for key in KEYS for name in ("index.html", "du-lieu.json")}
    assert set(outcome.gone) == FORMS and set(outcome.changed) == data | own
    assert "Bản in" not in (site.output / "van-ban/2026/12-kh/index.html").read_text(encoding="utf-8")


def test_a_form_follows_what_it_shows(site, monkeypatch):
    """A text, a picture in it, a status that another document changes: the form is made again; the menu does not lay it out again."""
    laid = []
    plain = Press.typeset
    monkeypatch.setattr(Press, "typeset", lambda self, html, *more: laid.append(html) or plain(self, html, *more))
    site.pdf = True
    path = site.content / "van-ban/2026/30-kh/index.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n![Vườn](/anh/vuon.jpg)\n", encoding="utf-8")
    assert site.differences() == [] and len(laid) == len(KEYS)
    path.write_text(path.read_text(encoding="utf-8").replace("thay thế: [van-ban/2025/5-hd]\n", ""), encoding="utf-8")
    laid.clear()
    assert site.differences() == [] and ["5-hd" in html for html in laid] == [True]
    laid.clear()
    (site.content / "anh/vuon.jpg").write_bytes((site.content / "anh/cay.jpg").read_bytes())
    assert site.differences() == [] and len(laid) == 1
    laid.clear()
    menu = site.content / "trang/gioi-thieu.md"
    menu.write_text(menu.read_text(encoding="utf-8").replace("tiêu đề: Giới thiệu", "tiêu đề: Về chúng tôi"), encoding="utf-8")
    assert site.differences() == [] and laid == []


def test_another_library_makes_new_forms(site, monkeypatch):
    """Where the libraries on the disk are others, forms are made anew, and nothing else; where their files only moved, nothing is."""
    site.pdf = True
    site.build()
    monkeypatch.setattr(printing, "unchanged", lambda known: False)
    assert site.build().outcome.pages == 0
    monkeypatch.setattr(printing, "version", lambda: "khác")
    outcome = site.build().outcome
    assert outcome.pages == len(KEYS) and not outcome.changed
    assert site.differences() == []


def test_the_threshold_knows_whether_forms_are_wanted(house, monkeypatch):  # noqa: F811
    """A site that is as it was needs no build while forms are wanted as before, or not wanted as before."""
    monkeypatch.setattr("plugins.incremental.identity._RACY", -(10**18))
    build_quickly(house)
    printed = replace(house, pdf=True)
    assert look(house).files and look(printed).files is None
    build_quickly(printed)
    assert look(printed).files and look(house).files is None
    monkeypatch.setattr(printing, "unchanged", lambda known: False)
    assert look(printed).files is None


def test_parts_bring_their_forms(house, tmp_path):  # noqa: F811
    """Forms are made in parts and by the join as by one build."""
    printed = replace(house, pdf=True)
    for n in (1, 2):
        building.build(replace(printed, output=tmp_path / "phan" / str(n), part=f"{n}/2"))
    whole = replace(printed, output=tmp_path / "ghep")
    building.join(whole, tmp_path / "phan")
    building.build(whole)
    build_quickly(printed)
    assert compare.folders(whole.output, printed.output) == []
    assert (whole.output / "van-ban/2026/12-kh/12-kh-ban-in.pdf").is_file()


def test_nothing_is_written_where_forms_cannot_be_made(house, monkeypatch, capsys):  # noqa: F811
    """Without WeasyPrint or its libraries the build ends with one sentence and exit code 1; the site stays, whether remembered or not."""
    build_quickly(house)
    before = {p: p.stat().st_mtime_ns for p in house.output.rglob("*")}
    printed = replace(house, pdf=True)

    def fail():
        raise printing.Missing("Chưa làm được bản in PDF: thiếu.")

    for name in ("need", "version"):
        with monkeypatch.context() as patch:
            patch.setattr(printing, name, fail)
            for order in (printed, replace(printed, output=house.output.with_name("moi"))):
                with pytest.raises(SystemExit) as stop:
                    building.build(order)
                assert stop.value.code == 1 and capsys.readouterr().err == "Chưa làm được bản in PDF: thiếu.\n"
    assert {p: p.stat().st_mtime_ns for p in house.output.rglob("*")} == before and not house.output.with_name("moi").exists()
    building.build(replace(house, pdf=False))
