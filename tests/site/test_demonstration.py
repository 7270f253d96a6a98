"""The demonstration site as it is built: whole, light, the same everywhere, and nothing private in it."""

import gzip
import json
import re
import shutil
import unicodedata
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import jsonschema
import pytest
import referencing
from bs4 import BeautifulSoup

from tests.site import invalid

ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT = 30_000  # bytes of HTML, CSS and JS of one page, each with gzip, without fonts

# Every thread of the demonstration can be followed by clicking: a page and the pages that it leads to.
THREADS = {
    "/mo-hinh/ba-chu-dong-tay-ninh/": ["/mo-hinh/bon-chu-dong-bac-lieu/", "/van-ban/2019/16-hd-tdtn-tckt/"],
    "/mo-hinh/ba-chu-dong-ninh-binh/": ["/mo-hinh/bon-chu-dong-bac-lieu/", "/van-ban/2018/11-hd-tdtn-tckt/"],
    "/mo-hinh/ba-chu-dong-yen-bai/": ["/mo-hinh/bon-chu-dong-bac-lieu/"],
    "/mo-hinh/bon-chu-dong-bac-lieu/": [
        "/mo-hinh/ba-chu-dong-tay-ninh/",
        "/mo-hinh/ba-chu-dong-yen-bai/",
        "/mo-hinh/ba-chu-dong-ninh-binh/",
    ],
    "/mo-hinh/mot-cong-hai-tay-ninh/": ["/mo-hinh/mot-cong-hai-binh-thuan/"],
    "/mo-hinh/mot-cong-hai-binh-thuan/": ["/mo-hinh/mot-cong-hai-tay-ninh/"],
    "/van-ban/2019/08-kl-twdtn-btc/": ["/van-ban/2019/92-kh-tdtn-tckt/", "/van-ban/2019/138-kh-tdtn-tckt/"],
    "/van-ban/2019/92-kh-tdtn-tckt/": ["/van-ban/2019/08-kl-twdtn-btc/"],
    "/van-ban/2019/138-kh-tdtn-tckt/": ["/van-ban/2019/08-kl-twdtn-btc/"],
    "/mo-hinh/chi-doan-khu-nha-tro-ninh-binh/": ["/mo-hinh/chi-doan-khu-nha-tro-ben-cu/", "/mo-hinh/mach/chi-doan-khu-nha-tro/"],
    "/mo-hinh/": ["/mo-hinh/mach/"],
    "/mo-hinh/mach/": ["/mo-hinh/mach/3-chu-dong/", "/mo-hinh/mach/mot-cong-hai/"],
    "/mo-hinh/mach/3-chu-dong/": [
        "/mo-hinh/bon-chu-dong-bac-lieu/",
        "/mo-hinh/ba-chu-dong-yen-bai/",
        "/mo-hinh/ba-chu-dong-tay-ninh/",
        "/van-ban/2018/11-hd-tdtn-tckt/",
        "/dia-ban/tinh-yen-bai/",
        "/tin-tuc/2018/yen-bai-lam-diem-3-chu-dong/",
    ],
}


def pages(site: Path) -> list[Path]:
    """Every page of the site."""
    return sorted(site.rglob("*.html"))


def hrefs(path: Path) -> set[str]:
    """The addresses of this site that a page links to."""
    return {unquote(urlsplit(unescape(h)).path) for h in re.findall(r'<a [^>]*href="([^"]*)"', path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("start", THREADS)
def test_threads_are_followed_by_clicking(site, start):
    """A model or document of a thread leads to the others of it."""
    assert set(THREADS[start]) <= hrefs(site / start.strip("/") / "index.html")


def test_every_page_is_light(site):
    """No page needs more than 30 kB of HTML, CSS and JS over the wire."""
    size = {p: len(gzip.compress(p.read_bytes(), mtime=0)) for p in (*pages(site), *site.glob("theme/*.css"), *site.glob("theme/*.js"))}
    for page in pages(site):
        named = re.findall(r'(?:href|src)="(/theme/[^"]+\.(?:css|js))"', page.read_text(encoding="utf-8"))
        assert size[page] + sum(size[site / name.lstrip("/")] for name in set(named)) < LIMIT, page


def test_pages_hold_no_inline_style_or_script(site):
    """Every page works under default-src 'self': no style attribute, no style element, no inline script but data."""
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<[a-z][^>]*\s(?:style|on[a-z]+)=", text), page
        assert "<style" not in text and not re.search(r"<script(?![^>]*(?:\ssrc=|application/ld\+json))", text), page


def test_all_text_is_nfc_and_vietnamese(site):
    """Pages are in NFC and say that they are in Vietnamese."""
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text) and '<html lang="vi">' in text, page


def test_pages_have_titles_of_their_own(site):
    """No two pages that search engines may list share a title."""
    titles = {}
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        if 'content="noindex"' not in text:
            title = re.search(r"<title>(.*?)</title>", text)[1]
            assert titles.setdefault(title, page) == page, (title, page)


def test_json_ld_is_whole(site):
    """All data for machines in the pages can be read."""
    kinds = set()
    for page in pages(site):
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(encoding="utf-8"), re.S):
            kinds.add(json.loads(data)["@type"])
    assert kinds >= {"NewsArticle", "Legislation", "HowTo", "BreadcrumbList", "WebSite"}


def test_every_feed_is_read_without_complaint(site):
    """feedparser reads every feed: items with title, link, permanent id and date, newest first."""
    feeds = sorted((site / "rss").glob("*.xml"))
    assert len(feeds) > 20
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo and feed.feed.language == "vi", path
        days = [entry.published_parsed for entry in feed.entries]
        assert all(days) and all(e.title and e.link and e.id.startswith("tag:") for e in feed.entries), path


def test_enclosures_tell_the_true_length(site):
    """What a feed says of a file's length is what the file has."""
    entries = feedparser.parse((site / "rss/tat-ca.xml").read_bytes()).entries
    enclosures = [e for entry in entries for e in entry.enclosures]
    assert enclosures
    for enclosure in enclosures:
        assert int(enclosure.length) == (site / unquote(urlsplit(enclosure.href).path).lstrip("/")).stat().st_size


def test_every_demonstration_record_says_what_it_is(site):
    """Records of the fictional province say that they are invented; all others name their source."""
    content = ROOT / "content"
    for path in (*content.glob("tin-tuc/*/*.md"), *content.glob("mo-hinh/*.md"), *content.glob("van-ban/*/*/index.md")):
        head = path.read_text(encoding="utf-8").split("\n---\n")[0]
        assert re.search(r"^nguồn:", head, re.M) or "hư cấu" in head, path


def test_tables_can_be_reached_by_keyboard(site):
    """Whatever scrolls sideways takes the focus and has a name; a comparison never does: its columns stack."""
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        if "<table" in text:
            for table in BeautifulSoup(text, "html.parser").select("table:not(.comparison)"):
                frame = table.find_parent(tabindex="0")
                assert frame and frame.get("aria-label"), page


def build(run_tasks, content: Path, folder: Path, **environment) -> Path:
    """A build of a content folder with its own cache, under the given environment."""
    done = run_tasks(
        "build", "--content", content, "--output", folder / "trang", "--cache", folder / "cache", "--as-of", invalid.AS_OF, **environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "trang"


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_same_bytes_under_any_environment(tmp_path, run_tasks):
    """Two builds with other hash seeds, time zones, languages, cache and checkout times give the same bytes."""
    shutil.copytree(ROOT / "content", tmp_path / "mot/content")
    shutil.copytree(ROOT / "content", tmp_path / "hai/content", copy_function=shutil.copyfile)
    first = build(run_tasks, tmp_path / "mot/content", tmp_path / "mot", PYTHONHASHSEED="1", TZ="UTC", LANG="C.UTF-8")
    second = build(run_tasks, tmp_path / "hai/content", tmp_path / "hai", PYTHONHASHSEED="2", TZ="America/New_York", LANG="en_US.UTF-8")
    assert files(first) == files(second)


def test_nothing_private_reaches_the_output(tmp_path, run_tasks):
    """Drafts and records under embargo leave no word, file or address anywhere in the output; on their day they appear."""
    content = invalid.lay(None, tmp_path)
    hidden = content / "van-ban/2026/99-kh"
    hidden.mkdir(parents=True)
    sheet = (content / "van-ban/2026/12-kh/index.md").read_text(encoding="utf-8").replace('"12"', '"99"')
    sheet = sheet.replace("Tổ chức Tháng Thanh niên", "Kế hoạch chưa công bố")
    (hidden / "index.md").write_text(
        sheet.replace("hiệu lực:", "đăng từ: 2026-12-01\ntệp:\n  - tệp: 99-kh.zip\n    tên: Bản mật\nhiệu lực:"), encoding="utf-8"
    )
    (hidden / "99-kh.zip").write_bytes(b"PK\x03\x04 bi mat")
    draft = (content / "mo-hinh/vuon-uom.md").read_text(encoding="utf-8").replace("Vườn ươm xanh", "Mô hình chưa công bố")
    (content / "mo-hinh/nhap.md").write_text(draft.replace("thí điểm", "nháp"), encoding="utf-8")
    made = files(build(run_tasks, content, tmp_path))
    told = "\n".join(made) + b"\n".join(made.values()).decode("utf-8", "replace")
    assert "chưa công bố" not in told and "99-kh" not in told and "bi mat" not in told
    done = run_tasks("build", "--content", content, "--output", tmp_path / "sau", "--cache", tmp_path / "cache", "--as-of", "2026-12-01")
    assert done.returncode == 0 and "van-ban/2026/99-kh/99-kh.zip" in files(tmp_path / "sau")


def test_site_under_a_path_keeps_its_links(tmp_path, run_tasks):
    """A site mounted below a path links only below that path."""
    content = invalid.lay(None, tmp_path)
    done = run_tasks(
        "build",
        "--content",
        content,
        "--output",
        tmp_path / "trang",
        "--cache",
        tmp_path / "cache",
        "--as-of",
        invalid.AS_OF,
        "--url",
        "https://vi-du.example/doan",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for page in pages(tmp_path / "trang"):
        for href in re.findall(r'\s(?:href|src|action)="(/[^"]*)"', page.read_text(encoding="utf-8")):
            assert href.startswith("/doan/"), (page, href)


def test_open_data_fit_their_schemas(site):
    """Every published set, every year of it and every document's own JSON are valid by the published schemas (draft 2020-12)."""
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((site / "du-lieu").glob("*.schema.json"))]
    for schema in schemas:
        jsonschema.Draft202012Validator.check_schema(schema)
    known = referencing.Registry().with_resources((s["$id"], referencing.Resource.from_contents(s)) for s in schemas)

    def check(path: Path, schema_id: str) -> dict:
        data = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator({"$ref": schema_id}, registry=known).validate(data)
        return data

    lists = [path for path in (site / "du-lieu").rglob("*.json") if b'"records":[' in path.read_bytes()[:2000]]
    assert len(lists) > 4
    for path in lists:
        data = check(path, json.loads(path.read_text(encoding="utf-8"))["schema"])
        assert data["count"] == len(data["records"])
    one = next(s["$id"] for s in schemas if s["$id"].endswith("/du-lieu/van-ban.schema.json"))
    own = sorted((site / "van-ban").glob("*/*/du-lieu.json"))
    everything = json.loads((site / "du-lieu" / "van-ban.json").read_text(encoding="utf-8"))["records"]
    assert sorted(check(path, one)["url"] for path in own) == sorted(row["url"] for row in everything)
