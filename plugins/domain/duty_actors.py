"""Who is asked by a sentence, at which level, and where the answer goes: actors, headings that name them, channels, mail."""

import re

from plugins.domain.patterns import late

_BODY = (
    r"(?:(?:các|mỗi|từng|100%|mọi)\s)?(?:đồng chí\s)?(?:"
    r"(?:ban thường vụ|ban chấp hành|btv|bch|thường trực|văn phòng|ban [^\W\d_]{2,8}(?: [^\W\d_]{2,8}){0,3})\s"
    r"(?:các\s)?(?:(?:huyện|thị|thành|tỉnh)[^,.;:()\d]{0,30}?\sđoàn|đoàn)"
    r"|(?:đoàn\s)?(?:các\s)?(?:xã|phường|thị trấn|đặc khu)(?:, (?:xã|phường|thị trấn|đặc khu))*"
    r"|tỉnh đoàn|tỉnh, thành đoàn|(?:các\s)?tỉnh, thành đoàn|huyện,? (?:thị,? )?thành đoàn|(?:huyện|thị|thành) đoàn|quận đoàn"
    r"|trung ương đoàn|đoàn cơ sở|cơ sở đoàn|đoàn trường|đoàn trực thuộc|chi đoàn|liên chi đoàn|đơn vị|cấp bộ đoàn|cán bộ đoàn|đoàn viên"
    r"|cấp (?:trung ương|tỉnh|huyện|xã|cơ sở)|hội đồng đội|bí thư chi đoàn"
    r")(?:,? và (?:các\s)?đoàn trực thuộc|,? và tương đương| trực thuộc| trong tỉnh| chuyên trách(?: cấp tỉnh)?)?"
)
_START = late(rf"(?:đề nghị|yêu cầu|giao|phân công)?\s{{0,3}}({_BODY})(?!\w)", re.IGNORECASE)
_WITHIN = late(rf"(?:đề nghị|yêu cầu|giao cho|giao|mỗi|từng|100%)\s({_BODY})(?!\w)", re.IGNORECASE)
_HEADING = late(rf"(?:đối với\s)?({_BODY})(?:[^.;:]{{0,60}})?[\s*_]*[:.]?[\s*_]*", re.IGNORECASE)
_LEVELS = (
    ("district", late(r"cấp huyện|huyện,? (?:thị,? )?(?:và )?thành đoàn|(?:huyện|thị|quận) đoàn|các huyện"
                            r"|(?<!tỉnh, )thành đoàn", re.IGNORECASE)),
    ("commune", late(r"cơ sở|cấp xã|đoàn (?:các )?(?:xã|phường|đặc khu|trường|trực thuộc)|xã, phường", re.IGNORECASE)),
    ("branch", late(r"chi đoàn", re.IGNORECASE)),
    ("province", late(r"tỉnh đoàn|cấp tỉnh|tỉnh, thành đoàn", re.IGNORECASE)),
    ("central", late(r"trung ương", re.IGNORECASE)),
)  # fmt: skip
_CHANNEL = late(
    r"(?:gửi|báo cáo|nộp|đăng ký)\b[^.;\n]{0,80}?\b(?:về|qua|đến|cho)\s(?!trước|ngày|hết|năm|việc)([^,.;:()\n]{3,80}?)"
    r"(?=\s(?:trước|chậm nhất|theo|để|hằng|hàng|bằng)\b|[,.;:()\n]|\Z)",
    re.IGNORECASE,
)
_EMAIL = late(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_RANKS = ((late(r"[IVX]{1,5}[.)/]"), 1), (late(r"\d{1,2}[.)]"), 2), (late(r"\d{1,2}(?:\.\d{1,2}){1,3}[.)]?"), 3))


class Context:
    """The heading under which a sentence stands, as far as it names somebody."""

    def __init__(self):
        self.actor, self.rank = "", 0

    def pass_by(self, label: str, words: str) -> None:
        """Goes on to the next sentence: a heading of the same or a wider kind closes the one before."""
        bare = label.strip(" \t*_#>")
        rank = next((rank for pattern, rank in _RANKS if pattern.fullmatch(bare)), 0)
        starred = label.lstrip().startswith("*") and not bare
        short = len(words) <= 90
        if short and (rank or starred or label.lstrip().startswith("#")) and _HEADING.fullmatch(words):
            self.actor, self.rank = " ".join(words.strip(" *_:.").split()), rank or 4
        elif rank == 1 or (rank and short and rank <= self.rank and self.rank < 4) or label.lstrip().startswith("#"):
            self.actor, self.rank = "", 0


def actor_of(words: str) -> str:
    """Whom a sentence asks: its subject, or who is named after “mỗi”, “giao”, “đề nghị”; '' when it names none."""
    found = _START.match(words) or _WITHIN.search(words)
    return " ".join(found[1].split()) if found else ""


def level_of(words: str) -> str:
    """The level that some words name, '' for none or all."""
    places = [(match.start(), level) for level, pattern in _LEVELS if (match := pattern.search(words))]
    return min(places)[1] if places else ""


def channel_of(words: str) -> str:
    """Where something is to be sent."""
    found = _CHANNEL.search(words)
    return " ".join(found[1].replace("*", "").split()) if found else ""


def email_of(words: str) -> str:
    """The first e-mail address."""
    found = _EMAIL.search(words)
    return found[0] if found else ""
