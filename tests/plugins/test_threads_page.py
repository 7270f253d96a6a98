"""Threads on pages: models side by side, the way there from each model, old names that lead on, and what is made again when."""

import json

from plugins import search, showcase
from plugins.context import tracing
from plugins.domain.dates import read
from plugins.domain.parts import Milestone, Period, Reference, Replication, Result, Source
from plugins.domain.records import Comparison
from tests.plugins import held
from tests.plugins.small_site import build, document, model, rendered, written

FIRST, SECOND, PAPER = "mo-hinh/bon-chu-dong", "mo-hinh/ba-chu-dong", "van-ban/2025/12-kh"
ADDRESS = "/mo-hinh/mach/bon-chu-dong/"


def first(**changes):
    return model(FIRST, title="Bốn chủ động", milestones=(Milestone(read("2013"), "Có tên"),), components=("Biết việc",), **changes)


def second(**changes):
    figure = Result("Chi đoàn", 14, read("2019"), of=21, unit="chi đoàn", source=Reference(PAPER))
    spread = Replication("commune", 7, read("2020"), of=7)
    values = {"period": Period(read("2018-06")), "derived_from": (Reference(FIRST),), "directives": (Reference(PAPER),)}
    values |= {"results": (figure,), "replication": (spread,), "components": ("Biết việc", "Gặp cấp ủy"), "source": Source("Bài báo")}
    return model(SECOND, place="tinh-mau", note="Trích", **values | changes)


def test_models_stand_side_by_side():
    """Each row tells year, place, documents and figures; every figure leads to its source, if need be on the model's own page."""
    made = build(first(), second(), document())
    view = written(showcase.ADAPTER, made)[ADDRESS].view()
    assert view.title == "Mạch của Bốn chủ động" and [row.number for row in view.rows] == [1, 2]
    assert view.compare[-1].href == "/tre/mo-hinh/so-sanh/?m=bon-chu-dong&m=ba-chu-dong"
    assert [(row.year, row.basis) for row in view.rows] == [("2013", "mốc sớm nhất được ghi"), ("06/2018", "")]
    assert view.rows[1].ties == ("Có sau mô hình 1, cùng ý",) and view.retold and view.rows[1].note == "Trích"
    assert [link.href for link in view.rows[1].documents] == ["/tre/van-ban/2025/12-kh/"]
    (figures,) = view.figures
    assert [model.name for model in figures.models] == ["Ba chủ động"] and [link.text for link in view.silent] == ["Bốn chủ động"]
    told = {row.label: [[(one.text, one.source.href) for one in cell] for cell in row.cells] for row in figures.rows}
    assert told == {
        "Chi đoàn": [[("14 trên 21 chi đoàn (66,67%), tính đến 2019", "/tre/van-ban/2025/12-kh/")]],
        "Nhân rộng: cơ sở": [[("7/7 cơ sở (100%), tính đến 2020", "/tre/mo-hinh/ba-chu-dong/#nguon_cua-trang")]],
    }
    assert [(f.label, [v.text for v in f.values]) for f in view.successions[0].facts] == [
        ("Nội dung giữ nguyên lời", ["Biết việc"]),
        ("Nội dung chỉ nơi sau ghi", ["Gặp cấp ủy"]),
    ]
    page = rendered(made, written(showcase.ADAPTER, made)[ADDRESS])
    assert "<svg" in page and "<title" in page and 'href="/tre/mo-hinh/ba-chu-dong/"' in page


def test_descent_is_claimed_only_where_no_retold_source_stands_between():
    """Who writes its own record may say that it derives from another; of a retold source only the order of time is told."""
    view = written(showcase.ADAPTER, build(first(), second(source=None), document()))[ADDRESS].view()
    assert view.rows[1].ties == ("Kế thừa mô hình 1",) and not view.retold
    labels = [
        [group.label for group in written(showcase.ADAPTER, build(first(), second(source=source), document()))[f"/{FIRST}/"].view().lineage]
        for source in (None, Source("Bài báo"))
    ]
    assert labels == [["Được kế thừa bởi"], ["Có sau, cùng ý"]]


def test_a_model_leads_to_its_thread():
    """The page of a model names those before and after it with their years, and its thread; the list of threads has it too."""
    made = build(first(), second(), document())
    view = written(showcase.ADAPTER, made)["/mo-hinh/ba-chu-dong/"].view()
    assert [(link.text, link.href, link.note) for link in view.threads] == [
        ("Mạch của Bốn chủ động", "/tre" + ADDRESS, "2 mô hình; 2013 – 2018")
    ]
    assert view.lineage[0].links[0].note == "Tỉnh Xưa, 2013"
    assert [card.href for card in written(showcase.ADAPTER, made)["/mo-hinh/mach/"].view().cards] == ["/tre" + ADDRESS]
    assert "Chưa có mạch mô hình nào." in rendered(build(), written(showcase.ADAPTER, build())["/mo-hinh/mach/"])


def test_the_name_of_another_member_leads_on():
    """Another model may become the first: the page answers under the slug of every member."""
    made = build(first(), second(), document())
    moved = written(showcase.ADAPTER, made)["/mo-hinh/mach/ba-chu-dong/"]
    assert moved.view().target.href == "/tre" + ADDRESS and not moved.index
    assert f"https://doan.example/tre{ADDRESS}" in rendered(made, moved)


def test_a_named_thread_has_its_own_words_and_is_found_by_them():
    """A thread of mach.yml stands under its own key with its purpose; its models are found by its name and by its other names."""
    made = build(first(threads=("tu-lo",)), second(), document())
    view = written(showcase.ADAPTER, made)["/mo-hinh/mach/tu-lo/"].view()
    assert (view.title, view.intro, len(view.rows)) == ("Tự lo", "Tự lo việc mình.", 2)
    shards = [json.loads(made_.content()) for at, made_ in written(search.ADAPTER, made).items() if at.endswith("chi-muc-khac.json")]
    assert "Tự lo · ba tự" in shards[0]["words"]


def test_only_threads_that_changed_are_told():
    """A change that no thread shows tells none; a tie tells its thread, its models and whoever lists threads."""
    made = build(first(), model("mo-hinh/x"), model("mo-hinh/y", derived_from=(Reference("mo-hinh/x"),)))
    holdings = made.library.holdings

    def told(record) -> set[str]:
        holdings.cells.clear()
        holdings.put(held.entry(record))
        held.tie(holdings)
        kinds = (tracing.THREAD, tracing.BRIEF, tracing.THREADED, tracing.KEYS + "thread")
        return {cell for cell in holdings.cells if cell.startswith(kinds)}

    assert told(first(summary="Khác")) == set()
    assert told(second()) == {"th:bon-chu-dong", "tb:bon-chu-dong", f"tm:{FIRST}", f"tm:{SECOND}", "k:thread"}
    assert told(second(period=Period(read("2019")))) == {"th:bon-chu-dong", "tb:bon-chu-dong"}
    assert told(second(period=Period(read("2019-05")))) == {"th:bon-chu-dong"}  # pages of its models show years
    assert told(second(derived_from=())) == {"th:bon-chu-dong", "tb:bon-chu-dong", f"tm:{FIRST}", f"tm:{SECOND}", "k:thread"}


def test_figures_stand_side_by_side_by_what_is_counted():
    """Figures of one name share a row whatever their case; rows that more models tell come first; more than four models are two tables."""
    def one(n: int, *results: Result):
        return model(f"mo-hinh/m{n}", title=f"M{n}", threads=("tu-lo",), period=Period(read(f"201{n}")), results=results)

    def figure(label: str, value: int) -> Result:
        return Result(label, value, read("2022-05"), unit="hộ")

    made = build(one(1, figure("Lợn", 3), figure("Hộ vay", 5)), one(2, figure("hộ vay", 7)), *(one(n, figure("Cây", n)) for n in (3, 4, 5)))
    first, second = written(showcase.ADAPTER, made)["/mo-hinh/mach/tu-lo/"].view().figures
    assert [(len(one.models), one.title) for one in (first, second)] == [(2, "Con số: M1, M2"), (3, "Con số: M3, M4, M5")]
    assert [row.label for row in first.rows] == ["Hộ vay", "Lợn"]
    assert [cell[0].text for cell in first.rows[0].cells] == ["5 hộ, tính đến 05/2022", "7 hộ, tính đến 05/2022"]
    assert [len(row.cells) for row in second.rows] == [3]


def test_a_thread_and_a_comparison_of_its_models_lead_to_each_other():
    """A prepared comparison of two models of a thread leads to it and back; one that shares a single model does not."""
    def table(slug: str, *compared: str) -> Comparison:
        words = {"name": slug, "title": slug, "summary": "Hai cách.", "slug": slug, "compares": tuple(map(Reference, compared))}
        return Comparison(key=f"so-sanh/{slug}", path=f"content/so-sanh/{slug}.md", **words)

    other = "mo-hinh/x"
    made = build(first(), second(), document(), model(other), table("hai", FIRST, SECOND, other), table("la", FIRST, other))
    pages = written(showcase.ADAPTER, made)
    told = [(link.href, link.note) for link in pages[ADDRESS].view().compare]
    assert told == [
        ("/tre/mo-hinh/so-sanh/hai/", "2 trên 3 mô hình của bảng thuộc mạch này"),
        ("/tre/mo-hinh/so-sanh/?m=bon-chu-dong&m=ba-chu-dong", ""),
    ]
    assert [link.href for link in pages["/mo-hinh/so-sanh/hai/"].view().threads] == ["/tre" + ADDRESS]
    assert pages["/mo-hinh/so-sanh/la/"].view().threads == ()
