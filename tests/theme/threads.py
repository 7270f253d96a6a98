"""Sample pages of threads of models, full and as bare as may be."""

from plugins.context.views import Card, Fact, Link
from plugins.domain import branches, dates
from plugins.showcase.comparison_views import ComparedFigures, ComparedModel, ComparedRow, Told
from plugins.showcase.views import Succession, ThreadListView, ThreadRow, ThreadView
from tests.theme.pieces import CRUMBS, LONG, NONE, full_head, head

_TITLE = "3 chủ động"


def rows() -> tuple[ThreadRow, ...]:
    """A forerunner without figures, a successor with some, one that only stands beside."""
    first, second = Link("“4 chủ động” ở Bạc Liêu", "/mo-hinh/bon-chu-dong/"), Link("“3 chủ động” ở Yên Bái", "/mo-hinh/ba-chu-dong/")
    paper = Link("Hướng dẫn 11-HD/TĐTN-TCKT", "/van-ban/2018/11-hd/")
    place = Link("Tỉnh Yên Bái", "/dia-ban/tinh-yen-bai/")
    old, basis = "2013", "mốc sớm nhất được ghi"
    return (
        ThreadRow(1, first, NONE, old, basis, Link("Tỉnh Bạc Liêu"), "Tỉnh đoàn Bạc Liêu", "Chính thức", "official", NONE),
        ThreadRow(2, second, ("Có sau mô hình 1, cùng ý",), "06/2018", "", place, "Tỉnh đoàn Yên Bái", "Thí điểm", "pilot", (paper,)),
        ThreadRow(3, Link(LONG, "/mo-hinh/x/"), ("Tương tự",), "Chưa rõ năm", "", Link(LONG), LONG, "Đã kết thúc", "ended", NONE,
                  "Nội dung minh họa: tỉnh Mẫu là hư cấu."),
    )  # fmt: skip


def figures() -> ComparedFigures:
    """Figures of three models: one that two of them count, one that a single one counts."""
    story = Link("Tin ngày 24/10/2018", "/tin-tuc/2018/yen-bai/")
    models = tuple(ComparedModel(row.model.text, row.model.href, row.place.text) for row in rows())
    one, two = Told("6 trên 21 đơn vị (28,57%), tính đến 22/10/2018", story), Told("7 cơ sở, tính đến 09/2026")
    shared, single = ComparedRow(LONG, False, ((one,), (one, two), ())), ComparedRow("Sổ", False, ((), (two,), ()))
    return ComparedFigures("Con số", models, (shared, single))


def thread() -> ThreadView:
    address = "/mo-hinh/mach/3-chu-dong/"
    drawn = (
        branches.Branch(1, dates.read("2013"), "Tỉnh Bạc Liêu"),
        branches.Branch(2, dates.read("2018-06"), "Tỉnh Yên Bái", (1,)),
        branches.Branch(4, dates.read("2025-10"), "Đặc khu có cái tên rất dài ở ngoài khơi xa", (2,)),
    )
    facts = (
        Fact("Nội dung ghi khác đi", (Link("Lập kế hoạch → Lập và làm theo kế hoạch"),)),
        Fact("Nội dung chỉ nơi sau ghi", (Link(LONG),)),
    )
    return ThreadView(
        full_head(_TITLE, address),
        (CRUMBS[0], Link("Mạch mô hình", "/mo-hinh/mach/"), Link(_TITLE, address, current=True)),
        _TITLE,
        "Đoàn cơ sở tự lo việc của mình.",
        (Fact("Số mô hình", (Link("3"),)), Fact("Nơi", (Link("Tỉnh Yên Bái", "/dia-ban/tinh-yen-bai/"),))),
        branches.branches(_TITLE, drawn, "1. Bạc Liêu: 2013; 2. Yên Bái: 2018; 4. đảo xa: 2025."),
        rows(),
        (Succession(rows()[0].model, rows()[1].model, facts),),
        True,
        (Link("Hai tỉnh, một chữ", "/mo-hinh/so-sanh/hai-tinh/"), Link("Mọi mô hình của mạch, từng mặt", "/mo-hinh/so-sanh/?m=a&m=b")),
        (figures(),),
        (rows()[0].model,),
    )


def bare_thread() -> ThreadView:
    row = ThreadRow(
        1, Link("Mô hình", "/mo-hinh/x/"), NONE, "Chưa rõ năm", "", Link("Tỉnh Mẫu"), "Tỉnh đoàn Mẫu", "Thí điểm", "pilot", NONE
    )
    return ThreadView(head("Mạch", "/mo-hinh/mach/x/"), CRUMBS, LONG, "", (Fact("Số mô hình", (Link("1"),)),), None, (row,), NONE)


def threads() -> ThreadListView:
    path = (CRUMBS[0], Link("Mạch mô hình", "/mo-hinh/mach/", current=True))
    one = Card("thread", _TITLE, "/mo-hinh/mach/3-chu-dong/", "Tự lo việc của mình.", meta=("3 mô hình", "2013 – 2025", "Tỉnh Mẫu"))
    return ThreadListView(head("Mạch mô hình", "/mo-hinh/mach/"), path, "Mạch mô hình", "Đặt cạnh nhau.", (one, one), "")


def bare_threads() -> ThreadListView:
    return ThreadListView(head("Mạch mô hình", "/mo-hinh/mach/"), CRUMBS, "Mạch mô hình", "", NONE, "Chưa có mạch mô hình nào.")
