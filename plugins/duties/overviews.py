"""The pages that lead to the months: the calendar as a whole, by level, by organ, and what goes on always."""

from itertools import groupby

from plugins.context import agenda, heads, lists
from plugins.context.agenda import Entry
from plugins.context.build import Build
from plugins.context.views import Group, Link
from plugins.domain import addresses, duty_words
from plugins.duties import lines, months, parts
from plugins.duties.parts import Bundle
from plugins.duties.views import CalendarView, DutyGroup

NAME = "Lịch công việc"
_ROOM = 120  # duties on the page of a level, after which months are only linked to


def _view(build: Build, title: str, intro: str, address: str, step: str = "", **more) -> CalendarView:
    steps = ((NAME, addresses.CALENDAR), (step, address)) if step else ((NAME, address),)
    given = {"levels": (), "weeks": (), "groups": (), "months": (), "ways": (), "previous": None, "next": None, "feed": None, "empty": ""}
    return CalendarView(**heads.frame(build, title, intro, address, *steps, label=NAME), intro=intro, **given | more)


def _by_year(found: list[str], level: str, newest: str, build: Build) -> tuple[Group, ...]:
    """Links to months, the years with the newest document first; before it in an own order."""
    of = lines.slug(level) if level else ""

    def link(month: str) -> Link:
        return Link(f"Tháng {int(month[5:])}", build.href(addresses.month(month, of)), _count(month, level, build))

    years = [(year, [link(month) for month in some]) for year, some in groupby(found, key=lambda month: month[:4])]
    ahead = [year for year in years if year[0] >= newest[:4]]
    return tuple(Group(f"Năm {year}", tuple(links), year) for year, links in (*ahead, *reversed(years[: len(years) - len(ahead)])))


def _count(month: str, level: str, build: Build) -> str:
    keys: set[str] = set()
    of = f"/{level}" if level else ""
    for kind, key in (("due", month + of), ("recurs", month[5:] + of)):
        listed = build.library.list(kind, key)
        keys |= {one for entry, one in zip(listed.entries, listed.keys, strict=True) if kind == "due" or entry[:7] <= month}
    return f"{len(keys)} văn bản"


def home(build: Build) -> CalendarView:
    """The calendar: ways to levels and months, organs, calendars to subscribe to."""
    words, newest = build.library.words, lines.window(build)
    organs = tuple(
        Link(words.name("organs", key), build.href(addresses.duty_organ(key)), f"{build.library.count('duty-organ', key)} văn bản")
        for key in build.library.keys("duty-organ")
    )
    found = _by_year(lines.months("", build), "", newest, build) if newest else ()
    intro = "Những việc các văn bản giao cho các cấp bộ Đoàn, xếp theo tháng đến hạn. Chọn cấp của mình để chỉ xem việc của cấp ấy."
    return _view(
        build,
        NAME,
        intro,
        addresses.CALENDAR,
        levels=lines.level_ways(lambda one: addresses.duty_level(lines.slug(one)), "", build, addresses.CALENDAR),
        months=(*found, *((Group("Cơ quan giao việc", organs, "organ"),) if organs else ())),
        ways=(
            Link("Việc làm thường xuyên", build.href(addresses.STANDING)),
            Link("Bảng chỉ tiêu", build.href(addresses.TARGETS)),
            heads.feed_link(build, "duty", "", "Việc mới giao (RSS)"),
        ),
        feed=months.calendar_link("", build),
        empty="Chưa có văn bản nào giao việc có hạn.",
    )


def of_level(level: str, build: Build) -> CalendarView:
    """All that one level has to do in the months ahead of the newest document, and its other months."""
    newest, name = lines.window(build), duty_words.level(level)
    end = agenda.add(newest, agenda.MONTHS_AHEAD - 1)
    all_months = lines.months(level, build)
    groups, room = [], _ROOM
    for month in (one for one in all_months if newest <= one <= end):
        found = lines.of_month(month, level, build)
        room -= len(found)
        if room < 0 and groups:
            break
        told = tuple(lines.line(record, entry.duty, build, _day(entry), entry.day) for entry, record in found)
        if told:
            groups.append(DutyGroup(f"thang_{month}", months.title(month), None, told, f"{len(told)} việc"))
    regular = tuple(lines.always(level, build))
    if 0 < len(regular) <= _ROOM:
        told = tuple(lines.line(*one, build) for one in regular)
        groups.append(DutyGroup("thuong_xuyen", "Thường xuyên", None, told, f"{len(told)} việc"))
    since = f"kể từ tháng có văn bản giao việc mới nhất ({newest[5:]}/{newest[:4]})"
    intro = f"Việc của {name.lower()} trong {agenda.MONTHS_AHEAD} tháng, {since}; các tháng khác có liên kết bên dưới."
    return _view(
        build,
        f"Việc của {name.lower()}",
        intro,
        addresses.duty_level(lines.slug(level)),
        name,
        levels=lines.level_ways(lambda one: addresses.duty_level(lines.slug(one)), level, build, addresses.CALENDAR),
        groups=tuple(groups),
        months=_by_year(all_months, level, newest, build),
        ways=(Link("Việc làm thường xuyên", build.href(addresses.STANDING)), Link("Mọi cấp", build.href(addresses.CALENDAR))),
        feed=months.calendar_link(level, build),
        empty="Chưa có việc nào của cấp này.",
    )


def _day(entry: Entry) -> str:
    """The day of a duty under the heading of its month."""
    rhythm = lines.rhythm(entry)
    return rhythm if entry.weekly or not entry.named else " · ".join(filter(None, (f"{entry.day:%d/%m/%Y}", rhythm)))


def always(build: Build) -> tuple[Bundle, ...]:
    """What goes on always, level by level; a duty of several levels stands under each."""
    found = []
    for level in (*duty_words.LEVELS, ""):
        if members := tuple(lines.always(level, build)):
            name, words = (lines.slug(level).replace("-", "_"), duty_words.level(level)) if level else ("chung", "Không ghi cấp")
            found.append(Bundle(name, words, words, None, members))
    return tuple(found)


def standing(build: Build, number: int = 1) -> CalendarView:
    """A part of the page of what goes on always."""
    cut = parts.cut(always(build))
    groups = (
        DutyGroup(bundle.id, bundle.label, None, tuple(lines.line(*one, build) for one in bundle.members), bundle.count)
        for bundle in (cut[number - 1] if number <= len(cut) else ())
    )
    intro = "Những việc làm đều đặn mà văn bản không ghi ngày phải xong."
    return _view(
        build, "Việc làm thường xuyên" + (f" – phần {number}" if number > 1 else ""), intro, parts.address(addresses.STANDING, number),
        "Thường xuyên", groups=tuple(groups), ways=(Link("Lịch theo tháng", build.href(addresses.CALENDAR)),), empty="Chưa có việc nào.",
        parts=parts.ways(cut, addresses.STANDING, number, build),
    )  # fmt: skip


def of_organ(key: str, build: Build, part: lists.Slice) -> CalendarView:
    """The duties that one organ has laid down, document by document, the newest first."""
    name, groups = build.library.words.name("organs", key), []
    for record in part.records:
        told = tuple(lines.line(record, duty, build) for duty in record.duties)
        groups.append(DutyGroup(f"van_ban_{len(groups) + 1}", told[0].document.text, None, told, f"{len(told)} việc"))
    return _view(
        build,
        lists.title(f"Việc do {name} giao", part),
        f"Việc phải làm trong các văn bản của {name}, văn bản mới nhất ở trên.",
        part.address,
        name,
        groups=tuple(groups),
        ways=(Link(f"Văn bản của {name}", build.href(addresses.document_organ(key))),),
        previous=part.pager.older,
        next=part.pager.newer,
        feed=Link("Đưa lịch này vào điện thoại (.ics)", build.href(addresses.calendar_file(f"co-quan-{key}"))),
    )
