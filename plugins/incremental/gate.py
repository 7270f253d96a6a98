"""The gate: the last moment before anything is made. Every problem of every file is printed at once; an error stops."""

from plugins.domain.problems import ERROR, Problem, report


class Stop(Exception):
    """The build ends here: what is wrong was found and told; the old site stands."""


def stand(problems: list[Problem], quiet: bool, check_only: bool, records: int) -> None:
    """Prints what is wrong. Raises SystemExit(1) when there is an error, SystemExit(0) when only checking was asked for."""
    errors = any(p.level == ERROR for p in problems)
    if problems and (errors or not quiet):
        print(report(problems))
    if errors:
        raise SystemExit(1)
    if check_only:
        if not quiet:
            print(f"Đã đọc {records} bài, không có lỗi.")
        raise SystemExit(0)
