"""The page of a model: every figure leads to its source, its life is a line, its age is told, its sheet can be printed."""

from dataclasses import replace

import pytest

from plugins import showcase
from plugins.context import tracing
from plugins.domain import addresses
from plugins.domain.dates import read
from plugins.domain.parts import Milestone, Period, Picture, Pilot, Reference, Replication, Result, Source, Step, Yearly
from plugins.showcase import figures, models, qr
from tests.plugins import small_site
from tests.plugins.small_site import document, model, news

NEWS, PAPER = "tin-tuc/2026/trong-cay", "van-ban/2025/12-kh"


def view(record, *others):
    """The page of a model among other records."""
    return models.model(record, small_site.build(record, *others))


def figure(**changes) -> Result:
    return replace(Result("Chi đoàn áp dụng", 14, read("2019"), of=21, unit="chi đoàn"), **changes)


def test_every_figure_leads_to_its_source():
    """A figure names its own news or document; without one, the source of the page; without that, the news of the model."""
    told = (figure(source=Reference(NEWS)), figure(source=Reference(PAPER)), figure())
    page = view(model(results=told, source=Source("Bài ngày 22/10/2018")), news(), document())
    assert [(r.source.text, r.source.href) for r in page.results] == [
        ("Tin ngày 05/03/2026", "/tre/tin-tuc/2026/trong-cay/"),
        ("Kế hoạch 12-KH/TĐTN-TCKT", "/tre/van-ban/2025/12-kh/"),
        ("Nguồn ở cuối trang", f"#{figures.SOURCE}"),
    ]
    assert view(model(results=(figure(),), evidence=(Reference(NEWS),)), news()).results[0].source.href == f"#{figures.NEWS}"
    assert view(model(results=(figure(),))).results[0].source is None


def test_how_far_a_model_went_leads_to_its_source():
    """A figure of spread leads to the document that ordered it, else to the source of the page."""
    spread = Replication("branch", 4, read("2022"), of=11)
    told = (spread, replace(spread, level="commune", document=Reference(PAPER)))
    first, second = view(model(replication=told, source=Source("Bài ngày 22/10/2018")), document()).replication
    assert first.source.href == f"#{figures.SOURCE}" and not first.document
    assert second.document.href == "/tre/van-ban/2025/12-kh/" and not second.source


def test_the_anchors_of_sources_stand_on_the_page():
    """Where a figure leads within its page, there is something."""
    build = small_site.build(model(results=(figure(),), source=Source("Bài ngày 22/10/2018"), evidence=(Reference(NEWS),)), news())
    text = small_site.rendered(build, small_site.written(showcase.ADAPTER, build)["/mo-hinh/ba-chu-dong/"])
    assert f'id="{figures.SOURCE}"' in text and f'id="{figures.NEWS}"' in text and f'href="#{figures.SOURCE}"' in text


@pytest.mark.parametrize(
    ("found", "drawn", "yearly"),
    [
        (figure(), "14 trên", False),
        (figure(before=9), "Tăng 5.", False),
        (figure(series=(Yearly(read("2018"), 6), Yearly(read("2019"), 14))), "năm 2018: 6; năm 2019: 14", True),
        (figure(of=None), "", False),
    ],
)
def test_a_figure_is_drawn_when_there_is_something_to_compare(found, drawn, yearly):
    """A part of a whole, before and after, years: each its drawing; a lone figure has none, and all stand in the table."""
    page = view(model(results=(found,)))
    (result,) = page.results
    assert bool(result.drawing) == bool(drawn) and result.yearly == yearly
    assert not drawn or drawn.replace("14 trên", "14/21 (66,67%)") in result.drawing.description
    assert page.results_table.rows[0][:2] == (("Chi đoàn áp dụng", ""), ("14", ""))


def test_a_life_is_told_from_the_record():
    """Milestones, documents that ordered it, spread and the first day make the line, each once, with its source."""
    told = model(
        milestones=(Milestone(read("2018-10"), "Sáu đơn vị làm điểm", "pilot", Reference(NEWS)),),
        directives=(Reference(PAPER),),
        replication=(Replication("district", 17, read("2022-11-09"), of=17),),
        period=Period(read("2018-06")),
        source=Source("Bài ngày 22/10/2018"),
    )
    rows = [[cell.text for cell in row] for row in view(told, news(), document()).life.table.rows]
    assert rows == [
        ["1. 06/2018", "Bắt đầu thực hiện", "Nguồn ở cuối trang"],
        ["2. 10/2018", "Sáu đơn vị làm điểm – giai đoạn thí điểm", "Tin ngày 05/03/2026"],
        ["3. 09/11/2022", "Nhân rộng: 17/17 huyện (100%)", "Nguồn ở cuối trang"],
        ["4. 10/02/2025", "Ban hành Kế hoạch 12-KH/TĐTN-TCKT", "Văn bản"],
    ]
    assert view(model(period=Period(read("2018")))).life is None


def test_age_is_told_two_years_after_the_last_review():
    """A page says that it has not been reviewed when the newest record is two years younger, and never of an ended model."""
    told = model(reviewed_on=read("2024-03-05"))
    assert any("05/03/2024" in n.text for n in view(told, news(day="2026-03-05")).notices)
    for page in (view(told, news(day="2026-03-04")), view(replace(told, status="ended"), news(day="2026-03-05"))):
        assert not any("rà soát" in n.text for n in page.notices)


def test_age_depends_on_one_day_alone():
    """The page asks whether that one day has been reached, and no list of records: newer news leaves it as it is."""
    told = model(reviewed_on=read("2024-03-05"))
    build = small_site.build(told, news())
    with build.trace.reading() as cells:
        models.model(told, build)
    assert {c for c in cells if c.startswith(tracing.SINCE)} == {"w:2026-03-05"}
    assert not {c for c in cells if c.startswith(tracing.LIST)}


def test_consent_is_told_without_its_words():
    """A page says that consent was given, not by whom."""
    page = view(model(photos=(Picture("anh/cay.jpg", "Học sinh trồng cây", consent="Gia đình em An đồng ý ngày 2026-03-01"),)))
    assert "đồng ý" in page.consent and "An" not in page.consent
    assert view(model(photos=(Picture("anh/cay.jpg", "Cây"),))).consent == ""


def test_at_a_glance_tells_how_wide():
    """The latest figure of each level stands at a glance, with its day."""
    told = (
        Replication("district", 3, read("2021")),
        Replication("district", 17, read("2022-11"), of=17),
        Replication("branch", 4, read("2022")),
    )
    facts = {fact.label: [v.text for v in fact.values] for fact in view(model(replication=told, pilot=Pilot("Hai xã", 2, "xã"))).facts}
    assert facts["Quy mô"] == ["17/17 huyện (100%), tính đến 11/2022", "4 chi đoàn, tính đến 2022", "Các mô hình ở từ 10 đến 49 nơi"]


def test_a_sheet_belongs_to_a_model_with_steps():
    """Where the steps are told there is a sheet with boxes, a QR code, and no robots; where not, the page leads to none."""
    told = model(steps=(Step("Khảo sát", "Hỏi từng người", "Một cuốn sổ"),), limits=("a", "b", "c", "d", "e"), resources=("Bút",))
    build = small_site.build(told)
    sheet = small_site.written(showcase.ADAPTER, build)[addresses.checklist(told)]
    text = small_site.rendered(build, sheet)
    assert not sheet.index and text.count("ticks-box") == 2 and "Bước 1. Khảo sát" in text and "còn nêu 1 hạn chế khác" in text
    assert "https://doan.example/tre/mo-hinh/ba-chu-dong/" in text
    assert view(told).checklist.href == "/tre/mo-hinh/ba-chu-dong/lam-theo/"
    bare = small_site.build(model())
    assert addresses.checklist(model()) not in small_site.written(showcase.ADAPTER, bare) and view(model()).checklist is None


def test_a_code_paints_just_its_modules():
    """The path of a QR code paints the dark modules of the symbol, with four white ones around, and the same for the same address."""
    import re

    import segno

    address = "https://tinhdoanmau.example/mo-hinh/ba-chu-dong/"
    made = qr.code(address)
    painted = set()
    for x, y, long in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", made.path):
        painted |= {(int(x) + n, int(y)) for n in range(int(long))}
    rows = segno.make_qr(address, error="m", boost_error=False, mask=2).matrix
    assert painted == {(x + 4, y + 4) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}
    assert made.size == len(rows) + 8 and made == qr.code(address)
