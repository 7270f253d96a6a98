"""`check --lineage`: models that seem to belong together and are not tied, with the line to add; what is odd in the threads there are."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from plugins.context import cards
from plugins.context.build import Build
from plugins.domain import likeness, threads
from plugins.domain.likeness import Likeness
from plugins.domain.meanings import identity
from plugins.domain.problems import Problem
from plugins.domain.records import Document, Model
from plugins.domain.threads import Kin, Thread
from plugins.domain.words import file_of

KINDS = {
    "mo-hinh-chua-noi": "cặp mô hình có lẽ cùng mạch mà chưa nối",
    "mach-chua-ten": "mạch chưa có tên",
    "mach-it-bai": "mạch khai mà chưa có đủ hai mô hình",
    "mach-nguoc-nam": "mô hình đi trước mà bắt đầu sau",
    "mach-chua-ro-nam": "mô hình trong mạch chưa rõ năm",
}
_MANY = 3  # models from which on a thread should have a name
_SHOWN = 3  # things in common that are told


def findings(build: Build) -> Iterator[Problem]:
    """What is not tied yet, then what is odd in each thread."""
    library = build.library
    models = {model.key: model for model in library.list("model")}
    found = {key: thread for key in library.threads() if (thread := library.thread(key))}
    kin = {one.key: one for one in library.holdings.threads.kin()}
    tied = chain(
        ([one.key for one in thread.members] for thread in found.values()),
        ((key, *one.before, *one.beside) for key, one in kin.items()),
    )
    alike = likeness.alike(models.values(), tied, lambda model: _own(model, build), lambda model: _cited(model, build))
    yield from _untied([_proposal(one, models, kin, build) for one in alike], build)
    for thread in found.values():
        yield from _thread(thread, models)
    for key, other in threads.backwards(kin.values()):
        message = f"“{models[other].title}” được ghi là đi trước nhưng bắt đầu năm {kin[other].year}, sau bài này ({kin[key].year})."
        hint = "Xem lại “kế thừa” và “thời gian” của hai bài."
        yield Problem(models[key].path, models[key].line("derived_from"), "mach-nguoc-nam", message, hint)
    for entry in library.words.lists.get("threads", ()):
        count = len(found[entry.key].members) if entry.key in found else 0
        if count < 2:
            told = f"Mạch “{entry.name}” mới có {count} mô hình." if count else f"Mạch “{entry.name}” chưa có mô hình nào."
            hint = f"Thêm vào phần khai báo của mô hình: mạch: [{entry.name}]"
            yield Problem(f"{build.root}/{file_of('threads')}", entry.line, "mach-it-bai", told, hint)


class Proposal(NamedTuple):
    """What would tie two models: the model that is told, what is said of the other, the key and the value that its record would get."""

    model: Model
    said: str
    field: str
    value: str


def _proposal(found: Likeness, models: dict[str, Model], kin: dict[str, Kin], build: Build) -> Proposal:
    """What two models share, told to the one that began later."""
    earlier, later = sorted((models[found.one], models[found.other]), key=lambda model: _age(kin[model.key]))
    if later.threads and not earlier.threads:
        earlier, later = later, earlier  # the one without a thread is told of the other's
    told = "; ".join(f"{kind} “{words}”" for kind, words in found.shared[:_SHOWN])
    more = f" và {len(found.shared) - _SHOWN} điều khác" if len(found.shared) > _SHOWN else ""
    opening = "Cùng tên với" if found.sure else "Có lẽ cùng mạch với"
    said = f"{opening} “{earlier.title}” ({earlier.key}): chung {told}{more}."
    if earlier.threads:
        return Proposal(later, said, "threads", build.library.words.name("threads", earlier.threads[0]))
    return Proposal(later, said, "similar", earlier.key)


def _untied(found: list[Proposal], build: Build) -> Iterator[Problem]:
    """Each proposal with what would tie the model: whatever is proposed for one key of it at once, so that the key is not written twice."""
    values: dict[tuple[str, str], dict[str, None]] = {}
    for one in found:
        values.setdefault((one.model.key, one.field), {})[one.value] = None
    for one in found:
        at = one.model.line(one.field, 0)
        hint = _tie(one, tuple(values[one.model.key, one.field]), at, build)
        yield Problem(one.model.path, at or one.model.line("name"), "mo-hinh-chua-noi", one.said, hint)


def _tie(one: Proposal, values: tuple[str, ...], at: int, build: Build) -> str:
    """The lines to add, or the line as it should be."""
    lines = (build.content / one.model.path.split("/", 1)[1]).read_text(encoding="utf-8").splitlines()
    vietnamese, added = {"similar": "tương tự", "threads": "mạch"}[one.field], []
    for value in values if at else (", ".join(values),):
        line = likeness.added(lines, at, vietnamese, value)
        if at and not line.lstrip().startswith("-"):
            lines[at - 1], added = line, []
        added.append(line)
    place = "Thêm vào phần khai báo" if not at else f"Thêm dưới dòng {at}" if added[0].lstrip().startswith("-") else f"Sửa dòng {at} thành"
    hint = "\n".join((f"{place}:", *added))
    if one.field == "similar":
        hint += "\n    Nguồn nói rõ bài này theo bài kia thì ghi ở “kế thừa” thay cho “tương tự”."
    return hint


def _own(model: Model, build: Build) -> str:
    """The names of a model's place and unit."""
    words = build.library.words
    return f"{words.name('places', model.place)} {words.name('organs', model.unit)}"


def _cited(model: Model, build: Build) -> dict[str, str]:
    """The documents that a model names in its fields and in its text, on this site or not: what identifies each, and its name."""
    found = {}
    for edge in build.library.relations.out(model.key):
        record = build.library.record(edge.target) if edge.target else None
        if isinstance(record, Document):
            found[record.key] = cards.name(record, build)
        elif edge.target is None:
            found.setdefault(identity(edge.text), edge.text)
    return found


def _age(one: Kin) -> tuple[str, str]:
    return one.start or "9999", one.key


def _thread(thread: Thread, models: dict[str, Model]) -> Iterator[Problem]:
    core = [models[one.key] for one in thread.members if one.key not in thread.similar]
    if not thread.named and len(core) >= _MANY:
        first = models[thread.members[0].key]
        message = f"Mạch bắt đầu từ bài này có {len(core)} mô hình mà chưa có tên; địa chỉ của mạch theo bài này."
        hint = f"Thêm tên vào {file_of('threads')}, rồi ghi “mạch” với tên ấy ở bài này; các bài kế thừa vào theo."
        yield Problem(first.path, first.line("name"), "mach-chua-ten", message, hint)
    for model in core:
        if threads.beginning(model)[0] is None:
            hint = "Nguồn có nói thì thêm, ví dụ: thời gian: {từ: 2018-06}; hoặc thêm một mốc vào “các mốc”. Nguồn không nói thì để trống."
            message = "Chưa rõ mô hình bắt đầu năm nào nên không có trong hình của mạch."
            yield Problem(model.path, model.line("period"), "mach-chua-ro-nam", message, hint)
