"""What records bring along besides words: pictures and files must exist, be what they say, and may be shown."""

import re

from plugins.context import linking
from plugins.context.build import Build
from plugins.context.holdings import Named
from plugins.context.library import Library
from plugins.context.linking import picture_name
from plugins.domain import reading, words
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.records import Collection, Document, Record
from plugins.domain.text import closest
from plugins.domain.words import Words

_ELSEWHERE = late(r"/(?!anh/)[a-z0-9-]++(?:/[a-z0-9-]++)*+(?:/|\.[a-z0-9]++)?").fullmatch  # a link to no picture
_FILM = late(r"youtu\.?be|facebook\.com|fb\.watch|vimeo|tiktok|\.(?:mp4|mov|avi|webm)$", re.IGNORECASE)
_ON_DISK = late(r"(?:file:/*)?[A-Za-z]:[\\/](?:.*[\\/])?|file:/*(?:.*/)?", re.IGNORECASE)
_PICTURE_FIELDS = ("image", "gallery", "photos")


def check_files(record: Record, build: Build) -> list[Problem]:
    """Files that a document declares lie beside it and are what their ending says."""
    problems = []
    for file in record.files if isinstance(record, Document) else ():
        if not build.attachments.exists(f"{record.key}/{file.path}"):
            folder = build.content / record.key
            near = closest(file.path, sorted(p.name for p in folder.iterdir() if p.suffix != ".md") if folder.is_dir() else ())
            hint = f"Có phải “{near}”?" if near else "Chép tệp vào cùng thư mục với index.md và ghi đúng tên, kể cả chữ hoa."
            problems.append(Problem(record.path, file.line, "thieu-tep", f"Không có tệp “{file.path}” trong thư mục của văn bản.", hint))
        elif fault := build.attachments.fault(build.content / record.key / file.path):
            problems.append(Problem(record.path, file.line, *fault))
    return problems


def check_collected(record: Record, library: Library) -> list[Problem]:
    """Files that a collection names are declared by a document that readers may see."""
    problems = []
    for item in record.collects if isinstance(record, Collection) else ():
        folder, _, name = item.file.rpartition("/")
        if not item.file or library.broken(folder) or linking.attachment(item.file, library):
            continue
        document = library.record(folder)
        files = [file.path for file in getattr(document, "files", ())]
        near = closest(name, files)
        hint = f"Có phải “{folder}/{near}”?" if near else "Ghi đường dẫn của một tệp đã khai báo, ví dụ: van-ban/2026/12-kh/12-kh.pdf"
        if library.hidden(folder):
            hint = "Văn bản có tệp ấy là bản nháp hoặc chưa tới ngày đăng; bỏ mục này, hoặc cho đăng văn bản."
        problems.append(Problem(record.path, item.line, "thieu-tep", f"Không văn bản nào trên trang có tệp “{item.file}”.", hint))
    return problems


def check_pictures(record: Record, named: Named, build: Build) -> list[Problem]:
    """Pictures of a record's fields and body: sound, described, and with the consent that a child's picture needs."""
    problems, consented = [], {c.src for c in record.consents}
    for name in _PICTURE_FIELDS:
        value = getattr(record, name, None)
        for picture in value if isinstance(value, tuple) else (value,) if value else ():
            problems += _faults(picture.src, record.path, picture.line, build)
            consented |= {picture.src} if picture.consent else set()
    for hole in named.pictures:
        if not hole.alt.strip():
            hint = f"Viết: ![Đoàn viên trồng cây ven đường]({hole.src})"
            message = f"Ảnh “{hole.src}” chưa có mô tả cho người không nhìn thấy."
            problems.append(Problem(record.path, hole.line, "anh-thieu-mo-ta", message, hint))
        from plugins.domain import crosschecks

        problems += [Problem(record.path, *fault) for fault in crosschecks.picture_faults(hole.alt, hole.line)]
        src = picture_name(hole.src, record)
        if src is None:
            hint = "Chép ảnh vào content/anh/ rồi ghi: ![mô tả](/anh/ten-anh.jpg)"
            if _FILM.search(hole.src):
                hint = f"Trang không nhúng phim; dẫn tới phim bằng liên kết: [Xem phim]({hole.src})"
            elif _ON_DISK.match(hole.src):
                name = _ON_DISK.sub("", hole.src).lower() or "ten-anh.jpg"
                hint = f"Chép tệp trong máy bạn vào content/anh/ rồi ghi: ![mô tả](/anh/{name})"
            problems.append(Problem(record.path, hole.line, "anh-ngoai", f"Ảnh “{hole.src}” không nằm trong thư mục nội dung.", hint))
            continue
        problems += _faults(src, record.path, hole.line, build)
        if reading.shows_children(f"{hole.alt} {hole.caption}") and src not in consented:
            hint = f"Thêm vào phần khai báo: đồng ý ảnh: [{{tệp: {src}, đồng ý: Gia đình và các em đồng ý ngày 2026-03-01}}]"
            problems.append(Problem(record.path, hole.line, "thieu-dong-y", "Ảnh có trẻ em nhưng chưa có ghi chú về sự đồng ý.", hint))
    return problems


def check_linked_pictures(record: Record, named: Named, build: Build) -> list[Problem]:
    """Pictures that a body only links to."""
    problems = []
    for hole in named.links:
        if _ELSEWHERE(hole.target):
            continue
        src = picture_name(hole.target, record) or ""
        if src.startswith("anh/"):
            problems += _faults(src, record.path, hole.line, build)
    return problems


def check_banners(vocabulary: Words, build: Build) -> list[Problem]:
    """Pictures of the data files."""
    problems = []
    for name, entries in vocabulary.lists.items():
        for entry in entries:
            picture = entry.get("picture", None)
            if picture and "src" in picture.of:
                problems += _faults(picture.of["src"], f"{build.root}/{words.file_of(name)}", entry.line, build)
    return problems


def _faults(src: str, path: str, line: int, build: Build) -> list[Problem]:
    return [Problem(path, line, *fault) for fault in build.pictures.faults(src)] if src else []
