"""What has become of units and places, in words: for their page and for its feed."""

from plugins.context import entities
from plugins.context.build import Build
from plugins.domain import dates
from plugins.domain import entities as domain
from plugins.domain.dates import Moment
from plugins.domain.entity_changes import BEGUN, ENDED, Change, changes
from plugins.domain.text import sort_key

TITLE = "Nơi cũ, nơi mới"
ABOUT = "Địa bàn, đơn vị hợp nhất, chia tách, đổi tên, có thêm hay không còn nữa."


def told(build: Build) -> list[tuple[str, Change]]:
    """Kind of list and change, the newest first, of all units and places that have a page."""
    found = []
    for kind, vocabulary in entities.VOCABULARIES.items():
        build.library.words.lists.get(vocabulary)  # names, days and ties are shown
        known = domain.lines(build.library.words.plain, vocabulary)
        found += [(kind, change) for change in changes(known, list(entities.keys(build, kind)))]
    found.sort(key=lambda one: (one[0], sort_key(entities.lines(build, one[0]).entries[one[1].key].name), one[1].name))
    return sorted(found, key=lambda one: one[1].day.iso, reverse=True)


def of(build: Build, kind: str, key: str) -> list[Change]:
    """The changes of one unit or place."""
    for one in (key, *entities.lines(build, kind).before.get(key, ())):
        entities.about(build, kind, one)  # days are told
    return changes(domain.lines(build.library.words.plain, entities.VOCABULARIES[kind]), [key])


def when(change: Change) -> str:
    """The moment of a change: “Từ ngày 01/07/2025”, “Hết năm 2008”."""
    return f"Từ {_moment(change.first)}" if change.first else f"Hết {_moment(change.last)}"


def _moment(moment: Moment) -> str:
    return f"ngày {dates.short(moment)}" if moment.precision == "day" else dates.long(moment)


def title(kind: str, change: Change, build: Build) -> str:
    """A change in a line: “Tỉnh Ninh Bình tiếp nối Tỉnh Hà Nam, Tỉnh Nam Định”."""
    name = entities.lines(build, kind).entries[change.key].name
    rest = what(kind, change, build)
    return f"{name} {rest}" if rest else name


def what(kind: str, change: Change, build: Build) -> str:
    """What a change did to its unit or place."""
    known = entities.lines(build, kind)

    def names(keys) -> str:
        return ", ".join(sorted((known.entries[key].name for key in keys), key=sort_key))

    if change.how == ENDED:
        holders = names(entities.lives_on(build, kind, change.key))
        return f"không còn tên này{f', nay thuộc {holders}' if holders else ''}"
    if change.how == BEGUN:
        around = known.entries[change.key].parent
        return f"có tên này{f', thuộc {names([around])}' if around else ''}"
    return f"tiếp nối {names(change.others)}"
