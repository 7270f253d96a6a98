"""Duties and targets in words: when, who, how much. What they are is in `parts`, when they fall due in `occurrences`."""

from plugins.domain import dates, numbers
from plugins.domain.fields import CHOICES
from plugins.domain.parts import Duty, Target

LEVELS = tuple(CHOICES["level"])  # from the centre to the branch
SLUGS = {"central": "trung-uong", "province": "tinh", "district": "huyen", "commune": "co-so", "branch": "chi-doan"}


def when(duty: Duty) -> str:
    """The time of a duty: its day or stretch, its rhythm, its end, parted by “ · ”; '' when it has none."""
    due = dates.short(duty.due) if duty.due else ""
    if due and duty.due.precision in ("month", "year"):
        due = f"trong {dates.long(duty.due)}"
    if duty.begin:
        due = f"từ {dates.short(duty.begin)}" + (f" đến {due.replace('trong ', 'hết ')}" if due else "")
    until = f"đến hết {dates.short(duty.until)}" if duty.until else ""
    return " · ".join(filter(None, (due, str(duty.recurrence) if duty.recurrence else "", until)))


def level(key: str) -> str:
    """A level as it is called: “Cấp cơ sở”, “Chi đoàn”."""
    name = CHOICES["level"][key][0]
    return name[0].upper() + name[1:] if key in ("branch", "central") else f"Cấp {name}"


def levels(keys: tuple[str, ...]) -> str:
    """Several levels, from above to below: “Cấp tỉnh, cấp cơ sở”."""
    words = ", ".join(level(key) for key in LEVELS if key in keys)
    return words[:1] + words[1:].replace("Cấp", "cấp").replace("Chi đoàn", "chi đoàn")


def amount(target: Target) -> str:
    """How much a target asks for: “ít nhất 60 ngày”, “từ 3 đến 5 lớp”, “90 %”."""
    unit = f" {target.unit}" if target.unit else ""
    least, most = (numbers.format_number(n) if n is not None else "" for n in (target.at_least, target.at_most))
    if target.value is not None:
        return numbers.format_number(target.value) + unit
    if least and most:
        return f"từ {least} đến {most}{unit}"
    return f"ít nhất {least}{unit}" if least else f"không quá {most}{unit}" if most else target.unit
