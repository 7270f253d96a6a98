"""A build that remembers makes what a build from nothing makes: by random edits, and by the cases that chance seldom finds.

What becomes of a build that is killed or finds the disk full is tested in test_incremental_accidents.py."""

import json
import os
import re
import shutil

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from plugins.domain import addresses, citations
from plugins.incremental import epoch
from tests.site import incremental_edits as edits
from tests.site import incremental_site as sites
from tests.site.incremental_machine import Remembering
from tests.site.incremental_site import Site, narrow

RUNS, STEPS = 4, 12  # of the machine: what a test run can afford; more by hand: HOUSE_RUNS=40 HOUSE_STEPS=60


@pytest.fixture
def site(built, tmp_path, monkeypatch) -> Site:
    """A copy of the sample site with its memory."""
    narrow(monkeypatch)
    shutil.copytree(built, tmp_path / "nha", dirs_exist_ok=True)
    return Site(tmp_path / "nha")


def test_random_edits_end_as_a_build_from_nothing(built, monkeypatch):
    """After any sequence of edits, mistakes and accidents the site and the report are those of a build from nothing."""
    narrow(monkeypatch)
    machine = type("Machine", (Remembering,), {"start": built})
    runs, steps = int(os.environ.get("HOUSE_RUNS", RUNS)), int(os.environ.get("HOUSE_STEPS", STEPS))
    by_hand = "HOUSE_RUNS" in os.environ
    health = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    phases = (Phase.generate, Phase.shrink) if by_hand else (Phase.generate,)
    chosen = settings(max_examples=runs, stateful_step_count=steps, suppress_health_check=health, database=None, phases=phases)
    chosen = settings(chosen, deadline=None, derandomize=not by_hand)
    run_state_machine_as_test(machine, settings=chosen)


def replace(site: Site, name: str, old: str, new: str) -> None:
    """Other words in a file of content/."""
    path = site.content / name
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_site_left_alone_is_left_alone(site):
    """Nothing has changed: nothing is read, made or written, wherever the memory has been carried."""
    before = sites.snapshot(site.output)
    done = site.build().outcome
    assert (done.read, done.pages, done.changed, done.gone) == (0, 0, (), ())
    assert sites.snapshot(site.output) == before


def test_one_edit_makes_only_the_pages_that_show_it(site):
    """Another body changes the page of its record, the feeds that carry it and the index; no other page is made."""
    replace(site, "tin-tuc/2025/tin-4.md", "\n\n", "\n\nThêm một câu. ")
    done = site.build().outcome
    assert done.read == 1 and "tin-tuc/2025/tin-4/index.html" in done.changed
    assert all("tin-4" in name or name.endswith((".xml", ".json")) for name in done.changed), done.changed
    assert site.differences() == []


@pytest.mark.parametrize(
    ("old", "new"), [("Tóm tắt 4.", "Tóm tắt khác."), ("Tin số 4", "Tin khác"), ("tóm tắt:", "tít dẫn: Trên\ntóm tắt:")]
)
def test_a_field_that_only_the_own_page_shows_reaches_it(site, old, new):
    """A page is made again when its own record has changed, although nothing that it looks up has."""
    replace(site, "tin-tuc/2025/tin-4.md", old, new)
    assert site.differences() == []


def test_news_turns_the_age_of_a_model_and_of_no_other(site):
    """News of the day from which a model counts as not reviewed makes that model's page again; the next news makes no model's page."""
    replace(site, "mo-hinh/mo-hinh-2.md", "---\n\n", "ngày rà soát: 2024-11-21\n---\n\n")
    replace(site, "mo-hinh/mo-hinh-3.md", "---\n\n", "ngày rà soát: 2025-11-21\n---\n\n")
    assert site.build().outcome
    for day, turned in (("2026-11-21", {"mo-hinh/mo-hinh-2/index.html"}), ("2026-11-22", set())):
        text = (site.content / "tin-tuc/2025/tin-4.md").read_text(encoding="utf-8")
        path = site.content / f"tin-tuc/2026/moi-{day}.md"
        path.write_text(re.sub(r"(?m)^ngày: .*", f"ngày: {day}", text), encoding="utf-8")
        done = site.build().outcome
        assert {name for name in done.changed if name.startswith("mo-hinh/mo-hinh-")} == turned, done.changed
    assert site.differences() == [] and site.sound


def test_an_embargo_that_ends_before_the_day_of_its_record_is_told(site):
    """A record whose embargo ends is judged as if it had been read on that day."""
    replace(site, "tin-tuc/2026/hen-ngay.md", "ngày: 2026-11-18", "ngày: 2026-11-27")
    assert site.differences() == [] and site.sound
    site.as_of = "2026-11-25"
    assert site.differences() == [] and not site.sound


def test_a_page_that_takes_the_place_of_another_must_offer_its_headings(site):
    """A link to a heading of an address is dead when another record stands there: pages that name no record are asked too."""
    path = site.content / "trang/gioi-thieu.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n[xem](/tin-tuc/2026/chung/#muc-hai)\n", encoding="utf-8")
    first, second = (site.content / f"tin-tuc/2026/{name}.md" for name in ("mot", "hai"))
    first.write_text(sites.news(91, "2026-04-04", "## Mục hai", "đường dẫn: chung"), encoding="utf-8")
    assert site.differences() == [] and site.sound
    first.unlink()
    second.write_text(sites.news(92, "2026-04-04", "## Mục ba", "đường dẫn: chung"), encoding="utf-8")
    assert site.differences() == [] and not site.sound


def test_a_cited_item_that_is_renumbered_or_gone_turns_the_pages_that_cite_it(site):
    """A citation leads to the item that it names as long as there is one of that label; the search and a link by address know it too."""
    paper, page = "van-ban/2026/30-kh/index.md", site.output / "tin-tuc/2025/tin-4/index.html"
    replace(site, paper, "Đoàn viên trồng 200 cây.", "I. Mục đích\n\nII. Việc\n\n2. Gửi báo cáo.\n\n3. Họp.")
    replace(site, "tin-tuc/2025/tin-4.md", "\n\n", "\n\nTheo mục 2 phần II Kế hoạch số 30-KH/TĐTN-PT. ")
    assert site.build().outcome and '"/van-ban/2026/30-kh/#ii-2"' in page.read_text(encoding="utf-8")
    replace(site, paper, "2. Gửi", "4. Gửi")
    assert site.differences() == [] and '"/van-ban/2026/30-kh/"' in page.read_text(encoding="utf-8")
    assert '"II. 4.","Gửi báo cáo."' in (site.output / "tim-kiem/muc-2026.json").read_text(encoding="utf-8")
    replace(site, "tin-tuc/2025/tin-4.md", "Theo mục", "Xem [mục](/van-ban/2026/30-kh/index.md#ii-4). Theo mục")
    assert site.build().outcome
    replace(site, paper, "4. Gửi báo cáo.\n\n", "")
    assert site.differences() == [] and not site.sound


def test_a_peers_new_catalogue_turns_the_pages_that_cite_it(site):
    """Another copy of what a peer publishes makes again the pages that cite what is not here, and no other record is read."""
    words, page = site.content / "du-lieu", site.output / "tin-tuc/2025/tin-4/index.html"
    (words / "trang-ban.yml").write_text("- tên: Bên\n  địa chỉ: https://ben.example/du-lieu/van-ban.json\n", encoding="utf-8")
    replace(site, "tin-tuc/2025/tin-4.md", "\n\n", "\n\nTheo Hướng dẫn số 99-HD/TĐTN-XX ngày 01/02/2025. ")
    assert site.build().outcome and "ben.example" not in page.read_text(encoding="utf-8")
    row = f'"{citations.key("99", None, "HD/TĐTN-XX")}", "Hướng dẫn 99", "https://ben.example/99/", "Đoàn Bên", "province", "2025-02-01"'
    (words / "trang-ban").mkdir()
    (words / "trang-ban/ben.json").write_text(f"[[{row}]]", encoding="utf-8")
    done = site.build().outcome
    assert done.read == 0 and "tin-tuc/2025/tin-4/index.html" in done.changed and len(done.changed) < 9, done.changed
    assert site.differences() == [] and "https://ben.example/99/" in page.read_text(encoding="utf-8")


def test_a_page_with_a_topic_stands_in_no_feed(site):
    """A page of the editors may carry a topic: its list shows it, the feed of the topic does not."""
    replace(site, "trang/gioi-thieu.md", "tóm tắt:", "chủ đề: [Ba chủ động]\ntóm tắt:")
    assert site.differences() == [] and site.sound
    assert "/gioi-thieu/" in (site.output / "chu-de/ba-chu-dong/index.html").read_text(encoding="utf-8")
    feed = (site.output / addresses.feed("topic", "ba-chu-dong").lstrip("/")).read_text(encoding="utf-8")
    assert "<item>" in feed and "/gioi-thieu/" not in feed


def test_another_library_or_code_makes_everything_again(site, monkeypatch, tmp_path):
    """A package of another version, or another line in our code, leaves nothing to be trusted: all is read and made again."""
    assert site.build().outcome.read == 0
    monkeypatch.setattr(epoch, "packages", lambda: ("markdown-99.dist-info",))
    done = site.build().outcome
    assert done.reasons == ("phiên bản Python hoặc thư viện đã đổi",) and done.read == 27 and done.pages > 50 and not done.changed
    house = tmp_path / "ma-nguon"
    shutil.copytree(sites.ROOT / "plugins", house / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    for path in sites.ROOT.glob("*.py"):
        shutil.copy2(path, house)
    monkeypatch.setattr(epoch, "ROOT", house)
    done = site.build().outcome
    assert done.read == 0 and not done.reasons  # the same bytes elsewhere
    code = house / "plugins/editorial/articles.py"
    code.write_text(code.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    done = site.build().outcome
    assert done.reasons == ("mã nguồn hoặc tệp cấu hình đã đổi",) and done.read == 27 and not done.changed


def test_a_memory_carried_elsewhere_is_still_good(site, tmp_path):
    """Output and memory copied into another clone, where every file is newly written: only what has changed is made."""
    clone = Site(tmp_path / "ban-sao")
    clone.lay(site.files())  # new times, new inodes
    shutil.copytree(site.output, clone.output)
    shutil.copytree(site.cache, clone.cache)
    shutil.copy2(site.memory, clone.memory)
    edits._set(clone.content / "trang/lien-he.md", "lưu ý", "Đã dời nhà")
    done = clone.build().outcome
    assert done.read == 1 and done.changed == ("lien-he/index.html",)
    assert clone.differences() == []


def test_a_memory_without_its_output_spares_the_reading(site, tmp_path):
    """Only the memory was carried over: no file is read again, every page is made."""
    clone = Site(tmp_path / "ban-sao")
    clone.lay(site.files())
    shutil.copytree(site.cache, clone.cache)
    shutil.copy2(site.memory, clone.memory)
    done = clone.build().outcome
    assert done.read == 0 and len(done.changed) == done.files > 100
    assert clone.differences() == []


def test_an_output_without_its_memory_is_taken_over(site):
    """Only the output was carried over: everything is made, nothing is written, what is no longer made goes."""
    site.memory.unlink()
    (site.output / "tin-tuc/cu.html").write_text("cũ", encoding="utf-8")
    names = json.loads((site.root / ".output.ban-ke.json").read_text(encoding="utf-8"))
    (site.root / ".output.ban-ke.json").write_text(json.dumps([*names, "tin-tuc/cu.html"]), encoding="utf-8")
    done = site.build().outcome
    assert done.changed == () and done.gone == ("tin-tuc/cu.html",) and done.read == 27
    assert site.differences() == []
