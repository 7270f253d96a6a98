"""A small, rich site that lives in a temporary folder, and the two ways to build it: with a memory, and from nothing.

What is done to the site between two builds stands in `incremental_edits`, the trials in test_incremental*.py."""

import io
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from pypdf import PdfWriter

from plugins.archive.typesetting import Press
from plugins.commands import building, compare
from plugins.context import lists, printing
from plugins.domain.problems import ERROR
from plugins.duties import parts
from plugins.editorial import front
from plugins.incremental import identity
from plugins.incremental.session import Outcome, Session, Stop
from plugins.syndication import feeds

ROOT = Path(__file__).resolve().parents[2]
_ADAPTERS = ("editorial", "archive", "duties", "showcase", "collections", "search", "syndication", "media")
PLUGINS = [f"plugins.{name}" for name in ("incremental", *_ADAPTERS)]
AS_OF = "2026-11-22"

WORDS = {
    "trang-web": "tên trang: Tỉnh đoàn Mẫu\ncơ quan chủ quản: Đoàn tỉnh Mẫu\n"
    "giới thiệu: Trang thử.\ngốc mã nguồn tin: vi-du.example,2026\n",
    "chuyen-muc": "- tên: Tin hoạt động\n- tên: Xây dựng Đoàn\n- tên: Tình nguyện\n",
    "chu-de": "- tên: Ba chủ động\n- tên: Tình nguyện hè\n- tên: Chuyển đổi số\n",
    "dia-ban": "- tên: Tỉnh Mẫu\n- tên: Xã Thượng\n  thuộc: Tỉnh Mẫu\n- tên: Xã Hạ\n  đến ngày: 2025-06-30\n  kế tục: Xã Thượng\n",
    "mach": "- tên: Vườn ươm\n- tên: Ba chủ động\n",
    "tinh-thanh": "- tên: Tỉnh Mới\n  ô: {hàng: 1, cột: 2, viết tắt: M}\n- tên: Tỉnh Cũ\n  đến ngày: 2025-06-30\n  kế tục: Tỉnh Mới\n",
    "linh-vuc": "- tên: Môi trường\n- tên: Chuyển đổi số\n",
    "loai-van-ban": "- tên: Kế hoạch\n  ký hiệu: KH\n- tên: Công văn\n  ký hiệu: CV\n- tên: Hướng dẫn\n  ký hiệu: HD\n",
    "co-quan": "- tên: Tỉnh đoàn Mẫu\n  cấp: tỉnh\n  địa bàn: Tỉnh Mẫu\n  ký hiệu: TĐTN\n"
    "- tên: Đoàn xã Thượng\n  cấp: cơ sở\n  địa bàn: Xã Thượng\n  cấp trên: Tỉnh đoàn Mẫu\n"
    "- tên: Đoàn xã Hạ\n  cấp: cơ sở\n  địa bàn: Xã Hạ\n  đến ngày: 2025-06-30\n  kế tục: Đoàn xã Thượng\n",
    "ten-goi": "- cụm từ: Kế hoạch Tháng Thanh niên\n  văn bản: van-ban/2026/12-kh\n",
    "banner": "- tên: Ba chủ động\n  địa chỉ: /van-ban/\n",
    "chuyen-huong": "- từ: /bai-cu/\n  đến: /tin-tuc/\n",
    "lien-ket": "- tên: Nơi khác\n  địa chỉ: https://vi-du.vn\n",
}
CATEGORIES = ("Tin hoạt động", "Xây dựng Đoàn", "Tình nguyện")
TOPICS = ("Ba chủ động", "Tình nguyện hè", "Chuyển đổi số")
THREADS = ("Vườn ươm", "Ba chủ động")
UNITS = ("Tỉnh đoàn Mẫu", "Đoàn xã Thượng", "Đoàn xã Hạ")
PLACES = ("Tỉnh Mẫu", "Xã Thượng", "Xã Hạ")
PHRASES = (
    "Đoàn viên trồng 200 cây.",
    "Theo Kế hoạch số 12-KH/TĐTN-PT, mỗi xã góp một ngày.",
    "Căn cứ Công văn số 7-CV/TĐTN-VP ngày 03/3/2026.",
    "Theo Kế hoạch Tháng Thanh niên, việc này làm trong tháng Ba.",
    "Hướng dẫn số 99-HD/TĐTN-XX chưa có ở đây.",
    "Xem [bài trồng cây](/tin-tuc/2026/tin-1.md).",
    "Xem [kế hoạch](/van-ban/2026/12-kh/index.md).",
    "Xem [mục hai](/tin-tuc/2026/tin-2.md#muc-hai).",
    "Xem [vườn ươm](/mo-hinh/mo-hinh-1.md) và [trang giới thiệu](/trang/gioi-thieu.md).",
    "## Mục hai\n\nMột mục nữa.",
    "![Cây xanh ven đường](/anh/cay.jpg)",
    "Tải [tệp](/van-ban/2026/12-kh/12-kh.pdf) về đọc.",
    "Xem [các tin](/tin-tuc/).",
    "- một\n- hai",
    "Theo mục hai và mục 1 Kế hoạch số 12-KH/TĐTN-PT ngày 10/02/2026; Kế hoạch 12 nêu rõ.",
    "Kế hoạch số 12-KH/TĐTN-PT ngày 12/02/2026, Công văn 7-KH/TĐTN-PT và Công văn số 7-CV/TĐTN-VP.",
    "Hướng dẫn số 99-HD/TĐTN-XX ngày 01/02/2025 của Tỉnh đoàn Mẫu.",
    "Hướng dẫn số 99-HD/TĐTN-XX ngày 01/02/2024, Kế hoạch số 30-KH/TĐTN-PT.",
    "Theo mục 2.1 phần II Kế hoạch số 12-KH/TĐTN-PT và điểm a mục 1 phần I Kế hoạch số 30-KH/TĐTN-PT.",
    "Xem [mục 2 phần II](/van-ban/2026/12-kh/index.md#ii-2) và [phần I](/van-ban/2026/30-kh/index.md#i).",
)
OUTLINE = (
    "I. MỤC ĐÍCH",
    "II. NỘI DUNG",
    "III. TỔ CHỨC",
    "1. Gọn nhẹ.",
    "2. Đúng hạn",
    "2.1. Gửi báo cáo trước ngày 20/3.",
    "2.2. Họp hằng quý.",
    "a) Cấp tỉnh:",
    "- trồng cây",
    "+ nuôi lợn đất",
    "Bước 1: Khảo sát",
    "## Mục hai",
    "Một đoạn giữa các mục.",
    "Nơi nhận:\n- Như trên;\n- Lưu.",
)  # lines of which the printed structure of a document is made
DUTIES = (
    "nhiệm vụ: [{việc: Gửi báo cáo, cấp: cơ sở, hạn: 2026-03-20}, {việc: Họp, cấp: [tỉnh, cơ sở], lặp lại: hằng quý}]",
    "nhiệm vụ: [{việc: Gửi kết quả, ai: Đoàn xã, lặp lại: trước ngày 15/11 hằng năm, mục: II}]",
    "nhiệm vụ: [{việc: Gửi kết quả, lặp lại: 2 năm/lần}, {việc: Nắm tình hình, cấp: chi đoàn, lặp lại: thường xuyên}]",
    "nhiệm vụ: [{việc: Sinh hoạt, cấp: chi đoàn, lặp lại: hằng tuần, đến ngày: 2026-06-30}]",
    "nhiệm vụ: [{việc: Ra quân, hạn: 2027-05, cấp: tỉnh}]",
)


def picture(colour: int, width: int = 520) -> bytes:
    """The bytes of a small JPEG of one colour."""
    stream = io.BytesIO()
    Image.new("RGB", (width, 300), (colour % 256, colour * 7 % 256, 90)).save(stream, "JPEG", quality=40)
    return stream.getvalue()


def paper(pages: int) -> bytes:
    """The bytes of a PDF of so many empty pages."""
    writer, stream = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 140)
    writer.write(stream)
    return stream.getvalue()


def news(n: int, day: str, body: str, *lines: str, category: str = CATEGORIES[0]) -> str:
    """The text of a piece of news."""
    more = "".join(f"{line}\n" for line in lines)
    return f"---\ntiêu đề: Tin số {n}\nngày: {day}\nchuyên mục: {category}\ntóm tắt: Tóm tắt {n}.\n{more}---\n\n{body}\n"


def document(n: int, number: str, symbol: str, day: str, body: str, *lines: str, organ: str = UNITS[0]) -> str:
    """The text of a document."""
    more = "".join(f"{line}\n" for line in lines)
    kind = {"KH": "Kế hoạch", "CV": "Công văn", "HD": "Hướng dẫn"}[symbol[:2]]
    head = f'loại: {kind}\ncơ quan: {organ}\ntrích yếu: Việc {n}\nngày: {day}\nhiệu lực: còn hiệu lực\nsố: "{number}"\nký hiệu: {symbol}\n'
    return f"---\n{head}{more}---\n\n{body}\n"


def model(n: int, body: str, *lines: str) -> str:
    """The text of a model practice."""
    more = "".join(f"{line}\n" for line in lines)
    head = f"tên: Mô hình {n}\ntóm tắt: Cách làm {n}.\nđơn vị: Tỉnh đoàn Mẫu\nđịa bàn: Tỉnh Mẫu\ntrạng thái: thí điểm\n"
    return f"---\n{head}{more}---\n\n{body}\n"


def collection(n: int, items: tuple[str, ...], *lines: str, body: str = PHRASES[1]) -> str:
    """The text of a collection of these items."""
    more = "".join(f"{line}\n" for line in lines)
    head = f"tên: Bộ {n}\ntóm tắt: Việc {n}.\nngày: 2026-0{n % 9 + 1}-11\ngồm: [{', '.join(f'{{{item}}}' for item in items)}]\n"
    return f"---\n{head}{more}---\n\n{body}\n"


def comparison(n: int, models: list[str], body: str = PHRASES[1]) -> str:
    """The text of a comparison of these models."""
    return f"---\ntên: Bảng {n}\ntóm tắt: Câu hỏi {n}.\nmô hình: [{', '.join(models)}]\n---\n\n{body}\n"


def sample() -> dict[str, bytes]:
    """The files of the content folder: 27 records, their pictures and attachments, and the words."""
    p, texts = PHRASES, {f"du-lieu/{name}.yml": text for name, text in WORDS.items()}
    image = "ảnh: {tệp: anh/cay.jpg, mô tả: Cây xanh}"
    for n in range(3, 13):
        texts[f"tin-tuc/{2025 + n % 2}/tin-{n}.md"] = news(
            n, f"{2025 + n % 2}-0{1 + n % 3}-1{n % 10}", p[n % 5], f"đơn vị: [{UNITS[n % 3]}]", f"địa bàn: [{PLACES[n % 3]}]",
            f"chủ đề: [{TOPICS[n % 3]}]", category=CATEGORIES[n % 3],
        )  # fmt: skip
    texts |= {
        "tin-tuc/2026/tin-1.md": news(1, "2026-03-05", f"{p[1]}\n\n{p[9]}\n\n{p[10]}", image, "địa chỉ cũ: [/tin/1/]", "mã: tin-mot"),
        "tin-tuc/2026/tin-2.md": news(
            2, "2026-11-20", f"{p[5]}\n\n{p[6]}\n\n{p[9]}", "hết hạn: 2026-11-25", "văn bản: [van-ban/2026/12-kh]"
        ),
        "tin-tuc/2026/hen-ngay.md": news(20, "2026-11-18", p[2], "đăng từ: 2026-11-24", "chủ đề: [Chuyển đổi số]"),
        "tin-tuc/2026/ban-nhap.md": news(21, "2026-11-19", p[3], "trạng thái: nháp"),
        "tin-tuc/2026/ke-mo-hinh.md": news(22, "2026-10-01", p[8], "mô hình: [mo-hinh/mo-hinh-1]", "văn bản: [van-ban/2026/7-cv]"),
        "van-ban/2026/12-kh/index.md": document(
            1, "12", "KH/TĐTN-PT", "2026-02-10", p[9], "tệp: [{tệp: 12-kh.pdf, tên: Bản chụp}]", DUTIES[0]
        ),
        "van-ban/2026/7-cv/index.md": document(2, "7", "CV/TĐTN-VP", "2026-03-03", p[1], "thực hiện: [van-ban/2026/12-kh]"),
        "van-ban/2025/7-cv/index.md": document(3, "7", "CV/TĐTN-VP", "2025-03-03", p[0], organ=UNITS[1]),
        "van-ban/2025/5-hd/index.md": document(4, "5", "HD/TĐTN-TG", "2025-09-09", p[2], "chủ đề: [Ba chủ động]", DUTIES[1]),
        "van-ban/2026/30-kh/index.md": document(5, "30", "KH/TĐTN-PT", "2026-09-01", p[0], "thay thế: [van-ban/2025/5-hd]"),
        "mo-hinh/mo-hinh-1.md": model(1, p[1], "lĩnh vực: [Môi trường]", "văn bản chỉ đạo: [van-ban/2026/12-kh]"),
        "mo-hinh/mo-hinh-2.md": model(2, p[0], "kế thừa: [mo-hinh/mo-hinh-1]", "minh chứng: [tin-tuc/2026/tin-1]"),
        "mo-hinh/mo-hinh-3.md": model(3, p[5], "ngày đăng: 2026-05-05", "ảnh: [{tệp: anh/vuon.jpg, mô tả: Vườn ươm}]"),
        "ho-so/thang-thanh-nien.md": collection(
            1,
            ("bài: van-ban/2026/12-kh", "tệp: van-ban/2026/12-kh/12-kh.pdf", "bài: tin-tuc/2026/tin-2", "bài: mo-hinh/mo-hinh-1"),
            "đơn vị: Đoàn xã Thượng",
        ),
        "so-sanh/hai-mo-hinh.md": comparison(1, ["mo-hinh/mo-hinh-1", "mo-hinh/mo-hinh-2"]),
        "trang/gioi-thieu.md": f"---\ntiêu đề: Giới thiệu\ntóm tắt: Ai, làm gì.\nthứ tự: 1\n---\n\n{p[9]}\n",
        "trang/lien-he.md": f"---\ntiêu đề: Liên hệ\ntóm tắt: Ở đâu.\nthứ tự: 2\n---\n\n{p[12]}\n",
    }
    files = {name: text.encode() for name, text in texts.items()}
    files |= {"anh/cay.jpg": picture(1), "anh/vuon.jpg": picture(2), "van-ban/2026/12-kh/12-kh.pdf": paper(1)}
    return files


@dataclass(frozen=True)
class Built:
    """What a build has come to: the report, sorted, and the outcome unless it stopped."""

    report: tuple[str, ...]
    outcome: Outcome | None


@dataclass
class Site:
    """A site in `root`. `theme` is the project's own until a trial needs a copy of it."""

    root: Path
    url: str = "https://vi-du.example"
    as_of: str = AS_OF
    theme: Path = ROOT / "theme"
    pdf: bool = False
    sound: bool = True  # whether the last build from nothing went through

    def __post_init__(self):
        self.content, self.output, self.cache = self.root / "content", self.root / "output", self.root / "cache"

    @property
    def memory(self) -> Path:
        """The store of the builds that remember."""
        return self.root / "bo-nho.sqlite"

    def lay(self, files: dict[str, bytes]) -> None:
        """Makes the content folder hold just these files; what is the same stays untouched."""
        for path in [p for p in self.content.rglob("*") if p.is_file()]:
            if path.relative_to(self.content).as_posix() not in files:
                path.unlink()
        for name, data in files.items():
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or path.read_bytes() != data:
                path.write_bytes(data)

    def files(self) -> dict[str, bytes]:
        """What lies in the content folder."""
        return {p.relative_to(self.content).as_posix(): p.read_bytes() for p in sorted(self.content.rglob("*")) if p.is_file()}

    def session(self, output: Path, memory: Path) -> Session:
        """A build into `output` that remembers in `memory`."""
        settings = {"PATH": str(self.content), "OUTPUT_PATH": str(output), "CACHE_PATH": str(self.cache), "THEME": str(self.theme)}
        settings |= {"SITEURL": self.url, "AS_OF": self.as_of, "QUIET": True, "PLUGINS": PLUGINS, "PDF": self.pdf}
        return building.start(settings, memory)

    def build(self) -> Built:
        """A build that remembers the one before."""
        return run(self.session(self.output, self.memory))

    def clean(self) -> Built:
        """A build from nothing, into a folder of its own."""
        shutil.rmtree(self.root / "sach", ignore_errors=True)
        return run(self.session(self.root / "sach" / "output", self.root / "sach" / "bo-nho.sqlite"))

    def differences(self) -> list[str]:
        """What a build that remembers has made otherwise than one from nothing: files, or the report."""
        before = snapshot(self.output)
        built, clean = self.build(), self.clean()
        self.sound = clean.outcome is not None
        if built.report != clean.report:
            return [f"báo cáo thừa: {line}" for line in built.report if line not in clean.report] + [
                f"báo cáo thiếu: {line}" for line in clean.report if line not in built.report
            ]
        if built.outcome is None:
            return [] if snapshot(self.output) == before else ["trang cũ bị đụng tới tuy có lỗi"]
        return compare.folders(self.output, self.root / "sach" / "output")


def plain_form(press: Press, html: str, address: str, pictures: dict[str, bytes]) -> bytes:
    """A printed form that is not laid out: the HTML of which it would be made."""
    return f"%PDF {address} {[(src, len(data)) for src, data in sorted(pictures.items())]} {html} %%EOF".encode()


def narrow(monkeypatch) -> None:
    """Short lists, feeds, months, front pages: a few records fill several pages; printed forms that need no WeasyPrint; and a
    shorter doubt about the times of files."""
    for name, made in (("need", lambda: None), ("version", lambda: "thử"), ("stamps", tuple)):
        monkeypatch.setattr(printing, name, made)
    monkeypatch.setattr(Press, "typeset", plain_form)
    monkeypatch.setattr(Press, "mark", "chữ")
    monkeypatch.setattr(lists.cut, "__defaults__", (3,))
    monkeypatch.setattr(feeds, "SIZE", 4)
    monkeypatch.setattr(parts, "ROOM", 2)
    for name, count in (("_NEWS", 3), ("_DOCUMENTS", 2), ("_MODELS", 1)):
        monkeypatch.setattr(front, name, count)
    monkeypatch.setattr(identity, "_RACY", 50_000_000)


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file of a folder with size and time."""
    return {p.relative_to(folder).as_posix(): (p.stat().st_size, p.stat().st_mtime_ns) for p in folder.rglob("*") if p.is_file()}


def run(session: Session) -> Built:
    """All steps of a session, as `building.run` takes them, without a terminal."""
    problems = session.build.problems
    try:
        session.read()
        if not any(problem.level == ERROR for problem in problems):
            outcome = session.publish()
            return Built(tuple(sorted({str(p) for p in problems})), outcome)
    except Stop:
        pass
    finally:
        session.close()
    return Built(tuple(sorted({str(p) for p in problems})), None)


def touch(path: Path, data: bytes) -> None:
    """Writes other bytes of the same length behind the old times: only content tells them apart."""
    state = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
