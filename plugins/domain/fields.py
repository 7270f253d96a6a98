"""What a front-matter key is: its names, how its value is read, the words of a choice. The tables are in `tables`.

A key may be written in English or Vietnamese; case, blanks, `-` and `_` do not matter. Values are read in `validation`."""

from functools import lru_cache
from typing import NamedTuple

from plugins.domain.frozen import dataclass
from plugins.domain.text import normalise


@dataclass(frozen=True)
class Field:
    """One key. `kind` names how its value is read:

    text one line or several · day an ISO day (a time may follow) · date an ISO day, month or year · number a Vietnamese figure ·
    flag có/không · choice one word of CHOICES[of] · word an entry of the vocabulary `of` · record a reference to a record of kind
    `of` ('': any) · citation a reference to a document here or elsewhere · url an outside address · address one of this site (`of` target:
    where it leads) · target either · authority the root of feed ids (RFC 4151) · email · slug · file a path beside the record ·
    recurrence how often, in words · picture a path under content/ · group a mapping of `parts`. `many` makes it a list (one value may
    stand alone)."""

    name: str
    vietnamese: str
    kind: str = "text"
    required: bool = False
    many: bool = False
    of: str = ""
    parts: tuple["Field", ...] = ()
    example: str = ""
    help: str = ""


# Each choice: the canonical word that records carry → the words an editor may write (the first is printed).
CHOICES = {
    "news_status": {"published": ("xuất bản", "published"), "draft": ("nháp", "draft")},
    "document_status": {
        "in_force": ("còn hiệu lực", "in force"),
        "not_yet": ("chưa có hiệu lực", "not yet in force"),
        "expired": ("hết hiệu lực", "expired"),
        "replaced": ("được thay thế", "replaced"),
        "partly": ("hết hiệu lực một phần", "partly in force"),
        "consultation": ("dự thảo lấy ý kiến", "consultation"),
        "unknown": ("chưa rõ hiệu lực", "chưa xác định", "unknown"),
        "draft": ("nháp", "draft"),
    },
    "model_status": {
        "pilot": ("thí điểm", "pilot"),
        "scaled": ("nhân rộng", "scaled"),
        "official": ("chính thức", "official"),
        "ended": ("kết thúc", "ended"),
        "draft": ("nháp", "draft"),
    },
    "model_stage": {
        "pilot": ("thí điểm", "pilot"),
        "scaled": ("nhân rộng", "scaled"),
        "official": ("chính thức", "official"),
        "ended": ("kết thúc", "ended"),
    },
    "collection_status": {
        "open": ("đang bổ sung", "open"),
        "closed": ("đã khép lại", "closed"),
        "draft": ("nháp", "draft"),
    },
    "secrecy": {"public": ("thường", "public")},
    "file_kind": {"scan": ("bản chụp", "scan"), "docx": ("bản soạn thảo", "docx"), "form": ("biểu mẫu", "form")},
    "level": {
        "central": ("trung ương", "central"),
        "province": ("tỉnh", "province"),
        "district": ("huyện", "district"),
        "commune": ("cơ sở", "commune"),
        "branch": ("chi đoàn", "branch"),
    },
}


@lru_cache(4096)
def key_form(key: str) -> str:
    """The form in which keys are compared: NFC, lower case, `-` and `_` as one blank."""
    return " ".join(normalise(key).lower().replace("_", " ").replace("-", " ").split())


class Known(NamedTuple):
    """What is asked of a table of fields for each file: every accepted spelling (in key form) → its field; those that are required."""

    fields: tuple[Field, ...]
    spellings: dict[str, Field]
    required: tuple[Field, ...]


def known(fields: tuple[Field, ...]) -> Known:
    """What is asked of a table: worked out once. A table is known by being the same, to compare all its fields would take longer."""
    found = _KNOWN.get(id(fields))
    if found is None:
        spelt = {key_form(name): field for field in fields for name in (field.name, field.vietnamese)}
        found = _KNOWN[id(fields)] = Known(fields, spelt, tuple(field for field in fields if field.required))
    return found


_KNOWN: dict[int, Known] = {}  # each holds its table, so that no other can take its place
