"""The addresses of the site: where a record, a list, a feed lives. They are for ever; nothing else builds one."""

from plugins.domain.fields import CHOICES
from plugins.domain.records import Collection, Comparison, Document, Model, News, Record
from plugins.domain.text import slug

HOME, NEWS, ARCHIVE, SHOWCASE, COLLECTIONS = "/", "/tin-tuc/", "/van-ban/", "/mo-hinh/", "/ho-so/"
SEARCH, FEEDS, SITE_MAP, NOT_FOUND = "/tim-kiem/", "/rss/", "/so-do/", "/404.html"
CALENDAR, TARGETS, STANDING = "/lich/", "/lich/chi-tieu/", "/lich/thuong-xuyen/"
DATA, NUMBERS, THREADS = "/du-lieu/", f"{ARCHIVE}so/", f"{SHOWCASE}mach/"
NEWEST_MODELS, COMPARE = f"{SHOWCASE}moi-nhat/", f"{SHOWCASE}so-sanh/"
CHANGES = "/dia-ban/"  # what has become of places and units
MODEL_MAP, MODEL_SPREAD = f"{SHOWCASE}ban-do/", f"{SHOWCASE}nhan-rong/"


def year(record: Record) -> str:
    """The year under which a record is filed: of its day, else of its folder, else "khac" (other)."""
    if record.date:
        return record.date.iso[:4]
    folders = record.key.split("/")[1:-1]
    return next((f for f in folders if len(f) == 4 and f.isdigit()), "khac")


def of(record: Record) -> str:
    """The address of a record."""
    match record:
        case News():
            return f"{NEWS}{year(record)}/{record.slug}/"
        case Document():
            return f"{ARCHIVE}{year(record)}/{record.slug}/"
        case Model():
            return f"{SHOWCASE}{record.slug}/"
        case Collection():
            return f"{COLLECTIONS}{record.slug}/"
        case Comparison():
            return f"{COMPARE}{record.slug}/"
    return f"/{record.slug}/"


def category(key: str) -> str:
    """News of one category."""
    return f"{NEWS}{key}/"


def document_type(key: str) -> str:
    """Documents of one type."""
    return f"{ARCHIVE}loai/{key}/"


def document_year(key: str) -> str:
    """Documents of one year."""
    return f"{ARCHIVE}nam/{key}/"


def document_organ(key: str) -> str:
    """Documents of one organ."""
    return f"{ARCHIVE}co-quan/{key}/"


def document_level(key: str) -> str:
    """Documents of the organs of one level."""
    return f"{ARCHIVE}cap/{slug(CHOICES['level'][key][0])}/"


def document_status(key: str) -> str:
    """Documents of one standing."""
    return f"{ARCHIVE}hieu-luc/{slug(CHOICES['document_status'][key][0])}/"


def document_topic(key: str) -> str:
    """Documents of one topic."""
    return f"{ARCHIVE}chu-de/{key}/"


def document_signer(key: str) -> str:
    """Documents of one signer."""
    return f"{ARCHIVE}nguoi-ky/{key}/"


def document_number(key: str) -> str:
    """Documents of one figure, whatever their symbols."""
    return f"{NUMBERS}{key}/"


def type_in_year(pair: str) -> str:
    """Documents of one type and one year: ``ke-hoach/2026``."""
    return f"{ARCHIVE}loai/{pair}/"


def type_of_organ(pair: str) -> str:
    """Documents of one organ and one type: ``tinh-doan-mau/ke-hoach``."""
    return f"{ARCHIVE}co-quan/{pair}/"


def month(key: str, level: str = "") -> str:
    """The duties of one month (``2026-08``), perhaps of one level (its slug)."""
    return f"{CALENDAR}{key.replace('-', '/')}/{level + '/' if level else ''}"


def duty_level(level: str) -> str:
    """The duties of one level, by its slug."""
    return f"{CALENDAR}cap/{level}/"


def duty_organ(key: str) -> str:
    """The duties that one organ has laid down."""
    return f"{CALENDAR}co-quan/{key}/"


def calendar_file(part: str) -> str:
    """A calendar to subscribe to (RFC 5545): ``tat-ca``, ``cap-co-so``, ``co-quan-tinh-doan-mau``."""
    return f"{CALENDAR}{part}.ics"


def target_level(level: str) -> str:
    """The targets of one level, by its slug."""
    return f"{TARGETS}cap/{level}/"


def target_year(key: str) -> str:
    """The targets whose time ends in one year."""
    return f"{TARGETS}nam/{key}/"


def data_of(record: Record) -> str:
    """What one record says, as JSON, beside its page (see outputs.MEMBER)."""
    return f"{of(record)}du-lieu.json"


def printed(record: Record) -> str:
    """The printed form of a document, as a PDF beside its page."""
    return f"{of(record)}{record.slug}-ban-in.pdf"


def model_field(key: str) -> str:
    """Models of one field."""
    return f"{SHOWCASE}linh-vuc/{key}/"


def model_status(key: str) -> str:
    """Models of one status."""
    return f"{SHOWCASE}trang-thai/{_status(key)}/"


def _status(key: str) -> str:
    return slug(CHOICES["model_status"].get(key, (key,))[0])


def model_audience(key: str) -> str:
    """Models for one audience."""
    return f"{SHOWCASE}doi-tuong/{key}/"


def model_place(key: str) -> str:
    """Models of one place."""
    return f"{SHOWCASE}dia-ban/{key}/"


def model_year(key: str) -> str:
    """Models that began in one year."""
    return f"{SHOWCASE}nam/{key}/"


def model_scale(key: str) -> str:
    """Models of one size."""
    return f"{SHOWCASE}quy-mo/{key}/"


def model_pair(first: str, second: str) -> str:
    """Models of two facets, from the addresses of the lists by each: ``/mo-hinh/linh-vuc/a/doi-tuong/b/``."""
    return first + second.removeprefix(SHOWCASE)


def thread(key: str) -> str:
    """One thread of models."""
    return f"{THREADS}{key}/"


def compared(record: Model) -> str:
    """What a table of models says of one, for the script that puts any of them side by side."""
    return f"{of(record)}so-sanh.json"


def checklist(record: Model) -> str:
    """The page to print and tick off when a model is copied."""
    return f"{of(record)}lam-theo/"


def topic(key: str) -> str:
    """Everything of one topic."""
    return f"/chu-de/{key}/"


def unit(key: str) -> str:
    """Everything of one unit."""
    return f"/don-vi/{key}/"


def place(key: str) -> str:
    """Everything of one place."""
    return f"/dia-ban/{key}/"


def older(address: str, number: int) -> str:
    """An older page of a list; `number` counts from the oldest."""
    return f"{address}trang/{number}/"


def file_name(address: str) -> str:
    """The output file of an address: ``/a/b/`` → ``a/b/index.html``, ``/a.xml`` → ``a.xml``."""
    return address.lstrip("/") + "index.html" if address.endswith("/") else address.lstrip("/")


# First folders that lists and machines use: no page of the editors may take one of them as its slug.
RESERVED = {
    "tin-tuc", "van-ban", "mo-hinh", "ho-so", "chu-de", "don-vi", "dia-ban", "lich", "tim-kiem", "rss", "du-lieu", "so-do", "anh",
    "theme", "404",
}  # fmt: skip

# Feeds: kind of list → how the feed's file is called; the key of the list follows.
_FEEDS = {
    "all": "tat-ca", "news": "tin-tuc", "document": "van-ban", "model": "mo-hinh", "field": "mo-hinh-linh-vuc",
    "audience": "mo-hinh-doi-tuong", "model-place": "mo-hinh-dia-ban", "model-status": "mo-hinh-trang-thai",
    "model-year": "mo-hinh-nam", "model-scale": "mo-hinh-quy-mo", "field-audience": "mo-hinh-linh-vuc-doi-tuong",
    "field-place": "mo-hinh-linh-vuc-dia-ban", "field-status": "mo-hinh-linh-vuc-trang-thai",
    "audience-place": "mo-hinh-doi-tuong-dia-ban", "collection": "ho-so", "category": "chuyen-muc", "type": "loai",
    "organ": "co-quan", "topic": "chu-de", "unit": "don-vi", "duty": "viec-phai-lam", "spread": "nhan-rong", "change": "noi-cu-noi-moi",
}  # fmt: skip


def feed(kind: str, key: str = "", ending: str = "xml") -> str:
    """The feed of one list; `ending` xml (RSS) or json (JSON Feed). Of two facets together both are named (``a/b``: no slug holds
    two hyphens)."""
    first, slash, last = key.rpartition("/")
    last = _status(last) if kind.endswith("-status") else last
    word = f"{first}--{last}" if slash else last
    return f"{FEEDS}{_FEEDS[kind]}{'-' + word if key else ''}.{ending}"


def former(record: Record) -> str:
    """The first address that a record ever had: what its permanent feed id is made from when it has no id of its own."""
    return record.moved_from[0] if record.moved_from else of(record)
