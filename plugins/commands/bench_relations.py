"""How quickly documents are related: an artificial archive in which many organs share their printed numbers, and every text cites ten.

The records are made in memory, the texts are read before the clock starts; how texts are read is measured in `bench_texts`."""

import gc
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.commands import corpus_names
from plugins.commands.bench_table import figure, number
from plugins.commands.bench_texts import seconds
from plugins.commands.corpus_text import Voice
from plugins.domain import dates, doubts, mentions, relations
from plugins.domain.mentions import Mention
from plugins.domain.problems import Problem
from plugins.domain.records import Document
from plugins.domain.relations import Found
from plugins.domain.words import Entry, Words

DOCUMENTS, ORGANS, CITED = 10_000, 35, 10
_RUNS = 3
_YEARS = 10
_PROVINCES = 7  # an organ shares its province with others: a number alone then fits several
_PLACES = (*corpus_names.PLACES_NOW, *corpus_names.PLACES_THEN)


class Archive(NamedTuple):
    """Documents by their keys, what the text of each cites, and the words in which organs and places are told."""

    records: Mapping[str, Document]
    cited: Mapping[str, tuple[Mention, ...]]
    words: Words


def archive(documents: int = DOCUMENTS, organs: int = ORGANS, cited: int = CITED) -> Archive:
    """An archive in which each number is printed by every organ. Texts name it alone, with its day, with a day that is wrong, or with
    the organ in the sentence."""
    records, texts = {}, {}
    for place in range(documents):
        document = _document(place, organs)
        records[document.key] = document
        texts[document.key] = _text(place, documents, organs, cited)
    return Archive(records, {key: tuple(mentions.read(text)) for key, text in texts.items()}, _words(organs))


def judged(made: Archive) -> Iterator[tuple[Found, list[Problem]]]:
    """What is found about each document, and what is doubtful in what it cites: what a first build asks."""
    world = relations.Known(made.records, made.words, {})
    for key, record in made.records.items():
        found = relations.edges(record, made.cited[key], (), world)
        yield found, doubts.doubts(record, made.cited[key], found.meanings, world)


def table() -> str:
    """Processor seconds for archives of texts that cite once, four and ten times, as a table in Markdown."""
    heads = f"| Quan hệ giữa {number(DOCUMENTS)} văn bản | giây |\n|---|---:|"
    rows = [
        (f"mỗi văn bản viện dẫn {cited}, mỗi số có ở {organs} cơ quan", _spent(archive(organs=organs, cited=cited)))
        for cited, organs in ((1, 1), (4, 5), (CITED, ORGANS))
    ]
    return "\n".join([heads, *(f"| {name} | {figure(spent)} |" for name, spent in rows)])


def _spent(made: Archive) -> float:
    def whole(_: str) -> None:
        made.words.derived.clear()
        for _found in judged(made):
            pass

    gc.collect()
    gc.disable()  # else what other measurements have left behind is gone through again and again
    try:
        return seconds(whole, "", _RUNS)
    finally:
        gc.enable()


def _number(place: int, organs: int) -> tuple[str, str, int, str]:
    """Type, printed number and symbol, year and day of the document at a place: organs take turns, each numbers for itself."""
    kinds = tuple(corpus_names.TYPES.items())
    own = place // organs
    kind, code = kinds[own % len(kinds)]
    year = 2026 - (own + place) % _YEARS
    return kind, f"{own // len(kinds) + 1}-{code}/TĐTN", year, f"{year}-{(place * 7) % 12 + 1:02}-{(place * 5) % 28 + 1:02}"


def _document(place: int, organs: int) -> Document:
    kind, printed, year, day = _number(place, organs)
    count, symbol = printed.split("-", 1)
    key = f"van-ban/{year}/{place}"
    return Document(
        key=key, path=f"content/{key}/index.md", title=f"Văn bản {place}", type=kind, organ=f"co-quan-{place % organs}",
        subject=f"Văn bản {place}", date=dates.read(day), number=count, symbol=symbol, status="in_force",
    )  # fmt: skip


def _text(place: int, documents: int, organs: int, cited: int) -> str:
    voice, sentences = Voice(place + 1, {}), []
    for _ in range(cited):
        meant = voice.number(0, documents)
        kind, printed, year, day = _number(meant, organs)
        shown, slip = (dates.short(dates.read(one)) for one in (day, f"{year - 1}{day[4:]}"))
        organ = _organ_name(meant % organs)
        after = ("", f" ngày {shown}", f" ngày {slip}", f" của {organ}", f" ngày {shown} của {organ}", "", "", "")[voice.number(0, 8)]
        sentences.append(f"Thực hiện {kind} số {printed}{after}, {voice.tell('clause')}")
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, cited, 2))


def _organ_name(number: int) -> str:
    return f"Đoàn {_PLACES[number % len(_PLACES)]}"


def _words(organs: int) -> Words:
    some = range(min(organs, len(_PLACES)))
    provinces = tuple(Entry(key=f"tinh-{n}", name=f"Tỉnh {corpus_names.TOPICS[n]}") for n in range(_PROVINCES))
    places = tuple(Entry(key=f"noi-{n}", name=_PLACES[n], parent=f"tinh-{n % _PROVINCES}") for n in some)
    bodies = tuple(Entry(key=f"co-quan-{n}", name=_organ_name(n), level="grassroots", place=f"noi-{n}") for n in some)
    return Words({"organs": bodies, "places": (*provinces, *places)}, {})
