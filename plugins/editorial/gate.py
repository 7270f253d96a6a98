"""The gate: the last moment before anything is written. Every problem of every file is printed at once; an error stops."""

from plugins.context.build import Build
from plugins.domain.problems import ERROR, report


def stand(build: Build) -> None:
    """Prints what is wrong. Raises SystemExit(1) when there is an error, SystemExit(0) when only checking was asked for."""
    if build.problems and not (build.quiet and not any(p.level == ERROR for p in build.problems)):
        print(report(build.problems))
    if any(p.level == ERROR for p in build.problems):
        raise SystemExit(1)
    if build.check_only:
        if not build.quiet:
            count = len(build.library.records)
            print(f"Đã đọc {count} bài, không có lỗi.")
        raise SystemExit(0)
