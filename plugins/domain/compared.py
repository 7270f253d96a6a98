"""Which models may stand side by side: two to four, each once. Whether they exist is judged in `relations`."""

from collections.abc import Iterator, Sequence

from plugins.domain.parts import Reference

LEAST, MOST = 2, 4
_EXAMPLE = "Ví dụ: mô hình: [mo-hinh/ba-chu-dong, mo-hinh/bon-chu-dong]"


def faults(models: Sequence[Reference], line: int) -> Iterator[tuple[int, str, str, str]]:
    """(line, code, message, suggestion) of what is wrong with the models of a comparison; `line` is that of their key."""
    seen: dict[str, int] = {}
    for model in models:
        if model.text in seen:
            told = f"“{model.text}” đã có trong bảng so sánh này ở dòng {seen[model.text]}."
            yield model.line, "so-sanh-lap", told, "Mỗi mô hình chỉ đứng ở một cột; bỏ dòng này."
        seen.setdefault(model.text, model.line)
    if len(seen) < LEAST:
        yield line, "so-sanh-thieu", f"Bảng so sánh cần ít nhất hai mô hình; đang có {len(seen)}.", _EXAMPLE
    elif len(seen) > MOST:
        told = f"Bảng so sánh có {len(seen)} mô hình; nhiều nhất là bốn, hơn nữa thì không đọc được trên điện thoại và trên giấy."
        yield line, "so-sanh-thua", told, "Tách thành hai bảng, mỗi bảng trả lời một câu hỏi."
