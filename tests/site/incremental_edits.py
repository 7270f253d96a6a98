"""What editors, webmasters and accidents do to a site between two builds: each edit is a function of a site and a die.

Nothing is built here; an edit that finds nothing to do leaves the site as it is."""

import random
import re
import shutil
from pathlib import Path

from tests.site import incremental_site as sites
from tests.site.incremental_comparisons import compare
from tests.site.incremental_entities import entities
from tests.site.incremental_outlines import led, outline
from tests.site.incremental_peers import peers
from tests.site.incremental_site import CATEGORIES, PHRASES, PLACES, THREADS, TOPICS, UNITS, Site
from tests.site.incremental_words import data

DAYS = tuple(f"2026-11-{day}" for day in range(17, 28))
Die = random.Random


def _texts(site: Site, *kinds: str) -> list[Path]:
    kinds = kinds or ("tin-tuc", "van-ban", "mo-hinh", "ho-so", "so-sanh", "trang")
    return [path for kind in kinds for path in sorted((site.content / kind).rglob("*.md"))]


def _set(path: Path, name: str, value: str | None) -> None:
    """Sets a line of the front matter, or takes it away."""
    head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")
    lines = [line for line in head.splitlines() if not line.startswith(f"{name}:")]
    lines += [f"{name}: {value}"] if value is not None else []
    path.write_text("---\n" + "\n".join(lines) + "\n---\n" + body, encoding="utf-8")


def _words(site: Site, name: str, change) -> None:
    path = site.content / "du-lieu" / f"{name}.yml"
    path.write_text(change(path.read_text(encoding="utf-8") if path.is_file() else ""), encoding="utf-8")


def _some(die: Die, things) -> str:
    return f"[{', '.join(die.sample(list(things), die.randint(0, min(2, len(things)))))}]"


def _keys(site: Site, *kinds: str) -> list[str]:
    return [p.relative_to(site.content).as_posix().removesuffix(".md").removesuffix("/index") for p in _texts(site, *kinds)]


def body(site: Site, die: Die) -> None:
    """Another text."""
    path = die.choice(_texts(site))
    head = path.read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")[0]
    parts = [die.choice(PHRASES) for _ in range(die.randint(1, 3))]
    path.write_text(f"---\n{head}---\n\n" + "\n\n".join(dict.fromkeys(parts)) + "\n", encoding="utf-8")


def title(site: Site, die: Die) -> None:
    """Another title, name or subject."""
    path = die.choice(_texts(site))
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^(tiêu đề|tên|trích yếu): .*", rf"\1: Tên gọi {die.randint(1, 99)}", text, count=1), encoding="utf-8")


def summary(site: Site, die: Die) -> None:
    """Another summary, perhaps one that cites."""
    path = die.choice(_texts(site, "tin-tuc", "mo-hinh", "ho-so", "trang"))
    _set(path, "tóm tắt", die.choice(("Ngắn gọn.", "Theo Kế hoạch số 12-KH/TĐTN-PT.", f"Lần {die.randint(1, 99)}.")))


def day(site: Site, die: Die) -> None:
    """Another date."""
    _set(die.choice(_texts(site, "tin-tuc", "van-ban")), "ngày", die.choice(("2025-01-02", "2026-03-09", "2026-08-08", *DAYS)))


def category(site: Site, die: Die) -> None:
    """Another category."""
    _set(die.choice(_texts(site, "tin-tuc")), "chuyên mục", die.choice(CATEGORIES))


def lists(site: Site, die: Die) -> None:
    """Other topics, units or places."""
    name, choices = die.choice((("chủ đề", TOPICS), ("đơn vị", UNITS), ("địa bàn", PLACES)))
    path = die.choice(_texts(site, *(("tin-tuc",) if name != "chủ đề" else ())))
    _set(path, name, _some(die, choices))


def details(site: Site, die: Die) -> None:
    """Another detail that some pages show: a note, a kicker, the day of a change, the source, the organ, the status, the order."""
    news, papers, models, pages = (_texts(site, kind) for kind in ("tin-tuc", "van-ban", "mo-hinh", "trang"))
    path, name, value = die.choice(
        (
            (die.choice(_texts(site)), "lưu ý", f"Nhắn {die.randint(1, 9)}"),
            (die.choice(_texts(site)), "ngày sửa", die.choice((None, "2026-11-01", "2026-11-17"))),
            (die.choice(_texts(site)), "nguồn", die.choice((None, "{tên: Nơi kia, địa chỉ: https://vi-du.vn/1}"))),
            (die.choice(news), "tít dẫn", f"Dòng {die.randint(1, 9)}"),
            (die.choice(news), "hết hạn", die.choice((None, *DAYS))),
            (die.choice(news), "ảnh", die.choice((None, "{tệp: anh/cay.jpg, mô tả: Cây}", "{tệp: anh/vuon.jpg, mô tả: Vườn}"))),
            (die.choice(papers), "cơ quan", die.choice(UNITS)),
            (die.choice(papers), "hiệu lực", die.choice(("còn hiệu lực", "hết hiệu lực"))),
            (die.choice(papers), "người ký", die.choice((None, "{chức vụ: PHÓ BÍ THƯ}", "{họ tên: Lê Thử, chức vụ: BÍ THƯ}"))),
            (die.choice(papers), "ngày đăng", die.choice((None, "2026-10-10", "2026-11-16"))),
            (die.choice(models), "trạng thái", die.choice(("thí điểm", "nhân rộng", "kết thúc"))),
            (die.choice(models), "lĩnh vực", _some(die, ("Môi trường", "Chuyển đổi số"))),
            (die.choice(models), "đối tượng", _some(die, ("Chi đoàn", "chi đoàn", "Công nhân"))),
            (die.choice(models), "địa bàn", die.choice(PLACES)),
            (die.choice(models), "ngày đăng", die.choice((None, "2026-10-10"))),
            (die.choice(pages), "thứ tự", die.choice((None, "1", "5"))),
        )
    )
    _set(path, name, value)


def duties(site: Site, die: Die) -> None:
    """Other duties or targets of a document, declared or marked in its text; a day on which its force ends."""
    path, n = die.choice(_texts(site, "van-ban")), die.randint(1, 9)
    name, _colon, value = die.choice(
        (*sites.DUTIES, "nhiệm vụ:", f"nhiệm vụ: [{{việc: Việc {n}, hạn: 2026-0{n}-15, cấp: cơ sở}}]")
    ).partition(": ")
    goal = f"[{{nội dung: Mức {n}, ít nhất: {n}, cấp: {die.choice(('tỉnh', 'cơ sở'))}, thời gian: năm 202{n}}}]"
    _set(path, *die.choice(((name, value or None), (name, value or None), ("chỉ tiêu", goal), ("chỉ tiêu", None),
                            ("ngày hết hiệu lực", die.choice((None, "2026-10-01"))))))  # fmt: skip
    if die.random() < 0.2:
        path.write_text(path.read_text(encoding="utf-8") + f"\nHọp chi đoàn. {{lặp lại: {n} lần/năm; cấp: chi đoàn}}\n", encoding="utf-8")


def number(site: Site, die: Die) -> None:
    """Another number, symbol or day of a document: citations lead elsewhere."""
    path = die.choice(_texts(site, "van-ban"))
    name, value = die.choice((("số", f'"{die.choice((7, 12, 30))}"'), ("ký hiệu", die.choice(("KH/TĐTN-PT", "CV/TĐTN-VP"))), ("số", None)))
    _set(path, name, value)
    if die.random() < 0.3:
        _set(path, "ngày", die.choice(("2026-03-03", "2025-03-03")))


def refer(site: Site, die: Die) -> None:
    """Other declared references."""
    kind, name, goals = die.choice(
        (
            ("tin-tuc", "văn bản", "van-ban"), ("tin-tuc", "mô hình", "mo-hinh"), ("van-ban", "căn cứ", "van-ban"),
            ("van-ban", "thay thế", "van-ban"), ("van-ban", "sửa đổi", "van-ban"), ("mo-hinh", "kế thừa", "mo-hinh"),
            ("mo-hinh", "tương tự", "mo-hinh"), ("mo-hinh", "minh chứng", "tin-tuc"), ("mo-hinh", "văn bản chỉ đạo", "van-ban"),
        )
    )  # fmt: skip
    _set(die.choice(_texts(site, kind)), name, _some(die, _keys(site, goals)))


def figures(site: Site, die: Die) -> None:
    """Other figures of a model, years, milestones, where they can be checked; steps, and another day of review."""
    source, n = die.choice(_keys(site, "tin-tuc", "van-ban")), die.randint(1, 8)
    told = f"nội dung: Cây, đạt: {n}, trên tổng: 9, trước đó: 1, đơn vị tính: cây, tính đến: 2026-09"
    name, value = die.choice(
        (
            ("kết quả", f"[{{{told}, nguồn: {source}}}]"),
            ("kết quả", f"[{{{told}, theo năm: [{{năm: 2025, đạt: 1}}, {{năm: 2026-09, đạt: {n}}}]}}]"),
            ("các mốc", f"[{{ngày: 2025, việc: Bắt đầu, giai đoạn: thí điểm}}, {{ngày: 2026-0{n}, việc: Nhân ra, nguồn: {source}}}]"),
            ("các bước", die.choice((None, f"[{{bước: Ươm, cần: {n} người}}]"))),
            ("ngày rà soát", die.choice((None, "2024-11-16", "2024-11-18", "2024-11-22", "2026-11-10"))),
            ("nhân rộng", die.choice((None, f"[{{cấp: cơ sở, đạt: {n * 20}, tính đến: 2026-0{n}}}]"))),
            ("đối tượng", die.choice((None, "Chi đoàn", "[Chi đoàn, Người già]", "[chi đoàn]"))),
            ("thời gian", die.choice((None, f"{{từ: 202{n}}}"))),
            ("thí điểm", f"{{phạm vi: Hai xã, số lượng: {n}}}"),
        )
    )
    _set(die.choice(_texts(site, "mo-hinh")), name, value)


def kin(site: Site, die: Die) -> None:
    """Another thread of a model, another forerunner or likeness, another beginning."""
    path, others = die.choice(_texts(site, "mo-hinh")), _keys(site, "mo-hinh")
    name, value = die.choice((("mạch", _some(die, THREADS)), ("mạch", None), ("kế thừa", f"[{die.choice(others)}]"), ("kế thừa", None),
                              ("tương tự", f"[{die.choice(others)}]"), ("thời gian", f"{{từ: 201{die.randint(1, 9)}}}"),
                              ("thời gian", None), ("địa bàn", die.choice(PLACES))))  # fmt: skip
    _set(path, name, value)


def collect(site: Site, die: Die) -> None:
    """Other things in a collection, in another order; another state or unit of it."""
    found = _texts(site, "ho-so")
    if not found:
        return
    keys = _keys(site)
    items = [f"{{bài: {key}{die.choice(('', ', ghi chú: Đọc kỹ', ', phần: Phần hai'))}}}" for key in die.sample(keys, min(3, len(keys)))]
    items += die.choice(([], ["{tệp: van-ban/2026/12-kh/12-kh.pdf}"], ["{địa chỉ: 'https://vi-du.vn/', tên: Nơi khác}"]))
    die.shuffle(items)
    path = die.choice(found)
    _set(path, "gồm", f"[{', '.join(items)}]")
    changes = (("trạng thái", "đã khép lại"), ("trạng thái", None), ("đơn vị", die.choice(UNITS)), ("ngày", "2026-05-05"))
    _set(path, *die.choice(changes)) if die.random() < 0.4 else None


def addresses(site: Site, die: Die) -> None:
    """Another slug, id or old address."""
    path, n = die.choice(_texts(site)), die.randint(1, 3)
    _set(path, *die.choice((("đường dẫn", f"dia-chi-{n}"), ("đường dẫn", None), ("mã", f"ma-{n}"), ("địa chỉ cũ", f"[/cu/{n}/]"),
                            ("địa chỉ cũ", None), ("địa chỉ cũ", "[/tin/1/, /cu/4/]"))))  # fmt: skip


def add(site: Site, die: Die) -> None:
    """A new record."""
    n, year = die.randint(30, 60), die.choice(("2025", "2026"))
    text = die.choice(PHRASES)
    name, made = die.choice(
        (
            (f"tin-tuc/{year}/tin-{n}.md", sites.news(n, f"{year}-0{die.randint(1, 9)}-07", text, f"chủ đề: {_some(die, TOPICS)}")),
            (f"van-ban/{year}/{n}-kh/index.md", sites.document(n, die.choice(("7", "12", str(n))), "KH/TĐTN-PT", f"{year}-04-04", text)),
            (f"mo-hinh/mo-hinh-{n}.md", sites.model(n, text)),
            (f"ho-so/ho-so-{n}.md", sites.collection(n, tuple(f"bài: {key}" for key in die.sample(_keys(site), 2)), body=text)),
            (f"so-sanh/so-sanh-{n}.md", sites.comparison(n, die.sample(_keys(site, "mo-hinh"), min(2, len(_keys(site, "mo-hinh")))), text)),
            (f"trang/trang-{n}.md", f"---\ntiêu đề: Trang {n}\ntóm tắt: Một trang.\n---\n\n{text}\n"),
        )
    )
    (site.content / name).parent.mkdir(parents=True, exist_ok=True)
    (site.content / name).write_text(made, encoding="utf-8")


def delete(site: Site, die: Die) -> None:
    """A record less."""
    path = die.choice(_texts(site))
    shutil.rmtree(path.parent) if path.name == "index.md" else path.unlink()


def move(site: Site, die: Die) -> None:
    """A file of another name, perhaps in another year; sometimes what named it follows."""
    path = die.choice(_texts(site))
    old = path.relative_to(site.content).as_posix().removesuffix(".md").removesuffix("/index")
    parts = old.split("/")
    if len(parts) == 3 and die.random() < 0.5:
        parts[1] = "2025" if parts[1] == "2026" else "2026"
    else:
        parts[-1] = f"ten-moi-{die.randint(1, 20)}"
    new = "/".join(parts)
    goal = site.content / (new if path.name == "index.md" else f"{new}.md")
    if goal.exists():
        return
    goal.parent.mkdir(parents=True, exist_ok=True)
    (path.parent if path.name == "index.md" else path).rename(goal)
    if die.random() < 0.8:
        for other in [*_texts(site), site.content / "du-lieu/ten-goi.yml"]:
            text = other.read_text(encoding="utf-8")
            if old in text:
                other.write_text(re.sub(rf"{re.escape(old)}(?![\w-])", new, text), encoding="utf-8")


def draft(site: Site, die: Die) -> None:
    """A draft, or no draft any more."""
    path = die.choice(_texts(site, "tin-tuc", "ho-so", "trang"))
    _set(path, "trạng thái", die.choice((None, "nháp")))


def embargo(site: Site, die: Die) -> None:
    """Another embargo, or none."""
    _set(die.choice(_texts(site)), "đăng từ", die.choice((None, *DAYS)))


def turn(site: Site, die: Die) -> None:
    """Another day, forwards or backwards."""
    site.as_of = die.choice(DAYS[3:])


def rename_word(site: Site, die: Die) -> None:
    """A topic or unit of another name, everywhere."""
    old, new = die.choice(((TOPICS[1], "Mùa hè"), (UNITS[2], "Đoàn xã Dưới"), ("Môi trường", "Cây xanh")))
    old, new = (old, new) if die.random() < 0.5 else (new, old)
    for path in [*_texts(site), *(site.content / "du-lieu").glob("*.yml")]:
        text = path.read_text(encoding="utf-8")
        if old in text:
            path.write_text(text.replace(old, new), encoding="utf-8")


def pictures(site: Site, die: Die) -> None:
    """Another picture behind a name, one that is gone, one that is new."""
    path = site.content / "anh" / die.choice(("cay.jpg", "vuon.jpg", "thua.jpg"))
    if die.random() < 0.25:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(die.choice((sites.picture(1), sites.picture(2), sites.picture(3, 700), sites.picture(4)[:-40])))


def attachments(site: Site, die: Die) -> None:
    """Another attachment, none, one more, a declaration more or less."""
    path = die.choice(_texts(site, "van-ban"))
    file = path.parent / "12-kh.pdf"
    if die.random() < 0.5:
        file.write_bytes(sites.paper(die.randint(1, 3)))
        _set(path, "tệp", die.choice(("[{tệp: 12-kh.pdf, tên: Bản chụp}]", "[{tệp: 12-kh.pdf, tên: Bản in, dạng: bản chụp}]")))
    elif die.random() < 0.5:
        _set(path, "tệp", None)
    else:
        file.unlink(missing_ok=True)


def theme(site: Site, die: Die) -> None:
    """Another template, style or script, in a copy of the theme."""
    if site.theme == sites.ROOT / "theme":
        site.theme = site.root / "theme"
        shutil.copytree(sites.ROOT / "theme", site.theme)
    path = die.choice([site.theme / "templates/news.html", site.theme / "templates/base.html", *sorted((site.theme / "css").glob("*.css"))])
    mark = f"{{# {die.randint(1, 9)} #}}chữ" if path.name == "news.html" else f"<!-- {die.randint(1, 9)} -->"
    mark = f"/* {die.randint(1, 9)} */ .a{{color:red}}" if path.suffix == ".css" else mark
    path.write_text((sites.ROOT / "theme" / path.relative_to(site.theme)).read_text(encoding="utf-8") + mark + "\n", encoding="utf-8")


def setting(site: Site, die: Die) -> None:
    """Another address of the whole site; printed forms (PDF) are wanted, or are not."""
    site.pdf = die.random() < 0.5
    site.url = die.choice(("https://vi-du.example", "https://vi-du.example/doan", "http://127.0.0.1:8000"))


def touched(site: Site, die: Die) -> None:
    """Files that are written anew with the bytes they had."""
    for path in die.sample(_texts(site), 3):
        path.write_bytes(path.read_bytes())


def disguised(site: Site, die: Die) -> None:
    """Other bytes of the same length behind the old time."""
    path = die.choice(_texts(site))
    found = path.read_bytes()
    sites.touch(path, re.sub(rb"[0-9](?=[^0-9]*\Z)", str(die.randint(0, 9)).encode(), found, count=1))


def tampered(site: Site, die: Die) -> None:
    """Files of the output that somebody has changed, added to by mistake, or deleted."""
    files = [p for p in sorted(site.output.rglob("*")) if p.is_file()] if site.output.is_dir() else []
    for path in die.sample(files, min(len(files), 3)):
        if path.name == "index.html" and path.parent == site.output:
            continue
        path.unlink() if die.random() < 0.5 else path.write_bytes(path.read_bytes() + b"!")


def emptied(site: Site, die: Die) -> None:
    """An output that is gone as a whole, or a folder of it."""
    if die.random() < 0.5:
        shutil.rmtree(site.output, ignore_errors=True)
    else:
        folders = [p for p in sorted(site.output.iterdir()) if p.is_dir()] if site.output.is_dir() else []
        shutil.rmtree(die.choice(folders)) if folders else None


def amnesia(site: Site, die: Die) -> None:
    """A memory that is gone, cut short, or scribbled over."""
    path = site.memory
    found = path.read_bytes() if path.is_file() else b""
    if not found:
        return
    at = die.randrange(len(found))
    how = die.randrange(4)
    if how == 0:
        path.unlink()
    else:
        page = at // 4096 * 4096
        path.write_bytes((found[:at], found[:page] + bytes(4096) + found[page + 4096 :], b"khong phai bo nho")[how - 1])


def fault(site: Site, die: Die) -> None:
    """A mistake of an editor."""
    path = die.choice(_texts(site))
    text = path.read_text(encoding="utf-8")
    faults = [text + f"\n[hỏng]({link})\n" for link in ("/tin-tuc/2026/khong-co.md", "/khong-co/", "/tin-tuc/2026/tin-1.md#khong-co")]
    faults += ["---\n" + text, text.replace("---", "", 1)]
    lines = (("khóa lạ", "1"), ("chủ đề", "[Không có]"))
    words = (("chu-de", "  tên khác: [\n"), ("banner", "  lạ: 1\n"), ("chuyen-huong", "- từ: /cu/1/\n  đến: /khong-co/\n"))
    kind = die.randrange(3)
    if kind == 0:
        path.write_text(die.choice(faults), encoding="utf-8")
    elif kind == 1:
        _set(path, *die.choice(lines))
    else:
        name, line = die.choice(words)
        _words(site, name, lambda t: t + line)


EDITS = (
    body, title, summary, day, category, lists, details, duties, number, refer, figures, kin, entities, collect, compare, addresses,
    add, delete, move, draft, outline, led, embargo, turn, data, peers, rename_word, pictures, attachments, theme, setting, touched,
    disguised, tampered, emptied, amnesia, fault,
)  # fmt: skip
