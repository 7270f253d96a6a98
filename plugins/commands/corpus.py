"""The trial corpus: which records there are, when, of whom and what they link to; a pure function of their number and a seed.

Texts come from `corpus_text`, names from `corpus_names`; `corpus_files` writes them down."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from plugins.commands import corpus_names as names
from plugins.commands.corpus_text import Goal, Voice, document_body, news_body
from plugins.domain.text import slug

FIRST_DAY, LAST_DAY = date(2014, 1, 6), date(2025, 12, 20)  # of the records; what a measurement adds is dated NEXT_DAY
NEXT_DAY = date(2026, 1, 5)
DOCUMENTS, MODELS = 0.06, 0.02  # shares; the rest is news
PICTURES = 8
LONELY = 7  # every tenth article, from this one on, is linked by none: it can be deleted without breaking a link
_NAME_LENGTH = 60


@dataclass(frozen=True)
class Entry:
    """One file of content/: its path there, the kind of record, its front matter in our Vietnamese keys, and its body."""

    path: str
    kind: str
    front: dict[str, object]
    body: str


@dataclass(frozen=True)
class Draft:
    """A record before its text is written: what others must know to link to it."""

    path: str
    title: str
    day: date
    about: dict[str, str] = field(default_factory=dict)
    number: str = ""
    symbol: str = ""

    @property
    def key(self) -> str:
        """As records refer to each other: the path without ending, a document by its folder."""
        return self.path.removesuffix(".md").removesuffix("/index")

    @property
    def printed(self) -> str:
        """A document as it is cited by number: `Kế hoạch số 92-KH/TĐTN-TCKT ngày 23/3/2019`."""
        day = f"{self.day.day:02}/{self.day.month if self.day.month > 2 else f'0{self.day.month}'}/{self.day.year}"
        return f"{self.about['type']} số {self.number}-{self.symbol} ngày {day}"


class Corpus:
    """`articles` records (and four pages) drawn from `seed`. Raises ValueError for fewer than 50."""

    def __init__(self, articles: int, seed: int = 1):
        if articles < 50:
            raise ValueError(f"{articles} records are too few for all kinds")
        self.articles, self.seed = articles, seed
        documents, models = round(articles * DOCUMENTS), round(articles * MODELS)
        self.documents = self._documents(documents)
        self.models = [self._model(number, models) for number in range(models)]
        self.news = [self._news(number, articles - documents - models) for number in range(articles - documents - models)]

    def entries(self) -> Iterator[Entry]:
        """Every record and page, in a fixed order."""
        for number in range(len(self.news)):
            yield self.article(number)
        for number in range(len(self.documents)):
            yield self._document_entry(number)
        for number in range(len(self.models)):
            yield self._model_entry(number)
        yield from self._pages()

    def article(self, number: int) -> Entry:
        """The `number`-th piece of news, oldest first."""
        return self._news_entry(number, self.news[number])

    def another(self, number: int) -> Entry:
        """A piece of news that is not in the corpus, newer than all that are: what a measurement adds."""
        voice = self._voice(5, number)
        about = self._about(voice, NEXT_DAY)
        draft = Draft(f"tin-tuc/{NEXT_DAY.year}/bai-them-{number}.md", f"Bài thêm thứ {number + 1}: {voice.tell('thing')}", NEXT_DAY, about)
        return self._news_entry(len(self.news) + number, draft)

    def lonely(self, number: int) -> Entry:
        """A piece of news that none links to, in the middle of the corpus; another for each `number`."""
        middle = len(self.news) // 20 * 10 + LONELY
        return self.article((middle + 10 * number) % (len(self.news) // 10 * 10))

    def _voice(self, salt: int, number: int, about: dict[str, str] | None = None) -> Voice:
        return Voice((self.seed * 8 + salt) * 10_000_000 + number, about or {})

    def _about(self, voice: Voice, day: date) -> dict[str, str]:
        then = day.isoformat() <= names.LAST_DISTRICT_DAY and voice.chance(0.4)
        return {
            "unit": voice.pick(names.UNITS_THEN if then else names.UNITS_NOW),
            "place": voice.pick(names.PLACES_THEN if then else names.PLACES_NOW),
            "day": f"{day.day}/{day.month}",
            "year": str(day.year),
        }

    def _news(self, number: int, total: int) -> Draft:
        voice = self._voice(1, number)
        day = _spread(number, total)
        voice.about = about = self._about(voice, day)
        title = voice.tell("title")
        return Draft(f"tin-tuc/{day.year}/{_name(title)}-{number + 1}.md", title[:1].upper() + title[1:], day, about)

    def _news_entry(self, number: int, draft: Draft) -> Entry:
        voice = self._voice(2, number, draft.about)
        near = [self._linkable(number - 1 - voice.number(0, 200)) for _ in range(2)]
        links = [Goal(self.news[n].title, f"/{self.news[n].path}") for n in dict.fromkeys(near) if self.news[n].path != draft.path]
        before = [d for d in self._recent(draft.day, voice) if d.day <= draft.day]
        front: dict[str, object] = {
            "tiêu đề": draft.title,
            "ngày": draft.day.isoformat(),
            "chuyên mục": voice.pick(names.CATEGORIES),
            "tóm tắt": voice.tell("summary"),
        }
        if voice.chance(0.3):
            front["tít dẫn"] = voice.tell("kicker")
        front["đơn vị"] = list(dict.fromkeys([draft.about["unit"], *([names.UNION] if voice.chance(0.15) else [])]))
        front["địa bàn"] = [draft.about["place"]]
        if voice.chance(0.8):
            front["chủ đề"] = list(dict.fromkeys(voice.pick(names.TOPICS) for _ in range(voice.number(1, 3))))
        if before and voice.chance(0.3):
            front["văn bản"] = [before[0].key]
        if voice.chance(0.08):
            front["mô hình"] = [voice.pick(self.models).key]
        picture = f"anh/tranh-{voice.number(1, PICTURES + 1)}.jpg" if number % 5 == 0 else ""
        if picture and number % 10 == 0:
            front["ảnh"] = {"tệp": picture, "mô tả": f"Tranh vẽ {voice.tell('spot')}", "nguồn ảnh": "Tranh minh họa"}
            picture = ""
        extra = {3: "table", 8: "note"}.get(number % 20, "")
        cited = [d.printed for d in before] if voice.chance(0.6) else []
        return Entry(draft.path, "news", front, news_body(voice, links, cited, f"/{picture}" if picture else "", extra))

    def _linkable(self, number: int) -> int:
        number = max(0, min(number, len(self.news) - 1))
        return number - 1 if number % 10 == LONELY else number

    def _recent(self, day: date, voice: Voice) -> list[Draft]:
        """One or two documents of the months before `day`."""
        known = int((day - FIRST_DAY) / (LAST_DAY - FIRST_DAY) * len(self.documents))
        picked = [max(0, min(known, len(self.documents)) - 1 - voice.number(0, 40)) for _ in range(2)]
        return [self.documents[n] for n in dict.fromkeys(picked)]

    def _documents(self, total: int) -> list[Draft]:
        counts: dict[tuple[int, str], int] = {}
        drafts = []
        for number in range(total):
            voice = self._voice(3, number)
            day = _spread(number, total)
            about = self._about(voice, day) | {"type": voice.pick(tuple(names.TYPES))}
            voice.about = about
            code = names.TYPES[about["type"]]
            counts[day.year, code] = count = counts.get((day.year, code), 0) + 1
            symbol = f"{code}/TĐTN-{voice.pick(names.DESKS)}"
            path = f"van-ban/{day.year}/{count}-{slug(symbol)}/index.md"
            drafts.append(Draft(path, voice.tell("subject"), day, about, str(count), symbol))
        return drafts

    def _document_entry(self, number: int) -> Entry:
        draft = self.documents[number]
        voice = self._voice(4, number, draft.about)
        base = self.documents[number - 1 - voice.number(0, min(number, 30))] if number and voice.chance(0.5) else None
        replaced = number + 10 < len(self.documents) and number % 10 == 4
        front: dict[str, object] = {
            "loại": draft.about["type"],
            "cơ quan": names.UNION,
            "trích yếu": draft.title,
            "ngày": draft.day.isoformat(),
            "hiệu lực": "được thay thế" if replaced else "còn hiệu lực",
            "số": draft.number,
            "ký hiệu": draft.symbol,
            "chủ đề": [voice.pick(names.TOPICS)],
        }
        if base:
            front["thực hiện"] = [base.key]
        if number >= 10 and number % 10 == 4:
            front["thay thế"] = [self.documents[number - 10].key]
        if voice.chance(0.4):
            text = voice.tell("clause").rstrip(".")
            front["nhiệm vụ"] = [{"việc": text, "cấp": "cơ sở", "hạn": (draft.day + timedelta(days=60)).isoformat()}]
        links = [Goal(f"{base.about['type']} {base.number}-{base.symbol}", f"/{base.path}")] if base else []
        return Entry(draft.path, "document", front, document_body(voice, links))

    def _model(self, number: int, total: int) -> Draft:
        voice = self._voice(6, number)
        day = _spread(number, total)
        voice.about = about = self._about(voice, day)
        title = voice.tell("model")
        return Draft(f"mo-hinh/{_name(title)}-{number + 1}.md", title, day, about)

    def _model_entry(self, number: int) -> Entry:
        draft = self.models[number]
        voice = self._voice(7, number, draft.about)
        told = self.news[self._linkable(int(number / len(self.models) * len(self.news)))]
        total, year = voice.number(40, 400), str(draft.day.year)
        front: dict[str, object] = {
            "tên": draft.title,
            "tóm tắt": voice.tell("summary"),
            "đơn vị": draft.about["unit"],
            "địa bàn": draft.about["place"],
            "trạng thái": voice.pick(names.MODEL_STATUS),
            "ngày đăng": draft.day.isoformat(),
            "lĩnh vực": [voice.pick(names.FIELDS)],
            "chủ đề": [voice.pick(names.TOPICS)],
            "thời gian": {"từ": year},
            "các bước": [{"bước": voice.tell("step"), "nội dung": voice.tell("sentence")} for _ in range(3)],
            "kết quả": [{"nội dung": "Chi đoàn áp dụng", "đạt": voice.number(5, total), "trên tổng": total, "tính đến": year}],
            "bài học": [voice.tell("quote"), voice.tell("sentence")],
            "minh chứng": [told.key],
        }
        return Entry(draft.path, "model", front, news_body(voice, [Goal(told.title, f"/{told.path}")], [], "", "", 400))

    def _pages(self) -> Iterator[Entry]:
        for number, (name, title) in enumerate(_PAGES):
            voice = self._voice(0, number, {"unit": names.UNION, "place": "tỉnh Mẫu", "day": "5/1", "year": "2026"})
            front = {"tiêu đề": title, "tóm tắt": f"Trang {title.lower()} của nội dung thử.", "thứ tự": number + 1}
            yield Entry(f"trang/{name}.md", "page", front, news_body(voice, [], [], "", "", 300))


_PAGES = (("gioi-thieu", "Giới thiệu"), ("lien-he", "Liên hệ"), ("huong-dan", "Hướng dẫn"), ("ban-quyen", "Bản quyền"))


def _spread(number: int, total: int) -> date:
    return FIRST_DAY + timedelta(days=(LAST_DAY - FIRST_DAY).days * number // total)


def _name(title: str) -> str:
    return slug(title)[:_NAME_LENGTH].rstrip("-")
