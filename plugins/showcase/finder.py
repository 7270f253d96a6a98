"""What the script of the showcase searches (theme/static/models.js): by what models are chosen and what is shown of them in one file,
their summaries in another. Both are put together late, from the models' own open data."""

from collections.abc import Iterator
from functools import partial

from plugins.context import finding, opendata
from plugins.context.build import Build
from plugins.context.facets import Facet
from plugins.context.finding import FinderForm, Option
from plugins.context.outputs import File
from plugins.domain import addresses, entities
from plugins.domain.text import slug
from plugins.showcase import data
from plugins.showcase.data import Cutting
from plugins.showcase.facets import ALL, AUDIENCE, PLACE

_FOLDER = f"{addresses.DATA}tra-cuu/"
COLUMNS, TEXTS = f"{_FOLDER}mo-hinh.json", f"{_FOLDER}mo-hinh-tom-tat.json"
_SOURCE = "content/mo-hinh"
_SORTS = (Option("lan-toa", "Độ lan tỏa"), Option("moi", "Mới cập nhật"), Option("ten", "Tên"))


def form(build: Build) -> FinderForm:
    """What the page of all models tells the script."""
    fold, engine, script = (finding.script(build, name) for name in ("search.js", "finder.js", "models.js"))
    home, columns, words = build.href(addresses.SHOWCASE), build.href(COLUMNS), "Từ trong tên, tóm tắt, đơn vị, địa bàn"
    return FinderForm(home, "", columns, fold, script, finding.choices(ALL, build), "Tìm mô hình theo nhiều mặt", words, _SORTS, engine)


def files(build: Build) -> Iterator[File]:
    """The two files."""
    yield File(COLUMNS, partial(_columns, build), _SOURCE)
    yield File(TEXTS, partial(_texts, build), _SOURCE)


def _widest_first(build: Build) -> list[Cutting]:
    """As the list of all models has them."""
    return sorted(data.cuttings(build), key=lambda one: one.order, reverse=True)


def _texts(build: Build) -> bytes:
    return (opendata.text([one.summary for one in _widest_first(build)]) + "\n").encode()


def _columns(build: Build) -> bytes:
    found = _widest_first(build)
    values, columns = {}, {}
    for facet in ALL:
        keys = [_keys(facet, one, build) for one in found]
        values[facet.column], columns[facet.column] = _column(facet, keys, found, build)
    told = {
        "models": build.href(addresses.SHOWCASE),
        "texts": build.href(TEXTS),
        "values": values,
        "columns": columns,
        "days": [int(one.order[1].replace("-", "").ljust(8, "0")) for one in found],
        "rows": [one.shown for one in found],
    }
    return (opendata.text(told) + "\n").encode()


def _keys(facet: Facet, one: Cutting, build: Build) -> list[str]:
    """The values of a facet that a model has; of places also those all around them and those that took them over, as in its lists."""
    keys = list(one.chosen[facet.column])
    if facet is PLACE:
        return sorted(entities.reaching(build.library.words, keys))
    return [key for key in map(slug, keys) if key] if facet is AUDIENCE else keys


def _column(facet: Facet, keys: list[list[str]], found: list[Cutting], build: Build) -> tuple[list, list]:
    """The values of a facet in the order of readers, each as addresses call it with its name; for each model the places of its own."""
    if facet is AUDIENCE:  # the widest reach comes first, and its spelling is that of the list
        names: dict[str, str] = {}
        for one in found:
            for text in one.chosen[facet.column]:
                names.setdefault(slug(text), text)
    else:
        names = {key: facet.name(build, key) for key in {key for some in keys for key in some}}
    order = facet.keys(build, [key for key in names if key])
    at = {key: n for n, key in enumerate(order)}
    cells = [sorted(at[key] for key in dict.fromkeys(some)) for some in keys]
    single = all(len(cell) == 1 for cell in cells)
    return [[finding.value(facet, key), names[key]] for key in order], [cell[0] for cell in cells] if single else cells
