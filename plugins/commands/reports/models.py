"""`check --models`: what each model's record lacks before others can copy it; figures without source; pages not reviewed for long."""

from collections.abc import Iterator

from plugins.context.build import Build
from plugins.context.calendar import stale_from
from plugins.domain import completeness, dates
from plugins.domain.problems import Problem
from plugins.domain.records import Model

KINDS = {
    "mo-hinh-chua-du": "mô hình chưa đủ mục",
    "muc-con-thieu": "mục còn thiếu",
    "so-lieu-khong-nguon": "con số chưa có nguồn",
    "lau-chua-ra-soat": "mô hình lâu chưa rà soát",
}


def findings(build: Build) -> Iterator[Problem]:
    """Model by model: how full it is, what is missing and why it is wanted, by the line where it belongs."""
    for model in build.library.list("model"):
        yield from _lacks(model)
        yield from _age(model, build)


def _lacks(model: Model) -> Iterator[Problem]:
    missing = list(completeness.missing(model))
    if missing:
        there, all_ = len(completeness.ITEMS) - len(missing), len(completeness.ITEMS)
        yield Problem(model.path, 0, "mo-hinh-chua-du", f"{model.title}: có {there}/{all_} mục của một hồ sơ đầy đủ.")
    for line, item in missing:
        yield Problem(model.path, line, "muc-con-thieu", f"Chưa có “{item.words}”: {item.why}.")
    for line, label in completeness.unsourced(model):
        hint = "Thêm “nguồn” vào kết quả này, hoặc “nguồn”, “minh chứng” cho cả mô hình."
        yield Problem(model.path, line, "so-lieu-khong-nguon", f"“{label}” chưa có nơi để kiểm chứng.", hint)


def _age(model: Model, build: Build) -> Iterator[Problem]:
    day = stale_from(model)
    if day and build.library.since(day):
        last = dates.short(model.reviewed_on or model.date)
        hint = "Hỏi lại đơn vị, sửa số liệu và đầu mối nếu cần, rồi ghi ngày rà soát mới."
        yield Problem(
            model.path,
            model.line("reviewed_on"),
            "lau-chua-ra-soat",
            f"Lần xem lại gần nhất là {last}, hơn hai năm trước bài mới nhất.",
            hint,
        )
