"""What becomes of citing pages when cited documents come, go, are renumbered, renamed or get another name: no page more, no page less."""

import re
import shutil

import pytest

from tests.site import incremental_site as sites
from tests.site.incremental_site import UNITS, Site, narrow

FOLDER = "van-ban/2023/99-hd"
ALIAS = "- cụm từ: Lời dặn chung\n  văn bản: {}\n"


@pytest.fixture
def site(built, tmp_path, monkeypatch) -> Site:
    """The sample site with two pieces of news that cite a document which is not there, by number and by name."""
    narrow(monkeypatch)
    shutil.copytree(built, tmp_path / "nha", dirs_exist_ok=True)
    site = Site(tmp_path / "nha")
    write(site, "tin-tuc/2024/tin-80.md", sites.news(80, "2024-05-05", "Theo Hướng dẫn 99-HD/TĐTN-XX của Tỉnh đoàn Mẫu. Hướng dẫn 99."))
    write(site, "tin-tuc/2024/tin-81.md", sites.news(81, "2024-06-05", "Nhớ Lời dặn chung nhé."))
    aliases = site.content / "du-lieu/ten-goi.yml"
    aliases.write_text(aliases.read_text(encoding="utf-8") + ALIAS.format("99-HD/TĐTN-XX của Tỉnh đoàn Mẫu"), encoding="utf-8")
    assert site.differences() == []
    return site


def write(site: Site, name: str, text: str) -> None:
    (site.content / name).parent.mkdir(parents=True, exist_ok=True)
    (site.content / name).write_text(text, encoding="utf-8")


def cited(number: str = "99", day: str = "2023-04-04", body: str = "Nội dung.") -> str:
    """The file of the cited document."""
    return sites.document(9, number, "HD/TĐTN-XX", day, body, organ=UNITS[0])


def page(site: Site, n: int = 80) -> str:
    return (site.output / f"tin-tuc/2024/tin-{n}/index.html").read_text(encoding="utf-8")


def links(site: Site) -> list[int]:
    """How many links to the document the two pieces of news have in their text."""
    texts = (page(site, n).split("Văn bản liên quan")[0] for n in (80, 81))
    return [len(re.findall(rf'<a href="/{FOLDER}/">(?:Hướng dẫn (?:<span class="symbol">)?99|Lời dặn)', text)) for text in texts]


def test_a_document_that_comes_and_goes_turns_exactly_its_citations(site):
    """New, renumbered, renumbered back, and gone: the citing pages follow, other news stays as it is."""
    assert links(site) == [0, 0] and "chưa có trên trang" in page(site)
    other = (site.output / "tin-tuc/2026/tin-5/index.html").stat().st_mtime_ns
    write(site, f"{FOLDER}/index.md", cited())
    assert site.differences() == [] and links(site) == [2, 1] and "chưa có trên trang" not in page(site)
    write(site, f"{FOLDER}/index.md", cited("98"))
    assert site.differences() == [] and links(site) == [0, 0]
    write(site, f"{FOLDER}/index.md", cited())
    assert site.differences() == [] and links(site) == [2, 1]
    (site.content / "van-ban/2023/99-hd").rename(site.content / "van-ban/2023/ten-moi")
    assert site.differences() == [] and '<a href="/van-ban/2023/ten-moi/">Hướng dẫn <span class="symbol">99-HD' in page(site)
    shutil.rmtree(site.content / "van-ban/2023/ten-moi")
    assert site.differences() == [] and links(site) == [0, 0]
    assert (site.output / "tin-tuc/2026/tin-5/index.html").stat().st_mtime_ns == other


def test_a_twin_makes_a_citation_open(site):
    """When another document of the same number and organ comes, the citation is open; a day in the text settles it again."""
    write(site, f"{FOLDER}/index.md", cited())
    write(site, "van-ban/2022/99-hd/index.md", cited(day="2022-04-04"))
    assert site.differences() == [] and links(site) == [0, 0] and "có thể là của nhiều văn bản" in page(site)
    text = "Theo Hướng dẫn 99-HD/TĐTN-XX ngày 04/4/2023. Hướng dẫn 99."
    write(site, "tin-tuc/2024/tin-80.md", sites.news(80, "2024-05-05", text))
    assert site.differences() == [] and links(site) == [2, 0] and "có thể là của nhiều văn bản" not in page(site)


def test_another_alias_turns_the_texts_that_use_it(site):
    """A name that stands for another document leads there."""
    aliases = site.content / "du-lieu/ten-goi.yml"
    aliases.write_text(
        aliases.read_text(encoding="utf-8").replace("99-HD/TĐTN-XX của Tỉnh đoàn Mẫu", "van-ban/2026/12-kh"), encoding="utf-8"
    )
    assert site.differences() == [] and '<a href="/van-ban/2026/12-kh/">Lời dặn chung</a>' in page(site, 81)


def test_an_edit_of_a_citing_text_touches_the_cited_only_when_its_sentence_changes(site):
    """Words in another sentence of a citing text leave the page of the cited document alone; words in the same one do not."""
    write(site, f"{FOLDER}/index.md", cited())
    assert site.differences() == []
    target = f"{FOLDER}/index.html"
    before = "Theo Hướng dẫn 99-HD/TĐTN-XX của Tỉnh đoàn Mẫu"
    write(site, "tin-tuc/2024/tin-80.md", sites.news(80, "2024-05-05", f"{before}. Hướng dẫn 99.\n\nThêm một đoạn."))
    assert target not in site.build().outcome.changed
    write(site, "tin-tuc/2024/tin-80.md", sites.news(80, "2024-05-05", f"{before}, làm ngay. Hướng dẫn 99.\n\nThêm một đoạn."))
    assert target in site.build().outcome.changed and "làm ngay." in (site.output / target).read_text(encoding="utf-8")


def test_two_texts_that_differ_about_a_day_are_told_until_one_is_mended(site):
    """The warning stands at every build, and goes with the slip or with the text that said otherwise."""

    def told() -> list[str]:
        built = site.build()
        assert built.report == site.clean().report
        return [line for line in built.report if "cho văn bản cùng số" in line]

    right, slip = (f"Chỉ thị 5-CT/TU ngày {day}." for day in ("01/02/2023", "01/02/2022"))
    write(site, "tin-tuc/2024/tin-80.md", sites.news(80, "2024-05-05", right))
    write(site, "tin-tuc/2024/tin-81.md", sites.news(81, "2024-06-05", slip))
    assert len(told()) == len(told()) == 1
    write(site, "tin-tuc/2024/tin-81.md", sites.news(81, "2024-06-05", right))
    assert told() == []
    write(site, "tin-tuc/2024/tin-81.md", sites.news(81, "2024-06-05", slip))
    (site.content / "tin-tuc/2024/tin-80.md").unlink()
    assert told() == []
