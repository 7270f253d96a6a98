"""What the script of the archive page searches (theme/static/finder.js): the columns of all documents in one small file, what is read
only of the documents shown in a file a year. Put together late, from the documents' own open data."""

from collections.abc import Iterator
from functools import partial

from plugins.archive import data
from plugins.archive.facets import ALL
from plugins.context import finding, opendata
from plugins.context.build import Build
from plugins.context.finding import FinderForm, Option
from plugins.context.outputs import File, Shelf
from plugins.domain import addresses
from plugins.domain.fields import CHOICES
from plugins.domain.text import slug, sort_key

_FOLDER = f"{addresses.DATA}tra-cuu"
NAMES, COLUMNS = f"{_FOLDER}/ten.json", f"{_FOLDER}/cot.json"
_SOURCE = "content/van-ban"
_OPENS = b'"columns":'
_WORDS = {"type": "types", "organ": "organs", "topic": "topics"}
_SORTS = (Option("moi", "Mới nhất"), Option("cu", "Cũ nhất"), Option("so", "Số"), Option("ten-loai", "Loại văn bản"))
_CHOSEN = {"level": "level", "status": "document_status"}


def form(build: Build) -> FinderForm:
    """What the page of the archive tells the script."""
    return FinderForm(
        build.href(addresses.ARCHIVE),
        build.href(NAMES),
        build.href(COLUMNS),
        finding.script(build, "search.js"),
        finding.script(build, "finder.js"),
        finding.choices(ALL, build),
        "Tra cứu văn bản",
        "Số, ký hiệu hoặc từ trong trích yếu",
        _SORTS,
    )


def names(build: Build) -> Shelf:
    """The names of all words, which change with the words alone."""
    return Shelf("tra-cuu", lambda: (File(NAMES, partial(_names, build), _SOURCE),))


def _keys(build: Build) -> dict[str, list[str]]:
    """The keys of every facet, in the order of their names; columns point into these lists."""
    words = build.library.words
    found = {
        name: sorted((e.key for e in words.lists.get(vocabulary, ())), key=lambda key: (sort_key(words.name(vocabulary, key)), key))
        for name, vocabulary in _WORDS.items()
    }
    return found | {name: list(CHOICES[choice]) for name, choice in _CHOSEN.items()}


def _names(build: Build) -> bytes:
    """Facet → [key, name] in the order in which readers see them; and where the files of the years are."""
    words, keys = build.library.words, _keys(build)
    told = {name: [[key, words.name(_WORDS[name], key)] for key in keys[name]] for name in _WORDS}
    told |= {
        name: [
            [slug(CHOICES[choice][key][0]), CHOICES[choice][key][0][:1].upper() + CHOICES[choice][key][0][1:], key] for key in keys[name]
        ]
        for name, choice in _CHOSEN.items()
    }
    return (opendata.text(told | {"shards": build.href(_FOLDER) + "/", "documents": build.href(addresses.ARCHIVE)}) + "\n").encode()


def shard_address(year: str) -> str:
    """The file of a year."""
    return f"{_FOLDER}/{year}.json"


def _shard(build: Build, year: str) -> bytes:
    """A year: `columns` of what is chosen and sorted by, then a row for each document: its slug, number, subject, day, files."""
    keys = {name: {key: at for at, key in enumerate(found)} for name, found in _keys(build).items()}
    found = data.cuttings(build, year)
    types, organs, levels, statuses, topics, signed, days, numbers = zip(*(one.chosen for one in found), strict=True)
    signers = {name: at for at, name in enumerate(dict.fromkeys(filter(None, signed)))}
    columns = {
        "year": year,
        "type": [keys["type"].get(key, -1) for key in types],
        "organ": [keys["organ"].get(key, -1) for key in organs],
        "level": [keys["level"].get(key, -1) for key in levels],
        "status": [keys["status"].get(key, -1) for key in statuses],
        "topic": [[keys["topic"][key] for key in some if key in keys["topic"]] for some in topics],
        "signer": [signers.get(name, -1) for name in signed],
        "signers": [[slug(name), name] for name in signers],
        "day": days,
        "number": numbers,
    }
    told = opendata.text(columns).encode()
    return b"".join((b"{", _OPENS, told, b',\n"rows":[\n', b",\n".join(one.shown for one in found), b"\n]}\n"))


def _columns(build: Build, years: tuple[str, ...]) -> bytes:
    parts = (build.made_of(shard_address(year)).partition(b"\n")[0] for year in years)
    return b"[\n" + b",\n".join(part.removeprefix(b"{" + _OPENS).removesuffix(b",") for part in parts) + b"\n]\n"


def of_year(build: Build, year: str) -> File:
    """The file of a year."""
    return File(shard_address(year), partial(_shard, build, year), _SOURCE)


def whole(build: Build, years: tuple[str, ...]) -> Iterator[File]:
    """The columns of all years."""
    yield File(COLUMNS, partial(_columns, build, years), _SOURCE, years)
