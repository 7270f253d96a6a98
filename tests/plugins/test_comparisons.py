"""Models side by side: the prepared pages, the page for any choice, and the small files that its script reads."""

import json
from dataclasses import replace

import pytest

from plugins import showcase
from plugins.domain.dates import read
from plugins.domain.parts import Period, Reference, Replication, Result, Source, Step
from plugins.domain.records import Comparison
from plugins.showcase import comparing, comparisons, data
from tests.domain import sample
from tests.plugins.small_site import build, document, model, news, rendered, written

STORY = Reference("tin-tuc/2026/trong-cay")
FULL = model(
    problem="Ở xa chi đoàn.",
    audience=("Chi đoàn", "Đoàn viên ở trọ"),
    period=Period(read("2018-06"), None),
    steps=(Step("Hỏi", "Từng phòng", "2 người"), Step("Họp")),
    results=(Result("Chi đoàn", 14, read("2024-11-20"), of=21, source=STORY),),
    replication=(Replication("commune", 17, read("2022-11"), of=18, document=Reference("van-ban/2025/12-kh")),),
    limits=("Thiếu <b>người</b>",),
)
BARE = replace(model("mo-hinh/ao-ca"), name="Ao cá", title="Ao cá", results=(Result("Hộ", 9, read("2023")),), source=Source("Bài báo"))


def site(*more):
    """A build with two models, what they name, and a comparison of them."""
    values = {"name": "Hai nơi", "title": "Hai nơi", "summary": "Hai cách.", "slug": "hai-noi"}
    one = Comparison(
        key="so-sanh/hai-noi", path="content/so-sanh/hai-noi.md", compares=(Reference(FULL.key), Reference(BARE.key)), **values
    )
    return build(news(), document(), FULL, BARE, one, *more)


@pytest.mark.parametrize(
    ("models", "code"),
    [
        ("[mo-hinh/a]", "so-sanh-thieu"),
        ("[mo-hinh/a, mo-hinh/b, mo-hinh/c, mo-hinh/d, mo-hinh/e]", "so-sanh-thua"),
        ("[mo-hinh/a, mo-hinh/b, mo-hinh/a]", "so-sanh-lap"),
    ],
)
def test_two_to_four_models_are_compared(models, code):
    """One model, five, and the same twice are told with their line."""
    assert [(p.code, p.line > 1) for p in sample.read("so-sanh/a", mô_hình=models).problems] == [(code, True)]


def test_a_comparison_asks_each_model_the_same():
    """Each row is a question with an answer of every model, in the order of the columns; what nobody answers has no row."""
    view = written(showcase.ADAPTER, site())["/mo-hinh/so-sanh/hai-noi/"].view()
    assert [(m.name, m.href) for m in view.models] == [("Ba chủ động", "/tre/mo-hinh/ba-chu-dong/"), ("Ao cá", "/tre/mo-hinh/ao-ca/")]
    told = {row.label: [[one.text for one in cell] for cell in row.cells] for row in view.rows}
    assert told["Cho ai"] == [["Chi đoàn", "Đoàn viên ở trọ"], []] and told["Từ khi nào"] == [["Từ 06/2018 đến nay"], []]
    assert told["Các bước"] == [["Hỏi: Từng phòng", "Họp"], []] and told["Cần có"] == [["Hỏi: 2 người"], []]
    assert "Liên hệ" not in told and "Kinh nghiệm" not in told
    (result,), (other,) = next(row.cells for row in view.rows if row.label == "Kết quả")
    assert result.text == "Chi đoàn: 14 trên 21 (66,67%), tính đến 20/11/2024" and result.source.href == "/tre/tin-tuc/2026/trong-cay/"
    assert other.source.href == "/tre/mo-hinh/ao-ca/#nguon_cua-trang", "a place on the model's page is led to from here"
    (spread,), _ = next(row.cells for row in view.rows if row.label == "Quy mô")
    assert spread.text.startswith("17/18 cơ sở (94,44%)") and spread.source.href == "/tre/van-ban/2025/12-kh/"


def test_a_comparison_stays_a_table_for_screen_readers():
    """Every cell has its row's and its column's header, under roles that outlive any display; text of editors is no markup."""
    made = site()
    page = rendered(made, written(showcase.ADAPTER, made)["/mo-hinh/so-sanh/hai-noi/"])
    assert page.count('scope="col" role="columnheader"') == 3 and page.count('role="rowheader"') * 2 == page.count('role="cell"')
    assert "Thiếu &lt;b&gt;người&lt;/b&gt;" in page and "Hồ sơ chưa ghi" in page


def test_the_script_reads_the_same_words():
    """The file beside a model's page holds its column of the prepared comparison, answer by answer, also the empty ones."""
    made = site()
    told = json.loads(written(showcase.ADAPTER, made)["/mo-hinh/ba-chu-dong/so-sanh.json"].content())
    assert (told["name"], told["place"], told["href"]) == ("Ba chủ động", "Tỉnh Xưa", "/tre/mo-hinh/ba-chu-dong/")
    questions = comparing.rows((), made)
    assert len(told["cells"]) == len(questions) == len(comparing.cells(FULL, made))
    column = {row.label: cell for row, cell in zip(questions, told["cells"], strict=True)}
    assert column["Kết quả"] == [
        ["Chi đoàn: 14 trên 21 (66,67%), tính đến 20/11/2024", "Tin ngày 05/03/2026", "/tre/tin-tuc/2026/trong-cay/"]
    ]
    assert column["Hạn chế"] == [["Thiếu <b>người</b>"]] and column["Liên hệ"] == []


def test_names_are_told_without_reading_records():
    """The names that the script offers are put together from the data of the models."""
    made = site()
    members = [data.of_model(FULL, made), data.of_model(BARE, made)]
    made.gathering = lambda of, cut, arrange: arrange(map(cut, members))
    with made.trace.reading() as cells:
        told = json.loads(comparisons.names(made).content())
    assert [row[:2] for row in told] == [["ao-ca", "Ao cá"], ["ba-chu-dong", "Ba chủ động"]] and all(len(row) == 4 for row in told)
    assert not [cell for cell in cells if cell.startswith("r:")]


def test_a_model_leads_to_its_comparisons():
    """The page of a model names the prepared comparisons that it stands in; the page for any choice lists them all."""
    made = site()
    pages = written(showcase.ADAPTER, made)
    view = pages["/mo-hinh/ao-ca/"].view()
    assert [(link.text, link.href) for link in view.comparisons] == [("Hai nơi", "/tre/mo-hinh/so-sanh/hai-noi/")]
    assert view.compare == "/tre/mo-hinh/so-sanh/?m=ao-ca"
    page = rendered(made, pages["/mo-hinh/so-sanh/"])
    assert "/tre/mo-hinh/so-sanh/hai-noi/" in page and "<noscript>" in page and 'data-most="4"' in page
