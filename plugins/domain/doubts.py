"""What an editor should look at again in the citations of a text: warnings, never errors, and nothing is repaired.

Contradictions within one text are found in `contradictions`; here they meet the documents of the site, and other texts."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.domain import citations, dates, surroundings
from plugins.domain.citations import Citation
from plugins.domain.contradictions import Contradiction, contradictions
from plugins.domain.meanings import Meaning
from plugins.domain.mentions import Mention
from plugins.domain.problems import WARNING, Problem
from plugins.domain.records import Record

# Codes of the findings → what they are, for the counts of the report.
KINDS = {
    "loai-trai-ky-hieu": "tên loại trái với ký hiệu",
    "ngay-trai-nhau": "văn bản được ghi hai ngày khác nhau",
    "ngay-trai-van-ban": "ngày khác với văn bản trên trang",
    "ngay-sau-bai": "ngày sau ngày của bài",
    "ngay-khong-the": "ngày hoặc năm không thể có",
}
_CODES = {"type": "loai-trai-ky-hieu", "date": "ngay-trai-nhau", "impossible": "ngay-khong-the", "later": "ngay-sau-bai"}
_HINTS = {
    "type": "Xem lại bản gốc: sai ở tên loại hay ở ký hiệu.",
    "date": "Xem lại bản gốc; nếu là hai văn bản khác nhau thì không cần sửa.",
    "impossible": "Xem lại bản gốc rồi sửa ngày.",
    "later": "Xem lại ngày được viện dẫn và ngày của bài.",
}


class Quote(NamedTuple):
    """A day that a text gives for a document which is not on this site: the printed number (see citations.key), the ISO day."""

    number: str
    day: str
    line: int
    text: str


def doubts(record: Record, mentions: Sequence[Mention], meanings: Sequence[Meaning | None], world) -> list[Problem]:
    """What cannot be right in the citations of one text, each doubt once. `meanings` are those of the mentions, `world` as in
    `relations`."""
    day = getattr(record, "modified", None) or getattr(record, "date", None)
    found: dict[tuple, Problem] = {}
    settled = set()  # citations whose day is measured by a document of this site: no other text has to be asked
    for mention, meant in zip(mentions, meanings, strict=True):
        if meant and mention.citation.date:
            problem = _against(record, mention, meant, world)
            if problem or meant.target:
                settled.add(id(mention.citation))
            if problem:
                found.setdefault(("record", meant.target or mention.citation.key, mention.citation.date), problem)
    types = citations.types_of(world.words)
    for one in contradictions([mention.citation for mention in mentions], types, day.iso if day else None):
        number = one.citation.alias or one.citation.key
        if one.kind != "date" or id(one.citation) not in settled:
            line = next(mention.line for mention in mentions if mention.citation is one.citation)
            found.setdefault((one.kind, number, one.written), _told(record, one, line))
    return list(found.values())


def _told(record: Record, one: Contradiction, line: int) -> Problem:
    return Problem(record.path, line, _CODES[one.kind], f"{one.message}.", _HINTS[one.kind], WARNING)


def _against(record: Record, mention: Mention, meant: Meaning, world) -> Problem | None:
    """A printed day that is not that of the document meant; or, where no document is meant, of one that only the year tells apart."""
    if meant.candidates:
        return None
    cited, document = mention.citation, world.record(meant.target) if meant.target else None
    if meant.target is None and cited.symbol:
        here = surroundings.standpoint(record, world.words)
        undated = surroundings.fitting(here, _without_day(cited), world, "".join(mention.said))
        document = next((d for d in undated if d.date and alike(d.date.iso[:10], cited.date)), None)
    written = getattr(document, "date", None)
    if written is None or len(written.iso) < 10 or written.iso[:10] == cited.date:
        return None
    raw, right = " ".join(cited.raw.split()), dates.short(written)
    message = f"“{raw}”: văn bản cùng số trên trang ({document.key}) ghi ngày {right}."
    hint = f"Nếu là văn bản ấy thì sửa thành ngày {right}, hoặc sửa lại ngày của văn bản."
    return Problem(record.path, mention.line, "ngay-trai-van-ban", message, hint, WARNING)


def _without_day(cited: Citation) -> Citation:
    return Citation(cited.raw, cited.type, cited.number, cited.year, cited.symbol, None, cited.start, cited.end)


def alike(one: str, other: str) -> bool:
    """Whether two ISO days differ in their day, their month or their year alone: a slip of the finger, more likely than two documents."""
    return sum(a != b for a, b in zip(one.split("-"), other.split("-"), strict=True)) == 1


def quotes(mentions: Iterable[Mention], meanings: Iterable[Meaning | None]) -> tuple[Quote, ...]:
    """The days that a text gives for documents which are not on this site, each once."""
    found: dict[tuple, Quote] = {}
    for mention, meant in zip(mentions, meanings, strict=True):
        cited = mention.citation
        if cited.date and cited.symbol and meant and not meant.target:
            quote = Quote(cited.key, cited.date, mention.line, " ".join(cited.raw.split()))
            found.setdefault(quote[:2], quote)
    return tuple(found.values())


def across(quoted: Iterable[tuple[str, Quote]]) -> list[Problem]:
    """One document with two days in two texts: `quoted` are pairs of the path of a file and what it says of one printed number.

    Told where the rarer day stands, and of equally rare ones where the later path does; several days in one text are not told here."""
    by_day: dict[str, list[tuple[str, Quote]]] = {}
    for path, quote in sorted(quoted):
        by_day.setdefault(quote.day, []).append((path, quote))
    problems, order = [], sorted(by_day, key=lambda day: (-len(by_day[day]), by_day[day][0][0], day))
    for place, day in enumerate(order):
        other = next((right for right in order[:place] if alike(right, day)), None)
        if other is None:
            continue
        first, paths = by_day[other][0], {path for path, _ in by_day[other]}
        for path, quote in by_day[day]:
            if path not in paths:
                message = f"“{quote.text}”: bài {first[0]} ghi ngày {dates.short(dates.read(other))} cho văn bản cùng số."
                problems.append(Problem(path, quote.line, "ngay-trai-nhau", message, _HINTS["date"], WARNING))
    return problems
