"""The index of the search and the page around it: what the browser is given to search."""

import json

import pytest

from plugins import search
from plugins.domain import words
from plugins.domain.dates import read
from plugins.domain.records import Page
from plugins.editorial import directive
from plugins.search.names import spellings
from tests.plugins import small_site
from tests.plugins.small_site import document, model, news, records, rendered, written

NO_YEAR = ("chi-muc.json", "chi-muc-danh-sach.json")


def index(*given, **site) -> dict[str, dict]:
    """The JSON files of the index by name."""
    outputs = written(search.ADAPTER, small_site.build(*given, **site))
    return {a.removeprefix("/tim-kiem/"): json.loads(o.content()) for a, o in outputs.items() if a.endswith(".json")}


def directive_of(text: str, key: str = "van-ban/2025/12-kh"):
    """Bodies of records: that of one document is of this text, the others are empty."""

    def body(record):
        return directive.convert(text, "", 1, record, small_site.vocabulary())[0] if record.key == key else small_site.EMPTY

    return body


def entry(record) -> dict:
    """The one entry of a record, its words written out."""
    (shard,) = (data for name, data in index(record).items() if name not in NO_YEAR and not name.startswith("muc-"))
    (found,) = shard["entries"]
    return found | {"w": " ".join(shard["words"][at] for at in found.get("w", ()))}


def test_manifest_names_every_year_newest_first():
    """The manifest names all years with their number of records, the newest first, those without a year last."""
    given = (news(), news("tin-tuc/2024/cu", "2024-01-01"), document(), document("van-ban/2013/cu", None), model())
    files = index(*given)
    *shards, lists = files["chi-muc.json"]["shards"]
    assert (lists["href"], lists["count"]) == ("/tre/tim-kiem/chi-muc-danh-sach.json", 0)
    assert [(s["year"], s["count"]) for s in shards] == [("2026", 1), ("2025", 1), ("2024", 1), ("2013", 1), ("khac", 1)]
    assert [s["href"] for s in shards] == [f"/tre/tim-kiem/chi-muc-{s['year']}.json" for s in shards]
    assert all(len(files[f"chi-muc-{s['year']}.json"]["entries"]) == s["count"] for s in shards)


def test_newest_stands_first_in_its_year():
    """Within a year the newest record comes first."""
    days = ["2026-03-01", "2026-05-01", "2026-04-01"]
    entries = index(*(news(f"tin-tuc/2026/{day}", day) for day in days))["chi-muc-2026.json"]["entries"]
    assert [e["d"] for e in entries] == ["01/05/2026", "01/04/2026", "01/03/2026"]


def test_entry_says_what_a_result_shows():
    """An entry carries title, address below the site's path, kind, day, number as printed and a summary."""
    paper, story = entry(document(summary="Tháng Ba.")), entry(news())
    assert (paper["t"], paper["a"], paper["k"]) == ("Kế hoạch Tổ chức Tháng Thanh niên", "/tre/van-ban/2025/12-kh/", "document")
    assert (paper["n"], paper["d"], paper["s"]) == ("12-KH/TĐTN-TCKT", "10/02/2025", "Tháng Ba.")
    assert (story["k"], story["s"]) == ("news", "Hai trăm đoàn viên ra quân.") and "n" not in story


def test_nothing_missing_is_invented():
    """A document without number and day has neither in the index."""
    assert not {"n", "d"} & entry(document("van-ban/2013/cu", None, number=None, as_printed="")).keys()


def test_summaries_are_short():
    """No summary in the index is longer than 160 characters, and none is cut within a word."""
    summary = entry(news(summary="tình nguyện " * 40))["s"]
    assert len(summary) <= 160 and summary.endswith(("tình…", "nguyện…"))


def test_records_are_found_by_their_words():
    """Category, type with its code, organ, place, topic, field, kicker and a model's other names lead to a record."""
    story = entry(news(topics=("3-chu-dong",), units=("tinh-doan-mau",), places=("tinh-mau",), kicker="Tháng Ba"))["w"]
    assert all(name in story for name in ("Tình nguyện", "3 chủ động", "Tỉnh đoàn Mẫu", "Đoàn tỉnh", "Tỉnh Mẫu", "Tháng Ba"))
    assert all(name in entry(document())["w"] for name in ("Kế hoạch", "KH", "Tỉnh đoàn Mẫu", "Tỉnh Mẫu"))
    assert all(name in entry(model(aliases=("Ba tự",)))["w"] for name in ("Xây dựng Đoàn", "Ba tự", "Tỉnh Xưa"))


def test_old_names_find_the_successor_and_the_other_way_round():
    """Records of a unit that was taken over are found by the new name, and those of the new one by the old name."""
    assert "Tỉnh đoàn Mẫu" in entry(model())["w"] and "Tỉnh Mẫu" in entry(model())["w"]
    assert "Tỉnh đoàn Xưa" in entry(document())["w"] and "Tỉnh Xưa" in entry(document())["w"]


def test_names_pass_through_several_successors():
    """Names are found along a whole chain of successors; the two forerunners of one unit stay apart; a ring ends."""
    places = (
        "- {tên: A, kế tục: B}\n- {tên: B, kế tục: C}\n- {tên: C}\n- {tên: D, kế tục: C}\n- {tên: E, kế tục: F}\n- {tên: F, kế tục: E}\n"
    )
    found = spellings(words.read({"dia-ban.yml": places}, "content")[0], "places")
    assert found == {"a": "A · B · C", "b": "B · A · C", "c": "C · B · D · A", "d": "D · C", "e": "E · F", "f": "F · E"}


def test_pages_of_the_editors_are_found():
    """Pages such as “Liên hệ” stand among the records without a year."""
    page = Page(key="trang/lien-he", path="content/trang/lien-he.md", title="Liên hệ", summary="Gọi cho ai.", slug="lien-he")
    assert entry(page)["a"] == "/tre/lien-he/"


@pytest.mark.parametrize("changes", [{"embargo": read("2026-11-24")}, {"note": "Lời nhắn"}])
def test_index_holds_only_what_results_show(changes):
    """What a result does not show and is not found by never reaches the index."""
    assert entry(news(**changes)) == entry(news())


def test_lists_are_found_by_their_own_name():
    """Every list page written before stands in the index by its title, a unit by its old names too."""
    build = small_site.build(news())
    build.listed = lambda: [("/don-vi/tinh-doan-mau/", "Tỉnh đoàn Mẫu")]
    lists = json.loads(written(search.ADAPTER, build)["/tim-kiem/chi-muc-danh-sach.json"].content())
    assert lists["entries"] == [{"t": "Tỉnh đoàn Mẫu", "a": "/tre/don-vi/tinh-doan-mau/", "k": "list", "w": [0]}]
    assert "Tỉnh đoàn Xưa" in lists["words"][0]


def test_documents_are_found_inside():
    """Every item of a document stands in the index of its year with anchor, printed label and first words; the manifest leads there."""
    text = "I. Mục đích\n\n2. Yêu cầu\n\n2.1. Gọn.\n\n- nhẹ\n\nNơi nhận:\n\n- Lưu."
    found = index(document(), document("van-ban/2024/trong", "2024-02-10"), news(), body=directive_of(text))
    assert found["muc-2025.json"] == {"/tre/van-ban/2025/12-kh/": [
        ["i", "I.", "Mục đích"], ["i-2", "I. 2.", "Yêu cầu"], ["i-2-1", "I. 2.1.", "Gọn. nhẹ"]]}  # fmt: skip
    assert found["muc-2024.json"] == {}
    shards = found["chi-muc.json"]["shards"]
    assert [[tuple(part.values()) for part in shard.get("inside", ())] for shard in shards] == [
        [], [("/tre/tim-kiem/muc-2025.json", 1)], [("/tre/tim-kiem/muc-2024.json", 1)], []]  # fmt: skip


def test_a_shard_of_passages_reads_documents_of_its_year_only():
    """What is looked at for a part of the passages of a year are its documents alone: news, other parts and years never renew it."""
    build = small_site.build(document(), document("van-ban/2024/cu", "2024-02-10"), news("tin-tuc/2025/tin", "2025-01-01"))
    output = written(search.ADAPTER, build)["/tim-kiem/muc-2025.json"]
    with build.trace.reading() as cells:
        output.content()
    assert cells == {"r:van-ban/2025/12-kh", "b:van-ban/2025/12-kh"}


def test_a_busy_year_is_loaded_in_parts():
    """The passages of a year of many documents are several files, newest first in the manifest; each document stands in one of them."""
    many = [document(f"van-ban/2025/{n}-kh", f"2025-{n % 12 + 1:02}-05", number=str(n), title=f"Việc {n}") for n in range(1, 301)]
    found = index(*many, body=lambda record: directive.convert("1. Trồng cây.", "", 1, record, small_site.vocabulary())[0])
    parts = {name: data for name, data in found.items() if name.startswith("muc-")}
    assert len(parts) > 2 and max(map(len, parts.values())) <= 200
    assert sorted(address for part in parts.values() for address in part) == sorted(f"/tre/van-ban/2025/{n}-kh/" for n in range(1, 301))
    (shard,) = (one for one in found["chi-muc.json"]["shards"] if "inside" in one)
    told = [(part["href"].rpartition("/")[2], part["documents"]) for part in shard["inside"]]
    names = ["muc-2025.json", *(f"muc-2025-{n}.json" for n in range(len(parts) - 1, 0, -1))]
    assert told == [(name, len(parts[name])) for name in names]


def test_same_records_give_same_bytes():
    """The index of the same records in another order is the same byte for byte."""
    first, second = ({a: o.content() for a, o in written(search.ADAPTER, small_site.build(*given)).items() if a.endswith(".json")}
                     for given in (records(), reversed(records())))  # fmt: skip
    assert first == second


def test_search_page_works_without_javascript():
    """The page has the form, the script's places, and links to every list that exists and to none that does not."""
    build = small_site.build(*records())
    html = rendered(build, written(search.ADAPTER, build)["/tim-kiem/"])
    for part in ('action="/tre/tim-kiem/"', 'data-manifest="/tre/tim-kiem/chi-muc.json"', 'id="search-form"', 'id="search-query"',
                 'id="search-status"', 'id="search-results"', 'src="/tre/theme/search-'):  # fmt: skip
        assert part in html
    for address in ("/van-ban/nam/2025/", "/tin-tuc/tinh-nguyen/", "/mo-hinh/linh-vuc/xay-dung-doan/", "/chu-de/3-chu-dong/", "/so-do/"):
        assert f'href="/tre{address}"' in html
    assert "/tin-tuc/guong-sang/" not in html
