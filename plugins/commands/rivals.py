"""The trial corpus for others: each record in neutral words, so that Hugo and stock Pelican build the same texts, lists and links.

Each rival has a module of its own; their templates and settings lie in `plugins/commands/rival_sites/`."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from plugins.commands import corpus
from plugins.commands import corpus_names as names
from plugins.commands.corpus import Entry
from plugins.domain.text import slug

STYLE = "body{max-width:60rem;margin:auto;font-family:sans-serif}img{max-width:100%;height:auto}\n"
SITES = Path(__file__).resolve().parent / "rival_sites"

# Taxonomy of a rival → our key in front matter; each is a list with pages, those in FED have feeds too, as ours have.
_TERMS = {
    "chuyen-muc": ("chuyên mục",),
    "chu-de": ("chủ đề",),
    "don-vi": ("đơn vị", "cơ quan"),
    "dia-ban": ("địa bàn",),
    "loai": ("loại",),
    "co-quan": ("cơ quan",),
    "linh-vuc": ("lĩnh vực",),
}
TAXONOMIES = (*_TERMS, "nam", "trang-thai")
FED = ("chuyen-muc", "chu-de", "don-vi", "loai", "co-quan")
_RELATED = ("văn bản", "mô hình", "thực hiện", "thay thế", "minh chứng")
_FACTS = {"hiệu lực": "Hiệu lực", "cơ quan": "Cơ quan ban hành", "trạng thái": "Trạng thái", "địa bàn": "Địa bàn"}
_LINK = re.compile(r"\]\(/((?:tin-tuc|van-ban|mo-hinh|trang)/[^)#\s]+)\.md\)")


@dataclass(frozen=True)
class Piece:
    """One record in neutral words: `path` as in content/, `terms` names by taxonomy, `related` paths like `/tin-tuc/2019/bai`."""

    path: str
    kind: str
    title: str
    day: str
    summary: str
    body: str
    kicker: str = ""
    number: str = ""
    picture: tuple[str, str] = ("", "")
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """Where the page of it stands, at every rival: as at ours."""
        return address(self.path)


def piece(entry: Entry) -> Piece:
    """A record of the corpus in neutral words; what the front matter declares beyond these is left out."""
    front = entry.front
    terms = {name: tuple(dict.fromkeys(word for key in keys for word in _words(front.get(key)))) for name, keys in _TERMS.items()}
    if entry.kind == "document":
        terms["nam"] = (str(front["ngày"])[:4],)
    if entry.kind == "model":
        terms["trang-thai"] = _words(front["trạng thái"])
    title = front.get("tiêu đề") or front.get("tên") or f"{front['loại']} {front['trích yếu']}"
    picture = front.get("ảnh") or {}
    return Piece(
        path=entry.path,
        kind=entry.kind,
        title=str(title),
        day=str(front.get("ngày") or front.get("ngày đăng") or ""),
        summary=str(front.get("tóm tắt", "")),
        body=entry.body,
        kicker=str(front.get("tít dẫn", "")),
        number=f"{front['số']}-{front['ký hiệu']}" if "số" in front else "",
        picture=(f"/{picture['tệp']}", str(picture["mô tả"])) if picture else ("", ""),
        terms={name: words for name, words in terms.items() if words},
        related=tuple(f"/{key}" for name in _RELATED for key in _words(front.get(name))),
        facts=tuple((label, ", ".join(_words(front[key]))) for key, label in _FACTS.items() if key in front),
    )


def address(path: str) -> str:
    """The address of a file of content/: pages of the editors stand at the root."""
    return "/" + path.removesuffix(".md").removesuffix("/index").removeprefix("trang/") + "/"


def relinked(body: str, target) -> str:
    """A body whose links to other records are written as a rival writes them; `target` gets the path of the file."""
    return _LINK.sub(lambda found: f"]({target(found[1] + '.md')})", body)


def all_terms() -> dict[str, tuple[str, ...]]:
    """Every name of every taxonomy whose words are known beforehand."""
    units = (names.UNION, *names.UNITS_NOW, *names.UNITS_THEN)
    return {
        "chuyen-muc": names.CATEGORIES,
        "chu-de": names.TOPICS,
        "don-vi": units,
        "dia-ban": (*names.PLACES_NOW, *names.PLACES_THEN),
        "loai": tuple(names.TYPES),
        "co-quan": (names.UNION,),
        "linh-vuc": names.FIELDS,
        "trang-thai": names.MODEL_STATUS,
        "nam": tuple(str(year) for year in range(corpus.FIRST_DAY.year, corpus.LAST_DAY.year + 1)),
    }


def key(name: str) -> str:
    """The key of a name in addresses."""
    return slug(name)


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(word) for word in value)
    return (str(value),) if value else ()
