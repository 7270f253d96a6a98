"""The open data of the archive. A document's own JSON lies beside its page (see `rows`); all of one year is gathered from those files,
and the whole archive from its years: so one edit touches one document, one year and the sums, and reads no other record."""

from collections.abc import Iterator
from functools import partial

from plugins.archive import data_page, rows
from plugins.archive.rows import SETS, Cutting
from plugins.context import dataschema, opendata
from plugins.context.build import Build
from plugins.context.opendata import Dataset
from plugins.context.outputs import File, Output, Shelf
from plugins.domain import addresses

_SOURCE = "content/van-ban"


def family(year: str) -> str:
    """The family (see outputs.MEMBER) of the documents of a year."""
    return f"{addresses.ARCHIVE}{year}".strip("/")


# One year


def year_address(dataset: Dataset, year: str, ending: str) -> str:
    """The part of a set that is of one year."""
    return f"{addresses.DATA}{dataset.key}/{year}.{ending}"


def cuttings(build: Build, year: str) -> list[Cutting]:
    """What each document of a year gives to its files, newest first."""
    return build.members(family(year), partial(rows.cut, archive=build.absolute(addresses.ARCHIVE)), rows.arranged)


def _year_json(build: Build, at: int, year: str) -> bytes:
    parts = [one.parts[at] for one in cuttings(build, year)]
    return opendata.joined(SETS[at], build, (part.json for part in parts), sum(part.count for part in parts))


def _year_csv(build: Build, at: int, year: str) -> bytes:
    return opendata.table(SETS[at].fields, (one.parts[at].csv for one in cuttings(build, year)))


def of_year(build: Build, year: str) -> Iterator[File]:
    """The files of a year."""
    for at, dataset in enumerate(SETS):
        yield File(year_address(dataset, year, "json"), partial(_year_json, build, at, year), _SOURCE)
        yield File(year_address(dataset, year, "csv"), partial(_year_csv, build, at, year), _SOURCE)


# The whole archive


def _all_json(build: Build, dataset: Dataset, years: tuple[str, ...]) -> bytes:
    parts = [build.made_of(year_address(dataset, year, "json")) for year in years]
    return opendata.joined(dataset, build, map(opendata.inside, parts), sum(map(opendata.count, parts)))


def _all_csv(build: Build, dataset: Dataset, years: tuple[str, ...]) -> bytes:
    parts = (build.made_of(year_address(dataset, year, "csv")) for year in years)
    return opendata.table(dataset.fields, map(opendata.beheaded, parts))


def years(build: Build) -> tuple[str, ...]:
    """The years that have documents, newest first; “khac” comes last."""
    return tuple(sorted(build.library.keys("year"), key=lambda y: (y.isdigit(), y), reverse=True))


def whole(build: Build, told: tuple[str, ...]) -> Iterator[File]:
    """The files of all years."""
    for dataset in SETS:
        yield File(dataset.address("json"), partial(_all_json, build, dataset, told), _SOURCE, told)
        yield File(dataset.address("csv"), partial(_all_csv, build, dataset, told), _SOURCE, told)


def explained(build: Build) -> Shelf:
    """What all of it is made of: the page for people, the schemas for machines."""

    def files() -> Iterator[Output]:
        yield data_page.page(build)
        for dataset in SETS:
            yield File(dataset.address("schema.json"), partial(dataschema.schema, dataset, build), _SOURCE)
            yield File(dataset.address("ds.schema.json"), partial(dataschema.list_schema, dataset, build), _SOURCE)

    return Shelf("du-lieu:giai-thich", files)
