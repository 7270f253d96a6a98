"""Sample views of the archive and the showcase; each filled, and each with as little as it may have.

Not here: the newsroom (`newsroom`)."""

from markupsafe import Markup

from plugins.archive import views as archive
from plugins.context.finding import Choice, FinderForm, Option
from plugins.context.views import Fact, Group, Link, Notice, Relation, Relations
from plugins.domain import charts, dates, timelines
from plugins.showcase import figures, qr
from plugins.showcase import views as showcase
from tests.theme.pieces import CRUMBS, FACETS, INVENTED, LONG, NO_PAGER, NONE, PAGER, ROWS, card, day, full_head, head, image, model_card


def letterhead(**changes) -> archive.Letterhead:
    """The head of a plan, as one of the Union prints it."""
    values = {"superior": "Trung ương Đoàn", "issuer": Link("Ban Chấp hành Tỉnh đoàn Mẫu", "/van-ban/co-quan/tinh-doan-mau/")}
    values |= {"heading": ("Đoàn TNCS Hồ Chí Minh",), "number": "Số: 12-KH/TĐTN-PT", "numbered": True, "place": "Ánh Dương"}
    values |= {"iso": "2026-02-10", "day": "10", "month": "02", "year": "2026", "mark": "", "letter": False}
    return archive.Letterhead(**values | {"type": "Kế hoạch", "title": "Tổ chức Tháng Thanh niên năm 2026"} | changes)


def bare_letterhead(**changes) -> archive.Letterhead:
    """A head that leaves open what may be left open."""
    values = {"superior": "", "issuer": Link("Huyện đoàn Bình Mẫu"), "number": "Số:        HD/HĐTN", "numbered": False, "place": ""}
    values |= {"iso": "", "day": "", "month": "", "year": "", "type": "Hướng dẫn", "title": LONG}
    return letterhead(**values | changes)


RESULTS = (
    showcase.Result(
        "Chi đoàn giữ nền nếp sinh hoạt",
        "96",
        "chi đoàn",
        "120",
        "71",
        "80%",
        "Tăng 25.",
        "11/2025",
        Link("Tin ngày 09/11/2025", "/tin-tuc/2025/a/"),
        charts.change("Chi đoàn giữ nền nếp sinh hoạt", charts.Bar("Trước đó", 71), charts.Bar("Tính đến 11/2025", 96, 120), wide=240),
        False,
    ),
    showcase.Result(
        "Buổi sinh hoạt có biên bản",
        "1.785",
        "buổi",
        "",
        "",
        "",
        "",
        "11/2025",
        Link("Nguồn ở cuối trang", "#nguon_cua-trang"),
        charts.years(
            "Buổi sinh hoạt có biên bản", [charts.Point(dates.read(str(y)), v) for y, v in ((2023, 410), (2024, 980), (2025, 1785))]
        ),
        True,
    ),
)


def document() -> archive.DocumentView:
    body = Markup(
        "<p>Thực hiện Chương trình công tác năm 2026, Ban Thường vụ Tỉnh đoàn xây dựng kế hoạch như sau:</p>"
        '<h2 id="i">I. Mục đích, yêu cầu</h2><p>Mỗi chi đoàn có một phần việc cụ thể, làm xong trong tháng.</p>'
        '<h2 id="ii">II. Nội dung</h2><h3 id="ii-1">1. Trồng cây</h3><p>Trồng và chăm ít nhất 20.000 cây.</p>'
        '<h3 id="ii-2">2. Hiến máu</h3><p>Tổ chức ba điểm hiến máu.</p>'
        '<h2 id="iii">III. Tổ chức thực hiện</h2><p>Các đơn vị gửi báo cáo trước ngày 05/4/2026.</p>'
    )
    return archive.DocumentView(
        full_head("Kế hoạch 12-KH/TĐTN-PT", "/van-ban/2026/12-kh/"),
        (CRUMBS[0], Link("Văn bản", "/van-ban/"), Link("12-KH/TĐTN-PT", "/van-ban/2026/12-kh/", current=True)),
        letterhead(),
        "Còn hiệu lực",
        "in_force",
        (INVENTED, Notice("warning", "Văn bản này được sửa đổi, bổ sung bởi", Link("Công văn 45-CV/TĐTN", "/van-ban/2026/45-cv/"))),
        (
            Fact("Loại văn bản", (Link("Kế hoạch", "/van-ban/loai/ke-hoach/"),)),
            Fact("Số, ký hiệu", (Link("12-KH/TĐTN-PT"),)),
            Fact("Ngày ban hành", (Link("10/02/2026"),)),
            Fact("Ngày có hiệu lực", (Link("10/02/2026"),)),
            Fact("Cơ quan ban hành", (Link("Tỉnh đoàn Mẫu", "/van-ban/co-quan/tinh-doan-mau/"),)),
            Fact("Căn cứ", (Link("Điều lệ Đoàn", "", "chưa có trên trang"), Link("Nghị quyết 01-NQ/TĐTN", "/van-ban/2022/01-nq/"))),
        ),
        (
            archive.Download("Bản chụp có dấu", "/van-ban/2026/12-kh/12-kh.pdf", "PDF", "1,2 MB", 6),
            archive.Download(
                "Bản soạn thảo", "/van-ban/2026/12-kh/12-kh.docx", "DOCX", "48 kB", None, "Dùng để trích dẫn; bản có dấu là bản chính."
            ),
        ),
        (Link("I. Mục đích, yêu cầu", "#i"), Link("II. Nội dung", "#ii"), Link("III. Tổ chức thực hiện", "#iii")),
        body,
        archive.Signature("TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", True, ""),
        ("Đoàn xã, phường, đặc khu;", "Lưu VP."),
        (
            archive.Duty(
                "Gửi báo cáo kết quả Tháng Thanh niên",
                "Đoàn xã, phường, đặc khu",
                Link("05/04/2026 · hằng năm", "/lich/2026/04/"),
                "Văn phòng Tỉnh đoàn, hộp thư vanphong@tinhdoanmau.example",
                Link("III", "#iii"),
            ),
            archive.Duty("Đếm cây, ghi sổ", "Chi đoàn", Link("hằng tháng"), "", Link("II.1")),
        ),
        (archive.Target("Số cây trồng mới", "20.000 cây", "Toàn tỉnh", "tháng 3/2026", Link("II.1", "#ii-1")),),
        (
            Relations("Thực hiện", (Relation("Nghị quyết 01-NQ/TĐTN", "/van-ban/2022/01-nq/", "Chương trình công tác năm"),), "implements"),
            Relations("Viện dẫn", (Relation("Công văn 45-CV/TĐTN", "", "chưa có trên trang", "Xem ", "Công văn 45-CV", "."),), "cites"),
        ),
        (card(0), card(2)),
        (model_card(1),),
        Link("Công văn 11-CV/TĐTN", "/van-ban/2026/11-cv/"),
        Link("Thông báo 13-TB/TĐTN", "/van-ban/2026/13-tb/"),
        collections=(Link("Tháng Thanh niên năm 2026", "/ho-so/thang-thanh-nien-2026/", "mục 1 trên 4"),),
        calendar="/lich/co-quan/tinh-doan-mau/",
        target_table="/lich/chi-tieu/",
        map=archive.RelationMap(
            "Lược đồ quan hệ của Kế hoạch 12-KH/TĐTN",
            "Thực hiện: 1 văn bản.",
            340,
            110,
            (
                archive.MapBox(30, 24, 308, 32, "here", ("Nghị quyết 01-NQ/TĐTN",), "/van-ban/2022/01-nq/"),
                archive.MapBox(2, 72, 336, 32, "this", ("Kế hoạch 12-KH/TĐTN",)),
            ),
            (archive.MapLabel(30, 16, "Thực hiện"),),
            (archive.MapLine("M12 40V67M12 40H30"), archive.MapLine("M12 72l-5 -10h10z", True)),
        ),
        unclear=(
            Relations("“Kế hoạch 9-KH/TĐTN”", (Relation("Trồng cây", "/van-ban/2024/9-kh/", "Tỉnh đoàn Mẫu, ngày 10/02/2024"),), "unclear"),
        ),
    )


def bare_document() -> archive.DocumentView:
    return archive.DocumentView(
        head("Hướng dẫn", "/van-ban/2013/nha-tro/"),
        CRUMBS,
        bare_letterhead(),
        "",
        "",
        NONE,
        (Fact("Số, ký hiệu", (Link("Chưa ghi số"),)), Fact("In trên văn bản", (Link("Số:        HD/HĐTN"),))),
        NONE,
        NONE,
        Markup(""),
        None,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        None,
        None,
    )


def documents() -> archive.DocumentListView:
    return archive.DocumentListView(
        head("Kho văn bản", "/van-ban/"),
        (CRUMBS[0], Link("Văn bản", "/van-ban/", current=True)),
        "Kho văn bản",
        "Tra theo số, loại, năm và cơ quan ban hành.",
        (Fact("Cấp", (Link("Tỉnh"),)),),
        FACETS,
        ROWS * 4,
        PAGER,
        Link("Nhận văn bản mới qua RSS", "/rss/van-ban.xml"),
        "",
        "Xếp từ văn bản mới nhất.",
        (Link("Tra theo số", "/van-ban/so/"), Link("Lịch công việc", "/lich/")),
        finder(),
    )


def bare_documents() -> archive.DocumentListView:
    return archive.DocumentListView(
        head("Công điện", "/van-ban/loai/cong-dien/"),
        CRUMBS,
        "Công điện",
        "",
        NONE,
        NONE,
        NONE,
        NO_PAGER,
        None,
        "Chưa có văn bản nào thuộc loại này.",
    )


def finder() -> FinderForm:
    types = (Option("ke-hoach", "Kế hoạch", "12"), Option("huong-dan", "Hướng dẫn", "7"))
    choices = (Choice("loai", "type", "Loại văn bản", types), Choice("nam", "year", "Năm", (Option("2026", "2026", "9"),)))
    told = ("Tra cứu văn bản", "Số, ký hiệu hoặc từ trong trích yếu", (Option("moi", "Mới nhất"), Option("so", "Số")))
    return FinderForm("/van-ban/", "/du-lieu/tra-cuu/ten.json", "/du-lieu/tra-cuu/cot.json", "/f.js", "/theme/f.js", choices, *told)


def numbers() -> archive.NumbersView:
    links = tuple(Link(str(n), f"/van-ban/so/{n}/", str(n)) for n in (1, 16, 36))
    other = Group("Chưa ghi số, số khác", (Link("Chưa ghi số", "/van-ban/so/chua-ghi-so/", "chua-ghi-so"),), "khac")
    blocks = (Group("Từ 1 đến 50", links, "1"), other)
    return archive.NumbersView(head("Tra văn bản theo số", "/van-ban/so/"), CRUMBS, "Tra văn bản theo số", "Chọn một số.", blocks)


def bare_numbers() -> archive.NumbersView:
    return archive.NumbersView(head("Tra văn bản theo số", "/van-ban/so/"), CRUMBS, "Tra văn bản theo số", "", NONE)


def data() -> archive.DataView:
    fields = (
        archive.DataField("subject", "trích yếu", "chữ", True, "nội dung chính, không lặp loại văn bản"),
        archive.DataField("files", "tệp", "danh sách: nhóm", False, "các tệp đính kèm"),
        archive.DataField("files.url", "địa chỉ", "địa chỉ", True, "địa chỉ tải về"),
    )
    files = (Link("van-ban.json", "/du-lieu/van-ban.json", "JSON"), Link("van-ban.csv", "/du-lieu/van-ban.csv", "CSV, mở bằng Excel"))
    one = archive.DataSet("van-ban", "Danh mục văn bản", "Mỗi văn bản trong kho.", files, fields, '{\n  "subject": "Trồng cây"\n}')
    return archive.DataView(head("Dữ liệu mở", "/du-lieu/"), CRUMBS, "Dữ liệu mở", "Máy đọc được.", "Xin ghi nguồn.", (one,))


def bare_data() -> archive.DataView:
    return archive.DataView(head("Dữ liệu mở", "/du-lieu/"), CRUMBS, "Dữ liệu mở", "", "", NONE)


def model() -> showcase.ModelView:
    return showcase.ModelView(
        head=full_head("Chi đoàn 3 chủ động", "/mo-hinh/ba-chu-dong/"),
        crumbs=(CRUMBS[0], Link("Mô hình hay", "/mo-hinh/"), Link("Chi đoàn 3 chủ động", "", current=True)),
        title="Chi đoàn 3 chủ động",
        slogan="Nắm người, nắm việc, nắm cơ hội",
        summary="Chi đoàn tự quản đoàn viên, tự lên kế hoạch và tự tìm chỗ dựa; cấp trên thôi làm thay.",
        status="Nhân rộng",
        status_key="scaled",
        notices=(INVENTED,),
        image=image("chi-doan", "Buổi họp chi đoàn ở nhà văn hóa"),
        facts=(
            Fact("Đơn vị", (Link("Tỉnh đoàn Mẫu", "/don-vi/tinh-doan-mau/"),)),
            Fact("Lĩnh vực", (Link("Xây dựng tổ chức Đoàn", "/mo-hinh/linh-vuc/xay-dung-to-chuc-doan/"),)),
            Fact("Thời gian", (Link("từ tháng 6/2022"),)),
        ),
        checklist=Link("Phiếu làm theo", "/mo-hinh/ba-chu-dong/lam-theo/"),
        problem="Chi đoàn chờ việc từ trên giao xuống; sổ sách có mà người thì vắng.",
        components=("Chủ động quản lý, chăm lo đoàn viên.", "Chủ động đặt và làm kế hoạch.", "Chủ động tham mưu, phối hợp."),
        steps=(
            showcase.Step("Nắm danh sách", "Rà từng ngõ, ghi vào sổ chung.", "Sổ theo dõi đoàn viên"),
            showcase.Step("Chọn việc", "Mỗi chi đoàn chọn một việc vừa sức.", ""),
            showcase.Step("Nhìn lại", "Cuối quý đọc sổ, khen đúng người.", ""),
        ),
        results=(
            *RESULTS,
            showcase.Result("Đoàn viên trở lại sinh hoạt", "1.240", "người", "", "", "", "", "11/2025", None, None, False),
        ),
        results_table=figures.table(RESULTS),
        life=timelines.timeline(
            "Các mốc của mô hình",
            [
                timelines.Event(dates.read("2022-06"), "Ra hướng dẫn", "16-HD/TĐTN-TCKT", "/van-ban/2025/16-hd/"),
                timelines.Event(dates.read("2022-07-15"), "Hai xã làm trước"),
                timelines.Event(dates.read("2025-11"), "Nhân rộng: 14/18 xã (77,78%)", "Nguồn ở cuối trang", "#nguon_cua-trang"),
            ],
            [timelines.Phase(dates.read("2022-06"), "Thí điểm", "pilot"), timelines.Phase(dates.read("2025-11"), "Nhân rộng", "scaled")],
        ),
        replication=(
            showcase.Spread(
                "Cấp xã",
                "14",
                "18",
                "77,8 %",
                77.8,
                "tháng 6/2026",
                (Link("Xã Bình Minh", "/dia-ban/xa-binh-minh/"), Link("Xã Núi Voi")),
                Link("Hướng dẫn 16-HD/TĐTN-TCKT", "/van-ban/2025/16-hd/"),
            ),
        ),
        limits=("Chi đoàn đông người khó giữ nhịp.", "Kinh phí còn trông vào vận động."),
        lessons=("Sổ giấy đơn giản được giữ lâu hơn phần mềm.", "Việc vừa sức thì làm đến cùng."),
        resources=("Một cuốn sổ, một người giữ sổ.",),
        contact="Ban Xây dựng Đoàn, điện thoại 0200 000 003",
        body=Markup("<p>Câu chuyện bắt đầu từ một cuốn sổ.</p>"),
        photos=(image("anh-1", "Cuốn sổ chi đoàn", credit="Tranh minh họa của trang"),),
        consent="Ảnh có trẻ em được đăng khi gia đình và các em đã đồng ý.",
        directives=ROWS[1:],
        evidence=(card(3), card(1)),
        lineage=(
            Group("Bắt nguồn từ", (Link("4 chủ động", "/mo-hinh/bon-chu-dong/"),)),
            Group("Gần với", (Link("Chủ trương 1+2", "", "chưa có trên trang"),)),
        ),
        source=Link("Báo cáo của Tỉnh đoàn Mẫu"),
        reviewed=day("2026-06-01", "Thứ Hai"),
        previous=Link("Tiếng kẻng sạch làng", "/mo-hinh/tieng-keng/"),
        next=None,
    )


def bare_model() -> showcase.ModelView:
    return showcase.ModelView(
        head=head("Mô hình", "/mo-hinh/x/"),
        crumbs=CRUMBS,
        title=LONG,
        slogan="",
        summary="",
        status="",
        status_key="",
        notices=NONE,
        image=None,
        facts=NONE,
        checklist=None,
        problem="",
        components=NONE,
        steps=NONE,
        results=NONE,
        results_table=None,
        life=None,
        replication=NONE,
        limits=NONE,
        lessons=NONE,
        resources=NONE,
        contact="",
        body=Markup(""),
        photos=NONE,
        consent="",
        directives=NONE,
        evidence=NONE,
        lineage=NONE,
        source=None,
        reviewed=None,
        previous=None,
        next=None,
    )


def checklist() -> showcase.ChecklistView:
    return showcase.ChecklistView(
        head("Làm theo: Chi đoàn 3 chủ động", "/mo-hinh/ba-chu-dong/lam-theo/"),
        (CRUMBS[0], Link("Mô hình hay", "/mo-hinh/"), Link("Làm theo", "", current=True)),
        "Chi đoàn 3 chủ động",
        "Chi đoàn tự quản đoàn viên, tự lên kế hoạch và tự tìm chỗ dựa.",
        Link("Xem cả mô hình", "/mo-hinh/ba-chu-dong/"),
        "Tỉnh đoàn Mẫu, nhân rộng",
        ("Một cuốn sổ, một người giữ sổ.", "Buổi tối rảnh của sáu người."),
        (
            showcase.Step("Nắm danh sách", "Rà từng ngõ, ghi vào sổ chung.", "Sổ theo dõi đoàn viên"),
            showcase.Step("Chọn việc", "Mỗi chi đoàn chọn một việc vừa sức.", ""),
        ),
        ("Chi đoàn đông người khó giữ nhịp.",),
        2,
        "Ban Xây dựng Đoàn, điện thoại 0200 000 003",
        "01/06/2026",
        qr.code("https://tinhdoanmau.example/mo-hinh/ba-chu-dong/"),
    )


def bare_checklist() -> showcase.ChecklistView:
    code = qr.code("https://tinhdoanmau.example/mo-hinh/x/")
    step = (showcase.Step(LONG, "", ""),)
    return showcase.ChecklistView(
        head("Làm theo", "/mo-hinh/x/lam-theo/"), CRUMBS, LONG, "", Link("Xem cả mô hình", "/x/"), "", NONE, step, NONE, 0, "", "", code
    )
