"""What a model practice says in running words: a figure with its base and its day, from when to when it ran, where it was tried."""

from plugins.domain import dates, numbers
from plugins.domain.parts import Result
from plugins.domain.records import Model


def proof(results: int) -> str:
    """That figures tell what a model has come to: “4 kết quả có số liệu”."""
    return f"{results} kết quả có số liệu" if results else ""


def result(found: Result) -> str:
    """A figure in words, with its base and its day: “Chi đoàn áp dụng: 14 trên 21 (66,67 %), tính đến 11/2022”."""
    return f"{found.label}: {figure(found)}"


def figure(found: Result) -> str:
    """The same without what is counted: “14 trên 21 (66,67 %), tính đến 11/2022”."""
    words = [numbers.format_number(found.value)]
    words += ["trên", numbers.format_number(found.of)] if found.of else []
    words += [found.unit] if found.unit else []
    words += [f"({numbers.ratio(found.value, found.of)})"] if found.of else []
    before = f", trước đó {numbers.format_number(found.before)}" if found.before is not None else ""
    return f"{' '.join(words)}{before}, tính đến {dates.short(found.as_of)}"


def span(record: Model) -> str:
    """From when to when a model ran; an open end is “đến nay”, an ended model without a day says only its beginning."""
    period = record.period
    if not period or not (period.start or period.end):
        return ""
    ends = [f"từ {dates.short(period.start)}"] if period.start else []
    if period.end or record.status != "ended":
        ends.append(f"đến {dates.short(period.end)}" if period.end else "đến nay")
    words = " ".join(ends)
    return words[:1].upper() + words[1:]


def pilot(record: Model) -> str:
    """Where a model was tried first, and in how many places unless the scope has said so."""
    found = record.pilot
    if not found:
        return ""
    count = " ".join(filter(None, (numbers.format_number(found.count) if found.count is not None else "", found.unit)))
    return found.scope if count and count in found.scope else " – ".join(filter(None, (found.scope, count)))
