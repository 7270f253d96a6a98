"""Proposals: what a running text seems to ask of somebody, found by the phrases of official documents, for an editor to confirm.

What an editor has declared stands in the record (`parts.Duty`, `parts.Target`). Nothing here is certain, and nothing raises."""

import re
import unicodedata
from bisect import bisect_right

from plugins.domain import duty_phrases, duty_years
from plugins.domain.dates import Moment
from plugins.domain.duty_actors import Context, actor_of, channel_of, email_of, level_of
from plugins.domain.duty_years import Years
from plugins.domain.frozen import dataclass
from plugins.domain.patterns import late
from plugins.domain.recurrence import Recurrence

_SENTENCE = late(r"(?<=[.!?])[\s*_]{1,6}(?=[^\W\d_a-zđàáảãạăâèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]|[-+“\"(])")
_LABEL = late(r"[\s>#*_+\-–—•]*(?:\(?(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)/][\s*_]+)?[\s*_]*")
_VERBS = late(
    r"(?:gửi|báo cáo|nộp|hoàn thành|hoàn thiện|đăng ký|tổ chức|thực hiện|triển khai|tiến hành|rà soát|mở|duy trì|xây dựng|tham mưu|chỉ đạo"
    r"|phối hợp|kiểm tra|giám sát|tổng hợp|đề xuất|lập|cử|bồi dưỡng|tập huấn|phát triển|giới thiệu|kết nạp|đánh giá|sơ kết|tổng kết"
    r"|cập nhật|phấn đấu|bảo đảm|đảm bảo|đề nghị|yêu cầu|giao|phân công|tuyên truyền|hướng dẫn|quán triệt|vận động"
    r"|hỗ trợ|thành lập|sinh hoạt|họp|theo dõi|nắm|tuyên dương|khen thưởng|ban hành|công bố|tham gia|chuẩn bị|thống kê|thu|chuyển|góp ý"
    r"|ra quân|thời gian|hạn|định kỳ|có)\b",
    re.IGNORECASE,
)
_TOLD = late(r"\b(?:đã|vừa|từng|hiện nay|hiện có|đến nay|kết quả đạt được|qua \d{1,2} năm)\b", re.IGNORECASE)
_RECITAL = late(r"(?:Căn cứ|Theo|Xét|Thực hiện) [^.]{0,400};\s*\Z")
_ALWAYS = late(r"(?:thực hiện|duy trì|tổ chức|:|báo cáo|một cách)[\s*_]{1,6}\Z", re.IGNORECASE)
_OPENING = late(r"[\s*_,:]*")  # between a time that opens a sentence and its verb
_HOPE = late(r"\d|lần|hằng|hàng|thường xuyên|quý", re.IGNORECASE)  # without any of these no phrase can stand there
_NO_YEARS = Years()
_LONGEST = 1500  # letters of a sentence that asks for something


@dataclass(frozen=True)
class Proposal:
    """A duty or a target (`kind`) that a text seems to lay down: text[start:end] == `raw` is the phrase by which it was found.

    `text` is its sentence, text[sentence[0]:sentence[1]]; `line` counts from 1. `recurrence`, `begin` and `due` as in `parts.Duty`; of a
    target `value`, `unit`, `period`, and whether it is `at_least`. Not `year`: a day stands there without its year;
    `year_from`: the place that told it then (see `duty_years`). `sure`: somebody is told to do something."""

    kind: str
    start: int
    end: int
    raw: str
    line: int
    text: str
    sentence: tuple[int, int]
    actor: str = ""
    level: str = ""
    due: Moment | None = None
    begin: Moment | None = None
    recurrence: Recurrence | None = None
    value: int | float | None = None
    unit: str = ""
    at_least: bool = False
    period: str = ""
    channel: str = ""
    email: str = ""
    year: bool = True
    year_from: str = ""
    sure: bool = False


def find(text: str, years: Years | None = None) -> list[Proposal]:
    """Everything that a text seems to ask for, in order. `years` tell which is meant by days printed without one (see `duty_years`)."""
    clean, places = _composed(text)
    breaks = [at for at, letter in enumerate(clean) if letter == "\n"]
    context, found = Context(), []
    for start, end in _sentences(clean):
        body = _LABEL.match(clean, start, end).end()
        label, words = clean[start:body], clean[body:end]
        context.pass_by(label, words)
        if end - body > _LONGEST or not _HOPE.search(words) or _RECITAL.match(words):
            continue
        row = bisect_right(breaks, body - 1) + 1
        read = duty_years.phrases(clean, body, end, row, years or _NO_YEARS)
        sources = {phrase: source for phrase, source in read if source}
        for time, figure in duty_phrases.spread([phrase for phrase, _source in read]):
            proposal = _proposal(clean, (body, end), time, figure, context, sources.get(time, ""))
            if proposal:
                line = bisect_right(breaks, proposal.start - 1) + 1
                found.append(_printed(proposal, text, places, line))
    return found


def _proposal(clean: str, sentence: tuple[int, int], time, figure, context: Context, year_from: str) -> Proposal | None:
    start, end = sentence
    words = clean[start:end]
    phrase = figure or time
    before = clean[start : _begun(phrase)]
    actor = actor_of(words)
    opening = _OPENING.match(clean, phrase.end, end).end() if not before.strip(" *_") else start
    orders = bool(_VERBS.match(words) or _VERBS.match(clean, opening, end)) or bool(actor) or bool(context.actor) or _said(before)
    told = bool(_TOLD.search(before[-200:]))
    if not _asks(clean, start, time, figure, orders, told):
        return None
    actor = actor or context.actor
    return Proposal(
        kind="target" if figure else "duty",
        start=phrase.start, end=phrase.end, raw="", line=0, text="", sentence=sentence,
        actor=actor, level=level_of(actor) or level_of(words[:60]),
        due=time.due if time else None, begin=time.begin if time else None, recurrence=time.recurrence if time else None,
        value=figure.value if figure else None, unit=figure.unit if figure else "", at_least=bool(figure and figure.at_least),
        period=" ".join(clean[time.start : time.end].replace("*", "").split()) if figure and time else "",
        channel=channel_of(words), email=email_of(words),
        year=time.year if time else True, year_from=year_from, sure=orders and not told,
    )  # fmt: skip


def _begun(phrase) -> int:
    """Where a phrase begins, or the list that it belongs to."""
    return phrase.lead if phrase.lead >= 0 else phrase.start


def _said(before: str) -> bool:
    """Whether what stands right before a phrase says that something is to be done."""
    return bool(
        re.search(r"(?:thực hiện|thời gian|báo cáo|gửi|nộp|hoàn thành)[\s*_:]{0,6}(?:dự kiến)?[\s*_]{0,6}\Z", before[-60:], re.IGNORECASE)
    )


def _asks(clean: str, start: int, time, figure, orders: bool, told: bool) -> bool:
    """Whether a phrase asks for something rather than tells of it."""
    if figure:
        goal = re.search(
            r"phấn đấu|chỉ tiêu|mục tiêu|bảo đảm|đảm bảo|đạt", clean[max(start, figure.start - 200) : figure.start], re.IGNORECASE
        )
        if figure.at_least:
            return not told or bool(goal)
        return bool(goal or (time and time.due)) and not told
    rhythm = time.recurrence
    if rhythm and rhythm.unit in ("always", "day"):
        first = not clean[start : _begun(time)].strip(" *_")
        last = clean[time.end : time.end + 3].lstrip(" *_")[:1] in ("", ".", ";", ")", "\n")
        return orders and not told and (first or last or bool(_ALWAYS.search(clean, start, time.start)))
    if rhythm and not rhythm.on:
        return (orders or not clean[start : _begun(time)].strip(" *_")) and not told
    if time.due and time.due.precision in ("year", "month"):
        return orders and not told
    return not told


def _sentences(clean: str):
    """Start and end of each sentence; an unfinished line goes on in the next when that begins in lower case or with a day."""
    at = 0
    for block in re.split(r"(\n(?![ \t]*[a-zđà-ỹ]|[ \t]*\d{1,2}/)|\n[ \t]*\n)", clean):
        start, end = at, at + len(block)
        at = end
        if not block.strip():
            continue
        for match in _SENTENCE.finditer(clean, _LABEL.match(clean, start, end).end(), end):
            if match.start() > start:
                yield start, match.start()
            start = match.end()
        while end > start and clean[end - 1].isspace():
            end -= 1
        if end > start:
            yield start, end


def _composed(text: str) -> tuple[str, list[int] | None]:
    """The text in NFC, and for each of its letters the place in `text` (None: the same)."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    letters, places, at = [], [], 0
    for cluster in re.findall(r"(?s).[\u0300-\u036f]*", text):
        made = unicodedata.normalize("NFC", cluster)
        letters.append(made)
        places += [at] * len(made)
        at += len(cluster)
    return "".join(letters), [*places, len(text)]


def _printed(found: Proposal, text: str, places: list[int] | None, line: int) -> Proposal:
    """A proposal with its places in the text as it was given."""
    start, end = found.start, found.end
    first, last = found.sentence
    if places:
        start, end, first, last = places[start], places[end], places[first], places[last]
    values = {**found.__dict__, "start": start, "end": end, "raw": text[start:end], "line": line}
    return Proposal(**values | {"text": text[first:last], "sentence": (first, last)})
