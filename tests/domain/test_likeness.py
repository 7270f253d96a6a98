"""Which models may belong together: what counts as the same, what does not, and the line that would tie them."""

import pytest

from plugins.domain import likeness
from plugins.domain.likeness import COMPONENT, DOCUMENT, NAME, STEP, WORDS
from tests.domain import sample


def model(name: str, key: str = "a", **fields: str):
    return sample.record(f"mo-hinh/{key}", tên=name, **fields)


def shared(one, other, own=lambda model: "") -> list[str]:
    """The kinds of what two models share, where it is enough."""
    return [kind for found in likeness.alike([one, other], [], own) for kind, _words in found.shared]


@pytest.mark.parametrize(
    "one, other",
    [
        ("Đoàn cơ sở “3 chủ động” ở Mẫu", "Đoàn xã “Ba chủ động”"),
        ("Đoàn xã 3 chủ động sau sắp xếp", "Chi đoàn ba chủ động"),
        ("Tủ sách xóm trọ", "TỦ SÁCH XÓM TRỌ"),
    ],
)
def test_one_name_is_found_however_it_is_written(one, other):
    """Quoted or not, number in words or in figures, capitals: it is one name, and that is enough."""
    assert shared(model(one), model(other, "b")) == [NAME]


def test_an_alias_is_a_name():
    """Other names count as names."""
    assert shared(model("Vườn ươm", tên_khác="[Một đoàn viên một cây]"), model("“1 đoàn viên 1 cây”", "b")) == [NAME]


def test_words_of_names_count_when_most_are_shared():
    """Another number of the same is alike; a single turn of phrase in a long name, the place, and words that every model has are not."""
    assert shared(model("Đoàn cơ sở “4 chủ động”"), model("Đoàn cơ sở “3 chủ động”", "b")) == [WORDS]
    assert shared(model("Sắp xếp tổ chức, tinh gọn bộ máy"), model("Ba chủ động sau sắp xếp", "b")) == []
    assert shared(model("Vườn ươm Hòa Bình"), model("Bếp lửa Hòa Bình", "b"), lambda model: "Xã Hòa Bình") == []
    assert shared(model("Mô hình chi đoàn ở cơ sở"), model("Cách làm chi đoàn ở cơ sở", "b")) == []


def test_what_models_consist_of_counts_twice():
    """Two components, steps or documents in common are enough, in other letters too; one alone is not."""
    first = model("Vườn", thành_tố="[Biết việc, Gặp cấp ủy]", các_bước="[{bước: Hỏi từng nhà}]", văn_bản_chỉ_đạo="[van-ban/2026/1]")
    assert shared(first, model("Bếp", "b", thành_tố="[Gặp cấp uỷ., biết việc]")) == [COMPONENT, COMPONENT]
    assert shared(first, model("Bếp", "b", các_bước="[{bước: hỏi từng nhà}]", văn_bản_chỉ_đạo="[van-ban/2026/1]")) == [STEP, DOCUMENT]
    assert shared(first, model("Bếp", "b", văn_bản_chỉ_đạo="[van-ban/2026/1]")) == []


def test_just_so_many_pairs_are_told_as_would_tie_them():
    """What hangs together already is not told, nor what another pair would tie; the surest come first."""
    models = [model(f"“3 chủ động” {key}", key) for key in "abcd"] + [model("“4 chủ động”", "e")]
    found = likeness.alike(models, [("mo-hinh/a", "mo-hinh/b", "mo-hinh/khong-co"), ()])
    assert [(one.one[-1], one.other[-1], one.sure) for one in found] == [("a", "c", True), ("a", "d", True), ("a", "e", False)]


def test_a_name_of_very_many_ties_all_to_the_first():
    """A trait that very many share says nothing, a name still does; work grows with the number of models, not with its square."""
    many = [model("“3 chủ động”", f"m{n:03}", thành_tố="[Biết việc, Gặp cấp ủy]") for n in range(60)]
    found = likeness.alike(many, [])
    assert len(found) == 59 and {one.one for one in found} == {"mo-hinh/m000"}


@pytest.mark.parametrize(
    "text, at, line",
    [
        ("tên: A", 0, "tương tự: [mo-hinh/b]"),
        ("tên: A\ntương tự:\n    - mo-hinh/c", 2, "    - mo-hinh/b"),
        ("tương tự:", 1, "  - mo-hinh/b"),
        ("tương tự: [mo-hinh/c, mo-hinh/d]  # hai bài", 1, "tương tự: [mo-hinh/c, mo-hinh/d, mo-hinh/b]"),
        ("tương tự: mo-hinh/c", 1, "tương tự: [mo-hinh/c, mo-hinh/b]"),
        ("similar: []", 1, "similar: [mo-hinh/b]"),
    ],
)
def test_the_line_to_add_fits_the_list_that_is_there(text, at, line):
    """A new field, an item below its key, or the whole line anew, in the editor's own spelling of the key."""
    assert likeness.added(text.split("\n"), at, "tương tự", "mo-hinh/b") == line
