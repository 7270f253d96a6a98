"""What cannot be true of organs and places in time: ends before beginnings, rings, heirs that were gone, tiles on one spot."""

from collections.abc import Iterator, Mapping

from plugins.domain import dates, entities
from plugins.domain.dates import Moment
from plugins.domain.entities import Lines
from plugins.domain.patterns import late
from plugins.domain.problems import ERROR, WARNING, Problem
from plugins.domain.records import Document
from plugins.domain.words import Entry, Words

_CODE = late(r"[^\W\d_]{2,5}(?=[/-]|$)")  # before the first slash or hyphen of a symbol
ROWS, COLUMNS = 20, 7  # of the map of provinces: seven tiles are what a phone of 320 pixels can show


def faults(words: Words) -> Iterator[Problem]:
    """Every fault of the organs, the places and the map of provinces."""
    for vocabulary in ("organs", "places"):
        known = entities.lines(words, vocabulary)
        for entry in known.entries.values():
            yield from _life(entry, known)
            yield from _line(entry, known)
            yield from _within(entry, known)
    yield from _tiles(words.lists.get("provinces", ()), entities.lines(words, "places").entries)


def issued(document: Document, organ: Entry | None) -> Iterator[Problem]:
    """A document of a day on which the organ that it names was not there yet, or was no more."""
    if not organ or not document.date:
        return
    gone, early = entities.earlier(organ.valid_to, document.date), entities.earlier(document.date, organ.valid_from)
    if gone or early:
        state = f"chỉ đến {_when(organ.valid_to)}" if gone else f"có từ {_when(organ.valid_from)}"
        message = f"Văn bản ghi {_when(document.date)}, mà “{organ.name}” {state}."
        hint = "Xem lại ngày của văn bản; nếu đúng ngày thì ghi cơ quan có vào lúc ấy, hoặc sửa ngày của cơ quan trong co-quan.yml."
        yield Problem(document.path, document.line("organ"), "co-quan-khong-con" if gone else "co-quan-chua-co", message, hint, WARNING)


def told(document: Document, organ: Entry | None, words: Words) -> Iterator[Problem]:
    """What does not go together in the organ, the day, the type and the symbol of a document; `organ` with its days."""
    yield from issued(document, organ)
    yield from coded(document, words)


def coded(document: Document, words: Words) -> Iterator[Problem]:
    """A document whose symbol begins with the code of another type than it is said to be."""
    code = _CODE.match(document.symbol)
    types = words.among("types", code[0]) if code else ()
    if types and document.type and document.type not in types:
        written, right = words.name("types", document.type), words.name("types", types[0])
        message = f"“loại: {written}” mà ký hiệu “{document.symbol}” là của “{right}”."
        hint = f"Xem lại bản in: sửa thành loại: {right}, hoặc sửa ký hiệu; đúng như bản in thì để nguyên."
        yield Problem(document.path, document.line("type"), "loai-trai-ky-hieu", message, hint, WARNING)


def _life(entry: Entry, known: Lines) -> Iterator[Problem]:
    if entities.earlier(entry.valid_to, entry.valid_from):
        message = f"“{entry.name}” kết thúc {_when(entry.valid_to)}, trước khi bắt đầu {_when(entry.valid_from)}."
        yield _problem(entry, "valid_to", "het-truoc-khi-co", message, "Kiểm tra lại “từ ngày” và “đến ngày”.")
    if known.after.get(entry.key) and entry.valid_to is None:
        heirs = _names(known, known.after[entry.key])
        message = f"“{entry.name}” đã có nơi kế tục ({heirs}) nhưng chưa ghi dùng tên này đến ngày nào."
        hint = "Thêm ngày cuối cùng có tên này, ví dụ: đến ngày: 2025-06-30"
        yield _problem(entry, "successor", "thieu-den-ngay", message, hint, WARNING)


def _line(entry: Entry, known: Lines) -> Iterator[Problem]:
    """An heir that was gone before, and a line that comes back to where it began: told once, at its first entry."""
    for key in known.after.get(entry.key, ()):
        heir = known.entries[key]
        if key != entry.key and entities.earlier(heir.valid_to, entry.valid_to):
            last, gone = _when(entry.valid_to), _when(heir.valid_to)
            message = f"“{entry.name}” còn đến {last}, không thể do “{heir.name}” kế tục: nơi ấy chỉ đến {gone}."
            hint = "Ghi nơi kế tục còn tồn tại sau ngày đó, hoặc sửa lại “đến ngày” của một trong hai nơi."
            yield _problem(entry, "successor", "ke-tuc-da-het", message, hint)
    ring = _ring(entry.key, known.after)
    if ring:
        way = " → ".join(known.entries[key].name for key in (*ring, ring[0]))
        message, hint = f"Các nơi kế tục nhau thành vòng: {way}.", "Bỏ một dòng “kế tục” hoặc “tiền thân” để vòng được mở."
        yield _problem(entry, "successor", "vong-ke-tuc", message, hint)


def _within(entry: Entry, known: Lines) -> Iterator[Problem]:
    if not entry.parent or entry.parent not in known.entries:
        return
    outer = known.entries[entry.parent]
    if entities.earlier(outer.valid_to, entry.valid_from):
        message = f"“{entry.name}” có từ {_when(entry.valid_from)}, khi “{outer.name}” đã hết từ {_when(outer.valid_to)}."
        yield _problem(entry, "parent", "thuoc-noi-da-het", message, f"Ghi nơi bao trùm lúc ấy, hoặc sửa lại ngày của “{outer.name}”.")
    ring = _ring(entry.key, known.parents)
    if ring:
        way = " → ".join(known.entries[key].name for key in (*ring, ring[0]))
        message, hint = f"Các nơi thuộc lẫn nhau thành vòng: {way}.", "Sửa một trong các dòng này để vòng được mở."
        yield _problem(entry, "parent", "vong-thuoc", message, hint)


def _tiles(provinces: tuple[Entry, ...], places: Mapping[str, Entry]) -> Iterator[Problem]:
    """What is wrong with the map: a spot outside it or taken twice, a province of today without one, a former one with one."""
    taken: dict[tuple, str] = {}
    for entry in provinces:
        tile, place = entry.get("tile", None), places[entry.key]
        for name, spot in (("tile", tile), *(("islands", one) for one in entry.get("islands", ()))):
            if not spot or not {"row", "column"} <= spot.of.keys():
                continue
            row, column = at = spot.of["row"], spot.of["column"]
            called = spot.of.get("name", entry.name)
            if not (row in range(1, ROWS + 1) and column in range(1, COLUMNS + 1)):
                message = f"Ô của “{called}” ở hàng {row}, cột {column}, nằm ngoài bản đồ."
                yield _problem(entry, name, "o-ngoai-ban-do", message, f"Hàng từ 1 đến {ROWS}, cột từ 1 đến {COLUMNS}.")
            elif at in taken:
                message = f"Ô của “{called}” trùng chỗ với “{taken[at]}” (hàng {row}, cột {column})."
                yield _problem(entry, name, "o-trung", message, "Mỗi ô một chỗ: đổi hàng hoặc cột của một trong hai.")
            taken.setdefault(at, called)
        if not tile and not place.successor and not place.valid_to:
            message = f"“{entry.name}” chưa có ô trên bản đồ."
            hint = "Thêm ô, ví dụ: ô: {hàng: 4, cột: 3, viết tắt: NB}; nếu là tên cũ thì ghi “đến ngày” và “kế tục”."
            yield _problem(entry, "name", "thieu-o", message, hint)
        if tile and place.valid_to:
            message = f"“{entry.name}” chỉ đến {_when(place.valid_to)} nên không có ô trên bản đồ hiện nay."
            yield _problem(entry, "tile", "o-cua-ten-cu", message, "Bỏ “ô” ở đây; ô thuộc về nơi kế tục.")


def _ring(start: str, steps: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from an entry back to itself, when this entry is the first of its ring by name."""
    came: dict[str, str] = {}
    waiting = [start]
    for key in waiting:
        for target in steps.get(key, ()):
            if target == start:
                way = [key]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return tuple(way[::-1]) if min(way) == start else ()
            if target not in came:
                came[target] = key
                waiting.append(target)
    return ()


def _when(moment: Moment) -> str:
    """A moment inside a sentence: “ngày 30/06/2025”, “năm 2008”."""
    return f"ngày {dates.short(moment)}" if moment.precision == "day" else dates.long(moment)


def _names(known: Lines, keys) -> str:
    return ", ".join(known.entries[key].name for key in keys)


def _problem(entry: Entry, name: str, code: str, message: str, hint: str, level: str = ERROR) -> Problem:
    return Problem(entry.file, entry.line_of(name), code, message, hint, level)
