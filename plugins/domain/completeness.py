"""What a model's record still lacks before another unit can find it, trust it and repeat it. Nothing here stops a build."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from plugins.domain.records import Model


class Item(NamedTuple):
    """One thing that a full record tells: its key, why a reader needs it, and whether a record has it."""

    name: str
    words: str
    why: str
    told: Callable[[Model], bool]


def _of(name: str) -> Callable[[Model], bool]:
    return lambda model: bool(getattr(model, name))


ITEMS = (
    Item("problem", "vấn đề", "người đọc cần biết mô hình gỡ việc gì để xét nơi mình có việc ấy không", _of("problem")),
    Item("audience", "đối tượng", "ai là người được lợi", _of("audience")),
    Item("field", "lĩnh vực", "không có thì mô hình không nằm trong danh sách nào theo lĩnh vực", _of("field")),
    Item("period", "thời gian", "bắt đầu từ bao giờ", lambda m: bool(m.period and m.period.start)),
    Item("steps", "các bước", "không có thì không in được phiếu làm theo", _of("steps")),
    Item("steps", "cần” trong “các bước", "bước nào cần người, tiền, đồ gì", lambda m: not m.steps or any(s.needs for s in m.steps)),
    Item("resources", "nguồn lực", "tổng cộng cần những gì", _of("resources")),
    Item("results", "kết quả", "số đạt được, trên tổng số hay so với trước, kèm thời điểm", _of("results")),
    Item("results", "trên tổng”, “trước đó” hay “theo năm” trong “kết quả", "một con số đứng một mình không cho biết nhiều hay ít",
         lambda m: not m.results or any(r.of or r.before is not None or r.series for r in m.results)),
    Item("replication", "nhân rộng", "mô hình đã nhân rộng thì đang có ở bao nhiêu nơi",
         lambda m: m.status not in ("scaled", "official") or bool(m.replication)),
    Item("limits", "hạn chế", "điều chưa làm được giúp nơi sau tránh vấp", _of("limits")),
    Item("lessons", "bài học", "điều rút ra sau khi làm", _of("lessons")),
    Item("contact", "liên hệ", "hỏi ai khi muốn làm theo", _of("contact")),
    Item("photos", "ảnh", "một tấm ảnh thật, có chú thích", lambda m: any(p.caption for p in m.photos)),
    Item("evidence", "minh chứng", "tin kể về mô hình, hay “nguồn” có địa chỉ", lambda m: bool(m.evidence or m.source and m.source.url)),
    Item("reviewed_on", "ngày rà soát", "lần gần nhất có người xem lại số liệu và đầu mối", _of("reviewed_on")),
)  # fmt: skip


def missing(model: Model) -> Iterator[tuple[int, Item]]:
    """Each thing that a record does not tell, with the line where it would stand; 1 where its key is not there at all."""
    for item in ITEMS:
        if not item.told(model):
            yield model.line(item.name), item


def unsourced(model: Model) -> Iterator[tuple[int, str]]:
    """Line and label of each figure that nothing on the page proves: no source of its own, of the page, no news."""
    if not (model.source or model.evidence):
        yield from ((result.line, result.label) for result in model.results if not result.source)
