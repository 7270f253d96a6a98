"""When a record stands in lists, when readers first saw it, and from which day on they may see it."""

from collections.abc import Iterable

from plugins.domain import addresses
from plugins.domain.problems import Problem
from plugins.domain.records import Document, Model, Record


def day(record: Record) -> str:
    """The day (ISO) by which a record is ordered: its date; a model's latest figure or review; else its year."""
    if record.date:
        return record.date.iso
    if isinstance(record, Model):
        days = [m.iso for m in (record.reviewed_on, *(r.as_of for r in record.results)) if m]
        if record.period:
            days += [m.iso for m in (record.period.start,) if m]
        return max(days, default="")
    year = addresses.year(record) if isinstance(record, Document) else ""
    return year if year.isdigit() else ""


def shown_on(record: Record) -> str:
    """The day (ISO) on which readers could first see a record: its date, else the day it was posted, else `day`."""
    posted = getattr(record, "posted", None)
    return record.date.iso if record.date else posted.iso if posted else day(record)


def counted_on(model: Model) -> str:
    """The day (ISO) on which it was last counted how far a model was taken over; '' never."""
    return max((one.as_of.iso for one in model.replication), default="")


def order(record: Record) -> tuple[str, str]:
    """The total order of lists: by day, then by key."""
    return day(record), record.key


STALE = 2  # years without review, before the newest record of the site, after which a model's page says so


def stale_from(model: Model) -> str:
    """The day (ISO) from which on a model counts as not reviewed for long, if a record of that day or a later one is there; '' never."""
    seen = model.reviewed_on or model.date
    return f"{int(seen.iso[:4]) + STALE}{seen.iso[4:10]}" if seen and model.status != "ended" else ""


def is_public(record: Record, as_of: str) -> bool:
    """Whether a record may be seen on the day `as_of`: neither a draft nor under embargo."""
    return record.status != "draft" and not (record.embargo and record.embargo.iso[:10] > as_of)


_DAYS = ("date", "posted", "modified", "reviewed_on")  # days of a record that can only lie in the past


def future(records: Iterable[Record], as_of: str) -> list[Problem]:
    """Days after the day of the build, which an embargo that still holds excuses; they would stand first in feeds for years."""
    problems = []
    for record in records:
        if record.status == "draft" or not is_public(record, as_of):
            continue
        days = [(record.line(name), getattr(record, name, None)) for name in _DAYS]
        days += [(r.line, r.as_of) for r in (*getattr(record, "results", ()), *getattr(record, "replication", ()))]
        for line, moment in days:
            if moment and moment.iso[:10] > as_of:
                hint = f"Sửa lại ngày, hoặc hẹn ngày đăng bài bằng dòng: đăng từ: {moment.iso[:10]}"
                problems.append(
                    Problem(record.path, line, "ngay-tuong-lai", f"Ngày {moment.iso[:10]} ở sau ngày dựng trang ({as_of}).", hint)
                )
    return problems
