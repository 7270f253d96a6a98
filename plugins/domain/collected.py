"""What a collection may hold, and its parts: pure functions of its items.

Whether the records, files and addresses exist is judged elsewhere (`relations`, the newsroom)."""

from collections.abc import Iterator, Sequence

from plugins.domain.parts import Collected

_EXAMPLE = "Ví dụ: - bài: van-ban/2026/12-kh"


def faults(items: Sequence[Collected]) -> Iterator[tuple[int, str, str, str]]:
    """(line, code, message, suggestion) of every item that is not just one thing, has no name, or stands there twice."""
    seen: dict[str, int] = {}
    for item in items:
        things = [thing for thing in (item.record and item.record.text, item.file, item.url) if thing]
        if not things:
            yield item.line, "muc-trong", "Mục này chưa nói tới bài, tệp hay địa chỉ nào.", _EXAMPLE
        elif len(things) > 1:
            told = f"Mục này nói tới {len(things)} thứ một lúc: {', '.join(f'“{thing}”' for thing in things)}."
            yield item.line, "muc-gop", told, "Tách thành nhiều mục, mỗi mục một dòng “bài”, “tệp” hoặc “địa chỉ”."
        elif item.url and not item.label:
            yield item.line, "muc-khong-ten", f"“{item.url}” chưa có tên để hiện trên trang.", "Ví dụ: tên: Mẫu đăng ký trên trang của tỉnh"
        for thing in things:
            if thing in seen:
                told = f"“{thing}” đã có trong bộ hồ sơ này ở dòng {seen[thing]}."
                yield item.line, "muc-lap", told, "Chỉ giữ một mục; hai công dụng thì viết chung trong “ghi chú”."
            seen.setdefault(thing, item.line)


def parts(items: Sequence[Collected]) -> list[tuple[str, list[tuple[int, Collected]]]]:
    """The items under the names of their parts, '' before the first one; each with its number, counted through from 1."""
    found: list[tuple[str, list[tuple[int, Collected]]]] = []
    for number, item in enumerate(items, 1):
        if item.part or not found:
            found.append((item.part, []))
        found[-1][1].append((number, item))
    return found
