"""A proposal as an editor may take it over: lines of YAML, ready to be pasted under `nhiệm vụ` or `chỉ tiêu`.

Whether something is declared already is judged here too; proposals are found in `duties`."""

import json
import re

from plugins.domain import numbers
from plugins.domain.duties import Proposal
from plugins.domain.fields import CHOICES
from plugins.domain.patterns import late
from plugins.domain.records import Document
from plugins.domain.recurrence import Recurrence

_LONGEST = 180  # letters of a text: the rest stands in the document
_PLAIN = late(r"\w[\w ,./%()–+“”-]*")  # what YAML takes for text without quotes
_LINK = late(r"\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")


def snippet(found: Proposal, place: str) -> str:
    """The lines of one entry; `place` is the printed place of the sentence, '' when it has none."""
    text = words(found)
    time = (
        ("từ ngày", found.begin.iso if found.begin else ""),
        ("hạn", found.due.iso if found.due else ""),
        ("lặp lại", str(found.recurrence) if found.recurrence else ""),
    )
    level = CHOICES["level"][found.level][0] if found.level else ""
    if found.kind == "duty":
        rows = (("việc", text), ("ai", found.actor), ("cấp", level), *time, ("gửi qua", _channel(found)), ("mục", place))
    else:
        rows = (
            ("nội dung", text),
            ("ít nhất" if found.at_least else "mức", numbers.format_number(found.value)),
            ("đơn vị tính", found.unit),
            ("ai", found.actor),
            ("cấp", level),
            ("thời gian", found.period),
            ("mục", place),
        )
    lines = [f"{key}: {_quoted(value)}" for key, value in rows if value]
    return "\n".join(f"  {'- ' if not at else '  '}{line}" for at, line in enumerate(lines))


def words(found: Proposal) -> str:
    """The sentence of a proposal without emphasis, cut where it is too long."""
    text = _LINK.sub(r"\1", found.text)
    text = " ".join(re.sub(r"[*_`\[\]{}]", "", text).split()).rstrip(" .;,:")
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rpartition(" ")[0].rstrip(" .;,:") + "…"
    return text


def declared(found: Proposal, record: Document) -> bool:
    """Whether a record says already what a proposal proposes: a duty of the same time, a target of the same figure."""
    if found.kind == "target":
        return any(found.value in (target.value, target.at_least, target.at_most) for target in record.targets)
    if found.recurrence:
        return any(duty.recurrence and _same(duty.recurrence, found.recurrence) for duty in record.duties)
    return any(duty.due == found.due for duty in record.duties if duty.due)


def _same(one: Recurrence, other: Recurrence) -> bool:
    return (one.unit, one.every, one.times, one.on) == (other.unit, other.every, other.times, other.on)


def _channel(found: Proposal) -> str:
    mail = f"hộp thư {found.email}" if found.email and found.email not in found.channel else ""
    return ", ".join(filter(None, (found.channel, mail)))


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and ": " not in value else json.dumps(value, ensure_ascii=False)
