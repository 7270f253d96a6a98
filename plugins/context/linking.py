"""Where a link in a body leads: from what an editor wrote to an address of the site, or to the reason why it leads nowhere."""

import posixpath
from collections.abc import Callable, Collection, Iterable
from urllib.parse import unquote

from plugins.context.body import Body, LinkHole
from plugins.domain import addresses
from plugins.domain.patterns import late
from plugins.domain.problems import Problem
from plugins.domain.records import Document, Record
from plugins.domain.relations import World
from plugins.domain.text import closest, normalise

_SCHEME = late(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_REGULAR = late(r"(?:/[a-z0-9-]++)++(?:\.[a-z0-9]++)?").fullmatch  # nearly every path: it leads where it says
_OUTSIDE = {"http", "https", "mailto", "tel"}
_LOST_SCHEME = late(r"[\w.+-]+@[\w-]+(\.[\w-]+)+|(www\.[\w.-]+|[\w-]+(\.[\w-]+)*\.(vn|com|org|net|gov|edu))(/\S*)?")


class Dead(ValueError):
    """A link that leads nowhere: (code, message, suggestion) in Vietnamese."""


def resolve(target: str, record: Record, world: World) -> str:
    """The address of `target` as written in the body of `record`: an outside address unchanged, ``#fragment`` unchanged,
    a picture as ``anh/…`` below content/ with the mark ``picture:``. Raises Dead."""
    target = target.strip()
    scheme = _SCHEME.match(target)
    if scheme or target.startswith("//"):
        if scheme and scheme[1].lower() in _OUTSIDE:
            return target
        if scheme and (len(scheme[1]) == 1 or scheme[1].lower() == "file"):
            raise Dead(
                "lien-ket-cam",
                f"Liên kết “{target[:60]}” dẫn tới tệp trong máy của bạn, người đọc không mở được.",
                "Đặt tệp vào thư mục của văn bản rồi ghi: [mẫu đăng ký](/van-ban/2026/45-kh-tdtn-pt/mau-dang-ky.docx)",
            )
        raise Dead(
            "lien-ket-cam",
            f"Liên kết “{target[:60]}” không được phép.",
            "Chỉ dùng địa chỉ https://…, mailto:…, tel:… hoặc đường dẫn trong content/.",
        )
    path, hash_, fragment = target.partition("#")
    path, query_, query = path.partition("?")
    if not path and not fragment:
        raise Dead("lien-ket-hong", f"Liên kết “{target}” chưa ghi địa chỉ.", "Ví dụ: [Ba chủ động](/mo-hinh/ba-chu-dong.md)")
    if not path:
        return hash_ + fragment
    name, inside = _inside(path, "" if path.startswith("/") else _file(record))
    if inside.startswith("..") or "\\" in name:
        raise Dead(
            "ra-ngoai",
            f"Đường dẫn “{target}” đi ra ngoài thư mục nội dung.",
            "Ví dụ: [Kế hoạch 92](/van-ban/2019/92-kh-tdtn-tckt/index.md)",
        )
    key = inside.removesuffix(".md").removesuffix("/index")
    found = world.record(key)
    if found:
        return addresses.of(found) + hash_ + fragment
    if world.broken(key):
        return "#"
    if world.hidden(key):
        raise Dead(
            "dan-toi-ban-nhap", f"Liên kết “{target}” dẫn tới bản nháp hoặc bài chưa tới ngày đăng.", "Bỏ liên kết, hoặc cho đăng bài kia."
        )
    if inside.startswith("anh/"):
        return "picture:" + inside
    attached = attachment(inside, world)
    if attached:
        return attached
    if name.startswith("/") and name.endswith("/"):  # an address of the site; whether it exists is seen on the output
        return (f"/{inside}/" if inside != "." else "/") + query_ + query + hash_ + fragment
    if _LOST_SCHEME.fullmatch(path):
        right = f"mailto:{path}" if "@" in path else f"https://{path}"
        raise Dead("lien-ket-hong", f"Liên kết “{target[:80]}” thiếu phần đầu của địa chỉ.", f"Có phải {right}?")
    near = closest(key, world.names())
    raise Dead(
        "lien-ket-hong",
        f"Liên kết “{target}” không dẫn tới bài hay tệp nào.",
        f"Có phải “/{world.record(near).path.split('/', 1)[1]}”?"
        if near
        else "Ghi đường dẫn từ thư mục content/, ví dụ: /mo-hinh/ba-chu-dong.md",
    )


def picture_name(src: str, record: Record) -> str | None:
    """The path below content/ of a picture named in the body of `record`; None when it lies outside."""
    if ":" in src or "\\" in src:
        return None
    src = f"/{src}" if src.startswith("anh/") else src  # as in front matter
    src = normalise(unquote(src))
    folder = record.key if isinstance(record, Document) else posixpath.dirname(record.key)
    name = posixpath.normpath(src.lstrip("/") if src.startswith("/") else posixpath.join(folder, src))
    return None if name.startswith("..") else name


def linked(record: Record, body: Body) -> tuple[str, ...]:
    """The keys that the links of a body may mean; whether such records exist is not asked here."""
    return tuple(
        sorted({_key(hole.target, record) for hole in body.links if not _SCHEME.match(hole.target) and not hole.target.startswith("#")})
    )


def check(record: Record, links: Iterable[LinkHole], world: World, anchors: Callable[[str], Collection[str]]) -> list[Problem]:
    """Every link of a body that leads nowhere, headings included. `anchors` gives the ids of a record's headings."""
    problems = []
    for hole in links:
        try:
            found = resolve(hole.target, record, world)
        except Dead as dead:
            problems.append(Problem(record.path, hole.line, *dead.args))
            continue
        address, _, fragment = found.partition("#")
        if not fragment or _SCHEME.match(found):
            continue
        goal = record if not address else world.record(_key(hole.target, record))
        if goal is None:
            continue
        ids = anchors(goal.key)
        if unquote(fragment) not in ids:
            near = closest(unquote(fragment), list(ids))
            problems.append(
                Problem(
                    record.path,
                    hole.line,
                    "muc-khong-co",
                    f"Liên kết “{hole.target}” dẫn tới mục không có trong bài.",
                    f"Có phải “#{near}”?"
                    if near
                    else "Ghi số in của mục (ví dụ #ii-2-1) hoặc tiêu đề viết không dấu, các chữ cách nhau bằng gạch nối.",
                )
            )
    return problems


def _key(target: str, record: Record) -> str:
    path = target.partition("#")[0].partition("?")[0]
    _, inside = _inside(path, "" if path.startswith("/") else _file(record))
    return inside.removesuffix(".md").removesuffix("/index")


def _inside(path: str, file: str) -> tuple[str, str]:
    """A path as it is meant that is written in a file, and where it leads below content/."""
    if _REGULAR(path):
        return path, path[1:]
    name = normalise(unquote(path))
    return name, posixpath.normpath(name.lstrip("/") if name.startswith("/") else posixpath.join(posixpath.dirname(file), name))


def _file(record: Record) -> str:
    return f"{record.key}/index.md" if isinstance(record, Document) else f"{record.key}.md"


def attachment(inside: str, world: World) -> str | None:
    """The address of a declared file of a published document; `inside` is its path below content/."""
    folder, _, name = inside.rpartition("/")
    document = world.record(folder)
    if isinstance(document, Document) and any(f.path == name for f in document.files):
        return addresses.of(document) + name
    return None
