"""The story of `check --<report>`: read everything as a build does, stop at errors, then tell what was asked for. Nothing is made."""

from collections.abc import Iterable

from plugins.commands import building, reports
from plugins.domain.problems import ERROR
from plugins.incremental import gate


def tell(order: building.Order, names: Iterable[str]) -> None:
    """Prints the reports `names` (see `reports`). Raises Mistake, and SystemExit(1) where errors were found and printed."""
    building.refuse_mistakes(order)
    with building.undisturbed(order.output):
        work = building.start(building.read_settings(order))
        try:
            work.read()
            if any(problem.level == ERROR for problem in work.build.problems):
                gate.stand(work.build.problems, order.quiet, True, work.outcome.records)
            print("\n\n".join(reports.report(name, work.build) for name in names))
        finally:
            work.close()
