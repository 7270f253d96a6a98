"""The story of `check --<report>`: read everything as a build does, stop at errors, then tell what was asked for. Nothing is made."""

from collections.abc import Collection

from plugins.commands import building, reports
from plugins.domain.problems import ERROR
from plugins.incremental import gate


def tell(order: building.Order, names: Collection[str]) -> None:
    """Prints the reports `names` (see `reports`). Raises Mistake, and SystemExit(1) where errors were found and printed: instead of the
    reports, unless these tell every one of them."""
    building.refuse_mistakes(order)
    with building.undisturbed(order.output):
        work = building.start(building.read_settings(order))
        try:
            work.read()
            errors = {problem for problem in work.build.problems if problem.level == ERROR}
            if any(error.code not in reports.codes(names) for error in errors):
                gate.stand(work.build.problems, order.quiet, True, work.outcome.records)
            print("\n\n".join(reports.report(name, work.build) for name in names))
            if errors:
                print(f"{len(errors)} lỗi cần sửa trước khi dựng trang.")
                raise SystemExit(1)
        finally:
            work.close()
